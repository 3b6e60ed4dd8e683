"""What others than the program see: the keychain, the clipboard, the files, the process table."""

import base64
import os
import struct
import subprocess
from pathlib import Path

import wayland


def _run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)


def clipboard(selection="clipboard", target=None):
    """What a selection holds, or nothing."""
    if wayland.is_here():
        return wayland.clipboard(selection, target)
    answer = _run("xclip", "-o", "-selection", selection, *(("-t", target) if target else ()))
    return answer.stdout if answer.returncode == 0 else ""


def clipboard_targets():
    if wayland.is_here():
        return wayland.clipboard_types()
    return clipboard(target="TARGETS").split()


def put_picture_on_clipboard(path):
    if wayland.is_here():
        wayland.copy(Path(path).read_bytes(), "image/png")
        return
    # xclip stays behind to serve what it was given; with its output open, it would be waited for.
    subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", path], check=True, timeout=10,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def keychain_secrets():
    """Every secret that qtkeychain's schema finds in the keychain."""
    answer = _run("secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain")
    return [line.removeprefix("secret = ") for line in answer.stdout.splitlines() if line.startswith("secret = ")]


def forms(secret):
    """A secret as it might be written down."""
    data = secret.encode()
    return {data, secret.encode("utf-16-le"), secret.encode("utf-16-be"), data.hex().encode(),
            base64.b64encode(data).rstrip(b"="), base64.urlsafe_b64encode(data).rstrip(b"=")}


def file_contents(place):
    """(path, bytes) of a file or of all files below a folder: those that are there when they are read. A program at
    work locks and replaces files meanwhile. os.walk() passes over a folder that went, where rglob() raises."""
    place = Path(place)
    below = [Path(folder, name) for folder, _, names in os.walk(place) for name in names]
    for path in sorted(below) or [place]:
        if path.is_file() and not path.is_symlink():
            try:
                yield path, path.read_bytes()
            except FileNotFoundError:
                pass


def files_holding(secrets, folders):
    """(file, how many secrets it holds) for every file that holds one, in whatever form. Never the secret itself."""
    wanted = [forms(secret) for secret in secrets if secret]
    found = []
    for folder in folders:  # or a file
        for path, data in file_contents(folder):
            count = sum(any(form in data for form in written) for written in wanted)
            if count:
                found.append((str(path), count))
    return found


def process_holding(pid, secrets):
    """Which of a process's public places hold a secret."""
    return [place for place in ("cmdline", "environ", "comm")
            if any(form in Path(f"/proc/{pid}/{place}").read_bytes() for secret in secrets for form in forms(secret))]


def is_picture(text):
    """Whether this is the base64 of a square PNG or JPEG of at most 512 pixels."""
    data = base64.b64decode(text.partition(",")[2] if text.startswith("data:") else text)
    if data.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", data[16:24])
        return width == height <= 512
    return data.startswith(b"\xff\xd8\xff")
