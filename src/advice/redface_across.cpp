#include "advice/newer_customers.hpp"
#include "advice/redface_rules.hpp"

namespace pricetalk {

std::vector<FindingIn> loyal_customer_pays_more(std::span<const Dossier> dossiers,
                                                const RedFaceThresholds& t) {
  std::vector<FindingIn> made;
  const NewerCustomers customers(dossiers, t);
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const Dossier& d = dossiers[i];
    for (const Line& line : d.contract->lines) {
      const auto own = paid_on(d, line, d.today);
      const auto found = own ? customers.cheapest(i, line) : std::nullopt;
      if (!found) continue;
      const Ratio low = *found->price.price;
      if (*own->price <= low || *own->price - low < low * t.loyal_price.value.as_fraction())
        continue;
      const Contract& other = *found->dossier->contract;
      Gap difference =
          gap_to_paid(d, line, found->price, Than::paid_is_more, "loyal-customer-pays-more");
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
