#include "index/publication/xml_reading.hpp"

#include <algorithm>
#include <utility>

namespace pricetalk::publication {

bool read_xml(const SourceText& source, pugi::xml_document& into, std::string code, Phrase advice,
              Diagnostics& diagnostics) {
  const auto parsed = into.load_buffer(source.bytes().data(), source.bytes().size(),
                                       pugi::parse_default, pugi::encoding_utf8);
  if (parsed) return true;
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const auto at =
      std::min(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), size);
  diagnostics.error(
      std::move(code), {&source, at, std::min(at + 1, size)},
      {"the XML breaks off or is damaged here", "de XML breekt hier af of is beschadigd"},
      std::move(advice));
  return false;
}

}  // namespace pricetalk::publication
