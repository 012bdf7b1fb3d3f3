#include "answer/money.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

DatedPrices one_tier(const Ratio& price, const Phrase& label) {
  InputSource source;
  source.text = label;
  return one_price(price, std::move(source)).front();
}

bool is_zero(const Figure& figure) { return amount_of(figure).is_zero(); }

}  // namespace

Days LetterMoney::days(const AnsweredLine& line) const {
  const Days year = year_from(letter_.on);
  const auto& later = line.prices.front().later;
  if (line.verdict != LetterVerdict::too_late || !later || year.last < *later) return year;
  return {year.first, later->plus_days(-1)};
}

std::optional<NodeId> LetterMoney::difference(const AnsweredLine& line, Against against) {
  if (!bought_by_time(*line.line)) return std::nullopt;
  TierPrices announced;
  TierPrices other;
  const bool in_time = against == Against::in_time;
  for (const AnsweredPrice& each : line.prices) {
    const bool by_reading = against != Against::allowed && !in_time;
    if (!each.announced || each.meant || (by_reading ? each.readings.all.empty() : !each.allowed) ||
        (in_time && (!each.in_time || !*each.in_time)))
      return std::nullopt;
    announced.push_back(
        one_tier(Ratio(each.announced->price), {"announced price", "aangekondigde prijs"}));
    other.push_back(against == Against::highest
                        ? one_tier(each.readings.highest().price, each.readings.highest().reading)
                    : in_time ? one_tier(**each.in_time, {"allowed in time", "op tijd toegestaan"})
                    : against == Against::lowest
                        ? one_tier(each.readings.lowest().price, each.readings.lowest().reading)
                        : one_tier(*each.allowed, {"allowed price", "toegestane prijs"}));
  }
  return invoiced_difference(book_.sheet(), contract_, *line.line, announced, other,
                             in_time ? year_from(letter_.on) : days(line),
                             {"announced less allowed", "aangekondigd min toegestaan"});
}

std::optional<Figure> LetterMoney::figure(const AnsweredLine& line, Against against,
                                          const char* name) {
  const auto node = difference(line, against);
  if (!node || !book_.sheet().value(*node)) return std::nullopt;
  return book_.known_figure(
      *node, contract_.id + "/" + line.line->id + "/answer/" + letter_.on.text() + "/" + name,
      book_.sheet().fixity(*node), {"announced less allowed", "aangekondigd min toegestaan"});
}

void LetterMoney::add(AnsweredLine& line) {
  line.difference = figure(line, Against::allowed, "difference");
  line.at_least = figure(line, Against::highest, "at-least");
  line.at_most = figure(line, Against::lowest, "at-most");
  if (std::any_of(line.prices.begin(), line.prices.end(),
                  [](const AnsweredPrice& each) { return each.too_high_as_well(); }))
    line.above_in_time = figure(line, Against::in_time, "above-in-time");
}

Figure LetterMoney::total(const std::vector<const Figure*>& figures, const std::string& name,
                          Phrase label) {
  std::vector<NodeId> nodes;
  Fixity fixity = Fixity::fixed;
  for (const Figure* each : figures) {
    nodes.push_back(book_.sheet().given(*each, label));
    fixity = std::max(fixity, each->fixity);
  }
  return book_.known_figure(book_.sum(nodes, label),
                            contract_.id + "/answer/" + letter_.on.text() + "/" + name, fixity,
                            label);
}

void LetterMoney::close(AnsweredLetter& answer) && {
  std::vector<const Figure*> too_much;
  std::vector<const Figure*> too_high;
  std::vector<const Figure*> below;
  std::vector<const Figure*> least;
  std::vector<const Figure*> most;
  for (const AnsweredLine& line : answer.lines) {
    const bool disputed =
        line.verdict == LetterVerdict::dispute || line.verdict == LetterVerdict::too_late;
    answer.at_least = answer.at_least || (disputed && line.is_least());
    if (disputed && (line.difference || line.at_least))
      too_much.push_back(line.difference ? &*line.difference : &*line.at_least);
    if (line.above_in_time) too_high.push_back(&*line.above_in_time);
    if (line.verdict == LetterVerdict::accept && line.difference && !is_zero(*line.difference) &&
        line.prices.front().beside == BesideAllowed::below)
      below.push_back(&*line.difference);
    if (line.verdict != LetterVerdict::ask) continue;
    const bool range = line.at_least && line.at_most;
    if (range) least.push_back(&*line.at_least);
    if (range) most.push_back(&*line.at_most);
  }
  answer.too_much = total(too_much, "too-much", {"more than is allowed", "meer dan is toegestaan"});
  if (!too_high.empty())
    answer.too_high = total(too_high, "too-high",
                            {"more than is allowed in time", "meer dan op tijd is toegestaan"});
  answer.below = total(below, "below", {"announced less allowed", "aangekondigd min toegestaan"});
  if (!least.empty()) {
    answer.asked_least = total(least, "at-least", {"asked, at least", "gevraagd, ten minste"});
    answer.asked_most = total(most, "at-most", {"asked, at most", "gevraagd, ten hoogste"});
  }
  std::move(book_).close(answer.evidence);
}

}  // namespace pricetalk
