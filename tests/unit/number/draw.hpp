#pragma once

#include <rapidcheck.h>

namespace draw {

/// How often a property repeats its draws within one of RapidCheck's hundred cases.
constexpr int rounds = 20;

/// From min up to, but not including, max; all alike from the first case on, where
/// rc::gen::inRange would still stay near its minimum.
template <class T>
rc::Gen<T> in_range(T min, T max) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(min, max));
}

/// Any number of the type, all alike from the first case on.
template <class T>
rc::Gen<T> any() {
  return rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<T>());
}

}  // namespace draw
