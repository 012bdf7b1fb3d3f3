#include "invoice/einvoice_xml.hpp"

#include <algorithm>

#include "invoice/largest.hpp"
#include "invoice/text.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::einvoice {

namespace {

constexpr int most_decimals = 8;

/// Digits that no decimal holds: a few more than are kept, so that rounding sees them.
void cut_decimals(std::string& digits) {
  constexpr std::size_t looked_at = 3;
  const auto point = digits.find('.');
  if (point == std::string::npos) return;
  const std::size_t longest = point + 1 + most_decimals + looked_at;
  const bool only_digits = digits.find_first_not_of("0123456789", point + 1) == std::string::npos;
  if (only_digits && digits.size() > longest) digits.resize(longest);
}

}  // namespace

pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) node = child(node, name);
  return node;
}

std::string text(const pugi::xml_node& node) {
  return std::string(invoice_text::stripped(node.child_value()));
}

Span place(const SourceText& source, const pugi::xml_node& node) {
  const auto size = static_cast<std::uint32_t>(source.bytes().size());
  const auto at =
      std::min(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)), size);
  const auto length = static_cast<std::uint32_t>(std::string_view(node.name()).size());
  return {&source, at, std::min(at + length, size)};
}

std::optional<Decimal> decimal(std::string_view written) {
  std::string digits(written);
  if (digits.starts_with('+')) digits.erase(0, 1);
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  if (digits.size() > sign && digits[sign] == '.') digits.insert(sign, "0");
  if (digits.ends_with('.')) digits.pop_back();
  if (digits.find('_') != std::string::npos) return std::nullopt;
  cut_decimals(digits);
  auto made = Decimal::parse(digits);
  if (!made || Ratio(largest_on_invoice) <= abs(Ratio(*made))) return std::nullopt;
  if (made->scale() > most_decimals) made = round(Ratio(*made), Rounding::decimals(most_decimals));
  // "10.0000000000": zeros that say nothing.
  if (made->scale() > 4) made = Ratio(*made).exact_decimal();
  return made;
}

Number number(const SourceText& source, const pugi::xml_node& node) {
  Number made;
  if (!node) return made;
  made.where = place(source, node);
  made.element = local_name(node);
  made.written = text(node);
  made.value = decimal(made.written);
  made.currency = publication::attribute(node, "currencyID");
  return made;
}

std::optional<Date> day(const std::string& written) {
  if (written.size() == 8 && written.find_first_not_of("0123456789") == std::string::npos)
    return Date::parse(written.substr(0, 4) + '-' + written.substr(4, 2) + '-' +
                       written.substr(6, 2));
  if (written.size() > 10 && std::string_view("Z+-T").find(written[10]) == std::string_view::npos)
    return std::nullopt;
  return Date::parse(std::string_view(written).substr(0, 10));
}

std::string vat_category(const std::string& code, const std::string& percent) {
  const auto rate = decimal(percent);
  const auto shortest = rate ? Ratio(*rate).exact_decimal() : std::nullopt;
  return code + " " + (shortest ? shortest->text() : "0");
}

void add_reference(std::vector<std::string>& to, const std::string& reference) {
  if (!reference.empty() && reference != "NA" &&
      std::find(to.begin(), to.end(), reference) == to.end())
    to.push_back(reference);
}

void add_company(InvoiceParty& party, const pugi::xml_node& id) {
  const std::string value = text(id);
  if (value.empty()) return;
  const std::string scheme(publication::attribute(id, "schemeID"));
  party.ids.push_back(scheme.empty() ? value : scheme + ":" + value);
}

}  // namespace pricetalk::einvoice
