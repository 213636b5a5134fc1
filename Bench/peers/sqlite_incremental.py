#!/usr/bin/env python3
"""Changes one sale at a time in SQLite, and computes anew exactly what depends on it.

    sqlite_incremental.py SALES [--data FOLDER] [--changes 200] [--verify]

What one amount reaches: the sale's lines, the sums of their people in its month, the team of each head above them, the
KPIs of every month until the sale is paid (its receivable counts there), and the pools of the departments in which a
score has changed. Each change is one transaction. `--verify` then calculates everything from the changed sales once
more and compares.

The first run builds a database of the tables, and one of the calculated stages with indexes; that is not measured.
"""
import json, random, sqlite3, time

import pyarrow as pa
import pyarrow.parquet as parquet

import data, sql
from sqlite_database import DIALECT, STAGES, days, store_stages, working_copy
from measuring import cpu_seconds, peak_megabytes

COMPARED = "period, payee_id, tier, att, team, overlay, score, bonus, pool_share, total"


# The statements


def statement(table, queries, last):
    """Inserts into a table what its stage gives, computing the stages before it for what the change reaches."""
    materialized = ", ".join(f"{name} AS MATERIALIZED ({query})" for name, query in queries.items())
    return f"INSERT INTO {table} WITH {materialized} {last}"


CELL_IS = "payee_id=:payee AND period=:period"
OF_QUOTA = "q.payee_id=:payee AND q.period=:period"
EARN = "INSERT INTO earned " + sql.with_stages(
    dict(running=sql.running(DIALECT, "l.payee_id=:payee AND l.period=:period"), priced=STAGES["priced"]),
    STAGES["earned"])
AWARD = statement("awards", dict(
    receivables=sql.receivables(DIALECT, "q.payee_id=:payee"), figures=sql.figures(DIALECT, OF_QUOTA),
    ratios=STAGES["ratios"], scores=STAGES["scores"], scored=STAGES["scored"]), STAGES["awards"])
DIVIDE = "INSERT INTO pool_shares " + sql.with_stages(dict(
    department_scores=sql.department_scores(DIALECT, "period=:period AND dept=:department"),
    floors=sql.floors(DIALECT, "k.period=:period AND k.dept=:department"),
    cents_left=STAGES["cents_left"], ranked=STAGES["ranked"]), STAGES["pool_shares"])
FORGET_SHARES = """DELETE FROM pool_shares WHERE period=:period
  AND payee_id IN (SELECT payee_id FROM awards WHERE period=:period AND dept=:department)"""
OVERLAY = f"""UPDATE awards SET team=team+:change, overlay={DIALECT.rounded("team+:change", "100")} WHERE {CELL_IS}"""


class Facts:
    """What never changes here, at hand without a query."""

    def __init__(self, folder):
        sales = parquet.read_table(f"{folder}/sales.parquet", columns=["date", "paid_date", "payee_id", "type"])
        month_of = dict(days())
        self.month = self.months(sales["date"], month_of)
        self.paid_month = self.months(sales["paid_date"], month_of)
        self.payee, self.is_return = sales["payee_id"].to_numpy(), sales["type"].to_numpy()
        splits = parquet.read_table(f"{folder}/splits.parquet")
        self.parts = {}
        for sale, payee, share in zip(*(column.to_pylist() for column in splits.columns)):
            self.parts.setdefault(sale, []).append((payee, share))
        payees = parquet.read_table(f"{folder}/payees.parquet")
        self.parent, self.department = payees["parent_id"].to_pylist(), payees["dept"].to_pylist()

    @staticmethod
    def months(column, month_of):
        """The number of each day's month; of no day, the one after the last."""
        numbers = column.cast(pa.int32()).to_pylist()
        return [data.MONTHS if number is None else month_of[number] for number in numbers]

    def credited(self, sale):
        """The people of a sale, by its number from 1, and their shares."""
        return self.parts.get(sale) or [(int(self.payee[sale - 1]), 10_000)]

    def heads(self, payee):
        head = self.parent[payee]
        while head is not None:
            yield head
            head = self.parent[head]


def half_even(number, divisor):
    quotient, rest = divmod(abs(number), divisor)
    quotient += 2 * rest > divisor or (2 * rest == divisor and quotient % 2 == 1)
    return quotient if number >= 0 else -quotient


class Change:
    """The new amount of one sale, and all that follows from it."""

    def __init__(self, connection, facts, sale, amount):
        self.execute, self.facts, self.sale, self.amount = connection.execute, facts, sale, amount
        self.month, self.paid_month = facts.month[sale - 1], facts.paid_month[sale - 1]

    def apply(self):
        self.execute("BEGIN")
        self.execute("UPDATE sales SET amount=? WHERE id=?", (self.amount, self.sale))
        changed = set()
        for payee, share in self.facts.credited(self.sale):
            difference = self.credit(payee, share)
            self.earn(payee)
            self.pay(payee, difference)
            self.tell_heads(payee, difference)
            changed |= self.award(payee)
        for month, department in changed:
            self.divide(dict(period=month, department=department))
        self.execute("COMMIT")

    def credit(self, payee, share):
        """Changes the person's line; gives how much its credit has changed."""
        sign = -1 if self.facts.is_return[self.sale - 1] else 1
        credit = half_even(sign * self.amount * share, 10_000)
        line = dict(payee=payee, period=self.month, sale=self.sale, credit=credit)
        found = self.execute(f"SELECT credit FROM lines WHERE {CELL_IS} AND id=:sale", line)
        difference = credit - found.fetchone()[0]
        self.execute(f"UPDATE lines SET credit=:credit WHERE {CELL_IS} AND id=:sale", line)
        return difference

    def earn(self, payee):
        cell = dict(payee=payee, period=self.month)
        self.execute(f"DELETE FROM earned WHERE {CELL_IS}", cell)
        self.execute(EARN, cell)

    def pay(self, payee, difference):
        if self.paid_month < data.MONTHS:
            cell = dict(payee=payee, period=self.paid_month, change=difference)
            self.execute(f"UPDATE paid SET paid=paid+:change WHERE {CELL_IS}", cell)

    def tell_heads(self, payee, difference):
        for head in self.facts.heads(payee):
            cell = dict(payee=head, period=self.month, change=difference)
            self.execute(f"UPDATE team SET team=team+:change WHERE {CELL_IS}", cell)
            self.execute(OVERLAY, cell)

    def award(self, payee):
        """The KPIs from the sale's month on until it is paid; gives the months and departments of changed scores."""
        changed = set()
        for month in range(self.month, max(self.month + 1, self.paid_month)):
            cell = dict(payee=payee, period=month)
            before = self.score(cell)
            self.execute(f"DELETE FROM awards WHERE {CELL_IS}", cell)
            self.execute(AWARD, cell)
            if self.score(cell) != before:
                changed.add((month, self.facts.department[payee]))
        return changed

    def score(self, cell):
        return self.execute(f"SELECT score FROM awards WHERE {CELL_IS}", cell).fetchone()[0]

    def divide(self, group):
        self.execute(FORGET_SHARES, group)
        self.execute(DIVIDE, group)


# The run


def mismatches(connection):
    """How many people and months differ from what a full calculation of the changed sales gives."""
    query = f"SELECT {COMPARED} FROM ({STAGES['result']}) ORDER BY period, payee_id"
    incremental = connection.execute(query).fetchall()
    # Temporary tables hide those of the same names.
    store_stages(connection, temporary=True)
    full = connection.execute(query).fetchall()
    return sum(a != b for a, b in zip(incremental, full)) + abs(len(incremental) - len(full))


def add_arguments(parser):
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--verify", action="store_true")


def main():
    given = data.arguments("Changes one sale at a time in SQLite.", add_arguments)
    data.require(given.folder)
    connection, facts, randomness = working_copy(given.folder), Facts(given.folder), random.Random(7)
    taken, cpu = [], cpu_seconds()
    for _ in range(given.changes):
        change = Change(connection, facts, 1 + randomness.randrange(given.sales), 100 + randomness.randrange(1_000_000))
        begin = time.perf_counter()
        change.apply()
        taken.append(1000 * (time.perf_counter() - begin))
    cpu, peak = 1000 * (cpu_seconds() - cpu), peak_megabytes()
    taken.sort()
    line = dict(
        engine="sqlite", version=sqlite3.sqlite_version, changes=given.changes,
        mean_ms=round(sum(taken) / len(taken), 3), p50_ms=round(taken[len(taken) // 2], 3),
        p99_ms=round(taken[int(len(taken) * 0.99)], 3), cpu_ms=round(cpu / len(taken), 3), peak_mb=peak)
    if given.verify:
        line["mismatches"] = mismatches(connection)
    print(json.dumps(line))


if __name__ == "__main__":
    main()
