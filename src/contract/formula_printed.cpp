#include "contract/formula_printed.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "contract/formula_commas.hpp"
#include "contract/formula_words.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

using InOtherWords = std::pair<std::string_view, std::string_view>;

/// Functions of spreadsheets in other languages.
constexpr std::array<InOtherWords, 6> function_spellings = {{{"afronden", "round"},
                                                             {"arrondi", "round"},
                                                             {"runden", "round"},
                                                             {"gemiddelde", "average"},
                                                             {"moyenne", "average"},
                                                             {"mittelwert", "average"}}};
constexpr std::array<std::string_view, 4> percent_words = {"percent", "procent", "prozent",
                                                           "pourcent"};
constexpr std::array<InOtherWords, 2> powers = {{{"²", "2"}, {"³", "3"}}};
constexpr std::array<std::string_view, 3> primes = {"'", "’", "′"};
/// A line that continues the one before begins with one of these; one that goes on ends with one of
/// the second.
constexpr std::string_view continuing = "+*/^),";
constexpr std::string_view open_ended = "+-*/^(,=";

template <class Table>
bool has(const Table& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_one_of(const Token& token, std::string_view signs) {
  return token.kind == Token::Kind::sign && signs.find(token.sign) != std::string_view::npos;
}
bool is_new_line(const Token& token) {
  return token.kind == Token::Kind::line_end && token.text != ";";
}
bool is_point(const Token& token) { return token.text == "."; }
bool touch(const Token& a, const Token& b) { return a.end == b.begin; }

Token sign_of(const Token& token, char sign) {
  return {Token::Kind::sign, sign, token.text, token.begin, token.end};
}
Token name_of(std::string name, const Token& first, const Token& last) {
  return {Token::Kind::name, 0, std::move(name), first.begin, last.end};
}

/// One pass after the other over the words of a formula.
class PrintedSettler {
 public:
  explicit PrintedSettler(std::vector<Token>& tokens) : tokens_(tokens) {}

  bool run() {
    each(&PrintedSettler::take_label);
    each(&PrintedSettler::take_cell_sign);
    each(&PrintedSettler::join_sign);
    each(&PrintedSettler::take_point);
    each(&PrintedSettler::read_percent_word);
    each(&PrintedSettler::join_old_or_new);
    each(&PrintedSettler::join_prime);
    each(&PrintedSettler::join_lines);
    each(&PrintedSettler::read_function);
    settle_primes();
    settle_periods_before();
    return changed_;
  }

 private:
  /// A pass rewrites the words from a place on, or leaves them.
  using Pass = bool (PrintedSettler::*)(std::size_t);
  void each(Pass pass) {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      while ((this->*pass)(i)) changed_ = true;
  }

  const Token& at(std::size_t i) const { return tokens_[std::min(i, tokens_.size() - 1)]; }
  bool begins_line(std::size_t i) const { return i == 0 || ends_line(tokens_[i - 1]); }
  void replace(std::size_t from, std::size_t count, std::vector<Token> made) {
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(from);
    tokens_.insert(tokens_.erase(begin, begin + static_cast<std::ptrdiff_t>(count)), made.begin(),
                   made.end());
  }
  bool erase(std::size_t from, std::size_t count) { return replace(from, count, {}), true; }

  /// "a) P =", "(a) P =", "1. P =".
  bool take_label(std::size_t i) {
    if (!begins_line(i)) return false;
    const std::size_t open = is_sign(at(i), '(') ? 1 : 0;
    const Token& label = at(i + open);
    const Token& behind = at(i + open + 1);
    const bool closed = is_sign(behind, ')') || (open == 0 && is_point(behind));
    const bool is_label = (is_name(label) || is_number(label)) && label.text.size() <= 3 && closed;
    if (!is_label || !is_name(at(i + open + 2)) || !is_sign(at(i + open + 3), '=')) return false;
    return erase(i, open + 2);
  }

  /// `=MAX(…)`.
  bool take_cell_sign(std::size_t i) {
    if (!begins_line(i) || !is_sign(at(i), '=') || ends_line(at(i + 1))) return false;
    cell_ = true;
    return erase(i, 1);
  }

  /// `==`, `:=`, `**`, `²`.
  bool join_sign(std::size_t i) {
    const Token here = at(i);
    const Token& next = at(i + 1);
    const bool assigned = is_sign(next, '=') && touch(here, next) &&
                          (is_sign(here, '=') || (is_sign(here, '/') && here.text == ":"));
    if (assigned) return erase(i, 1);
    if (is_sign(here, '*') && here.text == "*" && is_sign(next, '*') && touch(here, next))
      return replace(i, 2, {sign_of(here, '^')}), true;
    for (const auto& [spelling, exponent] : powers)
      if (here.kind == Token::Kind::unknown && here.text == spelling)
        return replace(i, 1,
                       {sign_of(here, '^'),
                        {Token::Kind::number, 0, std::string(exponent), here.begin, here.end}}),
               true;
    return false;
  }

  bool take_point(std::size_t i) {
    return is_point(at(i)) && i > 0 && ends_line(at(i + 1)) && !ends_line(tokens_[i - 1]) &&
           erase(i, 1);
  }

  /// "3 percent".
  bool read_percent_word(std::size_t i) {
    if (!is_number(at(i)) || !is_name(at(i + 1))) return false;
    const std::string word = document::lower(at(i + 1).text);
    const bool two = (word == "per" || word == "pour") && is_name(at(i + 2)) &&
                     document::lower(at(i + 2).text) == "cent";
    if (!two && !has(percent_words, word)) return false;
    Token sign = sign_of(at(i + 1), '%');
    sign.end = at(i + (two ? 2U : 1U)).end;
    return replace(i + 1, two ? 2 : 1, {sign}), true;
  }

  /// "S nieuw"; `S-oud` beside `S-nieuw`, for else it may be S less a number called so.
  bool join_old_or_new(std::size_t i) {
    const bool hyphen = is_hyphened(i);
    const Token& name = at(i);
    const Token& word = at(i + (hyphen ? 2U : 1U));
    if (!is_name(name) || !is_name(word) || sign_word(name.text) || choice_word(name.text) ||
        is_article(name.text) || !is_old_or_new(word.text) || (hyphen && !has_opposite(i)))
      return false;
    const std::string joined = name.text + "_" + document::lower(word.text);
    return replace(i, hyphen ? 3 : 2, {name_of(joined, name, word)}), true;
  }
  bool is_hyphened(std::size_t i) const {
    return is_name(at(i)) && is_sign(at(i + 1), '-') && is_name(at(i + 2)) &&
           touch(at(i), at(i + 1)) && touch(at(i + 1), at(i + 2));
  }
  bool has_opposite(std::size_t i) const {
    for (std::size_t k = 0; k < tokens_.size(); ++k) {
      const bool joined = is_name(at(k)) && at(k).text.starts_with(at(i).text + "_");
      const std::string other = joined ? at(k).text.substr(at(i).text.size() + 1)
                                : is_hyphened(k) && at(k).text == at(i).text ? at(k + 2).text
                                                                             : std::string();
      if (is_old_or_new(other) && is_old_word(other) != is_old_word(at(i + 2).text)) return true;
    }
    return false;
  }

  /// `S'`, not `S'25`.
  bool join_prime(std::size_t i) {
    const Token& name = at(i);
    const Token& prime = at(i + 1);
    const bool year = is_number(at(i + 2)) && touch(prime, at(i + 2));
    if (!is_name(name) || !touch(name, prime) || !has(primes, prime.text) || year) return false;
    return replace(i, 2, {name_of(name.text + "'", name, prime)}), true;
  }

  /// A line that ends with a sign, or before one that begins with it.
  bool join_lines(std::size_t i) {
    if (!is_new_line(at(i)) || i == 0) return false;
    std::size_t next = i;
    while (is_new_line(at(next))) ++next;
    const Token& last = tokens_[i - 1];
    const Token& first = at(next);
    if (ends_line(last) || ends_line(first)) return false;
    const bool ends_open = is_one_of(last, open_ended) ||
                           (is_times(last) && i > 1 && !is_one_of(tokens_[i - 2], open_ended));
    const bool continues = is_one_of(first, continuing) ||
                           (is_sign(first, '-') && !has_own_name(i)) ||
                           (is_times(first) && begins_value(at(next + 1)));
    return (ends_open || continues) && erase(i, next - i);
  }
  static bool is_times(const Token& token) {
    return is_name(token) && sign_word(token.text).has_value();
  }
  /// Whether the line that ends here is a step on the way: only those stand before the last.
  bool has_own_name(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && !ends_line(tokens_[begin - 1])) --begin;
    if (!is_name(at(begin)) || !is_sign(at(begin + 1), '=')) return false;
    const std::string name = document::lower(at(begin).text);
    return name != "change" && name != "coefficient" && name != "surcharge" && name.front() != 'p';
  }

  /// AFRONDEN, and the decimals of ROUND in a cell.
  bool read_function(std::size_t i) {
    if (!is_name(at(i)) || !is_sign(at(i + 1), '(')) return false;
    const std::string word = document::lower(at(i).text);
    for (const auto& [spelling, function] : function_spellings)
      if (cell_ && spelling == word)
        return replace(i, 1, {name_of(std::string(function), at(i), at(i))}), true;
    return word == "round" && count_decimals(i + 1);
  }
  bool count_decimals(std::size_t open) {
    int depth = 0;
    std::size_t close = open;
    for (; close < tokens_.size(); ++close) {
      if (is_sign(tokens_[close], '(')) ++depth;
      if (is_sign(tokens_[close], ')') && --depth == 0) break;
    }
    if (close >= tokens_.size() || close < open + 3) return false;
    const Token number = tokens_[close - 1];
    const bool semicolon = tokens_[close - 2].text == ";";
    const bool separated = semicolon || (cell_ && is_sign(tokens_[close - 2], ','));
    if (!is_number(number) || !separated || number.text.find('.') != std::string::npos)
      return false;
    replace(close, 0, {name_of("decimals", number, number)});
    return true;
  }

  /// Beside `P' =` a name with a prime is new and the same name without it is the reference; beside
  /// `P = P' x …` it is the other way round.
  void settle_primes() {
    std::set<std::string> primed;
    for (const Token& token : tokens_)
      if (is_name(token) && token.text.ends_with('\'')) primed.insert(stem_of(token.text));
    if (primed.empty()) return;
    const bool of_new = is_name(at(0)) && at(0).text.ends_with('\'') && is_sign(at(1), '=');
    const bool of_old = is_name(at(0)) && is_sign(at(1), '=') && primed.count(at(0).text) != 0;
    if (!of_new && !of_old) return;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      if (!is_name(token) || primed.count(stem_of(token.text)) == 0) continue;
      const bool prime = token.text.ends_with('\'');
      if (of_old && !prime) continue;
      token.text = stem_of(token.text) + (prime && of_new ? "_n" : "_0");
    }
  }
  static std::string stem_of(const std::string& name) {
    return name.ends_with('\'') ? name.substr(0, name.size() - 1) : name;
  }

  /// `Pn = Pn-1 x …`: the price before, and so `Sn-1`; `prijs2025 = prijs2024 x …` as well.
  void settle_periods_before() {
    if (!is_name(at(0)) || !is_sign(at(1), '=')) return;
    const std::string heading = at(0).text;
    const char moment = heading.back();
    bool counted = false;
    for (std::size_t i = 2; i < tokens_.size(); ++i) {
      counted = counted || (is_less_one(i) && tokens_[i].text == heading);
      if (is_name(tokens_[i]) && is_year_before(tokens_[i].text, heading)) of_step_before(i, 1, 4);
    }
    if (!counted || (moment != 'n' && moment != 't')) return;
    for (std::size_t i = 2; i < tokens_.size(); ++i)
      if (is_less_one(i) && tokens_[i].text.ends_with(moment)) of_step_before(i, 3, 1);
  }
  /// "prijs2024" beside "prijs2025".
  static bool is_year_before(const std::string& name, const std::string& heading) {
    const auto ends_with_digits = [](const std::string& text) {
      return text.size() > 4 &&
             text.find_first_not_of("0123456789", text.size() - 4) == std::string::npos;
    };
    if (!ends_with_digits(name) || !ends_with_digits(heading)) return false;
    const std::size_t stem = heading.size() - 4;
    return name.size() == heading.size() && name.compare(0, stem, heading, 0, stem) == 0 &&
           std::stoi(name.substr(stem)) + 1 == std::stoi(heading.substr(stem));
  }
  /// So many words from a place on become `S(n-1)`; `ending`: letters that are no part of the name.
  void of_step_before(std::size_t i, std::size_t words, std::size_t ending) {
    const Token first = tokens_[i];
    const Token last = tokens_[i + words - 1];
    std::string stem = first.text.substr(0, first.text.size() - ending);
    if (stem.ends_with('_')) stem.pop_back();
    Token one = name_of("1", first, last);
    one.kind = Token::Kind::number;
    replace(i, words,
            {name_of(stem, first, last), sign_of(first, '('), name_of("n", first, last),
             sign_of(first, '-'), one, sign_of(last, ')')});
    changed_ = true;
  }
  /// `Sn-1`, without a space.
  bool is_less_one(std::size_t i) const {
    return is_name(at(i)) && at(i).text.size() > 1 && is_sign(at(i + 1), '-') &&
           touch(at(i), at(i + 1)) && at(i + 2).text == "1" && touch(at(i + 1), at(i + 2));
  }

  std::vector<Token>& tokens_;
  bool cell_ = false;  ///< begins with `=`, as a cell of a spreadsheet
  bool changed_ = false;
};

}  // namespace

bool settle_printed(std::vector<Token>& tokens) { return PrintedSettler(tokens).run(); }

}  // namespace pricetalk
