#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "document/dictionary.hpp"
#include "pricetalk/document/values.hpp"

namespace pricetalk {

/// The words of terms as somebody wrote them, key by key in the order of their Dictionary: another
/// reader of that one truth. Two terms of one text mean the same, wherever they stand; a default is
/// no word. What `left_out` names is not in it, at any depth, nor is any `note`.
///
/// A value whose keys stand on lines of their own, below a heading or with dots, is known by its
/// first words only: then the text is not `whole`, and nothing may be concluded from it.
class WrittenText {
 public:
  explicit WrittenText(std::vector<std::string_view> left_out = {})
      : left_out_(std::move(left_out)) {}

  template <TableTerms S>
  void table(const S& terms) {
    text_ += '{';
    std::apply([&](const auto&... field) { (key(field, terms), ...); }, Dictionary<S>::fields);
    text_ += '}';
  }

  void word(std::string_view word) {
    text_ += word;
    text_ += '\n';
  }

  bool whole() const { return whole_; }
  std::string text() && { return std::move(text_); }

 private:
  template <class F, class S>
  void key(const F& field, const S& terms) {
    if (absent(terms.*field.member)) return;
    if (std::find(left_out_.begin(), left_out_.end(), field.key) != left_out_.end()) return;
    const std::size_t before = text_.size();
    text_ += field.key;
    text_ += '=';
    const std::size_t bare = text_.size();
    member(terms.*field.member);
    if (text_.size() == bare) text_.resize(before);
  }

  /// Whether nobody wrote it; what is in a table is looked at when it is written.
  template <class T>
  static bool absent(const Stated<T>& stated) {
    return !stated.where;
  }
  template <class T>
  static bool absent(const std::optional<T>& optional) {
    return !optional;
  }
  template <class T>
  static bool absent(const std::vector<T>& list) {
    return list.empty();
  }
  template <class M>
  static bool absent(const Named<M>& named) {
    return named.empty();
  }
  template <TableTerms S>
  static bool absent(const S&) {
    return false;
  }

  template <class T>
  void member(const Stated<T>& stated) {
    if (!stated.where) return;
    whole_ = whole_ && stands_by_itself(*stated.where);
    word(stated.where->text());
  }
  template <class T>
  void member(const std::optional<T>& optional) {
    if (optional) member(*optional);
  }
  template <class T>
  void member(const std::vector<T>& list) {
    for (const T& each : list) member(each);
  }
  template <TableTerms S>
  void member(const S& terms) {
    table(terms);
  }
  template <class M>
  void member(const Named<M>& named) {
    for (const auto& each : named) {
      word(each.id);
      member(each.terms);
    }
  }

  /// Whether the words are all of the value: behind an equals sign, or inside a list or braces, and
  /// no key themselves.
  static bool stands_by_itself(const Span& where) {
    const std::string_view bytes = where.source->bytes();
    const std::size_t before =
        where.begin == 0 ? bytes.npos : bytes.find_last_not_of(" \t\r\n", where.begin - 1);
    const std::size_t after = bytes.find_first_not_of(" \t", where.end);
    const auto is = [&](std::size_t at, std::string_view any) {
      return at != bytes.npos && any.find(bytes[at]) != any.npos;
    };
    return is(before, "=,[{") && !is(after, ".=");
  }

  std::vector<std::string_view> left_out_;
  std::string text_;
  bool whole_ = true;
};

}  // namespace pricetalk
