#include <algorithm>

#include "letter/innovation.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// What was agreed, as it stands in the contract file with who confirmed it and when.
class ConfirmationLetter {
 public:
  explicit ConfirmationLetter(const LetterTask& task) : task_(task) {}

  LetterDraft draft() && {
    for (const DecisionTerms& each : task_.contract().terms.decision) decision(each);
    for (const auto* all : {&task_.contract().terms.promise, &task_.contract().terms.obligation})
      for (const PromiseTerms& each : *all) promise(each);
    if (rows_.empty())
      return NoLetter{
          {},
          {{"decision.confirmed_on",
            {"who of the customer confirmed what, and when: confirmed_by and confirmed_on of a "
             "decision or promise of the last three months",
             "wie van de klant wat heeft bevestigd, en wanneer: confirmed_by en confirmed_on bij "
             "een beslissing of toezegging van de laatste drie maanden"}}}};
    parts_.fields.values["agreed_rows"] = std::move(rows_);
    return std::move(parts_);
  }

 private:
  /// Agreed in the months before the letter: what is older was told long ago.
  bool recent(const std::optional<Stated<Date>>& on) const {
    const Date today = task_.talk().today;
    return on && on->value <= today && on->value >= today - Duration{3, Unit::month};
  }

  void agreed(std::string what, CellField much, CellField when,
              const std::optional<Stated<std::string>>& by, Date on) {
    rows_.push_back({PlainText{std::move(what)}, std::move(much), std::move(when),
                     PlainText{by ? by->value : "–"}, on});
  }

  std::string lines_of(const DecisionTerms& decision) const {
    std::vector<std::string> names;
    for (const Stated<Id>& id : decision.price)
      if (const Line* line = task_.contract().find_line(id.value.value))
        names.push_back(line->title);
    return names.empty() ? std::string()
                         : task_.say(" for ", " voor ") + listed(names, task_.language);
  }

  void decision(const DecisionTerms& each) {
    if (!recent(each.confirmed_on)) return;
    const std::string lines = lines_of(each);
    std::string what;
    CellField much = PlainText{"–"};
    Date when = each.date.value;
    switch (each.kind.value) {
      case DecisionKind::waived:
        what = task_.say("No indexation", "Geen indexatie") + lines;
        break;
      case DecisionKind::reduced:
        what = task_.say("A smaller indexation", "Een kleinere indexatie") + lines;
        much = PlainText{decimal_text(each.change->value.of_hundred, task_.language) + "%"};
        break;
      case DecisionKind::deferred:
        what = task_.say("The indexation of " + task_.day(when) + lines + " starts later",
                         "De indexatie van " + task_.day(when) + lines + " gaat later in");
        when = each.to->value;
        break;
      case DecisionKind::agreed_price:
        what = task_.say("The price", "De prijs") + lines;
        much = agreed_price(each);
        break;
    }
    agreed(std::move(what), std::move(much), when, each.confirmed_by, each.confirmed_on->value);
  }

  /// The only amount here that stands in the file itself.
  AmountField agreed_price(const DecisionTerms& each) const {
    const Currency& currency = task_.contract().currency;
    const int decimals = std::max(each.unit_price->value.scale(), currency.minor_decimals());
    const Money money{as_decimal(Ratio(each.unit_price->value), decimals), currency};
    const Address address{task_.contract().id + "/agreed/" + each.date.value.text()};
    return {{Figure{money, address, Fixity::fixed}, {"agreed price", "afgesproken prijs"}, no_node},
            true};
  }

  void promise(const PromiseTerms& each) {
    if (!recent(each.confirmed_on) || each.state.value == PromiseState::released) return;
    const bool ours = each.by.value == Side::supplier;
    const std::string who = ours ? task_.say("We: ", "Wij: ")
                                 : (informal(task_.contract()) ? task_.say("You: ", "Jij: ")
                                                               : task_.say("You: ", "U: "));
    CellField when = PlainText{"–"};
    if (each.due)
      when = each.due->value.on ? *each.due->value.on : each.date.value + *each.due->value.within;
    agreed(who + each.what.value, PlainText{"–"}, std::move(when), each.confirmed_by,
           each.confirmed_on->value);
  }

  const LetterTask& task_;
  LetterParts parts_;
  RowsField rows_;
};

}  // namespace

LetterDraft confirmation_draft(const LetterTask& task) { return ConfirmationLetter(task).draft(); }

}  // namespace pricetalk
