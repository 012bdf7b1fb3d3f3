#pragma once

#include <unistd.h>

#include <utility>

namespace pricetalk {

/// An open file of the operating system, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Closes now; false when the last bytes did not arrive.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

}  // namespace pricetalk
