#include "talk/talk_calendar.hpp"

#include <cctype>

#include "advice/offer_terms.hpp"
#include "portfolio/hinges.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/calendar_file.hpp"

namespace pricetalk {

namespace {

std::string zone_of(const Contract& contract) {
  const std::string& country = contract.jurisdiction;
  if (country == "NL") return "Europe/Amsterdam";
  if (country == "BE") return "Europe/Brussels";
  if (country == "DE") return "Europe/Berlin";
  if (country == "FR") return "Europe/Paris";
  if (country == "AT") return "Europe/Vienna";
  if (country == "LU") return "Europe/Luxembourg";
  if (country == "GB") return "Europe/London";
  if (country == "IE") return "Europe/Dublin";
  return {};
}

class TalkCalendar {
 public:
  TalkCalendar(const TalkFacts& facts, Language language)
      : talk_(*facts.talk), facts_(facts), contract_(*talk_.contract), language_(language) {}

  std::vector<CalendarEvent> events() {
    times();
    days();
    return std::move(events_);
  }

 private:
  std::string in(const char* en, const char* nl) const { return say(language_, en, nl); }

  /// "FM-2024-031-reply@pricetalk": of one contract and one matter.
  std::string uid(const std::string& matter) const {
    std::string made;
    for (const char c : contract_.id) {
      const auto byte = static_cast<unsigned char>(c);
      made += std::isalnum(byte) != 0 || c == '-' || c == '.' ? c : '-';
    }
    return made + "-" + matter + "@pricetalk";
  }

  std::string whose() const {
    return contract_.customer.empty() ? contract_.title : contract_.customer;
  }

  void add(const char* matter, const DateTime& at, bool whole_day, const std::string& title,
           int days_ahead = 0, std::string more = {}, bool deadline = true) {
    if (at.date < talk_.today) return;
    events_.push_back(
        {uid(matter), at, whole_day, title + ": " + whose(),
         contract_.title + " (" + contract_.id + ")" + (more.empty() ? "" : "\n" + more),
         days_ahead, deadline, zone_of(contract_)});
  }

  void times() {
    const auto& terms = contract_.terms.talk;
    if (!terms) return;
    const ContactTerms* receiver =
        terms->receiver ? contract_.find_contact(terms->receiver->value) : nullptr;
    const std::string who = receiver != nullptr ? receiver->name.value : std::string();
    const std::string phone =
        receiver != nullptr && receiver->phone ? receiver->phone->value : std::string();
    if (terms->call_at)
      add("call", terms->call_at->value, false,
          in("Call", "Bellen") + (who.empty() ? "" : " " + in("with ", "met ") + who), 0, phone);
    if (terms->reply_by)
      add("reply", terms->reply_by->value, false,
          in("Reply expected", "Antwoord verwacht") +
              (who.empty() ? "" : " " + in("from ", "van ") + who));
  }

  void days() {
    constexpr int week = 7;
    const auto whole = [](Date on) { return DateTime{on, 0, 0}; };
    if (facts_.deadline && !facts_.announced)
      add("announce", whole(facts_.deadline->on), true,
          in("Last day to announce", "Laatste dag om aan te kondigen"), week,
          facts_.verdict.in(language_));
    if (facts_.adjustment)
      add("price", whole(*facts_.adjustment), true, in("New price", "Nieuwe prijs"), 0, {}, false);
    const Offer* offer = talk_.proposal ? talk_.proposal->offer() : nullptr;
    if (offer != nullptr && !offer->customer_terms().reductions.empty())
      add("reduction", whole(offer->customer_terms().reduction_from), true,
          in("Reduction begins, when the customer agrees",
             "Verlaging gaat in, als de klant akkoord gaat"),
          0, {}, false);
    if (const auto last = last_day_to_cancel(contract_))
      add("notice", whole(*last), true,
          in("Last day to give notice", "Laatste dag om op te zeggen"), 2 * week);
  }

  const Talk& talk_;
  const TalkFacts& facts_;
  const Contract& contract_;
  Language language_;
  std::vector<CalendarEvent> events_;
};

}  // namespace

std::vector<CalendarEvent> talk_days(const TalkFacts& facts, Language language) {
  return TalkCalendar(facts, language).events();
}

std::string talk_calendar(const TalkFacts& facts, Language language) {
  return calendar_file(talk_days(facts, language), facts.talk->today, language);
}

}  // namespace pricetalk
