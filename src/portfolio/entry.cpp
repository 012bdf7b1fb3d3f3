#include "portfolio/entry.hpp"

#include "portfolio/amount_course.hpp"
#include "portfolio/line_group.hpp"
#include "simulation/beside.hpp"

namespace pricetalk {

TakenApart::TakenApart(const Contract& contract, const std::string& path, std::string figures) {
  made_.path = path;
  made_.title = contract.title;
  if (contract.terms.contract.tags) made_.tags = contract.terms.contract.tags->value.values;
  made_.names = ContractNames::of(contract);
  made_.language = contract.language();
  made_.currency = contract.currency;
  made_.vat = contract.vat;
  made_.decimals = ledger_decimals(contract);
  made_.figures = std::move(figures);
  made_.costs_beside = contract.terms.contract.vat_deductible.has_value();
  made_.market_level = !contract.terms.price_level.empty();
  made_.hinges = Hinges::of(contract);
  take_names(contract);
  take_lines(contract);
  if (made_.unpriced.empty()) return;
  made_.lines.clear();
  contents_.clear();
}

void TakenApart::take_names(const Contract& contract) {
  for (const auto& order : contract.terms.contract.orders) made_.orders.push_back(order.value);
  const auto& parties = contract.terms.parties;
  if (!parties) return;
  const auto named = [](const std::optional<PartyTerms>& party) {
    std::optional<PartyEntry> made;
    if (!party) return made;
    made.emplace().name = party->name.value;
    for (const auto& id : party->id) made->ids.push_back(id.value);
    return made;
  };
  made_.supplier = named(parties->supplier);
  made_.customer = named(parties->customer);
}

/// The lines, until one has no columns even for its price.
void TakenApart::take_lines(const Contract& contract) {
  const std::optional<std::string> frame = frame_of(contract);
  if (frame) frame_ = *frame;
  for (const Line& line : contract.lines) {
    Content content = content_of(contract, line, frame, made_.figures);
    if (content.unpriced.empty() && !fits_columns(line))
      content.unpriced = {"numbers of very many digits", "getallen met heel veel cijfers"};
    made_.unpriced = content.unpriced;
    if (made_.by_itself.empty())
      made_.by_itself = content.by_itself.empty() ? content.unpriced : content.by_itself;
    if (!made_.unpriced.empty()) return;
    made_.lines.push_back(
        {line.id,
         line.title,
         line.aliases,
         {},
         {},
         {},
         line.prices.front().original.value,
         line.quantity ? numbers_of(line.quantity->value) : std::vector<Decimal>{}});
    contents_.push_back(std::move(content));
  }
}

PortfolioEntry TakenApart::entry(SharedTexts& texts, const Library& library) && {
  made_.names.follow(library);
  made_.hinges.keep_going_on(library);
  made_.frame = texts.of(std::move(frame_));
  for (std::size_t i = 0; i < contents_.size(); ++i) {
    made_.lines[i].prices = texts.of(std::move(contents_[i].prices));
    made_.lines[i].amounts = texts.of(std::move(contents_[i].amounts));
    made_.lines[i].names = texts.of(std::move(contents_[i].names));
  }
  return std::move(made_);
}

}  // namespace pricetalk
