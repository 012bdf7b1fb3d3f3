#include "cli/own_file.hpp"

namespace pricetalk {

Diagnostics not_written_over(const std::string& path, const Phrase& what) {
  Diagnostics problems;
  problems.error(
      "O0007", {},
      {"'" + path + "' is not " + what.en + ", and is not written over",
       "'" + path + "' is geen " + what.nl + ", en wordt niet overschreven"},
      {"name another file, or delete this one", "noem een ander bestand, of verwijder dit"});
  return problems;
}

}  // namespace pricetalk
