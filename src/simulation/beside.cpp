#include "simulation/beside.hpp"

#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "simulation/ledger_row.hpp"
#include "simulation/market_level.hpp"

namespace pricetalk {

namespace {

/// The quantity of a period with the future's change of volume.
NodeId quantity_node(Worksheet& sheet, const LedgerRequest& request, const Line& line,
                     std::size_t period) {
  const GivenQuantity stated = given_quantity(line, request.periods[period]);
  const NodeId plain = sheet.given(stated.value, words(Role::quantity), stated.source, Form::plain);
  const auto volume = given_volume(request, line, period);
  if (!volume) return plain;
  const NodeId factor = sheet.given(volume->value, {"change of volume", "verandering van volume"},
                                    volume->source, Form::plain);
  return sheet.mul(plain, factor, {"quantity in this future", "hoeveelheid in deze toekomst"});
}

Phrase sending_words(const Line& line) {
  if (!line.returns || !line.returns->return_costs)
    return {"the contract does not say who pays for sending back",
            "het contract zegt niet wie het terugsturen betaalt"};
  if (line.returns->return_costs->value == Side::supplier)
    return {"sending back is paid by the supplier and not counted here",
            "terugsturen betaalt de leverancier; dat telt hier niet mee"};
  return {"sending back is paid by the customer and not counted here",
          "terugsturen betaalt de klant; dat telt hier niet mee"};
}

void add_returns(const LedgerRequest& request, const Ledger& ledger, RowRecipes& rows,
                 const Line& line, const ReturnRateTerms& terms) {
  const Stated<Percent> restocking =
      line.returns && line.returns->restocking ? *line.returns->restocking : Stated<Percent>{};
  const Span returns_at = line.returns ? line.returns->span : line.where;
  // The value of what comes back; no_node where nothing is charged.
  const auto returned = [&request, &ledger, &line, &terms](Worksheet& sheet, std::size_t i) {
    const LedgerCell& cell = ledger.find(LedgerKind::price, line.id)->cells[i];
    if (cell.nothing) return no_node;
    const NodeId rate =
        given_percent(sheet, terms.rate, {"share that comes back", "deel dat terugkomt"},
                      from_future(request, terms.rate.where.value_or(terms.span)));
    return sheet.mul(cell_node(sheet, *ledger.find(LedgerKind::price, line.id), i, ledger), rate,
                     {"value of what comes back", "waarde van wat terugkomt"});
  };
  const auto kept = [restocking, returns_at](Worksheet& sheet) {
    return given_percent(
        sheet, restocking, {"share that is kept", "deel dat wordt ingehouden"},
        from_contract({"restocking", "restocking"}, restocking.where.value_or(returns_at)));
  };
  add_row(request, rows,
          {LedgerKind::refund, line.id, same(line.title), Side::supplier, sending_words(line), {}},
          "refund", [returned, kept](Worksheet& sheet, std::size_t i) {
            const NodeId value = returned(sheet, i);
            return value == no_node
                       ? no_node
                       : sheet.mul(value, sheet.sub(sheet.constant(Decimal(1, 0)), kept(sheet)));
          });
  if (restocking.value.of_hundred.is_zero()) return;
  add_row(request, rows,
          {LedgerKind::restocking, line.id, same(line.title), Side::customer, {}, {}}, "restocking",
          [returned, kept](Worksheet& sheet, std::size_t i) {
            const NodeId value = returned(sheet, i);
            return value == no_node ? no_node : sheet.mul(value, kept(sheet));
          });
}

void add_cases(const LedgerRequest& request, RowRecipes& rows, const Line& line,
               const NonConformityRateTerms& terms) {
  const auto& agreed = request.contract->terms.non_conformity;
  const bool seller = agreed && (!agreed->remedies.empty() || agreed->liability);
  const Phrase remark =
      seller ? Phrase{}
             : Phrase{"the contract states no remedy", "het contract noemt geen herstel"};
  add_row(request, rows,
          {LedgerKind::non_conformity,
           line.id,
           same(line.title),
           seller ? Side::supplier : Side::customer,
           remark,
           {}},
          "non-conformity", [&request, &line, &terms](Worksheet& sheet, std::size_t i) {
            if (!days_alive(line, {request.periods[i].first, request.periods[i].last}))
              return no_node;
            const NodeId rate = given_percent(
                sheet, terms.rate, {"share not as agreed", "deel dat niet volgens afspraak is"},
                from_future(request, terms.rate.where.value_or(terms.span)));
            const NodeId cases = sheet.mul(quantity_node(sheet, request, line, i), rate,
                                           {"expected cases", "verwachte gevallen"});
            const NodeId cost = sheet.given(
                Ratio(terms.cost_per_case.value), {"cost of a case", "kosten per geval"},
                from_future(request, terms.cost_per_case.where.value_or(terms.span)));
            return sheet.mul(cases, cost);
          });
}

/// The level of the market that counts in a period, and what moved it by its first day.
struct PeriodLevel {
  const PriceLevelTerms* level = nullptr;
  std::optional<MarketMove> move;
};

/// Before the first level of a line that one counts, as it is.
PeriodLevel level_in(const LedgerRequest& request, const Line& line, const LedgerPeriod& period) {
  PeriodLevel made{market_level(*request.contract, line, period.first), {}};
  if (made.level == nullptr) {
    for (const PriceLevelTerms& each : request.contract->terms.price_level)
      if (each.price.value.value == line.id &&
          (made.level == nullptr || each.as_of.value < made.level->as_of.value))
        made.level = &each;
  } else if (request.library != nullptr) {
    made.move = market_move(Coverage(*request.library, std::nullopt), *made.level, period.first);
  }
  return made;
}

/// Each level of the row once, and with what it moves.
Phrase level_remark(const std::vector<PeriodLevel>& levels) {
  Phrase made;
  std::vector<const PriceLevelTerms*> said;
  for (const PeriodLevel& each : levels) {
    if (std::find(said.begin(), said.end(), each.level) != said.end()) continue;
    said.push_back(each.level);
    const bool moves = std::any_of(levels.begin(), levels.end(), [&](const PeriodLevel& other) {
      return other.level == each.level && other.move;
    });
    const Date day = each.level->as_of.value;
    Phrase text{"the level of " + date_text(day, Language::en) + ", not moved",
                "het peil van " + date_text(day, Language::nl) + ", niet bijgesteld"};
    if (moves) {
      const std::string& id = each.level->moved_by->value.value;
      text = {"moves with " + id, "beweegt mee met " + id};
    }
    made.en += (made.en.empty() ? "" : "; ") + text.en;
    made.nl += (made.nl.empty() ? "" : "; ") + text.nl;
  }
  return made;
}

void add_reduction(const LedgerRequest& request, RowRecipes& rows, const std::string& id) {
  const auto* found = request.contract->terms.innovation.find(id);
  if (found == nullptr || !found->terms.reduction_per_month) return;
  const InnovationTerms& terms = found->terms;
  const Date last_day = request.periods.back().last;
  const Date first = terms.start ? terms.start->value : request.periods.front().first;
  const Date last = terms.end ? terms.end->value : request.contract->end.value_or(last_day);
  const Rounding cents = request.contract->currency.rounding();
  add_row(
      request, rows, {LedgerKind::innovation, found->id, same(terms.what.value), {}, {}, {}},
      "reduction", [&request, &terms, first, last, cents](Worksheet& sheet, std::size_t i) {
        const Date begin = std::max(first, request.periods[i].first);
        const Date end = std::min(last, request.periods[i].last);
        if (end < begin) return no_node;
        const Stated<Decimal>& reduction = *terms.reduction_per_month;
        const NodeId a_month =
            sheet.given(Ratio(reduction.value), {"reduction a month", "verlaging per maand"},
                        from_contract({"reduction_per_month", "reduction_per_month"},
                                      reduction.where.value_or(terms.span)));
        const auto until = [&](Date from, Date to, const Phrase& label) {
          const NodeId months = sheet.given(
              months_between(from, to), label,
              from_contract({"start and end of the innovation", "begin en einde van de innovatie"},
                            terms.start ? *terms.start->where : terms.span),
              Form::plain);
          return sheet.mul(months, a_month);
        };
        const NodeId zero = sheet.constant(Decimal(0, 0));
        const auto whole = [](const Ratio& months) {
          return Ratio(round(months, Rounding::decimals(0))) == months;
        };
        if (begin == first || whole(months_between(begin, end)) ||
            whole(months_between(first, begin.plus_days(-1))))
          return sheet.sub(zero, until(begin, end, {"months", "maanden"}));
        // Parts of months: each invoice takes off what is due so far, so that a year is a year.
        const NodeId so_far = sheet.round(
            until(first, end, {"months until its last day", "maanden tot en met de laatste dag"}),
            cents, {"due by then", "dan in totaal verlaagd"});
        const NodeId taken =
            sheet.round(until(first, begin.plus_days(-1), {"months before it", "maanden daarvoor"}),
                        cents, {"taken off before it", "daarvoor verlaagd"});
        return sheet.sub(taken, so_far);
      });
}

}  // namespace

void add_innovation(const LedgerRequest& request, RowRecipes& rows) {
  if (!request.innovation) return;
  add_reduction(request, rows, *request.innovation);
  for (const std::string& id : request.beside_it) add_reduction(request, rows, id);
}

void add_expected_costs(const LedgerRequest& request, const Ledger& prices, RowRecipes& rows) {
  if (request.future == nullptr) return;
  for (const ReturnRateTerms& terms : request.future->returns)
    if (const Line* line = request.contract->find_line(terms.price.value.value))
      add_returns(request, prices, rows, *line, terms);
  for (const NonConformityRateTerms& terms : request.future->non_conformity)
    if (const Line* line = request.contract->find_line(terms.price.value.value))
      add_cases(request, rows, *line, terms);
}

void add_market_level(const LedgerRequest& request, RowRecipes& rows) {
  for (const Line& line : request.contract->lines) {
    std::vector<PeriodLevel> levels;
    for (const LedgerPeriod& period : request.periods)
      levels.push_back(level_in(request, line, period));
    if (levels.empty() || levels.front().level == nullptr) continue;
    Phrase remark = level_remark(levels);
    add_row(request, rows,
            {LedgerKind::market, line.id, same(line.title), {}, std::move(remark), {}}, "market",
            [&request, &line, levels](Worksheet& sheet, std::size_t i) {
              if (!days_alive(line, {request.periods[i].first, request.periods[i].last}))
                return no_node;
              const PriceLevelTerms& level = *levels[i].level;
              const Date day = level.as_of.value;
              NodeId price = sheet.given(Ratio(level.normal.value),
                                         {"normal price on " + date_text(day, Language::en),
                                          "gewone prijs op " + date_text(day, Language::nl)},
                                         from_contract({"price_level", "price_level"},
                                                       level.normal.where.value_or(level.span)));
              if (levels[i].move)
                price = moved(sheet, price, *levels[i].move,
                              {"normal price in this period", "gewone prijs in deze periode"});
              return sheet.mul(quantity_node(sheet, request, line, i), price);
            });
  }
}

}  // namespace pricetalk
