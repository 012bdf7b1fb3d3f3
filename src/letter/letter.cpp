#include "pricetalk/letter/letter.hpp"

#include <algorithm>

#include "letter/innovation.hpp"
#include "letter/kinds.hpp"
#include "letter/tone.hpp"

namespace pricetalk {

bool Letter::stopped() const {
  return !leaks.empty() || std::any_of(tone.begin(), tone.end(),
                                       [](const ToneFinding& each) { return each.pattern->stops; });
}

Phrase stop_reasons(const Letter& letter) {
  Phrase made;
  const auto add = [&](const std::string& en, const std::string& nl) {
    made.en += (made.en.empty() ? "" : "; ") + en;
    made.nl += (made.nl.empty() ? "" : "; ") + nl;
  };
  for (const ToneFinding& finding : letter.tone) {
    const std::string id(finding.pattern->id);
    add("tone " + id + ": '" + finding.words + "'", "toon " + id + ": '" + finding.words + "'");
  }
  for (const Leak& leak : letter.leaks)
    add("'" + leak.figure + "' in " + leak.key + ": " + leak.what.en,
        "'" + leak.figure + "' in " + leak.key + ": " + leak.what.nl);
  if (!made.en.empty()) {
    made.en += ".";
    made.nl += ".";
  }
  return made;
}

namespace {

Letter written(const Offer& offer, Language language) {
  const OfferTerms& terms = offer.customer_terms();
  Letter letter = letter_of(LetterKind::innovation, innovation_fields(terms, language), language);
  letter.annexes = {benefit_annex(terms, language), indexation_annex(terms, language)};
  letter.remarks = remarks_on(letter, *terms.contract, terms.today);
  typed_by_hand(terms, letter.remarks);
  letter.leaks = leaks(*terms.contract, offer.own_figures());
  return letter;
}

}  // namespace

Letter letter_of(LetterKind kind, const Fields& fields, Language language) {
  const LetterModel model = letter_model(kind, language);
  Filled filled = fill(model.letter, fields, language);
  Letter letter;
  letter.kind = kind;
  letter.language = language;
  letter.page = std::move(filled.page);
  letter.text = as_markdown(letter.page);
  letter.mail = fill_mail(model.mail, fields, language);
  letter.mail.spoken = fill_spoken(model.spoken, fields, language);
  letter.figures = std::move(filled.figures);
  letter.statistics = measure(letter.text, language);
  letter.tone = tone(letter.text, language);
  return letter;
}

std::variant<Letter, std::vector<MissingKey>> write_letter(const Offer& offer, Language language) {
  const OfferTerms& terms = offer.customer_terms();
  if (!terms.missing.empty()) return terms.missing;
  const bool glides = terms.form == InnovationForm::glide_path;
  if (glides ? terms.promises.path.empty() : !terms.promises.no_increase)
    return std::vector<MissingKey>{{"scenario",
                                    {"a future in which the promises can be reckoned again",
                                     "een toekomst waarin de beloften kunnen worden nagerekend"}}};
  return written(offer, language);
}

}  // namespace pricetalk
