"""The calculation in SQL: a stage is a query over the tables and the stages before it.

Every number is a whole one: money in cents, ratios and scores in 1/10,000, shares of a split in 1/10,000, rates in
1/100,000. Rounding is half to even, everywhere. A program chooses which stages it stores and which it leaves inside a
larger statement. What a stage restricts with `where`, an incremental calculation asks for one person and month.
"""
from dialects import ClickHouse, SQLite


def condition(where):
    return f" WHERE {where}" if where else ""


# a. Credit


def lines(dialect):
    """A line for each person that a sale is credited to; returns are negative."""
    payee, share = "coalesce(s.payee_id,t.payee_id)", "coalesce(s.pct,10000)"
    if isinstance(dialect, ClickHouse):
        # What a left join does not find is 0 there, not null.
        payee, share = "if(s.pct=0, t.payee_id, s.payee_id)", "if(s.pct=0,10000,s.pct)::Int64"
    if isinstance(dialect, SQLite):
        payee = f"CAST({payee} AS INTEGER)"
    sign = "(CASE WHEN t.type=1 THEN -1 ELSE 1 END)"
    return f"""SELECT id, period, payee_id, date, account_id, type, {dialect.rounded("na", "10000")} AS credit,
      {dialect.rounded("nm", "10000")} AS mcredit, paid_period, rate
    FROM (SELECT t.id AS id, {dialect.month("t.date")} AS period, {payee} AS payee_id, t.date AS date,
        t.account_id AS account_id, t.type AS type, {sign}*t.amount*{share} AS na, {sign}*t.margin*{share} AS nm,
        {dialect.month("t.paid_date")} AS paid_period, r.rate AS rate
      FROM sales t LEFT JOIN splits s ON s.txn_id=t.id JOIN rates r ON r.product_group=t.product_group
      {dialect.fence}) z"""


# b. Tiers


def running(dialect, where=""):
    """Each line with the volume of its person and month up to it (c1), in the order of the days."""
    return f"""SELECT l.id AS id, l.period AS period, l.payee_id AS payee_id, l.type AS type, l.credit AS credit,
      l.mcredit AS mcredit, l.rate AS rate, q.quota AS quota, sum(credit) OVER (PARTITION BY l.payee_id, l.period
        ORDER BY l.date, l.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW){dialect.wide} AS c1
    FROM lines l JOIN quotas q ON q.period=l.period AND q.payee_id=l.payee_id{condition(where)}"""


def doubled_volume(dialect, volume):
    """Twice the volume weighted by its tiers: ×0.5 up to 80 % of the quota, ×1 to 100 %, ×1.5 to 120 %, ×2 to
    200 %, nothing above; below zero ×0.5. Quotas are multiples of 100, so the bounds are whole."""
    least, greatest = dialect.least, dialect.greatest
    fifth = dialect.quotient("quota", "5")
    bounds = [f"({fifth}*4)", "quota", f"({fifth}*6)", "(quota*2)"]
    slices = [f"{weight}*({least(greatest(volume, low), high)}-{low})"
              for weight, low, high in zip((2, 3, 4), bounds, bounds[1:])]
    return f"({least(volume, bounds[0])} + {' + '.join(slices)})"


def priced(dialect, key="period, payee_id"):
    """Base commission and commission by tiers of each line."""
    step = f"({doubled_volume(dialect, 'c1')}-{doubled_volume(dialect, '(c1-credit)')})"
    return f"""SELECT id, {key}, type, credit, mcredit, c1, {dialect.rounded("nb", "100000")} AS base,
      {dialect.rounded("nt", "200000")} AS tier
    FROM (SELECT id, {key}, type, credit, mcredit, c1, credit*rate AS nb, {step}*rate AS nt
      FROM running {dialect.fence}) z"""


def earned(dialect, keys="period, payee_id", group="period, payee_id"):
    total = dialect.total
    return f"""SELECT {keys}, count(*) AS n, {total("credit")} AS credited, {total("mcredit")} AS mcredited,
      {total("base")} AS base, {total("tier")} AS tier, {total("CASE WHEN type=1 THEN -credit ELSE 0 END")} AS returned,
      {total("CASE WHEN type=1 THEN 0 ELSE credit END")} AS sales
    FROM priced GROUP BY {group}"""


# c. Overlay


def below(dialect):
    """Everybody with each of his heads; there are four levels."""
    return """SELECT p.parent_id AS mgr, p.payee_id AS payee_id FROM payees p WHERE p.parent_id IS NOT NULL
    UNION ALL SELECT p2.parent_id, p.payee_id FROM payees p JOIN payees p2 ON p2.payee_id=p.parent_id
      WHERE p2.parent_id IS NOT NULL
    UNION ALL SELECT p3.parent_id, p.payee_id FROM payees p JOIN payees p2 ON p2.payee_id=p.parent_id
      JOIN payees p3 ON p3.payee_id=p2.parent_id WHERE p3.parent_id IS NOT NULL"""


def team(dialect):
    return f"""SELECT c.mgr AS payee_id, a.period AS period, {dialect.total("a.credited")} AS team
    FROM below c JOIN earned a ON a.payee_id=c.payee_id GROUP BY c.mgr, a.period"""


# d. Scorecard


def paid(dialect):
    return f"""SELECT payee_id, paid_period AS period, {dialect.total("credit")} AS paid FROM lines
    WHERE paid_period IS NOT NULL GROUP BY payee_id, paid_period"""


def accounts(dialect):
    """Person, account and month of every sale, packed into one number: half as dear to group as three."""
    return f"SELECT DISTINCT (payee_id*100000{dialect.wide}+account_id)*32+period AS pk FROM lines WHERE type=0"


def active(dialect):
    """How many accounts bought in the month."""
    person = dialect.quotient("pk", "3200000")
    return f"""SELECT CAST({person} AS INTEGER) AS payee_id, CAST(pk%32 AS INTEGER) AS period, count(*) AS active
    FROM accounts GROUP BY {person}, pk%32"""


def fresh(dialect):
    """How many of them bought for the first time."""
    account, person = dialect.quotient("pk", "32"), dialect.quotient("a", "100000")
    return f"""SELECT CAST({person} AS INTEGER) AS payee_id, CAST(p AS INTEGER) AS period, count(*) AS fresh
    FROM (SELECT {account} AS a, min(pk%32) AS p FROM accounts GROUP BY {account}) f GROUP BY {person}, p"""


def receivables(dialect, where=""):
    """What was credited and is not paid by the end of each month."""
    return f"""SELECT payee_id, period, (sum(net) OVER (PARTITION BY payee_id ORDER BY period
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)){dialect.wide} AS ar
    FROM (SELECT q.payee_id AS payee_id, q.period AS period, coalesce(a.credited,0)-coalesce(pa.paid,0) AS net
      FROM quotas q LEFT JOIN earned a ON a.period=q.period AND a.payee_id=q.payee_id
      LEFT JOIN paid pa ON pa.period=q.period AND pa.payee_id=q.payee_id{condition(where)}) z"""


def figures(dialect, where=""):
    """A row for every person and month, also of those who sold nothing."""
    days = """CASE WHEN q.period%12 IN (3,5,8,10) THEN 30 WHEN q.period=1 THEN 29 WHEN q.period=13 THEN 28
      ELSE 31 END"""
    of = "{0}.period=q.period AND {0}.payee_id=q.payee_id".format
    sums = ", ".join(f"coalesce(a.{name},0) AS {name}"
                     for name in ("n", "credited", "mcredited", "base", "tier", "returned", "sales"))
    return f"""SELECT q.period AS period, q.payee_id AS payee_id, p.dept AS dept, p.target_bonus AS target_bonus,
      q.quota AS quota, {sums}, coalesce(t.team,0) AS team, coalesce(ac.active,0) AS active,
      coalesce(f.fresh,0) AS fresh, r.ar AS ar, {days} AS days
    FROM quotas q JOIN payees p ON p.payee_id=q.payee_id LEFT JOIN earned a ON {of("a")}
      JOIN receivables r ON {of("r")} LEFT JOIN team t ON {of("t")}
      LEFT JOIN active ac ON {of("ac")} LEFT JOIN fresh f ON {of("f")}{condition(where)}"""


def ratios(dialect):
    """Attainment, margin, days of receivables (in 1/100), repeat customers, returns; -1 is no value."""
    rounded, safe = dialect.rounded, dialect.at_least_one
    return f"""SELECT figures.*, {rounded("credited*10000", "quota")} AS att,
      CASE WHEN credited<=0 THEN 0 ELSE {rounded("mcredited*10000", safe("credited"))} END AS mp,
      CASE WHEN credited<=0 THEN -1 ELSE {rounded("ar*days*100", safe("credited"))} END AS acp,
      CASE WHEN active=0 THEN 0 ELSE {rounded("(active-fresh)*10000", safe("active"))} END AS rep,
      CASE WHEN sales<=0 THEN -1 ELSE {rounded("returned*10000", safe("sales"))} END AS rr
    FROM figures"""


def scores(dialect):
    """What is reached of 20 % margin, 45 days, 50 % repeat customers and 3 % returns, from 0 to 150 %."""
    rounded, clamped, wide = dialect.rounded, dialect.clamped, dialect.wide
    in_days = clamped(rounded(f"45000000{wide}", dialect.at_least_one("acp")))
    in_returns = clamped(rounded(f"3000000{wide}", dialect.at_least_one("rr")))
    return f"""SELECT k.*, {clamped("att")} AS s1, {clamped(rounded("mp*10000", "2000"))} AS s2,
      CASE WHEN credited<=0 THEN 0 WHEN acp<=0 THEN 15000 ELSE {in_days} END AS s3,
      {clamped(rounded("rep*10000", "5000"))} AS s4,
      CASE WHEN sales<=0 THEN 0 WHEN rr<=0 THEN 15000 ELSE {in_returns} END AS s5
    FROM ratios k"""


def scored(dialect):
    return f"SELECT k.*, {dialect.rounded('40*s1+20*s2+15*s3+15*s4+10*s5', '100')} AS score FROM scores k"


def awards(dialect):
    """The bonus: nothing below 70 %, half of the target there, all of it at 100 %, twice from 130 % on."""
    rounded = dialect.rounded
    curve = f"""CASE WHEN score<7000 THEN 0
      WHEN score<10000 THEN 5000+{rounded("(score-7000)*5000", "3000")}
      WHEN score<13000 THEN 10000+{rounded("(score-10000)*10000", "3000")} ELSE 20000 END"""
    return f"""SELECT k.*, {rounded(f"target_bonus*({curve})", "10000")} AS bonus, {rounded("team", "100")} AS overlay
    FROM scored k"""


# e. Pool: the largest remainder


def department_scores(dialect, where=""):
    return f"""SELECT period, dept, {dialect.total("score")} AS sscore FROM awards{condition(where)}
    GROUP BY period, dept"""


def floors(dialect, where=""):
    """The whole cents of everybody's part, and the remainder of its division."""
    only = f" AND {where}" if where else ""
    return f"""SELECT k.period AS period, k.payee_id AS payee_id, k.dept AS dept,
      {dialect.quotient("pl.pool*k.score", "sc.sscore")} AS fl, (pl.pool*k.score)%sc.sscore AS rem
    FROM awards k JOIN pools pl ON pl.period=k.period AND pl.dept=k.dept
      JOIN department_scores sc ON sc.period=k.period AND sc.dept=k.dept WHERE sc.sscore>0{only}"""


def cents_left(dialect):
    return f"""SELECT f.period AS period, f.dept AS dept, min(pl.pool)-{dialect.total("fl")} AS left_over
    FROM floors f JOIN pools pl ON pl.period=f.period AND pl.dept=f.dept GROUP BY f.period, f.dept"""


def ranked(dialect):
    return """SELECT period, payee_id, dept, fl,
      row_number() OVER (PARTITION BY period, dept ORDER BY rem DESC, payee_id) AS rn FROM floors"""


def pool_shares(dialect):
    return """SELECT r.period AS period, r.payee_id AS payee_id,
      r.fl + CASE WHEN r.rn<=lo.left_over THEN 1 ELSE 0 END AS share
    FROM ranked r JOIN cents_left lo ON lo.period=r.period AND lo.dept=r.dept"""


def result(dialect):
    return """SELECT k.period AS period, k.payee_id AS payee_id, n, credited, base, tier, att, team, overlay,
      s1, s2, s3, s4, s5, score, bonus, coalesce(p.share,0) AS pool_share,
      tier+overlay+bonus+coalesce(p.share,0) AS total
    FROM awards k LEFT JOIN pool_shares p ON p.period=k.period AND p.payee_id=k.payee_id
    ORDER BY k.period, k.payee_id"""


ORDER = (lines, running, priced, earned, paid, accounts, active, fresh, below, team, receivables, figures, ratios,
         scores, scored, awards, department_scores, floors, cents_left, ranked, pool_shares, result)


def stages(dialect):
    """Every stage's query by its name, in an order in which each finds those it needs."""
    return {stage.__name__: stage(dialect) for stage in ORDER}


def with_stages(queries, query):
    """One statement that computes the queries, by name, on its way."""
    return "WITH " + ", ".join(f"{name} AS ({text})" for name, text in queries.items()) + " " + query
