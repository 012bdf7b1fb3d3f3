#include "talk/rhythm.hpp"

#include <array>

#include "contract/terms_dictionary.hpp"
#include "document/word_of.hpp"

namespace pricetalk {

namespace {

/// What is usual for a segment; nothing: when somebody is near.
struct Usual {
  std::optional<Duration> call;
  std::optional<Duration> visit;
};

Usual usual(CustomerSegment segment) {
  constexpr int week = 7;
  switch (segment) {
    case CustomerSegment::flourishing:
      return {Duration{week, Unit::day}, Duration{1, Unit::month}};
    case CustomerSegment::interesting:
      return {Duration{3 * week, Unit::day}, Duration{2, Unit::month}};
    case CustomerSegment::tiring:
      return {};
  }
  return {};
}

void keep_last(std::optional<Date>& last, const std::optional<Stated<Date>>& day) {
  if (day && (!last || *last < day->value)) last = day->value;
}

}  // namespace

Rhythm rhythm_of(const Contract& contract) {
  Rhythm made;
  if (contract.terms.contract.segment) made.segment = contract.terms.contract.segment->value;
  for (const ContactTerms& each : contract.terms.contact) {
    if (each.party.value != Side::customer) continue;
    keep_last(made.last_contact, each.last_contact);
    keep_last(made.last_contact, each.last_visit);
    keep_last(made.last_visit, each.last_visit);
  }
  if (!made.segment) return made;
  const Usual every = usual(*made.segment);
  if (every.call && made.last_contact) made.call_by = *made.last_contact + *every.call;
  if (every.visit && made.last_visit) made.visit_by = *made.last_visit + *every.visit;
  return made;
}

std::string word(CustomerSegment segment) { return word_of(segment); }

const Phrase& words(CustomerSegment segment) {
  static const std::array<Phrase, 3> all{
      {{"flourishing", "bloeiend"}, {"interesting", "boeiend"}, {"tiring", "vermoeiend"}}};
  return all[static_cast<std::size_t>(segment)];
}

}  // namespace pricetalk
