#pragma once

#include <optional>
#include <vector>

#include "pricetalk/audit/audit.hpp"

namespace pricetalk {

/// Charged and allowed of one price line over time, as a chart draws them: what the audit found, in
/// stretches of time. Credits are left out.
struct AuditPanel {
  struct Stretch {
    Date from;
    Date to;
    Ratio charged;
    std::optional<Ratio> allowed;  ///< nothing: not determined
  };
  const AuditedLine* line = nullptr;
  bool prices = true;  ///< unit prices; else amounts of each period
  std::vector<Stretch> stretches;
  Ratio money;  ///< too much and too little together, for the order
};

/// The lines of which a row differs, the most money first. Unit prices where every differing row
/// has one, and stretches that follow each other at equal prices are one.
std::vector<AuditPanel> panels_of(const Audit& audit);

}  // namespace pricetalk
