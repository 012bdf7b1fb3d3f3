#include <array>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

namespace {

/// The call that comes first: about a mistake that the customer does not know, else about the
/// letter that can be written.
std::optional<LetterKind> first_call(const TalkFacts& facts, Language language) {
  constexpr std::array kinds{LetterKind::innovation, LetterKind::indexation, LetterKind::decrease,
                             LetterKind::late};
  if (!untold(*facts.talk).empty()) return LetterKind::disclosure;
  for (const LetterKind kind : kinds)
    if (!call_brief(facts, kind, language).empty()) return kind;
  return std::nullopt;
}

}  // namespace

Status brief(const BriefOptions& options, Session& session) {
  Diagnostics problems;
  TalkRequest request{options.contract, options.scenarios, options.invoices, options.columns};
  request.options.today = session.today();
  request.options.needs_futures = false;
  const auto gathered = gather(request, session.figures(), problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  const TalkFacts facts = facts_of(*gathered->talk);
  const auto kind = options.kind ? options.kind : first_call(facts, language);
  std::vector<std::string> lines;
  if (kind) lines = call_brief(facts, *kind, language);
  if (lines.empty()) {
    session.err() << say(language, "no letter, so no call to prepare: pricetalk letter says why\n",
                         "geen brief, dus geen gesprek om voor te bereiden: pricetalk letter zegt "
                         "waarom\n");
    return Status::findings;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) session.out() << i + 1 << ". " << lines[i] << "\n";
  return Status::fine;
}

}  // namespace pricetalk
