#include <algorithm>

#include "advice/propose.hpp"
#include "advice/ways.hpp"
#include "billing/charge.hpp"
#include "explain/rounded.hpp"
#include "letter/innovation.hpp"
#include "letter/innovation_claims.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_instead.hpp"
#include "talk/letter_prices.hpp"

namespace pricetalk {

namespace {

/// The contract allows more than is asked. What becomes of the rest is proved in every future, with
/// the contract of before the decision beside it.
class PartialLetter {
 public:
  PartialLetter(const LetterTask& task, const PriceNews& news)
      : task_(task),
        news_(news),
        full_(task, without(task.contract(), DecisionKind::reduced, *task.facts.adjustment)) {}

  LetterDraft draft() && {
    if (!compare())
      return no_letter("what is asked is not less than the contract allows",
                       "wat wordt gevraagd is niet minder dan het contract toestaat");
    if (!rest())
      return NoLetter{{},
                      {{"scenario",
                        {"a future in which can be reckoned what becomes of the rest (--scenario)",
                         "een toekomst waarin is na te rekenen wat er met de rest gebeurt "
                         "(--scenario)"}}}};
    add_price_fields(parts_, task_, news_);
    saved();
    annexes();
    return std::move(parts_);
  }

 private:
  /// The prices that the contract allows beside those that are asked.
  bool compare() {
    RowsField rows;
    for (const MovedPrice& each : news_.moved) {
      const PriceEntry* full = full_.entry_of(*each.price, each.step.from);
      if (full == nullptr || !full->price || !each.step.then || !each.proved) return false;
      less_ = less_ || Ratio(amount_of(*each.step.then)) < *full->price;
      const AmountField allowed = price_field(parts_, task_, *each.price, *full,
                                              {"price in full", "prijs volgens de berekening"});
      if (rows.empty()) {
        parts_.fields.values["price_full"] = allowed;
        if (!full_percent(*each.price, *full)) return false;
      }
      in_full_.push_back(each.step);
      in_full_.back().entry = full;
      in_full_.back().then = allowed.amount.figure;
      in_full_.back().causes = causes(*each.price, each.step.from);
      rows.push_back({PlainText{name_of(each.step, task_.language)}, now_of(each.step), allowed,
                      PromisedAmount(*each.proved, true)});
    }
    parts_.fields.values["partial_rows"] = std::move(rows);
    return less_;
  }

  /// All that moves a price on that day in full.
  std::vector<const PriceEntry*> causes(const TalkPrice& price, Date on) const {
    std::vector<const PriceEntry*> made;
    for (const PriceSchedule& prices : full_.schedules) {
      if (prices.line->id != price.line->id || prices.price != price.tier) continue;
      for (const PriceEntry& entry : prices.entries)
        if (entry.clause != nullptr && entry.from == on) made.push_back(&entry);
    }
    return made;
  }

  /// Both sums, so that the customer can follow what is not asked as well.
  void annexes() {
    parts_.annexes.clear();
    parts_.annexes.push_back(
        steps_annex(task_.contract(), in_full_,
                    task_.say("Annex 1: the calculation in full, step by step",
                              "Bijlage 1: de volledige berekening, stap voor stap"),
                    task_.language));
    parts_.annexes.push_back(steps_annex(task_.contract(), news_.steps(),
                                         task_.say("Annex 2: what we ask, step by step",
                                                   "Bijlage 2: wat wij vragen, stap voor stap"),
                                         task_.language));
  }

  bool full_percent(const TalkPrice& price, const PriceEntry& full) {
    const Outcome<Ratio> change = full.change();
    if (!change) return false;
    const std::string address = full.address.text + "/full-change";
    const Phrase label{"change in full, " + price.name, "volledige verandering, " + price.name};
    parts_.items.push_back({{address}, label, full.why, full.answer});
    parts_.fields.values["full_percent"] =
        AmountField{percent_figure(*change, address, label, full.fixity, full.answer)};
    parts_.fields.holds.insert("full_percent");
    return true;
  }

  /// What becomes of the difference in later years; false where nobody can reckon it.
  bool rest() {
    const Talk& talk = task_.talk();
    if (!talk.scenario) return false;
    Ways ways{full_.contract, task_.contract(), {}, {}};
    ways.accepted.id += "/accepted";
    for (const MovedPrice& each : news_.moved)
      ways.waived.push_back(
          {*task_.facts.adjustment, each.price->entry->clause->id, each.price->line->id});
    const auto years =
        both_ways(ways, *talk.library, *talk.scenario, talk.today, *task_.facts.adjustment, {});
    if (!years.value) return false;
    const std::vector<PriceSchedule> accepted =
        schedule(ways.accepted, *talk.coverage, *task_.facts.adjustment + Duration{3, Unit::year});
    ProposalInput input;
    input.contract = &task_.contract();
    input.adjustment = *task_.facts.adjustment;
    input.today = talk.today;
    input.schedules = full_.schedules;
    input.accepted = accepted;
    input.waived = ways.waived;
    input.years = &*years.value;
    input.sums = price_sums(*years.value);
    if (input.sums.years.empty()) return false;
    OfferTerms terms;
    terms.contract = &task_.contract();
    terms.first_year = input.sums.years.front();
    terms.last_year = input.sums.years.back();
    const Prover prover(input);
    terms.promises.nothing_comes_back =
        prover.nothing_comes_back(terms.first_year.from, terms.last_year.until);
    terms.coming_back = prover.coming_back(terms.last_year.until);
    parts_.fields.values["later"] = later_of(terms, task_.language, true);
    return true;
  }

  void saved() {
    const bool less = add_paid_less(parts_, task_, full_.schedules, std::nullopt, "partial_saves",
                                    {"less than in full", "minder dan de volledige berekening"});
    if (!less) parts_.fields.holds.insert("no_saves");
  }

  const LetterTask& task_;
  const PriceNews& news_;
  Instead full_;
  LetterParts parts_;
  std::vector<FallbackPrice> in_full_;
  bool less_ = false;
};

/// An example that is less than every price rises: half of the smallest rise, in tenths of a
/// percent.
std::string half_of_the_step(const PriceNews& news) {
  std::optional<Ratio> least;
  for (const MovedPrice& each : news.moved)
    if (each.price->change && *each.price->change > Ratio(0))
      least = std::min(least.value_or(*each.price->change), *each.price->change);
  const Ratio percent = least.value_or(Ratio::of(2, 100)) * Ratio(50);
  const Decimal half = as_many_decimals(percent, percent < Ratio(1) ? 2 : 1);
  return half.text() + "%";
}

}  // namespace

LetterDraft partial_draft(const LetterTask& task) {
  const PriceNews news = price_news(task.facts);
  if (auto none = nothing_to_say(task, news)) return *std::move(none);
  if (decisions_of(task, DecisionKind::reduced).empty()) {
    const std::string on = task.facts.adjustment->text();
    const std::string less = half_of_the_step(news);
    return NoLetter{{},
                    {{"decision",
                      {"what you ask instead: [[decision]] date = " + on +
                           ", kind = \"reduced\", change = \"" + less + "\"",
                       "wat u in plaats daarvan vraagt: [[decision]] date = " + on +
                           ", kind = \"reduced\", change = \"" + less + "\""}}}};
  }
  if (!news.open.empty())
    return no_letter("the new prices are not known yet", "de nieuwe prijzen zijn nog niet bekend");
  if (news.moved.empty() || !news.any_rises())
    return no_letter("no price rises", "er stijgt geen prijs");
  return PartialLetter(task, news).draft();
}

}  // namespace pricetalk
