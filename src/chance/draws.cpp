#include "chance/draws.hpp"

#include <Random123/philox.h>

namespace pricetalk {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
  const philox4x32_ctr_t asked{{counter[0], counter[1], counter[2], counter[3]}};
  const philox4x32_key_t keyed{{key[0], key[1]}};
  const philox4x32_ctr_t made = philox4x32_R(philox4x32_rounds, asked, keyed);
  return {made.v[0], made.v[1], made.v[2], made.v[3]};
}

std::array<std::uint32_t, 4> draw(std::uint32_t seed, std::uint64_t path, std::int32_t month,
                                  DrawOf what) {
  return philox({static_cast<std::uint32_t>(path), static_cast<std::uint32_t>(path >> 32U),
                 static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(what)},
                {seed, 0});
}

}  // namespace pricetalk
