#include "cli/portfolio_printer.hpp"

#include <algorithm>
#include <ostream>

#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "report/one_by_one.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// The totals of one currency and future: one for each alternative, the contract as it is first.
using Beside = std::vector<PortfolioTotal>;

class PortfolioPrinter {
 public:
  PortfolioPrinter(const PortfolioAnswer& answer, const Scenario& scenario,
                   const PortfolioLayout& layout, std::ostream& out, Language language)
      : answer_(answer), scenario_(scenario), layout_(layout), out_(out), language_(language) {}

  void print(std::size_t unread) {
    const std::vector<PortfolioTotal> totals = totals_of(answer_);
    for (std::size_t at = 0; at < totals.size(); at += answer_.alternatives.size()) {
      if (at > 0 && totals[at].future == 0) print_futures(totals, at);
      print_future({totals.begin() + static_cast<std::ptrdiff_t>(at),
                    totals.begin() + static_cast<std::ptrdiff_t>(at + answer_.alternatives.size())},
                   at == 0 || totals[at].future == 0);
    }
    if (!totals.empty()) print_futures(totals, totals.size());
    if (renews_)
      out_ << say("* assumes that contracts go on after their end, on the same terms.\n",
                  "* gaat uit van contracten die na hun einde doorlopen, op dezelfde "
                  "voorwaarden.\n");
    print_route(unread);
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return pricetalk::say(language_, en, nl);
  }

  std::string money(const Ratio& amount, const Currency& currency) const {
    return grouped(as_written(amount, currency), language_);
  }

  void print_future(const Beside& beside, bool first) {
    const PortfolioTotal& own = beside.front();
    if (first && printed_) out_ << "\n";
    printed_ = true;
    if (first)
      out_ << own.contracts
           << say(own.contracts == 1 ? " contract" : " contracts",
                  own.contracts == 1 ? " contract" : " contracten")
           << say("; amounts in ", "; bedragen in ") << own.currency.code() << " "
           << (own.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                        : say("with VAT", "met btw"))
           << "\n";
    const Future& future = scenario_.futures[own.future];
    out_ << "\n" << say("Future ", "Toekomst ") << future.id;
    if (!future.note.empty()) out_ << ": " << future.note;
    out_ << "\n" << as_text(table_of(beside), layout_.line) << "\n";
    print_whole_cost(beside);
    for (const PortfolioTotal& each : beside) print_remarks(each);
  }

  /// Price, every kind of cost beside it, and all of it.
  void print_whole_cost(const Beside& beside) const {
    const PortfolioTotal& own = beside.front();
    if (own.beside.empty()) return;
    Table table;
    table.columns.push_back(
        {say("the whole cost to the customers", "alles wat het de klanten kost"),
         Table::Align::left});
    for (const PortfolioTotal& each : beside)
      table.columns.push_back({name_of(each), Table::Align::right});
    row(table, beside, say("price", "prijs"), [](const PortfolioTotal& t) { return t.together(); });
    for (const auto& [kind, amount] : own.beside)
      row(table, beside, words(kind).in(language_),
          [kind = kind](const PortfolioTotal& t) { return t.beside.at(kind); });
    row(table, beside, say("all in", "alles bij elkaar"),
        [](const PortfolioTotal& t) { return t.whole_cost(); });
    if (beside.size() > 1)
      row(table, beside, say("difference", "verschil"),
          [&](const PortfolioTotal& t) { return t.whole_cost() - own.whole_cost(); });
    out_ << as_text(table, layout_.line) << "\n";
  }

  std::string name_of(const PortfolioTotal& total) const {
    return total.alternative == 0 ? say("as it is", "zoals het is")
                                  : answer_.alternatives[total.alternative];
  }

  /// The futures of the currency whose totals end at `end`, beside each other.
  void print_futures(const std::vector<PortfolioTotal>& totals, std::size_t end) {
    const std::size_t wide = answer_.alternatives.size();
    const std::size_t futures = answer_.futures.size();
    if (futures < 2) return;
    const std::size_t begin = end - wide * futures;
    Table table;
    table.columns = {
        {say("futures side by side", "toekomsten naast elkaar"), Table::Align::left},
        {say("future", "toekomst"), Table::Align::left},
        {say("with renewal", "met verlenging"), Table::Align::right},
        {say("difference to ", "verschil met ") + answer_.futures.front(), Table::Align::right}};
    for (std::size_t alternative = 0; alternative < wide; ++alternative)
      for (std::size_t future = 0; future < futures; ++future) {
        const PortfolioTotal& first = totals[begin + alternative];
        const PortfolioTotal& each = totals[begin + future * wide + alternative];
        table.row({future > 0         ? std::string()
                   : alternative == 0 ? say("as it is", "zoals het is")
                                      : answer_.alternatives[alternative],
                   answer_.futures[future], money(each.together(), each.currency),
                   future == 0 ? std::string()
                               : money(each.together() - first.together(), each.currency)});
      }
    out_ << "\n" << as_text(table) << "\n";
  }

  Table table_of(const Beside& beside) {
    Table table;
    table.columns.push_back({"", Table::Align::left});
    for (const PortfolioTotal& each : beside)
      table.columns.push_back({name_of(each), Table::Align::right});
    const PortfolioTotal& own = beside.front();
    for (std::size_t year = 0; year < own.years.size(); ++year) {
      const bool renewal = std::any_of(beside.begin(), beside.end(), [&](const PortfolioTotal& t) {
        return !t.years[year].renewal.is_zero();
      });
      renews_ = renews_ || renewal;
      row(table, beside, std::to_string(own.years[year].year) + (renewal ? "*" : ""),
          [&](const PortfolioTotal& t) {
            return t.years[year].contracted + t.years[year].renewal;
          });
    }
    row(table, beside, say("contracted", "volgens contract"),
        [](const PortfolioTotal& t) { return t.contracted; });
    if (std::any_of(beside.begin(), beside.end(),
                    [](const PortfolioTotal& t) { return !t.renewal.is_zero(); }))
      row(table, beside, say("with renewal", "met verlenging"),
          [](const PortfolioTotal& t) { return t.together(); });
    if (beside.size() > 1)
      row(table, beside, say("difference", "verschil"),
          [&](const PortfolioTotal& t) { return t.together() - own.together(); });
    if (answer_.discount_rate) {
      row(table, beside, say("present value", "contante waarde"),
          [](const PortfolioTotal& t) { return t.present_value; });
      if (beside.size() > 1)
        row(table, beside, say("difference now", "verschil contant"),
            [&](const PortfolioTotal& t) { return t.present_value - own.present_value; });
    }
    return table;
  }

  template <class Amount>
  void row(Table& table, const Beside& beside, std::string title, Amount amount) const {
    std::vector<std::string> cells = {std::move(title)};
    for (const PortfolioTotal& each : beside) cells.push_back(money(amount(each), each.currency));
    table.row(std::move(cells));
  }

  void print_remarks(const PortfolioTotal& total) const {
    const std::string name =
        total.alternative == 0 ? std::string() : answer_.alternatives[total.alternative] + ": ";
    if (total.about == 0)
      out_ << name
           << say("about none of these contracts; they count as they are.\n",
                  "gaat over geen van deze contracten; die tellen zoals ze zijn.\n");
    else if (total.about < total.contracts)
      out_ << name << say("about ", "gaat over ") << total.about << say(" of ", " van de ")
           << total.contracts
           << say(" contracts; the others count as they are.\n",
                  " contracten; de andere tellen zoals ze zijn.\n");
    if (total.open > 0)
      out_ << name << total.open
           << say(" amounts are not known yet and are not in these sums.\n",
                  " bedragen zijn nog niet te bepalen en zitten niet in deze sommen.\n");
  }

  void print_route(std::size_t unread) const {
    out_ << one_by_one(answer_.route, language_);
    if (unread > 0)
      out_ << say("NOT COUNTED: ", "NIET MEEGETELD: ") << unread
           << say(unread == 1 ? " contract that could not be used, see above.\n"
                              : " contracts that could not be used, see above.\n",
                  unread == 1 ? " contract dat niet te gebruiken was, zie boven.\n"
                              : " contracten die niet te gebruiken waren, zie boven.\n");
  }

  const PortfolioAnswer& answer_;
  const Scenario& scenario_;
  const PortfolioLayout& layout_;
  std::ostream& out_;
  Language language_;
  bool renews_ = false;
  bool printed_ = false;
};

}  // namespace

void print_portfolio(const PortfolioAnswer& answer, const Scenario& scenario, std::size_t unread,
                     const PortfolioLayout& layout, std::ostream& out, Language language) {
  PortfolioPrinter(answer, scenario, layout, out, language).print(unread);
}

}  // namespace pricetalk
