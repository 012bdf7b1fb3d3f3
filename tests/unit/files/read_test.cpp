#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/files.hpp"
#include "temporary_folder.hpp"

namespace pricetalk {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string code_of(const Diagnostics& diagnostics) {
  return diagnostics.list().empty() ? "" : diagnostics.list().front().code;
}

TEST(ReadFile, gives_every_byte_back) {
  const TemporaryFolder folder;
  std::string bytes(200'000, 'x');
  bytes[70'000] = '\0';
  bytes[131'072] = '\xff';
  folder.put("a.bin", bytes);
  EXPECT_EQ(read_file(folder / "a.bin").value, bytes);
  folder.put("empty.toml", "");
  EXPECT_EQ(read_file(folder / "empty.toml").value, "");
}

TEST(ReadFile, names_the_file_that_was_probably_meant) {
  const TemporaryFolder folder;
  folder.put("schoonmaak.toml", "");
  const auto read = read_file(folder / "schoonmak.toml");
  ASSERT_FALSE(read.value);
  EXPECT_EQ(code_of(read.diagnostics), "O0001");
  EXPECT_THAT(read.diagnostics.list()[0].hint.en, HasSubstr("schoonmaak.toml'?"));
  EXPECT_THAT(read.diagnostics.list()[0].hint.nl, HasSubstr("bedoelde u"));
}

TEST(ReadFile, says_that_the_folder_is_missing_too) {
  const TemporaryFolder folder;
  const auto read = read_file(folder / "nowhere/a.toml");
  EXPECT_EQ(code_of(read.diagnostics), "O0001");
  EXPECT_THAT(read.diagnostics.list()[0].hint.en, HasSubstr("is not there either"));
}

TEST(ReadFile, points_at_the_words_that_asked_for_it) {
  const SourceText source("contract.toml", "figures_from = [\"none\"]\n");
  const Span asked{&source, 16, 22};
  const auto read = read_file("does-not-exist.toml", asked);
  ASSERT_EQ(read.diagnostics.list().size(), 1u);
  EXPECT_EQ(read.diagnostics.list()[0].span, asked);
}

TEST(ReadFile, refuses_a_folder) {
  const TemporaryFolder folder;
  EXPECT_EQ(code_of(read_file(folder.path()).diagnostics), "O0002");
}

TEST(ReadFile, refuses_fifty_megabytes_without_reading_them) {
  const TemporaryFolder folder;
  folder.put("large.toml", "");
  ASSERT_EQ(::truncate((folder / "large.toml").c_str(), 50'000'000), 0);
  EXPECT_EQ(code_of(read_file(folder / "large.toml").diagnostics), "O0005");
  ASSERT_EQ(::truncate((folder / "large.toml").c_str(), 49'999'999), 0);
  const auto read = read_file(folder / "large.toml");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->size(), 49'999'999u);
}

TEST(ReadFile, refuses_a_publication_of_a_gigabyte_before_reading_it) {
  const TemporaryFolder folder;
  folder.put("table.json", "");
  // Sparse: the disk holds next to nothing of it.
  ASSERT_EQ(::truncate((folder / "table.json").c_str(), 1'000'000'000), 0);
  const auto read = read_file(folder / "table.json", {}, max_publication_bytes);
  EXPECT_EQ(code_of(read.diagnostics), "O0005");
  EXPECT_NE(read.diagnostics.list()[0].title.en.find("500 MB"), std::string::npos);
  ASSERT_EQ(::truncate((folder / "table.json").c_str(), 50'000'001), 0);
  EXPECT_TRUE(read_file(folder / "table.json", {}, max_publication_bytes).value);
}

TEST(ReadFile, stops_at_an_endless_device) {
  EXPECT_EQ(code_of(read_file("/dev/zero").diagnostics), "O0005");
}

TEST(ReadFile, gives_the_reason_of_the_operating_system) {
  const TemporaryFolder folder;
  folder.put("file.toml", "");
  const auto through_file = read_file(folder / "file.toml/inside.toml");
  EXPECT_EQ(code_of(through_file.diagnostics), "O0004");
  EXPECT_THAT(through_file.diagnostics.list()[0].title.nl, HasSubstr("een deel van het pad"));
  ASSERT_EQ(::symlink("circle", (folder / "circle").c_str()), 0);
  EXPECT_THAT(read_file(folder / "circle").diagnostics.list()[0].title.en, HasSubstr("circle"));
  EXPECT_EQ(code_of(read_file(folder / std::string(300, 'n')).diagnostics), "O0004");
}

TEST(ReadFile, says_when_permission_is_missing) {
  const TemporaryFolder folder;
  folder.put("secret.toml", "");
  ASSERT_EQ(::chmod((folder / "secret.toml").c_str(), 0), 0);
  const AsNobody nobody;
  const auto read = read_file(folder / "secret.toml");
  EXPECT_EQ(code_of(read.diagnostics), "O0004");
  EXPECT_THAT(read.diagnostics.list()[0].title.en, HasSubstr("permission denied"));
}

TEST(ReadFile, does_not_stop_at_a_zero_in_the_name) {
  const TemporaryFolder folder;
  folder.put("a", "");
  EXPECT_EQ(code_of(read_file((folder / "a") + std::string("\0b", 2)).diagnostics), "O0001");
}

TEST(ReadSource, is_named_by_its_path) {
  const TemporaryFolder folder;
  folder.put("a.toml", "x = 1\n");
  const auto source = read_source(folder / "a.toml");
  ASSERT_TRUE(source.value);
  EXPECT_EQ((*source.value)->name(), folder / "a.toml");
  EXPECT_EQ((*source.value)->bytes(), "x = 1\n");
}

TEST(ListFiles, sorts_by_name_and_skips_hidden_ones) {
  const TemporaryFolder folder;
  for (const auto* name : {"b.toml", "a.toml", "B.toml", ".c.toml", "d.csv", "sub/e.toml"}) {
    folder.put(name, "");
  }
  EXPECT_THAT(list_files(folder.path(), ".toml").value.value(),
              ElementsAre(folder / "B.toml", folder / "a.toml", folder / "b.toml"));
  EXPECT_THAT(
      list_files(folder.path(), ".toml", Depth::below).value.value(),
      ElementsAre(folder / "B.toml", folder / "a.toml", folder / "b.toml", folder / "sub/e.toml"));
}

TEST(ListFiles, takes_a_file_as_it_is) {
  const TemporaryFolder folder;
  folder.put("d.csv", "");
  EXPECT_THAT(list_files(folder / "d.csv", ".toml").value.value(), ElementsAre(folder / "d.csv"));
  EXPECT_EQ(code_of(list_files(folder / "none", ".toml").diagnostics), "O0001");
}

TEST(ListFiles, does_not_follow_a_link_round_and_round) {
  const TemporaryFolder folder;
  folder.put("a.toml", "");
  ASSERT_EQ(::symlink(".", (folder / "again").c_str()), 0);
  EXPECT_THAT(list_files(folder.path(), ".toml", Depth::below).value.value(),
              ElementsAre(folder / "a.toml"));
}

TEST(PathBeside, is_short_and_relative_to_the_file) {
  EXPECT_EQ(path_beside("contracts/a.toml", "../indices"), "indices");
  EXPECT_EQ(path_beside("contracts/a.toml", "clauses/b.toml"), "contracts/clauses/b.toml");
  EXPECT_EQ(path_beside("a.toml", "b.toml"), "b.toml");
  EXPECT_EQ(path_beside("a.toml", "indices/"), "indices");
  EXPECT_EQ(path_beside("contracts/a.toml", ".."), ".");
  EXPECT_EQ(path_beside("a.toml", "../indices"), "../indices");
  EXPECT_EQ(path_beside("/x/y/a.toml", "../b.toml"), "/x/b.toml");
  EXPECT_EQ(path_beside("contracts/a.toml", "/figures"), "/figures");
}

}  // namespace
}  // namespace pricetalk
