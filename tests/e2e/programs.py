"""The two built programs, started and ended."""

import json
import os
import subprocess
from pathlib import Path

import document
from desktop import Failed


class Service:
    """The stand-in account service on a free port."""

    def __init__(self, program, folder, state, *options):
        self.state_file = Path(folder) / "state.json"
        self.state_file.write_text(json.dumps(state))
        self.process = subprocess.Popen(
            [program, "--port", "0", "--state", self.state_file, "--log", Path(folder) / "requests.log", *options],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise Failed(f"the service did not start: {line!r}")
        self.url = line.removeprefix("listening on ").strip()

    def state(self):
        return document.parse(self.state_file.read_text())

    def document(self, user_name):
        return next(account["user"] for account in self.state()["accounts"]
                    if account["user"]["userName"] == user_name)

    def tokens(self):
        """Every token that it still accepts."""
        return list(self.state().get("tokens", {}))

    def stop(self):
        end(self.process)


class Lanyard:
    """The program under test, as talkative as it and Qt can be made: what it prints is kept in a file."""

    def __init__(self, program, *arguments, log, environment=None):
        self.log = Path(log)
        talkative = {"LANYARD_LOG": "all", "QT_LOGGING_RULES": "*=true"}
        with open(log, "ab") as output:
            self.process = subprocess.Popen([program, *arguments], stdout=output, stderr=subprocess.STDOUT,
                                            env={**os.environ, **talkative, **(environment or {})})

    @property
    def pid(self):
        return self.process.pid

    def wait_for_end(self, seconds=10):
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"the program did not end in {seconds} s") from None
        # GCC 12's leak checker crashes now and then when a thread ends while it looks (a fault of its own, not a leak).
        if code == 1 and b"LeakSanitizer has encountered a fatal error" in self.log.read_bytes()[-2000:]:
            print("note: the leak checker itself crashed; this end was not checked for leaks", flush=True)
        elif code != 0:
            raise Failed(f"the program ended with {code}")

    def stop(self):
        end(self.process)


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
