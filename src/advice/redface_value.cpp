#include <algorithm>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// The first step after today that is not lost or put off.
const PriceEntry* next_rise(const Dossier& d) {
  const PriceEntry* found = nullptr;
  for (const PriceSchedule& prices : d.coming())
    for (const PriceEntry& entry : prices.entries) {
      const bool lost = entry.verdict == Verdict::forfeited || entry.verdict == Verdict::moved_on;
      if (entry.clause != nullptr && !lost && entry.date > d.today &&
          (found == nullptr || entry.date < found->date))
        found = &entry;
    }
  return found;
}

}  // namespace

std::vector<Finding> value_below_increase(const Dossier& d, const RedFaceThresholds&) {
  // A step that nobody can announce any more raises no price.
  const PriceEntry* next = next_rise(d);
  if (!d.contract->terms.value || next == nullptr) return {};
  Book book(d.contract->currency);
  Worksheet& sheet = book.sheet();
  std::vector<NodeId> values;
  for (const ValueItemTerms& item : d.contract->terms.value->item)
    if (item.evidence && item.per_year)
      values.push_back(
          sheet.given(Ratio(item.per_year->value), same(item.what.value),
                      from_contract({"agreed value", "afgesproken meerwaarde"}, item.span)));
  std::vector<NodeId> steps;
  for (const PriceSchedule& prices : d.coming()) {
    if (prices.line->prices.size() != 1 || !bought_by_time(*prices.line)) continue;
    for (const PriceEntry& entry : prices.entries) {
      if (entry.date != next->date || entry.clause == nullptr) continue;
      steps.push_back(invoiced_difference(
          sheet, *d.contract, *prices.line,
          priced({entry.price, {"new price", "nieuwe prijs"}, from_entry(entry)}),
          priced({entry.before, {"price now", "prijs nu"}, from_entry(entry)}),
          year_from(entry.from), same(prices.line->title)));
    }
  }
  if (values.empty() || steps.empty()) return {};
  const Rounding cents = d.contract->currency.rounding();
  const NodeId value = sheet.round(sheet.sum(values), cents,
                                   {"agreed value a year", "afgesproken meerwaarde per jaar"});
  const NodeId increase =
      sheet.round(sheet.sum(steps), cents, {"increase a year", "verhoging per jaar"});
  const NodeId short_by =
      sheet.sub(increase, value,
                {"increase above the agreed value", "verhoging boven de afgesproken meerwaarde"});
  const Outcome<Ratio> gap = sheet.value(short_by);
  if (!gap || gap->sign() <= 0) return {};
  const auto text = [&](NodeId node, Language language) {
    return money_text({as_decimal(*sheet.value(node), d.contract->currency.minor_decimals()),
                       d.contract->currency},
                      language);
  };
  Finding finding = about(nullptr, {"the value agreed on is " + text(value, Language::en) +
                                        " a year, the increase " + text(increase, Language::en),
                                    "de afgesproken meerwaarde is " + text(value, Language::nl) +
                                        " per jaar, de verhoging " + text(increase, Language::nl)});
  finding.per_year =
      book.figure(short_by, d.contract->id + "/redface/value-below-increase", next->fixity,
                  {"increase above the agreed value", "verhoging boven de afgesproken meerwaarde"});
  finding.since = next->from;
  std::move(book).close(finding.evidence);
  return {std::move(finding)};
}

std::vector<Finding> value_below_price(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  if (!d.contract->terms.value) return made;
  for (const Line& line : d.contract->lines) {
    const auto gross = gross_on(d, line, d.today);
    if (!gross || !bought_by_time(line)) continue;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    std::vector<NodeId> values;
    for (const ValueItemTerms& item : d.contract->terms.value->item)
      if (item.price && item.price->value.value == line.id && item.evidence && item.per_year)
        values.push_back(
            sheet.given(Ratio(item.per_year->value), same(item.what.value),
                        from_contract({"agreed value", "afgesproken waarde"}, item.span)));
    if (values.empty()) continue;
    const Rounding cents = d.contract->currency.rounding();
    const NodeId value = sheet.round(sheet.sum(values), cents,
                                     {"agreed value a year", "afgesproken waarde per jaar"});
    const NodeId price = invoiced(sheet, *d.contract, line, priced(*gross), year_from(d.today),
                                  {"price a year", "prijs per jaar"});
    const Phrase label{"price above the agreed value", "prijs boven de afgesproken waarde"};
    const NodeId short_by = sheet.sub(price, value, label);
    const Outcome<Ratio> gap = sheet.value(short_by);
    if (!gap || gap->sign() <= 0 || *gap < *sheet.value(price) * t.value_short.value.as_fraction())
      continue;
    const auto text = [&](NodeId node, Language language) {
      return money_text({as_decimal(*sheet.value(node), d.contract->currency.minor_decimals()),
                         d.contract->currency},
                        language);
    };
    Finding finding =
        about(&line, {line.title + ": costs " + text(price, Language::en) +
                          " a year, and we agreed that it is worth " + text(value, Language::en),
                      line.title + ": kost " + text(price, Language::nl) +
                          " per jaar, en volgens afspraak is het " + text(value, Language::nl) +
                          " waard"});
    finding.per_year = book.figure(short_by, rule_address(d, line, "value-below-price"),
                                   gross->source.fixity, label);
    std::move(book).close(finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

std::vector<Finding> saving_not_realised(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const auto& innovation : d.contract->terms.innovation) {
    const InnovationTerms& terms = innovation.terms;
    if (!terms.saving_per_year || !terms.start || terms.realised.empty()) continue;
    const RealisedTerms& last =
        *std::max_element(terms.realised.begin(), terms.realised.end(),
                          [](const auto& a, const auto& b) { return a.year.value < b.year.value; });
    const Date full =
        terms.ramp_up ? terms.start->value + terms.ramp_up->value : terms.start->value;
    if (last.year.value >= d.today.year() || full.year() > last.year.value ||
        (full.year() == last.year.value && full != *Date::make(last.year.value, 1, 1)))
      continue;
    const SavingTerms& promised = *terms.saving_per_year;
    Book book(d.contract->currency);
    Worksheet& sheet = book.sheet();
    const Phrase label{"less than promised", "minder dan beloofd"};
    const NodeId short_by = sheet.round(
        sheet.sub(
            sheet.given(Ratio(promised.cautious.value),
                        {"promised saving a year", "beloofde besparing per jaar"},
                        from_contract({"cautious saving", "voorzichtige besparing"},
                                      promised.cautious.where.value_or(promised.span))),
            sheet.given(Ratio(last.saving.value), {"saved", "bespaard"},
                        from_contract({"realised saving", "gerealiseerde besparing"}, last.span))),
        d.contract->currency.rounding(), label);
    const Outcome<Ratio> gap = sheet.value(short_by);
    if (!gap || gap->sign() <= 0 ||
        *gap < Ratio(promised.cautious.value) * t.saving_short.value.as_fraction())
      continue;
    const auto text = [&](const Decimal& amount, Language language) {
      return money_text({amount, d.contract->currency}, language);
    };
    const std::string year = std::to_string(last.year.value);
    Finding finding =
        about(nullptr,
              {"saved in " + year + ": " + text(last.saving.value, Language::en) + ", promised " +
                   text(promised.cautious.value, Language::en) + " (" + terms.what.value + ")",
               "bespaard in " + year + ": " + text(last.saving.value, Language::nl) + ", beloofd " +
                   text(promised.cautious.value, Language::nl) + " (" + terms.what.value + ")"});
    finding.per_year =
        book.figure(short_by, d.contract->id + "/" + innovation.id + "/redface/saving-not-realised",
                    Fixity::fixed, label);
    finding.since = *Date::make(last.year.value, 1, 1);
    std::move(book).close(finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

}  // namespace pricetalk
