#include <algorithm>

#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_instead.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// We announced a step too late, and say so: what stays, until when, what that saves the customer.
class LateLetter {
 public:
  LateLetter(const LetterTask& task, const PriceNews& news)
      : task_(task),
        news_(news),
        in_time_(task, in_time(task.contract(), *task.facts.adjustment)) {}

  LetterDraft draft() && {
    Fields& fields = parts_.fields;
    const TalkPrice& first = *news_.lost.front();
    fields.values["adjustment_date"] = *task_.facts.adjustment;
    if (const auto& deadline = first.entry->deadline) {
      fields.values["announce_by"] = deadline->on;
      fields.holds.insert("announce_day");
    }
    rows();
    later(first);
    saved();
    if (!news_.moved.empty()) {
      std::vector<std::string> names;
      for (const MovedPrice& each : news_.moved)
        if (each.price->tier == 0) names.push_back(each.price->line->title);
      fields.values["others"] = PlainText{listed(names, task_.language)};
      fields.holds.insert("others");
    }
    add_written(fields, "own_effort", task_.written().own_effort);
    return std::move(parts_);
  }

 private:
  /// What each price stays, and what it would have become.
  void rows() {
    const Date on = *task_.facts.adjustment;
    RowsField rows;
    std::vector<FallbackPrice> steps;
    for (const TalkPrice* each : news_.lost) {
      const PriceEntry* would = in_time_.entry_of(*each, on);
      if (!each->now) continue;
      const AmountField stays{
          {*each->now, {"present price, " + each->name, "prijs van nu, " + each->name}, no_node},
          true};
      CellField became = PlainText{task_.say("not known", "niet bekend")};
      if (would != nullptr && would->price)
        became =
            price_field(parts_, task_, *each, *would, {"price if in time", "prijs als op tijd"});
      rows.push_back({PlainText{price_name(*each->line, each->tier, task_.language)}, stays,
                      std::move(became)});
    }
    const bool one = rows.size() == 1;
    parts_.fields.holds.insert(one ? "one_price" : "several_prices");
    const TalkPrice& first = *news_.lost.front();
    if (one) {
      parts_.fields.values["price_current"] = std::get<AmountField>(rows.front()[1]);
      parts_.fields.values["price_in_time"] =
          std::visit([](const auto& cell) -> FieldValue { return cell; }, rows.front()[2]);
    }
    parts_.fields.values["per_unit"] = PlainText{of_one(*first.line, task_.language)};
    parts_.fields.values["late_rows"] = std::move(rows);
  }

  /// From when the price changes after all: never by this step, or at the next date.
  void later(const TalkPrice& first) {
    const bool forfeited = std::all_of(
        news_.lost.begin(), news_.lost.end(),
        [](const TalkPrice* each) { return each->entry->verdict == Verdict::forfeited; });
    parts_.fields.holds.insert(forfeited ? "lapsed" : "moved_on");
    if (!forfeited) parts_.fields.holds.insert(limited() ? "moved_within" : "moved_whole");
    if (!first.moves_on) return;
    parts_.fields.values["next_date"] = *first.moves_on;
    parts_.fields.holds.insert("next_day");
  }

  /// Whether a clause stops a step from above, so that a rise of two years may not fit into one.
  bool limited() const {
    return std::any_of(news_.lost.begin(), news_.lost.end(), [](const TalkPrice* each) {
      const Limits& limits = each->entry->clause->ladder_on(each->entry->date).limits;
      return !limits.cap.empty() || !limits.cap_total.empty() || limits.highest_price;
    });
  }

  /// Over the days until the next step.
  void saved() {
    std::optional<Date> until;
    for (const TalkPrice* each : news_.lost)
      if (each->moves_on)
        until = std::min(until.value_or(*each->moves_on), each->moves_on->plus_days(-1));
    add_paid_less(parts_, task_, in_time_.schedules, until, "late_saves",
                  {"less because it came too late", "minder omdat het te laat was"});
  }

  const LetterTask& task_;
  const PriceNews& news_;
  Instead in_time_;
  LetterParts parts_;
};

}  // namespace

LetterDraft late_draft(const LetterTask& task) {
  const PriceNews news = price_news(task.facts);
  if (task.facts.ended || !task.facts.adjustment) {
    const Phrase why = no_proposal(task.talk());
    return no_letter(why.en, why.nl);
  }
  if (news.lost.empty() && task.facts.late)
    return no_letter(
        "the announcement came late, and the step begins later: --kind indexation "
        "announces it and says why",
        "de aankondiging kwam te laat, en de stap gaat later in: --kind indexation "
        "kondigt hem aan en zegt waarom");
  if (news.lost.empty())
    return no_letter("nothing was announced too late; --kind indexation announces the step",
                     "er is niets te laat aangekondigd; --kind indexation kondigt de stap aan");
  return LateLetter(task, news).draft();
}

}  // namespace pricetalk
