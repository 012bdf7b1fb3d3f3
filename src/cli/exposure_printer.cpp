#include "cli/exposure_printer.hpp"

#include <algorithm>
#include <ostream>

#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// How many contracts are shown; the CSV has all.
constexpr std::size_t contracts_shown = 20;

class ExposurePrinter {
 public:
  ExposurePrinter(const ExposureAnswer& answer, std::ostream& out, Language language)
      : answer_(answer), out_(out), language_(language) {}

  void print(std::size_t unread) {
    out_ << say("What the money hangs on, in future ", "Waar het geld aan hangt, in toekomst ")
         << answer_.future << "\n"
         << date_text(answer_.first, language_) << say(" to ", " tot en met ")
         << date_text(answer_.last, language_) << ", " << answer_.months
         << say(" months", " maanden") << "\n";
    for (const ExposureTotal& total : answer_.totals) print(total);
    print_contracts();
    print_days();
    if (unread > 0)
      out_ << say("NOT COUNTED: ", "NIET MEEGETELD: ") << unread
           << say(unread == 1 ? " contract that could not be used, see above.\n"
                              : " contracts that could not be used, see above.\n",
                  unread == 1 ? " contract dat niet te gebruiken was, zie boven.\n"
                              : " contracten die niet te gebruiken waren, zie boven.\n");
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Ratio& amount, const Currency& currency) const {
    return grouped(as_written(amount, currency), language_);
  }
  static void right(Table& table, std::string title) {
    table.columns.push_back({std::move(title), Table::Align::right});
  }
  std::string contracts_text(std::size_t count) const {
    return std::to_string(count) +
           say(count == 1 ? " contract" : " contracts", count == 1 ? " contract" : " contracten");
  }

  void print(const ExposureTotal& total) {
    const Currency& currency = total.currency;
    out_ << "\n"
         << contracts_text(total.contracts) << say("; amounts in ", "; bedragen in ")
         << currency.code() << " "
         << (total.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                        : say("with VAT", "met btw"))
         << ": " << money(total.total, currency) << say(", of which ", ", waarvan ")
         << money(total.a_year, currency)
         << say(" in the last twelve months\n", " in de laatste twaalf maanden\n");
    if (total.open > 0)
      out_ << total.open
           << say(" amounts are not known yet and are not in these sums.\n",
                  " bedragen zijn nog niet te bepalen en zitten niet in deze sommen.\n");
    print_indices(total);
    print_limits(total);
    print_break_even(total);
    print_swings(total);
    if (total.dearest_from)
      out_ << "\n"
           << say("Dearest twelve months: from ", "Duurste twaalf maanden: vanaf ")
           << period_text(*total.dearest_from, language_) << ", " << money(total.dearest, currency)
           << "\n";
    print_bites(total);
  }

  void print_indices(const ExposureTotal& total) {
    const bool any =
        std::any_of(total.indices.begin(), total.indices.end(),
                    [](const ExposureTotal::OfIndex& index) { return index.contracts > 0; });
    if (!any && !answer_.series.empty())
      out_ << say("One point more of an index changes nothing: limits or fixed prices decide.\n",
                  "Eén punt meer van een indexcijfer verandert niets: grenzen of vaste prijzen "
                  "beslissen.\n");
    if (!any) return;
    Table table;
    table.columns.push_back({say("one point more of", "één punt meer van"), Table::Align::left});
    right(table, say("contracts", "contracten"));
    right(table, say("more a year", "meer per jaar"));
    right(table, say("in all", "in totaal"));
    right(table, say("hangs on it", "hangt eraan"));
    Ratio rest(1);
    for (std::size_t s = 0; s < answer_.series.size(); ++s) {
      const ExposureTotal::OfIndex& index = total.indices[s];
      if (index.contracts == 0) continue;
      rest = rest - index.share;
      table.row({answer_.series[s], std::to_string(index.contracts),
                 money(index.sum.a_year, total.currency), money(index.sum.total, total.currency),
                 percent_text(index.share, 1, language_)});
    }
    table.row({say("no index", "geen index"), "", "", "", percent_text(rest, 1, language_)});
    out_ << "\n"
         << as_text(table)
         << say("Every figure to come 1% higher (of percentages: one point); a year: the last "
                "twelve months.\n",
                "Elk komend cijfer 1% hoger (van percentages: één punt); per jaar: de laatste "
                "twaalf maanden.\n");
  }

  void print_limits(const ExposureTotal& total) {
    Table table;
    table.columns.push_back(
        {say("what a limit is worth", "wat een grens waard is"), Table::Align::left});
    right(table, say("contracts", "contracten"));
    right(table, say("cost without it minus with it", "kosten zonder min met"));
    const auto row = [&](const char* en, const char* nl, const ExposureTotal::OfLimit& limit) {
      if (limit.contracts > 0)
        table.row(
            {say(en, nl), std::to_string(limit.contracts), money(limit.value, total.currency)});
    };
    row("caps", "maxima", total.cap);
    row("floors", "minima", total.floor);
    row("prices that never fall (a floor of 0%)", "prijzen die nooit dalen (een minimum van 0%)",
        total.ratchet);
    if (!table.rows.empty()) out_ << "\n" << as_text(table);
  }

  void print_break_even(const ExposureTotal& total) {
    if (!total.break_even) return;
    const BreakEven& found = *total.break_even;
    const auto side = [&](const Decimal& percent, const Ratio& cost) {
      return decimal_text(percent, language_) + "% " + say("costs ", "kost ") +
             money(cost, total.currency);
    };
    out_ << "\n"
         << say("A fixed yearly rise that costs the same: ",
                "Een vaste jaarlijkse stijging die evenveel kost: ");
    if (found.cost == found.target)
      out_ << decimal_text(found.percent, language_) << "%" << say(" exactly", " precies") << " ("
           << side(found.next, found.next_cost) << ").\n";
    else
      out_ << side(found.percent, found.cost) << ", " << side(found.next, found.next_cost) << ".\n";
  }

  std::string name_of(const Swing& swing) const {
    switch (swing.of) {
      case Swing::Of::growth:
        return say("growth of ", "groei van ") + swing.series;
      case Swing::Of::volume:
        return say("quantities", "hoeveelheden");
      case Swing::Of::discount:
        break;
    }
    return say("discount rate", "disconteringsvoet");
  }

  void print_swings(const ExposureTotal& total) {
    Table table;
    table.columns.push_back(
        {say("what moves it most", "wat het meeste uitmaakt"), Table::Align::left});
    right(table, say("a point less", "een punt minder"));
    right(table, say("a point more", "een punt meer"));
    for (const Swing& swing : total.swings)
      if (!swing.size().is_zero())
        table.row(
            {name_of(swing), money(swing.less, total.currency), money(swing.more, total.currency)});
    out_ << "\n"
         << as_text(table)
         << (answer_.discounted ? say("Change of the present value; a point is one percentage "
                                      "point a year, of quantities 1%.\n",
                                      "Verandering van de contante waarde; een punt is één "
                                      "procentpunt per jaar, van hoeveelheden 1%.\n")
                                : say("Change of the total; a point is one percentage point a "
                                      "year, of quantities 1%.\n",
                                      "Verandering van het totaal; een punt is één procentpunt per "
                                      "jaar, van hoeveelheden 1%.\n"));
  }

  void print_bites(const ExposureTotal& total) {
    if (total.bites.empty()) return;
    if (answer_.contracts.size() == 1) {
      out_ << say("A cap cuts off:\n", "Een maximum kapt af:\n");
      for (const CapBite& bite : answer_.contracts.front().bites)
        out_ << date_text(bite.date, language_) << "  " << bite.clause << "  "
             << percent_text(bite.wanted, 2, language_) << say(" becomes ", " wordt ")
             << percent_text(bite.cut_to, 2, language_) << "\n";
      return;
    }
    out_ << say("Contracts in which a cap cuts off: ", "Contracten waarin een maximum afkapt: ");
    bool first = true;
    for (const auto& [year, count] : total.bites) {
      out_ << (first ? "" : ", ") << count << say(" in ", " in ") << year;
      first = false;
    }
    out_ << "\n";
  }

  Ratio all_indices(const ContractExposure& one) const {
    Ratio sum(0);
    for (const IndexExposure& index : one.indices) sum = sum + index.a_year;
    return sum;
  }

  std::string fixed_rise(const ContractExposure& one) const {
    return one.break_even ? decimal_text(one.break_even->percent, language_) + "%"
                          : std::string("-");
  }

  std::string largest_index(const ContractExposure& one) const {
    std::size_t largest = 0;
    for (std::size_t s = 1; s < one.indices.size(); ++s)
      if (one.indices[largest].a_year < one.indices[s].a_year) largest = s;
    return one.indices.empty() || one.indices[largest].a_year.is_zero() ? std::string("-")
                                                                        : answer_.series[largest];
  }

  /// The dearest first.
  void print_contracts() {
    if (answer_.contracts.size() < 2) return;
    std::vector<const ContractExposure*> ranked;
    for (const ContractExposure& each : answer_.contracts) ranked.push_back(&each);
    std::stable_sort(ranked.begin(), ranked.end(), [&](const auto* a, const auto* b) {
      return all_indices(*b) < all_indices(*a);
    });
    Table table;
    table.columns.push_back({say("contract", "contract"), Table::Align::left});
    right(table, say("a year", "per jaar"));
    right(table, say("one point more", "één punt meer"));
    table.columns.push_back({say("mostly", "vooral"), Table::Align::left});
    right(table, say("cap", "maximum"));
    right(table, say("floor", "minimum"));
    const bool fixed = ranked.size() <= most_with_break_even;
    if (fixed) right(table, say("fixed rise", "vaste stijging"));
    const std::size_t shown = std::min(contracts_shown, ranked.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const ContractExposure& one = *ranked[i];
      const Currency& currency = one.of->currency;
      const auto limit = [&](const std::optional<Ratio>& value) {
        return value ? money(*value, currency) : std::string("-");
      };
      std::vector<std::string> cells = {one.of->id + " (" + std::string(currency.code()) + ")",
                                        money(one.a_year, currency),
                                        money(all_indices(one), currency),
                                        largest_index(one),
                                        limit(one.cap),
                                        limit(one.floor)};
      if (fixed) cells.push_back(fixed_rise(one));
      table.row(std::move(cells));
    }
    out_ << "\n"
         << as_text(table)
         << (fixed
                 ? say("Fixed rise: the largest percentage a year that costs no more.\n",
                       "Vaste stijging: het hoogste percentage per jaar dat niet meer kost.\n")
                 : say("Of more than 100 contracts a fixed rise is sought of all together only.\n",
                       "Bij meer dan 100 contracten wordt alleen van alles samen een vaste "
                       "stijging gezocht.\n"));
    if (shown < ranked.size())
      out_ << say("The ", "De ") << shown
           << say(" that hang on indices most, of ",
                  " die het meest aan indexcijfers hangen, van de ")
           << ranked.size() << say("; --csv has all.\n", "; --csv heeft alles.\n");
  }

  void print_days() {
    std::vector<std::pair<Date, std::string>> days;
    for (const ContractExposure& one : answer_.contracts) {
      if (one.notice)
        days.emplace_back(
            *one.notice, one.of->id + say(": last day to cancel", ": laatste dag om op te zeggen"));
      if (one.end) days.emplace_back(*one.end, one.of->id + say(": ends", ": loopt af"));
    }
    std::stable_sort(days.begin(), days.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (days.empty()) return;
    out_ << "\n" << say("In this time:\n", "In deze tijd:\n");
    const std::size_t shown = std::min(contracts_shown, days.size());
    for (std::size_t i = 0; i < shown; ++i)
      out_ << date_text(days[i].first, language_) << "  " << days[i].second << "\n";
    if (shown < days.size())
      out_ << say("and ", "en nog ") << days.size() - shown
           << say(" more; --csv has all.\n", "; --csv heeft alles.\n");
  }

  const ExposureAnswer& answer_;
  std::ostream& out_;
  Language language_;
};

}  // namespace

void print_exposure(const ExposureAnswer& answer, std::size_t unread, std::ostream& out,
                    Language language) {
  ExposurePrinter(answer, out, language).print(unread);
}

}  // namespace pricetalk
