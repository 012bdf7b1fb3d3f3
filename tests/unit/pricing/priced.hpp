#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "pricetalk/pricing/schedule.hpp"
#include "pricing/fold.hpp"

namespace priced {

using namespace pricetalk;

inline Date day(const char* text) { return *Date::parse(text); }

/// A contract read from text, with its own series as the library, and its prices.
class Talk {
 public:
  explicit Talk(std::string text, std::optional<Date> today = {}) {
    const auto source = std::make_shared<const SourceText>("contract.toml", std::move(text));
    Loaded<Contract> loaded = read_contract(source);
    if (!loaded.value) throw std::runtime_error(render(loaded.diagnostics, Language::en));
    contract_ = std::make_unique<Contract>(std::move(*loaded.value));
    library_ = std::make_unique<Library>(Library().with(contract_->own_series, {source}));
    coverage_ = std::make_unique<Coverage>(*library_, today);
  }
  const Contract& contract() const { return *contract_; }
  const Coverage& coverage() const { return *coverage_; }
  PricingContext context(const std::string& line = "p", std::size_t price = 0) const {
    return {contract_.get(), contract_->find_line(line), price, coverage_.get()};
  }
  PriceSchedule schedule(const std::string& line = "p", const char* until = "2030-12-31",
                         std::size_t price = 0) const {
    return pricetalk::schedule(context(line, price), day(until));
  }

 private:
  std::unique_ptr<Contract> contract_;
  std::unique_ptr<Library> library_;
  std::unique_ptr<Coverage> coverage_;
};

/// "104.00", or the keys of what is missing: "? s 2022".
inline std::string text(const Outcome<Ratio>& price) {
  if (price) return as_decimal(*price, 2).text();
  std::string keys = "?";
  for (const Reason& reason : price.why().reasons()) keys += " " + reason.key;
  return keys;
}

using Texts = std::vector<std::string>;

/// The prices after the first, in order.
inline Texts prices(const PriceSchedule& schedule) {
  Texts found;
  for (std::size_t i = 1; i < schedule.entries.size(); ++i)
    found.push_back(text(schedule.entries[i].price));
  return found;
}

inline Texts verdicts(const PriceSchedule& schedule) {
  Texts found;
  for (std::size_t i = 1; i < schedule.entries.size(); ++i)
    found.push_back(words(schedule.entries[i].verdict).en);
  return found;
}

/// "2021-01-01 104.00" of every entry.
inline Texts dated(const PriceSchedule& schedule) {
  Texts found;
  for (const PriceEntry& entry : schedule.entries)
    found.push_back(entry.from.text() + " " + text(entry.price));
  return found;
}

/// One price `p` of 100.00 on 2020-01-01 with a clause `c` that runs every 1 January: `clause`
/// holds further keys of the clause, `figures` the rows of the series `s`, `rest` further tables.
inline std::string contract_text(const std::string& clause, const std::string& index,
                                 const std::string& series, const std::string& rest) {
  return R"(schema = 1
[contract]
id = "T"
currency = "EUR"
start = 2020-01-01
[price.p]
unit_price = 100.00
price_date = 2020-01-01
clause = "c"
[clause.c]
adjust = { every = "year", on = "01-01" }
)" + clause +
         "\n[clause.c.index.X]\nseries = \"s\"\n" + index + "\n" + rest +
         "\n[[series]]\nid = \"s\"\n" + series + "\n";
}

/// The clause adds the percentages of `figures`, by year of adjustment.
inline std::string yearly(const std::string& clause, const std::string& figures,
                          const std::string& rest = "") {
  return contract_text("formula = \"change = X\"\n" + clause, "use = \"year of adjustment\"",
                       "unit = \"percent\"\nfigures = [" + figures + "]", rest);
}

/// The clause follows the index of the year before: rows from 2019 on.
inline std::string indexed(const std::string& clause, const std::string& index,
                           const std::string& figures, const std::string& rest = "") {
  return contract_text(clause, "use = \"previous year\"\n" + index, "figures = [" + figures + "]",
                       rest);
}

/// Prices up to the year of the last figure.
inline Texts prices(const std::string& text, const char* until) {
  return prices(Talk(text).schedule("p", until));
}
inline Texts verdicts(const std::string& text, const char* until) {
  return verdicts(Talk(text).schedule("p", until));
}

}  // namespace priced
