#include <algorithm>
#include <cctype>
#include <set>

#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/day_step.hpp"
#include "report/answer_report.hpp"
#include "report/explanation.hpp"

namespace pricetalk {

namespace {

constexpr int shown_decimals = 2;

const Phrase& shouted(LetterVerdict verdict) {
  static const Phrase all[] = {{"ACCEPT", "AKKOORD"},
                               {"ASK FOR THE CALCULATION", "VRAAG DE BEREKENING"},
                               {"DISPUTE", "NIET AKKOORD"},
                               {"TOO LATE", "TE LAAT"}};
  return all[static_cast<std::size_t>(verdict)];
}

const Phrase too_late_and_too_high{"TOO LATE AND TOO HIGH", "TE LAAT EN TE HOOG"};

/// Whether it would have been too high in time as well.
bool is_too_high_as_well(const AnsweredLetter& answer) {
  return answer.verdict == LetterVerdict::too_late &&
         std::any_of(answer.lines.begin(), answer.lines.end(), [](const AnsweredLine& line) {
           return std::any_of(line.prices.begin(), line.prices.end(),
                              [](const AnsweredPrice& each) { return each.too_high_as_well(); });
         });
}

std::string money(const Figure& figure, Language language) {
  return money_text(std::get<Money>(figure.value), language);
}

/// An amount above or below zero in words: "€12.00 more", "€3.00 less".
std::string more_or_less(const Figure& figure, Language language) {
  const Decimal& amount = amount_of(figure);
  const Money size{
      Decimal(amount.is_negative() ? -amount.mantissa() : amount.mantissa(), amount.scale()),
      std::get<Money>(figure.value).currency};
  return money_text(size, language) + (amount.is_negative() ? say(language, " less", " minder")
                                                            : say(language, " more", " meer"));
}

class AnswerText {
 public:
  AnswerText(const AnsweredLetter& answer, Language language)
      : answer_(answer), contract_(*answer.contract), language_(language) {}

  std::string text() && {
    heading();
    out_ += "\n" + verdict_line(answer_, language_) + "\n\n" + as_text(prices());
    const std::size_t below_table = out_.size();
    reasons();
    ends_of_readings();
    in_time();
    causes();
    not_moved();
    if (out_.size() > below_table) out_.insert(below_table, "\n");
    calculations();
    reply();
    return std::move(out_);
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }

  /// A dash where no price is agreed.
  std::string price(const AnsweredPrice& of, const Outcome<Ratio>& value) const {
    if (of.entry == nullptr && !value) return "-";
    const int decimals = of.prices->line->price_decimals(contract_.currency, of.prices->price);
    return price_text(value, decimals, contract_.currency, language_);
  }

  void heading() {
    out_ += contract_.title + " (" + contract_.id + "): " + say("letter", "brief");
    if (!contract_.supplier.empty()) out_ += say(" from ", " van ") + contract_.supplier;
    if (answer_.letter.received)
      out_ += say(", received ", ", ontvangen ") + date_text(*answer_.letter.received, language_);
    out_ += "\n" + say("Announced: ", "Aangekondigd: ");
    if (answer_.letter.change)
      out_ += percent_text(answer_.letter.change->as_fraction(),
                           answer_.letter.change->of_hundred.scale(), language_);
    else
      out_ += say("prices", "prijzen");
    out_ += say(" from ", " vanaf ") + date_text(answer_.letter.on, language_) + ", " +
            (contract_.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                            : say("with VAT", "met btw")) +
            "\n";
  }

  std::string by_contract(const AnsweredPrice& each) const {
    if (each.readings.all.empty()) return price(each, each.allowed);
    const std::string low = price(each, Outcome<Ratio>(each.readings.lowest().price));
    const std::string high = price(each, Outcome<Ratio>(each.readings.highest().price));
    return low == high ? low : low + say(" to ", " tot ") + high;
  }

  static bool is_range(const AnsweredLine& line) {
    return line.at_least && line.at_most && !(*line.at_least == *line.at_most);
  }

  std::string a_year(const AnsweredLine& line) const {
    if (line.verdict == LetterVerdict::ask && line.at_least && line.at_most)
      return is_range(line) ? money(*line.at_least, language_) + say(" to ", " tot ") +
                                  money(*line.at_most, language_)
                            : money(*line.at_least, language_);
    if (line.difference) return money(*line.difference, language_);
    if (line.at_least) return say("at least ", "ten minste ") + money(*line.at_least, language_);
    return "-";
  }

  /// Steps that stand beside each other have the same decimals: those of the letter, at least two.
  std::string step(const Ratio& change) const {
    const int decimals = answer_.letter.change
                             ? std::max(shown_decimals, answer_.letter.change->of_hundred.scale())
                             : shown_decimals;
    return percent_text(change, decimals, language_);
  }

  std::string announced_step(const AnsweredPrice& each) const {
    if (answer_.letter.change) return step(answer_.letter.change->as_fraction());
    if (!each.announced || !each.before || each.before->is_zero()) return "";
    return step(Ratio(each.announced->price) / *each.before - Ratio(1));
  }

  Table prices() const {
    Table table;
    table.columns = {{say("line", "regel"), Table::Align::left},
                     {say("now", "nu"), Table::Align::right},
                     {say("allowed", "toegestaan"), Table::Align::right},
                     {say("allowed step", "toegestane stap"), Table::Align::right},
                     {say("letter", "brief"), Table::Align::right},
                     {say("announced step", "aangekondigde stap"), Table::Align::right},
                     {say("a year more", "per jaar meer"), Table::Align::right},
                     {"", Table::Align::left}};
    for (const AnsweredLine& line : answer_.lines) {
      bool first = true;
      for (const AnsweredPrice& each : line.prices) {
        const bool known = each.allowed && each.allowed_change;
        table.row({price_name(*line.line, each.prices->price, language_), price(each, each.before),
                   by_contract(each), known ? step(*each.allowed_change) : "",
                   each.announced ? price(each, Outcome<Ratio>(Ratio(each.announced->price)))
                   : each.entry == nullptr ? std::string("-")
                                           : say("not known", "niet bekend"),
                   announced_step(each), first ? a_year(line) : "",
                   words(each.verdict).in(language_)});
        first = false;
      }
    }
    return table;
  }

  /// Each reason once, with its lines where there are several reasons.
  void reasons() {
    std::vector<std::pair<std::string, std::string>> told;
    for (const AnsweredLine& line : answer_.lines)
      for (const AnsweredPrice& each : line.prices) {
        if (says_it_all(each)) continue;
        const std::string why = reason(each);
        const auto same = std::find_if(told.begin(), told.end(),
                                       [&](const auto& known) { return known.first == why; });
        if (same == told.end())
          told.emplace_back(why, line.line->title);
        else if (same->second != line.line->title &&
                 !same->second.ends_with(", " + line.line->title))
          same->second += ", " + line.line->title;
      }
    for (const auto& [why, lines] : told)
      out_ += (told.size() > 1 ? lines + ": " : "") + why + "\n";
  }

  /// Whether the verdict alone says why.
  static bool says_it_all(const AnsweredPrice& each) {
    if (each.verdict == LetterVerdict::dispute) return each.readings.all.empty();
    return each.verdict == LetterVerdict::accept && each.beside == BesideAllowed::equal &&
           is_as_stated(each);
  }

  static bool is_as_stated(const AnsweredPrice& each) {
    return !each.announced || !each.allowed || Ratio(each.announced->price) == *each.allowed;
  }

  std::string reason(const AnsweredPrice& each) const {
    std::string why = each.why.in(language_);
    if (each.verdict != LetterVerdict::accept || each.beside != BesideAllowed::equal) return why;
    if (!is_as_stated(each) && Ratio(each.announced->price) < *each.allowed)
      why +=
          say("; the percentage is rounded, and the price that follows from the letter is lower "
              "than the "
              "allowed one: you may hold the supplier to the letter",
              "; het percentage is afgerond, en de prijs die uit de brief volgt is lager dan de "
              "toegestane: u mag de leverancier aan de brief houden");
    else
      why += say(
          "; the percentage is rounded: see that the invoice has the allowed price, not the one "
          "of the letter",
          "; het percentage is afgerond: let erop dat op de factuur de toegestane prijs staat, en "
          "niet die van de brief");
    return why;
  }

  /// Which readings give the ends of a range, of the first line that has one.
  void ends_of_readings() {
    for (const AnsweredLine& line : answer_.lines) {
      const AnsweredPrice& first = line.prices.front();
      if (first.readings.all.empty()) continue;
      const ReadPrice& low = first.readings.lowest();
      const ReadPrice& high = first.readings.highest();
      out_ += say("Lowest, ", "Laagste, ") + price(first, Outcome<Ratio>(low.price)) + ": " +
              low.reading.in(language_) + say(". Highest, ", ". Hoogste, ") +
              price(first, Outcome<Ratio>(high.price)) + ": " + high.reading.in(language_) + ".\n";
      return;
    }
  }

  /// What the contract would have allowed a letter that came in time.
  void in_time() {
    std::string told;
    for (const AnsweredLine& line : answer_.lines)
      for (const AnsweredPrice& each : line.prices)
        if (each.in_time && *each.in_time)
          told += (told.empty() ? "" : ", ") +
                  price_name(*line.line, each.prices->price, language_) + " " +
                  price(each, *each.in_time);
    if (!told.empty())
      out_ += say("Allowed when announced in time: ", "Toegestaan bij een aankondiging op tijd: ") +
              told + "\n";
  }

  void causes() {
    std::set<std::string> told;
    for (const AnsweredLine& line : answer_.lines) {
      if (!line.cause) continue;
      const std::string sentence = line.cause->explanation.sentence().in(language_);
      if (!told.insert(sentence).second) continue;
      out_ += (line.cause->certain ? say("The announced figure follows from: ",
                                         "Het aangekondigde cijfer volgt uit: ")
                                   : say("The announced figure may follow from: ",
                                         "Het aangekondigde cijfer volgt misschien uit: ")) +
              sentence + "\n";
    }
  }

  void not_moved() {
    if (answer_.not_moved.empty()) return;
    out_ +=
        say("No step on that day, so not judged: ", "Geen stap op die dag, dus niet beoordeeld: ");
    for (const Line* line : answer_.not_moved)
      out_ += (line == answer_.not_moved.front() ? "" : ", ") + line->title;
    out_ += "\n";
  }

  /// Of each clause the first line that is not accepted.
  void calculations() {
    std::set<const Clause*> told;
    for (const AnsweredLine& line : answer_.lines) {
      const AnsweredPrice& first = line.prices.front();
      if (line.verdict == LetterVerdict::accept || first.entry == nullptr || !first.allowed)
        continue;
      for (const PriceEntry* cause : step_of_day(*first.prices, *first.entry).causes) {
        if (!cause->why || !told.insert(cause->clause).second) continue;
        out_ += "\n" + line.line->title +
                say(", what the contract allows since ", ", wat het contract toestaat sinds ") +
                date_text(cause->from, language_) + ": " + price(first, cause->price) + "\n";
        out_ += as_text(derivation_table(cause->why, cause->answer, language_));
      }
    }
  }

  void sentence(const Phrase& phrase) {
    std::string text = phrase.in(language_);
    if (text.empty()) return;
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    out_ += text + ".\n";
  }

  void reply() {
    out_ += "\n";
    const ReplyTerms& reply = answer_.reply;
    if (reply.announce_by)
      out_ +=
          say("Last day to announce this step: ", "Laatste dag om deze stap aan te kondigen: ") +
          date_text(reply.announce_by->adjusted_from, language_) +
          (answer_.letter.received
               ? ".\n"
               : say("; without --received it is not judged whether the letter came in time.\n",
                     "; zonder --received is niet beoordeeld of de brief op tijd kwam.\n"));
    sentence(reply.last_day);
    sentence(reply.contract_on_silence);
    sentence(reply.law_on_silence);
  }

  const AnsweredLetter& answer_;
  const Contract& contract_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string verdict_line(const AnsweredLetter& answer, Language language) {
  const bool too_high = is_too_high_as_well(answer);
  const std::string text =
      (too_high ? too_late_and_too_high : shouted(answer.verdict)).in(language);
  switch (answer.verdict) {
    case LetterVerdict::accept:
      if (!amount_of(answer.below).is_zero())
        return text + ": " + more_or_less(answer.below, language) +
               say(language, " a year than the contract allows",
                   " per jaar dan het contract toestaat");
      return text + ": " +
             say(language, "it is not more than the contract allows",
                 "het is niet meer dan het contract toestaat");
    case LetterVerdict::ask:
      if (!answer.asked_least) return text;
      if (*answer.asked_least == *answer.asked_most)
        return text + ": " + more_or_less(*answer.asked_least, language) +
               say(language, " a year than the contract gives", " per jaar dan het contract geeft");
      return text + ": " + say(language, "between ", "tussen ") +
             more_or_less(*answer.asked_least, language) + say(language, " and ", " en ") +
             more_or_less(*answer.asked_most, language) +
             say(language, " a year than the contract gives, by how it is read",
                 " per jaar dan het contract geeft, naar hoe het wordt gelezen");
    case LetterVerdict::dispute:
    case LetterVerdict::too_late:
      break;
  }
  if (amount_of(answer.too_much).is_zero())
    return text + ": " +
           say(language, "more than the contract allows; without quantities no amount of a year",
               "meer dan het contract toestaat; zonder aantallen geen bedrag per jaar");
  const bool later = answer.verdict == LetterVerdict::too_late &&
                     std::any_of(answer.lines.begin(), answer.lines.end(), [](const auto& line) {
                       return line.prices.front().later.has_value();
                     });
  std::string in_time;
  if (too_high && answer.too_high)
    in_time = say(language, "; in time it would have been ", "; op tijd was het ") +
              money(*answer.too_high, language) +
              say(language, " a year too much as well", " per jaar te veel geweest");
  return text + ": " + (answer.at_least ? say(language, "at least ", "ten minste ") : "") +
         money(answer.too_much, language) +
         (later ? say(language, " more than is allowed, until the step may be made",
                      " meer dan mag, tot de stap mag ingaan")
                : say(language, " a year more than the contract allows",
                      " per jaar meer dan het contract toestaat")) +
         in_time;
}

std::string answer_text(const AnsweredLetter& answer, Language language) {
  return AnswerText(answer, language).text();
}

}  // namespace pricetalk
