#include "cli/price_surcharges.hpp"

#include <algorithm>
#include <ostream>

#include "pricetalk/explain/format.hpp"
#include "pricing/true_up.hpp"
#include "report/explanation.hpp"
#include "simulation/surcharge_total.hpp"

namespace pricetalk {

namespace {

bool bears(const Contract& contract, const Line& line, const Clause& clause) {
  return std::any_of(line.surcharges.begin(), line.surcharges.end(),
                     [&](std::size_t i) { return &contract.clauses[i] == &clause; });
}

}  // namespace

SurchargeColumns::SurchargeColumns(const std::vector<PriceSchedule>& schedules, Date on,
                                   const Currency& currency, Language language)
    : currency_(currency), language_(language) {
  for (const PriceSchedule& prices : schedules)
    if (!prices.line->surcharges.empty()) charged_.emplace(&prices, charged_on(prices, on));
}

void SurchargeColumns::add_to(std::vector<Table::Column>& columns) const {
  if (charged_.empty()) return;
  columns.push_back({say(language_, "surcharge", "toeslag"), Table::Align::right});
  columns.push_back({say(language_, "charged", "te rekenen"), Table::Align::right});
}

void SurchargeColumns::add_to(std::vector<std::string>& cells, const PriceSchedule& prices) const {
  if (charged_.empty()) return;
  const int minor = currency_.minor_decimals();
  const int decimals = prices.line->price_decimals(currency_, prices.price);
  const auto found = charged_.find(&prices);
  if (found == charged_.end()) {
    cells.emplace_back();
    cells.emplace_back(cells[3]);  // the price alone
    return;
  }
  cells.push_back(price_text(found->second.surcharge, minor, currency_, language_));
  cells.push_back(price_text(found->second.charged, decimals, currency_, language_));
}

std::vector<std::string> SurchargeColumns::missing() const {
  std::vector<std::string> texts;
  for (const auto& [prices, charged] : charged_)
    for (const Surcharge& one : charged.surcharges)
      if (!one.amount)
        for (const Reason& reason : one.amount.why().reasons()) {
          const std::string& text = reason.text.in(language_);
          if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
        }
  return texts;
}

void explain_surcharges(const PriceSchedule& prices, Date on, std::ostream& out,
                        Language language) {
  if (prices.line->surcharges.empty()) return;
  const Currency& currency = prices.contract->currency;
  const ChargedPrice charged = charged_on(prices, on);
  std::string name = prices.line->title + " (" + prices.line->id;
  if (prices.line->prices.size() > 1) name += " " + std::to_string(prices.price + 1);
  name += "), ";
  for (const Surcharge& one : charged.surcharges) {
    out << "\n" << name << say(language, "surcharge ", "toeslag ") << one.clause->id;
    if (!one.date) {
      out << say(language, ": none before the first date of the clause\n",
                 ": nog geen, vóór de eerste datum van de clausule\n");
      continue;
    }
    out << say(language, " on ", " op ") << date_text(*one.date, language) << ": "
        << price_text(one.amount, currency.minor_decimals(), currency, language) << "\n"
        << say(language, "clause ", "clausule ") << one.clause->id;
    if (!one.clause->article.empty())
      out << say(language, ", article ", ", artikel ") << one.clause->article;
    if (const std::string place = one.clause->where.place(); !place.empty())
      out << " [" << place << "]";
    out << "\n" << as_text(derivation_table(one.why, one.answer, language));
    for (const Phrase& wait : waits_for(one, prices.coverage->today().value_or(on)))
      out << wait.in(language) << "\n";
  }
  if (charged.surcharges.size() < 2 && prices.line->only_surcharges()) return;
  const int decimals = prices.line->price_decimals(currency, prices.price);
  out << "\n"
      << name << say(language, "to be charged on ", "te rekenen op ") << date_text(on, language)
      << ": " << price_text(charged.charged, decimals, currency, language) << "\n"
      << as_text(derivation_table(charged.why, charged.answer, language));
}

void print_retention(const Contract& contract, const Coverage& coverage, const std::string& line,
                     Date on, bool explain, std::ostream& out, Language language) {
  for (const Clause& clause : contract.clauses) {
    const bool asked =
        std::any_of(contract.lines.begin(), contract.lines.end(), [&](const Line& l) {
          return (line.empty() || l.id == line) && bears(contract, l, clause);
        });
    if (!clause.retention || !asked) continue;
    const SurchargeTotal total =
        surcharges_to_date(contract, schedule(contract, coverage, on), clause, on);
    const SurchargesDue due =
        due_of(contract, clause, total.value,
               {.kind = InputSource::Kind::earlier_price,
                .text = {"sum of all lines", "som van alle regels"},
                .figure = {},
                .where = {},
                .address = contract.id + "/" + on.text() + "/sum/" + clause.id,
                .fixity = total.fixity});
    const int minor = contract.currency.minor_decimals();
    const auto money = [&](const Outcome<Ratio>& value) {
      return price_text(value, minor, contract.currency, language);
    };
    out << "\n"
        << say(language, "Surcharges of clause ", "Toeslagen van clausule ") << clause.id
        << say(language, " up to and including ", " tot en met ") << date_text(on, language) << ": "
        << money(total.value)
        << say(language, "; own risk of the supplier ", "; eigen risico van de leverancier ")
        << money(due.kept) << say(language, "; to be paid ", "; te betalen ") << money(due.due)
        << "\n";
    if (!total.value) out << reasons_text(total.value.why(), language) << "\n";
    if (explain)
      out << as_text(derivation_table(total.why, total.answer, language))
          << as_text(derivation_table(due.why, due.answer, language));
  }
}

}  // namespace pricetalk
