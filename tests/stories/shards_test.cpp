#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "program.hpp"
#include "temporary_folder.hpp"
#include "workload.hpp"

// A run over several machines: the shares together say what one run says, to the byte.

namespace pricetalk::harness {
namespace {

constexpr int shared_contracts = 17;

/// Contracts in columns, one that is computed by itself, one that is broken, two with one id, and
/// one of which nobody knows the series.
void put_contracts(const TemporaryFolder& folder) {
  const workload::Workload workload(shared_contracts);
  for (int i = 0; i < shared_contracts; ++i)
    folder.put("contracts/c" + std::to_string(10 + i) + ".toml", workload.portfolio_contract(i));
  folder.put("contracts/c13-twice.toml", workload.portfolio_contract(2));
  folder.put("contracts/c15-broken.toml", "schema = 1\n[contract\n");
  folder.put("contracts/c21-tiers.toml", R"(schema = 1
figures_from = ["../figures.toml"]

[contract]
id = "TIERS"
title = "By itself"
language = "en"
start = 2024-01-01

[billing]
period = "month"

[price.p]
title = "In tiers"
unit = "piece"
tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 9.00 }]
quantity = { per_month = 120 }
)");
  folder.put("figures.toml", workload.figures());
  folder.put("scenario.toml", workload.scenario());
}

const std::string asked = " contracts --scenario scenario.toml --today 2025-12-31 --language en ";

Ran run(const TemporaryFolder& folder, const std::string& words) {
  return run_in(folder.path(), split("pricetalk " + words));
}

std::string share(int number, int of) {
  return "share-" + std::to_string(number) + "-of-" + std::to_string(of);
}

void make_share(const TemporaryFolder& folder, int number, int of,
                const std::string& options = "") {
  const Ran ran =
      run(folder, "simulate" + asked + "--shard " + std::to_string(number) + "/" +
                      std::to_string(of) + " --part " + share(number, of) + " " + options);
  EXPECT_EQ(ran.status, 0) << ran.both;
}

std::string all_shares(int of) {
  std::string words;
  for (int number = of; number >= 1; --number) words += " " + share(number, of);
  return words;
}

std::string told(const TemporaryFolder& folder, const Ran& ran) {
  return std::to_string(ran.status) + ran.err + ran.out + read(folder / "all.csv");
}

TEST(Shards, together_are_one_run_to_the_byte_for_1_2_7_and_40_of_them) {
  const TemporaryFolder folder;
  put_contracts(folder);
  const std::string one = told(folder, run(folder, "simulate" + asked + "--csv-totals all.csv"));
  const std::string json = told(folder, run(folder, "simulate" + asked + "--json"));
  EXPECT_EQ(one[0], '3') << one;
  EXPECT_NE(one.find("A0134"), std::string::npos) << one;
  for (const int of : {1, 2, 7, 40}) {
    for (int number = 1; number <= of; ++number)
      make_share(folder, number, of, "--jobs " + std::to_string(number % 3 + 1));
    std::filesystem::remove(folder / "all.csv");
    EXPECT_EQ(difference(one, told(folder, run(folder, "merge" + all_shares(of) +
                                                           " --language en --csv-totals all.csv"))),
              "")
        << of;
    EXPECT_EQ(difference(json, told(folder, run(folder, "merge" + all_shares(of) +
                                                            " --language en --json"))),
              "")
        << of;
  }
}

TEST(Shards, tell_what_is_wrong_with_the_scenario_as_one_run_does) {
  const TemporaryFolder folder;
  put_contracts(folder);
  folder.put("scenario.toml",
             "schema = 1\n[scenario]\nid = \"s\"\n[future.f]\nvolume = [{ price = \"nobody\", "
             "growth = \"1%\" }]\n");
  folder.put("all.csv", "");
  const std::string one = told(folder, run(folder, "simulate" + asked));
  for (int number = 1; number <= 3; ++number) make_share(folder, number, 3);
  EXPECT_EQ(difference(one, told(folder, run(folder, "merge" + all_shares(3) + " --language en"))),
            "");
}

TEST(Shards, are_refused_when_one_is_missing_twice_there_cut_off_or_of_another_question) {
  const TemporaryFolder folder;
  put_contracts(folder);
  for (int number = 1; number <= 3; ++number) make_share(folder, number, 3);
  const auto refused = [&](const std::string& shares) {
    const Ran ran = run(folder, "merge " + shares);
    EXPECT_EQ(ran.status, 3) << ran.both;
    EXPECT_EQ(ran.out, "");
    return ran.err;
  };
  EXPECT_NE(refused("share-1-of-3 share-3-of-3").find("share 2/3 is missing"), std::string::npos);
  EXPECT_NE(refused("share-1-of-3").find("share 3/3 is missing"), std::string::npos);
  EXPECT_NE(refused(all_shares(3) + " share-2-of-3").find("is share 2, which is there already"),
            std::string::npos);
  const std::string whole = read(folder / "share-2-of-3");
  folder.put("share-2-of-3", whole.substr(0, whole.size() / 2));
  EXPECT_NE(refused(all_shares(3)).find("'share-2-of-3' is damaged"), std::string::npos);
  folder.put("share-2-of-3", replaced(whole, "version ", "version 9"));
  EXPECT_NE(refused(all_shares(3)).find("made by another version"), std::string::npos);
  folder.put("scenario.toml", read(folder / "scenario.toml") + "# another\n");
  make_share(folder, 2, 3);
  EXPECT_NE(refused(all_shares(3)).find("are not shares of one run"), std::string::npos);
}

TEST(Shards, need_a_file_and_leave_table_and_csv_to_merge) {
  const TemporaryFolder folder;
  put_contracts(folder);
  const auto refused = [&](const std::string& options) {
    const Ran ran = run(folder, "simulate" + asked + options);
    EXPECT_EQ(ran.status, 2) << ran.both;
    return ran.err;
  };
  EXPECT_NE(refused("--shard 1/2").find("--part is missing"), std::string::npos);
  EXPECT_NE(refused("--part p").find("--shard is missing"), std::string::npos);
  EXPECT_NE(refused("--shard 1/2 --part p --json").find("for all shares together"),
            std::string::npos);
  for (const std::string wrong : {"0/2", "3/2", "1", "a/b", "1/2/3", "1.5/2"})
    EXPECT_NE(refused("--part p --shard " + wrong).find("--shard takes a share"), std::string::npos)
        << wrong;
}

}  // namespace
}  // namespace pricetalk::harness
