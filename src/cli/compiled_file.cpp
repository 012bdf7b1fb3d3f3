#include "cli/compiled_file.hpp"

#include <ostream>

#include "files/files.hpp"

namespace pricetalk {

void CompiledFile::tell(PortfolioFolder& folder, Session& session) {
  if (path_.empty()) return;
  folder.keep();
  if (!is_there(path_)) return;
  const auto bytes = read_file(path_, {}, max_publication_bytes);
  problems_.append(bytes.diagnostics);
  CompiledRead read = bytes.value ? read_compiled(*bytes.value) : CompiledRead{};
  if (read.compiled) return folder.know(std::move(*read.compiled));
  const Language language = session.language();
  if (read.seal == Seal::other_version)
    session.err() << path_
                  << say(language, " was made by another version and is made anew\n",
                         " is door een andere versie gemaakt en wordt opnieuw gemaakt\n");
  if (read.seal == Seal::broken)
    session.err() << path_
                  << say(language, " is damaged and is made anew\n",
                         " is beschadigd en wordt opnieuw gemaakt\n");
  if (read.seal == Seal::foreign) refuse(bytes.value.has_value());
}

void CompiledFile::keep(const PortfolioFolder& folder) {
  if (path_.empty() || refused_ || folder.to_keep() == nullptr) return;
  problems_.append(write_file(path_, compiled_bytes(*folder.to_keep())));
}

void CompiledFile::refuse(bool readable) {
  refused_ = true;
  if (readable)
    problems_.error(
        "O0007", {},
        {"'" + path_ + "' is not a compiled portfolio, and is not written over",
         "'" + path_ + "' is geen bewaarde portefeuille, en wordt niet overschreven"},
        {"name another file, or delete this one", "noem een ander bestand, of verwijder dit"});
}

}  // namespace pricetalk
