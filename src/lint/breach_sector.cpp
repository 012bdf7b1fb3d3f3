#include "lint/breach_sector.hpp"

#include <algorithm>

#include "document/time_words.hpp"
#include "lint/breach_reads.hpp"
#include "lint/breach_rises.hpp"
#include "lint/subject_fit.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

void another_index(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Clause* clause : clauses_in_use(scope.contract))
    for (const IndexRead* read : clause->all_reads()) {
      if (is_named(scope.rule, *read)) continue;
      const std::string title = title_of_read(*read, scope.coverage.library());
      made.push_back(
          {read->where,
           clause->id,
           {read->symbol + " follows " + title, read->symbol + " volgt " + title},
           {"is that the index that the rule names?", "is dat de index die de regel noemt?"}});
    }
}

void too_short_a_contract(const RuleScope& scope, std::vector<Breach>& made) {
  if (!scope.rule.time) return;
  const Contract& contract = scope.contract;
  const Phrase time = duration_words(*scope.rule.time);
  if (contract.end && contract.start + *scope.rule.time <= contract.end->plus_days(1)) return;
  for (const Clause* clause : clauses_in_use(contract)) {
    const auto reads = clause->all_reads();
    if (reads.empty()) continue;
    Breach breach{reads.front()->where, clause->id, {}};
    if (contract.end) {
      breach.what = {"the price follows an index, and the contract runs from " +
                         date_text(contract.start, Language::en) + " to " +
                         date_text(*contract.end, Language::en) + ", less than " + time.en,
                     "de prijs volgt een index, en het contract loopt van " +
                         date_text(contract.start, Language::nl) + " tot en met " +
                         date_text(*contract.end, Language::nl) + ", korter dan " + time.nl};
    } else {
      breach.what = {"the price follows an index, and the contract states no end",
                     "de prijs volgt een index, en het contract noemt geen einde"};
      breach.ask = {"for how long is the supplier bound? Write end under [contract]",
                    "hoe lang is de leverancier gebonden? Schrijf end onder [contract]"};
    }
    made.push_back(std::move(breach));
  }
}

void any_index(const RuleScope& scope, std::vector<Breach>& made) {
  for (const Clause* clause : clauses_in_use(scope.contract)) {
    const auto reads = clause->all_reads();
    if (clause->surcharge) continue;
    if (reads.empty()) {
      made.push_back({clause->where,
                      clause->id,
                      {"the price changes by a formula", "de prijs wijzigt met een formule"},
                      {"is the rise stated as an amount?", "is de verhoging als bedrag genoemd?"}});
      continue;
    }
    const std::string title = title_of_read(*reads.front(), scope.coverage.library());
    const std::string symbol = reads.front()->symbol;
    made.push_back({reads.front()->where,
                    clause->id,
                    {symbol + " follows " + title, symbol + " volgt " + title}});
  }
}

namespace {

/// Whether a rule that is told speaks of a clause.
bool speaks_of(const ClauseRule& rule, const Clause& clause) {
  return !rule.only_with || (*rule.only_with == OnlyWith::index) != clause.all_reads().empty();
}

}  // namespace

void what_is_told(const RuleScope& scope, std::vector<Breach>& made) {
  if (fit(scope.rule, scope.contract) != SubjectFit::yes) return;
  for (const Clause* clause : clauses_in_use(scope.contract)) {
    if (!speaks_of(scope.rule, *clause)) continue;
    Breach breach{clause->where, clause->id, {}};
    breach.ask = {"no file can show whether that holds",
                  "of dat klopt, kan geen bestand laten zien"};
    if (scope.rule.decides == RuleDay::rise) {
      const std::optional<Date> day = last_rise_within(scope, *clause);
      if (!day) continue;
      breach.what = {"the price rises on " + date_text(*day, Language::en),
                     "de prijs stijgt op " + date_text(*day, Language::nl)};
    }
    made.push_back(std::move(breach));
    return;
  }
}

}  // namespace pricetalk
