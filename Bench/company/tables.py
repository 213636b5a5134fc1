#!/usr/bin/env python3
"""Writes the company of the workload: company.yaml and the tables that it reads.

    tables.py SALES COMPANY [--data FOLDER]

The data are those of ../peers/workload.py; sale.csv is theirs, unchanged. COMPANY is written anew.
"""
import os, shutil, sys

import pyarrow.parquet as parquet

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "peers"))
import data

POSITIONS = ("seller", "lead", "regional", "director")
START = f"{data.FIRST_YEAR}-01-01"


def month(number):
    return f"{data.FIRST_YEAR + number // 12}-{number % 12 + 1:02}"


def unit(department):
    """Not the number alone: that is the id of a person."""
    return f"d{department}"


def decimal(number, places):
    """A whole number of the smallest parts as a decimal number."""
    sign, digits = "-" if number < 0 else "", str(abs(number)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def columns(folder, name):
    """The rows of a table of the workload."""
    table = parquet.read_table(f"{folder}/{name}.parquet")
    return zip(*(column.to_pylist() for column in table.columns))


def people(folder):
    for payee, *_ in columns(folder, "payees"):
        yield payee, f"Person {payee}"


def units(folder):
    for department in sorted({row[2] for row in columns(folder, "payees")}):
        yield unit(department), f"Department {department}"


def assignments(folder):
    for payee, parent, department, level, target_bonus in columns(folder, "payees"):
        manager = "" if parent is None else parent
        yield payee, POSITIONS[level], unit(department), manager, START, decimal(target_bonus, 2)


def targets(folder):
    for period, payee, quota in columns(folder, "quotas"):
        yield "credited", payee, month(period), decimal(quota, 2)


def entered(folder):
    for period, department, pool in columns(folder, "pools"):
        yield "pool_fund", unit(department), month(period), decimal(pool, 2), "finance"


def group_rates(folder):
    for group, rate in columns(folder, "rates"):
        yield group, decimal(rate, 5)


def sale_share(folder):
    for sale, payee, share in columns(folder, "splits"):
        yield sale, payee, decimal(share, 4)


TABLES = {
    people: "id,name",
    units: "id,title",
    assignments: "person,position,unit,manager,from,target_bonus",
    targets: "metric,subject,period,value",
    entered: "metric,subject,period,value,author",
    group_rates: "product_group,rate",
    sale_share: "sale,person,share",
}


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(header + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)


def link(source, target):
    """A second name for the same file: the sales are large. Where that cannot be, a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def add_company(parser):
    parser.add_argument("company", help="the folder to write")


def main():
    given = data.arguments("Writes the company of the workload.", add_company)
    data.require(given.folder)
    shutil.rmtree(given.company, ignore_errors=True)
    os.makedirs(given.company)
    shutil.copyfile(f"{HERE}/company.yaml", f"{given.company}/company.yaml")
    for rows, header in TABLES.items():
        write(f"{given.company}/{rows.__name__}.csv", header, rows(given.folder))
    link(f"{given.folder}/sales.csv", f"{given.company}/sale.csv")


if __name__ == "__main__":
    main()
