#include <algorithm>

#include "index/usual_lag.hpp"
#include "lint/doubt.hpp"
#include "lint/oddity_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/facts_parts.hpp"
#include "talk/talk_state.hpp"

namespace pricetalk {

namespace {

Phrase day_phrase(const Date& date) {
  return {date_text(date, Language::en), date_text(date, Language::nl)};
}

/// A figure is published on its day, and not before its period is over.
bool comes_after(const Reason& reason, Date day) {
  if (reason.kind != Reason::Kind::not_yet) return false;
  return reason.expected ? *reason.expected > day
                         : reason.period && reason.period->last_day() >= day;
}

constexpr std::size_t most_doubts_told = 3;

/// What the contract says of its prices and can hardly be meant, as `check` warns of it.
std::vector<Phrase> hardly_meant(const Talk& talk) {
  std::vector<Phrase> found;
  const auto tell = [&](const std::string& code, const Phrase& title) {
    if (found.size() < most_doubts_told)
      found.push_back({title.en + " (" + code + ")", title.nl + " (" + code + ")"});
  };
  const TrialLimits& limits = default_trial_limits();
  const Date next_year = talk.today + Duration{1, Unit::year};
  const Coverage coverage(*talk.library, talk.today);
  for (const Oddity& odd : try_clauses(*talk.contract, coverage, next_year, limits))
    tell(std::string(code_of(odd.kind)), title_of(odd, talk.contract->currency));
  for (const Doubt& each : doubts_of_prices(*talk.contract, *talk.library, talk.today, limits))
    tell(each.code, each.title);
  return found;
}

/// Whether the talk can be held, and what must be done before.
class TalkVerdict {
 public:
  explicit TalkVerdict(TalkFacts& facts)
      : facts_(facts),
        talk_(*facts.talk),
        contract_(*talk_.contract),
        hardly_meant_(hardly_meant(talk_)) {}

  void tell() {
    verdict();
    to_do();
  }

 private:
  template <class Is>
  std::ptrdiff_t count(Is is) const {
    return std::count_if(talk_.findings.begin(), talk_.findings.end(), is);
  }

  void verdict() {
    const std::size_t to_tell = untold(talk_).size();
    const auto to_pay = count(to_be_paid_back);
    const auto wrong = count([](const Finding& f) {
      return f.kind == FindingKind::wrong && (!f.told || to_be_paid_back(f));
    });
    facts_.ready = false;
    facts_.call_first = to_tell > 0;
    const bool stopped = facts_.letter.stopped();
    if (to_tell > 0) {
      const std::string n = std::to_string(to_tell);
      facts_.verdict =
          to_tell == 1
              ? Phrase{"CALL FIRST about one error, then talk about the price (block 2).",
                       "EERST BELLEN over één fout, dan pas het gesprek over de prijs (punt 2)."}
              : Phrase{"CALL FIRST about " + n + " errors, then talk about the price (block 2).",
                       "EERST BELLEN over " + n +
                           " fouten, dan pas het gesprek over de prijs (punt 2)."};
    } else if (to_pay > 0) {
      const std::string n = std::to_string(to_pay);
      facts_.verdict =
          to_pay == 1
              ? Phrase{"NOT READY: one error was told and is not paid back yet (block 2).",
                       "NOG NIET KLAAR: één fout is verteld en nog niet terugbetaald (punt 2)."}
              : Phrase{"NOT READY: " + n + " errors were told and are not paid back yet (block 2).",
                       "NOG NIET KLAAR: " + n +
                           " fouten zijn verteld en nog niet terugbetaald (punt 2)."};
    } else if (wrong > 0) {
      const std::string n = std::to_string(wrong);
      facts_.verdict = wrong == 1
                           ? Phrase{"NOT READY: mend one error first (block 2).",
                                    "NOG NIET KLAAR: eerst één fout herstellen (punt 2)."}
                           : Phrase{"NOT READY: mend " + n + " errors first (block 2).",
                                    "NOG NIET KLAAR: eerst " + n + " fouten herstellen (punt 2)."};
    } else if (facts_.ended) {
      facts_.verdict = {
          "ENDED: the contract ended on " + day_phrase(*contract_.end).en + ".",
          "AFGELOPEN: het contract is op " + day_phrase(*contract_.end).nl + " geëindigd."};
    } else if (facts_.after_deadline) {
      facts_.verdict = {"ANNOUNCE NOW: the figure comes after the last day to announce (block 1).",
                        "NU AANKONDIGEN: het cijfer komt na de laatste dag om aan te kondigen "
                        "(punt 1)."};
    } else if (!facts_.waiting_for.empty()) {
      facts_.verdict = {"NOT READY: a figure is missing (block 8).",
                        "NOG NIET KLAAR: er ontbreekt een cijfer (punt 8)."};
    } else if (!facts_.entered.empty()) {
      facts_.verdict = {
          "NOT READY: the price rests on a figure that was entered by hand (block 8).",
          "NOG NIET KLAAR: de prijs rust op een cijfer dat met de hand is ingevoerd (punt 8)."};
    } else if (talk_.scenario && !talk_.no_years.empty()) {
      facts_.verdict = {"NOT READY: the scenario says too little about the coming years (block 3).",
                        "NOG NIET KLAAR: het scenario zegt te weinig over de komende jaren (punt "
                        "3)."};
    } else if (stopped) {
      facts_.verdict = {"NOT READY: the letter must be changed first (block 8).",
                        "NOG NIET KLAAR: de brief moet eerst anders (punt 8)."};
    } else if (facts_.late && facts_.announced) {
      facts_.verdict =
          facts_.partly_late()
              ? Phrase{"PARTLY LATE: for a part of the prices the announcement came too late "
                       "(block 1).",
                       "DEELS TE LAAT: voor een deel van de prijzen kwam de aankondiging te laat "
                       "(punt 1)."}
              : Phrase{"LATE: the announcement came too late (block 1).",
                       "TE LAAT: de aankondiging kwam te laat (punt 1)."};
    } else if (facts_.partly_late()) {
      facts_.verdict = {
          "PARTLY LATE: for a part of the prices the last day to announce has passed (block 1).",
          "DEELS TE LAAT: voor een deel van de prijzen is de laatste dag om aan te kondigen "
          "voorbij (punt 1)."};
    } else if (facts_.late) {
      facts_.verdict = {"LATE: the last day to announce has passed (block 1).",
                        "TE LAAT: de laatste dag om aan te kondigen is voorbij (punt 1)."};
    } else if (!hardly_meant_.empty()) {
      facts_.verdict = {
          "NOT READY: something in the contract can hardly be meant (block 8).",
          "NOG NIET KLAAR: iets in het contract kan nauwelijks bedoeld zijn (punt 8)."};
    } else if (!talk_.missing.empty()) {
      facts_.verdict = {"NOT READY: the letter still needs something (block 8).",
                        "NOG NIET KLAAR: de brief mist nog iets (punt 8)."};
    } else if (const auto day = unrecorded_call()) {
      facts_.verdict = {
          "NOT READY: was the customer called on " + day_phrase(*day).en + "? (block 8)",
          "NOG NIET KLAAR: is er op " + day_phrase(*day).nl + " gebeld? (punt 8)"};
    } else if (const auto held = unrecorded_talk()) {
      facts_.verdict = {
          "NOT READY: was the talk of " + day_phrase(*held).en + " held? (block 8)",
          "NOG NIET KLAAR: is het gesprek van " + day_phrase(*held).nl + " gevoerd? (punt 8)"};
    } else {
      facts_.ready = true;
      facts_.verdict = {"READY for the talk.", "KLAAR voor het gesprek."};
    }
  }

  /// A day of calling that lies behind, of which nothing is recorded.
  std::optional<Date> unrecorded_call() const {
    const auto& terms = contract_.terms.talk;
    if (!terms || !terms->call_at || terms->called_on || terms->call_at->value.date >= talk_.today)
      return std::nullopt;
    return begun() ? std::optional(terms->call_at->value.date) : std::nullopt;
  }

  /// The same of the talk itself.
  std::optional<Date> unrecorded_talk() const {
    const auto& terms = contract_.terms.talk;
    if (!terms || terms->on.value >= talk_.today || !begun()) return std::nullopt;
    return terms->on.value;
  }

  /// Nothing is recorded of this talk.
  bool begun() const { return state_of(facts_).stage() == TalkStage::begun; }

  void to_do() {
    const auto& talk_terms = contract_.terms.talk;
    const std::string sender =
        talk_terms && talk_terms->sender ? " (" + talk_terms->sender->value + ")" : "";
    for (const Finding& finding : talk_.findings) tell_or_pay(finding, sender);
    if (facts_.call_first) {
      const bool new_one = count(to_be_told) == count([](const Finding& finding) {
                             return to_be_told(finding) && only_announced(finding);
                           });
      const std::string table = new_one ? "[[announcement]]" : "[[disclosure]]";
      facts_.to_do.push_back({"then record it (" + table + ") and prepare again",
                              "daarna vastleggen (" + table + ") en opnieuw voorbereiden"});
    }
    for (const Phrase& each : hardly_meant_)
      facts_.to_do.push_back(
          {"look at the contract: " + each.en + "; `pricetalk check` says what to write",
           "het contract nakijken: " + each.nl + "; `pricetalk check` zegt wat er moet staan"});
    wait_or_announce(sender);
    lower(sender);
    if (talk_.scenario)
      for (const Phrase& why : talk_.no_years)
        facts_.to_do.push_back(
            {"complete the scenario: " + why.en, "het scenario aanvullen: " + why.nl});
    if (facts_.letter.stopped()) {
      const Phrase why = stop_reasons(*facts_.letter.letter);
      facts_.to_do.push_back({"change the letter: " + why.en, "de brief aanpassen: " + why.nl});
    }
    if (talk_terms && talk_terms->call_at) {
      const DateTime at = talk_terms->call_at->value;
      const std::string receiver = talk_terms->receiver ? talk_terms->receiver->value : "";
      const std::string clock =
          std::to_string(at.hour) + "." + (at.minute < 10 ? "0" : "") + std::to_string(at.minute);
      if (at.date >= talk_.today)
        facts_.to_do.push_back(
            {day_phrase(at.date).en + ", " + clock + ": call " + receiver + sender,
             day_phrase(at.date).nl + ", " + clock + " uur: " + receiver + " bellen" + sender});
      else if (!talk_terms->called_on)
        facts_.to_do.push_back(
            {"was " + receiver + " called on " + day_phrase(at.date).en +
                 "? Write it down (talk.called_on), or choose another day (talk.call_at)" + sender,
             "is " + receiver + " gebeld op " + day_phrase(at.date).nl +
                 "? Leg het vast (talk.called_on), of kies een andere dag (talk.call_at)" +
                 sender});
    }
    if (const auto day = unrecorded_talk(); day && !unrecorded_call())
      facts_.to_do.push_back(
          {"was the talk of " + day_phrase(*day).en +
               " held? Write down what came of it (talk.called_on, talk.answered_on), or choose "
               "another day (talk.on)" +
               sender,
           "is het gesprek van " + day_phrase(*day).nl +
               " gevoerd? Leg vast wat eruit kwam (talk.called_on, talk.answered_on), of kies een "
               "andere dag (talk.on)" +
               sender});
    if (facts_.deadline && facts_.days_left && *facts_.days_left >= 0 && !facts_.announced)
      facts_.to_do.push_back({"by " + day_phrase(facts_.deadline->on).en +
                                  ": see that the letter is there, and keep the proof" + sender,
                              "uiterlijk " + day_phrase(facts_.deadline->on).nl +
                                  ": nagaan of de brief er is, bewijs bewaren" + sender});
    for (const MissingKey& key : talk_.missing)
      facts_.to_do.push_back(
          {"fill in " + key.key + ": " + key.text.en, "invullen " + key.key + ": " + key.text.nl});
    for (const ContactTerms& contact : contract_.terms.contact)
      if (contact.party.value == Side::customer && !contact.speaks_with)
        facts_.to_do.push_back({"who of us speaks with " + contact.name.value + "?",
                                "wie van ons spreekt met " + contact.name.value + "?"});
    for (const PromiseTerms& promise : contract_.terms.promise)
      if (promise.by.value == Side::supplier && promise.state.value == PromiseState::open)
        facts_.to_do.push_back(
            {"keep our promise: " + promise.what.value, "belofte nakomen: " + promise.what.value});
  }

  /// A figure that comes in time is waited for; for one that comes too late nobody waits.
  void wait_or_announce(const std::string& sender) {
    if (facts_.ended) return;
    if (facts_.after_deadline) {
      Phrase range;
      for (const TalkPrice& price : facts_.prices) {
        if (!price.range) continue;
        const bool one = price.range->first.value == price.range->second.value;
        const auto amounts = [&](Language language) {
          const std::string low = money_text(std::get<Money>(price.range->first.value), language);
          if (one) return price.name + (language == Language::nl ? " rond " : " about ") + low;
          return price.name + " " + low + " – " +
                 money_text(std::get<Money>(price.range->second.value), language);
        };
        range.en += (range.en.empty() ? " (" : "; ") + amounts(Language::en);
        range.nl += (range.nl.empty() ? " (" : "; ") + amounts(Language::nl);
      }
      if (!range.en.empty()) {
        range.en += ")";
        range.nl += ")";
      }
      const Phrase last = day_phrase(facts_.deadline->on);
      const Phrase what = figure_name(talk_, *facts_.after_deadline);
      facts_.to_do.push_back(
          {"by " + last.en + ": announce how the price is worked out and where it will come out" +
               range.en + "; " + what.en + " comes after that day" + sender,
           "uiterlijk " + last.nl +
               ": aankondigen hoe de prijs wordt berekend en waar hij uitkomt" + range.nl + "; " +
               what.nl + " komt na die dag" + sender});
      return;
    }
    for (const Phrase& typed : facts_.entered)
      facts_.to_do.push_back({"wait for the publisher's figure in place of " + typed.en,
                              "wachten op het cijfer van de uitgever, in plaats van " + typed.nl});
    for (const Reason& reason : facts_.waiting_for) {
      const Phrase figure = figure_name(talk_, reason);
      Phrase task{"wait for " + figure.en, "wacht op " + figure.nl};
      if (reason.kind != Reason::Kind::not_yet) {
        task = {"needed: " + figure.en, "nodig: " + figure.nl};
      } else if (!awaited(reason)) {
        task = {"fetch " + figure.en + ": it is not in the library",
                "haal " + figure.nl + " op: het staat niet in de bibliotheek"};
      } else if (reason.expected) {
        task.en += ", expected on " + day_phrase(*reason.expected).en;
        task.nl += ", verwacht op " + day_phrase(*reason.expected).nl;
      }
      if (std::none_of(facts_.to_do.begin(), facts_.to_do.end(),
                       [&](const Phrase& known) { return known.nl == task.nl; }))
        facts_.to_do.push_back(std::move(task));
    }
  }

  /// A price that falls is lowered, asked or not.
  void lower(const std::string& sender) {
    for (const TalkPrice& price : facts_.prices) {
      if (price.entry == nullptr || !price.now || !price.then ||
          !(amount_of(*price.then) < amount_of(*price.now)))
        continue;
      const Phrase on = day_phrase(*facts_.adjustment);
      const auto to = [&](Language language) {
        return money_text(std::get<Money>(price.then->value), language);
      };
      facts_.to_do.push_back({"on " + on.en + ": lower the price of " + price.name + " to " +
                                  to(Language::en) + ", the contract says so" + sender,
                              "op " + on.nl + ": de prijs van " + price.name + " verlagen naar " +
                                  to(Language::nl) + ", zo staat het in het contract" + sender});
    }
  }

  /// Whether the publisher can still be waited for; else the figure is missing in the library.
  bool awaited(const Reason& reason) const {
    const Series* series = talk_.library->find(reason.series);
    return series == nullptr || !reason.period ||
           still_awaited(*series, reason.period->last, talk_.today);
  }

  /// Nobody has paid it yet: there is nothing to pay back.
  static bool only_announced(const Finding& finding) {
    return finding.rule == "announced-above-allowed";
  }

  /// The findings say what it is about; with several of them, so does the task.
  void tell_or_pay(const Finding& finding, const std::string& sender) {
    const auto mistakes = count([](const Finding& f) { return f.kind == FindingKind::wrong; });
    const Phrase which =
        mistakes > 1 ? Phrase{": " + finding.title.en, ": " + finding.title.nl} : Phrase{};
    if (to_be_told(finding) && only_announced(finding))
      facts_.to_do.push_back(
          {"call about the error and send the right figure" + which.en + sender,
           "bellen over de fout en het goede cijfer sturen" + which.nl + sender});
    else if (to_be_told(finding))
      facts_.to_do.push_back(
          {"call about the error, pay back and confirm" + which.en + sender,
           "bellen over de fout, terugbetalen en bevestigen" + which.nl + sender});
    else if (to_be_paid_back(finding))
      facts_.to_do.push_back({"pay back what was told" + which.en + sender,
                              "terugbetalen wat is verteld" + which.nl + sender});
    else if (finding.kind == FindingKind::wrong && !finding.told)
      facts_.to_do.push_back({"tell the customer what was charged too little" + which.en + sender,
                              "de klant vertellen wat te weinig is gerekend" + which.nl + sender});
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
  std::vector<Phrase> hardly_meant_;
};

}  // namespace

std::string figure_name(const Talk& talk, const Reason& reason, Language language) {
  const Series* series = talk.library->find(reason.series);
  if (reason.kind != Reason::Kind::not_yet || series == nullptr || !reason.period)
    return is_spoken(language) ? reason.text.in(language)
                               : say(language, "", "", "Ein Indexwert", "un indice");
  const std::string period = period_text(reason.period->last, language);
  const std::string& by = series->publisher.empty() ? series->id : series->publisher;
  const std::string title = series->title.empty() ? "" : " (" + series->title + ")";
  return say(language, "the figure of ", "het cijfer van ", "Der Indexwert von ", "l’indice de ") +
         by + say(language, " for ", " over ", " für ", " pour ") + period + title;
}

Phrase figure_name(const Talk& talk, const Reason& reason) {
  return {figure_name(talk, reason, Language::en), figure_name(talk, reason, Language::nl)};
}

void note_figure_after_deadline(TalkFacts& facts) {
  if (!facts.deadline || facts.announced || facts.late) return;
  for (const Reason& reason : facts.waiting_for)
    if (!facts.after_deadline && comes_after(reason, facts.deadline->on))
      facts.after_deadline = reason;
}

void tell_verdict(TalkFacts& facts) { TalkVerdict(facts).tell(); }

}  // namespace pricetalk
