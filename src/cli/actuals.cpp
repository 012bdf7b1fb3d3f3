#include "cli/actuals.hpp"

#include <algorithm>
#include <map>
#include <ostream>

#include "billing/days_text.hpp"
#include "cli/stream_invoices.hpp"
#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/audit_conclusion.hpp"

namespace pricetalk {

LoadedActuals load_actuals(const std::vector<std::string>& invoices, const std::string& columns,
                           std::vector<const Contract*> contracts, Diagnostics& problems) {
  LoadedActuals made;
  ActualRowsReader reader(std::move(contracts));
  const InvoicesRead read = stream_invoices(
      invoices, columns, [&](const std::string&) { reader.next_file(); },
      [&](const InvoiceLine& row) { reader.add(row); }, problems);
  made.rows = std::move(reader).finish();
  made.not_read = read.files.not_read;
  made.problems = read.problems;
  return made;
}

namespace {

class ActualsPrinter {
 public:
  ActualsPrinter(std::ostream& out, Language language) : out_(out), language_(language) {}

  void print(const LoadedActuals& actuals, const std::vector<CoveredContract>& contracts) {
    out_ << "\n" << say(language_, "Invoices", "Facturen") << "\n";
    for (const auto& [currency, sums] : actuals.rows.sums) print_sums(currency, sums, contracts);
    if (const Phrase text = not_read_text(actuals.not_read); !text.empty())
      out_ << text.in(language_) << "\n";
    if (actuals.rows.alike > 0)
      out_ << say(language_, "found by a name that is like that of the line: ",
                  "gevonden op een naam die op die van de regel lijkt: ")
           << actuals.rows.alike << "\n";
    print_left(actuals.rows);
    print_open(contracts);
  }

 private:
  void line(const char* en, const char* nl, const std::string& currency, const RowSum& sum) {
    if (sum.rows == 0 && sum.amount.is_zero()) return;
    out_ << say(language_, en, nl) << sum.rows
         << (sum.rows == 1 ? say(language_, " row", " regel") : say(language_, " rows", " regels"))
         << ", ";
    const auto known = Currency::parse(currency);
    out_ << (known ? grouped(as_written(sum.amount, *known), language_) + " " + currency
                   : say(language_, "in a currency that nobody states",
                         "in een valuta die niemand noemt"))
         << "\n";
  }

  void print_sums(const std::string& currency, const ActualSums& sums,
                  const std::vector<CoveredContract>& contracts) {
    RowSum inside;
    RowSum outside;
    for (const CoveredContract& each : contracts) {
      if (each.contract->currency.code() != currency) continue;
      inside.rows += each.cover.inside.rows;
      inside.amount = inside.amount + each.cover.inside.amount;
      outside.rows += each.cover.outside.rows;
      outside.amount = outside.amount + each.cover.outside.amount;
    }
    line("read: ", "gelezen: ", currency, sums.all);
    line("counted in the amounts above: ", "verwerkt in de bedragen hierboven: ", currency, inside);
    line("before or after these days: ", "vóór of na deze dagen: ", currency, outside);
    line("COUNTED NOWHERE: ", "NERGENS GETELD: ", currency, sums.left);
    if (inside.rows == 0 && sums.counted.rows > 0)
      out_ << say(language_, "None is about these days; --from says where they begin.\n",
                  "Geen ervan gaat over deze dagen; --from zegt waar ze beginnen.\n");
  }

  void print_left(const ActualRows& rows) {
    for (const LeftRow& each : rows.left)
      out_ << "  " << each.place << ": " << each.invoice << ", " << each.name << ", "
           << grouped(each.amount, language_) << ": " << each.why.in(language_) << "\n";
    if (rows.left_rows() > rows.left.size())
      out_ << say(language_, "  and more: ", "  en meer: ") << rows.left_rows() - rows.left.size()
           << "\n";
  }

  void print_open(const std::vector<CoveredContract>& contracts) {
    constexpr std::size_t most_told = 20;
    std::size_t count = 0;
    for (const CoveredContract& each : contracts)
      for (const NotInvoiced& open : each.cover.open) {
        if (++count > most_told) continue;
        if (count == 1)
          out_ << say(language_, "Not invoiced, and so computed:\n",
                      "Niet gefactureerd, en dus berekend:\n");
        out_ << "  ";
        if (contracts.size() > 1) out_ << each.contract->id << ", ";
        out_ << open.line << ": " << days_text(open.days).in(language_) << "\n";
      }
    if (count > most_told)
      out_ << say(language_, "  and more: ", "  en meer: ") << count - most_told << "\n";
  }

  std::ostream& out_;
  Language language_;
};

}  // namespace

void print_actuals(const LoadedActuals& actuals, const std::vector<CoveredContract>& contracts,
                   std::ostream& out, Language language) {
  ActualsPrinter(out, language).print(actuals, contracts);
}

}  // namespace pricetalk
