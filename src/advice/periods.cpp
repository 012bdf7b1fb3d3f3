#include "advice/periods.hpp"

#include <array>

#include "advice/period_days.hpp"

namespace pricetalk {

namespace {

/// What decides which law holds; with the reason where it is not known.
std::optional<PeriodScope> scope_of(const Contract& contract, const Law& law,
                                    const DeliveryFacts& facts, Phrase& why) {
  const Date decides = facts.bought.value_or(contract.signed_on);
  if (contract.jurisdiction.empty()) {
    why = {"which law governs the contract is not said (contract.jurisdiction)",
           "welk recht op het contract van toepassing is, staat er niet (contract.jurisdiction)"};
  } else if (!knows_periods(law, contract.jurisdiction, decides)) {
    why = {
        "the tables have no rules of " + contract.jurisdiction + " on returns and defects",
        "de tabellen hebben geen regels van " + contract.jurisdiction + " over retour en gebreken"};
  } else if (!contract.audience) {
    why = {"whether the customer is a consumer or a business is not said (contract.audience)",
           "of de klant consument of bedrijf is, staat er niet (contract.audience)"};
  } else {
    return PeriodScope{contract.jurisdiction, *contract.audience, decides, facts.second_hand};
  }
  return std::nullopt;
}

/// What the contract says of it, where nothing else is known.
ToldOfRight told_by_contract(const ReturnTerms* returns) {
  if (returns == nullptr || !returns->communicated) return {};
  return {ToldOfRight::Kind::yes, returns->communicated->value, true};
}

}  // namespace

std::string_view word(PeriodKind kind) {
  static constexpr std::array<std::string_view, 7> all = {
      "withdraw", "send-back", "refund", "proof", "liability", "complain", "lapse"};
  return all[static_cast<std::size_t>(kind)];
}

const Phrase& words(PeriodKind kind) {
  static const std::array<Phrase, 7> all = {{{"withdraw", "herroepen"},
                                             {"send back", "terugsturen"},
                                             {"refund", "terugbetalen"},
                                             {"the seller proves", "verkoper bewijst"},
                                             {"the seller answers", "verkoper staat in"},
                                             {"complain", "klagen"},
                                             {"bring a claim", "vorderen"}}};
  return all[static_cast<std::size_t>(kind)];
}

std::string_view word(PeriodBasis basis) {
  static constexpr std::array<std::string_view, 9> all = {"law",     "equal",   "void-term",
                                                          "binding", "promise", "contract-only",
                                                          "said",    "none",    "unknown"};
  return all[static_cast<std::size_t>(basis)];
}

std::string_view word(MustProve prover) {
  static constexpr std::array<std::string_view, 3> all = {"seller", "buyer", "unknown"};
  return all[static_cast<std::size_t>(prover)];
}

std::string_view word(ClaimState state) {
  static constexpr std::array<std::string_view, 3> all = {"open", "closed", "question"};
  return all[static_cast<std::size_t>(state)];
}

bool DeliveryPeriods::may_withdraw() const {
  const PeriodDay& day = of(PeriodKind::withdraw);
  return !facts.withdrawn && day.last && today <= *day.last;
}

bool DeliveryPeriods::withdrew() const {
  const PeriodDay& day = of(PeriodKind::withdraw);
  return facts.withdrawn && day.last && *facts.withdrawn <= *day.last;
}

DeliveryPeriods delivery_periods(const Contract& contract, const Law& law,
                                 const DeliveryFacts& facts, Date today) {
  DeliveryPeriods made;
  made.facts = facts;
  made.today = today;
  made.decides = facts.bought.value_or(contract.signed_on);
  Phrase why;
  made.scope = scope_of(contract, law, facts, why);
  if (!made.scope) made.questions.push_back(why);
  const PeriodsAsked asked{contract, law, made.facts, made.scope, why};
  if (!made.facts.told) made.facts.told = told_by_contract(asked.returns());
  made.days = period_days(asked);
  judge_periods(asked, made);
  return made;
}

}  // namespace pricetalk
