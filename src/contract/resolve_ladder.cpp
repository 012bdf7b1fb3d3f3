#include "contract/resolve_ladder.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "contract/accepted.hpp"
#include "contract/check_names.hpp"
#include "contract/clause_terms_dictionary.hpp"
#include "contract/resolve_clause.hpp"
#include "contract/shared_clauses.hpp"
#include "contract/understood_names.hpp"
#include "contract/weights.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

template <class T>
void overlay(std::optional<Stated<T>>& under, const std::optional<Stated<T>>& over) {
  if (over) under = over;
}
template <class T>
void overlay(std::vector<Stated<T>>& under, const std::vector<Stated<T>>& over) {
  if (!over.empty()) under = over;
}

/// Those keys of a table that are stated replace what stood there.
template <TableTerms T>
void overlay(T& under, const T& over) {
  std::apply([&](const auto&... row) { (overlay(under.*row.member, over.*row.member), ...); },
             Dictionary<T>::fields);
}

/// Whichever of its two limits is stated replaces both.
void overlay(ThresholdTerms& under, const ThresholdTerms& over) {
  if (over.more_than || over.at_least) {
    under.more_than.reset();
    under.at_least.reset();
  }
  overlay<ThresholdTerms>(under, over);
  under.span = over.span;
}

template <class T>
void overlay(std::optional<T>& under, const std::optional<T>& over) {
  if (!over) return;
  if (!under)
    under = over;
  else
    overlay(*under, *over);
}

void overlay(Named<Stated<ConstantValue>>& under, const Named<Stated<ConstantValue>>& over) {
  for (const auto& row : over) {
    const auto found = std::find_if(under.tables.begin(), under.tables.end(),
                                    [&](const auto& t) { return t.id == row.id; });
    if (found == under.tables.end())
      under.tables.push_back(row);
    else
      *found = row;
  }
}

/// A dated entry replaces the clause's own terms key by key.
void overlay(LadderTerms& under, const LadderTerms& over) {
  overlay(under.formula, over.formula);
  overlay(under.constants, over.constants);
  overlay(under.pass_through, over.pass_through);
  overlay(under.threshold, over.threshold);
  overlay(under.limits, over.limits);
  overlay(under.rounding, over.rounding);
}

template <class T>
Stated<T> or_default(const std::optional<Stated<T>>& stated, T fallback) {
  return stated ? *stated : Stated<T>{std::move(fallback), {}};
}

RoundingRule no_rounding() { return {}; }

/// The values that really limit: "none" lifts what stood there.
std::vector<Stated<LimitValue>> in_force(const std::vector<Stated<LimitValue>>& stated) {
  std::vector<Stated<LimitValue>> kept;
  for (const auto& limit : stated)
    if (!limit.value.none) kept.push_back(limit);
  return kept;
}

/// Turns the merged terms of one span of dates into a ladder and checks every name in it.
class LadderResolver {
 public:
  LadderResolver(const ClauseTerms& clause, const Clause& made, NameCheck& names,
                 Diagnostics& diagnostics)
      : clause_(clause), made_(made), names_(names), diagnostics_(diagnostics) {}

  Ladder resolve(const LadderTerms& terms) {
    Ladder ladder;
    ladder.formula = formula(terms);
    for (const auto& row : terms.constants) ladder.constants.emplace_back(row.id, row.terms);
    PassThroughValue everything;
    everything.knees = {{std::nullopt, Percent{Decimal(100, 0)}}};
    ladder.pass_through = or_default(terms.pass_through, everything);
    if (terms.threshold) ladder.threshold = threshold(*terms.threshold);
    limits(terms, ladder);
    rounding(terms, ladder);
    names_.check(ladder);
    if (!accepts(made_.accepts, "F0107")) check_weights(ladder, made_, diagnostics_);
    return ladder;
  }

 private:
  /// An example in the clause's own names.
  Phrase formula_hint(const LadderTerms& terms) const {
    std::string example = "change = 2%";
    // What only a limit names is no part of the price.
    std::vector<std::string> free;
    for (const IndexRead& read : made_.reads)
      if (!is_named_by_a_limit(read.symbol, terms)) free.push_back(read.symbol);
    if (made_.reads.size() > 1 && free.size() == 1) {
      example = free.front() + "/" + free.front() + "0";
    } else if (made_.reads.size() > 1) {
      const std::string& a = made_.reads[0].symbol;
      const std::string& b = made_.reads[1].symbol;
      example = "0.70*" + a + "/" + a + "0 + 0.30*" + b + "/" + b + "0";
    }
    return {"write for example formula = \"" + example + "\"",
            "schrijf bijvoorbeeld formula = \"" + example + "\""};
  }

  static bool is_named_by_a_limit(const std::string& symbol, const LadderTerms& terms) {
    if (!terms.limits) return false;
    std::vector<NameUse> uses;
    for (const auto* list : {&terms.limits->cap, &terms.limits->floor, &terms.limits->cap_total,
                             &terms.limits->floor_total})
      for (const Stated<LimitValue>& limit : *list)
        if (!limit.value.none) names_in(limit.value.value, uses);
    return std::any_of(uses.begin(), uses.end(), [&](const NameUse& use) {
      return use.name == symbol || use.name == symbol + "0";
    });
  }

  /// "did you mean 'L'?", or the names that the clause knows.
  Phrase index_hint(const std::string& name) const {
    std::vector<std::string_view> known;
    std::string all;
    for (const IndexRead& read : made_.reads) {
      known.push_back(read.symbol);
      all += (all.empty() ? "" : ", ") + read.symbol;
    }
    if (const std::string near(nearest(name, known)); !near.empty())
      return {"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"};
    if (all.empty()) return {"this clause has no index", "deze clausule heeft geen index"};
    return {"known here: " + all, "bekend zijn hier: " + all};
  }

  Stated<Formula> formula(const LadderTerms& terms) {
    if (terms.formula) return understood(*terms.formula, terms);
    if (made_.reads.size() != 1) {
      diagnostics_.error(
          "C0201", clause_.span,
          {"a clause with " + std::to_string(made_.reads.size()) + " indices needs a formula",
           "een clausule met " + std::to_string(made_.reads.size()) +
               " indexen heeft een formule nodig"},
          formula_hint(terms));
      names_.unknown = true;
      return {};
    }
    const std::string& symbol = made_.reads.front().symbol;
    Diagnostics none;
    auto made = parse_formula(symbol + "/" + symbol + "0", {}, none);
    return {made ? std::move(*made) : Formula{}, {}};
  }

  /// The formula in the names of the clause; where it was printed in others, so is its text.
  Stated<Formula> understood(Stated<Formula> formula, const LadderTerms& terms) {
    std::set<std::string> known;
    for (const auto& constant : terms.constants) known.insert(constant.id);
    for (const Formula::Line& line : formula.value.lines) known.insert(line.name);
    if (understand_names(formula.value, made_, known, diagnostics_))
      formula.value.text = normal_lines(formula.value);
    check_percent_of_price(formula.value, diagnostics_);
    return formula;
  }

  Threshold threshold(const ThresholdTerms& terms) {
    Threshold made;
    made.where = terms.span;
    if (terms.more_than.has_value() == terms.at_least.has_value()) {
      diagnostics_.error("C0202", terms.span,
                         {"a threshold has exactly one of more_than and at_least",
                          "een drempel heeft precies één van more_than en at_least"},
                         {"for example threshold = { more_than = \"3%\" }",
                          "bijvoorbeeld threshold = { more_than = \"3%\" }"});
      return made;
    }
    made.strict = terms.more_than.has_value();
    made.limit = made.strict ? terms.more_than->value : terms.at_least->value;
    if (terms.index)
      names_.used.insert(made.index = terms.index->value.value);
    else if (made_.reads.size() == 1)
      made.index = made_.reads.front().symbol;
    if (!made.index.empty() && made_.find(made.index) == nullptr)
      diagnostics_.error("C0203", *terms.index->where,
                         {"no index '" + made.index + "' in this clause",
                          "geen index '" + made.index + "' in deze clausule"},
                         index_hint(made.index));
    if (made.limit.points && made.index.empty())
      diagnostics_.error("C0204", terms.span,
                         {"a threshold in points needs the index whose points count",
                          "bij een drempel in punten hoort de index waarvan de punten tellen"},
                         made_.reads.empty()
                             ? index_hint({})
                             : Phrase{"add index = \"" + made_.reads.front().symbol + "\"",
                                      "voeg toe: index = \"" + made_.reads.front().symbol + "\""});
    made.since = or_default(terms.since, Since::last_adjustment);
    made.tested_on = or_default(terms.tested_on, TestedOn::index);
    made.then = or_default(terms.then, Then::full);
    made.rounding = or_default(terms.rounding, no_rounding());
    refuse_as_written(made.rounding, diagnostics_);
    return made;
  }

  void limits(const LadderTerms& terms, Ladder& ladder) {
    const LimitTerms stated = terms.limits.value_or(LimitTerms{});
    Limits& made = ladder.limits;
    made.cap = in_force(stated.cap);
    made.floor = in_force(stated.floor);
    made.cap_total = in_force(stated.cap_total);
    made.floor_total = in_force(stated.floor_total);
    made.per = or_default(stated.per, LimitPer::adjustment);
    made.highest_price = stated.highest_price;
    made.lowest_price = stated.lowest_price;
    made.largest_increase = stated.largest_increase;
    const bool base = made_.compounding.value == Compounding::base;
    made.carry_over = or_default(stated.carry_over, base ? CarryOver::both : CarryOver::none);
    made.unused_cap = or_default(stated.unused_cap, UnusedCap::lost);
  }

  void rounding(const LadderTerms& terms, Ladder& ladder) {
    const RoundingTerms stated = terms.rounding.value_or(RoundingTerms{});
    Roundings& made = ladder.rounding;
    RoundingRule as_written;
    as_written.kind = RoundingRule::Kind::as_written;
    made.change = or_default(stated.change, no_rounding());
    made.coefficient = or_default(stated.coefficient, no_rounding());
    made.increase = or_default(stated.increase, no_rounding());
    made.price = or_default(stated.price, as_written);
    made.surcharge = or_default(stated.surcharge, as_written);
    refuse_as_written(made.surcharge, diagnostics_);
    made.carry = or_default(stated.carry, Carry::rounded);
    if (stated.change && made.change.value.kind != RoundingRule::Kind::percent_step &&
        made.change.value.kind != RoundingRule::Kind::none)
      diagnostics_.error("C0205", *stated.change->where,
                         {"a change is rounded to a step in percent",
                          "een verandering wordt afgerond op een stap in procenten"},
                         {"write { to = \"0.1%\" }", "schrijf { to = \"0.1%\" }"});
    for (const auto& amount : {stated.price, stated.increase})
      if (amount && amount->value.kind == RoundingRule::Kind::percent_step)
        diagnostics_.error("C0231", *amount->where,
                           {"an amount of money is rounded to decimals or to a step in money",
                            "een bedrag wordt afgerond op decimalen of op een stap in geld"},
                           {"write for example { decimals = 2 } or { to = 0.05 }",
                            "schrijf bijvoorbeeld { decimals = 2 } of { to = 0.05 }"});
    if (stated.coefficient && made.coefficient.value.kind == RoundingRule::Kind::as_written)
      diagnostics_.error(
          "C0206", *stated.coefficient->where,
          {"a coefficient has no decimals as written; only a price has",
           "een coëfficiënt heeft geen geschreven decimalen; alleen een prijs heeft die"},
          {"write for example { decimals = 4 }", "schrijf bijvoorbeeld { decimals = 4 }"});
  }

  const ClauseTerms& clause_;
  const Clause& made_;
  NameCheck& names_;
  Diagnostics& diagnostics_;
};

/// The dates on which some `during` entry begins or stops to hold.
std::vector<Date> boundaries(const std::vector<DuringTerms>& during) {
  std::set<Date> starts;
  for (const DuringTerms& entry : during) {
    if (entry.from) starts.insert(entry.from->value);
    if (entry.until) starts.insert(entry.until->value.plus_days(1));
  }
  return {starts.begin(), starts.end()};
}

/// Terms that no day or no contract can come under.
void check_days_in_order(const DuringTerms& entry, Diagnostics& diagnostics) {
  if (entry.from && entry.until && entry.until->value < entry.from->value) {
    const auto days = [&](Language language) {
      return say(language, "they run from ", "ze lopen van ") +
             date_text(entry.from->value, language) + say(language, " to ", " tot en met ") +
             date_text(entry.until->value, language) +
             say(language, ": look at both years", ": controleer beide jaartallen");
    };
    diagnostics.error("C0111", entry.until->where.value_or(entry.span),
                      {"these terms end before they begin, so they never hold",
                       "deze voorwaarden eindigen voordat ze beginnen, en gelden dus nooit"},
                      {days(Language::en), days(Language::nl)});
  }
  if (!entry.signed_from || !entry.signed_before ||
      entry.signed_from->value < entry.signed_before->value)
    return;
  const auto days = [&](Language language) {
    return say(language, "they are for contracts signed from ",
               "ze zijn voor contracten die zijn getekend vanaf ") +
           date_text(entry.signed_from->value, language) +
           say(language, " and before ", " en vóór ") +
           date_text(entry.signed_before->value, language) +
           say(language, ": exchange both days, or look at the years",
               ": verwissel beide dagen, of controleer de jaartallen");
  };
  diagnostics.error("C0111", entry.signed_before->where.value_or(entry.span),
                    {"no contract can be signed between these days, so these terms never hold",
                     "tussen deze dagen kan geen contract zijn getekend, dus deze voorwaarden "
                     "gelden nooit"},
                    {days(Language::en), days(Language::nl)});
}

bool holds(const DuringTerms& entry, std::optional<Date> from, std::optional<Date> until,
           Date signed_on) {
  if (entry.signed_from && signed_on < entry.signed_from->value) return false;
  if (entry.signed_before && signed_on >= entry.signed_before->value) return false;
  if (entry.from && (!from || *from < entry.from->value)) return false;
  return !entry.until || (until && *until <= entry.until->value);
}

}  // namespace

ResolvedLadders resolve_ladders(const ClauseTerms& terms, const Clause& clause, Date signed_on,
                                const std::set<std::string>& asked, Diagnostics& diagnostics) {
  ResolvedLadders made;
  Diagnostics found;
  NameCheck names(clause, asked, found);
  LadderResolver resolver(terms, clause, names, found);
  const std::vector<Date> starts = boundaries(terms.during);
  for (const DuringTerms& entry : terms.during) check_days_in_order(entry, diagnostics);
  const LadderTerms& own = terms;
  for (std::size_t i = 0; i <= starts.size(); ++i) {
    const std::optional<Date> from = i == 0 ? std::nullopt : std::optional(starts[i - 1]);
    const std::optional<Date> until =
        i == starts.size() ? std::nullopt : std::optional(starts[i].plus_days(-1));
    std::optional<LadderTerms> merged;  // only where some entry replaces the clause's own
    for (const DuringTerms& entry : terms.during) {
      if (!holds(entry, from, until, signed_on)) continue;
      if (!merged) merged = own;
      overlay(*merged, entry);
    }
    made.dated.push_back({from, until, resolver.resolve(merged ? *merged : own)});
  }
  append_once(diagnostics, found);
  made.used = std::move(names.used);
  made.unknown_names = names.unknown;
  return made;
}

}  // namespace pricetalk
