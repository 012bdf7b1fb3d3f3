#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "cli/session.hpp"

namespace pricetalk {

/// How far long work is, on the terminal of errors, from its second second on; nothing in a pipe.
/// The line is gone when the work is done. May be told from several threads.
class Progress {
 public:
  /// `what`: "contracts read"; outlived by the session.
  Progress(const Session& session, Phrase what, Language language);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many are done, of `all`; 0: nobody knows of how many.
  void done(std::size_t count, std::size_t all = 0);

 private:
  using Clock = std::chrono::steady_clock;

  const Session& session_;
  std::string what_;
  Clock::time_point next_;
  std::size_t shown_ = 0;  ///< letters on the line
  std::mutex telling_;
};

}  // namespace pricetalk
