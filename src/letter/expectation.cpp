#include "letter/innovation.hpp"
#include "letter/innovation_claims.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

bool shorter_than_a_year(const ProposalYear& year) {
  return (year.from + Duration{1, Unit::year}).plus_days(-1) != year.until;
}

std::string in_year_text(const ProposalYear& year, Language language) {
  const std::string name = year.name().in(language);
  if (name.size() == 4) return say(language, "in ", "in ", "im Jahr ", "en ") + name;
  std::string from = date_text(year.from, language);
  if (!shorter_than_a_year(year))
    return say(language, "in the year from ", "in het jaar vanaf ", "im Jahr ab dem ",
               "pendant l’année qui commence le ") +
           from;
  if (year.from.year() == year.until.year()) from.resize(from.rfind(' '));
  return say(language, "from ", "van ", "vom ", "du ") + from +
         say(language, " to ", " tot en met ", " bis zum ", " au ") +
         date_text(year.until, language);
}

std::string expected_words(const OfferTerms& terms, Language language) {
  const bool some = terms.expected || may_change(terms) > 0;
  // French has the preposition with it: "une économie attendue de 720 €".
  if (!some) return say(language, "", "", "", "de ");
  return terms.expected && terms.expected->least
             ? say(language, "an expected minimum of ", "naar verwachting ten minste ",
                   "voraussichtlich mindestens ", "attendue d’au moins ")
             : say(language, "an expected ", "naar verwachting ", "voraussichtlich ",
                   "attendue de ");
}

namespace {

/// What is assumed of the figures that are still to come.
std::string assumed(const Phrase& figures, const std::vector<AssumedSeries>& series,
                    Language language) {
  if (is_spoken(language)) return figures.in(language);
  std::string text;
  for (const AssumedSeries& each : series)
    text +=
        (text.empty() ? "" : say(language, "", "", "; ", "\u202f; ")) + each.name +
        say(language, "", "", ": ", "\u00a0: ") +
        (each.a_year ? decimal_text(each.a_year->of_hundred, language) + percent_sign(language) +
                           say(language, "", "", " pro Jahr", " par an")
                     : say(language, "", "", "angenommene Werte", "valeurs supposées"));
  return text;
}

}  // namespace

std::string expectation(const OfferTerms& terms, Language language) {
  if (!terms.expected) return "";
  const std::string year = in_year_text(terms.first_year, language);
  const std::string figures = assumed(terms.expected->figures, terms.expected->series, language);
  if (terms.expected->so_far)
    return say(
        language,
        "What the indexation costs " + year +
            " is an expectation: a figure that is still to come may change the price. We "
            "reckon with " +
            figures + ".",
        "Wat de indexatie " + year +
            " kost, is een verwachting: er komt nog een cijfer uit dat de prijs kan "
            "veranderen. Wij rekenen met " +
            figures + ".",
        "Was die Indexanpassung " + year +
            " ausmacht, ist eine Erwartung: Es steht noch ein Indexwert aus, der den Preis "
            "ändern kann. Wir rechnen mit den heute vorliegenden Werten.",
        "Ce que représente l’indexation " + year +
            " est une prévision\u00a0: un indice encore à paraître peut modifier le prix. Nous "
            "calculons avec les indices publiés à ce jour.");
  const std::string text =
      say(language,
          "What the indexation costs " + year +
              " is an expectation: not all figures for it have been published yet.",
          "Wat de indexatie " + year +
              " kost, is een verwachting: niet alle cijfers daarvoor zijn al gepubliceerd.",
          "Was die Indexanpassung " + year +
              " ausmacht, ist eine Erwartung: Noch sind nicht alle Indexwerte dafür "
              "veröffentlicht.",
          "Ce que représente l’indexation " + year +
              " est une prévision\u00a0: tous les indices nécessaires ne sont pas encore publiés.");
  if (figures.empty()) return text;
  return text +
         (terms.expected->least ? say(language, " We take the lowest of our sums: ",
                                      " Wij gaan uit van de laagste van onze berekeningen: ",
                                      " Wir gehen vom niedrigsten unserer Ergebnisse aus: ",
                                      " Nous retenons le plus bas de nos résultats\u00a0: ")
                                : say(language, " We reckon with: ", " Wij rekenen met: ",
                                      " Wir rechnen mit: ", " Nous calculons avec\u00a0: ")) +
         figures + ".";
}

std::string expected_totals(const OfferTerms& terms, Language language) {
  const std::string figures = assumed(terms.assumed_totals, terms.assumed_series, language);
  if (figures.empty() || (terms.expected && assumed(terms.expected->figures, terms.expected->series,
                                                    language) == figures))
    return "";
  const std::string year = in_year_text(terms.first_year, language);
  const std::string text =
      say(language,
          "The totals " + year +
              " are an expectation: not all figures for them have been published yet. We reckon "
              "with: ",
          "De totalen " + year +
              " zijn een verwachting: niet alle cijfers daarvoor zijn al gepubliceerd. Wij rekenen "
              "met: ",
          "Die Summen " + year +
              " sind eine Erwartung: Noch sind nicht alle Indexwerte dafür veröffentlicht. Wir "
              "rechnen mit: ",
          "Les totaux " + year +
              " sont une prévision\u00a0: tous les indices nécessaires ne sont pas encore publiés. "
              "Nous "
              "calculons avec\u00a0: ") +
      figures + ".";
  if (terms.expected) return text;
  return text + say(language, " What the indexation comes to does not change with them.",
                    " Wat de indexatie scheelt, hangt daar niet van af.",
                    " Was die Indexanpassung ausmacht, hängt davon nicht ab.",
                    " Le montant de l’indexation n’en dépend pas.");
}

}  // namespace pricetalk
