#include <gtest/gtest.h>

#include <memory>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "pricetalk/talk/facts.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

namespace pricetalk {
namespace {

const std::string folder = harness::root() + "/examples";

SourcePtr source(const std::string& name) {
  return std::make_shared<const SourceText>(name, harness::read(folder + "/" + name));
}

/// The contract of the examples, its figures, a future and invoices, without a file being opened by
/// the library.
struct Ingredients {
  SourcePtr text = source("talk.toml");
  Contract contract = *read_contract(text).value;
  Library figures = Library().with(contract.own_series, {text});
  std::vector<Scenario> futures{*read_scenario(source("future.toml")).value};

  Loaded<std::unique_ptr<const Talk>> talk(const std::string& invoices = "") const {
    TalkOptions options;
    options.today = *Date::make(2025, 10, 14);
    if (invoices.empty()) return prepare(contract, figures, futures, nullptr, options);
    const std::vector<InvoiceLine> rows = *read_invoices(source(invoices)).value;
    return prepare(contract, figures, futures, &rows, options);
  }
};

std::map<std::string, std::string> of_the_command(const std::string& more) {
  const TemporaryFolder out;
  const harness::Ran ran = harness::run_in(
      folder, harness::split("pricetalk prepare talk.toml --scenario future.toml " + more +
                             " --today 2025-10-14 --language en --out " + (out / "talk")));
  EXPECT_LE(ran.status, 1) << ran.both;
  auto files = harness::files_below(out / "talk");
  files.erase("customer/letter.docx");  // the core starts no pandoc
  return files;
}

TEST(talk_in_the_library, has_the_files_of_the_command_when_a_mistake_must_be_told) {
  const Ingredients given;
  const auto talk = given.talk("invoices.csv");
  ASSERT_TRUE(talk.ok());
  const auto files = talk_files(facts_of(**talk.value), Language::en);
  EXPECT_TRUE(files.contains("internal/draft/letter.html"));
  EXPECT_EQ(files, of_the_command("--invoices invoices.csv"));
}

TEST(talk_in_the_library, has_the_files_of_the_command_when_nobody_looked_at_invoices) {
  const Ingredients given;
  const auto talk = given.talk();
  ASSERT_TRUE(talk.ok());
  EXPECT_FALSE((*talk.value)->audit);
  const auto files = talk_files(facts_of(**talk.value), Language::en);
  EXPECT_TRUE(files.contains("customer/letter.html"));
  EXPECT_EQ(files, of_the_command(""));
}

TEST(talk_in_the_library, has_the_files_of_the_command_when_the_invoices_are_right) {
  const Ingredients given;
  const auto talk = given.talk("talk-invoices.csv");
  ASSERT_TRUE(talk.ok());
  const auto files = talk_files(facts_of(**talk.value), Language::en);
  EXPECT_TRUE(files.contains("customer/annex-2.md"));
  EXPECT_EQ(files, of_the_command("--invoices talk-invoices.csv"));
}

TEST(talk_in_the_library, has_no_years_and_no_letter_without_a_future) {
  Ingredients given;
  given.futures.clear();
  const auto talk = given.talk();
  ASSERT_TRUE(talk.ok());
  EXPECT_FALSE((*talk.value)->proposal);
  EXPECT_FALSE((*talk.value)->letter);
  ASSERT_EQ((*talk.value)->no_years.size(), 1u);
  EXPECT_EQ(no_proposal(**talk.value), (*talk.value)->no_years.front());
}

}  // namespace
}  // namespace pricetalk
