#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/calendar/period.hpp"
#include "pricetalk/diagnostic/language.hpp"

namespace pricetalk {

/// Why something cannot be determined. `key` makes two reasons the same; the text names what is
/// missing and, where known, when and where it will be found.
struct Reason {
  /// What kind of answer is missing.
  enum class Kind : std::uint8_t {
    not_yet,        ///< the world may still answer: wait
    missing,        ///< nobody will answer without a decision
    zero_divisor,   ///< the calculation divides by zero
    overflow,       ///< a rounded value needs more than 18 digits
    outside_bands,  ///< a value lies in no band of a table
    not_stated,     ///< the contract does not state what is needed
  };
  Kind kind = Kind::missing;  ///< default: nobody will answer without a decision
  std::string key;            ///< names the gap: series and period; two reasons of one key are one
  Phrase text;                ///< a sentence without a full stop
  std::string series;         ///< id, for not_yet and missing
  std::optional<PeriodSpan> period;  ///< the period asked for
  std::optional<Date> expected;  ///< publication day, only where the publisher's calendar states it
  std::string source;            ///< where the figure will appear

  friend bool operator==(const Reason& a, const Reason& b) { return a.key == b.key; }
};

/// Undetermined: the root reasons as a set, each named once, in order of key.
class Undetermined {
 public:
  Undetermined() = default;
  /// One reason.
  explicit Undetermined(Reason reason) : reasons_{std::move(reason)} {}
  /// In order of key.
  const std::vector<Reason>& reasons() const { return reasons_; }
  /// Takes over the reasons that are not here yet.
  void add(const Undetermined& other);
  friend bool operator==(const Undetermined&, const Undetermined&) = default;

 private:
  std::vector<Reason> reasons_;
};

/// A value, or the reasons why there is none yet. Not an error: the world has not answered.
template <class T>
class Outcome {
 public:
  /// The value of an empty T.
  Outcome() : state_(T{}) {}
  /// These two: what it holds, without further words.
  Outcome(T value) : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Outcome(Undetermined reasons)
      : state_(std::move(reasons)) {}  // NOLINT(google-explicit-constructor)

  /// These two: whether there is a value.
  bool determined() const { return state_.index() == 0; }
  explicit operator bool() const { return determined(); }
  /// REQUIRES: determined().
  const T& value() const { return std::get<0>(state_); }
  /// These two: the value. REQUIRES: determined().
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  /// REQUIRES: not determined().
  const Undetermined& why() const { return std::get<1>(state_); }
  friend bool operator==(const Outcome&, const Outcome&) = default;

 private:
  std::variant<T, Undetermined> state_;
};

}  // namespace pricetalk
