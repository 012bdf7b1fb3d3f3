#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pricetalk/advice/proposal.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

// The models in letters/: Markdown with placeholders and choices.
//
//   {saving_month}        a field; its type says how it is written in a language
//   %if gift, one_price   the lines up to %end stand only where all these words hold; no nesting

/// Words written by a person: they appear as typed. Where they fill a paragraph of the model, their
/// own paragraphs and lists stand.
struct PlainText {
  std::string text;
};
/// An amount or a price, with its derivation. A price always shows its cents, an amount only where
/// it has any.
struct AmountField {
  Explained amount;
  bool unit_price = false;
};
struct ClockTime {
  DateTime at;
};
/// Somebody with a job: "Anouk de Wit, manager facilitaire zaken".
struct PersonField {
  std::string name;
  std::string job;  ///< may be empty
};
/// Cells of a table row.
using CellField = std::variant<PlainText, AmountField>;
using RowsField = std::vector<std::vector<CellField>>;
using FieldValue = std::variant<PlainText, AmountField, Date, ClockTime, PersonField, RowsField>;

struct Fields {
  std::map<std::string, FieldValue, std::less<>> values;
  std::set<std::string, std::less<>> holds;  ///< words for %if
};

/// A filled model, and the amounts in it in order of first use.
struct Filled {
  Page page;
  std::vector<Explained> figures;
};

/// Fills a model. A placeholder without a field, an unknown word after %if or an %if without %end
/// is a fault of the program: std::logic_error.
Filled fill(std::string_view model, const Fields& fields, Language language);

/// All words that the models may use after %if.
const std::set<std::string, std::less<>>& template_words();

/// The placeholders of a model, in order of name.
std::set<std::string> placeholders(std::string_view model);

/// "€ 18.450" or "€ 18.450,50".
std::string short_money(const Money& money, Language language);

/// "woensdag 22 oktober om 10.00 uur", "Wednesday 22 October at 10 am".
std::string clock_text(const DateTime& at, Language language);

}  // namespace pricetalk
