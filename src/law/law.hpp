#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/law_terms.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/explain/outcome.hpp"

namespace pricetalk {

/// A rate that the law sets, from its first to its last day: of interest a year, of VAT, or of the
/// highest rise of a price. What no row covers is not known.
struct InterestRate {
  Date from;
  std::optional<Date> to;  ///< nothing: still valid
  Percent percent;
  bool to_verify = false;  ///< not seen in an official text
  Span where;
};

/// The highest rise at once that a rule lets a price make on a day.
struct HighestRise {
  Ratio rise;              ///< as a share of the price before; never negative
  bool to_verify = false;  ///< not seen in an official text
};

/// Interest on money that must be paid back, in one country.
struct InterestRule {
  std::string id;
  std::string jurisdiction;
  std::optional<Audience> audience;  ///< nothing: business and consumer alike
  Phrase title;                      ///< "statutory interest"
  std::string act;
  Compounds compounds = Compounds::never;
  std::optional<Decimal> points;    ///< percentage points on top of each rate
  std::vector<InterestRate> rates;  ///< by day, never two on one day

  /// The rate that is valid on a day, or nothing.
  const InterestRate* on(Date day) const;
};

/// How long money paid by mistake can be claimed back, in one country.
struct ClaimRule {
  std::string id;
  std::string jurisdiction;
  std::optional<Audience> audience;
  std::string act;
  int sure_years = 0;                        ///< from the payment, whatever the customer knew
  std::optional<int> at_most_years;          ///< from the payment; nothing: no end
  std::optional<int> years_after_knowledge;  ///< once the mistake is known
  bool counts_from_year_end = false;         ///< years begin at the end of the calendar year
  std::optional<Phrase> between;             ///< what decides between the sure and the longest time
  Phrase interrupt;                          ///< what stops the time
  bool seen = false;                         ///< the text of the law was read
  Span where;

  /// Last day on which a payment can be claimed back, whatever the customer knew.
  Date sure_until(Date paid) const;
  /// Last day on which a payment can be claimed back by who learned of the mistake on `known`.
  Date at_most_until(Date paid, Date known) const;
};

/// The general rate of VAT in one country: what a price with VAT holds of it, where the contract
/// does not say more.
struct VatRule {
  std::string id;
  std::string jurisdiction;
  std::string act;
  std::vector<InterestRate> rates;  ///< by day, never two on one day

  /// The rate that is valid on a day, or nothing.
  const InterestRate* on(Date day) const;
};

/// What the law of one country says of price clauses and periods, for contracts of some days.
struct ClauseRule {
  std::string id;
  std::string jurisdiction;
  std::optional<Audience> audience;  ///< nothing: business and consumer alike
  /// These two: only for contracts about one of these, and for none about one of those; empty: for
  /// all, for none.
  std::vector<ContractSubject> subjects;
  std::vector<ContractSubject> not_for;
  std::optional<Region> region;            ///< only of contracts that say it; nothing: all
  std::vector<EnergyLabel> energy_labels;  ///< only of contracts that say one of them; empty: all
  RuleAsks asks = RuleAsks::general_index;
  std::optional<OnlyWith> only_with;    ///< of which clauses it is told; nothing: of all
  std::string act;                      ///< act and article
  RuleDay decides = RuleDay::contract;  ///< what lies between the two days
  /// These two: first and last day of contracts, or of rises, that it holds for; nothing: no end is
  /// known.
  Date from;
  std::optional<Date> to;
  Date read_on;                  ///< of later contracts nothing is known
  std::optional<Duration> time;  ///< that it sets
  bool from_start = false;       ///< a time between rises: from the first day of a line as well
  /// These six are of periods. `counted_from`: the event; `then`: a second time after `time`.
  PeriodEvent counted_from = PeriodEvent::delivery;
  std::optional<Duration> then;
  DayCount counts = DayCount::calendar;
  bool second_hand = false;          ///< only for goods that were used before
  bool only_if_agreed = false;       ///< the shortest that may be agreed; nothing agreed: no time
  bool yields = false;               ///< the contract may say otherwise
  std::optional<Percent> share;      ///< that it sets
  Percent above;                     ///< a share of a rise: of what lies above this; zero: of all
  std::vector<InterestRate> rates;   ///< highest rise at once, by the day of the rise
  std::vector<std::string> indices;  ///< parts of the ids of the series that it names
  Phrase says;                       ///< the rule in one sentence
  std::optional<Phrase> except;      ///< when it does not hold
  bool seen = false;                 ///< the text of the law was read

  /// Whether it sets how far a price may rise at once: by a maximum, or by a share of the rise.
  bool limits_rises() const { return asks == RuleAsks::rise_cap || asks == RuleAsks::rise_share; }
  /// The highest rise of a day in place of `asked` (a share of the price before), or nothing where
  /// no row covers the day. REQUIRES: `limits_rises()`.
  std::optional<HighestRise> highest_rise(Date day, const Ratio& asked) const;
  /// The last day of its time after an event, with the working days of a country: the day of the
  /// event is not counted, and a month ends on the day of its number. REQUIRES: `time`.
  Date last_day(Date event, std::string_view country) const;
  /// Whether it is known to hold for a contract, or for a rise, of that day.
  bool holds_on(Date day) const {
    return from <= day && day <= to.value_or(read_on) && day <= read_on;
  }
};

/// Dated statutory facts. A fact that is not there is a question, never a guess.
struct Law {
  std::vector<InterestRule> interest;
  std::vector<ClaimRule> claims;
  std::vector<VatRule> vat;
  std::vector<ClauseRule> rules;
  std::vector<SourcePtr> sources;  ///< the rules point into them

  /// The interest on what a contract's supplier pays back. Undetermined when the contract states no
  /// country, when no rule of it is known, or when the rule depends on an audience that is not
  /// stated. The pointer lives as long as the law.
  Outcome<const InterestRule*> interest_of(const Contract& contract) const;
  Outcome<const ClaimRule*> claim_of(const Contract& contract) const;
  /// The general rate of VAT in the contract's country on a day. Undetermined when the contract
  /// states no country, and when the tables do not know the country or the day.
  Outcome<const InterestRate*> vat_of(const Contract& contract, Date day) const;
};

/// Reads a file of statutory facts. Codes L01...
Loaded<Law> read_law(const SourcePtr& source);

/// The facts that come with the program (law/*.toml).
Law shipped_law();

}  // namespace pricetalk
