#include "invoice/einvoice.hpp"

#include "index/publication/xml_reading.hpp"
#include "invoice/cii.hpp"
#include "invoice/einvoice_xml.hpp"
#include "invoice/text.hpp"
#include "invoice/ubl.hpp"
#include "invoice/xml_guard.hpp"

namespace pricetalk::einvoice {

namespace {

constexpr std::string_view ubl_names = "urn:oasis:names:specification:ubl:schema:xsd:";
constexpr std::string_view cii_names = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";

/// The namespace that the name of an element is in; empty: none.
std::string_view namespace_of(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  const std::string wanted =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = node; at; at = at.parent())
    if (const pugi::xml_attribute found = at.attribute(wanted.c_str())) return found.value();
  return {};
}

void refuse(const SourceText& source, const pugi::xml_node& root, Diagnostics& diagnostics) {
  const std::string name(local_name(root));
  Phrase title{"this XML is no invoice in UBL or CII: " + name,
               "deze XML is geen factuur in UBL of CII: " + name};
  if (name == "CrossIndustryDocument")
    title = {"this is ZUGFeRD 1.0, which is not read",
             "dit is ZUGFeRD 1.0; dat wordt niet gelezen"};
  else if (name == "Invoice" || name == "CreditNote" || name == "CrossIndustryInvoice")
    title = {"this " + name + " is of another kind of XML: " + std::string(namespace_of(root)),
             "deze " + name + " is van een ander soort XML: " + std::string(namespace_of(root))};
  else if (namespace_of(root).starts_with(ubl_names))
    title = {"this UBL document is no invoice: " + name,
             "dit UBL-document is geen factuur: " + name};
  diagnostics.error(
      "A0124", place(source, root), std::move(title),
      {"give UBL 2.1 documents Invoice or CreditNote, a CrossIndustryInvoice (XRechnung, Factur-X, "
       "ZUGFeRD from 2.0 on), or a CSV",
       "geef UBL 2.1-documenten Invoice of CreditNote, een CrossIndustryInvoice (XRechnung, "
       "Factur-X, ZUGFeRD vanaf 2.0), of een CSV"});
}

/// Taken out of the envelope that Peppol sends it in.
pugi::xml_node unpacked(const pugi::xml_node& root) {
  pugi::xml_node made = root;
  if (local_name(root) == "StandardBusinessDocument")
    for (const pugi::xml_node& each : root.children())
      if (local_name(each) != "StandardBusinessDocumentHeader") made = each;
  return made;
}

std::optional<Document> document_of(const SourceText& source, const pugi::xml_node& root,
                                    Diagnostics& diagnostics) {
  const std::string_view name = local_name(root);
  const std::string_view names = namespace_of(root);
  if ((name == "Invoice" || name == "CreditNote") &&
      (names.empty() || names.starts_with(ubl_names)))
    return from_ubl(source, root);
  if (name == "CrossIndustryInvoice" && (names.empty() || names.starts_with(cii_names)))
    return from_cii(source, root);
  refuse(source, root, diagnostics);
  return std::nullopt;
}

}  // namespace

bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE<") || bytes.starts_with(std::string_view("\xFE\xFF\0<", 4)))
    return true;
  return invoice_text::stripped(bytes.substr(0, 4096)).starts_with('<');
}

std::optional<Rows> read(const SourcePtr& bytes, std::optional<PeriodOf> period_of,
                         Diagnostics& diagnostics) {
  const SourcePtr text = plain_xml(bytes, diagnostics);
  if (!text) return std::nullopt;
  const SourceText& source = *text;
  pugi::xml_document document;
  if (!publication::read_xml(
          source, document, "A0126",
          {"export or download the invoice again", "exporteer of download de factuur opnieuw"},
          diagnostics))
    return std::nullopt;
  const auto found = document_of(source, unpacked(document.document_element()), diagnostics);
  if (!found) return std::nullopt;
  return rows_of(*found, text, period_of, diagnostics);
}

}  // namespace pricetalk::einvoice
