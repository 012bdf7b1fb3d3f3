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
  made_.costs_beside =
      !contract.terms.price_level.empty() || contract.terms.contract.vat_deductible.has_value();
  made_.by_itself = take_lines(contract);
  if (made_.by_itself.empty()) return;
  made_.lines.clear();
  contents_.clear();
}

/// Why the lines have no columns; empty: they have.
Phrase TakenApart::take_lines(const Contract& contract) {
  const std::optional<std::string> frame = frame_of(contract);
  if (frame) frame_ = *frame;
  for (const Line& line : contract.lines) {
    Content content = content_of(contract, line, frame, made_.figures);
    if (!content.by_itself.empty()) return content.by_itself;
    if (!fits_columns(line))
      return {"numbers of very many digits", "getallen met heel veel cijfers"};
    contents_.push_back(std::move(content));
    made_.lines.push_back({line.id,
                           line.title,
                           {},
                           {},
                           {},
                           line.prices.front().original.value,
                           numbers_of(line.quantity->value)});
  }
  return {};
}

PortfolioEntry TakenApart::entry(SharedTexts& texts) && {
  made_.frame = texts.of(std::move(frame_));
  for (std::size_t i = 0; i < contents_.size(); ++i) {
    made_.lines[i].prices = texts.of(std::move(contents_[i].prices));
    made_.lines[i].amounts = texts.of(std::move(contents_[i].amounts));
    made_.lines[i].names = texts.of(std::move(contents_[i].names));
  }
  return std::move(made_);
}

}  // namespace pricetalk
