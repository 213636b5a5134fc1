"""The tables of the workload and its calculated stages in SQLite, indexed for an incremental calculation."""
import datetime, os, shutil, sqlite3

import pyarrow as pa
import pyarrow.parquet as parquet

import data, sql
from dialects import SQLite

DIALECT = SQLite()
STAGES = sql.stages(DIALECT)
FIRST_DAY = datetime.date(data.FIRST_YEAR, 1, 1)
EPOCH = datetime.date(1970, 1, 1)

SCHEMA = """
CREATE TABLE sales(id INTEGER PRIMARY KEY, date INT, payee_id INT, account_id INT, product_group INT, amount INT,
                   margin INT, paid_date INT, type INT);
CREATE TABLE splits(txn_id INT, payee_id INT, pct INT);
CREATE TABLE quotas(period INT, payee_id INT, quota INT, PRIMARY KEY(payee_id, period)) WITHOUT ROWID;
CREATE TABLE payees(payee_id INTEGER PRIMARY KEY, parent_id INT, dept INT, level INT, target_bonus INT);
CREATE TABLE rates(product_group INTEGER PRIMARY KEY, rate INT);
CREATE TABLE pools(period INT, dept INT, pool INT, PRIMARY KEY(period, dept)) WITHOUT ROWID;
CREATE TABLE cal(d INTEGER PRIMARY KEY, m INT);
"""
CELL = "payee_id, period"
INDEXES = dict(lines="payee_id, period, date, id", earned=CELL, paid=CELL, active=CELL, fresh=CELL, team=CELL,
               receivables=CELL, awards=CELL, pool_shares=CELL, department_scores="period, dept")
# Inside other statements, or the answer itself.
NOT_STORED = ("running", "priced", "result")
KEPT = ("lines", "earned", "paid", "active", "fresh", "team", "awards", "pool_shares")


def connect(path, **settings):
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value in dict(temp_store="MEMORY", cache_size=-1_000_000, **settings).items():
        connection.execute(f"PRAGMA {name}={value}")
    return connection


def days():
    """Every day of the workload, as a number, with the number of its month."""
    day = FIRST_DAY
    while day.year < data.FIRST_YEAR + data.MONTHS // 12:
        yield (day - EPOCH).days, (day.year - data.FIRST_YEAR) * 12 + day.month - 1
        day += datetime.timedelta(1)


def numbers(batch):
    """The rows of a batch; days become numbers."""
    columns = [column.cast(pa.int32()) if pa.types.is_date32(column.type) else column for column in batch.columns]
    return zip(*(column.to_pylist() for column in columns))


def build_tables(path, folder):
    connection = connect(path, journal_mode="OFF", synchronous="OFF")
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO cal VALUES(?,?)", days())
    for name in data.TABLES:
        file = parquet.ParquetFile(f"{folder}/{name}.parquet")
        marks = ",".join("?" * len(file.schema_arrow.names))
        for batch in file.iter_batches(200_000):
            connection.executemany(f"INSERT INTO {name} VALUES({marks})", numbers(batch))
    connection.execute("CREATE INDEX splits_by_sale ON splits(txn_id)")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def store_stages(connection, temporary=False):
    """Calculates everything, each stage a table."""
    kind, schema = ("TEMP TABLE", "temp.") if temporary else ("TABLE", "")
    for name, query in STAGES.items():
        if name in NOT_STORED:
            continue
        if name == "earned":
            query = sql.with_stages({other: STAGES[other] for other in ("running", "priced")}, query)
        connection.execute(f"CREATE {kind} {name} AS {query}")
        if name in INDEXES:
            connection.execute(f"CREATE INDEX {schema}{kind[0]}_{name} ON {name}({INDEXES[name]})")


def build_stages(path, tables):
    shutil.copy(tables, path)
    connection = connect(path, journal_mode="OFF")
    connection.execute("BEGIN")
    store_stages(connection)
    for name in STAGES:
        if name not in KEPT and name not in NOT_STORED:
            connection.execute(f"DROP TABLE {name}")
    connection.execute("CREATE INDEX awards_by_department ON awards(period, dept)")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def built(path, build, source):
    """The database, built under another name, so that one which is there is whole."""
    if not os.path.exists(path):
        making = path + ".making"
        if os.path.exists(making):
            os.remove(making)
        build(making, source)
        os.rename(making, path)
    return path


def working_copy(folder):
    """A copy of the calculated database, so that every run changes the same one."""
    tables = built(f"{folder}/sqlite.db", build_tables, folder)
    stages = built(f"{folder}/sqlite-stages.db", build_stages, tables)
    path = f"{folder}/sqlite-run.db"
    for left in (path, path + "-wal", path + "-shm"):
        if os.path.exists(left):
            os.remove(left)
    shutil.copy(stages, path)
    return connect(path, journal_mode="WAL", synchronous="NORMAL", mmap_size=8_000_000_000)
