#!/usr/bin/env python3
"""Runs a command and prints what it took, as one line of JSON.

    timed.py -- COMMAND …
    timed.py --engine NAME --version VERSION --result FILE -- COMMAND …

A peer's command prints its own line, which is completed by the time of the whole process. Without such a line, the
process is what is measured, and the options say what it is called and what it writes.
"""
import argparse, hashlib, json, os, subprocess, sys, time


def run(command):
    """Wall and CPU seconds, peak memory, and what was printed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    # Linux counts in kilobytes, macOS in bytes.
    peak = used.ru_maxrss >> (20 if sys.platform == "darwin" else 10)
    return wall, used.ru_utime + used.ru_stime, peak, printed


def md5(path):
    with open(path, "rb") as file:
        return hashlib.md5(file.read()).hexdigest()


def main():
    parser = argparse.ArgumentParser(description="Runs a command and prints what it took.")
    for name in ("engine", "version", "result"):
        parser.add_argument(f"--{name}")
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    wall, cpu, peak, printed = run(given.command)
    if given.engine:
        line = dict(engine=given.engine, version=given.version, seconds=round(wall, 3), cpu_seconds=round(cpu, 2),
                    peak_mb=peak, md5=md5(given.result), result=given.result)
    else:
        line = json.loads(printed.splitlines()[-1])
    line["process_seconds"] = round(wall, 3)
    print(json.dumps(line))


if __name__ == "__main__":
    main()
