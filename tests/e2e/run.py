"""The main job with one account: each step, and what must be true after it."""

import json
import os
import secrets
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import outside
import screenshot
from desktop import Desktop, Failed
from document import differences
from job import Job
from programs import Lanyard, Service

CLEARS_AFTER = 30  # seconds


def title(name):
    return f"{name} — Lanyard"


def sample_accounts(sample, password):
    """The service's sample accounts with another password, and with dates where the sample has "in 3 days"; and with a member
    in each key that is called as the key is."""
    for account in sample["accounts"]:
        account["password"] = password
        for key in account["user"].get("apiKeys", []):
            if key.get("expireDate", "").startswith("@"):
                day = datetime.now(timezone.utc) + timedelta(days=int(key["expireDate"][1:-1]))
                key["expireDate"] = day.strftime("%Y-%m-%dT%H:%M:%S.1234567Z")
            if "key" in key:
                key[key["key"]] = "a name may be a secret"
    return sample


class Run:
    """A scenario, step by step; every check has a name."""

    def __init__(self, options, scenario, folder):
        self.options, self.scenario = options, scenario
        self.desktop = Desktop(options.failures)
        self.job = Job(self.desktop)
        # "lanyard", the password of the sample accounts, is also the program's name: no file could be searched for it.
        self.password = "pw-" + secrets.token_urlsafe(12)
        self.picture = folder / "picture.png"
        self.log = folder / "lanyard.log"
        accounts = sample_accounts(json.loads(Path(options.accounts).read_text()), self.password)
        self.service = Service(options.service, folder, accounts, *scenario.service)
        self.lanyard = None

    def check(self, name, holds, detail=""):
        if not holds:
            raise Failed(f"{name}: {detail}" if detail else name)
        print(f"ok    {name}", flush=True)

    def start(self, *arguments, **environment):
        self.lanyard = Lanyard(self.options.lanyard, "--server", self.service.url, "--user", self.scenario.user,
                               *arguments, log=self.log, environment=environment)

    def stop(self):
        for program in (self.lanyard, self.service):
            if program:
                program.stop()

    def document(self):
        return self.service.document(self.scenario.user)

    def key(self):
        return next(key["key"] for key in self.document()["apiKeys"] if key["name"] == self.scenario.key)

    def credential(self):
        """What signs in without a question after a restart."""
        return self.key() if self.scenario.signs_in_with_key else self.service.tokens()[-1]

    def secrets(self):
        """All that must not be found anywhere but in the keychain and, on request, on the clipboard."""
        document = self.document()
        keys = [key[member] for key in document["apiKeys"] for member in ("key", "clientSecret") if member in key]
        passwords = [item["value"] for item in document.get("settings", []) if "password" in item["name"]]
        return [self.password, *keys, *passwords, *self.service.tokens()]

    # The job

    def sign_in(self, window_title):
        self.start()
        expected = (self.service.url, self.scenario.user)
        self.check("sign-in dialog has server and user name filled in", self.job.filled_in() == expected,
                   f"{self.job.filled_in()} instead of {expected}")
        if self.scenario.signs_in_with_key:
            self.job.sign_in_with_key(self.key())
        else:
            self.job.sign_in_with_password(self.password)
        self.desktop.window(window_title)
        self.check("main window has the user's name as its title", True)
        self.desktop.wait("the dialog to be gone", lambda: "Sign in" not in self.desktop.windows())
        self.nothing_leaks("after the sign-in")

    def copy_key(self, window_title):
        window = self.job.page(window_title, "API keys")
        key = self.key()
        self.job.copy_key(window, self.scenario.key)
        copied = time.monotonic()
        self.desktop.wait("the clipboard to hold the key", lambda: outside.clipboard() == key)
        self.check("Copy key puts the key on the clipboard", True)
        self.check("clipboard is marked as a secret", "x-kde-passwordManagerHint" in outside.clipboard_targets(),
                   f"targets {outside.clipboard_targets()}")
        self.check("mark says secret", outside.clipboard(target="x-kde-passwordManagerHint") == "secret")
        self.check("PRIMARY does not hold the key", key not in outside.clipboard("primary"))
        shown = list(self.job.shown_texts(window))
        self.check("keys are in the table", self.scenario.key in shown)
        self.check("no secret is in a name or a text of the window",
                   not any(secret in text for secret in self.secrets() for text in shown))
        return copied

    def see_clipboard_cleared(self, copied):
        key = self.key()

        def cleared():
            if key in outside.clipboard("primary"):
                self.check("PRIMARY never holds the key", False)
            return key not in outside.clipboard()
        looked = time.monotonic() - copied
        if looked < CLEARS_AFTER - 5:
            self.check("key is still on the clipboard a while later", not cleared())
        self.desktop.wait("the clipboard to be cleared", cleared, CLEARS_AFTER + 10, pause=0.5)
        after = time.monotonic() - copied
        # On a machine that was too busy to look earlier, nobody knows since when.
        self.check("key is gone from the clipboard after 30 s", after < max(looked, CLEARS_AFTER) + 10, f"after {after:.1f} s")
        self.check("PRIMARY never held the key", True)

    def nothing_shown(self, window_title):
        """No page shows a secret, nor do the titles of the windows and what can be pasted with the middle button."""
        secrets = self.secrets()
        for page in ("Profile", "API keys", "Settings"):
            shown = [*self.job.shown_texts(self.job.page(window_title, page)), *self.desktop.windows()]
            self.check(f"{len(shown)} texts, tool tips and titles with the page {page} hold no secret",
                       not any(secret in text for secret in secrets for text in shown))
        self.check("PRIMARY holds no secret", not any(secret in outside.clipboard("primary") for secret in secrets))

    def diagnostics(self, window_title):
        self.job.copy_diagnostics(self.desktop.window(window_title))
        text = self.desktop.wait("the diagnostics on the clipboard", outside.clipboard)
        self.check("diagnostics tell versions and states", all(
            f"\n{name}: " in f"\n{text}" for name in ("Lanyard", "Qt", "TLS", "System", "Session", "Kept", "Platform")), text)
        personal = [self.scenario.user, self.scenario.display_name, self.service.url.partition("://")[2],
                    os.environ["HOME"], *self.secrets()]
        self.check("diagnostics name nobody and no place", not any(word in text for word in personal), text)

    def edit(self, window_title):
        """Changes the profile and one setting; answers the members of the document that this is to change."""
        expected = ["firstName", "birthDate", "country", "countryCode", "notes"]
        window = self.job.page(window_title, "Profile")
        for label, text in self.scenario.edits.items():
            self.job.write(window, label, text)
        if self.scenario.setting:
            window = self.job.page(window_title, "Settings")
            self.job.write_setting(window, self.scenario.setting, "Changed by hand")
            number = [item["name"] for item in self.document()["settings"]].index(self.scenario.setting)
            expected.append(f"settings[{number}].value")
        return expected

    def edit_picture(self, window_title):
        screenshot.save(self.picture)  # any picture will do
        self.job.paste_picture(self.job.page(window_title, "Profile"), self.picture)
        return ["image"]

    def save(self, window_title, before, expected):
        self.job.save(self.desktop.window(window_title))
        after = self.document()
        changed = [member for member in differences(before, after) if member != "lastLogIn"]
        self.check("updatedAt has changed", "updatedAt" in changed)
        changed.remove("updatedAt")
        self.check("stored document differs in exactly the edited members", sorted(changed) == sorted(expected),
                   f"{sorted(changed)} instead of {sorted(expected)}")
        edits = self.scenario.edits
        for member, value in (("firstName", edits["First name"]), ("notes", edits["Notes"]), ("country", "Austria"),
                              ("countryCode", "AT"), ("birthDate", edits["Birth date"] + "T00:00:00Z")):
            self.check(f"stored {member} is what was typed", after[member] == value, f"{after[member]!r}")
        self.check("stored picture is one", outside.is_picture(after["image"]))

    def restart(self, window_title):
        self.quit()
        self.nothing_leaks("after quitting")
        found = outside.keychain_secrets()
        self.check("keychain holds one entry, with what signs in",
                   len(found) == 1 and self.credential() in found[0], f"{len(found)} entries")
        self.start()
        self.desktop.window(window_title)
        self.check("signed in again without a question", "Sign in" not in self.desktop.windows())
        self.check("restored window shows what was saved", self.desktop.find_text(
            self.desktop.window(window_title), self.scenario.new_display_name) is not None)

    def quit(self):
        self.desktop.keys("ctrl+q")
        self.lanyard.wait_for_end()
        self.check("Ctrl+Q ends the program", True)

    def nothing_leaks(self, when):
        folders = [os.environ["HOME"], os.environ["XDG_RUNTIME_DIR"]]
        found = outside.files_holding(self.secrets(), folders)
        self.check(f"no file holds a secret {when}", not found, f"{found}")
        self.nothing_logged(self.secrets(), when)
        if self.lanyard.process.poll() is None:
            found = outside.process_holding(self.lanyard.pid, self.secrets())
            self.check(f"neither arguments nor environment hold a secret {when}", not found, f"{found}")

    def nothing_logged(self, secrets, when):
        found = outside.files_holding(secrets, [self.log])
        self.check(f"nothing that was printed holds a secret {when}", not found, f"{found}")
        self.check("and it did print", b"lanyard.http: " in self.log.read_bytes())

    def sign_out(self, window_title):
        leaving = self.secrets()
        self.job.sign_out(window_title)
        self.check("dialog is back after Sign out", True)
        self.desktop.wait("the keychain to be empty", lambda: not outside.keychain_secrets())
        self.check("keychain holds nothing after Sign out", True)
        if not self.scenario.signs_in_with_key:
            self.desktop.wait("the service to end the session", lambda: not self.service.tokens())
            self.check("service has ended the session", True)
        self.check("no file holds a secret after Sign out",
                   not outside.files_holding(leaving, [os.environ["HOME"]]))
        self.nothing_logged(leaving, "after Sign out")
