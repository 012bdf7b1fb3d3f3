#include "files/digest.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace pricetalk {
namespace {

// FIPS 180-2, appendix B, and the digest of nothing.
TEST(Digest, is_the_sha_256_of_the_standard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Digest, is_the_same_of_bytes_that_come_in_pieces) {
  Sha256 digest;
  for (const std::string_view piece : {"ab", "", "c"}) digest.add(piece);
  EXPECT_EQ(std::move(digest).text(), sha256("abc"));
}

}  // namespace
}  // namespace pricetalk
