#pragma once

#include <string>
#include <vector>

#include "index/series_status.hpp"

namespace pricetalk {

/// A series that contracts need, and how it stands.
struct NeededSeries {
  std::string id;
  const Series* series = nullptr;  ///< of the library; nothing: it is not there
  const Series* beside = nullptr;  ///< another one that a contract reads, where it is not there
  SeriesStatus status;
  std::vector<std::string> contracts;  ///< files that name it
  std::vector<std::string> waiting;    ///< of these: a price that is due waits for its figure
  std::string command;                 ///< to bring in what is out; empty when nothing is
};

/// Figures of a series that stands in a contract itself, and that a price which is due waits for.
struct OwnFigures {
  std::string id;
  std::string contract;         ///< file
  std::vector<Period> periods;  ///< in order of time
};

/// All of them, for machines. `unread`: files that could not be read as contracts.
std::string index_status_json(const std::vector<NeededSeries>& needed,
                              const std::vector<OwnFigures>& own, std::size_t unread,
                              const Date& today, bool today_from_clock);

}  // namespace pricetalk
