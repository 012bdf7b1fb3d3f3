#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

// Random contracts with one clause: what the generator chose is kept in parts, so that a property
// can change one of them and print the contract again.

namespace random_clause {

/// The same numbers on every machine: the engine's bits, without a distribution.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed * 7919 + 1) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  const char* of(const std::vector<const char*>& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

constexpr int first_year = 2019;
constexpr int years = 8;

inline std::string decimal(std::int64_t mantissa, int scale) {
  std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  if (scale > 0) {
    while (static_cast<int>(digits.size()) <= scale) digits.insert(0, 1, '0');
    digits.insert(digits.size() - static_cast<std::size_t>(scale), 1, '.');
  }
  return (mantissa < 0 ? "-" : "") + digits;
}

/// One published series: a figure a year, with two decimals.
struct Figures {
  std::string symbol;
  std::vector<std::int64_t> hundredths;
  bool percent = false;

  std::string text() const {
    std::string rows;
    for (std::size_t i = 0; i < hundredths.size(); ++i)
      rows += "[\"" + std::to_string(first_year + static_cast<int>(i)) + "\", " +
              decimal(hundredths[i], 2) + "], ";
    return "[[series]]\nid = \"" + symbol + "\"\n" + (percent ? "unit = \"percent\"\n" : "") +
           "figures = [" + rows + "]\n";
  }
};

struct RandomClause {
  std::string price = "100.00";
  std::string formula;
  std::string compounding;  ///< line of the clause, may be empty; so are the next ones
  std::string base;         ///< line of each index
  std::string pass_through;
  std::string threshold;
  std::string limits;
  std::string rounding;
  std::string during;
  std::string decisions;  ///< tables
  std::vector<Figures> figures;

  std::string text() const {
    std::string made =
        "schema = 1\n[contract]\nid = \"R\"\ncurrency = \"EUR\"\nstart = "
        "2020-01-01\n[price.p]\nunit_price = " +
        price +
        "\nprice_date = 2020-01-01\nclause = \"c\"\n[clause.c]\nadjust = { every = \"year\", on = "
        "\"01-01\" }\nformula = \"" +
        formula + "\"\n" + compounding + pass_through + threshold + limits + rounding + during;
    for (const Figures& one : figures)
      made += "[clause.c.index." + one.symbol + "]\nseries = \"" + one.symbol + "\"\n" +
              (one.percent ? "use = \"year of adjustment\"\n" : "use = \"previous year\"\n" + base);
    made += decisions;
    for (const Figures& one : figures) made += one.text();
    return made;
  }
};

/// Figures that give short ratios, so that exact ties are common: bases of 80, 100 and 125.
inline Figures index(Dice& dice, const std::string& symbol) {
  static const std::vector<std::int64_t> bases = {8000, 10000, 12500};
  Figures made{symbol, {bases[static_cast<std::size_t>(dice.below(3))]}, false};
  for (int year = 1; year < years; ++year) {
    if (dice.one_in(4))
      made.hundredths.push_back(bases[static_cast<std::size_t>(dice.below(3))]);
    else if (dice.one_in(3))
      made.hundredths.push_back(made.hundredths.back() + 50 * (dice.below(13) - 3));
    else
      made.hundredths.push_back(made.hundredths.back() + dice.below(900) - 200);
  }
  return made;
}

inline Figures percentages(Dice& dice, const std::string& symbol) {
  Figures made{symbol, {}, true};
  for (int year = 0; year < years; ++year)
    made.hundredths.push_back(dice.one_in(2) ? 25 * (dice.below(40) - 8) : dice.below(1200) - 300);
  return made;
}

inline const char* mode(Dice& dice) {
  return dice.of({"half-up", "half-up", "half-up", "half-even", "half-down", "up", "down",
                  "ceiling", "floor"});
}

inline std::string with_mode(Dice& dice, const std::string& step) {
  return "{ " + step + ", mode = \"" + mode(dice) + "\" }";
}

inline std::string index_formula(Dice& dice, const std::vector<Figures>& figures) {
  const int fixed = 5 * dice.below(9);
  int left = 100 - fixed;
  std::string basket = decimal(fixed, 2);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool last = i + 1 == figures.size();
    const int weight = last ? left : 5 * (1 + dice.below(left / 10 > 0 ? left / 10 : 1));
    left -= weight;
    const std::string ratio = figures[i].symbol + "/" + figures[i].symbol + "0";
    basket += " + " + decimal(weight, 2) + "*" +
              (dice.one_in(5) ? "round(" + ratio + ", 4 decimals)" : ratio);
  }
  const std::string& x = figures[0].symbol;
  const std::string& y = figures.back().symbol;
  switch (figures.size() > 2 ? dice.below(2) : dice.below(8)) {
    case 0:
      return "P = P0 * (" + basket + ")";
    case 1:
      return "change = " + basket + " - 1";
    case 2:
      return "(0.6*" + x + " + 0.4*" + y + ") / (0.6*" + x + "0 + 0.4*" + y + "0)";
    case 3:
      return "max(" + x + "/" + x + "0, " + y + "/" + y + "0)";
    case 4:
      return "ratio = average(" + x + "/" + x + "0, " + y + "/" + y +
             "0); change = round(ratio - 1, 0.01%)";
    default:
      return basket;
  }
}

inline std::string limits(Dice& dice, bool base) {
  std::string keys;
  const auto add = [&](const std::string& key) { keys += (keys.empty() ? "" : ", ") + key; };
  if (!dice.one_in(3))
    add(std::string("cap = \"") + dice.of({"4%", "3%", "2.5%", "6%", "3.3333%"}) + "\"");
  if (!dice.one_in(3))
    add(std::string("floor = \"") + dice.of({"0%", "0%", "-2%", "-1.5%", "1%"}) + "\"");
  if (dice.one_in(6)) add("cap_total = \"12%\"");
  if (dice.one_in(8)) add("largest_increase = 3.00");
  if (dice.one_in(3))
    add(std::string("carry_over = \"") + dice.of({"increases", "decreases", "both", "none"}) +
        "\"");
  if (dice.one_in(5) && !base) add("unused_cap = \"kept\"");
  return keys.empty() ? "" : "limits = { " + keys + " }\n";
}

inline std::string roundings(Dice& dice, bool carry) {
  std::string keys;
  const auto add = [&](const std::string& key) { keys += (keys.empty() ? "" : ", ") + key; };
  if (carry || dice.one_in(3))
    add("change = " +
        with_mode(dice, std::string("to = \"") + dice.of({"0.1%", "0.01%", "0.05%", "1%"}) + "\""));
  if (!dice.one_in(3))
    add("coefficient = " +
        with_mode(dice, std::string("decimals = ") + dice.of({"2", "3", "4", "4"})));
  if (dice.one_in(5)) add("increase = " + with_mode(dice, dice.of({"decimals = 2", "to = 0.05"})));
  add("price = " + with_mode(dice, dice.of({"decimals = 2", "decimals = 2", "decimals = 2",
                                            "to = 0.05", "to = 0.10", "decimals = 0"})));
  if (dice.one_in(8)) add("carry = \"exact\"");
  return "rounding = { " + keys + " }\n";
}

inline std::string decisions(Dice& dice, const std::string& price) {
  std::string made;
  for (int year = 2021; year < first_year + years; ++year) {
    if (!dice.one_in(7)) continue;
    made += "[[decision]]\ndate = " + std::to_string(year) + "-01-01\n";
    switch (dice.below(3)) {
      case 0:
        made += "kind = \"waived\"\n";
        break;
      case 1:
        made += "kind = \"reduced\"\nchange = \"1.5%\"\n";
        break;
      default:
        made += "kind = \"agreed-price\"\nunit_price = " + price + "\n";
        break;
    }
    if (dice.one_in(2)) made += "catch_up = true\n";
  }
  return made;
}

/// Everything that one clause can say, by chance.
inline RandomClause random_clause(std::uint64_t seed) {
  Dice dice(seed);
  RandomClause made;
  made.price = dice.of({"100.00", "100.00", "2.00", "12.50", "31.25", "250.00", "1240.00", "0.08"});
  const bool percent = dice.one_in(3);
  const int count = percent ? 1 : 1 + dice.below(3);
  for (int i = 0; i < count; ++i) {
    const std::string symbol(1, static_cast<char>('A' + i));
    made.figures.push_back(percent ? percentages(dice, symbol) : index(dice, symbol));
  }
  const bool base = !percent && dice.one_in(3);
  if (base) made.compounding = "compounding = \"base\"\n";
  made.formula = percent ? (dice.one_in(4) ? "change = A/2 + 1%" : "change = A")
                         : index_formula(dice, made.figures);
  if (!percent && dice.one_in(3))
    made.base = std::string("base = \"") +
                dice.of({"at start", "at last adjustment", "at previous date", "1 year earlier"}) +
                "\"\n";
  if (dice.one_in(3))
    made.pass_through =
        dice.of({"pass_through = \"40%\"\n", "pass_through = \"75%\"\n",
                 "pass_through = [{ up_to = \"3%\", share = \"100%\" }, { share = \"50%\" }]\n",
                 "pass_through = [{ up_to = \"2%\", share = \"80%\" }, { up_to = \"4%\", share = "
                 "\"50%\" }, { share = \"10%\" }]\n"});
  if (dice.one_in(4))
    made.threshold =
        dice.of({"threshold = { more_than = \"2%\" }\n", "threshold = { at_least = \"2%\" }\n",
                 "threshold = { more_than = \"1%\", then = \"excess\" }\n",
                 "threshold = { at_least = \"1%\", tested_on = \"price\" }\n",
                 "threshold = { more_than = \"3%\", since = \"start\" }\n"});
  if (!dice.one_in(4)) made.limits = limits(dice, base);
  made.rounding = roundings(dice, made.limits.find("carry_over") != std::string::npos);
  if (dice.one_in(6))
    made.during =
        "during = [{ from = 2023-01-01, until = 2024-12-31, limits = { cap = \"1%\" } }]\n";
  if (dice.one_in(3)) made.decisions = decisions(dice, made.price);
  return made;
}

}  // namespace random_clause
