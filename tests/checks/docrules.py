"""What the documentation names exists: files and folders, pictures, functions of the program, tests and their functions; in
the guide, what the window says."""

import posixpath
import re

GUIDE = "docs/guide.md"
FOLDERS = ("app/", "core/", "docs/", "tests/", "ui/")

_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w.-]+\.(?:cpp|h|py|sh|md|json)")
_MEMBER = re.compile(r"((?!Q[A-Z])\w+)::(\w+)\(\)")  # Qt's classes are not the project's
_TEST = re.compile(r"((?:tst|fuzz)_\w+)(?:: (\w+(?:, \w+)*))?")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
_SAID = re.compile(r'\btr\(\s*("(?:\\.|[^"\\])*"(?:\s*"(?:\\.|[^"\\])*")*)')
_PLACEHOLDER = re.compile(r"\*|\b[A-Z]+\b")


def is_page(name):
    """Whether the documentation includes that file. The changelog tells of the past."""
    return name.endswith(".md") and (name.startswith("docs/") or "/" not in name) and name != "CHANGELOG.md"


class Project:
    """The project's text files as {name: text}, and the names of its pictures."""

    def __init__(self, files, pictures=()):
        self.files = files
        self.pictures = set(pictures)
        # What the window says, without the marks of its keys.
        self.said = {re.sub(r'"\s*"', "", said)[1:-1].replace("&", "") for name, text in files.items()
                     if name.startswith(("app/", "core/", "ui/")) and name.endswith(".cpp")
                     for said in _SAID.findall(text)}
        self.folders = {name[:end] for name in files for end in (m.start() for m in re.finditer("/", name))}
        self.base_names = {name.rpartition("/")[2]: name for name in files}

    def has_path(self, path):
        path = path.rstrip("/")
        return path in self.files or path in self.folders or f"{path}.h" in self.files

    def has_member(self, owner, function):
        """A class is in the files named like it; some stand in another's header."""
        declared = re.compile(rf"\b(?:class|struct|namespace) {owner}\b")
        used = re.compile(rf"\b{function}\(")
        return any(declared.search(text) and used.search(text) for name, text in self.files.items()
                   if name.endswith((".h", ".cpp")))

    def has_test(self, program, function):
        source = self.files.get(self.base_names.get(f"{program}.cpp", ""))
        return source is not None and (not function or re.search(rf"\b{function}\b", source) is not None)


def faults(name, text, project):
    """Everything that a page names and the project does not have."""
    missing = [f"{name}: shows {picture}, which does not exist" for picture in _PICTURE.findall(text)
               if posixpath.normpath(posixpath.join(posixpath.dirname(name), picture)) not in project.pictures]
    if name == GUIDE:
        return missing + [f"{name}: names {token}, which the window does not say" for token in _CODE.findall(text)
                          if token not in project.said]
    for token in _CODE.findall(text):
        word = token.split()[0].rstrip(":,")
        if member := _MEMBER.fullmatch(token):
            exists = project.has_member(member[1], member[2])
        elif test := _TEST.fullmatch(token):
            exists = all(project.has_test(test[1], function) for function in (test[2] or "").split(", "))
        elif _PLACEHOLDER.search(word):
            continue
        elif word.startswith(FOLDERS):
            exists = project.has_path(word)
        elif _FILE.fullmatch(word):
            exists = word in project.base_names
        else:
            continue
        if not exists:
            missing.append(f"{name}: names {token}, which does not exist")
    return missing


SAMPLE = {"ui/a.cpp": 'tr("Co&py key"), tr("Two "\n   "lines")', "core/a/thing.h": "class Thing { void go(); };", "tests/core/tst_thing.cpp": "void goes();"}
BAD = ("`core/b`", "`core/a/other.h`", "`other.cpp`", "`Thing::stop()`", "`Other::go()`", "`tst_other`", "`tst_thing: stops`",
       "`tst_thing: goes, stops`")
GOOD = ("`core/a`", "`core/a/thing`", "`thing.h`", "`Thing::go()`", "`tst_thing: goes`", "`tst_thing`", "`tests/core/NAME`",
        "`tst_th*`", "core/b", "`go()`", "`QThing::stop()`")
PICTURES = ("docs/pictures/a.png",)
BAD_IN_GUIDE = ("`Copy`", "`Co&py key`", "`Two`", "![A](pictures/b.png)", "![A](docs/pictures/a.png)")
GOOD_IN_GUIDE = ("`Copy key`", "`Two lines`", "![A](pictures/a.png)", "Copy")
