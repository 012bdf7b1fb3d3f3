#include <algorithm>
#include <iterator>
#include <utility>

#include "audit/bulk_state.hpp"
#include "audit/credit_place.hpp"
#include "audit/party.hpp"

// What the rows of a folder came to, contract by contract.
namespace pricetalk {

namespace {

Figure nothing(const Contract& contract, const char* what) {
  return {Money{Decimal(0, contract.currency.minor_decimals()), contract.currency},
          {contract.id + "/audit/" + what},
          Fixity::fixed};
}

}  // namespace

bool BulkAudit::over() const {
  return std::any_of(contracts.begin(), contracts.end(),
                     [](const BulkResult& each) { return !amount_of(each.totals.over).is_zero(); });
}

bool BulkAudit::needs_attention() const {
  const std::size_t open = counts.asked + counts.undetermined;
  return counts.matched <= open ||
         counts.asked + counts.vat_asked + counts.unmatched + counts.unplaced > 0 ||
         std::any_of(contracts.begin(), contracts.end(), [](const BulkResult& each) {
           return each.totals.differs() || !each.twice.empty() || any_asked(each.gaps);
         });
}

std::vector<const BulkResult*> by_difference(const BulkAudit& audit) {
  std::vector<const BulkResult*> made;
  for (const BulkResult& each : audit.contracts)
    if (each.totals.differs()) made.push_back(&each);
  const auto size = [](const BulkResult* each) {
    return std::max(amount_of(each->totals.over), amount_of(each->totals.under));
  };
  std::stable_sort(made.begin(), made.end(),
                   [&](const auto* a, const auto* b) { return size(a) > size(b); });
  return made;
}

std::uint64_t print_of(std::string_view text) {
  Fingerprint made;
  made.add(text);
  return made.low();
}

/// Each invoice of a contract once, by its fingerprint.
void BulkAuditor::State::sort_invoices() {
  std::sort(invoices.begin(), invoices.end(), [](const Invoice& a, const Invoice& b) {
    return std::pair(a.print, a.contract) < std::pair(b.print, b.contract);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < invoices.size(); ++i) {
    const Invoice each = invoices[i];
    if (kept == 0 || invoices[kept - 1].print != each.print ||
        invoices[kept - 1].contract != each.contract) {
      invoices[kept++] = each;
      continue;
    }
    Invoice& same = invoices[kept - 1];
    same.charges = same.charges || each.charges;
    same.total = same.total == unknown || each.total == unknown ? unknown : same.total + each.total;
  }
  invoices.resize(kept);
}

/// REQUIRES: they are sorted.
bool BulkAuditor::State::charges(const std::string& invoice) const {
  const std::uint64_t print = print_of(invoice);
  auto at = std::lower_bound(invoices.begin(), invoices.end(), print,
                             [](const Invoice& a, std::uint64_t b) { return a.print < b; });
  for (; at != invoices.end() && at->print == print; ++at)
    if (at->charges) return true;
  return false;
}

/// What an invoice comes to for a contract; nothing where there is none. REQUIRES: they are sorted.
std::optional<Ratio> BulkAuditor::State::total_of(const std::string& invoice,
                                                  std::uint32_t contract) const {
  const std::pair wanted(print_of(invoice), contract);
  const auto at = std::lower_bound(
      invoices.begin(), invoices.end(), wanted,
      [](const Invoice& a, const auto& b) { return std::pair(a.print, a.contract) < b; });
  if (at == invoices.end() || std::pair(at->print, at->contract) != wanted || at->total == unknown)
    return std::nullopt;
  return Ratio(Decimal(at->total, 4));
}

/// Rows below zero of no contract, to the contracts of the invoices that they take back whole.
void BulkAuditor::State::offer_taken_back() {
  for (const auto& [number, taken_off] : below_zero) {
    const std::uint64_t print = print_of(number);
    auto at = std::lower_bound(invoices.begin(), invoices.end(), print,
                               [](const Invoice& a, std::uint64_t b) { return a.print < b; });
    for (; at != invoices.end() && at->print == print; ++at) {
      if (at->contract == no_contract || of[at->contract].watch == nullptr) continue;
      const auto total = total_of(number, at->contract);
      for (const InvoiceLine& row : taken_off)
        if (total && Ratio(0) - Ratio(row.amount) == *total)
          of[at->contract].watch->below_zero().take_back_whole(number);
    }
  }
}

/// Credits of no contract that stand on no invoice that charges anything, and name none.
std::vector<InvoiceLine> BulkAuditor::State::loose_of_none() const {
  std::vector<InvoiceLine> loose;
  for (const InvoiceLine& row : below_zero_of_none) {
    const std::vector<std::string> named = named_invoices(row);
    if (!charges(row.invoice) &&
        std::none_of(named.begin(), named.end(),
                     [&](const std::string& number) { return charges(number); }))
      loose.push_back(row);
  }
  return loose;
}

/// Those of a contract are its own, and those of none that may be its.
void BulkAuditor::State::tell_loose(std::size_t contract, const std::vector<InvoiceLine>& of_none) {
  BelowZero& below = of[contract].watch->below_zero();
  below.tell_loose([&](const std::string& number) { return charges(number); });
  const Contract& meant = *contracts[contract].contract;
  for (const InvoiceLine& row : of_none)
    if (!row.head || (!for_another(meant, *row.head) &&
                      row.head->currency.value_or(meant.currency) == meant.currency))
      below.add_loose(row);
}

BulkAudit BulkAuditor::finish(const Corrections& corrections) && {
  State& state = *state_;
  state.take_block();
  state.put_repeats_aside();
  state.sort_invoices();
  state.offer_taken_back();
  const std::vector<InvoiceLine> loose = state.loose_of_none();
  BulkAudit made = std::move(state.made);
  for (ListedRows& each : state.not_judged)
    std::move(each.rows().begin(), each.rows().end(), std::back_inserter(made.listed));
  for (std::size_t i = 0; i < state.contracts.size(); ++i) {
    const Contract& contract = *state.contracts[i].contract;
    State::Of& own = state.of[i];
    BulkResult result;
    result.contract = i;
    result.counts = own.counts;
    result.charged = own.charged.value(contract.currency.minor_decimals());
    result.unmatched = own.unmatched.value(contract.currency.minor_decimals());
    result.totals = {nothing(contract, "over"), nothing(contract, "under"),
                     nothing(contract, "over-vat"), nothing(contract, "under-vat")};
    result.charged_twice = nothing(contract, "charged-twice");
    if (own.watch != nullptr) {
      own.watch->offer(state.below_zero);
      own.watch->mark(corrections);
      if (!state.not_recognised.empty())
        state.not_recognised.ask(i, contract, own.watch->services());
      state.tell_loose(i, loose);
      own.watch->below_zero().find_taken_back([&](const std::string& number) {
        return state.total_of(number, static_cast<std::uint32_t>(i));
      });
      ContractWatch::Judged judged = own.watch->judge();
      result.counts.kept = judged.kept;
      if (judged.kept > 0 && !judged.unread) result.totals = judged.totals;
      result.twice = std::move(judged.twice);
      result.gaps = std::move(judged.gaps);
      result.quantities_compared = judged.quantities_compared;
      if (!judged.unread) result.charged_twice = judged.charged_twice;
      if (!judged.turned.is_zero()) {
        MoneySums& total = state.sums_of(contract.currency);
        for (MoneySum* sum : {&total.charged, &total.matched, &own.charged})
          sum->add(judged.turned);
        result.charged = own.charged.value(contract.currency.minor_decimals());
      }
      result.since = judged.since;
      result.vat_readings = std::move(judged.vat_readings);
      for (BelowZero::Loose& each : judged.loose)
        if (each.of_contract) result.loose.push_back(std::move(each));
      for (std::size_t k = 0; k < judged.offending.size(); ++k) {
        OffendingRow& row = judged.offending[k];
        row.place = state.place_text(judged.lines[k]);
        result.counts.offending +=
            row.kind == Offence::over || row.kind == Offence::under ? 1U : 0U;
        result.counts.undetermined += row.kind == Offence::undetermined ? 1U : 0U;
        result.counts.asked += row.kind == Offence::question && !row.only_vat ? 1U : 0U;
        result.counts.vat_asked += row.only_vat ? 1U : 0U;
        made.offending.push_back(std::move(row));
      }
      own.watch.reset();
    }
    made.counts.kept += result.counts.kept;
    made.counts.offending += result.counts.offending;
    made.counts.undetermined += result.counts.undetermined;
    made.counts.asked += result.counts.asked;
    made.counts.vat_asked += result.counts.vat_asked;
    made.contracts.push_back(std::move(result));
  }
  std::move(state.not_recognised).tell(made.listed);
  if (made.over())
    for (const InvoiceLine& row : loose)
      made.loose.push_back({row.invoice, row.date, Ratio(0) - Ratio(row.amount), false,
                            row.head ? row.head->currency : std::nullopt});
  const auto by_order = [](const OffendingRow& a, const OffendingRow& b) {
    return a.order < b.order;
  };
  std::stable_sort(made.offending.begin(), made.offending.end(), by_order);
  std::stable_sort(made.listed.begin(), made.listed.end(), by_order);
  for (const auto& [code, each] : state.sums)
    made.sums.push_back({code, each.charged.value(each.decimals), each.matched.value(each.decimals),
                         each.unmatched.value(each.decimals), each.elsewhere.value(each.decimals),
                         each.aside.value(each.decimals)});
  return made;
}

}  // namespace pricetalk
