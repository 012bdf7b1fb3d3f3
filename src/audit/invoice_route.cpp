#include "audit/invoice_route.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "audit/party.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

/// What is remembered of the rows of one run stays small.
constexpr std::size_t enough = 100'000;

std::string heading_text(const InvoiceHead& head) {
  std::string made;
  const auto add = [&](const std::vector<std::string>& all) {
    for (const std::string& each : all) made += each + '\n';
    made += '\t';
  };
  add(head.contracts);
  add(head.orders);
  if (!head.contracts.empty() || !head.orders.empty()) add(head.mentions);
  add(head.supplier.ids);
  add(head.customer.ids);
  add({head.supplier.name, head.customer.name});
  return made;
}

template <class Good>
void prefer(std::vector<std::size_t>& all, Good good) {
  if (std::any_of(all.begin(), all.end(), good))
    std::erase_if(all, [&](std::size_t i) { return !good(i); });
}

bool in_term(const Contract& contract, const InvoiceLine& row) {
  return contract.start <= row.to && (!contract.end || row.from <= *contract.end);
}

}  // namespace

InvoiceRoute::InvoiceRoute(std::vector<const Contract*> contracts)
    : contracts_(std::move(contracts)), matchers_(contracts_.size()) {
  for (std::size_t i = 0; i < contracts_.size(); ++i) {
    everybody_.contracts.push_back(i);
    const auto add = [&](const std::string& reference) {
      const std::string folded = cells::folded(reference);
      if (folded.empty()) return;
      std::vector<std::size_t>& own = by_reference_[folded];
      if (own.empty() || own.back() != i) own.push_back(i);
    };
    add(contracts_[i]->id);
    for (const auto& order : contracts_[i]->terms.contract.orders) add(order.value);
  }
}

Matcher& InvoiceRoute::matcher(std::size_t contract) {
  auto& made = matchers_[contract];
  if (made == nullptr) made = std::make_unique<Matcher>(*contracts_[contract]);
  return *made;
}

InvoiceRoute::Possible InvoiceRoute::of_head(const InvoiceHead& head) const {
  Possible made;
  for (const auto* references : {&head.contracts, &head.orders})
    for (const std::string& each : *references)
      if (const auto known = by_reference_.find(cells::folded(each)); known != by_reference_.end())
        made.contracts.insert(made.contracts.end(), known->second.begin(), known->second.end());
  std::sort(made.contracts.begin(), made.contracts.end());
  made.contracts.erase(std::unique(made.contracts.begin(), made.contracts.end()),
                       made.contracts.end());
  std::erase_if(made.contracts,
                [&](std::size_t i) { return for_another(*contracts_[i], head).has_value(); });
  made.told = !made.contracts.empty();
  if (!made.told) {
    int most = 0;
    for (std::size_t i = 0; i < contracts_.size(); ++i) {
      if (for_another(*contracts_[i], head)) continue;
      const int parties = parties_known(*contracts_[i], head);
      if (parties > most) made.contracts.clear();
      most = std::max(most, parties);
      if (parties == most) made.contracts.push_back(i);
    }
    made.told = most > 0;
  }
  if (made.told && made.contracts.size() == 1) made.single.contract = made.contracts.front();
  return made;
}

const InvoiceRoute::Possible& InvoiceRoute::possible(const InvoiceLine& row) {
  if (!row.head) return everybody_;
  if (const auto known = heads_.find(row.head); known != heads_.end()) return known->second;
  if (headings_.size() >= enough) headings_.clear();
  std::string text = heading_text(*row.head);
  auto known = headings_.find(text);
  if (known == headings_.end())
    known = headings_.emplace(std::move(text), of_head(*row.head)).first;
  // A document has a heading of its own, which is gone with it.
  if (row.head->document) return known->second;
  if (heads_.size() >= enough) forget_heads();
  if (near_.size() < 2 * heads_.size()) near_.assign(std::bit_ceil(4 * heads_.size()), {});
  return heads_.emplace(row.head, known->second).first->second;
}

const InvoiceRoute::Known& InvoiceRoute::known(const InvoiceLine& row) {
  std::string key = row.line;
  for (const std::string& name : row.names) key += '\n' + name;
  key += '\t' + row.part;
  if (const auto found = names_.find(key); found != names_.end()) return found->second;
  if (names_.size() >= enough) names_.clear();
  Known made;
  for (std::size_t i = 0; i < contracts_.size(); ++i) {
    const Match& match = matcher(i).match(row);
    if (match.line != nullptr) made.contracts.emplace_back(i, match.by != MatchedBy::likeness);
  }
  return names_.emplace(std::move(key), std::move(made)).first->second;
}

void InvoiceRoute::choose(const Possible& possible, const InvoiceLine& row) {
  std::vector<std::pair<std::size_t, bool>> named;
  const auto take = [&](std::size_t i) {
    const Match& match = matcher(i).match(row);
    if (match.line != nullptr) named.emplace_back(i, match.by != MatchedBy::likeness);
  };
  constexpr std::size_t few = 16;
  if (possible.contracts.size() <= few) {
    for (const std::size_t i : possible.contracts) take(i);
  } else {
    for (const auto& each : known(row).contracts)
      if (std::binary_search(possible.contracts.begin(), possible.contracts.end(), each.first))
        named.push_back(each);
  }
  std::vector<std::size_t> left;
  for (const auto& [i, surely] : named) left.push_back(i);
  prefer(left, [&](std::size_t i) { return in_term(*contracts_[i], row); });
  prefer(left, [&](std::size_t i) {
    return !row.head || !row.head->currency || *row.head->currency == contracts_[i]->currency;
  });
  prefer(left, [&](std::size_t i) {
    return std::find(named.begin(), named.end(), std::pair(i, true)) != named.end();
  });
  if (left.empty() && possible.told) left = possible.contracts;
  if (left.size() > 1 && row.head)
    prefer(left, [&](std::size_t i) { return mentions(*contracts_[i], *row.head); });
  found_.contract.reset();
  found_.fits.clear();
  if (left.size() == 1)
    found_.contract = left.front();
  else
    found_.fits = std::move(left);
}

InvoiceRoute::Near* InvoiceRoute::near(const InvoiceHead& head) {
  if (near_.empty()) return nullptr;
  const std::uint64_t place = std::hash<const InvoiceHead*>{}(&head) * 0x9E3779B97F4A7C15U;
  return &near_[place >> 32U & (near_.size() - 1)];
}

void InvoiceRoute::forget_heads() {
  heads_.clear();
  near_.clear();
}

const InvoiceRoute::Found& InvoiceRoute::find(const InvoiceLine& row) {
  const Found& made = found(row);
  if (made.contract) {
    if (last_invoice_ != row.invoice) last_invoice_ = row.invoice;
    last_contract_ = *made.contract;
    return made;
  }
  const bool beside =
      row.amount.is_negative() && !row.invoice.empty() && row.invoice == last_invoice_;
  if (!beside || !made.fits.empty()) return made;
  const std::vector<std::size_t>& may = possible(row).contracts;
  if (!std::binary_search(may.begin(), may.end(), last_contract_)) return made;
  found_ = {last_contract_};
  return found_;
}

const InvoiceRoute::Found& InvoiceRoute::found(const InvoiceLine& row) {
  const bool lasts = row.head && !row.head->document;
  if (lasts)
    if (const Near* known = near(*row.head); known != nullptr && known->head == row.head.get()) {
      found_ = {known->contract};
      return found_;
    }
  const Possible& possible = this->possible(row);
  if (possible.single.contract) {
    if (Near* place = lasts ? near(*row.head) : nullptr)
      *place = {row.head.get(), *possible.single.contract};
    return possible.single;
  }
  choose(possible, row);
  return found_;
}

}  // namespace pricetalk
