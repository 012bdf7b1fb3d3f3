#include "audit/offending.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace pricetalk {

namespace {

OffendingRow as_charged(const Contract& contract, const InvoiceLine& row) {
  OffendingRow made;
  made.contract = contract.id;
  made.invoice = row.invoice;
  made.date = row.date;
  made.name = row.line;
  made.part = row.part;
  made.from = row.from;
  made.to = row.to;
  made.quantity = row.quantity;
  made.unit_price = row.unit_price;
  made.amount = row.amount;
  const Currency currency =
      row.head && row.head->currency ? *row.head->currency : contract.currency;
  made.currency = currency.code();
  made.place = row.where.place();
  return made;
}

}  // namespace

std::string_view word(Offence kind) {
  static constexpr std::array<std::string_view, 7> table = {
      "over", "under", "credit", "undetermined", "unmatched", "aside", "question"};
  return table[static_cast<std::size_t>(kind)];
}

std::optional<OffendingRow> offending(const Contract& contract, const AuditedRow& row) {
  OffendingRow made = as_charged(contract, row.charged);
  if (row.line == nullptr) {
    made.kind = Offence::unmatched;
    made.reason = {"no price line of the contract", "geen prijsregel van het contract"};
    if (!row.question.empty()) {
      made.reason = row.question;
      made.at_stake = row.charged.amount;
    }
    return made;
  }
  made.line = row.line->id;
  for (const InvoiceLine& part : row.parts) {
    const std::string& name = part.part.empty() ? part.line : part.part;
    made.part += (made.part.empty() ? "" : "+") + name;
  }
  if (!row.parts.empty()) made.place = row.parts.front().where.place();
  if (row.allowed_price && *row.allowed_price)
    made.allowed_price = as_decimal(row.allowed_price->value(), 2);
  if (!row.difference) {
    made.kind = row.question.empty() ? Offence::undetermined : Offence::question;
    if (row.at_stake) made.at_stake = amount_of(*row.at_stake);
    made.at_stake_if_not = row.at_stake_if_not;
    made.reason = row.difference.why().reasons().front().text;
    return made;
  }
  made.allowed = amount_of(*row.allowed);
  made.difference = amount_of(*row.difference);
  if (row.vat && *row.vat) made.vat_difference = amount_of(**row.vat);
  const bool vat = made.vat_difference && !made.vat_difference->is_zero();
  if (made.difference->is_zero() && !vat) return std::nullopt;
  const Decimal& sign = made.difference->is_zero() ? *made.vat_difference : *made.difference;
  made.reason = row.outside;
  made.kind = row.charged.kind == InvoiceKind::credit ? Offence::credit
              : sign.is_negative()                    ? Offence::under
                                                      : Offence::over;
  return made;
}

OffendingRow vat_asked(const Contract& contract, const Line& line, const InvoiceLine& row,
                       const Phrase& question, const Ratio& at_stake) {
  OffendingRow made = as_charged(contract, row);
  made.line = line.id;
  made.kind = Offence::question;
  made.only_vat = true;
  if (!at_stake.is_zero()) made.at_stake = as_decimal(at_stake, contract.currency.minor_decimals());
  made.reason = question;
  return made;
}

std::vector<OffendingRow> offences(const Contract& contract, const AuditedRow& row) {
  std::vector<OffendingRow> made;
  if (auto found = offending(contract, row)) made.push_back(std::move(*found));
  if (!row.vat_question.empty())
    made.push_back(vat_asked(contract, *row.line, row.charged, row.vat_question,
                             row.vat_at_stake ? Ratio(amount_of(*row.vat_at_stake)) : Ratio(0)));
  return made;
}

OffendingRow offending(const Contract& contract, const AsideRow& row) {
  OffendingRow made = as_charged(contract, row.charged);
  made.kind = Offence::aside;
  made.reason = row.reason;
  if (row.why == Aside::another_currency) {
    const std::string own(contract.currency.code());
    made.reason = {"in " + made.currency + ", the contract in " + own,
                   "in " + made.currency + ", het contract in " + own};
  }
  if (row.why == Aside::another_contract) made.contract.clear();
  return made;
}

std::vector<OffendingRow> offending_rows(const Contract& contract, const Audit& audit,
                                         const std::vector<InvoiceLine>& invoices) {
  // The files in their order; within one, the place tells.
  std::unordered_map<const SourceText*, std::uint64_t> files;
  for (const InvoiceLine& row : invoices) files.emplace(row.where.source, files.size());
  const auto order = [&](const Span& where) {
    return (files[where.source] << 32U) | std::uint64_t{where.begin};
  };
  std::vector<OffendingRow> made;
  for (const AuditedRow& row : audit.rows) {
    for (OffendingRow& found : offences(contract, row)) {
      found.order = order(row.parts.empty() ? row.charged.where : row.parts.front().where);
      made.push_back(std::move(found));
    }
  }
  for (const AsideRow& row : audit.aside) {
    made.push_back(offending(contract, row));
    made.back().order = order(row.charged.where);
  }
  std::stable_sort(made.begin(), made.end(),
                   [](const auto& a, const auto& b) { return a.order < b.order; });
  return made;
}

}  // namespace pricetalk
