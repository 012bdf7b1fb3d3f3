#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pricetalk/calendar/date.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/invoice/invoice.hpp"
#include "pricetalk/number/decimal.hpp"

/// An electronic invoice by its meaning (EN 16931), whatever its syntax: each syntax has a reader
/// that fills this in, and `einvoice_rows.hpp` makes rows of it.
namespace pricetalk::einvoice {

/// What a syntax calls things, for messages.
struct Syntax {
  std::string_view name;    ///< "UBL"
  std::string_view number;  ///< element of the number of the invoice
  std::string_view date;    ///< of its day
  std::string_view period;  ///< of a period
};

/// A number as it stands in the document.
struct Number {
  Span where;
  std::string element;           ///< name of the element, without prefix
  std::string written;           ///< empty: not stated
  std::optional<Decimal> value;  ///< empty: not stated, or no number
  std::string currency;          ///< of an amount; empty: that of the document
};

/// A period as it is stated; either day can be missing.
struct Days {
  std::optional<Date> from;
  std::optional<Date> to;
};

/// A discount or a charge over the whole document.
struct Allowance {
  Span where;
  bool is_charge = false;
  std::string code;    ///< of UNCL 5189 or 7161; empty: not stated
  std::string reason;  ///< in words; empty: not stated
  Number amount;       ///< as it stands, without sign
  std::string vat;     ///< category of VAT: "S 21"
};

struct DocumentLine {
  Span where;
  std::string id;
  std::vector<std::string> names;  ///< names, article numbers, a note: the first is the name
  std::string order_line;          ///< number of a line of the order; empty: none
  std::string order;               ///< order of that line; empty: the one of the document
  Number quantity;
  std::string unit;  ///< code of UN/ECE recommendation 20 or 21; empty: not stated
  Number amount;     ///< after discounts and charges on the line
  Number price;      ///< of `base` pieces
  Number base;
  bool discounted = false;  ///< discounts or charges of its own are in the amount
  Days period;
  std::optional<Date> delivered;
  std::string vat;  ///< category of VAT: "S 21"
};

struct VatShare {
  std::string vat;  ///< category: "S 21"
  Number amount;
};

/// What the document says it adds up to.
struct Totals {
  Number lines;
  Number net;
  Number vat;
  Number gross;
  Number prepaid;
  Number rounding;
  Number payable;
  std::vector<VatShare> by_category;
};

struct Document {
  const Syntax* syntax = nullptr;
  Span where;                ///< its first element
  bool credit_note = false;  ///< by the kind of document, whatever its type says
  std::string type;          ///< code of UNTDID 1001: 380, 381; empty: not stated
  std::string number;
  std::optional<Date> issued;
  std::optional<Date> due;
  std::string currency;               ///< empty: not stated
  std::vector<std::string> corrects;  ///< numbers of earlier invoices
  std::vector<std::string> contracts;
  std::vector<std::string> orders;
  std::vector<std::string> mentions;  ///< of the buyer, of a project, notes
  InvoiceParty supplier;
  InvoiceParty customer;
  Days period;
  std::optional<Date> delivered;
  std::vector<DocumentLine> lines;
  std::vector<Allowance> allowances;
  Totals totals;
};

}  // namespace pricetalk::einvoice
