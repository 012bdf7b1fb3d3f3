#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/dictionary.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/document/tree.hpp"
#include "pricetalk/document/values.hpp"
#include "pricetalk/number/decimal.hpp"
#include "pricetalk/number/money.hpp"

namespace pricetalk {

class Reader;

/// How one value is read. Specialised once per type that may stand behind a key; other rooms add
/// their own (period rules, formulas, "percentage or list of tables"):
/// ```cpp
/// template <> struct Leaf<PeriodRule> {
///   static Phrase expected();                // {"a period rule", "een periode-aanduiding"}
///   static std::string_view type_name();     // for the documentation: "period rule"
///   static bool read(Reader&, const DocumentNode&, PeriodRule&);
/// };
/// ```
/// `read` returns false when the value is wrong. It may report the error itself
/// (`reader.error(...)`); when it has not, the Reader says "expected …, found …" with the example
/// of the dictionary. A type that is itself written as a list says so with
/// `static constexpr bool takes_list = true;`, so that a list of it needs double brackets. A type
/// that is written as a table may call `reader.table(node, struct)`, also for some kinds only.
template <class T>
struct Leaf;

// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define PRICETALK_LEAF(Type)                               \
  template <>                                              \
  struct Leaf<Type> {                                      \
    static Phrase expected();                              \
    static std::string_view type_name();                   \
    static bool read(Reader&, const DocumentNode&, Type&); \
  }
// NOLINTEND(bugprone-macro-parentheses)
PRICETALK_LEAF(Decimal);       ///< 31.25, unquoted
PRICETALK_LEAF(int);           ///< whole number
PRICETALK_LEAF(std::int64_t);  ///< whole number
PRICETALK_LEAF(bool);
PRICETALK_LEAF(std::string);
PRICETALK_LEAF(Phrase);      ///< a text for readers of any language, or { en = "…", nl = "…" }
PRICETALK_LEAF(Date);        ///< 2019-01-01, unquoted
PRICETALK_LEAF(DateTime);    ///< 2025-10-22T10:00:00, or "2025-10-22T10:00"
PRICETALK_LEAF(MonthDay);    ///< "01-01"
PRICETALK_LEAF(Duration);    ///< "2 months"
PRICETALK_LEAF(Period);      ///< "2019-07", or a day 2019-07-15
PRICETALK_LEAF(PeriodSpan);  ///< "2019-07 to 2019-09"
PRICETALK_LEAF(Percent);     ///< "4%"
PRICETALK_LEAF(Points);      ///< "5 points"
PRICETALK_LEAF(Currency);    ///< "EUR"
PRICETALK_LEAF(Id);          ///< "labour-mix"
PRICETALK_LEAF(RoundingRule);
PRICETALK_LEAF(DocumentNode);  ///< anything, kept as it is (edits of a contract)
#undef PRICETALK_LEAF

template <>
struct Dictionary<RoundingMode> {
  static constexpr auto words = std::array{
      std::pair{std::string_view("half-up"), RoundingMode::half_up},
      std::pair{std::string_view("half-even"), RoundingMode::half_even},
      std::pair{std::string_view("half-down"), RoundingMode::half_down},
      std::pair{std::string_view("up"), RoundingMode::up},
      std::pair{std::string_view("down"), RoundingMode::down},
      std::pair{std::string_view("ceiling"), RoundingMode::ceiling},
      std::pair{std::string_view("floor"), RoundingMode::floor},
  };
};

/// The words of a choice, or an error with the nearest one.
std::string words_in_text(const std::vector<std::string_view>& words);
bool report_unknown_word(Reader& reader, const DocumentNode& node,
                         const std::vector<std::string_view>& words);

/// "'surcharges' is not supported yet": a key or word that the format has and this version does
/// not.
bool report_planned(Reader& reader, Span span, std::string_view what);

template <ChoiceTerms E>
struct Leaf<E> {
  static std::vector<std::string_view> words() {
    std::vector<std::string_view> found;
    for (const auto& [word, value] : Dictionary<E>::words) found.push_back(word);
    return found;
  }
  static Phrase expected() {
    return {"one of " + words_in_text(words()), "een van " + words_in_text(words())};
  }
  /// Words between backquotes, for the documentation.
  static std::string type_name() {
    std::string text;
    for (const auto word : words()) {
      if (!text.empty()) text += ' ';
      text += '`';
      text += word;
      text += '`';
    }
    return text;
  }
  static bool read(Reader& reader, const DocumentNode& node, E& out) {
    if (node.kind != DocumentNode::Kind::text) return false;
    for (const auto& [word, value] : Dictionary<E>::words) {
      if (node.raw == word) {
        out = value;
        return true;
      }
    }
    if constexpr (requires { Dictionary<E>::planned; }) {
      for (const Planned& planned : Dictionary<E>::planned) {
        if (node.raw == planned.key) return report_planned(reader, node.span, planned.key);
      }
    }
    return report_unknown_word(reader, node, words());
  }
};

template <class T>
concept LeafTerms = requires {
  Leaf<T>::expected();
};

}  // namespace pricetalk
