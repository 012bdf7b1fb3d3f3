#include <algorithm>

#include "billing/yearly.hpp"
#include "explain/worksheet.hpp"
#include "report/readings.hpp"
#include "talk/facts_parts.hpp"

namespace pricetalk {

namespace {

/// What the contract leaves open, in money a year.
class ReadingFacts {
 public:
  explicit ReadingFacts(TalkFacts& facts)
      : facts_(facts), talk_(*facts.talk), contract_(*facts.talk->contract) {}

  void add() {
    for (const TalkPrice& each : facts_.prices) open_readings(each);
    rank();
    totals();
  }

 private:
  /// Readings are compared with what can still be charged.
  const Contract& enforceable() const { return talk_.ways ? talk_.ways->declined : contract_; }

  /// What the contract leaves open about a line, in money a year.
  void open_readings(const TalkPrice& price) {
    const Line& line = *price.line;
    const bool then = facts_.adjustment && price.then;
    const Date on = then ? *facts_.adjustment : talk_.today;
    const PricingContext context{&enforceable(), &line, price.tier, talk_.dossier.coverage};
    for (const OtherReading& other : two_readings(context, on).open) {
      if (!other.difference) continue;
      std::string address = contract_.id + "/" + line.id + "/" + on.text() + "/reading/" + other.id;
      const auto made = year_of(other, {contract_, line, on});
      if (!made) return;
      const Phrase what{price.name + ": " + words(other.used.point).en + ", " + other.sentence.en,
                        price.name + ": " + words(other.used.point).nl + ", " + other.sentence.nl};
      const Outcome<Figure> year = made->sheet.money(made->answer, address);
      if (!year || Ratio(std::get<Money>(year->value).amount).is_zero()) continue;
      annex_.push_back({year->address, what, made->sheet.derivation(), made->answer});
      facts_.readings.push_back({&line, other.used.clause, std::string(word(other.used.point)),
                                 words(other.used.point), other.used.as_read, other.id,
                                 other.sentence, on, *year});
    }
  }

  static Ratio size(const Figure& per_year) {
    return abs(Ratio(std::get<Money>(per_year.value).amount));
  }

  void to_annex(const Address& address) {
    for (const AnnexItem& item : annex_)
      if (item.address == address) add_to_annex(facts_, item);
  }

  /// The largest first; those that the annex shows go into it with their derivation.
  void rank() {
    std::stable_sort(facts_.readings.begin(), facts_.readings.end(),
                     [](const TalkReading& a, const TalkReading& b) {
                       return size(a.per_year) > size(b.per_year);
                     });
    for (std::size_t i = 0; i < std::min(readings_shown, facts_.readings.size()); ++i)
      to_annex(facts_.readings[i].per_year.address);
  }

  /// A clause is read one way for all its lines, so a reading counts once, with all of them.
  void totals() {
    std::vector<ReadingTotal>& all = facts_.reading_totals;
    for (const TalkReading& each : facts_.readings) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const ReadingTotal& total) {
        return total.clause == each.clause && total.other == each.other;
      });
      if (!known) all.push_back(total_of(each));
    }
    std::stable_sort(all.begin(), all.end(), [](const ReadingTotal& a, const ReadingTotal& b) {
      return size(a.per_year) > size(b.per_year);
    });
    if (all.empty()) return;
    to_annex(all.front().per_year.address);
  }

  ReadingTotal total_of(const TalkReading& reading) {
    ReadingTotal made{reading.clause, reading.other, reading.also, 0, reading.per_year};
    Worksheet sheet(contract_.currency);
    std::vector<NodeId> parts;
    for (const TalkReading& each : facts_.readings)
      if (each.clause == reading.clause && each.other == reading.other)
        parts.push_back(sheet.given(each.per_year, same(each.line->title)));
    made.lines = parts.size();
    if (parts.size() < 2) return made;
    const Phrase what{"all lines, " + reading.what.en + ", " + reading.also.en,
                      "alle regels, " + reading.what.nl + ", " + reading.also.nl};
    const std::string address =
        contract_.id + "/" + reading.clause + "/" + reading.on.text() + "/reading/" + reading.other;
    const NodeId sum = sheet.sum(parts, what);
    const Outcome<Figure> all = sheet.money(sum, address);
    if (!all) return made;
    made.per_year = *all;
    annex_.push_back({all->address, what, sheet.derivation(), sum});
    return made;
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
  std::vector<AnnexItem> annex_;
};

}  // namespace

void add_readings(TalkFacts& facts) { ReadingFacts(facts).add(); }

}  // namespace pricetalk
