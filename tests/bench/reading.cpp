// pricetalk-reading FILES: reads so many files of tests/support/bookkeeping.hpp and prints what
// became of them; docs/reference/invoice-reading.md is its output.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "reading_count.hpp"

namespace {

using bookkeeping::File;
using bookkeeping::Outcome;

struct Row {
  std::array<int, 4> of{};
  int all() const { return of[0] + of[1] + of[2] + of[3]; }
  int count(Outcome outcome) const { return of[static_cast<std::size_t>(outcome)]; }
};

std::string share(int part, int whole) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  return text;
}

void print(const std::string& name, const Row& row) {
  std::printf("| %s | %d | %d | %d | %d | %d | %s |\n", name.c_str(), row.all(),
              row.count(Outcome::right), row.count(Outcome::asked), row.count(Outcome::refused),
              row.count(Outcome::wrong),
              share(row.count(Outcome::asked) + row.count(Outcome::refused), row.all()).c_str());
}

/// Every way of writing that a file has.
std::map<std::string, bool> traits_of(const bookkeeping::Style& style) {
  using bookkeeping::Signs;
  using bookkeeping::Vat;
  return {{"amounts without VAT, and none stated", style.vat == Vat::none},
          {"amounts without VAT, and an amount of VAT", style.vat == Vat::amount},
          {"amounts without VAT, and a rate", style.vat == Vat::rate},
          {"amounts with VAT, and an amount of VAT", style.vat == Vat::gross_and_amount},
          {"amounts with VAT, and a rate", style.vat == Vat::gross_and_rate},
          {"two amounts, with and without VAT", style.vat == Vat::net_and_gross},
          {"prices and amounts with VAT", style.vat == Vat::gross_prices},
          {"a heading that says nothing of VAT", style.bare},
          {"no prices", !style.prices},
          {"a column of discounts", style.discounts},
          {"quantities with another decimal mark", style.other_quantities},
          {"marks between thousands", style.grouped},
          {"credits by a minus on the amount", style.signs == Signs::minus_on_amount},
          {"credits by a minus on quantity and amount", style.signs == Signs::minus_on_quantity},
          {"credits by a word, without a sign", style.signs == Signs::word},
          {"empty rows, repeated headings, totals or page feet",
           style.empty_rows || style.headings_repeated || style.totals || style.feet},
          {"lines above the heading", style.preamble},
          {"the number of an invoice in its first row alone", style.fill_down}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("pricetalk-reading FILES\n", stderr), 2;
  const int files = std::atoi(argv[1]);
  Row all;
  Row untold;
  std::map<std::string, Row> traits;
  std::map<std::string, int> codes;
  std::string wrong;
  for (int seed = 1; seed <= files; ++seed) {
    const File file = bookkeeping::file_of(static_cast<std::uint64_t>(seed));
    const bookkeeping::Reading reading = bookkeeping::reading_of(file);
    const auto outcome = static_cast<std::size_t>(reading.outcome);
    if (reading.outcome == Outcome::wrong)
      wrong += "- " + std::to_string(seed) + ": " + reading.why + "\n";
    if (file.style.must_ask()) {
      ++untold.of[outcome];
      continue;
    }
    ++all.of[outcome];
    if (reading.outcome != Outcome::right) ++codes[reading.codes.front()];
    for (const auto& [name, has] : traits_of(file.style))
      if (has) ++traits[name].of[outcome];
  }
  std::printf(
      "# Files of bookkeeping programs, and how they are read\n\n"
      "`pricetalk-reading %d` (built with `PRICETALK_BENCHMARKS=ON`) draws so many files, each "
      "from\n"
      "its number: language, marks, days, VAT, credits, columns and the rows that charge nothing "
      "in\n"
      "between (`tests/support/bookkeeping.hpp`). Every file has its own truth. *Right*: all "
      "rows,\n"
      "with their days, quantities, amounts and VAT, and nothing else; VAT that no row proves may "
      "be\n"
      "left out. *Asked*: a question that a column file answers. *Refused*: another error, and no\n"
      "wrong row. *Wrong*: one row or more that the file does not hold.\n\n",
      files);
  std::printf(
      "| | files | right | asked | refused | wrong | asked or refused |\n"
      "|---|---|---|---|---|---|---|\n");
  print("**all that the file itself can tell**", all);
  for (const auto& [name, row] : traits) print(name, row);
  print("**what no file can tell** (D/C or two columns without signs, no period)", untold);
  std::printf("\nIn the last row *right* are files that have no credit in them.\n");
  std::printf("\n## Questions and refusals of what can be told\n");
  for (const auto& [code, count] : codes) std::printf("- %s: %d\n", code.c_str(), count);
  std::printf("\n## Wrong\n%s", wrong.empty() ? "None.\n" : wrong.c_str());
  return 0;
}
