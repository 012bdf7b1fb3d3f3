#include "cli/portfolio_folder.hpp"

#include <utility>

#include "files/digest.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

/// Of all files of figures or clauses below these paths; of no meaning when one cannot be read, and
/// never that of files that could be.
std::string digest_of(const std::vector<std::string>& paths) {
  std::string all;
  for (const std::string& path : paths) {
    const auto files = list_files(path, ".toml");
    if (!files.value) return "unreadable " + path;
    for (const std::string& file : *files.value) {
      const auto bytes = read_file(file);
      if (!bytes.value) return "unreadable " + file;
      all += file + '\n' + sha256(*bytes.value) + '\n';
    }
  }
  return sha256(all);
}

/// The paths in the name of a library, or of a set of clauses.
std::vector<std::string> paths_in(const std::string& names) {
  std::vector<std::string> paths;
  for (std::size_t from = 0; from < names.size();) {
    const std::size_t end = names.find('\n', from);
    paths.push_back(names.substr(from, end - from));
    from = end + 1;
  }
  return paths;
}

std::string circumstances_of(const MoreFigures& more) {
  std::string text = digest_of(more.paths) + '\n';
  for (const FigureByHand& figure : more.by_hand)
    text += figure.series + '=' + figure.period.text() + ':' + figure.value.text() + ' ' +
            more.entered_on.text() + '\n';
  return text;
}

}  // namespace

Portfolio::ReadAgain read_again(ContractFolder& folder) {
  return [&folder](const std::string& path) -> std::optional<Portfolio::Read> {
    auto file = folder.again(path);
    if (!file.value) return std::nullopt;
    return Portfolio::Read{std::move(file.value->contract), std::move(file.value->library)};
  };
}

PortfolioFolder::PortfolioFolder(MoreFigures more, Diagnostics& problems, std::size_t jobs,
                                 Phrase left_out)
    : more_(std::move(more)),
      loader_(more_),
      problems_(problems),
      jobs_(jobs),
      ids_(std::move(left_out)) {
  kept_.circumstances = circumstances_of(more_);
}

void PortfolioFolder::know(CompiledPortfolio earlier) {
  keep();
  if (earlier.circumstances != kept_.circumstances) return;
  kept_ = std::move(earlier);
  for (const auto& [names, digest] : kept_.beside)
    beside_.emplace(names, digest_of(paths_in(names)));
}

bool PortfolioFolder::still_holds(const CompiledPortfolio::Contract& contract) const {
  const auto as_kept = [&](const std::string& names) {
    const auto kept = kept_.beside.find(names);
    const auto now = beside_.find(names);
    return kept != kept_.beside.end() && now != beside_.end() && kept->second == now->second;
  };
  return as_kept(contract.entry.figures) && as_kept(contract.clauses);
}

bool PortfolioFolder::enough(const CompiledPortfolio::Contract& contract) const {
  return for_prices_ || contract.entry.by_itself.empty();
}

void PortfolioFolder::each(const ContractPaths& paths, const Take& take) {
  std::vector<Slot> slots(ContractPaths::at_once);
  paths.each(
      jobs_, [&](std::size_t slot, const std::string& path) { read(slots[slot] = {}, path); },
      [&](std::size_t slot, const std::string& path) { this->take(slots[slot], path, take); });
  // Of a contract that was kept nobody asks what it follows.
  if (known_ == 0) loader_.tell_unread_figures(problems_);
}

void PortfolioFolder::read(Slot& slot, const std::string& path) const {
  const auto kept = kept_.contracts.find(path);
  const bool holds = kept != kept_.contracts.end() && still_holds(kept->second);
  if (keeps_) slot.stamp = stamp_of(path);
  slot.held = holds && slot.stamp && slot.stamp == kept->second.stamp;
  slot.known = slot.held && enough(kept->second);
  if (slot.known) return;
  auto bytes = read_file(path);
  if (!bytes.value) {
    slot.read = {path, {std::nullopt, std::move(bytes.diagnostics)}};
    return;
  }
  if (keeps_) slot.digest = sha256(*bytes.value);
  slot.held = holds && kept->second.digest == slot.digest;
  slot.known = slot.held && enough(kept->second);
  if (slot.known) return;
  slot.read = loader_.read(std::make_shared<const SourceText>(path, std::move(*bytes.value)));
  if (const auto& contract = slot.read.contract.value)
    slot.apart = TakenApart(*contract, path, ContractLoader::figures_of(path, *contract));
}

void PortfolioFolder::take(Slot& slot, const std::string& path, const Take& take) {
  if (slot.held) {
    std::optional<FileStamp>& kept = kept_.contracts.at(path).stamp;
    restamped_ = restamped_ || (slot.stamp && slot.stamp != kept);
    if (slot.stamp) kept = slot.stamp;
  }
  if (slot.known) {
    const PortfolioEntry& entry = kept_.contracts.at(path).entry;
    if (!ids_.fresh(entry.id(), path, problems_)) {
      ++unread_;
      return;
    }
    ++known_;
    return take(entry, std::nullopt);
  }
  if (!slot.held) changed_ = kept_.contracts.erase(path) > 0 || changed_;
  const Loaded<ContractFile>& file = slot.file = loader_.with_figures(std::move(slot.read));
  problems_.append(file.diagnostics);
  if (!file.ok() || !ids_.fresh(file.value->contract.id, path, problems_)) {
    ++unread_;
    return;
  }
  PortfolioEntry entry = std::move(slot.apart).entry(*kept_.texts, file.value->library);
  take(entry, Portfolio::Here{file.value->contract, file.value->library});
  std::string clauses = ContractLoader::clauses_of(path, file.value->contract);
  if (keeps_ || notes_)
    for (const std::string& names : {entry.figures, clauses})
      if (!beside_.contains(names)) beside_.emplace(names, digest_of(paths_in(names)));
  // What has something to say, says it again in every run.
  if (!keeps_ || slot.held || !file.diagnostics.empty() || !entry.unpriced.empty()) return;
  for (const std::string& names : {entry.figures, clauses}) kept_.beside[names] = beside_.at(names);
  kept_.contracts.insert_or_assign(
      path,
      CompiledPortfolio::Contract{slot.digest, slot.stamp, std::move(clauses), std::move(entry)});
  if (tried_ && tried_->first == path) {
    kept_.contracts.at(path).tried = true;
    kept_.contracts.at(path).odd_on = tried_->second;
  }
  changed_ = true;
}

std::optional<bool> PortfolioFolder::known_trial(const std::string& path, Date today) const {
  const auto kept = kept_.contracts.find(path);
  if (kept == kept_.contracts.end() || !kept->second.tried) return std::nullopt;
  if (!kept->second.odd_on) return false;
  return *kept->second.odd_on == today ? std::optional(true) : std::nullopt;
}

void PortfolioFolder::keep_trial(const std::string& path, bool odd, Date today) {
  if (!keeps_) return;
  const std::optional<Date> odd_on = odd ? std::optional(today) : std::nullopt;
  tried_ = {path, odd_on};
  const auto kept = kept_.contracts.find(path);
  if (kept == kept_.contracts.end() || (kept->second.tried && kept->second.odd_on == odd_on))
    return;
  kept->second.tried = true;
  kept->second.odd_on = odd_on;
  changed_ = true;
}

std::string PortfolioFolder::kept_clauses(const std::string& path) const {
  const auto kept = kept_.contracts.find(path);
  return kept == kept_.contracts.end() ? std::string() : kept->second.clauses;
}

std::map<std::string, std::string> PortfolioFolder::digests_of(
    const std::vector<std::string>& files) {
  std::map<std::string, std::string> made;
  for (const std::string& file : files) made.emplace(file, digest_of({file}));
  return made;
}

std::optional<Portfolio::Read> PortfolioFolder::again(const std::string& path) {
  auto file = loader_.load(path);
  if (!file.value) return std::nullopt;
  return Portfolio::Read{std::move(file.value->contract), std::move(file.value->library)};
}

}  // namespace pricetalk
