#pragma once

#include <string>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// Lines that the chart shows; the others are named below it.
inline constexpr std::size_t chart_panels = 6;

/// Charged against allowed over time, as a drawing of its own (SVG): a panel for each price line
/// that differs, the most money first. Unit prices where every differing row has one, else the
/// amounts of each period. What was too much is a filled area between the two lines, what was too
/// little a hatched one; lines differ in weight and dashes, so that it reads without colour. Each
/// panel says in words what it shows. Credits are not drawn. Exact coordinates: the same audit
/// gives the same bytes.
std::string audit_chart(const Contract& contract, const Audit& audit, Language language);

}  // namespace pricetalk
