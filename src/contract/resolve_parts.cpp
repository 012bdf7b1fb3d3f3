#include "contract/resolve_parts.hpp"

#include <algorithm>
#include <utility>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

std::optional<std::size_t> Line::part_of(std::size_t clause) const {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.clause == clause; });
  if (found == parts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - parts.begin());
}

namespace {

void check_shares(const PriceTerms& terms, Diagnostics& diagnostics) {
  Ratio total(0);
  for (const PartTerms& part : terms.parts) {
    if (!part.share.where) return;  // reported as missing
    const Ratio share = part.share.value.as_fraction();
    if (share.sign() <= 0)
      diagnostics.error("C0411", *part.share.where,
                        {"a part is more than nothing", "een deel is meer dan niets"},
                        {"write its share of the price, for example \"15%\"",
                         "schrijf het aandeel in de prijs, bijvoorbeeld \"15%\""});
    total = total + share;
  }
  if (total == Ratio(1)) return;
  const auto text = [&](Language language) { return percent_text(total, 2, language); };
  diagnostics.error(
      "C0411", *terms.parts.back().share.where,
      {"the shares of the parts do not add up to 100%",
       "de aandelen van de delen zijn samen geen 100%"},
      {"together they are " + text(Language::en) +
           "; what is fixed is a part as well, without a clause",
       "samen zijn ze " + text(Language::nl) + "; wat vast is, is ook een deel, zonder clausule"});
}

void check_names(const PriceTerms& terms, Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < terms.parts.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const auto& name = terms.parts[i].name;
      const auto& other = terms.parts[k].name;
      if (!name.where || !other.where || name.value != other.value) continue;
      diagnostics.add({.severity = Severity::error,
                       .code = "C0413",
                       .span = *name.where,
                       .title = {"two parts have the name '" + name.value + "'",
                                 "twee delen hebben de naam '" + name.value + "'"},
                       .hint = {"name each as on the invoice", "noem elk deel zoals op de factuur"},
                       .context = {{*other.where, {"the other one", "het andere"}}},
                       .clause = {}});
    }
}

void check_rate(const PartTerms& part, Diagnostics& diagnostics) {
  if (part.currency && !part.rate)
    diagnostics.error("C0414", *part.currency->where,
                      {"a part in another currency needs the rate",
                       "een deel in een andere munt heeft de koers nodig"},
                      {"add the units of it per unit of the contract's currency, for example rate "
                       "= 1.0842",
                       "voeg toe hoeveel ervan in één eenheid van de contractmunt gaan, "
                       "bijvoorbeeld rate = 1.0842"});
  if (part.rate && !part.currency)
    diagnostics.error("C0414", *part.rate->where,
                      {"a rate needs the currency that it leads to",
                       "bij een koers hoort de munt waar hij naartoe rekent"},
                      {"add currency, for example currency = \"USD\"",
                       "voeg currency toe, bijvoorbeeld currency = \"USD\""});
  if (part.rate && Ratio(part.rate->value).sign() <= 0)
    diagnostics.error("C0414", *part.rate->where,
                      {"a rate is more than zero", "een koers is meer dan nul"},
                      {"write for example rate = 1.0842", "schrijf bijvoorbeeld rate = 1.0842"});
}

}  // namespace

std::vector<Part> resolve_parts(const PriceTerms& terms, const Currency& contract,
                                Diagnostics& diagnostics) {
  std::vector<Part> made;
  if (terms.parts.empty()) return made;
  check_shares(terms, diagnostics);
  check_names(terms, diagnostics);
  for (const PartTerms& part : terms.parts) {
    check_rate(part, diagnostics);
    std::vector<std::string> aliases;
    for (const auto& alias : part.alias) aliases.push_back(alias.value);
    made.push_back({part.name.value, std::move(aliases), part.share.value,
                    part.share.where.value_or(part.span), std::nullopt,
                    part.currency ? part.currency->value : contract, part.rate, part.span});
  }
  return made;
}

}  // namespace pricetalk
