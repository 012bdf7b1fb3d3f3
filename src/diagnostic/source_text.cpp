#include "pricetalk/diagnostic/source_text.hpp"

#include <algorithm>
#include <utility>

#include "diagnostic/utf8.hpp"

namespace pricetalk {

SourceText::SourceText(std::string name, std::string bytes, std::uint32_t first_line)
    : name_(std::move(name)), bytes_(std::move(bytes)), first_line_(first_line) {
  line_starts_.push_back(0);
  for (std::size_t i = bytes_.find('\n'); i != std::string::npos; i = bytes_.find('\n', i + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

SourceText::Position SourceText::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  std::size_t at = line_starts_[line - 1];
  if (at == 0 && bytes_.starts_with(utf8::byte_order_mark)) at = utf8::byte_order_mark.size();
  std::uint32_t column = 1;
  while (at < offset) {
    at += utf8::length(bytes_, at);
    if (at <= offset) ++column;
  }
  return {line - 1 + first_line_, column};
}

std::string_view SourceText::line_at(std::uint32_t offset) const {
  const std::uint32_t line = position(offset).line - first_line_ + 1;
  std::string_view text = bytes_;
  const std::size_t begin = line_starts_[line - 1];
  const std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text.size();
  text = text.substr(begin, end - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (begin == 0 && text.starts_with(utf8::byte_order_mark)) {
    text.remove_prefix(utf8::byte_order_mark.size());
  }
  return text;
}

std::string Span::place() const {
  if (source == nullptr) return {};
  return source->name() + ":" + std::to_string(source->position(begin).line);
}

}  // namespace pricetalk
