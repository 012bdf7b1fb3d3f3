#include <memory>
#include <pricetalk/contract/contract.hpp>

/// Reads a contract through the installed headers and library, TOML parser and all.
int main() {
  const auto source = std::make_shared<const pricetalk::SourceText>("a.toml", R"(schema = 1
[contract]
id = "a"
currency = "EUR"
start = 2025-01-01
[price.p]
unit_price = 100.00
price_date = 2025-01-01
)");
  const auto contract = pricetalk::read_contract(source);
  return contract.ok() && contract.value->find_line("p") != nullptr ? 0 : 1;
}
