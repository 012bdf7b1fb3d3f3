#include "audit/name_marks.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

namespace {

struct Word {
  std::string folded;
  std::string_view written;
  char before = ' ';  ///< the sign before it, ' ' at the beginning
  char after = ' ';   ///< the sign behind it, ' ' at the end
  bool last = false;
};

bool in_word(char c) {
  return document::is_letter(c) || document::is_digit(c) || static_cast<unsigned char>(c) >= 0x80U;
}

std::vector<Word> split(std::string_view name) {
  std::vector<Word> made;
  for (std::size_t i = 0; i < name.size();) {
    if (!in_word(name[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < name.size() && in_word(name[end])) ++end;
    Word& word = made.emplace_back();
    word.written = name.substr(i, end - i);
    word.folded = cells::folded(word.written);
    if (i > 0) word.before = name[i - 1];
    if (end < name.size()) word.after = name[end];
    i = end;
  }
  if (!made.empty()) made.back().last = true;
  return made;
}

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool says_when(const Word& word) {
  static constexpr std::array<std::string_view, 22> others{
      "kwartaal", "maand",   "periode", "week",    "jaar",      "halfjaar", "dag",     "termijn",
      "quarter",  "month",   "period",  "year",    "weeks",     "day",      "quartal", "monat",
      "woche",    "periode", "mois",    "semaine", "trimestre", "wk"};
  return month_named(word.folded) || among(others, word.folded) ||
         (word.folded.size() == 4 && document::all_digits(word.folded) &&
          (word.folded.starts_with("19") || word.folded.starts_with("20")));
}

/// "3", "2e", "3rd", "gebouw2".
bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return document::is_digit(c); });
}

/// "q1", "p03", "w12", "h2".
bool is_period_code(std::string_view word) {
  return word.size() > 1 && word.size() < 4 &&
         among(std::array<std::string_view, 4>{"q", "p", "w", "h"}, word.substr(0, 1)) &&
         document::all_digits(word.substr(1));
}

bool is_roman(std::string_view written) {
  static constexpr std::array<std::string_view, 10> numerals{"II", "III",  "IV", "VI",  "VII",
                                                             "IX", "VIII", "XI", "XII", "XIV"};
  return among(numerals, written);
}

/// Part of a day, a time, an amount or a share: joined to another number, or followed by "%".
bool is_part_of_number(const Word& word, const Word* before, const Word* after) {
  constexpr std::string_view joins = "-/.,:";
  const auto joined = [&](char sign, const Word* other) {
    return other != nullptr && joins.find(sign) != std::string_view::npos &&
           has_digit(other->folded);
  };
  return word.after == '%' || joined(word.before, before) || joined(word.after, after);
}

bool is_number_mark(const Word& word, const Word* before, const Word* after) {
  constexpr std::size_t longest = 4;  // more digits are an order or an article
  const auto digits = std::count_if(word.folded.begin(), word.folded.end(),
                                    [](char c) { return document::is_digit(c); });
  if (digits == 0 || static_cast<std::size_t>(digits) > longest || says_when(word)) return false;
  if (is_period_code(word.folded) || is_part_of_number(word, before, after)) return false;
  return !(before != nullptr && says_when(*before)) && !(after != nullptr && says_when(*after));
}

bool is_letter_mark(const Word& word) {
  if (word.written.size() != 1 || !document::is_letter(word.written.front())) return false;
  constexpr std::string_view joined = "'/.&";
  if (joined.find(word.before) != std::string_view::npos ||
      joined.find(word.after) != std::string_view::npos || word.after == '\'')
    return false;
  return word.last || (word.written.front() >= 'A' && word.written.front() <= 'Z');
}

bool is_subset(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

std::vector<std::string> marks_of(std::string_view name) {
  const std::vector<Word> words = split(name);
  std::vector<std::string> made;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word* before = i > 0 ? &words[i - 1] : nullptr;
    const Word* after = i + 1 < words.size() ? &words[i + 1] : nullptr;
    if (is_letter_mark(words[i]) || is_roman(words[i].written) ||
        is_number_mark(words[i], before, after))
      made.push_back(words[i].folded);
  }
  // "Basis+" is another thing than "Basis", and "Onderhoud €" may be one.
  for (const std::string_view sign : {"+", "\xE2\x82\xAC"})
    if (name.find(sign) != std::string_view::npos) made.emplace_back(sign);
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

bool marks_differ(std::string_view a, std::string_view b) {
  const auto first = marks_of(a);
  const auto second = marks_of(b);
  return !first.empty() && !second.empty() && !is_subset(first, second) &&
         !is_subset(second, first);
}

bool has_mark_of_its_own(const InvoiceLine& row, const Line& line) {
  std::vector<std::string> marks = marks_of(row.line);
  std::erase_if(marks, [&](const std::string& mark) {
    const auto number = Decimal::parse(mark);
    return number && (Ratio(*number) == Ratio(row.quantity) ||
                      (row.unit_price && Ratio(*number) == Ratio(*row.unit_price)));
  });
  const auto has_them = [&](std::string_view own) { return is_subset(marks, marks_of(own)); };
  return !marks.empty() && !has_them(line.id) && !has_them(line.title) &&
         std::none_of(line.aliases.begin(), line.aliases.end(), has_them);
}

bool names_an_extra(std::string_view name) {
  static constexpr std::array<std::string_view, 26> in_words{
      "meerwerk",   "minderwerk",  "spoed",     "korting",    "toeslag",   "overwerk", "aanvullend",
      "eenmalig",   "incidenteel", "correctie", "surcharge",  "discount",  "rebate",   "overtime",
      "additional", "urgent",      "oneoff",    "callout",    "zuschlag",  "rabatt",   "nachtrag",
      "zusatz",     "mehrarbeit",  "remise",    "supplement", "majoration"};
  static constexpr std::array<std::string_view, 12> whole{
      "extra", "extras", "boete",  "penalty", "bonus", "rush",
      "eil",   "skonto", "rabais", "urgence", "avoir", "ristourne"};
  const std::vector<Word> words = split(name);
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return among(whole, word.folded) || word.folded.starts_with("extra") ||
           std::any_of(in_words.begin(), in_words.end(), [&](std::string_view part) {
             return word.folded.find(part) != std::string::npos;
           });
  });
}

bool is_name_of(std::string_view name, const Line& line) {
  constexpr int all_words = 100;
  const auto same = [&](std::string_view own) {
    return likeness(name, own) == all_words && marks_of(name) == marks_of(own);
  };
  return same(line.title) || same(line.id) ||
         std::any_of(line.aliases.begin(), line.aliases.end(), same);
}

}  // namespace pricetalk
