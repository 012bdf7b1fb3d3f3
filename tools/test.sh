#!/bin/sh
# From a machine with nothing but git to all tests: installs what is missing, builds everything
# and runs every test.
set -eu
. "$(dirname "$0")/setup.sh"

# shellcheck disable=SC2086
install_missing $build_packages $test_packages
configure -DPRICETALK_TESTS=ON
say "building (some minutes the first time)"
cmake --build --preset release
say "testing"
ctest --preset release -j "$(nproc)" "$@"
