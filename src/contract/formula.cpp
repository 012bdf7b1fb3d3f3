#include "contract/formula.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "contract/formula_token.hpp"
#include "contract/leaves.hpp"
#include "document/leaf.hpp"
#include "document/reader.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 4> functions = {"min", "max", "average", "abs"};
constexpr std::array<std::string_view, 10> reserved = {
    "min", "max", "average", "abs", "round", "coefficient", "change", "surcharge", "P", "P0"};
constexpr int deepest = 64;
constexpr std::size_t longest = 4000;  // tokens; sums nest to the left, one level for each term

/// Recursive descent over the grammar of section 5. Stops at the first problem of a line and goes
/// on with the next line, so that each line gets its own error.
class FormulaParser {
 public:
  FormulaParser(std::string_view text, Span where, Diagnostics& diagnostics)
      : tokens_(tokenise(text)), map_(where), diagnostics_(diagnostics) {}

  std::optional<Formula> formula() {
    if (too_long()) return std::nullopt;
    Formula made;
    skip_line_ends();
    while (!at(Token::Kind::end)) {
      if (auto read = line())
        made.lines.push_back(std::move(*read));
      else
        skip_line();
      skip_line_ends();
    }
    if (failed_) return std::nullopt;
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
    auto made = expression();
    if (made && !at(Token::Kind::end)) unexpected();
    return failed_ ? std::nullopt : std::move(made);
  }

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
  bool at(char sign) const { return peek().kind == Token::Kind::sign && peek().sign == sign; }
  const Token& take() { return tokens_[std::min(next_++, tokens_.size() - 1)]; }
  bool take(char sign) { return at(sign) && (++next_, true); }
  Span span(const Token& token) const { return map_.span(token.begin, token.end); }
  Span span_from(std::size_t first) const {
    const std::size_t last = next_ == 0 ? 0 : next_ - 1;
    return map_.span(tokens_[first].begin, tokens_[std::max(first, last)].end);
  }
  void report(const Token& token, Phrase title, Phrase hint = {}) {
    failed_ = true;
    if (hint.empty())
      hint = {"numbers, names, + - * / ^, min, max, average, abs, round(x, 2 decimals)",
              "getallen, namen, + - * / ^, min, max, average, abs, round(x, 2 decimals)"};
    diagnostics_.error("F0101", span(token), std::move(title), std::move(hint));
  }
  /// A sign that does not belong here, with the beginner's mistakes that lead to it.
  void unexpected() {
    const Token& token = peek();
    const Phrase title{"'" + token.text + "' does not belong here",
                       "'" + token.text + "' hoort hier niet"};
    const Token* before = next_ == 0 ? nullptr : &tokens_[next_ - 1];
    const bool behind_number =
        before != nullptr && before->kind == Token::Kind::number && before->end == token.begin;
    if (at(',') && behind_number && peek(1).kind == Token::Kind::number) {
      const std::string number = before->text + "." + peek(1).text;
      const Token all{Token::Kind::unknown, 0, before->text + "," + peek(1).text, before->begin,
                      peek(1).end};
      report(
          all,
          {"'" + all.text + "' has a decimal comma", "'" + all.text + "' heeft een decimale komma"},
          {"write " + number, "schrijf " + number});
    } else if (at(Token::Kind::name) && (token.text == "x" || token.text == "X") &&
               before != nullptr) {
      report(token, title, {"write * to multiply", "schrijf * voor vermenigvuldigen"});
    } else if (at('=')) {
      report(token, title,
             {"only one name stands before =, for example P = P0 * (...)",
              "voor = staat alleen één naam, bijvoorbeeld P = P0 * (...)"});
    } else if ((at(Token::Kind::name) || at('(') || at(Token::Kind::number)) && before != nullptr) {
      report(
          token, title,
          {"a sign is missing before it: + - * or /", "er ontbreekt een teken voor: + - * of /"});
    } else {
      report(token, title);
    }
  }
  /// A bracket was opened at `first`; where it should close stands something else.
  void not_closed(std::size_t first) {
    if (!at(Token::Kind::end) && !at(Token::Kind::line_end) && !at('=')) return unexpected();
    while (tokens_[first].sign != '(') ++first;
    report(tokens_[first], {"this bracket is not closed", "dit haakje wordt niet gesloten"},
           {"add )", "zet er ) bij"});
  }
  void skip_line_ends() {
    while (at(Token::Kind::line_end)) ++next_;
  }
  void skip_line() {
    while (!at(Token::Kind::end) && !at(Token::Kind::line_end)) ++next_;
  }

  std::optional<Formula::Line> line() {
    const std::size_t first = next_;
    Formula::Line made;
    if (at(Token::Kind::name) && peek(1).kind == Token::Kind::sign && peek(1).sign == '=') {
      made.name = take().text;
      ++next_;
    }
    auto value = expression();
    if (!value) return std::nullopt;
    if (!at(Token::Kind::end) && !at(Token::Kind::line_end)) {
      unexpected();
      return std::nullopt;
    }
    made.value = std::move(*value);
    made.span = span_from(first);
    return made;
  }

  std::optional<Formula> settle(Formula made) {
    const std::string& name = made.lines.back().name;
    if (name.empty() || name == "coefficient")
      made.result = FormulaResult::coefficient;
    else if (name == "P")
      made.result = FormulaResult::price;
    else if (name == "change")
      made.result = FormulaResult::change;
    else if (name == "surcharge")
      made.result = FormulaResult::surcharge;
    else {
      diagnostics_.error("F0102", made.lines.back().span,
                         {"the last line gives '" + name + "', which is not a result",
                          "de laatste regel geeft '" + name + "', en dat is geen uitkomst"},
                         {"begin the last line with P =, coefficient =, change = or surcharge =",
                          "begin de laatste regel met P =, coefficient =, change = of "
                          "surcharge ="});
      return std::nullopt;
    }
    for (std::size_t i = 0; i + 1 < made.lines.size(); ++i)
      if (made.lines[i].name.empty() || is_reserved(made.lines[i].name)) {
        diagnostics_.error(
            "F0103", made.lines[i].span,
            {"a line before the last needs a name of its own",
             "elke regel vóór de laatste heeft een eigen naam nodig"},
            {"for example wages = 0.70 * L/L0; later lines can use that name",
             "bijvoorbeeld lonen = 0.70 * L/L0; latere regels kunnen die naam gebruiken"});
        return std::nullopt;
      }
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

  std::optional<Expression> binary(Expression::Kind plus, char plus_sign, Expression::Kind minus,
                                   char minus_sign,
                                   std::optional<Expression> (FormulaParser::*operand)()) {
    const std::size_t first = next_;
    auto left = (this->*operand)();
    while (left && (at(plus_sign) || at(minus_sign))) {
      const Expression::Kind kind = take().sign == plus_sign ? plus : minus;
      auto right = (this->*operand)();
      if (!right) return std::nullopt;
      std::vector<Expression> operands;
      operands.push_back(std::move(*left));
      operands.push_back(std::move(*right));
      left = node(kind, first, std::move(operands));
    }
    return left;
  }
  std::optional<Expression> expression() {
    return binary(Expression::Kind::add, '+', Expression::Kind::sub, '-', &FormulaParser::term);
  }
  std::optional<Expression> term() {
    return binary(Expression::Kind::mul, '*', Expression::Kind::div, '/', &FormulaParser::factor);
  }

  std::optional<Expression> factor() {
    const std::size_t first = next_;
    if (depth_ >= deepest) {
      report(peek(), {"the formula is nested too deeply", "de formule is te diep genest"});
      return std::nullopt;
    }
    ++depth_;
    auto made = take('-') ? negated(first) : powered(first);
    --depth_;
    return made;
  }

  std::optional<Expression> negated(std::size_t first) {
    auto operand = factor();
    if (!operand) return std::nullopt;
    std::vector<Expression> operands;
    operands.push_back(std::move(*operand));
    return node(Expression::Kind::negate, first, std::move(operands));
  }

  std::optional<Expression> powered(std::size_t first) {
    auto base = primary();
    if (!base || !take('^')) return base;
    const Token& token = take();
    const auto exponent =
        token.kind == Token::Kind::number ? Decimal::parse(token.text) : std::nullopt;
    if (!exponent || exponent->scale() != 0 || exponent->mantissa() < 1 ||
        exponent->mantissa() > 60) {
      report(token,
             {"an exponent is a whole number from 1 to 60",
              "een exponent is een geheel getal van 1 tot en met 60"},
             {"for example (C/C0)^2", "bijvoorbeeld (C/C0)^2"});
      return std::nullopt;
    }
    std::vector<Expression> operands;
    operands.push_back(std::move(*base));
    Expression made = node(Expression::Kind::power, first, std::move(operands));
    made.exponent = static_cast<int>(exponent->mantissa());
    return made;
  }

  std::optional<Expression> primary() {
    const std::size_t first = next_;
    if (take('(')) {
      auto inside = expression();
      if (inside && !take(')')) {
        not_closed(first);
        return std::nullopt;
      }
      return inside;
    }
    if (at(Token::Kind::number)) return number(first);
    if (at(Token::Kind::name)) {
      if (peek(1).kind == Token::Kind::sign && peek(1).sign == '(') return call(first);
      Expression made = node(Expression::Kind::name, first, {});
      made.name = take().text;
      made.span = span_from(first);
      return made;
    }
    const Token& token = peek();
    if (token.kind == Token::Kind::end || token.kind == Token::Kind::line_end)
      report(token, {"the formula stops too early", "de formule houdt te vroeg op"},
             {"a value is missing behind the last sign",
              "achter het laatste teken ontbreekt een waarde"});
    else
      unexpected();
    return std::nullopt;
  }

  std::optional<Expression> number(std::size_t first) {
    const Token& token = take();
    const auto value = Decimal::parse(token.text);
    if (!value) {
      report(token, {"a number has at most 18 digits", "een getal heeft hoogstens 18 cijfers"});
      return std::nullopt;
    }
    Expression made = node(Expression::Kind::number, first, {});
    made.number = *value;
    made.percent = take('%');
    if (made.percent && value->scale() > 16) {
      report(
          token,
          {"a percentage has at most 16 decimals", "een percentage heeft hoogstens 16 decimalen"},
          {"leave out the digits that do not count", "laat de cijfers weg die niet meetellen"});
      return std::nullopt;
    }
    made.span = span_from(first);
    return made;
  }

  std::optional<Expression> call(std::size_t first) {
    const Token& name = take();
    take();  // (
    if (name.text == "round") return rounding(first);
    std::vector<Expression> operands;
    do {
      auto operand = expression();
      if (!operand) return std::nullopt;
      operands.push_back(std::move(*operand));
    } while (take(','));
    if (!take(')')) {
      not_closed(first);
      return std::nullopt;
    }
    if (name.text == "abs" && operands.size() != 1) {
      report(name, {"abs takes one value", "abs heeft één waarde"},
             {"for example abs(C/C0 - 1)", "bijvoorbeeld abs(C/C0 - 1)"});
      return std::nullopt;
    }
    Expression made = node(Expression::Kind::call, first, std::move(operands));
    made.name = name.text;
    return made;
  }

  std::optional<Expression> rounding(std::size_t first) {
    auto value = expression();
    if (!value) return std::nullopt;
    const auto wrong = [&]() -> std::optional<Expression> {
      report(peek(),
             {"round needs a value and a precision",
              "round heeft een waarde en een nauwkeurigheid nodig"},
             {"write round(x, 2 decimals), round(x, 0.05) or round(x, 0.01%, down)",
              "schrijf round(x, 2 decimals), round(x, 0.05) of round(x, 0.01%, down)"});
      return std::nullopt;
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
    if (take(',')) {
      std::string word = take().text;
      while (at('-') && peek(1).kind == Token::Kind::name) {  // half-up
        take();
        word += "-" + take().text;
      }
      const auto& modes = Dictionary<RoundingMode>::words;
      const auto found = std::find_if(modes.begin(), modes.end(),
                                      [&](const auto& row) { return row.first == word; });
      if (found == modes.end()) return wrong();
      rule.mode = found->second;
    }
    if (!take(')')) return wrong();
    std::vector<Expression> operands;
    operands.push_back(std::move(*value));
    Expression made = node(Expression::Kind::round, first, std::move(operands));
    rule.span = made.span;
    made.rounding = rule;
    return made;
  }

  std::vector<Token> tokens_;
  SpanMap map_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Formula> parse_formula(std::string_view text, Span where, Diagnostics& diagnostics) {
  auto made = FormulaParser(text, where, diagnostics).formula();
  if (made) made->text = std::string(text);
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

Phrase Leaf<Formula>::expected() { return {"a formula as text", "een formule als tekst"}; }

bool Leaf<Formula>::read(Reader& reader, const DocumentNode& node, Formula& out) {
  if (node.kind != DocumentNode::Kind::text) return false;
  auto made = parse_formula(node.raw, node.span, reader.diagnostics());
  if (!made) return false;
  out = std::move(*made);
  return true;
}

Phrase Leaf<LimitValue>::expected() {
  return {"a percentage or an expression as text", "een percentage of een uitdrukking als tekst"};
}

bool Leaf<LimitValue>::read(Reader& reader, const DocumentNode& node, LimitValue& out) {
  if (node.kind == DocumentNode::Kind::number) {
    Percent percent;
    return reader.value(node, percent);  // never without a percent sign
  }
  if (node.kind != DocumentNode::Kind::text) return false;
  out.text = node.raw;
  if (node.raw == "none") {
    out.none = true;
    return true;
  }
  auto made = parse_expression(node.raw, node.span, reader.diagnostics());
  if (!made) return false;
  std::vector<NameUse> names;
  names_in(*made, names);
  if (names.empty() && node.raw.find('%') == std::string::npos)
    return reader.error("T0202", node.span,
                        {"a limit is a percentage: the percent sign is missing",
                         "een grens is een percentage: het procentteken ontbreekt"},
                        {"write \"" + node.raw + "%\"", "schrijf \"" + node.raw + "%\""});
  out.value = std::move(*made);
  return true;
}

}  // namespace pricetalk
