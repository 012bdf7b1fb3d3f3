#pragma once

#include <regex>
#include <string>
#include <vector>

#include "planted.hpp"

// Random contracts for what holds of money over a period: discounts with an end, tiers, parts,
// surcharges, dated and seasonal quantities, every proration and billing period, lines and
// contracts that begin and end inside a period, decisions, late notices. Everything follows from a
// seed.

namespace random_contract {

using namespace pricetalk;
using planted::decimal;
using planted::Dice;

inline std::string day_text(int year, int month, int day) {
  return Date::make(year, month, day)->text();
}

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : dice_(seed) {}

  std::string text() {
    start_ = day_text(dice_.between(2023, 2024), dice_.between(1, 12),
                      dice_.one_in(2) ? 1 : dice_.between(1, 28));
    std::string made =
        "schema = 1\n[contract]\nid = \"R\"\ncurrency = \"EUR\"\nstart = " + start_ + "\n";
    if (dice_.one_in(2))
      made += "end = " +
              day_text(dice_.between(2025, 2026), dice_.between(1, 12), dice_.between(1, 28)) +
              "\n";
    made += billing();
    const int lines = dice_.between(1, 3);
    std::string clauses;
    for (int i = 1; i <= lines; ++i) {
      const std::string id = std::to_string(i);
      made += line(id, clauses);
    }
    return made + clauses + decisions_;
  }

 private:
  std::string billing() {
    const std::vector<std::string> periods = {"month",    "2 months", "quarter",
                                              "6 months", "year",     "4 weeks"};
    const std::vector<std::string> prorations = {"days", "months", "next-period"};
    const std::string period = dice_.of(periods);
    std::string made =
        "[billing]\nperiod = \"" + period + "\"\nproration = \"" + dice_.of(prorations) + "\"\n";
    if (dice_.one_in(2) && period != "4 weeks") made += "aligned = \"calendar\"\n";
    if (dice_.one_in(3))
      made += "amount = { decimals = 3 }\n";
    else if (dice_.one_in(4))
      made += "amount = { to = 0.05, mode = \"down\" }\n";
    return made;
  }

  std::string price() {
    return dice_.one_in(4) ? decimal(dice_.between(1000, 30000), 4)
                           : decimal(dice_.between(500, 20000), 2);
  }

  std::string inside() {
    return day_text(dice_.between(2024, 2026), dice_.between(1, 12), dice_.between(1, 28));
  }

  std::string quantity() {
    const auto some = [&] { return decimal(dice_.between(0, 4000), dice_.between(0, 2)); };
    switch (dice_.between(1, 6)) {
      case 1:
        return "{ per_month = " + some() + " }";
      case 2:
        return "{ per_quarter = " + some() + " }";
      case 3:
        return "{ per_year = " + some() + " }";
      case 4: {
        std::string made = "{ per_month = [";
        for (int i = 0; i < 12; ++i)
          made += (i > 0 ? ", " : "") + (dice_.one_in(4) ? std::string("0") : some());
        return made + "] }";
      }
      case 5:
        return "[{ from = " + start_ + ", per_month = " + some() + " }, { from = " + inside() +
               ", per_month = " + some() + " }]";
      default:
        return "{ once = " + some() + " }";
    }
  }

  std::string line(const std::string& id, std::string& clauses) {
    std::string made =
        "[price.p" + id + "]\nprice_date = " + start_ + "\nquantity = " + quantity() + "\n";
    const bool tiers = dice_.one_in(4);
    if (tiers) {
      made += "tiers = [{ up_to = " + std::to_string(dice_.between(5, 400)) +
              ", unit_price = " + price() + " }, { unit_price = " + price() + " }]\n";
      if (dice_.one_in(2)) made += "tier_kind = \"volume\"\n";
    } else {
      made += "unit_price = " + price() + "\n";
    }
    if (dice_.one_in(4))
      made += "until = " + day_text(2025, dice_.between(1, 12), dice_.between(1, 28)) + "\n";
    if (dice_.one_in(2)) made += discount();
    const std::string clause = "c" + id;
    if (!tiers && dice_.one_in(4)) {
      made += "parts = [{ name = \"a\", share = \"60%\", clause = \"" + clause +
              "\" }, { name = \"b\", share = \"40%\" }]\n";
    } else {
      made += "clause = \"" + clause + "\"\n";
      if (dice_.one_in(2)) decide(clause);
    }
    clauses += step_clause(clause);
    if (dice_.one_in(3)) {
      made += "surcharges = [\"s" + id + "\"]\n";
      clauses += "[clause.s" + id + "]\nadjust = { dates = " + dates(true) +
                 " }\nformula = \"surcharge = toeslag\"\nconstants = { toeslag = " +
                 decimal(dice_.between(-50, 300), 2) + " }\n";
    }
    return made;
  }

  std::string discount() {
    std::string made = "discount = { rate = \"" + decimal(dice_.between(50, 2000), 2) + "%\"";
    if (dice_.one_in(2)) made += ", until = " + inside();
    if (dice_.one_in(3))
      made += ", rounding = { decimals = \"as written\" }";
    else if (dice_.one_in(4))
      made += ", rounding = \"none\"";
    return made + " }\n";
  }

  std::string dates(bool all) {
    std::vector<Date> made;
    for (int i = dice_.between(1, 4); i > 0; --i) made.push_back(*Date::parse(inside()));
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    std::string text = "[";
    for (const Date date : made) text += (text.size() > 1 ? ", " : "") + date.text();
    if (!all) adjustments_ = made;
    return text + "]";
  }

  std::string step_clause(const std::string& id) {
    std::string made = "[clause." + id + "]\nadjust = { dates = " +
                       (adjustments_of_.empty() ? dates(false) : adjustments_of_) +
                       " }\nformula = \"change = stap\"\nconstants = { stap = \"" +
                       decimal(dice_.between(-600, 900), 2) + "%\" }\n";
    adjustments_of_.clear();
    if (dice_.one_in(3))
      made += "notice = { before = \"2 months\", form = \"any\", late = \"" +
              dice_.of(std::vector<std::string>{"forfeits", "next-date", "level-only"}) + "\" }\n";
    return made;
  }

  /// A decision about one of the dates that the clause will have.
  void decide(const std::string& clause) {
    adjustments_of_ = dates(false);
    const std::string date = dice_.of(adjustments_).text();
    const std::string about = "[[decision]]\ndate = " + date + "\nclause = \"" + clause + "\"\n";
    switch (dice_.between(1, 2)) {
      case 1:
        decisions_ += about + "kind = \"waived\"\n";
        break;
      default:
        decisions_ += about + "kind = \"reduced\"\nchange = \"0.5%\"\n";
        break;
    }
  }

  Dice dice_;
  std::string start_;
  std::string decisions_;
  std::vector<Date> adjustments_;
  std::string adjustments_of_;
};

inline std::string text(std::uint64_t seed) { return Maker(seed).text(); }

/// The same contract with another price and quantity on every line.
inline std::string with_other_numbers(const std::string& text, std::uint64_t seed) {
  Dice dice(seed);
  const std::regex number(R"((unit_price|per_month|per_quarter|per_year|once) = (\d+\.\d+|\d+))");
  std::string made;
  auto from = text.cbegin();
  for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
    made.append(from, text.cbegin() + at->position());
    std::string digits = (*at)[2];
    for (char& digit : digits)
      if (digit != '.') digit = static_cast<char>('1' + dice.between(0, 8));
    made += (*at)[1].str() + " = " + digits;
    from = text.cbegin() + at->position() + at->length();
  }
  return made.append(from, text.cend());
}

}  // namespace random_contract
