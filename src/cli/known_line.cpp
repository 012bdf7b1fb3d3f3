#include "cli/known_line.hpp"

#include <string_view>
#include <vector>

namespace pricetalk {

bool known_line(const std::string& id, const Contract& contract, const Session& session,
                Language language) {
  if (id.empty() || contract.find_line(id) != nullptr) return true;
  std::vector<std::string_view> known;
  for (const Line& line : contract.lines) known.push_back(line.id);
  const std::string near(nearest(id, known));
  Diagnostics problems;
  problems.error("U0006", {},
                 {"no price line '" + id + "' in this contract",
                  "geen prijsregel '" + id + "' in dit contract"},
                 near.empty()
                     ? Phrase{}
                     : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  session.print(problems, language);
  return false;
}

}  // namespace pricetalk
