#!/usr/bin/env python3
"""The calculation in DuckDB, from a database file of its own.

    duckdb_peer.py SALES [--data FOLDER] [--threads 2]
"""
import os

import duckdb

import data, sql
from dialects import DuckDB
from measuring import Measurement

DIALECT = DuckDB()
STORED = ("figures", "awards")


def load(folder, path):
    """Reads the tables into DuckDB's own format, once; this is not measured."""
    making = path + ".making"
    for left in (making, making + ".wal"):
        if os.path.exists(left):
            os.remove(left)
    with duckdb.connect(making) as connection:
        for name in data.TABLES:
            connection.execute(f"CREATE TABLE {name} AS FROM read_parquet('{folder}/{name}.parquet')")
        connection.execute("CHECKPOINT")
    os.rename(making, path)


def connect(folder, threads):
    path = f"{folder}/duckdb.db"
    if not os.path.exists(path):
        load(folder, path)
    connection = duckdb.connect(path, read_only=True)
    connection.execute(f"SET threads={threads}; SET temp_directory='{folder}/tmp'; SET preserve_insertion_order=false")
    return connection


def packed_stages():
    """The stages, with person and month as one number, and so day and sale: the window is a quarter faster so."""
    queries = sql.stages(DIALECT)
    queries["running"] = """SELECT l.k, id, type, credit, mcredit, rate, quota, sum(credit) OVER (
        PARTITION BY l.k ORDER BY o ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)::BIGINT AS c1
      FROM (SELECT payee_id*24+period AS k, (date-DATE '2024-01-01')*1099511627776::BIGINT+id AS o, id, credit, mcredit,
          rate, type FROM lines) l
        JOIN (SELECT payee_id*24+period AS k, quota FROM quotas) q ON q.k=l.k"""
    queries["priced"] = sql.priced(DIALECT, key="k")
    queries["earned"] = sql.earned(DIALECT, keys="(k%24)::INT AS period, (k//24)::INT AS payee_id", group="k")
    return queries


def calculate(connection, path):
    """What several stages read is a table; the window and its prices are one statement; the rest is another."""
    queries = packed_stages()

    def store(name, query):
        connection.execute(f"CREATE TEMP TABLE {name} AS {query}")

    store("lines", queries["lines"])
    store("earned", sql.with_stages({name: queries[name] for name in ("running", "priced")}, queries["earned"]))
    for name in ("paid", "accounts", "active", "fresh"):
        store(name, queries[name])
    names = list(queries)
    rest = ", ".join(f"{name} AS {'MATERIALIZED' if name in STORED else ''} ({queries[name]})"
                     for name in names[names.index("below"):])
    query = f"WITH {rest} SELECT * FROM result ORDER BY period, payee_id"
    connection.execute(f"COPY ({query}) TO '{path}' (HEADER)")


def main():
    given = data.arguments("The calculation in DuckDB.")
    data.require(given.folder)
    connection = connect(given.folder, given.threads)
    path = f"{given.folder}/result-duckdb.csv"
    measurement = Measurement()
    calculate(connection, path)
    measurement.print("duckdb", duckdb.__version__, path)


if __name__ == "__main__":
    main()
