#include "report/table.hpp"

#include <algorithm>
#include <numeric>

namespace pricetalk {

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

namespace {

std::string padded(const std::string& text, std::size_t to, Table::Align align) {
  const std::string blanks(to > width(text) ? to - width(text) : 0, ' ');
  return align == Table::Align::right ? blanks + text : text + blanks;
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

std::vector<std::size_t> widths_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (const Table::Column& column : table.columns) widths.push_back(width(column.title));
  for (const auto& cells : table.rows)
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width(cells[i]));
  return widths;
}

/// The first column, and those from `begin` up to `end`.
Table part_of(const Table& table, std::size_t begin, std::size_t end) {
  const auto some = [&](const auto& all) {
    auto made = all;
    made.erase(made.begin() + static_cast<std::ptrdiff_t>(end), made.end());
    made.erase(made.begin() + 1, made.begin() + static_cast<std::ptrdiff_t>(begin));
    return made;
  };
  Table made;
  made.columns = some(table.columns);
  for (const auto& cells : table.rows) made.rows.push_back(some(cells));
  return made;
}

}  // namespace

std::string as_text(const Table& table) {
  const std::vector<std::size_t> widths = widths_of(table);
  std::string out;
  const auto line = [&](auto cell) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      out += (i == 0 ? "" : "  ") + padded(cell(i), widths[i], table.columns[i].align);
    end_line(out);
  };
  line([&](std::size_t i) { return table.columns[i].title; });
  // The last column may hold whole sentences; its line is as long as its title.
  const std::size_t last = table.columns.empty() ? 0 : table.columns.size() - 1;
  const bool sentences = !table.columns.empty() && table.columns[last].align == Table::Align::left;
  line([&](std::size_t i) {
    return std::string(sentences && i == last ? width(table.columns[i].title) : widths[i], '-');
  });
  for (const auto& cells : table.rows) line([&](std::size_t i) { return cells[i]; });
  return out;
}

std::string as_text(const Table& table, std::size_t line) {
  if (line == 0 || table.columns.size() < 3 || width(table) <= line) return as_text(table);
  const std::vector<std::size_t> widths = widths_of(table);
  std::string out;
  for (std::size_t begin = 1; begin < widths.size();) {
    std::size_t end = begin + 1;
    std::size_t sum = widths[0] + 2 + widths[begin];
    while (end < widths.size() && sum + 2 + widths[end] <= line) sum += 2 + widths[end++];
    if (!out.empty()) out += '\n';
    out += as_text(part_of(table, begin, end));
    begin = end;
  }
  return out;
}

std::size_t width(const Table& table) {
  const std::vector<std::size_t> widths = widths_of(table);
  const std::size_t blanks = widths.empty() ? 0 : 2 * (widths.size() - 1);
  return std::accumulate(widths.begin(), widths.end(), blanks);
}

}  // namespace pricetalk
