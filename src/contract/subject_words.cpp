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
    case ContractSubject::regulated_dwelling:
      return {"the rent of a dwelling that the Mietrechtsgesetz limits",
              "de huur van een woning waarvan het Mietrechtsgesetz de huur begrenst"};
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

Phrase words(Region region) {
  switch (region) {
    case Region::flanders:
      return {"in Flanders", "in Vlaanderen"};
    case Region::brussels:
      return {"in Brussels", "in Brussel"};
    case Region::wallonia:
      return {"in Wallonia", "in Wallonië"};
  }
  return {};
}

Phrase words(EnergyLabel label) {
  if (label == EnergyLabel::none) return {"without an energy label", "zonder energielabel"};
  const std::string letter(1, static_cast<char>('A' + static_cast<int>(label)));
  return {"with energy label " + letter, "met energielabel " + letter};
}

}  // namespace pricetalk
