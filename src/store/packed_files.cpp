#include "store/packed_files.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>

#include "index/publication/zip_archive.hpp"

namespace pricetalk {

namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

/// A day as archives of MS-DOS count it, from 1980.
std::uint16_t dos_date(Date day) {
  constexpr int first_year = 1980;
  const int years = day.year() > first_year ? day.year() - first_year : 0;
  return static_cast<std::uint16_t>(years * 512 + day.month() * 32 + day.day());
}

bool add(zip_t* archive, const PackedFile& file, Date day) {
  zip_source_t* content = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  if (content == nullptr) return false;
  const zip_int64_t at = zip_file_add(archive, file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(content);
    return false;
  }
  const auto place = static_cast<zip_uint64_t>(at);
  const zip_int32_t how = file.name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_set_file_compression(archive, place, how, 0) == 0 &&
         zip_file_set_dostime(archive, place, 0, dos_date(day), 0) == 0;
}

std::optional<std::string> bytes_of(zip_source_t* source) {
  zip_stat_t found;
  if (zip_source_stat(source, &found) != 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string made(found.size, '\0');
  const zip_int64_t count = zip_source_read(source, made.data(), made.size());
  zip_source_close(source);
  if (count < 0 || static_cast<std::size_t>(count) != made.size()) return std::nullopt;
  return made;
}

}  // namespace

std::optional<std::string> archive_of(const std::vector<PackedFile>& files, Date day) {
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (target == nullptr) return std::nullopt;
  // The archive gives its own hold on the source back when it is closed.
  zip_source_keep(target.get());
  std::unique_ptr<zip_t, DiscardArchive> archive(
      zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (archive == nullptr) {
    zip_source_free(target.get());
    return std::nullopt;
  }
  for (const PackedFile& file : files)
    if (!add(archive.get(), file, day)) return std::nullopt;
  if (zip_close(archive.get()) != 0) return std::nullopt;
  static_cast<void>(archive.release());
  return bytes_of(target.get());
}

std::optional<std::vector<PackedFile>> files_in_archive(const std::string& archive) {
  auto opened = publication::ZipArchive::open(archive);
  if (!opened) return std::nullopt;
  std::vector<PackedFile> made;
  for (const std::string& name : opened->names()) {
    auto problem = publication::ZipArchive::Problem::damaged;
    auto bytes = opened->read(name, problem);
    if (!bytes) return std::nullopt;
    made.push_back({name, std::move(*bytes)});
  }
  return made;
}

}  // namespace pricetalk
