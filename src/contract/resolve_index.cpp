#include "contract/resolve_index.hpp"

#include <algorithm>

#include "contract/formula.hpp"
#include "contract/period_rule.hpp"
#include "contract/resolve_clause.hpp"

namespace pricetalk {

namespace {

/// The unit of the figures that a rule names; nothing when it names none by itself.
std::optional<Unit> unit_of(const PeriodRule& rule) {
  if (const auto* fixed = std::get_if<PeriodRule::Fixed>(&rule.what))
    return fixed->span.first.unit();
  if (const auto* named = std::get_if<PeriodRule::Named>(&rule.what)) return named->unit;
  if (const auto* before = std::get_if<PeriodRule::Before>(&rule.what)) return before->unit;
  if (const auto* day = std::get_if<PeriodRule::DayIn>(&rule.what)) {
    const auto* by_name = std::get_if<PeriodRule::Named>(&day->in);
    return by_name != nullptr ? by_name->unit : std::get<PeriodRule::Before>(day->in).unit;
  }
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

/// What a name may be; of one with a hyphen, how it is written instead.
Phrase what_names_an_index(const std::string& id) {
  if (id.find('-') != std::string::npos) {
    std::string written = id;
    std::replace(written.begin(), written.end(), '-', '_');
    return {
        "a hyphen is a minus in a formula: write " + written + " here and in the formula",
        "een streepje is een min in een formule: schrijf " + written + ", hier en in de formule"};
  }
  return {
      "letters, digits and _, beginning with a letter; not ending in 0 (that is the reference); "
      "not a word of formulas such as P or max",
      "letters, cijfers en _, beginnend met een letter; niet eindigend op 0 (dat is de "
      "referentie); geen woord uit formules, zoals P of max"};
}

void check_symbol(const NamedTable<IndexTerms>& named, Diagnostics& diagnostics) {
  const bool reserved_name =
      named.id.ends_with('0') || is_reserved(named.id) ||
      !((named.id[0] >= 'a' && named.id[0] <= 'z') || (named.id[0] >= 'A' && named.id[0] <= 'Z')) ||
      named.id.find('-') != std::string::npos;
  if (reserved_name)
    diagnostics.error("C0207", named.id_span,
                      {"'" + named.id + "' cannot name an index",
                       "'" + named.id + "' kan geen naam van een index zijn"},
                      what_names_an_index(named.id));
}

void check_use(const IndexRead& made, Diagnostics& diagnostics) {
  if (made.use.where && (made.use.value.back() != nullptr || made.use.value.number() != nullptr))
    diagnostics.error(
        "C0208", *made.use.where,
        {"`use` names the period of the new figure; it cannot look back or be a number",
         "`use` noemt de periode van het nieuwe cijfer; terugkijken of een getal kan daar niet"},
        {"only `base` and `first_base` can be " + as_written(made.use),
         "alleen `base` en `first_base` kunnen " + as_written(made.use) + " zijn"});
}

bool names(const std::vector<Stated<IndexUnknown>>& unknown, IndexUnknown key) {
  return std::any_of(unknown.begin(), unknown.end(),
                     [&](const auto& each) { return each.value == key; });
}

/// A period cannot be filled in and unknown; of the series one of the family is always named.
void check_unknown(const IndexTerms& terms, const IndexRead& made, Diagnostics& diagnostics) {
  const auto refuse = [&](const std::string& key) {
    diagnostics.error("C0240", terms.unknown.front().where.value_or(terms.span),
                      {"`" + key + "` is stated, and is named as unknown",
                       "`" + key + "` is ingevuld, en staat ook bij wat onbekend is"},
                      {"leave out one of the two", "laat een van beide weg"});
  };
  if (made.use_unknown && made.use.where) refuse("use");
  if (made.base_unknown && terms.base) refuse("base");
  if (made.base_unknown && terms.first_base) refuse("first_base");
  if (made.series_unknown && !terms.series.where)
    diagnostics.error("T0302", terms.span,
                      {"'series' is missing: `unknown` needs one of the family",
                       "'series' ontbreekt: `unknown` vraagt er één uit de familie"},
                      {"write the series that is nearest to what is meant",
                       "schrijf de reeks die het dichtst ligt bij wat is bedoeld"});
}

void check_link(const LinkTerms& link, Diagnostics& diagnostics) {
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

}  // namespace

IndexRead resolve_index(const NamedTable<IndexTerms>& named, bool from_start,
                        Diagnostics& diagnostics) {
  const IndexTerms& terms = named.terms;
  IndexRead made;
  made.symbol = named.id;
  made.where = terms.span;
  made.series = terms.series;
  made.use = terms.use;
  made.use_unknown = names(terms.unknown, IndexUnknown::use);
  made.base_unknown = names(terms.unknown, IndexUnknown::base);
  made.series_unknown = names(terms.unknown, IndexUnknown::series);
  check_unknown(terms, made, diagnostics);
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
  check_symbol(named, diagnostics);
  check_use(made, diagnostics);
  check_earlier(made, made.base, diagnostics);
  if (made.first_base) check_earlier(made, *made.first_base, diagnostics);
  refuse_as_written(made.rounding, diagnostics);
  for (const LinkTerms& link : made.links) check_link(link, diagnostics);
  return made;
}

}  // namespace pricetalk
