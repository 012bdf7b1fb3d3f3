#pragma once

#include <array>
#include <optional>
#include <vector>

#include "index/publication/collector.hpp"

namespace pricetalk::publication {

/// Sees the periods of which only a rate of change is published yet (a flash estimate), and says
/// so. No index is ever computed from such a rate.
class FlashWatch {
 public:
  /// `group` is what the measures of one and the same thing have in common.
  void note(std::size_t group, SeriesUnit unit, const Period& period, bool has_value) {
    if (group >= groups_.size()) groups_.resize(group + 1);
    if (unit == SeriesUnit::percent) {
      if (has_value) later(groups_[group].rate[slot(period)], period);
    } else if (unit == SeriesUnit::index) {
      Group& one = groups_[group];
      if (has_value)
        later(one.index[slot(period)], period);
      else
        later(one.empty[slot(period)], period);
    }
  }
  void tell(Collector& into) const {
    for (const Group& one : groups_) {
      for (std::size_t i = 0; i < one.rate.size(); ++i) {
        if (!one.rate[i] || one.empty[i] != one.rate[i] || !one.index[i] ||
            !(*one.index[i] < *one.rate[i]))
          continue;
        const std::string period = one.rate[i]->text();
        into.remark({period + ": published as a rate of change only; there is no index figure yet, "
                              "and none is computed from the rate",
                     period + ": alleen als mutatie gepubliceerd; er is nog geen indexcijfer, en "
                              "het wordt ook niet uit de mutatie berekend"});
      }
    }
  }

 private:
  using Latest = std::array<std::optional<Period>, 5>;  ///< by unit of the period
  struct Group {
    Latest rate;
    Latest index;
    Latest empty;
  };
  static std::size_t slot(const Period& period) { return static_cast<std::size_t>(period.unit()); }
  static void later(std::optional<Period>& latest, const Period& period) {
    if (!latest || *latest < period) latest = period;
  }
  std::vector<Group> groups_;
};

}  // namespace pricetalk::publication
