#include <algorithm>

#include "advice/redface_rules.hpp"
#include "advice/ways.hpp"
#include "calendar/working_day.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/timeline.hpp"

namespace pricetalk {

namespace {

std::string nl_date(Date date) { return date_text(date, Language::nl); }
std::string en_date(Date date) { return date_text(date, Language::en); }

/// Every step that had to be announced and was, by its first announcement: a later one of the same
/// step only replaces the percentage. `day`: on which the step is made.
template <class Visit>
void each_announcement(const Dossier& d, Visit visit) {
  for (const AnnouncementTerms& each : d.contract->terms.announcement) {
    const PriceEntry* step = nullptr;
    for (const PriceSchedule& prices : *d.schedules)
      for (const PriceEntry& entry : prices.entries)
        if (step == nullptr && entry.announcement == &each && must_be_announced(entry))
          step = &entry;
    if (step != nullptr) visit(each, *step->clause, day_of(*step));
  }
}

Phrase words(NoticeForm form) {
  switch (form) {
    case NoticeForm::any:
      return {"any form", "een vrije vorm"};
    case NoticeForm::letter:
      return {"letter", "brief"};
    case NoticeForm::registered_letter:
      return {"registered letter", "aangetekende brief"};
    case NoticeForm::email:
      return {"e-mail", "e-mail"};
    case NoticeForm::portal:
      return {"portal", "portaal"};
  }
  return {};
}

/// The derivations of the prices that a finding is about.
template <class Wanted>
void add_steps(const Dossier& d, Finding& finding, Wanted wanted) {
  for (const PriceSchedule& prices : *d.schedules)
    for (const PriceEntry& entry : prices.entries) {
      if (!entry.why || !wanted(entry)) continue;
      finding.evidence.push_back(
          {entry.address,
           {"step of " + en_date(entry.date), "stap van " + nl_date(entry.date)},
           std::make_shared<const Derivation>(entry.why),
           entry.answer});
    }
}

/// Whether the step of a day was announced once more in time, in the form that the contract asks
/// for.
bool repeated_in_form(const Contract& contract, const AnnouncementTerms& first,
                      const Clause& clause, Date day) {
  const auto& all = contract.terms.announcement;
  return std::any_of(all.begin(), all.end(), [&](const AnnouncementTerms& each) {
    return each.clause.value.value == clause.id && each.for_date.value == first.for_date.value &&
           each.form && each.form->value == clause.notice.form.value &&
           !too_late(each.date.value, day, clause.notice.before->value);
  });
}

std::optional<Date> due_day(const PromiseTerms& promise) {
  if (!promise.due) return std::nullopt;
  if (promise.due->value.on) return promise.due->value.on;
  return promise.date.value + *promise.due->value.within;
}

}  // namespace

std::vector<Finding> terms_not_communicated(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  const auto add = [&](const Line* line, const Phrase& what, const Phrase& question) {
    Finding finding = about(line, {what.en + " was never told to the customer",
                                   what.nl + " is nooit aan de klant verteld"});
    finding.customer_question = question;
    made.push_back(std::move(finding));
  };
  const auto returns = [&](const ReturnTerms& terms, const Line* line) {
    if (terms.communicated) return;
    const std::string period = terms.period.value.text();
    add(line, {"the return period of " + period, "de termijn om te retourneren"},
        {"Where does it say how long we can return things?",
         "Waar staat hoelang wij iets kunnen retourneren?"});
  };
  if (d.contract->terms.returns) returns(*d.contract->terms.returns, nullptr);
  for (const auto& line : d.contract->terms.price)
    if (line.terms.returns) returns(*line.terms.returns, d.contract->find_line(line.id));
  if (const auto& terms = d.contract->terms.non_conformity; terms && !terms->communicated)
    add(nullptr,
        {"what holds when something is not as agreed",
         "wat geldt als iets niet is zoals afgesproken"},
        {"What can we ask when it is not right?", "Wat kunnen wij vragen als het niet goed is?"});
  return made;
}

namespace {

/// The first day after today on which a step must be announced that nobody announced, and of which
/// the last day to do so has passed.
const PriceEntry* unannounced_and_late(const Dossier& d) {
  const PriceEntry* next = nullptr;
  for (const PriceSchedule& prices : *d.schedules)
    for (const PriceEntry& entry : prices.entries) {
      if (day_of(entry) <= d.today || entry.announcement != nullptr || !must_be_announced(entry))
        continue;
      if (!too_late(d.today, day_of(entry), entry.clause->notice.before->value)) continue;
      if (next == nullptr || day_of(entry) < day_of(*next)) next = &entry;
    }
  return next;
}

}  // namespace

std::vector<Finding> announced_late(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  each_announcement(d, [&](const AnnouncementTerms& each, const Clause& clause, Date day) {
    const Date last = day - clause.notice.before->value;
    if (!too_late(each.date.value, day, clause.notice.before->value)) return;
    Finding finding = about(
        nullptr, {"the adjustment of " + en_date(day) + " was announced on " +
                      en_date(each.date.value) + ", after the last day (" + en_date(last) + ")",
                  "de aanpassing van " + nl_date(day) + " is aangekondigd op " +
                      nl_date(each.date.value) + ", na de laatste dag (" + nl_date(last) + ")"});
    finding.since = day;
    add_steps(d, finding, [&](const PriceEntry& entry) { return entry.announcement == &each; });
    made.push_back(std::move(finding));
  });
  if (const PriceEntry* next = unannounced_and_late(d)) {
    const Date day = day_of(*next);
    Finding finding = about(nullptr, {"the adjustment of " + en_date(day) +
                                          " was not announced in time (the last day was " +
                                          en_date(next->deadline->on) + ")",
                                      "de aanpassing van " + nl_date(day) +
                                          " is niet op tijd aangekondigd (de laatste dag was " +
                                          nl_date(next->deadline->on) + ")"});
    finding.customer_question = {"Why do we hear this only now?", "Waarom horen wij dit nu pas?"};
    finding.advice = {"See what the contract still allows before you name a price.",
                      "Kijk eerst wat het contract nog toestaat, en noem dan pas een prijs."};
    add_steps(d, finding, [&](const PriceEntry& entry) {
      return entry.clause == next->clause && entry.date == next->date;
    });
    made.push_back(std::move(finding));
  }
  return made;
}

std::vector<Finding> announced_in_another_form(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  each_announcement(d, [&](const AnnouncementTerms& each, const Clause& clause, Date day) {
    const NoticeForm asked = clause.notice.form.value;
    if (!each.form || asked == NoticeForm::any || each.form->value == asked) return;
    if (repeated_in_form(*d.contract, each, clause, day)) return;
    const Phrase sent = words(each.form->value);
    const Phrase agreed = words(asked);
    Finding finding =
        about(nullptr, {"the adjustment of " + en_date(day) + " was announced by " + sent.en +
                            ", the contract asks for a " + agreed.en,
                        "de aanpassing van " + nl_date(day) + " is aangekondigd per " + sent.nl +
                            ", het contract vraagt een " + agreed.nl});
    finding.since = day;
    add_steps(d, finding, [&](const PriceEntry& entry) { return entry.announcement == &each; });
    made.push_back(std::move(finding));
  });
  return made;
}

std::vector<Finding> no_announcement(const Dossier& d, const RedFaceThresholds&) {
  const auto unannounced = [&](const PriceEntry& entry) {
    return entry.announcement == nullptr && day_of(entry) <= d.today &&
           entry.verdict == Verdict::adjusted && must_be_announced(entry);
  };
  std::vector<Date> dates;
  for (const PriceSchedule& prices : *d.schedules)
    for (const PriceEntry& entry : prices.entries)
      if (unannounced(entry)) dates.push_back(day_of(entry));
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  if (dates.empty()) return {};
  Phrase list;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool last = i > 0 && i + 1 == dates.size();
    list.en += (i == 0 ? "" : last ? " and " : ", ") + en_date(dates[i]);
    list.nl += (i == 0 ? "" : last ? " en " : ", ") + nl_date(dates[i]);
  }
  Finding finding = about(nullptr, {"no announcement on record for " + list.en,
                                    "geen aankondiging bewaard voor " + list.nl});
  finding.since = dates.front();
  add_steps(d, finding, unannounced);
  return {std::move(finding)};
}

std::vector<Finding> promise_overdue(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  const auto look = [&](const std::vector<PromiseTerms>& promises) {
    for (const PromiseTerms& each : promises) {
      const auto due = due_day(each);
      const bool late = each.state.value == PromiseState::open && due && *due < d.today;
      if (each.by.value != Side::supplier || (!late && each.state.value != PromiseState::broken))
        continue;
      const Phrase by = due ? Phrase{" (promised for " + en_date(*due) + ")",
                                     " (beloofd voor " + nl_date(*due) + ")"}
                            : Phrase{" (promised on " + en_date(each.date.value) + ")",
                                     " (beloofd op " + nl_date(each.date.value) + ")"};
      Finding finding = about(nullptr, {"not done: " + each.what.value + by.en,
                                        "niet nagekomen: " + each.what.value + by.nl});
      finding.since = due ? due : std::optional(each.date.value);
      made.push_back(std::move(finding));
    }
  };
  look(d.contract->terms.promise);
  look(d.contract->terms.obligation);
  return made;
}

}  // namespace pricetalk
