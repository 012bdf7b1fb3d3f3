#include "reading/two_readings.hpp"

#include <algorithm>

#include "explain/worksheet.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/fold.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

namespace {

/// What may be charged on a day: the price, with its surcharges where the line has some.
struct Allowed {
  Outcome<Ratio> price;
  std::string address;
  Fixity fixity = Fixity::fixed;
};

std::optional<Allowed> allowed_on(const PriceSchedule& prices, Date day, bool with_surcharges) {
  const PriceEntry* entry = prices.on(day);
  if (entry == nullptr) return std::nullopt;
  if (!with_surcharges) return Allowed{entry->price, entry->address.text, entry->fixity};
  const ChargedPrice charged = charged_on(prices, day);
  return Allowed{charged.charged, entry->address.text, charged.fixity};
}

InputSource of(const Allowed& allowed) {
  return {.kind = InputSource::Kind::earlier_price,
          .text = {"price under this reading", "prijs volgens deze lezing"},
          .figure = {},
          .where = {},
          .address = allowed.address,
          .fixity = allowed.fixity};
}

/// The prices under a reading. A step that both sides decided on has one reading only.
PriceSchedule schedule_under(const PricingContext& ours, const PricingContext& other, Date until) {
  PriceSchedule made{other.line, other.price, {}, other.contract, *other.coverage, {}};
  auto [state, first] = begin(other);
  made.entries.push_back(std::move(first));
  for (const Occasion& occasion : timeline(*other.contract, *other.line, until)) {
    const DecisionTerms* decision =
        occasion.kind == Occasion::Kind::agreed
            ? nullptr
            : ours.contract->decision_on(
                  occasion.date, *ours.line,
                  ours.contract->clauses[ours.line->clauses[occasion.clause]]);
    const bool decided = decision != nullptr && decision->kind.value == DecisionKind::reduced;
    auto [next, entry] = step(decided ? ours : other, state, occasion);
    state = std::move(next);
    made.entries.push_back(std::move(entry));
  }
  return made;
}

/// Whether a reading is about how a measured step becomes a price.
bool of_measured_step(Point point) {
  return point == Point::change_rounding || point == Point::coefficient_rounding;
}

/// The price of the day under a reading; nothing where it has none.
std::optional<Allowed> allowed_under(const PricingContext& context, const Contract& edited,
                                     Point point, Date on, bool with_surcharges) {
  PricingContext other = context;
  other.contract = &edited;
  other.line = edited.find_line(context.line->id);
  if (other.line == nullptr) return std::nullopt;
  return allowed_on(
      of_measured_step(point) ? schedule_under(context, other, on) : schedule(other, on), on,
      with_surcharges);
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
  std::vector<std::size_t> positions = context.line->clauses;
  positions.insert(positions.end(), context.line->surcharges.begin(),
                   context.line->surcharges.end());
  made.with_surcharges = !context.line->surcharges.empty();
  std::optional<Allowed> now = allowed_on(ours, on, made.with_surcharges);
  if (made.with_surcharges && now && !now->price) {  // the price alone can still be compared
    made.with_surcharges = false;
    now = allowed_on(ours, on, false);
  }
  for (const std::size_t position : positions) {
    const Clause& clause = contract.clauses[position];
    const std::vector<PointRead> points = points_read(contract, *context.line, clause);
    for (const PointRead& read : points)
      if (!read.by_default()) made.stated.push_back(read);
    if (!now || !now->price) continue;
    for (const Reading& reading :
         open_readings(contract, *context.line, clause, context.coverage->library(), on)) {
      const std::optional<Contract> edited = reading.edit(contract);
      const auto theirs =
          edited ? allowed_under(context, *edited, *reading.point, on, made.with_surcharges)
                 : std::nullopt;
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
