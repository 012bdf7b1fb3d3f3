#include "pricetalk/diagnostic/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pricetalk {

void Diagnostics::error(std::string code, Span span, Phrase title, Phrase hint) {
  add({Severity::error, std::move(code), span, std::move(title), std::move(hint), {}, {}});
}

void Diagnostics::warning(std::string code, Span span, Phrase title, Phrase hint) {
  add({Severity::warning, std::move(code), span, std::move(title), std::move(hint), {}, {}});
}

void Diagnostics::append(const Diagnostics& other) {
  const std::vector<Diagnostic> copy = other.list_;
  list_.insert(list_.end(), copy.begin(), copy.end());
  const std::vector<SourcePtr> kept = other.sources_;
  sources_.insert(sources_.end(), kept.begin(), kept.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(list_.begin(), list_.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = list_;
  const auto key = [](const Diagnostic& one) {
    return std::tuple(one.span.source == nullptr ? std::string_view() : one.span.source->name(),
                      one.span.begin, std::string_view(one.code));
  };
  std::stable_sort(result.begin(), result.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  return result;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  // Optimal string alignment: a swap of neighbours ("wieght") is one mistake.
  const auto distance = [](std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      row[0] = i;
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          row[j] = std::min(row[j], before[j - 2] + 1);
        }
      }
      std::swap(before, above);
      std::swap(above, row);
    }
    return above[b.size()];
  };
  std::string_view best;
  std::size_t least = std::min<std::size_t>(3, word.size());
  for (const std::string_view candidate : known) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) > 2) continue;
    if (const std::size_t found = distance(word, candidate); found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

}  // namespace pricetalk
