#include "letter/innovation.hpp"

#include <algorithm>

#include "advice/propose.hpp"
#include "letter/innovation_claims.hpp"
#include "letter/innovation_parts.hpp"
#include "letter/kinds.hpp"
#include "letter/price_words.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// "al 11 jaar", "11 years".
std::string relation_time(const Contract& contract, Date today, Language language) {
  const int years = relation_years(contract, today);
  if (years < 1)
    return say(language, "less than a year", "sinds kort", "seit Kurzem", "depuis peu");
  if (years == 1) return say(language, "a year", "al een jaar", "seit einem Jahr", "depuis un an");
  return say(language, "", "al ", "seit ", "depuis ") + std::to_string(years) +
         say(language, " years", " jaar", " Jahren", " ans");
}

/// The days of a claim as they stand behind a verb: "in 2026", "tot 1 juli 2027".
std::string span_text(const Claim& claim, const OfferTerms& terms, Language language) {
  const std::string name = terms.first_year.name().in(language);
  if (name.size() == 4 && claim.until == terms.first_year.until)
    return in_year_text(terms.first_year, language);
  // "bis" and "jusqu’à" take the last day with them.
  if (!is_spoken(language))
    return say(language, "", "", "bis einschließlich ", "jusqu’au ") +
           date_text(claim.until, language) + say(language, "", "", "", " inclus");
  return say(language, "until ", "tot ") + date_text(claim.until.plus_days(1), language);
}

/// The price of the other choice, where it was proved.
std::optional<PromisedAmount> then_of(const FallbackPrice& price, const OfferTerms& terms) {
  for (const auto& proved : terms.promises.prices)
    if (price.then && proved.amount().figure.address == price.then->address)
      return PromisedAmount(proved, true);
  return std::nullopt;
}

RowsField rows_of(const OfferTerms& terms, Language language, bool dated) {
  RowsField rows;
  for (const FallbackPrice& each : terms.fallback) {
    std::vector<CellField> row{PlainText{name_of(each, language)}, now_of(each)};
    if (const auto then = then_of(each, terms))
      row.emplace_back(*then);
    else
      row.emplace_back(PlainText{not_known_yet(language)});
    if (dated) row.emplace_back(each.charged_from);
    rows.push_back(std::move(row));
  }
  return rows;
}

void add_offer(Fields& fields, const OfferTerms& terms, Language language) {
  const auto text = [&](const char* name, const std::string& value) {
    fields.values[name] = PlainText{value};
  };
  const auto amount = [&](const char* name, const std::optional<Explained>& value) {
    if (value) fields.values[name] = AmountField{*value, false};
  };
  const Promises& promises = terms.promises;
  const auto promised = [&](const char* name, const auto& proved) {
    if (proved) fields.values.insert_or_assign(name, PromisedAmount(*proved));
  };
  std::string what;
  std::string evidence;
  std::string effort;
  const auto add = [](std::string& all, const std::string& more) {
    if (all.find(more) == std::string::npos) all += (all.empty() ? "" : "\n\n") + more;
  };
  for (const InnovationTerms* each : terms.all) {
    add(what, each->what.value);
    if (each->evidence) add(evidence, each->evidence->value);
    if (each->customer_effort) add(effort, each->customer_effort->value);
  }
  text("innovation_what", what);
  text("evidence", evidence);
  text("customer_effort", effort);
  text("otherwise", otherwise(terms, language));
  const std::string year = in_year_text(terms.first_year, language);
  text("in_target_year", year);
  text("in_that_year",
       shorter_than_a_year(terms.first_year)
           ? say(language, "in that time", "in die tijd", "in dieser Zeit", "pendant cette période")
           : year);
  text("vat_note", vat_note(*terms.contract, language));
  text("vat_words", vat_words(*terms.contract, language));
  text("relation_time", relation_time(*terms.contract, terms.today, language));
  if (terms.earned != nullptr) {
    text("earned_what", terms.earned->what.value);
    text("earned_evidence", terms.earned->evidence->value);
  }
  promised("indexation_waived_year", promises.waived_first_year);
  promised("benefit_first_year", promises.benefit_first_year);
  if (!promises.reductions.empty())
    fields.values.insert_or_assign("saving_month", PromisedAmount(promises.reductions.front()));
  amount("saving_year", terms.reduction_year);
  fields.values["several_savings"] = several_savings(terms, language);
  fields.values["shared_savings"] = shared_savings(terms, language);
  fields.values["path_rows"] = path_rows(terms, language);
  text("expected", expected_words(terms, language));
  text("expectation", expectation(terms, language));
  text("waived_names", waived_names(terms, language));
  text("own_days", own_days(terms, language));
  if (const auto& quiet = promises.no_increase) {
    fields.values.insert_or_assign(
        "quiet_span", PromisedSpan(*quiet, span_text(quiet->claim(), terms, language)));
    fields.values.insert_or_assign(
        "quiet_what", PromisedSpan(*quiet, quiet_what(quiet->claim(), terms, language)));
  }
  fields.values["limits"] = limits_of(terms, language);
  fields.values["later"] = later_of(terms, language, promises.waived_first_year.has_value());
  fields.values["adjustment_date"] = terms.adjustment;
  fields.values["saving_from"] = terms.reduction_from;
  if (terms.reduction_until) fields.values["contract_end"] = *terms.reduction_until;
}

void add_fallback(Fields& fields, const OfferTerms& terms, Language language) {
  const FallbackPrice& first = terms.fallback.front();
  Date from = first.charged_from;
  for (const FallbackPrice& each : terms.fallback) from = std::max(from, each.charged_from);
  fields.values["start_date"] = from;
  fields.values["per_unit"] = PlainText{of_one(*first.line, language)};
  fields.values["of_line"] =
      PlainText{terms.contract->lines.size() == 1 ? "" : of_price(first, language)};
  const bool sure = may_change(terms) == 0;
  fields.values["price_goes"] =
      PlainText{sure ? say(language, "goes", "", "ändert sich", "passe")
                     : say(language, "is expected to go", "naar verwachting ",
                           "ändert sich voraussichtlich", "devrait passer")};
  fields.values["provisional"] = PlainText{provisional(terms, language)};
  fields.values["price_heading"] = PlainText{price_heading(terms.fallback, language)};
  fields.values["price_current"] = now_of(first);
  if (const auto then = then_of(first, terms)) fields.values.insert_or_assign("price_new", *then);
  fields.values["fallback_rows"] = rows_of(terms, language, false);
  fields.values["fallback_dated_rows"] = rows_of(terms, language, true);
}

/// Nothing moves in the whole first year.
bool whole_year(const OfferTerms& terms) {
  const auto& quiet = terms.promises.no_increase;
  return quiet && terms.moves.empty() && quiet->claim().until == terms.first_year.until;
}

void add_words(Fields& fields, const OfferTerms& terms) {
  const auto one_of = [&](bool first, const char* yes, const char* no) {
    fields.holds.insert(first ? yes : no);
  };
  const auto& prices = terms.fallback;
  const Promises& promises = terms.promises;
  const bool mixed = std::any_of(prices.begin(), prices.end(), [&](const FallbackPrice& each) {
    return each.from != prices.front().from || each.postponed != prices.front().postponed;
  });
  const bool known = std::all_of(prices.begin(), prices.end(), [&](const FallbackPrice& each) {
    return then_of(each, terms).has_value();
  });
  // Late, and due on the day all the same: then nothing is said about late.
  const bool on_the_day = std::all_of(prices.begin(), prices.end(), [&](const FallbackPrice& each) {
    return !each.postponed && each.from == terms.adjustment;
  });
  one_of(terms.form == InnovationForm::gift, "gift", "exchange");
  one_of(prices.size() == 1, "one_price", "several_prices");
  if (mixed)
    fields.holds.insert("mixed");
  else
    one_of(known && ((promises.announced_in_time && !terms.late) || on_the_day), "in_time", "late");
  one_of(known, "known", "unknown");
  const bool glides = terms.form == InnovationForm::glide_path;
  one_of(glides, "glide", "waives");
  if (promises.reductions.size() > 1)
    fields.holds.insert("reductions");
  else
    one_of(!promises.reductions.empty(), "reduction", "no_reduction");
  if (!glides) one_of(promises.lower_bill.has_value(), "lower_bill", "no_lower_bill");
  if (!terms.shared.empty()) fields.holds.insert("shared");
  const auto any = [&](std::optional<Stated<std::string>> InnovationTerms::*text) {
    return std::any_of(terms.all.begin(), terms.all.end(),
                       [&](const InnovationTerms* each) { return (each->*text).has_value(); });
  };
  if (any(&InnovationTerms::evidence)) fields.holds.insert("evidence");
  if (any(&InnovationTerms::customer_effort)) fields.holds.insert("effort");
  one_of(terms.contract->billing.period.value == Duration{1, Unit::month}, "monthly",
         "not_monthly");
  one_of(terms.reduction_year.has_value(), "a_year", "under_a_year");
  one_of(terms.reduction_until.has_value(), "has_end", "no_end");
  one_of(std::all_of(prices.begin(), prices.end(),
                     [](const auto& each) { return each.line->unit == "hour"; }),
         "hours", "other_unit");
  if (!glides) one_of(whole_year(terms), "whole_year", "part_of_it");
  one_of(promises.waived_first_year.has_value(), "saves", "no_saves");
  if (promises.benefit_first_year) fields.holds.insert("together");
  if (terms.expected && promises.waived_first_year) fields.holds.insert("expected");
  if (!limits_of(terms, Language::en).pieces.empty()) fields.holds.insert("limits");
  one_of(promises.good_for_both.has_value(), "both_gain", "one_gains");
  one_of(terms.postponed, "postponed", "not_postponed");
}

}  // namespace

Fields innovation_fields(const OfferTerms& terms, Language language) {
  Fields fields;
  add_people(fields, *terms.contract, terms.today);
  add_offer(fields, terms, language);
  add_fallback(fields, terms, language);
  add_words(fields, terms);
  return fields;
}

}  // namespace pricetalk
