#include "wording/read_wording.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>

#include "document/time_words.hpp"
#include "document/toml_text.hpp"
#include "document/words.hpp"
#include "wording/clause_text.hpp"
#include "wording/numbers_in_words.hpp"
#include "wording/phrases.hpp"

namespace pricetalk {

namespace {

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string with_groups(std::string_view pattern) {
  std::string made(pattern);
  replace_all(made, "{PCT}", percentage_pattern());
  replace_all(made, "{COUNT}", count_pattern());
  replace_all(made, "{MONTH}", month_pattern());
  replace_all(made, "{DAY}", "(\\d{1,2}|eerste)");
  // Between two words any blank may stand.
  replace_all(made, " ", " +");
  replace_all(made, " +?", " *");
  replace_all(made, " +)?", " *)?");
  return made;
}

/// The text in small letters and with plain blanks, byte by byte as long as it is.
std::string plain(std::string_view text) {
  std::string made = document::lower(text);
  for (char& each : made)
    if (each == '\n' || each == '\r' || each == '\t') each = ' ';
  replace_all(made, "\xC2\xA0", "  ");
  return made;
}

bool is_word(char each) {
  return document::is_digit(each) || (each >= 'a' && each <= 'z') ||
         static_cast<unsigned char>(each) >= 0x80;
}

/// One text, from which phrase after phrase is taken.
class WordingReader {
 public:
  WordingReader(std::string_view text, const Library& library, std::string_view country)
      : original_(text.substr(0, max_wording_bytes)),
        text_(plain(original_)),
        taken_(text_.size(), false),
        library_(library),
        country_(country) {}

  ReadWording read() && {
    take_index();
    for (const KnownPhrase& phrase : known_phrases()) take(phrase);
    settle();
    made_.unplaced = left_over();
    std::sort(found_.begin(), found_.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
    for (const Found& each : found_)
      if (!each.contested)
        made_.placed.push_back({words(each.begin, each.end), each.key, each.value});
    return std::move(made_);
  }

 private:
  struct Found {
    std::size_t begin;
    std::size_t end;
    std::string key;
    std::string value;
    bool contested = false;
  };

  std::string words(std::size_t begin, std::size_t end) const {
    return std::string(document::trimmed(std::string_view(original_).substr(begin, end - begin)));
  }

  bool is_free(std::size_t begin, std::size_t end) const {
    return std::none_of(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
                        taken_.begin() + static_cast<std::ptrdiff_t>(end),
                        [](bool taken) { return taken; });
  }

  /// Whether no word goes on beyond either end.
  bool is_whole(std::size_t begin, std::size_t end) const {
    const bool starts = begin == 0 || !is_word(text_[begin - 1]) || !is_word(text_[begin]);
    const bool ends = end == text_.size() || !is_word(text_[end]) || !is_word(text_[end - 1]);
    return starts && ends;
  }

  template <class Act>
  void for_each(const std::string& pattern, Act act) {
    const std::regex sought(with_groups(pattern));
    for (std::sregex_iterator at(text_.begin(), text_.end(), sought), none; at != none; ++at) {
      const auto begin = static_cast<std::size_t>(at->position());
      const std::size_t end = begin + static_cast<std::size_t>(at->length());
      if (begin == end || !is_free(begin, end) || !is_whole(begin, end)) continue;
      act(*at, begin, end);
    }
  }

  void mark(std::size_t begin, std::size_t end) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
              taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  void place(std::size_t begin, std::size_t end, const std::string& key, const std::string& value) {
    mark(begin, end);
    Found found{begin, end, key, value};
    for (Found& other : found_) {
      if (other.key != key || other.value == value) continue;
      other.contested = true;
      found.contested = true;
    }
    found_.push_back(found);
  }

  void take_index() {
    for (const KnownIndex& each : known_indices()) {
      if (!each.country.empty() && each.country != country_) continue;
      for_each(std::string(each.pattern),
               [&](const std::smatch&, std::size_t begin, std::size_t end) {
                 mark(begin, end);
                 indices_.push_back({begin, end, &each});
               });
    }
  }

  void take(const KnownPhrase& phrase) {
    for_each(std::string(phrase.pattern), [&](const std::smatch& match, std::size_t begin,
                                              std::size_t end) {
      const auto group = [&](std::size_t number) { return match[number].str(); };
      switch (phrase.says) {
        case Says::first_day:
          return with_day(begin, end, group(1), group(2), [&](const std::string& day) {
            place(begin, end, "adjust.first", group(3) + "-" + day);
          });
        case Says::day:
          return with_day(begin, end, group(1), group(2),
                          [&](const std::string& day) { place(begin, end, "adjust.on", day); });
        case Says::every_year:
          return place(begin, end, "adjust.every", "year");
        case Says::every_quarter:
          return place(begin, end, "adjust.every", "quarter");
        case Says::every_month:
          return place(begin, end, "adjust.every", "month");
        case Says::every_years:
          return with_count(group(1), [&](const std::string& count) {
            place(begin, end, "adjust.every", count == "1" ? "year" : count + " years");
          });
        case Says::anniversary:
          return place(begin, end, "adjust.on", "anniversary");
        case Says::base_year:
          return place(begin, end, "base_year", group(1));
        case Says::use_months:
          return with_count(group(1), [&](const std::string& count) {
            place(begin, end, "index.use",
                  count + (count == "1" ? " month before" : " months before"));
          });
        case Says::base_months:
          return with_count(group(1), [&](const std::string& count) {
            place(begin, end, "index.base",
                  count + (count == "1" ? " month before" : " months before"));
          });
        case Says::use_month_before:
          return place(begin, end, "index.use", "1 month before");
        case Says::use_month_last_year:
          return place(begin, end, "index.use", month_in_words(group(1)) + " of previous year");
        case Says::use_month_this_year:
          return place(begin, end, "index.use", month_in_words(group(1)) + " of same year");
        case Says::use_month:
          return place(begin, end, "month", month_in_words(group(1)));
        case Says::use_average:
          return place(begin, end, "index.use", "average of previous year");
        case Says::base_year_earlier:
          return place(begin, end, "index.base", "12 months earlier");
        case Says::base_at_start:
          return place(begin, end, "index.base", "at start");
        case Says::margin_off:
          return place(begin, end, "margin", "-" + percent_of(group(1)));
        case Says::margin_on:
          return place(begin, end, "margin", percent_of(group(1)));
        case Says::cap:
          return place(begin, end, "limits.cap", percent_of(group(1)));
        case Says::floor:
          return place(begin, end, "limits.floor", percent_of(group(1)));
        case Says::never_down:
          return place(begin, end, "limits.floor", "0%");
        case Says::more_than:
          return place(begin, end, "threshold.more_than", percent_of(group(1)));
        case Says::at_least:
          return place(begin, end, "threshold.at_least", percent_of(group(1)));
        case Says::share:
          return place(begin, end, "pass_through", percent_of(group(1)));
        case Says::fixed:
          if (!indices_.empty()) return;
          return place(begin, end, "change", percent_of(group(1)));
        case Says::notice:
          if (!tells_to_announce(begin, end)) return;
          return with_count(group(1), [&](const std::string& count) {
            place(begin, end, "notice.before", duration_in_words(count, group(2)));
          });
        case Says::forfeits:
          return place(begin, end, "notice.late", "forfeits");
        case Says::cents:
          return place(begin, end, "rounding.price", "0.01");
        case Says::on_price_in_force:
          return place(begin, end, "compounding", "previous");
        case Says::on_first_price:
          return place(begin, end, "compounding", "base");
      }
    });
  }

  /// Whether the part of the sentence speaks of announcing: "drie maanden voor de aanpassing" alone
  /// is a month of figures.
  bool tells_to_announce(std::size_t begin, std::size_t end) const {
    const std::size_t before = text_.find_last_of(",.;", begin);
    const std::size_t from = before == std::string::npos ? 0 : before;
    const std::string_view part =
        std::string_view(text_).substr(from, text_.find_first_of(",.;", end) - from);
    for (const std::string_view word :
         {"aankondig", "aangekondigd", "meegedeeld", "medegedeeld", "schriftelijk", "bericht",
          "kennisgeving", "notice", "announce", "notify", "notified", "inform"})
      if (part.find(word) != std::string_view::npos) return true;
    return false;
  }

  template <class Act>
  void with_day(std::size_t, std::size_t, const std::string& a, const std::string& b, Act act) {
    // The month may stand first.
    const bool month_first = month_number(a) != 0;
    const auto month = month_number(month_first ? a : b);
    const std::string& day = month_first ? b : a;
    const int number = day == "eerste" ? 1 : std::stoi(day);
    if (month == 0 || number < 1 || number > 31) return;
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    act(two(month) + "-" + two(number));
  }

  template <class Act>
  void with_count(const std::string& text, Act act) {
    if (const auto count = count_in_words(text)) act(std::to_string(*count));
  }

  const Found* the(const std::string& key) const {
    const auto found = std::find_if(found_.begin(), found_.end(), [&](const Found& each) {
      return each.key == key && !each.contested;
    });
    return found == found_.end() ? nullptr : &*found;
  }
  std::string value_of(const std::string& key) const {
    const Found* found = the(key);
    return found == nullptr ? std::string() : found->value;
  }

  /// A month without its year is the last one before the adjustment; where the day of that is not
  /// said either, it stays open.
  void settle_month() {
    for (Found& each : found_) {
      if (each.key != "month") continue;
      const std::string on = value_of("adjust.on");
      const bool has_day = on.size() == 5;
      const Found* use = the("index.use");
      if (use != nullptr || !has_day) {
        each.contested = true;
        continue;
      }
      const int adjusted = std::stoi(on.substr(0, 2));
      const int month = month_number(each.value);
      each.key = "index.use";
      each.value += month < adjusted ? " of same year" : " of previous year";
    }
  }

  /// The series of the name: with the base year that is stated, else the newest that the library
  /// has.
  std::string series_of(const KnownIndex& index) {
    const std::string base = value_of("base_year");
    const std::string stem = std::string(index.series) + "-";
    std::string newest;
    for (const std::string_view id : library_.ids()) {
      if (!id.starts_with(stem)) continue;
      const std::string_view rest = id.substr(stem.size());
      const bool is_year = !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char each) {
        return document::is_digit(each) || each == '-';
      });
      if (!is_year) continue;
      if (!base.empty() && rest.substr(0, 4) == base) return std::string(id);
      if (base.empty() && (newest.empty() || newest < id)) newest = id;
    }
    return newest;
  }

  void settle() {
    settle_month();
    ClauseWords said;
    for (const Found& each : found_)
      if (!each.contested) said.keys[each.key] = each.value;
    const KnownIndex* index = nullptr;
    for (const Named& each : indices_) {
      if (index == nullptr || index->series == each.index->series || each.index->family)
        index = index == nullptr ? each.index : index;
      else if (index->family && each.index->series == index->series)
        index = each.index;
      else
        several_ = true;
    }
    if (index != nullptr && !several_) {
      said.symbol = index->symbol;
      said.series = series_of(*index);
      said.id = index->id;
      for (const Named& each : indices_)
        found_.push_back({each.begin, each.end, "index.series", said.series, said.series.empty()});
      if (index->family && the("base_year") == nullptr) made_.open.emplace_back("series");
      if (said.keys.count("index.use") == 0) made_.open.emplace_back("use");
    } else {
      for (const Named& each : indices_)
        found_.push_back({each.begin, each.end, "index.series", "", true});
    }
    if (const Found* base = the("base_year");
        base != nullptr && said.series.find(base->value) == std::string::npos)
      contest("base_year");
    if (said.series.empty() && said.keys.count("change") == 0) return;
    said.open = made_.open;
    if (said.keys.count("adjust.every") == 0) made_.open.emplace_back("adjust.every");
    if (said.keys.count("adjust.on") == 0 && said.keys.count("adjust.first") == 0)
      made_.open.emplace_back("adjust.on");
    made_.id = said.series.empty() ? "vast" : said.id;
    said.id = made_.id;
    made_.clause = clause_text(said);
  }

  void contest(const std::string& key) {
    for (Found& each : found_)
      if (each.key == key) each.contested = true;
  }

  std::vector<UnplacedWords> left_over() {
    std::vector<std::pair<std::size_t, UnplacedWords>> made;
    for (const Found& each : found_)
      if (each.contested)
        made.push_back({each.begin, {words(each.begin, each.end), Unplaced::contested, each.key}});
    std::size_t begin = 0;  // of a run of words that are not taken
    std::size_t end = 0;
    bool says_something = false;
    const auto close = [&] {
      if (says_something) made.push_back({begin, {words(begin, end), Unplaced::unknown, {}}});
      says_something = false;
    };
    for (std::size_t at = 0; at < text_.size();) {
      if (taken_[at] || (!is_word(text_[at]) && (text_[at] == '.' || text_[at] == ';'))) {
        close();
        ++at;
        continue;
      }
      if (!is_word(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t from = at;
      while (at < text_.size() && !taken_[at] && is_word(text_[at])) ++at;
      const bool filler = is_filler(std::string_view(text_).substr(from, at - from));
      if (filler && !says_something) continue;
      if (!says_something) begin = from;
      if (!filler) {
        says_something = true;
        end = at;
      }
    }
    close();
    std::stable_sort(made.begin(), made.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<UnplacedWords> all;
    for (auto& each : made) all.push_back(std::move(each.second));
    return all;
  }

  struct Named {
    std::size_t begin;
    std::size_t end;
    const KnownIndex* index;
  };

  std::string original_;
  std::string text_;
  std::vector<bool> taken_;
  const Library& library_;
  std::string country_;
  std::vector<Found> found_;
  std::vector<Named> indices_;
  bool several_ = false;  ///< names of different indices
  ReadWording made_;
};

}  // namespace

ReadWording read_wording(std::string_view text, const Library& library, std::string_view country) {
  return WordingReader(text, library, country).read();
}

}  // namespace pricetalk
