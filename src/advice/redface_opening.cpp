#include <algorithm>
#include <cstdlib>

#include "advice/market_level.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// The contract with a line whose clauses round nothing.
Contract without_rounding(const Contract& contract, const Line& line) {
  Contract made = contract;
  for (const std::size_t clause : line.clauses)
    for (DatedLadder& dated : made.clauses[clause].ladders) {
      Roundings& rounding = dated.ladder.rounding;
      for (auto* each :
           {&rounding.change, &rounding.coefficient, &rounding.increase, &rounding.price})
        *each = {RoundingRule{}, {}};
    }
  return made;
}

/// How many steps the rounding moved up, and how many down: against the step that is not rounded.
struct Sides {
  int up = 0;
  int down = 0;
  std::optional<Date> since;
};
Sides sides_of(const PriceSchedule& own, const PriceSchedule& exact, Date today) {
  Sides made;
  for (const PriceEntry& entry : own.entries) {
    if (entry.clause == nullptr || entry.from > today || entry.verdict != Verdict::adjusted)
      continue;
    const PriceEntry* other = exact.on(entry.from);
    if (other == nullptr || other->date != entry.date || !entry.before || !entry.price ||
        !other->before || !other->price || other->before->is_zero())
      continue;
    const Ratio by = *entry.price - *entry.before * (*other->price / *other->before);
    if (by.sign() > 0) {
      ++made.up;
      if (!made.since) made.since = entry.from;
    }
    if (by.sign() < 0) ++made.down;
  }
  return made;
}

}  // namespace

std::vector<Finding> rounding_one_way(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  const std::string rule = "rounding-one-way";
  for (const Line& line : d.contract->lines) {
    const PriceEntry* entry = now(d, line);
    if (entry == nullptr || line.clauses.empty() || !line.parts.empty() || line.follows ||
        d.schedule_of(line.id)->entries.size() <= static_cast<std::size_t>(t.rounding_steps.value))
      continue;
    const Contract other = without_rounding(*d.contract, line);
    const PriceSchedule exact =
        schedule(PricingContext{&other, other.find_line(line.id), 0, d.coverage}, d.today);
    const PriceSchedule& own = *d.schedule_of(line.id);
    const Sides sides = sides_of(own, exact, d.today);
    const PriceEntry* right = exact.on(d.today);
    if (sides.down > 0 || sides.up < t.rounding_steps.value || right == nullptr || !right->price ||
        *right->price >= *entry->price)
      continue;
    const Phrase label{"price without rounding", "prijs zonder afronding"};
    Gap found =
        gap(d, line, {entry->price, {"allowed price", "toegestane prijs"}, from_entry(*entry)},
            {right->price, label, from_entry(*right)}, rule);
    if (!at_least(found, t.rounding_amount.value)) continue;
    const std::string times = std::to_string(sides.up);
    Finding finding = about(&line, {line.title + ": the rounding was in our favour " + times +
                                        " times, and never in the customer's",
                                    line.title + ": de afronding viel " + times +
                                        " keer in ons voordeel uit, en nooit in dat van de klant"});
    finding.per_year = found.per_year;
    finding.since = sides.since;
    finding.evidence = std::move(found.evidence);
    finding.evidence.push_back({{right->address.text + "/without-rounding"},
                                label,
                                std::make_shared<const Derivation>(right->why),
                                right->answer});
    if (finding.since)
      finding.total = so_far(d, line, *finding.since,
                             {rule_address(d, line, rule + "/total"),
                              {"rounding since it began", "afronding sinds het begin"},
                              entry->fixity},
                             priced(own), priced(exact), finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

/// A price that falls by the same share at every step until the contract ends.
struct Decrease {
  Ratio share;    ///< 0.02
  int years = 0;  ///< prices in all, the first one among them
};
std::optional<Decrease> agreed_decrease(const Dossier& d, const Line& line) {
  if (!d.contract->end || line.clauses.size() != 1 || line.prices.size() != 1 ||
      !line.parts.empty() || line.follows ||
      !d.contract->clauses[line.clauses.front()].reads.empty())
    return std::nullopt;
  Decrease made;
  const PriceSchedule all =
      schedule(PricingContext{d.contract, &line, 0, d.coverage}, *d.contract->end);
  for (const PriceEntry& entry : all.entries) {
    if (entry.clause == nullptr) continue;
    if (!entry.why || entry.why.calculation->outputs.step_wanted == no_node) return std::nullopt;
    const Outcome<Ratio> step = entry.why.tape.at(entry.why.calculation->outputs.step_wanted);
    if (!step || step->sign() >= 0) return std::nullopt;
    if (made.years > 0 && -*step != made.share) return std::nullopt;
    made.share = -*step;
    ++made.years;
  }
  if (made.years == 0) return std::nullopt;
  ++made.years;
  return made;
}

/// What the market asked around the day of the first price.
const PriceLevelTerms* level_at_start(const Dossier& d, const Line& line) {
  for (const PriceLevelTerms& level : d.contract->terms.price_level)
    if (level.price.value.value == line.id &&
        std::abs(level.as_of.value.days() - line.price_date.days()) <= 366)
      return &level;
  return nullptr;
}

}  // namespace

/// METHODS 6.2: the decreases give n / sum of (1-g)^t - 1 away, t from 0 to n-1. A first price that
/// lies as much above the market paid for them beforehand.
std::vector<Finding> decrease_prefunded(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    const PriceLevelTerms* level = level_at_start(d, line);
    const auto falls = level == nullptr ? std::nullopt : agreed_decrease(d, line);
    const auto usual = falls && bought_by_time(line)
                           ? market_price(d, *level, level->normal,
                                          {"usual market price", "gewone prijs in de markt"},
                                          std::max(line.price_date, level->as_of.value))
                           : std::nullopt;
    if (!usual) continue;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const auto from_line = [&](const Phrase& text) { return from_contract(text, line.where); };
    const NodeId one = sheet.constant(Decimal(1, 0));
    const NodeId kept =
        sheet.sub(one, sheet.given(falls->share,
                                   {"agreed decrease at each step", "afgesproken daling per keer"},
                                   from_line({"the clause", "de clausule"}), Form::percent));
    std::vector<NodeId> powers{one};
    for (int i = 1; i < falls->years; ++i) powers.push_back(sheet.mul(powers.back(), kept));
    const NodeId pad =
        sheet.sub(sheet.div(sheet.constant(Decimal(falls->years, 0)), sheet.sum(powers)), one,
                  {"first price that pays for the decreases: so much higher",
                   "zoveel hoger moet de eerste prijs zijn om de dalingen te betalen"});
    const NodeId opening =
        paid(d, line,
             {Outcome<Ratio>(Ratio(line.prices.front().original.value)),
              {"first price", "eerste prijs"},
              from_line({"price in the contract file", "prijs in het contractbestand"})},
             line.price_date)
            .on(sheet);
    const NodeId market = usual->on(sheet);
    const NodeId above = sheet.sub(sheet.div(opening, market), one,
                                   {"first price above the market", "eerste prijs boven de markt"});
    const Phrase label{"above the market a year, at the start",
                       "boven de markt per jaar, bij de start"};
    const NodeId year = invoiced_difference(
        sheet, *d.contract, at_net_price(line),
        one_price(sheet.value(opening), from_line({"first price", "eerste prijs"})),
        one_price(sheet.value(market),
                  from_line({"usual market price", "gewone prijs in de markt"})),
        year_from(line.price_date), label);
    const Outcome<Ratio> needed = sheet.value(pad);
    const Outcome<Ratio> found = sheet.value(above);
    if (!needed || !found || found->sign() <= 0 ||
        *found < *needed * t.prefunded.value.as_fraction())
      continue;
    const auto text = [](const Ratio& value, Language language) {
      return percent_text(value, 1, language);
    };
    Finding finding = about(
        &line, {line.title + ": the price falls by " + text(falls->share, Language::en) +
                    " at each step, but it began " + text(*found, Language::en) +
                    " above the market; the decreases are worth " + text(*needed, Language::en),
                line.title + ": de prijs daalt telkens " + text(falls->share, Language::nl) +
                    ", maar begon " + text(*found, Language::nl) +
                    " boven de markt; de dalingen zijn " + text(*needed, Language::nl) + " waard"});
    finding.per_year =
        book.figure(year, rule_address(d, line, "decrease-prefunded"), Fixity::fixed, label);
    finding.since = line.price_date;
    std::move(book).close(finding.evidence);
    finding.evidence.push_back({{rule_address(d, line, "decrease-prefunded/share")},
                                {"what the decreases are worth", "wat de dalingen waard zijn"},
                                finding.evidence.front().derivation,
                                pad});
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
