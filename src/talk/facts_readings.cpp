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
  }

 private:
  /// What the contract leaves open about a line, in money a year.
  void open_readings(const TalkPrice& price) {
    const Line& line = *price.line;
    const bool then = facts_.adjustment && price.then;
    const Date on = then ? *facts_.adjustment : talk_.today;
    const PricingContext context{&contract_, &line, price.tier, talk_.dossier.coverage};
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

  /// The largest first; those that the page shows go into the annex.
  void rank() {
    const auto size = [](const TalkReading& each) {
      return abs(Ratio(std::get<Money>(each.per_year.value).amount));
    };
    std::stable_sort(facts_.readings.begin(), facts_.readings.end(),
                     [&](const TalkReading& a, const TalkReading& b) { return size(a) > size(b); });
    for (std::size_t i = 0; i < std::min(readings_shown, facts_.readings.size()); ++i)
      for (const AnnexItem& item : annex_)
        if (item.address == facts_.readings[i].per_year.address) add_to_annex(facts_, item);
  }

  TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
  std::vector<AnnexItem> annex_;
};

}  // namespace

void add_readings(TalkFacts& facts) { ReadingFacts(facts).add(); }

}  // namespace pricetalk
