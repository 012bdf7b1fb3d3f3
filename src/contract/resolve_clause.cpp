#include "contract/resolve_clause.hpp"

#include <algorithm>
#include <set>

#include "contract/period_rule.hpp"
#include "contract/resolve_surcharge.hpp"
#include "contract/shared_clauses.hpp"
#include "contract/weights.hpp"

namespace pricetalk {

const Ladder& Clause::ladder_on(Date date) const {
  for (const DatedLadder& dated : ladders)
    if (!dated.until || date <= *dated.until) return dated.ladder;
  return ladders.back().ladder;
}

const IndexRead* Clause::find(std::string_view symbol) const {
  const auto found = std::find_if(reads.begin(), reads.end(),
                                  [&](const IndexRead& r) { return r.symbol == symbol; });
  return found == reads.end() ? nullptr : &*found;
}

namespace {

template <class T>
void overlay(std::optional<Stated<T>>& under, const std::optional<Stated<T>>& over) {
  if (over) under = over;
}
template <class T>
void overlay(std::vector<Stated<T>>& under, const std::vector<Stated<T>>& over) {
  if (!over.empty()) under = over;
}

void overlay(ThresholdTerms& under, const ThresholdTerms& over) {
  if (over.more_than || over.at_least) {
    under.more_than = over.more_than;
    under.at_least = over.at_least;
  }
  overlay(under.index, over.index);
  overlay(under.since, over.since);
  overlay(under.tested_on, over.tested_on);
  overlay(under.then, over.then);
  overlay(under.rounding, over.rounding);
  under.span = over.span;
}

void overlay(LimitTerms& under, const LimitTerms& over) {
  overlay(under.cap, over.cap);
  overlay(under.floor, over.floor);
  overlay(under.cap_total, over.cap_total);
  overlay(under.floor_total, over.floor_total);
  overlay(under.per, over.per);
  overlay(under.highest_price, over.highest_price);
  overlay(under.lowest_price, over.lowest_price);
  overlay(under.largest_increase, over.largest_increase);
  overlay(under.carry_over, over.carry_over);
  overlay(under.unused_cap, over.unused_cap);
}

void overlay(RoundingTerms& under, const RoundingTerms& over) {
  overlay(under.change, over.change);
  overlay(under.coefficient, over.coefficient);
  overlay(under.increase, over.increase);
  overlay(under.price, over.price);
  overlay(under.surcharge, over.surcharge);
  overlay(under.carry, over.carry);
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
void refuse_as_written(const Stated<RoundingRule>& rounding, Diagnostics& diagnostics);

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
  LadderResolver(const ClauseTerms& clause, const Clause& made, Diagnostics& diagnostics)
      : clause_(clause), made_(made), diagnostics_(diagnostics) {}

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
    check_names(ladder);
    return ladder;
  }

 private:
  /// An example in the clause's own names.
  Phrase formula_hint() const {
    std::string example = "change = 2%";
    if (made_.reads.size() > 1) {
      const std::string& a = made_.reads[0].symbol;
      const std::string& b = made_.reads[1].symbol;
      example = "0.70*" + a + "/" + a + "0 + 0.30*" + b + "/" + b + "0";
    }
    return {"write for example formula = \"" + example + "\"",
            "schrijf bijvoorbeeld formula = \"" + example + "\""};
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
    if (terms.formula) {
      check_weights(terms.formula->value, diagnostics_);
      return *terms.formula;
    }
    if (made_.reads.size() != 1) {
      diagnostics_.error(
          "C0201", clause_.span,
          {"a clause with " + std::to_string(made_.reads.size()) + " indices needs a formula",
           "een clausule met " + std::to_string(made_.reads.size()) +
               " indexen heeft een formule nodig"},
          formula_hint());
      unknown_names = true;
      return {};
    }
    const std::string& symbol = made_.reads.front().symbol;
    Diagnostics none;
    auto made = parse_formula(symbol + "/" + symbol + "0", {}, none);
    return {made ? std::move(*made) : Formula{}, {}};
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
      used.insert(made.index = terms.index->value.value);
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

  void check_names(const Ladder& ladder) {
    std::set<std::string> lines;
    for (const Formula::Line& line : ladder.formula.value.lines) {
      check(line.value, ladder, lines);
      if (!line.name.empty()) lines.insert(line.name);
    }
    lines.clear();  // limits read indices and constants, and lines of the formula
    for (const Formula::Line& line : ladder.formula.value.lines)
      if (!line.name.empty()) lines.insert(line.name);
    for (const auto* list : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total,
                             &ladder.limits.floor_total})
      for (const auto& limit : *list) check(limit.value.value, ladder, lines);
  }

  void check(const Expression& expression, const Ladder& ladder,
             const std::set<std::string>& lines) {
    std::vector<NameUse> names;
    names_in(expression, names);
    for (const NameUse& use : names) {
      used.insert(use.name);
      const bool is_known = known(use.name, ladder, lines);
      if (use.called ? is_table(use.name) : is_known) continue;
      unknown_names = true;
      // X and X0 are one mistake, however often they stand there.
      std::string stem = use.name;
      if (stem.ends_with('0')) stem.pop_back();
      if (!said_.insert(stem).second) continue;
      Span span = use.span;
      if (use.called && span.text().starts_with(use.name))
        span.end = span.begin + static_cast<std::uint32_t>(use.name.size());
      if (use.called && is_known) {
        diagnostics_.error(
            "F0104", span,
            {"'" + use.name + "' is not a function", "'" + use.name + "' is geen functie"},
            {"write * to multiply: " + use.name + " * (...)",
             "schrijf * voor vermenigvuldigen: " + use.name + " * (...)"});
        continue;
      }
      std::string near(nearest(use.name, use.called ? all_functions() : all_names(ladder, lines)));
      if (near.size() < 3) near.clear();  // of names this short any is near to any
      const Phrase kind = use.called ? Phrase{"function", "functie"} : Phrase{"name", "naam"};
      diagnostics_.error(
          "F0104", span,
          {"unknown " + kind.en + " '" + use.name + "'",
           "onbekende " + kind.nl + " '" + use.name + "'"},
          near.empty() ? known_names(use.called, ladder, lines)
                       : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
  }

  bool is_table(const std::string& name) const {
    return std::any_of(made_.tables.begin(), made_.tables.end(),
                       [&](const BandTable& t) { return t.name == name; });
  }
  bool known(const std::string& name, const Ladder& ladder,
             const std::set<std::string>& lines) const {
    if (name == "P0" || lines.count(name) != 0 || made_.find(name) != nullptr) return true;
    if (name.ends_with('0') &&
        made_.find(std::string_view(name).substr(0, name.size() - 1)) != nullptr)
      return true;
    return std::any_of(ladder.constants.begin(), ladder.constants.end(),
                       [&](const auto& c) { return c.first == name; });
  }
  std::vector<std::string_view> all_functions() const {
    std::vector<std::string_view> all = {"min", "max", "average", "abs", "round"};
    for (const BandTable& table : made_.tables) all.push_back(table.name);
    return all;
  }
  Phrase known_names(bool called, const Ladder& ladder, const std::set<std::string>& lines) const {
    std::string text;
    for (const std::string_view name : called ? all_functions() : all_names(ladder, lines)) {
      const std::string word(name);
      text += (text.empty() ? "" : ", ") + word;
      if (!called && made_.find(name) != nullptr) text += ", " + word + "0";
    }
    return {"known here: " + text, "bekend zijn hier: " + text};
  }
  std::vector<std::string_view> all_names(const Ladder& ladder,
                                          const std::set<std::string>& lines) const {
    std::vector<std::string_view> all = {"P0"};
    for (const IndexRead& read : made_.reads) all.push_back(read.symbol);
    for (const auto& constant : ladder.constants) all.push_back(constant.first);
    for (const std::string& line : lines) all.push_back(line);
    return all;
  }

  const ClauseTerms& clause_;
  const Clause& made_;
  Diagnostics& diagnostics_;
  std::set<std::string> said_;  // unknown names that were reported

 public:
  std::set<std::string> used;  ///< names that some formula or limit mentions
  bool unknown_names = false;  ///< then nobody can tell what is unused
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

bool holds(const DuringTerms& entry, std::optional<Date> from, std::optional<Date> until,
           Date signed_on) {
  if (entry.signed_from && signed_on < entry.signed_from->value) return false;
  if (entry.signed_before && signed_on >= entry.signed_before->value) return false;
  if (entry.from && (!from || *from < entry.from->value)) return false;
  return !entry.until || (until && *until <= entry.until->value);
}

void refuse_as_written(const Stated<RoundingRule>& rounding, Diagnostics& diagnostics) {
  if (rounding.value.kind == RoundingRule::Kind::as_written && rounding.where)
    diagnostics.error("C0214", *rounding.where,
                      {"nothing was written here that has decimals",
                       "hier staat niets geschreven dat decimalen heeft"},
                      {"say how many, for example { decimals = 2 }",
                       "zeg hoeveel, bijvoorbeeld { decimals = 2 }"});
}

/// The unit of the figures that a rule names; nothing when it names none by itself.
std::optional<Unit> unit_of(const PeriodRule& rule) {
  if (const auto* fixed = std::get_if<PeriodRule::Fixed>(&rule.what))
    return fixed->span.first.unit();
  if (const auto* named = std::get_if<PeriodRule::Named>(&rule.what)) return named->unit;
  if (const auto* before = std::get_if<PeriodRule::Before>(&rule.what)) return before->unit;
  return std::nullopt;
}

/// Whether a period of that unit, moved back by the duration, is another period of the unit.
bool whole_periods(Unit unit, const Duration& by) {
  if (by.count < 1) return false;
  if (by.unit == unit || unit == Unit::day) return true;
  if (unit == Unit::week) return by.unit != Unit::day || by.count % 7 == 0;
  const auto months = by.months();
  return months && *months % (unit == Unit::year ? 12 : unit == Unit::quarter ? 3 : 1) == 0;
}

/// A reference that is earlier by less than a period would be the new figure itself.
void check_earlier(const IndexRead& read, const Stated<PeriodRule>& base,
                   Diagnostics& diagnostics) {
  const PeriodRule::Back* back = base.value.back();
  const std::optional<Unit> unit = unit_of(read.use.value);
  if (back == nullptr || back->what != LookBack::earlier || !base.where || !unit ||
      whole_periods(*unit, back->by))
    return;
  const std::string example = "\"" + Duration{1, *unit}.text() + " earlier\"";
  diagnostics.error("C0215", *base.where,
                    {"the figures of `use` do not move by this length of time",
                     "de cijfers van `use` verschuiven niet met deze tijdsduur"},
                    {"count in whole periods of `use`, for example " + example,
                     "tel in hele perioden van `use`, bijvoorbeeld " + example});
}

std::string as_written(const Stated<PeriodRule>& rule) { return std::string(rule.where->text()); }

IndexRead resolve_read(const NamedTable<IndexTerms>& named, bool from_start,
                       Diagnostics& diagnostics) {
  const IndexTerms& terms = named.terms;
  IndexRead made;
  made.symbol = named.id;
  made.where = terms.span;
  made.series = terms.series;
  made.use = terms.use;
  if (terms.base) {
    made.base = *terms.base;
  } else {
    made.base.value = *parse_period_rule(from_start ? "at start" : "at previous date");
  }
  made.first_base = terms.first_base;
  made.rounding = terms.rounding;
  made.interpolation = terms.interpolation;
  made.publication = terms.publication;
  made.links = terms.link;
  made.if_missing = terms.if_missing;
  if (terms.in_base_of) {
    const std::string& word = terms.in_base_of->value.value;
    made.in_base_of = {word == "reference"    ? ComparisonBase{}
                       : word == "comparison" ? ComparisonBase{ComparisonBase::Of::comparison, {}}
                                              : ComparisonBase{ComparisonBase::Of::series, word},
                       terms.in_base_of->where};
  }
  const auto reserved_name =
      named.id.ends_with('0') || is_reserved(named.id) ||
      !((named.id[0] >= 'a' && named.id[0] <= 'z') || (named.id[0] >= 'A' && named.id[0] <= 'Z')) ||
      named.id.find('-') != std::string::npos;
  if (reserved_name)
    diagnostics.error(
        "C0207", named.id_span,
        {"'" + named.id + "' cannot name an index",
         "'" + named.id + "' kan geen naam van een index zijn"},
        {"letters, digits and _, beginning with a letter; not ending in 0 (that is the reference); "
         "not a word of formulas such as P or max",
         "letters, cijfers en _, beginnend met een letter; niet eindigend op 0 (dat is de "
         "referentie); geen woord uit formules, zoals P of max"});
  if (made.use.where && (made.use.value.back() != nullptr || made.use.value.number() != nullptr))
    diagnostics.error(
        "C0208", *made.use.where,
        {"`use` names the period of the new figure; it cannot look back or be a number",
         "`use` noemt de periode van het nieuwe cijfer; terugkijken of een getal kan daar niet"},
        {"only `base` and `first_base` can be " + as_written(made.use),
         "alleen `base` en `first_base` kunnen " + as_written(made.use) + " zijn"});
  check_earlier(made, made.base, diagnostics);
  if (made.first_base) check_earlier(made, *made.first_base, diagnostics);
  refuse_as_written(made.rounding, diagnostics);
  for (const LinkTerms& link : made.links) {
    refuse_as_written(link.rounding, diagnostics);
    refuse_as_written(link.coefficient_rounding, diagnostics);
    const int ways =
        (link.at ? 1 : 0) + (link.coefficient ? 1 : 0) + (link.coefficient_to_next ? 1 : 0);
    if (ways == 0)
      diagnostics.error("C0209", link.span,
                        {"a link needs the period `at` which both series are compared, or a "
                         "published coefficient",
                         "een koppeling heeft de periode nodig waarin beide reeksen worden "
                         "vergeleken (`at`), of een "
                         "gepubliceerde coëfficiënt"},
                        {"for example at = \"2022-07\", or coefficient = 1.3449",
                         "bijvoorbeeld at = \"2022-07\", of coefficient = 1.3449"});
    if (link.coefficient && link.coefficient_to_next)
      diagnostics.error("C0210", link.span,
                        {"a link has one coefficient: coefficient or coefficient_to_next",
                         "een koppeling heeft één coëfficiënt: coefficient of coefficient_to_next"},
                        {"keep the one that the publisher prints",
                         "houd de coëfficiënt aan die de uitgever vermeldt"});
  }
  return made;
}

BandTable resolve_table(const NamedTable<BandTableTerms>& named, Diagnostics& diagnostics) {
  BandTable made;
  made.name = named.id;
  made.between = named.terms.between.value;
  for (const BandTerms& row : named.terms.rows) {
    if (row.from && row.over)
      diagnostics.error("C0211", row.span,
                        {"a band begins with from or over, not both",
                         "een klasse begint met from of over, niet met beide"},
                        {"from includes its number, over does not",
                         "bij from hoort het getal zelf erbij, bij over niet"});
    BandTable::Band band;
    if (row.from) band.from = row.from->value.value;
    if (row.over) {
      band.from = row.over->value.value;
      band.over = true;
    }
    if (row.up_to) band.up_to = row.up_to->value.value;
    band.gives = row.gives.value.value;
    made.bands.push_back(band);
  }
  return made;
}

/// Only a surcharge can do without: it is computed for every day.
void missing_schedule(const NamedTable<ClauseTerms>& named, Diagnostics& diagnostics) {
  if (gives_surcharge(named.terms)) return;
  const std::string where = " in [clause." + named.id + "]";
  diagnostics.error("T0302", named.terms.span,
                    {"'adjust' is missing" + where, "'adjust' ontbreekt" + where},
                    {"add adjust = { every = \"year\", on = \"01-01\" } (when the price moves)",
                     "voeg toe: adjust = { every = \"year\", on = \"01-01\" }"});
}

void check_schedule(const NamedTable<ClauseTerms>& named, Diagnostics& diagnostics) {
  const ClauseTerms& terms = named.terms;
  if (!terms.adjust) return missing_schedule(named, diagnostics);
  const AdjustTerms& a = *terms.adjust;
  const int ways = (a.every ? 1 : 0) + (a.dates.empty() ? 0 : 1) + (a.at ? 1 : 0);
  if (ways != 1)
    diagnostics.error("C0212", a.span,
                      {"`adjust` has exactly one of every, dates and at",
                       "`adjust` heeft precies één van every, dates en at"},
                      {"for example adjust = { every = \"year\", on = \"01-01\" }",
                       "bijvoorbeeld adjust = { every = \"year\", on = \"01-01\" }"});
  if (a.every && a.every->value.count < 1)
    diagnostics.error("C0213", *a.every->where,
                      {"an interval is at least one day", "een interval is ten minste één dag"},
                      {"write for example \"year\" or \"6 months\"",
                       "schrijf bijvoorbeeld \"year\" of \"6 months\""});
}

/// Whether a named table is the one of the clause that this one is like.
template <class T>
bool same_words(const Named<T>& liked, const NamedTable<T>& named) {
  return std::any_of(liked.begin(), liked.end(),
                     [&](const auto& other) { return other.id_span == named.id_span; });
}

/// A clause that is like another one but has a formula of its own need not use all its indices.
void leave_out_inherited(const ClauseTerms& terms, const ClauseTerms* liked,
                         const std::set<std::string>& used, Clause& made) {
  if (liked == nullptr) return;
  for (const auto& index : terms.index) {
    const bool tested =
        std::any_of(made.ladders.begin(), made.ladders.end(), [&](const DatedLadder& dated) {
          return dated.ladder.threshold && dated.ladder.threshold->index == index.id;
        });
    if (!tested && used.count(index.id) + used.count(index.id + "0") == 0 &&
        same_words(liked->index, index))
      std::erase_if(made.reads, [&](const IndexRead& read) { return read.symbol == index.id; });
  }
}

}  // namespace

Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on,
                      const ClauseTerms* liked, Diagnostics& diagnostics) {
  const ClauseTerms& terms = named.terms;
  Clause made;
  made.id = named.id;
  made.article = terms.article ? terms.article->value : std::string();
  for (const auto& alias : terms.alias) made.aliases.push_back(alias.value);
  made.where = terms.span;
  made.compounding = terms.compounding;
  made.surcharge = gives_surcharge(terms);
  made.retention = terms.retention;
  made.resets_base = terms.resets_base;
  check_surcharge(terms, named.id, diagnostics);
  check_schedule(named, diagnostics);
  if (terms.adjust)
    made.when = {terms.adjust->every,          terms.adjust->on,
                 terms.adjust->first,          terms.adjust->dates,
                 terms.adjust->at.has_value(), terms.adjust->minimum_interval};
  for (const auto& read : terms.index)
    // A surcharge remembers nothing: without a reference of its own it is measured from the start.
    made.reads.push_back(resolve_read(
        read, made.surcharge || made.compounding.value == Compounding::base, diagnostics));
  for (const auto& table : terms.tables) made.tables.push_back(resolve_table(table, diagnostics));
  const NoticeTerms notice = terms.notice.value_or(NoticeTerms{});
  made.notice = {notice.before, notice.form, notice.late, notice.arrears_limit, notice.span};

  Diagnostics of_ladders;
  LadderResolver resolver(terms, made, of_ladders);
  std::vector<Date> starts = boundaries(terms.during);
  for (std::size_t i = 0; i <= starts.size(); ++i) {
    const std::optional<Date> from = i == 0 ? std::nullopt : std::optional(starts[i - 1]);
    const std::optional<Date> until =
        i == starts.size() ? std::nullopt : std::optional(starts[i].plus_days(-1));
    LadderTerms merged = static_cast<const LadderTerms&>(terms);
    for (const DuringTerms& entry : terms.during)
      if (holds(entry, from, until, signed_on)) overlay(merged, entry);
    made.ladders.push_back({from, until, resolver.resolve(merged)});
  }
  append_once(diagnostics, of_ladders);
  if (resolver.unknown_names) return made;
  check_yearly_limits(made, diagnostics);
  check_possible_caps(made, diagnostics);
  check_first_day(made, diagnostics);
  leave_out_inherited(terms, liked, resolver.used, made);
  for (const IndexRead& read : made.reads)
    if (resolver.used.count(read.symbol) + resolver.used.count(read.symbol + "0") == 0)
      diagnostics.error("F0105", read.where,
                        {"index '" + read.symbol + "' is not used by the formula",
                         "index '" + read.symbol + "' komt niet in de formule voor"},
                        {"use " + read.symbol + " and " + read.symbol +
                             "0 in the formula, or leave the index out",
                         "gebruik " + read.symbol + " en " + read.symbol +
                             "0 in de formule, of laat de index weg"});
  for (const auto& constant : terms.constants)
    if (resolver.used.count(constant.id) == 0 &&
        !(liked != nullptr && same_words(liked->constants, constant)))
      diagnostics.error("F0106", constant.id_span,
                        {"constant '" + constant.id + "' is not used by the formula",
                         "constante '" + constant.id + "' komt niet in de formule voor"},
                        {"use it in the formula, or leave it out",
                         "gebruik haar in de formule, of laat haar weg"});
  return made;
}

}  // namespace pricetalk
