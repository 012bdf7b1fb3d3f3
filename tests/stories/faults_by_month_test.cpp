#include <gtest/gtest.h>

#include <string>

#include "program.hpp"
#include "temporary_folder.hpp"

// Who bears what is not as agreed, in the annex of a talk.

namespace pricetalk::harness {
namespace {

TEST(FaultsByMonth, stand_in_the_annex_where_the_future_says_when_they_show) {
  const TemporaryFolder folder;
  folder.put("koffie.toml",
             replaced(read(root() + "/scenarios/koffie.toml"), "cost_per_case = 85.00 }",
                      "cost_per_case = 85.00, shows = [\"50%\", \"10%\", \"5%\", \"5%\", \"5%\", "
                      "\"5%\", \"10%\"] }"));
  const Ran ran =
      run_in(root(), split("pricetalk prepare contracts/koffie.toml --scenario " + folder.path() +
                           "/koffie.toml --out " + folder.path() + "/talk --today 2025-09-01"));
  ASSERT_LE(ran.status, 1) << ran.both;
  const std::string annex = files_below(folder / "talk").at("internal/annex.md");
  // The contract lets the seller prove for six months.
  EXPECT_NE(annex.find("Wat niet volgens afspraak is, per maand na de levering"),
            std::string::npos);
  EXPECT_NE(annex.find("verkoper, tenzij het tegendeel is bewezen"), std::string::npos);
  EXPECT_NE(annex.find("koper, tenzij het is bewezen"), std::string::npos);
}

}  // namespace
}  // namespace pricetalk::harness
