#include "index/publication/json_objects.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "diagnostic/utf8.hpp"

namespace pricetalk::publication {

namespace {

using Json = nlohmann::json;

/// Hands out the bytes and remembers how far the parser has come.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }
  friend bool operator!=(const Cursor& a, const Cursor& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** reached_;
};

class Listener {
 public:
  Listener(const SourceText& source, const char* begin, const char** reached,
           Diagnostics& diagnostics, const std::function<bool(const JsonObject&)>& told,
           std::size_t listed)
      : source_(source),
        begin_(begin),
        reached_(reached),
        diagnostics_(diagnostics),
        told_(told),
        listed_(listed) {}

  bool null() { return scalar(JsonScalar::Kind::null, "", 4, 0); }
  bool boolean(bool value) {
    return scalar(JsonScalar::Kind::boolean, value ? "true" : "false", value ? 4 : 5, 0);
  }
  bool number_integer(Json::number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(Json::number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(Json::number_float_t, const std::string& text) { return number(text); }
  bool string(std::string& text) {
    return scalar(JsonScalar::Kind::text, text, text.size() + 2, 0);
  }
  bool binary(Json::binary_t&) { return true; }
  bool start_object(std::size_t) { return open(true); }
  bool key(std::string& name) {
    levels_[depth_ - 1].key.swap(name);
    return true;
  }
  bool end_object() {
    Level& level = levels_[depth_ - 1];
    level.object.members.resize(level.members);
    level.object.pointer = pointer(depth_ - 1);
    level.object.where = span(1, 0);
    const bool more = told_(level.object);
    stopped_ = !more;
    close();
    return more;
  }
  bool start_array(std::size_t) { return open(false); }
  bool end_array() {
    close();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    const auto size = source_.bytes().size();
    const bool ended = offset() >= size;
    const auto at =
        static_cast<std::uint32_t>(ended ? size : std::max<std::size_t>(offset(), 1) - 1);
    diagnostics_.error(
        "I0305", {&source_, at, ended ? at : at + 1},
        ended ? Phrase{"the file breaks off in the middle of the JSON, in " + pointer(depth_),
                       "het bestand breekt midden in de JSON af, in " + pointer(depth_)}
              : Phrase{"the JSON is damaged here, in " + pointer(depth_),
                       "de JSON is hier beschadigd, in " + pointer(depth_)},
        {"download the file again, whole", "download het bestand opnieuw, in zijn geheel"});
    return false;
  }
  bool stopped() const { return stopped_; }

 private:
  struct Level {
    bool is_object = false;
    std::size_t index = 0;    ///< of the next item of a list
    std::size_t members = 0;  ///< in use; the rest is kept to be filled again
    std::string key;
    JsonObject object;
  };

  std::size_t offset() const { return static_cast<std::size_t>(*reached_ - begin_) + skipped(); }
  std::size_t skipped() const { return static_cast<std::size_t>(begin_ - source_.bytes().data()); }
  Span span(std::size_t length, std::size_t behind) const {
    const std::size_t end = std::max(offset(), behind) - behind;
    return {&source_, static_cast<std::uint32_t>(end - std::min(end, length)),
            static_cast<std::uint32_t>(end)};
  }
  bool number(const std::string& text) {
    // The parser has read one sign further, to see where the number ends.
    return scalar(JsonScalar::Kind::number, text, text.size(), 1);
  }
  bool scalar(JsonScalar::Kind kind, std::string_view text, std::size_t length,
              std::size_t behind) {
    if (depth_ == 0) return true;
    Level& level = levels_[depth_ - 1];
    if (level.is_object) return member(level, kind, text, span(length, behind));
    const bool of_object = depth_ >= 2 && levels_[depth_ - 2].is_object;
    if (of_object && level.index < listed_)
      member(levels_[depth_ - 2], kind, text, span(length, behind));
    ++level.index;
    return true;
  }
  static bool member(Level& level, JsonScalar::Kind kind, std::string_view text, Span where) {
    auto& members = level.object.members;
    if (level.members == members.size()) members.emplace_back();
    auto& [name, value] = members[level.members++];
    name.assign(level.key);
    value.kind = kind;
    value.text.assign(text);
    value.where = where;
    return true;
  }
  bool open(bool is_object) {
    // No publisher nests deeper; a file that does only wants to fill the memory.
    if (depth_ == deepest) {
      diagnostics_.error(
          "I0305", span(1, 0), {"the JSON is nested too deep", "de JSON is te diep genest"},
          {"download the file again; tables of figures are a few levels deep",
           "download het bestand opnieuw; tabellen met cijfers zijn een paar niveaus diep"});
      return false;
    }
    if (depth_ == levels_.size()) levels_.emplace_back();
    Level& level = levels_[depth_++];
    level.is_object = is_object;
    level.index = 0;
    level.members = 0;
    level.key.clear();
    return true;
  }
  void close() {
    --depth_;
    if (depth_ > 0 && !levels_[depth_ - 1].is_object) ++levels_[depth_ - 1].index;
  }
  std::string pointer(std::size_t depth) const {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i)
      text += "/" + (levels_[i].is_object ? levels_[i].key : std::to_string(levels_[i].index));
    return text.empty() ? "/" : text;
  }

  static constexpr std::size_t deepest = 32;
  const SourceText& source_;
  const char* begin_;
  const char** reached_;
  Diagnostics& diagnostics_;
  const std::function<bool(const JsonObject&)>& told_;
  std::size_t listed_;
  std::vector<Level> levels_;
  std::size_t depth_ = 0;
  bool stopped_ = false;
};

}  // namespace

const JsonScalar* JsonObject::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const auto& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

std::string_view JsonObject::text(std::string_view key) const {
  const JsonScalar* found = find(key);
  return found == nullptr ? std::string_view() : std::string_view(found->text);
}

bool for_each_object(const SourcePtr& source, Diagnostics& diagnostics,
                     const std::function<bool(const JsonObject&)>& told, std::size_t listed) {
  std::string_view bytes = source->bytes();
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(utf8::byte_order_mark.size());
  const char* reached = bytes.data();
  Listener listener(*source, bytes.data(), &reached, diagnostics, told, listed);
  const Cursor begin(bytes.data(), &reached);
  const Cursor end(bytes.data() + bytes.size(), &reached);
  return Json::sax_parse(begin, end, &listener) || listener.stopped();
}

}  // namespace pricetalk::publication
