#!/usr/bin/env python3
"""Compares Stimul's report of the workload with a peer's result, cell by cell.

    compare.py REPORT.csv PEER.csv [--write CONVERTED.csv]

The report has months, money and ratios as decimal numbers; the peers count months from 0, cents and 1/10,000. The report
is converted exactly: what cannot be stays as it is, and so differs. The MD5 is that of the converted report; when all is
equal it is the peer's. Ends with 1 when something differs.
"""
import argparse, csv, hashlib, re, sys

FIRST_YEAR = 2024
KEY = ("period", "payee_id")
PLACES = {name: 2 for name in ("credited", "base", "tier", "team", "overlay", "bonus", "pool_share", "total")}
PLACES |= {name: 4 for name in ("att", "s1", "s2", "s3", "s4", "s5", "score")}
PLACES |= {"n": 0}
COLUMNS = KEY + ("n", "credited", "base", "tier", "att", "team", "overlay", "s1", "s2", "s3", "s4", "s5", "score",
                 "bonus", "pool_share", "total")
NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
SHOWN = 10


def whole(text, places):
    """A decimal number in its smallest parts: 123.4 with 2 places is 12340."""
    found = NUMBER.fullmatch(text)
    fraction = (found[3] or "").rstrip("0") if found else ""
    if not found or len(fraction) > places:
        return text
    digits = (found[2] + fraction.ljust(places, "0")).lstrip("0")
    return found[1] + digits if digits else "0"


def month(text):
    year, number = text.split("-")
    return (int(year) - FIRST_YEAR) * 12 + int(number) - 1


def table(path, required):
    """The rows of a CSV file as dictionaries."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        missing = [name for name in required if name not in (reader.fieldnames or [])]
        if missing:
            sys.exit(f"{path} has no column {', '.join(missing)}")
        yield from reader


def rows_by_key(path, rows):
    found = {}
    for key, cells in rows:
        if key in found:
            sys.exit(f"{path} has two rows for period {key[0]}, person {key[1]}")
        found[key] = cells
    return found


def read_report(path):
    """Stimul's report, converted."""
    def rows():
        for row in table(path, ("period", "person", *PLACES)):
            yield (month(row["period"]), int(row["person"])), [whole(row[name], PLACES[name]) for name in COLUMNS[2:]]

    return rows_by_key(path, rows())


def read_peer(path):
    def rows():
        for row in table(path, COLUMNS):
            yield (int(row["period"]), int(row["payee_id"])), [row[name] for name in COLUMNS[2:]]

    return rows_by_key(path, rows())


def text(rows):
    """The rows as the peers write them."""
    lines = [",".join(COLUMNS)]
    lines += [",".join([str(key[0]), str(key[1]), *cells]) for key, cells in sorted(rows.items())]
    return ("\n".join(lines) + "\n").encode()


def md5(rows):
    return hashlib.md5(text(rows)).hexdigest()


def differences(report, peer):
    """What differs, in the order of the rows: (key, column, in the report, at the peer)."""
    for key in sorted(report.keys() | peer.keys()):
        if key not in report or key not in peer:
            yield key, "row", "there" if key in report else "missing", "there" if key in peer else "missing"
        elif report[key] != peer[key]:
            for name, ours, theirs in zip(COLUMNS[2:], report[key], peer[key]):
                if ours != theirs:
                    yield key, name, ours, theirs


def show(found):
    """How many rows differ, and the first differences in words."""
    different = {key for key, *_ in found}
    lines = [f"period {period}, person {person}, {name}: {ours!r}, the peer has {theirs!r}"
             for (period, person), name, ours, theirs in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"and {len(found) - SHOWN} more cells")
    return len(different), lines


def main():
    parser = argparse.ArgumentParser(description="Compares Stimul's report of the workload with a peer's result.")
    parser.add_argument("report")
    parser.add_argument("peer")
    parser.add_argument("--write", help="where the converted report goes")
    given = parser.parse_args()
    report, peer = read_report(given.report), read_peer(given.peer)
    different, lines = show(list(differences(report, peer)))
    total = len(report.keys() | peer.keys())
    print(f"{total - different} of {total} rows are equal")
    print("\n".join([*lines, f"md5 {md5(report)}"]))
    if given.write:
        with open(given.write, "wb") as file:
            file.write(text(report))
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
