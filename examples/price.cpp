#include <pricetalk/contract/contract.hpp>
#include <pricetalk/explain/format.hpp>
#include <pricetalk/pricing/schedule.hpp>

#include "read.hpp"

using namespace pricetalk;

/// What a contract allows on a day, and every step that led to it.
///   price FOLDER
int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const SourcePtr source = read(folder + "/contract.toml");
  const Contract contract = taken(read_contract(source));
  const Library figures = Library().with(contract.own_series, {source});
  const Date day = *Date::make(2026, 1, 1);

  const Coverage known(figures, day);  // figures as the world knows them on that day
  for (const PriceSchedule& prices : schedule(contract, known, day)) {
    const PriceEntry& entry = *prices.on(day);
    std::cout << prices.line->title << " from " << date_text(entry.from, Language::en) << ": "
              << words(entry.verdict).en << "\n";
    if (!entry.price) {
      for (const Reason& reason : entry.price.why().reasons())
        std::cout << "  not known yet: " << reason.text.en << "\n";
      continue;
    }
    for (const OutlineRow& row : outline(entry.why, entry.why.calculation->outputs.price)) {
      std::cout << "  " << row.label.en << ": " << value_text(row, Language::en);
      if (!row.numbers.en.empty()) std::cout << " = " << row.numbers.en;
      if (row.rounding) std::cout << " (" << words(*row.rounding).en << ")";
      std::cout << "\n";
    }
  }
  return 0;
}
