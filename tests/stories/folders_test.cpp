#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "program.hpp"
#include "temporary_folder.hpp"
#include "workload.hpp"

// What is told of a folder is what is told of each contract alone, whatever stands beside it.

namespace pricetalk::harness {
namespace {

using Json = nlohmann::json;

constexpr int contracts_of_folder = 9;

/// Contracts that go together, some that do not, one that has ended and one that is broken.
void put_folder(const TemporaryFolder& folder) {
  const workload::Workload workload(contracts_of_folder);
  for (int i = 0; i < contracts_of_folder; ++i)
    folder.put("contracts/c" + std::to_string(i) + ".toml", workload.portfolio_contract(i));
  folder.put("figures.toml", workload.figures());
  const auto own = [&](const std::string& name, const std::string& end, const std::string& price) {
    folder.put("contracts/" + name + ".toml", R"(schema = 1
figures_from = ["../figures.toml"]

[contract]
id = ")" + name + R"("
title = "By itself"
currency = "EUR"
start = 2024-01-01
)" + end + R"(
[billing]
period = "quarter"

[price.p]
title = "By the piece"
unit = "piece"
)" + price + "\n");
  };
  own("tiers", "",
      "tiers = [{ up_to = 100, unit_price = 10.00 }, { unit_price = 9.00 }]\n"
      "price_date = 2024-01-01\nquantity = { per_month = 120 }");
  own("ended", "end = 2024-06-30\n",
      "unit_price = 7.00\nprice_date = 2024-01-01\nquantity = { per_month = 3 }");
  own("ends-soon", "end = 2026-03-31\n",
      "unit_price = 7.00\nprice_date = 2024-01-01\nquantity = { per_month = 3 }");
  own("unmeasured", "", "unit_price = 7.00\nprice_date = 2024-01-01");
}

Ran run_folder(const TemporaryFolder& folder, const std::string& words) {
  return run_in(folder.path(), split("pricetalk " + words + " --today 2025-12-31 --language en"));
}

std::vector<std::string> names_of(const TemporaryFolder& folder) {
  std::vector<std::string> made;
  for (const auto& [name, text] : files_below(folder / "contracts")) made.push_back(name);
  return made;
}

TEST(Folders, have_in_the_overview_the_rows_of_each_contract_alone) {
  const TemporaryFolder folder;
  put_folder(folder);
  const Json all = Json::parse(run_folder(folder, "overview contracts --json").out);
  const std::vector<std::string> names = names_of(folder);
  ASSERT_EQ(all["contracts"].size(), names.size());
  for (const std::string& name : names) {
    const Json alone =
        Json::parse(run_folder(folder, "overview contracts/" + name + " --json").out);
    const Json& row = alone["contracts"][0];
    const auto found = std::find(all["contracts"].begin(), all["contracts"].end(), row);
    EXPECT_NE(found, all["contracts"].end()) << name << ": " << row.dump(1);
  }
}

TEST(Folders, say_in_the_overview_which_costs_were_computed_one_by_one) {
  const TemporaryFolder folder;
  put_folder(folder);
  const Ran ran = run_folder(folder, "overview contracts");
  EXPECT_TRUE(holds(ran.out, "Computed one by one: 2 contracts (")) << ran.out;
  EXPECT_TRUE(holds(ran.out, "prices in tiers: 1")) << ran.out;
}

TEST(Folders, are_told_the_same_by_any_number_of_threads) {
  const TemporaryFolder folder;
  put_folder(folder);
  folder.put("contracts/broken.toml", "schema = 1\n[contract\n");
  for (const std::string command : {"overview", "redface"})
    for (const std::string answer : {"", " --json"}) {
      const Ran one = run_folder(folder, command + " contracts --jobs 1" + answer);
      EXPECT_EQ(one.status, 3) << one.both;
      for (const std::string jobs : {"2", "7"}) {
        const Ran more = run_folder(folder, command + " contracts --jobs " + jobs + answer);
        EXPECT_EQ(difference(one.both, more.both), "") << command << answer;
        EXPECT_EQ(one.status, more.status);
      }
    }
}

TEST(Folders, show_the_other_contracts_when_one_of_them_is_broken) {
  const TemporaryFolder folder;
  put_folder(folder);
  folder.put("contracts/broken.toml", "schema = 1\n[contract\n");
  folder.put("invoices.csv",
             "contract,line,invoice,date,from,to,quantity,unit_price,amount\n"
             "ends-soon,p,F-1,2025-03-31,2025-01-01,2025-03-31,9,8.00,72.00\n");
  for (const std::string invoices : {"", " --invoices invoices.csv"}) {
    const Ran ran = run_folder(folder, "redface contracts" + invoices);
    EXPECT_EQ(ran.status, 3) << ran.both;
    EXPECT_TRUE(holds(ran.err, "broken.toml")) << ran.err;
    EXPECT_TRUE(holds(ran.out, "NOT SHOWN: 1 contract that could not be used")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "ends-soon")) << ran.out;
    EXPECT_EQ(holds(ran.out, "9.00"), !invoices.empty()) << ran.out;
  }
}

TEST(Folders, have_the_findings_of_each_contract_alone) {
  const TemporaryFolder folder;
  put_folder(folder);
  folder.put("invoices.csv",
             "contract,line,invoice,date,from,to,quantity,unit_price,amount\n"
             "ends-soon,p,F-1,2025-03-31,2025-01-01,2025-03-31,9,8.00,72.00\n");
  const Json all =
      Json::parse(run_folder(folder, "redface contracts --invoices invoices.csv --json").out);
  bool any = false;
  for (const std::string& name : names_of(folder)) {
    const std::string invoices = name == "ends-soon.toml" ? " --invoices invoices.csv" : "";
    const Json alone =
        Json::parse(run_folder(folder, "redface contracts/" + name + invoices + " --json").out);
    const Json& own = alone["contracts"][0];
    any = any || !own["findings"].empty();
    EXPECT_NE(std::find(all["contracts"].begin(), all["contracts"].end(), own),
              all["contracts"].end())
        << name << ": " << own.dump(1);
  }
  EXPECT_TRUE(any);
}

TEST(Folders, keep_what_they_read_for_a_run_that_is_frozen) {
  const TemporaryFolder folder;
  put_folder(folder);
  const workload::Workload workload(contracts_of_folder);
  folder.put("scenario.toml", workload.scenario());
  const auto freeze = [&](const std::string& into, const std::string& options) {
    const Ran ran =
        run_folder(folder, "freeze " + into + " contracts --scenario scenario.toml" + options);
    EXPECT_LT(ran.status, 2) << ran.both;
    return files_below(folder / into);
  };
  const auto plain = freeze("plain", "");
  EXPECT_EQ(freeze("first", " --compiled kept"), plain);
  EXPECT_EQ(freeze("second", " --compiled kept"), plain);
}

TEST(Folders, write_no_file_twice_and_none_over_what_is_read) {
  const TemporaryFolder folder;
  put_folder(folder);
  const workload::Workload workload(contracts_of_folder);
  folder.put("scenario.toml", workload.scenario());
  folder.put("invoices.csv", "contract,line,invoice,date,from,to,quantity,unit_price,amount\n");
  folder.put("bills/may.csv", "contract,line,invoice,date,from,to,quantity,unit_price,amount\n");
  folder.put("figures/own.toml",
             "schema = 1\n[[series]]\nid = \"own/x\"\nfigures = [[\"2024\", 100]]\n");
  const auto before = files_below(folder.path());
  const std::string simulate = "simulate contracts --scenario scenario.toml ";
  const std::string exposure = "exposure contracts --scenario scenario.toml ";
  for (const std::string& words :
       {simulate + "--csv X --csv-totals X", simulate + "--csv X --csv-totals ./X",
        simulate + "--csv X --xlsx contracts/../X", simulate + "--compiled X --csv X",
        simulate + "--shard 1/2 --part X --compiled X", simulate + "--csv scenario.toml",
        simulate + "--csv-totals contracts/c1.toml",
        simulate + "--invoices invoices.csv --csv invoices.csv", exposure + "--csv X --compiled X",
        exposure + "--csv contracts/c2.toml",
        std::string("audit contracts --invoices invoices.csv --csv X --compiled X"),
        std::string("audit contracts --invoices invoices.csv --csv invoices.csv"),
        std::string("redface contracts --invoices invoices.csv --csv X --chart X"),
        std::string("audit contracts --invoices bills --csv bills/may.csv"),
        std::string("redface contracts --invoices bills --csv bills/may.csv"),
        simulate + "--invoices bills --csv bills/may.csv", simulate + "--csv figures/own.toml",
        std::string("overview contracts --figures figures --csv figures/own.toml"),
        std::string("overview contracts --csv contracts/c1.toml")}) {
    const Ran ran = run_folder(folder, words);
    EXPECT_EQ(ran.status, 2) << words << "\n" << ran.both;
    EXPECT_TRUE(holds(ran.err, "error[O0010]")) << words << "\n" << ran.both;
    EXPECT_EQ(files_below(folder.path()), before) << words;
  }
}

TEST(Folders, read_a_typed_figure_where_its_series_is) {
  const TemporaryFolder folder;
  put_folder(folder);
  const Ran ran = run_folder(folder, "overview contracts --figure none/such=2024-01:100.0");
  EXPECT_LT(ran.status, 2) << ran.both;
  EXPECT_TRUE(holds(ran.err, "warning[I0201]")) << ran.both;
  EXPECT_FALSE(holds(ran.out, "NOT SHOWN")) << ran.both;
}

TEST(Folders, may_write_everything_to_nowhere) {
  const TemporaryFolder folder;
  put_folder(folder);
  const workload::Workload workload(contracts_of_folder);
  folder.put("scenario.toml", workload.scenario());
  const Ran ran = run_folder(folder,
                             "simulate contracts --scenario scenario.toml --csv /dev/null "
                             "--csv-totals /dev/null");
  EXPECT_LT(ran.status, 2) << ran.both;
}

}  // namespace
}  // namespace pricetalk::harness
