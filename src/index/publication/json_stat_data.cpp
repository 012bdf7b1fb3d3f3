#include "index/publication/json_stat_data.hpp"

#include <algorithm>
#include <limits>

#include "calendar/digits.hpp"

namespace pricetalk::publication {

namespace {

/// More cells than any table that a person asks for.
constexpr std::size_t most_cells = 4'000'000;

constexpr std::string_view dimension_part = "/dimension/";
constexpr std::string_view category_part = "/category";

std::optional<std::size_t> position(std::string_view text) {
  const auto number = digits::read(text);
  return number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// What stands in the object of one data set.
struct Draft {
  struct Category {
    std::map<std::size_t, std::string> codes;  ///< by position
    JsonStatDimension dimension;
  };
  std::map<std::string, Category> categories;  ///< by id of the dimension
  std::vector<std::string> ids;
  std::vector<std::size_t> sizes;
  std::vector<JsonScalar> listed;
  JsonStatData data;
  bool seen = false;  ///< it has dimensions
};

class DraftReader {
 public:
  void read(const JsonObject& object) {
    const std::string& at = object.pointer;
    if (const auto part = at.find(dimension_part); part != std::string::npos)
      return in_dimension(object, drafts_[at.substr(0, part)],
                          at.substr(part + dimension_part.size()));
    if (ends(at, "/dimension")) return heading(object, drafts_[before(at, "/dimension")]);
    if (ends(at, "/role")) return roles(object, drafts_[before(at, "/role")].data);
    if (ends(at, "/value")) return cells(object, drafts_[before(at, "/value")].data.values);
    if (ends(at, "/status")) return cells(object, drafts_[before(at, "/status")].data.statuses);
    if (ends(at, "/extension")) return extension(object, drafts_[before(at, "/extension")].data);
    if (ends(at, "/extension/px"))
      return extension(object, drafts_[before(at, "/extension/px")].data);
    if (std::count(at.begin(), at.end(), '/') == 1)
      data_set(object, drafts_[at == "/" ? std::string() : at]);
  }
  std::map<std::string, Draft>& drafts() { return drafts_; }

 private:
  static bool ends(const std::string& at, std::string_view part) { return at.ends_with(part); }
  static std::string before(const std::string& at, std::string_view part) {
    return at.substr(0, at.size() - part.size());
  }

  static void in_dimension(const JsonObject& object, Draft& draft, const std::string& rest) {
    if (rest == "role") return roles(object, draft.data);
    const auto category = rest.find(category_part);
    Draft::Category& into = draft.categories[rest.substr(0, category)];
    into.dimension.where = object.where;
    if (category == std::string::npos) return;
    const std::string part = rest.substr(category + category_part.size());
    if (part.empty()) return listed_codes(object, into);
    if (part == "/index") {
      for (const auto& [code, cell] : object.members)
        if (const auto at = position(cell.text)) into.codes[*at] = code;
    } else if (part == "/label") {
      for (const auto& [code, cell] : object.members) into.dimension.labels[code] = cell.text;
    } else if (part.starts_with("/unit/")) {
      unit(object, part.substr(6), into.dimension);
    }
  }
  static void listed_codes(const JsonObject& object, Draft::Category& into) {
    for (const auto& [name, cell] : object.members)
      if (name == "index" && cell.kind == JsonScalar::Kind::text)
        into.codes.emplace(into.codes.size(), cell.text);
  }
  static void unit(const JsonObject& object, const std::string& code, JsonStatDimension& into) {
    for (const auto& [name, cell] : object.members) {
      if (name == "decimals") {
        if (const auto count = digits::read(cell.text); count && *count <= 9)
          into.decimals[code] = *count;
      } else if (cell.kind == JsonScalar::Kind::text) {
        into.units[code] += (into.units[code].empty() ? "" : " ") + cell.text;
      }
    }
  }
  static void roles(const JsonObject& object, JsonStatData& into) {
    for (const auto& [name, cell] : object.members) {
      if (name == "time") into.time.push_back(cell.text);
      if (name == "metric") into.metric.push_back(cell.text);
    }
  }
  static void cells(const JsonObject& object, std::map<std::size_t, JsonScalar>& into) {
    for (const auto& [name, cell] : object.members)
      into[position(name).value_or(std::numeric_limits<std::size_t>::max())] = cell;
  }
  static void extension(const JsonObject& object, JsonStatData& into) {
    for (const char* name : {"tableid", "matrix", "id"})
      if (into.table.empty()) into.table = object.text(name);
  }
  static void heading(const JsonObject& object, Draft& draft) {
    draft.seen = true;
    for (const auto& [name, cell] : object.members) {
      if (name == "id") draft.ids.push_back(cell.text);
      if (name == "size") draft.sizes.push_back(position(cell.text).value_or(0));
    }
  }
  static void data_set(const JsonObject& object, Draft& draft) {
    if (!draft.seen) return;
    heading(object, draft);
    std::size_t statuses = 0;
    for (const auto& [name, cell] : object.members) {
      if (name == "value") draft.listed.push_back(cell);
      if (name == "status") draft.data.statuses[statuses++] = cell;
    }
    draft.data.label = object.text("label");
    draft.data.source = object.text("source");
    draft.data.updated = object.text("updated");
    // A status that is no list holds for all.
    if (statuses == 1 && draft.listed.size() != 1) {
      draft.data.status = draft.data.statuses[0];
      draft.data.statuses.clear();
    }
  }

  std::map<std::string, Draft> drafts_;
};

void broken(Span where, const Phrase& title, Diagnostics& diagnostics) {
  diagnostics.error("I0305", where, title,
                    {"download the table again, whole", "download de tabel opnieuw, volledig"});
}

/// The dimensions in their order; false when one of them lacks its codes.
bool settle_dimensions(Draft& draft, Span where, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < draft.ids.size(); ++i) {
    Draft::Category& found = draft.categories[draft.ids[i]];
    // With one category its code stands in the labels only.
    if (found.codes.empty() && found.dimension.labels.size() == 1)
      found.codes[0] = found.dimension.labels.begin()->first;
    JsonStatDimension made = std::move(found.dimension);
    made.id = draft.ids[i];
    for (const auto& [at, code] : found.codes) made.codes.push_back(code);
    if (i >= draft.sizes.size() || made.codes.size() != draft.sizes[i]) {
      broken(made.where.source == nullptr ? where : made.where,
             {"the dimension '" + made.id + "' does not have as many codes as its size says",
              "de dimensie '" + made.id + "' heeft niet zoveel codes als de opgegeven omvang"},
             diagnostics);
      return false;
    }
    draft.data.dimensions.push_back(std::move(made));
  }
  return true;
}

/// The cells by number; false when they do not fit.
bool settle_cells(Draft& draft, Span where, Diagnostics& diagnostics) {
  std::size_t wanted = 1;
  for (const std::size_t size : draft.sizes) {
    if (size == 0 || wanted > most_cells / size) {
      broken(where,
             {"this table is empty, or larger than " + std::to_string(most_cells) + " cells",
              "deze tabel is leeg, of groter dan " + std::to_string(most_cells) + " cellen"},
             diagnostics);
      return false;
    }
    wanted *= size;
  }
  for (std::size_t i = 0; i < draft.listed.size(); ++i) draft.data.values[i] = draft.listed[i];
  const bool whole_list = draft.listed.empty() || draft.listed.size() == wanted;
  const bool inside = draft.data.values.empty() || draft.data.values.rbegin()->first < wanted;
  if (whole_list && inside) return true;
  const std::string count = std::to_string(wanted);
  broken(where,
         {"the values do not fit the dimensions, which make " + count + " cells",
          "de waarden passen niet bij de dimensies, die samen " + count + " cellen vormen"},
         diagnostics);
  return false;
}

}  // namespace

const std::string& JsonStatDimension::label(const std::string& code) const {
  const auto found = labels.find(code);
  return found == labels.end() ? code : found->second;
}

std::vector<JsonStatData> read_json_stat_data(const SourcePtr& file, Diagnostics& diagnostics) {
  DraftReader reader;
  std::vector<JsonStatData> made;
  const bool whole = for_each_object(
      file, diagnostics,
      [&](const JsonObject& object) {
        reader.read(object);
        return true;
      },
      most_cells);
  if (!whole) return made;
  const Span where{file.get(), 0, 0};
  for (auto& [place, draft] : reader.drafts()) {
    if (!draft.seen || draft.ids.empty()) continue;
    if (settle_dimensions(draft, where, diagnostics) && settle_cells(draft, where, diagnostics))
      made.push_back(std::move(draft.data));
  }
  return made;
}

}  // namespace pricetalk::publication
