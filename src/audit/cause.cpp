#include <algorithm>
#include <array>

#include "pricetalk/audit/audit.hpp"
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
  if (!invoice.empty()) {
    made.en += "; apart from that invoice " + invoice + " differs";
    made.nl += "; daarnaast wijkt factuur " + invoice + " af";
  }
  return made;
}

namespace {

/// Of several that fit equally well the first two by name.
Phrase either(const std::vector<Explanation>& all) {
  const Phrase first = all.front().sentence();
  if (all.size() == 1) return first;
  const Phrase second = all[1].sentence();
  Phrase made{"either " + first.en + ", or " + second.en, "óf " + first.nl + ", óf " + second.nl};
  if (all.size() == 2) return made;
  const std::string more = std::to_string(all.size() - 2);
  made.en += all.size() == 3 ? ", or another that fits as well"
                             : ", or one of " + more + " others that fit as well";
  made.nl += all.size() == 3 ? ", óf nog iets anders dat ook past"
                             : ", óf een van " + more + " andere die ook passen";
  return made;
}

Phrase possible(const std::vector<Explanation>& all) {
  const Phrase fits = either(all);
  const std::uint32_t cases =
      std::max<std::uint32_t>(1, 1'000'000 / std::max<std::uint32_t>(1, all.front().coincidence));
  if (cases < 2)
    return {"possible, not certain: " + fits.en +
                "; with so few prices another error would fit as well",
            "mogelijk, niet zeker: " + fits.nl +
                "; bij zo weinig prijzen past een andere fout vaak ook"};
  const std::string count = std::to_string(cases);
  return {"possible, not certain: " + fits.en + "; an error of another kind would fit in 1 of " +
              count + " cases",
          "mogelijk, niet zeker: " + fits.nl + "; een fout van een andere soort zou in 1 op de " +
              count + " gevallen ook passen"};
}

}  // namespace

Phrase Causes::sentence() const {
  Phrase made;
  switch (result) {
    case Result::nothing_to_explain:
      return {"every price is the allowed one", "elke prijs is de toegestane"};
    case Result::found:
      made = either(explanations);
      break;
    case Result::possible:
      made = possible(explanations);
      break;
    case Result::single_invoice:
      return {"only invoice " + invoice + " differs, the others are right",
              "alleen factuur " + invoice + " wijkt af, de andere kloppen"};
    case Result::not_found:
      return {"no cause found", "geen oorzaak gevonden"};
    case Result::stopped:
      made = {"no cause found", "geen oorzaak gevonden"};
      break;
    case Result::not_searched:
      return {"no cause sought: no price that can be compared",
              "oorzaak niet gezocht: er is geen prijs die te vergelijken is"};
  }
  if (stopped) {
    const std::string count = std::to_string(tried);
    made.en += " (search stopped after " + count + " combinations; there may be more)";
    made.nl += " (zoeken gestopt na " + count + " combinaties; er kunnen er meer zijn)";
  }
  return made;
}

std::string_view word(Causes::Result result) {
  static constexpr std::array<std::string_view, 7> table = {
      "nothing-to-explain", "found",   "possible",    "single-invoice",
      "not-found",          "stopped", "not-searched"};
  return table[static_cast<std::size_t>(result)];
}

}  // namespace pricetalk
