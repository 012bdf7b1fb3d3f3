#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

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

/// How many contracts a run would not read again.
std::size_t known_in(const TemporaryFolder& folder, const MoreFigures& more = {}) {
  const Inside inside(folder);
  Diagnostics problems;
  PortfolioFolder reader(more, problems, 1);
  reader.know(*read_compiled(read("kept")).compiled);
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
    EXPECT_EQ(difference(whole, read(folder / "kept")), "") << "made anew";
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
