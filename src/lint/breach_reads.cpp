#include "lint/breach_reads.hpp"

#include <algorithm>

#include "document/time_words.hpp"

namespace pricetalk {

std::vector<const Clause*> clauses_in_use(const Contract& contract) {
  std::vector<const Clause*> found;
  for (const Clause& clause : contract.clauses) {
    const auto position = static_cast<std::size_t>(&clause - contract.clauses.data());
    const bool used =
        std::any_of(contract.lines.begin(), contract.lines.end(), [&](const Line& line) {
          const auto holds = [&](const std::vector<std::size_t>& all) {
            return std::find(all.begin(), all.end(), position) != all.end();
          };
          return holds(line.clauses) || holds(line.surcharges);
        });
    if (used) found.push_back(&clause);
  }
  return found;
}

SeriesKind kind_of_read(const IndexRead& read, const Library& library) {
  const std::string& id = read.series.value.value;
  const Series* series = library.find(id);
  return series != nullptr ? kind_of(*series) : kind_of_id(id);
}

std::string title_of_read(const IndexRead& read, const Library& library) {
  const std::string& id = read.series.value.value;
  const Series* series = library.find(id);
  return series == nullptr || series->title.empty() ? id : series->title;
}

bool is_named(const ClauseRule& rule, const IndexRead& read) {
  return std::any_of(rule.indices.begin(), rule.indices.end(), [&](const std::string& part) {
    return read.series.value.value.find(part) != std::string::npos;
  });
}

Phrase is_it_rent() {
  return {"is it rent? Other rules hold then, and subject under [contract] says so",
          "gaat het om huur? Dan gelden andere regels, en subject onder [contract] zegt dat"};
}

}  // namespace pricetalk
