#include "letter/publisher_words.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace pricetalk {

namespace {

/// "T001112": a column of a table.
bool is_column(std::string_view word) {
  const auto digits = std::count_if(word.begin(), word.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  return digits >= 5 && std::isupper(static_cast<unsigned char>(word.front())) != 0;
}

}  // namespace

std::string table_words(std::string table, Language language) {
  for (auto blank = table.rfind(' '); blank != std::string::npos && blank + 1 < table.size();
       blank = table.rfind(' ')) {
    if (!is_column(std::string_view(table).substr(blank + 1))) break;
    table.resize(blank);
  }
  if (table.empty()) return table;
  const bool number = std::isdigit(static_cast<unsigned char>(table.front())) != 0;
  return (number ? say(language, "table ", "tabel ", "Tabelle ", "tableau ") : std::string()) +
         table;
}

std::string published_name(const Series& series, Language language) {
  std::string text = series.publisher.empty() ? "" : series.publisher + ", ";
  text += series.title.empty() ? series.id : series.title;
  const std::string table = table_words(series.table, language);
  return table.empty() ? text : text + " (" + table + ")";
}

}  // namespace pricetalk
