#include "cli/kept_portfolio.hpp"

#include <ostream>
#include <utility>

#include "cli/own_file.hpp"
#include "files/files.hpp"
#include "files/growing_file.hpp"

namespace pricetalk {

void KeptPortfolio::tell(PortfolioFolder& folder, std::ostream& notes, Language language) {
  if (path_.empty()) return;
  folder.keep();
  if (!is_there(path_)) return;
  const auto bytes = read_file(path_, {}, max_publication_bytes);
  problems_.append(bytes.diagnostics);
  CompiledRead read = bytes.value ? read_compiled(*bytes.value) : CompiledRead{};
  if (read.compiled) return folder.know(std::move(*read.compiled));
  if (read.seal == Seal::other_version)
    notes << path_
          << say(language, " was made by another version and is made anew\n",
                 " is door een andere versie gemaakt en wordt opnieuw gemaakt\n");
  if (read.seal == Seal::broken)
    notes << path_
          << say(language, " is damaged and is made anew\n",
                 " is beschadigd en wordt opnieuw gemaakt\n");
  if (read.seal == Seal::foreign) refuse(bytes.value.has_value());
}

void KeptPortfolio::keep(const PortfolioFolder& folder) {
  if (path_.empty() || refused_ || folder.to_keep() == nullptr) return;
  GrowingFile file(path_);
  compiled_pieces(*folder.to_keep(), [&](std::string_view piece) { file.add(piece); });
  const Diagnostics written = std::move(file).finish();
  // Where nothing can be written, files are looked at once more the next time, and that is all.
  if (!folder.only_restamped()) problems_.append(written);
}

void KeptPortfolio::refuse(bool readable) {
  refused_ = true;
  if (readable)
    problems_.append(not_written_over(path_, {"a compiled portfolio", "bewaarde portefeuille"}));
}

}  // namespace pricetalk
