#include "pricetalk/pricing/two_readings.hpp"

#include <algorithm>

#include "pricetalk/explain/worksheet.hpp"

namespace pricetalk {

namespace {

InputSource of(const PriceEntry& entry) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = {"price under this reading", "prijs volgens deze lezing"},
          .figure = {},
          .where = {},
          .address = entry.address.text,
          .fixity = entry.fixity};
}

/// The entry of the day under a reading; nothing where it has none.
std::optional<PriceEntry> entry_under(const PricingContext& context, const Contract& edited,
                                      Date on) {
  PricingContext other = context;
  other.contract = &edited;
  other.line = edited.find_line(context.line->id);
  if (other.line == nullptr) return std::nullopt;
  const PriceSchedule prices = schedule(other, on);
  const PriceEntry* entry = prices.on(on);
  if (entry == nullptr) return std::nullopt;
  PriceEntry made = *entry;
  // They point into the edited contract, which ends with the question.
  made.clause = nullptr;
  made.decision = nullptr;
  made.announcement = nullptr;
  return made;
}

const PointRead& read_of(const std::vector<PointRead>& all, Point point) {
  return *std::find_if(all.begin(), all.end(), [&](const PointRead& read) {
    return read.point == point && read.by_default();
  });
}

bool larger(const OtherReading& a, const OtherReading& b) {
  if (a.difference.determined() != b.difference.determined()) return a.difference.determined();
  if (!a.difference) return false;
  return abs(*a.difference) > abs(*b.difference);
}

}  // namespace

TwoReadings two_readings(const PricingContext& context, Date on) {
  TwoReadings made;
  const Contract& contract = *context.contract;
  const PriceSchedule ours = schedule(context, on);
  const PriceEntry* now = ours.on(on);
  for (const std::size_t position : context.line->clauses) {
    const Clause& clause = contract.clauses[position];
    const std::vector<PointRead> points = points_read(contract, *context.line, clause);
    for (const PointRead& read : points)
      if (!read.by_default()) made.stated.push_back(read);
    if (now == nullptr || !now->price) continue;
    for (const Reading& reading :
         open_readings(contract, *context.line, clause, context.coverage->library(), on)) {
      const std::optional<Contract> edited = reading.edit(contract);
      const auto theirs = edited ? entry_under(context, *edited, on) : std::nullopt;
      if (!theirs || theirs->price == now->price) continue;
      Worksheet sheet(contract.currency);
      const NodeId other = sheet.given(theirs->price, reading.sentence, of(*theirs));
      const NodeId own =
          sheet.given(now->price, {"price of the contract", "prijs volgens contract"}, of(*now));
      const NodeId gap = sheet.sub(other, own, {"difference", "verschil"});
      made.open.push_back({reading.id, read_of(points, *reading.point), reading.sentence,
                           theirs->price, sheet.value(gap)});
    }
  }
  std::stable_sort(made.open.begin(), made.open.end(), larger);
  return made;
}

}  // namespace pricetalk
