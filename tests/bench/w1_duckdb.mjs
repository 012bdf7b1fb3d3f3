// The portfolio workload (W1) by DuckDB, in its own decimals: w1_duckdb.mjs DIR MODULES
//
// DIR holds the tables that `portfolio_bench make` wrote, MODULES is where `npm install
// @duckdb/node-api` was done. Prints the total of ten years. The coefficient is a quotient of whole
// numbers, because DuckDB divides decimals in binary floating point.
import { createRequire } from "node:module";
import path from "node:path";

const [tables, modules] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.resolve(modules, "here"))("@duckdb/node-api");
const base = await (await DuckDBInstance.create(":memory:")).connect();
const table = (name, columns) => `read_csv('${tables}/${name}.csv', columns = {${columns}})`;

await base.run(`create table october as
  select series, month // 12 + 2023 as year, hundredths::hugeint as v
  from ${table("series", "series: 'varchar', month: 'int', hundredths: 'int'")}
  where month % 12 = 9`);
await base.run(`create table factor as
  with raw as (
    select clause, floor, cap, l1.year + 1 as year, l0.v * c0.v as d,
           (10 * l0.v * c0.v + 60 * l1.v * c0.v + 30 * c1.v * l0.v) * 100 as n
    from ${table("clauses", "clause: 'int', labour: 'varchar', costs: 'varchar', floor: 'int', cap: 'int'")}
    join october l1 on l1.series = labour
    join october l0 on l0.series = labour and l0.year = l1.year - 1
    join october c1 on c1.series = costs and c1.year = l1.year
    join october c0 on c0.series = costs and c0.year = l0.year)
  select clause, year,
         (greatest(least((2 * n + d) // (2 * d), 10000 + cap), 10000 + floor)::decimal(9, 0)
           * 0.0001::decimal(5, 4))::decimal(9, 4) as k
  from raw`);
const months = Array.from({ length: 12 }, (_, i) => `q${i + 1}`);
const quantities = months.map((q) => `${q}: 'decimal(12,4)'`).join(", ");
const year = months.map((q) => `round(p::decimal(12, 2) * ${q}, 2)`).join(" + ");
const answer = await base.runAndReadAll(`
  with recursive line as (
    select row_number() over () as id, *
    from ${table("lines", `contract: 'int', clause: 'int', price: 'decimal(14,4)', ${quantities}`)}),
  price as (
    select id, clause, 2025 as year, price as p from line
    union all
    select id, clause, price.year + 1, round(p * k, 2)::decimal(14, 4)
    from price join factor using (clause)
    where factor.year = price.year + 1 and price.year < 2035)
  select sum(${year})::decimal(30, 2)::varchar from price join line using (id)
  where price.year > 2025`);
console.log(answer.getRows()[0][0]);
