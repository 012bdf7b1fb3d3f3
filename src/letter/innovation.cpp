#include "letter/innovation.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "pricetalk/letter/sentences.hpp"

namespace pricetalk {

namespace {

/// "al 11 jaar", "11 years".
std::string relation_time(const Contract& contract, Date today, Language language) {
  const Date since = contract.customer_since;
  int years = today.year() - since.year();
  if (shift(since, Duration{1, Unit::year}, years) > today) --years;
  if (language == Language::en)
    return years < 1    ? "less than a year"
           : years == 1 ? "a year"
                        : std::to_string(years) + " years";
  return years < 1    ? "sinds kort"
         : years == 1 ? "al een jaar"
                      : "al " + std::to_string(years) + " jaar";
}

/// "2026", or "het jaar vanaf 1 juli 2026".
std::string year_text(const ProposalYear& year, Language language) {
  std::string name = year.name().in(language);
  if (name.size() == 4) return name;
  return (language == Language::nl ? "het jaar vanaf " : "the year from ") +
         date_text(year.from, language);
}

std::string vat_note(const Contract& contract, Language language) {
  const bool excluded = contract.vat == Vat::excluded;
  if (language == Language::nl) return excluded ? "zonder btw" : "met btw";
  return excluded ? "exclude VAT" : "include VAT";
}

/// "Prijs per uur": the units of all lines, or nothing when they differ.
std::string heading(const std::vector<FallbackPrice>& prices, Language language) {
  std::string word = language == Language::nl ? "Prijs" : "Price";
  const std::string& unit = prices.front().line->unit;
  const bool one = std::all_of(prices.begin(), prices.end(),
                               [&](const FallbackPrice& each) { return each.line->unit == unit; });
  if (unit.empty() || !one) return word;
  std::string per = per_unit(unit, language);
  for (const std::string article : {"an ", "a "})
    if (language == Language::en && per.starts_with(article))
      per = "per " + per.substr(article.size());
  return word + " " + per;
}

std::string name_of(const FallbackPrice& price, Language language) {
  const Line& line = *price.line;
  const bool nl = language == Language::nl;
  std::string name = line.title;
  if (line.prices.size() > 1) {
    const auto& up_to = line.prices[price.price].up_to;
    name += !up_to ? (nl ? ", daarboven" : ", above that")
                   : (nl ? ", tot en met " : ", up to ") + decimal_text(*up_to, language);
  }
  if (!line.surcharges.empty()) name += nl ? " (zonder toeslagen)" : " (without surcharges)";
  return name;
}

Explained priced(const Figure& figure, const FallbackPrice& price, const Phrase& label) {
  return {figure,
          {label.en + ", " + name_of(price, Language::en),
           label.nl + ", " + name_of(price, Language::nl)},
          price.entry == nullptr ? no_node : price.entry->answer};
}

AmountField now_of(const FallbackPrice& price) {
  return {priced(price.now, price, {"present price", "prijs van nu"}), true};
}
AmountField then_of(const FallbackPrice& price) {
  return {priced(*price.then, price,
                 {"price with the usual indexation", "prijs met de gewone indexatie"}),
          true};
}

RowsField rows_of(const std::vector<FallbackPrice>& prices, Language language) {
  RowsField rows;
  for (const FallbackPrice& each : prices) {
    std::vector<CellField> row{PlainText{name_of(each, language)}, now_of(each)};
    if (each.then)
      row.emplace_back(then_of(each));
    else
      row.emplace_back(PlainText{language == Language::nl ? "nog niet bekend" : "not known yet"});
    rows.push_back(std::move(row));
  }
  return rows;
}

void add_people(Fields& fields, const Contract& contract) {
  const TalkTerms& talk = *contract.terms.talk;
  const PartiesTerms& parties = *contract.terms.parties;
  const ContactTerms& sender = *contract.find_contact(talk.sender->value);
  const ContactTerms& receiver = *contract.find_contact(talk.receiver->value);
  const auto text = [&](const char* name, const std::string& value) {
    fields.values[name] = PlainText{value};
  };
  text("supplier_name", parties.supplier->name.value);
  text("supplier_address", parties.supplier->address->value);
  text("customer_name", parties.customer->name.value);
  text("customer_address", parties.customer->address->value);
  text("salutation", receiver.salutation->value);
  text("sender_name", sender.name.value);
  text("sender_role", sender.job->value);
  text("sender_phone", sender.phone->value);
  text("place", talk.place->value);
  text("service_short", talk.service->value);
  fields.values["contact_name"] =
      PersonField{receiver.name.value, receiver.job ? receiver.job->value : ""};
  fields.values["call_at"] = ClockTime{talk.call_at->value};
  fields.values["reply_by"] = ClockTime{talk.reply_by->value};
}

void add_offer(Fields& fields, const OfferTerms& terms, Language language) {
  const auto text = [&](const char* name, const std::string& value) {
    fields.values[name] = PlainText{value};
  };
  const auto amount = [&](const char* name, const std::optional<Explained>& value) {
    if (value) fields.values[name] = AmountField{*value, false};
  };
  text("innovation_what", terms.innovation->what.value);
  text("evidence", terms.innovation->evidence->value);
  text("customer_effort", terms.innovation->customer_effort->value);
  text("target_year", year_text(terms.first_year, language));
  text("vat_note", vat_note(*terms.contract, language));
  text("relation_time", relation_time(*terms.contract, terms.today, language));
  if (terms.earned != nullptr) {
    text("earned_what", terms.earned->what.value);
    text("earned_evidence", terms.earned->evidence->value);
  }
  amount("indexation_waived_year", terms.waived_first_year);
  amount("saving_month", terms.reduction_month);
  amount("saving_year", terms.reduction_year);
  amount("benefit_first_year", terms.benefit_first_year);
  fields.values["letter_date"] = terms.today;
  fields.values["adjustment_date"] = terms.adjustment;
  fields.values["saving_from"] = terms.reduction_from;
  if (terms.reduction_until) fields.values["contract_end"] = *terms.reduction_until;
}

void add_fallback(Fields& fields, const OfferTerms& terms, Language language) {
  const FallbackPrice& first = terms.fallback.front();
  const std::string per = first.line->unit.empty() ? "" : per_unit(first.line->unit, language);
  Date from = first.from;
  for (const FallbackPrice& each : terms.fallback) from = std::max(from, each.from);
  fields.values["start_date"] = from;
  fields.values["per_unit"] = PlainText{per};
  fields.values["price_heading"] = PlainText{heading(terms.fallback, language)};
  fields.values["price_current"] = now_of(first);
  if (first.then) fields.values["price_new"] = then_of(first);
  fields.values["fallback_rows"] = rows_of(terms.fallback, language);
}

void add_words(Fields& fields, const OfferTerms& terms) {
  const auto one_of = [&](bool first, const char* yes, const char* no) {
    fields.holds.insert(first ? yes : no);
  };
  const auto& prices = terms.fallback;
  one_of(terms.form == InnovationForm::gift, "gift", "exchange");
  one_of(prices.size() == 1, "one_price", "several_prices");
  one_of(terms.late, "late", "in_time");
  one_of(std::all_of(prices.begin(), prices.end(),
                     [](const auto& each) { return each.then.has_value(); }),
         "known", "unknown");
  one_of(terms.reduction_month.has_value(), "reduction", "no_reduction");
  one_of(terms.reduction_year.has_value(), "a_year", "under_a_year");
  one_of(terms.reduction_until.has_value(), "has_end", "no_end");
  one_of(std::all_of(prices.begin(), prices.end(),
                     [](const auto& each) { return each.line->unit == "hour"; }),
         "hours", "other_unit");
  one_of(terms.level_comes_back, "level_comes_back", "level_stays");
  one_of(terms.postponed, "postponed", "not_postponed");
}

}  // namespace

Fields innovation_fields(const OfferTerms& terms, Language language) {
  Fields fields;
  add_people(fields, *terms.contract);
  add_offer(fields, terms, language);
  add_fallback(fields, terms, language);
  add_words(fields, terms);
  return fields;
}

}  // namespace pricetalk
