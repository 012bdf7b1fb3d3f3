#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "advice/offer_terms.hpp"
#include "pricetalk/calendar/date.hpp"
#include "pricetalk/letter/letter.hpp"
#include "pricetalk/page/page.hpp"

namespace pricetalk {

// The models in letters/: Markdown with placeholders and choices.
//
//   {saving_month}        a field; its type says how it is written in a language
//   [u|je]                how the reader is addressed: formal, informal
//   %if gift, one_price   the lines up to %end stand only where all these words hold; no nesting

/// Words written by a person: they appear as typed. Where they fill a paragraph of the model, their
/// own paragraphs and lists stand.
struct PlainText {
  std::string text;
};
/// An amount, a price or a percentage, with its derivation. A price always shows its cents, an
/// amount only where it has any. A percentage has its sign where it stands as a price does, in a
/// table; else the model says "procent".
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
/// An amount or a day that is promised: only a proved claim gives one.
struct PromisedAmount {
  template <ClaimKind kind>
  explicit PromisedAmount(const Proved<kind>& proved, bool price = false)
      : field{proved.amount(), price} {}
  AmountField field;
};
struct PromisedSpan {
  /// `days`: those of the claim, in words.
  template <ClaimKind kind>
  PromisedSpan(const Proved<kind>&, std::string days) : text(std::move(days)) {}
  std::string text;
};
/// Cells of a table row, or pieces of a sentence.
using CellField = std::variant<PlainText, AmountField, PromisedAmount, Date>;
using RowsField = std::vector<std::vector<CellField>>;
/// Whole sentences made of pieces.
struct SentencesField {
  std::vector<CellField> pieces;
};
using FieldValue = std::variant<PlainText, AmountField, PromisedAmount, PromisedSpan, Date,
                                ClockTime, PersonField, RowsField, SentencesField>;

struct Fields {
  std::map<std::string, FieldValue, std::less<>> values;
  std::set<std::string, std::less<>> holds;  ///< words for %if
  bool informal = false;                     ///< which of [formal|informal] is written
};

/// A filled model, and the amounts in it in order of first use.
struct Filled {
  Page page;
  std::vector<Explained> figures;
};

/// Fills a model. A placeholder without a field, an unknown word after %if or an %if without %end
/// is a fault of the program, and so is a promise that nobody proved: std::logic_error.
Filled fill(std::string_view model, const Fields& fields, Language language);

/// Fills the model of an e-mail: its first line is the subject, the others are plain text. Empty
/// for an empty model.
LetterMail fill_mail(std::string_view model, const Fields& fields, Language language);

/// Fills what is said on the telephone: its lines behind each other. Empty for an empty model.
std::string fill_spoken(std::string_view model, const Fields& fields, Language language);

/// All words that the models may use after %if.
const std::set<std::string, std::less<>>& template_words();

/// The placeholders that promise: nothing but a proved claim fills them.
const std::set<std::string, std::less<>>& promise_names();

/// The placeholders of a model, in order of name.
std::set<std::string> placeholders(std::string_view model);

/// "€ 18.450" or "€ 18.450,50".
std::string short_money(const Money& money, Language language);

/// "woensdag 22 oktober om 10.00 uur", "Wednesday 22 October at 10 am".
std::string clock_text(const DateTime& at, Language language);

}  // namespace pricetalk
