# Read by the scripts beside it: installs what is missing and builds. Debian 12 is what it knows;
# elsewhere it says which packages are needed and goes on.

build_packages="g++ cmake ninja-build libboost-dev libtomlplusplus-dev libfmt-dev \
nlohmann-json3-dev libcli11-dev libicu-dev libpugixml-dev librandom123-dev \
zlib1g-dev libzip-dev libssl-dev libcereal-dev libxlsxwriter-dev"
test_packages="libgtest-dev libgmock-dev librapidcheck-dev libmd4c-dev poppler-utils"

cd "$(dirname "$0")/.." || exit 1

say() { printf '== %s\n' "$*"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

# Runs quietly; shows what was said only when it fails.
quietly() {
  mkdir -p build
  "$@" >build/setup.log 2>&1 </dev/null || { cat build/setup.log >&2; fail "failed: $*"; }
}

# install_missing PACKAGE...
install_missing() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "not a Debian system; these packages are needed: $*"
    return
  fi
  missing=
  for package in "$@"; do
    # libgtest-dev:amd64 and friends: any architecture will do.
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
    [ -t 0 ] || as_root='sudo -n'
  else
    fail "These packages are missing:$missing" \
      "Installing them needs root. As root: apt-get install$missing"
  fi
  say "installing$missing"
  # shellcheck disable=SC2086  # several words each
  quietly $as_root env DEBIAN_FRONTEND=noninteractive apt-get update
  # shellcheck disable=SC2086
  quietly $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    $missing
}

# configure OPTION...: the release build of this folder. The warnings of the compiler that the
# project is written with (GCC 12) are errors; those of another one are not.
configure() {
  werror=OFF
  case "$(g++ -dumpversion 2>/dev/null)" in 12 | 12.*) werror=ON ;; esac
  quietly cmake --preset release -DPRICETALK_WARNINGS_AS_ERRORS=$werror "$@"
}
