#include "lint/trial_limits.hpp"

#include <memory>

#include "document/rules_file.hpp"
#include "index/figures_dictionary.hpp"
#include "lint/trial_limits_dictionary.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

std::string default_trial_limits_text() {
  return default_rules_text<TrialLimits>(
      "# From which size on what a clause answers can hardly be meant. These are the defaults of\n"
      "# `pricetalk check`. Copy this file, change what you want, leave the rest out, and name it\n"
      "# with --rules.\n");
}

const TrialLimits& default_trial_limits() {
  static const TrialLimits limits =
      *read_rules(TrialLimits{},
                  std::make_shared<const SourceText>("clauses.toml", default_trial_limits_text()))
           .value;
  return limits;
}

Loaded<TrialLimits> read_trial_limits(const SourcePtr& source) {
  Loaded<TrialLimits> made = read_rules(default_trial_limits(), source);
  if (!made.value) return made;
  check_schema(made.value->schema, made.diagnostics);
  check_rules(*made.value, [&](const auto& stated) {
    if constexpr (std::is_same_v<decltype(stated), const Stated<int>&>) {
      if (stated.value <= 0)
        made.diagnostics.error(
            "R0104", stated.where.value_or(Span{}),
            {"a number of years is above 0 here", "een aantal jaren is hier meer dan 0"},
            {"for example 5", "bijvoorbeeld 5"});
    } else {
      if (stated.value.as_fraction() <= Ratio(0))
        made.diagnostics.error("R0104", stated.where.value_or(Span{}),
                               {"a size is above 0% here", "een grens is hier meer dan 0%"},
                               {"for example \"25%\"", "bijvoorbeeld \"25%\""});
    }
  });
  return made;
}

}  // namespace pricetalk
