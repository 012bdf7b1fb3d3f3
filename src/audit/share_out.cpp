#include "audit/share_out.hpp"

#include <algorithm>
#include <utility>

#include "audit/invoice_route.hpp"

namespace pricetalk {

SharedOut share_out(std::span<const Contract* const> contracts,
                    const std::vector<InvoiceLine>& rows) {
  InvoiceRoute route({contracts.begin(), contracts.end()});
  SharedOut made;
  made.rows.resize(contracts.size());
  for (const InvoiceLine& row : rows) {
    const InvoiceRoute::Found& found = route.find(row);
    if (found.contract) {
      made.rows[*found.contract].push_back(row);
    } else if (found.fits.empty()) {
      made.unknown.push_back(row);
    } else {
      SharedOut::Unclear unclear{row, {}};
      for (const std::size_t i : found.fits) unclear.fits.push_back(contracts[i]);
      made.unclear.push_back(std::move(unclear));
    }
  }
  return made;
}

Diagnostics problems(const SharedOut& shared) {
  struct Group {
    const SharedOut::Unclear* first;
    std::size_t count;
  };
  std::vector<Group> groups;
  for (const SharedOut::Unclear& each : shared.unclear) {
    const auto same_rows = [&](const Group& group) {
      return group.first->row.line == each.row.line && group.first->fits == each.fits;
    };
    const auto found = std::find_if(groups.begin(), groups.end(), same_rows);
    if (found == groups.end())
      groups.push_back({&each, 1});
    else
      ++found->count;
  }
  Diagnostics made;
  for (const Group& group : groups) {
    const InvoiceLine& row = group.first->row;
    if (row.head) made.keep(row.head->source);
    std::string contracts;
    for (const Contract* contract : group.first->fits)
      contracts += (contracts.empty() ? "" : ", ") + contract->id;
    const std::string more = std::to_string(group.count - 1);
    Phrase title{"this row \"" + row.line + "\" fits more than one contract: " + contracts,
                 "deze regel \"" + row.line + "\" past bij meer dan één contract: " + contracts};
    if (group.count > 1) {
      title.en += " (and " + more + " more of that name)";
      title.nl += " (en nog " + more + " met die naam)";
    }
    made.warning(
        "A0141", row.where, std::move(title),
        {"it is judged with none of them; add a column 'contract' with the number of the contract, "
         "or an alias that only one contract has",
         "hij is bij geen ervan beoordeeld; voeg een kolom 'contract' toe met het "
         "nummer van het contract, of een alias die maar één contract heeft"});
  }
  return made;
}

}  // namespace pricetalk
