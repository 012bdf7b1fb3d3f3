#include "pricetalk/explain/format.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/talk.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const std::string& en, const std::string& nl) {
  return language == Language::nl ? nl : en;
}

void readings_block(const Talk& talk, Language language, Page& page) {
  if (talk.readings.empty()) return;
  Page::Block& block =
      page.block(say(language, "What the contract leaves open", "Wat het contract open laat"));
  Table table;
  table.columns = {{say(language, "price line", "prijsregel"), Table::Align::left},
                   {say(language, "point", "punt"), Table::Align::left},
                   {say(language, "we read", "wij lezen"), Table::Align::left},
                   {say(language, "also possible", "ook mogelijk"), Table::Align::left},
                   {say(language, "a year", "per jaar"), Table::Align::right}};
  for (std::size_t i = 0; i < talk.readings.size() && i < readings_shown; ++i) {
    const TalkReading& each = talk.readings[i];
    table.row({each.line->title, words(each.other.used.point).in(language),
               each.other.used.as_read.in(language), each.other.sentence.in(language),
               signed_money_text(std::get<Money>(each.per_year.value), language)});
  }
  block.elements.emplace_back(std::move(table));
  if (talk.readings.size() <= readings_shown) return;
  const std::string more = std::to_string(talk.readings.size() - readings_shown);
  block.elements.emplace_back(Page::Text{
      say(language, "And " + more + " more with a smaller difference: `pricetalk price --explain`.",
          "En nog " + more + " met een kleiner verschil: `pricetalk price --explain`.")});
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
  readings_block(talk, language, page);
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
