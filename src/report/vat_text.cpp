#include "report/vat_text.hpp"

namespace pricetalk {

std::string vat_text(Vat vat, Language language) {
  return vat == Vat::excluded ? say(language, "without VAT", "zonder btw")
                              : say(language, "with VAT", "met btw");
}

}  // namespace pricetalk
