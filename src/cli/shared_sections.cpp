#include "cli/shared_sections.hpp"

#include <mutex>
#include <utility>

namespace pricetalk {

std::shared_ptr<const std::vector<Entry>> SharedSections::find(std::string_view words) const {
  const std::shared_lock<std::shared_mutex> hold(guard_);
  const auto found = kept_.find(words);
  return found == kept_.end() ? nullptr : found->second;
}

bool SharedSections::wants(std::string_view words) {
  const std::size_t hash = Hash{}(words);
  const std::lock_guard<std::shared_mutex> hold(guard_);
  if (bytes_ + words.size() > most_bytes) return false;
  if (seen_.contains(hash)) return true;
  if (seen_.size() == most_seen) seen_.clear();
  seen_.insert(hash);
  return false;
}

void SharedSections::keep(std::string_view words, std::vector<Entry> entries) {
  auto kept = std::make_shared<const std::vector<Entry>>(std::move(entries));
  const std::lock_guard<std::shared_mutex> hold(guard_);
  if (kept_.try_emplace(std::string(words), std::move(kept)).second) bytes_ += words.size();
}

}  // namespace pricetalk
