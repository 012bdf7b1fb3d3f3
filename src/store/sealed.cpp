#include "store/sealed.hpp"

#include "files/digest.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t digest_digits = 64;

std::string first_line(std::string_view kind) { return "pricetalk " + std::string(kind) + "\n"; }

/// The number behind the version goes up whenever the contents mean something else.
std::string version_line() { return "version " PRICETALK_VERSION " form 4\n"; }

}  // namespace

std::string sealing(std::string_view kind) {
  return sealing(kind, std::string(digest_digits, '0'));
}

std::string sealing(std::string_view kind, std::string_view digest) {
  return first_line(kind) + version_line() + std::string(digest) + "\n";
}

void seal(std::string& bytes, std::size_t head) {
  const std::string digest = sha256(std::string_view(bytes).substr(head));
  bytes.replace(head - digest_digits - 1, digest_digits, digest);
}

Unsealed unseal(std::string_view kind, std::string_view bytes) {
  const std::string first = first_line(kind);
  // Of a file that was cut off early, as much as there is has to be right.
  if (bytes.empty() || first.compare(0, bytes.size(), bytes.substr(0, first.size())) != 0)
    return {Seal::foreign, {}};
  if (bytes.size() <= first.size()) return {Seal::broken, {}};
  bytes.remove_prefix(first.size());
  const std::string version = version_line();
  if (version.starts_with(bytes)) return {Seal::broken, {}};
  if (!bytes.starts_with(version)) return {Seal::other_version, {}};
  bytes.remove_prefix(version.size());
  if (bytes.size() < digest_digits + 1) return {Seal::broken, {}};
  const std::string_view digest = bytes.substr(0, digest_digits);
  bytes.remove_prefix(digest_digits + 1);
  if (sha256(bytes) != digest) return {Seal::broken, {}};
  return {Seal::whole, bytes};
}

}  // namespace pricetalk
