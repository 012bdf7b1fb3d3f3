#include "cli/edited_letter.hpp"

#include <ostream>

#include "document/words.hpp"
#include "files/files.hpp"
#include "report/read_back_report.hpp"

namespace pricetalk {

namespace {

/// What was found in a file; nothing, told, where it cannot be read.
std::optional<ReadBack> found_in(const Letter& made, const Talk& talk, const std::string& path,
                                 Session& session, Language language) {
  Diagnostics problems;
  const auto source = read_source(path);
  problems.append(source.diagnostics);
  auto file = source.value ? read_letter_file(*source.value, problems) : std::nullopt;
  session.print(problems, language);
  if (!file) return std::nullopt;
  const Offer* offer = talk.proposal ? talk.proposal->offer() : nullptr;
  return read_back(std::move(*file), made, *talk.contract,
                   offer != nullptr ? offer->own_figures() : std::span<const Explained>());
}

}  // namespace

Status check_edited_letter(const Letter& made, const Talk& talk, const std::string& path,
                           Session& session, Language language) {
  const auto found = found_in(made, talk, path, session, language);
  if (!found) return Status::invalid;
  session.out() << (session.json() ? read_back_json(*found, path)
                                   : read_back_text(*found, path, language));
  return found->holds() ? Status::fine : Status::findings;
}

Status check_outgoing_letter(const Letter& made, const Talk& talk, const std::string& path,
                             Session& session, Language language) {
  const std::string name = document::lower(path);
  if (name.ends_with(".pdf") || name.ends_with(".html")) return Status::fine;
  const auto found = found_in(made, talk, path, session, language);
  if (!found) return Status::invalid;
  if (found->holds()) return Status::fine;
  session.err() << read_back_text(*found, path, language)
                << say(language, "\nno e-mail: first mend the letter\n",
                       "\ngeen e-mail: verbeter eerst de brief\n");
  return Status::findings;
}

}  // namespace pricetalk
