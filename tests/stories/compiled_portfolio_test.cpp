#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "cli/portfolio_folder.hpp"
#include "files/files.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "workload.hpp"

// What a run over many contracts keeps for the next: it changes how long one waits, and no answer.

namespace pricetalk::harness {
namespace {

constexpr int contracts = 12;

std::string file_of(int contract) {
  return "contracts/c" + std::to_string(10 + contract) + ".toml";
}

void put_workload(const TemporaryFolder& folder) {
  const workload::Workload workload(contracts);
  for (int i = 0; i < contracts; ++i) folder.put(file_of(i), workload.portfolio_contract(i));
  folder.put("figures.toml", workload.figures());
  folder.put("scenario.toml", workload.scenario());
}

Ran simulated(const TemporaryFolder& folder, const std::string& options = "") {
  return run_in(folder.path(),
                split("pricetalk simulate contracts --scenario scenario.toml --today "
                      "2025-12-31 --language en --csv-totals all.csv " +
                      options));
}

/// The answer of a run, with what it wrote.
std::string answer_of(const TemporaryFolder& folder, const std::string& options = "") {
  const Ran ran = simulated(folder, options);
  return std::to_string(ran.status) + ran.out + ran.err + read(folder / "all.csv");
}

/// As if the program was started in a folder.
class Inside {
 public:
  explicit Inside(const TemporaryFolder& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder.path());
  }
  ~Inside() { std::filesystem::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  std::filesystem::path before_;
};

/// How many contracts a run would not read again. Where they may not be opened, no digest of what
/// was kept is right, so that only those count whose stamp was enough.
enum class Opened : std::uint8_t { may_be, may_not_be };
std::size_t known_in(const TemporaryFolder& folder, const MoreFigures& more = {},
                     Opened opened = Opened::may_be) {
  const Inside inside(folder);
  Diagnostics problems;
  PortfolioFolder reader(more, problems, 1);
  CompiledPortfolio kept = *read_compiled(read("kept")).compiled;
  if (opened == Opened::may_not_be)
    for (auto& [path, contract] : kept.contracts) contract.digest = "another";
  reader.know(std::move(kept));
  reader.each(ContractPaths({"contracts"}, problems),
              [](const PortfolioEntry&, std::optional<Portfolio::Here>) {});
  return reader.known();
}

TEST(CompiledPortfolio, gives_the_same_answer_in_the_first_the_second_and_every_later_run) {
  const TemporaryFolder folder;
  put_workload(folder);
  const std::string without = answer_of(folder);
  EXPECT_NE(without[0], '3') << without;
  for (const std::string options : {"--compiled kept", "--compiled kept --jobs 1",
                                    "--compiled kept --jobs 2", "--compiled kept --jobs 4"})
    EXPECT_EQ(difference(without, answer_of(folder, options)), "") << options;
}

TEST(CompiledPortfolio, warns_in_every_run_of_what_can_hardly_be_meant) {
  const TemporaryFolder folder;
  put_workload(folder);
  const std::string odd = replaced(read(folder / file_of(3)), "end = 2035", "end = 2235");
  folder.put(file_of(3), odd);
  for (int run = 0; run < 3; ++run) {
    const std::string answer = answer_of(folder, "--compiled kept");
    EXPECT_NE(answer.find("[W0122]"), std::string::npos) << run << answer;
    EXPECT_NE(answer.find(file_of(3)), std::string::npos) << run;
  }
  EXPECT_EQ(known_in(folder), 12U) << "it is kept like the others";
}

TEST(CompiledPortfolio, knows_what_did_not_change_and_nothing_else) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  EXPECT_EQ(known_in(folder), 12U);
  folder.put(file_of(3), replaced(read(folder / file_of(3)), "C", "D") + "\n");
  EXPECT_EQ(known_in(folder), 11U) << "one contract has other bytes";
  folder.put("figures.toml", read(folder / "figures.toml") + "\n");
  EXPECT_EQ(known_in(folder), 0U) << "the figures that they name have other bytes";
}

TEST(CompiledPortfolio, sees_that_clauses_that_contracts_share_were_changed) {
  const TemporaryFolder folder;
  put_workload(folder);
  folder.put("contracts/c99.toml", R"(schema = 1
clauses_from = ["../clauses.toml"]

[contract]
id = "SHARED"
title = "Clauses of its own house"
currency = "EUR"
start = 2024-01-01

[billing]
period = "month"

[price.p]
title = "Guard"
unit = "hour"
unit_price = 40.00
price_date = 2024-01-01
quantity = { per_month = 100 }
clause = "step"
)");
  const auto clauses = [](const std::string& step) {
    return "schema = 1\n[clause.step]\nadjust = { every = \"year\", on = \"01-01\" }\n"
           "formula = \"change = " +
           step + "\"\n";
  };
  folder.put("clauses.toml", clauses("3%"));
  answer_of(folder, "--compiled kept");
  EXPECT_EQ(known_in(folder), 13U);
  for (const std::string& text : {clauses("2%"), std::string("schema = 1\n[clause.other]\n")}) {
    folder.put("clauses.toml", text);
    EXPECT_EQ(known_in(folder), 12U) << "the words of one contract stand in the other file";
    EXPECT_EQ(answer_of(folder, "--compiled kept"), answer_of(folder)) << text;
  }
}

TEST(CompiledPortfolio, knows_nothing_under_other_figures_of_the_command) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  EXPECT_EQ(known_in(folder, {{"figures.toml"}, {}, {}}), 0U);
}

TEST(CompiledPortfolio, answers_for_contracts_that_were_changed_added_broken_and_taken_away) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  const workload::Workload workload(contracts + 1);
  folder.put(file_of(12), workload.portfolio_contract(12));
  folder.put(file_of(2),
             replaced(workload.portfolio_contract(2), "unit_price = ", "unit_price = 1"));
  folder.put(file_of(4), "schema = 1\n[contract\n");
  std::filesystem::remove(folder / file_of(5));
  const std::string without = answer_of(folder);
  EXPECT_EQ(without[0], '3') << "a broken contract is told: " << without;
  for (int run = 1; run <= 2; ++run)
    EXPECT_EQ(difference(without, answer_of(folder, "--compiled kept")), "") << run;
}

/// A portfolio that was kept when its files were old enough to be known by their stamps.
class OldFiles : public testing::Test {
 protected:
  OldFiles() {
    put_workload(folder);
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    answer_of(folder, "--compiled kept");
  }
  std::size_t known_unopened() const { return known_in(folder, {}, Opened::may_not_be); }
  void expect_right_answer() const {
    EXPECT_EQ(difference(answer_of(folder), answer_of(folder, "--compiled kept")), "");
  }
  /// The contract with another price of the same length.
  std::string dearer(int contract) const {
    std::string text = read(folder / file_of(contract));
    const std::size_t digit = text.find("unit_price = ") + std::string("unit_price = ").size();
    text[digit] = text[digit] == '9' ? '8' : '9';
    return text;
  }

  TemporaryFolder folder;
};

TEST_F(OldFiles, are_not_opened_again_until_somebody_touches_them) {
  EXPECT_EQ(known_unopened(), 12U);
  const std::filesystem::path touched = folder / file_of(3);
  std::filesystem::last_write_time(touched, std::filesystem::last_write_time(touched));
  EXPECT_EQ(known_unopened(), 11U) << "its times were set, if to what they were";
  EXPECT_EQ(known_in(folder), 12U) << "its bytes are those that were kept";
  expect_right_answer();
}

TEST_F(OldFiles, are_read_again_after_an_edit_that_keeps_size_and_date) {
  const std::filesystem::path edited = folder / file_of(3);
  const auto date = std::filesystem::last_write_time(edited);
  const std::string text = dearer(3);
  {
    std::fstream in_place(edited, std::ios::binary | std::ios::in | std::ios::out);
    in_place << text;
  }
  std::filesystem::last_write_time(edited, date);
  EXPECT_EQ(known_in(folder), 11U);
  expect_right_answer();
}

TEST_F(OldFiles, are_read_again_when_another_file_takes_their_place) {
  const std::filesystem::path place = folder / file_of(3);
  folder.put("other", dearer(3));
  std::filesystem::last_write_time(folder / "other", std::filesystem::last_write_time(place));
  std::filesystem::rename(folder / "other", place);
  EXPECT_EQ(known_in(folder), 11U);
  expect_right_answer();
}

TEST_F(OldFiles, are_known_by_their_bytes_after_the_folder_was_copied) {
  const TemporaryFolder copy;
  for (const char* part : {"contracts", "figures.toml", "scenario.toml", "kept"})
    std::filesystem::copy(folder / part, copy / part, std::filesystem::copy_options::recursive);
  EXPECT_EQ(known_in(copy, {}, Opened::may_not_be), 0U);
  EXPECT_EQ(known_in(copy), 12U);
  EXPECT_EQ(difference(answer_of(folder), answer_of(copy, "--compiled kept")), "");
}

TEST(CompiledPortfolio, opens_what_was_written_a_moment_ago) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  EXPECT_EQ(known_in(folder, {}, Opened::may_not_be), 0U);
}

TEST(CompiledPortfolio, asks_another_question_of_what_was_kept) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  const std::string scenario =
      read(folder / "scenario.toml") + "\n[alternative.vast]\nclause.\"" +
      ContractNames::of(
          *read_contract(std::make_shared<const SourceText>("c", read(folder / file_of(0)))).value)
          .ids(NamedThing::Kind::clause)
          .front() +
      "\".limits.cap = \"0%\"\n";
  folder.put("scenario.toml", scenario);
  EXPECT_EQ(difference(answer_of(folder), answer_of(folder, "--compiled kept")), "");
}

TEST(CompiledPortfolio, is_made_anew_when_it_was_cut_off_or_made_by_another_version) {
  const TemporaryFolder folder;
  put_workload(folder);
  answer_of(folder, "--compiled kept");
  const std::string whole = read(folder / "kept");
  const std::string version = whole.substr(0, whole.find('\n', whole.find("version")));
  const auto said = [&](const std::string& bytes) {
    folder.put("kept", bytes);
    const Ran ran = simulated(folder, "--compiled kept");
    EXPECT_NE(ran.status, 3) << ran.both;
    EXPECT_EQ(known_in(folder), 12U) << "made anew";
    return ran.err.substr(0, ran.err.find('\n') + 1);
  };
  for (const std::size_t size : {std::size_t{1}, std::size_t{15}, std::size_t{40}, std::size_t{90},
                                 whole.size() / 2, whole.size() - 1})
    EXPECT_EQ(said(whole.substr(0, size)), "kept is damaged and is made anew\n") << size;
  std::string changed = whole;
  changed[whole.size() / 2] ^= 1;
  EXPECT_EQ(said(changed), "kept is damaged and is made anew\n");
  EXPECT_EQ(said(replaced(whole, version, version + "9")),
            "kept was made by another version and is made anew\n");
}

TEST(CompiledPortfolio, never_overwrites_a_file_that_is_something_else) {
  const TemporaryFolder folder;
  put_workload(folder);
  const std::string mine = read(folder / file_of(0));
  const Ran ran = simulated(folder, "--compiled " + file_of(0));
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("O0007"), std::string::npos) << ran.err;
  EXPECT_EQ(read(folder / file_of(0)), mine);
}

}  // namespace
}  // namespace pricetalk::harness
