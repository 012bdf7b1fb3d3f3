#pragma once

#include <cstddef>
#include <string_view>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk::publication {

/// Larger than any publisher's table of figures when unpacked; what goes on is no table.
inline constexpr std::size_t largest_unpacked = 400'000'000;

/// Does the text begin as a gzip file does?
bool is_gzip(std::string_view bytes);

/// The text inside a gzip file, under the same name: one or more members, up to `limit` bytes. A
/// file that is damaged, breaks off or goes on past the limit is reported (I0312); then nothing.
SourcePtr unpack(const SourcePtr& packed, Diagnostics& diagnostics,
                 std::size_t limit = largest_unpacked);

}  // namespace pricetalk::publication
