#!/usr/bin/env python3
"""Reads and imports the same CSV tables with Stimul and with DuckDB, in turn, and prints medians.

    rounds.py COMPANY FOLDER --bin FOLDER_OF_PROGRAMS [--rounds 5] [--threads 2]

COMPANY is what scripts/bench-peers makes; links to its files are put into FOLDER, where both engines store. A "scan" reads,
checks and adds up every cell and keeps nothing; its time is that of the reading, which both programs measure themselves.
An "import" leaves a file from which one can calculate; its time is that of the whole process. The first round is not
counted.
"""
import argparse, json, os, shutil, statistics, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("id:key", "date:day", "payee_id:code", "account_id:code", "product_group:code", "amount:decimal",
           "margin:decimal", "paid_date:day?", "type:code")
HEAD = ("work", "engine", "median s", "min s", "CPU s", "of it system", "peak MB", "ratio")


def run(command):
    """Wall seconds, what the process used, and what it printed."""
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
    peak = used.ru_maxrss >> (20 if sys.platform == "darwin" else 10)
    return dict(seconds=seconds, cpu=used.ru_utime + used.ru_stime, system=used.ru_stime, peak=peak), printed


def links(company, folder):
    """The company's files without what was stored of them."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name in os.listdir(company):
        if name.endswith((".csv", ".yaml")):
            os.symlink(os.path.join(os.path.abspath(company), name), os.path.join(folder, name))


def round_of(given, folder):
    """One run of each, by work and engine."""
    python, duckdb = sys.executable, os.path.join(HERE, "duckdb_import.py")
    threads = str(given.threads)
    works = {
        ("scan", "stimul"): [f"{given.bin}/measure", "read", f"{folder}/sale.csv", threads, *COLUMNS],
        ("scan", "duckdb"): [python, duckdb, "scan", folder, "--threads", threads],
        ("import", "stimul"): [f"{given.bin}/stimul", "index", folder, "--threads", threads],
        ("import", "duckdb"): [python, duckdb, "store", folder, "--threads", threads, "--to", f"{given.folder}/x.duckdb"],
    }
    measured = {}
    for key, command in works.items():
        shutil.rmtree(f"{folder}/.stimul", ignore_errors=True)
        os.sync()
        used, printed = run(command)
        if key[0] == "scan":
            used["seconds"] = json.loads(printed.splitlines()[-1])["seconds"]
        measured[key] = used
    return measured


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def main():
    parser = argparse.ArgumentParser(description="Reading and importing, in turn.")
    parser.add_argument("company")
    parser.add_argument("folder")
    parser.add_argument("--bin", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    folder = os.path.join(given.folder, "company")
    links(given.company, folder)
    rounds = [round_of(given, folder) for _ in range(given.rounds + 1)][1:]
    lines = [HEAD]
    for work, engine in rounds[0]:
        runs = [measured[work, engine] for measured in rounds]
        own = median([measured[work, "stimul"] for measured in rounds], "seconds")
        lines.append((
            work, engine, f"{median(runs, 'seconds'):.2f}", f"{min(run['seconds'] for run in runs):.2f}",
            f"{median(runs, 'cpu'):.2f}", f"{median(runs, 'system'):.2f}", f"{median(runs, 'peak'):.0f}",
            f"{median(runs, 'seconds') / own:.2f}"))
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


if __name__ == "__main__":
    main()
