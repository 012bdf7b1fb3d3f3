#include <algorithm>

#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

std::string nl_date(Date date) { return date_text(date, Language::nl); }
std::string en_date(Date date) { return date_text(date, Language::en); }

/// Every announcement that moved, or should have moved, a price: of clauses with a duty to
/// announce.
template <class Visit>
void each_announcement(const Dossier& d, Visit visit) {
  for (const AnnouncementTerms& each : d.contract->terms.announcement) {
    const Clause* clause = d.contract->find_clause(each.clause.value.value);
    if (clause != nullptr && clause->notice.before) visit(each, *clause);
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

std::optional<Date> due_day(const PromiseTerms& promise) {
  if (!promise.due) return std::nullopt;
  if (promise.due->value.on) return promise.due->value.on;
  return promise.date.value + *promise.due->value.within;
}

}  // namespace

std::vector<Finding> terms_not_communicated(const Dossier& d) {
  std::vector<Finding> made;
  const auto add = [&](const Line* line, const Phrase& what, const Phrase& question) {
    made.push_back(blush(
        line,
        {what.en + " was never told to the customer", what.nl + " is nooit aan de klant verteld"},
        question,
        {"Tell it in writing before the talk, and until then apply what the customer could expect.",
         "Vertel het schriftelijk, nog voor het gesprek. Houd u tot die tijd aan wat de klant "
         "mocht verwachten."}));
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

std::vector<Finding> announced_late(const Dossier& d) {
  std::vector<Finding> made;
  each_announcement(d, [&](const AnnouncementTerms& each, const Clause& clause) {
    const Date last = each.for_date.value - clause.notice.before->value;
    if (each.date.value <= last) return;
    made.push_back(
        blush(nullptr,
              {"the adjustment of " + en_date(each.for_date.value) + " was announced on " +
                   en_date(each.date.value) + ", after the last day (" + en_date(last) + ")",
               "de aanpassing van " + nl_date(each.for_date.value) + " is aangekondigd op " +
                   nl_date(each.date.value) + ", na de laatste dag (" + nl_date(last) + ")"},
              {"Was this not announced too late?", "Is dit niet te laat aangekondigd?"},
              {"Follow what the contract says about late announcements, and say so yourself.",
               "Volg wat het contract zegt over te late aankondigingen, en begin er zelf over."}));
  });
  const PriceEntry* next = d.next_adjustment();
  if (next != nullptr && next->deadline && next->announcement == nullptr &&
      next->deadline->adjusted_from < d.today)
    made.push_back(blush(nullptr,
                         {"the adjustment of " + en_date(next->date) + " was not announced by " +
                              en_date(next->deadline->adjusted_from),
                          "de aanpassing van " + nl_date(next->date) + " is niet voor of op " +
                              nl_date(next->deadline->adjusted_from) + " aangekondigd"},
                         {"Why do we hear this only now?", "Waarom horen wij dit nu pas?"},
                         {"See what the contract still allows before you name a price.",
                          "Kijk eerst wat het contract nog toestaat, en noem dan pas een prijs."}));
  return made;
}

std::vector<Finding> announced_in_another_form(const Dossier& d) {
  std::vector<Finding> made;
  each_announcement(d, [&](const AnnouncementTerms& each, const Clause& clause) {
    const NoticeForm asked = clause.notice.form.value;
    if (!each.form || asked == NoticeForm::any || each.form->value == asked) return;
    const Phrase sent = words(each.form->value);
    const Phrase agreed = words(asked);
    made.push_back(
        blush(nullptr,
              {"the adjustment of " + en_date(each.for_date.value) + " was announced by " +
                   sent.en + ", the contract asks for a " + agreed.en,
               "de aanpassing van " + nl_date(each.for_date.value) + " is aangekondigd per " +
                   sent.nl + ", het contract vraagt een " + agreed.nl},
              {"Does this announcement count?", "Telt deze aankondiging wel?"},
              {"Ask the customer to confirm that the announcement was received and accepted.",
               "Vraag de klant te bevestigen dat de aankondiging is ontvangen en aanvaard."}));
  });
  return made;
}

std::vector<Finding> no_announcement(const Dossier& d) {
  std::vector<Date> dates;
  for (const PriceSchedule& prices : *d.schedules)
    for (const PriceEntry& entry : prices.entries)
      if (entry.deadline && entry.announcement == nullptr && entry.date <= d.today &&
          entry.verdict == Verdict::adjusted)
        dates.push_back(entry.date);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  if (dates.empty()) return {};
  Phrase list;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const bool last = i > 0 && i + 1 == dates.size();
    list.en += (i == 0 ? "" : last ? " and " : ", ") + en_date(dates[i]);
    list.nl += (i == 0 ? "" : last ? " en " : ", ") + nl_date(dates[i]);
  }
  Finding finding = blush(
      nullptr,
      {"no announcement on record for " + list.en, "geen aankondiging bewaard voor " + list.nl},
      {"When did you announce that?", "Wanneer hebt u dat aangekondigd?"},
      {"Look for the announcements and add them to the file. The prices are computed as if they "
       "were in time.",
       "Zoek de aankondigingen op en zet ze in het dossier. De prijzen zijn berekend alsof ze op "
       "tijd waren."});
  finding.since = dates.front();
  return {std::move(finding)};
}

std::vector<Finding> promise_overdue(const Dossier& d) {
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
      Finding finding = blush(
          nullptr,
          {"not done: " + each.what.value + by.en, "niet nagekomen: " + each.what.value + by.nl},
          {"You promised this. Where is it?", "Dit had u beloofd. Waar blijft het?"},
          {"Do it before the talk, or call with a new day that you are sure of.",
           "Doe het voor het gesprek, of bel met een nieuwe dag die u zeker weet."});
      finding.since = due ? due : std::optional(each.date.value);
      made.push_back(std::move(finding));
    }
  };
  look(d.contract->terms.promise);
  look(d.contract->terms.obligation);
  return made;
}

std::vector<Finding> silent_good_customer(const Dossier& d) {
  const Contract& contract = *d.contract;
  std::optional<Date> last;
  for (const ContactTerms& each : contract.terms.contact)
    if (each.party.value == Side::customer && each.last_contact &&
        (!last || *last < each.last_contact->value))
      last = each.last_contact->value;
  const Date horizon = d.today.plus_days(red_face_thresholds.talk_within_days);
  const bool soon = (contract.end && *contract.end <= horizon) ||
                    (contract.terms.talk && contract.terms.talk->on.value >= d.today &&
                     contract.terms.talk->on.value <= horizon);
  const bool years =
      shift(contract.customer_since, {red_face_thresholds.relation_years, Unit::year}) <= d.today;
  if (!last || !soon || !years || last->plus_days(red_face_thresholds.silent_days) > d.today)
    return {};
  const std::string days = std::to_string(d.today.days() - last->days());
  Finding finding =
      blush(nullptr,
            {"no contact with the customer for " + days + " days",
             "al " + days + " dagen geen contact met de klant"},
            {"Do you only call when you want money?", "Belt u alleen als u geld wilt?"},
            {"Call now, without a reason, and ask how it goes.",
             "Bel nu, zonder aanleiding, en vraag hoe het gaat."});
  finding.since = last;
  return {std::move(finding)};
}

std::vector<Finding> unpaired_contact(const Dossier& d) {
  std::vector<Finding> made;
  for (const ContactTerms& each : d.contract->terms.contact) {
    if (each.party.value != Side::customer || each.speaks_with || !each.role) continue;
    const ContactRole role = each.role->value;
    if (role != ContactRole::decider && role != ContactRole::influencer &&
        role != ContactRole::buyer && role != ContactRole::finance)
      continue;
    const std::string job = each.job ? " (" + each.job->value + ")" : std::string();
    made.push_back(blush(nullptr,
                         {"nobody of us speaks with " + each.name.value + job,
                          "niemand van ons spreekt met " + each.name.value + job},
                         {"Who are you?", "Wie bent u eigenlijk?"},
                         {"Introduce somebody before the talk.", "Maak kennis voor het gesprek."}));
  }
  return made;
}

}  // namespace pricetalk
