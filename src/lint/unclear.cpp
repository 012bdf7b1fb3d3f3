#include "lint/unclear.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "explain/rounded.hpp"
#include "lint/bare_clause.hpp"
#include "lint/spread_a_year.hpp"
#include "lint/unclear_words.hpp"
#include "lint/unknown_readings.hpp"
#include "pricing/fold.hpp"
#include "reading/two_readings.hpp"

namespace pricetalk {

namespace {

/// A subject that one clause leaves open.
using Subject = std::pair<std::string, std::string_view>;  // clause and code

std::optional<Ratio> price_on(const Contract& contract, std::string_view line,
                              const Coverage& coverage, Date on, std::size_t tier = 0) {
  const Line* same = contract.find_line(line);
  const PriceSchedule prices = schedule(PricingContext{&contract, same, tier, &coverage}, on);
  const PriceEntry* entry = prices.on(on);
  if (entry == nullptr || !entry->price) return std::nullopt;
  return *entry->price;
}

/// The last day until `until` on which a clause moved the price and all figures are there.
std::optional<Date> last_step(const Contract& contract, const Line& line, const Coverage& coverage,
                              Date until) {
  std::optional<Date> found;
  for (const PriceEntry& entry :
       schedule(PricingContext{&contract, &line, 0, &coverage}, until).entries)
    if (entry.clause != nullptr && entry.price) found = entry.from;
  return found;
}

/// What is a mistake beside a formula is a reading where hardly anything is said.
std::optional<std::string_view> code_of_mistake(const std::string& id) {
  if (id == "original-price") return "W0207";
  if (id == "price-rounded-up" || id == "price-cut-off") return "W0206";
  return std::nullopt;
}

/// What one contract leaves open, line by line.
class OpenReview {
 public:
  OpenReview(const Contract& contract, const Coverage& coverage, Date today, std::size_t tier = 0)
      : contract_(contract),
        coverage_(coverage),
        until_(today + Duration{1, Unit::year}),
        tier_(tier) {}

  std::vector<Remark> run() && {
    for (const Line& line : contract_.lines) review(line);
    std::vector<Remark> made;
    for (const OpenSubject& each : open_subjects())
      for (Remark& remark : found_)
        if (remark.code == each.code) made.push_back(std::move(remark));
    return made;
  }

  ReadPrices prices(const Line& line, Date on) && {
    in_a_year_ = periods_in_a_year(contract_, coverage_.library());
    int back = 1;
    while (back < in_a_year_ &&
           !price_of(filled_in(contract_, coverage_.library(), back), line, on))
      ++back;
    const Contract read = filled_in(contract_, coverage_.library(), back);
    const auto own = price_of(read, line, on);
    if (!own) return {};
    const Line& same = *read.find_line(line.id);
    by_points(read, same, on);
    bare_clauses(read, same, on);
    by_day_of_the_year(read, same, on);
    by_period(line, on);
    ReadPrices made{{}, *own};
    for (auto& [subject, readings] : readings_) {
      Ratio highest = *own;
      for (ReadPrice& each : readings) {
        highest = std::max(highest, each.price);
        made.all.push_back(std::move(each));
      }
      made.at_most = made.at_most + (highest - *own);
    }
    return made;
  }

 private:
  std::optional<Ratio> price_of(const Contract& contract, const Line& line, Date on) const {
    return price_on(contract, line.id, coverage_, on, tier_);
  }

  void review(const Line& line) {
    readings_.clear();
    points_.clear();
    const auto [back, on] = choose_period(line);
    const Contract read = filled_in(contract_, coverage_.library(), back);
    const Line& same = *read.find_line(line.id);
    if (on) {
      by_points(read, same, *on);
      bare_clauses(read, same, *on);
      by_period(line, *on);
      by_unknown(read, same, *on);
    }
    for (const std::size_t position : line.clauses) say(line, contract_.clauses[position], on);
    for (const std::size_t position : line.surcharges) say(line, contract_.clauses[position], on);
  }

  /// How far back a period that nobody named is read while the other subjects are looked at, and
  /// the day that is looked at.
  struct Chosen {
    int back = 1;
    std::optional<Date> on;
  };
  /// The nearest period for which the figures are there, on the last day for which those of the
  /// others are there as well.
  Chosen choose_period(const Line& line) {
    in_a_year_ = periods_in_a_year(contract_, coverage_.library());
    Chosen chosen;
    for (int count = in_a_year_; count >= 1; --count) {
      const Contract made = filled_in(contract_, coverage_.library(), count);
      const auto on = last_step(made, *made.find_line(line.id), coverage_, until_);
      if (!on) continue;
      chosen = {count, chosen.on ? std::min(*chosen.on, *on) : *on};
    }
    return chosen;
  }

  /// The readings that the audit of invoices and the talk use as well.
  void by_points(const Contract& read, const Line& line, Date on) {
    for (const OtherReading& other :
         two_readings(PricingContext{&read, &line, tier_, &coverage_}, on).open) {
      if (!other.price || !other.difference) continue;
      const Subject subject{other.used.clause, subject_of(other.used.point).code};
      const Ratio own = *other.price - *other.difference;
      points_[subject].insert(other.used.point);
      add(subject, {other.used.as_read, own});
      add(subject, {other.sentence, *other.price});
    }
  }

  /// What a formula would say by itself.
  void bare_clauses(const Contract& read, const Line& line, Date on) {
    const std::optional<Ratio> own = price_of(read, line, on);
    if (!own || !line.surcharges.empty()) return;
    for (const std::size_t position : line.clauses) {
      const Clause& clause = read.clauses[position];
      if (!is_bare(clause)) continue;
      Contract other = read;
      if (!speaks_of_falls(contract_, clause) && never_falls(other.clauses[position]))
        compare({clause.id, "W0208"}, {{"the price follows a fall", "de prijs daalt mee"}, *own},
                {"the price never falls", "de prijs daalt nooit"}, other, line, on);
      day_of_the_year(read, position, line, on);
      if (says_no_more(clause)) hardly_anything_said(read, position, line, on, *own);
    }
  }

  /// "Prices rise yearly with the index" and no more.
  void hardly_anything_said(const Contract& read, std::size_t position, const Line& line, Date on,
                            const Ratio& own) {
    const Clause& clause = read.clauses[position];
    if (const auto lost = not_announced(read, position, on))
      compare({clause.id, "W0211"},
              {{"a rise needs no announcement", "een verhoging hoeft niet te worden aangekondigd"},
               own},
              {"the rise of that day was not announced, and is lost",
               "de verhoging van die dag is niet aangekondigd, en vervalt"},
              *lost, line, on);
    for (const Reading& mistake : readings(read, line, clause, coverage_.library(), on)) {
      const auto code = code_of_mistake(mistake.id);
      const auto edited = code ? mistake.edit(read) : std::nullopt;
      if (edited && code == "W0206") points_[{clause.id, *code}].insert(Point::price_rounding);
      if (edited)
        compare({clause.id, *code}, {{"as it is computed", "zoals het is berekend"}, own},
                without_days(mistake.sentence), *edited, line, on);
    }
  }

  /// Two days of one year differ until the later one comes: on its eve the prices are compared.
  void day_of_the_year(const Contract& read, std::size_t position, const Line& line, Date on) {
    Contract other = read;
    if (!on_new_year(other.clauses[position])) return;
    const Date eve = on.plus_days(-1);
    const std::optional<Ratio> own = price_of(read, line, eve);
    const std::optional<Ratio> early = price_of(other, line, eve);
    if (!own || !early || *own == *early) return;
    const Phrase began{"on the day of the year on which the line began",
                       "op de dag van het jaar waarop de regel begon"};
    const Phrase new_year{"on 1 January", "op 1 januari"};
    const bool up = *own < *early;
    keep(contract_.clauses[position], subject("W0213"),
         PriceSpread{contract_.find_line(line.id),
                     eve,
                     up ? *own : *early,
                     up ? *early : *own,
                     up ? began : new_year,
                     up ? new_year : began,
                     {}});
  }

  /// The other day itself, where the two prices are compared on any day of the year.
  void by_day_of_the_year(const Contract& read, const Line& line, Date on) {
    const auto own = price_of(read, line, on);
    if (!own || !line.surcharges.empty()) return;
    for (const std::size_t position : line.clauses) {
      Contract other = read;
      if (is_bare(read.clauses[position]) && on_new_year(other.clauses[position]))
        compare({read.clauses[position].id, "W0213"},
                {{"on the day of the year on which the line began",
                  "op de dag van het jaar waarop de regel begon"},
                 *own},
                {"on 1 January", "op 1 januari"}, other, line, on);
    }
  }

  void compare(const Subject& subject, const ReadPrice& own, const Phrase& otherwise,
               const Contract& other, const Line& line, Date on) {
    const std::optional<Ratio> price = price_of(other, line, on);
    if (!price || *price == own.price) return;
    add(subject, own);
    add(subject, {otherwise, *price});
  }

  /// "on {} the change …" is said of a mistake on some days; a reading is of all.
  static Phrase without_days(Phrase sentence) {
    if (sentence.en.starts_with("on {} ")) sentence.en.erase(0, 6);
    if (sentence.nl.starts_with("op {} ")) sentence.nl.erase(0, 6);
    return sentence;
  }

  /// Every period of a year, where the contract names none.
  void by_period(const Line& line, Date on) {
    for (const std::size_t position : line.clauses) {
      const Clause& clause = contract_.clauses[position];
      if (!period_unknown(clause)) continue;
      for (int count = 1; count <= in_a_year_; ++count) {
        const Contract made = filled_in(contract_, coverage_.library(), count);
        if (const auto price = price_of(made, line, on))
          add({clause.id, "W0201"}, {periods_back(count, in_a_year_), *price});
      }
      const Contract made = averaged(contract_, in_a_year_);
      if (const auto price = price_of(made, line, on))
        add({clause.id, "W0201"}, {{"the average of the year before the adjustment",
                                    "het gemiddelde van het jaar voor de aanpassing"},
                                   *price});
    }
  }

  /// Every reference and every series that may be meant, where the contract names none.
  void by_unknown(const Contract& read, const Line& line, Date on) {
    const std::optional<Ratio> own = price_on(read, line.id, coverage_, on);
    if (!own) return;
    for (const std::size_t position : line.clauses) {
      const Clause& clause = contract_.clauses[position];
      for (UnknownReading& other : other_references(contract_, read, position, coverage_.library()))
        compare({clause.id, "W0202"},
                {{"the figure that was used before, at first the one of the start",
                  "het cijfer dat de vorige keer gold, de eerste keer dat van de ingang"},
                 *own},
                other.reading, other.contract, line, on);
      for (UnknownReading& other : other_series(contract_, read, position, coverage_.library()))
        compare({clause.id, "W0214"}, {other.named, *own}, other.reading, other.contract, line, on);
    }
  }

  void add(const Subject& subject, ReadPrice read) {
    readings_[subject].push_back(std::move(read));
  }

  /// A remark for everything that moves the price, and for what is unknown in any case.
  void say(const Line& line, const Clause& clause, std::optional<Date> on) {
    for (const OpenSubject& open : open_subjects()) {
      const auto read = readings_.find({clause.id, open.code});
      std::optional<PriceSpread> spread;
      if (on && read != readings_.end()) spread = spread_of(line, *on, read->second);
      const bool asked = (open.code == "W0201" && period_unknown(clause)) ||
                         (open.code == "W0202" && reference_unknown(clause)) ||
                         (open.code == "W0214" && series_unknown(clause));
      if (spread || asked) keep(clause, open, std::move(spread));
    }
    if (!on) points_without_figures(line, clause);
  }

  /// Before the figures are there, what is open is named all the same.
  void points_without_figures(const Line& line, const Clause& clause) {
    const auto open = open_readings(contract_, line, clause, coverage_.library(), until_);
    for (const Reading& reading : open)
      points_[{clause.id, subject_of(*reading.point).code}].insert(*reading.point);
    for (const Reading& reading : open) keep(clause, subject_of(*reading.point), std::nullopt);
  }

  std::optional<PriceSpread> spread_of(const Line& line, Date on,
                                       const std::vector<ReadPrice>& all) const {
    const auto [low, high] = std::minmax_element(
        all.begin(), all.end(),
        [](const ReadPrice& a, const ReadPrice& b) { return a.price < b.price; });
    if (low->price == high->price) return std::nullopt;
    PriceSpread made{&line, on, low->price, high->price, low->reading, high->reading, {}};
    made.a_year = spread_a_year(contract_, line, made);
    return made;
  }

  /// One remark of a subject and clause: on the line where it weighs most.
  void keep(const Clause& clause, const OpenSubject& open, std::optional<PriceSpread> spread) {
    Remark made;
    made.concern = Concern::unclear;
    made.question = true;
    made.code = std::string(open.code);
    made.where = clause.where;
    made.clause = clause.id;
    made.title = title_of(open, spread, contract_.currency);
    made.hint = hint_of(open, spread, points_[{clause.id, open.code}]);
    made.spread = std::move(spread);
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const Remark& each) {
      return each.code == made.code && each.clause == made.clause;
    });
    if (same == found_.end())
      found_.push_back(std::move(made));
    else if (weighs_more(made, *same))
      *same = std::move(made);
  }

  static bool weighs_more(const Remark& a, const Remark& b) {
    if (!a.spread || !b.spread) return a.spread.has_value() && !b.spread.has_value();
    if (a.spread->a_year && b.spread->a_year)
      return a.spread->a_year->amount > b.spread->a_year->amount;
    return a.spread->width() > b.spread->width();
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date until_;
  std::size_t tier_ = 0;
  int in_a_year_ = 12;
  std::map<Subject, std::vector<ReadPrice>> readings_;
  std::map<Subject, std::set<Point>> points_;  ///< that are open, of each subject
  std::vector<Remark> found_;
};

}  // namespace

std::vector<Remark> unclear(const Contract& contract, const Coverage& coverage, Date today) {
  return OpenReview(contract, coverage, today).run();
}

namespace {

bool cheaper(const ReadPrice& a, const ReadPrice& b) { return a.price < b.price; }

}  // namespace

const ReadPrice& ReadPrices::lowest() const {
  return *std::min_element(all.begin(), all.end(), cheaper);
}

const ReadPrice& ReadPrices::highest() const {
  return *std::max_element(all.begin(), all.end(), cheaper);
}

ReadPrices read_prices(const Contract& contract, const Coverage& coverage, const Line& line,
                       std::size_t tier, Date on) {
  return OpenReview(contract, coverage, on, tier).prices(line, on);
}

}  // namespace pricetalk
