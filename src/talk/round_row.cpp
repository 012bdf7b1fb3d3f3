#include <algorithm>
#include <array>
#include <map>

#include "calendar/working_day.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/talk_calendar.hpp"
#include "talk/talk_round.hpp"

namespace pricetalk {

namespace {

/// "(block 2)" names a place of the page that a list does not have.
std::string without_block(std::string text, std::string_view begin) {
  if (const auto at = text.find(begin); at != std::string::npos)
    if (const auto end = text.find(')', at); end != std::string::npos) text.erase(at, end + 1 - at);
  return text;
}

std::string day_in(Date day, Language language) { return date_text(day, language); }

class RowMaker {
 public:
  RowMaker(const TalkFacts& facts, RoundRow& row)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract), row_(row) {}

  void make() {
    row_.id = contract_.id;
    row_.title = contract_.title;
    row_.customer = contract_.customer;
    row_.currency = contract_.currency;
    row_.vat = contract_.vat;
    row_.verdict = {without_block(facts_.verdict.en, " (block "),
                    without_block(facts_.verdict.nl, " (punt ")};
    row_.ready = facts_.ready;
    row_.state = state_of(facts_);
    days();
    prices();
    findings();
    letter();
    row_.rhythm = rhythm_of(contract_);
    row_.owner = owner();
    next();
  }

 private:
  void days() {
    row_.adjustment = facts_.adjustment;
    if (!facts_.deadline) return;
    row_.announce_by = facts_.deadline->on;
    row_.days_left = working_days_between(talk_.today, facts_.deadline->on, contract_.jurisdiction);
    // A last day that has passed is passed, also when only days off lie between.
    if (facts_.deadline->on < talk_.today) row_.days_left = std::min(*row_.days_left, -1);
  }

  void prices() {
    for (const TalkPrice& price : facts_.prices) {
      if (price.entry == nullptr || price.lost()) continue;
      if (!price.change) {
        row_.steps_open = true;
        continue;
      }
      row_.steps.push_back(*price.change);
    }
    std::sort(row_.steps.begin(), row_.steps.end());
    row_.steps.erase(std::unique(row_.steps.begin(), row_.steps.end()), row_.steps.end());
    if (!facts_.difference_year) return;
    if (*facts_.difference_year)
      row_.per_year = std::get<Money>((*facts_.difference_year)->value);
    else
      row_.per_year_open = true;
  }

  void findings() {
    for (const Finding& finding : talk_.findings) {
      ++(finding.kind == FindingKind::wrong ? row_.wrong : row_.blush);
      if (finding.rule == "silent-good-customer") row_.silent.push_back(finding.title);
      if (finding.rule == "drift") row_.drift.push_back(finding.title);
    }
  }

  void letter() {
    const FittingLetter& fitting = facts_.letter;
    row_.letter = fitting.kind;
    if (!fitting.kind) return;
    row_.stands = !fitting.letter  ? LetterStands::incomplete
                  : facts_.draft() ? LetterStands::draft
                                   : LetterStands::ready;
    row_.before_call = row_.stands == LetterStands::ready && !row_.state.called;
  }

  /// Who holds the talk; else our account manager.
  std::string owner() const {
    if (const auto& terms = contract_.terms.talk; terms && terms->sender)
      return terms->sender->value;
    for (const ContactTerms& each : contract_.terms.contact)
      if (each.party.value == Side::supplier && each.role &&
          each.role->value == ContactRole::account_manager)
        return each.name.value;
    return {};
  }

  void next() {
    if (facts_.call_first)
      return tell({"call the customer about our mistake", "de klant bellen over onze fout"},
                  row_.announce_by);
    switch (row_.state.stage()) {
      case TalkStage::agreed:
        return tell({"confirm in writing what was agreed",
                     "schriftelijk bevestigen wat is "
                     "afgesproken"},
                    row_.adjustment);
      case TalkStage::answered:
        return tell({"note what became of it", "noteren wat het is geworden"}, row_.adjustment);
      case TalkStage::received:
        return await_answer();
      case TalkStage::sent:
        return tell({"see that the letter arrived, and note the day",
                     "nagaan of de brief er is, en de dag noteren"},
                    row_.announce_by);
      case TalkStage::called:
        return send();
      case TalkStage::begun:
        return begin();
    }
  }

  void await_answer() {
    const auto& terms = contract_.terms.talk;
    if (!terms || !terms->reply_by)
      return tell({"ask for an answer", "om een antwoord vragen"}, std::nullopt);
    const Date by = terms->reply_by->value.date;
    if (by < talk_.today)
      return tell({"ask for the answer that was expected on " + day_in(by, Language::en),
                   "vragen naar het antwoord dat op " + day_in(by, Language::nl) + " zou komen"},
                  std::nullopt);
    tell({"wait for the answer", "wachten op het antwoord"}, by);
  }

  /// What has to be there before a letter goes out.
  bool complete() {
    if (row_.stands == LetterStands::incomplete && facts_.letter.why.empty()) {
      std::string keys;
      for (const MissingKey& each : facts_.letter.missing)
        keys += (keys.empty() ? "" : ", ") + each.key;
      tell({"complete the contract file for the letter: " + keys,
            "het contractbestand aanvullen voor de brief: " + keys},
           row_.announce_by);
      return false;
    }
    if (row_.stands == LetterStands::draft) {
      tell({"change the words of the letter", "de woorden van de brief aanpassen"},
           row_.announce_by);
      return false;
    }
    return true;
  }

  void send() {
    if (!complete()) return;
    if (row_.stands == LetterStands::ready)
      return tell({"send the letter", "de brief versturen"}, row_.announce_by);
    nothing();
  }

  void begin() {
    if (!complete()) return;
    if (row_.stands != LetterStands::ready) return nothing();
    const auto& terms = contract_.terms.talk;
    std::string whom;
    if (terms && terms->receiver) whom = terms->receiver->value;
    std::optional<Date> by = row_.announce_by;
    if (terms && terms->call_at && terms->call_at->value.date >= talk_.today)
      by = terms->call_at->value.date;
    tell({whom.empty() ? "call the customer" : "call " + whom,
          whom.empty() ? "de klant bellen" : whom + " bellen"},
         by);
  }

  /// No letter fits: what the page names first, else that there is nothing to do.
  void nothing() {
    if (!facts_.ended && facts_.adjustment && !facts_.waiting_for.empty() && !facts_.to_do.empty())
      return tell(without_owner(facts_.to_do.front()), std::nullopt);
    tell({"nothing now", "nu niets"}, std::nullopt);
  }

  Phrase without_owner(Phrase task) const {
    const std::string end = " (" + row_.owner + ")";
    for (std::string* text : {&task.en, &task.nl})
      if (text->ends_with(end)) text->erase(text->size() - end.size());
    return task;
  }

  void tell(Phrase what, std::optional<Date> by) {
    row_.next = std::move(what);
    // Nobody can do anything by a day that has passed.
    if (by && *by >= talk_.today) row_.next_by = by;
  }

  const TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
  RoundRow& row_;
};

/// The order of a day: those that are still to come before those that are not, and what has no day
/// last.
int rank_of(const RoundRow& row) {
  if (!row.announce_by) return 1;
  return row.state.received ? 1 : row.days_left.value_or(0) < 0 ? 2 : 0;
}

Ratio size_of(const RoundRow& row) {
  return row.per_year ? abs(Ratio(row.per_year->amount)) : Ratio(0);
}

}  // namespace

RoundRow round_row(const TalkFacts& facts, std::string path, std::string folder) {
  RoundRow row;
  row.path = std::move(path);
  row.folder = std::move(folder);
  RowMaker(facts, row).make();
  row.days_en = talk_days(facts, Language::en);
  row.days_nl = talk_days(facts, Language::nl);
  return row;
}

void sort(TalkRound& round) {
  std::stable_sort(round.rows.begin(), round.rows.end(), [](const RoundRow& a, const RoundRow& b) {
    if (rank_of(a) != rank_of(b)) return rank_of(a) < rank_of(b);
    const Date never = *Date::make(9999, 12, 31);
    const Date on_a = a.announce_by.value_or(never);
    const Date on_b = b.announce_by.value_or(never);
    return on_a == on_b ? size_of(a) > size_of(b) : on_a < on_b;
  });
}

std::vector<TalkRound::Sum> TalkRound::sums() const {
  struct Exact {
    Sum sum;
    Ratio amount;
  };
  std::map<std::pair<std::string, Vat>, Exact> all;
  for (const RoundRow& row : rows) {
    Exact& of = all[{std::string(row.currency.code()), row.vat}];
    of.sum.currency = row.currency;
    of.sum.vat = row.vat;
    ++of.sum.talks;
    if (row.per_year_open) ++of.sum.without_amount;
    if (row.per_year) of.amount = of.amount + Ratio(row.per_year->amount);
  }
  std::vector<Sum> made;
  for (auto& [key, of] : all) {
    of.sum.per_year = {as_decimal(of.amount, of.sum.currency.minor_decimals()), of.sum.currency};
    made.push_back(of.sum);
  }
  return made;
}

std::string steps_text(const RoundRow& row, Language language) {
  constexpr int decimals = 2;
  std::string text;
  if (!row.steps.empty()) text = percent_text(row.steps.front(), decimals, language);
  if (row.steps.size() > 1) {
    const std::string high = percent_text(row.steps.back(), decimals, language);
    if (high != text) text += " – " + high;
  }
  if (row.steps_open)
    text += (text.empty() ? "" : " ") + say(language, "not known yet", "nog niet bekend");
  return text.empty() ? "–" : text;
}

std::string letter_text(const RoundRow& row, Language language) {
  if (!row.letter) return "–";
  return words(*row.letter).in(language);
}

std::string_view word(LetterStands stands) {
  constexpr std::array<std::string_view, 4> all{"none", "incomplete", "draft", "ready"};
  return all[static_cast<std::size_t>(stands)];
}

std::string stands_text(const RoundRow& row, Language language) {
  switch (row.stands) {
    case LetterStands::none:
      return say(language, "none", "geen");
    case LetterStands::incomplete:
      return say(language, "not complete", "nog niet compleet");
    case LetterStands::draft:
      return say(language, "draft", "concept");
    case LetterStands::ready:
      break;
  }
  if (row.state.sent || row.state.received) return say(language, "written", "geschreven");
  return row.before_call ? say(language, "ready, call first", "klaar, eerst bellen")
                         : say(language, "ready", "klaar");
}

std::string state_text(const RoundRow& row, Language language) {
  std::string text = words(row.state.stage()).in(language);
  if (const auto on = row.state.on()) text += " " + date_text(*on, language);
  return text;
}

std::string days_left_text(const RoundRow& row, Language language) {
  if (row.state.received) return say(language, "announced", "aangekondigd");
  if (!row.days_left) return "–";
  if (*row.days_left < 0) return say(language, "passed", "voorbij");
  return std::to_string(*row.days_left);
}

const std::string& name_of(const RoundRow& row) {
  return row.customer.empty() ? row.title : row.customer;
}

}  // namespace pricetalk
