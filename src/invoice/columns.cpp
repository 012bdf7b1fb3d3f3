#include "index/figures_dictionary.hpp"
#include "invoice/cells.hpp"
#include "invoice/columns_dictionary.hpp"
#include "pricetalk/index/figures.hpp"
#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk {

namespace {

void not_a_mark(const Stated<std::string>& stated, const Phrase& choose, Diagnostics& diagnostics) {
  diagnostics.error(
      "A0110", stated.where.value_or(Span{}),
      {"'" + stated.value + "' cannot stand here", "'" + stated.value + "' kan hier niet staan"},
      {"choose from: " + choose.en, "kies uit: " + choose.nl});
}

bool one_of(const std::optional<Stated<std::string>>& stated,
            std::initializer_list<std::string_view> known) {
  if (!stated) return true;
  for (const std::string_view each : known)
    if (stated->value == each) return true;
  return false;
}

void check(const ColumnTerms& terms, Diagnostics& diagnostics) {
  check_schema(terms.schema, diagnostics);
  if (!one_of(terms.delimiter, {",", ";", "|", "tab", "\t"}))
    not_a_mark(*terms.delimiter, {"\",\" \";\" \"|\" \"tab\"", "\",\" \";\" \"|\" \"tab\""},
               diagnostics);
  if (!one_of(terms.decimal, {",", "."}))
    not_a_mark(*terms.decimal, {"\",\" \".\"", "\",\" \".\""}, diagnostics);
  if (!one_of(terms.quantity_decimal, {",", "."}))
    not_a_mark(*terms.quantity_decimal, {"\",\" \".\"", "\",\" \".\""}, diagnostics);
  for (const Stated<std::string>& key : terms.fill_down)
    if (!one_of(key, {"invoice", "date", "line", "item", "part", "from", "to", "period", "kind",
                      "currency", "contract", "order", "supplier", "customer", "paid", "due"}))
      not_a_mark(key,
                 {"the keys of columns, without numbers: invoice, date, line, from, to, period …",
                  "de sleutels van kolommen zonder getallen: invoice, date, line, from, to, "
                  "period …"},
                 diagnostics);
  if (!one_of(terms.thousands, {",", ".", "'", " ", ""}))
    not_a_mark(*terms.thousands,
               {"\",\" \".\" \"'\" \" \", and \"\" for none",
                "\",\" \".\" \"'\" \" \", en \"\" voor geen"},
               diagnostics);
  else if (terms.decimal && terms.thousands && terms.decimal->value == terms.thousands->value)
    diagnostics.error("A0111", terms.thousands->where.value_or(Span{}),
                      {"decimals and thousands have one mark",
                       "decimalen en duizendtallen hebben hetzelfde teken"},
                      {"choose another one for one of them", "kies voor een van beide een ander"});
  if (terms.skip && (terms.skip->value < 0 || terms.skip->value > 100))
    diagnostics.error("A0110", terms.skip->where.value_or(Span{}),
                      {"0 to 100 lines can stand above the heading",
                       "boven de kopregel kunnen 0 tot 100 regels staan"});
  if (terms.fixed.period &&
      !cells::period(terms.fixed.period->value,
                     terms.dates ? std::optional(terms.dates->value) : std::nullopt))
    diagnostics.error(
        "A0116", terms.fixed.period->where.value_or(Span{}),
        {"'" + terms.fixed.period->value + "' is no period",
         "'" + terms.fixed.period->value + "' is geen periode"},
        {"write for example 2025-01 or 2025-Q1", "schrijf bijvoorbeeld 2025-01 of 2025-Q1"});
}

}  // namespace

Loaded<std::shared_ptr<const ColumnTerms>> read_columns(const SourcePtr& source) {
  Loaded<ColumnTerms> terms = read_terms<ColumnTerms>(source);
  Loaded<std::shared_ptr<const ColumnTerms>> made;
  made.diagnostics = std::move(terms.diagnostics);
  made.diagnostics.keep(source);
  if (!terms.value) return made;
  if (!made.diagnostics.has_errors()) check(*terms.value, made.diagnostics);
  made.value = std::make_shared<const ColumnTerms>(std::move(*terms.value));
  return made;
}

}  // namespace pricetalk
