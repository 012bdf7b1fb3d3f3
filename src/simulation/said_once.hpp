#pragma once

#include <set>
#include <string>
#include <utility>

#include "pricetalk/diagnostic/diagnostic.hpp"

namespace pricetalk {

/// Problems of several runs or contracts, each said once.
class SaidOnce {
 public:
  void add(const Diagnostics& more) {
    for (const Diagnostic& d : more.list())
      if (said_.emplace(d.code, d.title.en).second) all.add(d);
  }
  Diagnostics all;

 private:
  std::set<std::pair<std::string, std::string>> said_;
};

}  // namespace pricetalk
