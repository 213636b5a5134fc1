#!/usr/bin/env python3
"""The yardstick of `scripts/bench-workspace`: Python's csv and sqlite3 write the same tables into one database, each with its key.

    peer.py FOLDER DATABASE

Every cell is a text; the key of a table is its `id`, or the columns that tell its rows apart. One transaction, synced like a
workspace (WAL, synchronous=FULL). Prints the seconds and the rows.
"""
import csv, glob, os, sqlite3, sys, time

KEYS = {
    "assignments": ["person", "position", "unit", "from"],
    "sale_share": ["sale", "person"],
    "targets": ["metric", "subject", "period"],
}


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def main():
    folder, path = sys.argv[1:]
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    began = time.perf_counter()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("BEGIN IMMEDIATE")
    count = 0
    for file in sorted(glob.glob(folder + "/*.csv")):
        name = os.path.basename(file)[:-4]
        with open(file, newline="", encoding="utf-8") as lines:
            rows = csv.reader(lines)
            header = next(rows)
            key = KEYS.get(name, ["id"])
            columns = ", ".join(f"{quoted(column)} TEXT NOT NULL" for column in header)
            connection.execute(
                f"CREATE TABLE {quoted(name)} ({columns}, PRIMARY KEY ({', '.join(map(quoted, key))}))")
            places = ", ".join("?" * len(header))
            connection.executemany(f"INSERT INTO {quoted(name)} VALUES ({places})", rows)
        count += connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0]
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    print(f"{time.perf_counter() - began:.3f} seconds, {count} rows, {os.path.getsize(path)} bytes")


main()
