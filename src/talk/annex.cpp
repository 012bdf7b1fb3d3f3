#include "answer/delivery_cost.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/periods_text.hpp"
#include "talk/annex_writer.hpp"

namespace pricetalk {

namespace {

void readings_block(const TalkFacts& facts, Language language, Page& page) {
  if (facts.readings.empty()) return;
  page.add(
      Page::Heading{say(language, "What the contract leaves open", "Wat het contract open laat")});
  Page::Grid grid;
  grid.columns = {{say(language, "price line", "prijsregel")},
                  {say(language, "point", "punt")},
                  {say(language, "we read", "wij lezen")},
                  {say(language, "also possible", "ook mogelijk")},
                  {say(language, "a year", "per jaar"), Page::Align::right}};
  for (std::size_t i = 0; i < facts.readings.size() && i < readings_shown; ++i) {
    const TalkReading& each = facts.readings[i];
    grid.row({each.line->title, each.what.in(language), each.as_read.in(language),
              each.also.in(language),
              signed_money_text(std::get<Money>(each.per_year.value), language)});
  }
  page.add(std::move(grid));
  if (facts.readings.size() <= readings_shown) return;
  const std::string more = std::to_string(facts.readings.size() - readings_shown);
  page.add(Page::Text{say(language, "And " + more + " more with a smaller difference: ",
                          "En nog " + more + " met een kleiner verschil: ") +
                      code("pricetalk price --explain") + "."});
}

/// Who bears what is not as agreed, where a future says in which month it shows.
void faults_block(const TalkFacts& facts, Language language, Page& page) {
  if (!facts.talk->years) return;
  const Simulation& years = *facts.talk->years;
  for (const std::string& future : years.futures)
    for (const DeliveryCost& cost : costs_after_delivery(*years.find(future, as_it_is))) {
      page.add(Page::Heading{say(language, "What is not as agreed, by month after the delivery",
                                 "Wat niet volgens afspraak is, per maand na de levering")});
      page.add(Page::Text{cost.line + say(language, ", in the future ", ", in de toekomst ") +
                          cost.future});
      Page::Grid grid;
      grid.columns = {{say(language, "month", "maand")},
                      {say(language, "expected cost", "verwachte kosten"), Page::Align::right},
                      {say(language, "who bears it", "wie het draagt")}};
      for (const DeliveryCostSpan& span : cost.spans)
        grid.row({span_months_text(span, language),
                  span.cost ? money_text(std::get<Money>(span.cost->value), language) : "–",
                  span_bearer_text(span, language)});
      page.add(std::move(grid));
    }
}

}  // namespace

Page annex_page(const TalkFacts& facts, Language language) {
  const Contract& contract = *facts.talk->contract;
  Page page;
  page.language = language;
  page.name = say(language, "Annex: where every figure comes from",
                  "Bijlage: waar elk cijfer vandaan komt");
  page.add(Page::Heading{page.name, 1});
  page.add(Page::Text{contract.title + " (" + contract.id + "), " +
                      date_text(facts.talk->today, language)});
  page.add(Page::Text{
      say(language,
          "INTERNAL: it also explains our own figures. The customer's annexes are in the "
          "customer folder.",
          "INTERN: hier staan ook onze eigen cijfers. De bijlagen voor de klant staan in "
          "de map customer.")});
  readings_block(facts, language, page);
  faults_block(facts, language, page);
  AnnexWriter writer(facts, language, page);
  page.add(Page::Heading{
      say(language, "Figures of the page and the letter", "Cijfers van blad en brief")});
  for (const AnnexItem& item : facts.annex) writer.item(item);
  writer.figures_below();
  return page;
}

}  // namespace pricetalk
