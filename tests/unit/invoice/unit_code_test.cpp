#include "invoice/unit_code.hpp"

#include <gmock/gmock.h>

namespace pricetalk::invoices {
namespace unit_code_test {

TEST(UnitCode, is_held_against_the_word_of_the_contract_in_any_language) {
  for (const char* word : {"hour", "Uur", " uren ", "Stunde", "heures", "h"})
    EXPECT_EQ(same_unit("HUR", word), SameUnit::same) << word;
  EXPECT_EQ(same_unit("DAY", "hour"), SameUnit::another);
  EXPECT_EQ(same_unit("MON", "uur"), SameUnit::another);
  EXPECT_EQ(same_unit("MTK", "m²"), SameUnit::same);
  EXPECT_EQ(same_unit("KWH", "MWh"), SameUnit::another);
  EXPECT_EQ(same_unit("TNE", "t"), SameUnit::same);
  EXPECT_EQ(same_unit("Uren", "hour"), SameUnit::same);
  EXPECT_EQ(same_unit("maand", "hour"), SameUnit::another);
}

TEST(UnitCode, what_counts_anything_or_is_not_known_tells_nothing) {
  for (const char* code : {"C62", "EA", "H87", "ZZ", "LS", "XPP", ""})
    EXPECT_EQ(same_unit(code, "hour"), SameUnit::unknown) << code;
  for (const char* unit : {"machine", "lift", "100 m", "", "uur per week"})
    EXPECT_EQ(same_unit("MON", unit), SameUnit::unknown) << unit;
}

TEST(UnitCode, is_the_same_word_shortened_or_in_the_plural) {
  for (const char* word : {"u", "Std.", "hrs"})
    EXPECT_EQ(same_unit(word, "uur"), SameUnit::same) << word;
  EXPECT_EQ(same_unit("mnd", "maand"), SameUnit::same);
  EXPECT_EQ(same_unit("dgn.", "dag"), SameUnit::same);
  EXPECT_EQ(same_unit("stk", "stuks"), SameUnit::same);
  EXPECT_EQ(same_unit("kopjes", "kopje"), SameUnit::unknown);
  EXPECT_EQ(same_unit("machines", "machine per maand"), SameUnit::unknown);
}

TEST(UnitCode, that_nobody_knows_is_not_that_of_the_contract) {
  for (const char* word : {"dagdeel", "rit", "beurt", "stk"})
    EXPECT_EQ(same_unit(word, "uur"), SameUnit::another) << word;
  EXPECT_EQ(same_unit("pallet", "uur"), SameUnit::unheard);
  EXPECT_EQ(same_unit("pallet", ""), SameUnit::unknown);
}

TEST(UnitCode, has_a_name_in_both_languages) {
  EXPECT_EQ(unit_name("HUR").nl, "uren");
  EXPECT_EQ(unit_name("hour").nl, "uren");
  EXPECT_EQ(unit_name("XPP").en, "XPP");
}

}  // namespace unit_code_test
}  // namespace pricetalk::invoices
