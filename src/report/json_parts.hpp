#pragma once

#include <nlohmann/json.hpp>

#include "pricetalk/explain/derivation.hpp"
#include "pricetalk/explain/figure.hpp"

namespace pricetalk {

using Json = nlohmann::ordered_json;

/// The reasons of an undetermined value: key, text, series, period, expected day, source.
Json reasons_json(const Undetermined& undetermined, Language language);

/// The outline of a derivation: label, symbol, value, formula, rounding, source, place.
Json steps_json(const Derivation& derivation, NodeId output, Language language);

/// A day as 2026-01-31, or null.
Json day_or_null(const std::optional<Date>& day);

/// A sentence for people, in both languages: {"en": …, "nl": …}.
Json sentence_json(const Phrase& sentence);

/// A figure: value as text, unit, address, fixity.
Json figure_json(const Figure& figure);

/// Pretty printed, ending in a line end.
std::string printed(const Json& json);

}  // namespace pricetalk
