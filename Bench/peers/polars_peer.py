#!/usr/bin/env python3
"""The calculation in Polars: lazy, streaming, from Parquet.

    polars_peer.py SALES [--data FOLDER] [--threads 2]
"""
import os

import data
from measuring import Measurement

# Polars reads the number of threads when it is imported.
GIVEN = data.arguments("The calculation in Polars.")
os.environ["POLARS_MAX_THREADS"] = str(GIVEN.threads)

import polars as pl
from polars import col

RESULT = ("period", "payee_id", "n", "credited", "base", "tier", "att", "team", "overlay", "s1", "s2", "s3", "s4", "s5",
          "score", "bonus", "pool_share", "total")
CELL = ["period", "payee_id"]


def whole(value):
    return pl.lit(value, dtype=pl.Int64)


def rounded(n, d):
    """n ÷ d, half to even; d > 0."""
    quotient = n // d
    rest = n - quotient * d
    return quotient + ((2 * rest > d) | ((2 * rest == d) & (quotient % 2 == 1))).cast(pl.Int64)


def clamped(expression):
    return expression.clip(0, 15000)


def at_least_one(name):
    """A divisor for rows that a condition beside it leaves out."""
    return pl.max_horizontal(col(name), whole(1))


def month(name):
    year, number = col(name).dt.year().cast(pl.Int32), col(name).dt.month().cast(pl.Int32)
    return ((year - data.FIRST_YEAR) * 12 + number - 1).cast(pl.Int32)


def streamed(frame):
    return frame.collect(engine="streaming")


def credit_lines(tables):
    """A line for each person that a sale is credited to; returns are negative."""
    def credited(name):
        share = col("pct").fill_null(10000).cast(pl.Int64)
        return pl.when(col("type") == 1).then(-1).otherwise(1) * rounded(col(name) * share, whole(10000))

    splits = tables["splits"].rename({"txn_id": "id", "payee_id": "other"})
    lines = tables["sales"].join(splits, on="id", how="left").join(tables["rates"], on="product_group").select(
        "id", month("date").alias("period"), pl.coalesce("other", "payee_id").alias("payee_id"), "date", "account_id",
        "type", credited("amount").alias("credit"), credited("margin").alias("mcredit"),
        month("paid_date").alias("paid_period"), col("rate").cast(pl.Int64))
    return streamed(lines).lazy()


def running_volume(lines):
    """Each line with the volume of its person and month up to it (c1): a running sum over all lines in order, less
    what it was where the person or the month began."""
    day = (col("date") - pl.date(data.FIRST_YEAR, 1, 1)).dt.total_days()
    order = (col("payee_id").cast(pl.Int64) * 1024 + day) * (1 << 36) + col("id")
    key = col("payee_id") * data.MONTHS + col("period")
    ordered = lines.select(
        key.alias("key"), order.alias("order"), "id", "type", "credit", "mcredit", "rate").sort("order")
    begins = (col("key") != col("key").shift(1)).fill_null(True)
    before = pl.when(begins).then(col("sum") - col("credit")).otherwise(None).forward_fill()
    return (ordered.with_columns(col("credit").cum_sum().alias("sum"))
            .with_columns(before.alias("before"))
            .with_columns((col("sum") - col("before")).alias("c1")))


def doubled_volume(volume):
    """Twice the volume weighted by its tiers; see sql.py."""
    quota = col("quota")
    first, second, third, last = quota // 5 * 4, quota, quota // 5 * 6, quota * 2
    return (pl.min_horizontal(volume, first) + 2 * (volume.clip(first, second) - first)
            + 3 * (volume.clip(second, third) - second) + 4 * (volume.clip(third, last) - third))


def earned(lines, tables):
    """What every person with a line in a month is credited with and earns by it."""
    quotas = tables["quotas"].select((col("payee_id") * data.MONTHS + col("period")).alias("key"), "quota")
    step = doubled_volume(col("c1")) - doubled_volume(col("c1") - col("credit"))
    priced = running_volume(lines).join(quotas, on="key", how="left").select(
        "id", "key", "type", "credit", "mcredit", "c1",
        rounded(col("credit") * col("rate"), whole(100000)).alias("base"),
        rounded(step * col("rate"), whole(200000)).alias("tier"))
    sums = priced.group_by("key").agg(
        pl.len().cast(pl.Int64).alias("n"), col("credit").sum().alias("credited"),
        col("mcredit").sum().alias("mcredited"), col("base").sum(), col("tier").sum(),
        (-col("credit")).filter(col("type") == 1).sum().alias("returned"),
        col("credit").filter(col("type") == 0).sum().alias("sales"))
    return streamed(sums.with_columns(
        (col("key") // data.MONTHS).alias("payee_id"), (col("key") % data.MONTHS).alias("period")).drop("key"))


def paid_volume(lines):
    return streamed(lines.filter(col("paid_period").is_not_null())
                    .group_by("payee_id", col("paid_period").alias("period")).agg(col("credit").sum().alias("paid")))


def buying_accounts(lines):
    """How many accounts bought from a person in a month, and how many of them for the first time."""
    packed = (col("payee_id").cast(pl.Int64) * 100000 + col("account_id")) * 32 + col("period")
    bought = streamed(lines.filter(col("type") == 0).select(packed.alias("packed")).unique())
    count = pl.len().cast(pl.Int64)
    active = bought.lazy().group_by(
        (col("packed") // 3200000).cast(pl.Int32).alias("payee_id"),
        (col("packed") % 32).cast(pl.Int32).alias("period")).agg(count.alias("active"))
    first = bought.lazy().group_by((col("packed") // 32).alias("account")).agg(
        (col("packed") % 32).min().alias("period"))
    fresh = first.group_by(
        (col("account") // 100000).cast(pl.Int32).alias("payee_id"), col("period").cast(pl.Int32)).agg(
        count.alias("fresh"))
    return streamed(active), streamed(fresh)


def team_volume(payees, sums):
    """The volume of everybody below each head; there are four levels."""
    people = payees.select("payee_id", "parent_id")
    heads = people.rename({"payee_id": "head", "parent_id": "above"})

    def up(pairs):
        return pairs.join(heads, left_on="parent_id", right_on="head").drop_nulls().select(
            "payee_id", col("above").alias("parent_id"))

    first = people.drop_nulls()
    second = up(first)
    below = pl.concat([first, second, up(second)])
    return (below.join(sums.select("payee_id", "period", "credited"), on="payee_id")
            .group_by(col("parent_id").alias("payee_id"), "period").agg(col("credited").sum().alias("team")))


def figures(tables, sums, *others):
    """A row for every person and month, also of those who sold nothing."""
    number = col("period")
    days = (pl.when((number % 12).is_in([3, 5, 8, 10])).then(30).when(number == 1).then(29).when(number == 13).then(28)
            .otherwise(31).cast(pl.Int64))
    rows = tables["quotas"].join(
        tables["payees"].select("payee_id", "dept", "target_bonus"), on="payee_id").join(sums, on=CELL, how="left")
    for other in others:
        rows = rows.join(other, on=CELL, how="left")
    return rows.fill_null(0).sort("payee_id", "period").with_columns(
        (col("credited") - col("paid")).cum_sum().over("payee_id").alias("ar"), days.alias("days"))


def with_ratios(rows):
    """Attainment, margin, days of receivables (in 1/100), repeat customers, returns; -1 is no value."""
    def unless(condition, otherwise, value):
        return pl.when(condition).then(whole(otherwise)).otherwise(value)

    credited, repeated = at_least_one("credited"), (col("active") - col("fresh")) * 10000
    return rows.with_columns(
        rounded(col("credited") * 10000, col("quota")).alias("att"),
        unless(col("credited") <= 0, 0, rounded(col("mcredited") * 10000, credited)).alias("mp"),
        unless(col("credited") <= 0, -1, rounded(col("ar") * col("days") * 100, credited)).alias("acp"),
        unless(col("active") == 0, 0, rounded(repeated, at_least_one("active"))).alias("rep"),
        unless(col("sales") <= 0, -1, rounded(col("returned") * 10000, at_least_one("sales"))).alias("rr"))


def with_score(rows):
    """What is reached of each aim, from 0 to 150 %, and all of it weighted."""
    def lower_is_better(volume, ratio, aim):
        return (pl.when(col(volume) <= 0).then(whole(0)).when(col(ratio) <= 0).then(whole(15000))
                .otherwise(clamped(rounded(whole(aim), at_least_one(ratio)))))

    rows = rows.with_columns(
        clamped(col("att")).alias("s1"), clamped(rounded(col("mp") * 10000, whole(2000))).alias("s2"),
        lower_is_better("credited", "acp", 45000000).alias("s3"),
        clamped(rounded(col("rep") * 10000, whole(5000))).alias("s4"),
        lower_is_better("sales", "rr", 3000000).alias("s5"))
    weighted = 40 * col("s1") + 20 * col("s2") + 15 * col("s3") + 15 * col("s4") + 10 * col("s5")
    return rows.with_columns(rounded(weighted, whole(100)).alias("score"))


def with_bonus(rows):
    """Nothing below 70 %, half of the target there, all of it at 100 %, twice from 130 % on."""
    score = col("score")
    curve = (pl.when(score < 7000).then(whole(0))
             .when(score < 10000).then(5000 + rounded((score - 7000) * 5000, whole(3000)))
             .when(score < 13000).then(10000 + rounded((score - 10000) * 10000, whole(3000))).otherwise(whole(20000)))
    return rows.with_columns(
        rounded(col("target_bonus") * curve, whole(10000)).alias("bonus"),
        rounded(col("team"), whole(100)).alias("overlay"))


def with_pool(rows, pools):
    """The pool of a department and month by scores, with the largest remainder; ties go to the smaller number."""
    group = ("period", "dept")
    product, divisor = col("pool") * col("score"), at_least_one("scores")
    rows = rows.join(pools, on=list(group)).with_columns(col("score").sum().over(*group).alias("scores"))
    rows = rows.with_columns((product // divisor).alias("floor"), (product % divisor).alias("rest")).sort(
        [*group, "rest", "payee_id"], descending=[False, False, True, False])
    rows = rows.with_columns(
        (col("pool") - col("floor").sum().over(*group)).alias("left"),
        pl.int_range(pl.len()).over(*group).alias("rank"))
    share = col("floor") + (col("rank") < col("left")).cast(pl.Int64)
    return rows.with_columns(pl.when(col("scores") == 0).then(whole(0)).otherwise(share).alias("pool_share"))


def calculate(folder, path):
    tables = {name: pl.scan_parquet(f"{folder}/{name}.parquet") for name in data.TABLES}
    lines = credit_lines(tables)
    sums = earned(lines, tables)
    paid = paid_volume(lines)
    active, fresh = buying_accounts(lines)
    small = {name: tables[name].collect() for name in ("quotas", "payees", "pools")}
    rows = figures(small, sums, paid, team_volume(small["payees"], sums), active, fresh)
    rows = with_pool(with_bonus(with_score(with_ratios(rows))), small["pools"])
    total = col("tier") + col("overlay") + col("bonus") + col("pool_share")
    rows.with_columns(total.alias("total")).sort(CELL).select(RESULT).write_csv(path)


def main():
    data.require(GIVEN.folder)
    path = f"{GIVEN.folder}/result-polars.csv"
    measurement = Measurement()
    calculate(GIVEN.folder, path)
    measurement.print("polars", pl.__version__, path)


if __name__ == "__main__":
    main()
