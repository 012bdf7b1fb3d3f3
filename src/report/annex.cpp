#include "pricetalk/explain/format.hpp"
#include "report/annex_writer.hpp"

namespace pricetalk {

namespace {

std::string say(Language language, const std::string& en, const std::string& nl) {
  return language == Language::nl ? nl : en;
}

void readings_block(const Talk& talk, Language language, Page& page) {
  if (talk.readings.empty()) return;
  page.add(
      Page::Heading{say(language, "What the contract leaves open", "Wat het contract open laat")});
  Page::Grid grid;
  grid.columns = {{say(language, "price line", "prijsregel")},
                  {say(language, "point", "punt")},
                  {say(language, "we read", "wij lezen")},
                  {say(language, "also possible", "ook mogelijk")},
                  {say(language, "a year", "per jaar"), Page::Align::right}};
  for (std::size_t i = 0; i < talk.readings.size() && i < readings_shown; ++i) {
    const TalkReading& each = talk.readings[i];
    grid.row({each.line->title, words(each.other.used.point).in(language),
              each.other.used.as_read.in(language), each.other.sentence.in(language),
              signed_money_text(std::get<Money>(each.per_year.value), language)});
  }
  page.add(std::move(grid));
  if (talk.readings.size() <= readings_shown) return;
  const std::string more = std::to_string(talk.readings.size() - readings_shown);
  page.add(Page::Text{say(language, "And " + more + " more with a smaller difference: ",
                          "En nog " + more + " met een kleiner verschil: ") +
                      code("pricetalk price --explain") + "."});
}

}  // namespace

Page annex_page(const Talk& talk, Language language) {
  const Contract& contract = *talk.contract;
  Page page;
  page.language = language;
  page.name = say(language, "Annex: where every figure comes from",
                  "Bijlage: waar elk cijfer vandaan komt");
  page.add(Page::Heading{page.name, 1});
  page.add(
      Page::Text{contract.title + " (" + contract.id + "), " + date_text(talk.today, language)});
  page.add(Page::Text{
      say(language,
          "INTERNAL: it also explains our own figures. The customer's annexes are in the "
          "customer folder.",
          "INTERN: hier staan ook onze eigen cijfers. De bijlagen voor de klant staan in "
          "de map customer.")});
  readings_block(talk, language, page);
  AnnexWriter writer(talk, language, page);
  page.add(Page::Heading{
      say(language, "Figures of the page and the letter", "Cijfers van blad en brief")});
  for (const AnnexItem& item : talk.annex) writer.item(item);
  writer.figures_below();
  return page;
}

}  // namespace pricetalk
