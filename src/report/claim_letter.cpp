#include "report/claim_letter.hpp"

#include <algorithm>

#include "letter/claim_fields.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Without what only Markdown needs: blanks that break a line, signs before brackets.
std::string for_terminal(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  if (line.starts_with("\\[")) line.erase(0, 1);
  return line;
}

}  // namespace

std::string set_off_warning(const Audit& audit, Language language) {
  std::string made;
  for (const AuditedLine& line : audit.lines) {
    if (amount_of(line.totals.over).is_zero() || amount_of(line.totals.under).is_zero()) continue;
    const Money under = std::get<Money>(line.totals.under.value);
    made += say(language, "before you send this: in other periods ",
                "voordat u dit verstuurt: in andere perioden is ") +
            money_text(under, language) +
            say(language, " too little was charged for ", " te weinig gerekend voor ") +
            line.line->title +
            say(language, "; the supplier can set that off against this claim\n",
                "; de leverancier kan dat met deze vordering verrekenen\n");
  }
  return made.empty() ? made : made + "\n";
}

std::string claim_letter(const AuditedContract& of, Language language) {
  if (of.refund.empty()) return {};
  const Contract& contract = *of.contract;
  const Fields fields = claim_fields(contract, of.audit, of.refund, language);
  const std::string text =
      as_markdown(fill(letter_model(LetterKind::claim, language).letter, fields, language).page);
  std::string indented =
      say(language, "  draft letter to ", "  conceptbrief aan ") +
      (contract.supplier.empty() ? say(language, "the supplier", "de leverancier")
                                 : contract.supplier) +
      "\n\n";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = for_terminal(text.substr(at, end - at));
    indented += line.empty() ? "\n" : "  " + line + "\n";
    at = end + 1;
  }
  return indented;
}

}  // namespace pricetalk
