#include "files/growing_file.hpp"

#include <gmock/gmock.h>

#include "temporary_folder.hpp"

namespace growing_file_test {

using namespace pricetalk;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(GrowingFile, takes_its_place_when_it_is_finished) {
  const TemporaryFolder folder;
  folder.put("a.csv", "old");
  GrowingFile file(folder / "a.csv");
  std::string expected;
  for (int i = 0; i < 30; ++i) {
    const std::string piece(100'000, static_cast<char>('a' + i % 26));
    file.add(piece);
    expected += piece;
  }
  EXPECT_EQ(folder.get("a.csv"), "old");
  EXPECT_TRUE(std::move(file).finish().empty());
  EXPECT_EQ(folder.get("a.csv"), expected);
  EXPECT_THAT(folder.names(), ElementsAre("a.csv"));
}

TEST(GrowingFile, leaves_nothing_behind_when_it_is_not_finished) {
  const TemporaryFolder folder;
  { GrowingFile(folder / "a.csv").add("lost"); }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(GrowingFile, may_be_built_by_another_writer_beside_its_place) {
  const TemporaryFolder folder;
  GrowingFile file(folder / "a.bin");
  std::ofstream(file.beside(), std::ios::binary) << "built";
  EXPECT_TRUE(std::move(file).finish().empty());
  EXPECT_EQ(folder.get("a.bin"), "built");
}

TEST(GrowingFile, says_where_it_cannot_be_written) {
  const TemporaryFolder folder;
  for (const std::string& path : {folder / "none/a.csv", folder.path(), std::string()}) {
    GrowingFile file(path);
    file.add("x");
    EXPECT_TRUE(file.beside().empty());
    const Diagnostics problems = std::move(file).finish();
    ASSERT_TRUE(problems.has_errors()) << path;
    EXPECT_EQ(problems.list().front().code, "O0006") << path;
  }
}

TEST(GrowingFile, goes_straight_to_a_device) {
  GrowingFile file("/dev/null");
  file.add("x");
  EXPECT_TRUE(file.beside().empty());
  EXPECT_TRUE(std::move(file).finish().empty());
}

}  // namespace growing_file_test
