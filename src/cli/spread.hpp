#pragma once

#include <cstddef>
#include <functional>

namespace pricetalk {

/// Does `work` for 0 … count - 1 on so many threads, each piece once, in no order. What a piece
/// throws first is thrown here, after all threads have ended. 0 jobs: as many as the machine has
/// processors.
void spread(std::size_t jobs, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace pricetalk
