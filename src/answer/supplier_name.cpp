#include "answer/supplier_name.hpp"

#include <algorithm>
#include <array>

#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

constexpr std::array<std::string_view, 24> legal_forms = {
    "bv",   "nv", "cv", "vof", "bvba", "cvba", "comm", "srl", "sprl", "sarl", "sa",      "sas",
    "gmbh", "ag", "kg", "ug",  "ltd",  "llp",  "plc",  "llc", "inc",  "ua",   "limited", "coop"};

bool is_legal_form(const std::string& word) {
  return std::find(legal_forms.begin(), legal_forms.end(), word) != legal_forms.end();
}

}  // namespace

SupplierName supplier_name(std::string_view text) {
  text = document::trimmed(text);
  SupplierName made;
  // "B. V." is two words: the last one alone is no form, both together are.
  std::size_t at = text.size();
  for (int words = 0; words < 3; ++words) {
    const std::size_t blank = at == 0 ? std::string_view::npos : text.rfind(' ', at - 1);
    if (blank == std::string_view::npos || blank == 0) break;
    at = blank;
    const std::string tail = cells::folded(text.substr(at));
    if (!is_legal_form(tail)) continue;
    made.form = tail;
    made.name = cells::folded(text.substr(0, at));
    return made;
  }
  made.name = cells::folded(text);
  return made;
}

}  // namespace pricetalk
