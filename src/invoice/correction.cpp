#include <algorithm>

#include "document/words.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

namespace {

/// Whether both are known, and have neither name nor number in common.
bool are_two(const InvoiceParty& a, const InvoiceParty& b) {
  const bool same_number = std::any_of(a.ids.begin(), a.ids.end(), [&](const std::string& id) {
    return std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end();
  });
  return !a.name.empty() && !b.name.empty() && !same_number &&
         document::lower(a.name) != document::lower(b.name);
}

bool may_correct(const Correction& correction, const InvoiceLine& row) {
  if (row.head && are_two(correction.head->supplier, row.head->supplier)) return false;
  const std::vector<std::string>& named = correction.corrects;
  if (!named.empty()) return std::find(named.begin(), named.end(), row.invoice) != named.end();
  if (correction.date < row.date) return false;
  return correction.days.empty() ||
         std::any_of(correction.days.begin(), correction.days.end(), [&](const auto& days) {
           return days.first <= row.to && row.from <= days.second;
         });
}

}  // namespace

std::shared_ptr<const Correction> correction_of(const InvoiceLine& row, const Corrections& all) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& correction) {
    return may_correct(*correction, row);
  });
  return found == all.end() ? nullptr : *found;
}

}  // namespace pricetalk
