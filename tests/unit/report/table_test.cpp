#include "report/table.hpp"

#include <gtest/gtest.h>

namespace pricetalk {
namespace {

Table three_columns() {
  Table table;
  table.columns = {{"", Table::Align::left},
                   {"een", Table::Align::right},
                   {"twee", Table::Align::right},
                   {"drie", Table::Align::right}};
  table.row({"a", "1", "22", "333"});
  return table;
}

TEST(Table, knows_how_wide_it_is) { EXPECT_EQ(width(three_columns()), 18U); }

TEST(Table, is_one_table_where_it_fits_or_no_width_is_known) {
  EXPECT_EQ(as_text(three_columns(), 18), as_text(three_columns()));
  EXPECT_EQ(as_text(three_columns(), 0), as_text(three_columns()));
}

TEST(Table, repeats_its_first_column_beside_those_that_do_not_fit) {
  EXPECT_EQ(as_text(three_columns(), 12),
            "   een  twee\n-  ---  ----\na    1    22\n\n   drie\n-  ----\na   333\n");
}

TEST(Table, shows_a_column_that_is_wider_than_the_line) {
  EXPECT_EQ(as_text(three_columns(), 2),
            "   een\n-  ---\na    1\n\n   twee\n-  ----\na    22\n\n   drie\n-  ----\na   333\n");
}

}  // namespace
}  // namespace pricetalk
