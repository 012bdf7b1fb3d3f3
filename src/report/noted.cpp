#include "report/noted.hpp"

namespace pricetalk {

namespace {

void place(Noted& made, const Span& span, const std::string& file) {
  made.file = span.source != nullptr ? span.source->name() : file;
  if (span.source == nullptr) return;
  made.region = {span.source->position(span.begin), span.source->position(span.end)};
}

}  // namespace

Noted noted(const Diagnostic& problem, const std::string& file) {
  Noted made;
  made.level = problem.severity == Severity::error ? Noted::Level::error : Noted::Level::warning;
  made.code = problem.code;
  made.title = problem.title;
  made.hint = problem.hint;
  place(made, problem.span, file);
  return made;
}

Noted noted(const Remark& remark, const std::string& file) {
  Noted made;
  made.level = remark.question ? Noted::Level::note : Noted::Level::warning;
  made.code = remark.code;
  made.title = remark.title;
  made.hint = remark.hint;
  place(made, remark.where, file);
  return made;
}

std::string_view word(Noted::Level level) {
  switch (level) {
    case Noted::Level::error:
      return "error";
    case Noted::Level::warning:
      return "warning";
    case Noted::Level::note:
      return "note";
  }
  return "";
}

}  // namespace pricetalk
