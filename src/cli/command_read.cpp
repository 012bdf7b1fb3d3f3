#include <ostream>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "letter/sentences.hpp"

namespace pricetalk {

Status read(const ReadOptions& options, Session& session) {
  const auto loaded = load_contract(options.contract, session.figures(), session.today());
  const Language language = session.language(
      loaded.value ? std::optional(loaded.value->contract.language()) : std::nullopt);
  session.print(loaded.diagnostics, language);
  if (!loaded.ok()) return Session::status_of(loaded.diagnostics);
  const ContractInWords words = in_words(loaded.value->contract, loaded.value->library, language);
  session.out() << words.title << "\n";
  for (const auto& part : words.parts) {
    session.out() << "\n" << part.title << "\n";
    for (const std::string& sentence : part.sentences) session.out() << "  " << sentence << "\n";
  }
  return Status::fine;
}

}  // namespace pricetalk
