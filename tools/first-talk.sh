#!/bin/sh
# From a machine with nothing but git to a first price talk: installs what is missing, builds the
# program, runs it on an example contract and says where the results are.
set -eu
. "$(dirname "$0")/setup.sh"

# shellcheck disable=SC2086
install_missing $build_packages
configure -DPRICETALK_TESTS=OFF
say "building (a few minutes the first time)"
cmake --build build/release --target pricetalk_program

build/release/pricetalk --version
say "the program is build/release/pricetalk"
