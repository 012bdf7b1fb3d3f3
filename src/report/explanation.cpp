#include "report/explanation.hpp"

#include <algorithm>

#include "letter/shown_numbers.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/breaks.hpp"
#include "pricing/later_figures.hpp"
#include "pricing/link.hpp"
#include "pricing/true_up.hpp"
#include "pricing/uneven.hpp"

namespace pricetalk {

namespace {

std::string figure_text(const PublishedFigure& figure, Language language) {
  std::string text = figure.publisher.empty() ? figure.series : figure.publisher;
  if (!figure.table.empty()) text += " " + figure.table;
  if (!figure.base.empty()) text += " (" + figure.base + ")";
  text += ", " + figure.period + ": " + decimal_text(figure.value, language) +
          (figure.percent ? "%" : "");
  text += ", " + figure.status.in(language);
  if (figure.published) {
    text +=
        say(language, ", published ", ", gepubliceerd ") + date_text(*figure.published, language);
  } else {
    text += say(language, ", publication day not recorded", ", publicatiedag niet vastgelegd");
    if (figure.retrieved)
      text +=
          say(language, ", retrieved ", ", opgehaald ") + date_text(*figure.retrieved, language);
  }
  if (!figure.remark.empty()) text += "; " + figure.remark.in(language);
  return text;
}

/// That the announcement came too late, and from which day the price is what it is.
std::optional<Phrase> late_notice(const PriceEntry& entry) {
  if (entry.announcement == nullptr || !entry.deadline ||
      entry.announcement->date.value <= entry.deadline->adjusted_from)
    return std::nullopt;
  const auto in = [&](Language language) {
    const auto day = [&](Date date) { return date_text(date, language); };
    std::string text = say(language, "Announced on ", "Aangekondigd op ") +
                       day(entry.announcement->date.value) +
                       say(language, ", after the last day (", ", na de laatste dag (") +
                       day(entry.deadline->adjusted_from) + ")";
    if (entry.from != entry.date)
      text += say(language, ": this step of ", ": deze aanpassing van ") + day(entry.date) +
              say(language, " holds from ", " geldt vanaf ") + day(entry.from);
    return text + ".";
  };
  return Phrase{in(Language::en), in(Language::nl)};
}

}  // namespace

std::string source_text(const InputSource& source, Language language) {
  std::string text =
      source.figure ? figure_text(*source.figure, language) : source.text.in(language);
  if (!source.address.empty()) text += " (" + source.address + ")";
  if (const std::string place = source.where.place(); !place.empty()) text += " [" + place + "]";
  return text;
}

std::optional<Phrase> not_in_force(const Contract& contract, const Line& line, Date on) {
  const auto day = [](const char* en, const char* nl, Date date, const Phrase& rest) {
    return Phrase{en + date_text(date, Language::en) + rest.en,
                  nl + date_text(date, Language::nl) + rest.nl};
  };
  const Phrase nothing{"; before that day nothing is charged",
                       "; vóór die dag wordt niets gerekend"};
  if (on < contract.start)
    return day("the contract begins on ", "het contract begint op ", contract.start, nothing);
  const auto of_line = [&](const Phrase& made) {
    return Phrase{line.id + ": " + made.en, line.id + ": " + made.nl};
  };
  if (on < line.from.value)
    return of_line(day("it begins on ", "de regel begint op ", line.from.value, nothing));
  if (line.until && !line.until->by_default() && line.until->value < on)
    return of_line(
        day("it ended on ", "de regel eindigde op ", line.until->value,
            {"; no price was agreed for this day", "; voor deze dag is geen prijs afgesproken"}));
  if (contract.end && *contract.end < on)
    return day("the contract ended on ", "het contract eindigde op ", *contract.end,
               {"; these are the prices if it goes on", "; dit zijn de prijzen als het doorloopt"});
  return std::nullopt;
}

std::vector<Phrase> notes_on(const PricingContext& context, const PriceEntry& entry) {
  std::vector<Phrase> notes;
  if (auto late = late_notice(entry)) notes.push_back(std::move(*late));
  if (!entry.why && entry.clause != nullptr && entry.verdict == Verdict::unchanged)
    notes.push_back({"The price fell to 0 and stays 0 until a price is agreed.",
                     "De prijs is tot 0 gedaald en blijft 0 tot er een prijs is afgesproken."});
  for (const BreakCrossed& crossed : breaks_crossed(entry.why)) notes.push_back(in_words(crossed));
  for (const UnevenFigures& uneven : uneven_figures(entry))
    notes.push_back(in_words(uneven, entry.date));
  for (Phrase& wait : waits_for(entry, context.coverage->today().value_or(entry.from)))
    notes.push_back(std::move(wait));
  if (context.coverage->today())
    if (auto latest = latest_so_far(*context.contract, entry, *context.coverage->today()))
      notes.push_back(std::move(*latest));
  if (const auto other = other_link(context, entry))
    notes.push_back(
        in_words(*other, context.line->price_decimals(context.contract->currency, context.price),
                 context.contract->currency));
  return notes;
}

std::string reasons_text(const Undetermined& undetermined, Language language) {
  std::string text;
  for (const Reason& reason : undetermined.reasons())
    text += (text.empty() ? "" : "; ") + reason.text.in(language);
  return text;
}

std::string price_text(const Outcome<Ratio>& price, int decimals, const Currency& currency,
                       Language language) {
  if (!price) return say(language, "not determined yet", "nog niet te bepalen");
  return money_text({as_decimal(*price, decimals), currency}, language);
}

Table derivation_table(const Derivation& derivation, NodeId output, Language language) {
  Table table;
  table.columns = {{say(language, "step", "stap"), Table::Align::left},
                   {say(language, "sign", "teken"), Table::Align::left},
                   {say(language, "value", "waarde"), Table::Align::right},
                   {say(language, "how, and where it comes from", "hoe, en waar het vandaan komt"),
                    Table::Align::left}};
  for (const OutlineRow& row : outline(derivation, output)) {
    std::string how;
    if (row.source != nullptr) {
      how = source_text(*row.source, language);
    } else {
      how = row.formula.in(language);
      const std::string& numbers = row.numbers.in(language);
      const std::string shown = grouped_numbers(numbers, language);
      if (numbers == how)
        how = shown;
      else if (!numbers.empty())
        how += " = " + shown;
    }
    const bool asked =
        row.where.source != nullptr && (row.source == nullptr || !(row.source->where == row.where));
    if (asked) how += (how.empty() ? "" : " ") + ("[" + row.where.place() + "]");
    if (row.by_default)
      how += say(language, " (by default, the contract does not say)",
                 " (standaard; het contract zegt het niet)");
    const std::string value = row.value
                                  ? grouped_numbers(value_text(row, language), language)
                                  : say(language, "not determined yet", "nog niet te bepalen");
    table.row({row.label.in(language), row.symbol, value, how});
  }
  return table;
}

}  // namespace pricetalk
