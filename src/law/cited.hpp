#pragma once

#include <string>

#include "law/law.hpp"

namespace pricetalk {

/// "Burgerlijk Wetboek, art. 6:236 onder i; contracts from 1 January 1992, known until …".
std::string cited(const ClauseRule& rule, Language language);

}  // namespace pricetalk
