#include "pricetalk/advice/finding.hpp"

#include <algorithm>
#include <array>

namespace pricetalk {

const Phrase& words(FindingKind kind) {
  static const std::array<Phrase, 2> table{{{"WRONG", "FOUT"}, {"BLUSH", "GÊNANT"}}};
  return table[static_cast<std::size_t>(kind)];
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
