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
  for (const AnsweredPrice& each : line.prices) {
    const bool by_reading = against != Against::allowed;
    if (!each.announced || !each.comparable ||
        (by_reading ? each.readings.all.empty() : !each.allowed))
      return std::nullopt;
    announced.push_back(
        one_tier(Ratio(each.announced->price), {"announced price", "aangekondigde prijs"}));
    other.push_back(against == Against::highest
                        ? one_tier(each.readings.highest().price, each.readings.highest().reading)
                    : against == Against::lowest
                        ? one_tier(each.readings.lowest().price, each.readings.lowest().reading)
                        : one_tier(*each.allowed, {"allowed price", "toegestane prijs"}));
  }
  return invoiced_difference(book_.sheet(), contract_, *line.line, announced, other, days(line),
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
  std::vector<const Figure*> below;
  std::vector<const Figure*> least;
  std::vector<const Figure*> most;
  for (const AnsweredLine& line : answer.lines) {
    const bool disputed =
        line.verdict == LetterVerdict::dispute || line.verdict == LetterVerdict::too_late;
    if (disputed && (line.difference || line.at_least))
      too_much.push_back(line.difference ? &*line.difference : &*line.at_least);
    if (line.verdict == LetterVerdict::accept && line.difference && !is_zero(*line.difference) &&
        line.prices.front().beside == BesideAllowed::below)
      below.push_back(&*line.difference);
    if (line.verdict != LetterVerdict::ask) continue;
    const bool range = line.at_least && line.at_most;
    if (range) least.push_back(&*line.at_least);
    if (range) most.push_back(&*line.at_most);
  }
  answer.too_much = total(too_much, "too-much", {"more than is allowed", "meer dan is toegestaan"});
  answer.below = total(below, "below", {"announced less allowed", "aangekondigd min toegestaan"});
  if (!least.empty()) {
    answer.asked_least = total(least, "at-least", {"asked, at least", "gevraagd, ten minste"});
    answer.asked_most = total(most, "at-most", {"asked, at most", "gevraagd, ten hoogste"});
  }
  std::move(book_).close(answer.evidence);
}

}  // namespace pricetalk
