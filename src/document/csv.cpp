#include "document/csv.hpp"

#include <algorithm>
#include <utility>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"

namespace pricetalk::csv {

namespace {

/// No row of a table is longer; a quote that is open for so long was never closed.
constexpr std::size_t longest_row = 1'000'000;

}  // namespace

RowReader::RowReader(const SourceText& source, Style style, Diagnostics& diagnostics)
    : source_(source), text_(source.bytes()), style_(style), diagnostics_(diagnostics) {
  if (text_.starts_with(utf8::byte_order_mark)) at_ = utf8::byte_order_mark.size();
  at_ = std::max(at_, style_.begin);
}

bool RowReader::next(Row& row) {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    read_row(row);
    if (left_) {
      left_ = false;
      at_ = begin;
      return false;
    }
    const bool empty =
        row.fields.size() == 1 && row.fields[0].text.empty() && row.where.begin == row.where.end;
    if (!empty && !spoiled_) return true;
    if (spoiled_) ++left_out_;
  }
  return false;
}

bool RowReader::at_line_end() const {
  return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

Span RowReader::span(std::size_t begin, std::size_t end) const {
  return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void RowReader::read_row(Row& row) {
  spoiled_ = false;
  const std::size_t begin = at_;
  // Fields are filled again, not made anew: a large file has millions.
  std::size_t count = 0;
  for (;;) {
    if (count == row.fields.size()) row.fields.emplace_back();
    read_field(row.fields[count++]);
    if (at_ < text_.size() && text_[at_] == style_.separator && !spoiled_) {
      ++at_;
      continue;
    }
    break;
  }
  row.fields.resize(count);
  while (!at_line_end()) ++at_;
  row.where = span(begin, at_);
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

void RowReader::read_field(Field& field) {
  const auto blank = [this](char c) { return document::is_blank(c) && c != style_.separator; };
  while (at_ < text_.size() && blank(text_[at_])) ++at_;
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(field);
  const std::size_t begin = at_;
  while (!at_line_end() && text_[at_] != style_.separator) ++at_;
  std::size_t end = at_;
  while (end > begin && blank(text_[end - 1])) --end;
  field.text.assign(text_.substr(begin, end - begin));
  field.where = span(begin, end);
}

void RowReader::read_quoted(Field& field) {
  const std::size_t begin = at_++;
  field.text.clear();
  bool closed = false;
  while (at_ < text_.size() && !closed) {
    if (text_[at_] != '"') {
      field.text += text_[at_++];
    } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      field.text += '"';
      at_ += 2;
    } else {
      ++at_;
      closed = true;
    }
  }
  field.where = span(begin, at_);
  while (at_ < text_.size() && document::is_blank(text_[at_]) && text_[at_] != style_.separator)
    ++at_;
  const bool text_behind = closed && !at_line_end() && text_[at_] != style_.separator;
  if (!closed && style_.piece && text_.size() - begin < longest_row) {
    left_ = true;
    return;
  }
  if (!closed || (text_behind && field.text.find('\n') != std::string::npos)) {
    // A quote that closes in the middle of another line opens there: only this line is lost.
    at_ = begin;
    spoil(span(begin, begin + 1),
          {"this quote is never closed", "dit aanhalingsteken wordt nergens gesloten"},
          {"close it, or write \"\" for a quote inside a field",
           "sluit het, of schrijf \"\" voor een aanhalingsteken in een veld"});
  } else if (text_behind) {
    spoil(
        span(at_, at_ + utf8::length(text_, at_)),
        {"text stands behind a closing quote",
         "achter een gesloten aanhalingsteken staat nog tekst"},
        {"put the whole field between the quotes", "zet het hele veld tussen de aanhalingstekens"});
  }
}

void RowReader::spoil(Span where, Phrase title, Phrase hint) {
  spoiled_ = true;
  diagnostics_.error(style_.broken_quote, where, std::move(title), std::move(hint));
}

std::vector<Row> rows(const SourcePtr& source, Diagnostics& diagnostics, Style style) {
  diagnostics.keep(source);
  RowReader reader(*source, style, diagnostics);
  std::vector<Row> made;
  for (Row row; reader.next(row);) made.push_back(row);
  return made;
}

}  // namespace pricetalk::csv
