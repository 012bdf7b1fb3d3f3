#!/usr/bin/env python3
"""The invoice workload (W3) in pricetalk's own files, and its answers in exact arithmetic.

    w3.py files DIR OUT           contracts/*.toml, figures.toml and invoices.csv
    w3.py ubl DIR OUT [ROWS]      the same contracts, and UBL documents of ROWS rows (default 5)
    w3.py check DIR CSV [LINES]   what the audit wrote with --csv against Decimal and Fraction
    w3.py scan FILE…              bare reading of the bytes

DIR holds what a generator of the workload wrote: indices.csv (series,month,value), clauses.csv
(clause,l_series,c_series,floor,cap), lines.csv (contract,line,clause,unit_price,quantity,profile) and
invoices.csv (contract,line,period,quantity,unit_price,amount). The price of 2025 moves every January:

    k = round4(clamp(0.10 + 0.60 L/L' + 0.30 C/C', 1 + floor, 1 + cap)), October of the year before
    p = round2(previous p x k), amount = round2(p x quantity), half away from zero

A row is wrong when its amount is above the allowed one. A contract file has no negative prices: a
rebate line of the workload (1 % of them) gets the price without its sign, and its rows a negative
quantity, which is the same amount. Every row gets an invoice number of its own, so that none stands
there twice.
"""
import calendar
import csv
import hashlib
import os
import sys
import time
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
CENT = Decimal("0.01")
YEARS = range(2026, 2036)


def table(folder, name):
    with open(os.path.join(folder, name), newline="") as file:
        yield from csv.DictReader(file)


def percent(fraction):
    text = format(Decimal(fraction) * 100, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def contract_text(number, lines, clauses):
    out = ["schema = 1", 'figures_from = ["../figures.toml"]', "", "[contract]", f'id = "{number}"',
           f'title = "Maintenance and supply, site {int(number) % 977}"', 'currency = "EUR"',
           "start = 2025-01-01", "end = 2035-12-31"]
    for line in lines:
        price = line["unit_price"].lstrip("-")
        out += ["", f"[price.{line['line']}]", f"unit_price = {price}", "price_date = 2025-01-01",
                f'clause = "c{line["line"]}"']
    for line in lines:
        clause = clauses[line["clause"]]
        limits = []
        if Decimal(clause["cap"]) < 9:
            limits.append(f'cap = "{percent(clause["cap"])}"')
        if Decimal(clause["floor"]) > Decimal("-0.9"):
            limits.append(f'floor = "{percent(clause["floor"])}"')
        out += ["", f"[clause.c{line['line']}]",
                'adjust = { every = "year", on = "01-01", first = 2026-01-01 }',
                'formula = "P = P0 * (0.10 + 0.60*L/L0 + 0.30*C/C0)"',
                f'index.L = {{ series = "w3/{clause["l_series"]}", use = "october of previous year" }}',
                f'index.C = {{ series = "w3/{clause["c_series"]}", use = "october of previous year" }}',
                "rounding = { coefficient = { decimals = 4 }, price = { decimals = 2 } }"]
        if limits:
            out.append("limits = { " + ", ".join(limits) + " }")
    return "\n".join(out) + "\n"


def write_contracts(folder, out):
    clauses = {row["clause"]: row for row in table(folder, "clauses.csv")}
    lines = {}
    for row in table(folder, "lines.csv"):
        lines.setdefault(row["contract"], []).append(row)
    os.makedirs(os.path.join(out, "contracts"), exist_ok=True)
    for number, own in lines.items():
        name = os.path.join(out, "contracts", f"{int(number):06d}.toml")
        with open(name, "w", newline="\n") as file:
            file.write(contract_text(number, own, clauses))
    series = {}
    for row in table(folder, "indices.csv"):
        series.setdefault(row["series"], []).append((row["month"], row["value"]))
    with open(os.path.join(out, "figures.toml"), "w", newline="\n") as file:
        file.write("schema = 1\n")
        for name, figures in series.items():
            file.write(f'\n[[series]]\nid = "w3/{name}"\ntitle = "{name}"\npublisher = "w3"\n'
                       'unit = "index"\nfrequency = "month"\nfigures = [\n')
            for month, value in figures:
                file.write(f'  ["{month}", {value}],\n')
            file.write("]\n")
    return {(row["contract"], row["line"]) for own in lines.values() for row in own
            if row["unit_price"].startswith("-")}


def turned(text):
    return text[1:] if text.startswith("-") else "-" + text


def rows_of(folder, rebates):
    for number, row in enumerate(table(folder, "invoices.csv")):
        quantity, price = row["quantity"], row["unit_price"]
        if (row["contract"], row["line"]) in rebates:
            quantity, price = turned(quantity), turned(price)
        yield number, row, quantity, price


def files(folder, out):
    rebates = write_contracts(folder, out)
    with open(os.path.join(out, "invoices.csv"), "w", newline="\n") as file:
        file.write("invoice,contract,line,period,quantity,unit_price,amount\n")
        for number, row, quantity, price in rows_of(folder, rebates):
            file.write(f'F{number},{row["contract"]},{row["line"]},{row["period"]},{quantity},'
                       f'{price},{row["amount"]}\n')


def ubl(folder, out, rows_each=5):
    rebates = write_contracts(folder, out)
    os.makedirs(os.path.join(out, "ubl"), exist_ok=True)
    waiting, count = {}, 0

    def write(contract, rows):
        nonlocal count
        total = sum(Decimal(row["amount"]) for _, row, _, _ in rows)
        text = ['<?xml version="1.0" encoding="UTF-8"?>',
                '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" '
                'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
                'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">',
                f"<cbc:ID>U{count}</cbc:ID>", "<cbc:IssueDate>2035-12-31</cbc:IssueDate>",
                "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
                "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
                f"<cac:ContractDocumentReference><cbc:ID>{contract}</cbc:ID>"
                "</cac:ContractDocumentReference>",
                f'<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">{total}'
                "</cbc:LineExtensionAmount></cac:LegalMonetaryTotal>"]
        for number, row, quantity, price in rows:
            year, month = map(int, row["period"].split("-"))
            last = calendar.monthrange(year, month)[1]
            text += [f"<cac:InvoiceLine><cbc:ID>{number}</cbc:ID>",
                     f'<cbc:InvoicedQuantity unitCode="C62">{quantity}</cbc:InvoicedQuantity>',
                     f'<cbc:LineExtensionAmount currencyID="EUR">{row["amount"]}'
                     "</cbc:LineExtensionAmount>",
                     f'<cac:InvoicePeriod><cbc:StartDate>{row["period"]}-01</cbc:StartDate>'
                     f'<cbc:EndDate>{row["period"]}-{last}</cbc:EndDate></cac:InvoicePeriod>',
                     f'<cac:Item><cbc:Name>{row["line"]}</cbc:Name></cac:Item>',
                     f'<cac:Price><cbc:PriceAmount currencyID="EUR">{price}</cbc:PriceAmount>'
                     "</cac:Price></cac:InvoiceLine>"]
        text.append("</Invoice>\n")
        with open(os.path.join(out, "ubl", f"{count:07d}.xml"), "w", newline="\n") as file:
            file.write("\n".join(text))
        count += 1

    for each in rows_of(folder, rebates):
        own = waiting.setdefault(each[1]["contract"], [])
        own.append(each)
        if len(own) == rows_each:
            write(each[1]["contract"], waiting.pop(each[1]["contract"]))
    for contract, own in waiting.items():
        write(contract, own)
    print(count, "documents")


def allowed_prices(folder):
    index = {(row["series"], row["month"]): Fraction(row["value"])
             for row in table(folder, "indices.csv")}
    coefficients = {}
    for row in table(folder, "clauses.csv"):
        low, high = 1 + Fraction(row["floor"]), 1 + Fraction(row["cap"])
        for year in YEARS:
            now, before = f"{year - 1}-10", f"{year - 2}-10"
            k = (Fraction("0.10")
                 + Fraction("0.60") * index[(row["l_series"], now)] / index[(row["l_series"], before)]
                 + Fraction("0.30") * index[(row["c_series"], now)] / index[(row["c_series"], before)])
            k = min(max(k, low), high) * 10000
            k = (2 * k.numerator + k.denominator) // (2 * k.denominator)
            coefficients[(row["clause"], year)] = Decimal(k).scaleb(-4)
    prices = {}
    for row in table(folder, "lines.csv"):
        price = Decimal(row["unit_price"])
        for year in YEARS:
            price = (price * coefficients[(row["clause"], year)]).quantize(CENT, ROUND_HALF_UP)
            prices[(row["contract"], row["line"], str(year))] = price
    return prices


def check(folder, written, lines=None):
    prices = allowed_prices(folder)
    # Rows, contracts and sums as the audit wrote them.
    found, under_found = {}, set()
    for row in csv.DictReader(open(written, newline="")):
        number = int(row["invoice"][1:])
        if row["kind"] == "over":
            found[number] = row
        elif row["kind"] == "under":
            under_found.add(number)
        else:
            sys.exit(f"row {number} is {row['kind']}: {row['reason']}")
    false = missed = wrong = high = under = 0
    over = {}
    digest = hashlib.sha256(b"row,contract,line,period,amount,allowed,over\n")
    own = open(lines, "w", newline="\n") if lines else None
    if own:
        own.write("row,contract,line,period,amount,allowed,over\n")
    for number, row in enumerate(table(folder, "invoices.csv")):
        amount = Decimal(row["amount"])
        price = prices[(row["contract"], row["line"], row["period"][:4])]
        right = (price * Decimal(row["quantity"])).quantize(CENT, ROUND_HALF_UP)
        if amount < right:
            under += 1
            missed += number not in under_found
        if amount <= right:
            false += number in found
            continue
        high += 1
        over[row["contract"]] = over.get(row["contract"], 0) + amount - right
        text = f'{number},{row["contract"]},{row["line"]},{row["period"]},{amount},{right},{amount - right}\n'
        digest.update(text.encode())
        if own:
            own.write(text)
        mine = found.get(number)
        if mine is None:
            missed += 1
        elif (mine["contract"], mine["line"], Decimal(mine["allowed_amount"]),
              Decimal(mine["difference"])) != (row["contract"], row["line"], right, amount - right):
            wrong += 1
    false += max(len(under_found) - under, 0)
    print(f"reference: {high} rows too high, {len(over)} contracts, {sum(over.values())}; "
          f"{under} rows too low")
    print(f"false {false}, missed {missed}, another amount {wrong}")
    print(f"sha256 of the rows of the reference {digest.hexdigest()}")
    rows = hashlib.sha256(b"row,contract,line,period,amount,allowed,over\n")
    for number, mine in sorted(found.items()):
        rows.update(f'{number},{mine["contract"]},{mine["line"]},{mine["from"][:7]},{mine["amount"]},'
                    f'{mine["allowed_amount"]},{mine["difference"]}\n'.encode())
    print(f"sha256 of the rows of the audit     {rows.hexdigest()}")
    return 1 if false or missed or wrong else 0


def scan(paths):
    begin, total, size = time.perf_counter(), 0, 0
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while block := file.read(1 << 20):
                total += block.count(b"\n")
                size += len(block)
    print(f"{size} bytes, {total} lines, {time.perf_counter() - begin:.3f} s")


if __name__ == "__main__":
    what, rest = sys.argv[1], sys.argv[2:]
    if what == "files":
        files(*rest)
    elif what == "ubl":
        ubl(rest[0], rest[1], int(rest[2]) if len(rest) > 2 else 5)
    elif what == "check":
        sys.exit(check(*rest))
    else:
        scan(rest)
