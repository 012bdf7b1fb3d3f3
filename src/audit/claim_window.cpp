#include <algorithm>
#include <map>

#include "audit/refund.hpp"
#include "explain/book.hpp"

namespace pricetalk {

Outcome<ClaimWindow> claim_window(const Contract& contract, const Refund& refund, const Law& law,
                                  Date today) {
  const Outcome<const ClaimRule*> rule = law.claim_of(contract);
  if (!rule) return rule.why();
  ClaimWindow made;
  made.rule = *rule;
  Book book(contract.currency);
  std::vector<NodeId> sure;
  std::vector<NodeId> depends;
  std::vector<NodeId> gone;
  std::map<Date, std::vector<NodeId>> leaving;  // by first day of the month
  const Date year_ahead = today + Duration{1, Unit::year};
  for (const RefundPart& part : refund.parts) {
    const ClaimWindow::Row row{&part, made.rule->sure_until(part.paid),
                               made.rule->at_most_until(part.paid, refund.terms.discovered)};
    const NodeId node = book.sheet().given(
        part.principal,
        {"invoice " + part.row->charged.invoice, "factuur " + part.row->charged.invoice});
    if (today <= row.sure_until) {
      sure.push_back(node);
      if (!made.oldest || part.paid < *made.oldest) made.oldest = part.paid;
      if (!made.next_end || row.sure_until < *made.next_end) made.next_end = row.sure_until;
      if (row.sure_until < year_ahead)
        leaving[Period::containing(row.sure_until, Unit::month).first_day()].push_back(node);
    } else if (today <= row.at_most_until) {
      depends.push_back(node);
    } else {
      gone.push_back(node);
    }
    made.rows.push_back(row);
  }
  const auto sum = [&](const char* what, const std::vector<NodeId>& nodes, const Phrase& label) {
    return book.known_figure(book.sum(nodes, label), contract.id + "/claim/" + what, Fixity::fixed,
                             label);
  };
  made.sure = sum("sure", sure, {"can be claimed back", "terug te vorderen"});
  made.depends = sum("depends", depends,
                     {"can be claimed back by who could not know earlier",
                      "terug te vorderen door wie het niet eerder kon weten"});
  made.gone = sum("gone", gone, {"too late to claim back", "te laat om terug te vorderen"});
  for (const auto& [month, nodes] : leaving) {
    const Period period = Period::containing(month, Unit::month);
    made.waiting.push_back(
        {period, sum(("waiting/" + period.text()).c_str(), nodes,
                     {"leaves the sure time in " + period.text(),
                      "valt in " + period.text() + " buiten de zekere termijn"})});
  }
  std::move(book).close(made.evidence);
  return made;
}

}  // namespace pricetalk
