#include <algorithm>
#include <cctype>

#include "letter/innovation.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/breaks.hpp"

namespace pricetalk {

// The two annexes, as texts of what the worksheets and the price entries hold. The customer reads
// them: no place in a file of ours, no cost, no saving of ours.

namespace {

std::string say(Language language, const std::string& en, const std::string& nl) {
  return language == Language::nl ? nl : en;
}

std::string cell(const std::string& text) {
  std::string made;
  for (const char sign : text) made += sign == '|' ? std::string("\\|") : std::string(1, sign);
  return made;
}

/// "541038,00" becomes "541.038,00": whole parts of four digits and more, never what stands behind
/// a decimal sign.
std::string grouped_numbers(std::string_view text, Language language) {
  const char mark = language == Language::nl ? '.' : ',';
  const char decimal_sign = language == Language::nl ? ',' : '.';
  const auto digit = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
  };
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    if (!digit(at)) {
      made += text[at++];
      continue;
    }
    std::size_t end = at;
    while (digit(end)) ++end;
    const bool fraction = at > 0 && text[at - 1] == decimal_sign;
    for (std::size_t i = at; i < end; ++i) {
      if (!fraction && end - at > 3 && i != at && (end - i) % 3 == 0) made += mark;
      made += text[i];
    }
    at = end;
  }
  return made;
}

std::string vat_line(const Contract& contract, Language language) {
  return contract.vat == Vat::excluded
             ? say(language, "All amounts exclude VAT.", "Alle bedragen zijn zonder btw.")
             : say(language, "All amounts include VAT.", "Alle bedragen zijn met btw.");
}

std::string value_of(const OutlineRow& row, const Currency& currency, Language language) {
  if (!row.value) return say(language, "not known yet", "nog niet bekend");
  if (row.form == Form::money) {
    const auto exact = row.value->exact_decimal();
    if (exact && exact->scale() <= currency.minor_decimals())
      return money_text({as_decimal(*row.value, currency.minor_decimals()), currency}, language);
  }
  return value_text(row, language);
}

/// The numbers of a sum without the words about rounding to whole cents, which nobody doubts.
std::string sum_text(const OutlineRow& row, Language language) {
  std::string text = row.numbers.in(language);
  if (row.rounding) text = text.substr(0, text.find(say(language, ", rounded ", ", afgerond ")));
  return grouped_numbers(text, language);
}

/// An amount of the offer with the steps behind it; steps that an earlier one showed are left out.
class BenefitTable {
 public:
  BenefitTable(const OfferTerms& terms, Language language) : terms_(terms), language_(language) {}

  void add(const std::optional<Explained>& amount) {
    if (!amount) return;
    const Currency& currency = terms_.contract->currency;
    for (const OutlineRow& row : outline(terms_.derivation, amount->node)) {
      std::string label = row.label.in(language_);
      if (std::find(shown_.begin(), shown_.end(), label) != shown_.end()) continue;
      const bool result = label == amount->label.in(language_);
      const bool computed = !row.formula.empty();
      shown_.push_back(label);
      if (!label.empty())
        label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(label.front())));
      text_ += "| " + (result && computed ? "**" + cell(label) + "**" : cell(label)) + " | " +
               (computed ? cell(sum_text(row, language_)) : "") + " | " +
               (result && computed ? "**" + value(row, currency) + "**" : value(row, currency)) +
               " |\n";
    }
  }

  std::string text() const {
    const std::string heading =
        say(language_, "| what | sum | amount |\n", "| wat | berekening | bedrag |\n");
    return heading + "|---|---|---:|\n" + text_;
  }

 private:
  std::string value(const OutlineRow& row, const Currency& currency) const {
    // A sum of a worksheet has no form of its own; all of them but counts are amounts.
    OutlineRow amount = row;
    if (!row.formula.empty()) amount.form = Form::money;
    return value_of(amount, currency, language_);
  }

  const OfferTerms& terms_;
  Language language_;
  std::vector<std::string> shown_;
  std::string text_;
};

/// "juli 2025" for a month, else as it is written.
std::string period_text(const std::string& written, Language language) {
  const auto period = Period::parse(written);
  if (!period || period->unit() != Unit::month) return written;
  const Date day = period->first_day();
  return month_name(day.month(), language) + " " + std::to_string(day.year());
}

/// A published figure as a customer can look it up.
std::string published(const PublishedFigure& figure, Language language) {
  std::string text = figure.publisher.empty() ? figure.series : figure.publisher;
  if (!figure.table.empty()) text += ", " + figure.table;
  if (!figure.base.empty()) text += " (" + figure.base + ")";
  text += ", " + period_text(figure.period, language) + ", " + figure.status.in(language);
  if (figure.published)
    text +=
        say(language, ", published ", ", gepubliceerd ") + date_text(*figure.published, language);
  if (!figure.remark.empty()) text += "; " + figure.remark.in(language);
  return text;
}

std::string how(const OutlineRow& row, Language language) {
  if (row.source != nullptr) {
    if (row.source->figure) return published(*row.source->figure, language);
    const bool earlier = row.source->kind == InputSource::Kind::earlier_price;
    return earlier ? say(language, "present price", "prijs van nu") : row.source->text.in(language);
  }
  const std::string& numbers = row.numbers.in(language);
  return grouped_numbers(numbers.empty() ? row.formula.in(language) : numbers, language);
}

std::string step_label(const OutlineRow& row, Language language) {
  const std::string label = row.label.in(language);
  return row.symbol.empty() || row.symbol == label ? label : label + " " + row.symbol;
}

std::string steps(const PriceEntry& entry, NodeId from, const Currency& currency,
                  Language language) {
  std::string text =
      say(language, "| step | how | value |\n", "| stap | hoe | waarde |\n") + "|---|---|---:|\n";
  const auto rows = outline(entry.why, entry.answer);
  std::vector<std::string> before;
  if (from != no_node)
    for (const OutlineRow& row : outline(entry.why, from))
      before.push_back(step_label(row, language));
  for (const OutlineRow& row : rows) {
    const std::string label = step_label(row, language);
    if (std::find(before.begin(), before.end(), label) != before.end()) continue;
    text += "| " + cell(label) + " | " + cell(how(row, language)) + " | " +
            value_of(row, currency, language) + " |\n";
  }
  return text;
}

/// The coefficient with the decimals of its rounding, where the step has one that is known.
std::optional<Decimal> coefficient(const PriceEntry& entry) {
  if (!entry.why) return std::nullopt;
  const Calculation& calculation = *entry.why.calculation;
  const NodeId node = calculation.outputs.coefficient;
  if (node == no_node || !entry.why.tape.determined(node)) return std::nullopt;
  const Node& made = calculation.nodes[node];
  const int decimals = made.op == Op::round ? calculation.roundings[made.b].step.scale() : 4;
  return as_decimal(entry.why.tape.value(node), decimals);
}

/// One price, where another line has shown how its clause came to the same coefficient.
std::string one_line(const FallbackPrice& price, const Decimal& factor, Language language) {
  const Money& now = std::get<Money>(price.now.value);
  const Money& then = std::get<Money>(price.then->value);
  return "| " + cell(price.line->title) + " | " + money_text(now, language) + " | " +
         decimal_text(factor, language) + " | " + money_text(then, language) + " |\n";
}

std::string capital(std::string text) {
  if (!text.empty())
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

/// For a buyer under procurement rules: how large the change is.
std::string change_of_contract(const OfferTerms& terms, Language language) {
  std::string text;
  if (terms.reduction_part) {
    const std::string total =
        short_money(std::get<Money>(terms.reduction_total->figure.value), language);
    const std::string value =
        short_money(std::get<Money>(terms.original_value->figure.value), language);
    const std::string part =
        decimal_text(std::get<Percent>(terms.reduction_part->figure.value).of_hundred, language);
    text = say(language,
               "The contract changes by a reduction of " + total + " in all. That is " + part +
                   " per cent of its original value of " + value + ". ",
               "Het contract verandert met een verlaging van samen " + total + ". Dat is " + part +
                   " procent van de oorspronkelijke waarde van " + value + ". ");
  }
  return text +
         say(language,
             "Do you buy under procurement rules? Then ask your procurement officer to confirm "
             "that this change is allowed.",
             "Koopt u in volgens de aanbestedingsregels? Laat uw inkoper dan bevestigen dat deze "
             "wijziging mag.");
}

}  // namespace

std::string benefit_annex(const OfferTerms& terms, Language language) {
  const Contract& contract = *terms.contract;
  std::string text = say(language, "# Annex 1: how we worked out your benefit\n\n",
                         "# Bijlage 1: zo berekenden wij uw voordeel\n\n");
  text += contract.title + " (" + contract.id + "). " + vat_line(contract, language) + "\n\n";
  BenefitTable table(terms, language);
  table.add(terms.waived_first_year);
  table.add(terms.reduction_month);
  table.add(terms.reduction_year);
  if (!terms.postponed) table.add(terms.benefit_first_year);
  table.add(terms.reduction_total);
  text += table.text();
  if (terms.reduction_total) {
    text += "\n" +
            say(language,
                "The reduction is a fixed amount. It stays as it is when the work costs us more.\n",
                "De verlaging is een vast bedrag. Zij blijft gelijk als het werk ons meer kost.\n");
    text += "\n" + change_of_contract(terms, language) + "\n";
  }
  return text;
}

std::string indexation_annex(const OfferTerms& terms, Language language) {
  const Contract& contract = *terms.contract;
  std::string text = say(language, "# Annex 2: the usual indexation, step by step\n\n",
                         "# Bijlage 2: de gewone indexatie, stap voor stap\n\n");
  text += contract.title + " (" + contract.id + "). " + vat_line(contract, language) + "\n";
  std::vector<const FallbackPrice*> open;
  for (const FallbackPrice& each : terms.fallback) open.push_back(&each);
  while (!open.empty()) {
    const FallbackPrice& first = *open.front();
    const auto factor = coefficient(*first.entry);
    std::vector<const FallbackPrice*> alike;
    std::vector<const FallbackPrice*> rest;
    for (const FallbackPrice* each : open) {
      const bool same = each == &first || (each->entry->clause == first.entry->clause && factor &&
                                           coefficient(*each->entry) == factor && each->then);
      (same ? alike : rest).push_back(each);
    }
    text += "\n## " + capital(first.line->title) + "\n\n";
    if (!first.entry->clause->article.empty())
      text +=
          say(language, "By article ", "Volgens artikel ") + first.entry->clause->article + ".\n\n";
    text += steps(*first.entry, no_node, contract.currency, language);
    for (const BreakCrossed& crossed : breaks_crossed(first.entry->why))
      text += "\n" + in_words(crossed).in(language) + "\n";
    if (alike.size() > 1) {
      text += "\n" + say(language, "The other prices follow the same factor:\n\n",
                         "De andere prijzen volgen dezelfde factor:\n\n");
      text +=
          say(language, "| price | now | factor | new |\n", "| prijs | nu | factor | nieuw |\n") +
          "|---|---:|---:|---:|\n";
      for (std::size_t i = 1; i < alike.size(); ++i) text += one_line(*alike[i], *factor, language);
    }
    open = std::move(rest);
  }
  return text;
}

}  // namespace pricetalk
