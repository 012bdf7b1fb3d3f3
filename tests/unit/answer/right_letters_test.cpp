#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "answer/answer.hpp"
#include "cli/load.hpp"
#include "files/files.hpp"
#include "pricing/day_step.hpp"

// A supplier who does what the contract allows is never disputed, nor asked: each step of the
// shipped and published contracts is typed as the letter that announces it, the percentage rounded
// to none, one, two or four decimals, the price as the contract rounds it.

namespace pricetalk {
namespace {

constexpr std::size_t steps_of_a_line = 6;
constexpr std::size_t right_letters = 1'000;

struct RightLetter {
  ReceivedLetter letter;
  std::string what;
};

/// The letters that a step can be announced with. A percentage is rounded half-up, as people do.
std::vector<RightLetter> letters_of(const PriceSchedule& prices, const PriceEntry& entry) {
  std::vector<RightLetter> made;
  const Line& line = *prices.line;
  const DayStep day = step_of_day(prices, entry);
  const std::string place = entry.address.text;
  if (day.change)
    for (const int decimals : {0, 1, 2, 4}) {
      ReceivedLetter letter;
      letter.change = Percent{round(*day.change * Ratio(100), Rounding::decimals(decimals))};
      letter.lines = {line.id};
      letter.on = entry.from;
      made.push_back({letter, place + " " + letter.change->text()});
    }
  if (line.prices.size() > 1 || line.only_surcharges()) return made;
  ReceivedLetter letter;
  letter.prices = {
      {line.id, as_decimal(*entry.price, line.price_decimals(prices.contract->currency))}};
  letter.on = entry.from;
  made.push_back({letter, place + " at " + letter.prices.front().unit_price.text()});
  return made;
}

TEST(right_letters, are_accepted_a_thousand_times_and_never_disputed) {
  std::mt19937 draw(14);
  std::size_t asked = 0;
  for (const char* folder : {"contracts", "tests/conformance/native", "tests/conformance/own",
                             "tests/conformance/ladder"}) {
    const auto files = list_files(std::string(PRICETALK_ROOT "/") + folder, ".toml");
    ASSERT_TRUE(files.ok()) << folder;
    for (const std::string& path : *files.value) {
      const auto loaded = load_contract(path, {});
      if (!loaded.ok()) continue;
      const Contract& contract = loaded.value->contract;
      const Library& library = loaded.value->library;
      const Date until =
          std::min(contract.end.value_or(*Date::make(2027, 1, 1)), *Date::make(2027, 1, 1));
      const Coverage coverage(library, std::nullopt);
      for (const PriceSchedule& prices : schedule(contract, coverage, until)) {
        std::vector<const PriceEntry*> steps;
        for (const PriceEntry& entry : prices.entries)
          if (entry.clause != nullptr && entry.price && entry.before &&
              entry.verdict == Verdict::adjusted && prices.on(entry.from) == &entry)
            steps.push_back(&entry);
        std::shuffle(steps.begin(), steps.end(), draw);
        if (steps.size() > steps_of_a_line) steps.resize(steps_of_a_line);
        for (const PriceEntry* entry : steps)
          for (const RightLetter& right : letters_of(prices, *entry)) {
            const AnsweredLetter made =
                answer(contract, library, right.letter, *Date::make(2027, 1, 1), Why::left_out);
            ++asked;
            ASSERT_EQ(made.lines.size(), 1U) << path << " " << right.what;
            EXPECT_EQ(word(made.verdict), "accept")
                << path << " " << right.what << ": " << made.lines.front().prices.front().why.en;
            EXPECT_TRUE(amount_of(made.too_much).is_zero()) << path;
          }
      }
    }
  }
  EXPECT_GE(asked, right_letters);
}

}  // namespace
}  // namespace pricetalk
