#include "pricing/announced.hpp"

#include <algorithm>

namespace pricetalk {

namespace {

/// Whether a later announcement of the same step is on record.
bool replaced(const Contract& contract, const AnnouncementTerms& announcement, Date today) {
  bool behind = false;
  for (const AnnouncementTerms& other : contract.terms.announcement) {
    if (&other == &announcement) {
      behind = true;
      continue;
    }
    if (other.date.value > today || !other.change ||
        other.clause.value.value != announcement.clause.value.value ||
        other.for_date.value != announcement.for_date.value)
      continue;
    if (other.date.value > announcement.date.value ||
        (other.date.value == announcement.date.value && behind))
      return true;
  }
  return false;
}

bool gives_a_step(Verdict verdict) {
  return verdict == Verdict::adjusted || verdict == Verdict::unchanged ||
         verdict == Verdict::below_threshold;
}

/// What a step may be: by its coefficient, or by its rounded prices where that is more.
std::optional<Ratio> allowed_step(const PriceEntry& entry) {
  const Outcome<Ratio> change = entry.change();
  if (!change || !entry.before || !entry.price) return std::nullopt;
  if (entry.before->is_zero()) return std::nullopt;
  return std::max(*change, *entry.price / *entry.before - Ratio(1));
}

}  // namespace

std::vector<AnnouncedAbove> announced_above(const Contract& contract,
                                            const std::vector<PriceSchedule>& schedules,
                                            Date today) {
  std::vector<AnnouncedAbove> made;
  for (const AnnouncementTerms& each : contract.terms.announcement) {
    if (!each.change || each.date.value > today || replaced(contract, each, today)) continue;
    AnnouncedAbove found{&each, {}, {}};
    bool known = true;
    for (const PriceSchedule& prices : schedules)
      for (const PriceEntry& entry : prices.entries) {
        if (entry.clause == nullptr || entry.clause->id != each.clause.value.value ||
            entry.date != each.for_date.value)
          continue;
        if (entry.from <= today && prices.on(today) != &entry) continue;
        const auto step = allowed_step(entry);
        known = known && step && !entry.part && entry.decision == nullptr &&
                gives_a_step(entry.verdict);
        if (!known) break;
        found.allowed = found.steps.empty() ? *step : std::max(found.allowed, *step);
        found.steps.push_back({&prices, &entry});
      }
    const Percent& change = each.change->value;
    const Ratio half = Ratio::of(1, 200) * Ratio(Decimal(1, change.of_hundred.scale()));
    if (known && !found.steps.empty() && change.as_fraction() - half > found.allowed)
      made.push_back(std::move(found));
  }
  return made;
}

}  // namespace pricetalk
