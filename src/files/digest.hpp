#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pricetalk {

/// The SHA-256 of bytes, in 64 hexadecimal digits: two files of one digest are the same file.
std::string sha256(std::string_view bytes);

/// The same of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Of everything that was added; once.
  std::string text() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pricetalk
