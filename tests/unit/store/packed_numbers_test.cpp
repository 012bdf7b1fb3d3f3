#include "store/packed_numbers.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace packed_numbers_test {

using namespace pricetalk;
using testing::SizeIs;

using Numbers = std::vector<std::int64_t>;

TEST(PackedNumbers, come_back_as_they_were) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const Numbers& each : {Numbers{}, Numbers{0}, Numbers{-7, -7}, Numbers{1, -300, 70000},
                              Numbers{least, most, 0}, Numbers{1234567890123, 1234567890124}})
    EXPECT_EQ(unpacked(packed(each)), each);
}

TEST(PackedNumbers, that_lie_close_together_take_few_bytes) {
  EXPECT_THAT(packed(Numbers(1000, 1234567890123)), SizeIs(17));
  EXPECT_THAT(packed(Numbers{1234567890123, 1234567890124}), SizeIs(19));
}

}  // namespace packed_numbers_test
