#include "contract/formula.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "contract/formula_aside.hpp"
#include "contract/formula_commas.hpp"
#include "contract/formula_printed.hpp"
#include "contract/formula_problem.hpp"
#include "contract/formula_token.hpp"
#include "contract/formula_words.hpp"
#include "contract/last_step.hpp"
#include "contract/paper_price.hpp"
#include "document/leaf.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 4> functions = {"min", "max", "average", "abs"};
constexpr std::array<std::string_view, 11> reserved = {"min",
                                                       "max",
                                                       "average",
                                                       "abs",
                                                       "round",
                                                       "coefficient",
                                                       "change",
                                                       "surcharge",
                                                       "P",
                                                       "P0",
                                                       months_since_last_word};
constexpr int deepest = 64;
constexpr std::size_t longest = 4000;  // tokens; sums nest to the left, one level for each term

/// Recursive descent over the grammar of section 5, and over what printed formulas add to it. After
/// a problem it goes on with the next word, so that one reading finds all of them.
class FormulaParser {
 public:
  FormulaParser(std::string_view text, Span where, Diagnostics& diagnostics)
      : tokens_(tokenise(text)), map_(where), diagnostics_(diagnostics) {
    if (tokens_.size() > longest) return;
    const bool printed = settle_printed(tokens_);
    as_printed_ = settle_commas(tokens_) || printed;
  }

  std::optional<Formula> formula() {
    if (too_long()) return std::nullopt;
    Formula made;
    skip_line_ends();
    for (;;) {
      cut(explanation_in(tokens_, next_));
      if (at(Token::Kind::end)) break;
      made.lines.push_back(line());
      skip_line_ends();
    }
    if (failed_) {
      unfinished_ = std::move(made);
      return std::nullopt;
    }
    if (made.lines.empty()) {
      report(peek(), {"an empty formula", "een lege formule"},
             {"write what the contract prints, or leave the key out",
              "schrijf wat het contract noemt, of laat de sleutel weg"});
      return std::nullopt;
    }
    return settle(std::move(made));
  }

  std::optional<Expression> single() {
    if (too_long()) return std::nullopt;
    if (const auto words = limit_in_words(tokens_)) return cut(words), std::nullopt;
    Expression made = expression();
    if (!at(Token::Kind::end)) unexpected();
    if (failed_) return std::nullopt;
    return made;
  }

  /// What could be read of a formula with errors: a number stands where nothing was understood.
  std::optional<Formula> unfinished() && {
    if (unfinished_.lines.empty()) return std::nullopt;
    understand_price(unfinished_);
    unfinished_.result =
        result_of(unfinished_.lines.back().name).value_or(FormulaResult::coefficient);
    return std::move(unfinished_);
  }

  /// Whether something stands there that only a printed formula has.
  bool as_printed() const { return as_printed_; }

 private:
  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
  }
  bool too_long() {
    if (tokens_.size() <= longest) return false;
    report(tokens_[longest], {"the formula is too long", "de formule is te lang"});
    return true;
  }
  bool at(Token::Kind kind) const { return peek().kind == kind; }
  bool at(char sign) const { return is_sign(peek(), sign); }
  const Token& take() { return tokens_[std::min(next_++, tokens_.size() - 1)]; }
  bool take(char sign) { return at(sign) && (++next_, true); }
  Span span(const Token& token) const { return map_.span(token.begin, token.end); }
  Span span_from(std::size_t first) const {
    const std::size_t last = next_ == 0 ? 0 : next_ - 1;
    return map_.span(tokens_[first].begin, tokens_[std::max(first, last)].end);
  }
  std::size_t place_of(const Token& token) const {
    const auto found = std::find_if(tokens_.begin(), tokens_.end(),
                                    [&](const Token& each) { return each.begin >= token.begin; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }
  void report(const char* code, const Token& token, Phrase title, Phrase hint) {
    failed_ = true;
    if (silent_) return;
    // What a mistake sets off at the very next word is no mistake of its own.
    const std::size_t place = place_of(token);
    if (reported_ && (place == *reported_ || place == *reported_ + 1)) return;
    reported_ = place;
    diagnostics_.error(code, span(token), std::move(title), std::move(hint));
  }
  void report(const Token& token, Phrase title, Phrase hint = {}) {
    if (hint.empty())
      hint = {"numbers, names, + - * / ^, min, max, average, abs, round(x, 2 decimals)",
              "getallen, namen, + - * / ^, min, max, average, abs, round(x, 2 decimals)"};
    report("F0101", token, std::move(title), std::move(hint));
  }
  /// A sign that does not belong here, with the beginner's mistakes that lead to it.
  void unexpected() {
    const Token& token = peek();
    const Phrase title{"'" + token.text + "' does not belong here",
                       "'" + token.text + "' hoort hier niet"};
    if (token.kind == Token::Kind::unknown && token.text.find(',') != std::string::npos) {
      CommaReadings readings = two_readings_of(token);
      return report("F0108", token, std::move(readings.title), std::move(readings.remedy));
    }
    const bool behind = next_ > 0 && !ends_line(tokens_[next_ - 1]);
    report(token, title, remedy_of(token, behind ? &tokens_[next_ - 1] : nullptr, peek(1)));
  }
  /// A bracket was opened at `first`; where it should close stands something else.
  void not_closed(std::size_t first) {
    while (!ends_line(peek()) && !at('=') && !at(')')) {
      unexpected();
      ++next_;
      if (begins_value(peek())) expression();
    }
    if (take(')')) return;
    while (tokens_[first].sign != '(') ++first;
    report(tokens_[first], {"this bracket is not closed", "dit haakje wordt niet gesloten"},
           {"add )", "zet er ) bij"});
  }
  /// Behind the bracket that closes the one we are in.
  void skip_to_bracket() {
    int open = 1;
    while (!ends_line(peek()) && open > 0) {
      if (at('(')) ++open;
      if (at(')')) --open;
      ++next_;
    }
  }
  void skip_line_ends() {
    while (at(Token::Kind::line_end)) ++next_;
  }
  void skip_line() {
    while (!ends_line(peek())) ++next_;
  }

  /// The first word of this line for which a test holds; `end` where there is none.
  template <class Test>
  std::size_t find_in_line(Test test) const {
    std::size_t i = next_;
    while (!ends_line(tokens_[i]) && !test(i)) ++i;
    return i;
  }

  Formula::Line line() {
    const std::size_t first = next_;
    reported_.reset();
    silent_ = false;
    Formula::Line made;
    made.name = heading();
    cut(limits_in(tokens_, next_));
    if (!conditional()) made.value = with_postfix();
    while (!ends_line(peek())) {  // what was not understood: the rest has problems of its own
      unexpected();
      ++next_;
      if (begins_value(peek())) expression();
    }
    made.span = span_from(first);
    return made;
  }

  /// `P =`, also as printed: `P(n) =`, `P/P0 =`. Empty where the line has no heading.
  std::string heading() {
    if (!at(Token::Kind::name)) return {};
    if (is_sign(peek(1), '=')) {
      const std::string name = take().text;
      ++next_;
      return result_word(name);
    }
    const std::string name = peek().text;
    if (is_sign(peek(1), '(') && is_sign(peek(3), ')') && is_sign(peek(4), '=')) {
      next_ += 5;
      as_printed_ = true;
      return name;
    }
    if (is_sign(peek(1), '/') && is_sign(peek(3), '=') && is_price_over_price(name, peek(2).text)) {
      next_ += 4;
      as_printed_ = true;
      return "coefficient";
    }
    return {};
  }
  /// `Change` is `change`; any other name stays as it is.
  static std::string result_word(const std::string& name) {
    const std::string small = document::lower(name);
    return small == "change" || small == "coefficient" || small == "surcharge" ? small : name;
  }

  /// What people write beside a formula is said, and left out.
  void cut(const std::optional<Aside>& aside) {
    if (!aside) return;
    report(aside->code, tokens_[aside->word], aside->title, aside->remedy);
    tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(aside->from),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(aside->to));
  }

  /// "if … then …" cannot be written in a formula.
  bool conditional() {
    const std::size_t found = find_in_line([&](std::size_t i) {
      const Token& token = tokens_[i];
      if (is_sign(token, '<') || is_sign(token, '>')) return true;
      const Token& next = tokens_[i + 1];
      return token.kind == Token::Kind::name && is_condition_word(token.text) &&
             (next.kind == Token::Kind::name || next.kind == Token::Kind::number ||
              is_sign(next, '('));
    });
    if (ends_line(tokens_[found])) return false;
    report(
        "F0110", tokens_[found],
        {"a formula has no conditions", "een formule kent geen voorwaarden"},
        {"a smallest change that counts is threshold, a largest one limits; what differs by band "
         "is a table: [clause.NAME.table.t] rows = […], called as t(S/S0 - 1); the larger of two "
         "is max(a, b)",
         "een kleinste verandering die telt is threshold, een grootste limits; wat per trede "
         "verschilt is een tabel: [clause.NAAM.table.t] rows = […], aangeroepen als "
         "t(S/S0 - 1); de grootste van twee is max(a, b)"});
    skip_line();
    return true;
  }

  /// "3% or S/S0 - 1, whichever is greater".
  Expression with_postfix() {
    const std::size_t which = find_in_line([&](std::size_t i) {
      return tokens_[i].kind == Token::Kind::name &&
             document::lower(tokens_[i].text) == "whichever";
    });
    if (ends_line(tokens_[which])) return expression();
    std::optional<Choice> choice;
    for (std::size_t i = which; !ends_line(tokens_[i]); ++i)
      if (!choice) choice = choice_word(tokens_[i].text);
    const std::size_t first = next_;
    if (!choice) return expression();
    std::vector<Expression> values = listed(false);
    if (!is_name("whichever")) unexpected();
    skip_line();
    return chosen(*choice, first, std::move(values));
  }

  bool is_name(std::string_view word) const {
    return at(Token::Kind::name) && document::lower(peek().text) == word;
  }

  /// "a or b", "a, b and c".
  std::vector<Expression> listed(bool dutch) {
    const bool before = std::exchange(dutch_, dutch);
    std::vector<Expression> values;
    values.push_back(expression());
    while (take_separator(dutch) && !is_name("whichever")) values.push_back(expression());
    dutch_ = before;
    return values;
  }
  bool take_separator(bool dutch) {
    const bool comma = take(',');
    const bool word = at(Token::Kind::name) && separates_values(peek().text, dutch);
    if (word) ++next_;
    return comma || word;
  }
  Expression chosen(Choice choice, std::size_t first, std::vector<Expression> values) {
    as_printed_ = true;
    if (values.size() < 2)
      report(tokens_[first], {"one value is no choice", "uit één waarde valt niet te kiezen"},
             {"write max(a, b) or min(a, b)", "schrijf max(a, b) of min(a, b)"});
    Expression made = node(Expression::Kind::call, first, std::move(values));
    made.name = choice == Choice::largest ? "max" : "min";
    return made;
  }

  /// "the greater of": how many words, and what they ask for; nothing where no such words stand.
  struct ChoiceWords {
    std::size_t words = 0;
    Choice choice = Choice::largest;
    bool dutch = false;
  };
  std::optional<ChoiceWords> choice_words() const {
    std::size_t i = is_article(peek().text) ? 1 : 0;
    const auto choice =
        peek(i).kind == Token::Kind::name ? choice_word(peek(i).text) : std::nullopt;
    if (!choice) return std::nullopt;
    const Token& of = peek(i + 1);
    if (of.kind != Token::Kind::name || !(is_of_english(of.text) || is_of_dutch(of.text)))
      return std::nullopt;
    return ChoiceWords{i + 2, *choice, is_of_dutch(of.text)};
  }
  Expression choice_of(const ChoiceWords& words) {
    const std::size_t first = next_;
    next_ += words.words;
    if (!bracketed_list(words.dutch)) return chosen(words.choice, first, listed(words.dutch));
    ++next_;
    std::vector<Expression> values = listed(words.dutch);
    if (!take(')')) not_closed(first);
    return chosen(words.choice, first, std::move(values));
  }
  /// Whether the bracket that opens here holds all the values.
  bool bracketed_list(bool dutch) const {
    if (!at('(')) return false;
    int open = 0;
    for (std::size_t i = next_; !ends_line(tokens_[i]); ++i) {
      const Token& token = tokens_[i];
      if (is_sign(token, '(')) ++open;
      if (is_sign(token, ')') && --open == 0) return false;
      if (open == 1 && (is_sign(token, ',') ||
                        (token.kind == Token::Kind::name && separates_values(token.text, dutch))))
        return true;
    }
    return false;
  }

  static std::optional<FormulaResult> result_of(std::string_view name) {
    if (name.empty() || name == "coefficient") return FormulaResult::coefficient;
    if (name == "P") return FormulaResult::price;
    if (name == "change") return FormulaResult::change;
    if (name == "surcharge") return FormulaResult::surcharge;
    return std::nullopt;
  }

  std::optional<Formula> settle(Formula made) {
    if (understand_price(made)) as_printed_ = true;
    const std::string& name = made.lines.back().name;
    if (const auto result = result_of(name)) {
      made.result = *result;
    } else {
      failed_ = true;
      diagnostics_.error("F0102", made.lines.back().span,
                         {"the last line gives '" + name + "', which is not a result",
                          "de laatste regel geeft '" + name + "', en dat is geen uitkomst"},
                         {"begin the last line with P = for the new price, coefficient = for what "
                          "P0 is multiplied by, change = for a change (0.03 for 3%), or "
                          "surcharge =",
                          "begin de laatste regel met P = voor de nieuwe prijs, coefficient = voor "
                          "waar P0 mee wordt vermenigvuldigd, change = voor een verandering (0.03 "
                          "bij 3%), of surcharge ="});
    }
    for (std::size_t i = 0; i + 1 < made.lines.size(); ++i)
      if (made.lines[i].name.empty() || is_reserved(made.lines[i].name)) {
        diagnostics_.error(
            "F0103", made.lines[i].span,
            {"a line before the last needs a name of its own",
             "elke regel vóór de laatste heeft een eigen naam nodig"},
            {"for example wages = 0.70 * L/L0; later lines can use that name",
             "bijvoorbeeld lonen = 0.70 * L/L0; latere regels kunnen die naam gebruiken"});
        failed_ = true;
      }
    if (failed_) return std::nullopt;
    return made;
  }

  Expression node(Expression::Kind kind, std::size_t first,
                  std::vector<Expression> operands) const {
    Expression made;
    made.kind = kind;
    made.operands = std::move(operands);
    made.span = span_from(first);
    return made;
  }

  Expression binary_node(Expression::Kind kind, std::size_t first, Expression left,
                         Expression right) const {
    std::vector<Expression> operands;
    operands.push_back(std::move(left));
    operands.push_back(std::move(right));
    return node(kind, first, std::move(operands));
  }
  /// What stands for something that could not be read.
  Expression unread() const { return node(Expression::Kind::number, next_, {}); }

  /// Takes one of two signs, or a word for one: "x", "plus".
  std::optional<char> take_sign(char one, char other) {
    if (at(one) || at(other)) return take().sign;
    if (!at(Token::Kind::name) || !begins_value(peek(1))) return std::nullopt;
    std::optional<char> sign = sign_word(peek().text);
    const bool percent = next_ > 0 && is_sign(tokens_[next_ - 1], '%');
    if (percent && !dutch_ && (is_of_english(peek().text) || is_of_dutch(peek().text))) sign = '*';
    if (!sign || (*sign != one && *sign != other)) return std::nullopt;
    ++next_;
    as_printed_ = true;
    return sign;
  }

  Expression expression() {
    const std::size_t first = next_;
    Expression left = term();
    while (const auto sign = take_sign('+', '-'))
      left = binary_node(*sign == '+' ? Expression::Kind::add : Expression::Kind::sub, first,
                         std::move(left), term());
    return left;
  }
  Expression term() {
    const std::size_t first = next_;
    Expression left = factor();
    bool divided = false;
    for (;;) {
      const std::optional<char> sign = take_sign('*', '/');
      if (!sign && !implied_product()) return left;
      if (!sign && divided) unclear_divisor(first);
      if (!sign) as_printed_ = true;
      divided = sign == '/';
      left = binary_node(divided ? Expression::Kind::div : Expression::Kind::mul, first,
                         std::move(left), factor());
    }
  }

  /// `0.4 S`, `2 (…)`, `(…) (…)`: nothing stands between what is multiplied.
  bool implied_product() const {
    const Token& before = tokens_[next_ == 0 ? 0 : next_ - 1];
    const bool price =
        before.kind == Token::Kind::name && (before.text == "P0" || is_price_base(before.text));
    const bool value =
        price || before.kind == Token::Kind::number || is_sign(before, '%') || is_sign(before, ')');
    if (next_ == 0 || !value) return false;
    if (at('(')) return true;
    const bool sign = begins_value(peek(1)) && sign_word(peek().text);
    return at(Token::Kind::name) && !sign && !ends_expression(peek().text);
  }
  void unclear_divisor(std::size_t first) {
    const Token all{Token::Kind::unknown, 0, {}, tokens_[first].begin, peek().end};
    report("F0109", all,
           {"it is not clear what is divided by", "het is niet duidelijk waardoor wordt gedeeld"},
           {"write * and brackets: a / (b * c), or (a / b) * c",
            "schrijf * en haakjes: a / (b * c), of (a / b) * c"});
  }

  Expression factor() {
    const std::size_t first = next_;
    if (depth_ >= deepest) {
      report(peek(), {"the formula is nested too deeply", "de formule is te diep genest"});
      silent_ = true;
      skip_line();
      return unread();
    }
    ++depth_;
    Expression made = take('-') ? negated(first) : powered(first);
    --depth_;
    return made;
  }

  Expression negated(std::size_t first) {
    std::vector<Expression> operands;
    operands.push_back(factor());
    return node(Expression::Kind::negate, first, std::move(operands));
  }

  Expression powered(std::size_t first) {
    Expression base = primary();
    if (!take('^')) return base;
    const Token& token = peek();
    if (!ends_line(token)) ++next_;
    const auto exponent =
        token.kind == Token::Kind::number ? Decimal::parse(token.text) : std::nullopt;
    if (!exponent || exponent->scale() != 0 || exponent->mantissa() < 1 ||
        exponent->mantissa() > 60) {
      report(token,
             {"an exponent is a whole number from 1 to 60",
              "een exponent is een geheel getal van 1 tot en met 60"},
             {"for example (C/C0)^2", "bijvoorbeeld (C/C0)^2"});
      return base;
    }
    std::vector<Expression> operands;
    operands.push_back(std::move(base));
    Expression made = node(Expression::Kind::power, first, std::move(operands));
    made.exponent = static_cast<int>(exponent->mantissa());
    return made;
  }

  Expression primary() {
    const std::size_t first = next_;
    if (take('(')) {
      Expression inside = expression();
      if (!take(')')) not_closed(first);
      return inside;
    }
    if (at(Token::Kind::number)) return number(first);
    if (at(Token::Kind::name)) {
      if (const auto words = choice_words()) return choice_of(*words);
      if (is_sign(peek(1), '(')) return call(first);
      Expression made = node(Expression::Kind::name, first, {});
      made.name = take().text;
      made.span = span_from(first);
      return made;
    }
    const Token& token = peek();
    if (ends_line(token))
      report(token, {"the formula stops too early", "de formule houdt te vroeg op"},
             {"a value is missing behind the last sign",
              "achter het laatste teken ontbreekt een waarde"});
    else
      unexpected();
    if (token.kind == Token::Kind::unknown) ++next_;
    // `√(…)`, `± 3%`: what stands behind such a sign is read in its place.
    return token.kind == Token::Kind::unknown && begins_value(peek()) ? primary() : unread();
  }

  Expression number(std::size_t first) {
    const Token& token = take();
    const auto value = Decimal::parse(token.text);
    Expression made = node(Expression::Kind::number, first, {});
    if (!value) {
      report(token, {"a number has at most 18 digits", "een getal heeft hoogstens 18 cijfers"});
      return made;
    }
    made.number = *value;
    made.percent = take('%');
    if (made.percent && value->scale() > 16)
      report(
          token,
          {"a percentage has at most 16 decimals", "een percentage heeft hoogstens 16 decimalen"},
          {"leave out the digits that do not count", "laat de cijfers weg die niet meetellen"});
    made.span = span_from(first);
    return made;
  }

  Expression call(std::size_t first) {
    const Token& name = take();
    const std::string small = document::lower(name.text);
    const bool function = is_function_word(name.text);
    as_printed_ = as_printed_ || (function && small != name.text);
    take();  // (
    if (small == "round") return rounding(first);
    std::vector<Expression> operands;
    do operands.push_back(expression());
    while (take(','));
    if (!take(')')) not_closed(first);
    if (small == "abs" && operands.size() != 1)
      report(name, {"abs takes one value", "abs heeft één waarde"},
             {"for example abs(C/C0 - 1)", "bijvoorbeeld abs(C/C0 - 1)"});
    Expression made = node(Expression::Kind::call, first, std::move(operands));
    made.name = function ? small : name.text;
    return made;
  }

  Expression rounding(std::size_t first) {
    Expression value = expression();
    const auto wrong = [&]() -> Expression {
      report(peek(),
             {"round needs a value and a precision",
              "round heeft een waarde en een nauwkeurigheid nodig"},
             {"write round(x, 2 decimals), round(x, 0.05) or round(x, 0.01%, down)",
              "schrijf round(x, 2 decimals), round(x, 0.05) of round(x, 0.01%, down)"});
      skip_to_bracket();
      return std::move(value);
    };
    if (!take(',') || !at(Token::Kind::number)) return wrong();
    const auto precision = Decimal::parse(take().text);
    if (!precision) return wrong();
    RoundingRule rule;
    if (at(Token::Kind::name) && (peek().text == "decimals" || peek().text == "decimal")) {
      take();
      if (precision->scale() != 0 || precision->mantissa() > 18) return wrong();
      rule.kind = RoundingRule::Kind::decimals;
      rule.decimals = static_cast<int>(precision->mantissa());
    } else if (precision->mantissa() <= 0) {
      return wrong();
    } else if (take('%')) {
      if (precision->scale() > 16) return wrong();
      rule.kind = RoundingRule::Kind::percent_step;
      rule.step = Decimal(precision->mantissa(), precision->scale() + 2);
    } else {
      rule.kind = RoundingRule::Kind::step;
      rule.step = *precision;
    }
    if (take(',') && !mode(rule)) return wrong();
    if (!take(')')) return wrong();
    std::vector<Expression> operands;
    operands.push_back(std::move(value));
    Expression made = node(Expression::Kind::round, first, std::move(operands));
    rule.span = made.span;
    made.rounding = rule;
    return made;
  }
  /// "half-up".
  bool mode(RoundingRule& rule) {
    if (ends_line(peek())) return false;
    std::string word = take().text;
    while (at('-') && peek(1).kind == Token::Kind::name) {
      take();
      word += "-" + take().text;
    }
    const auto& modes = Dictionary<RoundingMode>::words;
    const auto found = std::find_if(modes.begin(), modes.end(),
                                    [&](const auto& row) { return row.first == word; });
    if (found == modes.end()) return false;
    rule.mode = found->second;
    return true;
  }

  std::vector<Token> tokens_;
  Formula unfinished_;  ///< of a formula with errors
  SpanMap map_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  bool as_printed_ = false;
  bool dutch_ = false;   ///< in a list of values in Dutch, where "of" separates them
  bool silent_ = false;  ///< the rest of the line is given up
  /// The word of the last problem of this line.
  std::optional<std::size_t> reported_;
};

}  // namespace

std::optional<Formula> parse_formula(std::string_view text, Span where, Diagnostics& diagnostics,
                                     std::optional<Formula>* unfinished) {
  FormulaParser parser(text, where, diagnostics);
  auto made = parser.formula();
  if (!made && unfinished != nullptr) *unfinished = std::move(parser).unfinished();
  if (made) made->text = parser.as_printed() ? normal_lines(*made) : std::string(text);
  return made;
}

std::optional<Expression> parse_expression(std::string_view text, Span where,
                                           Diagnostics& diagnostics) {
  return FormulaParser(text, where, diagnostics).single();
}

bool is_reserved(std::string_view name) {
  return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

void names_in(const Expression& expression, std::vector<NameUse>& found) {
  const bool built_in =
      std::find(functions.begin(), functions.end(), expression.name) != functions.end();
  if (expression.kind == Expression::Kind::name)
    found.push_back({expression.name, expression.span, false});
  if (expression.kind == Expression::Kind::call && !built_in)
    found.push_back({expression.name, expression.span, true});
  for (const Expression& operand : expression.operands) names_in(operand, found);
}

}  // namespace pricetalk
