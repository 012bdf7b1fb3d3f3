#!/usr/bin/env python3
"""The portfolio workload (W1) by this program and others, as the tables of docs/reference/speed.md.

    w1.py BUILD WORK CONTRACTS

BUILD is a Release build with benchmarks, WORK a folder for what is generated (about 15 MB for 10,000
contracts). Everything runs in one go on the same contracts, and each answer is held to the right
total; what is not installed is skipped with a word. Exits 1 where a total is wrong that should be
right. Of three rounds that of the least processor time counts; goals are ratios of processor time,
because wall clock tells what else the machine did.
"""
import os
import re
import shutil
import subprocess
import sys
import time

build, work, contracts = sys.argv[1], sys.argv[2], int(sys.argv[3])
here = os.path.dirname(os.path.abspath(__file__))
tools = os.path.join(build, "tests", "bench")
wrong = []


def folder(count):
    made = os.path.join(work, f"w1-{count}")
    if not os.path.exists(os.path.join(made, "total")):
        subprocess.run([os.path.join(tools, "portfolio_bench"), "make", str(count), made], check=True)
    return made


def total_of(made):
    with open(os.path.join(made, "total")) as file:
        return file.read().strip()


class Run:
    """A whole process: seconds, processor seconds, peak in MB, and the total that it said."""

    def __init__(self, words, before=None, rounds=3):
        self.wall = self.processor = self.peak = None
        for _ in range(rounds):
            if before:
                before()
            begin = time.monotonic()
            with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
                text = process.stdout.read().decode()
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.monotonic() - begin
            processor = usage.ru_utime + usage.ru_stime
            if self.processor is None or processor < self.processor:
                self.wall = wall
                self.processor = processor
                self.peak = usage.ru_maxrss / 1024
        numbers = re.findall(r"(?m)^(?:contracted +)?([\d,]+\.\d\d)$", text)
        self.total = numbers[-1].replace(",", "") if numbers else ""


def row(name, run, right, exact=True):
    off = "" if run.total == right else f" (says {run.total or 'nothing'})"
    if off and exact:
        wrong.append(name)
    print(f"| {name}{off} | {run.wall:.2f} s | {run.processor:.2f} s | {run.peak:.0f} MB |")
    sys.stdout.flush()
    return run


def in_process(count):
    text = subprocess.run([os.path.join(tools, "portfolio_bench"), "run", str(count), folder(count), "3"],
                          stdout=subprocess.PIPE, text=True, check=False)
    if text.returncode != 0:
        wrong.append(f"{count} contracts in one process")
    print(text.stdout)
    sys.stdout.flush()
    return {name: float(value) for name, value in
            re.findall(r"(?m)^(.+?) {2,}([\d.]+) (?:s|MB)", text.stdout)}


def simulate(made, *options):
    return [os.path.join(build, "pricetalk"), "simulate", os.path.join(made, "contracts"), "--scenario",
            os.path.join(made, "scenario.toml"), "--today", "2025-12-31", "--language", "en", *options]


def duckdb():
    """Where the package is, put there where node, npm and a registry are at hand; else nothing."""
    modules = os.path.join(work, "duckdb")
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    if not os.path.isdir(os.path.join(modules, "node_modules", "@duckdb")):
        os.makedirs(modules, exist_ok=True)
        done = subprocess.run(["npm", "install", "--no-save", "--prefix", modules, "@duckdb/node-api"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=False)
        if done.returncode != 0:
            return None
    return modules


def libreoffice(made):
    """Opens a workbook of formulas and writes its first sheet."""
    book = os.path.join(made, "w1.xlsx")
    if not os.path.exists(book):
        subprocess.run([sys.executable, os.path.join(here, "w1_workbook.py"), made, book], check=True)
    return ["sh", "-c", f"soffice --headless --convert-to csv --outdir {made} {book} >&2 && cat {made}/w1.csv"]


made, tenth = folder(contracts), folder(contracts // 10)
right = total_of(made)
kept = os.path.join(work, "kept")

print(f"## {contracts} contracts and {contracts // 10}, each step in one process\n")
large, small = in_process(contracts), in_process(contracts // 10)

print(f"## Whole processes, {contracts} contracts\n")
print("| | wall clock | processor | peak |\n|---|---:|---:|---:|")
first = row("`simulate FOLDER`, one thread", Run(simulate(made, "--jobs", "1")), right)
smaller = row("the same of a tenth of the contracts", Run(simulate(tenth, "--jobs", "1")), total_of(tenth))
row("of all, a thread for each processor", Run(simulate(made)), right)


def forget():
    if os.path.exists(kept):
        os.remove(kept)


writes = row("first run with `--compiled FILE`, which also writes the file, one thread",
             Run(simulate(made, "--jobs", "1", "--compiled", kept), forget), right)
second = row("second run, one thread", Run(simulate(made, "--jobs", "1", "--compiled", kept), rounds=5), right)
row("second run, a thread for each processor", Run(simulate(made, "--compiled", kept), rounds=5), right)
peers = [sys.executable, os.path.join(here, "w1_peers.py"), made]
decimal = row("Python's Decimal, from ready tables", Run([*peers, "decimal"]), right)
row("SQLite in whole numbers, from ready tables", Run([*peers, "sqlite"]), right)
row("Python in binary floating point, from ready tables", Run([*peers, "double"]), right, exact=False)
naive = os.path.join(tools, "w1_naive")
row("naive C++ in exact fractions, from ready tables", Run([naive, made, "fraction"]), right)
row("naive C++ in binary floating point, from ready tables", Run([naive, made, "double"]), right, exact=False)
modules = duckdb()
duck = None
if modules:
    duck = row("DuckDB in decimals (node), from ready tables",
               Run(["node", os.path.join(here, "w1_duckdb.mjs"), made, modules]), right)
else:
    print("| DuckDB: skipped, because node, npm or the package is not there | | | |")

thousand = folder(1000)
print("\n## Whole processes, 1000 contracts\n\n| | wall clock | processor | peak |\n|---|---:|---:|---:|")
row("`simulate FOLDER`, one thread", Run(simulate(thousand, "--jobs", "1")), total_of(thousand))
row("Python's Fraction, from ready tables",
    Run([sys.executable, os.path.join(here, "w1_peers.py"), thousand, "fraction"]), total_of(thousand))
if shutil.which("soffice"):
    row("LibreOffice, a workbook of formulas to CSV", Run(libreoffice(thousand), rounds=1), total_of(thousand))
else:
    print("| LibreOffice: skipped, because soffice is not there | | | |")


def goal(text, wanted, reached, good):
    print(f"| {text} | {wanted} | {reached} | {'reached' if good else 'missed'} |")


print("\n## Goals\n\n| | goal | here | |\n|---|---:|---:|---|")
ratio = large["computing only"] / large["by hand, vector kernel"]
goal("computing only, one thread, to the kernel by hand", "≤ 4 ×", f"{ratio:.1f} ×", ratio <= 4)
ratio = first.processor / large["bare parse of the files"]
goal("first run, one thread, to a bare parse of the files", "≤ 1.5 ×", f"{ratio:.1f} ×", ratio <= 1.5)
ratio = first.processor / second.processor
goal("second run, one thread, to a run without the file", "≥ 10 × faster", f"{ratio:.0f} ×", ratio >= 10)
ratio = decimal.processor / second.processor
goal("second run, one thread, to Python's Decimal", "≥ 60 × faster", f"{ratio:.1f} ×", ratio >= 60)
if duck:
    ratio = duck.processor / second.processor
    goal("second run, one thread, to DuckDB", "≥ 20 × faster", f"{ratio:.1f} ×", ratio >= 20)
ratio = first.processor / smaller.processor
goal("processor time of a run, from a tenth of the contracts to all", "8 … 12 ×", f"{ratio:.1f} ×",
     8 <= ratio <= 12)
peak = max(first.peak, writes.peak, second.peak)
goal("peak of any of these runs", "≤ 150 MB", f"{peak:.0f} MB", peak <= 150)
goal("totals that are wrong against whole numbers", "0", str(len(wrong)), not wrong)
sys.exit(1 if wrong else 0)
