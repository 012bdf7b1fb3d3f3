#include <gtest/gtest.h>

#include "pricetalk/invoice/invoice.hpp"

// A CSV in pieces gives the rows, places and messages that it gives whole.

namespace pricetalk {
namespace pieces_test {

struct Read {
  std::vector<std::string> rows;
  std::vector<std::string> problems;
  bool whole = true;
};

void take(InvoiceRows& rows, Diagnostics& problems, Read& made) {
  for (InvoiceLine row; rows.next(row);)
    made.rows.push_back(row.where.place() + " " + row.invoice + " '" + row.line + "' " +
                        row.amount.text());
  for (const Diagnostic& one : problems.list())
    made.problems.push_back(one.code + " " + one.span.place() + " " + std::string(one.span.text()));
  problems = {};
}

Read in_one(const std::string& text) {
  Read made;
  Diagnostics problems;
  InvoiceRows rows(std::make_shared<const SourceText>("f.csv", text), nullptr, problems);
  take(rows, problems, made);
  return made;
}

/// Cut behind every `lines` line ends.
Read in_pieces(const std::string& text, int lines) {
  Read made;
  Diagnostics problems;
  std::vector<std::string> pieces(1);
  int count = 0;
  for (const char c : text) {
    pieces.back() += c;
    if (c == '\n' && ++count % lines == 0) pieces.emplace_back();
  }
  if (pieces.back().empty()) pieces.pop_back();
  auto rows = InvoiceRows::in_pieces(std::make_shared<const SourceText>("f.csv", pieces.front()),
                                     nullptr, problems);
  take(rows, problems, made);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    made.whole = made.whole && rows.more(pieces[i], i + 1 == pieces.size());
    take(rows, problems, made);
  }
  return made;
}

const std::string head = "invoice,date,line,from,to,quantity,unit_price,amount\n";
std::string row(const std::string& number, const std::string& line, const std::string& amount) {
  return number + ",2025-01-31," + line + ",2025-01-01,2025-01-31,1,," + amount + "\n";
}

void expect_same(const std::string& text, std::size_t rows, std::size_t problems) {
  const Read one = in_one(text);
  EXPECT_EQ(one.rows.size(), rows);
  EXPECT_EQ(one.problems.size(), problems);
  for (const int lines : {2, 3, 5}) {
    const Read cut = in_pieces(text, lines);
    EXPECT_TRUE(cut.whole);
    EXPECT_EQ(cut.rows, one.rows) << lines;
    EXPECT_EQ(cut.problems, one.problems) << lines;
  }
}

TEST(InvoicePieces, hold_the_rows_of_the_whole) {
  std::string text = head;
  for (int i = 0; i < 12; ++i) text += row(std::to_string(i), "p", "1.00");
  expect_same(text, 12, 0);
}

TEST(InvoicePieces, a_field_may_go_on_in_the_next) {
  expect_same(head + row("1", "\"on\nthree\nlines\"", "1.00") + row("2", "p", "2.00") +
                  row("3", "\"a\n\nb \"\"c\"\"\"", "3.00") + row("4", "q", "4.00"),
              4, 0);
}

TEST(InvoicePieces, a_broken_row_is_told_once_with_its_line) {
  expect_same(head + row("1", "p", "1.00") + row("2", "p", "two") + row("3", "p", "3.00") +
                  row("4", "p,q", "4.00") + row("5", "p", "5.00"),
              3, 2);
}

TEST(InvoicePieces, a_quote_that_never_closes_costs_one_row) {
  expect_same(head + row("1", "p", "1.00") + row("2", "\"p", "2.00") + row("3", "p", "3.00") +
                  row("4", "p", "4.00") + row("5", "p", "5.00"),
              4, 1);
}

TEST(InvoicePieces, the_last_line_needs_no_end) {
  std::string text = head + row("1", "p", "1.00") + row("2", "p", "2.00");
  text.pop_back();
  expect_same(text, 2, 0);
}

TEST(InvoicePieces, an_accent_far_down_tells_the_encoding) {
  const Read made = in_pieces(head + row("1", "p", "1.00") + row("2", "caf\xE9", "2.00"), 2);
  EXPECT_TRUE(made.whole);
  EXPECT_EQ(made.rows.back(), "f.csv:3 2 'caf\xC3\xA9' 2.00");
}

TEST(InvoicePieces, letters_of_two_encodings_are_refused) {
  const Read made =
      in_pieces(head + row("1", "caf\xC3\xA9", "1.00") + row("2", "caf\xE9", "2.00"), 2);
  EXPECT_FALSE(made.whole);
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_EQ(made.problems[0].substr(0, 13), "A0123 f.csv:3");
}

}  // namespace pieces_test
}  // namespace pricetalk
