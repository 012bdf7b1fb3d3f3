#include <algorithm>
#include <array>

#include "contract/formula.hpp"
#include "contract/period_rule.hpp"
#include "explain/percent_rounding.hpp"
#include "pricetalk/explain/derivation.hpp"
#include "pricing/link.hpp"
#include "pricing/lower.hpp"
#include "reading/table.hpp"

namespace pricetalk {

namespace {

struct PointWords {
  std::string_view word;
  Phrase words;
};

const PointWords& row(Point point) {
  static const std::array<PointWords, 25> table = {{
      {"reference", {"reference figure", "referentiecijfer"}},
      {"first-reference", {"first reference figure", "eerste referentiecijfer"}},
      {"reference-version", {"version of the reference", "versie van de referentie"}},
      {"publication", {"version of a figure", "versie van een cijfer"}},
      {"reading-day", {"day on which figures are read", "dag waarop cijfers gelden"}},
      {"link-method", {"joining base years", "koppelen van basisjaren"}},
      {"link-base", {"base year of the comparison", "basisjaar van de vergelijking"}},
      {"change-rounding", {"rounding of the change", "afronding van de verandering"}},
      {"coefficient-rounding", {"rounding of the coefficient", "afronding van de coëfficiënt"}},
      {"price-rounding", {"rounding of the price", "afronding van de prijs"}},
      {"carried-price", {"price that goes on", "prijs die doortelt"}},
      {"compounding", {"price that is adjusted", "prijs die wordt aangepast"}},
      {"threshold-since", {"threshold: since when", "drempel: sinds wanneer"}},
      {"threshold-tested", {"threshold: tested on", "drempel: getoetst op"}},
      {"threshold-part", {"above the threshold", "boven de drempel"}},
      {"carry-over", {"what a limit cuts off", "wat een grens afsnijdt"}},
      {"unused-cap", {"room under the cap", "ruimte onder het maximum"}},
      {"waived-year", {"what was given up", "wat is kwijtgescholden"}},
      {"late-announcement", {"late announcement", "te late aankondiging"}},
      {"cap-per", {"what the cap counts for", "waarvoor het maximum geldt"}},
      {"cap-by-rounding", {"limit and last rounding", "grens en laatste afronding"}},
      {"parts-rounding", {"rounding of the parts", "afronding van de delen"}},
      {"surcharge-day", {"surcharge: figures of which day", "toeslag: cijfers van welke dag"}},
      {"surcharge-price", {"surcharge: over which price", "toeslag: over welke prijs"}},
      {"surcharge-rounding", {"rounding of the surcharge", "afronding van de toeslag"}},
  }};
  return table[static_cast<std::size_t>(point)];
}

Phrase rounding_words(const RoundingRule& rule, int as_written) {
  const auto rounding = settled(rule, as_written);
  if (!rounding) return {"not rounded", "niet afgerond"};
  return rule.kind == RoundingRule::Kind::percent_step ? words_of_percent(*rounding)
                                                       : words(*rounding);
}

class PointReader {
 public:
  PointReader(const Contract& contract, const Line& line, const Clause& clause)
      : contract_(contract), line_(line), clause_(clause) {}

  std::vector<PointRead> run() && {
    for (const IndexRead& read : clause_.reads) index(read);
    if (clause_.surcharge) {
      surcharge();
      return in_order();
    }
    if (announced())
      say(Point::reading_day,
          {"as known on the day of the announcement", "zoals bekend op de dag van de aankondiging"},
          std::nullopt);
    ladder(clause_.ladders.back().ladder);
    say(Point::compounding, words_of(clause_.compounding.value), clause_.compounding.where);
    for (const DecisionTerms& decision : contract_.terms.decision) given_up(decision);
    if (clause_.notice.before && announced()) {
      static const std::array<Phrase, 4> late = {
          {{"the step is lost", "de aanpassing vervalt"},
           {"made up at the next date", "ingehaald op de volgende datum"},
           {"the new price starts later", "de nieuwe prijs gaat later in"},
           {"back to the adjustment date", "terug tot de aanpassingsdatum"}}};
      say(Point::late_announcement, late[static_cast<std::size_t>(clause_.notice.late.value)],
          clause_.notice.late.where);
    }
    if (!line_.parts.empty() && !line_.clauses.empty() &&
        &contract_.clauses[line_.clauses.front()] == &clause_)
      say(Point::parts_rounding,
          {"each part rounded, then added", "elk deel afgerond en dan opgeteld"}, std::nullopt);
    return in_order();
  }

 private:
  std::vector<PointRead> in_order() {
    std::stable_sort(made_.begin(), made_.end(),
                     [](const PointRead& a, const PointRead& b) { return a.point < b.point; });
    return std::move(made_);
  }

  void say(Point point, Phrase as_read, const std::optional<Span>& where,
           const std::string& symbol = {}) {
    made_.push_back({point, clause_.id, symbol, std::move(as_read), where.value_or(Span{})});
  }

  static Phrase words_of(Compounding compounding) {
    return compounding == Compounding::previous
               ? Phrase{"the price in force", "de geldende prijs"}
               : Phrase{"the original price", "de oorspronkelijke prijs"};
  }

  bool announced() const {
    const auto& all = contract_.terms.announcement;
    return std::any_of(all.begin(), all.end(), [&](const AnnouncementTerms& each) {
      return each.clause.value.value == clause_.id;
    });
  }

  bool asks_for(const std::string& name) const {
    std::vector<NameUse> found;
    for (const DatedLadder& dated : clause_.ladders)
      for (const Formula::Line& line : dated.ladder.formula.value.lines)
        names_in(line.value, found);
    return std::any_of(found.begin(), found.end(),
                       [&](const NameUse& use) { return use.name == name; });
  }

  void surcharge() {
    const Schedule& when = clause_.when;
    std::optional<Span> where;
    if (when.every)
      where = when.every->where;
    else if (!when.dates.empty())
      where = when.dates.front().where;
    else if (when.at_delivery)
      where = clause_.where;
    say(Point::surcharge_day,
        where ? Phrase{"of its own dates", "van de eigen datums"}
              : Phrase{"of every day", "van elke dag"},
        where);
    if (asks_for("P0"))
      say(Point::surcharge_price, words_of(clause_.compounding.value), clause_.compounding.where);
    const Stated<RoundingRule>& rule = clause_.ladders.back().ladder.rounding.surcharge;
    say(Point::surcharge_rounding, rounding_words(rule.value, contract_.currency.minor_decimals()),
        rule.where);
  }

  void index(const IndexRead& read) {
    const std::string symbol = clause_.reads.size() > 1 ? read.symbol : std::string();
    const PeriodRule::Back* back = read.base.value.back();
    const bool compared = !clause_.surcharge || asks_for(read.symbol + "0");
    if (!compared) back = nullptr;
    if (compared) say(Point::reference, in_words(read.base.value), read.base.where, symbol);
    if (compared && read.first_base)
      say(Point::first_reference, in_words(read.first_base->value), read.first_base->where, symbol);
    else if (back != nullptr && back->what == LookBack::at_previous_date)
      say(Point::first_reference, {"one interval back", "één tussentijd terug"}, std::nullopt,
          symbol);
    if (back != nullptr)
      say(Point::reference_version, {"as it was used then", "zoals toen gebruikt"}, std::nullopt,
          symbol);
    static const std::array<Phrase, 3> versions = {
        {{"as known on the day", "zoals op de dag bekend"},
         {"as first published", "zoals eerst gepubliceerd"},
         {"definitive", "definitief"}}};
    say(Point::publication, versions[static_cast<std::size_t>(read.publication.value)],
        read.publication.where, symbol);
    if (read.links.empty()) return;
    const LinkTerms& link = read.links.front();
    say(Point::link_method, words(link.method.value), link.method.where, symbol);
    say(Point::link_base, words(read.in_base_of.value), read.in_base_of.where, symbol);
  }

  /// Then a cap per adjustment and one per year are the same.
  bool yearly() const {
    const auto& every = clause_.when.every;
    return every && every->value.months() == 12;
  }

  void ladder(const Ladder& ladder) {
    const Roundings& r = ladder.rounding;
    say(Point::change_rounding, rounding_words(r.change.value, 0), r.change.where);
    say(Point::coefficient_rounding, rounding_words(r.coefficient.value, 4), r.coefficient.where);
    say(Point::price_rounding,
        rounding_words(r.price.value, line_.price_decimals(contract_.currency)), r.price.where);
    say(Point::carried_price,
        r.carry.value == Carry::rounded
            ? Phrase{"the rounded price", "de afgeronde prijs"}
            : Phrase{"the price before rounding", "de prijs vóór afronding"},
        r.carry.where);
    if (ladder.threshold) threshold(*ladder.threshold);
    const Limits& limits = ladder.limits;
    if (!limits.cap.empty() && !yearly())
      say(Point::cap_per,
          limits.per.value == LimitPer::adjustment
              ? Phrase{"each adjustment by itself", "elke aanpassing apart"}
              : Phrase{"a year", "een jaar"},
          limits.per.where);
    const auto last = settled(r.price.value, line_.price_decimals(contract_.currency));
    if (limits_price(limits) && last &&
        last->step <= Decimal(1, contract_.currency.minor_decimals()))
      say(Point::cap_by_rounding,
          {"the rounding may pass it by less than one step",
           "de afronding mag er minder dan één stap overheen"},
          std::nullopt);
    if (limits.cap.empty() && limits.floor.empty() && limits.cap_total.empty() &&
        limits.floor_total.empty())
      return;
    static const std::array<Phrase, 4> kept = {{{"it is lost", "vervalt"},
                                                {"increases come back", "verhogingen komen terug"},
                                                {"decreases come back", "verlagingen komen terug"},
                                                {"it comes back", "komt terug"}}};
    say(Point::carry_over, kept[static_cast<std::size_t>(limits.carry_over.value)],
        limits.carry_over.where);
    if (!limits.cap.empty())
      say(Point::unused_cap,
          limits.unused_cap.value == UnusedCap::lost ? Phrase{"it is lost", "vervalt"}
                                                     : Phrase{"it is kept", "blijft staan"},
          limits.unused_cap.where);
  }

  void threshold(const Threshold& t) {
    say(Point::threshold_since,
        t.since.value == Since::start
            ? Phrase{"since the start", "sinds het begin"}
            : Phrase{"since the last adjustment", "sinds de laatste aanpassing"},
        t.since.where);
    say(Point::threshold_tested,
        t.tested_on.value == TestedOn::index
            ? Phrase{"the measured change", "de gemeten verandering"}
            : Phrase{"what is passed on", "wat wordt doorberekend"},
        t.tested_on.where);
    say(Point::threshold_part,
        t.then.value == Then::full
            ? Phrase{"all of the change counts", "de hele verandering telt"}
            : Phrase{"only the part above it counts", "alleen het deel erboven telt"},
        t.then.where);
  }

  void given_up(const DecisionTerms& decision) {
    if (decision.kind.value != DecisionKind::waived && decision.kind.value != DecisionKind::reduced)
      return;
    if (!concerns(decision, line_, clause_)) return;
    const std::string year = std::to_string(decision.date.value.year());
    say(Point::waived_year,
        decision.catch_up.value ? Phrase{year + " comes back at the next date",
                                         year + " komt op de volgende datum terug"}
                                : Phrase{year + " is lost for good", year + " vervalt voorgoed"},
        decision.catch_up.where);
  }

  const Contract& contract_;
  const Line& line_;
  const Clause& clause_;
  std::vector<PointRead> made_;
};

}  // namespace

const Phrase& words(Point point) { return row(point).words; }
std::string_view word(Point point) { return row(point).word; }

std::vector<PointRead> points_read(const Contract& contract, const Line& line,
                                   const Clause& clause) {
  return PointReader(contract, line, clause).run();
}

}  // namespace pricetalk
