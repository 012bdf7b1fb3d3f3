#include "advice/change_test.hpp"

#include <algorithm>

#include "advice/offer_terms.hpp"
#include "advice/proposal_flows.hpp"
#include "law/law.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

bool is_about(const std::vector<ContractSubject>& subjects, ContractSubject one) {
  return std::find(subjects.begin(), subjects.end(), one) != subjects.end();
}

/// The rule of the country about changes of a public contract, or nothing.
const ClauseRule* rule_of(const Law& law, const std::string& country) {
  for (const ClauseRule& rule : law.rules)
    if (rule.jurisdiction == country && is_about(rule.subjects, ContractSubject::public_contract) &&
        !rule.only_with)
      return &rule;
  return nullptr;
}

/// Behind that: because nothing fixed is taken off, or because the original value is not known.
std::string why_not(const Proposal& proposal, Language language) {
  const std::string because = language == Language::nl ? ", want " : ", because ";
  if (const auto why = no_original_value(*proposal.contract)) return because + why->in(language);
  const Offer* offer = proposal.offer();
  if (offer == nullptr || !offer->customer_terms().reductions.empty()) return "";
  return because + (language == Language::nl ? "er gaat geen vast bedrag van de rekening af"
                                             : "no fixed amount is taken off the bill");
}

std::string change_words(const Proposal& proposal, Language language) {
  const bool nl = language == Language::nl;
  const Offer* offer = proposal.offer();
  const OfferTerms* terms = offer == nullptr ? nullptr : &offer->customer_terms();
  if (terms == nullptr || !terms->reduction_part || !terms->reduction_total)
    return (nl ? "hoeveel van de oorspronkelijke waarde dit verandert, is niet te bepalen"
               : "how much of the original value this changes cannot be determined") +
           why_not(proposal, language);
  const auto amount = [&](const Explained& each) {
    return money_text(std::get<Money>(each.figure.value), language);
  };
  const std::string part = percent_text(
      std::get<Percent>(terms->reduction_part->figure.value).as_fraction(), 1, language);
  return nl ? "de verlaging is " + amount(*terms->reduction_total) + ", " + part +
                  " van de oorspronkelijke waarde van het contract (" +
                  amount(*terms->original_value) + ")"
            : "the reduction is " + amount(*terms->reduction_total) + ", " + part +
                  " of the original value of the contract (" + amount(*terms->original_value) + ")";
}

}  // namespace

Phrase change_test(const Proposal& proposal) {
  const Contract& contract = *proposal.contract;
  const auto& subjects = contract.terms.contract.subject;
  const bool is_public = std::any_of(subjects.begin(), subjects.end(), [](const auto& each) {
    return each.value == ContractSubject::public_contract;
  });
  if (!is_public || proposal.decisive() == nullptr) return {};
  static const Law law = shipped_law();
  const ClauseRule* rule = rule_of(law, contract.jurisdiction);
  Phrase made;
  for (const Language language : {Language::en, Language::nl}) {
    const bool nl = language == Language::nl;
    std::string& text = nl ? made.nl : made.en;
    text = (nl ? "Contract van een overheid: " : "Contract of a public body: ") +
           change_words(proposal, language) + ".";
    if (rule != nullptr)
      text += (nl ? " Daarover zegt de wet (" : " Of that the law says (") + rule->act +
              "): " + rule->says.in(language) + ".";
    else
      text += nl ? " Wat de wet van dit land daarover zegt, weet dit programma niet."
                 : " What the law of this country says of it this program does not know.";
    if (proposal.form == InnovationForm::gift)
      text += nl ? " Wat een leverancier aan een overheid mag geven, staat niet in de wetten die "
                   "dit programma kent."
                 : " What a supplier may give to a public body stands in no law that this program "
                   "knows.";
    text += nl ? " Vraag de inkoper om de toets op te schrijven."
               : " Ask the buyer to put that test in writing.";
  }
  return made;
}

}  // namespace pricetalk
