#include "lint/figure_behind.hpp"

namespace pricetalk {

const PublishedFigure* figure_behind(const PriceEntry& entry, const std::string& symbol) {
  const auto& inputs = entry.why.calculation->inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (inputs[i].symbol.substr(0, inputs[i].symbol.find_first_of("*[")) == symbol &&
        entry.why.inputs[i].figure)
      return &*entry.why.inputs[i].figure;
  return nullptr;
}

}  // namespace pricetalk
