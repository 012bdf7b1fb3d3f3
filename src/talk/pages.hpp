#pragma once

#include "pricetalk/page/page.hpp"
#include "pricetalk/talk/facts.hpp"

namespace pricetalk {

/// The page for the talk: one side of A4, and a second sheet for what it has no room for. Internal:
/// it shows our own gain.
Page talk_page(const TalkFacts& facts, Language language);

/// Every figure of page and letter: formula, index table, period, status, rounding, file:line.
/// Internal.
Page annex_page(const TalkFacts& facts, Language language);

}  // namespace pricetalk
