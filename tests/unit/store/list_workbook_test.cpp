#include "store/list_workbook.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "temporary_folder.hpp"

namespace pricetalk {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(a_list_workbook, has_the_same_bytes_on_the_same_day) {
  const TemporaryFolder folder;
  const ListSheet sheet{"letters",
                        {"contract", "amount", "on"},
                        {{std::string("A"), Decimal(1250, 2), *Date::make(2026, 1, 1)},
                         {std::string(), std::string(), std::string()}}};
  const Date today = *Date::make(2025, 11, 20);
  ASSERT_TRUE(build_list_workbook(folder / "a.xlsx", {sheet}, today));
  ASSERT_TRUE(build_list_workbook(folder / "b.xlsx", {sheet}, today));
  EXPECT_EQ(bytes_of(folder / "a.xlsx").substr(0, 2), "PK");
  EXPECT_EQ(bytes_of(folder / "a.xlsx"), bytes_of(folder / "b.xlsx"));
  EXPECT_FALSE(build_list_workbook(folder / "none/a.xlsx", {sheet}, today));
}

}  // namespace
}  // namespace pricetalk
