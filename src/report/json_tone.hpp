#pragma once

#include <vector>

#include "pricetalk/letter/letter.hpp"
#include "report/json_parts.hpp"

namespace pricetalk {

/// `line` is that of the text that was read.
Json tone_findings_json(const std::vector<ToneFinding>& findings);
Json letter_statistics_json(const LetterStatistics& counted);

}  // namespace pricetalk
