#include "report/part_text.hpp"

#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "report/table.hpp"

namespace pricetalk {

std::string parts_text(const PriceSchedule& prices, Date on, Language language) {
  const Line& line = *prices.line;
  const PriceEntry* entry = prices.on(on);
  if (line.parts.empty() || entry == nullptr) return {};
  const auto say = [&](const char* en, const char* nl) {
    return std::string(language == Language::nl ? nl : en);
  };
  Table table;
  table.columns = {{say("part", "deel"), Table::Align::left},
                   {say("share", "aandeel"), Table::Align::right},
                   {say("price", "prijs"), Table::Align::right},
                   {say("clause", "clausule"), Table::Align::left}};
  std::string steps;
  for (std::size_t i = 0; i < line.parts.size(); ++i) {
    const Part& part = line.parts[i];
    const std::string price = price_text(
        entry->parts[i], line.price_decimals(part.currency, prices.price), part.currency, language);
    table.row({part.name, grouped(part.share.of_hundred, language) + "%", price,
               part.clause ? prices.contract->clauses[line.clauses[*part.clause]].id
                           : say("fixed", "vast")});
    const PriceEntry* own = prices.of_part(i, on);
    if (own == nullptr || own == entry) continue;
    const NodeId node = own->why.calculation->find("part " + part.name);
    if (node == no_node) continue;
    steps += "\n" + say("part ", "deel ") + part.name + say(", since ", ", sinds ") +
             date_text(own->from, language) + ": " + price + "\n" +
             as_text(derivation_table(own->why, node, language));
  }
  return "\n" + as_text(table) + steps;
}

}  // namespace pricetalk
