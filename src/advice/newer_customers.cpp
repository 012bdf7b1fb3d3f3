#include "advice/newer_customers.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pricetalk {

namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// The same thing sold by the same supplier: one unit, and one id, title or alias. Where a contract
/// does not say who sells or in which unit, nobody can tell.
bool same_thing(const Dossier& a, const Line& one, const Dossier& b, const Line& other) {
  if (a.contract->supplier.empty() || one.unit.empty()) return false;
  if (lower(one.unit) != lower(other.unit) || a.contract->currency != b.contract->currency ||
      a.contract->vat != b.contract->vat ||
      lower(a.contract->supplier) != lower(b.contract->supplier))
    return false;
  if (one.id == other.id || lower(one.title) == lower(other.title)) return true;
  return std::any_of(one.aliases.begin(), one.aliases.end(), [&](const std::string& alias) {
    return lower(alias) == lower(other.title) ||
           std::any_of(other.aliases.begin(), other.aliases.end(),
                       [&](const std::string& name) { return lower(name) == lower(alias); });
  });
}

/// The names by which a line may be the same thing as another: two that are share one of them.
std::vector<std::string> names_of(const Contract& contract, const Line& line) {
  const std::string sold = lower(contract.supplier) + '\n' + lower(line.unit) + '\n' +
                           std::string(contract.currency.code()) +
                           (contract.vat == Vat::included ? "+" : "-") + '\n';
  std::vector<std::string> made = {sold + '#' + line.id, sold + lower(line.title)};
  for (const std::string& alias : line.aliases) made.push_back(sold + lower(alias));
  return made;
}

bool newer(Date other, Date than, const RedFaceThresholds& t) {
  return other >= shift(than, {t.loyal_years.value, Unit::year});
}

}  // namespace

std::vector<bool> compared_across(std::span<const Contract* const> contracts,
                                  const RedFaceThresholds& t) {
  std::map<std::string, std::pair<Date, Date>> since;  // the oldest and the newest customer
  for (const Contract* contract : contracts)
    for (const Line& line : contract->lines)
      for (std::string& name : names_of(*contract, line)) {
        const Date day = contract->customer_since;
        auto& [oldest, newest] = since.try_emplace(std::move(name), day, day).first->second;
        oldest = std::min(oldest, day);
        newest = std::max(newest, day);
      }
  const auto compared = [&](const Contract& contract, const Line& line) {
    const std::vector<std::string> names = names_of(contract, line);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      const auto& [oldest, newest] = since.at(name);
      return newer(newest, contract.customer_since, t) || newer(contract.customer_since, oldest, t);
    });
  };
  std::vector<bool> made;
  for (const Contract* contract : contracts)
    made.push_back(std::any_of(contract->lines.begin(), contract->lines.end(),
                               [&](const Line& line) { return compared(*contract, line); }));
  return made;
}

NewerCustomers::NewerCustomers(std::span<const Dossier> dossiers,
                               const RedFaceThresholds& thresholds)
    : dossiers_(dossiers), thresholds_(thresholds) {
  for (std::size_t i = 0; i < dossiers.size(); ++i)
    for (const Line& line : dossiers[i].contract->lines)
      for (std::string& name : names_of(*dossiers[i].contract, line))
        sellers_[std::move(name)].push_back(i);
}

std::optional<NewerCustomer> NewerCustomers::cheapest(std::size_t dossier, const Line& line) const {
  const Dossier& d = dossiers_[dossier];
  std::optional<NewerCustomer> found;
  std::set<std::size_t> others;
  for (const std::string& name : names_of(*d.contract, line))
    others.insert(sellers_.at(name).begin(), sellers_.at(name).end());
  for (const std::size_t at : others) {
    const Dossier& other = dossiers_[at];
    if (at == dossier ||
        !newer(other.contract->customer_since, d.contract->customer_since, thresholds_))
      continue;
    for (const Line& each : other.contract->lines) {
      if (!same_thing(d, line, other, each)) continue;
      const auto price = paid_on(other, each, other.today);
      if (price && price->price->sign() > 0 && (!found || *price->price < *found->price.price))
        found = NewerCustomer{&other, &each, *price};
    }
  }
  if (found) found->price.label = {"price of a newer customer", "prijs van een nieuwere klant"};
  return found;
}

}  // namespace pricetalk
