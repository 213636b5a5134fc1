"""How each engine spells what the engines spell differently, and exact rounding in whole numbers."""
from data import FIRST_YEAR


class Dialect:
    """What most engines share; the rest says each for itself."""
    wide = ""           # the cast of a number to 64 bits
    fence = ""          # keeps a subquery from being dissolved into the query around it

    def least(self, a, b):
        return f"least({a},{b})"

    def greatest(self, a, b):
        return f"greatest({a},{b})"

    def quotient(self, a, b):
        """a ÷ b without its fraction."""
        raise NotImplementedError

    def month(self, column):
        """The number of a day's month, from 0."""
        raise NotImplementedError

    def total(self, expression):
        return f"sum({expression})"

    def rounded(self, n, d):
        """n ÷ d, half to even; d > 0. What is above a half is found by halves of d, never by fractions."""
        n, d = f"({n})", f"({d})"
        halves, double = f"(2*abs({n})+{d})", f"(2*{d})"
        quotient = self.quotient(halves, double)
        is_odd_tie = f"(({halves})%({double}))=0 AND (({quotient})%(2))=1"
        return f"((CASE WHEN {n}<0 THEN -1 ELSE 1 END)*({quotient} - (CASE WHEN {is_odd_tie} THEN 1 ELSE 0 END)))"

    def clamped(self, expression):
        """From 0 to 150 %."""
        return self.greatest(f"0{self.wide}", self.least(f"15000{self.wide}", f"({expression})"))

    def at_least_one(self, column):
        """A divisor for rows that a condition beside it leaves out: engines evaluate those too."""
        return self.greatest(column, f"1{self.wide}")


class DuckDB(Dialect):
    wide = "::BIGINT"

    def quotient(self, a, b):
        return f"(({a})//({b}))"

    def month(self, column):
        return f"((year({column})-{FIRST_YEAR})*12+month({column})-1)::INTEGER"

    def total(self, expression):
        return f"sum({expression})::BIGINT"


class ClickHouse(Dialect):
    wide = "::Int64"

    def quotient(self, a, b):
        return f"intDiv({a},{b})"

    def month(self, column):
        return f"toInt32((toYear({column})-{FIRST_YEAR})*12+toMonth({column})-1)"

    def rounded(self, n, d):
        n, d = f"({n})", f"({d})"
        size = f"abs({n})::Int64"
        quotient, rest = f"intDiv({size},{d})", f"{size}%{d}"
        return f"(sign({n})*({quotient} + (2*({rest})>{d} OR (2*({rest})={d} AND {quotient}%2=1))))::Int64"


class SQLite(Dialect):
    """Days are numbers; the table `cal` says which month they are in."""
    fence = "LIMIT -1 OFFSET 0"

    def least(self, a, b):
        return f"min({a},{b})"

    def greatest(self, a, b):
        return f"max({a},{b})"

    def quotient(self, a, b):
        return f"(({a})/({b}))"

    def month(self, column):
        return f"CAST((SELECT m FROM cal WHERE d={column}) AS INTEGER)"
