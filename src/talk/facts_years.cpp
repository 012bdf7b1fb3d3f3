#include <algorithm>

#include "advice/future_name.hpp"
#include "advice/offer_terms.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

/// What the customer pays over the years, and what he may ask about it.
class YearFacts {
 public:
  explicit YearFacts(TalkFacts& facts)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract) {}

  void add() {
    futures();
    questions();
  }

 private:
  /// Whether no future knows a single amount of the contract as it is.
  static bool nothing_known(const Simulation& years) {
    return std::all_of(years.futures.begin(), years.futures.end(), [&](const std::string& id) {
      const Run* plain = years.find(id, as_it_is);
      if (plain == nullptr || plain->total.with_renewal.figure) return plain == nullptr;
      return Ratio(std::get<Money>(plain->total.with_renewal.known.value).amount).is_zero();
    });
  }

  void futures() {
    if (!talk_.years) {
      facts_.no_futures = talk_.no_years;
      return;
    }
    if (nothing_known(*talk_.years)) {
      facts_.no_futures = {
          {"the prices of these years cannot be determined: figures are missing (block 8)",
           "de prijzen van deze jaren zijn niet te bepalen: er ontbreken cijfers (punt 8)"}};
      return;
    }
    facts_.years_from = talk_.years->first;
    facts_.years_to = talk_.years->last;
    for (const std::string& id : talk_.years->futures) {
      TalkFuture made;
      made.id = id;
      made.name = future_name(id);
      const Phrase& name = made.name;
      const Run* plain = talk_.years->find(id, as_it_is);
      if (plain == nullptr) continue;
      made.with_indexation = plain->total;
      for (const YearTotal& year : plain->calendar_years)
        made.years.emplace_back(year.label, year.total.with_renewal.figure);
      annex_of(*plain, plain->total,
               {"customer pays, future " + name.en, "klant betaalt, toekomst " + name.nl});
      if (const Run* offer = talk_.proposal_alternative.empty()
                                 ? nullptr
                                 : talk_.years->find(id, talk_.proposal_alternative)) {
        made.with_proposal = offer->total;
        made.difference = offer->difference;
        for (const YearTotal& year : offer->calendar_years)
          made.years_proposal.emplace_back(year.label, year.total.with_renewal.figure);
        annex_of(*offer, offer->total,
                 {"customer pays with the proposal, future " + name.en,
                  "klant betaalt met het voorstel, toekomst " + name.nl});
        annex_of(*offer, offer->difference,
                 {"difference by the proposal, future " + name.en,
                  "verschil door het voorstel, toekomst " + name.nl});
      }
      facts_.futures.push_back(std::move(made));
    }
  }

  void annex_of(const Run& run, const SplitTotal& total, const Phrase& what) {
    const auto one = [&](const Total& part, const char* en, const char* nl) {
      if (!part.figure) return;
      const auto explained = run.explain(part.figure->address);
      if (explained)
        add_to_annex(facts_, {part.figure->address,
                              {what.en + en, what.nl + nl},
                              *explained->derivation,
                              explained->node});
    };
    one(total.contracted, ", contracted", ", contract");
    if (total.months_renewal > 0)
      one(total.renewal, ", assumed renewal", ", aangenomen verlenging");
  }

  void questions() {
    if (!talk_.proposal || talk_.proposal->offer() == nullptr || facts_.futures.empty() ||
        !facts_.adjustment)
      return;
    next_year();
  }

  /// "Will I get the bill next year after all?": the expected price a year on, with and without the
  /// step.
  void next_year() {
    const std::size_t middle = talk_.years->futures.size() / 2;
    const Run* plain = talk_.years->find(talk_.years->futures[middle], as_it_is);
    const Run* offer = talk_.years->find(talk_.years->futures[middle], talk_.proposal_alternative);
    if (plain == nullptr || offer == nullptr || plain->schedules.empty() ||
        offer->schedules.empty())
      return;
    // "No" is a promise: only where it was proved.
    const Offer* good = talk_.proposal->offer();
    if (good == nullptr) return;
    const OfferTerms& terms = good->customer_terms();
    if (!terms.promises.nothing_comes_back || terms.waived.empty()) return;
    const Date day = *facts_.adjustment + Duration{1, Unit::year};
    const auto of_line = [&](const Run& run) -> const PriceSchedule& {
      return *std::find_if(
          run.schedules.begin(), run.schedules.end(),
          [&](const PriceSchedule& prices) { return prices.line->id == terms.waived.front(); });
    };
    const PriceSchedule& a = of_line(*plain);
    const PriceSchedule& b = of_line(*offer);
    const PriceEntry* with = a.on(day);
    const PriceEntry* without = b.on(day);
    if (with == nullptr || without == nullptr || !with->price || !without->price) return;
    // Nobody pays a bill of a day on which nothing runs any more.
    const Line* line = contract_.find_line(terms.waived.front());
    if (contract_.end && day > *contract_.end) return;
    if (line == nullptr || (line->until && day > line->until->value)) return;
    const Figure high = price_figure(*with->price, a, *plain->contract, *with);
    const Figure low = price_figure(*without->price, b, *offer->contract, *without);
    add_to_annex(facts_, {high.address,
                          {a.line->title + ": a year later, with indexation",
                           a.line->title + ": een jaar later, met indexatie"},
                          with->why,
                          with->answer});
    add_to_annex(facts_, {low.address,
                          {b.line->title + ": a year later, with the proposal",
                           b.line->title + ": een jaar later, met het voorstel"},
                          without->why,
                          without->answer});
    const auto text = [](const Figure& f, Language l) {
      return money_text(std::get<Money>(f.value), l);
    };
    const std::string year = std::to_string(day.year());
    const Phrase later = later_after_all(*offer, day);
    const std::string& title = a.line->title;
    const auto expected = [&](Language l) {
      const bool nl = l == Language::nl;
      return (nl ? " Verwacht voor " : " Expected for ") + year + " (" + title +
             "): " + text(low, l) + (nl ? " in plaats van " : " instead of ") + text(high, l) + ".";
    };
    Phrase answer{"No. The price goes on from where it is now." + expected(Language::en),
                  "Nee. De prijs loopt door vanaf nu." + expected(Language::nl)};
    if (!later.nl.empty())
      answer = {"Not for what lapses." + expected(Language::en) + later.en,
                "Niet van wat vervalt." + expected(Language::nl) + later.nl};
    facts_.questions.push_back({{"Will I get the bill in " + year + " after all?",
                                 "Krijg ik de rekening in " + year + " alsnog?"},
                                std::move(answer)});
  }

  /// Whether the step of the day under discussion is not made then, but later: one that the
  /// proposal gives up is not made at all.
  bool comes_later(const TalkPrice& price) const {
    if (price.entry == nullptr) return false;
    const PriceEntry& step = *price.entry;
    const auto given_up = [&](const WaivedStep& each) {
      return each.line == price.line->id && each.clause == step.clause->id;
    };
    if (talk_.ways && std::any_of(talk_.ways->waived.begin(), talk_.ways->waived.end(), given_up))
      return false;
    return step.verdict == Verdict::moved_on || step.verdict == Verdict::deferred ||
           (step.verdict == Verdict::waived && step.decision != nullptr &&
            step.decision->catch_up.value);
  }

  /// The prices whose step of this year does come later, by the day that is asked about: the
  /// proposal is about the others.
  Phrase later_after_all(const Run& offer, Date day) {
    Phrase made;
    for (const TalkPrice& price : facts_.prices) {
      if (!comes_later(price) || !price.moves_on || *price.moves_on > day) continue;
      for (const PriceSchedule& prices : offer.schedules) {
        if (prices.line->id != price.line->id || prices.price != price.tier) continue;
        const PriceEntry* entry = prices.on(day);
        if (entry == nullptr || !entry->price) continue;
        const Figure then = price_figure(*entry->price, prices, *offer.contract, *entry);
        const auto said = [&](Language l) {
          const bool nl = l == Language::nl;
          return (nl ? " Van " : " That of ") + price.name +
                 (nl ? " komt de aanpassing wel, op " : " does come, on ") +
                 date_text(*price.moves_on, l) + (nl ? "; verwacht: " : "; expected: ") +
                 money_text(std::get<Money>(then.value), l) + ".";
        };
        add_to_annex(facts_, {then.address,
                              {price.name + ": a year later", price.name + ": een jaar later"},
                              entry->why,
                              entry->answer});
        made.en += said(Language::en);
        made.nl += said(Language::nl);
      }
    }
    return made;
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
};

}  // namespace

void add_years(TalkFacts& facts) { YearFacts(facts).add(); }

}  // namespace pricetalk
