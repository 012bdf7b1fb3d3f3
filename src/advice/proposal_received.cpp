#include <algorithm>

#include "advice/proposal_mends.hpp"
#include "advice/proposal_verdict.hpp"
#include "pricetalk/explain/format.hpp"

// A proposal as the customer judges it who received it.

namespace pricetalk {

namespace {

Ratio gain_in(const Explained& explained) { return std::get<Money>(explained.figure.value).amount; }

class Judging {
 public:
  Judging(const ProposalInput& input, const Chosen& chosen,
          const std::vector<FutureBargain>& futures, const std::vector<CustomerSide>& without,
          std::size_t expected)
      : input_(input), chosen_(chosen), futures_(futures), without_(without), expected_(expected) {}

  Received judged() {
    verdict();
    for (const InnovationTerms* each : chosen_.all()) questions(*each);
    coming_back();
    return std::move(made_);
  }

 private:
  /// The first future in which we are no better off, or nothing.
  template <class Side>
  std::optional<std::size_t> worse(Side side_of) const {
    for (std::size_t i = 0; i < futures_.size(); ++i)
      if (gain_in(side_of(i).discounted).sign() <= 0) return i;
    return std::nullopt;
  }

  void verdict() {
    const auto with = [&](std::size_t i) -> const CustomerSide& { return futures_[i].customer; };
    const auto bare = [&](std::size_t i) -> const CustomerSide& { return without_[i]; };
    const auto loses = worse(with);
    const auto loses_bare = worse(bare);
    made_.good = !loses && !loses_bare;
    for (const Language language : {Language::en, Language::nl}) {
      const bool nl = language == Language::nl;
      std::string& text = nl ? made_.verdict.nl : made_.verdict.en;
      const std::string rate = percent_text(input_.discount_rate.as_fraction(),
                                            input_.discount_rate.of_hundred.scale(), language);
      const std::string span = span_of(input_.sums.years, language);
      const auto at_rate = [&](const Explained& amount, const Phrase& name) {
        return (nl ? "in de toekomst '" + name.nl + "' zijn wij " + span + " "
                   : "in the future '" + name.en + "' we are ") +
               money(turned_up(amount), language) +
               (gain_in(amount).sign() < 0 ? (nl ? " duurder uit" : " worse off")
                                           : (nl ? " beter uit" : " better off")) +
               (nl ? "" : " " + span) +
               (nl ? " dan met de gewone indexatie, bij een rente van " + rate + " per jaar."
                   : " than with the usual indexation, at " + rate + " a year.");
      };
      if (loses) {
        text = (nl ? "Niet goed voor ons: " : "Not good for us: ") +
               at_rate(futures_[*loses].customer.discounted, futures_[*loses].name);
      } else if (loses_bare) {
        text = (nl ? "Alleen goed voor ons als de besparing echt komt: zonder die besparing geldt: "
                   : "Good for us only if the saving really comes: without it ") +
               at_rate(without_[*loses_bare].discounted, futures_[*loses_bare].name);
      } else {
        text = (nl ? "Goed voor ons: " : "Good for us: ") +
               at_rate(futures_[expected_].customer.discounted, futures_[expected_].name);
        if (futures_.size() > 1)
          text += nl ? " Ook in de andere toekomsten zijn wij beter uit."
                     : " In the other futures we are better off too.";
      }
    }
  }

  /// The amount without its sign.
  static Explained turned_up(const Explained& amount) {
    Explained made = amount;
    Money& money = std::get<Money>(made.figure.value);
    if (money.amount.is_negative())
      money.amount = Decimal(-money.amount.mantissa(), money.amount.scale());
    return made;
  }

  void ask(bool open, Phrase what, Phrase question) {
    if (!open) return;
    made_.open.push_back(std::move(what));
    made_.ask.push_back(std::move(question));
  }

  void questions(const InnovationTerms& terms) {
    const bool theirs = saves_customer(terms);
    ask(!terms.evidence, {"nothing shows that it works", "nergens blijkt uit dat het werkt"},
        {"Where do you do this already, and what came of it there?",
         "Waar doen jullie dit al, en wat heeft het daar opgeleverd?"});
    ask((theirs || terms.share_to_customer) && !terms.meter,
        {"how the saving is measured is not said", "hoe de besparing wordt gemeten, staat er niet"},
        {"What measures the saving, who reads it, and when do we see it?",
         "Waarmee wordt de besparing gemeten, wie leest dat af, en wanneer zien wij het?"});
    ask(theirs,
        {"the saving is an estimate of the supplier",
         "de besparing is een schatting van de "
         "leverancier"},
        {"What happens to the price if the saving does not come?",
         "Wat gebeurt er met de prijs als de besparing uitblijft?"});
    ask(!terms.start, {"the first day is not said", "de eerste dag staat er niet"},
        {"From which day on?", "Vanaf welke dag?"});
    ask(terms.reduction_per_month && !terms.end && !input_.contract->end,
        {"until when the price is lower is not said",
         "tot wanneer de prijs lager is, staat er niet"},
        {"Until which day does the reduction last, and what is the price after it?",
         "Tot welke dag geldt de verlaging, en wat is de prijs daarna?"});
    ask(!terms.customer_effort,
        {"what it asks of us is not said", "wat het van ons vraagt, staat er niet"},
        {"What do you need of us, in hours, data and access?",
         "Wat hebben jullie van ons nodig: uren, gegevens, toegang?"});
    ask(terms.leaves_out.has_value(),
        {"a part of the service goes: " + (terms.leaves_out ? terms.leaves_out->value : ""),
         "een deel van de dienst vervalt: " + (terms.leaves_out ? terms.leaves_out->value : "")},
        {"How do we get it back if we miss it, and at which price?",
         "Hoe krijgen wij het terug als wij het missen, en tegen welke prijs?"});
    ask(!terms.risks, {"what can go wrong is not said", "wat er mis kan gaan, staat er niet"},
        {"What can go wrong, and who bears it?", "Wat kan er misgaan, en wie draagt dat?"});
  }

  void coming_back() {
    if (input_.years == nullptr || input_.waived.empty()) return;
    const ComingBack back = Prover(input_).coming_back(input_.sums.years.back().until);
    if (back.kind == ComingBack::Kind::never && back.sure) return;
    Phrase what{"what lapses may come back later", "wat vervalt, kan later terugkomen"};
    if (back.from && back.kind != ComingBack::Kind::never)
      what = {"what lapses comes back from " + date_text(*back.from, Language::en),
              "wat vervalt, komt terug vanaf " + date_text(*back.from, Language::nl)};
    ask(true, std::move(what),
        {"Do you write down that the indexation that lapses is not made up for later?",
         "Leggen jullie vast dat de vervallen indexatie later niet wordt ingehaald?"});
  }

  const ProposalInput& input_;
  const Chosen& chosen_;
  const std::vector<FutureBargain>& futures_;
  const std::vector<CustomerSide>& without_;
  std::size_t expected_;
  Received made_;
};

}  // namespace

Received received_of(const ProposalInput& input, const Chosen& chosen,
                     const std::vector<FutureBargain>& futures,
                     const std::vector<CustomerSide>& without, std::size_t expected) {
  return Judging(input, chosen, futures, without, expected).judged();
}

}  // namespace pricetalk
