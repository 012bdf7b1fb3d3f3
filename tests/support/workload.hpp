#pragma once

#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "planted.hpp"

// The workloads of docs/reference/speed.md: contracts of four lines whose prices follow two indices
// every January, their invoices (W3), and ten years of amounts (W1). Everything follows from a
// seed, and the answers are computed here in whole numbers, without anything of the library but its
// decimals as text.
namespace workload {

using namespace pricetalk;

constexpr std::uint64_t seed = 20260101;
constexpr int years = 10;

/// As the generator draws: the upper bits of splitmix64.
class Draw {
 public:
  explicit Draw(std::uint64_t from) : dice_(from) {}
  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>((dice_.roll() >> 11U) % static_cast<std::uint64_t>(n));
  }
  std::int64_t between(std::int64_t a, std::int64_t b) { return a + below(b - a + 1); }

 private:
  planted::Dice dice_;
};

/// n / d, half away from zero.
inline std::int64_t rounded(std::int64_t n, std::int64_t d) {
  return n >= 0 ? (2 * n + d) / (2 * d) : -((-2 * n + d) / (2 * d));
}

inline std::int64_t power(std::int64_t digits) {
  std::int64_t made = 1;
  for (; digits > 0; --digits) made *= 10;
  return made;
}

struct SeriesOf {
  std::string name;
  std::vector<std::int64_t> values;  ///< monthly from January 2023, in hundredths
  std::string text;
};
struct ClauseOf {
  std::size_t labour = 0;
  std::size_t costs = 0;
  std::int64_t floor = 0;
  std::int64_t cap = 0;
};
struct LineOf {
  std::size_t clause = 0;
  std::int64_t price = 0;
  int price_decimals = 0;
  std::int64_t quantity = 0;
  int quantity_decimals = 0;
  std::size_t profile = 0;  ///< seasonal, of the portfolio only
};

/// Prices of a few cents are drawn as well; that rounding moves them by much is not asked here.
constexpr const char* accepted = "accept = [\"W0128: small prices are drawn as well\"]\n";

class Workload {
 public:
  explicit Workload(int contracts) : contracts_(contracts) {
    indices();
    clauses();
    lines();
  }

  /// A contract file with its figures; rebate lines as in tests/bench/w3.py.
  std::string contract(int number) const {
    std::string figures;
    std::vector<bool> written(series_.size(), false);
    for (int i = 0; i < 4; ++i) {
      const ClauseOf& clause = clauses_[lines_[static_cast<std::size_t>(number * 4 + i)].clause];
      for (const std::size_t index : {clause.labour, clause.costs}) {
        if (!written[index]) figures += series_[index].text;
        written[index] = true;
      }
    }
    return invoiced_contract(number, "") + figures;
  }

  /// The same with its figures in a file beside it, which `all_figures` gives.
  std::string invoiced_contract(int number, const std::string& figures_from =
                                                "figures_from = [\"../figures.toml\"]\n") const {
    std::string made = "schema = 1\n" + figures_from + "[contract]\nid = \"" +
                       std::to_string(number) +
                       "\"\ncurrency = \"EUR\"\nstart = 2025-01-01\nend = 2035-12-31\n";
    for (int i = 0; i < 4; ++i) {
      const LineOf& line = lines_[static_cast<std::size_t>(number * 4 + i)];
      const ClauseOf& clause = clauses_[line.clause];
      const std::string id = std::to_string(i);
      made += "[price." + id + "]\nprice_date = 2025-01-01\nclause = \"c" + id +
              "\"\nunit_price = " + Decimal(std::abs(line.price), line.price_decimals).text() +
              "\n[clause.c" + id +
              "]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
              "formula = \"P = P0 * (0.10 + 0.60*L/L0 + 0.30*C/C0)\"\n";
      for (const auto& [name, index] : {std::pair("L", clause.labour), {"C", clause.costs}})
        made += std::string("index.") + name + " = { series = \"" + series_[index].name +
                "\", use = \"october of previous year\" }\n";
      made += accepted;
      made +=
          "rounding = { coefficient = { decimals = 4 }, price = { decimals = 2 } }\nlimits = { "
          "note = \"x\"";
      if (clause.cap < 90'000) made += ", cap = \"" + Decimal(clause.cap, 2).text() + "%\"";
      if (clause.floor > -9'000) made += ", floor = \"" + Decimal(clause.floor, 2).text() + "%\"";
      made += " }\n";
    }
    return made;
  }
  std::string all_figures() const {
    std::string made = "schema = 1\n";
    for (const SeriesOf& series : series_) made += series.text;
    return made;
  }

  int contracts() const { return contracts_; }

  /// A contract of the portfolio: figures in a file beside it, a quantity for each month. A rebate
  /// line (a negative price, 1 % of them) has its price without the sign, in the totals too.
  std::string portfolio_contract(int number) const {
    std::string made = "schema = 1\nfigures_from = [\"../figures.toml\"]\n\n[contract]\nid = \"C" +
                       std::to_string(number) + "\"\ntitle = \"Maintenance and supply, site " +
                       std::to_string(number % 977) +
                       "\"\ncurrency = \"EUR\"\nstart = 2025-01-01\nend = 2035-12-31\n";
    for (int i = 0; i < 4; ++i) {
      const LineOf& line = lines_[static_cast<std::size_t>(number * 4 + i)];
      const ClauseOf& clause = clauses_[line.clause];
      const std::string id = std::to_string(i);
      made += "\n[price.l" + id +
              "]\nunit_price = " + Decimal(std::abs(line.price), line.price_decimals).text() +
              "\nprice_date = 2025-01-01\nquantity = { per_month = " + quantities(line) +
              " }\nclause = \"c" + id + "\"\n\n[clause.c" + id +
              "]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
              "formula = \"P = P0 * (0.10 + 0.60*L/L0 + 0.30*C/C0)\"\n";
      for (const auto& [name, index] : {std::pair("L", clause.labour), {"C", clause.costs}})
        made += std::string("index.") + name + " = { series = \"w/" + series_[index].name +
                "\", use = \"october of previous year\" }\n";
      made += accepted;
      made += "rounding = { coefficient = { decimals = 4 }, price = { decimals = 2 } }\n";
      std::string limits;
      if (clause.cap < 90'000) limits = "cap = \"" + Decimal(clause.cap, 2).text() + "%\"";
      if (clause.floor > -9'000)
        limits +=
            (limits.empty() ? "" : ", ") + ("floor = \"" + Decimal(clause.floor, 2).text()) + "%\"";
      if (!limits.empty()) made += "limits = { " + limits + " }\n";
    }
    return made;
  }

  /// What was published until the end of 2025.
  std::string figures() const {
    std::string made = "schema = 1\n";
    for (const SeriesOf& series : series_)
      made += "\n[[series]]\nid = \"w/" + series.name + "\"\nunit = \"index\"\nfigures = [" +
              months_of(series, 0, 36) + "]\n";
    return made;
  }

  /// The ten years after it, as one future that states every figure.
  std::string scenario() const {
    std::string made = "schema = 1\n[scenario]\nid = \"w1\"\nmonths = 120\n[future.stated]\n";
    for (const SeriesOf& series : series_)
      made += "[[future.stated.series]]\nseries = \"w/" + series.name + "\"\npath = [" +
              months_of(series, 36, series.values.size()) + "]\n";
    return made;
  }

  /// The portfolio as tables for other programs: series, month, value (in hundredths); clause, its
  /// two series, floor and cap (in hundredths of a percent); contract, clause, price and twelve
  /// quantities.
  std::string series_table() const {
    std::string made = "series,month,hundredths\n";
    for (const SeriesOf& series : series_)
      for (std::size_t month = 0; month < series.values.size(); ++month)
        made += series.name + "," + std::to_string(month) + "," +
                std::to_string(series.values[month]) + "\n";
    return made;
  }
  std::string clause_table() const {
    std::string made = "clause,labour,costs,floor,cap\n";
    for (std::size_t i = 0; i < clauses_.size(); ++i)
      made += std::to_string(i) + "," + series_[clauses_[i].labour].name + "," +
              series_[clauses_[i].costs].name + "," + std::to_string(clauses_[i].floor) + "," +
              std::to_string(clauses_[i].cap) + "\n";
    return made;
  }
  std::string line_table() const {
    std::string made = "contract,clause,price,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12\n";
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineOf& line = lines_[i];
      made += std::to_string(i / 4) + "," + std::to_string(line.clause) + "," +
              Decimal(std::abs(line.price), line.price_decimals).text();
      for (const std::int64_t weight : profiles[line.profile])
        made += "," + Decimal(line.quantity * weight, line.quantity_decimals + 2).text();
      made += "\n";
    }
    return made;
  }

  /// What a contract of the portfolio costs in a year from 2026 on, in cents: each month's price x
  /// quantity, rounded.
  std::int64_t cents(int number, int year) const {
    std::int64_t sum = 0;
    for (int i = 0; i < 4; ++i) {
      LineOf line = lines_[static_cast<std::size_t>(number * 4 + i)];
      line.price = std::abs(line.price);
      const std::int64_t price = prices(line, false)[static_cast<std::size_t>(year - 2026)];
      for (const std::int64_t weight : profiles[line.profile])
        sum += rounded(price * line.quantity * weight, power(line.quantity_decimals + 2));
    }
    return sum;
  }

  /// The numbers behind the files, for whoever computes the totals in another way.
  const LineOf& line(int number, int at) const {
    return lines_[static_cast<std::size_t>(number * 4 + at)];
  }
  const ClauseOf& clause(const LineOf& line) const { return clauses_[line.clause]; }
  const std::vector<ClauseOf>& clauses() const { return clauses_; }
  static const std::array<std::int64_t, 12>& weights(const LineOf& line) {
    return profiles[line.profile];
  }

  /// What a clause multiplies the price of the year before by, in ten-thousandths; year 0 is 2026.
  std::int64_t coefficient(const ClauseOf& clause, int year) const {
    return std::min(std::max(unlimited(clause, year), 10'000 + clause.floor), 10'000 + clause.cap);
  }

  /// The invoice file.
  std::string rows(int row_count) const {
    std::ostringstream made;
    made << "invoice,contract,line,period,quantity,unit_price,amount\n";
    Draw draw(seed + 3);
    for (int row = 0; row < row_count; ++row) {
      const auto i = static_cast<std::size_t>(draw.below(static_cast<std::int64_t>(lines_.size())));
      const auto month = static_cast<int>(draw.below(120));
      const LineOf& line = lines_[i];
      std::int64_t quantity =
          rounded(line.quantity * power(3 - line.quantity_decimals) * draw.between(50, 150), 100);
      const auto year = static_cast<std::size_t>(month / 12);
      std::int64_t price = prices(line, false)[year];
      const auto mistake = draw.below(100);
      if (mistake == 0) price = prices(line, true)[year];
      if (mistake == 1 && month / 12 < 9) price = prices(line, false)[year + 1];
      std::int64_t amount = rounded(price * quantity, 1000);
      if (mistake == 2) amount += 1;
      if (mistake == 3) {  // rounded up
        const std::int64_t product = price * quantity;
        amount = product > 0 ? (product + 999) / 1000 : -(-product / 1000);
      }
      if (line.price < 0) {
        price = -price;
        quantity = -quantity;
      }
      made << 'F' << row << ',' << i / 4 << ',' << i % 4 << ',' << 2026 + month / 12 << '-'
           << (month % 12 < 9 ? "0" : "") << month % 12 + 1 << ',' << Decimal(quantity, 3).text()
           << ',' << Decimal(price, 2).text() << ',' << Decimal(amount, 2).text() << '\n';
    }
    return made.str();
  }

 private:
  /// Weights of the months, in hundredths.
  static constexpr std::array<std::array<std::int64_t, 12>, 8> profiles = {
      {{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100},
       {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100},
       {135, 130, 115, 100, 85, 75, 70, 70, 80, 100, 115, 125},
       {60, 65, 80, 100, 120, 135, 150, 150, 125, 95, 65, 55},
       {110, 90, 110, 100, 110, 100, 110, 110, 100, 110, 100, 50},
       {100, 100, 150, 100, 100, 150, 100, 100, 150, 100, 100, 150},
       {95, 88, 101, 97, 103, 99, 107, 64, 111, 113, 109, 113},
       {33, 33, 34, 33, 33, 34, 33, 33, 34, 33, 33, 34}}};

  static std::string quantities(const LineOf& line) {
    std::string made = "[";
    for (const std::int64_t weight : profiles[line.profile])
      made += (made.size() > 1 ? ", " : "") +
              Decimal(line.quantity * weight, line.quantity_decimals + 2).text();
    return made + "]";
  }

  static std::string months_of(const SeriesOf& series, std::size_t first, std::size_t end) {
    const int decimals = series.name.front() == 'L' ? 1 : 2;
    std::string made;
    for (std::size_t at = first; at < end; ++at) {
      const int month = static_cast<int>(at % 12) + 1;
      made += (made.empty() ? "[\"" : ", [\"") + std::to_string(2023 + at / 12) +
              (month < 10 ? "-0" : "-") + std::to_string(month) + "\", " +
              Decimal(series.values[at] / power(2 - decimals), decimals).text() + "]";
    }
    return made;
  }

  void indices() {
    Draw draw(seed);
    for (int k = 0; k < 32; ++k) {
      const bool labour = k < 12;
      SeriesOf& made = series_.emplace_back();
      const int number = labour ? k : k - 12;
      made.name =
          std::string(labour ? "L" : "C") + (number < 10 ? "0" : "") + std::to_string(number);
      made.text = "[[series]]\nid = \"" + made.name + "\"\ntitle = \"x\"\npublisher = \"x\"\n" +
                  "frequency = \"month\"\nfigures = [";
      std::int64_t value =
          labour ? draw.between(1000, 1400) * 100'000 : draw.between(8000, 30'000) * 10'000;
      for (int month = 0; month < 13 * 12; ++month) {
        const std::int64_t first = labour ? draw.between(-12, 12) : draw.between(-130, 130);
        const std::int64_t second = labour ? draw.between(-12, 12) : draw.between(-130, 130);
        value = rounded(value * (10'000 + (labour ? 25 : 18) + first + second), 10'000);
        const int decimals = labour ? 1 : 2;
        const std::int64_t published = rounded(value, power(6 - decimals));
        made.values.push_back(published * power(2 - decimals));
        made.text += "[\"" + std::to_string(2023 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") +
                     std::to_string(month % 12 + 1) + "\", " + Decimal(published, decimals).text() +
                     "],";
      }
      made.text += "]\n";
    }
  }

  void clauses() {
    constexpr std::int64_t floors[] = {-9000, -500, -200, 0};
    constexpr std::int64_t caps[] = {200, 300, 400, 500, 800, 90'000};
    Draw draw(seed + 1);
    for (int i = 0; i < 240; ++i) {
      ClauseOf& made = clauses_.emplace_back();
      made.labour = static_cast<std::size_t>(draw.below(12));
      made.costs = static_cast<std::size_t>(12 + draw.below(20));
      made.floor = floors[draw.below(4)];
      made.cap = caps[draw.below(6)];
    }
  }

  void lines() {
    Draw draw(seed + 2);
    for (int i = 0; i < contracts_ * 4; ++i) {
      LineOf& made = lines_.emplace_back();
      made.clause = static_cast<std::size_t>(draw.below(240));
      made.price_decimals = static_cast<int>(2 + draw.below(3));
      const std::int64_t low = 5 * power(made.price_decimals - 2) * power(draw.below(5));
      made.price = draw.between(low, low * 10);
      if (draw.below(100) == 0) made.price = -made.price;
      made.quantity_decimals = static_cast<int>(draw.below(3));
      const std::int64_t size = draw.below(4);
      made.quantity = draw.between(power(size) * power(made.quantity_decimals),
                                   power(size + 1) * power(made.quantity_decimals));
      made.profile = static_cast<std::size_t>(draw.below(8));
    }
  }

  std::int64_t unlimited(const ClauseOf& clause, int year) const {
    const auto now = static_cast<std::size_t>((2 + year) * 12 + 9);
    const std::int64_t l1 = series_[clause.labour].values[now];
    const std::int64_t l0 = series_[clause.labour].values[now - 12];
    const std::int64_t c1 = series_[clause.costs].values[now];
    const std::int64_t c0 = series_[clause.costs].values[now - 12];
    return rounded((10 * l0 * c0 + 60 * l1 * c0 + 30 * c1 * l0) * 100, l0 * c0);
  }

  /// In cents, 2026 to 2035; `without_limits`: cap and floor ignored. Only to make the invoices.
  std::vector<std::int64_t> prices(const LineOf& line, bool without_limits) const {
    const ClauseOf& clause = clauses_[line.clause];
    std::vector<std::int64_t> made;
    std::int64_t price = line.price;
    int decimals = line.price_decimals;
    for (int year = 0; year < years; ++year) {
      const std::int64_t k = without_limits
                                 ? std::min(std::max<std::int64_t>(unlimited(clause, year), 1'000),
                                            std::int64_t{100'000})
                                 : coefficient(clause, year);
      price = rounded(price * k, power(4 + decimals - 2));
      decimals = 2;
      made.push_back(price);
    }
    return made;
  }

  int contracts_;
  std::vector<SeriesOf> series_;
  std::vector<ClauseOf> clauses_;
  std::vector<LineOf> lines_;
};

}  // namespace workload
