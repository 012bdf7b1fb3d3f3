#include "pricetalk/audit/cause.hpp"

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string listed(const std::vector<Date>& dates, Language language) {
  std::string made;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (i > 0) made += i + 1 == dates.size() ? (language == Language::nl ? " en " : " and ") : ", ";
    made += date_text(dates[i], language);
  }
  return made;
}

std::string with_dates(std::string sentence, const std::vector<Date>& dates, Language language) {
  const std::string list = listed(dates, language);
  const auto place = sentence.find("{}");
  if (place == std::string::npos)
    return sentence + (language == Language::nl ? " op " : " on ") + list;
  return sentence.replace(place, 2, list);
}

}  // namespace

Phrase Misreading::dated() const {
  return {with_dates(sentence.en, dates, Language::en),
          with_dates(sentence.nl, dates, Language::nl)};
}

Phrase Explanation::sentence() const {
  Phrase made;
  for (const Misreading& misreading : misreadings) {
    if (!made.empty()) {
      made.en += ", and ";
      made.nl += ", en ";
    }
    const Phrase one = misreading.dated();
    made.en += one.en;
    made.nl += one.nl;
  }
  return made;
}

Phrase Causes::sentence() const {
  switch (result) {
    case Result::nothing_to_explain:
      return {"every price is the allowed one", "elke prijs is de toegestane"};
    case Result::found:
      return explanations.front().sentence();
    case Result::single_invoice:
      return {"one invoice differs, the others are right",
              "één factuur wijkt af, de andere kloppen"};
    case Result::not_found:
      return {"no cause found", "geen oorzaak gevonden"};
    case Result::not_searched:
      return {"no cause sought: the prices of several tiers are mixed in one amount",
              "oorzaak niet gezocht: in één bedrag zitten de prijzen van meer dan één trede"};
  }
  return {};
}

}  // namespace pricetalk
