#include "lint/decisions_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "explain/rounded.hpp"
#include "index/exchanged_digits.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_decisions = "W0129";

/// The larger of two steps that differ by less than this is a rounding of the other.
const Ratio& rounding_of_a_step() {
  static const Ratio least(Decimal(1, 3));
  return least;
}

bool close_to(const Ratio& price, const Ratio& other) {
  return !other.is_zero() && abs(price / other - Ratio(1)) <= Ratio(Decimal(3, 1));
}

/// The decisions about one line, held against what its clauses give without them.
class DecisionTrial {
 public:
  DecisionTrial(const Contract& contract, const Line& line, std::vector<Doubt>& found)
      : contract_(contract), line_(line), found_(found) {}

  void look_at(const PriceEntry& entry) {
    if (entry.decision == nullptr || !in_force_ || in_force_->is_zero() || is_known(entry)) return;
    if (entry.verdict == Verdict::reduced) reduced(entry);
    if (entry.verdict == Verdict::agreed) agreed(entry);
  }
  /// Also where figures are missing, the last price that was known says how large prices are.
  void remember(const PriceEntry& entry) {
    if (entry.price) in_force_ = *entry.price;
  }

 private:
  using Place = std::optional<Span>;
  const Place& place_of(const PriceEntry& entry) const {
    static const Place nowhere;
    const DecisionTerms& decision = *entry.decision;
    if (decision.change) return decision.change->where;
    return decision.unit_price ? decision.unit_price->where : nowhere;
  }
  bool is_known(const PriceEntry& entry) const {
    const Place& where = place_of(entry);
    return !where || std::any_of(found_.begin(), found_.end(),
                                 [&](const Doubt& each) { return each.where == *where; });
  }

  std::string money(const Ratio& amount, Language language) const {
    const int decimals = line_.price_decimals(contract_.currency);
    return money_text({round(amount, Rounding::decimals(decimals)), contract_.currency}, language);
  }

  void reduced(const PriceEntry& entry) {
    const Outputs& outputs = entry.why.calculation->outputs;
    const Ratio taken = entry.decision->change->value.as_fraction();
    if (outputs.given_up == no_node) return;
    const Outcome<Ratio> given_up = entry.why.tape.at(outputs.given_up);
    if (!given_up) return;
    const Ratio full = taken + *given_up;
    const bool larger = Ratio(0) < taken && *given_up < -rounding_of_a_step();
    const bool turned = taken < Ratio(0) && Ratio(0) < full;
    // 0.02% where 2% would be a reduction too.
    const bool hundredth =
        Ratio(0) < taken && taken < Ratio(Decimal(1, 3)) && taken * Ratio(100) <= full;
    if (!larger && !turned && !hundredth) return;
    const auto title = [&](Language language) {
      const std::string day = date_text(entry.date, language);
      const std::string steps =
          say(language, "a reduced step of ", "een verlaagde stap van ") +
          entry.decision->change->value.text() +
          say(language, ", where the clause gives ", ", terwijl de clausule ") +
          percent_text(full, 2, language) + say(language, "", " geeft");
      if (entry.part) return steps + say(language, " on ", " op ") + day;
      return steps + say(language, ": on " + day + " ", ": op " + day + " gaat de prijs van ") +
             money(*in_force_, language) + say(language, " becomes ", " naar ") +
             money(*in_force_ * (Ratio(1) + taken), language) +
             say(language, " instead of ", " in plaats van naar ") +
             money(*in_force_ * (Ratio(1) + full), language);
    };
    add(entry, {title(Language::en), title(Language::nl)},
        turned      ? step_and_not_what_comes_off(full)
        : hundredth ? a_hundred_times_as_much(taken)
                    : step_that_is_meant(taken, full));
  }

  static Phrase step_and_not_what_comes_off(const Ratio& full) {
    return {"`change` is the step that is made instead, between 0% and " +
                percent_text(full, 2, Language::en) +
                ", not what comes off it; a lower price is agreed, kind = \"agreed-price\"",
            "`change` is de stap die ervoor in de plaats komt, tussen 0% en " +
                percent_text(full, 2, Language::nl) +
                ", niet wat eraf gaat; een lagere prijs spreekt u af, kind = \"agreed-price\""};
  }

  static Phrase a_hundred_times_as_much(const Ratio& taken) {
    const auto meant = (taken * Ratio(10'000)).exact_decimal();
    const std::string text = meant ? meant->text() + "%" : "2%";
    return {"write change = \"" + text + "\" if that is meant",
            "schrijf change = \"" + text + "\" als dat is bedoeld"};
  }

  /// "1.5%" for 15%, or for a price to which it lowers the step.
  static Phrase step_that_is_meant(const Ratio& taken, const Ratio& full) {
    for (const std::int64_t power : {10, 100}) {
      const auto less = (taken * Ratio(100) / Ratio(power)).exact_decimal();
      if (!less || full < taken / Ratio(power)) continue;
      return {"write change = \"" + less->text() +
                  "%\" if that is meant; more than the clause gives is agreed as a price, kind = "
                  "\"agreed-price\"",
              "schrijf change = \"" + less->text() +
                  "%\" als dat is bedoeld; meer dan de clausule geeft, spreekt u af als prijs, "
                  "kind = \"agreed-price\""};
    }
    return {
        "`change` is the step that is made instead, less than that of the clause; more than it "
        "gives is agreed as a price, kind = \"agreed-price\"",
        "`change` is de stap die ervoor in de plaats komt, kleiner dan die van de clausule; "
        "meer dan zij geeft, spreekt u af als prijs, kind = \"agreed-price\""};
  }

  void agreed(const PriceEntry& entry) {
    const Decimal& price = entry.decision->unit_price->value;
    const Ratio factor = Ratio(price) / *in_force_;
    // From a leap on which a clause is asked about as well.
    if (Ratio(Decimal(75, 2)) <= factor && factor <= Ratio(Decimal(125, 2))) return;
    const auto title = [&](Language language) {
      const std::string from = money(*in_force_, language);
      const std::string to = money(Ratio(price), language);
      const std::string day = date_text(entry.from, language);
      return say(language,
                 "by this decision the price of line '" + line_.id + "' goes from " + from +
                     " to " + to + " on " + day,
                 "door dit besluit gaat de prijs van regel '" + line_.id + "' op " + day + " van " +
                     from + " naar " + to);
    };
    add(entry, {title(Language::en), title(Language::nl)}, price_that_is_meant(entry, price));
  }

  /// A price that was agreed for another line, or a lost decimal sign.
  Phrase price_that_is_meant(const PriceEntry& entry, const Decimal& price) const {
    if (entry.decision->price.empty())
      for (const Line& other : contract_.lines)
        if (other.id != line_.id &&
            close_to(Ratio(price), Ratio(other.prices.front().original.value)))
          return {"it names no line, and so it is the price of all of them: write price = \"" +
                      other.id + "\" if it is about that one",
                  "het noemt geen regel, en is dus de prijs van alle regels: schrijf price = \"" +
                      other.id + "\" als het over die regel gaat"};
    for (const std::int64_t power : {10, 100, 1000})
      for (const Ratio& other : {Ratio(price) / Ratio(power), Ratio(price) * Ratio(power)}) {
        if (!close_to(other, *in_force_)) continue;
        const int decimals = line_.price_decimals(contract_.currency);
        const std::string meant = round(other, Rounding::decimals(decimals)).text();
        return {
            "look at the decimal sign: write unit_price = " + meant + " if that is meant",
            "kijk naar het decimaalteken: schrijf unit_price = " + meant + " als dat is bedoeld"};
      }
    if (const auto meant = with_two_digits_exchanged(price, [&](const Decimal& other) {
          return abs(Ratio(other) / *in_force_ - Ratio(1)) <= Ratio(Decimal(1, 1));
        }))
      return {"are two digits exchanged? write unit_price = " + meant->text() + " if that is meant",
              "zijn er twee cijfers verwisseld? schrijf unit_price = " + meant->text() +
                  " als dat is bedoeld"};
    return {
        "unit_price is the new price per unit of the line, not the difference and not the "
        "amount of a year",
        "unit_price is de nieuwe prijs per eenheid van de regel, niet het verschil en niet het "
        "bedrag van een jaar"};
  }

  void add(const PriceEntry& entry, Phrase title, const Phrase& remedy) {
    std::string clause;
    for (const std::size_t position : line_.clauses) {
      if (accepts(contract_.clauses[position].accepts, code_of_decisions)) return;
      clause = contract_.clauses[position].id;
    }
    found_.push_back({code_of_decisions, *place_of(entry), std::move(title),
                      clause.empty() ? remedy : unless_accepted(code_of_decisions, remedy)});
  }

  const Contract& contract_;
  const Line& line_;
  std::vector<Doubt>& found_;
  std::optional<Ratio> in_force_;
};

}  // namespace

std::vector<Doubt> doubtful_decisions(const Contract& contract, const Coverage& coverage) {
  std::vector<Doubt> found;
  if (contract.terms.decision.empty()) return found;
  Date last = contract.start;
  for (const DecisionTerms& each : contract.terms.decision) last = std::max(last, each.date.value);
  for (const Line& line : contract.lines) {
    if (line.follows) continue;
    DecisionTrial trial(contract, line, found);
    for (const PriceEntry& entry :
         schedule(PricingContext{&contract, &line, 0, &coverage}, last).entries) {
      trial.look_at(entry);
      trial.remember(entry);
    }
  }
  return found;
}

}  // namespace pricetalk
