#include "pricetalk/report/talk.hpp"

#include <algorithm>
#include <memory>

#include "billing/yearly.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/explain/worksheet.hpp"
#include "pricetalk/pricing/breaks.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricetalk/pricing/true_up.hpp"
#include "pricetalk/report/explanation.hpp"
#include "pricetalk/report/readings.hpp"
#include "report/price_groups.hpp"
#include "report/talk_verdict.hpp"

namespace pricetalk {

namespace {

Figure price_figure(const Ratio& price, const PriceSchedule& prices, const Contract& contract,
                    const PriceEntry& entry) {
  return {Money{as_decimal(price, prices.line->price_decimals(contract.currency, prices.price)),
                contract.currency},
          entry.address, entry.fixity};
}

class TalkMaker {
 public:
  explicit TalkMaker(const TalkInput& input) : in_(input), contract_(*input.dossier->contract) {}

  Talk make() {
    talk_.contract = &contract_;
    talk_.today = in_.dossier->today;
    talk_.findings = in_.findings;
    talk_.proposal = in_.proposal;
    talk_.letter = in_.letter;
    talk_.missing = in_.missing;
    if (in_.years != nullptr) talk_.simulations = {in_.years};
    adjustment();
    for (const PriceSchedule& prices : schedules()) price(prices);
    differences();
    total_difference();
    groups();
    for (const TalkPrice& each : talk_.prices) open_readings(each);
    rank_readings();
    futures();
    tell_verdict(talk_, in_);
    questions();
    finding_annex();
    proposal_annex();
    return std::move(talk_);
  }

 private:
  const std::vector<PriceSchedule>& schedules() const {
    return in_.declined != nullptr ? *in_.declined : *in_.dossier->schedules;
  }

  void adjustment() {
    talk_.ended = contract_.end && *contract_.end <= talk_.today;
    if (talk_.ended) return;
    for (const PriceSchedule& prices : *in_.dossier->schedules)
      for (const PriceEntry& entry : prices.entries)
        if (entry.clause != nullptr && entry.date > talk_.today &&
            (!talk_.adjustment || entry.date < *talk_.adjustment)) {
          talk_.adjustment = entry.date;
          talk_.deadline = entry.deadline;
        }
    if (in_.proposal != nullptr && in_.proposal->deadline) talk_.deadline = in_.proposal->deadline;
    if (talk_.deadline) talk_.days_left = talk_.deadline->on.days() - talk_.today.days();
    announcements();
  }

  /// What was announced for the adjustment, and whether something is too late for it.
  void announcements() {
    if (!talk_.adjustment) return;
    bool all = true;
    for (const PriceSchedule& prices : *in_.dossier->schedules)
      for (const PriceEntry& entry : prices.entries) {
        if (entry.date != *talk_.adjustment || entry.clause == nullptr || !entry.deadline) continue;
        if (entry.price && entry.before && *entry.price < *entry.before) continue;
        const AnnouncementTerms* told = contract_.announcement_for(entry.date, *entry.clause);
        if (told == nullptr)
          all = false;
        else if (!talk_.announced || *talk_.announced < told->date.value)
          talk_.announced = told->date.value;
        const Date day = told == nullptr ? talk_.today : told->date.value;
        talk_.late = talk_.late || day > entry.date - entry.clause->notice.before->value;
      }
    if (!all) talk_.announced.reset();
  }

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
    if (talk_.adjustment) {
      for (const PriceEntry& entry : prices.entries)
        if (entry.date == *talk_.adjustment && entry.clause != nullptr) {
          made.entry = &entry;
          made.causes.push_back(&entry);
        } else if (entry.date > *talk_.adjustment && entry.clause != nullptr && !made.moves_on) {
          made.moves_on = entry.from;
        }
      const PriceEntry* then = made.entry != nullptr ? made.entry : prices.on(*talk_.adjustment);
      made.then = figure(prices, then != nullptr ? *then : *now,
                         {"allowed from the adjustment", "toegestaan vanaf de aanpassing"});
      made.change = change_of(made, prices);
      if (!made.then) wait_for(made.then.why());
      for (const PriceEntry* cause : made.causes) {
        tell_breaks(cause->why);
        tell_provisional(*cause);
        if (cause != made.entry && cause->price)
          add({{cause->address.text + "/" + cause->clause->id},
               {made.name + ": step of clause " + cause->clause->id,
                made.name + ": stap van clausule " + cause->clause->id},
               cause->why,
               cause->answer});
      }
      if (!made.then) made.range = range(prices);
    } else {
      made.then = made.now;
    }
    invoiced(made);
    for (const PriceLevelTerms& level : contract_.terms.price_level)
      if (level.price.value.value == prices.line->id) made.band = &level;
    talk_.prices.push_back(std::move(made));
  }

  /// Of one cause its own change; of several, or of one that did not come through, that of the
  /// price.
  Outcome<Ratio> change_of(const TalkPrice& price, const PriceSchedule& prices) const {
    if (price.entry == nullptr) return Ratio(0);
    const bool moved =
        price.entry->verdict != Verdict::forfeited && price.entry->verdict != Verdict::moved_on;
    if (price.causes.size() == 1 && moved) return price.entry->change();
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
    const PricingContext context{prices.contract, prices.line, prices.price, in_.dossier->coverage};
    add({entry.address, label, entry.why, entry.answer, notes_on(context, entry)});
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
    add({price.charged->address,
         {price.name + ": charged today, with surcharges",
          price.name + ": vandaag gerekend, met toeslagen"},
         charged.why,
         charged.answer});
  }

  void wait_for(const Undetermined& why) {
    for (const Reason& reason : why.reasons())
      if (std::find(talk_.waiting_for.begin(), talk_.waiting_for.end(), reason) ==
          talk_.waiting_for.end())
        talk_.waiting_for.push_back(reason);
  }

  void tell_breaks(const Derivation& why) {
    for (const BreakCrossed& crossed : breaks_crossed(why)) {
      Phrase text = in_short(crossed);
      if (std::none_of(talk_.measured_differently.begin(), talk_.measured_differently.end(),
                       [&](const Phrase& known) { return known.nl == text.nl; }))
        talk_.measured_differently.push_back(std::move(text));
    }
  }

  void tell_provisional(const PriceEntry& entry) {
    for (Phrase& text : waits_for(entry))
      if (std::none_of(talk_.provisional.begin(), talk_.provisional.end(),
                       [&](const Phrase& known) { return known.nl == text.nl; }))
        talk_.provisional.push_back(std::move(text));
  }

  /// The price at the adjustment in every future, lowest and highest.
  std::optional<std::pair<Figure, Figure>> range(const PriceSchedule& prices) {
    std::optional<std::pair<Figure, Figure>> found;
    if (in_.years == nullptr) return found;
    for (const Run& run : in_.years->runs) {
      if (run.alternative != as_it_is) continue;
      for (const PriceSchedule& projected : run.schedules) {
        if (projected.line->id != prices.line->id || projected.price != prices.price) continue;
        const PriceEntry* entry = projected.on(*talk_.adjustment);
        if (entry == nullptr || !entry->price) continue;
        const Figure one = price_figure(*entry->price, projected, *run.contract, *entry);
        add({one.address,
             {prices.line->title + ": in future " + run.future,
              prices.line->title + ": in toekomst " + run.future},
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
    if (in_.dossier->audit == nullptr || price.line->prices.size() > 1) return;
    const AuditedRow* last = nullptr;
    for (const AuditedRow& row : in_.dossier->audit->rows)
      if (row.line != nullptr && row.line->id == price.line->id && row.charged.unit_price &&
          row.charged.kind == InvoiceKind::invoice &&
          (last == nullptr || row.charged.from >= last->charged.from))
        last = &row;
    if (last == nullptr) return;
    const std::string address =
        contract_.id + "/" + price.line->id + "/invoiced/" + last->charged.from.text();
    Worksheet sheet(contract_.currency);
    InputSource source{
        .kind = InputSource::Kind::given,
        .text = {"invoice " + last->charged.invoice + " of " + last->charged.date.text(),
                 "factuur " + last->charged.invoice + " van " + last->charged.date.text()},
        .figure = {},
        .where = last->charged.where,
        .address = {},
        .fixity = Fixity::fixed};
    const Phrase label{price.name + ": on the last invoice",
                       price.name + ": op de laatste factuur"};
    const NodeId node = sheet.given(Ratio(*last->charged.unit_price), label, std::move(source));
    price.invoiced = Figure{Money{*last->charged.unit_price, contract_.currency}, Address{address},
                            Fixity::fixed};
    add({{address}, label, sheet.derivation(), node});
  }

  /// What each line is invoiced over the year from the adjustment at its new prices, less the same
  /// at those of now; told with the first tier.
  void differences() {
    if (!talk_.adjustment) return;
    for (std::size_t i = 0; i < talk_.prices.size();) {
      const std::size_t begin = i;
      const Line& line = *talk_.prices[begin].line;
      TierPrices then;
      TierPrices now;
      std::optional<Undetermined> open;
      for (; i < talk_.prices.size() && talk_.prices[i].line == &line; ++i) {
        const TalkPrice& price = talk_.prices[i];
        if (!price.then) open = price.then.why();
        if (!price.now) open = price.now.why();
        if (open) continue;
        then.push_back(
            side(*price.then, {"price from the adjustment", "prijs vanaf de aanpassing"}));
        now.push_back(side(*price.now, {"price now", "prijs nu"}));
      }
      if (!bought_by_time(line)) continue;
      if (open)
        talk_.prices[begin].per_year = Outcome<Figure>(*open);
      else
        difference(talk_.prices[begin], then, now);
    }
  }

  static DatedPrices side(const Figure& price, Phrase label) {
    const Ratio value = std::get<Money>(price.value).amount;
    return one_price(value, {.kind = InputSource::Kind::earlier_price,
                             .text = std::move(label),
                             .figure = {},
                             .where = {},
                             .address = price.address.text,
                             .fixity = price.fixity})
        .front();
  }

  void difference(TalkPrice& price, const TierPrices& then, const TierPrices& now) {
    const std::string address =
        contract_.id + "/" + price.line->id + "/" + talk_.adjustment->text() + "/difference-year";
    Worksheet sheet(contract_.currency);
    const NodeId year =
        invoiced_difference(sheet, contract_, *price.line, then, now, year_from(*talk_.adjustment),
                            {"difference a year", "verschil per jaar"});
    price.per_year = sheet.money(year, address);
    add({{address},
         {price.line->title + ": difference a year", price.line->title + ": verschil per jaar"},
         sheet.derivation(),
         year});
  }

  /// What the contract leaves open about a line, in money a year.
  void open_readings(const TalkPrice& price) {
    const Line& line = *price.line;
    const bool then = talk_.adjustment && price.then;
    const Date on = then ? *talk_.adjustment : talk_.today;
    const PricingContext context{&contract_, &line, price.tier, in_.dossier->coverage};
    for (OtherReading& other : two_readings(context, on).open) {
      if (!other.difference) continue;
      std::string address = contract_.id + "/" + line.id + "/" + on.text() + "/reading/" + other.id;
      const auto made = year_of(other, {contract_, line, on});
      if (!made) return;
      const Phrase what{price.name + ": " + words(other.used.point).en + ", " + other.sentence.en,
                        price.name + ": " + words(other.used.point).nl + ", " + other.sentence.nl};
      const Outcome<Figure> year = made->sheet.money(made->answer, address);
      if (!year || Ratio(std::get<Money>(year->value).amount).is_zero()) continue;
      reading_annex_.push_back({year->address, what, made->sheet.derivation(), made->answer});
      talk_.readings.push_back({&line, std::move(other), on, *year});
    }
  }

  /// The largest first; those that the page shows go into the annex.
  void rank_readings() {
    const auto size = [](const TalkReading& each) {
      return abs(Ratio(std::get<Money>(each.per_year.value).amount));
    };
    std::stable_sort(talk_.readings.begin(), talk_.readings.end(),
                     [&](const TalkReading& a, const TalkReading& b) { return size(a) > size(b); });
    for (std::size_t i = 0; i < std::min(readings_shown, talk_.readings.size()); ++i)
      for (const AnnexItem& item : reading_annex_)
        if (item.address == talk_.readings[i].per_year.address) add(item);
  }

  void total_difference() {
    Worksheet sheet(contract_.currency);
    std::vector<NodeId> parts;
    for (const TalkPrice& price : talk_.prices) {
      if (!price.per_year) continue;
      if (!*price.per_year) {
        talk_.difference_year = Outcome<Figure>(price.per_year->why());
        return;
      }
      parts.push_back(sheet.given(**price.per_year, same(price.name)));
    }
    if (parts.empty() || !talk_.adjustment) return;
    const std::string address = contract_.id + "/" + talk_.adjustment->text() + "/difference-year";
    const NodeId total =
        sheet.sum(parts, {"difference a year, all lines", "verschil per jaar, alle regels"});
    talk_.difference_year = sheet.money(total, address);
    add({{address},
         {"difference a year, all lines", "verschil per jaar, alle regels"},
         sheet.derivation(),
         total});
  }

  void groups() {
    constexpr std::size_t few = 5;
    if (talk_.prices.size() <= few) return;
    std::vector<AnnexItem> sums;
    talk_.groups = price_groups(talk_, sums);
    for (AnnexItem& sum : sums) add(std::move(sum));
  }

  void futures() {
    if (in_.years == nullptr) {
      talk_.no_futures = in_.no_years;
      return;
    }
    talk_.years_from = in_.years->first;
    talk_.years_to = in_.years->last;
    for (const std::string& id : in_.years->futures) {
      TalkFuture made;
      made.id = id;
      made.name = same(id);
      const Run* plain = in_.years->find(id, as_it_is);
      if (plain == nullptr) continue;
      made.with_indexation = plain->total;
      for (const YearTotal& year : plain->calendar_years)
        made.years.emplace_back(year.label, year.total.with_renewal.figure);
      annex_of(*plain, plain->total,
               {"customer pays, future " + id, "klant betaalt, toekomst " + id});
      if (const Run* offer = in_.proposal_alternative.empty()
                                 ? nullptr
                                 : in_.years->find(id, in_.proposal_alternative)) {
        made.with_proposal = offer->total;
        made.difference = offer->difference;
        for (const YearTotal& year : offer->calendar_years)
          made.years_proposal.emplace_back(year.label, year.total.with_renewal.figure);
        annex_of(*offer, offer->total,
                 {"customer pays with the proposal, future " + id,
                  "klant betaalt met het voorstel, toekomst " + id});
        annex_of(*offer, offer->difference,
                 {"difference by the proposal, future " + id,
                  "verschil door het voorstel, toekomst " + id});
      }
      talk_.futures.push_back(std::move(made));
    }
  }

  void annex_of(const Run& run, const SplitTotal& total, const Phrase& what) {
    const auto one = [&](const Total& part, const char* en, const char* nl) {
      if (!part.figure) return;
      const auto explained = run.explain(part.figure->address);
      if (explained)
        add({part.figure->address,
             {what.en + en, what.nl + nl},
             *explained->derivation,
             explained->node});
    };
    one(total.contracted, ", contracted", ", contract");
    if (total.months_renewal > 0)
      one(total.renewal, ", assumed renewal", ", aangenomen verlenging");
  }

  void questions() {
    if (in_.proposal == nullptr || in_.proposal->offer() == nullptr || talk_.futures.empty() ||
        !talk_.adjustment)
      return;
    next_year();
  }

  /// "Will I get the bill next year after all?": the expected price a year on, with and without the
  /// step.
  void next_year() {
    const std::size_t middle = in_.years->futures.size() / 2;
    const Run* plain = in_.years->find(in_.years->futures[middle], as_it_is);
    const Run* offer = in_.years->find(in_.years->futures[middle], in_.proposal_alternative);
    if (plain == nullptr || offer == nullptr || plain->schedules.empty() ||
        offer->schedules.empty())
      return;
    // "No" is a promise: only where it was proved.
    const Offer* good = in_.proposal->offer();
    if (good == nullptr) return;
    const OfferTerms& terms = good->customer_terms();
    if (!terms.promises.nothing_comes_back || terms.waived.empty()) return;
    const Date day = *talk_.adjustment + Duration{1, Unit::year};
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
    const Figure high = price_figure(*with->price, a, *plain->contract, *with);
    const Figure low = price_figure(*without->price, b, *offer->contract, *without);
    add({high.address,
         {a.line->title + ": a year later, with indexation",
          a.line->title + ": een jaar later, met indexatie"},
         with->why,
         with->answer});
    add({low.address,
         {b.line->title + ": a year later, with the proposal",
          b.line->title + ": een jaar later, met het voorstel"},
         without->why,
         without->answer});
    const auto text = [](const Figure& f, Language l) {
      return money_text(std::get<Money>(f.value), l);
    };
    const std::string year = std::to_string(day.year());
    talk_.questions.push_back({{"Will I get the bill in " + year + " after all?",
                                "Krijg ik de rekening in " + year + " alsnog?"},
                               {"No. The price goes on from where it is now. Expected for " + year +
                                    " (" + a.line->title + "): " + text(low, Language::en) +
                                    " instead of " + text(high, Language::en) + ".",
                                "Nee. De prijs loopt door vanaf nu. Verwacht voor " + year + " (" +
                                    a.line->title + "): " + text(low, Language::nl) +
                                    " in plaats van " + text(high, Language::nl) + "."}});
  }

  void finding_annex() {
    for (const Finding& finding : talk_.findings) {
      const auto add_evidence = [&](const std::optional<Outcome<Figure>>& figure) {
        if (!figure || !*figure) return;
        if (const Evidence* found = find(finding.evidence, (*figure)->address))
          if (found->derivation)
            add({found->address, found->what, *found->derivation, found->node});
      };
      add_evidence(finding.per_year);
      add_evidence(finding.total);
      add_evidence(finding.vat);
    }
  }

  void proposal_annex() {
    if (in_.proposal == nullptr) return;
    const auto add_one = [&](const Explained& explained) {
      if (const auto found = in_.proposal->explain(explained.figure.address.text))
        add({explained.figure.address, explained.label, *found->first, found->second});
    };
    for (const FutureBargain& future : in_.proposal->futures) {
      add_one(future.customer.total);
      add_one(future.customer.discounted);
      for (const SupplierSide& side : future.supplier) {
        add_one(side.total);
        add_one(side.discounted);
      }
    }
    if (in_.letter != nullptr)
      for (const Explained& explained : in_.letter->figures) {
        if (const auto found = in_.proposal->explain(explained.figure.address.text)) {
          add({explained.figure.address, explained.label, *found->first, found->second});
        } else if (const OfferTerms* terms = in_.proposal->offer() != nullptr
                                                 ? &in_.proposal->offer()->customer_terms()
                                                 : nullptr) {
          if (terms->derivation && explained.node != no_node)
            add({explained.figure.address, explained.label, terms->derivation, explained.node});
        }
      }
  }

  void add(AnnexItem item) {
    const auto same_address = [&](const AnnexItem& known) { return known.address == item.address; };
    if (!item.derivation || item.node == no_node) return;
    if (std::none_of(talk_.annex.begin(), talk_.annex.end(), same_address))
      talk_.annex.push_back(std::move(item));
  }

  const TalkInput& in_;
  const Contract& contract_;
  Talk talk_;
  std::vector<AnnexItem> reading_annex_;
};

}  // namespace

Talk make_talk(const TalkInput& input) { return TalkMaker(input).make(); }

}  // namespace pricetalk
