#include "talk/letter_prices.hpp"

namespace pricetalk {

LetterDraft decrease_draft(const LetterTask& task) {
  const PriceNews news = price_news(task.facts);
  if (auto none = nothing_to_say(task, news)) return *std::move(none);
  if (!news.open.empty())
    return no_letter("the new prices are not known yet", "de nieuwe prijzen zijn nog niet bekend");
  if (!news.any_falls())
    return no_letter("no price falls; --kind indexation tells the customer that it rises",
                     "er daalt geen prijs; --kind indexation vertelt de klant dat hij stijgt");
  LetterParts parts;
  add_price_fields(parts, task, news);
  return parts;
}

}  // namespace pricetalk
