#include <algorithm>

#include "billing/quantity.hpp"
#include "letter/leaks_in.hpp"
#include "letter/typed_numbers.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

namespace {

struct Secret {
  Ratio value;
  Phrase what;
  /// Computed, so that a person would type it rounded; it counts only with a currency beside it.
  bool computed = false;
};

/// An amount of a year, and what it is a month.
void add_year(const Ratio& year, const Phrase& what, std::vector<Secret>& made) {
  if (year.sign() <= 0) return;
  made.push_back({year, {what.en + ", a year", what.nl + ", per jaar"}, true});
  made.push_back({year / Ratio(12), {what.en + ", a month", what.nl + ", per maand"}, true});
}

/// What a line costs us, and the margin of its prices at the start: a unit, a year and a month.
void add_costs(const Contract& contract, const OwnCostTerms& cost, std::vector<Secret>& made) {
  const Line* line = contract.find_line(cost.price.value.value);
  if (line == nullptr) return;
  const Ratio each(cost.per_unit.value);
  const Phrase costs{"our own cost of " + line->id, "onze eigen kosten van " + line->id};
  const Phrase margins{"our margin on " + line->id, "onze marge op " + line->id};
  std::vector<Ratio> years;
  if (line->quantity)
    for (const QuantityValue::From& rate : line->quantity->value.rates)
      if (const auto year = a_year(rate.rate)) years.push_back(*year);
  for (const Ratio& year : years) add_year(each * year, costs, made);
  for (const Line::Price& price : line->prices) {
    const Ratio margin = Ratio(price.original.value) - each;
    if (margin.sign() <= 0) continue;
    made.push_back({margin, margins, true});
    for (const Ratio& year : years) add_year(margin * year, margins, made);
  }
}

std::vector<Secret> secrets_of(const Contract& contract, std::span<const Explained> own) {
  std::vector<Secret> made;
  const auto add = [&](const Stated<Decimal>& value, const std::string& en, const std::string& nl) {
    if (!value.value.is_zero()) made.push_back({Ratio(value.value), {en, nl}});
  };
  const auto add_yearly = [&](const Stated<Decimal>& value, const std::string& en,
                              const std::string& nl) {
    add(value, en, nl);
    add_year(Ratio(value.value), {en, nl}, made);
  };
  for (const OwnCostTerms& cost : contract.terms.own_cost) {
    const std::string& line = cost.price.value.value;
    add(cost.per_unit, "our own cost of " + line, "onze eigen kosten van " + line);
    add_costs(contract, cost, made);
  }
  for (const auto& each : contract.terms.innovation) {
    const InnovationTerms& terms = each.terms;
    if (terms.investment) add(*terms.investment, "our investment", "onze investering");
    if (terms.running_cost_per_year)
      add_yearly(*terms.running_cost_per_year, "our running cost", "onze jaarlijkse kosten");
    for (const RealisedTerms& year : terms.realised)
      add(year.saving, "what we saved", "wat wij bespaarden");
    if (!terms.saving_per_year) continue;
    add_yearly(terms.saving_per_year->cautious, "our saving", "onze besparing");
    if (terms.saving_per_year->expected)
      add_yearly(*terms.saving_per_year->expected, "our saving", "onze besparing");
    if (terms.saving_per_year->optimistic)
      add_yearly(*terms.saving_per_year->optimistic, "our saving", "onze besparing");
  }
  if (const auto& talk = contract.terms.talk; talk && talk->budget)
    add(*talk->budget, "our budget", "ons budget");
  for (const Explained& each : own) {
    const auto* amount = std::get_if<Money>(&each.figure.value);
    if (amount == nullptr || amount->amount.is_zero()) continue;
    const Ratio value(amount->amount);
    made.push_back({value.sign() < 0 ? -value : value, each.label, true});
  }
  for (const auto& each : contract.terms.innovation) {
    if (!each.terms.reduction_per_month) continue;
    // What the customer is offered he may read, whatever else comes to the same amount.
    const Ratio month(each.terms.reduction_per_month->value);
    std::erase_if(made, [&](const Secret& secret) {
      return secret.computed && (secret.value == month || secret.value == month * Ratio(12));
    });
  }
  return made;
}

/// Whether a typed number says a secret; one that was computed may be typed rounded.
bool says(const TypedNumber& typed, const Secret& secret) {
  if (secret.computed && !typed.money) return false;
  return std::any_of(typed.values.begin(), typed.values.end(), [&](const Ratio& value) {
    return value == secret.value ||
           (secret.computed &&
            value == Ratio(round(secret.value, Rounding::decimals(typed.decimals))));
  });
}

class Guard {
 public:
  Guard(const Contract& contract, std::span<const Explained> own)
      : contract_(contract), secrets_(secrets_of(contract, own)) {}

  std::vector<Leak> look_at(std::string_view words) {
    text({}, words);
    return std::move(found_);
  }

  std::vector<Leak> look() {
    text("contract.title", contract_.title);
    text("contract.id", contract_.id);
    people();
    for (const Line& line : contract_.lines) {
      text("price." + line.id + ".title", line.title);
      text("price." + line.id + ".unit", line.unit);
      for (const auto& part : line.parts) text("price." + line.id + ".parts", part.name);
    }
    for (const Clause& clause : contract_.clauses) {
      text("clause", clause.id);
      text("clause." + clause.id + ".article", clause.article);
    }
    for (const Series& series : contract_.own_series) own_series(series);
    for (const auto& each : contract_.terms.innovation) {
      const std::string at = "innovation." + each.id + ".";
      text(at + "what", each.terms.what.value);
      stated(at + "evidence", each.terms.evidence);
      stated(at + "customer_effort", each.terms.customer_effort);
    }
    written();
    return std::move(found_);
  }

 private:
  /// What is written for the letters.
  void written() {
    const auto& letter = contract_.terms.letter;
    if (!letter) return;
    stated("letter.cost_reason", letter->cost_reason);
    stated("letter.own_effort", letter->own_effort);
    stated("letter.alternative", letter->alternative);
    stated("letter.error_cause", letter->error_cause);
    stated("letter.prevention", letter->prevention);
    stated("letter.relief_reason", letter->relief_reason);
    stated("letter.cannot_do", letter->cannot_do);
    stated("letter.refer_to", letter->refer_to);
    stated("letter.memory", letter->memory);
    stated("letter.lesson", letter->lesson);
    stated("letter.staff", letter->staff);
  }

  void people() {
    const auto& terms = contract_.terms;
    if (terms.parties)
      for (const auto* party : {&terms.parties->supplier, &terms.parties->customer}) {
        if (!*party) continue;
        text("parties.name", (*party)->name.value);
        stated("parties.address", (*party)->address);
      }
    for (const ContactTerms& contact : terms.contact) {
      text("contact.name", contact.name.value);
      stated("contact.job", contact.job);
      stated("contact.salutation", contact.salutation);
    }
    if (!terms.talk) return;
    stated("talk.service", terms.talk->service);
    stated("talk.place", terms.talk->place);
  }

  void stated(const std::string& key, const std::optional<Stated<std::string>>& value) {
    if (value) text(key, value->value);
  }

  /// All that the annex prints beside a figure.
  void own_series(const Series& series) {
    text("series.id", series.id);
    text("series.title", series.title);
    text("series.publisher", series.publisher);
    text("series.table", series.table);
    text("series.base", series.base);
    for (const MethodBreak& each : series.breaks) text("series.breaks", each.what.nl);
  }

  void text(const std::string& key, std::string_view words) {
    for (const TypedNumber& typed : typed_numbers(words)) {
      if (!typed.amount) continue;
      const auto secret = std::find_if(secrets_.begin(), secrets_.end(),
                                       [&](const Secret& each) { return says(typed, each); });
      if (secret != secrets_.end()) found_.push_back({typed.text, secret->what, key});
    }
  }

  const Contract& contract_;
  std::vector<Secret> secrets_;
  std::vector<Leak> found_;
};

}  // namespace

std::vector<Leak> leaks(const Contract& contract, std::span<const Explained> own) {
  return Guard(contract, own).look();
}

std::vector<Leak> leaks_in(std::string_view text, const Contract& contract,
                           std::span<const Explained> own) {
  return Guard(contract, own).look_at(text);
}

}  // namespace pricetalk
