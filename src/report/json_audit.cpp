#include "report/json_audit.hpp"

#include <algorithm>

#include "report/audit_conclusion.hpp"
#include "report/charged_steps.hpp"
#include "report/json_audited.hpp"
#include "report/json_parts.hpp"
#include "report/json_refund.hpp"

namespace pricetalk {

namespace {

/// The figure, or null; the reasons go beside it under `missing`.
Json outcome_json(const Outcome<Figure>& outcome) {
  return outcome ? figure_json(*outcome) : Json(nullptr);
}

Json row_json(const AuditedRow& row) {
  const InvoiceLine& charged = row.charged;
  Json made{{"invoice", charged.invoice},
            {"date", charged.date.text()},
            {"line", charged.line},
            {"kind", charged.kind == InvoiceKind::credit ? "credit" : "invoice"},
            {"place", charged.where.place()},
            {"matched", row.line == nullptr ? Json(nullptr) : Json(row.line->id)},
            {"matched_by", word(row.by)},
            {"from", charged.from.text()},
            {"to", charged.to.text()},
            {"quantity", charged.quantity.text()},
            {"unit_price", charged.unit_price ? Json(charged.unit_price->text()) : Json(nullptr)},
            {"amount", charged.amount.text()},
            {"adds_up", row.adds_up}};
  if (row.by == MatchedBy::likeness) made["likeness"] = row.likeness;
  for (const InvoiceLine& part : row.parts)
    made["parts"].push_back({{"invoice", part.invoice},
                             {"line", part.line},
                             {"place", part.where.place()},
                             {"quantity", part.quantity.text()},
                             {"amount", part.amount.text()}});
  if (!row.question.empty()) made["question"] = sentence_json(row.question);
  if (row.line == nullptr) return made;
  if (!row.outside.empty()) made["outside"] = sentence_json(row.outside);
  if (row.at_stake) made["at_stake"] = figure_json(*row.at_stake);
  if (row.at_stake && row.at_stake_if_not) made["at_stake_answer"] = "no";
  if (!row.vat_question.empty()) made["vat_question"] = sentence_json(row.vat_question);
  if (row.vat_at_stake) made["vat_at_stake"] = figure_json(*row.vat_at_stake);
  if (row.discount_left_out) made["discount_left_out"] = true;
  if (!row.beside.is_zero())
    made["taken_off_by_rows_below_zero"] =
        as_decimal(row.beside, row.charged.amount.scale()).text();
  if (!row.lump_sum.empty()) made["lump_sum"] = sentence_json(row.lump_sum);
  if (row.allowed_price)
    made["allowed_price"] =
        *row.allowed_price ? Json(as_decimal(row.allowed_price->value(), 2).text()) : Json(nullptr);
  made["allowed"] = outcome_json(row.allowed);
  made["difference"] = outcome_json(row.difference);
  if (row.vat) made["vat_difference"] = outcome_json(*row.vat);
  if (!row.difference) made["missing"] = reasons_json(row.difference.why(), Language::en);
  return made;
}

Json totals_json(const AuditTotals& totals) {
  return {{"over", figure_json(totals.over)},
          {"over_vat", figure_json(totals.over_vat)},
          {"under", figure_json(totals.under)},
          {"under_vat", figure_json(totals.under_vat)}};
}

Json years_json(const std::vector<AuditYear>& years) {
  Json made = Json::array();
  for (const AuditYear& year : years) {
    Json one{{"year", year.year}};
    one.update(totals_json(year.totals));
    one["cumulative"] = figure_json(year.cumulative);
    if (year.over_earlier) one["over_from_earlier_steps"] = figure_json(*year.over_earlier);
    if (year.under_earlier) one["under_from_earlier_steps"] = figure_json(*year.under_earlier);
    one["undetermined_rows"] = year.undetermined;
    made.push_back(std::move(one));
  }
  return made;
}

/// "0.0025": a number of millionths as a fraction of one.
std::string fraction(std::uint32_t millionths) {
  return Decimal(static_cast<std::int64_t>(millionths), 6).text();
}

Json causes_json(const Causes& causes) {
  const auto equal = std::count_if(
      causes.explanations.begin(), causes.explanations.end(), [&](const Explanation& each) {
        return each.misreadings.size() == causes.explanations.front().misreadings.size();
      });
  Json made{{"result", word(causes.result)},
            {"sentence", sentence_json(causes.sentence())},
            {"tried", causes.tried},
            {"stopped", causes.stopped},
            {"equal", equal}};
  if (!causes.invoice.empty()) made["invoice"] = causes.invoice;
  if (!causes.lines.empty()) {
    made["lines"] = Json::array();
    for (const Line* line : causes.lines) made["lines"].push_back(line->id);
  }
  made["explanations"] = Json::array();
  for (const Explanation& explanation : causes.explanations) {
    Json parts = Json::array();
    for (const Misreading& each : explanation.misreadings) {
      Json dates = Json::array();
      for (const Date date : each.dates) dates.push_back(date.text());
      parts.push_back({{"reading", each.reading},
                       {"clause", each.clause},
                       {"sentence", sentence_json(each.dated())},
                       {"dates", std::move(dates)}});
    }
    Json one{{"sentence", sentence_json(explanation.sentence())}, {"readings", std::move(parts)}};
    if (!explanation.invoice.empty()) one["invoice"] = explanation.invoice;
    one["coincidence"] = fraction(explanation.coincidence);
    one["certain"] = !explanation.weak();
    made["explanations"].push_back(std::move(one));
  }
  made["shares"] = Json::array();
  for (const CauseShare& share : causes.shares) {
    Json one{{"sentence", sentence_json(share.what)}};
    if (!share.reading.empty()) one["reading"] = share.reading;
    one["over"] = figure_json(share.over);
    one["under"] = figure_json(share.under);
    made["shares"].push_back(std::move(one));
  }
  return made;
}

}  // namespace

Json read_as_json(const std::vector<ReadAs>& files) {
  Json made = Json::array();
  for (const ReadAs& file : files)
    made.push_back({{"file", file.path}, {"read_as", sentence_json(file.layout)}});
  return made;
}

Json charged_twice_json(const std::vector<ChargedTwice>& twice, const Figure& total) {
  Json made{{"amount", figure_json(total)}};
  made["periods"] = Json::array();
  for (const ChargedTwice& each : twice) {
    made["periods"].push_back({{"line", each.line->id},
                               {"from", each.from.text()},
                               {"to", each.to.text()},
                               {"times", each.times},
                               {"invoices", each.invoices},
                               {"amount", figure_json(each.amount)}});
    if (!each.tiers.empty()) made["periods"].back()["tiers"] = sentence_json(each.tiers);
  }
  return made;
}

namespace {

Json steps_json(const std::vector<ChargedStep>& steps) {
  constexpr int decimals = 6;
  Json made = Json::array();
  for (const ChargedStep& step : steps)
    made.push_back({{"from", step.from.text()},
                    {"charged_before", as_decimal(step.charged_before, decimals).text()},
                    {"charged", as_decimal(step.charged, decimals).text()},
                    {"allowed_before", as_decimal(step.allowed_before, decimals).text()},
                    {"allowed", as_decimal(step.allowed, decimals).text()}});
  return made;
}

}  // namespace

Json quantity_gaps_json(const std::vector<QuantityGap>& gaps) {
  Json made = Json::array();
  for (const QuantityGap& gap : gaps) {
    made.push_back({{"line", gap.line->id},
                    {"year", gap.year},
                    {"from", gap.from.text()},
                    {"to", gap.to.text()},
                    {"kind", gap.more() ? "more-than-agreed" : "less-than-agreed"},
                    {"charged", as_decimal(gap.charged, 2).text()},
                    {"agreed", as_decimal(gap.agreed, 2).text()},
                    {"agreed_is", !gap.band    ? "quantity"
                                  : gap.more() ? "at-most"
                                               : "at-least"},
                    {"amount", figure_json(gap.amount)}});
    if (!gap.told.empty()) made.back()["told"] = sentence_json(gap.told);
  }
  return made;
}

Json audited_json(const AuditedContract& of) {
  const Contract& contract = *of.contract;
  const Audit& audit = of.audit;
  Json made{{"contract", contract.id},
            {"currency", std::string(audit.currency.code())},
            {"vat", contract.vat == Vat::excluded ? "excluded" : "included"}};
  made["totals"] = totals_json(audit.totals);
  made["charged"] = figure_json(audit.charged);
  made["matched"] = figure_json(audit.matched);
  made["unmatched"] = figure_json(audit.unmatched);
  made["years"] = years_json(audit.years);
  made["lines"] = Json::array();
  for (const AuditedLine& line : audit.lines) {
    Json one{{"line", line.line->id}, {"title", line.line->title}};
    one["since"] = line.since ? Json(line.since->text()) : Json(nullptr);
    one["totals"] = totals_json(line.totals);
    one["years"] = years_json(line.years);
    if (!line.vat_reading.empty()) one["vat_reading"] = sentence_json(line.vat_reading);
    one["causes"] = causes_json(line.causes);
    one["steps"] = steps_json(charged_steps(audit, line));
    made["lines"].push_back(std::move(one));
  }
  if (!of.refund.empty()) {
    made["refund"] = refund_json(of.refund);
    made["claim"] = claim_json(of.refund, of.window);
  }
  made["rows"] = Json::array();
  for (const AuditedRow& row : audit.rows) made["rows"].push_back(row_json(row));
  made["charged_twice"] = charged_twice_json(audit.twice, audit.charged_twice);
  made["quantities"] = quantity_gaps_json(audit.gaps);
  made["aside"] = Json::array();
  for (const AsideRow& row : audit.aside) {
    const auto& head = row.charged.head;
    made["aside"].push_back(
        {{"why", word(row.why)},
         {"reason", {{"en", row.reason.en}, {"nl", row.reason.nl}}},
         {"invoice", row.charged.invoice},
         {"line", row.charged.line},
         {"place", row.charged.where.place()},
         {"from", row.charged.from.text()},
         {"to", row.charged.to.text()},
         {"currency",
          std::string(head && head->currency ? head->currency->code() : audit.currency.code())},
         {"amount", row.charged.amount.text()}});
  }
  return made;
}

Json not_read_json(const NotRead& not_read) {
  return {{"rows", not_read.rows}, {"files", not_read.files}};
}

Json problems_json(const Diagnostics& problems) {
  Json list = Json::array();
  std::size_t counts[2] = {0, 0};
  for (const Severity severity : {Severity::error, Severity::warning})
    for (const Diagnostic& each : problems.sorted()) {
      if (each.severity != severity) continue;
      const bool error = severity == Severity::error;
      ++counts[error ? 0 : 1];
      list.push_back({{"severity", error ? "error" : "warning"},
                      {"code", each.code},
                      {"place", each.span.source == nullptr ? "" : each.span.place()},
                      {"title", sentence_json(each.title)}});
    }
  return {{"errors", counts[0]}, {"warnings", counts[1]}, {"list", std::move(list)}};
}

std::string audit_json(const AuditedContract& made, const std::vector<ReadAs>& read_as,
                       const NotRead& not_read, const Diagnostics& problems,
                       bool today_from_clock) {
  Json answer{{"today", made.audit.today.text()},
              {"today_from_clock", today_from_clock},
              {"files", read_as_json(read_as)},
              {"not_read", not_read_json(not_read)},
              {"problems", problems_json(problems)}};
  answer.update(audited_json(made));
  answer["conclusion"] = sentence_json(conclusion(reach_of(made.audit, not_read)));
  return printed(answer);
}

}  // namespace pricetalk
