#!/usr/bin/env python3
"""Fails on a missing, empty, fuzzy or unused interface text.

usage: check_catalogues.py SOURCE_DIR
"""

import pathlib
import re
import sys

MESSAGE = re.compile(r'\b(?:tr|trn|msg)\(\s*"((?:[^"\\]|\\.)*)"')


def used(source):
    found = set()
    for file in (source / "app").rglob("*.cpp"):
        found.update(MESSAGE.findall(file.read_text(encoding="utf-8")))
    return found


def entries(po):
    """msgid -> all of its msgstr, from one catalogue; the header is left out."""
    found = {}
    for block in po.read_text(encoding="utf-8").split("\n\n"):
        ident = re.search(r'^msgid "(.*)"$', block, re.M)
        if ident and ident.group(1):
            found[ident.group(1)] = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', block, re.M), "#, fuzzy" in block
    return found


def main():
    source = pathlib.Path(sys.argv[1])
    wanted = used(source)
    faults = [] if wanted else ["no message was found in app/"]
    catalogues = sorted((source / "assets/locale").glob("*.po"))
    if len(catalogues) < 2:
        faults.append("fewer than two catalogues in assets/locale")
    for po in catalogues:
        have = entries(po)
        faults += [f"{po.name}: missing: {m}" for m in sorted(wanted - have.keys())]
        faults += [f"{po.name}: unused: {m}" for m in sorted(have.keys() - wanted)]
        faults += [f"{po.name}: empty or fuzzy: {m}" for m, (texts, fuzzy) in have.items() if fuzzy or not texts or "" in texts]
    print("\n".join(faults) or f"{len(wanted)} messages in {len(catalogues)} catalogues")
    sys.exit(1 if faults else 0)


main()
