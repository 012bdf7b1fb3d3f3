#pragma once

// What nearly every test includes, read once for all of them (tests/CMakeLists.txt).

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pricetalk/contract/contract.hpp"
#include "pricetalk/diagnostic/diagnostic.hpp"
#include "pricetalk/index/series.hpp"
#include "pricetalk/pricing/schedule.hpp"
