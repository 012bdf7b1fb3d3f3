#include "letter/innovation.hpp"
#include "letter/innovation_claims.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

bool shorter_than_a_year(const ProposalYear& year) {
  return (year.from + Duration{1, Unit::year}).plus_days(-1) != year.until;
}

std::string in_year_text(const ProposalYear& year, Language language) {
  const std::string name = year.name().in(language);
  if (name.size() == 4) return "in " + name;
  std::string from = date_text(year.from, language);
  if (!shorter_than_a_year(year))
    return say(language, "in the year from ", "in het jaar vanaf ") + from;
  if (year.from.year() == year.until.year()) from.resize(from.rfind(' '));
  return say(language, "from ", "van ") + from + say(language, " to ", " tot en met ") +
         date_text(year.until, language);
}

std::string expected_words(const OfferTerms& terms, Language language) {
  if (!terms.expected)
    return may_change(terms) > 0 ? say(language, "an expected ", "naar verwachting ") : "";
  return terms.expected->least
             ? say(language, "an expected minimum of ", "naar verwachting ten minste ")
             : say(language, "an expected ", "naar verwachting ");
}

std::string expectation(const OfferTerms& terms, Language language) {
  if (!terms.expected) return "";
  const std::string year = in_year_text(terms.first_year, language);
  const std::string& figures = terms.expected->figures.in(language);
  if (terms.expected->so_far)
    return say(language,
               "What the indexation costs " + year +
                   " is an expectation: a figure that is still to come may change the price. We "
                   "reckon with " +
                   figures + ".",
               "Wat de indexatie " + year +
                   " kost, is een verwachting: er komt nog een cijfer uit dat de prijs kan "
                   "veranderen. Wij rekenen met " +
                   figures + ".");
  const std::string text =
      say(language,
          "What the indexation costs " + year +
              " is an expectation: not all figures for it have been published yet.",
          "Wat de indexatie " + year +
              " kost, is een verwachting: niet alle cijfers daarvoor zijn al gepubliceerd.");
  if (figures.empty()) return text;
  return text +
         (terms.expected->least ? say(language, " We take the lowest of our sums: ",
                                      " Wij gaan uit van de laagste van onze berekeningen: ")
                                : say(language, " We reckon with: ", " Wij rekenen met: ")) +
         figures + ".";
}

std::string expected_totals(const OfferTerms& terms, Language language) {
  const std::string& figures = terms.assumed_totals.in(language);
  if (figures.empty() || (terms.expected && terms.expected->figures.in(language) == figures))
    return "";
  const std::string year = in_year_text(terms.first_year, language);
  const std::string text =
      say(language,
          "The totals " + year +
              " are an expectation: not all figures for them have been published yet. We reckon "
              "with: ",
          "De totalen " + year +
              " zijn een verwachting: niet alle cijfers daarvoor zijn al gepubliceerd. Wij rekenen "
              "met: ") +
      figures + ".";
  if (terms.expected) return text;
  return text + say(language, " What the indexation comes to does not change with them.",
                    " Wat de indexatie scheelt, hangt daar niet van af.");
}

}  // namespace pricetalk
