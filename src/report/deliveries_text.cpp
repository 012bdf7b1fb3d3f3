#include "report/deliveries_text.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "report/json_periods.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

std::string delivery_value_text(const std::optional<Figure>& value, Language language) {
  return value ? money_text(std::get<Money>(value->value), language) : "–";
}

std::string last_day_text(const PeriodDay& day, Language language) {
  if (day.last) return date_text(*day.last, language);
  return day.basis == PeriodBasis::unknown ? say(language, "question", "vraag") : "–";
}

const Phrase& claim_words(ClaimState state) {
  static const Phrase open{"open", "open"};
  static const Phrase closed{"closed", "voorbij"};
  static const Phrase question{"question", "vraag"};
  return state == ClaimState::open ? open : state == ClaimState::closed ? closed : question;
}

/// How the delivery stands today; of one that was withdrawn until when the money must be back.
std::string stake_text(const JudgedDelivery& each, Language language) {
  if (each.periods.prover == MustProve::unknown && each.stake == AtStake::nothing)
    return say(language, "question", "vraag");
  const auto& refund = each.periods.of(PeriodKind::refund).last;
  const std::string text = words(each.stake).in(language);
  if (each.stake != AtStake::refund || !refund) return text;
  return text + say(language, ", pay back until ", ", terugbetalen t/m ") +
         date_text(*refund, language);
}

std::string deliveries_table(const JudgedDeliveries& deliveries, Language language) {
  Table table;
  table.columns = {{say(language, "delivery", "levering"), Table::Align::left},
                   {say(language, "line", "regel"), Table::Align::left},
                   {say(language, "delivered", "geleverd"), Table::Align::left},
                   {say(language, "value", "waarde"), Table::Align::right},
                   {say(language, "now", "nu"), Table::Align::left},
                   {words(PeriodKind::withdraw).in(language), Table::Align::left},
                   {words(PeriodKind::proof).in(language), Table::Align::left},
                   {say(language, "claim", "vorderen"), Table::Align::left}};
  for (const JudgedDelivery& each : deliveries.all) {
    const DeliveryPeriods& periods = each.periods;
    table.row({each.name, periods.facts.line == nullptr ? "–" : periods.facts.line->id,
               date_text(periods.facts.delivered, language),
               delivery_value_text(each.value, language), stake_text(each, language),
               last_day_text(periods.of(PeriodKind::withdraw), language),
               last_day_text(periods.of(PeriodKind::proof), language),
               claim_words(periods.claim).in(language)});
  }
  return as_text(table);
}

/// What every delivery has in one of its lists.
std::vector<Phrase> shared(const JudgedDeliveries& deliveries,
                           std::vector<Phrase> DeliveryPeriods::*list) {
  std::vector<Phrase> made;
  if (deliveries.all.empty()) return made;
  for (const Phrase& each : deliveries.all.front().periods.*list)
    if (std::all_of(deliveries.all.begin(), deliveries.all.end(), [&](const JudgedDelivery& other) {
          const std::vector<Phrase>& of_other = other.periods.*list;
          return std::any_of(of_other.begin(), of_other.end(),
                             [&](const Phrase& phrase) { return phrase.en == each.en; });
        }))
      made.push_back(each);
  return made;
}

std::string shared_list_text(const Phrase& title, const std::vector<Phrase>& lines,
                             Language language) {
  if (lines.empty()) return {};
  std::string text = "\n" + title.in(language) + "\n";
  for (const Phrase& line : lines) text += "- " + line.in(language) + "\n";
  return text;
}

}  // namespace

std::string deliveries_text(const Contract& contract, const JudgedDeliveries& deliveries,
                            Date today, Language language) {
  std::string text = contract.title + " (" + contract.id + "), ";
  text += std::to_string(deliveries.all.size());
  text += deliveries.all.size() == 1 ? say(language, " delivery", " levering")
                                     : say(language, " deliveries", " leveringen");
  text += say(language, ", looked at on ", ", bekeken op ") + date_text(today, language) + ", " +
          (contract.vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                                         : say(language, "with VAT", "met btw")) +
          "\n\n";
  if (deliveries.all.empty()) return text;
  text += deliveries_table(deliveries, language) + "\n";
  text += say(language,
              "withdrawn in time, to be paid back: ", "op tijd herroepen, terug te betalen: ") +
          money_text(std::get<Money>(deliveries.refund.value), language) + "\n";
  text += say(language, "may still come back: ", "mag nog terug: ") +
          money_text(std::get<Money>(deliveries.whole.value), language) + "\n";
  text += say(language, "the seller must prove: ", "de verkoper moet bewijzen: ") +
          money_text(std::get<Money>(deliveries.proof.value), language) + "\n";
  if (deliveries.without_value > 0)
    text += std::to_string(deliveries.without_value) +
            say(language, " without a value: no line, quantity or price of that day",
                " zonder waarde: geen regel, aantal of prijs van die dag") +
            "\n";
  text += shared_list_text({"Questions about all of them", "Vragen over alle leveringen"},
                           shared(deliveries, &DeliveryPeriods::questions), language);
  text += shared_list_text({"To look at in the contract", "Aandachtspunten in het contract"},
                           shared(deliveries, &DeliveryPeriods::flags), language);
  return text;
}

std::string deliveries_json(const JudgedDeliveries& deliveries, Date today, bool today_from_clock) {
  Json made{{"today", today.text()},
            {"today_from_clock", today_from_clock},
            {"to_be_paid_back", figure_json(deliveries.refund)},
            {"may_come_back", figure_json(deliveries.whole)},
            {"seller_proves", figure_json(deliveries.proof)},
            {"without_value", deliveries.without_value}};
  made["deliveries"] = Json::array();
  for (const JudgedDelivery& each : deliveries.all) {
    Json row{{"delivery", each.name},
             {"at_stake", word(each.stake)},
             {"value", each.value ? figure_json(*each.value) : Json(nullptr)}};
    row.update(periods_json(each.periods));
    made["deliveries"].push_back(std::move(row));
  }
  return printed(made);
}

}  // namespace pricetalk
