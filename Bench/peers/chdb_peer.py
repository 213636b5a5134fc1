#!/usr/bin/env python3
"""The calculation in ClickHouse, inside this process (chdb), from tables of its own.

    chdb_peer.py SALES [--data FOLDER] [--threads 2]
"""
import os, shutil

import chdb
from chdb import session

import data, sql
from dialects import ClickHouse
from measuring import Measurement

# Name: columns, order of the table.
TABLES = {
    "sales": ("id Int64, date Date32, payee_id Int32, account_id Int32, product_group Int16, amount Int64, "
              "margin Int64, paid_date Nullable(Date32), type Int8", "id"),
    "splits": ("txn_id Int64, payee_id Int32, pct Int32", "txn_id"),
    "quotas": ("period Int32, payee_id Int32, quota Int64", "(payee_id, period)"),
    "payees": ("payee_id Int32, parent_id Nullable(Int32), dept Int32, level Int32, target_bonus Int64", "payee_id"),
    "rates": ("product_group Int16, rate Int32", "product_group"),
    "pools": ("period Int32, dept Int32, pool Int64", "(period, dept)"),
}


def connect(folder, threads):
    """The tables are read once, which is not measured; a mark beside them says that they are whole."""
    path, mark = f"{folder}/chdb", f"{folder}/chdb.loaded"
    is_loaded = os.path.exists(mark)
    if not is_loaded:
        shutil.rmtree(path, ignore_errors=True)
    connection = session.Session(path)
    if not is_loaded:
        connection.query("CREATE DATABASE IF NOT EXISTS bench ENGINE=Atomic")
        for name, (columns, order) in TABLES.items():
            connection.query(f"CREATE TABLE bench.{name} ({columns}) ENGINE=MergeTree ORDER BY {order}")
            connection.query(f"INSERT INTO bench.{name} SELECT * FROM file('{folder}/{name}.parquet', Parquet)")
        open(mark, "w", encoding="ascii").close()
    connection.query("USE bench")
    for setting in (f"max_threads={threads}", "join_use_nulls=0", "join_algorithm='hash'"):
        connection.query(f"SET {setting}")
    return connection


def calculate(connection, path):
    """Every stage is a table in memory; only the window and its prices are one statement."""
    queries = sql.stages(ClickHouse())
    fused = {name: queries.pop(name) for name in ("running", "priced")}
    queries["earned"] = sql.with_stages(fused, queries["earned"])
    result = queries.pop("result")
    for name, query in queries.items():
        connection.query(f"DROP TABLE IF EXISTS bench.{name}")
        connection.query(f"CREATE TABLE bench.{name} ENGINE=Memory AS {query}")
    with open(path, "wb") as file:
        # The header alone is in quotation marks; the peers write it without.
        file.write(connection.query(result, "CSVWithNames").bytes().replace(b'"', b""))


def main():
    given = data.arguments("The calculation in ClickHouse (chdb).")
    data.require(given.folder)
    connection = connect(os.path.abspath(given.folder), given.threads)
    path = f"{given.folder}/result-chdb.csv"
    measurement = Measurement()
    calculate(connection, path)
    measurement.print("chdb", chdb.__version__, path)


if __name__ == "__main__":
    main()
