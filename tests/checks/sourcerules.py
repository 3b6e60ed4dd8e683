"""What must not stand in the project's text. Every rule brings samples that prove that it can fail and can pass."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import lookrules

PROGRAM = ("core/", "ui/", "app/")
CPP = (".cpp", ".h")


@dataclass(frozen=True)
class Rule:
    """Text that matches `pattern` is a fault, in files under `folders` with one of `endings`, but for those whose path
    begins with one of `allowed`, and for lines that say why they may with the comment `excuse`."""
    name: str
    why: str
    pattern: str
    bad: tuple
    good: tuple
    folders: tuple = PROGRAM
    endings: tuple = CPP
    allowed: tuple = ()
    look_at: str = "code"  # code: comments and strings blanked; lines: comments blanked; text: everything
    excuse: str = ""


RULES = (
    Rule("one event loop", "a nested event loop lets objects die under the code that runs it",
         r"\bprocessEvents\s*\(|\bQEventLoop\b",
         bad=("QCoreApplication::processEvents();", "QEventLoop loop;", "qApp->processEvents (x);"),
         good=("// processEvents() is not used", 'tr("QEventLoop");', "m_reprocessEventsLater = 1;")),
    Rule("exec in main only", "exec() runs a nested event loop",
         r"(?:\.|->|::)\s*exec\s*\(",
         bad=("dialog.exec();", "menu->exec(pos);", "return QApplication::exec();"),
         good=("/* dialog.exec() */", "executor.executeNow();"),
         allowed=("app/main.cpp",)),
    Rule("no static dialogs", "they run a nested event loop too",
         r"\bQMessageBox::(?:about|aboutQt|critical|information|question|warning)\s*\("
         r"|\bQFileDialog::get(?:Open|Save|Existing)\w+\s*\(|\bQInputDialog::get\w+\s*\(",
         bad=("QMessageBox::question(this, a, b);", "auto f = QFileDialog::getOpenFileName(this);"),
         good=("box->setIcon(QMessageBox::Question);", "QFileDialog::AcceptMode mode{};")),
    Rule("qtkeychain in one file", "its many traps are dealt with in one place",
         r"#\s*include\s*[<\"](?:qt\d?keychain/)?keychain\.h[>\"]",
         bad=("#include <qt6keychain/keychain.h>", '#include "keychain.h"'),
         good=('#include "core/secrets/keychainstore.h"', "// #include <qt6keychain/keychain.h>"),
         folders=(*PROGRAM, "tests/"), allowed=("core/secrets/keychainstore.cpp",), look_at="lines"),
    Rule("ui names no network", "what a window needs to know of the service, core tells it in other words",
         r"#\s*include\s*[<\"](?:core/http/|core/session/authapi|QtNetwork|QNetwork|QSsl|QTcp)",
         bad=('#include "core/http/origin.h"', "#include <QNetworkReply>", '#include "core/session/authapi.h"'),
         good=('#include "core/session/session.h"', "#include <QtWidgets>"),
         folders=("ui/",), look_at="lines"),
    Rule("no TLS error waved through", "without arguments it waves through every error there is",
         r"\bignoreSslErrors\s*\(\s*\)",
         bad=("reply->ignoreSslErrors();", "reply->ignoreSslErrors( );"),
         good=("reply->ignoreSslErrors(pinned);",), folders=(*PROGRAM, "tests/")),
    Rule("no certificate unseen", "a server could be anybody",
         r"\bsetPeerVerifyMode\s*\(|\b(?:VerifyNone|QueryPeer|AutoVerifyPeer)\b|\bsetPeerVerifyDepth\s*\("
         r"|\bsetProtocol\s*\((?!QSsl::TlsV1_2OrLater\))",
         bad=("configuration.setPeerVerifyMode(QSslSocket::VerifyNone);", "c.setPeerVerifyMode (mode);",
              "auto mode = QSslSocket::QueryPeer;", "c.setPeerVerifyDepth(1);", "c.setProtocol(QSsl::AnyProtocol);"),
         good=("configuration.setProtocol(QSsl::TlsV1_2OrLater);", "// VerifyNone is not used", 'tr("VerifyNone");')),
    Rule("no link is opened", "a service that names an address would have it called",
         r"\bQDesktopServices\b|\bopenUrl\s*\(|\bsetOpen(?:External)?Links\s*\(\s*true|\bTextBrowserInteraction\b",
         bad=("QDesktopServices::openUrl(url);", "label->setOpenExternalLinks(true);", "box->setOpenLinks( true );"),
         good=("// openUrl() is not used", "label->setOpenExternalLinks(false);", "reopenUrlList();")),
    Rule("no plain-text secrets", "the fallback writes secrets to a settings file",
         r"\bsetInsecureFallback\s*\(\s*(?!false\s*\))",
         bad=("job->setInsecureFallback(true);", "job->setInsecureFallback(isTest);"),
         good=("job->setInsecureFallback(false);",), folders=(*PROGRAM, "tests/")),
    Rule("hints by setHint", "Qt describes a field by its placeholder to screen readers, also when it is filled",
         r"\bsetPlaceholderText\s*\(",
         bad=("field->setPlaceholderText(tr(x));", "edit.setPlaceholderText (text);"),
         good=("setHint(field, text);", "// setPlaceholderText() is not used"),
         allowed=("ui/common/fieldaccess.cpp",)),
    Rule("short files", "a longer one has more than one reason to change",
         r"\A(?:.*\n){250}\s*\S",
         bad=("int b;\n" * 251, "int b;\n" * 250 + "\nint b;\n"), good=("int b;\n" * 240,), look_at="text"),
    # The folders are put together here so that this very line is not a find.
    Rule("no path of a machine", "it exists for nobody else",
         r"(?<![\w.%~/{}$-])/(?:" + "|".join(("work", "root", r"home/\w+", r"Users/\w+")) + r")(?![\w.-])"
         r"|\.\./" + "shared\\b",
         bad=("see /" + "work/notes.md", '"/' + 'home/maria/x"', "cd /" + "root", "cp ../" + "shared/x .",
              "/" + "work"),
         good=("https://host/work/x", "the network/work split", "$HOME/work", "/workers", "core/root/x",
               "../" + "sharedlib"),
         folders=("",), endings=("",), look_at="text"),
    *lookrules.rules(Rule),
)

_TOKENS = re.compile(r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<raw> R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)" )
  | (?P<string> "(?:\\.|[^"\\\n])*" )
  | (?P<char> '(?:\\.|[^'\\\n])+' )
""", re.VERBOSE | re.DOTALL)


def blank(text, kinds):
    """`text` with the tokens of these kinds emptied, line by line as long as before."""
    def emptied(match):
        kind = "raw" if match["raw"] else match.lastgroup
        return re.sub(r"[^\n]", " ", match[0]) if kind in kinds else match[0]
    return _TOKENS.sub(emptied, text)


def seen(rule, text):
    """What the rule looks at."""
    if rule.look_at == "text":
        return text
    return blank(text, {"comment"} if rule.look_at == "lines" else {"comment", "raw", "string", "char"})


def faults(rule, path, text):
    """Every line of the file that breaks the rule."""
    if not path.startswith(rule.folders) or not path.endswith(rule.endings) or path.startswith(rule.allowed):
        return []
    lines = text.splitlines()
    looked_at = seen(rule, text)
    found = []
    for match in re.finditer(rule.pattern, looked_at):
        number = looked_at.count("\n", 0, match.start())
        if rule.excuse and rule.excuse in lines[number]:
            continue
        found.append(f"{path}:{number + 1}: {rule.name} ({rule.why}): {lines[number].strip()}")
    return found


def files_of(root):
    """The project's text files: what git knows, or, where there is no git, what is there apart from the build."""
    answer = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, text=True, check=False)
    if answer.returncode == 0 and answer.stdout:
        names = answer.stdout.rstrip("\0").split("\0")
    else:
        names = [str(path.relative_to(root)) for path in Path(root).rglob("*")
                 if path.relative_to(root).parts[0] not in ("build", ".git")]
    for name in sorted(names):
        path = Path(root) / name
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            if b"\0" not in data:
                yield name, data.decode("utf-8", "replace")
