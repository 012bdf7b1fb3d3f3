#include "cli/contract_folder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/spread.hpp"
#include "files/files.hpp"

namespace pricetalk {

ContractPaths::ContractPaths(const std::vector<std::string>& paths, Diagnostics& problems) {
  for (const std::string& path : paths) {
    auto files = list_files(path, ".toml");
    problems.append(files.diagnostics);
    if (!files.value) continue;
    if (files.value->empty())
      problems.error("O0001", {},
                     {"there are no .toml files in '" + path + "'",
                      "in '" + path + "' staan geen .toml-bestanden"},
                     {"contracts are .toml files", "contracten zijn .toml-bestanden"});
    files_.insert(files_.end(), std::make_move_iterator(files.value->begin()),
                  std::make_move_iterator(files.value->end()));
  }
}

void ContractPaths::keep(std::size_t shard, std::size_t of) {
  const auto edge = [&](std::size_t at) {
    return files_.begin() + static_cast<std::ptrdiff_t>(files_.size() * at / of);
  };
  files_ = std::vector<std::string>(edge(shard - 1), edge(shard));
}

void ContractPaths::each(
    std::size_t jobs, const std::function<void(std::size_t slot, const std::string& path)>& read,
    const std::function<void(std::size_t slot, const std::string& path)>& take) const {
  for (std::size_t first = 0; first < files_.size(); first += at_once) {
    const std::size_t count = std::min(at_once, files_.size() - first);
    spread(jobs, count, [&](std::size_t slot) { read(slot, files_[first + slot]); });
    for (std::size_t slot = 0; slot < count; ++slot) take(slot, files_[first + slot]);
  }
}

Phrase counted_twice() {
  return {"it is not counted: its amounts would be in the sums twice",
          "het telt niet mee: de bedragen zouden twee keer in de sommen zitten"};
}

bool ContractIds::fresh(const std::string& id, const std::string& path, Diagnostics& problems) {
  const auto [known, fresh] = files_.emplace(id, path);
  if (noted_ != nullptr)
    noted_->push_back({id, path, problems.list().size()});
  else if (!fresh)
    problems.error("A0134", {},
                   {"'" + path + "' has the id of '" + known->second + "', " + known->first,
                    "'" + path + "' heeft het id van '" + known->second + "', " + known->first},
                   left_out_);
  return fresh;
}

void ContractFolder::each(const std::vector<std::string>& paths,
                          const std::function<void(ContractFile)>& take) {
  std::vector<ContractLoader::Read> read(ContractPaths::at_once);
  ContractPaths(paths, problems_)
      .each(
          jobs_,
          [&](std::size_t slot, const std::string& path) { read[slot] = loader_.read(path); },
          [&](std::size_t slot, const std::string& path) {
            tell(path, loader_.with_figures(std::move(read[slot])), take);
          });
  loader_.tell_unread_figures(problems_);
}

void ContractFolder::leave_out(const std::string& path, const Diagnostics& problems) {
  Unread& made = unread_.emplace_back(Unread{path, path, {}});
  for (const Diagnostic& each : problems.list()) {
    if (each.severity != Severity::error) continue;
    made.why = each.title;
    if (each.span.source != nullptr) made.place = each.span.place();
    return;
  }
}

void ContractFolder::tell(const std::string& path, Loaded<ContractFile> loaded,
                          const std::function<void(ContractFile)>& take) {
  problems_.append(loaded.diagnostics);
  if (!loaded.ok()) return leave_out(path, loaded.diagnostics);
  Diagnostics of_id;
  const bool fresh = ids_.fresh(loaded.value->contract.id, path, of_id);
  problems_.append(of_id);
  if (!fresh) return leave_out(path, of_id);
  take(std::move(*loaded.value));
}

std::optional<Language> one_language(const std::set<Language>& languages) {
  if (languages.empty()) return std::nullopt;
  return languages.size() == 1 ? *languages.begin() : Language::en;
}

bool any_folder(const std::vector<std::string>& contracts) {
  return std::any_of(contracts.begin(), contracts.end(),
                     [](const std::string& path) { return is_folder(path); });
}

bool are_many(const std::vector<std::string>& contracts) {
  return contracts.size() > 1 || any_folder(contracts);
}

}  // namespace pricetalk
