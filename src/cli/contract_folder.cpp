#include "cli/contract_folder.hpp"

#include <algorithm>
#include <utility>

#include "files/files.hpp"

namespace pricetalk {

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
    for (const std::string& file : *files.value) load(file, take);
  }
}

void ContractFolder::load(const std::string& path, const std::function<void(ContractFile)>& take) {
  auto loaded = loader_.load(path);
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
