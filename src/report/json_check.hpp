#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lint/examples.hpp"
#include "report/noted.hpp"

namespace pricetalk {

/// What `check` found in one file.
struct CheckedFile {
  std::string file;
  std::vector<Noted> problems;          ///< errors and warnings
  std::vector<ExampleResult> examples;  ///< worked examples, recomputed
  std::vector<Remark> remarks;          ///< of a reviewer; they point into `contract`
  std::shared_ptr<const Contract> contract = nullptr;  ///< nothing: the file holds none
};

/// All files for machines; sentences in both languages, amounts as text.
std::string checked_json(const std::vector<CheckedFile>& files, Date today, bool today_from_clock);

}  // namespace pricetalk
