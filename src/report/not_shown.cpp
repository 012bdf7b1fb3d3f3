#include "report/not_shown.hpp"

namespace pricetalk {

std::string not_shown(std::size_t contracts, Language language) {
  if (contracts == 0) return {};
  const std::string end = contracts == 1
                              ? say(language, " contract that could not be used, see above.\n",
                                    " contract dat niet te gebruiken was, zie boven.\n")
                              : say(language, " contracts that could not be used, see above.\n",
                                    " contracten die niet te gebruiken waren, zie boven.\n");
  return say(language, "NOT SHOWN: ", "NIET GETOOND: ") + std::to_string(contracts) + end;
}

}  // namespace pricetalk
