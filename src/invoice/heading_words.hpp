#pragma once

#include <string_view>

#include "invoice/heading.hpp"

namespace pricetalk::invoices {

/// What a heading of a bookkeeping program stands for.
struct Heading {
  std::string_view folded;
  Column column;
  bool gives_way = false;  ///< to any other heading of that column: it has other meanings as well
};

/// The column of a folded heading in Dutch, English, German or French; nothing: not known.
const Heading* heading_of(std::string_view folded);

}  // namespace pricetalk::invoices
