#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pricetalk {

/// Numbers as bytes: how far each lies above the smallest, in as few bytes as the largest needs.
std::string packed(std::span<const std::int64_t> numbers);
/// REQUIRES: bytes that `packed` made.
std::vector<std::int64_t> unpacked(std::string_view bytes);

}  // namespace pricetalk
