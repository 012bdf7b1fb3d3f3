#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "document/dictionary.hpp"
#include "document/documentation.hpp"
#include "pricetalk/document/values.hpp"

namespace pricetalk {

/// What may stand behind a key of the format, as its Dictionary says: for editors, in place of the
/// Reader, which also knows what belongs together.
struct Shape {
  enum class Kind : std::uint8_t {
    value,   ///< of the type that the documentation names: "decimal", "period rule"
    choice,  ///< one of `words`
    table,   ///< with `keys`, and no others
    named,   ///< a table whose keys are free, each holding `inner`
    list,    ///< of `inner`, or one of it
  };
  struct Key {
    std::string_view key;
    bool required = false;
    std::string_view fallback;
    std::string_view meaning;
    std::string_view example;
    std::shared_ptr<const Shape> shape;
  };
  Kind kind = Kind::value;
  std::string type;                     ///< of a value
  std::vector<std::string_view> words;  ///< of a choice
  std::vector<Key> keys;                ///< of a table
  bool free_table = false;              ///< of a table: `x` holds anything
  std::shared_ptr<const Shape> inner;   ///< of a list and of named values
};

namespace shapes {

template <class M>
struct Of {
  static Shape make() {
    Shape made;
    if constexpr (TableTerms<M>) {
      made.kind = Shape::Kind::table;
      std::apply(
          [&](const auto&... field) {
            (made.keys.push_back({field.key, field.need == Need::required, field.fallback,
                                  field.meaning, field.example,
                                  std::make_shared<const Shape>(
                                      Of<std::remove_cvref_t<decltype(std::declval<M&>().*
                                                                      field.member)>>::make())}),
             ...);
          },
          Dictionary<M>::fields);
      made.free_table = requires { Dictionary<M>::free_table; };
    } else if constexpr (ChoiceTerms<M>) {
      made.kind = Shape::Kind::choice;
      for (const auto& [word, value] : Dictionary<M>::words) made.words.push_back(word);
    } else {
      made.type = std::string(Leaf<M>::type_name());
    }
    return made;
  }
};
template <class T>
struct Of<Stated<T>> : Of<T> {};
template <class T>
struct Of<std::optional<T>> : Of<T> {};

template <class T>
Shape holding(Shape::Kind kind) {
  Shape made;
  made.kind = kind;
  made.inner = std::make_shared<const Shape>(Of<T>::make());
  return made;
}
template <class T>
struct Of<std::vector<T>> {
  static Shape make() { return holding<T>(Shape::Kind::list); }
};
template <class T>
struct Of<Named<T>> {
  static Shape make() { return holding<T>(Shape::Kind::named); }
};

}  // namespace shapes

/// The shape of a whole file or table.
template <TableTerms S>
Shape shape_of() {
  return shapes::Of<S>::make();
}

}  // namespace pricetalk
