#include "letter/innovation.hpp"
#include "letter/innovation_claims.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

bool shorter_than_a_year(const ProposalYear& year) {
  return (year.from + Duration{1, Unit::year}).plus_days(-1) != year.until;
}

std::string year_text(const ProposalYear& year, Language language) {
  const bool nl = language == Language::nl;
  std::string name = year.name().in(language);
  if (name.size() == 4) return name;
  const std::string from = date_text(year.from, language);
  if (!shorter_than_a_year(year)) return (nl ? "het jaar vanaf " : "the year from ") + from;
  return (nl ? "de tijd van " : "the time from ") + from + (nl ? " tot en met " : " to ") +
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
  const std::string year = year_text(terms.first_year, language);
  const std::string& figures = terms.expected->figures.in(language);
  return say(language,
             "What the indexation costs in " + year +
                 " is an expectation: not all figures for it have been published yet. ",
             "Wat de indexatie in " + year +
                 " kost, is een verwachting: niet alle cijfers daarvoor zijn al gepubliceerd. ") +
         (terms.expected->least ? say(language, "We take the lowest of our sums: ",
                                      "Wij gaan uit van de laagste van onze berekeningen: ")
                                : say(language, "We reckon with: ", "Wij rekenen met: ")) +
         figures + ".";
}

}  // namespace pricetalk
