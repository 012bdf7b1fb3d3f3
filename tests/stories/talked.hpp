#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "program.hpp"
#include "temporary_folder.hpp"

namespace pricetalk::harness {

/// What `prepare` wrote of one contract.
struct Talked {
  Ran ran;
  std::map<std::string, std::string> files;

  const std::string& page() const { return files.at("internal/talk.md"); }
  bool has(const std::string& name) const { return files.count(name) == 1; }
};

inline Talked talk(const std::string& contract, const std::string& today,
                   const std::string& scenario = "scenarios/verwacht.toml") {
  const TemporaryFolder folder;
  const std::string out = folder.path() + "/talk";
  Talked made;
  made.ran = run_in(root(), split("pricetalk prepare " + contract + " --scenario " + scenario +
                                  " --today " + today + " --out " + out));
  made.files = files_below(out);
  return made;
}

inline bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Texts of a contract, each beside what stands there instead.
using Changes = std::vector<std::pair<std::string, std::string>>;

/// How the basic contract says when a step is announced.
inline const std::string two_months = "notice = { before = \"2 months\", form = \"letter\" }\n";

/// tests/stories/talk/basis.toml, changed: each text that is named must be there.
inline std::string changed_basis(const Changes& changes) {
  std::string text = read(root() + "/tests/stories/talk/basis.toml");
  text = replaced(std::move(text), "../../../indices", root() + "/indices");
  for (const auto& [what, with] : changes) {
    EXPECT_TRUE(holds(text, what)) << what;
    text = replaced(std::move(text), what, with);
  }
  return text;
}

/// `pricetalk COMMAND` about that contract; `invoices`, when there are any, as a CSV file.
inline Ran run_on_basis(const std::string& command, const Changes& changes,
                        const std::string& options, const std::string& invoices = "") {
  const TemporaryFolder folder;
  folder.put("contract.toml", changed_basis(changes));
  std::string line = "pricetalk " + command + " " + (folder / "contract.toml") + " " + options;
  if (!invoices.empty()) {
    folder.put("invoices.csv", invoices);
    line += " --invoices " + (folder / "invoices.csv");
  }
  return run_in(root(), split(line));
}

/// Its letter.
inline std::string letter_on_basis(const Changes& changes, const std::string& options) {
  const Ran ran = run_on_basis("letter", changes, options);
  EXPECT_EQ(ran.status, 0) << ran.both;
  return ran.out;
}

/// A talk about it.
inline Talked talk_of_basis(const Changes& changes, const std::string& today = "2025-10-14",
                            const std::string& scenario = "scenarios/verwacht.toml") {
  const TemporaryFolder folder;
  folder.put("contract.toml", changed_basis(changes));
  return talk(folder / "contract.toml", today, scenario);
}

}  // namespace pricetalk::harness
