#pragma once

#include <string>
#include <string_view>

namespace pricetalk {

/// The name of a company and its legal form, each folded: "Stijgpunt Liften B.V." is
/// "stijgpuntliften" and "bv".
struct SupplierName {
  std::string name;
  std::string form;  ///< empty: none is written
};

SupplierName supplier_name(std::string_view text);

}  // namespace pricetalk
