#pragma once

#include "../pricing/priced.hpp"
#include "pricetalk/audit/audit.hpp"

namespace audited {

using namespace pricetalk;
using priced::Talk;

inline Decimal number(const char* text) { return *Decimal::parse(text); }

/// An invoice row of a month of the line `p`; an empty price is none.
inline InvoiceLine charged(const char* from, const char* to, const char* quantity,
                           const char* price, const char* amount, const char* vat = "",
                           InvoiceKind kind = InvoiceKind::invoice) {
  InvoiceLine made;
  made.invoice = std::string("F") + from;
  made.date = made.to = priced::day(to);
  made.from = priced::day(from);
  made.line = "p";
  made.quantity = number(quantity);
  made.unit_price = Decimal::parse(price);
  made.amount = number(amount);
  made.vat = Decimal::parse(vat);
  made.kind = kind;
  return made;
}
inline InvoiceLine credit(const char* from, const char* to, const char* quantity, const char* price,
                          const char* amount, const char* vat = "") {
  return charged(from, to, quantity, price, amount, vat, InvoiceKind::credit);
}

inline Audit of(const Talk& talk, const std::vector<InvoiceLine>& rows,
                const char* today = "2030-12-31") {
  return audit(talk.contract(), talk.coverage().library(), rows, priced::day(today));
}

inline std::string text(const Figure& figure) {
  return std::get<Money>(figure.value).amount.text();
}
inline std::string text(const Outcome<Figure>& figure) { return figure ? text(*figure) : "?"; }

/// One row a year from 2020 on at these prices, ten pieces each.
inline std::vector<InvoiceLine> yearly_rows(const std::vector<std::string>& prices) {
  std::vector<InvoiceLine> rows;
  for (std::size_t i = 0; i < prices.size(); ++i) {
    const std::string year = std::to_string(2020 + i);
    const Decimal price = number(prices[i].c_str());
    const std::string amount = round(Ratio(price) * Ratio(10), Rounding::decimals(2)).text();
    rows.push_back(charged((year + "-01-01").c_str(), (year + "-12-31").c_str(), "10",
                           prices[i].c_str(), amount.c_str()));
  }
  return rows;
}

/// "cap-ignored 2021-01-01" of every explanation; parts of a pair are joined by " + ".
inline std::vector<std::string> explanations(const Audit& audit) {
  std::vector<std::string> made;
  for (const Explanation& each : audit.lines.front().causes.explanations) {
    std::string text;
    for (const Misreading& misreading : each.misreadings) {
      text += (text.empty() ? "" : " + ") + misreading.reading;
      for (const Date date : misreading.dates) text += " " + date.text();
    }
    made.push_back(text);
  }
  return made;
}

}  // namespace audited
