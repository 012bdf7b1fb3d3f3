#pragma once

#include <pugixml.hpp>

#include "invoice/einvoice_document.hpp"

namespace pricetalk::einvoice {

/// A UN/CEFACT cross industry invoice (D16B, D22B): XRechnung, Factur-X and ZUGFeRD from 2.0 on.
/// `root` is its element CrossIndustryInvoice. Lines that only group or explain others are left
/// out.
Document from_cii(const SourceText& source, const pugi::xml_node& root);

}  // namespace pricetalk::einvoice
