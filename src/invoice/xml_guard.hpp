#pragma once

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::einvoice {

/// The text of an XML file as UTF-8, once it is known to be harmless: no web page, in the encoding
/// that it declares, without a document type or entities, not nested deeper than 64, and of no more
/// elements than an invoice has. Nothing, with an error, otherwise.
SourcePtr plain_xml(const SourcePtr& bytes, Diagnostics& diagnostics);

}  // namespace pricetalk::einvoice
