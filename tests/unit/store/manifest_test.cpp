#include "store/manifest.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace pricetalk {
namespace {

Loaded<Manifest> read_back(const std::string& text) {
  return read_manifest(std::make_shared<const SourceText>("manifest.toml", text));
}

Manifest example() {
  Manifest made;
  made.program = "pricetalk 0.1.0";
  made.today = *Date::parse("2025-10-14");
  made.approved_by = "Sanne \"S\" de Boer \\ controller";
  made.contracts = {"inputs/contracts", "inputs/los contract.toml"};
  made.scenarios = {"inputs/scenarios/verwacht.toml"};
  made.by_hand = {"cbs/cpi/alle-bestedingen-2025=2026-05:103.01"};
  made.assumptions = {"60 months", "future é: cbs/* 2% a year"};
  made.inputs = {frozen_file("inputs/contracts/a.toml", "schema = 1\n"),
                 frozen_file("inputs/scenarios/verwacht.toml", "")};
  made.results = {frozen_file("result.csv", "contract\n")};
  return made;
}

TEST(Manifest, is_read_back_as_it_was_written) {
  const Loaded<Manifest> read = read_back(manifest_text(example()));
  ASSERT_TRUE(read.ok()) << render(read.diagnostics, Language::en);
  EXPECT_EQ(read.value->approved_by, example().approved_by);
  EXPECT_EQ(read.value->contracts, example().contracts);
  EXPECT_EQ(read.value->by_hand, example().by_hand);
  EXPECT_EQ(read.value->inputs, example().inputs);
  EXPECT_EQ(read.value->results, example().results);
  EXPECT_EQ(manifest_text(*read.value), manifest_text(example()));
}

TEST(Manifest, that_is_cut_off_anywhere_is_never_taken_for_whole) {
  const std::string text = manifest_text(example());
  for (std::size_t length = 0; length + 1 < text.size(); ++length)
    EXPECT_FALSE(read_back(text.substr(0, length)).ok()) << length << " of " << text.size();
}

TEST(Manifest, of_another_format_is_refused) {
  std::string text = manifest_text(example());
  text.replace(text.find("schema = 1"), 10, "schema = 2");
  EXPECT_FALSE(read_back(text).ok());
}

}  // namespace
}  // namespace pricetalk
