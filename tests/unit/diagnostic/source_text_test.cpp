#include "pricetalk/diagnostic/source_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "diagnostic/utf8.hpp"

namespace pricetalk::source_text_test {

std::string at(const SourceText& source, std::uint32_t offset) {
  const auto position = source.position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

TEST(SourceText, counts_lines_and_columns_from_one) {
  const SourceText source("a.toml", "ab\ncd\n");
  EXPECT_EQ(at(source, 0), "1:1");
  EXPECT_EQ(at(source, 1), "1:2");
  EXPECT_EQ(at(source, 2), "1:3");  // the line end itself
  EXPECT_EQ(at(source, 3), "2:1");
  EXPECT_EQ(at(source, 6), "3:1");
}

TEST(SourceText, counts_columns_in_code_points) {
  const SourceText source("a.toml", "é😀x = 1");
  EXPECT_EQ(at(source, 2), "1:2");
  EXPECT_EQ(at(source, 6), "1:3");
}

TEST(SourceText, gives_each_byte_that_is_not_utf8_a_column) {
  const SourceText source("a.toml", "\xFF\xFEx\x80y");
  EXPECT_EQ(at(source, 2), "1:3");
  EXPECT_EQ(at(source, 4), "1:5");
}

TEST(SourceText, leaves_the_byte_order_mark_out_of_columns_and_lines) {
  const SourceText source("a.toml",
                          "\xEF\xBB\xBF"
                          "a = 1\nb");
  EXPECT_EQ(at(source, 3), "1:1");
  EXPECT_EQ(at(source, 7), "1:5");
  EXPECT_EQ(at(source, 9), "2:1");
  EXPECT_EQ(source.line_at(4), "a = 1");
}

TEST(SourceText, leaves_the_line_end_of_dos_files_out_of_lines) {
  const SourceText source("a.toml", "a = 1\r\nb = 2\r\n");
  EXPECT_EQ(source.line_at(0), "a = 1");
  EXPECT_EQ(source.line_at(7), "b = 2");
  EXPECT_EQ(at(source, 7), "2:1");
  EXPECT_EQ(source.line_start(2), 7u);
}

TEST(SourceText, places_an_offset_behind_the_end_at_the_end) {
  const SourceText source("a.toml", "ab");
  EXPECT_EQ(at(source, 99), "1:3");
  EXPECT_EQ(source.line_at(99), "ab");
}

TEST(SourceText, has_one_empty_line_when_it_is_empty) {
  const SourceText source("a.toml", "");
  EXPECT_EQ(at(source, 0), "1:1");
  EXPECT_EQ(source.line_at(0), "");
}

TEST(Span, says_its_file_and_line_and_its_text) {
  const SourceText source("contracts/cleaning.toml", "a = 1\nb = 22\n");
  const Span span{&source, 10, 12};
  EXPECT_EQ(span.place(), "contracts/cleaning.toml:2");
  EXPECT_EQ(span.text(), "22");
}

TEST(Span, has_no_place_and_no_text_when_it_is_empty) {
  EXPECT_EQ(Span{}.place(), "");
  EXPECT_EQ(Span{}.text(), "");
}

TEST(Utf8, refuses_overlong_forms_surrogates_and_too_large_numbers) {
  EXPECT_EQ(utf8::valid_length("é", 0), 2u);
  EXPECT_EQ(utf8::valid_length("€", 0), 3u);
  EXPECT_EQ(utf8::valid_length("😀", 0), 4u);
  for (const std::string wrong :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE2\x82", "\xC3"}) {
    EXPECT_EQ(utf8::valid_length(wrong, 0), 0u);
  }
}

}  // namespace pricetalk::source_text_test
