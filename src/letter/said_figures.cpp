#include "letter/said_figures.hpp"

#include <algorithm>
#include <regex>

#include "document/time_words.hpp"
#include "document/words.hpp"
#include "letter/typed_numbers.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t longest_piece = 4'000;

std::optional<int> weekday_named(std::string_view word) {
  for (int day = 1; day <= 7; ++day)
    for (const Language language : {Language::nl, Language::en, Language::de, Language::fr})
      if (document::lower(weekday_name(day, language)) == word) return day;
  return std::nullopt;
}

/// The word just before a place; "Mittwoch, den 22. Oktober" has a small one between.
std::string word_before(const std::string& text, std::size_t at) {
  std::string word;
  do {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == ',')) --at;
    std::size_t begin = at;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    word = document::lower(text.substr(begin, at - begin));
    at = begin;
  } while (at > 0 && (word == "den" || word == "dem"));
  return word;
}

/// Of the two readings of "1.250" the one of the language, unless its groups are none of three.
Ratio value_of(const TypedNumber& typed, Language language) {
  if (typed.values.empty()) return {};
  if (typed.values.size() == 1) return typed.values.front();
  const bool by_comma = language != Language::en;
  const std::size_t sign = typed.text.find_last_of(".,");
  const bool grouped = sign != std::string::npos && typed.text.size() - sign - 1 == 3;
  const bool comma = sign != std::string::npos && !grouped ? typed.text[sign] == ',' : by_comma;
  return comma ? typed.values.front() : typed.values.back();
}

class FigureFinder {
 public:
  FigureFinder(std::string_view sentence, Language language)
      : text_(sentence.substr(0, longest_piece)), language_(language) {}

  std::vector<SaidFigure> find() {
    if (std::any_of(text_.begin(), text_.end(), document::is_digit)) days();
    if (text_.find('%') != std::string::npos || text_.find("cent") != std::string::npos ||
        text_.find("rozent") != std::string::npos)
      percentages();
    numbers();
    return std::move(found_);
  }

 private:
  /// What was read is not read again.
  void take_away(std::size_t at, std::size_t size) { text_.replace(at, size, size, ' '); }

  template <class Take>
  void each_match(const std::regex& form, Take take) {
    std::smatch found;
    std::size_t from = 0;
    while (std::regex_search(text_.cbegin() + static_cast<std::ptrdiff_t>(from), text_.cend(),
                             found, form)) {
      const std::size_t at = from + static_cast<std::size_t>(found.position());
      const auto size = static_cast<std::size_t>(found.length());
      const std::string whole = found.str();
      if (take(found, at)) {
        SaidFigure& kept = found_.back();
        kept.text = (kept.day.weekday ? word_before(text_, at) + " " : "") + whole;
        take_away(at, size);
      }
      from = at + size;
    }
  }

  bool keep_day(std::optional<int> year, int month, int day, std::size_t at) {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year.value_or(2024), month))
      return false;
    SaidFigure made;
    made.kind = SaidFigure::Kind::day;
    made.day = {year, month, day, weekday_named(word_before(text_, at))};
    found_.push_back(std::move(made));
    return true;
  }

  void days() {
    static const std::regex iso(R"(\b(\d{4})-(\d{2})-(\d{2})\b)");
    static const std::regex short_form(R"(\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b)");
    static const std::regex day_first(
        R"(\b(\d{1,2})(?:st|nd|rd|th|er|e|\.)? +([^\s\d.,;:()|/*'"-]{3,10})\.?(?:,? +(\d{4})\b)?)");
    static const std::regex month_first(
        R"(\b([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b)");
    const auto number = [](const std::ssub_match& digits) { return std::stoi(digits.str()); };
    each_match(iso, [&](const std::smatch& found, std::size_t at) {
      return keep_day(number(found[1]), number(found[2]), number(found[3]), at);
    });
    each_match(short_form, [&](const std::smatch& found, std::size_t at) {
      return keep_day(number(found[3]), number(found[2]), number(found[1]), at);
    });
    each_match(day_first, [&](const std::smatch& found, std::size_t at) {
      const auto month = month_named(found[2].str());
      const auto year = found[3].matched ? std::optional(number(found[3])) : std::nullopt;
      return month && keep_day(year, *month, number(found[1]), at);
    });
    each_match(month_first, [&](const std::smatch& found, std::size_t at) {
      const auto month = month_named(found[1].str());
      return month && keep_day(number(found[3]), *month, number(found[2]), at);
    });
  }

  void percentages() {
    static const std::regex form(
        "([^ \\d(]+|\\d[\\d.,]*)(?: |\u00a0|\u202f)?"
        "(?:%|procent\\b|percent\\b|per cent\\b|prozent\\b|pour cent\\b)",
        std::regex::icase);
    each_match(form, [&](const std::smatch& found, std::size_t) {
      const std::vector<TypedNumber> typed = typed_numbers(found[1].str());
      if (typed.size() != 1) return false;
      SaidFigure made;
      made.kind = SaidFigure::Kind::percentage;
      made.value = value_of(typed.front(), language_);
      found_.push_back(std::move(made));
      return true;
    });
  }

  /// A part of a telephone number, an account or a reference: no amount, however long.
  bool is_part_of_a_code(const TypedNumber& typed, std::size_t at) const {
    if (typed.money) return false;
    const char before = at == 0 ? ' ' : text_[at - 1];
    const std::size_t end = at + typed.text.size();
    const char behind = end < text_.size() ? text_[end] : ' ';
    return before == '-' || before == '/' || before == '+' || is_letter(before) ||
           is_letter(behind) ||
           (behind == '-' && end + 1 < text_.size() && document::is_digit(text_[end + 1]));
  }

  void numbers() {
    std::size_t at = 0;
    for (const TypedNumber& typed : typed_numbers(text_)) {
      at = std::min(text_.find(typed.text, at), text_.size());
      const bool code = is_part_of_a_code(typed, at);
      at += typed.text.size();
      const bool digits = document::is_digit(typed.text.front());
      if (!digits && !typed.amount) continue;
      SaidFigure made;
      made.text = typed.text;
      made.value = value_of(typed, language_);
      const bool year = digits && !code && !typed.money && typed.text.size() == 4 &&
                        document::all_digits(typed.text) &&
                        (typed.text.starts_with("19") || typed.text.starts_with("20"));
      made.kind = year                    ? SaidFigure::Kind::year
                  : typed.amount && !code ? SaidFigure::Kind::amount
                                          : SaidFigure::Kind::number;
      found_.push_back(std::move(made));
    }
  }

  std::string text_;
  Language language_;
  std::vector<SaidFigure> found_;
};

}  // namespace

bool SaidDay::is(const SaidDay& other) const {
  return month == other.month && day == other.day && (!year || !other.year || *year == *other.year);
}

std::vector<SaidFigure> said_figures(std::string_view sentence, Language language) {
  return FigureFinder(sentence, language).find();
}

bool same_figure(const SaidFigure& a, const SaidFigure& b) {
  if (a.kind != b.kind) return false;
  if (a.kind != SaidFigure::Kind::day) return a.value == b.value;
  return a.day.is(b.day) && (!a.day.weekday || !b.day.weekday || a.day.weekday == b.day.weekday);
}

}  // namespace pricetalk
