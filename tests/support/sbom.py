#!/usr/bin/env python3
"""Writes what a Debian package is made of and needs as SPDX 2.3: the file beside it ends with .spdx.json instead of .deb.
Every byte follows from the package and its .buildinfo.

Usage: sbom.py PACKAGE.deb PACKAGE.buildinfo
"""

import hashlib
import json
import re
import subprocess
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path


def fields(text):
    """Those of a Debian control file: what goes on in the next line begins with a space."""
    return {name: value.strip() for name, value in re.findall(r"^([\w-]+):((?:.*)(?:\n .*)*)", text, re.M)}


def names(relation):
    """The packages of a relation such as "a (>= 1) | b, c", each alternative by itself."""
    return [re.match(r"[\w.+-]+", part.strip())[0] for part in re.split(r"[,|]", relation) if part.strip()]


def package(name, version, licence="NOASSERTION"):
    """A package of Debian."""
    reference = f"pkg:deb/debian/{name}" + (f"@{version}" if version else "")
    return {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, **({"versionInfo": version} if version else {}),
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": reference}]}


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def document(name, checksum, seconds, packages, relations):
    """The first of the packages is what it is about; the moment is that of the changelog, which its files have, too."""
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": name,
        "documentNamespace": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, checksum)}",
        "creationInfo": {"created": datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "creators": ["Tool: sbom.py"]},
        "packages": packages,
        "relationships": [relation("SPDXRef-DOCUMENT", "DESCRIBES", packages[0]["SPDXID"]), *relations]}


def own_package(name, version, checksum):
    """Ours, which is not in Debian."""
    own = package(name, version, "MIT")
    del own["externalRefs"]
    own["checksums"] = [{"algorithm": "SHA256", "checksumValue": checksum}]
    return own


def sbom(control, build, checksum, seconds):
    own = own_package(control["Package"], control["Version"], checksum)
    needed = names(control["Depends"])
    built_with = dict(re.findall(r"^ ([\w.+-]+) \(= (\S+)\)", "\n " + build["Installed-Build-Depends"], re.M))
    others = {name: package(name, built_with.get(name)) for name in sorted({*needed, *built_with})}
    return document(
        f"{control['Package']}_{control['Version']}_{control['Architecture']}", checksum, seconds, [own, *others.values()],
        [*(relation(own["SPDXID"], "DEPENDS_ON", others[name]["SPDXID"]) for name in sorted(set(needed))),
         *(relation(others[name]["SPDXID"], "BUILD_DEPENDENCY_OF", own["SPDXID"]) for name in sorted(built_with))])


def main():
    deb, build = Path(sys.argv[1]), fields(Path(sys.argv[2]).read_text())
    control = fields(subprocess.run(["dpkg-deb", "--field", deb], check=True, capture_output=True, text=True).stdout)
    seconds = int(re.search(r'SOURCE_DATE_EPOCH="(\d+)"', build["Environment"])[1])
    made = sbom(control, build, hashlib.sha256(deb.read_bytes()).hexdigest(), seconds)
    deb.with_suffix(".spdx.json").write_text(json.dumps(made, indent=1) + "\n")


if __name__ == "__main__":
    main()
