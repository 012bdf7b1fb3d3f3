#include "contract/formula_commas.hpp"

#include <algorithm>
#include <array>

#include "document/words.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 5> function_words = {"min", "max", "average", "abs",
                                                            "round"};

/// `12,5` without a space: two numbers around a comma, at the first of them.
bool digits_around_comma(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 2 >= tokens.size()) return false;
  const Token& first = tokens[at];
  const Token& comma = tokens[at + 1];
  const Token& second = tokens[at + 2];
  return first.kind == Token::Kind::number && is_sign(comma, ',') &&
         second.kind == Token::Kind::number && first.end == comma.begin &&
         comma.end == second.begin && second.text.find('.') == std::string::npos;
}

bool has_point(const Token& token) {
  return token.kind == Token::Kind::number && token.text.find('.') != std::string::npos;
}

/// A pair of brackets that belong together.
struct Bracket {
  bool of_function = false;  ///< then a comma can separate values
  bool semicolons = false;   ///< then commas do not
  bool closed = false;
};

class CommaSettler {
 public:
  explicit CommaSettler(std::vector<Token>& tokens) : tokens_(tokens), inside_(tokens.size(), 0) {}

  bool run() {
    match();
    points_ = std::any_of(tokens_.begin(), tokens_.end(), has_point);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      commas_ = commas_ || (digits_around_comma(tokens_, i) && !can_separate(i));
    std::vector<Token> made;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (digits_around_comma(tokens_, i) && !(can_separate(i) && points_ && !only_decimals(i))) {
        made.push_back(joined(i));
        i += 2;
        changed_ = true;
      } else if (tokens_[i].kind == Token::Kind::line_end && in_brackets(i)) {
        if (tokens_[i].text == ";") made.push_back(comma(tokens_[i]));
        changed_ = true;
      } else {
        made.push_back(tokens_[i]);
      }
    }
    tokens_ = std::move(made);
    return changed_;
  }

 private:
  /// Which pair each token stands in; the pairs that are never closed hold nothing.
  void match() {
    std::vector<std::size_t> open;
    std::vector<std::size_t> parent = {0};
    brackets_ = {{}};
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_sign(tokens_[i], ')') && !open.empty()) {
        brackets_[open.back()].closed = true;
        open.pop_back();
      }
      inside_[i] = open.empty() ? 0 : open.back();
      if (!is_sign(tokens_[i], '(')) continue;
      const bool function = i > 0 && tokens_[i - 1].kind == Token::Kind::name &&
                            is_function_word(tokens_[i - 1].text);
      parent.push_back(inside_[i]);
      brackets_.push_back({function, false, false});
      open.push_back(brackets_.size() - 1);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      while (inside_[i] != 0 && !brackets_[inside_[i]].closed) inside_[i] = parent[inside_[i]];
      if (tokens_[i].kind == Token::Kind::line_end && tokens_[i].text == ";")
        brackets_[inside_[i]].semicolons = true;
    }
  }
  bool in_brackets(std::size_t at) const { return inside_[at] != 0; }
  bool can_separate(std::size_t at) const {
    const Bracket& bracket = brackets_[inside_[at]];
    return bracket.of_function && !bracket.semicolons;
  }
  /// `0,03`: no value begins with such a nought.
  bool only_decimals(std::size_t at) const {
    const std::string& behind = tokens_[at + 2].text;
    return behind.size() > 1 && behind.front() == '0';
  }
  /// A number with a decimal comma, or what can be read in two ways.
  Token joined(std::size_t at) const {
    const Token& first = tokens_[at];
    const Token& second = tokens_[at + 2];
    const bool unclear = has_point(first) || (can_separate(at) && !commas_);
    return {unclear ? Token::Kind::unknown : Token::Kind::number, 0,
            first.text + (unclear ? "," : ".") + second.text, first.begin, second.end};
  }
  static Token comma(const Token& semicolon) {
    return {Token::Kind::sign, ',', semicolon.text, semicolon.begin, semicolon.end};
  }

  std::vector<Token>& tokens_;
  std::vector<std::size_t> inside_;  ///< 0: in no brackets
  std::vector<Bracket> brackets_;
  bool points_ = false;
  bool commas_ = false;
  bool changed_ = false;
};

}  // namespace

bool is_function_word(std::string_view name) {
  const std::string small = document::lower(name);
  return std::find(function_words.begin(), function_words.end(), small) != function_words.end();
}

bool settle_commas(std::vector<Token>& tokens) { return CommaSettler(tokens).run(); }

}  // namespace pricetalk
