#include "index/publication/zip_archive.hpp"

#include <zip.h>

#include <algorithm>

namespace pricetalk::publication {

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  ZipArchive made;
  if (source != nullptr) {
    made.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    // An archive takes its source over only when it could be opened.
    if (made.archive_ == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (made.archive_ == nullptr) return std::nullopt;
  const zip_int64_t count = zip_get_num_entries(made.archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t found;
    if (zip_stat_index(made.archive_.get(), static_cast<zip_uint64_t>(i), 0, &found) != 0)
      return std::nullopt;
    const std::string name = found.name;
    made.encrypted_ = made.encrypted_ || ((found.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
                                          found.encryption_method != ZIP_EM_NONE);
    if (!name.ends_with('/')) made.names_.push_back(name);
  }
  return made;
}

bool ZipArchive::has(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::optional<std::string> ZipArchive::read(std::string_view name, Problem& problem) {
  struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen(archive_.get(), std::string(name).c_str(), 0));
  problem = encrypted_ ? Problem::encrypted : Problem::damaged;
  if (file == nullptr) return std::nullopt;
  constexpr std::size_t piece = 1'000'000;
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + piece);
    const zip_int64_t count = zip_fread(file.get(), text.data() + before, piece);
    if (count < 0) return std::nullopt;
    text.resize(before + static_cast<std::size_t>(count));
    total_ += static_cast<std::size_t>(count);
    if (count == 0) return text;
    if (text.size() <= largest_file && total_ <= largest_total) continue;
    problem = Problem::too_large;
    return std::nullopt;
  }
}

}  // namespace pricetalk::publication
