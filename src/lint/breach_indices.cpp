#include "lint/breach_indices.hpp"

#include <algorithm>

#include "calendar/counts.hpp"
#include "lint/breach_reads.hpp"
#include "lint/figure_behind.hpp"
#include "lint/subject_fit.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

Phrase is_it_all_prices() {
  return {"does it follow all consumer prices, or one group of them?",
          "volgt het alle consumentenprijzen, of één groep daarvan?"};
}

Phrase follows(const IndexRead& read, const RuleScope& scope, SeriesKind kind) {
  const std::string title = title_of_read(read, scope.coverage.library());
  const std::string symbol = read.symbol;
  if (kind == SeriesKind::minimum_wage)
    return {symbol + " follows the statutory minimum wage (" + title + ")",
            symbol + " volgt het wettelijk minimumloon (" + title + ")"};
  if (kind == SeriesKind::perhaps_general_prices)
    return {symbol + " follows consumer prices (" + title + ")",
            symbol + " volgt consumentenprijzen (" + title + ")"};
  if (kind == SeriesKind::general_wages)
    return {symbol + " follows wages in general (" + title + ")",
            symbol + " volgt de lonen in het algemeen (" + title + ")"};
  return {symbol + " follows consumer prices in general (" + title + ")",
          symbol + " volgt de consumentenprijzen in het algemeen (" + title + ")"};
}

/// A rule that sets a time allows a general index in contracts that last as long.
bool lasts(const RuleScope& scope, Breach& breach) {
  if (!scope.rule.time) return false;
  const Contract& contract = scope.contract;
  if (contract.end) return contract.signed_on + *scope.rule.time <= contract.end->plus_days(1);
  breach.ask = {"how long does the contract run? It states no end",
                "hoe lang loopt het contract? Er staat geen einde in"};
  return false;
}

}  // namespace

void general_index(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Clause* clause : clauses_in_use(scope.contract))
    for (const IndexRead* read : clause->all_reads()) {
      const SeriesKind kind = kind_of_read(*read, scope.coverage.library());
      const bool wages = kind == SeriesKind::minimum_wage || kind == SeriesKind::general_wages;
      const bool perhaps = kind == SeriesKind::perhaps_general_prices;
      const bool asked = kind == SeriesKind::general_prices || perhaps ||
                         (wages && scope.rule.jurisdiction == "FR");
      if (!asked) continue;
      Breach breach{read->where, clause->id, follows(*read, scope, kind)};
      if (lasts(scope, breach)) continue;
      if (perhaps) breach.ask = is_it_all_prices();
      if (breach.ask.empty() && may_be_rent(scope.contract)) breach.ask = is_it_rent();
      made.push_back(std::move(breach));
    }
}

void index_period(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Line& line : scope.contract.lines) {
    const PriceSchedule prices =
        schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, scope.until);
    Date before = line.price_date;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.clause == nullptr || !entry.why || entry.verdict != Verdict::adjusted) continue;
      const Date from =
          entry.clause->compounding.value == Compounding::base ? line.price_date : before;
      const int between = calendar_months_between(from, entry.date);
      before = entry.date;
      for (const IndexRead& read : entry.clause->reads) {
        const PublishedFigure* now = figure_behind(entry, read.symbol);
        const PublishedFigure* then = figure_behind(entry, read.symbol + "0");
        const bool known = std::any_of(made.begin(), made.end(), [&](const Breach& each) {
          return each.clause == entry.clause->id;
        });
        if (known || now == nullptr || then == nullptr) continue;
        const int measured =
            calendar_months_between(then->about.first_day(), now->about.first_day());
        if (measured <= between) continue;
        const std::string of = std::to_string(measured);
        const std::string only = std::to_string(between);
        made.push_back(
            {read.where,
             entry.clause->id,
             {"on " + date_text(entry.date, Language::en) + " " + read.symbol +
                  " is measured over " + of + " months, and " + only +
                  " lie since the price before",
              "op " + date_text(entry.date, Language::nl) + " wordt " + read.symbol + " over " +
                  of + " maanden gemeten, en sinds de vorige prijs zijn het er " + only}});
      }
    }
  }
}

void index_object(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Clause* clause : clauses_in_use(scope.contract))
    for (const IndexRead* read : clause->all_reads()) {
      if (kind_of_read(*read, scope.coverage.library()) != SeriesKind::other) continue;
      if (is_about(scope.contract, ContractSubject::business_premises) &&
          is_named(scope.rule, *read))
        continue;
      const std::string title = title_of_read(*read, scope.coverage.library());
      made.push_back(
          {read->where,
           clause->id,
           {read->symbol + " follows " + title, read->symbol + " volgt " + title},
           {"has it to do with what is delivered, or with the trade of a party?",
            "heeft dat te maken met wat wordt geleverd, of met het bedrijf van een partij?"}});
    }
}

}  // namespace pricetalk
