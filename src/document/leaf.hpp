#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/dictionary.hpp"
#include "document/tree.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
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

/// 31.25, unquoted
template <>
struct Leaf<Decimal> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Decimal&);
};
/// Whole number
template <>
struct Leaf<int> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, int&);
};
/// Whole number
template <>
struct Leaf<std::int64_t> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, std::int64_t&);
};
template <>
struct Leaf<bool> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, bool&);
};
template <>
struct Leaf<std::string> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, std::string&);
};
/// A text for readers of any language, or { en = "…", nl = "…" }
template <>
struct Leaf<Phrase> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Phrase&);
};
/// 2019-01-01, unquoted
template <>
struct Leaf<Date> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Date&);
};
/// 2025-10-22T10:00:00, or "2025-10-22T10:00"
template <>
struct Leaf<DateTime> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, DateTime&);
};
/// "01-01"
template <>
struct Leaf<MonthDay> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, MonthDay&);
};
/// "2 months"
template <>
struct Leaf<Duration> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Duration&);
};
/// "2019-07", or a day 2019-07-15
template <>
struct Leaf<Period> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Period&);
};
/// "2019-07 to 2019-09"
template <>
struct Leaf<PeriodSpan> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, PeriodSpan&);
};
/// "4%"
template <>
struct Leaf<Percent> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Percent&);
};
/// "5 points"
template <>
struct Leaf<Points> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Points&);
};
/// "EUR"
template <>
struct Leaf<Currency> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Currency&);
};
/// "labour-mix"
template <>
struct Leaf<Id> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Id&);
};
template <>
struct Leaf<RoundingRule> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, RoundingRule&);
};
/// Anything, kept as it is (edits of a contract)
template <>
struct Leaf<DocumentNode> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, DocumentNode&);
};

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
