#pragma once

#include <string>
#include <vector>

#include "report/noted.hpp"

namespace pricetalk {

/// What `check` says, as SARIF 2.1.0 (OASIS), for editors and code reviews: one run, a rule for
/// each code that occurs with its words of words/errors.toml, a result for each message. Columns
/// count code points. `version` is that of the program.
std::string sarif(const std::vector<Noted>& all, std::string_view version, Language language);

}  // namespace pricetalk
