#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// The names of a contract's lines, made ready once; remembers what it has looked up, because the
/// rows of a long file name the same few things.
class Matcher {
 public:
  /// The contract outlives this.
  explicit Matcher(const Contract& contract);
  /// Good until the next call.
  const Match& match(const InvoiceLine& row);

 private:
  struct PartName {
    std::string folded;
    const Line* line;
    std::string part;
  };

  Match found(const InvoiceLine& row) const;
  Match by_names(const std::vector<std::string_view>& names) const;
  Match by_part(const std::vector<std::string_view>& names) const;
  Match by_likeness(const std::vector<std::string_view>& names) const;
  std::string part_of(const Line& line, std::string_view name) const;

  const Contract& contract_;
  /// Of a contract with few lines: the answer to each id, which is what most rows name.
  std::vector<std::pair<std::string, Match>> ids_;
  std::vector<PartName> parts_;
  std::unordered_map<std::string, Match> known_;
};

}  // namespace pricetalk
