#include "index/publication/sdmx_rows.hpp"

#include <algorithm>

#include "document/words.hpp"
#include "index/publication/cells.hpp"
#include "index/publication/figure_text.hpp"
#include "index/publication/units.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

/// `M` of `M: Monthly`.
std::string_view code_before_text(std::string_view cell) { return cell.substr(0, cell.find(": ")); }

/// `FREQ` of `FREQ: Frequency`; the BIS writes its headings without the blank.
std::string_view id_before_name(std::string_view heading) {
  return trimmed(heading.substr(0, heading.find(':')));
}

std::string_view name_of(std::string_view cell) {
  const auto at = cell.find(": ");
  return at == std::string_view::npos ? std::string_view() : cell.substr(at + 2);
}

/// A column with the names of the codes before it: `Reference area`, `Time`, or nothing at all. Ids
/// are written in capitals or in small letters, never in both.
bool is_label(std::string_view heading) {
  if (heading.empty()) return true;
  if (heading.find(':') != std::string_view::npos) return false;
  bool small = false;
  bool capital = false;
  for (const char c : heading) {
    small = small || (c >= 'a' && c <= 'z');
    capital = capital || (c >= 'A' && c <= 'Z');
  }
  return small && (capital || heading.find(' ') != std::string_view::npos);
}

struct Flow {
  std::string publisher;
  std::string id;
};

/// `ESTAT:PRC_HICP_MIDX(1.0)`, `OECD.SDD.TPS:DSD_PRICES@DF_PRICES_ALL(1.0)`.
Flow flow_of(std::string_view text, const SdmxColumns& columns) {
  Flow made;
  const auto colon = text.find(':');
  const std::string_view agency =
      colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
  if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
  made.id = std::string(trimmed(text.substr(0, text.find('('))));
  if (agency == "ESTAT" || (agency.empty() && columns.updated))
    made.publisher = "Eurostat";
  else if (agency.starts_with("OECD"))
    made.publisher = "OECD";
  else if (agency.starts_with("ECB") || (agency.empty() && columns.key))
    made.publisher = "ECB";
  else if (agency.starts_with("FR1") || agency.starts_with("INSEE"))
    made.publisher = "INSEE";
  else
    made.publisher = std::string(agency);
  if (made.publisher == "Eurostat") made.id = lower(made.id);
  return made;
}

/// `06/02/26 23:00:00` or `2025-07-04`.
std::optional<Date> day_of(std::string_view text) {
  text = text.substr(0, text.find_first_of(" T"));
  if (text.size() == 8 && text[2] == '/' && text[5] == '/')
    return Date::parse("20" + std::string(text.substr(6)) + "-" + std::string(text.substr(3, 2)) +
                       "-" + std::string(text.substr(0, 2)));
  const auto day = day_month_year(text);
  return day ? day : Date::parse(text);
}

std::string_view cell(const csv::Row& row, const std::optional<std::size_t>& column) {
  return column ? std::string_view(row.fields[*column].text) : std::string_view();
}

void take_base(std::string_view stated, Head& head) {
  if (stated.empty()) return;
  const std::string whole = base_in(stated);
  if (!whole.empty())
    head.base = whole;
  else if (const auto period = read_period(code_before_text(stated)))
    head.base = period->text() + "=100";
}

}  // namespace

SdmxColumns sdmx_columns(const csv::Row& heading) {
  SdmxColumns made;
  const auto label_of = [&](std::size_t column) -> std::optional<std::size_t> {
    if (column + 1 < heading.fields.size() && is_label(heading.fields[column + 1].text))
      return column + 1;
    return std::nullopt;
  };
  for (std::size_t i = 0; i < heading.fields.size(); ++i) {
    const std::string_view id = id_before_name(heading.fields[i].text);
    const std::string name = lower(id);
    if (name == "time_period")
      made.period = i;
    else if (name == "obs_value")
      made.value = i;
    else if (name == "obs_status" || name == "obs_flag")
      made.flags = i;
    else if (name == "dataflow" || name == "structure_id")
      made.flow = i;
    else if (name == "key")
      made.key = i;
    else if (name == "last update" || name == "lastupdate")
      made.updated = i;
    else if (name == "title" || name == "title_compl")
      made.title = i;
    else if (name == "decimals")
      made.decimals = i;
    else if (name == "unit_mult")
      made.multiplier = i;
    else if (name == "unit_index_base" || (name == "base_per" && !made.base))
      made.base = i;
    else if (name == "unit" || name == "unit_measure")
      made.unit = SdmxColumns::Dimension{i, name, label_of(i)};
    else if (name == "structure" || name == "structure_name" || name == "action" ||
             (i > 0 && is_label(heading.fields[i].text)))
      continue;
    else if (!made.period && !made.value)
      made.dimensions.push_back({i, name, label_of(i)});
    // A unit before the period is a dimension as well, and keeps its place among them.
    if ((name == "unit" || name == "unit_measure") && !made.period && !made.value)
      made.dimensions.push_back(*made.unit);
  }
  return made;
}

void SdmxSeries::learn(const SdmxColumns& columns) {
  for (const auto& column : {columns.flow, columns.key, columns.base, columns.multiplier})
    if (column) identity_.push_back(*column);
  if (columns.unit) identity_.push_back(columns.unit->column);
  if (!columns.key)
    for (const SdmxColumns::Dimension& each : columns.dimensions) identity_.push_back(each.column);
  last_.resize(identity_.size());
}

std::optional<Head> SdmxSeries::head_of(const csv::Row& row, const SdmxColumns& columns,
                                        Collector& into) {
  Head made;
  const Flow flow = flow_of(cell(row, columns.flow), columns);
  made.publisher = flow.publisher;
  made.loses_zeros = true;
  made.states_status = columns.flags.has_value();
  made.released = day_of(cell(row, columns.updated));
  made.title = trimmed(cell(row, columns.title));
  const std::string_view decimals = cell(row, columns.decimals);
  if (decimals.size() == 1 && document::is_digit(decimals.front()))
    made.decimals = decimals.front() - '0';
  std::string names;
  std::string codes;
  for (const SdmxColumns::Dimension& each : columns.dimensions) {
    const std::string_view text = row.fields[each.column].text;
    if (each.name == "freq" && flow.publisher == "Eurostat") continue;
    // The BIS keys its series by its codes, joined.
    codes += (codes.empty()             ? ""
              : flow.publisher == "BIS" ? ":"
                                        : " ") +
             std::string(code_before_text(text));
    const std::string_view name = each.label ? cell(row, each.label) : name_of(text);
    names +=
        (names.empty() ? "" : ", ") + std::string(name.empty() ? code_before_text(text) : name);
  }
  if (columns.key)
    made.table = row.fields[*columns.key].text;
  else
    made.table = flow.id + (flow.id.empty() || codes.empty() ? "" : " ") + codes;
  if (made.title.empty()) made.title = names;

  const std::string_view base = cell(row, columns.base);
  if (columns.unit) {
    const std::string_view unit = row.fields[columns.unit->column].text;
    const std::string_view label =
        columns.unit->label ? cell(row, columns.unit->label) : name_of(unit);
    const bool index_with_base = !base_in(base).empty();
    if (!index_with_base &&
        !take_sdmx_unit(code_before_text(unit), label.empty() ? unit : label, made)) {
      into.remark(left_out(made.table, unit));
      return std::nullopt;
    }
  } else if (base.empty()) {
    into.remark({"the file has no column with the unit; unit and base are unknown",
                 "het bestand heeft geen kolom met de eenheid; eenheid en basis zijn onbekend"});
  }
  if (made.unit == SeriesUnit::index) take_base(base, made);
  const std::string_view multiplier = code_before_text(cell(row, columns.multiplier));
  if (made.unit == SeriesUnit::price && !multiplier.empty() && multiplier != "0") {
    into.remark(left_out(made.table, "10^" + std::string(multiplier)));
    return std::nullopt;
  }
  return made;
}

bool SdmxSeries::find(const csv::Row& row, const SdmxColumns& columns, Collector& into) {
  if (identity_.empty()) learn(columns);
  // Rows of one series follow each other: only where they change is anything looked up.
  bool same = node_ != CodeTree::root;
  for (std::size_t i = 0; same && i < identity_.size(); ++i)
    same = last_[i] == row.fields[identity_[i]].text;
  if (!same) {
    node_ = CodeTree::root;
    for (std::size_t i = 0; i < identity_.size(); ++i) {
      last_[i] = row.fields[identity_[i]].text;
      node_ = tree_.step(node_, last_[i]);
    }
    if (slots_.size() < tree_.size()) slots_.resize(tree_.size());
  }
  Slot& slot = slots_[node_];
  if (!slot.seen) {
    slot.seen = true;
    CodeTree::Node group = CodeTree::root;
    for (const SdmxColumns::Dimension& each : columns.dimensions)
      if (!columns.unit || each.column != columns.unit->column)
        group = groups_.step(group, row.fields[each.column].text);
    slot.group = group;
    if (const auto head = head_of(row, columns, into)) {
      slot.series = into.open(*head);
      slot.unit = head->unit;
    }
  }
  return slot.series.has_value();
}

void SdmxSeries::add(PublishedRow made, Collector& into) {
  const Slot& slot = slots_[node_];
  flash_.note(slot.group, slot.unit, made.period, made.value.has_value());
  into.add(*slot.series, std::move(made));
}

}  // namespace pricetalk::publication
