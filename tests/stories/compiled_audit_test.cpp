#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "folder_audit_steps.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "w3_rows.hpp"
#include "workload.hpp"

// The folder audit over the invoice workload in small: its answer is that of exact arithmetic, on
// one thread and on two, and what it keeps for the next run changes no letter of it.

namespace pricetalk::harness {
namespace {

using w3_rows::contract_count;
using w3_rows::row_count;

std::string contract_file(int contract) {
  return "contracts/c" + std::to_string(1000 + contract) + ".toml";
}

void put_audited(const TemporaryFolder& folder, int contracts = contract_count,
                 int rows = row_count) {
  const workload::Workload workload(contracts);
  for (int i = 0; i < contracts; ++i) folder.put(contract_file(i), workload.invoiced_contract(i));
  folder.put("figures.toml", workload.all_figures());
  folder.put("rows.csv", workload.rows(rows));
}

/// What the program says, with what it wrote.
std::string audited(const TemporaryFolder& folder, const std::string& options = "",
                    const std::string& today = "2035-12-31") {
  const Ran ran = run_in(folder.path(),
                         split("pricetalk audit contracts --invoices rows.csv --language en --csv "
                               "all.csv --today " +
                               today + " " + options));
  return std::to_string(ran.status) + ran.out + ran.err + read(folder / "all.csv");
}

struct Audited {
  std::string rows;
  std::size_t known = 0;
};

/// The steps of the benchmark.
Audited step_by_step(const TemporaryFolder& folder) {
  folder_audit::Steps steps(
      {{folder / "contracts"}, *Date::parse("2035-12-31"), folder / "kept", 1, Language::en});
  Audited made;
  made.known = steps.known();
  steps.prepare();
  EXPECT_EQ(steps.rows({folder / "rows.csv"}), static_cast<std::size_t>(row_count));
  made.rows = folder_audit::text(steps.finish());
  EXPECT_TRUE(steps.problems().empty()) << render(steps.problems(), Language::en);
  return made;
}

TEST(CompiledAudit, finds_every_row_that_is_wrong_and_no_other) {
  const TemporaryFolder folder;
  put_audited(folder);
  const Audited first = step_by_step(folder);
  EXPECT_EQ(first.rows, w3_rows::expected);
  EXPECT_EQ(first.known, 0U);
  const Audited second = step_by_step(folder);
  EXPECT_EQ(second.rows, w3_rows::expected);
  EXPECT_EQ(second.known, static_cast<std::size_t>(contract_count));
}

TEST(CompiledAudit, says_the_same_on_every_number_of_threads_and_from_what_was_kept) {
  const TemporaryFolder folder;
  put_audited(folder);
  const std::string one = audited(folder, "--jobs 1");
  EXPECT_EQ(one[0], '1') << one;
  for (const std::string options : {"--jobs 2", "--compiled kept --jobs 2",
                                    "--compiled kept --jobs 1", "--compiled kept --jobs 2"})
    EXPECT_EQ(difference(one, audited(folder, options)), "") << options;
  const std::string json = audited(folder, "--json --jobs 2");
  EXPECT_EQ(difference(json, audited(folder, "--json --compiled kept")), "");
}

TEST(CompiledAudit, reads_a_contract_again_to_look_at_it_closely) {
  const TemporaryFolder folder;
  put_audited(folder, 6, 60);
  const std::string details = audited(folder, "--details 1 --jobs 1");
  for (int run = 1; run <= 2; ++run)
    EXPECT_EQ(difference(details, audited(folder, "--details 1 --compiled kept")), "") << run;
}

TEST(CompiledAudit, reads_what_was_changed_added_broken_and_taken_away) {
  const TemporaryFolder folder;
  put_audited(folder);
  audited(folder, "--compiled kept");
  folder.put(contract_file(3),
             replaced(read(folder / contract_file(3)), "unit_price = ", "unit_price = 1"));
  folder.put(contract_file(4), "schema = 1\n[contract\n");
  folder.put("contracts/tiers.toml", R"(schema = 1
[contract]
id = "TIERS"
currency = "EUR"
start = 2025-01-01
[price.p]
price_date = 2025-01-01
tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 9.00 }]
)");
  folder.put("rows.csv", read(folder / "rows.csv") +
                             "T1,TIERS,p,2026-01,120.000,,1180.00\n"
                             "T2,TIERS,p,2026-02,120.000,,1190.00\n");
  std::filesystem::remove(folder / contract_file(5));
  const std::string without = audited(folder);
  EXPECT_EQ(without[0], '3') << "a broken contract is told";
  for (int run = 1; run <= 2; ++run)
    EXPECT_EQ(difference(without, audited(folder, "--compiled kept")), "") << run;
}

TEST(CompiledAudit, knows_nothing_of_contracts_whose_figures_changed) {
  const TemporaryFolder folder;
  put_audited(folder);
  audited(folder, "--compiled kept");
  const std::string figures = read(folder / "figures.toml");
  folder.put("figures.toml", replaced(figures, "[\"2029-10\", ", "[\"2029-10\", 1"));
  const std::string changed = audited(folder);
  EXPECT_EQ(difference(changed, audited(folder, "--compiled kept")), "");
  folder.put("figures.toml", figures);
  EXPECT_NE(difference(changed, audited(folder, "--compiled kept")), "");
}

TEST(CompiledAudit, answers_on_another_day_from_what_was_kept) {
  const TemporaryFolder folder;
  put_audited(folder);
  audited(folder, "--compiled kept");
  EXPECT_EQ(difference(audited(folder, "", "2030-06-30"),
                       audited(folder, "--compiled kept", "2030-06-30")),
            "");
}

TEST(CompiledAudit, makes_anew_what_is_damaged_and_leaves_the_files_of_others_alone) {
  const TemporaryFolder folder;
  put_audited(folder);
  const std::string without = audited(folder);
  audited(folder, "--compiled kept");
  const std::string kept = read(folder / "kept");
  folder.put("kept", kept.substr(0, kept.size() / 2));
  const std::string damaged = audited(folder, "--compiled kept");
  EXPECT_NE(damaged.find("kept is damaged and is made anew"), std::string::npos);
  EXPECT_EQ(difference(without, replaced(damaged, "kept is damaged and is made anew\n", "")), "");
  EXPECT_EQ(difference(without, audited(folder, "--compiled kept")), "") << "made anew";
  folder.put("kept", replaced(kept, "\nversion ", "\nversion 0."));
  EXPECT_NE(audited(folder, "--compiled kept").find("kept was made by another version"),
            std::string::npos);
  EXPECT_EQ(difference(without, audited(folder, "--compiled kept")), "") << "made anew";
  folder.put("mine", "somebody's own\n");
  EXPECT_NE(audited(folder, "--compiled mine").find("O0007"), std::string::npos);
  EXPECT_EQ(read(folder / "mine"), "somebody's own\n");
}

TEST(CompiledAudit, is_what_a_simulation_of_the_same_contracts_keeps) {
  const TemporaryFolder folder;
  const workload::Workload workload(contract_count);
  for (int i = 0; i < contract_count; ++i)
    folder.put(contract_file(i), workload.portfolio_contract(i));
  folder.put("figures.toml", workload.figures());
  folder.put("scenario.toml", workload.scenario());
  folder.put("rows.csv", "invoice,contract,line,period,quantity,amount\nF1,C3,l0,2025-02,1,1.00\n");
  run_in(folder.path(), split("pricetalk simulate contracts --scenario scenario.toml --today "
                              "2025-12-31 --compiled kept"));
  folder_audit::Steps steps(
      {{folder / "contracts"}, *Date::parse("2025-12-31"), folder / "kept", 1, Language::en});
  // Paths are as they were given: another name of the folder is another folder.
  EXPECT_EQ(steps.known(), 0U);
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  folder_audit::Steps same({{"contracts"}, *Date::parse("2025-12-31"), "kept", 1, Language::en});
  std::filesystem::current_path(before);
  EXPECT_EQ(same.known(), static_cast<std::size_t>(contract_count));
}

}  // namespace
}  // namespace pricetalk::harness
