#include <algorithm>
#include <array>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t long_enough = 5;

/// A month or a unit of time: it says when, not what.
bool is_time(std::string_view word) {
  static constexpr std::array<std::string_view, 4> others{"kwartaal", "maand", "periode", "week"};
  return month_named(word) || std::find(others.begin(), others.end(), word) != others.end();
}

bool is_year(std::string_view word) {
  return word.size() == 4 && document::all_digits(word) &&
         (word.starts_with("19") || word.starts_with("20"));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> made;
  const auto separates = [](char c) {
    return !document::is_letter(c) && !document::is_digit(c) &&
           static_cast<unsigned char>(c) < 0x80U;
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && !separates(text[end])) ++end;
    std::string word = cells::folded(text.substr(i, end - i));
    if (word.size() > 1 && !is_time(word) && !is_year(word)) made.push_back(std::move(word));
    i = end + 1;
  }
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

/// How many letters two words share from the start, when that is all of the shorter one.
std::size_t shared(std::string_view a, std::string_view b) {
  if (a == b) return a.size();
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter >= long_enough && a.substr(0, shorter) == b.substr(0, shorter) ? shorter : 0;
}

}  // namespace

int likeness(std::string_view a, std::string_view b) {
  const auto first = words_of(a);
  auto second = words_of(b);
  std::size_t letters = 0;
  for (const std::string& word : first) letters += word.size();
  for (const std::string& word : second) letters += word.size();
  if (first.empty() || second.empty()) return 0;
  std::size_t both = 0;
  for (const std::string& word : first) {
    std::size_t most = 0;
    auto best = second.end();
    for (auto other = second.begin(); other != second.end(); ++other)
      if (const std::size_t found = shared(word, *other); found > most) {
        most = found;
        best = other;
      }
    both += most;
    if (best != second.end()) second.erase(best);
  }
  return static_cast<int>(200 * both / letters);
}

}  // namespace pricetalk
