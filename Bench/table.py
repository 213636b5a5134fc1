#!/usr/bin/env python3
"""Prints the rounds of scripts/bench-peers as a table, and whether the results are equal.

    table.py ROUNDS.jsonl

Each line is one run, as timed.py prints it. Ends with 1 when a result differs from Stimul's, or from round to round.
"""
import json, statistics, sys

import compare

STIMUL = "stimul"
HEAD = ("engine", "version", "median s", "min s", "CPU s", "peak MB", "ratio", "process s", "equal")


def read(path):
    """The runs of each engine, in the order in which they first ran."""
    engines = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            run = json.loads(line)
            engines.setdefault(run["engine"], []).append(run)
    return engines


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def equality(engine, runs, report, problems):
    """What the last column says; what is wrong is added to the problems."""
    if len({run["md5"] for run in runs}) > 1:
        problems.append(f"{engine}: the rounds have different results")
        return "no"
    if engine == STIMUL:
        return ""
    if runs[0]["md5"] == compare.md5(report):
        return "yes"
    peer = compare.read_peer(runs[0]["result"])
    different, lines = compare.show(list(compare.differences(report, peer)))
    problems.append("\n".join([f"{engine}: {different} of {len(report.keys() | peer.keys())} rows differ", *lines]))
    return "no" if different else "yes"


def row(engine, runs, own, equal):
    seconds = median(runs, "seconds")
    return (engine, runs[0]["version"], f"{seconds:.3f}", f"{min(run['seconds'] for run in runs):.3f}",
            f"{median(runs, 'cpu_seconds'):.2f}", f"{median(runs, 'peak_mb'):.0f}", f"{seconds / own:.2f}",
            f"{median(runs, 'process_seconds'):.3f}", equal)


def show(rows):
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEAD))]
    for cells in rows:
        texts = [cell.ljust(width) if column < 2 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(cells, widths))]
        print("  ".join(texts).rstrip())


def main():
    engines = read(sys.argv[1])
    report = compare.read_report(engines[STIMUL][-1]["result"])
    own, problems = median(engines[STIMUL], "seconds"), []
    show([HEAD] + [row(engine, runs, own, equality(engine, runs, report, problems))
                   for engine, runs in engines.items()])
    if problems:
        print("\n" + "\n".join(problems))
        sys.exit(1)


if __name__ == "__main__":
    main()
