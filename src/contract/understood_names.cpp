#include "contract/understood_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "contract/formula_commas.hpp"
#include "contract/formula_words.hpp"
#include "contract/last_step.hpp"
#include "contract/paper_price.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 5> reference_endings = {"o", "O", "_0", "_o", "_O"};
constexpr std::array<std::string_view, 8> new_endings = {"1",  "n",  "t",  "r",
                                                         "_1", "_n", "_t", "_r"};
/// The year at the end of `CPI2024`, `CPI_2024` and `CPI'24`: "2024" beside what stands before it.
struct NameOfYear {
  std::string stem;
  int year = 0;
};
std::optional<NameOfYear> name_of_year(const std::string& name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  if (last == std::string::npos || name.size() - last != 5) return std::nullopt;
  const std::string digits = name.substr(last + 1);
  if (!digits.starts_with("19") && !digits.starts_with("20")) return std::nullopt;
  return NameOfYear{name.substr(0, name[last] == '_' ? last : last + 1), std::stoi(digits)};
}
/// `CPI(2024)`: the year of a moment.
std::optional<int> year_in(const Expression& e) {
  if (e.kind != Expression::Kind::number || e.percent || e.number.scale() != 0) return std::nullopt;
  const std::int64_t year = e.number.mantissa();
  return year >= 1900 && year < 2100 ? std::optional(static_cast<int>(year)) : std::nullopt;
}

/// "nieuw" of "_nieuw", behind the name of a figure.
std::string_view ending_word(std::string_view ending) {
  if (ending.starts_with('_')) ending.remove_prefix(1);
  return ending;
}
constexpr std::array<std::string_view, 3> new_moments = {"n", "t", "m"};

std::string in_capitals(std::string_view name, bool capitals) {
  std::string made(name);
  for (char& c : made) {
    if (capitals && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!capitals && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return made;
}

bool is_moment(const Expression& e) {
  return e.kind == Expression::Kind::name &&
         std::find(new_moments.begin(), new_moments.end(), e.name) != new_moments.end();
}
bool is_number(const Expression& e, std::int64_t value) {
  return e.kind == Expression::Kind::number && !e.percent && e.number == Decimal(value, 0);
}
/// `o`, `0`: the moment of the reference.
bool is_base_moment(const Expression& e) {
  return is_number(e, 0) || (e.kind == Expression::Kind::name && (e.name == "o" || e.name == "O"));
}
/// `n-3`: how many periods before.
std::optional<int> periods_before(const Expression& e) {
  if (e.kind != Expression::Kind::sub ||
      !(is_moment(e.operands[0]) || is_base_moment(e.operands[0])))
    return std::nullopt;
  const Expression& count = e.operands[1];
  if (count.kind != Expression::Kind::number || count.percent || count.number.scale() != 0)
    return std::nullopt;
  return static_cast<int>(count.number.mantissa());
}

class NameReader {
 public:
  NameReader(const Clause& clause, const std::set<std::string>& known, Diagnostics& diagnostics)
      : clause_(clause), known_(known), diagnostics_(diagnostics) {}

  bool run(Formula& formula) {
    for (const Formula::Line& line : formula.lines) {
      names_in(line.value, uses_);
      learn_moments(line.value);
    }
    learn_cases();
    for (Formula::Line& line : formula.lines) rewrite(line.value);
    return changed_;
  }

 private:
  bool is_table(const std::string& name) const {
    return std::any_of(clause_.tables.begin(), clause_.tables.end(),
                       [&](const BandTable& table) { return table.name == name; });
  }
  bool is_known(const std::string& name) const {
    if (name == "P0" || name == months_since_last_word || known_.count(name) != 0 ||
        clause_.find(name) != nullptr)
      return true;
    return name.ends_with('0') &&
           clause_.find(std::string_view(name).substr(0, name.size() - 1)) != nullptr;
  }

  bool used(const std::string& name) const {
    return std::any_of(uses_.begin(), uses_.end(),
                       [&](const NameUse& use) { return use.name == name && !use.called; });
  }
  /// Which names stand with the moment of the new figure: S(n).
  void learn_moments(const Expression& e) {
    if (e.kind == Expression::Kind::call && e.operands.size() == 1 &&
        (is_moment(e.operands[0]) || is_number(e.operands[0], 1)))
      of_new_moment_.insert(e.name);
    for (const Expression& operand : e.operands) learn_moments(operand);
  }
  /// Whether the new figure of an index stands in the formula under a name of its own.
  bool has_new(const std::string& symbol) const {
    return used(symbol) || of_new_moment_.count(symbol) != 0 ||
           std::any_of(new_endings.begin(), new_endings.end(),
                       [&](auto ending) { return used(symbol + std::string(ending)); });
  }

  /// Small and capital letters: in `0.40 s/S` the small one is the new figure.
  void learn_cases() {
    for (const IndexRead& read : clause_.reads) {
      const std::string small = in_capitals(read.symbol, false);
      const std::string capital = in_capitals(read.symbol, true);
      if (small == capital || !used(small) || !used(capital)) continue;
      if (read.symbol == small && !is_known(capital)) cases_[capital] = small + "0";
      if (read.symbol != capital || is_known(small) || used(capital + "0")) continue;
      cases_[small] = capital;
      cases_[capital] = capital + "0";
    }
  }

  /// What a name means here; nothing where it has no meaning, or is one already.
  std::optional<std::string> meaning(const std::string& name) const {
    if (const auto found = cases_.find(name); found != cases_.end()) return found->second;
    if (is_known(name)) return std::nullopt;
    if (is_price_base(name)) return "P0";
    if (const auto text = beside_a_times_sign(name)) return text;
    for (const IndexRead& read : clause_.reads) {
      if (!name.starts_with(read.symbol)) continue;
      const std::string_view ending = std::string_view(name).substr(read.symbol.size());
      if (ending == "_") return read.symbol;  // S_{0}
      const auto is = [&](std::string_view each) { return each == ending; };
      const std::string word(ending_word(ending));
      if (is_old_or_new(word) && !is_known(word))  // else it may be `S - oud`
        return read.symbol + (is_old_word(word) ? "0" : "");
      if (std::any_of(reference_endings.begin(), reference_endings.end(), is))
        return read.symbol + "0";
      if (std::any_of(new_endings.begin(), new_endings.end(), is) && only_new(read.symbol))
        return read.symbol;
    }
    return std::nullopt;
  }
  /// `0,4xS`, `P0x(…)`: a times sign without spaces became part of the name.
  std::optional<std::string> beside_a_times_sign(const std::string& name) const {
    if (name.size() < 2) return std::nullopt;
    const auto known_rest = [&](const std::string& rest) -> std::optional<std::string> {
      const std::string text = meant(rest);
      return is_known(text) ? std::optional(text) : std::nullopt;
    };
    if (name.front() == 'x' || name.front() == 'X') return known_rest(name.substr(1));
    if (name.back() == 'x' || name.back() == 'X')
      return known_rest(name.substr(0, name.size() - 1));
    return std::nullopt;
  }
  /// Whether the formula has one name with such an ending, and not the symbol itself beside it:
  /// S and S1 would be two figures.
  bool only_new(const std::string& symbol) const {
    const auto count = std::count_if(new_endings.begin(), new_endings.end(), [&](auto ending) {
      const std::string name = symbol + std::string(ending);
      return used(name) && !is_known(name);
    });
    return count == 1 && !used(symbol);
  }
  std::string meant(const std::string& name) const { return meaning(name).value_or(name); }

  void change(Expression& e, Expression made) {
    made.span = e.span;
    e = std::move(made);
    changed_ = true;
  }
  void name(Expression& e, std::string text) {
    if (e.kind == Expression::Kind::name && e.name == text) return;
    Expression made;
    made.kind = Expression::Kind::name;
    made.name = std::move(text);
    change(e, std::move(made));
  }

  void rewrite(Expression& e) {
    // `P0 (1 + r)^2` is a product with a power, not the power of a product.
    if (e.kind == Expression::Kind::power && is_product(e.operands[0])) {
      Expression power = e;
      power.operands = {std::move(e.operands[0].operands[0])};
      Expression call = std::move(e.operands[0]);
      call.operands = {std::move(power)};
      change(e, std::move(call));
    }
    if (is_period_before(e)) period_before(e);
    if (e.kind == Expression::Kind::div && is_product(e.operands[1]))
      unclear_divisor(e.operands[1]);
    for (Expression& operand : e.operands) {
      if (e.kind == Expression::Kind::call && is_moment_of(e)) break;  // `n` in S(n) names nothing
      const bool divisor = e.kind == Expression::Kind::div && &operand == &e.operands[1];
      divided_ = divided_ != divisor;
      rewrite(operand);
      divided_ = divided_ != divisor;
    }
    if (e.kind == Expression::Kind::name) {
      if (const auto text = meaning(e.name))
        name(e, *text);
      else if (const auto dated = year_of_figure(e.name))
        of_year(e, *dated);
    } else if (e.kind == Expression::Kind::call && !is_function_word(e.name) && !is_table(e.name)) {
      called(e);
    }
  }

  /// `CPI_t/CPI_t-1`: the 1 belongs to the subscript of the divisor.
  bool is_period_before(const Expression& e) const {
    if (e.kind != Expression::Kind::sub || e.operands[0].kind != Expression::Kind::div ||
        !is_number(e.operands[1], 1))
      return false;
    const Expression& divisor = e.operands[0].operands[1];
    if (divisor.kind != Expression::Kind::name || is_known(divisor.name)) return false;
    const auto text = meaning(divisor.name);
    std::vector<NameUse> above;
    names_in(e.operands[0].operands[0], above);
    return text && clause_.find(*text) != nullptr &&
           std::any_of(above.begin(), above.end(),
                       [&](const NameUse& use) { return use.name == divisor.name; });
  }
  void period_before(Expression& e) {
    Expression& divisor = e.operands[0].operands[1];
    const std::string symbol = meant(divisor.name);
    const std::string printed = divisor.name + "-1";
    diagnostics_.error(
        "F0111", divisor.span,
        {printed + " reads as " + divisor.name + " less 1, not as the figure of a period before",
         printed + " wordt gelezen als " + divisor.name +
             " min 1, niet als het cijfer van een periode "
             "eerder"},
        {"write " + symbol + "0 for the figure of the period before, and at index " + symbol +
             " for example base = \"12 months earlier\"",
         "schrijf " + symbol + "0 voor het cijfer van de periode eerder, en bij index " + symbol +
             " bijvoorbeeld base = \"12 months earlier\""});
    name(divisor, symbol + "0");
    Expression ratio = std::move(e.operands[0]);
    change(e, std::move(ratio));
  }

  /// S(n), S(o), S(n-3): the figure of a moment.
  bool is_moment_of(const Expression& e) const {
    if (e.kind != Expression::Kind::call || e.operands.size() != 1) return false;
    const Expression& moment = e.operands[0];
    const std::string stem = meant(e.name);
    if (!is_known(stem) || known_.count(stem) != 0) return false;
    const Expression& named = moment.operands.empty() ? moment : moment.operands[0];
    const bool names_known = named.kind == Expression::Kind::name && is_known(named.name);
    return !names_known && (is_moment(moment) || is_base_moment(moment) || is_number(moment, 1) ||
                            year_in(moment) || periods_before(moment).has_value());
  }
  /// `P0 (…)`: a name that is no function, and what it is multiplied by.
  bool is_product(const Expression& e) const {
    return e.kind == Expression::Kind::call && e.operands.size() == 1 &&
           !is_function_word(e.name) && !is_table(e.name) && is_known(meant(e.name)) &&
           !is_moment_of(e);
  }

  void called(Expression& e) {
    if (is_moment_of(e)) return of_moment(e);
    if (!is_product(e)) return;
    Expression factor;
    factor.kind = Expression::Kind::name;
    factor.name = meant(e.name);
    factor.span = e.span;
    if (e.span.source != nullptr)
      factor.span.end = e.span.begin + static_cast<std::uint32_t>(e.name.size());
    Expression made;
    made.kind = Expression::Kind::mul;
    made.operands.push_back(std::move(factor));
    made.operands.push_back(std::move(e.operands[0]));
    change(e, std::move(made));
  }

  void of_moment(Expression& e) {
    const Expression& moment = e.operands[0];
    const std::string stem = meant(e.name);
    if (stem == "P0") return price_of_moment(e);
    const IndexRead* read = clause_.find(stem);
    if (read == nullptr) return;
    if (const auto year = year_in(moment)) return of_year(e, {stem, *year});
    if (is_base_moment(moment)) return name(e, read->symbol + "0");
    const std::optional<int> count = periods_before(moment);
    if (!count) return name(e, read->symbol);
    const bool of_base = is_base_moment(moment.operands[0]);
    if (!of_base && has_new(read->symbol)) {  // Sn/S(n-1): the figure of the step before
      const PeriodRule::Back* back = read->base.value.back();
      const bool step_before = back != nullptr && (back->what == LookBack::at_previous_date ||
                                                   back->what == LookBack::at_last_adjustment);
      if (*count == 1 && step_before) return name(e, read->symbol + "0");
      return divided_ ? earlier_reference(e, *read, *count) : other_moment(e, *read, *count, false);
    }
    if (!of_base && divided_) return earlier_reference(e, *read, *count);
    if (!of_base) above_[read->symbol] = *count;
    const PeriodRule& rule = of_base ? read->base.value : read->use.value;
    const auto* before = std::get_if<PeriodRule::Before>(&rule.what);
    if (before != nullptr && !before->window && before->count == *count)
      return name(e, of_base ? read->symbol + "0" : read->symbol);
    other_moment(e, *read, *count, of_base);
  }
  /// The figure of a year that the formula states: `CPI2024`, `CPI(2024)`.
  std::optional<NameOfYear> year_of_figure(const std::string& name) const {
    if (is_known(name)) return std::nullopt;
    const auto dated = name_of_year(name);
    return dated && clause_.find(dated->stem) != nullptr ? dated : std::nullopt;
  }
  /// A formula holds for every year; which period each figure is of stands with the index.
  void of_year(Expression& e, const NameOfYear& figure) {
    const bool reference = divided_;
    const std::string symbol = figure.stem + (reference ? "0" : "");
    const std::string written = normal_form(e);
    const std::string year = std::to_string(figure.year);
    diagnostics_.error("F0111", e.span,
                       {"of which period " + written + " is stands with index " + figure.stem,
                        "van welke periode " + written + " is, staat bij index " + figure.stem},
                       reference
                           ? Phrase{"write " + symbol + " here, and at index " + figure.stem +
                                        " for example base = \"12 months earlier\", or base = \"" +
                                        year + "\" where that year stays",
                                    "schrijf hier " + symbol + ", en bij index " + figure.stem +
                                        " bijvoorbeeld base = \"12 months earlier\", of base = \"" +
                                        year + "\" als dat jaar blijft"}
                           : Phrase{"write " + symbol + " here, and at index " + figure.stem +
                                        " for example use = \"previous year\"",
                                    "schrijf hier " + symbol + ", en bij index " + figure.stem +
                                        " bijvoorbeeld use = \"previous year\""});
    name(e, symbol);
  }
  /// P(n-1) is the price in force; where the clause starts from the original price it is another.
  void price_of_moment(Expression& e) {
    const bool previous = clause_.compounding.value == Compounding::previous;
    if (is_base_moment(e.operands[0]) || previous) return name(e, "P0");
    diagnostics_.error(
        "F0111", e.span,
        {"P0 is the original price in this clause; the price of a step before cannot be named",
         "P0 is in deze clausule de oorspronkelijke prijs; de prijs van een stap eerder heeft geen "
         "naam"},
        {"write compounding = \"previous\" where each step starts from the price in force, and P0 "
         "here",
         "schrijf compounding = \"previous\" als elke stap begint bij de geldende prijs, en hier "
         "P0"});
    name(e, "P0");
  }
  /// S(n-12)/S(n-24): the divisor is the reference, so many periods before the new figure.
  void earlier_reference(Expression& e, const IndexRead& read, int count) {
    const auto above = above_.find(read.symbol);
    const int months = count - (above == above_.end() ? 0 : above->second);
    if (months <= 0) return other_moment(e, read, count, false);
    const std::string symbol = read.symbol + "0";
    const PeriodRule::Back* back = read.base.value.back();
    if (back != nullptr && back->what == LookBack::earlier && back->by.months() == months)
      return name(e, symbol);
    const std::string rule = "base = \"" + Duration{months, Unit::month}.text() + " earlier\"";
    const std::string text = normal_form(e);
    diagnostics_.error("F0111", e.span,
                       {"which period " + text + " is stands with index " + read.symbol,
                        "welke periode " + text + " is, staat bij index " + read.symbol},
                       {"write " + symbol + " here, and at index " + read.symbol + " " + rule,
                        "schrijf hier " + symbol + ", en bij index " + read.symbol + " " + rule});
    name(e, symbol);
  }
  void other_moment(Expression& e, const IndexRead& read, int count, bool of_base) {
    const std::string symbol = of_base ? read.symbol + "0" : read.symbol;
    const std::string key = of_base ? "base" : "use";
    const std::string event = of_base ? " before start" : " before";
    const std::string unit = count == 1 ? " month" : " months";
    const std::string rule = key + " = \"" + std::to_string(count) + unit + event + "\"";
    const std::string text = normal_form(e);
    diagnostics_.error(
        "F0111", e.span,
        {"which period " + text + " is stands with index " + read.symbol,
         "welke periode " + text + " is, staat bij index " + read.symbol},
        {"write " + symbol + " here, and at index " + read.symbol + " for example " + rule,
         "schrijf hier " + symbol + ", en bij index " + read.symbol + " bijvoorbeeld " + rule});
    name(e, symbol);
  }
  void unclear_divisor(const Expression& e) {
    const std::string factor = meant(e.name);
    diagnostics_.error(
        "F0109", e.span,
        {"it is not clear what is divided by", "het is niet duidelijk waardoor wordt gedeeld"},
        {"write * and brackets: a / (" + factor + " * (…)), or (a / " + factor + ") * (…)",
         "schrijf * en haakjes: a / (" + factor + " * (…)), of (a / " + factor + ") * (…)"});
  }

  const Clause& clause_;
  const std::set<std::string>& known_;
  Diagnostics& diagnostics_;
  std::vector<NameUse> uses_;
  std::set<std::string> of_new_moment_;
  std::map<std::string, std::string> cases_;
  bool changed_ = false;
  bool divided_ = false;              ///< below a fraction line
  std::map<std::string, int> above_;  ///< by index: how many periods back the one above it is
};

/// Whether an expression is an amount of money: it has the price as a factor.
bool is_money(const Expression& e) {
  switch (e.kind) {
    case Expression::Kind::name:
      return e.name == "P0";
    case Expression::Kind::div:
      return is_money(e.operands[0]) && !is_money(e.operands[1]);
    case Expression::Kind::number:
    case Expression::Kind::power:
      return false;
    case Expression::Kind::call:
    case Expression::Kind::round:
    case Expression::Kind::negate:
    case Expression::Kind::add:
    case Expression::Kind::sub:
    case Expression::Kind::mul:
      return std::any_of(e.operands.begin(), e.operands.end(), is_money);
  }
  return false;
}

void percent_of_price(const Expression& e, Diagnostics& diagnostics) {
  const bool sum = e.kind == Expression::Kind::add || e.kind == Expression::Kind::sub;
  for (std::size_t i = 0; sum && i < 2; ++i) {
    const Expression& share = e.operands[i];
    if (share.kind != Expression::Kind::number || !share.percent || !is_money(e.operands[1 - i]))
      continue;
    const std::string text = normal_form(share);
    diagnostics.error("F0112", share.span,
                      {"a percentage and a price cannot be added: " + text + " of what?",
                       "een percentage en een prijs zijn niet op te tellen: " + text + " waarvan?"},
                      {"write " + text + " * P0 for a share of the price",
                       "schrijf " + text + " * P0 voor een deel van de prijs"});
  }
  for (const Expression& operand : e.operands) percent_of_price(operand, diagnostics);
}

}  // namespace

bool understand_names(Formula& formula, const Clause& clause, const std::set<std::string>& known,
                      Diagnostics& diagnostics) {
  return NameReader(clause, known, diagnostics).run(formula);
}

void check_percent_of_price(const Formula& formula, Diagnostics& diagnostics) {
  for (const Formula::Line& line : formula.lines) percent_of_price(line.value, diagnostics);
}

}  // namespace pricetalk
