#include "pricetalk/letter/letter.hpp"

#include <algorithm>

#include "letter/innovation.hpp"
#include "letter/letter_texts.hpp"

namespace pricetalk {

bool Letter::stopped() const {
  return std::any_of(tone.begin(), tone.end(),
                     [](const ToneFinding& each) { return each.pattern->stops; });
}

Letter write_innovation(const OfferTerms& terms, Language language) {
  const std::string_view model =
      letter_text(language == Language::nl ? "innovation.nl.md" : "innovation.en.md");
  Filled filled = fill(model, innovation_fields(terms, language), language);
  Letter letter;
  letter.language = language;
  letter.page = std::move(filled.page);
  letter.text = as_markdown(letter.page);
  letter.figures = std::move(filled.figures);
  letter.benefit = benefit_annex(terms, language);
  letter.indexation = indexation_annex(terms, language);
  letter.statistics = measure(letter.text, language);
  letter.tone = tone(letter.text, language);
  letter.remarks = remarks_on(letter, terms);
  return letter;
}

std::variant<Letter, std::vector<MissingKey>> write_letter(const Offer& offer,
                                                           const LetterRequest& request) {
  const OfferTerms& terms = offer.customer_terms();
  if (!terms.missing.empty()) return terms.missing;
  return write_innovation(terms, request.language);
}

}  // namespace pricetalk
