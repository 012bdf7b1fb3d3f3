#pragma once

#include <map>
#include <optional>
#include <vector>

#include "index/check.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk::checking {

/// The last version of every figure, by period; what was withdrawn is not there.
using Current = std::map<Period, const Observation*>;
Current current(const Series& series);

/// "7 months", "7 maanden".
Phrase counted(std::int64_t count, Unit unit);

/// The rows against each other and against the heading.
void check_rows(const Series& series, SeriesCheck& into);
/// The size of each figure, against those before it.
void check_size(const Series& series, const Library& library, SeriesCheck& into);
/// What the heading says and names.
void check_heading(const Series& series, const Library& library, const Date& today,
                   SeriesCheck& into);
/// Means, rates and base, and the disagreements that the file declares.
void check_arithmetic(const Series& series, const Library& library, SeriesCheck& into);

}  // namespace pricetalk::checking
