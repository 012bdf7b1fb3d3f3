#include "files/refusal.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

/// "did you mean 'contracts/schoonmaak.toml'?", when a file beside it has nearly that name.
Phrase nearest_beside(const std::string& path) {
  const fs::path wanted(path);
  const fs::path folder = wanted.parent_path().empty() ? fs::path(".") : wanted.parent_path();
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) {
    return {"the folder '" + folder.string() + "' is not there either",
            "de map '" + folder.string() + "' is er ook niet"};
  }
  const std::string name = wanted.filename().string();
  const std::string_view found = nearest(name, {names.begin(), names.end()});
  if (found.empty()) {
    return {};
  }
  const std::string meant = (wanted.parent_path() / found).string();
  return {"did you mean '" + meant + "'?", "bedoelde u '" + meant + "'?"};
}

}  // namespace

Phrase reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return {"permission denied", "geen toestemming"};
    case ENOSPC:
      return {"the disk is full", "de schijf is vol"};
    case EDQUOT:
      return {"your share of the disk is used up", "uw deel van de schijf is op"};
    case EFBIG:
      return {"the file would become larger than is allowed here",
              "het bestand zou groter worden dan hier is toegestaan"};
    case EROFS:
      return {"the disk is read-only", "de schijf is alleen te lezen"};
    case EBUSY:
      return {"it is in use as a mount point; name a folder inside it",
              "het is in gebruik als koppelpunt; noem een map erbinnen"};
    case ENOTDIR:
      return {"a part of the path is a file", "een deel van het pad is een bestand"};
    case EISDIR:
      return {"it is a folder", "het is een map"};
    case ENOENT:
      return {"the folder does not exist", "de map bestaat niet"};
    case ELOOP:
      return {"the links in the path run in a circle", "de koppelingen in het pad lopen rond"};
    case ENAMETOOLONG:
      return {"the name is too long", "de naam is te lang"};
    case EMFILE:
    case ENFILE:
      return {"too many files are open", "er zijn te veel bestanden open"};
    case EIO:
      return {"the disk reports a fault", "de schijf meldt een fout"};
    default:
      return same(std::generic_category().message(error));
  }
}

Diagnostic unreadable(const std::string& path, int error, Span asked_by) {
  Diagnostic diagnostic;
  diagnostic.span = asked_by;
  if (error == ENOENT) {
    diagnostic.code = "O0001";
    diagnostic.title = {"there is no file or folder '" + path + "'",
                        "er is geen bestand of map '" + path + "'"};
    diagnostic.hint = nearest_beside(path);
    return diagnostic;
  }
  if (error == EISDIR) {
    diagnostic.code = "O0002";
    diagnostic.title = {"'" + path + "' is a folder; a file is needed here",
                        "'" + path + "' is een map; hier hoort een bestand"};
    diagnostic.hint = {"name one of the files in it", "noem een van de bestanden in de map"};
    return diagnostic;
  }
  const Phrase why = reason(error);
  diagnostic.code = "O0004";
  diagnostic.title = {"'" + path + "' cannot be read: " + why.en,
                      "'" + path + "' is niet te lezen: " + why.nl};
  return diagnostic;
}

Diagnostic unwritable(const std::string& path, int error) {
  const Phrase why = reason(error);
  Diagnostic diagnostic;
  diagnostic.code = "O0006";
  diagnostic.title = {"'" + path + "' cannot be written: " + why.en,
                      "'" + path + "' is niet te schrijven: " + why.nl};
  diagnostic.hint = {"nothing was changed; what stood there before still stands there",
                     "er is niets veranderd; wat er stond, staat er nog"};
  return diagnostic;
}

Diagnostics only(Diagnostic diagnostic) {
  Diagnostics diagnostics;
  diagnostics.add(std::move(diagnostic));
  return diagnostics;
}

}  // namespace pricetalk
