#include "cli/folder_trials.hpp"

#include <algorithm>

#include "lint/doubt.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t most_named = 3;  ///< so many files are named

}  // namespace

bool FolderTrials::see(const PortfolioEntry& entry, const Contract& contract,
                       const Library& library) {
  const bool odd = is_odd(entry, contract, library) || is_hardly_meant(entry, contract, library);
  if (odd) odd_.push_back(entry.path);
  return odd;
}

void FolderTrials::see(const PortfolioEntry& entry, const std::optional<Portfolio::Here>& here,
                       PortfolioFolder& folder) {
  if (here) return folder.keep_trial(entry.path, see(entry, here->contract, here->library), today_);
  if (const std::optional<bool> odd = folder.known_trial(entry.path, today_)) {
    if (*odd) odd_.push_back(entry.path);
    return;
  }
  if (const auto again = folder.again(entry.path))
    folder.keep_trial(entry.path, see(entry, again->contract, again->library), today_);
}

bool FolderTrials::is_odd(const PortfolioEntry& entry, const Contract& contract,
                          const Library& library) {
  const auto known = [&](const LineEntry& line) { return odd_content_.contains(line.prices); };
  const bool all_known =
      !entry.lines.empty() && std::all_of(entry.lines.begin(), entry.lines.end(), known);
  if (all_known)
    return std::any_of(entry.lines.begin(), entry.lines.end(),
                       [&](const LineEntry& line) { return odd_content_.at(line.prices); });
  const Coverage coverage(library, today_);
  const auto found = try_clauses(contract, coverage, today_ + Duration{1, Unit::year});
  for (const LineEntry& line : entry.lines) {
    const bool odd = std::any_of(found.begin(), found.end(),
                                 [&](const Oddity& each) { return each.line->id == line.id; });
    odd_content_[line.prices] = odd_content_[line.prices] || odd;
  }
  return !found.empty();
}

bool FolderTrials::is_hardly_meant(const PortfolioEntry& entry, const Contract& contract,
                                   const Library& library) {
  const TrialLimits& limits = default_trial_limits();
  if (!doubts_of_days(contract, today_, limits).empty()) return true;
  const auto of_prices = [&] {
    return !doubts_of_prices(contract, library, today_, limits, &figures_).empty();
  };
  // A contract that is held whole has no contents.
  if (entry.lines.empty()) return of_prices();
  std::vector<TextId> contents;
  for (const LineEntry& line : entry.lines) contents.push_back(line.prices);
  const auto [known, fresh] = hardly_meant_.try_emplace(std::move(contents), false);
  if (fresh) known->second = of_prices();
  return known->second;
}

void FolderTrials::tell(Diagnostics& problems) const {
  if (odd_.empty()) return;
  std::string files;
  for (std::size_t i = 0; i < std::min(odd_.size(), most_named); ++i)
    files += (i == 0 ? "" : ", ") + odd_[i];
  if (odd_.size() > most_named) files += ", ...";
  const std::string count = std::to_string(odd_.size());
  const bool one = odd_.size() == 1;
  problems.warning(
      "W0122", {},
      {"a clause of " + count + (one ? " contract" : " contracts") +
           " comes to what can hardly be meant: " + files,
       "een clausule van " + count + (one ? " contract" : " contracten") +
           " komt uit op wat nauwelijks bedoeld kan zijn: " + files},
      {"`pricetalk check " + odd_.front() + "` says what comes out and what to write",
       "`pricetalk check " + odd_.front() + "` zegt wat eruit komt en wat te schrijven"});
}

}  // namespace pricetalk
