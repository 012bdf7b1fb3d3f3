#include "report/json_refund.hpp"

#include "document/word_of.hpp"
#include "law/law_terms.hpp"

namespace pricetalk {

namespace {

Json part_json(const RefundPart& part) {
  const InvoiceLine& charged = part.row->charged;
  return {{"invoice", charged.invoice},
          {"line", part.line->line->id},
          {"from", charged.from.text()},
          {"to", charged.to.text()},
          {"paid", part.paid.text()},
          {"paid_by", word(part.paid_by)},
          {"over", figure_json(part.over)},
          {"vat", part.has_vat ? figure_json(part.vat) : Json(nullptr)},
          {"principal", figure_json(part.principal)},
          {"interest", part.interest ? figure_json(*part.interest) : Json(nullptr)},
          {"interest_until", part.until.text()}};
}

}  // namespace

Json refund_json(const Refund& refund) {
  Json made{{"refund_on", refund.terms.until.text()},
            {"interest_from", word_of(refund.terms.from)},
            {"discovered", refund.terms.discovered.text()},
            {"over", figure_json(refund.over)},
            {"vat", figure_json(refund.vat)},
            {"principal", figure_json(refund.principal)},
            {"interest", refund.interest ? figure_json(*refund.interest) : Json(nullptr)}};
  if (refund.open) made["missing"] = reasons_json(*refund.open, Language::en);
  made["total"] = figure_json(refund.total);
  if (refund.rule != nullptr)
    made["rule"] = {{"id", refund.rule->id},
                    {"title", sentence_json(refund.rule->title)},
                    {"act", refund.rule->act},
                    {"compounds", word_of(refund.rule->compounds)},
                    {"until", refund.interest_until.text()},
                    {"to_verify", refund.to_verify}};
  made["parts"] = Json::array();
  for (const RefundPart& part : refund.parts) made["parts"].push_back(part_json(part));
  made["interest_before_credits"] = Json::array();
  for (const InterestBefore& each : refund.credited)
    made["interest_before_credits"].push_back({{"invoice", each.row->charged.invoice},
                                               {"line", each.line->line->id},
                                               {"credit", each.credit->charged.invoice},
                                               {"principal", figure_json(each.principal)},
                                               {"paid", each.paid.text()},
                                               {"until", each.until.text()},
                                               {"interest", figure_json(each.interest)}});
  return made;
}

Json claim_json(const Refund& refund, const Outcome<ClaimWindow>& window) {
  if (!window) return {{"missing", reasons_json(window.why(), Language::en)}};
  const ClaimRule& rule = *window->rule;
  Json made{{"id", rule.id},
            {"act", rule.act},
            {"interrupt", sentence_json(rule.interrupt)},
            {"seen", rule.seen},
            {"sure", figure_json(window->sure)},
            {"depends", figure_json(window->depends)},
            {"gone", figure_json(window->gone)},
            {"oldest", window->oldest ? Json(window->oldest->text()) : Json(nullptr)},
            {"next_end", window->next_end ? Json(window->next_end->text()) : Json(nullptr)}};
  if (rule.between) made["between"] = sentence_json(*rule.between);
  made["waiting"] = Json::array();
  for (const ClaimWindow::Lost& each : window->waiting)
    made["waiting"].push_back({{"month", each.month.text()}, {"amount", figure_json(each.amount)}});
  made["parts"] = Json::array();
  for (std::size_t i = 0; i < window->rows.size(); ++i)
    made["parts"].push_back({{"invoice", refund.parts[i].row->charged.invoice},
                             {"sure_until", window->rows[i].sure_until.text()},
                             {"at_most_until", window->rows[i].at_most_until.text()}});
  return made;
}

}  // namespace pricetalk
