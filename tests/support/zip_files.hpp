#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pricetalk {

/// The files of a ZIP archive without comment and below 4 GB, by name.
inline std::map<std::string, std::string> zip_files(std::string_view bytes) {
  const auto number = [&](std::size_t at, std::size_t count) {
    std::uint32_t made = 0;
    for (std::size_t i = count; i > 0; --i)
      made = made * 256 + static_cast<unsigned char>(bytes.at(at + i - 1));
    return made;
  };
  const auto inflated = [](std::string_view packed, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(size);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK || inflate(&stream, Z_FINISH) != Z_STREAM_END)
      throw std::runtime_error("not a packed file");
    inflateEnd(&stream);
    return out;
  };
  const std::size_t end = bytes.size() - 22;
  std::size_t at = number(end + 16, 4);
  std::map<std::string, std::string> made;
  for (std::uint32_t left = number(end + 10, 2); left > 0; --left) {
    const std::string name(bytes.substr(at + 46, number(at + 28, 2)));
    const std::size_t local = number(at + 42, 4);
    const std::size_t from = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    const std::string_view packed = bytes.substr(from, number(at + 20, 4));
    made[name] =
        number(at + 10, 2) == 0 ? std::string(packed) : inflated(packed, number(at + 24, 4));
    at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
  }
  return made;
}

}  // namespace pricetalk
