#!/usr/bin/python3
"""Two clients of one account, the review and the conflict: driven by keys alone and read as a screen reader reads them.

Usage: merge.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import json
import urllib.request

from desktop import children, name_of
from run import title
from story import parser, play


class OtherClient:
    """Another program that uses the same account."""

    def __init__(self, url, user_name, password):
        self.url, self.token = url, ""
        self.token = self.call("login", {"username": user_name, "password": password})["token"]

    def call(self, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/v1/auth/{path}", data, headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def change(self, **members):
        user = self.call("user")["user"]
        user.update(members)
        self.call("user", {"user": user})


def cells(run, dialog, name):
    return [name_of(cell) for cell in children(run.desktop.find(dialog, "table", name))]


def two_clients(run):
    run.start()
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    other = OtherClient(run.service.url, run.scenario.user, run.password)
    window = run.job.page(window_title, "Profile")
    run.job.write(window, "City", "Torino")
    run.job.write(window, "Region", "Piemonte")
    run.job.write(window, "Department", "Legal")

    run.desktop.press(run.desktop.find(window, "push button", "Review…"))
    dialog = run.desktop.window("Review changes")
    shown = cells(run, dialog, "Changes")
    run.check("review shows field, was and will be", all(text in shown for text in ("City", "Roma", "Torino")), f"{shown}")
    run.desktop.keys("Home", "Down", "Down", "alt+u")  # the third row: the department
    run.desktop.wait("the department to be taken back",
                     lambda: "Department" not in cells(run, run.desktop.window("Review changes"), "Changes"))
    run.check("Alt+U in the review takes one change back", True)

    other.change(city="Milano", mobile="+39 000")
    run.desktop.keys("alt+s")
    dialog = run.desktop.window("Someone else changed this")
    shown = cells(run, dialog, "Changed by both")
    run.check("conflict shows yours, theirs and before",
              all(text in shown for text in ("City", "Yours: Torino, not decided", "Theirs: Milano, not decided",
                                   "Before: Roma")), f"{shown}")
    run.check("what only one changed is no conflict", "Region" not in shown and "Mobile" not in shown, f"{shown}")
    run.check("nothing was posted before the decision", run.document()["city"] == "Milano")
    run.desktop.keys("alt+m")
    run.desktop.wait("the decision to be shown", lambda: "Yours: Torino, chosen" in cells(run, dialog, "Changed by both"))
    run.desktop.keys("alt+s")
    run.desktop.find_text(run.desktop.window(window_title), "Saved")
    after = run.document()
    for member, value in (("city", "Torino"), ("region", "Piemonte"), ("mobile", "+39 000")):
        run.check(f"{member} is {value}", after[member] == value, f"{after[member]!r}")
    run.check("department is as it was", after["department"] != "Legal")


def main():
    play(parser().parse_args(), "merge", "rich", two_clients)


if __name__ == "__main__":
    main()
