#include <memory>

#include "advice/thresholds_dictionary.hpp"
#include "document/rules_file.hpp"
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

}  // namespace

std::string default_thresholds_text() {
  return default_rules_text<RedFaceThresholds>(
      "# From which size on something is worth a blush. These are the defaults of\n"
      "# `pricetalk redface`. Copy this file, change what you want, leave the rest out, and name\n"
      "# it with --thresholds. Amounts are in the currency of the contract.\n");
}

RedFaceThresholds default_thresholds() {
  const auto source = std::make_shared<const SourceText>("redface.toml", default_thresholds_text());
  return *read_rules(RedFaceThresholds{}, source).value;
}

Loaded<RedFaceThresholds> read_thresholds(const SourcePtr& source) {
  Loaded<RedFaceThresholds> made = read_rules(default_thresholds(), source);
  if (!made.value) return made;
  check_schema(made.value->schema, made.diagnostics);
  check_rules(*made.value, [&](const auto& stated) { check(stated, made.diagnostics); });
  return made;
}

}  // namespace pricetalk
