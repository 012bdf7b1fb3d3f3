#include "index/publication/unpack.hpp"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace pricetalk::publication {

namespace {

/// Closes what zlib opened.
class Inflater {
 public:
  explicit Inflater(std::string_view packed) {
    // zlib reads through a pointer that is not const, and does not write there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    open_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK;
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (open_) inflateEnd(&stream_);
  }

  /// Appends what comes next, at most `room` bytes; Z_OK while there is more.
  int next(std::string& text, std::size_t room) {
    if (!open_) return Z_STREAM_ERROR;
    const std::size_t before = text.size();
    const std::size_t piece = std::min<std::size_t>(room, 1'000'000);
    text.resize(before + piece);
    stream_.next_out = reinterpret_cast<Bytef*>(text.data() + before);
    stream_.avail_out = static_cast<uInt>(piece);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    text.resize(before + piece - stream_.avail_out);
    return result;
  }
  bool at_end() const { return stream_.avail_in == 0; }
  bool next_member() { return inflateReset(&stream_) == Z_OK; }

 private:
  z_stream stream_{};
  bool open_ = false;
};

SourcePtr refuse(const SourcePtr& packed, const Phrase& title, Phrase hint,
                 Diagnostics& diagnostics) {
  // No place: packed bytes have no lines that a person could look at.
  const std::string name = "'" + packed->name() + "': ";
  diagnostics.error("I0312", {}, {name + title.en, name + title.nl}, std::move(hint));
  return nullptr;
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

SourcePtr unpack(const SourcePtr& packed, Diagnostics& diagnostics, std::size_t limit) {
  Inflater inflater(packed->bytes());
  std::string text;
  for (;;) {
    const int result = inflater.next(text, limit + 1 - text.size());
    if (text.size() > limit)
      return refuse(
          packed,
          {"unpacked, this file is larger than " + std::to_string(limit / 1'000'000) + " MB",
           "uitgepakt is dit bestand groter dan " + std::to_string(limit / 1'000'000) + " MB"},
          {"ask the publisher for a smaller part of the table",
           "vraag bij de uitgever een kleiner deel van de tabel op"},
          diagnostics);
    if (result == Z_STREAM_END) {
      if (inflater.at_end()) break;
      // Members may follow each other; anything else behind the end is damage.
      if (inflater.next_member()) continue;
    }
    if (result == Z_OK && !(inflater.at_end() && text.empty())) continue;
    const bool ended = result == Z_BUF_ERROR || result == Z_OK;
    return refuse(packed,
                  ended ? Phrase{"this gzip file breaks off", "dit gzip-bestand breekt af"}
                        : Phrase{"this gzip file is damaged", "dit gzip-bestand is beschadigd"},
                  {"download it again", "download het opnieuw"}, diagnostics);
  }
  return std::make_shared<const SourceText>(packed->name(), std::move(text));
}

}  // namespace pricetalk::publication
