#pragma once

#include "lint/trial.hpp"

namespace pricetalk {

/// "W0101": the code under which an oddity is warned of and accepted.
std::string_view code_of(Oddity::Kind kind);

/// What comes out, in money: "when no figure changes, clause cpi makes € 200.00 of € 100.00".
Phrase title_of(const Oddity& odd, const Currency& currency);

/// What to write instead, and how to keep it when the contract really says so.
Phrase remedy_of(const Oddity& odd);

}  // namespace pricetalk
