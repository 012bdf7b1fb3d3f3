#include "talk/calendar_file.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pricetalk {

namespace {

/// The zones that follow the rule of the European Union, with their hours from Greenwich in winter.
struct Zone {
  std::string_view name;
  int hours;
  std::string_view winter;
  std::string_view summer;
};
constexpr std::array<Zone, 8> zones{{{"Europe/Amsterdam", 1, "CET", "CEST"},
                                     {"Europe/Brussels", 1, "CET", "CEST"},
                                     {"Europe/Berlin", 1, "CET", "CEST"},
                                     {"Europe/Paris", 1, "CET", "CEST"},
                                     {"Europe/Vienna", 1, "CET", "CEST"},
                                     {"Europe/Luxembourg", 1, "CET", "CEST"},
                                     {"Europe/London", 0, "GMT", "BST"},
                                     {"Europe/Dublin", 0, "GMT", "IST"}}};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string day_text(Date day) {
  std::string made = day.text();
  std::erase(made, '-');
  return made;
}

std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c == '\n') {
      made += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      if (c == '\\' || c == ';' || c == ',') made += '\\';
      made += c;
    }
  }
  return made;
}

class CalendarWriter {
 public:
  /// A line of at most 75 bytes, and what goes on below it behind a blank; no letter is cut.
  void line(const std::string& text) {
    constexpr std::size_t longest = 75;
    std::size_t room = longest;
    std::size_t at = 0;
    while (text.size() - at > room) {
      std::size_t end = at + room;
      while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      out_ += text.substr(at, end - at) + "\r\n ";
      at = end;
      room = longest - 1;
    }
    out_ += text.substr(at) + "\r\n";
  }

  void zone(const Zone& zone) {
    line("BEGIN:VTIMEZONE");
    line("TZID:" + std::string(zone.name));
    const std::string winter = "+" + two(zone.hours) + "00";
    const std::string summer = "+" + two(zone.hours + 1) + "00";
    season("DAYLIGHT", "19810329T" + two(zone.hours + 1) + "0000", "3", winter, summer,
           zone.summer);
    season("STANDARD", "19961027T" + two(zone.hours + 2) + "0000", "10", summer, winter,
           zone.winter);
    line("END:VTIMEZONE");
  }

  void event(const CalendarEvent& event, Date made_on) {
    const std::string zone = known(event.zone) == nullptr ? "" : event.zone;
    line("BEGIN:VEVENT");
    line("UID:" + escaped(event.uid));
    line("DTSTAMP:" + day_text(made_on) + "T000000Z");
    // What is made later goes before what was made earlier.
    line("SEQUENCE:" + std::to_string(made_on.days()));
    if (event.whole_day) {
      line("DTSTART;VALUE=DATE:" + day_text(event.at.date));
      line("DTEND;VALUE=DATE:" + day_text(event.at.date.plus_days(1)));
      line("TRANSP:TRANSPARENT");
    } else {
      const std::string time =
          day_text(event.at.date) + "T" + two(event.at.hour) + two(event.at.minute) + "00";
      line("DTSTART" + (zone.empty() ? "" : ";TZID=" + zone) + ":" + time);
      line("DURATION:PT15M");
    }
    line("SUMMARY:" + escaped(event.title));
    if (!event.text.empty()) line("DESCRIPTION:" + escaped(event.text));
    if (event.days_ahead > 0) alarm(event);
    line("END:VEVENT");
  }

  std::string text() { return std::move(out_); }

  static const Zone* known(const std::string& name) {
    const auto* found = std::find_if(zones.begin(), zones.end(),
                                     [&](const Zone& each) { return each.name == name; });
    return found == zones.end() ? nullptr : found;
  }

 private:
  void season(const std::string& name, const std::string& since, const std::string& month,
              const std::string& from, const std::string& to, std::string_view short_name) {
    line("BEGIN:" + name);
    line("DTSTART:" + since);
    line("RRULE:FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU");
    line("TZOFFSETFROM:" + from);
    line("TZOFFSETTO:" + to);
    line("TZNAME:" + std::string(short_name));
    line("END:" + name);
  }

  void alarm(const CalendarEvent& event) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + escaped(event.title));
    line("TRIGGER:-P" + std::to_string(event.days_ahead) + "D");
    line("END:VALARM");
  }

  std::string out_;
};

}  // namespace

std::string calendar_file(const std::vector<CalendarEvent>& events, Date day, Language language) {
  CalendarWriter writer;
  writer.line("BEGIN:VCALENDAR");
  writer.line("VERSION:2.0");
  writer.line(std::string("PRODID:-//pricetalk//") + (language == Language::nl ? "NL" : "EN"));
  writer.line("CALSCALE:GREGORIAN");
  writer.line("METHOD:PUBLISH");
  for (const Zone& zone : zones)
    if (std::any_of(events.begin(), events.end(),
                    [&](const CalendarEvent& each) { return each.zone == zone.name; }))
      writer.zone(zone);
  for (const CalendarEvent& each : events) writer.event(each, day);
  writer.line("END:VCALENDAR");
  return writer.text();
}

}  // namespace pricetalk
