#include "files/pieces.hpp"

#include <gtest/gtest.h>

#include "files/files.hpp"
#include "temporary_folder.hpp"

namespace pricetalk {
namespace file_pieces_test {

TEST(FilePieces, end_behind_a_line_and_hold_every_byte) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.csv";
  std::string text;
  for (int i = 0; i < 200; ++i) text += std::string(static_cast<std::size_t>(i % 13), 'x') + "\n";
  text += "no line end";
  ASSERT_TRUE(write_file(path, text).empty());
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{20}, std::size_t{100}, text.size(), text.size() + 1}) {
    Diagnostics problems;
    FilePieces pieces(path, problems, size);
    std::string all;
    for (std::string piece; pieces.next(piece);) {
      ASSERT_FALSE(piece.empty());
      EXPECT_EQ(pieces.last(), all.size() + piece.size() == text.size());
      EXPECT_TRUE(pieces.last() || piece.back() == '\n');
      all += piece;
    }
    EXPECT_EQ(all, text) << size;
    EXPECT_TRUE(problems.empty());
  }
}

TEST(FilePieces, of_a_file_that_is_not_there_there_are_none) {
  const TemporaryFolder folder;
  Diagnostics problems;
  FilePieces pieces(folder / "nothing.csv", problems);
  std::string piece;
  EXPECT_FALSE(pieces.next(piece));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list().front().code, "O0001");
}

}  // namespace file_pieces_test
}  // namespace pricetalk
