#!/usr/bin/env python3
"""Checks what desktops and shells are told of the program, as `cmake --install` puts it down: the desktop file, the metainfo
and the man page by the tools that define what is right, and the man page and the completions against `lanyard --help`.

Usage: check_desktop.py BUILD_FOLDER PROGRAM
       check_desktop.py --self-test
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def run(*command, where=None):
    """What it prints; and whether it succeeded."""
    done = subprocess.run(command, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
    return done.stdout, done.returncode == 0


def helped(text):
    """The sentence of each option in what --help prints, where a sentence may go on in the next line."""
    found, names = {}, []
    for line in text.partition("Options:\n")[2].splitlines():
        options, _, sentence = line.strip().partition("  ")
        if options.startswith("-"):
            names = OPTION.findall(options)
            found |= {name: sentence.strip() for name in names}
        else:
            found |= {name: f"{found[name]} {line.strip()}" for name in names}
    return found


def manual(text):
    """The same from the printed man page."""
    section = re.search(r"^OPTIONS\n(.*?)^\S", text, re.S | re.M)[1]
    found = {}
    for options, sentence in re.findall(r"^     (-.*)\n((?:\t| {8}).*\n(?:(?:\t| {8}).*\n)*)", section, re.M):
        found |= {name: " ".join(sentence.split()) for name in OPTION.findall(options)}
    return found


def completed(text):
    """The same from zsh's specifications ("--server=[Address.]:URL:") or fish's list ("--server<Tab>Address.")."""
    lines = (re.match(r"(?:\(.*?\))?(--?[\w-]+)=?(?:\[(.*?)\].*|\t(.*))$", line) for line in text.splitlines())
    return {line[1]: line[2] or line[3] for line in lines if line}


def from_shells(share):
    """What each shell offers for "lanyard -" and "lanyard --"."""
    bash = f"source {share}/bash-completion/completions/lanyard; _lanyard lanyard - lanyard; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    zsh = f"_arguments() {{ print -rl -- \"$@\" }}; source {share}/zsh/site-functions/_lanyard"
    fish = f"source {share}/fish/vendor_completions.d/lanyard.fish; complete -C 'lanyard -'; complete -C 'lanyard --'"
    yield "bash", run("bash", "--norc", "-c", bash)[0].split()
    yield "zsh", completed(run("zsh", "-f", "-c", zsh)[0])
    yield "fish", completed(run("fish", "--no-config", "-c", fish)[0])


def differences(name, wanted, found):
    """`found` has the options alone, or their sentences too."""
    faults = [f"{name} has {option}, which is none" for option in sorted(set(found) - set(wanted))]
    for option, sentence in sorted(wanted.items()):
        if option not in found:
            faults.append(f"{name} lacks {option}")
        elif isinstance(found, dict) and found[option] != sentence:
            faults.append(f"{name} says of {option}: {found[option]!r} instead of {sentence!r}")
    return faults


def of_activation(prefix, share):
    """D-Bus starts a program by the whole path, and only if the desktop file has the service's name."""
    service, = share.glob("dbus-1/services/*.service")
    entry, = share.glob("applications/*.desktop")
    wanted = f"[D-BUS Service]\nName={entry.stem}\nExec={prefix}/bin/lanyard\n"
    return [] if service.read_text() == wanted and service.stem == entry.stem else [f"{service.name}: {service.read_text()}"]


def of_flatpak(share):
    """Its manifest can only repeat the name that CMake sets."""
    entry, = share.glob("applications/*.desktop")
    manifest, = (Path(__file__).resolve().parents[2] / "packaging/flatpak").glob("*.yml")
    named = re.search(r"^id: (\S+)$", manifest.read_text(), re.M)[1]
    return [] if named == manifest.stem == entry.stem else [f"{manifest.name} is of {named}, the desktop file of {entry.stem}"]


def check(build, program):
    wanted = helped(run(program, "--help")[0])
    with tempfile.TemporaryDirectory() as folder:
        said, went_well = run("cmake", "--install", build, "--prefix", folder, "--component", "desktop")
        if not went_well or not wanted:
            return [said]
        share = Path(folder) / "share"
        published = next(Path(build).glob("resources/desktop/published/*.metainfo.xml"))
        page = share / "man/man1/lanyard.1"
        faults = []
        for command in (
                ("desktop-file-validate", *share.glob("applications/*")),
                ("appstreamcli", "validate", "--no-net", "--explain", *share.glob("metainfo/*")),
                ("appstreamcli", "validate", "--no-net", "--explain", published),
                ("mandoc", "-T", "lint", "-W", "warning", page)):
            said, went_well = run(*command)
            # A build of one's own has no homepage, which AppStream 1.0 warns of.
            is_known = published not in command and re.findall(r"^ *[EW]: \S+ (\S+)", said, re.M) == ["url-homepage-missing"]
            faults += [] if went_well or is_known else [f"{command[0]}: {said}"]
        faults += of_activation(folder, share) + of_flatpak(share)
        printed, _ = run("mandoc", "-T", "ascii", "-O", "width=200", page)
        faults += differences("the man page", wanted, manual(re.sub(".\b", "", printed)))  # bold is printed twice
        for shell, found in from_shells(share):
            faults += differences(shell, wanted, found)
    return faults


def self_test():
    text = "Usage: x [options]\nOptions:\n  -h, --help     Show\n                 this.\n  --user <NAME>  Who.\n"
    wanted = {"-h": "Show this.", "--help": "Show this.", "--user": "Who."}
    assert helped(text) == wanted, helped(text)
    page = "OPTIONS\n     Words.\n\n     -h, --help\n             Show this.\n\n     --user NAME\n             Who.\n\nFILES\n"
    assert manual(page) == wanted, manual(page)
    assert completed("(- *)-h[Show this.]\n(- *)--help[Show this.]\n--user=[Who.]:NAME:\n") == wanted
    assert completed("-h\tShow this.\n--help\tShow this.\n--user\tWho.\n") == wanted
    assert differences("x", wanted, wanted) == differences("x", wanted, list(wanted)) == []
    assert differences("x", wanted, {**wanted, "--all": "All."}) == ["x has --all, which is none"]
    assert differences("x", wanted, ["-h", "--help"]) == ["x lacks --user"]
    assert len(differences("x", wanted, {**wanted, "--user": "Where."})) == 1


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    faults = check(*sys.argv[1:])
    if faults:
        sys.exit("\n".join(faults))
    return None


if __name__ == "__main__":
    main()
