#include <algorithm>
#include <iterator>

#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "pricing/shown_step.hpp"

namespace pricetalk {

namespace {

constexpr Duration months(int count) { return {count, Unit::month}; }

bool rises(const PriceEntry& entry) {
  return entry.clause != nullptr && entry.before && entry.price && *entry.price > *entry.before;
}

/// A step that its own clause takes as often as agreed stacks on nothing.
bool stacks(const PriceEntry& first, const PriceEntry& second, Duration within) {
  if (first.part != second.part || second.from >= first.from + within) return false;
  if (first.clause != second.clause) return true;
  const auto& every = first.clause->when.every;
  return every && second.from < first.from + every->value;
}

}  // namespace

std::vector<Finding> stacked_increases(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    if (now(d, line) == nullptr) continue;
    const PriceEntry* first = nullptr;
    const PriceEntry* earlier = nullptr;
    const PriceEntry* later = nullptr;
    for (const PriceEntry& entry : d.schedule_of(line.id)->entries) {
      if (entry.from > d.today || !rises(entry)) continue;
      if (first != nullptr && stacks(*first, entry, months(t.stacked_months.value))) {
        earlier = first;
        later = &entry;
      }
      first = &entry;
    }
    if (later == nullptr) continue;
    const auto day = [](const PriceEntry& entry, Language language) {
      return date_text(entry.from, language);
    };
    const Amount after{later->price, {"price after it", "prijs erna"}, from_entry(*later)};
    const Amount before{later->before, {"price before it", "prijs ervoor"}, from_entry(*earlier)};
    Gap found = gap(d, line, after, before, "stacked-increases", later->from);
    Finding finding =
        about(&line, {line.title + ": two increases close after each other, on " +
                          day(*earlier, Language::en) + " and on " + day(*later, Language::en),
                      line.title + ": twee verhogingen kort na elkaar, op " +
                          day(*earlier, Language::nl) + " en op " + day(*later, Language::nl)});
    finding.per_year = found.per_year;
    finding.since = later->from;
    finding.evidence = std::move(found.evidence);
    finding.total = so_far(d, line, later->from,
                           {rule_address(d, line, "stacked-increases/total"),
                            {"second increase since then", "tweede verhoging sinds die dag"},
                            later->fixity},
                           priced(after), priced(before), finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

/// A series that both the price and a surcharge of a line follow.
const IndexRead* read_twice(const Dossier& d, const Line& line, const Clause& surcharge) {
  for (const std::size_t own : line.clauses)
    for (const IndexRead& read : d.contract->clauses[own].reads)
      for (const IndexRead& other : surcharge.reads)
        if (read.series.value == other.series.value) return &other;
  return nullptr;
}

Amount surcharge_amount(const Surcharge& surcharge) {
  InputSource source;
  source.kind = InputSource::Kind::earlier_price;
  source.text = {"surcharge", "toeslag"};
  source.address = surcharge.address.text;
  source.fixity = surcharge.fixity;
  return {surcharge.amount, source.text, source};
}

/// What surcharges come to, as the prices of a line.
TierPrices as_prices(const DatedSurcharges& surcharges, const InputSource& source) {
  const auto shared = std::make_shared<const InputSource>(source);
  DatedPrices made;
  for (const auto& [from, sum] : surcharges)
    made.push_back({.from = from,
                    .price = sum,
                    .fixity = source.fixity,
                    .address = source.address,
                    .entry = nullptr,
                    .parts = nullptr,
                    .source = shared});
  return {std::move(made)};
}

Amount no_surcharge() {
  return {Outcome<Ratio>(Ratio(0)),
          {"without it", "zonder toeslag"},
          from_contract({"without it", "zonder toeslag"}, {})};
}

}  // namespace

std::vector<Finding> cost_charged_twice(const Dossier& d, const RedFaceThresholds&) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    if (line.surcharges.empty() || now(d, line) == nullptr) continue;
    for (const Surcharge& each : surcharges_on(*d.schedule_of(line.id), d.today)) {
      const IndexRead* twice = read_twice(d, line, *each.clause);
      if (twice == nullptr || !each.amount || each.amount->sign() <= 0) continue;
      const Series* series = d.library->find(twice->series.value.value);
      const std::string name =
          series == nullptr || series->title.empty() ? twice->series.value.value : series->title;
      Gap found = gap(d, line, surcharge_amount(each), no_surcharge(), "cost-charged-twice");
      Finding finding = about(&line, {line.title + ": " + name + " moves the price and surcharge " +
                                          each.clause->id + " as well",
                                      line.title + ": " + name +
                                          " zit in de prijs en ook in de "
                                          "toeslag " +
                                          each.clause->id});
      finding.per_year = found.per_year;
      finding.evidence = std::move(found.evidence);
      finding.evidence.push_back({each.address,
                                  {"surcharge", "toeslag"},
                                  std::make_shared<const Derivation>(each.why),
                                  each.answer});
      made.push_back(std::move(finding));
    }
  }
  return made;
}

std::vector<Finding> temporary_surcharge_stayed(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const Line& line : d.contract->lines) {
    const auto* terms = d.contract->terms.price.find(line.id);
    if (terms == nullptr || !terms->terms.temporary_until || now(d, line) == nullptr) continue;
    const Date last = terms->terms.temporary_until->value;
    if (d.today <= last.plus_days(t.temporary_days.value)) continue;
    const PriceSchedule& prices = *d.schedule_of(line.id);
    const PriceEntry& entry = *prices.on(d.today);
    const Outcome<Ratio> amount =
        line.surcharges.empty() ? entry.price : charged_on(prices, d.today).surcharge;
    if (!amount || amount->sign() <= 0) continue;
    const Phrase label{"what would be temporary", "wat tijdelijk zou zijn"};
    InputSource source = from_entry(entry);
    source.text = label;
    Gap found = gap(d, line, {amount, label, source}, no_surcharge(), "temporary-surcharge-stayed");
    const Days stayed{last.plus_days(1), d.today};
    const TierPrices charged = line.surcharges.empty()
                                   ? priced(prices)
                                   : as_prices(dated_surcharges(prices, stayed), source);
    Finding finding =
        about(&line, {line.title + ": would last until " + date_text(last, Language::en) +
                          ", and is still charged",
                      line.title + ": zou duren tot en met " + date_text(last, Language::nl) +
                          ", en wordt nog steeds gerekend"});
    finding.per_year = found.per_year;
    finding.since = stayed.first;
    finding.evidence = std::move(found.evidence);
    finding.total = so_far(d, line, *finding.since,
                           {rule_address(d, line, "temporary-surcharge-stayed/total"),
                            {"charged since its last day", "gerekend sinds de laatste dag"},
                            source.fixity},
                           charged, priced(no_surcharge()), finding.evidence);
    made.push_back(std::move(finding));
  }
  return made;
}

namespace {

bool waives(const Dossier& d, const DecisionTerms& decision, const Line& line) {
  return std::any_of(line.clauses.begin(), line.clauses.end(), [&](std::size_t clause) {
    return d.contract->decision_on(decision.date.value, line, d.contract->clauses[clause]) ==
           &decision;
  });
}

/// What became dearer within some months after a waived step.
class TakenBack {
 public:
  TakenBack(const Dossier& d, const RedFaceThresholds& t, const DecisionTerms& decision)
      : d_(d),
        t_(t),
        waived_(decision.date.value),
        last_(std::min(d.today, (waived_ + months(t.recovered_months.value)).plus_days(-1))) {
    for (const Line& line : d.contract->lines) {
      if (now(d, line) == nullptr) continue;
      if (!waives(d, decision, line)) steps(line);
      volume(line);
      if (!line.surcharges.empty()) surcharge(line);
    }
  }
  std::vector<Finding> made;

 private:
  Phrase title(const Line& line, const std::string& en, const std::string& nl) const {
    return {"the step of " + date_text(waived_, Language::en) + " was waived, and then " + en +
                " rose: " + line.title,
            "de stap van " + date_text(waived_, Language::nl) + " is kwijtgescholden, en daarna " +
                "ging " + nl + " omhoog: " + line.title};
  }

  void add(const Line& line, Phrase text, Date since, Gap found) {
    Finding finding = about(&line, std::move(text));
    finding.per_year = found.per_year;
    finding.since = since;
    finding.evidence = std::move(found.evidence);
    made.push_back(std::move(finding));
  }

  void steps(const Line& line) {
    const PriceSchedule& prices = *d_.schedule_of(line.id);
    for (const PriceEntry& entry : prices.entries) {
      if (entry.from < waived_ || entry.from > last_ || !rises(entry)) continue;
      const Outcome<Ratio> change = shown_step(prices, entry).step;
      if (!change || *change < t_.recovered_rise.value.as_fraction()) continue;
      add(line, title(line, "another price", "een andere prijs"), entry.from,
          gap(d_, line, {entry.price, {"price after it", "prijs erna"}, from_entry(entry)},
              {entry.before, {"price before it", "prijs ervoor"}, from_entry(entry)},
              "waived-and-taken-back", entry.from));
    }
  }

  void surcharge(const Line& line) {
    const PriceSchedule& prices = *d_.schedule_of(line.id);
    const ChargedPrice before = charged_on(prices, waived_.plus_days(-1));
    const ChargedPrice after = charged_on(prices, last_);
    if (!before.surcharge || !after.surcharge || before.entry == nullptr || !before.entry->price ||
        before.entry->price->sign() <= 0)
      return;
    const Ratio rise = *after.surcharge - *before.surcharge;
    if (rise / *before.entry->price < t_.recovered_rise.value.as_fraction() || rise.sign() <= 0)
      return;
    const auto amount = [](const ChargedPrice& charged, Phrase label) {
      InputSource source = from_entry(*charged.entry);
      source.text = label;
      return Amount{charged.surcharge, std::move(label), std::move(source)};
    };
    add(line, title(line, "a surcharge", "een toeslag"), waived_,
        gap(d_, line, amount(after, {"surcharge after it", "toeslag erna"}),
            amount(before, {"surcharge before it", "toeslag ervoor"}), "waived-and-taken-back",
            waived_));
  }

  void volume(const Line& line) {
    if (!line.quantity) return;
    for (const QuantityValue::From& rate : line.quantity->value.rates) {
      if (!rate.from || *rate.from < waived_ || *rate.from > last_) continue;
      const auto before = yearly_quantity(line, rate.from->plus_days(-1));
      const auto after = yearly_quantity(line, *rate.from);
      const PriceEntry* entry = d_.schedule_of(line.id)->on(*rate.from);
      if (!before || !after || before->sign() <= 0 || entry == nullptr || !entry->price) continue;
      if (*after - *before < *before * t_.recovered_volume.value.as_fraction() || *after == *before)
        continue;
      Book book(d_.contract->currency);
      Worksheet& sheet = book.sheet();
      const Phrase label{"more a year", "meer per jaar"};
      const TierPrices price = priced({entry->price, {"price", "prijs"}, from_entry(*entry)});
      const Days year_of_it = year_from(*rate.from);
      const auto bought = [&](Date until, const Phrase& what) {
        Line as_then = line;
        std::erase_if(as_then.quantity->value.rates, [&](const QuantityValue::From& each) {
          return each.from && *each.from > until;
        });
        return invoiced(sheet, *d_.contract, as_then, price, year_of_it, what);
      };
      const NodeId year = sheet.sub(
          bought(*rate.from, {"a year at the quantity after it", "een jaar met het aantal erna"}),
          bought(rate.from->plus_days(-1),
                 {"a year at the quantity before it", "een jaar met het aantal ervoor"}),
          label);
      Gap found;
      found.per_year = book.figure(year, rule_address(d_, line, "waived-and-taken-back/volume"),
                                   entry->fixity, label);
      std::move(book).close(found.evidence);
      add(line, title(line, "the quantity", "het aantal"), *rate.from, std::move(found));
    }
  }

  const Dossier& d_;
  const RedFaceThresholds& t_;
  Date waived_;
  Date last_;
};

}  // namespace

std::vector<Finding> waived_and_taken_back(const Dossier& d, const RedFaceThresholds& t) {
  std::vector<Finding> made;
  for (const DecisionTerms& decision : d.contract->terms.decision) {
    if (decision.kind.value != DecisionKind::waived || decision.date.value > d.today) continue;
    TakenBack found(d, t, decision);
    std::move(found.made.begin(), found.made.end(), std::back_inserter(made));
  }
  return made;
}

}  // namespace pricetalk
