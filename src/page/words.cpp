#include <algorithm>
#include <utility>

#include "pricetalk/page/page.hpp"

namespace pricetalk {

namespace {

/// The ends of lines in a text are blanks: what breaks a line is a run of its own.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

Words::Words(std::string plain) {
  if (!plain.empty()) runs_.push_back({one_line(std::move(plain)), Words::Run::Kind::plain});
}

std::string Words::plain() const {
  std::string text;
  for (const Words::Run& run : runs_)
    text += run.kind == Words::Run::Kind::line_break ? " " : run.text;
  return text;
}

Words& Words::operator+=(const Words& more) {
  const std::vector<Run> added = more.runs_;  // `more` may be this one
  for (const Words::Run& run : added) {
    const bool goes_on = !runs_.empty() && runs_.back().kind == run.kind &&
                         run.kind != Run::Kind::link && run.kind != Run::Kind::file &&
                         run.kind != Run::Kind::line_break;
    if (goes_on)
      runs_.back().text += run.text;
    else
      runs_.push_back(run);
  }
  return *this;
}

Words strong(std::string text) {
  return Words(Words::Run{one_line(std::move(text)), Words::Run::Kind::strong});
}
Words code(std::string text) {
  return Words(Words::Run{one_line(std::move(text)), Words::Run::Kind::code});
}
Words link(std::string text, std::string anchor) {
  return Words(Words::Run{one_line(std::move(text)), Words::Run::Kind::link, std::move(anchor)});
}
Words file_link(std::string text, std::string path) {
  return Words(Words::Run{one_line(std::move(text)), Words::Run::Kind::file, std::move(path)});
}
Words line_break() { return Words(Words::Run{"", Words::Run::Kind::line_break}); }

}  // namespace pricetalk
