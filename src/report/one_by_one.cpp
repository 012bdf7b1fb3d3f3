#include "report/one_by_one.hpp"

namespace pricetalk {

std::string one_by_one(const PortfolioRoute& route, Language language) {
  std::size_t all = 0;
  std::string whys;
  for (const auto& [key, why] : route.by_itself) {
    all += why.second;
    whys += (whys.empty() ? "" : "; ") + why.first.in(language) + ": " + std::to_string(why.second);
  }
  if (all == 0) return {};
  return say(language, "Computed one by one: ", "Eén voor één berekend: ") + std::to_string(all) +
         say(language, all == 1 ? " contract (" : " contracts (",
             all == 1 ? " contract (" : " contracten (") +
         whys + ").\n";
}

}  // namespace pricetalk
