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

say "preparing a price talk from contracts/schoonmaak-gemeente.toml, as on 14 October 2025"
build/release/pricetalk prepare contracts/schoonmaak-gemeente.toml \
  --scenario scenarios/laag.toml --scenario scenarios/verwacht.toml --scenario scenarios/hoog.toml \
  --invoices contracts/invoices/schoonmaak-gemeente.csv --today 2025-10-14
say "open talk/FM-2024-031/internal/talk.html; the program is build/release/pricetalk"
