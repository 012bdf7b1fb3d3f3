#include "answer/delivery_cost.hpp"

#include <algorithm>

#include "billing/charge.hpp"
#include "calendar/counts.hpp"
#include "explain/book.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

namespace {

class DeliveryCoster {
 public:
  DeliveryCoster(const Contract& contract, const Library& library, const DeliveryPeriods& periods,
                 const Future& future)
      : contract_(contract),
        library_(library),
        periods_(periods),
        future_(future),
        line_(*periods.facts.line),
        invoice_(contract_invoice(contract, periods.facts.delivered)),
        book_(contract.currency) {
    made_.future = future.id;
    made_.line = line_.title;
  }

  /// Of the amounts of a row of a ledger, over all its periods.
  DeliveryCost of_row(const Ledger& ledger, const LedgerRow& row,
                      const NonConformityRateTerms& terms) && {
    std::vector<NodeId> amounts;
    for (const LedgerCell& cell : row.cells) {
      if (cell.nothing) continue;
      InputSource source;
      source.kind = InputSource::Kind::earlier_price;
      source.text = {"see " + cell.address.text, "zie " + cell.address.text};
      source.address = cell.address.text;
      source.fixity = cell.fixity;
      amounts.push_back(
          book_.sheet().given(cell.units ? Outcome<Ratio>(Ratio(ledger.money(*cell.units).amount))
                                         : Outcome<Ratio>(cell.units.why()),
                              row.title, std::move(source)));
    }
    by_month(terms, book_.sum(amounts, faults()));
    for (DeliveryCostSpan& each : made_.spans) each.until.reset();
    std::move(book_).close(made_.evidence);
    return std::move(made_);
  }

  DeliveryCost make() && {
    for (const ReturnRateTerms& terms : future_.returns)
      if (terms.price.value.value == line_.id) returned(terms);
    for (const NonConformityRateTerms& terms : future_.non_conformity)
      if (terms.price.value.value == line_.id) faulty(terms);
    std::move(book_).close(made_.evidence);
    return std::move(made_);
  }

 private:
  InputSource from_future(Span where) const {
    InputSource source;
    source.kind = InputSource::Kind::projected;
    source.text = {"future " + future_.id, "toekomst " + future_.id};
    source.where = where;
    source.fixity = Fixity::projected;
    return source;
  }

  NodeId share(const Stated<Percent>& rate, Span table, Phrase label) {
    return book_.sheet().given(rate.value.as_fraction(), std::move(label),
                               from_future(rate.where.value_or(table)), Form::percent);
  }

  /// The amount of a node to the cent, as a figure.
  Outcome<Figure> cost(NodeId exact, const char* name, const Phrase& what) {
    return figure(book_.sheet().round(exact, contract_.currency.rounding(), what), name, what);
  }

  Outcome<Figure> figure(NodeId node, const std::string& name, Phrase what) {
    return book_.figure(node, contract_.id + "/" + line_.id + "/periods/" + future_.id + "/" + name,
                        Fixity::projected, std::move(what));
  }

  void returned(const ReturnRateTerms& terms) {
    const auto& last = periods_.of(PeriodKind::withdraw).last;
    if (!last) return;
    const Coverage coverage(library_, periods_.today);
    const std::vector<PriceSchedule> schedules = schedule(contract_, coverage, invoice_.last);
    const TierPrices prices = dated_prices(schedules, line_, invoice_);
    Worksheet& sheet = book_.sheet();
    const auto charged = charge(
        sheet, {.contract = &contract_, .line = &line_, .prices = &prices, .invoice = invoice_});
    if (!charged) return;
    const NodeId back =
        sheet.mul(charged->amount,
                  share(terms.rate, terms.span, {"share that comes back", "deel dat terugkomt"}));
    NodeId kept = sheet.constant(Decimal(1, 0));
    if (line_.returns && line_.returns->restocking) {
      InputSource source;
      source.kind = InputSource::Kind::contract;
      source.text = {"restocking", "restocking"};
      source.where = line_.returns->restocking->where.value_or(line_.returns->span);
      kept = sheet.sub(kept, sheet.given(line_.returns->restocking->value.as_fraction(),
                                         {"share that is kept", "deel dat wordt ingehouden"},
                                         std::move(source), Form::percent));
    }
    add(DeliveryCostSpan::Kind::returned, periods_.facts.delivered, last, Side::supplier,
        cost(sheet.mul(back, kept), "returned",
             {"paid back for what is expected to come back",
              "terugbetaald voor wat naar verwachting terugkomt"}));
  }

  void faulty(const NonConformityRateTerms& terms) {
    if (periods_.prover == MustProve::unknown) return;
    Worksheet& sheet = book_.sheet();
    InputSource stated;
    stated.kind = InputSource::Kind::contract;
    stated.text = {"quantity", "hoeveelheid"};
    stated.where = line_.quantity ? line_.quantity->where.value_or(line_.where) : line_.where;
    const NodeId quantity = sheet.given(quantity_of(line_, invoice_), {"quantity", "hoeveelheid"},
                                        std::move(stated), Form::plain);
    const NodeId cases =
        sheet.mul(quantity, share(terms.rate, terms.span,
                                  {"share not as agreed", "deel dat niet volgens afspraak is"}));
    const NodeId of_one =
        sheet.given(Ratio(terms.cost_per_case.value), {"cost of a case", "kosten per geval"},
                    from_future(terms.cost_per_case.where.value_or(terms.span)));
    const NodeId all = sheet.mul(cases, of_one);
    if (terms.shows.empty())
      before_and_after(all);
    else
      by_month(terms, all);
  }

  static Phrase faults() {
    return {"expected cost of what is not as agreed",
            "verwachte kosten van wat niet volgens afspraak is"};
  }

  /// All cases in each of both spans: when they show is not known.
  void before_and_after(NodeId all) {
    const Outcome<Figure> whole = cost(all, "faulty", faults());
    const auto& proves = periods_.of(PeriodKind::proof).last;
    const auto& answers = periods_.of(PeriodKind::liability).last;
    const Date delivered = periods_.facts.delivered;
    if (proves) add(DeliveryCostSpan::Kind::faulty, delivered, proves, Side::supplier, whole);
    const Date begin = proves ? *proves : delivered;
    if (!answers || begin < *answers)
      add(DeliveryCostSpan::Kind::faulty, begin, answers, Side::customer, whole);
  }

  /// The cases of each month, rounded so that the months add up.
  void by_month(const NonConformityRateTerms& terms, NodeId all) {
    made_.by_month = true;
    Worksheet& sheet = book_.sheet();
    NodeId so_far = sheet.constant(Decimal(0, 0));
    int number = 0;
    for (const Stated<Percent>& each : terms.shows) {
      so_far = sheet.add(so_far, share(each, terms.span, {"share that shows", "deel dat blijkt"}));
      ++number;
      month(number, month_end(number), sheet.mul(all, so_far));
    }
    if (*sheet.value(so_far) < Ratio(1)) month(number + 1, std::nullopt, all);
    made_.supplier = total(of_supplier_, "supplier");
    made_.customer = total(of_customer_, "customer");
    if (!of_either_.empty()) made_.either = total(of_either_, "either");
  }

  /// What shows in a month, or from it on: `shown` by its end, less what showed before it.
  void month(int number, const std::optional<Date>& until, NodeId shown) {
    Worksheet& sheet = book_.sheet();
    const NodeId due =
        sheet.round(shown, contract_.currency.rounding(), {"shown until then", "tot dan gebleken"});
    const NodeId node = shown_before_ == no_node ? due : sheet.sub(due, shown_before_, faults());
    shown_before_ = due;
    const Date begin = month_end(number - 1);
    const std::optional<Side> bearer = bearer_of(begin, until);
    (!bearer                     ? of_either_
     : *bearer == Side::supplier ? of_supplier_
                                 : of_customer_)
        .push_back(node);
    add(DeliveryCostSpan::Kind::faulty, begin, until, bearer,
        figure(node, "faulty-" + std::to_string(number), faults()));
  }

  Outcome<Figure> total(const std::vector<NodeId>& nodes, const char* name) {
    return figure(book_.sum(nodes, faults()), name, faults());
  }

  /// The last day of a month after the delivery; of 0 that of the delivery.
  Date month_end(int number) const {
    return shift(periods_.facts.delivered, {1, Unit::month}, number);
  }

  /// Who must prove what shows after a day, until another.
  std::optional<Side> bearer_of(Date after, const std::optional<Date>& until) const {
    const auto& proves = periods_.of(PeriodKind::proof).last;
    if (!proves || *proves <= after) return Side::customer;
    if (until && *until <= *proves) return Side::supplier;
    return std::nullopt;
  }

  /// A span that begins the day after `begin`.
  void add(DeliveryCostSpan::Kind kind, Date begin, const std::optional<Date>& until,
           std::optional<Side> bearer, const Outcome<Figure>& amount) {
    DeliveryCostSpan made;
    made.kind = kind;
    made.first_month = month_after(periods_.facts.delivered, begin.plus_days(1));
    made.until = until;
    if (until) made.last_month = month_after(periods_.facts.delivered, *until);
    made.bearer = bearer;
    made.cost = amount;
    made_.spans.push_back(std::move(made));
  }

  const Contract& contract_;
  const Library& library_;
  const DeliveryPeriods& periods_;
  const Future& future_;
  const Line& line_;
  Days invoice_;
  Book book_;
  DeliveryCost made_;
  NodeId shown_before_ = no_node;
  /// These three: the cost of months, by who bears it.
  std::vector<NodeId> of_supplier_;
  std::vector<NodeId> of_customer_;
  std::vector<NodeId> of_either_;
};

}  // namespace

int month_after(Date delivered, Date day) {
  int months = calendar_months_between(delivered, day);
  while (shift(delivered, {1, Unit::month}, months) < day) ++months;
  while (months > 1 && day <= shift(delivered, {1, Unit::month}, months - 1)) --months;
  return months < 1 ? 1 : months;
}

DeliveryCost delivery_cost(const Contract& contract, const Library& library,
                           const DeliveryPeriods& periods, const Future& future) {
  return DeliveryCoster(contract, library, periods, future).make();
}

std::vector<DeliveryCost> costs_after_delivery(const Run& run) {
  std::vector<DeliveryCost> made;
  const auto& expected = run.assumed->non_conformity;
  if (std::all_of(expected.begin(), expected.end(),
                  [](const NonConformityRateTerms& each) { return each.shows.empty(); }))
    return made;
  const Law law = shipped_law();
  for (const NonConformityRateTerms& terms : expected) {
    const Line* line = run.contract->find_line(terms.price.value.value);
    const LedgerRow* row = run.ledger.find(LedgerKind::non_conformity, terms.price.value.value);
    if (terms.shows.empty() || line == nullptr || row == nullptr) continue;
    DeliveryFacts facts;
    facts.line = line;
    facts.delivered = run.ledger.periods.front().first;
    const DeliveryPeriods periods = delivery_periods(*run.contract, law, facts, facts.delivered);
    if (periods.prover == MustProve::unknown) continue;
    made.push_back(DeliveryCoster(*run.contract, *run.library, periods, *run.assumed)
                       .of_row(run.ledger, *row, terms));
  }
  return made;
}

}  // namespace pricetalk
