#include <algorithm>
#include <set>

#include "pricetalk/pricing/surcharge.hpp"
#include "scenario/project.hpp"

namespace pricetalk {

namespace {

/// Where a clause of the contract names the series, or nothing.
Span asked_by(const Contract& contract, std::string_view series) {
  for (const Clause& clause : contract.clauses)
    for (const IndexRead& read : clause.reads) {
      if (read.series.value.value == series) return read.series.where.value_or(read.where);
      for (const LinkTerms& link : read.links)
        if (link.next.value.value == series) return link.next.where.value_or(read.where);
    }
  return {};
}

/// Series that the prices lack after `today`, or read as "latest published", which would stay at
/// today's figure without a word.
void need(const Clause& clause, const Outcome<Ratio>& value, std::set<std::string>& found) {
  if (!value)
    for (const Reason& reason : value.why().reasons())
      if (!reason.series.empty()) found.insert(reason.series);
  for (const IndexRead& read : clause.reads)
    if (std::holds_alternative<PeriodRule::Latest>(read.use.value.what))
      found.insert(read.series.value.value);
}

/// Of surcharges, those that a day of each month to come lacks.
void needed_by_surcharges(const PriceSchedule& prices, Date today, Date until,
                          std::set<std::string>& found) {
  if (prices.line->surcharges.empty()) return;
  for (Date day = today.plus_days(1); day <= until; day = shift(day, {1, Unit::month}))
    for (const Surcharge& one : surcharges_on(prices, day)) need(*one.clause, one.amount, found);
}

std::set<std::string> needed(const std::vector<PriceSchedule>& priced, Date today, Date until) {
  std::set<std::string> found;
  for (const PriceSchedule& schedule : priced) needed_by_surcharges(schedule, today, until, found);
  for (const PriceSchedule& schedule : priced)
    for (const PriceEntry& entry : schedule.entries) {
      if (entry.from <= today || entry.clause == nullptr) continue;
      need(*entry.clause, entry.price, found);
    }
  return found;
}

class NameCheck {
 public:
  NameCheck(std::span<const Contract* const> contracts, Diagnostics& problems)
      : contracts_(contracts), problems_(problems) {}

  template <class Terms>
  void lines(const std::vector<Terms>& rows) {
    for (const Terms& row : rows) {
      const std::string& id = row.price.value.value;
      if (std::any_of(contracts_.begin(), contracts_.end(),
                      [&](const Contract* c) { return c->find_line(id) != nullptr; }))
        continue;
      std::vector<std::string_view> known;
      for (const Contract* c : contracts_)
        for (const Line& line : c->lines) known.push_back(line.id);
      const std::string near(nearest(id, known));
      problems_.error("S0202", row.price.where.value_or(row.span),
                      {"no price line '" + id + "' in " + contract_words().en,
                       "geen prijsregel '" + id + "' in " + contract_words().nl},
                      near.empty()
                          ? Phrase{}
                          : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
  }

  void alternative(const Alternative& alternative) {
    if (std::any_of(contracts_.begin(), contracts_.end(),
                    [&](const Contract* c) { return fits(alternative, *c); }))
      return;
    const auto missing = missing_name(alternative, *contracts_.front());
    problems_.error("S0203", missing->where,
                    {"alternative '" + alternative.id + "' is about " + missing->kind.en + " '" +
                         missing->id + "', which is not in " + contract_words().en,
                     "alternatief '" + alternative.id + "' gaat over " + missing->kind.nl + " '" +
                         missing->id + "', en die staat niet in " + contract_words().nl},
                    missing->near.empty() ? Phrase{}
                                          : Phrase{"did you mean '" + missing->near + "'?",
                                                   "bedoelde u '" + missing->near + "'?"});
  }

  struct Missing {
    Phrase kind;
    std::string id;
    Span where;
    std::string near;
  };
  static std::optional<Missing> missing_name(const Alternative& alternative,
                                             const Contract& contract);

 private:
  Phrase contract_words() const {
    if (contracts_.size() == 1)
      return {"contract " + contracts_.front()->id, "contract " + contracts_.front()->id};
    return {"any of the contracts", "een van de contracten"};
  }
  std::span<const Contract* const> contracts_;
  Diagnostics& problems_;
};

/// The first clause, price line or innovation that the contract does not have.
std::optional<NameCheck::Missing> NameCheck::missing_name(const Alternative& alternative,
                                                          const Contract& contract) {
  std::vector<std::string_view> clauses, lines, innovations;
  for (const Clause& clause : contract.clauses) clauses.push_back(clause.id);
  for (const Line& line : contract.lines) lines.push_back(line.id);
  for (const auto& innovation : contract.terms.innovation) innovations.push_back(innovation.id);
  std::optional<Missing> found;
  const auto check = [&](const Phrase& kind, const std::vector<std::string_view>& known,
                         const std::string& id, Span where) {
    if (found || std::find(known.begin(), known.end(), id) != known.end()) return;
    found = Missing{kind, id, where, std::string(nearest(id, known))};
  };
  const Phrase clause{"clause", "clausule"};
  const Phrase line{"price line", "prijsregel"};
  const Phrase innovation{"innovation", "innovatie"};
  const auto tables = [&](const Phrase& kind, const char* key,
                          const std::vector<std::string_view>& known) {
    if (const DocumentNode* node = alternative.edits.find(key))
      for (const Entry& entry : node->entries) check(kind, known, entry.key, entry.key_span);
  };
  tables(clause, "clause", clauses);
  tables(line, "price", lines);
  tables(innovation, "innovation", innovations);
  if (alternative.innovation)
    check(innovation, innovations, alternative.innovation->value.value,
          *alternative.innovation->where);
  const auto words = [&](const DocumentNode& node, const Phrase& kind,
                         const std::vector<std::string_view>& known) {
    if (node.kind == DocumentNode::Kind::text) check(kind, known, node.raw, node.span);
    for (const DocumentNode& item : node.items) check(kind, known, item.raw, item.span);
  };
  const auto facts = [&](const DocumentNode& fact) {
    if (const DocumentNode* id = fact.find("clause")) words(*id, clause, clauses);
    if (const DocumentNode* id = fact.find("price")) words(*id, line, lines);
  };
  for (const char* key : {"decision", "announcement"})
    if (const DocumentNode* node = alternative.edits.find(key)) {
      facts(*node);
      for (const DocumentNode& item : node->items) facts(item);
    }
  return found;
}

}  // namespace

void check_future(const Contract& contract, const std::vector<PriceSchedule>& priced,
                  const Library& known, const Future& future, Date today, Date until,
                  Diagnostics& diagnostics) {
  for (const std::string& id : needed(priced, today, until)) {
    const Series* series = known.find(id);
    if (series == nullptr || !goes_on(*series)) continue;
    const SeriesFuture* rule = future.for_series(id);
    if (rule == nullptr) {
      diagnostics.add(
          {.severity = Severity::error,
           .code = "S0201",
           .span = future.where,
           .title = {"future '" + future.id + "' does not say how series '" + id + "' goes on",
                     "toekomst '" + future.id + "' zegt niet hoe reeks '" + id + "' doorloopt"},
           .hint = {"add [[future." + future.id + ".series]] with series = \"" + id +
                        "\" and growth = \"2%\"",
                    "voeg [[future." + future.id + ".series]] toe met series = \"" + id +
                        "\" en growth = \"2%\""},
           .context = {{asked_by(contract, id),
                        {"the contract needs it here", "het contract heeft haar hier nodig"}}},
           .clause = {}});
      continue;
    }
    if (const auto missing =
            project_series(seen_on(*series, today), *rule, future, today, until).missing)
      diagnostics.error(
          "S0204", rule->where,
          {"series '" + id + "' has no figure for " + missing->text() + " to replay",
           "reeks '" + id + "' heeft voor " + missing->text() + " geen cijfer om te herhalen"});
  }
}

void check_names(const Scenario& scenario, std::span<const Contract* const> contracts,
                 Diagnostics& diagnostics) {
  NameCheck check(contracts, diagnostics);
  for (const Future& future : scenario.futures) {
    check.lines(future.volume);
    check.lines(future.returns);
    check.lines(future.non_conformity);
  }
  for (const Alternative& alternative : scenario.alternatives) check.alternative(alternative);
}

bool fits(const Alternative& alternative, const Contract& contract) {
  return !NameCheck::missing_name(alternative, contract);
}

}  // namespace pricetalk
