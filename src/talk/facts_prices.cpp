#include <algorithm>

#include "advice/future_name.hpp"
#include "advice/market_level.hpp"
#include "explain/worksheet.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/breaks.hpp"
#include "pricing/later_figures.hpp"
#include "pricing/shown_step.hpp"
#include "pricing/timeline.hpp"
#include "pricing/true_up.hpp"
#include "pricing/uneven.hpp"
#include "report/explanation.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

/// What is charged, allowed now and allowed at the adjustment, price by price.
class PriceFacts {
 public:
  explicit PriceFacts(TalkFacts& facts)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract) {}

  void add() {
    for (const PriceSchedule& prices : talk_.enforceable()) price(prices);
  }

 private:
  void price(const PriceSchedule& prices) {
    TalkPrice made;
    made.line = prices.line;
    made.tier = prices.price;
    made.name = prices.line->title;
    if (prices.line->prices.size() > 1) {
      const auto& up_to = prices.line->prices[prices.price].up_to;
      made.name += up_to ? " ≤ " + up_to->text()
                         : " > " + prices.line->prices[prices.price - 1].up_to->text();
    }
    const PriceEntry* now = prices.on(talk_.today);
    if (now == nullptr) now = &prices.entries.front();
    made.now = figure(prices, *now, {"allowed now", "nu toegestaan"});
    if (!prices.line->surcharges.empty()) surcharges(prices, made);
    if (facts_.adjustment) {
      steps_of(prices, made);
      const PriceEntry* then = made.entry != nullptr ? made.entry : prices.on(*facts_.adjustment);
      made.then = figure(prices, then != nullptr ? *then : *now,
                         {"allowed from the adjustment", "toegestaan vanaf de aanpassing"});
      made.change = change_of(made, prices);
      if (!made.then) wait_for(made.then.why());
      tell_entered(prices, then != nullptr ? then->from : now->from);
      for (const PriceEntry* cause : made.causes) {
        tell_breaks(*cause);
        tell_provisional(*cause);
        if (cause != made.entry && cause->price)
          add_to_annex(facts_, {{cause->address.text + "/" + cause->clause->id},
                                {made.name + ": step of clause " + cause->clause->id,
                                 made.name + ": stap van clausule " + cause->clause->id},
                                cause->why,
                                cause->answer});
      }
      if (!made.then) made.range = range(prices);
    } else {
      made.then = made.now;
      tell_entered(prices, now->from);
    }
    invoiced(made);
    band(made);
    facts_.prices.push_back(std::move(made));
  }

  /// What happens to a price on the day under discussion, and when it moves after that.
  void steps_of(const PriceSchedule& prices, TalkPrice& price) const {
    for (const PriceEntry& entry : prices.entries) {
      if (entry.clause == nullptr) continue;
      const Date day = day_of(entry);
      if (day == *facts_.adjustment) {
        price.entry = &entry;
        price.causes.push_back(&entry);
      } else if (day > *facts_.adjustment && !price.moves_on) {
        price.moves_on = entry.from;
      }
    }
  }

  /// Of one cause its own change; of several, or of one that did not come through, that of the
  /// price.
  Outcome<Ratio> change_of(TalkPrice& price, const PriceSchedule& prices) const {
    if (price.entry == nullptr) return Ratio(0);
    const Verdict verdict = price.entry->verdict;
    const bool moved = verdict != Verdict::forfeited && verdict != Verdict::moved_on &&
                       verdict != Verdict::waived && verdict != Verdict::deferred;
    if (price.causes.size() == 1 && moved) {
      const ShownStep shown = shown_step(prices, *price.entry);
      price.own_change = shown.own;
      return shown.step;
    }
    const Outcome<Ratio>& before = price.causes.front()->before;
    const Outcome<Ratio>& then = price.entry->price;
    if (!before) return before.why();
    if (!then) return then.why();
    Worksheet sheet(contract_.currency);
    const InputSource source{.kind = InputSource::Kind::earlier_price,
                             .text = {"price", "prijs"},
                             .figure = {},
                             .where = prices.line->where,
                             .address = price.entry->address.text,
                             .fixity = price.entry->fixity};
    const NodeId a =
        sheet.given(then, {"price from the adjustment", "prijs vanaf de aanpassing"}, source);
    const NodeId b = sheet.given(before, {"price before it", "prijs ervoor"}, source);
    return sheet.value(sheet.div(sheet.sub(a, b), b));
  }

  Outcome<Figure> figure(const PriceSchedule& prices, const PriceEntry& entry, const Phrase& what) {
    if (!entry.price) return entry.price.why();
    const Phrase label{prices.line->title + ": " + what.en, prices.line->title + ": " + what.nl};
    const PricingContext context{prices.contract, prices.line, prices.price,
                                 talk_.dossier.coverage};
    add_to_annex(facts_, {entry.address, label, entry.why, entry.answer, notes_on(context, entry)});
    return price_figure(*entry.price, prices, contract_, entry);
  }

  void surcharges(const PriceSchedule& prices, TalkPrice& price) {
    const ChargedPrice charged = charged_on(prices, talk_.today);
    if (!charged.charged) return;
    const std::string at =
        contract_.id + "/" + prices.line->id +
        (prices.line->prices.size() > 1 ? "#" + std::to_string(prices.price + 1) : "") + "/" +
        talk_.today.text();
    const int decimals = prices.line->price_decimals(contract_.currency, prices.price);
    const auto figure_of = [&](const Outcome<Ratio>& value, const char* what) {
      return Figure{Money{as_decimal(*value, decimals), contract_.currency},
                    Address{at + "/" + what}, charged.fixity};
    };
    price.surcharge = figure_of(charged.surcharge, "surcharge");
    price.charged = figure_of(charged.charged, "charged");
    add_to_annex(facts_, {price.charged->address,
                          {price.name + ": charged today, with surcharges",
                           price.name + ": vandaag gerekend, met toeslagen"},
                          charged.why,
                          charged.answer});
  }

  /// The same band as red face holds the price against.
  void band(TalkPrice& price) {
    const PriceLevelTerms* level = market_level(contract_, *price.line, talk_.today);
    if (level == nullptr || !level->low || !level->high) return;
    const auto end = [&](const Stated<Decimal>& stated, const char* which,
                         const Phrase& label) -> Outcome<Figure> {
      const auto found = market_price(talk_.dossier, *level, stated, label, talk_.today);
      if (!found || !found->price) return Undetermined();
      const Address address{contract_.id + "/" + price.line->id + "/market/" + which};
      const int decimals = std::max(stated.value.scale(), contract_.currency.minor_decimals());
      if (!level->moved_by)
        return Figure{Money{stated.value, contract_.currency}, address, Fixity::fixed};
      Worksheet sheet(contract_.currency);
      const NodeId node = found->on(sheet);
      add_to_annex(facts_,
                   {address,
                    {price.line->title + ": " + label.en, price.line->title + ": " + label.nl},
                    sheet.derivation(),
                    node});
      return Figure{Money{as_decimal(*found->price, decimals), contract_.currency}, address,
                    found->source.fixity};
    };
    price.band = {end(*level->low, "low", {"lower end of the market", "onderkant van de markt"}),
                  end(*level->high, "high", {"upper end of the market", "bovenkant van de markt"})};
  }

  void wait_for(const Undetermined& why) {
    for (const Reason& reason : why.reasons())
      if (std::find(facts_.waiting_for.begin(), facts_.waiting_for.end(), reason) ==
          facts_.waiting_for.end())
        facts_.waiting_for.push_back(reason);
  }

  void tell_breaks(const PriceEntry& entry) {
    const auto tell = [&](Phrase text) {
      if (std::none_of(facts_.measured_differently.begin(), facts_.measured_differently.end(),
                       [&](const Phrase& known) { return known.nl == text.nl; }))
        facts_.measured_differently.push_back(std::move(text));
    };
    for (const BreakCrossed& crossed : breaks_crossed(entry.why)) tell(in_short(crossed));
    for (const UnevenFigures& uneven : uneven_figures(entry)) tell(in_words(uneven, entry.date));
  }

  void tell_provisional(const PriceEntry& entry) {
    std::vector<Phrase> reasons = waits_for(entry, talk_.today);
    if (auto latest = latest_so_far(contract_, entry, talk_.today))
      reasons.push_back(std::move(*latest));
    for (Phrase& text : reasons)
      if (std::none_of(facts_.provisional.begin(), facts_.provisional.end(),
                       [&](const Phrase& known) { return known.nl == text.nl; }))
        facts_.provisional.push_back(std::move(text));
  }

  /// Nobody can be told a price as agreed that rests on what one of us typed.
  void tell_entered(const PriceSchedule& prices, Date on) {
    for (const EnteredFigure& each : entered_figures(prices, on, *talk_.library)) {
      Phrase text = in_words(each);
      if (std::find(facts_.entered.begin(), facts_.entered.end(), text) == facts_.entered.end())
        facts_.entered.push_back(std::move(text));
    }
  }

  /// The price at the adjustment in every future, lowest and highest.
  std::optional<std::pair<Figure, Figure>> range(const PriceSchedule& prices) {
    std::optional<std::pair<Figure, Figure>> found;
    if (!talk_.years) return found;
    for (const Run& run : talk_.years->runs) {
      if (run.alternative != as_it_is) continue;
      for (const PriceSchedule& projected : run.schedules) {
        if (projected.line->id != prices.line->id || projected.price != prices.price) continue;
        const PriceEntry* entry = projected.on(*facts_.adjustment);
        if (entry == nullptr || !entry->price) continue;
        const Figure one = price_figure(*entry->price, projected, *run.contract, *entry);
        add_to_annex(facts_, {one.address,
                              {prices.line->title + ": in future " + future_name(run.future).en,
                               prices.line->title + ": in toekomst " + future_name(run.future).nl},
                              entry->why,
                              entry->answer});
        const auto amount = [](const Figure& f) { return std::get<Money>(f.value).amount; };
        if (!found) found = {one, one};
        if (amount(one) < amount(found->first)) found->first = one;
        if (amount(one) > amount(found->second)) found->second = one;
      }
    }
    return found;
  }

  void invoiced(TalkPrice& price) {
    if (talk_.dossier.audit == nullptr || price.line->prices.size() > 1) return;
    const AuditedRow* last = nullptr;
    for (const AuditedRow& row : talk_.dossier.audit->rows)
      if (row.line != nullptr && row.line->id == price.line->id && row.charged.unit_price &&
          row.charged.kind == InvoiceKind::invoice &&
          (last == nullptr || row.charged.from >= last->charged.from))
        last = &row;
    if (last == nullptr) return;
    const std::string address =
        contract_.id + "/" + price.line->id + "/invoiced/" + last->charged.from.text();
    Worksheet sheet(contract_.currency);
    InputSource source{.kind = InputSource::Kind::given,
                       .text = {"invoice " + last->charged.invoice + " of " +
                                    date_text(last->charged.date, Language::en),
                                "factuur " + last->charged.invoice + " van " +
                                    date_text(last->charged.date, Language::nl)},
                       .figure = {},
                       .where = last->charged.where,
                       .address = {},
                       .fixity = Fixity::fixed};
    const Phrase label{price.name + ": on the last invoice",
                       price.name + ": op de laatste factuur"};
    const NodeId node = sheet.given(Ratio(*last->charged.unit_price), label, std::move(source));
    price.invoiced = Figure{Money{*last->charged.unit_price, contract_.currency}, Address{address},
                            Fixity::fixed};
    add_to_annex(facts_, {{address}, label, sheet.derivation(), node});
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
};

}  // namespace

void add_prices(TalkFacts& facts) { PriceFacts(facts).add(); }

}  // namespace pricetalk
