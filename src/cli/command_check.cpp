#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "pricetalk/document/tree.hpp"
#include "pricetalk/files/files.hpp"

namespace pricetalk {

namespace {

/// Says on `out` that a file is right, or on `err` what is wrong with it.
Status check_file(const std::string& path, const Session& session, Language language) {
  const auto source = read_source(path);
  if (!source.value) {
    session.print(source.diagnostics, language);
    return Session::status_of(source.diagnostics);
  }
  const auto document = read_document(*source.value);
  session.print(document.diagnostics, language);
  if (document.diagnostics.empty()) {
    session.out() << path
                  << (language == Language::nl ? ": geen problemen gevonden\n"
                                               : ": no problems found\n");
  }
  return Session::status_of(document.diagnostics);
}

}  // namespace

Status check(const CheckOptions& options, Session& session) {
  const Language language = session.language();
  Status status = Status::fine;
  for (const auto& named : options.files) {
    auto paths = list_files(named, ".toml", Depth::below);
    if (paths.value && paths.value->empty()) {
      paths.diagnostics.error("O0001", {},
                              {"there is no .toml file in '" + named + "'",
                               "er is geen .toml-bestand in '" + named + "'"});
    }
    session.print(paths.diagnostics, language);
    status = std::max(status, Session::status_of(paths.diagnostics));
    for (const auto& path : paths.value.value_or(std::vector<std::string>{})) {
      status = std::max(status, check_file(path, session, language));
    }
  }
  return status;
}

}  // namespace pricetalk
