#!/usr/bin/python3
"""What the program's own memory still holds of secrets: after the sign-in, and after the sign-out.

Usage: memory.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import re
import time
from pathlib import Path

import outside
from desktop import has_state
from run import title
from story import parser, play

# Small enough to read quickly, with an overlap that no secret is longer than.
CHUNK, OVERLAP = 1 << 24, 4096


def regions(pid):
    """What can be written to, by address: code and files that are mapped hold no secret."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        bounds, access, _, _, _, *name = line.split(maxsplit=5)
        if access.startswith("rw") and not (name and name[0].startswith("/dev/")):
            start, end = (int(bound, 16) for bound in bounds.split("-"))
            yield start, end, name[0] if name else "anonymous"


def copies(pid, secret):
    """(place, address) of each copy of the secret, as UTF-8 and as UTF-16, its first half at least."""
    part = secret[:max(8, len(secret) * 3 // 4)]
    pattern = re.compile(b"|".join(re.escape(part.encode(form)) for form in ("utf-8", "utf-16-le")))
    found = set()
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for start, end, name in regions(pid):
            for at in range(start, end, CHUNK):
                try:
                    memory.seek(at)
                    data = memory.read(min(CHUNK + OVERLAP, end - at))
                except OSError:
                    continue
                found |= {(name, at + match.start()) for match in pattern.finditer(data)}
    return sorted(found)


def wait_until_none(run, secrets, seconds):
    """The copies that are left after that time; empty as soon as there are none."""
    end = time.monotonic() + seconds
    while True:
        left = {name: copies(run.lanyard.pid, secret) for name, secret in secrets.items()}
        left = {name: where for name, where in left.items() if where}
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.3)


def most_copies(run, keys):
    """The number of copies of the key that most are left of."""
    return max(len(copies(run.lanyard.pid, key)) for key in keys.values())


def see_no_copies_added_by_saving(run, window_title, keys):
    """What can be undone is remembered for each save, but no document with its keys."""
    def save(town):
        window = run.job.page(window_title, "Profile")
        run.job.write(window, "City", town)
        run.job.save(window)
        run.desktop.wait(f"{town} at the service", lambda: run.document()["city"] == town)

    save("Bari")
    first = most_copies(run, keys)
    for town in ("Torino", "Genova", "Trieste"):
        save(town)
    end = time.monotonic() + 3
    while (last := most_copies(run, keys)) > first and time.monotonic() < end:
        time.sleep(0.3)
    run.check("a save leaves no copy of the keys", last <= first, f"{first} copies after one save, {last} after four")


def look_at_secret_setting(run, window_title):
    """Opens its editor and closes it again."""
    window = run.job.page(window_title, "Settings")
    tree = run.job.go_to(window, ("tree", "tree table"), "Settings", "SMTP password")
    run.desktop.press(run.desktop.find(window, "push button", "Edit value"))
    run.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
    run.desktop.keys("Escape")
    return next(setting["value"] for setting in run.document()["settings"] if setting["name"] == "SMTP password")


def see_no_token_after_a_failed_restore(run, window_title):
    run.job.sign_in_with_password(run.password)
    run.desktop.window(window_title)
    token = run.service.tokens()[-1]
    run.desktop.wait("the token in the keychain", lambda: any(token in kept for kept in outside.keychain_secrets()))
    run.lanyard.stop()
    run.service.stop()
    run.start(LANYARD_DEBUGGABLE="1")
    run.desktop.find(run.desktop.window("Lanyard"), "push button", "Try again")
    left = wait_until_none(run, {"token": token}, 5)
    run.check("no copy of the token is left after a restore that failed", not left, f"{left}")


def residue(run):
    run.start(LANYARD_DEBUGGABLE="1")  # else nobody may look
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    token = run.service.tokens()[-1]
    keys = {key["name"]: key["key"] for key in run.document()["apiKeys"]}
    clients = {f"client secret of {key['name']}": key["clientSecret"]
               for key in run.document()["apiKeys"] if key.get("clientSecret")}
    run.check("a copy of the token is found while it is in use", copies(run.lanyard.pid, token))
    left = wait_until_none(run, {"password": run.password}, 5)
    run.check("no copy of the password is left after the sign-in", not left, f"{left}")

    see_no_copies_added_by_saving(run, window_title, keys)
    setting = look_at_secret_setting(run, window_title)
    copied = run.copy_key(window_title)
    run.see_clipboard_cleared(copied)
    run.job.sign_out(window_title)
    secrets = {"token": token, "password": run.password, "secret setting": setting, **keys, **clients}
    left = wait_until_none(run, secrets, 5)
    run.check("no copy of token, keys, password or secret setting is left after the sign-out", not left, f"{left}")
    see_no_token_after_a_failed_restore(run, window_title)


def main():
    play(parser().parse_args(), "memory", "rich", residue)


if __name__ == "__main__":
    main()
