#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "document/error_codes.hpp"
#include "report/json_code.hpp"

namespace pricetalk {

namespace {

/// "error[C0308]" and "[C0308]" are copied from a message: the code between the brackets.
std::string between_brackets(const std::string& text) {
  const auto open = text.find('[');
  const auto close = text.find(']', open);
  return open == std::string::npos || close == std::string::npos
             ? text
             : text.substr(open + 1, close - open - 1);
}

std::string indented(const std::string& text) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    made += "  " + text.substr(at, end - at);
    at = end;
  }
  return made;
}

}  // namespace

Status explain(const ExplainOptions& options, Session& session) {
  const Language language = session.language();
  const Code* code = find_error_code(between_brackets(options.code));
  if (code == nullptr) {
    Diagnostics problems;
    const Code& nearest = nearest_error_code(between_brackets(options.code));
    const std::string name(nearest.code);
    const Wording& near = nearest.title;
    problems.error(
        "U0030", {},
        {"there is no code '" + options.code + "'", "er is geen code '" + options.code + "'"},
        {"the nearest is " + name + ": " + near.phrase().en,
         "de dichtstbijzijnde is " + name + ": " + near.phrase().nl});
    session.print(problems, language);
    return Status::usage;
  }
  if (session.json()) {
    session.out() << error_code_json(*code);
    return Status::fine;
  }
  session.out() << code->code << ": " << code->title.phrase().in(language) << "\n\n"
                << code->explanation.phrase().in(language) << "\n";
  const std::string example = example_of(*code).in(language);
  if (example.empty()) return Status::fine;
  session.out() << "\n"
                << Phrase{"For example", "Bijvoorbeeld"}.in(language) << "\n\n"
                << indented(example);
  return Status::fine;
}

}  // namespace pricetalk
