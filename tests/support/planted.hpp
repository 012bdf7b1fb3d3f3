#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/replay.hpp"
#include "pricetalk/audit/audit.hpp"

// Random contracts with mistakes planted in their invoices, for the search for causes. Everything
// follows from a seed.

namespace planted {

using namespace pricetalk;

/// A generator that gives the same numbers everywhere (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  int between(int low, int high) {
    return low + static_cast<int>(roll() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool one_in(int n) { return between(1, n) == 1; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(between(0, static_cast<int>(all.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

/// A contract of a line `p`, and of others of the same clause, and the periods in which each is
/// invoiced.
struct Case {
  std::unique_ptr<Contract> contract;
  std::unique_ptr<Library> library;
  std::vector<InvoiceLine> rows;  ///< of `p`, without prices
  std::string text;
  const Line& line(const std::string& id = "p") const { return *contract->find_line(id); }
};

/// What a contract has besides; each leaves the rest of it as it is.
struct Besides {
  bool lines = false;      ///< two more of the same clause, where the price has no tiers or parts
  bool announced = false;  ///< a percentage that is not the contract's
  bool latest = false;     ///< the latest published figures
  bool publisher = false;  ///< another one of the same thing
};

inline std::string decimal(int value, int scale) { return Decimal(value, scale).text(); }

/// Monthly figures from 2014 to 2026, a random walk with one published decimal; some are revised.
inline std::string series_text(Dice& dice, const std::string& id, bool percent, bool revised) {
  std::string made = "[[series]]\nid = \"" + id + "\"\npublisher = \"P\"\ntitle = \"" + id +
                     "\"\nfrequency = \"month\"\n" + (percent ? "unit = \"percent\"\n" : "") +
                     "figures = [";
  int level = dice.between(950, 1100);
  std::string later;
  for (int year = 2014; year < 2027; ++year)
    for (int month = 1; month <= 12; ++month) {
      level += dice.between(-4, 9);
      const int value = percent ? dice.between(-10, 60) : level;
      const std::string period =
          std::to_string(year) + "-" + (month < 10 ? "0" : "") + std::to_string(month);
      made += "[\"" + period + "\", " + decimal(value, 1) + "],";
    }
  (void)revised;
  return made + "]\n";
}

inline std::string clause_text(Dice& dice, const std::string& id, bool percent, bool two) {
  const std::vector<std::string> months = {"march", "june", "july", "september", "october"};
  std::string made = "[clause." + id + "]\nadjust = { every = \"year\", on = \"01-01\" }\n";
  const std::string use = "use = \"" + dice.of(months) + " of previous year\"";
  if (percent) {
    made += "formula = \"change = X\"\n";
  } else if (two) {
    const int fixed = dice.between(0, 2) * 5;
    const int first = dice.between(30, 60);
    const auto share = [](int value) { return decimal(value, 2); };
    made += "formula = \"P = P0 * (" + (fixed > 0 ? share(fixed) + " + " : std::string()) +
            share(first) + "*X/X0 + " + share(100 - fixed - first) + "*Y/Y0)\"\n";
  } else if (dice.one_in(3)) {
    made += "formula = \"P = P0 * (0.15 + 0.85*X/X0)\"\n";
  }
  if (!percent && dice.one_in(4)) made += "compounding = \"base\"\n";
  if (dice.one_in(4))
    made += "threshold = { more_than = \"" + decimal(dice.between(10, 30), 1) + "%\" }\n";
  if (dice.one_in(4))
    made += "pass_through = \"" + std::to_string(dice.between(5, 9) * 10) + "%\"\n";
  std::string limits;
  if (dice.one_in(2)) limits += "cap = \"" + decimal(dice.between(15, 45), 1) + "%\"";
  if (dice.one_in(2))
    limits += (limits.empty() ? "" : ", ") + std::string("floor = \"") +
              (dice.one_in(2) ? "0" : "-1") + "%\"";
  if (!limits.empty() && dice.one_in(5)) limits += ", carry_over = \"increases\"";
  if (!limits.empty()) made += "limits = { " + limits + " }\n";
  if (dice.one_in(3))
    made +=
        "rounding = { coefficient = { decimals = " + std::to_string(dice.between(3, 4)) + " } }\n";
  if (dice.one_in(5)) made += "notice = { before = \"2 months\", late = \"forfeits\" }\n";
  made += "[clause." + id + ".index.X]\nseries = \"s\"\n" + use + "\n";
  if (two) made += "[clause." + id + ".index.Y]\nseries = \"t\"\n" + use + "\n";
  return made;
}

/// Announces 2.1 % to 9.9 % for a date, unless it does so already.
inline std::string announced(Dice& dice, int start, int years) {
  const std::string year = std::to_string(start + dice.between(1, years - 1));
  return "[[announcement]]\ndate = " + std::to_string(std::stoi(year) - 1) +
         "-10-01\nclause = \"c\"\nfor = " + year + "-01-01\nchange = \"" +
         decimal(dice.between(21, 99), 1) + "%\"\n";
}

/// Every "march of previous year" and the like as the latest published figure.
inline void read_latest(std::string& text) {
  const std::string use = "\nuse = \"";
  for (std::size_t at = text.find(use); at != std::string::npos; at = text.find(use, at + 1))
    text.replace(at, text.find('\n', at + 1) - at, "\nuse = \"latest published\"");
}

inline Case contract_of(std::uint64_t seed, const Besides& besides = {}) {
  Dice dice(seed);
  Dice further(seed ^ 0x5DEECE66DULL);
  const bool percent = dice.one_in(6);
  const bool two = !percent && dice.one_in(2);
  const bool tiers = dice.one_in(10);
  const bool parts = !tiers && dice.one_in(10);
  const bool surcharge = !tiers && !parts && dice.one_in(10);
  const int start = dice.between(2017, 2019);
  const int years = dice.between(5, 7);
  const std::string day = std::to_string(start) + "-01-01";
  const auto price = [&] { return decimal(dice.between(2500, 60000), 2); };
  std::string text = "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = " + day +
                     "\n[price.p]\nprice_date = " + day + "\n";
  if (tiers)
    text += "tiers = [{ up_to = 100, unit_price = " + price() + " }, { unit_price = " + price() +
            " }]\n";
  else
    text += "unit_price = " + price() + "\n";
  if (parts)
    text +=
        "parts = [{ name = \"labour\", share = \"60%\", clause = \"c\" }, { name = "
        "\"material\", share = \"40%\", clause = \"d\" }]\n";
  else
    text += "clause = \"c\"\n";
  if (surcharge) text += "surcharges = [\"f\"]\n";
  if (besides.lines && !tiers && !parts && !surcharge)
    for (const char* id : {"q", "r"})
      text += std::string("[price.") + id + "]\nprice_date = " + day +
              "\nunit_price = " + decimal(further.between(400, 9000), 2) + "\nclause = \"c\"\n";
  text += clause_text(dice, "c", percent, two);
  if (besides.latest) read_latest(text);
  if (besides.announced && text.find("notice") == std::string::npos)
    text += announced(further, start, years);
  if (text.find("notice") != std::string::npos) {
    const std::string year = std::to_string(start + dice.between(1, years - 1));
    text += "[[announcement]]\ndate = " + std::to_string(std::stoi(year) - 1) +
            "-12-10\nclause = \"c\"\nfor = " + year + "-01-01\n";
  }
  if (parts) text += clause_text(dice, "d", false, false);
  if (surcharge)
    text +=
        "[clause.f]\nadjust = { every = \"year\", on = \"01-01\" }\n"
        "formula = \"surcharge = 5 * Z/Z0 - 5\"\n[clause.f.index.Z]\nseries = \"u\"\n"
        "use = \"july of previous year\"\nbase = \"2015-07\"\n";
  if (dice.one_in(4))
    text += "[[decision]]\ndate = " + std::to_string(start + dice.between(1, years - 2)) +
            "-01-01\nkind = \"waived\"\n";
  for (const char* id : {"s", "t", "u"}) text += series_text(dice, id, percent, dice.one_in(4));
  if (besides.publisher) {
    text.replace(text.find("title = \"s\""), 11, "title = \"CPI\"");
    std::string other = series_text(further, "v", percent, false);
    other.replace(other.find("publisher = \"P\""), 15, "publisher = \"Q\"");
    text += other.replace(other.find("title = \"v\""), 11, "title = \"HICP\"");
  }

  Case made;
  made.text = text;
  const auto source = std::make_shared<const SourceText>("contract.toml", std::move(text));
  Loaded<Contract> loaded = read_contract(source);
  if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
  made.contract = std::make_unique<Contract>(std::move(*loaded.value));
  made.library = std::make_unique<Library>(Library().with(made.contract->own_series, {source}));
  const int a_year = dice.of(std::vector<int>{1, 4, 12});
  const bool prices = !dice.one_in(4);
  Period period = Period::containing(made.contract->start, a_year == 1   ? Unit::year
                                                           : a_year == 4 ? Unit::quarter
                                                                         : Unit::month);
  for (int i = 0; i < years * a_year; ++i, period = period.plus(1)) {
    InvoiceLine row;
    row.invoice = "F" + std::to_string(1000 + i);
    row.line = "p";
    row.from = period.first_day();
    row.date = row.to = period.last_day();
    row.quantity = Decimal(dice.between(20, tiers && dice.one_in(3) ? 180 : 90), 0);
    if (prices) row.unit_price = Decimal(0, 2);
    made.rows.push_back(row);
  }
  return made;
}

/// One mistake of a plant: from a date on, or on one date only.
struct Mistake {
  std::uint16_t reading = 0;
  std::size_t from = 0;
  std::size_t to = 0;  ///< one behind the last date
};

/// A mistake with the dates on which it changes the price, as an explanation tells it.
struct Told {
  std::string reading;
  std::string clause;
  std::vector<Date> dates;
  friend bool operator==(const Told&, const Told&) = default;
};

/// A case as its seller charged it.
struct Charged {
  std::vector<InvoiceLine> rows;
  std::vector<Told> told;  ///< in the order of the readings
};

class Planter {
 public:
  explicit Planter(const Case& of, std::string line = "p")
      : case_(of),
        line_(std::move(line)),
        coverage_(*of.library, std::nullopt),
        readings_(pricetalk::readings(*of.contract, of.line(line_), *of.library,
                                      of.rows.back().to + Duration{3, Unit::month})),
        replay_(*of.contract, of.line(line_), coverage_, readings_, periods()) {}

  const std::vector<Reading>& readings() const { return readings_; }
  std::size_t dates() const { return replay_.dates().size(); }
  /// The dates on which a step can still be seen in the invoices.
  std::size_t seen() const {
    std::size_t count = 0;
    while (count < dates() && replay_.dates()[count] <= case_.rows.back().from) ++count;
    return count;
  }

  /// Nothing when a mistake changes no price, or a price is not determined.
  std::optional<Charged> plant(const std::vector<Mistake>& mistakes) {
    Charged made;
    std::vector<Told> told(mistakes.size());
    std::vector<ReadingSet> sets;
    Replay::NodeId node = replay_.root();
    for (std::size_t i = 0; i < dates(); ++i) {
      ReadingSet set;
      for (const Mistake& each : mistakes)
        if (each.from <= i && i < each.to) set = set.with(each.reading);
      sets.push_back(set);
      const Replay::NodeId reached = replay_.next(node, i, set);
      if (reached == Replay::dead) return {};
      for (std::size_t k = 0; k < mistakes.size(); ++k) {
        const std::uint16_t reading = mistakes[k].reading;
        if (!set.has(reading)) continue;
        const Replay::NodeId without = replay_.next(node, i, set.without(reading));
        if (without == Replay::dead || replay_.same_price(without, reached)) continue;
        told[k].reading = readings_[reading].id;
        told[k].clause = readings_[reading].clause;
        told[k].dates.push_back(replay_.dates()[i]);
      }
      node = reached;
    }
    for (const Told& each : told)
      if (each.dates.empty()) return {};
    const auto rows = charge(replay_.prices(sets));
    if (!rows) return {};
    made.rows = *rows;
    made.told = std::move(told);
    return made;
  }

  /// The rows at these prices; nothing when one is not determined.
  std::optional<std::vector<InvoiceLine>> charge(const TierPrices& prices) const {
    std::vector<InvoiceLine> made = case_.rows;
    for (InvoiceLine& row : made) {
      row.line = line_;
      Worksheet sheet(case_.contract->currency);
      const Charge amount = *pricetalk::charge(sheet, {.contract = case_.contract.get(),
                                                       .line = &case_.line(line_),
                                                       .prices = &prices,
                                                       .invoice = {row.from, row.to},
                                                       .taken = Taken{row.quantity, row.quantity}});
      if (!sheet.value(amount.amount)) return {};
      row.amount = as_decimal(*sheet.value(amount.amount), 2);
      if (row.unit_price && amount.price != no_node)
        row.unit_price = as_decimal(*sheet.value(amount.price), 2);
      else
        row.unit_price.reset();
    }
    return made;
  }
  /// What the contract itself gives.
  TierPrices right() { return replay_.prices(std::vector<ReadingSet>(dates())); }

 private:
  std::vector<ChargedPeriod> periods() const {
    std::vector<ChargedPeriod> made;
    for (const InvoiceLine& row : case_.rows)
      made.push_back({row.invoice,
                      row.from,
                      row.to,
                      {row.quantity, row.quantity},
                      tier_parts(case_.line(line_), {row.quantity, row.quantity}),
                      {},
                      Decimal(),
                      false});
    return made;
  }

  const Case& case_;
  std::string line_;
  Coverage coverage_;
  std::vector<Reading> readings_;
  Replay replay_;
};

enum class When { always, onset, once, from_to };

/// Which readings are drawn: those that are told of themselves, the percentages that somebody
/// remembers, which are told only where nothing else fits, or those whose id begins so.
struct Drawn {
  bool remembered = false;
  std::string begins = "";
  bool has(const Reading& reading) const {
    return reading.remembered == remembered && reading.id.starts_with(begins);
  }
};

/// Draws mistakes that do not exclude each other. Each aspect of the contract is as likely.
inline std::vector<Mistake> draw(Dice& dice, const Planter& planter, std::size_t count, When when,
                                 const Drawn& drawn = {}) {
  using Kind = std::pair<std::string, Aspect::Part>;
  std::vector<Kind> aspects;
  for (const Reading& each : planter.readings()) {
    if (!drawn.has(each)) continue;
    const Kind aspect{each.clause, each.aspect.part};
    if (std::find(aspects.begin(), aspects.end(), aspect) == aspects.end())
      aspects.push_back(aspect);
  }
  std::vector<Mistake> made;
  if (aspects.empty()) return made;
  for (int attempt = 0; attempt < 200 && made.size() < count; ++attempt) {
    const Kind wanted = dice.of(aspects);
    std::vector<std::uint16_t> fitting;
    for (std::uint16_t r = 0; r < planter.readings().size(); ++r) {
      const Reading& each = planter.readings()[r];
      if (drawn.has(each) && Kind{each.clause, each.aspect.part} == wanted) fitting.push_back(r);
    }
    const std::uint16_t reading = dice.of(fitting);
    const bool excluded = std::any_of(made.begin(), made.end(), [&](const Mistake& other) {
      return other.reading == reading ||
             planter.readings()[other.reading].excludes(planter.readings()[reading]);
    });
    if (excluded) continue;
    const auto last = static_cast<int>(planter.seen()) - 1;
    Mistake mistake{reading, 0, planter.dates()};
    if (when != When::always) mistake.from = static_cast<std::size_t>(dice.between(0, last));
    if (when == When::from_to) {
      if (last < 2) continue;
      mistake.from = static_cast<std::size_t>(dice.between(0, last - 2));
      mistake.to = static_cast<std::size_t>(dice.between(static_cast<int>(mistake.from) + 2, last));
    }
    if (when == When::once)
      mistake.to = mistake.from + static_cast<std::size_t>(planter.readings()[reading].dates);
    made.push_back(mistake);
  }
  std::sort(made.begin(), made.end(),
            [](const Mistake& a, const Mistake& b) { return a.reading < b.reading; });
  return made;
}

inline std::vector<Told> told(const Explanation& explanation) {
  std::vector<Told> made;
  for (const Misreading& each : explanation.misreadings)
    made.push_back({each.reading, each.clause, each.dates});
  return made;
}

/// The answer to one plant.
enum class Answer { unique, among_equals, smaller, wrong, none, stopped };

/// The same mistakes; with `partly` on some of the dates, because not all invoices are there.
inline bool same(const std::vector<Told>& found, const std::vector<Told>& planted, bool partly) {
  if (!partly) return found == planted;
  return std::equal(
      found.begin(), found.end(), planted.begin(), planted.end(), [](const Told& a, const Told& b) {
        return a.reading == b.reading && a.clause == b.clause &&
               std::includes(b.dates.begin(), b.dates.end(), a.dates.begin(), a.dates.end());
      });
}

inline Answer judge(const Causes& causes, const std::vector<Told>& planted, bool partly = false) {
  using Result = Causes::Result;
  if (causes.result == Result::stopped) return Answer::stopped;
  if (causes.result == Result::single_invoice) return Answer::smaller;
  if (causes.explanations.empty()) return Answer::none;
  for (const Explanation& each : causes.explanations)
    if (same(told(each), planted, partly))
      return causes.explanations.size() == 1 ? Answer::unique : Answer::among_equals;
  const Explanation& first = causes.explanations.front();
  if (first.misreadings.size() < planted.size()) return Answer::smaller;
  return causes.stopped ? Answer::stopped : Answer::wrong;
}

/// One mistake made in all lines of a clause.
struct ChargedTogether {
  std::vector<InvoiceLine> rows;
  std::vector<Told> told;  ///< with the dates on which it changes any of them
};

/// A mistake of one line as another has it: each line has readings of its own. Nothing where it
/// has none such.
inline std::optional<Mistake> as_in(const Planter& other, const Planter& of, Mistake mistake) {
  const Reading& wanted = of.readings()[mistake.reading];
  for (std::uint16_t r = 0; r < other.readings().size(); ++r) {
    const Reading& each = other.readings()[r];
    if (each.id != wanted.id || each.clause != wanted.clause) continue;
    mistake.reading = r;
    return mistake;
  }
  return std::nullopt;
}

/// The same mistake, drawn from the readings of the first line, for the lines `p`, `q` and `r`;
/// nothing where it changes nothing in one of them.
inline std::optional<ChargedTogether> plant_together(std::vector<Planter>& planters,
                                                     const std::vector<Mistake>& mistakes) {
  ChargedTogether made;
  std::set<Date> dates;
  for (Planter& planter : planters) {
    std::vector<Mistake> own;
    for (const Mistake& each : mistakes) {
      const auto found = as_in(planter, planters.front(), each);
      if (!found) return {};
      own.push_back(*found);
    }
    const auto charged = planter.plant(own);
    if (!charged) return {};
    made.rows.insert(made.rows.end(), charged->rows.begin(), charged->rows.end());
    if (made.told.empty()) made.told = charged->told;
    dates.insert(charged->told.front().dates.begin(), charged->told.front().dates.end());
    if (charged->told.front().reading != made.told.front().reading) return {};
  }
  made.told.front().dates.assign(dates.begin(), dates.end());
  return made;
}

/// One invoice typed wrong by 0.03 to 4.00 a unit.
inline std::string mistype(Dice& dice, std::vector<InvoiceLine>& rows) {
  InvoiceLine& slip =
      rows[static_cast<std::size_t>(dice.between(0, static_cast<int>(rows.size()) - 1))];
  const Decimal by(dice.between(3, 400), 2);
  slip.amount = as_decimal(Ratio(slip.amount) + Ratio(by) * Ratio(slip.quantity), 2);
  if (slip.unit_price) slip.unit_price = as_decimal(Ratio(*slip.unit_price) + Ratio(by), 2);
  return slip.invoice;
}

/// Mistakes that no misreading of a clause is.
enum class Outside {
  one_step,    ///< one step by another percentage of -5 % to 5 %
  every_step,  ///< every step by another one
  amount       ///< 0.11 to 3.99 added from a date on
};

inline std::vector<InvoiceLine> outside(Dice& dice, const Case& of, std::vector<InvoiceLine> rows,
                                        std::size_t seen, Outside kind) {
  const int begin = of.contract->start.year() + dice.between(1, static_cast<int>(seen));
  const Decimal by(dice.between(11, 399), 2);
  const Rounding cents = Rounding::decimals(2);
  Ratio factor(1);
  int year = 0;
  for (InvoiceLine& row : rows) {
    if (row.from.year() < begin) continue;
    if (row.from.year() != year && (year == 0 || kind == Outside::every_step))
      factor = factor * (Ratio(1) + Ratio(Decimal(dice.between(-500, 500), 4)));
    year = row.from.year();
    const Decimal price =
        row.unit_price.value_or(round(Ratio(row.amount) / Ratio(row.quantity), cents));
    const Decimal wrong = kind == Outside::amount ? round(Ratio(price) + Ratio(by), cents)
                                                  : round(Ratio(price) * factor, cents);
    if (row.unit_price) row.unit_price = wrong;
    row.amount = round(Ratio(wrong) * Ratio(row.quantity), cents);
  }
  return rows;
}

}  // namespace planted
