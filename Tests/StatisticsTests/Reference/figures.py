"""Figures that the tests of Statistics compare with, computed without any code of this project.

    pip install numpy scipy statsmodels mpmath
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

print(json.dumps(figures, indent=None, separators=(", ", ": ")).replace('], "', '],\n"').replace("]], ", "]],\n"))
