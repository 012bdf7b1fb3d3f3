#include <algorithm>

#include "report/inbox_report.hpp"
#include "report/json_audited.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

std::string amount(const Ratio& value, const Currency& currency) {
  return as_decimal(value, currency.minor_decimals()).text();
}

}  // namespace

std::string inbox_json(const InboxAnswer& inbox, const InboxNotRead& not_read,
                       const Diagnostics& problems, bool today_from_clock) {
  const auto rows =
      std::count_if(inbox.letters.begin(), inbox.letters.end(),
                    [](const InboxLetter& letter) { return !letter.row.unread.empty(); });
  Json made{
      {"today", inbox.today.text()},
      {"today_from_clock", today_from_clock},
      {"letters_in", inbox.letters.size()},
      {"not_read", {{"files", not_read.files}, {"rows", rows}, {"contracts", not_read.contracts}}},
      {"problems", problems_json(problems)}};
  const auto amounts = [](const InboxSum& sum) {
    Json all = Json::array();
    for (const LetterAmount& each : sum.amounts)
      all.push_back({{"currency", std::string(each.currency.code())},
                     {"at_least", amount(each.least, each.currency)},
                     {"at_most", amount(each.most, each.currency)}});
    return all;
  };
  made["sums"] = Json::array();
  for (const InboxSum& sum : inbox.sums)
    made["sums"].push_back({{"verdict", std::string(word(sum.state))},
                            {"letters", sum.letters},
                            {"without_amount", sum.without_amount},
                            {"amounts", amounts(sum)}});
  const InboxSum all = all_letters(inbox);
  made["total"] = {
      {"letters", all.letters}, {"without_amount", all.without_amount}, {"amounts", amounts(all)}};
  made["letters"] = Json::array();
  for (const InboxLetter& letter : inbox.letters) {
    const InboxCells cells = cells_of(letter, Language::en);
    const InboxCells dutch = cells_of(letter, Language::nl);
    const auto text = [](const std::string& cell) {
      return cell.empty() ? Json(nullptr) : Json(cell);
    };
    made["letters"].push_back(
        {{"row", letter.number},
         {"verdict", cells.verdict},
         {"contract", cells.contract},
         {"title", text(cells.title)},
         {"supplier", text(cells.supplier)},
         {"line", text(cells.line)},
         {"announced", text(cells.announced)},
         {"price", cells.price ? Json(cells.price->text()) : Json(nullptr)},
         {"on", text(cells.on)},
         {"received", text(cells.received)},
         {"at_least", cells.least ? Json(cells.least->text()) : Json(nullptr)},
         {"at_most", cells.most ? Json(cells.most->text()) : Json(nullptr)},
         {"currency", text(cells.currency)},
         {"answer_by", text(cells.answer_by)},
         {"owner", text(cells.owner)},
         {"why", sentence_json({cells.why, dutch.why})},
         {"cause", cells.cause.empty() ? Json(nullptr) : sentence_json({cells.cause, dutch.cause})},
         {"place", cells.place}});
  }
  return printed(made);
}

}  // namespace pricetalk
