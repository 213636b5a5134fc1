"""Reads pages of hostile texts with html5lib and compares texts, values and elements with what went in.

Usage: pip install html5lib; python3 parse.py cases.json
The cases are written by ReferenceTests: a list of {"text": …, "html": …}.
"""

import json
import sys

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = (
    [HTML + name for name in "html head meta title body div p textarea pre table tbody tr td bdi".split()]
    + [SVG + name for name in "svg title text".split()]
)


def differences(case):
    """What differs between a case and its page."""
    shown = case["text"].replace("\0", "\ufffd")
    root = html5lib.parse(case["html"])
    found = [element.tag for element in root.iter()]
    if found != ELEMENTS:
        yield "elements", found
    for element in root.iter():
        for name in ("title", "aria-label"):
            if name in element.attrib and element.attrib[name] != shown:
                yield name, element.attrib[name]
        text = element.text or ""
        plain = element.tag in (HTML + "textarea", HTML + "pre")
        expected = shown if plain else "x" + shown
        if element.tag in ELEMENTS and element.tag.split("}")[1] in ("title", "p", "bdi", "text", "textarea", "pre"):
            if text != expected:
                yield element.tag, text


def main():
    cases = json.load(open(sys.argv[1], encoding="utf-8"))
    faults = [(case, difference) for case in cases for difference in differences(case)]
    for case, difference in faults[:10]:
        print(repr(case["text"]), *difference, sep="\n  ")
    print(f"{len(cases)} pages, {len(faults)} differences")
    sys.exit(1 if faults or not cases else 0)


main()
