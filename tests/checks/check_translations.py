#!/usr/bin/env python3
"""Checks that a translator gets every text of the program: what tr() and its like are given is found by lupdate, under the
name of a class, and the translations of the project have all that they promise: each plural, finished.

Usage: check_translations.py LUPDATE SOURCE_FOLDER
       check_translations.py LUPDATE --self-test     proves for every rule that it can fail and that it can pass
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import sourcerules

FOLDERS = ("core", "ui", "app")

# A call with a text, the context of some of them before it.
_CALL = re.compile(r"\b(?:tr|translate|QT_TR_N?_?NOOP|QT_TRANSLATE_N?_?NOOP)\s*\(\s*(?=\")")
_LITERAL = re.compile(r'"((?:\\.|[^"\\])*)"\s*')
_CONTEXT = re.compile(r"[A-Z]\w*(?:::[A-Z]\w*)*|lanyard::[A-Z]\w*")


def literal_at(text, start):
    """The string that begins there, whose parts may stand one behind the other, and where it ends."""
    parts = []
    while match := _LITERAL.match(text, start):
        parts.append(match[1])
        start = match.end()
    return "".join(parts).encode("latin-1", "backslashreplace").decode("unicode_escape", "replace"), start


def texts_in(source):
    """Every text that is given to be translated, and in how many lines."""
    found = {}
    code = sourcerules.blank(source, {"comment"})
    for call in _CALL.finditer(code):
        text, end = literal_at(code, call.end())
        if "TRANSLATE" in call[0] or call[0].startswith("translate"):
            if code[end:end + 1] != ",":
                continue
            after = re.compile(r",\s*").match(code, end)
            text, _ = literal_at(code, after.end())
        if text:
            found.setdefault(text, set()).add(code.count("\n", 0, call.start()))
    return {text: len(lines) for text, lines in found.items()}


def update(lupdate, folder, target, *options):
    """What lupdate says; the texts are in `target` then."""
    answer = subprocess.run([lupdate, *options, "-I", ".", *FOLDERS, "-extensions", "cpp,h", "-ts", target], cwd=folder,
                            capture_output=True, text=True, check=False)
    harmless = re.compile(r"(?:Scanning directory|Updating|Found \d+ source|Kept|Removed|Same-text|\s*$)"
                          r"|\s+(?:Found|Kept|Removed|Same)")
    return [f"lupdate: {line}" for line in (answer.stdout + answer.stderr).splitlines() if not harmless.match(line)]


def messages(path):
    """(context, message) of a file of translations."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def check_texts(lupdate, root):
    """Faults in how the sources give their texts."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "all.ts")
        found = update(lupdate, root, target, "-locations", "absolute")
        collected = Counter()
        for context, message in messages(target):
            text = message.findtext("source") or ""
            if not _CONTEXT.fullmatch(context):
                found.append(f"“{text}” has the context “{context}”, which is no class")
            for place in message.iter("location"):
                name = Path(folder, place.get("filename")).resolve()
                collected[(name.relative_to(root.resolve()).as_posix(), text)] += 1
    count = 0
    for name in sorted(path for folder in FOLDERS for ending in ("*.cpp", "*.h") for path in (root / folder).rglob(ending)):
        path = name.relative_to(root).as_posix()
        for text, given in texts_in(name.read_text()).items():
            count += given
            if collected[(path, text)] < given:
                found.append(f"{path}: lupdate does not find “{text}”")
    if not count:
        found.append("no text was looked at")
    return found, count


def check_translations(lupdate, root):
    """Faults in the translations: English has the plurals."""
    found = []
    files = sorted((root / "translations").glob("*.ts"))
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder, path.name)
            shutil.copy(path, target)
            update(lupdate, root, target, "-silent", "-locations", "none", "-pluralonly")
            before = {(context, message.findtext("source")) for context, message in messages(path)}
            for context, message in messages(target):
                text = f"{path.name}: “{message.findtext('source')}” of {context}"
                state = message.find("translation").get("type")
                if (context, message.findtext("source")) not in before:
                    found.append(f"{text} is missing: build the target update_translations")
                elif state in ("vanished", "obsolete"):
                    found.append(f"{text} is no longer in the sources")
                elif state == "unfinished" or not all(form.text for form in message.iter("numerusform")):
                    found.append(f"{text} is not translated")
    return found if files else ["there is no translation"]


SAMPLE = """#include <QObject>
namespace lanyard {
class Sample : public QObject { Q_OBJECT  void f(); };
const char *headers[] = {QT_TRANSLATE_NOOP("lanyard::Sample", "Header")};
void Sample::f() { tr("One " // with a comment
                      "text"); tr("%n key(s)", nullptr, 2); tr("Quoted \\"x\\""); }
}
"""
PLURALS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en_US" sourcelanguage="en_US">
<context><name>lanyard::Sample</name><message numerus="yes"><source>%n key(s)</source>
<translation><numerusform>%n key</numerusform><numerusform>%n keys</numerusform></translation></message></context></TS>"""


def self_test(lupdate):
    """What is wrong with the checks themselves."""
    wrong = []

    def expect(what, source, plurals, *faults):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in (*FOLDERS, "translations"):
                (root / name).mkdir()
            (root / "core" / "sample.cpp").write_text(source)
            (root / "translations" / "x.ts").write_text(plurals)
            found = "\n".join(check_texts(lupdate, root)[0] + check_translations(lupdate, root))
            if bool(found) != bool(faults) or not all(fault in found for fault in faults):
                wrong.append(f"{what}: {found or 'nothing found'}")

    expect("what is right", SAMPLE, PLURALS)
    expect("no Q_OBJECT", SAMPLE.replace("Q_OBJECT", ""), PLURALS, "lupdate: ")
    expect("no context", SAMPLE + 'void g() { tr("Alone"); }\n', PLURALS, "lupdate: ")
    expect("a context that is no class", SAMPLE.replace('"lanyard::Sample", "H', '"a b", "H'), PLURALS, "is no class")
    expect("not found", SAMPLE + '#define text tr("Hidden")\n', PLURALS, "does not find “Hidden”")
    expect("a plural that is missing", SAMPLE.replace("}\n}", 'tr("%n x(s)", nullptr, 1); }\n}'), PLURALS, "is missing")
    expect("one too many", SAMPLE, PLURALS.replace("key(s)", "other(s)"), "is missing", "no longer in the sources")
    expect("not translated", SAMPLE, PLURALS.replace("%n keys", ""), "is not translated")
    expect("nothing", "", PLURALS.split("<context>")[0] + "</TS>", "no text was looked at")
    return wrong


def main():
    lupdate = sys.argv[1]
    if sys.argv[2] == "--self-test":
        found, last = self_test(lupdate), "Every check can fail, and can pass."
    else:
        root = Path(sys.argv[2]).resolve()
        found, count = check_texts(lupdate, root)
        found += check_translations(lupdate, root)
        last = f"{count} texts: {len(found)} faults"
    print("\n".join([*found, last]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
