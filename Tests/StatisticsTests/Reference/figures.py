"""Figures that the tests of Statistics compare with, computed without any code of this project.

    pip install numpy scipy statsmodels mpmath pandas pingouin
    python3 figures.py > figures.json

Each list holds rows of arguments followed by results; a table among them is its counts of rows and columns and then its
cells, row by row. Elementary functions and tails are summed by mpmath with 50
digits; where SciPy is used the row says so by the name of its list.
"""

import itertools
import json
import math

import mpmath as mp
import numpy as np
from scipy import special, stats

mp.mp.dps = 50
figures = {}


def rows(name, arguments, function):
    figures[name] = [[*a, float(function(*(mp.mpf(x) for x in a)))] for a in arguments]


# Elementary functions, 50 digits.
points = [1e-300, 1e-20, 1e-5, 0.1, 0.5, 0.7, 0.99999, 1.0, 1.00001, 1.3, 1.5, 2.0, 2.9, 10.0, 123.456, 7e8, 1e300]
rows("log", [(x,) for x in points], mp.log)
rows("exp", [(x,) for x in [-744.0, -700.5, -50.3, -1.0, -0.3, -1e-9, 0.0, 1e-17, 0.2, 0.34, 0.36, 1.0, 3.3, 20.7, 300.1, 709.7]], mp.exp)
rows("log1p", [(x,) for x in [-0.999, -0.5, -0.3, -1e-3, -1e-12, 1e-16, 1e-8, 0.01, 0.4, 0.6, 5.0]], mp.log1p)
rows("expm1", [(x,) for x in [-30.0, -0.4, -0.2, -1e-10, 1e-15, 0.01, 0.3, 0.4, 2.0]], mp.expm1)
rows("atanh", [(x,) for x in [-0.99, -0.3, 1e-6, 0.5, 0.7301, 0.999]], mp.atanh)
rows("tanh", [(x,) for x in [-25.0, -1.5, -0.01, 1e-9, 0.3, 2.0, 19.0]], mp.tanh)
rows("logGamma", [(x,) for x in [1e-3, 0.5, 1.5, 3.0, 9.99, 10.0, 55.5, 1e5, 1e10]], mp.loggamma)

# Tails, 50 digits.
rows("normalUpper", [(z,) for z in [-8.0, -1.2, 0.0, 0.3, 1.0, 1.96, 4.5, 10.0, 30.0]], lambda z: mp.erfc(z / mp.sqrt(2)) / 2)
rows("normalQuantile", [(p,) for p in [1e-12, 0.001, 0.025, 0.3, 0.6, 0.8, 0.975, 0.9999]], lambda p: mp.sqrt(2) * mp.erfinv(2 * p - 1))
rows("chiUpper", [(x, d) for x in [0.01, 0.5, 3.0, 17.0863, 90.0, 400.0] for d in [1.0, 2.0, 5.0, 19.0, 200.0]],
     lambda x, d: mp.gammainc(d / 2, x / 2, mp.inf, regularized=True))
rows("tTwoSided", [(t, d) for t in [0.01, 0.7, 2.0, 3.3788, 12.0, 80.0] for d in [1.0, 4.0, 6.21, 10.0, 50.0, 3000.0]],
     lambda t, d: mp.betainc(d / 2, mp.mpf(1) / 2, 0, d / (d + t * t), regularized=True))
rows("fUpper", [(f, a, b) for f in [0.02, 0.6, 1.0, 2.4, 24.8113] for a, b in [(1.0, 4.0), (3.0, 20.0), (29.0, 116.0), (7.0, 1.5)]],
     lambda f, a, b: mp.betainc(b / 2, a / 2, 0, b / (b + a * f), regularized=True))

# Quantiles and large or non-central cases, SciPy.
figures["tLimitSciPy"] = [[c, d, float(stats.t.ppf(0.5 + c / 2, d))] for c in [0.5, 0.9, 0.95, 0.999] for d in [1.0, 4.0, 6.21, 30.0, 1e5]]
figures["fQuantileSciPy"] = [[p, a, b, float(stats.f.ppf(p, a, b))] for p in [0.025, 0.5, 0.975] for a, b in [(29.0, 116.0), (5.0, 15.0), (2.0, 3.3)]]
figures["chiQuantileSciPy"] = [[p, d, float(stats.chi2.ppf(p, d))] for p in [0.01, 0.5, 0.95, 0.999] for d in [1.0, 5.0, 11.0, 300.0]]
figures["chiUpperLargeSciPy"] = [[x, d, float(special.gammaincc(d / 2, x / 2))] for x, d in [(2.0e6, 2.0e6), (2.002e6, 2.0e6), (1.999e6, 2.0e6)]]
figures["fUpperLargeSciPy"] = [[f, a, b, float(special.betainc(b / 2, a / 2, b / (b + a * f)))] for f, a, b in [(1.0, 2e6, 1e6), (1.005, 2e6, 1e6), (0.997, 1e5, 2e6), (2.0, 3.0, 2e6)]]
figures["nonCentralLowerSciPy"] = [[x, d, l, float(stats.ncx2.cdf(x, d, l))] for x, d, l in [(7.2946, 4.0, 3.0), (7.2946, 4.0, 14.0), (1.0, 4.0, 0.5), (300.0, 20.0, 250.0), (2.0, 1.0, 0.01)]]


# Kendall's W: every arrangement, one after another.
def mid_ranks(row):
    return [float(r) for r in stats.rankdata(row)]


def spread(sums):
    mean = sum(sums) / len(sums)
    return sum((s - mean) ** 2 for s in sums)


def concordance(scores):
    ranks = [mid_ranks(r) for r in scores]
    m, n = len(ranks), len(ranks[0])
    ties = sum(sum(t ** 3 - t for t in np.unique(r, return_counts=True)[1]) for r in ranks)
    s = spread([sum(c) for c in zip(*ranks)])
    w = 12 * s / (m * m * (n ** 3 - n) - m * ties)
    others = [list(itertools.permutations(r)) for r in ranks[1:]]
    hits = total = 0
    for choice in itertools.product(*others):
        total += 1
        hits += spread([sum(c) for c in zip(ranks[0], *choice)]) >= s - 1e-9
    return [w, hits / total]


figures["concordance"] = [
    [len(scores), len(scores[0]), *(float(x) for row in scores for x in row), *(float(x) for x in concordance(scores))]
    for scores in [
        [[1, 2, 3], [3, 1, 2]],
        [[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]],
        [[5, 5, 3, 1], [4, 2, 2, 2], [9, 7, 8, 1]],
        [[1, 2, 2, 4, 5], [3, 3, 3, 4, 1], [1, 2, 3, 4, 5]],
        [[1, 1, 1], [1, 2, 3], [1, 3, 2], [2, 2, 3]],
    ]
]


# Counts: every term by mpmath.
def binomial(k, n, p):
    return mp.binomial(n, k) * p ** k * (1 - p) ** (n - k)


def hypergeometric(k, drawn, marked, everything):
    return mp.binomial(marked, k) * mp.binomial(everything - marked, drawn - k) / mp.binomial(everything, drawn)


def tails(k, lowest, highest, term):
    terms = {i: term(i) for i in range(lowest, highest + 1)}
    return [float(mp.fsum(t for i, t in terms.items() if i <= k)), float(mp.fsum(t for i, t in terms.items() if i >= k))]


figures["binomial"] = [
    [k, n, p, *tails(k, 0, n, lambda i: binomial(i, n, mp.mpf(p)))]
    for k, n, p in [(15, 250, 0.032), (0, 16, 0.2), (35, 35, 0.9), (19, 40, 0.23), (18, 60, 0.08), (900, 1000, 0.5), (3, 5000, 0.01), (5, 10, 0.0), (4, 4, 1.0)]
]
figures["poisson"] = [
    [k, m, *tails(k, 0, 600, lambda i: mp.exp(-mp.mpf(m)) * mp.mpf(m) ** i / mp.factorial(i))]
    for k, m in [(2, 8.0), (0, 3.0), (30, 8.0), (150, 120.5), (5, 0.01)]
]
figures["hypergeometric"] = [
    [k, d, m, a, *tails(k, max(0, d + m - a), min(d, m), lambda i: hypergeometric(i, d, m, a))]
    for k, d, m, a in [(6, 20, 15, 200), (0, 5, 5, 20), (40, 60, 50, 80), (3, 7, 4, 9), (500, 900, 1000, 3000)]
]
figures["fisherSciPy"] = [
    [a, n, b, m, float(stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue)]
    for a, n, b, m in [(6, 20, 9, 180), (3, 10, 3, 10), (0, 7, 9, 12), (50, 200, 80, 210)]
]
figures["binomialLargeSciPy"] = [
    [k, n, p, float(stats.binom.cdf(k, n, p)), float(stats.binom.sf(k - 1, n, p))]
    for k, n, p in [(49_000, 100_000, 0.5), (1_005_000, 10_000_000, 0.1)]
]

# Drawn data, rounded so that every digit stands here.
generator = np.random.default_rng(20260301)


def flat(table):
    table = [[float(x) for x in row] for row in table]
    return [len(table), len(table[0]), *(x for row in table for x in row)]


def least_squares(table):
    import statsmodels.api as sm
    from statsmodels.stats.outliers_influence import variance_inflation_factor as inflation
    x, y = sm.add_constant(table[:, 1:]), table[:, 0]
    fit = sm.OLS(y, x).fit()
    robust = fit.get_robustcov_results("HC3", use_t=True)
    out = []
    for j in range(x.shape[1]):
        out += [fit.params[j], fit.bse[j], fit.tvalues[j], fit.pvalues[j], *fit.conf_int()[j], robust.bse[j], robust.pvalues[j]]
    out += [inflation(x, j) for j in range(1, x.shape[1])]
    out += [fit.rsquared, fit.rsquared_adj, fit.fvalue, fit.f_pvalue, np.sqrt(fit.mse_resid), fit.get_influence().hat_matrix_diag.max()]
    return [float(v) for v in out]


tables = []
for n, p in [(12, 1), (25, 3), (60, 5)]:
    base = generator.normal(size=(n, p + 1)).round(3)
    base[:, 0] += base[:, 1:].sum(axis=1) * 0.5
    base[:, 1] = base[:, 1] * 1000 + 5e4
    tables.append(base.round(3))
figures["leastSquaresStatsmodels"] = [[*flat(t), *least_squares(t)] for t in tables]

from statsmodels.stats.multitest import multipletests
ps = [[.041, .002, .5, .018, .013], [.2, .3], [.01, .01, .01], [.5, .04, .03, .001, .9, .06, .06, .02]]
figures["benjaminiHochbergStatsmodels"] = [[len(p), *p, *(float(q) for q in multipletests(p, method="fdr_bh")[1])] for p in ps]

pairs = [generator.integers(0, 8, size=(2, n)) for n in (8, 15, 40)]
figures["spearmanSciPy"] = [[*flat(t), *(float(v) for v in stats.spearmanr(t[0], t[1]))] for t in pairs]


def mann_whitney(t):
    r = stats.mannwhitneyu(t[0], t[1], use_continuity=True, method="asymptotic")
    return [float(r.statistic), float(r.pvalue), float(np.median(np.subtract.outer(t[0], t[1])))]


figures["mannWhitneySciPy"] = [[*flat(t), *mann_whitney(t)] for t in pairs]


def welch(t):
    r = stats.ttest_ind(t[0], t[1], equal_var=False)
    return [float(r.statistic), float(r.pvalue), float(r.df), *(float(x) for x in r.confidence_interval(0.95))]


figures["welchSciPy"] = [[*flat(t), *welch(t)] for t in pairs]


def pingouin_icc(t):
    import pandas as pd
    import pingouin as pg
    long = pd.DataFrame([(i, j, float(v)) for i, row in enumerate(t) for j, v in enumerate(row)], columns=["s", "r", "v"])
    out = pg.intraclass_corr(long, "s", "r", "v")
    limits = out["CI95" if "CI95" in out else "CI95%"]
    by_type = {k.replace(",", "").replace("(", "").replace(")", ""): (float(v), l) for k, v, l in zip(out["Type"], out["ICC"], limits)}
    return [float(x) for kind in ("ICC11", "ICCA1", "ICCAk", "ICCC1", "ICCCk") for x in (by_type[kind][0], *by_type[kind][1])]


shrout = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
drawn = (generator.normal(size=(15, 1)) * 2 + generator.normal(size=(15, 3)) + [[0, 1, 2]]).round(2)
figures["intraclassPingouin"] = [[*flat(t), *pingouin_icc(t)] for t in (shrout, drawn)]


# Draws with a seed: SplitMix64 of its published definition, so Swift must give the same to the last digit.
class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        bits = self.state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & mask
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & mask
        return bits ^ (bits >> 31)

    def below(self, n):
        return (self.next() * n) >> 64

    def shuffled(self, values):
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            other = self.below(last + 1)
            values[last], values[other] = values[other], values[last]
        return values


def gini(amounts):
    x, n = sorted(amounts), len(amounts)
    return sum((2 * i - n - 1) * v for i, v in enumerate(x, 1)) / n / sum(x), sum(x[n - -(-n // 5):]) / sum(x)


def gini_by_chance(awards, weights, draws, seed):
    bits, found = SplitMix64(seed), []
    for _ in range(draws):
        drawn = [0.0] * len(weights)
        for _, amount in awards:
            point, person = bits.below(sum(weights)), 0
            while point >= weights[person]:
                point -= weights[person]
                person += 1
            drawn[person] += amount
        found.append(gini(drawn))
    seen = [0.0] * len(weights)
    for person, amount in awards:
        seen[person] += amount
    first = np.array(found)
    p = (sum(first[:, 0] >= gini(seen)[0] - 1e-12) + 1) / (draws + 1)
    return [*gini(seen), first[:, 0].mean(), np.quantile(first[:, 0], 0.95), first[:, 1].mean(), p]


figures["giniByChance"] = [[float(x) for x in gini_by_chance(
    [(0, 9000.0), (0, 5000.0), (2, 8000.0), (3, 5000.0), (3, 10000.0), (8, 7000.0)], [365, 365, 120, 365, 0, 200, 365, 365, 90, 365], 999, 150)]]


def change_point(values, draws, seed):
    def largest(v):
        n = len(v)
        return max((abs(np.mean(v[:k]) - np.mean(v[k:])) * math.sqrt(k * (n - k) / n), -k) for k in range(2, n - 1))
    bits, seen = SplitMix64(seed), largest(values)
    hits = sum(largest(bits.shuffled(values))[0] >= seen[0] - 1e-9 for _ in range(draws))
    return [-seen[1], (hits + 1) / (draws + 1)]


figures["changePoint"] = [
    [len(v), *map(float, v), *map(float, change_point(v, 1999, 42))]
    for v in ([11, 9, 12, 10, 13, 10, 11, 12, 6, 7, 5, 8], [3, 1, 4, 1, 5, 9, 2, 6, 5, 3], [1, 2, 3, 4])
]

print(json.dumps(figures, indent=None, separators=(", ", ": ")).replace('], "', '],\n"').replace("]], ", "]],\n"))
