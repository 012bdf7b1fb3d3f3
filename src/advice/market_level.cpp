#include "advice/market_level.hpp"

#include <algorithm>

#include "index/begun.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/index/look_up.hpp"

namespace pricetalk {

namespace {

/// The figure of the latest period that had begun on a day, as known on the reading day.
std::optional<Seen> figure(const Dossier& d, const std::string& id, Date begun, Date reading_day) {
  const Series* series = d.library->find(id);
  if (series == nullptr) return std::nullopt;
  const auto request = [&](RecordId record) {
    return FigureRequest{id, series->records[record].period, Which::as_known, reading_day};
  };
  const auto last = last_begun(*series, begun,
                               [&](RecordId record) { return d.coverage->sees(request(record)); });
  if (!last) return std::nullopt;
  const Lookup found = d.coverage->look_up(request(*last));
  const Seen* seen = std::get_if<Seen>(&found);
  return seen == nullptr ? std::nullopt : std::optional(*seen);
}

Fixity fixity_of(const Seen& seen) {
  const FigureStatus status = seen.observation().status;
  return status == FigureStatus::provisional || status == FigureStatus::estimate
             ? Fixity::provisional
             : Fixity::fixed;
}

}  // namespace

std::optional<Amount> market_price(const Dossier& d, const PriceLevelTerms& level,
                                   const Stated<Decimal>& price, const Phrase& label, Date day) {
  Amount made{
      Outcome<Ratio>(Ratio(price.value)), label,
      from_contract({"price level in the contract file", "prijspeil in het contractbestand"},
                    price.where.value_or(level.span))};
  if (!level.moved_by) return made;
  const std::string& id = level.moved_by->value.value;
  const auto now = figure(d, id, *Date::make(9999, 12, 31), day);
  const auto then = figure(d, id, level.as_of.value, day);
  if (!now || !then || now->series->unit == SeriesUnit::percent) return std::nullopt;
  const Outcome<Ratio> reference = value(Lookup(*then));
  if (!reference || reference->is_zero()) return std::nullopt;
  const Amount stated = made;
  made.make = [stated, now = *now, then = *then, cents = d.contract->currency.rounding(),
               label](Worksheet& sheet) {
    const NodeId a =
        sheet.given(value(Lookup(now)), words(Role::observation), source_of(now), Form::plain);
    const NodeId b =
        sheet.given(value(Lookup(then)), words(Role::reference), source_of(then), Form::plain);
    return sheet.round(sheet.mul(stated.on(sheet), sheet.div(a, b)), cents, label);
  };
  Worksheet sheet(d.contract->currency);
  made.price = sheet.value(made.make(sheet));
  made.source.fixity = std::max(fixity_of(*now), fixity_of(*then));
  return made;
}

Phrase market_remark(const PriceLevelTerms& level) {
  const std::string en = date_text(level.as_of.value, Language::en);
  const std::string nl = date_text(level.as_of.value, Language::nl);
  if (!level.moved_by) return {" (level of " + en + ")", " (peil van " + nl + ")"};
  const std::string& id = level.moved_by->value.value;
  return {" (level of " + en + ", moved by " + id + ")",
          " (peil van " + nl + ", meebewogen met " + id + ")"};
}

}  // namespace pricetalk
