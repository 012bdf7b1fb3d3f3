#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pricetalk {

/// A ZIP archive of these files, packed, as a workbook is one.
inline std::string small_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string bytes;
  std::string directory;
  const auto number = [](std::string& into, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i, value >>= 8U) into += static_cast<char>(value & 0xFFU);
  };
  for (const auto& [name, text] : files) {
    std::string packed(compressBound(text.size()) + 64, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
    std::string facts;
    for (const std::uint64_t two : {20U, 0U, 8U, 0U, 0x21U}) number(facts, two, 2);
    number(facts, crc, 4);
    number(facts, packed.size(), 4);
    number(facts, text.size(), 4);
    number(facts, name.size(), 2);
    number(facts, 0, 2);
    const std::size_t at = bytes.size();
    bytes += "PK\x03\x04" + facts + name + packed;
    directory += std::string("PK\x01\x02") + std::string("\x14\0", 2) + facts;
    number(directory, 0, 6);
    number(directory, 0, 4);
    number(directory, at, 4);
    directory += name;
  }
  const std::size_t at = bytes.size();
  bytes += directory + "PK\x05\x06";
  number(bytes, 0, 4);
  number(bytes, files.size(), 2);
  number(bytes, files.size(), 2);
  number(bytes, directory.size(), 4);
  number(bytes, at, 4);
  number(bytes, 0, 2);
  return bytes;
}

}  // namespace pricetalk
