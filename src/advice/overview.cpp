#include "advice/overview.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "explain/book.hpp"

namespace pricetalk {

namespace {

bool known(const std::optional<Outcome<Figure>>& figure) {
  return figure && figure->determined() && std::holds_alternative<Money>((*figure)->value);
}

/// The figures that are added up, and what each is about.
struct Parts {
  std::vector<std::pair<Figure, Phrase>> parts;
  Ratio sum() const {
    Ratio total(0);
    for (const auto& part : parts) total = total + Ratio(amount_of(part.first));
    return total;
  }
};

/// Of each line the largest amount a year, or the largest about the whole contract.
Parts blushes(std::span<const Finding> findings) {
  std::vector<std::pair<std::string, const Finding*>> of_lines;
  const Finding* of_contract = nullptr;
  for (const Finding& finding : findings) {
    if (finding.kind != FindingKind::blush || !known(finding.per_year)) continue;
    const auto larger = [&](const Finding* other) {
      return other == nullptr || amount_of(**other->per_year) < amount_of(**finding.per_year);
    };
    if (finding.line.empty()) {
      if (larger(of_contract)) of_contract = &finding;
      continue;
    }
    const auto found = std::find_if(of_lines.begin(), of_lines.end(),
                                    [&](const auto& each) { return each.first == finding.line; });
    if (found == of_lines.end())
      of_lines.emplace_back(finding.line, &finding);
    else if (larger(found->second))
      found->second = &finding;
  }
  Parts made;
  for (const auto& [line, finding] : of_lines)
    made.parts.emplace_back(**finding->per_year, finding->title);
  if (of_contract != nullptr && made.sum() < Ratio(amount_of(**of_contract->per_year)))
    made.parts = {{**of_contract->per_year, of_contract->title}};
  return made;
}

}  // namespace

RedFaceOverview overview(const Contract& contract, std::span<const Finding> findings) {
  RedFaceOverview made;
  made.contract = &contract;
  Parts over;
  Parts over_year;
  for (const Finding& finding : findings) {
    (finding.kind == FindingKind::wrong ? made.wrong : made.blush) += 1;
    if (to_be_told(finding)) ++made.not_told;
    for (const auto* figure : {&finding.per_year, &finding.total})
      made.undetermined = made.undetermined || (*figure && !(*figure)->determined());
    if (finding.kind != FindingKind::wrong || charged_too_little(finding)) continue;
    // What was only announced has no total: nobody paid it yet.
    if (!known(finding.total)) continue;
    over.parts.emplace_back(**finding.total, finding.title);
    if (known(finding.per_year)) over_year.parts.emplace_back(**finding.per_year, finding.title);
  }
  Book book(contract.currency);
  const auto total = [&](const Parts& parts, const char* what, const Phrase& label) {
    std::vector<NodeId> nodes;
    Fixity fixity = Fixity::fixed;
    for (const auto& [figure, title] : parts.parts) {
      nodes.push_back(book.sheet().given(figure, title));
      fixity = std::max(fixity, figure.fixity);
    }
    return book.known_figure(book.sum(nodes, label), contract.id + "/redface/" + what, fixity,
                             label);
  };
  made.over = total(over, "over", {"charged too much", "te veel gerekend"});
  made.over_year = total(over_year, "over-year",
                         {"charged too much in the last year", "te veel in het laatste jaar"});
  made.blush_year = total(blushes(findings), "blush-year",
                          {"embarrassing, a year: the largest of each line",
                           "gênant, per jaar: van elke regel het grootste bedrag"});
  std::move(book).close(made.evidence);
  return made;
}

std::vector<RedFaceTotal> together(std::span<const RedFaceOverview> contracts) {
  std::vector<RedFaceTotal> made;
  for (const RedFaceOverview& each : contracts) {
    const auto fits = [&](const RedFaceTotal& total) {
      return total.currency == each.contract->currency && total.vat == each.contract->vat;
    };
    auto found = std::find_if(made.begin(), made.end(), fits);
    if (found == made.end()) {
      RedFaceTotal& fresh = made.emplace_back();
      fresh.currency = each.contract->currency;
      fresh.vat = each.contract->vat;
      found = made.end() - 1;
    }
    found->wrong += each.wrong;
    found->blush += each.blush;
  }
  for (RedFaceTotal& total : made) {
    Book book(total.currency);
    const std::string code(total.currency.code());
    const auto sum = [&](Figure RedFaceOverview::*part, const char* what, const Phrase& label) {
      std::vector<NodeId> nodes;
      Fixity fixity = Fixity::fixed;
      for (const RedFaceOverview& each : contracts) {
        if (each.contract->currency != total.currency || each.contract->vat != total.vat) continue;
        nodes.push_back(book.sheet().given(each.*part, same(each.contract->id)));
        fixity = std::max(fixity, (each.*part).fixity);
      }
      const std::string vat = total.vat == Vat::excluded ? "without-vat" : "with-vat";
      return book.known_figure(book.sum(nodes, label), "redface/" + code + "/" + vat + "/" + what,
                               fixity, label);
    };
    total.over = sum(&RedFaceOverview::over, "over", {"charged too much", "te veel gerekend"});
    total.over_year = sum(&RedFaceOverview::over_year, "over-year",
                          {"charged too much in the last year", "te veel in het laatste jaar"});
    total.blush_year = sum(&RedFaceOverview::blush_year, "blush-year",
                           {"embarrassing, a year", "gênant, per jaar"});
    std::move(book).close(total.evidence);
  }
  return made;
}

std::vector<std::size_t> by_money(std::span<const RedFaceOverview> contracts) {
  std::vector<std::size_t> order(contracts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::string> currencies;
  const auto rank = [&](std::size_t i) {
    const std::string code(contracts[i].contract->currency.code());
    const auto found = std::find(currencies.begin(), currencies.end(), code);
    if (found != currencies.end()) return found - currencies.begin();
    currencies.push_back(code);
    return static_cast<std::ptrdiff_t>(currencies.size() - 1);
  };
  for (const std::size_t i : order) rank(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const RedFaceOverview& one = contracts[a];
    const RedFaceOverview& other = contracts[b];
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return std::tuple(amount_of(other.over), amount_of(other.blush_year), other.wrong,
                      other.blush) <
           std::tuple(amount_of(one.over), amount_of(one.blush_year), one.wrong, one.blush);
  });
  return order;
}

}  // namespace pricetalk
