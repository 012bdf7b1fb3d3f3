#pragma once

#include <string>
#include <vector>

#include "advice/revision.hpp"
#include "index/change_set.hpp"

namespace pricetalk {

/// A contract and what an import does to its prices.
struct RevisedContract {
  std::string path;
  const Contract* contract = nullptr;
  const Revision* revision = nullptr;
};

/// The answer of `index import` for machines. `held`: conflicts kept everything from being written.
std::string import_json(const ChangeSet& changes, const std::vector<RevisedContract>& contracts,
                        const std::vector<std::string>& written, bool held);

}  // namespace pricetalk
