#include <algorithm>

#include "advice/proposal_flows.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

InputSource counted() {
  return {.kind = InputSource::Kind::given,
          .text = {"counted", "geteld"},
          .figure = {},
          .where = {},
          .address = {},
          .fixity = Fixity::fixed};
}

/// `amount` times the months of these days; `each`: how a part of a month is rounded.
NodeId over_months(Worksheet& sheet, NodeId amount, const std::optional<Days>& days,
                   const Phrase& when, const std::optional<Rounding>& each) {
  const auto count = [&](int number, const Phrase& label) {
    return sheet.given(Outcome<Ratio>(Ratio(number)), label, counted(), Form::plain);
  };
  const Phrase months{"months " + when.en, "maanden " + when.nl};
  const Ratio all = days ? months_between(days->first, days->last) : Ratio(0);
  for (int whole = 0; Ratio(whole) <= all; ++whole)
    if (Ratio(whole) == all) return sheet.mul(amount, count(whole, months));
  std::vector<NodeId> parts;
  for (const MonthPiece& piece : month_pieces(days->first, days->last)) {
    if (piece.of == 0) {
      parts.push_back(sheet.mul(amount, count(piece.count, months)));
      continue;
    }
    const auto month = [&](Language language) {
      return period_text(Period::containing(piece.first, Unit::month), language);
    };
    const Phrase label{"days of " + month(Language::en), "dagen van " + month(Language::nl)};
    NodeId part = sheet.div(sheet.mul(amount, count(piece.count, label)),
                            sheet.constant(Decimal(piece.of, 0)));
    if (each)
      part = sheet.round(part, *each,
                         {"part of " + month(Language::en), "deel van " + month(Language::nl)});
    parts.push_back(part);
  }
  return sheet.sum(parts);
}

}  // namespace

NodeId yearly_over(Worksheet& sheet, NodeId per_year, const std::optional<Days>& days,
                   const Phrase& when) {
  if (days && months_between(days->first, days->last) == Ratio(12)) return per_year;
  return sheet.div(over_months(sheet, per_year, days, when, {}), sheet.constant(Decimal(12, 0)));
}

NodeId monthly_over(Worksheet& sheet, NodeId per_month, const std::optional<Days>& days,
                    const Phrase& when) {
  return over_months(sheet, per_month, days, when, sheet.currency().rounding());
}

bool reduces_a_bill(const InnovationTerms& innovation, const Currency& currency) {
  const auto& month = innovation.reduction_per_month;
  return month && !round(Ratio(month->value), currency.rounding()).is_zero();
}

Phrase in_period(const Phrase& period) {
  if (period.nl.find(" tot en met ") != std::string::npos)
    return {"from " + period.en, "van " + period.nl};
  return {"in " + period.en, "in " + period.nl};
}

std::optional<Days> days_in(const ProposalYear& period, Date from, Date until) {
  return common({period.from, period.until}, {from, until});
}

Date start_of(const InnovationTerms& innovation, const ProposalInput& input) {
  return innovation.start ? innovation.start->value : input.adjustment;
}

std::vector<ProposalYear> periods_of(const ProposalInput& input, const Chosen& chosen) {
  std::vector<ProposalYear> periods = input.sums.years;
  if (chosen.innovation == nullptr || periods.empty()) return periods;
  // What began before today stands in no proposal.
  Date start = start_of(*chosen.innovation, input);
  for (const InnovationTerms* each : chosen.all()) start = std::min(start, start_of(*each, input));
  const Date first = periods.front().from;
  if (start > input.today && start < first)
    periods.insert(periods.begin(), {start, first.plus_days(-1)});
  return periods;
}

}  // namespace pricetalk
