#include "document/error_codes.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>

#include "document/reader.hpp"
#include "document/word_texts.hpp"
#include "document/words.hpp"

namespace pricetalk {

/// `[chapter.LETTERS]` of words/errors.toml.
struct ErrorChapterTerms : TableBase {
  Stated<std::string> title;
  Stated<std::string> about;
};
template <>
struct Dictionary<ErrorChapterTerms> {
  static constexpr std::string_view name = "chapter";
  static constexpr auto fields = std::tuple{
      field("title", &ErrorChapterTerms::title, Need::required, "", "heading", R"("I: figures")"),
      field("about", &ErrorChapterTerms::about, Need::required, "", "one sentence",
            R"("What can be wrong with figures.")"),
  };
};

/// `[code.CODE]` of words/errors.toml.
struct ErrorCodeTerms : TableBase {
  Stated<Phrase> is;
  Stated<Phrase> why;
};
template <>
struct Dictionary<ErrorCodeTerms> {
  static constexpr std::string_view name = "code";
  static constexpr auto fields = std::tuple{
      field("is", &ErrorCodeTerms::is, Need::required, "", "what is wrong in general",
            R"({ en = "a decimal comma", nl = "een decimale komma" })"),
      field("why", &ErrorCodeTerms::why, Need::required, "", "why it is refused, how to mend it",
            R"({ en = "Write 31.25.", nl = "Schrijf 31.25." })"),
  };
};

struct ErrorFileTerms : TableBase {
  Stated<int> schema;
  Named<ErrorChapterTerms> chapter;
  Named<ErrorCodeTerms> code;
};
template <>
struct Dictionary<ErrorFileTerms> {
  static constexpr std::string_view name = "error codes";
  static constexpr auto fields = std::tuple{
      field("schema", &ErrorFileTerms::schema, Need::required, "", "format number", "1"),
      field("chapter", &ErrorFileTerms::chapter, Need::required, "", "by first letter",
            R"({ I = { title = "I: figures", about = "What can be wrong with figures." } })"),
      field("code", &ErrorFileTerms::code, Need::required, "", "by code",
            R"({ T0101 = { is = "a", why = "b" } })"),
  };
};

namespace {

/// The file as it was read; what is said of a code points into it.
const ErrorFileTerms& error_file() {
  static const Loaded<ErrorFileTerms> read =
      read_terms<ErrorFileTerms>(std::make_shared<const SourceText>(
          "words/errors.toml", std::string(word_text("errors.toml"))));
  if (!read.ok()) throw std::logic_error(render(read.diagnostics, Language::en));
  return *read.value;
}

Wording wording(const Phrase& phrase) { return {phrase.en, phrase.nl}; }

std::vector<ErrorChapter> made_chapters() {
  std::vector<ErrorChapter> made;
  for (const auto& chapter : error_file().chapter) {
    made.push_back({chapter.terms.title.value, chapter.terms.about.value, {}});
    for (const auto& code : error_file().code)
      if (chapter.id.find(code.id.front()) != std::string::npos)
        made.back().codes.push_back(
            {code.id, wording(code.terms.is.value), wording(code.terms.why.value)});
  }
  return made;
}

/// Of a text of messages with blank lines between them, the first that holds `code`.
std::string message_with(std::string_view text, const std::string& code) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    const std::string_view message = text.substr(at, end - at);
    if (message.find("[" + code + "]") != std::string_view::npos)
      return std::string(message.substr(0, message.find_last_not_of('\n') + 1)) + "\n";
    at = end + 2;
  }
  return {};
}

std::string upper(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return made;
}

}  // namespace

const std::vector<ErrorChapter>& error_chapters() {
  static const std::vector<ErrorChapter> chapters = made_chapters();
  return chapters;
}

const Code* find_error_code(std::string_view name) {
  const std::string wanted = upper(name);
  for (const ErrorChapter& chapter : error_chapters())
    for (const Code& each : chapter.codes)
      if (each.code == wanted) return &each;
  return nullptr;
}

const Code& nearest_error_code(std::string_view name) {
  const std::string wanted = upper(name) + "     ";
  const auto number = [](std::string_view code) {
    int made = 0;
    for (const char c : code.substr(1, 4)) made = made * 10 + (document::is_digit(c) ? c - '0' : 0);
    return made;
  };
  const auto distance = [&](std::string_view code) {
    return std::pair(code.front() != wanted.front(), std::abs(number(code) - number(wanted)));
  };
  const Code* nearest = nullptr;
  for (const ErrorChapter& chapter : error_chapters())
    for (const Code& each : chapter.codes)
      if (nearest == nullptr || distance(each.code) < distance(nearest->code)) nearest = &each;
  return *nearest;
}

Phrase example_of(const Code& code) {
  const std::string name(code.code);
  return {message_with(error_text(name + ".en"), name),
          message_with(error_text(name + ".nl"), name)};
}

}  // namespace pricetalk
