#include "lint/lawful_rises.hpp"

#include <algorithm>

#include "explain/rounded.hpp"
#include "lint/subject_fit.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// What a price may be when no rise was higher than its maximum.
class LawfulPrice {
 public:
  /// Before a rise: what moved the price since the last one moves this as well.
  Ratio before(const LawfulRise& rise) const {
    return charged_ ? lawful_ * (rise.before / *charged_) : rise.before;
  }
  bool is_lower() const { return charged_ && lawful_ < *charged_; }
  void after(const LawfulRise& rise, const Decimal& lawful) {
    lawful_ = Ratio(lawful);
    charged_ = rise.after;
  }

 private:
  Ratio lawful_;
  std::optional<Ratio> charged_;  ///< the price after the last rise
};

}  // namespace

Decimal in_line_decimals(const RuleScope& scope, const Line& line, const Ratio& price) {
  return round(price, Rounding::decimals(line.price_decimals(scope.contract.currency)));
}

std::vector<LawfulRise> lawful_rises(const RuleScope& scope, const Line& line) {
  std::vector<LawfulRise> made;
  if (!line.parts.empty()) return made;
  const PriceSchedule prices =
      schedule(PricingContext{&scope.contract, &line, 0, &scope.coverage}, scope.until);
  LawfulPrice lawful;
  for (const PriceEntry& entry : prices.entries) {
    if (entry.clause == nullptr || entry.verdict == Verdict::agreed || !entry.before ||
        !entry.price || *entry.before >= *entry.price)
      continue;
    LawfulRise rise;
    rise.line = &line;
    rise.clause = entry.clause;
    rise.from = entry.from;
    rise.before = *entry.before;
    rise.after = *entry.price;
    rise.held = scope.rule.from <= rise.from && (!scope.rule.to || rise.from <= *scope.rule.to);
    rise.maximum = scope.rule.highest_rise(rise.from, rise.after / rise.before - Ratio(1));
    rise.after_another = lawful.is_lower();
    const Ratio before = lawful.before(rise);
    if (rise.held && rise.maximum) {
      const Ratio factor = Ratio(1) + rise.maximum->rise;
      rise.most = before * factor;
      rise.higher = in_line_decimals(scope, line, rise.before * factor) <
                    in_line_decimals(scope, line, rise.after);
    }
    // A maximum that was not seen in an official text takes nothing off.
    const bool takes_off = rise.higher && !rise.maximum->to_verify;
    lawful.after(rise,
                 in_line_decimals(scope, line,
                                  takes_off ? *rise.most : before * (rise.after / rise.before)));
    made.push_back(std::move(rise));
  }
  return made;
}

std::vector<LegalMaxima> legal_maxima(const Contract& contract, const Coverage& coverage,
                                      const Law& law, Date until) {
  std::vector<LegalMaxima> made;
  for (const ClauseRule& rule : law.rules) {
    const bool ours = rule.limits_rises() && rule.jurisdiction == contract.jurisdiction &&
                      (!rule.audience || rule.audience == contract.audience) &&
                      fit(rule, contract) == SubjectFit::yes;
    if (!ours) continue;
    for (const Line& line : contract.lines) {
      if (rent_line(contract, line) == RentLine::no) continue;
      LegalMaxima one{&rule, &line, lawful_rises({contract, coverage, rule, until}, line)};
      std::erase_if(one.rises, [](const LawfulRise& rise) { return !rise.held; });
      if (!one.rises.empty()) made.push_back(std::move(one));
    }
  }
  return made;
}

}  // namespace pricetalk
