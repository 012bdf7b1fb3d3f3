#pragma once

// What comes of the slips of a folder of contracts that are known to be right: refused, warned of,
// without a price, or silently another price.

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/load.hpp"
#include "document/error_codes.hpp"
#include "lint/doubt.hpp"
#include "lint/trial.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "slips.hpp"

namespace slips {

/// Whether a code is one of those by which `check` says that something can hardly be meant.
inline bool warns_of_a_slip(std::string_view code) {
  return code.starts_with("W01") || code == "F0107";
}

/// "W0101 to W0140, F0107": all of them, by the page of errors.
inline std::string codes_of_warnings() {
  std::string first;
  std::string last;
  std::string others;
  for (const pricetalk::ErrorChapter& chapter : pricetalk::error_chapters())
    for (const pricetalk::Code& code : chapter.codes) {
      const std::string name(code.code);
      if (!warns_of_a_slip(name)) continue;
      if (!name.starts_with("W01")) {
        others += ", " + name;
        continue;
      }
      if (first.empty() || name < first) first = name;
      last = std::max(last, name);
    }
  return first + " to " + last + others;
}

/// What became of the slips of one kind.
struct Count {
  int refused = 0;   ///< the contract is not read
  int warned = 0;    ///< `check` warns of the formula or a figure
  int no_price = 0;  ///< a price that was there cannot be determined any more
  int silent = 0;    ///< another price, and no word
  int harmless = 0;  ///< every price is the same

  int slips() const { return refused + warned + no_price + silent; }
  int caught() const { return slips() - silent; }
};

/// Of all contracts.
struct Counts {
  std::map<std::string, Count> kinds;
  std::vector<std::string> silent;        ///< "FILE: kind: `line as typed`", in order
  std::vector<std::string> false_alarms;  ///< files of which a warning says something untrue
  int contracts = 0;

  Count all() const {
    Count sum;
    for (const auto& [kind, count] : kinds) {
      sum.refused += count.refused;
      sum.warned += count.warned;
      sum.no_price += count.no_price;
      sum.silent += count.silent;
      sum.harmless += count.harmless;
    }
    return sum;
  }
};

/// The line of a typed text that begins to differ from the right one.
inline std::string changed_line(std::string_view right, std::string_view typed) {
  const std::size_t same = static_cast<std::size_t>(
      std::mismatch(right.begin(), right.end(), typed.begin(), typed.end()).second - typed.begin());
  const std::size_t before = same == 0 ? std::string_view::npos : typed.rfind('\n', same - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string line(typed.substr(begin, typed.find('\n', same) - begin));
  constexpr std::size_t longest = 100;
  if (line.size() > longest) {
    const std::size_t from = same - begin > longest / 2 ? same - begin - longest / 2 : 0;
    line = "… " + line.substr(from, longest) + " …";
  }
  return line;
}

class SlipCounter {
 public:
  /// `today`: the day on which all contracts are looked at; prices of a year more count.
  explicit SlipCounter(pricetalk::Date today)
      : today_(today), until_(today + pricetalk::Duration{1, pricetalk::Unit::year}) {}

  void count(const std::filesystem::path& file) {
    const auto loaded = pricetalk::load_contract(file.string(), {});
    if (!loaded.ok()) return;
    ++counts_.contracts;
    warnings_ = warnings_of_formulas(loaded.diagnostics);
    const pricetalk::Contract& contract = loaded.value->contract;
    const pricetalk::Coverage coverage(loaded.value->library, today_);
    doubts_ = doubts_of(contract, loaded.value->library);
    if (doubts_ > 0 || !pricetalk::try_clauses(contract, coverage, until_).empty())
      counts_.false_alarms.push_back(file.filename().string());
    const std::vector<std::string> right = prices(contract, coverage);
    for (const Slip& slip : slips_of(contract, std::string(contract.sources.front()->bytes()))) {
      Count& count = counts_.kinds[slip.kind];
      int& became = count.*outcome(file.string(), slip, *loaded.value, right);
      ++became;
      if (&became == &count.silent)
        counts_.silent.push_back(file.filename().string() + ": " + slip.kind + ": `" +
                                 changed_line(contract.sources.front()->bytes(), slip.text) + "`");
    }
  }

  Counts done() && {
    std::sort(counts_.silent.begin(), counts_.silent.end());
    return std::move(counts_);
  }

 private:
  int Count::*outcome(const std::string& path, const Slip& slip,
                      const pricetalk::ContractFile& file, const std::vector<std::string>& right) {
    const auto source = std::make_shared<const pricetalk::SourceText>(path, slip.text);
    const auto typed = pricetalk::read_contract(source, pricetalk::clauses_beside(path));
    if (!typed.value || typed.diagnostics.has_errors()) return &Count::refused;
    const pricetalk::Library figures = file.library.with(typed.value->own_series, {source});
    const pricetalk::Coverage coverage(figures, today_);
    const std::vector<std::string> made = prices(*typed.value, coverage);
    if (made == right) return &Count::harmless;
    if (warnings_of_formulas(typed.diagnostics) > warnings_ ||
        doubts_of(*typed.value, figures) > doubts_ ||
        !pricetalk::try_clauses(*typed.value, coverage, until_).empty())
      return &Count::warned;
    return unknown(made) > unknown(right) ? &Count::no_price : &Count::silent;
  }

  /// Those that are given as soon as a contract is read: weights, limits, shares, bands.
  static std::ptrdiff_t warnings_of_formulas(const pricetalk::Diagnostics& found) {
    return std::count_if(found.list().begin(), found.list().end(),
                         [](const auto& each) { return warns_of_a_slip(each.code); });
  }

  std::size_t doubts_of(const pricetalk::Contract& contract,
                        const pricetalk::Library& figures) const {
    return pricetalk::doubts(contract, figures, today_, pricetalk::default_trial_limits()).size();
  }

  /// Every price with its day; "?" where it cannot be determined.
  std::vector<std::string> prices(const pricetalk::Contract& contract,
                                  const pricetalk::Coverage& coverage) const {
    std::vector<std::string> all;
    for (const pricetalk::PriceSchedule& schedule : pricetalk::schedule(contract, coverage, until_))
      for (const pricetalk::PriceEntry& entry : schedule.entries)
        all.push_back(entry.date.text() + " " + (entry.price ? entry.price->text() : "?"));
    return all;
  }
  static std::ptrdiff_t unknown(const std::vector<std::string>& prices) {
    return std::count_if(prices.begin(), prices.end(),
                         [](const std::string& price) { return price.ends_with("?"); });
  }

  pricetalk::Date today_;
  pricetalk::Date until_;
  std::ptrdiff_t warnings_ = 0;  ///< of the contract without a slip
  std::size_t doubts_ = 0;       ///< of its figures and limits, the same
  Counts counts_;
};

/// The slips of every published and hand-computed contract below `root`, the source tree.
inline Counts count_slips(const std::filesystem::path& root) {
  SlipCounter counter(*pricetalk::Date::make(2026, 11, 29));
  for (const char* folder : {"native", "ladder", "own"}) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(root / "tests" / "conformance" / folder))
      if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) counter.count(file);
  }
  return std::move(counter).done();
}

}  // namespace slips
