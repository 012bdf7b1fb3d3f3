#include "pricetalk/explain/format.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/talk.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const std::string& en, const std::string& nl) {
  return language == Language::nl ? nl : en;
}

}  // namespace

Page annex_page(const Talk& talk, Language language) {
  const Contract& contract = *talk.contract;
  Page page;
  page.language = language;
  page.title = say(language, "Annex: where every figure comes from",
                   "Bijlage: waar elk cijfer vandaan komt");
  page.head = {contract.title + " (" + contract.id + "), " + date_text(talk.today, language),
               say(language,
                   "INTERNAL: it also explains our own figures. The customer's annexes are in the "
                   "customer folder.",
                   "INTERN: hier staan ook onze eigen cijfers. De bijlagen voor de klant staan in "
                   "de map customer.")};
  for (const AnnexItem& item : talk.annex) {
    const Outcome<Ratio> value = item.derivation.tape.at(item.node);
    std::string title = item.what.in(language);
    if (value) title += ": " + value_text(*value, Form::money, language);
    Page::Block& block = page.block(title);
    block.elements.emplace_back(Page::Text{"`" + item.address.text + "`"});
    const std::string formula = maths(*item.derivation.calculation, item.node, language, true);
    if (!formula.empty() && formula.size() < 400)
      block.elements.emplace_back(Page::Text{say(language, "Formula: ", "Formule: ") + formula});
    block.elements.emplace_back(derivation_table(item.derivation, item.node, language));
    for (const Phrase& note : item.notes)
      block.elements.emplace_back(Page::Text{note.in(language)});
  }
  return page;
}

}  // namespace pricetalk
