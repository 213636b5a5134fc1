#!/usr/bin/env python3
"""Reads the same workbook with Stimul and with openpyxl, in turn, and prints medians.

    rounds.py FILE --tool PROGRAM [--rounds 3]

Each reading is a process of its own; its time and memory are those of the whole process. The first round is not counted. Both
have to find the same rows, cells and texts, and the same sum.
"""
import argparse, importlib.metadata, json, os, statistics, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    """What a command took, and what it printed."""
    begin = time.perf_counter()
    reading, writing = os.pipe()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)])
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        printed = pipe.read()
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    peak = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return dict(seconds=seconds, cpu=used.ru_utime + used.ru_stime, peak=peak, found=json.loads(printed))


def same(left, right):
    """Whether both saw the same; sums of binary fractions differ by the order of their rounding at most."""
    exact = all(left[key] == right[key] for key in ("rows", "cells", "text_bytes"))
    return exact and abs(left["sum"] - right["sum"]) <= 1e-9 * abs(right["sum"])


def main():
    parser = argparse.ArgumentParser(description="One workbook, two readers, in turn.")
    parser.add_argument("file")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    engines = {
        "stimul": [given.tool, "time", given.file],
        f"openpyxl {importlib.metadata.version('openpyxl')}": [sys.executable, f"{HERE}/openpyxl_rows.py", given.file],
    }
    rounds = [{name: run(command) for name, command in engines.items()} for _ in range(given.rounds + 1)][1:]
    own, peer = (rounds[0][name]["found"] for name in engines)
    if not same(own, peer):
        sys.exit(f"the readers disagree: {own} {peer}")
    print(f"found     {own['rows']} rows, {own['cells']} cells, the same by both")
    base = {key: statistics.median(one["stimul"][key] for one in rounds) for key in ("seconds", "cpu")}
    print(f"{'reader':<16} {'median s':>9} {'min s':>8} {'CPU s':>8} {'peak MB':>8} {'times':>7} {'CPU times':>10}")
    for name in engines:
        of = lambda key: [one[name][key] for one in rounds]
        seconds, cpu = statistics.median(of("seconds")), statistics.median(of("cpu"))
        print(f"{name:<16} {seconds:9.2f} {min(of('seconds')):8.2f} {cpu:8.2f} {statistics.median(of('peak')):8.0f} "
              f"{seconds / base['seconds']:7.1f} {cpu / base['cpu']:10.1f}")


if __name__ == "__main__":
    main()
