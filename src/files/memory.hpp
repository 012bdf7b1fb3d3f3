#pragma once

#include <cstdint>

namespace pricetalk {

/// How many bytes this process may still have: what its limit (`ulimit -v`) leaves, and no more
/// than the machine has.
std::uint64_t memory_left();

}  // namespace pricetalk
