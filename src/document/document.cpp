// The only file that includes toml++. Its assertions abort on hostile bytes, so they stay out; what
// they guard is kept away by the filter and the scanner.
#ifndef NDEBUG
#define NDEBUG
#endif
#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/utf8.hpp"
#include "document/parse_message.hpp"
#include "document/scan.hpp"
#include "document/sections.hpp"
#include "document/tree.hpp"
#include "document/words.hpp"

namespace pricetalk {
namespace document {
namespace {

constexpr int most_attempts = 20;

// ---- before parsing -----------------------------------------------------------------------------

Span at(const SourceText& source, std::size_t begin, std::size_t end) {
  const std::size_t size = source.bytes().size();
  return {&source, static_cast<std::uint32_t>(std::min(begin, size)),
          static_cast<std::uint32_t>(std::min(end, size))};
}

/// A sign that turns the order of what is read: embeddings, overrides and isolates of text from
/// right to left. In a name it shows another name than it is.
bool turns_reading_order(std::string_view text, std::size_t at) {
  if (text[at] != '\xE2' || at + 2 >= text.size()) return false;
  const auto last = static_cast<unsigned char>(text[at + 2]);
  return (text[at + 1] == '\x80' && last >= 0xAAU && last <= 0xAEU) ||
         (text[at + 1] == '\x81' && last >= 0xA6U && last <= 0xA9U);
}

/// The same written as an escape, "\\u202E"; its length, or 0.
std::size_t escaped_turn(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '\\') return 0;
  for (const std::string_view begin : {"\\u20", "\\U000020"}) {
    if (!text.substr(at).starts_with(begin) || at + begin.size() + 2 > text.size()) continue;
    const char high = text[at + begin.size()];
    const char low = document::lower(text.substr(at + begin.size() + 1, 1)).front();
    if ((high == '2' && low >= 'a' && low <= 'e') || (high == '6' && low >= '6' && low <= '9'))
      return begin.size() + 2;
  }
  return 0;
}

/// The text that the scanner may look at: valid UTF-8 without control characters, of equal length.
/// Nothing when it is not a text at all.
std::optional<std::string> filtered(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view bytes = source.bytes();
  if (bytes.size() > max_document_bytes) {
    diagnostics.error("T0120", at(source, 0, 0),
                      {"the file is too large", "het bestand is te groot"},
                      {"at most " + std::to_string(max_document_bytes >> 20U) + " MB; this has " +
                           std::to_string(bytes.size()) + " bytes",
                       "hoogstens " + std::to_string(max_document_bytes >> 20U) +
                           " MB; dit heeft " + std::to_string(bytes.size()) + " bytes"});
    return std::nullopt;
  }
  const Phrase save{"save the file as UTF-8", "sla het bestand op als UTF-8"};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    diagnostics.error("T0122", at(source, 0, 2),
                      {"the file is UTF-16, not UTF-8", "het bestand is UTF-16, geen UTF-8"}, save);
    return std::nullopt;
  }
  std::string text(bytes);
  if (text.starts_with(utf8::byte_order_mark)) text.replace(0, 3, "   ");
  std::size_t strange = 0;
  std::size_t controls = 0;
  std::size_t turns = 0;
  Span first_strange;
  Span first_control;
  Span first_turn;
  bool content = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c > ' ' && c < '\x7F') {  // nearly all of it
      content = true;
      ++i;
      continue;
    }
    const std::size_t length = utf8::valid_length(text, i);
    if (length == 0) {
      if (strange++ == 0) first_strange = at(source, i, i + 1);
      text[i] = '?';
      ++i;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool line_end = c == '\n' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n');
    if (!line_end && c != '\t' && (byte < 0x20U || byte == 0x7FU)) {
      if (c == '\0') {
        diagnostics.error("T0122", at(source, i, i + 1),
                          {"this is not a text file: it holds a zero byte",
                           "dit is geen tekstbestand: er staat een nulbyte in"},
                          save);
        return std::nullopt;
      }
      if (controls++ == 0) first_control = at(source, i, i + 1);
      text[i] = ' ';
    }
    if (turns_reading_order(text, i)) {
      if (turns++ == 0) first_turn = at(source, i, i + length);
      text.replace(i, length, length, ' ');
    }
    content = content || (!line_end && c != ' ' && c != '\t');
    i += length;
  }
  if (strange > 0) {
    diagnostics.error("T0122", first_strange, {"this byte is not UTF-8", "deze byte is geen UTF-8"},
                      save);
    if (strange * 10 > bytes.size()) return std::nullopt;
  }
  if (controls > 0) {
    const std::string more = std::to_string(controls - 1);
    diagnostics.error("T0123", first_control,
                      {"a control character stands here", "hier staat een stuurteken"},
                      controls == 1 ? Phrase{"take it out", "haal het weg"}
                                    : Phrase{"take it out, and " + more + " more behind it",
                                             "haal het weg, en daarna nog " + more});
  }
  for (auto escape = text.find("\\"); escape != std::string::npos;
       escape = text.find('\\', escape + 1)) {
    const std::size_t length = escaped_turn(text, escape);
    if (length == 0) continue;
    if (turns++ == 0) first_turn = at(source, escape, escape + length);
    text.replace(escape, length, length, ' ');
  }
  if (turns > 0) {
    const std::string more = std::to_string(turns - 1);
    diagnostics.error("T0123", first_turn,
                      {"an invisible sign stands here that turns the order of reading",
                       "hier staat een onzichtbaar teken dat de leesrichting omkeert"},
                      turns == 1
                          ? Phrase{"take it out: what is read would not be what is written",
                                   "haal het weg: er staat anders iets anders dan er wordt gelezen"}
                          : Phrase{"take it out, and " + more +
                                       " more behind it: what is read would not be what is written",
                                   "haal het weg, en daarna nog " + more +
                                       ": er staat anders iets anders dan er wordt gelezen"});
  }
  if (!content) {
    diagnostics.error("T0121", at(source, 0, 0), {"the file is empty", "het bestand is leeg"});
    return std::nullopt;
  }
  return text;
}

// ---- places of the parser -----------------------------------------------------------------------

/// toml++ gives lines and columns in code points; in plain ASCII these are bytes. Elsewhere a
/// signpost at every so many characters keeps a long line from being walked from its start for each
/// value in it.
class Offsets {
 public:
  /// `gaps`: what stands in the file and not in the text, of which nothing points into it.
  explicit Offsets(std::string_view text, const std::vector<Cut::Gap>& gaps = {})
      : text_(text), gaps_(gaps) {
    line_starts_.push_back(0);
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (utf8::is_continuation(text[i])) {
        plain_ = false;
        continue;
      }
      if (count % apart == 0) signposts_.push_back(i);
      ++count;
      if (text[i] == '\n') line_starts_.push_back(count);
    }
  }

  std::uint32_t of(const toml::source_position& position) const {
    std::uint32_t offset = in_text(position);
    std::uint32_t before = 0;
    for (const Cut::Gap& gap : gaps_)
      if (gap.at <= offset) before += static_cast<std::uint32_t>(gap.bytes);
    return offset + before;
  }

  Range of(const toml::source_region& region) const {
    const std::uint32_t begin = of(region.begin);
    return {begin, std::max(begin, of(region.end))};
  }

 private:
  std::uint32_t in_text(const toml::source_position& position) const {
    if (position.line == 0) return 0;
    const std::size_t line = position.line - std::size_t{1};
    if (line >= line_starts_.size()) return static_cast<std::uint32_t>(text_.size());
    std::size_t character = line_starts_[line] + std::max(position.column, 1U) - 1;
    if (plain_) return static_cast<std::uint32_t>(std::min(character, text_.size()));
    if (character / apart >= signposts_.size()) return static_cast<std::uint32_t>(text_.size());
    std::size_t offset = signposts_[character / apart];
    for (character %= apart; character > 0 && offset < text_.size(); --character) {
      offset += utf8::length(text_, offset);
    }
    return static_cast<std::uint32_t>(std::min(offset, text_.size()));
  }

  static constexpr std::size_t apart = 64;
  std::string_view text_;
  std::vector<Cut::Gap> gaps_;
  bool plain_ = true;                     // one byte for each character
  std::vector<std::size_t> line_starts_;  // in characters
  std::vector<std::size_t> signposts_;    // in bytes
};

// ---- after parsing ------------------------------------------------------------------------------

class Copier {
 public:
  Copier(const SourceText& source, const Scan& scan, Offsets offsets)
      : source_(source), scan_(scan), offsets_(std::move(offsets)), broken_(scan.broken) {
    std::sort(broken_.begin(), broken_.end(),
              [](const Range& a, const Range& b) { return a.begin < b.begin; });
  }

  DocumentNode file(const toml::table& table) const {
    DocumentNode root;
    copy(table, root);
    root.span = {&source_, 0, 0};
    return root;
  }

 private:
  void copy(const toml::node& from, DocumentNode& to) const {
    using Kind = DocumentNode::Kind;
    const Range where = offsets_.of(from.source());
    to.span = {&source_, where.begin, where.end};
    to.broken = is_broken(where.begin);
    to.incomplete = scan_.incomplete;
    if (const auto* table = from.as_table()) {
      to.kind = Kind::table;
      copy_entries(*table, to.entries);
    } else if (const auto* list = from.as_array()) {
      to.kind = Kind::list;
      to.items.reserve(list->size());
      for (const toml::node& item : *list) copy(item, to.items.emplace_back());
      // A list of tables: its first heading, not everything down to the last.
      if (list->is_array_of_tables() && !to.items.empty() && scan_.text[where.begin] == '[' &&
          to.items.front().span.begin == where.begin) {
        to.span = to.items.front().span;
      }
    } else if (const auto* text = from.as_string()) {
      to.kind = Kind::text;
      to.raw = text->get();
    } else {
      to.kind = from.is_number()    ? Kind::number
                : from.is_boolean() ? Kind::boolean
                : from.is_date()    ? Kind::date
                                    : Kind::date_time;
      to.raw = to.span.text();
    }
  }

  void copy_entries(const toml::table& table, std::vector<Entry>& entries) const {
    struct Pair {
      Range where;
      const toml::key* key;
      const toml::node* value;
    };
    std::vector<Pair> pairs;
    pairs.reserve(table.size());
    for (const auto& [key, value] : table)
      pairs.push_back({offsets_.of(key.source()), &key, &value});
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.where.begin < b.where.begin; });
    entries.reserve(pairs.size());
    for (const Pair& pair : pairs) {
      Entry& entry = entries.emplace_back();
      entry.key = pair.key->str();
      entry.key_span = {&source_, pair.where.begin, pair.where.end};
      copy(*pair.value, entry.value);
    }
  }

  bool is_broken(std::uint32_t begin) const {
    // Masked ranges may lie inside each other; a value that starts like one of them is meant.
    const auto found = std::lower_bound(
        broken_.begin(), broken_.end(), begin,
        [](const Range& range, std::uint32_t offset) { return range.begin < offset; });
    return found != broken_.end() && found->begin == begin;
  }

  const SourceText& source_;
  const Scan& scan_;
  Offsets offsets_;
  std::vector<Range> broken_;
};

/// Moves the keys of renamed headings to the table that was meant. A key that is there already
/// keeps its first value.
void put_back(DocumentNode& root, const Scan& scan) {
  for (const Renamed& one : scan.renamed) {
    const auto found =
        std::find_if(root.entries.begin(), root.entries.end(), [&](const Entry& entry) {
          return !one.key.empty() && entry.key == one.key &&
                 one.brackets.holds(entry.key_span.begin);
        });
    if (found == root.entries.end()) continue;
    DocumentNode moved = std::move(found->value);
    root.entries.erase(found);
    DocumentNode* target = one.target.empty() ? nullptr : &root;
    for (const std::string& part : one.target) {
      if (target->kind == DocumentNode::Kind::list && !target->items.empty()) {
        // The last item that stands before the heading.
        DocumentNode* item = &target->items.front();
        for (DocumentNode& next : target->items) {
          if (next.span.begin < one.brackets.begin) item = &next;
        }
        target = item;
      }
      if (target->kind != DocumentNode::Kind::table) {
        target = nullptr;
        break;
      }
      const auto entry = std::find_if(target->entries.begin(), target->entries.end(),
                                      [&](const Entry& known) { return known.key == part; });
      if (entry != target->entries.end()) {
        target = &entry->value;
        continue;
      }
      DocumentNode fresh;
      fresh.span = {root.span.source, one.brackets.begin, one.brackets.end};
      fresh.incomplete = scan.incomplete;
      target->entries.push_back({part, fresh.span, fresh});
      target = &target->entries.back().value;
    }
    if (target == nullptr || target->kind != DocumentNode::Kind::table) continue;
    for (Entry& entry : moved.entries) {
      if (target->find(entry.key) == nullptr) target->entries.push_back(std::move(entry));
    }
    in_file_order(target->entries);
  }
}

// ---- parsing ------------------------------------------------------------------------------------

/// The statement that the parser means by a place: the one that holds it, or the one before it when
/// only blanks lie between.
Statement* statement_at(Scan& scan, std::uint32_t offset) {
  const auto after = std::upper_bound(scan.statements.begin(), scan.statements.end(), offset,
                                      [](std::uint32_t place, const Statement& statement) {
                                        return place < statement.whole.begin;
                                      });
  if (after == scan.statements.begin()) return nullptr;
  Statement& statement = *(after - 1);
  const std::string_view between = std::string_view(scan.text).substr(
      statement.whole.end, std::max(offset, statement.whole.end) - statement.whole.end);
  const bool blank = between.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return blank || between.find('\n') == std::string_view::npos ? &statement : nullptr;
}

/// Makes the statement at `offset` harmless. False when there is nothing left to mask.
bool mask_statement(Scan& scan, Statement* statement, std::uint32_t offset) {
  if (statement != nullptr && !statement->heading && !statement->masked &&
      offset >= statement->value.begin) {
    mask_value(scan.text, statement->value);
    scan.broken.push_back(statement->value);
    statement->masked = true;
    return true;
  }
  scan.incomplete = true;
  if (statement != nullptr && statement->heading && !statement->masked) {
    statement->masked = true;
    Renamed renamed{statement->whole, {}, {}};
    rename_heading(scan, renamed);
    scan.renamed.push_back(std::move(renamed));
    return true;
  }
  const std::string before = scan.text;
  if (statement != nullptr) mask_blank(scan.text, statement->whole);
  if (scan.text == before) {
    const std::size_t line = offset == 0 ? std::string::npos : scan.text.rfind('\n', offset - 1);
    const std::size_t begin = line == std::string::npos ? 0 : line + 1;
    const std::size_t end = std::min(scan.text.find('\n', offset), scan.text.size());
    mask_blank(scan.text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return scan.text != before;
}

/// The tree of a file without any mistake, with the help of a memory; nothing for any other file.
std::optional<DocumentNode> remembered(const SourceText& source, SectionMemory& memory) {
  Diagnostics mistakes;
  std::optional<std::string> text = filtered(source, mistakes);
  if (!text) return std::nullopt;
  Scan scanned = scan(source, std::move(*text), mistakes, &memory);
  if (!mistakes.empty()) return std::nullopt;
  hide_points(scanned);
  const Cut cut = without_known(scanned);
  try {
    const toml::table table = toml::parse(std::string_view(cut.text));
    DocumentNode root = Copier(source, scanned, Offsets(cut.text, cut.gaps)).file(table);
    if (!put_known(root, scanned)) return std::nullopt;
    remember(root, scanned, source, memory);
    return root;
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace
}  // namespace document

Loaded<DocumentNode> read_document(const SourcePtr& source, SectionMemory* memory) {
  using namespace document;
  Loaded<DocumentNode> result;
  if (memory != nullptr) {
    result.value = remembered(*source, *memory);
    if (result.value) return result;
  }
  Diagnostics& diagnostics = result.diagnostics;
  std::optional<std::string> text = filtered(*source, diagnostics);
  if (!text) return result;
  Scan scanned = scan(*source, std::move(*text), diagnostics);
  if (scanned.given_up) return result;
  std::sort(scanned.statements.begin(), scanned.statements.end(),
            [](const Statement& a, const Statement& b) { return a.whole.begin < b.whole.begin; });
  bool hidden = diagnostics.empty();
  if (hidden) hide_points(scanned);
  for (int attempt = 0; attempt <= most_attempts; ++attempt) {
    try {
      const toml::table table = toml::parse(std::string_view(scanned.text));
      result.value = Copier(*source, scanned, Offsets(scanned.text)).file(table);
      put_back(*result.value, scanned);
      return result;
    } catch (const toml::parse_error& error) {
      if (std::exchange(hidden, false)) {
        show_points(scanned, *source);
        --attempt;
        continue;
      }
      const std::uint32_t place = Offsets(scanned.text).of(error.source().begin);
      Statement* statement = statement_at(scanned, place);
      const bool line_end = place >= scanned.text.size() || scanned.text[place] == '\n' ||
                            scanned.text[place] == '\r';
      Span span = at(*source, place, line_end ? place : place + utf8::length(scanned.text, place));
      if (statement != nullptr && (statement->heading || place > statement->whole.end)) {
        span = at(*source, statement->whole.begin, statement->whole.end);
      }
      if (attempt == most_attempts) {
        diagnostics.error("T0126", span,
                          {"too many mistakes; the rest of the file was not looked at",
                           "te veel fouten; de rest van het bestand is niet bekeken"},
                          {"mend these first", "verbeter eerst deze"});
        return result;
      }
      ParseMessage message = parse_message(error.description());
      diagnostics.error(std::string(message.code), span, std::move(message.title),
                        std::move(message.hint));
      if (!mask_statement(scanned, statement, place)) return result;
    }
  }
  return result;
}

const DocumentNode* DocumentNode::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Phrase kind_in_words(DocumentNode::Kind kind) {
  switch (kind) {
    case DocumentNode::Kind::table:
      return {"a table", "een tabel"};
    case DocumentNode::Kind::list:
      return {"a list", "een lijst"};
    case DocumentNode::Kind::text:
      return {"a text", "een tekst"};
    case DocumentNode::Kind::number:
      return {"a number", "een getal"};
    case DocumentNode::Kind::boolean:
      return {"true or false", "true of false"};
    case DocumentNode::Kind::date:
      return {"a date", "een datum"};
    case DocumentNode::Kind::date_time:
      return {"a time", "een tijdstip"};
  }
  return {};
}

}  // namespace pricetalk
