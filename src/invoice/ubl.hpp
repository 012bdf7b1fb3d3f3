#pragma once

#include <pugixml.hpp>

#include "invoice/einvoice_document.hpp"

namespace pricetalk::einvoice {

/// A UBL 2.1 invoice or credit note, as Peppol BIS Billing 3.0 uses them (docs.peppol.eu/poacc/
/// billing/3.0 names the elements). `root` is its element Invoice or CreditNote.
Document from_ubl(const SourceText& source, const pugi::xml_node& root);

}  // namespace pricetalk::einvoice
