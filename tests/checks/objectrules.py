"""What must not have gone into the compiled libraries: the walls between core, ui and the network."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Wall:
    """No object under `folder` was compiled from a header that matches `pattern`, `allowed` objects apart."""
    name: str
    folder: str
    pattern: str
    bad: str
    good: str
    allowed: str = r"(?!)"


WALLS = (
    Wall("core includes no widget", "core/", r"/QtWidgets/",
         bad="/usr/include/qt6/QtWidgets/QLabel", good="/usr/include/qt6/QtNetwork/QSslError"),
    Wall("core/document includes no network", "core/CMakeFiles/core_document.dir/", r"/QtNetwork/|/core/http/",
         bad="/project/core/http/envelope.h", good="/project/core/base/json.h"),
    Wall("core/document includes no Gui", "core/CMakeFiles/core_document.dir/", r"/QtGui/",
         bad="/usr/include/qt6/QtGui/QColor", good="/usr/include/qt6/QtCore/QVariant"),
    Wall("ui includes no network", "ui/", r"/QtNetwork/",
         bad="/usr/include/qt6/QtNetwork/qnetworkreply.h", good="/usr/include/qt6/QtWidgets/QLabel"),
    # An address, a credential and a choice of proxy are plain values that sessions and accounts are made of: those may come through.
    Wall("ui includes no HTTP", "ui/", r"/core/http/(?!(?:origin|credential|httplimits|proxysettings)\.h$)",
         bad="/project/core/http/httpclient.h", good="/project/core/http/origin.h"),
    Wall("qtkeychain behind one object", "", r"/qt\d?keychain/",
         bad="/usr/include/qt6keychain/keychain.h", good="/project/core/secrets/keychainstore.h",
         allowed=r"^core/.*\bkeychainstore\.cpp\.o$"),
)

WIDGET_SYMBOL = re.compile(r"\b(?:QWidget|QApplication|QDialog|QLayout|QAbstractItemView|QAction)\b")


def breaches(wall, objects):
    """Every object that has a hole in the wall, with the first header that came through."""
    found = []
    for name, headers in sorted(objects.items()):
        if name.startswith(wall.folder) and not re.search(wall.allowed, name):
            through = sorted(path for path in headers if re.search(wall.pattern, path))
            if through:
                found.append(f"{name}: {wall.name}: {through[0]}")
    return found


def widget_symbols(text):
    """Lines of nm's output that name a widget class."""
    return [line.strip() for line in text.splitlines() if WIDGET_SYMBOL.search(line)]


def archives(build):
    """The static libraries of core."""
    return sorted(Path(build, "core").rglob("*.a"))


def symbols(archive):
    """All names that a library defines or wants."""
    return subprocess.run(["nm", "-C", archive], check=True, capture_output=True, text=True).stdout
