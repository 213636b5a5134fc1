#!/usr/bin/env python3
"""Makes the data of the workload: 24 months of sales of 10,000 people.

    workload.py SALES [--data FOLDER] [--seed 42]

The same number and seed give the same data, byte for byte. They go into FOLDER/SALES: six Parquet tables for the peers,
and sales.csv for Stimul. Amounts are in cents, shares of a split sale in 1/10,000, rates in 1/100,000.
"""
import datetime, os, shutil
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.csv
import pyarrow.parquet as parquet

import data
from data import MONTHS

SELLERS, LEADS, REGIONS, DIRECTORS = 9_000, 900, 90, 10
PEOPLE = SELLERS + LEADS + REGIONS + DIRECTORS
ACCOUNTS = 100_000
GROUPS = 50
DEPARTMENTS = DIRECTORS
FIRST_DAY = datetime.date(data.FIRST_YEAR, 1, 1)
DAYS = (datetime.date(data.FIRST_YEAR + 2, 1, 1) - FIRST_DAY).days
EPOCH = (FIRST_DAY - datetime.date(1970, 1, 1)).days
CHUNK = 1_000_000
MEDIAN_AMOUNT, SPREAD = 50_000, 1.2
MEAN_AMOUNT = MEDIAN_AMOUNT * np.exp(SPREAD**2 / 2)

SALE = pa.schema([
    ("id", pa.int64()), ("date", pa.date32()), ("payee_id", pa.int32()), ("account_id", pa.int32()),
    ("product_group", pa.int16()), ("amount", pa.int64()), ("margin", pa.int64()), ("paid_date", pa.date32()),
    ("type", pa.int8())])
SPLIT = pa.schema([("txn_id", pa.int64()), ("payee_id", pa.int32()), ("pct", pa.int32())])


@dataclass
class Company:
    """Who sells, for whom, and what is expected."""
    parent: np.ndarray
    department: np.ndarray
    level: np.ndarray
    target_bonus: np.ndarray
    reach: np.ndarray           # cumulative: how likely a sale is one of the people up to this
    rates: np.ndarray
    quotas: np.ndarray          # month × person
    pools: np.ndarray           # month × department


def hierarchy():
    """Ten sellers under a lead, ten leads under a region, nine regions under a director; -1 for no head."""
    person, parent = np.arange(PEOPLE), np.full(PEOPLE, -1)
    lead, region, director = SELLERS, SELLERS + LEADS, SELLERS + LEADS + REGIONS
    parent[:lead] = lead + person[:lead] // 10
    parent[lead:region] = region + (person[lead:region] - lead) // 10
    parent[region:director] = director + (person[region:director] - region) // 9
    department = np.empty(PEOPLE, dtype=int)
    department[director:] = np.arange(DEPARTMENTS)
    for low, high in ((region, director), (lead, region), (0, lead)):
        department[low:high] = department[parent[low:high]]
    level = np.searchsorted([lead, region, director], person, side="right")
    return parent, department, level


def make_company(sales, seed):
    """The order of the draws is part of the workload: another order makes other data."""
    randomness = np.random.default_rng(seed)
    parent, department, level = hierarchy()
    target_bonus = (randomness.integers(20, 200, PEOPLE) * 50_000 + level * 1_000_000).astype(np.int64)
    rank = randomness.permutation(PEOPLE)
    weight = 1.0 / (rank + 30) ** 0.7
    weight /= weight.sum()
    rates = (randomness.integers(200, 1600, GROUPS) * 5 + 3).astype(np.int32)
    noise = np.exp(randomness.normal(0, 0.25, (MONTHS, PEOPLE)))
    expected = sales / MONTHS * weight[None, :] * MEAN_AMOUNT * 0.94 * noise
    quotas = np.maximum(10_000, np.round(expected / 10_000).astype(np.int64) * 10_000)
    shape = (MONTHS, DEPARTMENTS)
    pools = (randomness.integers(500_000, 5_000_000, shape) * 100 + randomness.integers(0, 100, shape)).astype(np.int64)
    return Company(parent, department, level, target_bonus, closed(np.cumsum(weight)), rates, quotas, pools)


def closed(cumulative):
    """A cumulative distribution that ends with exactly 1."""
    cumulative[-1] = 1.0
    return cumulative


def season():
    """How likely a sale is made up to each day: the last days of a month are the busiest."""
    days = [FIRST_DAY + datetime.timedelta(number) for number in range(DAYS)]
    weight = np.array([1.8 if day.day > 25 else 1.0 for day in days])
    return closed(np.cumsum(weight) / weight.sum())


def choose_people(company, randomness, count):
    return np.minimum(np.searchsorted(company.reach, randomness.random(count)), PEOPLE - 1).astype(np.int64)


def choose_accounts(randomness, payee):
    """Mostly accounts of the seller's own territory, so that they come again."""
    count = len(payee)
    territory = (payee * 2_654_435_761 % ACCOUNTS + (40 * randomness.random(count) ** 2).astype(np.int64)) % ACCOUNTS
    return np.where(randomness.random(count) < 0.85, territory, randomness.integers(0, ACCOUNTS, count))


def make_sales(company, days, seed, first, count, total):
    """The sales from number `first` on, and their splits. Each chunk has its own randomness."""
    randomness = np.random.default_rng([seed, first // CHUNK])
    number = np.arange(first, first + count)
    identifier = (number + 1).astype(np.int64)
    posted = np.searchsorted(days, (number + 0.5) / total).astype(np.int64)
    late = np.where(randomness.random(count) < 0.1, randomness.integers(1, 31, count), 0)
    day = np.maximum(0, posted - late)
    payee = choose_people(company, randomness, count)
    account = choose_accounts(randomness, payee)
    group = randomness.integers(0, GROUPS, count)
    size = np.exp(np.log(MEDIAN_AMOUNT) + SPREAD * randomness.standard_normal(count))
    amount = np.clip(np.round(size), 100, 500_000_000).astype(np.int64)
    margin = (amount * randomness.integers(500, 4000, count) // 10_000).astype(np.int64)
    is_return = (randomness.random(count) < 0.03).astype(np.int64)
    paid = day + np.minimum(150, randomness.exponential(30, count).astype(np.int64))
    unpaid = (randomness.random(count) < 0.05) | (paid >= DAYS)
    sales = dict(id=identifier, date=day, payee_id=payee, account_id=account, product_group=group, amount=amount,
                 margin=margin, paid_date=np.where(unpaid, -1, paid), type=is_return)
    return sales, make_splits(company, randomness, identifier, payee)


def make_splits(company, randomness, identifier, payee):
    """Every tenth sale is divided between its seller and somebody else."""
    split = np.nonzero(randomness.random(len(payee)) < 0.10)[0]
    other = choose_people(company, randomness, len(split))
    other = np.where(other == payee[split], (other + 1) % PEOPLE, other)
    share = randomness.integers(500, 9501, len(split))
    return dict(txn_id=np.repeat(identifier[split], 2), payee_id=pairs(payee[split], other),
                pct=pairs(share, 10_000 - share))


def pairs(first, second):
    return np.stack([first, second], axis=1).ravel().astype(np.int64)


def dates(day):
    """Days of the workload as dates; -1 is no day."""
    return pa.array(np.where(day < 0, 0, day + EPOCH).astype(np.int32), mask=day < 0).cast(pa.date32())


def sales_table(sales):
    columns = [dates(values) if SALE.field(name).type == pa.date32() else pa.array(values).cast(SALE.field(name).type)
               for name, values in sales.items()]
    return pa.table(columns, schema=SALE)


def write_csv(file, sales, days):
    def money(cents):
        fraction = compute.utf8_lpad(pa.array(cents % 100).cast(pa.string()), 2, "0")
        return compute.binary_join_element_wise(pa.array(cents // 100).cast(pa.string()), fraction, ".")

    columns = dict(sales)
    columns.update(
        date=pa.array(days[sales["date"]]), paid_date=pa.array(days[sales["paid_date"]]),
        amount=money(sales["amount"]), margin=money(sales["margin"]),
        type=pa.array(np.where(sales["type"] == 1, "R", "S")))
    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
    pyarrow.csv.write_csv(pa.table(columns), file, options)


def write_sales(folder, company, total, seed):
    days = season()
    # The last is for the day -1, which is none.
    texts = np.array([(FIRST_DAY + datetime.timedelta(number)).isoformat() for number in range(DAYS)] + [""])
    with parquet.ParquetWriter(f"{folder}/sales.parquet", SALE, compression="zstd") as sale_file, \
            parquet.ParquetWriter(f"{folder}/splits.parquet", SPLIT, compression="zstd") as split_file, \
            open(f"{folder}/sales.csv", "wb") as csv_file:
        csv_file.write((",".join(SALE.names) + "\n").encode())
        for first in range(0, total, CHUNK):
            sales, splits = make_sales(company, days, seed, first, min(CHUNK, total - first), total)
            sale_file.write_table(sales_table(sales))
            split_file.write_table(pa.table(splits).cast(SPLIT))
            write_csv(csv_file, sales, texts)


def write_company(folder, company):
    person, month = np.arange(PEOPLE), np.arange(MONTHS)
    whole, small = pa.int32(), pa.int16()
    parent = pa.array(np.maximum(company.parent, 0), whole, mask=company.parent < 0)
    tables = dict(
        payees=dict(payee_id=pa.array(person, whole), parent_id=parent, dept=pa.array(company.department, whole),
                    level=pa.array(company.level, whole), target_bonus=pa.array(company.target_bonus)),
        rates=dict(product_group=pa.array(np.arange(GROUPS), small), rate=pa.array(company.rates)),
        quotas=dict(period=pa.array(np.repeat(month, PEOPLE), whole),
                    payee_id=pa.array(np.tile(person, MONTHS), whole), quota=pa.array(company.quotas.ravel())),
        pools=dict(period=pa.array(np.repeat(month, DEPARTMENTS), whole),
                   dept=pa.array(np.tile(np.arange(DEPARTMENTS), MONTHS), whole), pool=pa.array(company.pools.ravel())))
    for name, columns in tables.items():
        parquet.write_table(pa.table(columns), f"{folder}/{name}.parquet")


def main():
    given = data.arguments("Makes the data of the workload.", lambda parser: parser.add_argument(
        "--seed", type=int, default=42))
    # Under another name until it is whole: what is there is complete.
    making = given.folder + ".making"
    shutil.rmtree(making, ignore_errors=True)
    os.makedirs(making)
    company = make_company(given.sales, given.seed)
    write_company(making, company)
    write_sales(making, company, given.sales, given.seed)
    shutil.rmtree(given.folder, ignore_errors=True)
    os.rename(making, given.folder)


if __name__ == "__main__":
    main()
