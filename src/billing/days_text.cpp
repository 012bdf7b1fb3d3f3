#include "billing/days_text.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

Phrase days_text(const Days& days) {
  const auto in = [&](Language language) {
    const Period month = Period::containing(days.first, Unit::month);
    if (month.first_day() == days.first && month.last_day() == days.last)
      return period_text(month, language);
    const std::string first = date_text(days.first, language);
    if (days.first == days.last) return first;
    return first + (language == Language::nl ? " tot en met " : " to ") +
           date_text(days.last, language);
  };
  return {in(Language::en), in(Language::nl)};
}

}  // namespace pricetalk
