#include "audit/csv.hpp"

#include <utility>

#include "diagnostic/utf8.hpp"

namespace pricetalk::csv {

namespace {

class Scanner {
 public:
  Scanner(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), text_(source.bytes()), diagnostics_(diagnostics) {
    if (text_.starts_with(utf8::byte_order_mark)) at_ = utf8::byte_order_mark.size();
  }

  std::vector<Row> run() {
    std::vector<Row> made;
    while (at_ < text_.size()) {
      Row row = this->row();
      const bool empty =
          row.fields.size() == 1 && row.fields[0].text.empty() && row.where.begin == row.where.end;
      if (!empty && !spoiled_) made.push_back(std::move(row));
    }
    return made;
  }

 private:
  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  Row row() {
    Row made;
    spoiled_ = false;
    const std::size_t begin = at_;
    for (;;) {
      made.fields.push_back(field());
      if (at_ < text_.size() && text_[at_] == ',' && !spoiled_) {
        ++at_;
        continue;
      }
      break;
    }
    while (!at_line_end()) ++at_;
    made.where = span(begin, at_);
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    return made;
  }

  Field field() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t begin = at_;
    while (!at_line_end() && text_[at_] != ',') ++at_;
    std::size_t end = at_;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    return {std::string(text_.substr(begin, end - begin)), span(begin, end)};
  }

  Field quoted() {
    const std::size_t begin = at_++;
    std::string content;
    bool closed = false;
    while (at_ < text_.size() && !closed) {
      if (text_[at_] != '"') {
        content += text_[at_++];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        content += '"';
        at_ += 2;
      } else {
        ++at_;
        closed = true;
      }
    }
    const Span where = span(begin, at_);
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    const bool text_behind = closed && !at_line_end() && text_[at_] != ',';
    if (!closed || (text_behind && content.find('\n') != std::string::npos)) {
      // A quote that closes in the middle of another line opens there: only this line is lost.
      at_ = begin;
      spoil(span(begin, begin + 1),
            {"this quote is never closed", "dit aanhalingsteken wordt nergens gesloten"},
            {"close it, or write \"\" for a quote inside a field",
             "sluit het, of schrijf \"\" voor een aanhalingsteken in een veld"});
    } else if (text_behind) {
      spoil(span(at_, at_ + utf8::length(text_, at_)),
            {"text stands behind a closing quote",
             "achter een gesloten aanhalingsteken staat nog tekst"},
            {"put the whole field between the quotes",
             "zet het hele veld tussen de aanhalingstekens"});
    }
    return {std::move(content), where};
  }

  void spoil(Span where, Phrase title, Phrase hint) {
    spoiled_ = true;
    diagnostics_.error("A0102", where, std::move(title), std::move(hint));
  }

  const SourceText& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  bool spoiled_ = false;
};

}  // namespace

std::vector<Row> rows(const SourcePtr& source, Diagnostics& diagnostics) {
  diagnostics.keep(source);
  return Scanner(*source, diagnostics).run();
}

}  // namespace pricetalk::csv
