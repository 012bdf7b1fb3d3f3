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
currency = "EUR"
start = 2024-01-01

[billing]
period = "month"

[price.p]
title = "In tiers"
unit = "piece"
tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 9.00 }]
price_date = 2024-01-01
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

TEST(Shards, say_ids_that_several_files_have_in_the_words_and_order_of_one_run) {
  const TemporaryFolder folder;
  put_contracts(folder);
  const workload::Workload workload(shared_contracts);
  // Of one id before and after others that are broken, and more than once in one share.
  for (const std::string name : {"c14-again", "c14-and-again", "c22-again", "c30-last"})
    folder.put("contracts/" + name + ".toml", workload.portfolio_contract(2));
  folder.put("contracts/c14-broken.toml", "schema = 1\n");
  folder.put("contracts/c22-other.toml", workload.portfolio_contract(14));
  folder.put("contracts/c27-broken.toml", "[[[\n");
  const std::string one = told(folder, run(folder, "simulate" + asked));
  EXPECT_TRUE(holds(one, "'contracts/c30-last.toml' has the id of 'contracts/c12.toml'")) << one;
  for (const int of : {1, 2, 3, 5, 11}) {
    for (int number = 1; number <= of; ++number) make_share(folder, number, of);
    EXPECT_EQ(
        difference(one, told(folder, run(folder, "merge" + all_shares(of) + " --language en"))), "")
        << of;
  }
}

TEST(Shards, send_away_who_asks_single_amounts) {
  const TemporaryFolder folder;
  put_contracts(folder);
  make_share(folder, 1, 1);
  for (const std::string option : {"--csv all.csv", "--xlsx all.xlsx", "--invoices i.csv"}) {
    const Ran ran = run(folder, "merge share-1-of-1 --language en " + option);
    EXPECT_EQ(ran.status, 2) << ran.both;
    EXPECT_TRUE(holds(ran.err, "run pricetalk simulate over all contracts without --shard"))
        << ran.err;
    const Ran share = run(folder, "simulate" + asked + "--shard 1/2 --part half " + option);
    EXPECT_EQ(share.status, 2) << share.both;
    EXPECT_TRUE(holds(share.err, "run pricetalk simulate over all contracts without --shard"))
        << share.err;
  }
}

/// The same series from 2016 on, each with months of its own.
std::string with_a_past(const std::string& figures) {
  const std::string begin = "figures = [";
  std::string made;
  std::size_t from = 0;
  int series = 0;
  for (std::size_t at; (at = figures.find(begin, from)) != std::string::npos; ++series) {
    made += figures.substr(from, at - from) + begin;
    for (int month = 0; month < 84; ++month) {
      const int tenths = 1000 + 3 * month + (month * 7 + series * month * 5) % 11;
      const std::string of_year = std::to_string(month % 12 + 101).substr(1);
      made += "[\"" + std::to_string(2016 + month / 12) + "-" + of_year + "\", " +
              std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "], ";
    }
    from = at + begin.size();
  }
  return made + figures.substr(from);
}

/// A future by chance beside one that is stated, over contracts that read different series, of
/// which one is only in the last share, with an alternative.
void put_chance(const TemporaryFolder& folder) {
  put_contracts(folder);
  std::filesystem::remove(folder / "contracts/c21-tiers.toml");  // path by path it takes long
  folder.put("figures.toml", with_a_past(read(folder / "figures.toml")));
  folder.put("scenario.toml", R"(schema = 1
[scenario]
id = "s"
months = 30
[random]
paths = 300
seed = 7
[future.calm]
[[future.calm.series]]
series = "w/*"
growth = "2%"
[future.any]
random = true
[alternative.free]
from = 2026-06-01
clause."*".limits.cap = "none"
)");
}

TEST(Shards, of_futures_by_chance_are_one_run_to_the_byte_for_1_2_and_7_of_them) {
  const TemporaryFolder folder;
  put_chance(folder);
  const std::string budget = "--budget 500000000 ";
  const auto all_told = [&](const std::string& words) {
    std::filesystem::remove(folder / "chance.csv");
    const std::string table = told(folder, run(folder, words + " --chance-csv chance.csv"));
    return table + read(folder / "chance.csv") + told(folder, run(folder, words + " --json"));
  };
  const std::string one = all_told("simulate" + asked + budget + "--jobs 1");
  EXPECT_NE(one.find("300 paths by chance"), std::string::npos) << one;
  EXPECT_NE(one.find("Above the budget of"), std::string::npos) << one;
  for (const int jobs : {2, 4})
    EXPECT_EQ(
        difference(one, all_told("simulate" + asked + budget + "--jobs " + std::to_string(jobs))),
        "");
  for (const int of : {1, 2, 7}) {
    for (int number = 1; number <= of; ++number)
      make_share(folder, number, of, budget + "--jobs " + std::to_string(number % 3 + 1));
    EXPECT_EQ(difference(one, all_told("merge" + all_shares(of) + " --language en")), "") << of;
  }
}

TEST(Shards, with_another_budget_are_shares_of_another_run) {
  const TemporaryFolder folder;
  put_chance(folder);
  make_share(folder, 1, 2, "--budget 1000");
  make_share(folder, 2, 2, "--budget 2000");
  const Ran ran = run(folder, "merge" + all_shares(2));
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("are not shares of one run"), std::string::npos) << ran.err;
}

TEST(Shards, by_chance_are_refused_when_a_contract_was_changed_in_between) {
  const TemporaryFolder folder;
  put_chance(folder);
  make_share(folder, 1, 2);
  folder.put("contracts/c11.toml", read(folder / "contracts/c11.toml") + "\n# another\n");
  make_share(folder, 2, 2);
  const Ran ran = run(folder, "merge" + all_shares(2) + " --language en");
  EXPECT_EQ(ran.status, 3) << ran.both;
  EXPECT_TRUE(holds(ran.err, "error[O0009]")) << ran.err;
}

TEST(Shards, without_chance_have_no_percentiles_to_write) {
  const TemporaryFolder folder;
  put_contracts(folder);
  make_share(folder, 1, 1);
  const Ran ran = run(folder, "merge share-1-of-1 --chance-csv chance.csv");
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.err.find("S0403"), std::string::npos) << ran.err;
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

TEST(Shards, are_refused_when_the_figures_were_changed_in_between) {
  const TemporaryFolder folder;
  put_contracts(folder);
  make_share(folder, 1, 2);
  folder.put("figures.toml", read(folder / "figures.toml") + "\n");
  make_share(folder, 2, 2);
  const Ran ran = run(folder, "merge " + share(1, 2) + " " + share(2, 2) + " --language en");
  EXPECT_EQ(ran.status, 3) << ran.both;
  EXPECT_TRUE(holds(ran.err, "error[O0009]")) << ran.err;
}

TEST(Shards, never_overwrite_a_file_that_is_something_else) {
  const TemporaryFolder folder;
  put_contracts(folder);
  const std::string contract = read(folder / "contracts/c10.toml");
  const Ran ran = run(folder, "simulate" + asked + "--shard 1/2 --part contracts/c10.toml");
  EXPECT_EQ(ran.status, 3) << ran.both;
  EXPECT_TRUE(holds(ran.err, "error[O0007]: 'contracts/c10.toml' is not a part of a portfolio"))
      << ran.err;
  EXPECT_EQ(read(folder / "contracts/c10.toml"), contract);
  make_share(folder, 1, 2);
  make_share(folder, 1, 2);  // its own part is made anew
}

}  // namespace
}  // namespace pricetalk::harness
