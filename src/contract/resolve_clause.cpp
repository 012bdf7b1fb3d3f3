#include "contract/resolve_clause.hpp"

#include <algorithm>
#include <set>

namespace pricetalk {

const Ladder& Clause::ladder_on(Date date) const {
  for (const DatedLadder& dated : ladders)
    if (!dated.until || date <= *dated.until) return dated.ladder;
  return ladders.back().ladder;
}

const IndexRead* Clause::find(std::string_view symbol) const {
  const auto found = std::find_if(reads.begin(), reads.end(), [&](const IndexRead& r) { return r.symbol == symbol; });
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
  if (!under) under = over;
  else overlay(*under, *over);
}

void overlay(Named<Stated<ConstantValue>>& under, const Named<Stated<ConstantValue>>& over) {
  for (const auto& row : over) {
    const auto found = std::find_if(under.tables.begin(), under.tables.end(), [&](const auto& t) { return t.id == row.id; });
    if (found == under.tables.end()) under.tables.push_back(row);
    else *found = row;
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
  Stated<Formula> formula(const LadderTerms& terms) {
    if (terms.formula) return *terms.formula;
    if (made_.reads.size() != 1) {
      diagnostics_.error("C0201", clause_.span,
                         {"a clause with " + std::to_string(made_.reads.size()) + " indices needs a formula",
                          "een clausule met " + std::to_string(made_.reads.size()) + " indexen heeft een formule nodig"},
                         {"write for example formula = \"0.15 + 0.85*L/L0\"",
                          "schrijf bijvoorbeeld formula = \"0.15 + 0.85*L/L0\""});
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
                          "een drempel heeft precies één van more_than en at_least"});
      return made;
    }
    made.strict = terms.more_than.has_value();
    made.limit = made.strict ? terms.more_than->value : terms.at_least->value;
    if (terms.index) made.index = terms.index->value.value;
    else if (made_.reads.size() == 1) made.index = made_.reads.front().symbol;
    if (!made.index.empty() && made_.find(made.index) == nullptr)
      diagnostics_.error("C0203", *terms.index->where,
                         {"no index '" + made.index + "' in this clause", "geen index '" + made.index + "' in deze clausule"});
    if (made.limit.points && made.index.empty())
      diagnostics_.error("C0204", terms.span,
                         {"a threshold in points needs the index whose points count",
                          "een drempel in punten heeft de index nodig waarvan de punten tellen"},
                         {"add index = \"NAME\"", "voeg index = \"NAAM\" toe"});
    made.since = or_default(terms.since, Since::last_adjustment);
    made.tested_on = or_default(terms.tested_on, TestedOn::index);
    made.then = or_default(terms.then, Then::full);
    made.rounding = or_default(terms.rounding, no_rounding());
    return made;
  }

  void limits(const LadderTerms& terms, Ladder& ladder) {
    const LimitTerms stated = terms.limits.value_or(LimitTerms{});
    Limits& made = ladder.limits;
    made.cap = in_force(stated.cap);
    made.floor = in_force(stated.floor);
    made.cap_total = in_force(stated.cap_total);
    made.floor_total = in_force(stated.floor_total);
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
    made.carry = or_default(stated.carry, Carry::rounded);
    if (stated.change && made.change.value.kind != RoundingRule::Kind::percent_step &&
        made.change.value.kind != RoundingRule::Kind::none)
      diagnostics_.error("C0205", *stated.change->where,
                         {"a change is rounded to a step in percent", "een verandering wordt afgerond op een stap in procenten"},
                         {"write { to = \"0.1%\" }", "schrijf { to = \"0.1%\" }"});
    if (stated.coefficient && made.coefficient.value.kind == RoundingRule::Kind::as_written)
      diagnostics_.error("C0206", *stated.coefficient->where,
                         {"only prices have decimals as written", "alleen prijzen hebben decimalen als geschreven"});
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
    for (const auto* list : {&ladder.limits.cap, &ladder.limits.floor, &ladder.limits.cap_total, &ladder.limits.floor_total})
      for (const auto& limit : *list) check(limit.value.value, ladder, lines);
  }

  void check(const Expression& expression, const Ladder& ladder, const std::set<std::string>& lines) {
    std::vector<NameUse> names;
    names_in(expression, names);
    for (const NameUse& use : names) {
      used.insert(use.name);
      if (use.called ? is_table(use.name) : known(use.name, ladder, lines)) continue;
      std::vector<std::string_view> all = all_names(ladder, lines);
      const std::string near(nearest(use.name, all));
      diagnostics_.error("F0104", use.span,
                         {"unknown name '" + use.name + "'", "onbekende naam '" + use.name + "'"},
                         near.empty() ? Phrase{"a clause knows its indices (X and X0), constants, earlier lines and P0",
                                               "een clausule kent haar indexen (X en X0), constanten, eerdere regels en P0"}
                                      : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
  }

  bool is_table(const std::string& name) const {
    return std::any_of(made_.tables.begin(), made_.tables.end(), [&](const BandTable& t) { return t.name == name; });
  }
  bool known(const std::string& name, const Ladder& ladder, const std::set<std::string>& lines) const {
    if (name == "P0" || lines.count(name) != 0 || made_.find(name) != nullptr) return true;
    if (name.ends_with('0') && made_.find(std::string_view(name).substr(0, name.size() - 1)) != nullptr) return true;
    return std::any_of(ladder.constants.begin(), ladder.constants.end(), [&](const auto& c) { return c.first == name; });
  }
  std::vector<std::string_view> all_names(const Ladder& ladder, const std::set<std::string>& lines) {
    std::vector<std::string_view> all = {"P0"};
    for (const IndexRead& read : made_.reads) all.push_back(read.symbol);
    for (const auto& constant : ladder.constants) all.push_back(constant.first);
    for (const std::string& line : lines) all.push_back(line);
    return all;
  }

  const ClauseTerms& clause_;
  const Clause& made_;
  Diagnostics& diagnostics_;

 public:
  std::set<std::string> used;  ///< names that some formula or limit mentions
};

/// What several ladders of one clause report alike is said once.
void append_once(Diagnostics& diagnostics, const Diagnostics& more) {
  for (const Diagnostic& d : more.list()) {
    const auto& known = diagnostics.list();
    const bool said = std::any_of(known.begin(), known.end(), [&](const Diagnostic& k) { return k.code == d.code && k.span == d.span; });
    if (!said) diagnostics.add(d);
  }
}

/// The dates on which some `during` entry begins or stops to hold.
std::vector<Date> boundaries(const std::vector<DuringTerms>& during) {
  std::set<Date> starts;
  for (const DuringTerms& entry : during) {
    if (entry.from) starts.insert(entry.from->value);
    if (entry.until) starts.insert(entry.until->value.plus_days(1));
  }
  return {starts.begin(), starts.end()};
}

bool holds(const DuringTerms& entry, std::optional<Date> from, std::optional<Date> until, Date signed_on) {
  if (entry.signed_from && signed_on < entry.signed_from->value) return false;
  if (entry.signed_before && signed_on >= entry.signed_before->value) return false;
  if (entry.from && (!from || *from < entry.from->value)) return false;
  return !entry.until || (until && *until <= entry.until->value);
}

IndexRead resolve_read(const NamedTable<IndexTerms>& named, Compounding compounding, Diagnostics& diagnostics) {
  const IndexTerms& terms = named.terms;
  IndexRead made;
  made.symbol = named.id;
  made.where = terms.span;
  made.series = terms.series;
  made.use = terms.use;
  if (terms.base) {
    made.base = *terms.base;
  } else {
    made.base.value = *parse_period_rule(compounding == Compounding::base ? "at start" : "at previous date");
  }
  made.first_base = terms.first_base;
  made.rounding = terms.rounding;
  made.interpolation = terms.interpolation;
  made.publication = terms.publication;
  made.links = terms.link;
  made.in_base_of = terms.in_base_of ? Stated<std::string>{terms.in_base_of->value.value, terms.in_base_of->where}
                                     : Stated<std::string>{"reference", {}};
  const auto reserved_name = named.id.ends_with('0') || is_reserved(named.id) ||
                             !((named.id[0] >= 'a' && named.id[0] <= 'z') || (named.id[0] >= 'A' && named.id[0] <= 'Z')) ||
                             named.id.find('-') != std::string::npos;
  if (reserved_name)
    diagnostics.error("C0207", named.id_span,
                      {"'" + named.id + "' cannot name an index", "'" + named.id + "' kan geen naam van een index zijn"},
                      {"letters, digits and _; not ending in 0; not a word of the formula language",
                       "letters, cijfers en _; niet eindigend op 0; geen woord van de formuletaal"});
  if (made.use.where && (made.use.value.back() != nullptr || made.use.value.number() != nullptr))
    diagnostics.error("C0208", *made.use.where,
                      {"`use` names a period, not a look-back or a number",
                       "`use` noemt een periode, geen terugblik of getal"},
                      {"only `base` may be \"" + made.use.value.text + "\"",
                       "alleen `base` mag \"" + made.use.value.text + "\" zijn"});
  for (const LinkTerms& link : made.links) {
    const int ways = (link.at ? 1 : 0) + (link.coefficient ? 1 : 0) + (link.coefficient_to_next ? 1 : 0);
    if (ways == 0)
      diagnostics.error("C0209", link.span,
                        {"a link needs a coefficient, or the period `at` which both series are compared",
                         "een koppeling heeft een coëfficiënt nodig, of de periode `at` waarin beide reeksen worden vergeleken"});
    if (link.coefficient && link.coefficient_to_next)
      diagnostics.error("C0210", link.span,
                        {"a link has one coefficient: coefficient or coefficient_to_next",
                         "een koppeling heeft één coëfficiënt: coefficient of coefficient_to_next"});
  }
  return made;
}

BandTable resolve_table(const NamedTable<BandTableTerms>& named, Diagnostics& diagnostics) {
  BandTable made;
  made.name = named.id;
  made.between = named.terms.between.value;
  for (const BandTerms& row : named.terms.rows) {
    if (row.from && row.over)
      diagnostics.error("C0211", row.span, {"a band begins with from or over, not both", "een band begint met from of over, niet met beide"});
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

void check_schedule(const ClauseTerms& terms, Diagnostics& diagnostics) {
  if (!terms.adjust) return;  // reported as missing
  const AdjustTerms& a = *terms.adjust;
  const int ways = (a.every ? 1 : 0) + (a.dates.empty() ? 0 : 1) + (a.at ? 1 : 0);
  if (ways != 1)
    diagnostics.error("C0212", a.span,
                      {"a clause runs at one of: every, dates, at", "een clausule loopt op één van: every, dates, at"},
                      {"for example adjust = { every = \"year\", on = \"01-01\" }",
                       "bijvoorbeeld adjust = { every = \"year\", on = \"01-01\" }"});
  if (a.every && a.every->value.count < 1)
    diagnostics.error("C0213", *a.every->where, {"an interval is at least one", "een interval is ten minste één"});
}

}  // namespace

Clause resolve_clause(const NamedTable<ClauseTerms>& named, Date signed_on, Diagnostics& diagnostics) {
  const ClauseTerms& terms = named.terms;
  Clause made;
  made.id = named.id;
  made.article = terms.article ? terms.article->value : std::string();
  made.where = terms.span;
  made.compounding = terms.compounding;
  check_schedule(terms, diagnostics);
  if (terms.adjust)
    made.when = {terms.adjust->every, terms.adjust->on, terms.adjust->first, terms.adjust->dates,
                 terms.adjust->at.has_value(), terms.adjust->minimum_interval};
  for (const auto& read : terms.index) made.reads.push_back(resolve_read(read, made.compounding.value, diagnostics));
  for (const auto& table : terms.tables) made.tables.push_back(resolve_table(table, diagnostics));
  const NoticeTerms notice = terms.notice.value_or(NoticeTerms{});
  made.notice = {notice.before, notice.form, notice.late, notice.arrears_limit, notice.span};

  Diagnostics of_ladders;
  LadderResolver resolver(terms, made, of_ladders);
  std::vector<Date> starts = boundaries(terms.during);
  for (std::size_t i = 0; i <= starts.size(); ++i) {
    const std::optional<Date> from = i == 0 ? std::nullopt : std::optional(starts[i - 1]);
    const std::optional<Date> until = i == starts.size() ? std::nullopt : std::optional(starts[i].plus_days(-1));
    LadderTerms merged = terms;
    for (const DuringTerms& entry : terms.during)
      if (holds(entry, from, until, signed_on)) overlay(merged, entry);
    made.ladders.push_back({from, until, resolver.resolve(merged)});
  }
  append_once(diagnostics, of_ladders);
  for (const IndexRead& read : made.reads)
    if (resolver.used.count(read.symbol) + resolver.used.count(read.symbol + "0") == 0)
      diagnostics.error("F0105", read.where,
                        {"index '" + read.symbol + "' is not used by the formula", "index '" + read.symbol + "' komt niet in de formule voor"});
  for (const auto& constant : terms.constants)
    if (resolver.used.count(constant.id) == 0)
      diagnostics.error("F0106", constant.id_span,
                        {"constant '" + constant.id + "' is not used by the formula", "constante '" + constant.id + "' komt niet in de formule voor"});
  return made;
}

}  // namespace pricetalk
