#include "cli/asked_frame.hpp"

#include "billing/period.hpp"
#include "cli/commands.hpp"

namespace pricetalk {

namespace {

constexpr int most_months = 600;

Date months_later(Date day, int months) { return shift(day, {months, Unit::month}); }

}  // namespace

AskedFrame::AskedFrame(const SimulateOptions& options, Date today)
    : from_(options.from), until_(options.until), today_(today) {
  if (options.months > 0) months_ = static_cast<int>(options.months);
}

Date AskedFrame::first() const { return from_ ? *from_ : next_month_start(today_.plus_days(1)); }

Diagnostics AskedFrame::problems() const {
  Diagnostics made;
  const auto wrong = [&](Phrase title, Phrase hint) {
    made.error("U0007", {}, std::move(title), std::move(hint));
  };
  if (until_ && months_)
    wrong({"--until and --months both say where the days end",
           "--until en --months zeggen allebei waar de dagen eindigen"},
          {"leave one of them out", "laat een van de twee weg"});
  if (months_ && *months_ > most_months)
    wrong({"--months takes 1 to 600, and " + std::to_string(*months_) + " is more",
           "--months vraagt 1 tot en met 600; " + std::to_string(*months_) + " is meer"},
          {"fifty years is as far as anybody looks", "verder dan vijftig jaar kijkt niemand"});
  if (from_ &&
      (months_later(today_, most_months) < *from_ || *from_ < months_later(today_, -most_months)))
    wrong({"--from " + from_->text() + " is more than fifty years from " + today_.text(),
           "--from " + from_->text() + " ligt meer dan vijftig jaar van " + today_.text()},
          {"write the first day of the budget: --from 2027-01-01",
           "schrijf de eerste dag van de begroting: --from 2027-01-01"});
  else if (until_ && *until_ < first())
    wrong(from_
              ? Phrase{"--until " + until_->text() + " is before --from " + from_->text(),
                       "--until " + until_->text() + " ligt vóór --from " + from_->text()}
              : Phrase{"--until " + until_->text() + " is before the next month, " + first().text(),
                       "--until " + until_->text() + " ligt vóór de volgende maand, " +
                           first().text()},
          from_ ? Phrase{"turn them round", "draai ze om"}
                : Phrase{"say with --from where the days begin",
                         "zeg met --from waar de dagen beginnen"});
  else if (until_ && months_later(first(), most_months) <= *until_)
    wrong({first().text() + " to " + until_->text() + " is more than fifty years",
           first().text() + " tot en met " + until_->text() + " is meer dan vijftig jaar"},
          {"600 months at most", "hoogstens 600 maanden"});
  return made;
}

std::optional<int> AskedFrame::months() const {
  // With a last day the months of scenarios say nothing.
  return until_ ? std::optional(most_months) : months_;
}

std::optional<std::pair<Date, Date>> AskedFrame::days(int months) const {
  if (!from_ && !until_) return std::nullopt;
  return std::pair(first(), until_ ? *until_ : months_later(first(), months).plus_days(-1));
}

}  // namespace pricetalk
