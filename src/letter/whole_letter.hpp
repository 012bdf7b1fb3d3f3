#pragma once

#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

/// The letter with its annexes behind it, each on a new sheet.
Page whole_letter(const Letter& letter);

}  // namespace pricetalk
