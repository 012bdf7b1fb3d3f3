#include "audit/replays.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

void add_once(std::vector<std::uint32_t>& all, std::uint32_t number) {
  if (std::find(all.begin(), all.end(), number) == all.end()) all.push_back(number);
}

Date last_charged(const LineCharges& of) {
  return std::max_element(of.charged.begin(), of.charged.end(),
                          [](const auto& a, const auto& b) { return a.to < b.to; })
      ->to;
}

}  // namespace

Replays::Replays(const Contract& contract, const Coverage& coverage,
                 const std::vector<const LineCharges*>& lines) {
  for (const LineCharges* each : lines) {
    OfLine made;
    made.line = each->line;
    made.decimals = each->line->price_decimals(contract.currency);
    made.readings = std::make_unique<const std::vector<Reading>>(pricetalk::readings(
        contract, *each->line, coverage.library(), last_charged(*each) + longest_early));
    made.replay =
        std::make_unique<Replay>(contract, *each->line, coverage, *made.readings, each->charged);
    lines_.push_back(std::move(made));
  }
  merge_readings();
  if (one()) return;
  merge_dates(contract, coverage, lines);
  merge_invoices();
  together(std::vector<NodeId>(lines_.size(), lines_.front().replay->root()));
}

void Replays::merge_readings() {
  const auto position = [&](const Reading& reading) {
    return std::find_if(readings_.begin(), readings_.end(), [&](const Reading& each) {
      return each.id == reading.id && each.clause == reading.clause;
    });
  };
  for (const OfLine& line : lines_)
    for (const Reading& reading : *line.readings)
      if (position(reading) == readings_.end()) readings_.push_back(reading);
  std::stable_sort(readings_.begin(), readings_.end(),
                   [](const Reading& a, const Reading& b) { return a.rank < b.rank; });
  for (OfLine& line : lines_) {
    line.own.resize(readings_.size());
    for (std::size_t i = 0; i < line.readings->size(); ++i)
      line.own[static_cast<std::size_t>(position((*line.readings)[i]) - readings_.begin())] =
          static_cast<std::uint16_t>(i);
  }
}

/// Every line is folded at the dates of all: where it has none, nothing happens to it.
void Replays::merge_dates(const Contract& contract, const Coverage& coverage,
                          const std::vector<const LineCharges*>& lines) {
  std::vector<Date> all;
  for (const OfLine& line : lines_)
    all.insert(all.end(), line.replay->dates().begin(), line.replay->dates().end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (lines_[i].replay->dates() != all)
      lines_[i].replay = std::make_unique<Replay>(contract, *lines_[i].line, coverage,
                                                  *lines_[i].readings, lines[i]->charged, all);
}

void Replays::merge_invoices() {
  for (OfLine& line : lines_)
    for (std::uint32_t i = 0; i < line.replay->invoices(); ++i) {
      const std::string& name = line.replay->invoice(i);
      const auto known = std::find(invoices_.begin(), invoices_.end(), name);
      line.invoices.push_back(static_cast<std::uint32_t>(known - invoices_.begin()));
      if (known == invoices_.end()) invoices_.push_back(name);
    }
}

Replays::NodeId Replays::together(std::vector<NodeId> of) {
  const auto [found, fresh] = known_.try_emplace(of, static_cast<NodeId>(nodes_.size()));
  if (!fresh) return found->second;
  Together made;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Replay::Wrong& wrong = lines_[i].replay->wrong(of[i]);
    for (const std::uint32_t each : wrong.settled)
      add_once(made.wrong.settled, lines_[i].invoices[each]);
    for (const std::uint32_t each : wrong.unless_early)
      add_once(made.wrong.unless_early, lines_[i].invoices[each]);
  }
  made.of = std::move(of);
  nodes_.push_back(std::move(made));
  return found->second;
}

ReadingSet Replays::own(const OfLine& line, ReadingSet readings) const {
  ReadingSet made;
  for (std::size_t i = 0; i < readings.size(); ++i)
    if (const auto& each = line.own[readings[i]]) made = made.with(*each);
  return made;
}

Replays::NodeId Replays::next(NodeId node, std::size_t date, ReadingSet readings) {
  if (one()) return lines_.front().replay->next(node, date, readings);
  const std::pair<std::uint64_t, std::uint64_t> key{std::uint64_t{node} << 32 | date,
                                                    readings.key()};
  if (const auto known = steps_.find(key); known != steps_.end()) return known->second;
  std::vector<NodeId> reached;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const NodeId own_next =
        lines_[i].replay->next(nodes_[node].of[i], date, own(lines_[i], readings));
    if (own_next == Replay::dead) return steps_[key] = Replay::dead;
    reached.push_back(own_next);
  }
  return steps_[key] = together(std::move(reached));
}

const Replay::Wrong& Replays::wrong(NodeId node) const {
  return one() ? lines_.front().replay->wrong(node) : nodes_[node].wrong;
}

const std::string& Replays::invoice(std::uint32_t number) const {
  return one() ? lines_.front().replay->invoice(number) : invoices_[number];
}

std::size_t Replays::invoices() const {
  return one() ? lines_.front().replay->invoices() : invoices_.size();
}

std::optional<std::uint32_t> Replays::own_invoice(const OfLine& line, std::uint32_t number) {
  if (line.invoices.empty()) return number;
  const auto found = std::find(line.invoices.begin(), line.invoices.end(), number);
  if (found == line.invoices.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - line.invoices.begin());
}

bool Replays::stands_alone(std::uint32_t invoice) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const OfLine& line) {
    const auto number = own_invoice(line, invoice);
    return number && line.replay->stands_alone(*number);
  });
}

bool Replays::observed(std::size_t line, std::size_t date, std::optional<std::uint32_t> but) const {
  const OfLine& of_line = lines_[line];
  return of_line.replay->observed(date, but ? own_invoice(of_line, *but) : but);
}

bool Replays::observed(std::size_t date, std::optional<std::uint32_t> but) const {
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (observed(i, date, but)) return true;
  return false;
}

bool Replays::same_price(std::size_t line, NodeId a, NodeId b) const {
  return lines_[line].replay->same_price(of(line, a), of(line, b));
}

bool Replays::same_price(NodeId a, NodeId b) const {
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (!same_price(i, a, b)) return false;
  return true;
}

std::size_t Replays::steps() const {
  std::size_t made = 0;
  for (const OfLine& line : lines_) made += line.replay->steps();
  return made;
}

Outcome<Ratio> Replays::price(std::size_t line, NodeId node) const {
  return lines_[line].replay->price(of(line, node));
}

std::optional<Ratio> Replays::charged_price(std::size_t line, std::size_t date) const {
  return lines_[line].replay->charged_price(date);
}

TierPrices Replays::prices(std::size_t line, const std::vector<ReadingSet>& sets) {
  std::vector<ReadingSet> own_sets;
  for (const ReadingSet& set : sets) own_sets.push_back(own(lines_[line], set));
  return lines_[line].replay->prices(own_sets);
}

}  // namespace pricetalk
