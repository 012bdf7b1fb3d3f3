#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "files/files.hpp"
#include "temporary_folder.hpp"

namespace pricetalk {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string first_code(const Diagnostics& diagnostics) {
  return diagnostics.list().empty() ? "" : diagnostics.list().front().code;
}

/// A disk that takes no more than so many bytes of one file.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int);
};

TEST(WriteFile, replaces_the_whole_file_and_keeps_its_permissions) {
  const TemporaryFolder folder;
  folder.put("a.txt", "a long earlier text");
  ASSERT_EQ(::chmod((folder / "a.txt").c_str(), 0600), 0);
  EXPECT_TRUE(write_file(folder / "a.txt", "new").empty());
  EXPECT_EQ(folder.get("a.txt"), "new");
  struct stat status {};
  ASSERT_EQ(::stat((folder / "a.txt").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
}

TEST(WriteFile, writes_through_a_link) {
  const TemporaryFolder folder;
  folder.put("a.txt", "old");
  ASSERT_EQ(::symlink("a.txt", (folder / "link.txt").c_str()), 0);
  EXPECT_TRUE(write_file(folder / "link.txt", "new").empty());
  EXPECT_EQ(folder.get("a.txt"), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.txt"));
}

TEST(WriteFile, leaves_the_old_file_when_the_disk_is_full) {
  const TemporaryFolder folder;
  folder.put("a.txt", "old");
  Diagnostics refused;
  {
    const SmallDisk disk(1000);
    refused = write_file(folder / "a.txt", std::string(5000, 'x'));
  }
  EXPECT_EQ(first_code(refused), "O0006");
  EXPECT_EQ(folder.get("a.txt"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a.txt"));
}

TEST(WriteFile, says_that_a_device_is_full) {
  const auto refused = write_file("/dev/full", "x");
  ASSERT_EQ(first_code(refused), "O0006");
  EXPECT_THAT(refused.list()[0].title.en, HasSubstr("the disk is full"));
  EXPECT_THAT(refused.list()[0].title.nl, HasSubstr("de schijf is vol"));
  EXPECT_TRUE(write_file("/dev/null", "x").empty());
}

TEST(WriteFile, refuses_a_folder_and_a_folder_that_is_not_there) {
  const TemporaryFolder folder;
  EXPECT_EQ(first_code(write_file(folder.path(), "x")), "O0006");
  EXPECT_EQ(first_code(write_file(folder / "none/a.txt", "x")), "O0006");
  EXPECT_EQ(first_code(write_file("", "x")), "O0006");
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(WriteFolder, makes_folders_inside_and_parents) {
  const TemporaryFolder folder;
  EXPECT_TRUE(
      write_folder(folder / "2025/talk/", {{"talk.md", "t"}, {"customer/letter.md", "l"}}).empty());
  EXPECT_EQ(folder.get("2025/talk/talk.md"), "t");
  EXPECT_EQ(folder.get("2025/talk/customer/letter.md"), "l");
  EXPECT_THAT(folder.names(), ElementsAre("2025"));
}

TEST(WriteFolder, replaces_what_the_program_wrote_as_a_whole) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_folder(folder / "talk", {{"old.md", "o"}, {"both.md", "1"}}).empty());
  ASSERT_TRUE(write_folder(folder / "talk", {{"new.md", "n"}, {"both.md", "2"}}).empty());
  EXPECT_FALSE(std::filesystem::exists(folder / "talk/old.md"));
  EXPECT_EQ(folder.get("talk/both.md"), "2");
  EXPECT_THAT(folder.names(), ElementsAre("talk"));
}

TEST(WriteFolder, takes_an_empty_folder_and_ignores_what_desktops_add) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "talk");
  ASSERT_TRUE(write_folder(folder / "talk", {{"a.md", "1"}}).empty());
  folder.put("talk/.DS_Store", "x");
  std::filesystem::remove(folder / "talk/a.md");
  ASSERT_TRUE(write_folder(folder / "talk", {}).empty());
  EXPECT_TRUE(write_folder(folder / "talk", {{"a.md", "2"}}).empty());
}

TEST(WriteFolder, never_throws_away_what_somebody_edited_or_added) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_folder(folder / "talk", {{"letter.md", "Geachte"}}).empty());
  folder.put("talk/letter.md", "Beste");
  auto refused = write_folder(folder / "talk", {{"letter.md", "Geachte"}});
  ASSERT_EQ(first_code(refused), "O0007");
  EXPECT_THAT(refused.list()[0].title.nl, HasSubstr("gewijzigd: letter.md"));
  EXPECT_EQ(folder.get("talk/letter.md"), "Beste");

  folder.put("talk/letter.md", "Geachte");
  folder.put("talk/notes/mine.txt", "call at ten");
  refused = write_folder(folder / "talk", {{"letter.md", "Geachte"}});
  ASSERT_EQ(first_code(refused), "O0007");
  EXPECT_THAT(refused.list()[0].title.en, HasSubstr("not written by pricetalk: notes/mine.txt"));
}

TEST(WriteFolder, refuses_a_folder_of_somebody_else_and_a_file) {
  const TemporaryFolder folder;
  folder.put("photos/a.jpg", "x");
  EXPECT_EQ(first_code(write_folder(folder / "photos", {{"a.md", ""}})), "O0007");
  folder.put("photos/.pricetalk", "not our words\n");
  EXPECT_EQ(first_code(write_folder(folder / "photos", {{"a.md", ""}})), "O0007");
  EXPECT_EQ(first_code(write_folder(folder / "photos/a.jpg", {{"a.md", ""}})), "O0003");
  EXPECT_EQ(first_code(write_folder(folder / "photos/a.jpg/talk", {{"a.md", ""}})), "O0006");
  EXPECT_EQ(first_code(write_folder("", {})), "O0006");
  EXPECT_EQ(folder.get("photos/a.jpg"), "x");
}

TEST(WriteFolder, leaves_nothing_half_written_when_the_disk_is_full) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_folder(folder / "talk", {{"a.md", "old"}}).empty());
  Diagnostics replaced;
  Diagnostics fresh;
  {
    const SmallDisk disk(1000);
    const FolderContents large{{"a.md", "new"}, {"b/c.md", std::string(5000, 'x')}};
    replaced = write_folder(folder / "talk", large);
    fresh = write_folder(folder / "some/parents/talk", large);
  }
  EXPECT_EQ(first_code(replaced), "O0006");
  EXPECT_EQ(first_code(fresh), "O0006");
  EXPECT_EQ(folder.get("talk/a.md"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("talk"));
}

TEST(WriteFolder, says_when_permission_is_missing_and_leaves_no_parents) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "closed");
  for (const mode_t mode : {0555, 0444}) {
    ASSERT_EQ(::chmod((folder / "closed").c_str(), mode), 0);
    const AsNobody nobody;
    for (const auto& refused : {write_folder(folder / "closed/new/talk", {{"a.md", "1"}}),
                                write_file(folder / "closed/a.md", "1")}) {
      ASSERT_EQ(first_code(refused), "O0006");
      EXPECT_THAT(refused.list()[0].title.nl, HasSubstr("geen toestemming"));
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder / "closed"));
}

TEST(WriteFolder, writes_the_same_bytes_each_time) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_folder(folder / "a", {{"x.md", "1"}, {"y/z.md", "2"}}).empty());
  ASSERT_TRUE(write_folder(folder / "b", {{"x.md", "1"}, {"y/z.md", "2"}}).empty());
  EXPECT_EQ(folder.get("a/.pricetalk"), folder.get("b/.pricetalk"));
  EXPECT_THAT(folder.get("a/.pricetalk"), HasSubstr(" y/z.md\n"));
}

}  // namespace
}  // namespace pricetalk
