#include "cli/progress.hpp"

#include <ostream>

#include "report/table.hpp"

namespace pricetalk {

Progress::Progress(const Session& session, Phrase what, Language language)
    : session_(session), what_(what.in(language)), next_(Clock::now() + std::chrono::seconds(1)) {}

Progress::~Progress() {
  if (shown_ > 0) session_.err() << '\r' << std::string(shown_, ' ') << '\r' << std::flush;
}

void Progress::done(std::size_t count, std::size_t all) {
  if (!session_.shows_progress()) return;
  const std::lock_guard telling(telling_);
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  std::string text = std::to_string(count);
  if (all > 0) text += "/" + std::to_string(all);
  text += " " + what_;
  const std::size_t letters = width(text);
  if (letters < shown_) text += std::string(shown_ - letters, ' ');
  shown_ = std::max(shown_, letters);
  session_.err() << '\r' << text << std::flush;
}

}  // namespace pricetalk
