#include "contract/subject_words.hpp"

namespace pricetalk {

Phrase words(ContractSubject subject) {
  switch (subject) {
    case ContractSubject::dwelling:
      return {"the rent of a dwelling", "de huur van een woning"};
    case ContractSubject::social_dwelling:
      return {"the rent of a dwelling in the social sector",
              "de huur van een woning in de sociale sector"};
    case ContractSubject::middle_dwelling:
      return {"the rent of a dwelling in the middle segment",
              "de huur van een woning in het middensegment"};
    case ContractSubject::free_dwelling:
      return {"the rent of a dwelling in the free sector",
              "de huur van een woning in de vrije sector"};
    case ContractSubject::business_premises:
      return {"the rent of business premises", "de huur van bedrijfsruimte"};
    case ContractSubject::telecom:
      return {"telecommunication", "telecommunicatie"};
    case ContractSubject::energy:
      return {"the supply of energy", "de levering van energie"};
    case ContractSubject::public_contract:
      return {"a contract awarded by a public body", "een overheidsopdracht"};
  }
  return {};
}

}  // namespace pricetalk
