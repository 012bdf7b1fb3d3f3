#!/usr/bin/env python3
"""The portfolio workload (W1) by other programs: w1_peers.py DIR decimal|fraction|double|sqlite

DIR holds the tables that `portfolio_bench make` wrote. Each prints the total of ten years:

    k = round4(clamp(0.10 + 0.60 L/L' + 0.30 C/C', 1 + floor, 1 + cap)), October of the year before
    p = round2(previous p x k), amount = round2(p x quantity of the month), half away from zero

They are engines as somebody would first write them, one number type each; `double` is Python's, and
is off by what ties are off. SQLite counts in whole numbers.
"""
import csv
import os
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from math import floor

folder, kind = sys.argv[1:3]
getcontext().prec = 40


def table(name):
    with open(os.path.join(folder, name), newline="") as file:
        yield from csv.DictReader(file)


def series():
    made = {}
    for row in table("series.csv"):
        made.setdefault(row["series"], []).append(row["hundredths"])
    return made


def october(year):  # month 0 is January 2023
    return (year - 2023) * 12 + 9


def engine(number, rounded):
    figures = {name: [number(v) for v in values] for name, values in series().items()}
    clauses = {row["clause"]: row for row in table("clauses.csv")}
    factors = {}
    for name, row in clauses.items():
        for year in range(2026, 2036):
            now, then = october(year - 1), october(year - 2)
            labour, costs = figures[row["labour"]], figures[row["costs"]]
            k = (number("0.10") + number("0.60") * labour[now] / labour[then]
                 + number("0.30") * costs[now] / costs[then])
            low = 1 + number(row["floor"]) / 10000
            high = 1 + number(row["cap"]) / 10000
            factors[name, year] = min(max(rounded(k, 4), low), high)
    total = number("0")
    for row in table("lines.csv"):
        price = number(row["price"])
        quantities = [number(row[f"q{m}"]) for m in range(1, 13)]
        for year in range(2026, 2036):
            price = rounded(price * factors[row["clause"], year], 2)
            for quantity in quantities:
                total += rounded(price * quantity, 2)
    return total


def by_decimal():
    steps = {2: Decimal("0.01"), 4: Decimal("0.0001")}
    return engine(Decimal, lambda x, n: x.quantize(steps[n], ROUND_HALF_UP))


def by_fraction():
    return engine(Fraction, lambda x, n: Fraction(floor(x * 10**n + Fraction(1, 2)), 10**n))


def by_double():
    return engine(float, lambda x, n: floor(x * 10**n + 0.5) / 10**n)


def by_sqlite():
    """Whole numbers only: prices in 1e-4, factors in 1e-4, quantities in 1e-6."""
    base = sqlite3.connect(":memory:")
    base.execute("create table factor (clause int, year int, k int, primary key (clause, year))")
    base.execute("create table line (id integer primary key, clause int, price int)")
    base.execute("create table quantity (line int, q int)")
    figures = {name: [int(v) for v in values] for name, values in series().items()}
    for row in table("clauses.csv"):
        for year in range(2026, 2036):
            now, then = october(year - 1), october(year - 2)
            labour, costs = figures[row["labour"]], figures[row["costs"]]
            n = (10 * labour[then] * costs[then] + 60 * labour[now] * costs[then]
                 + 30 * costs[now] * labour[then]) * 100
            d = labour[then] * costs[then]
            k = min(max((2 * n + d) // (2 * d), 10000 + int(row["floor"])), 10000 + int(row["cap"]))
            base.execute("insert into factor values (?, ?, ?)", (int(row["clause"]), year, k))
    for i, row in enumerate(table("lines.csv")):
        base.execute("insert into line values (?, ?, ?)",
                     (i, int(row["clause"]), int(Decimal(row["price"]).scaleb(4))))
        base.executemany("insert into quantity values (?, ?)",
                         [(i, int(Decimal(row[f"q{m}"]).scaleb(6))) for m in range(1, 13)])
    cents = base.execute("""
        with recursive price (line, clause, year, p) as (
          select l.id, l.clause, 2026, (l.price * f.k + 500000) / 1000000
            from line l join factor f on f.clause = l.clause and f.year = 2026
          union all
          select p.line, p.clause, p.year + 1, (p.p * 100 * f.k + 500000) / 1000000
            from price p join factor f on f.clause = p.clause and f.year = p.year + 1)
        select sum((p.p * q.q + 500000) / 1000000) from price p join quantity q on q.line = p.line
        """).fetchone()[0]
    return Decimal(cents).scaleb(-2)


total = {"decimal": by_decimal, "fraction": by_fraction, "double": by_double,
         "sqlite": by_sqlite}[kind]()
print(Decimal(round(total * 100)).scaleb(-2) if kind in ("fraction", "double") else total)
