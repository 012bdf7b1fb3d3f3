#include "files/stamp.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "temporary_folder.hpp"

namespace pricetalk {
namespace file_stamp_test {

TEST(FileStamp, is_that_of_no_file_which_may_still_change_unseen) {
  const TemporaryFolder folder;
  folder.put("young", "text");
  EXPECT_EQ(stamp_of(folder / "young"), std::nullopt);
  using namespace std::chrono_literals;
  const auto hour_ago = std::filesystem::file_time_type::clock::now() - 1h;
  std::filesystem::last_write_time(folder / "young", hour_ago);
  EXPECT_EQ(stamp_of(folder / "young"), std::nullopt) << "its date was set just now";
}

TEST(FileStamp, is_that_of_files_only) {
  const TemporaryFolder folder;
  for (const std::string& path :
       {folder.path(), folder / "none", std::string("/dev/null"), std::string("a\0b", 3)})
    EXPECT_EQ(stamp_of(path), std::nullopt) << path;
}

}  // namespace file_stamp_test
}  // namespace pricetalk
