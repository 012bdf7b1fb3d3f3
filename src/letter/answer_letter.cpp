#include "letter/answer_letter.hpp"

#include <algorithm>
#include <set>

#include "calendar/working_day.hpp"
#include "letter/answer_sentences.hpp"
#include "letter/buyer_people.hpp"
#include "letter/innovation.hpp"
#include "letter/letter_texts.hpp"
#include "letter/sentences.hpp"
#include "letter/template.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/day_step.hpp"

namespace pricetalk {

namespace {

/// How long the supplier has for a reply.
constexpr Duration time_to_reply{2, Unit::week};

/// Fills the model of one answer.
class AnswerFields {
 public:
  AnswerFields(const AnsweredLetter& answer, Language language)
      : answer_(answer), contract_(*answer.contract), language_(language) {}

  Fields all() && {
    add_buyer_people(fields_, contract_, language_);
    text("start_date", day(answer_.letter.on));
    text("letter_date", day(answer_.today));
    text("of_day", answer_.letter.received
                       ? say(" that we received on ", " die wij ontvingen op ") +
                             day(*answer_.letter.received)
                       : "");
    text("announced", announced_sentence(answer_, language_));
    text("vat_note", contract_.vat == Vat::excluded ? say("without VAT", "zonder btw")
                                                    : say("with VAT", "met btw"));
    text("reply_by",
         weekday_date_text(last_working_day(answer_.today + time_to_reply, contract_.jurisdiction),
                           language_));
    objection();
    text("outcome", outcome());
    questions();
    meanwhile();
    text("cause", cause());
    text("in_time", in_time());
    fields_.values["answer_rows"] = rows();
    return std::move(fields_);
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return language_ == Language::nl ? nl : en;
  }
  std::string day(Date date) const { return date_text(date, language_); }
  void text(const char* name, std::string value) {
    fields_.values[name] = PlainText{std::move(value)};
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  std::string price(const AnsweredPrice& of, const Outcome<Ratio>& value) const {
    return answer_price(of, value, language_);
  }

  /// Asking is not objecting: while the term runs, the letter does both.
  void objection() {
    const auto& by = answer_.reply.object_by;
    if (!by || *by < answer_.today) return;
    fields_.holds.insert("may_object");
    text("object_by", day(*by));
  }

  std::string outcome() {
    switch (answer_.verdict) {
      case LetterVerdict::accept:
        return accepted();
      case LetterVerdict::dispute:
        return disputed();
      case LetterVerdict::too_late:
        if (!in_time().empty()) fields_.holds.insert("too_high_as_well");
        return late_outcome(answer_, language_);
      case LetterVerdict::ask:
        break;
    }
    return {};
  }

  bool all_below() const {
    return std::all_of(answer_.lines.begin(), answer_.lines.end(), [](const AnsweredLine& line) {
      return line.prices.front().beside == BesideAllowed::below;
    });
  }

  bool is_rounded() const {
    if (!answer_.letter.change) return false;
    for (const AnsweredLine& line : answer_.lines)
      for (const AnsweredPrice& each : line.prices)
        if (each.beside == BesideAllowed::equal && each.announced && each.allowed &&
            !(Ratio(each.announced->price) == *each.allowed))
          return true;
    return false;
  }

  std::string accepted() {
    fields_.holds.insert(is_rounded() ? "rounded_letter" : "exact_letter");
    return all_below()
               ? say("It is not more than the contract allows.",
                     "Het is niet meer dan het contract toestaat.")
               : say("It is what the contract allows.", "Het is wat het contract toestaat.");
  }

  std::string disputed() const {
    std::string made;
    if (has(LetterVerdict::dispute, [](const AnsweredPrice& each) { return !each.allowed; }))
      made =
          say("The contract leaves open how the price is reckoned; under every reading we "
              "arrive at less. ",
              "Het contract laat open hoe de prijs precies wordt berekend; bij elke lezing "
              "komen wij lager uit. ");
    if (amount_of(answer_.too_much).is_zero()) return made;
    return made +
           (answer_.at_least ? say("The difference is at least ", "Het verschil is ten minste ")
                             : say("The difference is ", "Het verschil is ")) +
           money(answer_.too_much) + say(" a year.", " per jaar.");
  }

  template <typename Is>
  bool has(LetterVerdict verdict, Is is) const {
    return std::any_of(answer_.lines.begin(), answer_.lines.end(), [&](const AnsweredLine& line) {
      return std::any_of(line.prices.begin(), line.prices.end(), [&](const AnsweredPrice& each) {
        return each.verdict == verdict && is(each);
      });
    });
  }
  bool has(LetterVerdict verdict) const {
    return has(verdict, [](const AnsweredPrice&) { return true; });
  }

  /// What we ask: what a price means, the calculation, or both.
  void questions() {
    text("questions", meaning_questions(answer_, language_));
    text("reasons", asking_reasons(answer_, language_));
    const bool meaning =
        has(LetterVerdict::ask, [](const AnsweredPrice& each) { return each.meant.has_value(); });
    const bool calculation =
        has(LetterVerdict::ask, [](const AnsweredPrice& each) { return !each.meant; });
    if (meaning) fields_.holds.insert("asks_meaning");
    fields_.holds.insert(calculation ? "asks_calculation" : "asks_nothing_else");
  }

  /// What is paid while the letter is not settled: never more than the contract asks.
  void meanwhile() {
    text("agrees", agreed_part(answer_, language_));
    text("pays_lower", paid_lower(answer_, language_));
    const bool some = has(LetterVerdict::accept);
    if (some) fields_.holds.insert("agrees_partly");
    fields_.holds.insert(some ? "pays_agreed" : "pays_now");
    const bool open =
        std::any_of(answer_.lines.begin(), answer_.lines.end(), [](const AnsweredLine& line) {
          return std::any_of(line.prices.begin(), line.prices.end(),
                             [](const AnsweredPrice& each) { return !each.allowed; });
        });
    fields_.holds.insert(open ? "prices_open" : "prices_clear");
  }

  /// Prices of lines that would be lower than announced also with a letter in time.
  std::string in_time() const {
    std::string made;
    for (const AnsweredLine& line : answer_.lines)
      for (const AnsweredPrice& each : line.prices)
        if (each.too_high_as_well())
          made += (made.empty() ? "" : " ") +
                  price_name(*line.line, each.prices->price, language_) + ": " +
                  price(each, *each.in_time) + ".";
    return made;
  }

  /// Only a cause that is sure; several lines of one cause tell it once.
  std::string cause() {
    std::vector<std::string> told;
    for (const AnsweredLine& line : answer_.lines) {
      if (!line.cause || !line.cause->certain) continue;
      const std::string sentence = line.cause->explanation.sentence().in(language_);
      if (std::find(told.begin(), told.end(), sentence) == told.end()) told.push_back(sentence);
    }
    if (told.empty()) return {};
    fields_.holds.insert("cause_known");
    std::string made = say("We arrive at your amount if we calculate as follows: ",
                           "Wij komen op het bedrag uit de brief uit als wij zo rekenen: ");
    for (const std::string& each : told) made += (each == told.front() ? "" : "; ") + each;
    return made + ".";
  }

  /// The price, or from the lowest to the highest of the readings.
  std::string by_contract(const AnsweredPrice& each) const {
    if (each.allowed || each.readings.all.empty()) return price(each, each.allowed);
    const std::string low = price(each, each.readings.lowest().price);
    const std::string high = price(each, each.readings.highest().price);
    return low == high ? low : low + say(" to ", " tot ") + high;
  }

  std::string more(const AnsweredLine& line) const {
    if (line.difference) return money(*line.difference);
    return line.at_least ? say("at least ", "ten minste ") + money(*line.at_least) : "";
  }

  CellField cell(std::string value) const { return PlainText{std::move(value)}; }

  RowsField rows() const {
    RowsField made;
    for (const AnsweredLine& line : answer_.lines) {
      bool first = true;
      for (const AnsweredPrice& each : line.prices) {
        std::vector<CellField> row{cell(price_name(*line.line, each.prices->price, language_)),
                                   cell(price(each, each.before))};
        const std::string letter = each.announced ? price(each, Ratio(each.announced->price))
                                                  : say("not known", "niet bekend");
        const auto agreed =
            each.verdict == LetterVerdict::accept ? agreed_price(each) : std::nullopt;
        if (answer_.verdict == LetterVerdict::accept) {
          row.push_back(cell(agreed ? price(each, *agreed) : letter));
        } else {
          row.push_back(cell(letter));
          row.push_back(cell(answer_.verdict == LetterVerdict::too_late && agreed
                                 ? price(each, *agreed)
                                 : by_contract(each)));
        }
        if (answer_.verdict == LetterVerdict::dispute) row.push_back(cell(first ? more(line) : ""));
        made.push_back(std::move(row));
        first = false;
      }
    }
    return made;
  }

  const AnsweredLetter& answer_;
  const Contract& contract_;
  Language language_;
  Fields fields_;
};

/// What the price is under each reading of what the contract leaves open.
void add_readings(Page& page, const AnsweredPrice& price, Language language) {
  page.add(Page::Heading{price.prices->line->title, 2});
  Page::Grid grid;
  grid.columns = {{say(language, "reading of the contract", "lezing van het contract")},
                  {say(language, "price", "prijs"), Page::Align::right}};
  for (const ReadPrice& each : price.readings.all)
    grid.row({each.reading.in(language), answer_price(price, each.price, language)});
  page.add(std::move(grid));
}

std::string model_name(LetterVerdict verdict) {
  switch (verdict) {
    case LetterVerdict::accept:
      return "answer-accept";
    case LetterVerdict::ask:
      return "answer-ask";
    case LetterVerdict::dispute:
      return "answer-dispute";
    case LetterVerdict::too_late:
      return "answer-late";
  }
  return {};
}

}  // namespace

std::string announced_sentence(const AnsweredLetter& answer, Language language) {
  const ReceivedLetter& letter = answer.letter;
  const std::string day = date_text(letter.on, language);
  const bool one = answer.lines.size() == 1;
  const std::string name = one ? "\"" + answer.lines.front().line->title + "\"" : "";
  if (!letter.change) {
    if (!one)
      return say(language, "You write that your prices change on ",
                 "In de brief staat dat de prijzen op ") +
             day + say(language, ".", " veranderen.");
    const AnsweredPrice& price = answer.lines.front().prices.front();
    const std::string amount =
        money_text({price.announced->price, answer.contract->currency}, language);
    return say(language, "You write that the price of ", "In de brief staat dat de prijs voor ") +
           name + say(language, " becomes ", " op ") +
           (language == Language::nl ? day + " " + amount + " wordt."
                                     : amount + " on " + day + ".");
  }
  Decimal size = letter.change->of_hundred;
  const bool falls = size.is_negative();
  if (falls) size = Decimal(-size.mantissa(), size.scale());
  const std::string percent = decimal_text(size, language);
  if (language == Language::nl)
    return (one ? "In de brief staat dat de prijs voor " + name
                : "In de brief staat dat de prijzen") +
           " op " + day + " met " + percent + " procent " +
           (one ? (falls ? "daalt." : "stijgt.") : (falls ? "dalen." : "stijgen."));
  return (one ? "You write that the price of " + name : "You write that your prices") +
         (one ? (falls ? " falls" : " rises") : (falls ? " fall" : " rise")) + " by " + percent +
         "% on " + day + ".";
}

void add_calculations(Page& page, const AnsweredLetter& answer, Language language) {
  std::set<const Clause*> told;
  for (const AnsweredLine& line : answer.lines) {
    const AnsweredPrice& price = line.prices.front();
    if (line.verdict != LetterVerdict::dispute || price.entry == nullptr) continue;
    if (!price.allowed) {
      add_readings(page, price, language);
      continue;
    }
    for (const PriceEntry* cause : step_of_day(*price.prices, *price.entry).causes) {
      if (!cause->why || !told.insert(cause->clause).second) continue;
      page.add(Page::Heading{line.line->title, 2});
      page.add(steps_grid(*cause, answer.contract->currency, language));
    }
  }
}

Page answer_letter(const AnsweredLetter& answer, Language language) {
  const std::string model =
      model_name(answer.verdict) + (language == Language::nl ? ".nl.md" : ".en.md");
  Page page = fill(letter_text(model), AnswerFields(answer, language).all(), language).page;
  page.name =
      say(language, "Answer to a letter: ", "Antwoord op een brief: ") + answer.contract->id;
  if (answer.verdict != LetterVerdict::dispute) return page;
  page.add(Page::NewSheet{});
  page.add(Page::Heading{say(language, "Annex: our calculation", "Bijlage: onze berekening"), 1});
  add_calculations(page, answer, language);
  return page;
}

}  // namespace pricetalk
