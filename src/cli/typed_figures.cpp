#include "cli/typed_figures.hpp"

#include <ostream>

#include "index/look_up.hpp"

namespace pricetalk {

std::vector<EnteredFigure> typed_figures(const MoreFigures& figures) {
  std::vector<EnteredFigure> made;
  for (const FigureByHand& each : figures.by_hand) {
    Observation record;
    record.period = each.period;
    record.by_hand = true;
    record.retrieved = figures.entered_on;
    made.push_back({each.series, each.period, each.value, false, status_of(record)});
  }
  return made;
}

void print_typed(const std::vector<EnteredFigure>& figures, std::ostream& out, Language language) {
  for (const EnteredFigure& each : figures)
    out << in_words(each).in(language)
        << say(language,
               ": what is computed with it is provisional until its publisher's figure is there\n",
               ": wat ermee is berekend, is voorlopig tot het cijfer van de uitgever er is\n");
}

}  // namespace pricetalk
