#include "cli/contract_folder.hpp"

#include <algorithm>
#include <utility>

#include "cli/spread.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t at_once = 256;

}  // namespace

void ContractFolder::each(const std::vector<std::string>& paths,
                          const std::function<void(ContractFile)>& take) {
  for (const std::string& path : paths) {
    const auto files = list_files(path, ".toml");
    problems_.append(files.diagnostics);
    if (!files.value) continue;
    if (files.value->empty())
      problems_.error("O0001", {},
                      {"there are no .toml files in '" + path + "'",
                       "in '" + path + "' staan geen .toml-bestanden"},
                      {"contracts are .toml files", "contracten zijn .toml-bestanden"});
    // A piece at a time, so that a large folder is never in memory whole.
    for (std::size_t first = 0; first < files.value->size(); first += at_once) {
      const std::size_t count = std::min(at_once, files.value->size() - first);
      std::vector<ContractLoader::Read> read(count);
      spread(jobs_, count,
             [&](std::size_t i) { read[i] = ContractLoader::read((*files.value)[first + i]); });
      for (std::size_t i = 0; i < count; ++i)
        tell((*files.value)[first + i], loader_.with_figures(std::move(read[i])), take);
    }
  }
}

void ContractFolder::tell(const std::string& path, Loaded<ContractFile> loaded,
                          const std::function<void(ContractFile)>& take) {
  problems_.append(loaded.diagnostics);
  if (!loaded.ok()) {
    ++unread_;
    return;
  }
  const auto [known, fresh] = ids_.emplace(loaded.value->contract.id, path);
  if (!fresh) {
    ++unread_;
    problems_.error("A0134", {},
                    {"'" + path + "' has the id of '" + known->second + "', " + known->first,
                     "'" + path + "' heeft het id van '" + known->second + "', " + known->first},
                    left_out_);
    return;
  }
  take(std::move(*loaded.value));
}

bool any_folder(const std::vector<std::string>& contracts) {
  return std::any_of(contracts.begin(), contracts.end(),
                     [](const std::string& path) { return is_folder(path); });
}

bool are_many(const std::vector<std::string>& contracts) {
  return contracts.size() > 1 || any_folder(contracts);
}

}  // namespace pricetalk
