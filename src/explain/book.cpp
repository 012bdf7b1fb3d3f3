#include "explain/book.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace pricetalk {

Outcome<Figure> Book::figure(NodeId node, std::string address, Fixity fixity, Phrase what) {
  const Outcome<Ratio> value = sheet_.value(node);
  taken_.push_back({{address}, std::move(what), nullptr, node});
  if (!value) return value.why();
  const Currency currency = sheet_.currency();
  return Figure{
      Money{as_decimal(*value, currency.minor_decimals()), currency}, {std::move(address)}, fixity};
}

Figure Book::known_figure(NodeId node, std::string address, Fixity fixity, Phrase what) {
  Outcome<Figure> made = figure(node, std::move(address), fixity, std::move(what));
  if (!made) throw Overflow();
  return *made;
}

NodeId Book::sum(const std::vector<NodeId>& operands, Phrase label) {
  if (!operands.empty()) return sheet_.sum(operands, std::move(label));
  return sheet_.add(zero(), zero(), std::move(label));
}

void Book::close(std::vector<Evidence>& evidence) && {
  const auto derivation = std::make_shared<const Derivation>(sheet_.derivation());
  for (Evidence& each : taken_) {
    each.derivation = derivation;
    evidence.push_back(std::move(each));
  }
}

const Evidence* find(const std::vector<Evidence>& evidence, const Address& address) {
  const auto found = std::find_if(evidence.begin(), evidence.end(),
                                  [&](const Evidence& each) { return each.address == address; });
  return found == evidence.end() ? nullptr : &*found;
}

}  // namespace pricetalk
