"""The folders of the program: what each links and includes, read from the CMake lists and the sources."""

import re
from dataclasses import dataclass
from pathlib import Path

LAYERS = ("core", "ui", "app")

_LIBRARY = re.compile(r"^lanyard_library\(\s*(\w+)(.*?)\)", re.MULTILINE | re.DOTALL)
_ALIAS = re.compile(r"^target_link_libraries\(\s*(\w+)\s+INTERFACE\s+(.*?)\)", re.MULTILINE | re.DOTALL)
_INCLUDE = re.compile(r'^\s*#\s*include\s*"((?:core|ui|app)/[^"]+)"', re.MULTILINE)


@dataclass
class Folder:
    """A folder, the libraries that its own links, by their folders, and the folders that its files include."""
    path: str
    links: list
    includes: set


def libraries(layer, text):
    """The libraries of a CMake list in their order, as (library, folders, links); a name for several has no folder."""
    found = []
    for match in _LIBRARY.finditer(text):
        part, words = None, {"LINK": [], "SOURCES": []}
        for word in match[2].split():
            if word in words:
                part = word
            elif part:
                words[part].append(word)
        inner = sorted({source.rpartition("/")[0] for source in words["SOURCES"]})
        found.append((match.start(), match[1], [f"{layer}/{path}".rstrip("/") for path in inner], words["LINK"]))
    found += [(match.start(), match[1], [], match[2].split()) for match in _ALIAS.finditer(text)]
    return [entry[1:] for entry in sorted(found)]


def graph(lists, sources):
    """(folders, faults) of CMake lists {layer: text} and sources {name: text}, in the order in which they may be used."""
    declared = [entry for layer in LAYERS for entry in libraries(layer, lists[layer])]
    names = {library for library, _, _ in declared}
    folder_of = {library: paths[0] for library, paths, _ in declared if paths}
    reach, folders, faults = {}, [], []
    for library, paths, links in declared:
        ours = [link for link in links if link in names]
        faults += [f"{library} links {link}, which stands after it" for link in ours if link not in reach]
        reach[library] = set(paths).union(*(reach.get(link, set()) for link in ours))
        for path in paths:
            included = {}
            for name, text in sources.items():
                if name.rpartition("/")[0] == path:
                    for header in _INCLUDE.findall(text):
                        included.setdefault(header.rpartition("/")[0], f"{name} includes {header}")
            included.pop(path, None)
            faults += [f"{why}, but {library} does not link its library"
                       for folder, why in sorted(included.items()) if folder not in reach[library]]
            folders.append(Folder(path, [folder_of.get(link, link) for link in links], set(included)))
    known = {folder.path for folder in folders}
    faults += [f"{name} is in no library's folder" for name in sorted(sources)
               if name.startswith(tuple(f"{layer}/" for layer in LAYERS)) and name.endswith((".cpp", ".h"))
               and name.rpartition("/")[0] not in known]
    return folders, faults


def read(root, files):
    """The same, of the project: `files` are its texts, as (name, text)."""
    lists = {layer: Path(root, layer, "CMakeLists.txt").read_text(encoding="utf-8") for layer in LAYERS}
    return graph(lists, {name: text for name, text in files if name.endswith((".cpp", ".h"))})


def table(folders):
    """For people: one line a folder."""
    width = max(len(folder.path) for folder in folders)
    return "\n".join(f"{folder.path:{width}}  links {' '.join(folder.links)}; "
                     f"includes {' '.join(sorted(folder.includes)) or 'no other'}" for folder in folders)
