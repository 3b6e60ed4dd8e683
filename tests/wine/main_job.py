#!/usr/bin/env python3
"""The main job with the program for Windows under Wine, by real keys: sign in, copy a key, edit, sign out of Windows, start
again, save, sign out. In a session of tests/support/session.sh, with the environment of wine.sh.

Usage: main_job.py WINE.sh LANYARD.exe OUTSIDE.exe SERVICE ACCOUNTS
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WINE, LANYARD, OUTSIDE, SERVICE, ACCOUNTS = sys.argv[1:]
USER, SECONDS = "mrossi", 60


def wait(what, condition, seconds=SECONDS):
    end = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > end:
            fail(f"waited in vain for {what}")
        time.sleep(0.2)
    return found


def fail(text):
    picture = os.environ.get("LANYARD_PICTURE")
    if picture:
        subprocess.run(["import", "-window", "root", picture], check=False)
    sys.exit(f"FAILED: {text}")


def check(text, condition, seen=""):
    if not condition:
        fail(f"{text} {seen}")
    print(f"ok: {text}", flush=True)


def outside(command):
    return subprocess.run([WINE, OUTSIDE, command], capture_output=True, text=True, check=True).stdout.replace("\r", "")


def clipboard():
    """Format by format; None while somebody else has it open."""
    shown = subprocess.run([WINE, OUTSIDE, "clipboard"], capture_output=True, text=True, check=False)
    return dict(re.findall(r"^(.*?): ?(.*)$", shown.stdout.replace("\r", ""), re.M)) if shown.returncode == 0 else None


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "60", *names], check=True)
    time.sleep(0.5)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "30", "--", text], check=True)
    time.sleep(0.5)


def is_shown(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, check=False).returncode == 0


def start(*arguments):
    return subprocess.Popen([WINE, LANYARD, *arguments], stdout=subprocess.PIPE, text=True)


def drafts():
    folder = Path(os.environ["WINEPREFIX"], "drive_c/users")
    return [path for path in folder.glob("*/AppData/Local/lanyard/drafts/*") if path.suffix != ".lock"]


def main():
    folder = tempfile.mkdtemp()
    service = subprocess.Popen([SERVICE, "--port", "0", "--accounts", ACCOUNTS, "--log", f"{folder}/log"],
                               stdout=subprocess.PIPE, text=True)
    url = service.stdout.readline().removeprefix("listening on ").strip()
    account = next(each for each in json.loads(Path(ACCOUNTS).read_text())["accounts"] if each["user"]["userName"] == USER)
    values = {key["key"] for key in account["user"]["apiKeys"]}
    try:
        play(url, account["password"], values, Path(folder, "log"))
    finally:
        service.terminate()
        subprocess.run([WINE, OUTSIDE, "end-session"], capture_output=True, check=False)


def play(url, password, values, log):
    shown = start("--help").communicate(timeout=SECONDS)[0]
    check("--help is printed where it was asked for", "--server" in shown, shown)

    program = start("--server", url, "--user", USER)
    wait("the sign-in", lambda: is_shown("^Sign in$"))
    time.sleep(2)
    type_text(password)
    keys("Return")
    wait("the account's window", lambda: is_shown("Maria Rossi"))
    check("signed in, and the token is in the Credential Manager", wait("it", lambda: "bytes" in outside("credentials")))
    check("its memory cannot be read", outside("memory").startswith("refused"), outside("memory"))

    keys("ctrl+2", "ctrl+f", "Down", "ctrl+c")
    formats = wait("a key on the clipboard", lambda: (found := clipboard()) and found.get("13") in values and found)
    print(f"on the clipboard: {sorted(formats)}")
    check("kept out of clipboard histories", "ExcludeClipboardContentFromMonitorProcessing" in formats)
    check("kept out of Windows' own history", formats.get("CanIncludeInClipboardHistory") == "0", formats)
    check("kept out of the cloud", formats.get("CanUploadToCloudClipboard") == "0", formats)

    second = start("--server", url)
    said = second.communicate(timeout=SECONDS)[0]
    check("a second start shows the first one's window", second.returncode == 0 and "already running" in said, said)

    keys("Escape", "ctrl+1", "Tab", "Tab", "Tab", "Tab", "Tab")
    type_text("x")
    requests = log.read_text().count('"POST"')
    outside("end-session")
    program.wait(SECONDS)
    check("what was not saved is kept as a draft when Windows ends the session", bool(drafts()), drafts())
    check("the clipboard is cleared", (clipboard() or {}).get("13") not in values)
    check("nothing was sent for it", log.read_text().count('"POST"') == requests)

    start()
    wait("the account's window", lambda: is_shown("Maria Rossi"))
    check("signed in again from the Credential Manager", not is_shown("^Sign in$"))
    time.sleep(2)
    keys("ctrl+s")
    wait("the draft to be saved", lambda: not drafts())
    check("what was kept as a draft is saved, once", log.read_text().count('"POST"') == requests + 1)
    keys("alt+a", "o")
    wait("the sign-in", lambda: is_shown("^Sign in$"))
    check("signed out, and nothing is left in the Credential Manager", url not in outside("credentials"), outside("credentials"))


if __name__ == "__main__":
    main()
