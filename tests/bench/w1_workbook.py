#!/usr/bin/env python3
"""The portfolio workload (W1) as a workbook of formulas: w1_workbook.py DIR OUT.xlsx

DIR holds the tables that `portfolio_bench make` wrote. No cell has a value of its own, so that who
opens it has to compute it: `soffice --headless --convert-to csv OUT.xlsx` writes the first sheet,
which is the total of ten years.
"""
import csv
import os
import sys
import zipfile
from decimal import Decimal
from string import ascii_uppercase

folder, out = sys.argv[1:3]
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006"
kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def table(name):
    with open(os.path.join(folder, name), newline="") as file:
        return list(csv.DictReader(file))


def column(at):  # 0 is A
    name = ""
    while at >= 0:
        name = ascii_uppercase[at % 26] + name
        at = at // 26 - 1
    return name


def number(value):
    return f"<c><v>{value}</v></c>"


def formula(text):
    return f"<c><f>{text}</f></c>"


def series_sheet():
    """A row for each series: October of 2024 and later, in hundredths."""
    rows = {}
    for row in table("series.csv"):
        if int(row["month"]) % 12 == 9 and int(row["month"]) > 12:
            rows.setdefault(row["series"], []).append(row["hundredths"])
    return list(rows), [[number(value) for value in row] for row in rows.values()]


def clause_sheet(names):
    for row in table("clauses.csv"):
        labour = names.index(row["labour"]) + 1
        costs = names.index(row["costs"]) + 1
        low = Decimal(row["floor"]).scaleb(-4) + 1
        high = Decimal(row["cap"]).scaleb(-4) + 1
        cells = []
        for year in range(10):
            then, now = column(year), column(year + 1)
            k = (f"0.1+0.6*series!{now}{labour}/series!{then}{labour}"
                 f"+0.3*series!{now}{costs}/series!{then}{costs}")
            cells.append(formula(f"MIN(MAX(ROUND({k},4),{low}),{high})"))
        yield cells


def line_sheet():
    """Price and twelve quantities, ten prices, and ten years of twelve amounts."""
    for at, row in enumerate(table("lines.csv"), 1):
        cells = [number(row["price"])] + [number(row[f"q{month}"]) for month in range(1, 13)]
        for year in range(10):
            before = f"A{at}" if year == 0 else f"{column(12 + year)}{at}"
            k = f"clauses!{column(year)}{int(row['clause']) + 1}"
            cells.append(formula(f"ROUND({before}*{k},2)"))
        for year in range(10):
            price = f"{column(13 + year)}{at}"
            cells += [formula(f"ROUND({price}*{column(1 + month)}{at},2)") for month in range(12)]
        yield cells


names, series = series_sheet()
count = len(table("lines.csv"))
sheets = {
    "total": [[formula(f"TEXT(SUM(lines!{column(23)}1:{column(142)}{count}),\"0.00\")")]],
    "series": series,
    "clauses": clause_sheet(names),
    "lines": line_sheet(),
}
numbered = list(enumerate(sheets, 1))
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
    types = "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}.worksheet+xml"/>'
                    for i, _ in numbered)
    book.writestr("[Content_Types].xml",
                  f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
                  f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                  f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                  f"{types}</Types>")
    book.writestr("_rels/.rels",
                  f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                  f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>' + "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in numbered)
        + "</sheets></workbook>")
    book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">' + "".join(
        f'<Relationship Id="r{i}" Type="{links}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i, _ in numbered) + "</Relationships>")
    for i, name in numbered:
        with book.open(f"xl/worksheets/sheet{i}.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for cells in sheets[name]:
                sheet.write(f"<row>{''.join(cells)}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")
