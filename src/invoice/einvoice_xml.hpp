#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/publication/xml_names.hpp"
#include "invoice/einvoice_document.hpp"

/// Values in the XML of an electronic invoice.
namespace pricetalk::einvoice {

using publication::child;
using publication::local_name;

/// The node at a path of local names: {"Party", "EndpointID"}.
pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> path);

/// Without blanks at its ends; empty where the node is not there.
std::string text(const pugi::xml_node& node);

/// The name of the element, in the text of which the document was made.
Span place(const SourceText& source, const pugi::xml_node& node);

/// An xs:decimal: `100`, `+1.50`, `.5`. What stands behind the eighth decimal is left by binary
/// fractions, and is rounded off. Nothing for what is no number, or no number of an invoice.
std::optional<Decimal> decimal(std::string_view written);

Number number(const SourceText& source, const pugi::xml_node& node);

/// An xs:date, which may have a time or a time zone behind it, or 20250131 (format 102).
std::optional<Date> day(const std::string& written);

/// "S 21" of a code and a percentage: 21.00 and 21 are one category.
std::string vat_category(const std::string& code, const std::string& percent);

/// Adds what is stated and not yet there; "NA" states nothing.
void add_reference(std::vector<std::string>& to, const std::string& reference);

/// Adds a number of a company with its scheme: "0106:12345678".
void add_company(InvoiceParty& party, const pugi::xml_node& id);

}  // namespace pricetalk::einvoice
