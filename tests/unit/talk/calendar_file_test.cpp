#include "talk/calendar_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pricetalk {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const Date calendar_day = *Date::make(2025, 10, 14);

TEST(CalendarFile, has_times_with_their_zone_and_days_without) {
  const std::string made =
      calendar_file({{"a@x",
                      {*Date::make(2025, 10, 22), 10, 0},
                      false,
                      "Bellen",
                      "",
                      0,
                      true,
                      "Europe/Amsterdam"},
                     {"b@x", {*Date::make(2025, 10, 31), 0, 0}, true, "Laatste dag", "", 7, true}},
                    calendar_day, Language::nl);
  EXPECT_THAT(made, AllOf(HasSubstr("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"),
                          HasSubstr("DTSTART:19810329T020000\r\n"),
                          HasSubstr("TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"),
                          HasSubstr("DTSTAMP:20251014T000000Z\r\n"),
                          HasSubstr("DTSTART;TZID=Europe/Amsterdam:20251022T100000\r\n"),
                          HasSubstr("DTSTART;VALUE=DATE:20251031\r\nDTEND;VALUE=DATE:20251101\r\n"),
                          HasSubstr("TRIGGER:-P7D\r\n")));
}

TEST(CalendarFile, folds_at_75_bytes_between_letters_and_escapes) {
  std::string title = "a,b;c\\d\n";
  for (int i = 0; i < 100; ++i) title += "é";
  const std::string made = calendar_file(
      {{"a@x", {*Date::make(2025, 10, 22), 0, 0}, true, title, "", 0}}, calendar_day, Language::en);
  EXPECT_THAT(made, HasSubstr("SUMMARY:a\\,b\\;c\\\\d\\n"));
  EXPECT_THAT(made, Not(HasSubstr("VTIMEZONE")));
  std::string unfolded;
  for (std::size_t at = 0; at < made.size();) {
    const std::size_t end = made.find("\r\n", at);
    const std::string line = made.substr(at, end - at);
    EXPECT_LE(line.size(), 75U);
    EXPECT_NE(static_cast<unsigned char>(line.empty() ? 'x' : line.back()), 0xC3U);
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    at = end + 2;
  }
  EXPECT_THAT(unfolded, HasSubstr(title.substr(title.find("é"))));
}

}  // namespace pricetalk
