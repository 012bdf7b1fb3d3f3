#include <algorithm>
#include <array>

#include "pricetalk/advice/redface.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

const Phrase& words(FindingKind kind) {
  static const std::array<Phrase, 2> table{{{"WRONG", "FOUT"}, {"BLUSH", "GÊNANT"}}};
  return table[static_cast<std::size_t>(kind)];
}

namespace {

std::string told_in(const Finding& finding, Language language) {
  const bool nl = language == Language::nl;
  if (!finding.told) {
    if (!to_be_told(finding)) return {};
    return nl ? "Nog niet verteld." : "Not told yet.";
  }
  const Told& told = *finding.told;
  std::string text = told.sentence.in(language);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  text += ".";
  if (!told.open) return text;
  if (!*told.open)
    return text + (nl ? " Nog open: nog niet te bepalen." : " Still open: not determined yet.");
  const Money& open = std::get<Money>((*told.open)->value);
  if (open.amount.is_zero())
    return text + (nl ? " Alles is terugbetaald." : " All of it is paid back.");
  text += (nl ? " Nog open: " : " Still open: ") + money_text(open, language);
  if (told.overdue) text += nl ? "; de beloofde dag is voorbij" : "; the promised day has passed";
  return text + ".";
}

}  // namespace

bool charged_too_little(const Finding& finding) { return finding.rule == "charged-below-allowed"; }

bool to_be_told(const Finding& finding) {
  return finding.kind == FindingKind::wrong && !finding.told && !finding.to_record.empty();
}

bool keeps_letter(const Finding& finding) {
  return finding.kind == FindingKind::wrong && !finding.told;
}

bool to_be_paid_back(const Finding& finding) {
  if (finding.kind != FindingKind::wrong || !finding.told || charged_too_little(finding))
    return false;
  const auto& open = finding.told->open;
  return !open || !*open || !std::get<Money>((*open)->value).amount.is_zero();
}

Phrase told_in_words(const Finding& finding) {
  return {told_in(finding, Language::en), told_in(finding, Language::nl)};
}

std::optional<Money> money(const Finding& finding) {
  for (const auto* amount : {&finding.total, &finding.per_year})
    if (*amount && (*amount)->determined())
      if (const auto* money = std::get_if<Money>(&(**amount)->value)) return *money;
  return std::nullopt;
}

void rank(std::vector<Finding>& findings) {
  const auto amount = [](const Finding& finding) {
    const auto found = money(finding);
    return found ? Ratio(found->amount) : Ratio(-1);
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    if (a.kind != b.kind) return a.kind == FindingKind::wrong;
    return amount(a) > amount(b);
  });
}

}  // namespace pricetalk
