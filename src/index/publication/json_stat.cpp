#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/json_stat_data.hpp"
#include "index/publication/other_periods.hpp"
#include "index/publication/sdmx_codes.hpp"
#include "index/publication/typed_period.hpp"
#include "index/publication/units.hpp"

/// JSON-stat, version 1 and 2: Eurostat's web service, PxWeb (Norway, Sweden, Denmark, Finland and
/// others), the CSO of Ireland and the ONS. Values stand in one list or, by number, where there are
/// any. Units stand in a dimension (`unit` of Eurostat), beside the measure (PxWeb) or in the
/// title.
namespace pricetalk::publication {

namespace {

using document::lower;

std::string publisher_in(const std::string& source) {
  struct Known {
    std::string_view part;
    const char* name;
  };
  static constexpr std::array<Known, 9> known{{
      {"estat", "Eurostat"},
      {"eurostat", "Eurostat"},
      {"statistics norway", "SSB"},
      {"statistisk sentralbyr", "SSB"},
      {"scb", "SCB"},
      {"statistics denmark", "Danmarks Statistik"},
      {"statistics finland", "Tilastokeskus"},
      {"central statistics office", "CSO"},
      {"office for national statistics", "ONS"},
  }};
  const std::string word = lower(source);
  for (const Known& each : known)
    if (word.find(each.part) != std::string::npos) return each.name;
  return source;
}

bool says_index(const std::string& text) {
  const std::string word = lower(text);
  return word.find("index") != std::string::npos || word.find("indeks") != std::string::npos;
}

/// `2015=100`; `State=100` is no period.
std::string dated_base(const std::string& text) {
  const std::string base = base_in(text);
  return !base.empty() && document::is_digit(base.front()) ? base : "";
}

struct TimePoint {
  std::size_t at = 0;  ///< place on the axis
  Period period;
};

class StatReader {
 public:
  StatReader(const JsonStatData& data, Collector& into, Diagnostics& diagnostics)
      : data_(data), into_(into), diagnostics_(diagnostics) {}

  void read(Span where) {
    const auto axis = time_axis();
    if (!axis) return no_column(where, "time", diagnostics_);
    axis_ = *axis;
    points();
    strides_.assign(data_.dimensions.size(), 1);
    for (std::size_t i = data_.dimensions.size(); i-- > 1;)
      strides_[i - 1] = strides_[i] * data_.dimensions[i].codes.size();
    std::vector<std::size_t> chosen(data_.dimensions.size(), 0);
    each_series(0, 0, chosen);
  }

 private:
  static std::optional<Period> period_of(const JsonStatDimension& axis, const std::string& code) {
    if (const auto found = typed_period(code)) return found;
    return typed_period(axis.label(code));
  }

  /// The dimension with the role of time, or the only one whose codes are periods.
  std::optional<std::size_t> time_axis() const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < data_.dimensions.size(); ++i) {
      const JsonStatDimension& each = data_.dimensions[i];
      const bool named =
          std::find(data_.time.begin(), data_.time.end(), each.id) != data_.time.end() ||
          lower(each.id) == "time" || lower(each.id) == "time_period" || each.id == "Tid";
      if (named) return i;
      const bool periods =
          std::all_of(each.codes.begin(), each.codes.end(),
                      [&](const std::string& code) { return period_of(each, code).has_value(); });
      if (periods && data_.time.empty()) found = i;
    }
    return found;
  }

  void points() {
    const JsonStatDimension& axis = data_.dimensions[axis_];
    for (std::size_t i = 0; i < axis.codes.size(); ++i) {
      const std::string& code = axis.codes[i];
      if (const auto period = period_of(axis, code)) {
        points_.push_back({i, *period});
      } else if (const auto kind = left_out_period(code)) {
        into_.remark(*kind);
      } else {
        not_a_period({code, axis.where},
                     {"months, quarters and years are read, as in 2025M07, 2025-Q3 and 2025",
                      "maanden, kwartalen en jaren worden gelezen, zoals 2025M07, 2025-Q3 en 2025"},
                     diagnostics_);
        return;
      }
    }
    std::stable_sort(points_.begin(), points_.end(),
                     [](const auto& a, const auto& b) { return a.period < b.period; });
  }

  void each_series(std::size_t dimension, std::size_t first, std::vector<std::size_t>& chosen) {
    if (dimension == data_.dimensions.size()) return series(first, chosen);
    if (dimension == axis_) return each_series(dimension + 1, first, chosen);
    for (std::size_t i = 0; i < data_.dimensions[dimension].codes.size(); ++i) {
      chosen[dimension] = i;
      each_series(dimension + 1, first + i * strides_[dimension], chosen);
    }
  }

  void series(std::size_t first, const std::vector<std::size_t>& chosen) {
    const auto has_figure = [&](const TimePoint& point) {
      const auto found = data_.values.find(first + point.at * strides_[axis_]);
      return found != data_.values.end() && found->second.kind != JsonScalar::Kind::null;
    };
    if (std::none_of(points_.begin(), points_.end(), has_figure)) return;
    const auto head = head_of(chosen);
    if (!head) return;
    ColumnSeries column(into_.open(*head), 0);
    for (const TimePoint& point : points_) {
      const std::size_t at = first + point.at * strides_[axis_];
      const auto found = data_.values.find(at);
      if (found == data_.values.end()) continue;
      PublishedRow made;
      made.period = point.period;
      made.where = found->second.where;
      bool missing = false;
      if (!take_status(at, found->second, made, missing)) continue;
      if (missing || take_value(found->second, made)) column.add(std::move(made), into_);
    }
  }

  bool take_value(const JsonScalar& cell, PublishedRow& made) {
    if (cell.kind == JsonScalar::Kind::null || cell.text.empty()) return true;
    made.value = read_number(cell.text, DecimalMark::point);
    if (made.value) return true;
    not_a_figure({cell.text, cell.where},
                 {"JSON-stat writes numbers, or null", "JSON-stat schrijft getallen, of null"},
                 diagnostics_);
    return false;
  }

  /// Statuses are letters of Eurostat; others only say why there is no figure (`.`, `..`, `:`).
  bool take_status(std::size_t at, const JsonScalar& value, PublishedRow& made, bool& missing) {
    const auto own = data_.statuses.find(at);
    const JsonScalar* found = own != data_.statuses.end() ? &own->second
                              : data_.status              ? &*data_.status
                                                          : nullptr;
    if (found == nullptr || found->text.empty()) return true;
    missing = value.kind == JsonScalar::Kind::null || found->text.find('.') != std::string::npos;
    if (missing) return true;
    const auto flags = sdmx_flags(found->text);
    if (flags) {
      made.status = flags->status;
      missing = flags->missing;
      return true;
    }
    not_a_status({found->text, found->where},
                 {"known are p (provisional), e (estimate), r (revised) and the like",
                  "bekend zijn p (voorlopig), e (raming), r (herzien) en dergelijke"},
                 diagnostics_);
    return false;
  }

  std::optional<Head> head_of(const std::vector<std::size_t>& chosen) {
    Head head;
    head.publisher = publisher_in(data_.source);
    const bool eurostat = head.publisher == "Eurostat";
    head.table = eurostat ? lower(data_.table) : data_.table;
    if (head.table.empty()) head.table = data_.label;
    head.loses_zeros = true;
    head.states_status = eurostat || !data_.statuses.empty();
    head.released = Date::parse(data_.updated.substr(0, 10));
    if (!head.released) head.released = day_month_year(data_.updated.substr(0, 10));
    for (std::size_t i = 0; i < data_.dimensions.size(); ++i) {
      if (i == axis_) continue;
      const JsonStatDimension& each = data_.dimensions[i];
      const std::string& code = each.codes[chosen[i]];
      if (eurostat && lower(each.id) == "freq") continue;
      head.table += " " + code;
      head.title += (head.title.empty() ? "" : ", ") + each.label(code);
      if (const auto count = each.decimals.find(code); count != each.decimals.end())
        head.decimals = count->second;
    }
    if (head.title.empty()) head.title = data_.label;
    if (take_stated_unit(chosen, head)) return head;
    return std::nullopt;
  }

  /// The first text that says what the figures are: the unit's own dimension, what stands beside
  /// the measure, its name, the title.
  bool take_stated_unit(const std::vector<std::size_t>& chosen, Head& head) {
    std::vector<std::string> said;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < data_.dimensions.size(); ++i) {
      const JsonStatDimension& each = data_.dimensions[i];
      if (i == axis_) continue;
      const std::string& code = each.codes[chosen[i]];
      if (lower(each.id) == "unit" && take_sdmx_unit(code, each.label(code), head)) return true;
      if (lower(each.id) == "unit") said.push_back(each.label(code));
      if (const auto unit = each.units.find(code); unit != each.units.end())
        said.push_back(unit->second);
      if (std::find(data_.metric.begin(), data_.metric.end(), each.id) != data_.metric.end())
        names.push_back(each.label(code));
    }
    std::vector<std::string> texts = said;
    texts.insert(texts.end(), names.begin(), names.end());
    if (said.empty() || names.empty()) texts.push_back(data_.label);
    for (const std::string& text : texts) {
      if (says_percent(text)) {
        head.unit = SeriesUnit::percent;
        return true;
      }
      if (dated_base(text).empty() && !says_index(text)) continue;
      head.base = dated_base(text);
      for (const std::string& other : names)
        if (head.base.empty()) head.base = dated_base(other);
      if (head.base.empty()) head.base = dated_base(data_.label);
      return true;
    }
    into_.remark(left_out(data_.label, said.empty() ? "" : said.front()));
    return false;
  }

  const JsonStatData& data_;
  Collector& into_;
  Diagnostics& diagnostics_;
  std::size_t axis_ = 0;
  std::vector<TimePoint> points_;
  std::vector<std::size_t> strides_;
};

}  // namespace

bool is_json_stat(std::string_view bytes) {
  if (!document::trimmed(bytes.substr(0, 64)).starts_with('{')) return false;
  for (const char* word : {"\"dimension\"", "\"category\"", "\"size\"", "\"value\""})
    if (bytes.find(word) == std::string_view::npos) return false;
  return true;
}

void read_json_stat(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files)
    for (const JsonStatData& each : read_json_stat_data(file, diagnostics))
      StatReader(each, into, diagnostics).read({file.get(), 0, 0});
}

}  // namespace pricetalk::publication
