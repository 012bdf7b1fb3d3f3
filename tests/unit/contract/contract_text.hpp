#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "pricetalk/contract/contract.hpp"

namespace contract_text {

using namespace pricetalk;

inline Loaded<Contract> read(const std::string& text) {
  return read_contract(std::make_shared<const SourceText>("contract.toml", text));
}

/// A small contract in parts that a test can replace.
struct Parts {
  std::string contract = "id = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n";
  std::string price = "unit_price = 100.00\nprice_date = 2020-01-01\nclause = \"c\"\n";
  std::string clause = "adjust = { every = \"year\", on = \"01-01\" }\n";
  std::string index = "series = \"s\"\nuse = \"previous year\"\n";  ///< of X
  std::string rest;

  std::string text() const {
    std::string made =
        "schema = 1\n[contract]\n" + contract + "[price.p]\n" + price + "[clause.c]\n" + clause;
    if (!index.empty()) made += "[clause.c.index.X]\n" + index;
    return made + rest;
  }
};

using Lines = std::vector<std::string>;

/// "C0302 words under the mark" of every diagnostic, in order of position; headings without
/// brackets' insides.
inline Lines problems(const std::string& text) {
  const auto loaded = read(text);
  Lines found;
  for (const Diagnostic& one : loaded.diagnostics.sorted()) {
    found.push_back(one.code + " " + std::string(one.span.text()));
    EXPECT_FALSE(one.title.en.empty()) << one.code;
    EXPECT_FALSE(one.title.nl.empty()) << one.code;
    EXPECT_EQ(one.hint.en.empty(), one.hint.nl.empty()) << one.code;
    for (const auto& place : one.context) EXPECT_FALSE(place.span.text().empty()) << one.code;
  }
  EXPECT_EQ(loaded.value.has_value(), !loaded.diagnostics.has_errors());
  return found;
}

}  // namespace contract_text
