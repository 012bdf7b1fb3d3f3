#include "answer/answer.hpp"

#include <algorithm>
#include <set>

#include "answer/announced_price.hpp"
#include "answer/letter_cause.hpp"
#include "answer/money.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/day_step.hpp"
#include "pricing/later_figures.hpp"

namespace pricetalk {

std::string_view word(LetterVerdict verdict) {
  switch (verdict) {
    case LetterVerdict::accept:
      return "accept";
    case LetterVerdict::ask:
      return "ask";
    case LetterVerdict::dispute:
      return "dispute";
    case LetterVerdict::too_late:
      return "too-late";
  }
  return {};
}

const Phrase& words(LetterVerdict verdict) {
  static const Phrase all[] = {{"accept", "akkoord"},
                               {"ask", "navragen"},
                               {"dispute", "niet akkoord"},
                               {"too late", "te laat"}};
  return all[static_cast<std::size_t>(verdict)];
}

namespace {

/// So long after the day of the letter a step that came too late for it is looked for.
constexpr Duration looked_ahead{18, Unit::month};

bool is_heavier(LetterVerdict a, LetterVerdict b) {
  return static_cast<int>(a) > static_cast<int>(b);
}

/// Whether a step of the clause is made, or would be, on the day that the letter names.
bool is_about(const PriceEntry& entry, Date on) {
  return entry.clause != nullptr && (entry.date == on || entry.from == on);
}

bool may_come_later(const Clause& clause) {
  const Late late = clause.notice.late.value;
  return clause.notice.before && (late == Late::level_only || late == Late::arrears);
}

/// The contract as it is once the letter has come: announced for the step of its day, or for the
/// last one before it where the contract lets a late announcement begin later. What the contract
/// file says was announced stays.
std::shared_ptr<const Contract> with_announcement(const Contract& contract,
                                                  const Coverage& coverage,
                                                  const ReceivedLetter& letter) {
  auto made = std::make_shared<Contract>(contract);
  if (!letter.received) return made;
  const auto announce = [&](const Clause& clause, Date date) {
    if (made->announcement_for(date, clause) != nullptr) return;
    AnnouncementTerms terms;
    terms.date.value = *letter.received;
    terms.clause.value = Id{clause.id};
    terms.for_date.value = date;
    terms.change =
        letter.change ? std::optional(Stated<Percent>{*letter.change, {}}) : std::nullopt;
    made->terms.announcement.push_back(std::move(terms));
  };
  for (const PriceSchedule& prices : schedule(contract, coverage, letter.on)) {
    const PriceEntry* last = nullptr;
    bool on_the_day = false;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.clause == nullptr) continue;
      last = &entry;
      if (!is_about(entry, letter.on)) continue;
      on_the_day = true;
      announce(*entry.clause, entry.date);
    }
    if (!on_the_day && last != nullptr && may_come_later(*last->clause) &&
        *letter.received > last->date - last->clause->notice.before->value)
      announce(*last->clause, last->date);
  }
  return made;
}

/// The step of a day that was announced too late: lost, or made later.
const PriceEntry* late_step(const PriceSchedule& prices, Date on) {
  for (const PriceEntry& entry : prices.entries) {
    if (entry.clause == nullptr || entry.announcement == nullptr) continue;
    const bool not_made = entry.verdict == Verdict::forfeited || entry.verdict == Verdict::moved_on;
    if (entry.date == on && (not_made || entry.from > on)) return &entry;
    if (entry.date < on && entry.from > on) return &entry;
  }
  return nullptr;
}

/// The first day on which a late step may be made; nothing where it is lost, or the schedule is not
/// that long.
std::optional<Date> made_later(const PriceSchedule& prices, const PriceEntry& late) {
  if (late.verdict == Verdict::forfeited) return std::nullopt;
  if (late.verdict != Verdict::moved_on) return late.from;
  for (const PriceEntry& entry : prices.entries)
    if (entry.clause != nullptr && late.clause != nullptr && entry.clause->id == late.clause->id &&
        entry.date > late.date)
      return entry.from;
  return std::nullopt;
}

/// Whether a cap made the step, so that no other figure would give more.
bool is_at_its_cap(const PriceEntry& entry) {
  if (!entry.why) return false;
  const Outcome<Ratio> change = entry.change();
  for (const OutlineRow& row : outline(entry.why, entry.answer))
    if (row.label == words(Role::cap) && row.value && change && *change == *row.value) return true;
  return false;
}

/// No price of the line was agreed for that day.
std::optional<Phrase> not_agreed(const Contract& contract, const Line& line, Date on) {
  if (on < std::max(contract.start, line.from.value))
    return Phrase{"the line begins later", "de regel begint later"};
  if (line.until && line.until->value < on && !line.until->by_default())
    return Phrase{"the line has ended by then", "de regel is dan afgelopen"};
  if (contract.end && *contract.end < on)
    return Phrase{"the contract has ended by then", "het contract is dan afgelopen"};
  if (on < line.price_date)
    return Phrase{"the contract file has no price of that day",
                  "het contractbestand heeft geen prijs van die dag"};
  return std::nullopt;
}

Phrase reasons_of(const Undetermined& undetermined) {
  Phrase made;
  for (const Reason& reason : undetermined.reasons()) {
    made.en += (made.en.empty() ? "" : "; ") + reason.text.en;
    made.nl += (made.nl.empty() ? "" : "; ") + reason.text.nl;
  }
  return made;
}

/// Makes the answer to one letter.
class LetterAnswer {
 public:
  LetterAnswer(const Contract& contract, const Library& library, const ReceivedLetter& letter,
               Date today)
      : stated_(contract),
        library_(library),
        letter_(letter),
        today_(today),
        coverage_(library, today) {}

  AnsweredLetter run(Why why) && {
    made_.letter = letter_;
    made_.today = today_;
    made_.contract = with_announcement(stated_, coverage_, letter_);
    made_.schedules = std::make_shared<const std::vector<PriceSchedule>>(
        schedule(*made_.contract, coverage_, letter_.on + looked_ahead));
    for (const PriceSchedule& prices : *made_.schedules)
      for (const PriceEntry& entry : prices.entries)
        if (is_about(entry, letter_.on)) moved_.insert(prices.line);
    for (const Line& line : made_.contract->lines) take(line);
    one_percentage_for_several_clauses();
    sum_up(why);
    made_.reply = reply_terms(*made_.contract, letter_, step(), today_);
    return std::move(made_);
  }

 private:
  const Contract& contract() const { return *made_.contract; }

  std::vector<const PriceSchedule*> schedules_of(const Line& line) const {
    std::vector<const PriceSchedule*> found;
    for (const PriceSchedule& each : *made_.schedules)
      if (each.line == &line) found.push_back(&each);
    return found;
  }

  bool moves(const Line& line) const { return moved_.contains(&line); }

  const ReceivedLetter::Price* price_in_letter(const Line& line) const {
    for (const ReceivedLetter::Price& each : letter_.prices)
      if (each.line == line.id) return &each;
    return nullptr;
  }

  /// Whether the letter speaks of the line. A change without lines is about those that the contract
  /// moves on that day; where it moves none, about all.
  bool speaks_of(const Line& line) {
    if (line.only_surcharges()) return false;
    if (!letter_.change) return price_in_letter(line) != nullptr;
    if (!letter_.lines.empty())
      return std::find(letter_.lines.begin(), letter_.lines.end(), line.id) != letter_.lines.end();
    if (moves(line) || moved_.empty()) return true;
    made_.not_moved.push_back(&line);
    return false;
  }

  void take(const Line& line) {
    if (!speaks_of(line)) return;
    AnsweredLine made;
    made.line = &line;
    for (const PriceSchedule* prices : schedules_of(line)) made.prices.push_back(judged(*prices));
    weigh(made);
    made_.lines.push_back(std::move(made));
  }

  static void weigh(AnsweredLine& line) {
    line.verdict = LetterVerdict::accept;
    for (const AnsweredPrice& each : line.prices)
      if (is_heavier(each.verdict, line.verdict)) line.verdict = each.verdict;
  }

  AnsweredPrice judged(const PriceSchedule& prices) {
    AnsweredPrice made;
    made.prices = &prices;
    made.entry = prices.on(letter_.on);
    const auto outside = not_agreed(contract(), *prices.line, letter_.on);
    if (outside || made.entry == nullptr) {
      made.verdict = LetterVerdict::ask;
      made.why = outside.value_or(Phrase{"no price is agreed", "er is geen prijs afgesproken"});
      made.allowed = made.before = made.allowed_change = no_price(made.why);
      made.entry = nullptr;
      return made;
    }
    const PriceEntry& entry = *made.entry;
    const bool steps = entry.from == letter_.on;
    DayStep day = step_of_day(prices, entry);
    made.before = steps ? day.before : entry.price;
    made.allowed = entry.price;
    made.allowed_change = steps ? day.change : Outcome<Ratio>(Ratio(0));
    if (!steps) day = DayStep{{}, &entry, entry.price, Ratio(0), {}};
    made.announced = announced(made);
    if (!made.allowed) {
      unknown(made);
    } else if (!made.announced) {
      made.verdict = LetterVerdict::ask;
      made.why = {"the price that the percentage is counted from is not known",
                  "de prijs waarover het percentage wordt gerekend, is niet bekend"};
    } else {
      made.beside = letter_.change
                        ? beside_step(*letter_.change, *made.announced, day, *made.allowed)
                        : beside_price(made.announced->price, *made.allowed, contract().currency);
      compare(made);
    }
    return made;
  }

  static Outcome<Ratio> no_price(const Phrase& why) {
    return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                               .key = why.en,
                               .text = why,
                               .series = {},
                               .period = {},
                               .expected = {},
                               .source = {}});
  }

  std::optional<AnnouncedPrice> announced(const AnsweredPrice& price) const {
    if (letter_.change)
      return announced_by_percentage(*letter_.change, *price.prices, *price.entry, price.before);
    const auto* stated = price_in_letter(*price.prices->line);
    return announced_as_price(stated->unit_price);
  }

  /// What the contract allows is not known yet, or the contract does not say it.
  void unknown(AnsweredPrice& price) {
    price.verdict = LetterVerdict::ask;
    price.why = reasons_of(price.allowed.why());
    read(price);
    if (price.readings.all.empty() || !price.announced) return;
    if (price.announced->low <= price.readings.at_most) return;
    price.verdict = LetterVerdict::dispute;
    price.beside = BesideAllowed::above;
    price.why = {"more than the contract allows under any of its readings",
                 "meer dan het contract bij enige lezing toestaat"};
  }

  void read(AnsweredPrice& price) const {
    price.readings =
        read_prices(contract(), coverage_, *price.prices->line, price.prices->price, letter_.on);
  }

  void compare(AnsweredPrice& price) {
    if (price.beside != BesideAllowed::equal && counts_otherwise(price)) return;
    if (price.beside != BesideAllowed::above) {
      price.why = price.beside == BesideAllowed::below
                      ? Phrase{"less than the contract allows", "minder dan het contract toestaat"}
                      : Phrase{"what the contract allows", "wat het contract toestaat"};
      return;
    }
    if (with_surcharges(price) || came_too_late(price) || has_no_base(price) ||
        is_last_step_again(price) || may_change(price) || can_be_read_so(price))
      return;
    price.verdict = LetterVerdict::dispute;
    price.why = {"more than the contract allows", "meer dan het contract toestaat"};
  }

  /// A price that lies so far from the allowed one counts in another unit, and one that differs by
  /// VAT is a price with it, or without it.
  bool counts_otherwise(AnsweredPrice& price) const {
    if (letter_.change) return false;
    price.meant = other_meaning(contract(), *price.prices->line, price.announced->price,
                                *price.allowed, price.before, letter_.on);
    if (!price.meant) return false;
    price.verdict = LetterVerdict::ask;
    price.why = price.meant->question;
    return true;
  }

  /// A price that holds the surcharges of the day as well.
  bool with_surcharges(AnsweredPrice& price) const {
    if (letter_.change || price.prices->line->surcharges.empty()) return false;
    const ChargedPrice charged = charged_on(*price.prices, letter_.on);
    if (!charged.charged) {
      price.verdict = LetterVerdict::ask;
      price.why = {"a surcharge of that day is not known, and the price may hold it",
                   "een toeslag van die dag is niet bekend; de prijs kan die bevatten"};
      return true;
    }
    if (beside_price(price.announced->price, *charged.charged, contract().currency) ==
        BesideAllowed::above)
      return false;
    price.beside = BesideAllowed::equal;
    price.why = {"what the contract allows with its surcharges",
                 "wat het contract met de toeslagen toestaat"};
    return true;
  }

  bool came_too_late(AnsweredPrice& price) const {
    const PriceEntry* late = late_step(*price.prices, letter_.on);
    if (late == nullptr) return false;
    price.verdict = LetterVerdict::too_late;
    price.later = made_later(*price.prices, *late);
    price.lapsed = late->verdict == Verdict::forfeited;
    for (const PriceSchedule& each : in_time())
      if (each.line->id == price.prices->line->id && each.price == price.prices->price)
        if (const PriceEntry* entry = each.on(letter_.on)) price.in_time = entry->price;
    const auto in = [&](Language language) {
      const auto day = [&](Date date) { return date_text(date, language); };
      std::string text =
          say(language, "announced on ", "aangekondigd op ") + day(late->announcement->date.value);
      if (late->deadline)
        text += say(language, ", after the last day (", ", na de laatste dag (") +
                day(late->deadline->adjusted_from) + ")";
      if (price.later)
        return text + say(language, ": the step may be made from ", ": de stap kan vanaf ") +
               day(*price.later) + say(language, "", " worden gemaakt");
      if (price.lapsed)
        return text + say(language, ": the step has lapsed", ": de stap is vervallen");
      return text + say(language, ": the step moves on to the next date",
                        ": de stap schuift door naar de volgende datum");
    };
    price.why = {in(Language::en), in(Language::nl)};
    if (price.too_high_as_well()) {
      price.why.en += "; in time it would have been more than the contract allows as well";
      price.why.nl += "; ook op tijd was het meer geweest dan het contract toestaat";
    }
    return true;
  }

  /// The prices as if the letter had come in time.
  const std::vector<PriceSchedule>& in_time() const {
    if (in_time_.empty()) {
      in_time_contract_ = std::make_unique<Contract>(stated_);
      std::erase_if(in_time_contract_->terms.announcement, [&](const AnnouncementTerms& each) {
        return each.for_date.value == letter_.on;
      });
      in_time_ = schedule(*in_time_contract_, coverage_, letter_.on);
    }
    return in_time_;
  }

  /// The price as written holds on that very day: what it was before, the contract does not say.
  bool has_no_base(AnsweredPrice& price) const {
    if (!letter_.change || price.entry->verdict != Verdict::start ||
        price.entry->from != letter_.on)
      return false;
    price.verdict = LetterVerdict::ask;
    price.why = {
        "the price in the contract file is of that very day, so that the step may be in it",
        "de prijs in het contractbestand is van die dag zelf; de stap kan er al in zitten"};
    return true;
  }

  /// On a day without a step the letter may be about the last one, which is in the price already.
  bool is_last_step_again(AnsweredPrice& price) const {
    const PriceEntry& last = *price.entry;
    if (last.from == letter_.on || last.clause == nullptr || !letter_.change ||
        last.from + Duration{1, Unit::year} <= letter_.on)
      return false;
    const DayStep day = step_of_day(*price.prices, last);
    const auto counted = announced_by_percentage(*letter_.change, *price.prices, last, day.before);
    if (!counted ||
        beside_step(*letter_.change, *counted, day, *price.allowed) == BesideAllowed::above)
      return false;
    price.verdict = LetterVerdict::ask;
    const auto in = [&](Language language) {
      return say(language, "the contract makes no step on that day; if the step of ",
                 "het contract kent op die dag geen stap; als de stap van ") +
             date_text(last.from, language) +
             say(language, " is meant, it is in the price already",
                 " is bedoeld, zit die al in de prijs");
    };
    price.why = {in(Language::en), in(Language::nl)};
    return true;
  }

  bool may_change(AnsweredPrice& price) {
    const PriceEntry& entry = *price.entry;
    if (entry.fixity == Fixity::fixed && !may_still_change(*price.prices, entry, today_))
      return false;
    if (is_at_its_cap(entry)) return false;
    price.verdict = LetterVerdict::ask;
    price.why = {
        "more than the contract allows by the figures of today, which are provisional",
        "meer dan het contract toestaat met de cijfers van vandaag, en die zijn voorlopig"};
    read(price);
    return true;
  }

  bool can_be_read_so(AnsweredPrice& price) {
    read(price);
    if (price.readings.all.empty() || price.readings.at_most < price.announced->low) {
      price.readings = {};
      return false;
    }
    price.verdict = LetterVerdict::ask;
    const auto exact =
        std::find_if(price.readings.all.begin(), price.readings.all.end(),
                     [&](const ReadPrice& each) { return price.announced->can_be(each.price); });
    price.why = exact == price.readings.all.end()
                    ? Phrase{"it lies between the prices that the readings of the contract give",
                             "het ligt tussen de prijzen die het contract naar lezing geeft"}
                    : Phrase{"it is allowed when the contract is read so: " + exact->reading.en,
                             "het mag als het contract zo wordt gelezen: " + exact->reading.nl};
    return true;
  }

  /// One percentage for lines of several clauses, right for one of them, may not be meant for the
  /// others.
  void one_percentage_for_several_clauses() {
    if (!letter_.change || !letter_.lines.empty()) return;
    const auto fits = [](const AnsweredLine& line) {
      return line.verdict == LetterVerdict::accept &&
             line.prices.front().beside == BesideAllowed::equal;
    };
    for (AnsweredLine& line : made_.lines) {
      if (line.verdict != LetterVerdict::dispute) continue;
      const bool other =
          std::any_of(made_.lines.begin(), made_.lines.end(), [&](const AnsweredLine& each) {
            return fits(each) && each.line->clauses != line.line->clauses;
          });
      if (!other) continue;
      for (AnsweredPrice& price : line.prices) {
        if (price.verdict != LetterVerdict::dispute) continue;
        price.verdict = LetterVerdict::ask;
        price.why = {
            "right for other lines, and more than is allowed for this one: is it meant for "
            "this line?",
            "juist voor andere regels, en meer dan is toegestaan voor deze: is het "
            "percentage voor deze regel bedoeld?"};
      }
      weigh(line);
    }
  }

  void sum_up(Why why) {
    LetterMoney money(contract(), letter_);
    for (AnsweredLine& line : made_.lines) {
      if (is_heavier(line.verdict, made_.verdict)) made_.verdict = line.verdict;
      money.add(line);
      if (why == Why::searched && line.verdict == LetterVerdict::dispute) line.cause = cause(line);
    }
    std::move(money).close(made_);
  }

  /// One percentage beside one allowed step of the same clauses is one mistake: it is searched
  /// once.
  std::optional<LetterCause> cause(const AnsweredLine& line) const {
    if (letter_.change)
      for (const AnsweredLine& before : made_.lines) {
        if (&before == &line) break;
        if (before.verdict == LetterVerdict::dispute && have_one_step(before, line))
          return before.cause;
      }
    return cause_of(contract(), *line.line, library_, line.prices.front(), letter_, today_);
  }

  static bool have_one_step(const AnsweredLine& a, const AnsweredLine& b) {
    const Outcome<Ratio>& step_a = a.prices.front().allowed_change;
    const Outcome<Ratio>& step_b = b.prices.front().allowed_change;
    return a.line->clauses == b.line->clauses && step_a && step_b && *step_a == *step_b;
  }

  /// The step that the letter is about, of the first line that has one.
  const PriceEntry* step() const {
    for (const AnsweredLine& line : made_.lines)
      for (const AnsweredPrice& price : line.prices)
        for (const PriceEntry& entry : price.prices->entries)
          if (is_about(entry, letter_.on)) return &entry;
    return nullptr;
  }

  const Contract& stated_;
  const Library& library_;
  const ReceivedLetter& letter_;
  Date today_;
  Coverage coverage_;
  AnsweredLetter made_;
  std::set<const Line*> moved_;  ///< by a step on the day of the letter
  mutable std::unique_ptr<Contract> in_time_contract_;
  mutable std::vector<PriceSchedule> in_time_;
};

}  // namespace

AnsweredLetter answer(const Contract& contract, const Library& library,
                      const ReceivedLetter& letter, Date today, Why why) {
  return LetterAnswer(contract, library, letter, today).run(why);
}

}  // namespace pricetalk
