#include "document/words.hpp"
#include "index/publication/destatis.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/json_objects.hpp"
#include "index/publication/units.hpp"

/// Destatis GENESIS-Online "flat file": a figure a row, the rows in no order. A month has three
/// rows, told apart by `value_unit` only (2020=100 or %); both rates of change carry the same
/// label, "in", so which is which cannot be told and both are left out. The file states the
/// statistic (61111) and not the table. `value_q` is not there when the quality was not asked for.
/// The decimal sign is a comma in German files (`Jahr`) and a point in English ones (`Year`).
///
/// In place of a file the service answers with a JSON object that holds its message, while its
/// HTTP status says that all is well.
namespace pricetalk::publication {

namespace {

/// `1_variable_code` and so on, up to the last that is there.
struct Variable {
  std::size_t code;
  std::size_t attribute;
};

class FlatReader {
 public:
  FlatReader(Collector& into, Diagnostics& diagnostics) : into_(into), diagnostics_(diagnostics) {}

  void read(const csv::Row& row) {
    if (!headed_) return in_heading(row);
    if (!usable_) return;
    if (!has_its_cells(row, width_, diagnostics_)) return;
    const std::string& unit = row.fields[unit_].text;
    const std::string& statistic = row.fields[statistic_].text;
    const std::string base = base_in(unit);
    if (base.empty()) return leave_out(statistic, unit);
    PublishedRow made;
    if (!period(row, made)) return;
    const csv::Field* quality = quality_ ? &row.fields[*quality_] : nullptr;
    const DecimalMark mark = is_english(row) ? DecimalMark::point : DecimalMark::comma;
    if (!read_destatis_figure(row.fields[value_], quality, mark, SeriesUnit::index, made, into_,
                              diagnostics_))
      return;
    Head head;
    head.publisher = "Destatis";
    head.table = table(row);
    head.title = row.fields[label_].text;
    head.base = base;
    head.states_status = quality_.has_value();
    into_.add(into_.open(head), std::move(made));
  }

 private:
  void in_heading(const csv::Row& row) {
    headed_ = true;
    width_ = row.fields.size();
    usable_ = true;
    const auto need = [&](const char* name) {
      const auto found = column_of(row, name);
      if (!found) {
        no_column(row.where, name, diagnostics_);
        usable_ = false;
      }
      return found.value_or(0);
    };
    statistic_ = need("statistics_code");
    label_ = need("statistics_label");
    time_code_ = need("time_code");
    time_ = need("time");
    time_label_ = column_of(row, "time_label");
    value_ = need("value");
    unit_ = need("value_unit");
    measure_ = need("value_variable_code");
    quality_ = column_of(row, "value_q");
    for (int i = 1;; ++i) {
      const std::string name = std::to_string(i) + "_variable_";
      const auto code = column_of(row, name + "code");
      const auto attribute = column_of(row, name + "attribute_code");
      if (!code || !attribute) break;
      variables_.push_back({*code, *attribute});
    }
  }

  /// The heading is English in both languages; the labels are not.
  bool is_english(const csv::Row& row) const {
    return time_label_ && row.fields[*time_label_].text == "Year";
  }

  void leave_out(const std::string& statistic, const std::string& unit) {
    if (unit == "%")
      return into_.remark(
          {"Destatis " + statistic +
               ": the rates over a year and over a month carry the same name in the flat file and "
               "are left out; the table download (CSV) tells them apart",
           "Destatis " + statistic +
               ": de mutatie op jaarbasis en op maandbasis heten in het flatfile hetzelfde en zijn "
               "weggelaten; in de download van de tabel (CSV) zijn ze te onderscheiden"});
    into_.remark(left_out("Destatis " + statistic, unit));
  }

  bool period(const csv::Row& row, PublishedRow& made) {
    const csv::Field* place = &row.fields[time_];
    std::string text = place->text;
    for (const Variable& each : variables_) {
      const csv::Field& attribute = row.fields[each.attribute];
      for (const auto& [name, mark] :
           {std::pair<std::string_view, char>{"MONAT", 'M'}, {"QUARTG", 'Q'}}) {
        if (row.fields[each.code].text != name || !attribute.text.starts_with(name)) continue;
        text += mark + attribute.text.substr(name.size());
        place = &attribute;
      }
    }
    const auto found = row.fields[time_code_].text == "JAHR" ? read_period(text) : std::nullopt;
    if (found) {
      made.period = *found;
      return true;
    }
    not_a_period(*place,
                 {"Destatis writes the year in 'time' and MONAT05 or QUARTG2 in a variable",
                  "Destatis zet het jaar in 'time' en MONAT05 of QUARTG2 in een variabele"},
                 diagnostics_);
    return false;
  }

  /// What tells the series apart: statistic, measure, and what is not the whole of Germany. The
  /// consumer price index by months or years is known as table 61111-0002 or 61111-0001.
  std::string table(const csv::Row& row) {
    std::string further;
    bool months = false;
    bool quarters = false;
    for (const Variable& each : variables_) {
      const std::string& code = row.fields[each.code].text;
      const std::string& attribute = row.fields[each.attribute].text;
      months = months || code == "MONAT";
      quarters = quarters || code == "QUARTG";
      if (code != "MONAT" && code != "QUARTG" && attribute != "DG") further += " " + attribute;
    }
    const std::string& statistic = row.fields[statistic_].text;
    const std::string& measure = row.fields[measure_].text;
    if (statistic == "61111" && measure == "PREIS1" && further.empty() && !quarters) {
      const std::string known = months ? "61111-0002" : "61111-0001";
      into_.remark(
          {"the flat file names statistic 61111 only; it is read as table " + known,
           "het flatfile noemt alleen statistiek 61111; het is gelezen als tabel " + known});
      return known;
    }
    return statistic + " " + measure + further;
  }

  Collector& into_;
  Diagnostics& diagnostics_;
  bool headed_ = false;
  bool usable_ = false;
  std::size_t width_ = 0;
  std::size_t statistic_ = 0;
  std::size_t label_ = 0;
  std::size_t time_code_ = 0;
  std::size_t time_ = 0;
  std::optional<std::size_t> time_label_;
  std::size_t value_ = 0;
  std::size_t unit_ = 0;
  std::size_t measure_ = 0;
  std::optional<std::size_t> quality_;
  std::vector<Variable> variables_;
};

/// `{"Ident":…,"Status":{"Code":-1,"Content":"…","Type":"…"}…}`, or its inner part alone.
bool is_reply(std::string_view bytes) {
  const std::string_view start = document::trimmed(bytes.substr(0, 4096));
  const auto holds = [&](std::string_view word) {
    return start.find(word) != std::string_view::npos;
  };
  return start.starts_with('{') && holds("\"Code\"") && holds("\"Content\"") && holds("\"Type\"") &&
         (holds("\"Status\"") || start.find("\"Code\"") < 16);
}

void read_reply(const SourcePtr& file, Diagnostics& diagnostics) {
  bool reported = false;
  const bool whole = for_each_object(file, diagnostics, [&](const JsonObject& object) {
    const JsonScalar* content = object.find("Content");
    if (object.find("Code") == nullptr || content == nullptr) return true;
    const std::string message =
        std::string(object.text("Code")) + ", " + std::string(content->text);
    diagnostics.error("I0310", content->where,
                      {"Destatis answered with a message, not with a table: " + message,
                       "Destatis antwoordde met een melding, niet met een tabel: " + message},
                      {"check the table's number, the period and your login, and download again",
                       "controleer het tabelnummer, de periode en uw aanmelding, en download "
                       "opnieuw"});
    reported = true;
    return false;
  });
  if (whole && !reported)
    diagnostics.error(
        "I0310", {file.get(), 0, 0},
        {"Destatis answered with JSON, not with a table",
         "Destatis antwoordde met JSON, niet met een tabel"},
        {"ask for the table as CSV or flat file", "vraag de tabel op als CSV of flatfile"});
}

}  // namespace

bool is_destatis_flat(std::string_view bytes) {
  const auto lines = first_lines(bytes.substr(0, 4096), 1);
  return is_reply(bytes) || (!lines.empty() && lines[0].starts_with("statistics_code;") &&
                             lines[0].find(";value;") != std::string_view::npos);
}

void read_destatis_flat(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    if (is_reply(file->bytes())) {
      read_reply(file, diagnostics);
      continue;
    }
    csv::RowReader rows(*file, {';', "I0305"}, diagnostics);
    FlatReader reader(into, diagnostics);
    const std::size_t before = diagnostics.list().size();
    for (csv::Row row; rows.next(row);) {
      reader.read(row);
      if (diagnostics.list().size() >= before + enough_problems) return;
    }
    if (diagnostics.list().size() == before) warn_of_open_end(*file, diagnostics);
  }
}

}  // namespace pricetalk::publication
