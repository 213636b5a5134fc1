#!/usr/bin/env python3
"""What DuckDB takes for the tables of sales and their shares.

    duckdb_import.py scan COMPANY [--threads 2]            reads every cell of the sales and sums every column
    duckdb_import.py store COMPANY --to FILE [--threads 2] imports both tables into a database file

Prints one line of JSON.
"""
import argparse, json, os, time

import duckdb

SALE = {"id": "BIGINT", "date": "DATE", "payee_id": "INTEGER", "account_id": "INTEGER", "product_group": "INTEGER",
        "amount": "DECIMAL(18, 2)", "margin": "DECIMAL(18, 2)", "paid_date": "DATE", "type": "VARCHAR"}
SHARE = {"sale": "BIGINT", "person": "INTEGER", "share": "DECIMAL(18, 4)"}


def reading(path, columns):
    return f"read_csv('{path}', header = true, columns = {columns})"


def total(column, kind):
    if kind == "DATE":
        return f"sum({column} - DATE '1970-01-01')"
    return f"sum(length({column}))" if kind == "VARCHAR" else f"sum({column})"


def scan(connection, company):
    sums = ", ".join(total(*column) for column in SALE.items())
    row = connection.execute(f"SELECT count(*), {sums} FROM {reading(company + '/sale.csv', SALE)}").fetchone()
    return dict(zip(("rows", *SALE), (str(value) for value in row)))


def store(connection, company):
    connection.execute(f"CREATE TABLE sale AS FROM {reading(company + '/sale.csv', SALE)}")
    connection.execute(f"CREATE TABLE sale_share AS FROM {reading(company + '/sale_share.csv', SHARE)}")
    connection.execute("CHECKPOINT")
    return {}


def main():
    parser = argparse.ArgumentParser(description="What DuckDB takes for tables of sales.")
    parser.add_argument("work", choices=("scan", "store"))
    parser.add_argument("company")
    parser.add_argument("--to", default=":memory:")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    if os.path.exists(given.to):
        os.remove(given.to)
    begin = time.perf_counter()
    with duckdb.connect(given.to) as connection:
        connection.execute(f"SET threads = {given.threads}")
        sums = (scan if given.work == "scan" else store)(connection, given.company)
    print(json.dumps(dict(seconds=round(time.perf_counter() - begin, 3), sums=sums)))


if __name__ == "__main__":
    main()
