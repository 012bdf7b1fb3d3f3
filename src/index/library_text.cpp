#include <algorithm>
#include <string>
#include <string_view>

#include "document/toml_text.hpp"
#include "document/word_of.hpp"
#include "index/change_set.hpp"
#include "index/figures_dictionary.hpp"

namespace pricetalk {

namespace {

void key(std::string& text, std::string_view name, const std::string& value) {
  if (!value.empty()) text += std::string(name) + " = " + value + "\n";
}

void text_key(std::string& text, std::string_view name, const std::string& value) {
  if (!value.empty()) key(text, name, toml_text(value));
}

std::string row_text(const FigureChange& change) {
  std::string made = "[\"" + change.period.text() + "\", " + change.value.text();
  if (change.status != FigureStatus::definitive || change.published)
    made += ", \"" + word_of(change.status) + "\"";
  if (change.published) made += ", " + change.published->text();
  return made + "]";
}

/// Rows of one year stand together, as many on a line as 100 columns hold.
std::string figures_text(const SeriesChange& change) {
  std::string made = "figures = [\n";
  std::string line;
  int year = 0;
  const auto end_line = [&] {
    if (!line.empty()) made += line + "\n";
    line.clear();
  };
  for (const FigureChange& each : change.changes) {
    if (!is_taken(each.kind)) continue;
    const std::string row = row_text(each) + ",";
    const bool new_year = each.period.in_year() != year && each.period.unit() != Unit::year;
    if (new_year || line.size() + row.size() + 1 > 100) end_line();
    year = each.period.in_year();
    line += (line.empty() ? "  " : " ") + row;
  }
  end_line();
  return made + "]\n";
}

bool writes_anything(const SeriesChange& change) {
  return std::any_of(change.changes.begin(), change.changes.end(),
                     [](const FigureChange& each) { return is_taken(each.kind); });
}

std::string new_file(const SeriesChange& change) {
  const Series& s = change.series;
  std::string text = "schema = 1\n\n[[series]]\n";
  text_key(text, "id", s.id);
  text_key(text, "title", s.title);
  text_key(text, "publisher", s.publisher);
  text_key(text, "table", s.table);
  text_key(text, "base", s.base);
  text_key(text, "unit", word_of(s.unit));
  if (s.decimals) key(text, "decimals", std::to_string(*s.decimals));
  if (s.frequency) text_key(text, "frequency", word_of(*s.frequency));
  if (s.currency) text_key(text, "currency", std::string(s.currency->code()));
  text_key(text, "per", s.per);
  if (change.retrieved) key(text, "retrieved", change.retrieved->text());
  text_key(text, "licence", s.licence);
  text_key(text, "source", s.source);
  return text + figures_text(change);
}

/// Without folders: what a person calls the file.
std::string name_of(const std::string& path) {
  const auto slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string import_block(const SeriesChange& change) {
  std::string text = "\n[[series.import]]\n";
  if (change.retrieved) key(text, "retrieved", change.retrieved->text());
  text_key(text, "from", name_of(change.from));
  text_key(text, "table", change.table);
  if (change.by_hand) key(text, "by_hand", "true");
  return text + figures_text(change);
}

/// Where the part of a series ends in its file: before the next `[[series]]`, without the blank
/// lines and comments that belong to that one; else at the end.
std::size_t end_of(std::string_view text, std::size_t heading) {
  std::size_t end = text.size();
  for (std::size_t at = text.find('\n', heading); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    std::string_view line = text.substr(at + 1);
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with("[[series]]")) continue;
    end = at + 1;
    // Comments straight above a heading are about it.
    while (end > 1) {
      const std::size_t begin = text.rfind('\n', end - 2) + 1;
      std::string_view above = text.substr(begin, end - 1 - begin);
      above.remove_prefix(std::min(above.find_first_not_of(" \t\r"), above.size()));
      if (!above.empty() && above.front() != '#') break;
      end = begin;
      if (above.empty()) break;
    }
    break;
  }
  return end;
}

std::string file_name(const std::string& id) {
  std::string name = id;
  std::replace(name.begin(), name.end(), '/', '-');
  return name + ".toml";
}

}  // namespace

std::map<std::string, LibraryFile> library_files(const ChangeSet& changes,
                                                 const std::string& folder) {
  std::map<std::string, LibraryFile> files;
  // From the back of a file to its front, so that places found in the text on disk stay right.
  std::map<std::string, std::map<std::size_t, std::string, std::greater<>>> blocks;
  std::map<std::string, const SourceText*> sources;
  for (const SeriesChange& change : changes.series) {
    if (!writes_anything(change)) continue;
    if (change.is_new) {
      files[folder + "/" + file_name(change.series.id)] = {new_file(change), true};
      continue;
    }
    const SourceText* source = change.series.where.source;
    sources[source->name()] = source;
    blocks[source->name()][end_of(source->bytes(), change.series.where.begin)] +=
        import_block(change);
  }
  for (const auto& [path, inserted] : blocks) {
    std::string text(sources[path]->bytes());
    for (const auto& [at, block] : inserted) {
      const bool at_line_start = at == 0 || text[at - 1] == '\n';
      text.insert(at, (at_line_start ? "" : "\n") + block);
    }
    // Were it new as well, it stays marked so, and is refused.
    files[path].text = std::move(text);
  }
  return files;
}

}  // namespace pricetalk
