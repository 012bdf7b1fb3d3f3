#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "advice/compared_across.hpp"
#include "advice/price_gap.hpp"
#include "advice/redface_rules.hpp"
#include "pricetalk/explain/format.hpp"

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

/// Of the newer customers the one who pays least for the same thing.
struct Cheaper {
  const Dossier* dossier = nullptr;
  Amount price;
};

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

std::vector<FindingIn> loyal_customer_pays_more(std::span<const Dossier> dossiers,
                                                const RedFaceThresholds& t) {
  std::vector<FindingIn> made;
  std::map<std::string, std::vector<std::size_t>> sellers;
  for (std::size_t i = 0; i < dossiers.size(); ++i)
    for (const Line& line : dossiers[i].contract->lines)
      for (std::string& name : names_of(*dossiers[i].contract, line))
        sellers[std::move(name)].push_back(i);
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const Dossier& d = dossiers[i];
    for (const Line& line : d.contract->lines) {
      const auto own = paid_on(d, line, d.today);
      if (!own) continue;
      Cheaper found;
      std::set<std::size_t> others;
      for (const std::string& name : names_of(*d.contract, line))
        others.insert(sellers.at(name).begin(), sellers.at(name).end());
      for (const std::size_t at : others) {
        const Dossier& other = dossiers[at];
        if (at == i || !newer(other.contract->customer_since, d.contract->customer_since, t))
          continue;
        for (const Line& each : other.contract->lines) {
          if (!same_thing(d, line, other, each)) continue;
          const auto price = paid_on(other, each, other.today);
          if (price && price->price->sign() > 0 &&
              (found.dossier == nullptr || *price->price < *found.price.price))
            found = {&other, *price};
        }
      }
      if (found.dossier == nullptr) continue;
      const Ratio low = *found.price.price;
      if (*own->price <= low || *own->price - low < low * t.loyal_price.value.as_fraction())
        continue;
      const Contract& other = *found.dossier->contract;
      found.price.label = {"price of a newer customer", "prijs van een nieuwere klant"};
      Gap difference =
          gap_to_paid(d, line, found.price, Than::paid_is_more, "loyal-customer-pays-more");
      Finding finding = about(
          &line, {line.title + ": " + price_text(d, line, *own->price, Language::en) +
                      " for a customer since " + std::to_string(d.contract->customer_since.year()) +
                      ", " + price_text(d, line, low, Language::en) + " for one since " +
                      std::to_string(other.customer_since.year()) + " (" + other.id + ")",
                  line.title + ": " + price_text(d, line, *own->price, Language::nl) +
                      " voor een klant sinds " + std::to_string(d.contract->customer_since.year()) +
                      ", " + price_text(d, line, low, Language::nl) + " voor een klant sinds " +
                      std::to_string(other.customer_since.year()) + " (" + other.id + ")"});
      finding.per_year = difference.per_year;
      finding.evidence = std::move(difference.evidence);
      made.push_back({i, std::move(finding)});
    }
  }
  return made;
}

}  // namespace pricetalk
