#include <algorithm>

#include "law/law.hpp"
#include "pricetalk/explain/format.hpp"
#include "simulation/ledger_row.hpp"

// What a contract costs the customer beside its price: savings and investments of an innovation,
// and VAT that is not deducted.

namespace pricetalk {

namespace {

/// An innovation that lowers costs of the customer, over the periods of a ledger.
class CustomerSaving {
 public:
  CustomerSaving(const LedgerRequest& request, const NamedTable<InnovationTerms>& innovation)
      : request_(request),
        terms_(innovation.terms),
        first_(terms_.start ? terms_.start->value : request.periods.front().first),
        last_(terms_.end ? terms_.end->value
                         : request.contract->end.value_or(request.periods.back().last)) {
    if (request.future == nullptr) return;
    for (const SavingReachedTerms& each : request.future->savings)
      if (each.innovation.value.value == innovation.id) reached_ = &each.reached;
  }

  /// Months of the period at full effect: each month counts for the share that is reached in it.
  Ratio months(const LedgerPeriod& period, Date last) const {
    const Date from = std::max(period.first, first_);
    const Date until = std::min({period.last, last_, last});
    Ratio months(0);
    for (int k = 0;; ++k) {
      const Date begin = shift(first_, {1, Unit::month}, k);
      const Date end = shift(first_, {1, Unit::month}, k + 1).plus_days(-1);
      if (begin > until) return months;
      const Date a = std::max(begin, from);
      const Date b = std::min(end, until);
      if (a <= b) months = months + months_between(a, b) * share(k, begin);
    }
  }

  Date first() const { return first_; }

 private:
  Ratio share(int month, Date begin) const {
    if (reached_ != nullptr && !reached_->empty()) {
      const auto at = static_cast<std::size_t>(month);
      return at < reached_->size() ? (*reached_)[at].value.as_fraction() : Ratio(1);
    }
    return Ratio(terms_.ramp_up && begin < first_ + terms_.ramp_up->value ? 0 : 1);
  }

  const LedgerRequest& request_;
  const InnovationTerms& terms_;
  Date first_;
  Date last_;
  const std::vector<Stated<Percent>>* reached_ = nullptr;
};

NodeId saving_node(Worksheet& sheet, const InnovationTerms& terms, const Ratio& months) {
  const Stated<Decimal>& saving = terms.saving_per_year->cautious;
  const NodeId a_year = sheet.given(
      Ratio(saving.value), {"saving a year", "besparing per jaar"},
      from_contract({"saving_per_year", "saving_per_year"}, saving.where.value_or(terms.span)));
  const NodeId count = sheet.given(months, {"months at full effect", "maanden met volle werking"},
                                   from_contract({"start, end and what is reached of it",
                                                  "begin, einde en wat ervan is bereikt"},
                                                 terms.span),
                                   Form::plain);
  const NodeId a_month = sheet.div(a_year, sheet.constant(Decimal(12, 0)));
  return sheet.mul(a_month, count, {"saved in this period", "bespaard in deze periode"});
}

void add_investment(const LedgerRequest& request, RowRecipes& rows,
                    const NamedTable<InnovationTerms>& innovation, Date start) {
  const InnovationTerms& terms = innovation.terms;
  if (!terms.investment || !terms.paid_by || terms.paid_by->value != Side::customer) return;
  add_row(request, rows,
          {LedgerKind::investment, innovation.id, same(terms.what.value), Side::customer, {}, {}},
          "investment", [&request, &terms, start](Worksheet& sheet, std::size_t i) {
            if (start < request.periods[i].first || start > request.periods[i].last) return no_node;
            return sheet.given(Ratio(terms.investment->value),
                               {"paid once, at the start", "eenmalig, bij het begin"},
                               from_contract({"investment", "investment"},
                                             terms.investment->where.value_or(terms.span)));
          });
}

/// Rate of VAT on a day, and where it comes from.
struct VatOnDay {
  Outcome<Ratio> rate;
  InputSource source;
};

/// Facts that come with the program; sources of inputs point into them.
const Law& statutory_facts() {
  static const Law law = shipped_law();
  return law;
}

/// The last row that began by a day: what comes after its last day is assumed to go on.
const InterestRate* last_rate(const Contract& contract, Date day) {
  const InterestRate* found = nullptr;
  for (const VatRule& rule : statutory_facts().vat) {
    if (rule.jurisdiction != contract.jurisdiction) continue;
    for (const InterestRate& rate : rule.rates)
      if (rate.from <= day && (found == nullptr || found->from < rate.from)) found = &rate;
  }
  return found;
}

VatOnDay vat_on(const Contract& contract, Date day) {
  if (const auto& stated = contract.terms.contract.vat_rate)
    return {stated->value.as_fraction(),
            from_contract({"vat_rate", "vat_rate"},
                          stated->where.value_or(contract.terms.contract.span))};
  InputSource source{.kind = InputSource::Kind::given,
                     .text = {},
                     .figure = {},
                     .where = {},
                     .address = {},
                     .fixity = Fixity::fixed};
  const Outcome<const InterestRate*> found = statutory_facts().vat_of(contract, day);
  const InterestRate* rate = found ? *found : last_rate(contract, day);
  if (rate == nullptr) return {found.why(), source};
  source.where = rate->where;
  source.text = {
      "general rate of " + contract.jurisdiction + " since " + date_text(rate->from, Language::en),
      "algemeen tarief van " + contract.jurisdiction + " sinds " +
          date_text(rate->from, Language::nl)};
  if (found) return {rate->percent.as_fraction(), source};
  source.kind = InputSource::Kind::projected;
  source.fixity = Fixity::projected;
  source.text.en += ", assumed to go on";
  source.text.nl += ", dat naar verwachting blijft";
  return {rate->percent.as_fraction(), source};
}

/// What is paid in a period, less what is paid back: the amounts of the rows as inputs.
NodeId paid_node(Worksheet& sheet, const Ledger& ledger, std::size_t period) {
  std::vector<NodeId> paid;
  for (const LedgerRow& row : ledger.rows) {
    const bool back = row.kind == LedgerKind::refund;
    if (!back && !is_paid(row.kind)) continue;
    if (row.cells[period].nothing) continue;
    const NodeId amount = cell_node(sheet, row, period, ledger);
    paid.push_back(back ? sheet.sub(sheet.constant(Decimal(0, 0)), amount) : amount);
  }
  if (paid.empty()) return no_node;
  return sheet.sum(paid, {"paid in this period", "betaald in deze periode"});
}

}  // namespace

void add_savings(const LedgerRequest& request, RowRecipes& rows) {
  if (!request.innovation) return;
  const auto* found = request.contract->terms.innovation.find(*request.innovation);
  if (found == nullptr) return;
  const InnovationTerms& terms = found->terms;
  const CustomerSaving saving(request, *found);
  add_investment(request, rows, *found, saving.first());
  const bool customers = terms.lowers_costs_of && terms.lowers_costs_of->value == Side::customer;
  if (!customers || !terms.saving_per_year) return;
  const auto in_period = [&request, &terms, saving](Worksheet& sheet, std::size_t i, Date last) {
    const Ratio months = saving.months(request.periods[i], last);
    return months.is_zero() ? no_node : saving_node(sheet, terms, months);
  };
  const Date end = request.periods.back().last;
  add_row(request, rows,
          {LedgerKind::saving, found->id, same(terms.what.value), Side::customer, {}, {}}, "saving",
          [in_period, end](Worksheet& sheet, std::size_t i) {
            const NodeId saved = in_period(sheet, i, end);
            if (saved == no_node) return no_node;
            return sheet.sub(sheet.constant(Decimal(0, 0)), saved);
          });
  if (!terms.share_to_supplier) return;
  const Date shared_until =
      terms.sharing_for ? (saving.first() + terms.sharing_for->value).plus_days(-1) : end;
  add_row(request, rows,
          {LedgerKind::shared_saving, found->id, same(terms.what.value), Side::customer, {}, {}},
          "shared-saving", [in_period, shared_until, &terms](Worksheet& sheet, std::size_t i) {
            const NodeId saved = in_period(sheet, i, shared_until);
            if (saved == no_node) return no_node;
            return sheet.mul(
                saved,
                given_percent(sheet, *terms.share_to_supplier,
                              {"share of the supplier", "deel van de leverancier"},
                              from_contract({"share_to_supplier", "share_to_supplier"},
                                            terms.share_to_supplier->where.value_or(terms.span))));
          });
}

void add_vat(const LedgerRequest& request, const Ledger& ledger, RowRecipes& rows) {
  const Contract& contract = *request.contract;
  const auto& own = contract.terms.contract.vat_deductible;
  const std::optional<Stated<Percent>>& deductible = own ? own : request.vat_deductible;
  if (!deductible) return;
  const bool held = contract.vat == Vat::included;
  const Ratio deducted = deductible->value.as_fraction();
  if (deducted.is_zero() && held) return;  // it is all in the price
  if (deducted == Ratio(1) && !held) return;
  const Phrase remark =
      held ? Phrase{"the prices hold VAT; what is deducted of it is taken off",
                    "de prijzen zijn met btw; wat daarvan wordt afgetrokken, gaat eraf"}
           : Phrase{};
  add_row(request, rows,
          {LedgerKind::vat, "vat", words(LedgerKind::vat), Side::customer, remark, {}}, "vat",
          [&request, &contract, &ledger, &deductible, held](Worksheet& sheet, std::size_t i) {
            const NodeId paid = paid_node(sheet, ledger, i);
            if (paid == no_node) return no_node;
            const VatOnDay vat = vat_on(contract, request.periods[i].first);
            const NodeId rate =
                sheet.given(vat.rate, {"rate of VAT", "btw-tarief"}, vat.source, Form::percent);
            const NodeId share = given_percent(
                sheet, *deductible, {"share that is deducted", "deel dat wordt afgetrokken"},
                from_contract({"vat_deductible", "vat_deductible"},
                              deductible->where.value_or(contract.terms.contract.span)));
            const NodeId one = sheet.constant(Decimal(1, 0));
            if (!held)
              return sheet.mul(sheet.mul(paid, rate, {"VAT on it", "btw daarover"}),
                               sheet.sub(one, share));
            const NodeId in_it =
                sheet.div(sheet.mul(paid, rate), sheet.add(one, rate), {"VAT in it", "btw daarin"});
            return sheet.sub(sheet.constant(Decimal(0, 0)), sheet.mul(in_it, share));
          });
}

}  // namespace pricetalk
