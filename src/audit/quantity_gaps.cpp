#include <algorithm>
#include <map>

#include "audit/charged_twice.hpp"
#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// A period with so many times more or less than the contract buys counts in another unit.
const Ratio ten(10);
/// Quantities on invoices are printed in hundredths: so much each row may be off.
const Ratio a_hundredth = Ratio::of(1, 100);

bool in_unit_of(const Ratio& charged, const Ratio& agreed) {
  return agreed.sign() > 0 && charged * ten >= agreed && charged <= agreed * ten;
}

/// Days that hang together, from days in any order.
std::vector<Days> joined(std::vector<Days> days) {
  std::sort(days.begin(), days.end(),
            [](const Days& a, const Days& b) { return a.first < b.first; });
  std::vector<Days> made;
  for (const Days& each : days) {
    if (!made.empty() && each.first <= made.back().last.plus_days(1))
      made.back().last = std::max(made.back().last, each.last);
    else
      made.push_back(each);
  }
  return made;
}

/// What a line buys, with what a whole calendar year comes to made once: of most lines most years
/// are whole.
class Bought {
 public:
  explicit Bought(const Line& line) : line_(line) {}

  Ratio over(const Days& days) {
    if (!is_a_year(days)) return regular_quantity(line_, days);
    if (!a_year_) a_year_ = regular_quantity(line_, days);
    return *a_year_;
  }

 private:
  /// Whether the days are a calendar year in which one rate holds, as in every other such year.
  bool is_a_year(const Days& days) const {
    const auto& rates = line_.quantity->value.rates;
    const Date end = *Date::make(days.first.year(), 12, 31);
    return rates.size() == 1 && days.first == *Date::make(days.first.year(), 1, 1) &&
           days.last == end && line_.from.value <= days.first &&
           (!line_.until || end <= line_.until->value) &&
           rates.front().from.value_or(days.first) <= days.first;
  }

  const Line& line_;
  std::optional<Ratio> a_year_;
};

}  // namespace

std::optional<std::vector<ChargedPeriods::Counted>> ChargedPeriods::by_year() const {
  if (!bought_by_time(*line_) || parts_.size() != 1 || !parts_.begin()->first.empty())
    return std::nullopt;
  std::map<int, Counted> years;
  std::map<int, std::vector<Days>> days;
  for (const auto& [key, period] : parts_.begin()->second) {
    const Rows& all = period.all;
    if (all.credit && !(all.quantity.sign() < 0)) continue;  // of a price: it moves no quantity
    Counted& year = years[all.from.year()];
    year.charged = year.charged + all.quantity;
    year.rows += all.count;
    for (const Rows& rows : period.rows)
      year.amount = year.amount + (rows.credit ? rows.amount : right_part(rows));
    if (!all.credit) days[all.from.year()].push_back({all.from, all.to});
  }
  Bought bought(*line_);
  bool more = false;
  for (auto& [number, year] : years) {
    if (days[number].empty()) return std::nullopt;
    year.year = number;
    const std::vector<Days> together = joined(std::move(days[number]));
    year.days = {together.front().first, together.back().last};
    for (const Days& each : together) year.agreed = year.agreed + bought.over(each);
    if (year.charged.sign() > 0 && !in_unit_of(year.charged, year.agreed)) return std::nullopt;
    more = more || year.agreed < year.charged;
  }
  if (more) leave_out_what_is_asked(years);
  std::vector<Counted> made;
  for (auto& [number, year] : years) made.push_back(std::move(year));
  return made;
}

void ChargedPeriods::leave_out_what_is_asked(std::map<int, Counted>& years) const {
  for (const auto& [part, pieces] : beyond())
    for (const Beyond& twice : pieces) {
      const auto year = years.find(twice.days.first.year());
      if (year == years.end()) continue;
      year->second.charged = year->second.charged - twice.quantity;
      year->second.amount = year->second.amount - twice.amount;
    }
}

namespace {

bool differs(const ChargedPeriods::Counted& year) {
  return year.charged.sign() > 0 && year.amount.sign() > 0 && year.agreed.sign() > 0 &&
         abs(year.charged - year.agreed) >
             a_hundredth * Ratio(static_cast<std::int64_t>(year.rows));
}

/// The difference at the average price of what was charged.
Figure cost_of(const ChargedPeriods::Counted& year, const std::string& address, Book& book) {
  Worksheet& sheet = book.sheet();
  const std::string in = std::to_string(year.year);
  const auto given = [&](const Ratio& value, const char* en, const char* nl, Form form) {
    InputSource source;
    source.text = {en + in, nl + in};
    return sheet.given(value, source.text, source, form);
  };
  const NodeId amount = given(year.amount, "charged in ", "gerekend in ", Form::money);
  const NodeId charged =
      given(year.charged, "quantity charged in ", "gerekend aantal in ", Form::plain);
  const NodeId agreed = given(year.agreed, "quantity of the contract in ",
                              "aantal van het contract in ", Form::plain);
  const NodeId more =
      year.agreed < year.charged ? sheet.sub(charged, agreed) : sheet.sub(agreed, charged);
  const Phrase label = year.agreed < year.charged
                           ? Phrase{"more than agreed in " + in, "meer dan afgesproken in " + in}
                           : Phrase{"less than agreed in " + in, "minder dan afgesproken in " + in};
  return book.known_figure(
      sheet.round(sheet.div(sheet.mul(amount, more), charged), sheet.currency().rounding(), label),
      address, Fixity::fixed, label);
}

}  // namespace

void find_quantity_gaps(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged) {
  Book book(contract.currency);
  bool any = false;
  audit.quantities_compared = true;
  for (const Line& line : contract.lines) {
    const auto periods = charged.find(&line);
    if (periods == charged.end() || periods->second.empty()) continue;
    any = true;
    const auto years = periods->second.by_year();
    if (!years) {
      audit.quantities_compared = false;
      continue;
    }
    for (const ChargedPeriods::Counted& year : *years) {
      if (!differs(year)) continue;
      const std::string address =
          contract.id + "/" + line.id + "/audit/quantity/" + std::to_string(year.year);
      audit.gaps.push_back({&line, year.year, year.days.first, year.days.last, year.charged,
                            year.agreed, cost_of(year, address, book)});
    }
  }
  audit.quantities_compared = audit.quantities_compared && any;
  std::move(book).close(audit.evidence);
}

}  // namespace pricetalk
