#include "files/marker.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <sstream>
#include <system_error>

namespace pricetalk {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading =
    "This folder was written by pricetalk and is replaced as a whole when it runs again.\n"
    "Files that were added or changed since are found by these checksums and stop that.\n";

/// FNV-1a, 64 bits: finds changes by hand, which is all it is for.
std::string checksum(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037ull;
  for (const char byte : bytes) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ull;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (auto place = text.rbegin(); place != text.rend(); ++place, sum >>= 4) {
    *place = digits[sum & 15u];
  }
  return text;
}

constexpr std::string_view owner_word = "of ";

struct Marker {
  /// Name -> checksum, and the marker itself; empty when there is no marker or it is not one of
  /// ours.
  std::map<std::string, std::string> known;
  std::string owner;
};

Marker read_marker(const std::string& folder) {
  Marker marker;
  const auto read = read_file(folder + "/" + std::string(marker_name));
  if (!read.value || !read.value->starts_with(heading)) {
    return marker;
  }
  marker.known.emplace(marker_name, "");
  std::istringstream lines(read.value->substr(heading.size()));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(owner_word)) {
      marker.owner = line.substr(owner_word.size());
    } else if (const auto space = line.find(' '); space != std::string::npos) {
      marker.known[line.substr(space + 1)] = line.substr(0, space);
    }
  }
  return marker;
}

/// What desktop programs put into every folder that they show.
bool is_noise(const std::string& name) {
  constexpr std::array<std::string_view, 4> noise{".DS_Store", ".directory", "Thumbs.db",
                                                  "desktop.ini"};
  return std::find(noise.begin(), noise.end(), name) != noise.end();
}

}  // namespace

std::string marker_text(const FolderContents& contents, const std::string& owner) {
  std::string text(heading);
  if (!owner.empty()) {
    text += std::string(owner_word) + owner + "\n";
  }
  for (const auto& [name, bytes] : contents) {
    text += checksum(bytes) + " " + name + "\n";
  }
  return text;
}

std::optional<std::string> owner_of(const std::string& folder) {
  Marker marker = read_marker(folder);
  return marker.known.empty() ? std::nullopt : std::optional(std::move(marker.owner));
}

Losses losses_of_writing(const std::string& folder, const FolderContents& contents) {
  const auto known = read_marker(folder).known;
  Losses losses;
  for (const auto& [name, bytes] : contents) {
    const std::string path = folder + "/" + name;
    if (!is_there(path)) continue;
    const auto row = known.find(name);
    const auto read = read_file(path);
    // What stands there already to the byte is not lost.
    if (read.value && *read.value == bytes) continue;
    if (row == known.end())
      losses.added.push_back(name);
    else if (!read.value || checksum(*read.value) != row->second)
      losses.changed.push_back(name);
  }
  return losses;
}

Losses losses_of_replacing(const std::string& folder) {
  const auto known = read_marker(folder).known;
  Losses losses;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    const bool link = entry->is_symlink(unknown);
    if ((!link && entry->is_directory(unknown)) || is_noise(entry->path().filename().string())) {
      continue;
    }
    if (name == marker_name && known.contains(name)) {
      continue;
    }
    const auto row = known.find(name);
    if (link || row == known.end()) {
      losses.added.push_back(name);
    } else if (const auto read = read_file(entry->path().string());
               !read.value || checksum(*read.value) != row->second) {
      losses.changed.push_back(name);
    }
  }
  if (error) {
    // What cannot be looked into is not ours to throw away.
    losses.added.emplace_back(".");
  }
  std::sort(losses.added.begin(), losses.added.end());
  std::sort(losses.changed.begin(), losses.changed.end());
  return losses;
}

}  // namespace pricetalk
