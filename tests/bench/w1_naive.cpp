// The portfolio workload (W1) as one would first write it in C++: w1_naive DIR double|fraction
//
// DIR holds the tables that `portfolio_bench make` wrote. Maps by name, the coefficient of every
// line and year anew, one type of number throughout. Prints the total of ten years: exact in
// fractions, off by what ties are off in binary floating point.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace {

__extension__ using Wide = __int128;

/// Two whole numbers, always reduced.
class Fraction {
 public:
  Fraction(std::int64_t whole = 0) : over_(whole) {}  // NOLINT: written as a number
  Fraction(Wide over, Wide under) : over_(over), under_(under) {
    Wide a = over < 0 ? -over : over;
    Wide b = under;
    while (b != 0) {
      const Wide rest = a % b;
      a = b;
      b = rest;
    }
    if (a > 1) {
      over_ /= a;
      under_ /= a;
    }
  }
  friend Fraction operator+(const Fraction& a, const Fraction& b) {
    return {a.over_ * b.under_ + b.over_ * a.under_, a.under_ * b.under_};
  }
  friend Fraction operator*(const Fraction& a, const Fraction& b) {
    return {a.over_ * b.over_, a.under_ * b.under_};
  }
  friend Fraction operator/(const Fraction& a, const Fraction& b) {
    return {a.over_ * b.under_, a.under_ * b.over_};
  }
  friend bool operator<(const Fraction& a, const Fraction& b) {
    return a.over_ * b.under_ < b.over_ * a.under_;
  }
  /// To whole multiples of 1 / `steps`, halves up. Of numbers above zero.
  Fraction rounded(std::int64_t steps) const {
    return {(2 * over_ * steps + under_) / (2 * under_), steps};
  }
  std::int64_t hundredths() const { return static_cast<std::int64_t>(over_ * 100 / under_); }

 private:
  Wide over_ = 0;
  Wide under_ = 1;
};

Fraction rounded(const Fraction& x, std::int64_t steps) { return x.rounded(steps); }
double rounded(double x, std::int64_t steps) {
  return std::round(x * static_cast<double>(steps)) / static_cast<double>(steps);
}
std::int64_t hundredths(const Fraction& x) { return x.hundredths(); }
std::int64_t hundredths(double x) { return std::llround(x * 100); }

template <class Number>
Number read(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return Number(std::stoll(text));
  std::int64_t under = 1;
  for (std::size_t i = point + 1; i < text.size(); ++i) under *= 10;
  return Number(std::stoll(text.substr(0, point) + text.substr(point + 1))) / Number(under);
}
template <>
double read<double>(const std::string& text) {
  return std::stod(text);
}

std::vector<std::map<std::string, std::string>> table(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::map<std::string, std::string>> rows;
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    if (names.empty()) {
      names = row;
      continue;
    }
    auto& made = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) made[names[i]] = row[i];
  }
  return rows;
}

template <class Number>
std::int64_t total(const std::string& folder) {
  std::map<std::string, std::map<int, Number>> series;
  for (auto& row : table(folder + "/series.csv"))
    series[row["series"]][std::stoi(row["month"])] = read<Number>(row["hundredths"]);
  std::map<std::string, std::map<std::string, std::string>> clauses;
  for (auto& row : table(folder + "/clauses.csv")) clauses[row["clause"]] = row;
  const Number one(1);
  const Number fixed = read<Number>("0.10");
  const Number of_labour = read<Number>("0.60");
  const Number of_costs = read<Number>("0.30");
  std::int64_t sum = 0;
  for (auto& line : table(folder + "/lines.csv")) {
    auto& clause = clauses[line["clause"]];
    const Number low = one + read<Number>(clause["floor"]) / Number(10'000);
    const Number high = one + read<Number>(clause["cap"]) / Number(10'000);
    Number price = read<Number>(line["price"]);
    for (int year = 2026; year < 2036; ++year) {
      const int now = (year - 1 - 2023) * 12 + 9;
      auto& labour = series[clause["labour"]];
      auto& costs = series[clause["costs"]];
      Number k = fixed + of_labour * labour[now] / labour[now - 12] +
                 of_costs * costs[now] / costs[now - 12];
      k = rounded(k, 10'000);
      if (k < low) k = low;
      if (high < k) k = high;
      price = rounded(price * k, 100);
      for (int month = 1; month <= 12; ++month)
        sum += hundredths(rounded(price * read<Number>(line["q" + std::to_string(month)]), 100));
    }
  }
  return sum;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const std::string kind = words[2];
  const std::int64_t cents =
      kind == "fraction" ? total<Fraction>(words[1]) : total<double>(words[1]);
  std::printf("%lld.%02lld\n", static_cast<long long>(cents / 100),
              static_cast<long long>(cents % 100));
  return 0;
}
