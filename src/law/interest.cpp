#include "law/interest.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr Duration year{1, Unit::year};

Undetermined no_rate(const InterestRule& rule, Date day) {
  Reason reason;
  reason.kind = Reason::Kind::missing;
  reason.key = "interest/" + rule.id + "/" + day.text();
  reason.text = {
      rule.title.en + " from " + date_text(day, Language::en) + " is not known",
      "de " + rule.title.nl + " vanaf " + date_text(day, Language::nl) + " is niet bekend"};
  return Undetermined(std::move(reason));
}

/// The last day on from which every day has a rate; the day before `from` when it has none.
Date known_until(const InterestRule& rule, Date from, Date until) {
  Date day = from;
  while (day <= until) {
    const InterestRate* rate = rule.on(day);
    if (rate == nullptr) return day.plus_days(-1);
    if (!rate->to || *rate->to >= until) return until;
    day = rate->to->plus_days(1);
  }
  return until;
}

Phrase slice_text(const InterestRule& rule, const InterestRate& rate, Date from, Date to) {
  const auto in = [&](Language language) {
    const Ratio percent =
        rate.percent.as_fraction() + (rule.points ? Ratio(*rule.points) / Ratio(100) : Ratio(0));
    return percent_text(percent, 2, language) + ", " + date_text(from, language) +
           (language == Language::nl ? " tot en met " : " to ") + date_text(to, language);
  };
  return {in(Language::en), in(Language::nl)};
}

/// One payment, slice by slice.
class Counting {
 public:
  Counting(Worksheet& sheet, const InterestRule& rule) : sheet_(sheet), rule_(rule) {}

  /// Interest over the days from `from` to `to`, all with a known rate.
  NodeId over(NodeId principal, Date from, Date to) {
    std::vector<NodeId> slices;
    for (Date day = from; day <= to;) {
      const InterestRate& rate = *rule_.on(day);
      const Date last = rate.to ? std::min(to, *rate.to) : to;
      slices.push_back(slice(principal, rate, day, last));
      to_verify = to_verify || rate.to_verify;
      day = last.plus_days(1);
    }
    return slices.size() == 1 ? slices.front() : sheet_.sum(slices);
  }

  bool to_verify = false;

 private:
  NodeId slice(NodeId principal, const InterestRate& rate, Date from, Date to) {
    InputSource source;
    source.text = {rule_.title.en + " (" + rule_.act + ")",
                   rule_.title.nl + " (" + rule_.act + ")"};
    source.where = rate.where;
    NodeId percent = sheet_.given(rate.percent.as_fraction(), {"rate a year", "rente per jaar"},
                                  source, Form::percent);
    if (rule_.points)
      percent = sheet_.add(
          percent, sheet_.div(sheet_.constant(*rule_.points), sheet_.constant(Decimal(100, 0))));
    const NodeId days = sheet_.constant(Decimal(to.days() - from.days() + 1, 0));
    const NodeId share = sheet_.div(days, sheet_.constant(Decimal(365, 0)));
    return sheet_.mul(sheet_.mul(principal, percent), share, slice_text(rule_, rate, from, to));
  }

  Worksheet& sheet_;
  const InterestRule& rule_;
};

}  // namespace

Interest interest(Worksheet& sheet, const InterestRule& rule, NodeId principal, Date paid,
                  Date until) {
  Interest made;
  made.until = until;
  const Date first = paid.plus_days(1);
  if (first <= until) {
    made.until = known_until(rule, first, until);
    if (made.until < until) made.open = no_rate(rule, made.until.plus_days(1));
  }
  Counting counting(sheet, rule);
  std::vector<NodeId> parts;
  NodeId base = principal;
  Date from = first;
  for (int times = 1; from <= made.until; ++times) {
    const Date to = rule.compounds == Compounds::yearly
                        ? std::min(made.until, shift(paid, year, times))
                        : made.until;
    parts.push_back(counting.over(base, from, to));
    if (to < made.until)
      base = sheet.add(base, parts.back(), {"principal after a year", "hoofdsom na een jaar"});
    from = to.plus_days(1);
  }
  const NodeId sum = parts.empty()       ? sheet.constant(Decimal(0, 0), Form::money)
                     : parts.size() == 1 ? parts.front()
                                         : sheet.sum(parts);
  made.amount = sheet.round(sum, sheet.currency().rounding(), rule.title);
  made.to_verify = counting.to_verify;
  return made;
}

}  // namespace pricetalk
