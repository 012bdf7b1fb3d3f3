#include <memory>

#include "advice/thresholds_dictionary.hpp"
#include "index/figures_dictionary.hpp"
#include "pricetalk/advice/redface.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

namespace {

void check(const Stated<Percent>& stated, Diagnostics& diagnostics) {
  const Ratio share = stated.value.as_fraction();
  if (share.sign() < 0 || share > Ratio(1))
    diagnostics.error("R0101", stated.where.value_or(Span{}),
                      {"a share lies between 0% and 100%", "een aandeel ligt tussen 0% en 100%"},
                      {"for example \"5%\"", "bijvoorbeeld \"5%\""});
}

void check(const Stated<Decimal>& stated, Diagnostics& diagnostics) {
  if (stated.value.is_negative())
    diagnostics.error("R0102", stated.where.value_or(Span{}),
                      {"an amount is 0 or more here", "een bedrag is hier 0 of meer"},
                      {"0.00 shows everything", "met 0.00 ziet u alles"});
}

void check(const Stated<int>& stated, Diagnostics& diagnostics) {
  if (stated.value < 1 || stated.value > 10000)
    diagnostics.error(
        "R0103", stated.where.value_or(Span{}),
        {"a number from 1 to 10000 stands here", "hier staat een getal van 1 tot en met 10000"});
}

Loaded<RedFaceThresholds> read_over(RedFaceThresholds start, const SourcePtr& source) {
  Loaded<RedFaceThresholds> made;
  const Loaded<DocumentNode> document = read_document(source);
  made.diagnostics = document.diagnostics;
  made.diagnostics.keep(source);
  if (!document.value) return made;
  Reader reader(source, made.diagnostics);
  made.value = std::move(start);
  reader.table(*document.value, *made.value);
  return made;
}

}  // namespace

std::string default_thresholds_text() {
  std::string text =
      "# From which size on something is worth a blush. These are the defaults of\n"
      "# `pricetalk redface`. Copy this file, change what you want, leave the rest out, and name\n"
      "# it with --thresholds. Amounts are in the currency of the contract.\n";
  std::apply(
      [&](const auto&... field) {
        ((text +=
          (field.key == "schema" ? std::string("\n") : "\n# " + std::string(field.meaning) + "\n") +
          std::string(field.key) + " = " + std::string(field.fallback) + "\n"),
         ...);
      },
      Dictionary<RedFaceThresholds>::fields);
  return text;
}

RedFaceThresholds default_thresholds() {
  const auto source = std::make_shared<const SourceText>("redface.toml", default_thresholds_text());
  return *read_over({}, source).value;
}

Loaded<RedFaceThresholds> read_thresholds(const SourcePtr& source) {
  Loaded<RedFaceThresholds> made = read_over(default_thresholds(), source);
  if (!made.value) return made;
  check_schema(made.value->schema, made.diagnostics);
  std::apply(
      [&](const auto&... field) {
        ((field.key == "schema" ? void() : check((*made.value).*field.member, made.diagnostics)),
         ...);
      },
      Dictionary<RedFaceThresholds>::fields);
  return made;
}

}  // namespace pricetalk
