#!/usr/bin/env python3
"""Checks that the walls of the design stand, in the sources and in what was compiled from them, and that the documentation
names what exists; prints the folders.

Usage: check_layers.py SOURCE_FOLDER BUILD_FOLDER
       check_layers.py --self-test     proves for every rule that it can fail and that it can pass
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

import docrules  # noqa: E402
import foldergraph  # noqa: E402
import ninjadeps  # noqa: E402  (found through the line above)
import objectrules  # noqa: E402
import sourcerules  # noqa: E402


def check_sources(root):
    """Faults in the text of the project."""
    found, count = [], 0
    for name, text in sourcerules.files_of(root):
        count += 1
        for rule in sourcerules.RULES:
            found += sourcerules.faults(rule, name, text)
        # Where this copy of the project lies is a path of a machine as well.
        if len(root.parts) > 2 and f"{root}/" in text:
            found.append(f"{name}: names the folder that this copy lies in")
    return found, count


def check_docs(files, pictures=()):
    """Names in the documentation that nothing has, of a project with these (name, text) and pictures."""
    project = docrules.Project(dict(files), pictures)
    pages = [name for name in project.files if docrules.is_page(name)]
    return [fault for name in pages for fault in docrules.faults(name, project.files[name], project)] if pages else [
        "no page of the documentation was looked at"]


def check_objects(objects, folders=("core/", "ui/")):
    """Holes in the walls. A folder without objects is a fault: nothing was checked then."""
    found = [f"no object of {folder} was looked at: is it built, and with ninja?"
             for folder in folders if not any(name.startswith(folder) for name in objects)]
    for wall in objectrules.WALLS:
        found += objectrules.breaches(wall, objects)
    return found


def check_symbols(libraries):
    """Widget classes that the libraries of core refer to."""
    if not libraries:
        return ["no library of core was looked at: is it built?"]
    return [f"{path.name}: {line}" for path in libraries
            for line in objectrules.widget_symbols(objectrules.symbols(path))]


def self_test():
    """What is wrong with the checks themselves."""
    wrong = []

    def expect(what, condition):
        if not condition:
            wrong.append(what)

    for rule in sourcerules.RULES:
        path = rule.folders[0] + "sample" + rule.endings[0]
        for sample in rule.bad:
            expect(f"{rule.name}: takes {sample!r}", sourcerules.faults(rule, path, f"int a;\n{sample}\n"))
            for allowed in rule.allowed:
                expect(f"{rule.name}: refuses {allowed}", not sourcerules.faults(rule, allowed, sample))
        for sample in rule.good:
            expect(f"{rule.name}: refuses {sample!r}", not sourcerules.faults(rule, path, sample))

    sample = docrules.Project(docrules.SAMPLE, docrules.PICTURES)
    for token in docrules.BAD:
        expect(f"a page may name {token}", docrules.faults("README.md", token, sample))
    for token in docrules.GOOD:
        expect(f"a page may not name {token}", not docrules.faults("README.md", token, sample))
    for token in docrules.BAD_IN_GUIDE:
        expect(f"the guide may name {token}", docrules.faults(docrules.GUIDE, token, sample))
    for token in docrules.GOOD_IN_GUIDE:
        expect(f"the guide may not name {token}", not docrules.faults(docrules.GUIDE, token, sample))
    expect("the README may show any picture", docrules.faults("README.md", "![A](docs/pictures/b.png)", sample))
    expect("a project without pages passes", check_docs(docrules.SAMPLE.items()))

    for wall in objectrules.WALLS:
        name = (wall.folder or "core/") + "CMakeFiles/x.dir/sample.cpp.o"
        for header, bad in ((wall.bad, True), (wall.good, False)):
            text = f"{name}: #deps 2, deps mtime 1 (VALID)\n    ../sample.cpp\n    {header}\n\n"
            breaches = objectrules.breaches(wall, ninjadeps.parse(text, Path("/")))
            expect(f"{wall.name}: {header}", bool(breaches) == bad)
    expect("an empty build passes", len(check_objects({})) == 2)
    expect("no libraries pass", check_symbols([]))

    lists = {"core": "lanyard_library(core_a LINK Qt6::Core\n    SOURCES a/a.cpp)\n"
                     "lanyard_library(core_b LINK core_a SOURCES b/b.cpp)\n"
                     "add_library(core INTERFACE)\ntarget_link_libraries(core INTERFACE core_b)\n",
             "ui": "lanyard_library(ui LINK core SOURCES w.cpp)\n", "app": ""}
    for name, header, bad in (("core/b/b.cpp", "core/a/a.h", False), ("core/a/a.cpp", "core/b/b.h", True),
                              ("ui/w.cpp", "core/a/a.h", False), ("core/a/a.cpp", "ui/w.h", True),
                              ("core/c/c.cpp", "core/a/a.h", True)):
        faults = foldergraph.graph(lists, {name: f'#include "{header}"\n'})[1]
        expect(f"{name} includes {header}", bool(faults) == bad)
    upward = {**lists, "core": lists["core"].replace("Qt6::Core", "Qt6::Core core_b")}
    expect("a link upward passes", foldergraph.graph(upward, {})[1])

    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder, "x.cpp"), Path(folder, "libx.a")
        for code, bad in (("struct QWidget { void show(); }; void f(QWidget &w) { w.show(); }", True),
                          ("struct QObject { void show(); }; void f(QObject &w) { w.show(); }", False)):
            source.write_text(code)
            subprocess.run(["c++", "-c", source, "-o", source.with_suffix(".o")], check=True)
            library.unlink(missing_ok=True)
            subprocess.run(["ar", "rc", library, source.with_suffix(".o")], check=True)
            expect(f"symbols of {code}", bool(check_symbols([library])) == bad)
        tree = Path(folder, "a", "project", "core")
        tree.mkdir(parents=True)
        (tree / "a.cpp").write_text("void f() { QEventLoop l; }\n// " + str(tree.parent) + "/x\n")
        expect("a tree with two faults", len(check_sources(tree.parent)[0]) == 2)
    return wrong


def main():
    if sys.argv[1:] == ["--self-test"]:
        wrong = self_test()
        print("\n".join(wrong) or "Every check can fail, and can pass.")
        sys.exit(1 if wrong else 0)
    root, build = (Path(argument).resolve() for argument in sys.argv[1:3])
    objects = ninjadeps.read(build)
    libraries = objectrules.archives(build)
    found, count = check_sources(root)
    found += check_objects(objects) + check_symbols(libraries)
    files = list(sourcerules.files_of(root))
    pictures = [path.relative_to(root).as_posix() for path in (root / "docs/pictures").glob("*.png")]
    found += check_docs(files, pictures)
    folders, faults = foldergraph.read(root, files)
    found += faults
    print(foldergraph.table(folders) + "\n")
    print("\n".join(found))
    print(f"{count} files, {len(objects)} objects, {len(libraries)} libraries of core: {len(found)} faults")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
