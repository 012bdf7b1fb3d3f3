#include <optional>

#include "advice/periods.hpp"
#include "pricetalk/explain/format.hpp"

// Which days of a delivery cannot be.

namespace pricetalk {

namespace {

/// A day with its name, as "the delivery of 5 March 2025".
struct NamedDay {
  std::optional<Date> day;
  Phrase name;
};

std::string named(const NamedDay& day, Language language) {
  return day.name.in(language) + say(language, " of ", " van ") + date_text(*day.day, language);
}

/// A problem where the second day lies before the first.
class Order {
 public:
  explicit Order(std::vector<FactProblem>& made) : made_(made) {}

  void not_after(Date today, const NamedDay& day) {
    if (!day.day || *day.day <= today) return;
    made_.push_back(
        {"L0312",
         {named(day, Language::en) + " lies after today, " + date_text(today, Language::en),
          named(day, Language::nl) + " ligt na vandaag, " + date_text(today, Language::nl)},
         {"say the day on which it is looked at with --today",
          "noem met --today de dag waarop wordt gekeken"}});
  }

  void operator()(const char* code, const NamedDay& first, const NamedDay& second,
                  const Phrase& hint) {
    if (!first.day || !second.day || *first.day <= *second.day) return;
    made_.push_back({code,
                     {named(second, Language::en) + " lies before " + named(first, Language::en),
                      named(second, Language::nl) + " ligt voor " + named(first, Language::nl)},
                     hint});
  }

 private:
  std::vector<FactProblem>& made_;
};

}  // namespace

std::vector<FactProblem> fact_problems(const Contract& contract, const DeliveryFacts& facts,
                                       Date today) {
  const NamedDay signed_on{contract.signed_on, {"the contract", "het contract"}};
  const NamedDay bought{facts.bought, {"the purchase", "de aankoop"}};
  const NamedDay delivered{facts.delivered, {"the delivery", "de levering"}};
  const NamedDay received{facts.received, {"the receipt", "de ontvangst"}};
  const NamedDay told{facts.told ? facts.told->on : std::nullopt,
                      {"the information", "de informatie"}};
  const NamedDay discovered{facts.discovered, {"the discovery", "de ontdekking"}};
  const NamedDay complained{facts.complained, {"the complaint", "de klacht"}};
  const NamedDay withdrawn{facts.withdrawn, {"the withdrawal", "de herroeping"}};
  const Phrase days{"is one of the two days right?", "klopt een van beide dagen?"};
  std::vector<FactProblem> made;
  Order order(made);
  order("L0310", signed_on, bought,
        {"the terms of this contract are of later; take the contract of that day",
         "de voorwaarden van dit contract zijn van later; neem het contract van die dag"});
  order("L0310", facts.bought ? bought : signed_on, delivered,
        {"is it a delivery of this contract, and is its day right?",
         "is het een levering van dit contract, en klopt de dag?"});
  order("L0311", delivered, received, days);
  order("L0311", facts.bought ? bought : signed_on, withdrawn, days);
  order("L0311", delivered, discovered, days);
  order("L0311", discovered, complained, days);
  order("L0311", delivered, complained, days);
  order.not_after(today, facts.received ? received : delivered);
  for (const NamedDay* each : {&told, &discovered, &complained, &withdrawn})
    order.not_after(today, *each);
  return made;
}

}  // namespace pricetalk
