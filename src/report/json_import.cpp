#include "report/json_import.hpp"

#include <array>

#include "document/time_words.hpp"
#include "document/word_of.hpp"
#include "index/figures_dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

namespace {

Json change_json(const Series& series, const FigureChange& change) {
  Json made{{"period", change.period.text()}, {"change", word(change.kind)}};
  made["was"] = change.before ? Json(series.records[*change.before].value.text()) : Json(nullptr);
  made["becomes"] =
      change.kind == ChangeKind::withdrawn ? Json(nullptr) : Json(change.value.text());
  made["status"] = word_of(change.status);
  made["published"] = change.published ? Json(change.published->text()) : Json(nullptr);
  if (!change.why.empty()) made["why"] = change.why.en;
  return made;
}

Json series_json(const SeriesChange& change) {
  Json made{{"id", change.series.id}, {"new", change.is_new}, {"by_hand", change.by_hand}};
  made["retrieved"] = change.retrieved ? Json(change.retrieved->text()) : Json(nullptr);
  made["unchanged"] = change.unchanged;
  if (change.left_out > 0) made["left_out"] = change.left_out;
  if (!change.remark.empty()) made["remark"] = change.remark.en;
  made["changes"] = Json::array();
  for (const FigureChange& each : change.changes)
    made["changes"].push_back(change_json(change.series, each));
  return made;
}

Json outcome_json(const Outcome<Ratio>& price, int decimals) {
  if (!price) return {{"undetermined", reasons_json(price.why(), Language::en)}};
  return as_decimal(*price, decimals).text();
}

Json amount_json(const std::optional<Outcome<Figure>>& amount) {
  if (!amount) return nullptr;
  if (!*amount) return {{"undetermined", reasons_json(amount->why(), Language::en)}};
  return figure_json(**amount);
}

Json contract_json(const RevisedContract& revised) {
  Json made{{"file", revised.path}, {"contract", revised.contract->id}};
  made["prices"] = Json::array();
  for (const PriceShift& shift : revised.revision->shifts) {
    const int decimals =
        shift.prices->line->price_decimals(revised.contract->currency, shift.prices->price);
    made["prices"].push_back({{"line", shift.prices->line->id},
                              {"price", shift.prices->price + 1},
                              {"from", shift.entry->from.text()},
                              {"was", outcome_json(shift.before, decimals)},
                              {"becomes", outcome_json(shift.after, decimals)},
                              {"per_year", amount_json(shift.per_year)},
                              {"remains", shift.last}});
  }
  made["per_year"] = amount_json(revised.revision->total);
  return made;
}

}  // namespace

std::string import_json(const ChangeSet& changes, const std::vector<RevisedContract>& contracts,
                        const std::vector<std::string>& written, bool held) {
  Json made;
  made["series"] = Json::array();
  for (const SeriesChange& each : changes.series) made["series"].push_back(series_json(each));
  made["left_out"] = Json::array();
  for (const UnknownSeries& each : changes.left_out)
    made["left_out"].push_back({{"publisher", each.publisher},
                                {"table", each.table},
                                {"title", each.title},
                                {"base", each.base},
                                {"frequency", words(each.frequency).en},
                                {"figures", each.figures},
                                {"first", each.periods.first.text()},
                                {"last", each.periods.last.text()}});
  made["remarks"] = Json::array();
  for (const Phrase& remark : changes.remarks) made["remarks"].push_back(remark.en);
  made["contracts"] = Json::array();
  for (const RevisedContract& each : contracts) made["contracts"].push_back(contract_json(each));
  made["held"] = held;
  made["written"] = written;
  return printed(made);
}

}  // namespace pricetalk
