#include "lint/breach.hpp"

#include <algorithm>

#include "document/time_words.hpp"
#include "law/periods.hpp"
#include "lint/breach_indices.hpp"
#include "lint/breach_reads.hpp"
#include "lint/breach_rises.hpp"
#include "lint/breach_sector.hpp"
#include "lint/subject_fit.hpp"
#include "lint/variable_share.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

using Breaches = std::vector<Breach>;

// ---- how much of the price may follow figures

/// The share of a line's price that follows figures, by the calculations of its last steps.
std::optional<Ratio> share_of(const RuleScope& scope, const Line& line) {
  const PriceSchedule prices =
      schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, scope.until);
  Ratio total(0);
  bool any = false;
  const auto shares = line.parts.empty() ? std::size_t{1} : line.parts.size();
  for (std::size_t part = 0; part < shares; ++part) {
    std::optional<Ratio> share;
    for (const PriceEntry& entry : prices.entries)
      if (line.parts.empty() || entry.part == part)
        if (const auto found = variable_share(entry)) share = found;
    if (!share) continue;
    any = true;
    total = total + (line.parts.empty() ? *share : *share * line.parts[part].share.as_fraction());
  }
  return any ? std::optional(total) : std::nullopt;
}

void variable_shares(const RuleScope& scope, Breaches& made) {
  if (!scope.rule.share) return;
  for (const Line& line : scope.contract.lines) {
    if (line.clauses.size() != 1 && line.parts.empty()) continue;
    const std::optional<Ratio> share = share_of(scope, line);
    if (!share || *share <= scope.rule.share->as_fraction()) continue;
    const Clause& clause = scope.contract.clauses[line.clauses.front()];
    const bool known = std::any_of(made.begin(), made.end(),
                                   [&](const Breach& each) { return each.clause == clause.id; });
    if (known) continue;
    const auto said = [&](Language language) { return percent_text(*share, 0, language); };
    Breach breach{clause.ladders.back().ladder.formula.where.value_or(clause.where),
                  clause.id,
                  {said(Language::en) + " of the price of " + line.title + " follows figures",
                   said(Language::nl) + " van de prijs van " + line.title + " volgt cijfers"}};
    if (may_be_rent(scope.contract)) breach.ask = is_it_rent();
    made.push_back(std::move(breach));
  }
}

// ---- only upwards

/// The floor that keeps a price from falling; nothing where it can fall.
const Stated<LimitValue>* never_down(const Clause& clause) {
  const Limits& limits = clause.ladders.back().ladder.limits;
  for (const auto& floor : limits.floor)
    if (!floor.value.none && floor.value.value.kind == Expression::Kind::number &&
        floor.value.value.percent && !floor.value.value.number.is_negative())
      return &floor;
  return nullptr;
}

/// Whether the formula of a clause, as computed on some date, follows a rise and no fall.
bool only_up_by_formula(const RuleScope& scope, const Clause& clause) {
  return std::any_of(
      scope.contract.lines.begin(), scope.contract.lines.end(), [&](const Line& line) {
        const PriceSchedule prices =
            schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, scope.until);
        return std::any_of(prices.entries.begin(), prices.entries.end(),
                           [&](const PriceEntry& entry) {
                             return entry.clause == &clause && follows_rises_only(entry);
                           });
      });
}

/// What makes a price follow a rise and no fall; nothing where it can fall.
std::optional<Breach> only_up(const RuleScope& scope, const Clause& clause) {
  const auto breach = [&](Span where, const std::string& en, const std::string& nl) {
    return Breach{where,
                  clause.id,
                  {"the price follows a rise and no fall (" + en + ")",
                   "de prijs volgt wel een stijging en geen daling (" + nl + ")"}};
  };
  if (const Stated<LimitValue>* floor = never_down(clause))
    return breach(floor->where.value_or(clause.where), "floor " + floor->value.text,
                  "minimum " + floor->value.text);
  if (!only_up_by_formula(scope, clause)) return std::nullopt;
  return breach(clause.ladders.back().ladder.formula.where.value_or(clause.where), "by the formula",
                "door de formule");
}

void one_way(const RuleScope& scope, Breaches& made) {
  for (const Clause* clause : clauses_in_use(scope.contract)) {
    if (clause->all_reads().empty()) continue;
    std::optional<Breach> found = only_up(scope, *clause);
    if (!found) continue;
    Breach& breach = *found;
    const auto reads = clause->all_reads();
    const bool general = std::any_of(reads.begin(), reads.end(), [&](const IndexRead* read) {
      return kind_of_read(*read, scope.coverage.library()) == SeriesKind::general_prices;
    });
    if (scope.rule.jurisdiction == "DE" && !general)
      breach.ask = {"is it a clause on cost elements, which the law allows as it is?",
                    "is het een clausule op kostenelementen, die de wet zonder meer toelaat?"};
    made.push_back(std::move(breach));
  }
}

// ---- a rise soon after the contract

/// Of a clause without figures: the price falls or stays, whatever happens.
bool is_no_rise(const Clause& clause, const PriceEntry& entry) {
  return clause.all_reads().empty() && entry.before && entry.price && *entry.price <= *entry.before;
}

/// The first day on which the clause can raise the price, no sooner than its minimum interval.
std::optional<Date> first_day(const RuleScope& scope, const Line& line, const Clause& clause,
                              Date until) {
  const Date after = std::max(scope.contract.signed_on, line.price_date);
  const PriceSchedule prices =
      schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, until);
  for (const PriceEntry& entry : prices.entries)
    if (entry.clause == &clause && entry.verdict != Verdict::too_soon && after < entry.date &&
        !is_no_rise(clause, entry))
      return entry.date;
  return std::nullopt;
}

void early_rise(const RuleScope& scope, Breaches& made) {
  if (!scope.rule.time) return;
  const Date signed_on = scope.contract.signed_on;
  const Date free_from = signed_on + *scope.rule.time;
  const Phrase time = duration_words(*scope.rule.time);
  for (const Line& line : scope.contract.lines)
    for (const std::size_t position : line.clauses) {
      const Clause& clause = scope.contract.clauses[position];
      const auto first = first_day(scope, line, clause, free_from);
      const bool known = std::any_of(made.begin(), made.end(),
                                     [&](const Breach& each) { return each.clause == clause.id; });
      if (known || !first || free_from <= *first || *first < line.from.value) continue;
      Breach breach{
          clause.where,
          clause.id,
          {"the first rise can be on " + date_text(*first, Language::en) + ", within " +
               scope.rule.time->text() + " of the contract of " +
               date_text(signed_on, Language::en),
           "de eerste verhoging kan op " + date_text(*first, Language::nl) + " zijn, binnen " +
               time.nl + " na het contract van " + date_text(signed_on, Language::nl)}};
      if (scope.rule.jurisdiction == "DE")
        breach.ask = {"is it a delivery that goes on? Then the rule does not hold",
                      "is het een levering die doorloopt? Dan geldt de regel niet"};
      made.push_back(std::move(breach));
    }
}

// ---- periods shorter than the statute

void shorter(const RuleScope& scope, const Stated<Duration>& stated, const Phrase& what,
             Breaches& made) {
  const Date start = scope.contract.signed_on;
  if (!stated.where || !scope.rule.time ||
      scope.rule.last_day(start, scope.contract.jurisdiction) <= start + stated.value)
    return;
  const Phrase time = duration_words(stated.value);
  made.push_back({*stated.where, {}, {what.en + " is " + time.en, what.nl + " is " + time.nl}});
}

void shorter_period(const RuleScope& scope, Breaches& made) {
  const ContractTerms& terms = scope.contract.terms;
  if (scope.rule.asks == RuleAsks::withdrawal) {
    const Phrase what{"the time to return goods", "de tijd om terug te sturen"};
    if (terms.returns) shorter(scope, terms.returns->period, what, made);
    for (const Line& line : scope.contract.lines)
      if (line.returns && (!terms.returns || line.returns->span.begin != terms.returns->span.begin))
        shorter(scope, line.returns->period, what, made);
    return;
  }
  if (!terms.non_conformity) return;
  const NonConformityTerms& stated = *terms.non_conformity;
  const auto look = [&](const std::optional<Stated<Duration>>& duration, const Phrase& what) {
    if (duration) shorter(scope, *duration, what, made);
  };
  if (scope.rule.asks == RuleAsks::claim_time)
    look(stated.claim_within, {"the time to complain", "de tijd om te klagen"});
  if (scope.rule.asks == RuleAsks::liability)
    look(stated.liability,
         {"the time for which the seller answers", "de tijd waarin de verkoper instaat"});
  if (scope.rule.asks == RuleAsks::burden_of_proof)
    look(stated.burden_of_proof_on_seller,
         {"the time in which a defect is presumed", "de tijd waarin een gebrek wordt vermoed"});
}

}  // namespace

std::vector<Breach> breaches(const RuleScope& scope) {
  Breaches made;
  if (!is_judged(scope.rule.asks)) return made;
  switch (scope.rule.asks) {
    case RuleAsks::general_index:
      general_index(scope, made);
      break;
    case RuleAsks::variable_share:
      variable_shares(scope, made);
      break;
    case RuleAsks::one_way:
      one_way(scope, made);
      break;
    case RuleAsks::early_rise:
      early_rise(scope, made);
      break;
    case RuleAsks::index_period:
      index_period(scope, made);
      break;
    case RuleAsks::index_object:
      index_object(scope, made);
      break;
    case RuleAsks::withdrawal:
    case RuleAsks::claim_time:
    case RuleAsks::liability:
    case RuleAsks::burden_of_proof:
      shorter_period(scope, made);
      break;
    case RuleAsks::rise_cap:
    case RuleAsks::rise_share:
      rises_above_the_maximum(scope, made);
      break;
    case RuleAsks::rise_interval:
      rises_too_soon(scope, made);
      break;
    case RuleAsks::named_index:
      another_index(scope, made);
      break;
    case RuleAsks::minimum_term:
      too_short_a_contract(scope, made);
      break;
    case RuleAsks::no_index:
      any_index(scope, made);
      break;
    case RuleAsks::told:
      what_is_told(scope, made);
      break;
    default:
      break;
  }
  return made;
}

}  // namespace pricetalk
