#include <algorithm>
#include <numeric>

#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/simulation/simulate.hpp"
#include "report/bridge_report.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

class BridgeText {
 public:
  BridgeText(const BridgeReport& report, std::size_t width, Language language)
      : report_(report), width_(width), language_(language) {}

  std::string text() {
    heading();
    for (const BridgeTotal& total : bridge_totals(report_.rows)) sums(total);
    contracts();
    remarks();
    return std::move(out_);
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Ratio& amount, const Currency& currency) const {
    return grouped(as_written(amount, currency), language_);
  }
  /// With its sign; nothing for nothing.
  std::string change(const Ratio& amount, const Currency& currency) const {
    if (amount.is_zero()) return "–";
    return (amount > Ratio(0) ? "+" : "") + money(amount, currency);
  }

  void end(const BridgeEnd& run) {
    out_ += run.name + ", " + date_text(run.manifest.today, language_);
    if (!run.manifest.approved_by.empty())
      out_ += say(", approved by ", ", goedgekeurd door ") + run.manifest.approved_by;
  }

  void heading() {
    out_ += say("From ", "Van ");
    end(report_.before);
    out_ += say("\nto ", "\nnaar ");
    end(report_.after);
    out_ += "\n" + say("Future ", "Toekomst ") + report_.future + ", ";
    out_ += report_.alternative == as_it_is
                ? say("contracts as they are", "contracten zoals ze zijn")
                : report_.alternative;
    if (report_.amount.year)
      out_ += say("; the year ", "; het jaar ") + std::to_string(*report_.amount.year);
    out_ += report_.amount.contracted_only
                ? say("; until contracts end", "; tot contracten eindigen")
                : say("; with what assumes renewal", "; met wat uitgaat van verlenging");
    out_ += "\n";
  }

  bool moves(const std::vector<BridgeTotal>& totals, BridgeCause cause) const {
    return std::any_of(totals.begin(), totals.end(),
                       [&](const BridgeTotal& total) { return !total.of(cause).is_zero(); });
  }

  /// The totals side by side: all contracts of a currency, then those of each value of the tag.
  Table table_of(const std::vector<BridgeTotal>& totals) const {
    Table table;
    table.columns.push_back({"", Table::Align::left});
    for (std::size_t i = 0; i < totals.size(); ++i)
      table.columns.push_back({i == 0                     ? say("all", "alles")
                               : !totals[i].value.empty() ? totals[i].value
                                                          : say("without", "zonder"),
                               Table::Align::right});
    const auto row = [&](const std::string& title, const auto& cell) {
      std::vector<std::string> cells = {title};
      for (const BridgeTotal& total : totals) cells.push_back(cell(total));
      table.row(std::move(cells));
    };
    row(report_.before.name, [&](const BridgeTotal& t) { return money(t.before, t.currency); });
    for (const BridgeCause cause : bridge_causes)
      if (moves(totals, cause))
        row(words(cause).in(language_),
            [&](const BridgeTotal& t) { return change(t.of(cause), t.currency); });
    row(report_.after.name, [&](const BridgeTotal& t) { return money(t.after, t.currency); });
    row(say("difference", "verschil"),
        [&](const BridgeTotal& t) { return change(t.difference(), t.currency); });
    return table;
  }

  void sums(const BridgeTotal& total) {
    std::vector<BridgeTotal> beside = {total};
    if (report_.tag)
      for (BridgeTotal& each : bridge_totals(report_.rows, report_.tag))
        if (each.currency == total.currency && each.vat == total.vat)
          beside.push_back(std::move(each));
    std::size_t left_out = 0;
    Table table = table_of(beside);
    while (beside.size() > 2 && too_wide(table)) {
      beside.pop_back();
      ++left_out;
      table = table_of(beside);
    }
    out_ += "\n" + std::to_string(total.contracts) +
            say(total.contracts == 1 ? " contract" : " contracts",
                total.contracts == 1 ? " contract" : " contracten") +
            say("; amounts in ", "; bedragen in ") + std::string(total.currency.code()) + " " +
            (total.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                        : say("with VAT", "met btw"));
    if (report_.tag) out_ += say("; by ", "; per ") + *report_.tag;
    out_ += "\n\n" + as_text(table);
    if (left_out > 0)
      out_ += std::to_string(left_out) +
              say(" more columns do not fit: --csv and --json have them all.\n",
                  " kolommen passen er niet meer bij: --csv en --json hebben ze alle.\n");
  }

  bool too_wide(const Table& table) const {
    const std::string text = as_text(table);
    return width(text.substr(0, text.find('\n'))) > width_;
  }

  static BridgeCause largest(const BridgeRow& row) {
    return *std::max_element(
        bridge_causes.begin(), bridge_causes.end(),
        [&](BridgeCause a, BridgeCause b) { return abs(row.of(a)) < abs(row.of(b)); });
  }

  /// The contracts that differ, the largest difference first.
  std::vector<std::size_t> that_differ() const {
    std::vector<std::size_t> made;
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      const BridgeRow& row = report_.rows[i];
      if (std::any_of(row.causes.begin(), row.causes.end(),
                      [](const Ratio& each) { return !each.is_zero(); }))
        made.push_back(i);
    }
    std::stable_sort(made.begin(), made.end(), [&](std::size_t a, std::size_t b) {
      return abs(report_.rows[a].difference()) > abs(report_.rows[b].difference());
    });
    return made;
  }

  void contracts() {
    const std::vector<std::size_t> differ = that_differ();
    if (differ.empty() || report_.rows.size() == 1) return;
    Table table;
    table.columns = {{say("contract", "contract"), Table::Align::left},
                     {report_.before.name, Table::Align::right},
                     {report_.after.name, Table::Align::right},
                     {say("difference", "verschil"), Table::Align::right},
                     {say("most by", "vooral door"), Table::Align::left}};
    for (std::size_t k = 0; k < std::min(differ.size(), report_.details); ++k) {
      const BridgeRow& row = report_.rows[differ[k]];
      table.row({row.id, money(row.before, row.currency), money(row.after, row.currency),
                 change(row.difference(), row.currency), words(largest(row)).in(language_)});
    }
    out_ += "\n" + as_text(table);
    if (differ.size() > report_.details)
      out_ += say("and ", "en ") + std::to_string(differ.size() - report_.details) +
              say(" more that differ: --details shows them, --csv has them all.\n",
                  " andere die verschillen: --details toont ze, --csv heeft ze alle.\n");
  }

  void remarks() {
    const auto count = [&](auto of) {
      return static_cast<std::size_t>(
          std::accumulate(report_.rows.begin(), report_.rows.end(), std::size_t{0},
                          [&](std::size_t sum, const BridgeRow& row) { return sum + of(row); }));
    };
    const std::size_t open =
        count([](const BridgeRow& row) { return static_cast<std::size_t>(row.open); });
    const std::size_t together =
        count([](const BridgeRow& row) { return row.together.empty() ? 0U : 1U; });
    if (open > 0)
      out_ += "\n" + std::to_string(open) +
              say(" amounts are not known yet in one of the runs and are not in these sums.\n",
                  " bedragen zijn in een van de berekeningen nog niet te bepalen en zitten niet in "
                  "deze sommen.\n");
    if (together > 0)
      out_ += "\n" + std::to_string(together) +
              say(" contracts changed in ways that only hold together; --json names them.\n",
                  " contracten zijn gewijzigd op manieren die alleen samen gaan; --json noemt "
                  "ze.\n");
    for (const BridgeEnd* run : {&report_.before, &report_.after})
      if (!run->manifest.not_counted.empty())
        out_ += "\n" + say("NOT COUNTED in ", "NIET MEEGETELD in ") + run->name + ": " +
                std::to_string(run->manifest.not_counted.size()) +
                say(" contracts that could not be used.\n",
                    " contracten die niet te gebruiken waren.\n");
  }

  const BridgeReport& report_;
  std::size_t width_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string bridge_text(const BridgeReport& report, std::size_t width, Language language) {
  return BridgeText(report, width, language).text();
}

}  // namespace pricetalk
