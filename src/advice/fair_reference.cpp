#include <algorithm>

#include "advice/redface_rules.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

Expression number(const Decimal& value) {
  Expression made;
  made.number = value;
  return made;
}

Expression name(std::string id) {
  Expression made;
  made.kind = Expression::Kind::name;
  made.name = std::move(id);
  return made;
}

Expression both(Expression::Kind kind, Expression a, Expression b) {
  Expression made;
  made.kind = kind;
  made.operands = {std::move(a), std::move(b)};
  return made;
}

/// A clause reads its costs in the same month as it reads its own figures.
const IndexRead* month_of(const Clause& clause) {
  for (const IndexRead& read : clause.reads)
    if (read.use.value.back() == nullptr && read.use.value.number() == nullptr) return &read;
  return nullptr;
}

}  // namespace

std::optional<FairReference> fair_reference(const Dossier& dossier, const Line& line) {
  if (line.prices.size() != 1 || line.clauses.empty()) return std::nullopt;
  std::vector<const CostShareTerms*> stated;
  std::vector<const CostShareTerms*> moving;
  for (const CostShareTerms& each : dossier.contract->terms.cost_share) {
    if (each.price.value.value != line.id) continue;
    stated.push_back(&each);
    if (each.series) moving.push_back(&each);
  }
  const Clause& own = dossier.contract->clauses[line.clauses.front()];
  const IndexRead* pattern = month_of(own);
  if (stated.empty() || (pattern == nullptr && !moving.empty())) return std::nullopt;
  // Costs without a series stay what they are: of a mix that is fixed as a whole, all of it.
  const std::vector<const CostShareTerms*>& shares = moving.empty() ? stated : moving;
  const Date since = shares.front()->since ? shares.front()->since->value : line.price_date;
  const bool one_day = std::all_of(shares.begin(), shares.end(), [&](const CostShareTerms* each) {
    return (each->since ? each->since->value : line.price_date) == since;
  });
  const PriceSchedule* prices = dossier.schedule_of(line.id);
  const PriceEntry* at_start = prices == nullptr ? nullptr : prices->on(since);
  if (!one_day || at_start == nullptr || !at_start->price) return std::nullopt;

  FairReference made{*dossier.contract, since};
  Clause clause;
  clause.id = "fair-reference";
  clause.where = shares.front()->span;
  clause.when = own.when;
  clause.compounding = {Compounding::base, {}};
  Ratio fixed(1);
  Expression sum;
  for (std::size_t i = 0; i < moving.size(); ++i) {
    const Ratio share = moving[i]->share.value.as_fraction();
    fixed = fixed - share;
    const std::string symbol = "K" + std::to_string(i + 1);
    Expression term = both(Expression::Kind::mul, number(share.exact_decimal().value_or(Decimal())),
                           both(Expression::Kind::div, name(symbol), name(symbol + "0")));
    sum = i == 0 ? std::move(term) : both(Expression::Kind::add, std::move(sum), std::move(term));
    IndexRead read;
    read.symbol = symbol;
    read.series = *moving[i]->series;
    read.use = pattern->use;
    PeriodRule start;
    start.what = PeriodRule::Back{LookBack::at_start, {}};
    start.text = "at start";
    read.base = {start, {}};
    read.where = moving[i]->span;
    clause.reads.push_back(std::move(read));
  }
  Ladder ladder;
  Formula formula;
  Expression value = number(fixed.exact_decimal().value_or(Decimal()));
  if (!moving.empty()) value = both(Expression::Kind::add, std::move(value), std::move(sum));
  formula.lines.push_back({"", std::move(value), shares.front()->span});
  ladder.formula = {std::move(formula), shares.front()->span};
  ladder.pass_through.value.knees = {{std::nullopt, Percent{Decimal(100, 0)}}};
  ladder.limits.carry_over = {CarryOver::both, {}};
  ladder.rounding = own.ladders.front().ladder.rounding;
  ladder.rounding.coefficient = {RoundingRule{}, {}};
  clause.ladders.push_back({std::nullopt, std::nullopt, std::move(ladder)});

  made.contract.terms.decision.clear();
  made.contract.terms.announcement.clear();
  made.contract.clauses.push_back(std::move(clause));
  for (Line& each : made.contract.lines)
    if (each.id == line.id) {
      each.clauses = {made.contract.clauses.size() - 1};
      each.parts.clear();
      each.prices.front().original = {
          as_decimal(at_start->price.value(), line.price_decimals(dossier.contract->currency)), {}};
      each.price_date = since;
      each.from = {since, {}};
    }
  return made;
}

PriceSchedule FairReference::prices(const Coverage& coverage, Date until,
                                    std::string_view line) const {
  return schedule(PricingContext{&contract, contract.find_line(line), 0, &coverage}, until);
}

}  // namespace pricetalk
