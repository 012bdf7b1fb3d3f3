#include <cstdint>
#include <span>

#include "calendar/working_day.hpp"

// National public holidays as rows. A holiday that moved has a row for each stretch of years.
namespace pricetalk {

namespace {

enum class Anchor : std::uint8_t {
  easter,               // a: days after Easter Sunday
  on,                   // month a, day b
  not_on_sunday,        // month a, day b; the day before when that is a Sunday
  or_monday,            // month a, day b, and the Monday after it when that is in a weekend
  or_two_days_later,    // month a, day b, and the day two days later when that is in a weekend
  monday_from,          // the first Monday on or after month a, day b
  wednesday_from,       // the first Wednesday on or after month a, day b
  friday_on_or_monday,  // month a, day b when that is a Friday, else the first Monday after it
};

struct Years {
  int first = 1;
  int last = 9999;
  int every = 1;  // only years that this divides
};

struct Rule {
  Anchor anchor;
  int a;
  int b = 0;
  Years years = {};
};

constexpr int good_friday = -2;
constexpr int easter_monday = 1;
constexpr int ascension = 39;
constexpr int whit_monday = 50;
constexpr int corpus_christi = 60;

constexpr Rule netherlands[] = {
    {Anchor::on, 1, 1},
    {Anchor::easter, easter_monday},
    {Anchor::not_on_sunday, 4, 30, {.last = 2013}},   // Koninginnedag
    {Anchor::not_on_sunday, 4, 27, {.first = 2014}},  // Koningsdag
    {Anchor::on, 5, 5, {.every = 5}},                 // Bevrijdingsdag
    {Anchor::easter, ascension},
    {Anchor::easter, whit_monday},
    {Anchor::on, 12, 25},
    {Anchor::on, 12, 26},
};

constexpr Rule belgium[] = {
    {Anchor::on, 1, 1},
    {Anchor::easter, easter_monday},
    {Anchor::on, 5, 1},
    {Anchor::easter, ascension},
    {Anchor::easter, whit_monday},
    {Anchor::on, 7, 21},  // national day
    {Anchor::on, 8, 15},
    {Anchor::on, 11, 1},
    {Anchor::on, 11, 11},
    {Anchor::on, 12, 25},
};

constexpr Rule germany[] = {
    {Anchor::on, 1, 1},
    {Anchor::easter, good_friday},
    {Anchor::easter, easter_monday},
    {Anchor::on, 5, 1},
    {Anchor::easter, ascension},
    {Anchor::easter, whit_monday},
    {Anchor::on, 10, 3, {.first = 1990}},                 // Tag der Deutschen Einheit
    {Anchor::wednesday_from, 11, 16, {.last = 1994}},     // Buß- und Bettag
    {Anchor::on, 10, 31, {.first = 2017, .last = 2017}},  // 500 years of the Reformation
    {Anchor::on, 12, 25},
    {Anchor::on, 12, 26},
};

constexpr Rule france[] = {
    {Anchor::on, 1, 1},          {Anchor::easter, easter_monday},
    {Anchor::on, 5, 1},          {Anchor::on, 5, 8},
    {Anchor::easter, ascension}, {Anchor::easter, whit_monday},
    {Anchor::on, 7, 14},         {Anchor::on, 8, 15},
    {Anchor::on, 11, 1},         {Anchor::on, 11, 11},
    {Anchor::on, 12, 25},
};

constexpr Rule luxembourg[] = {
    {Anchor::on, 1, 1},          {Anchor::easter, easter_monday},
    {Anchor::on, 5, 1},          {Anchor::on, 5, 9, {.first = 2019}},  // Europe Day
    {Anchor::easter, ascension}, {Anchor::easter, whit_monday},
    {Anchor::on, 6, 23},  // national day
    {Anchor::on, 8, 15},         {Anchor::on, 11, 1},
    {Anchor::on, 12, 25},        {Anchor::on, 12, 26},
};

constexpr Rule austria[] = {
    {Anchor::on, 1, 1},
    {Anchor::on, 1, 6},
    {Anchor::easter, easter_monday},
    {Anchor::on, 5, 1},
    {Anchor::easter, ascension},
    {Anchor::easter, whit_monday},
    {Anchor::easter, corpus_christi},
    {Anchor::on, 8, 15},
    {Anchor::on, 10, 26},  // national day
    {Anchor::on, 11, 1},
    {Anchor::on, 12, 8},
    {Anchor::on, 12, 25},
    {Anchor::on, 12, 26},
};

constexpr Rule england[] = {
    {Anchor::or_monday, 1, 1},
    {Anchor::easter, good_friday},
    {Anchor::easter, easter_monday},
    // Early May
    {Anchor::monday_from, 5, 1, {.first = 1978, .last = 1994}},
    {Anchor::on, 5, 8, {.first = 1995, .last = 1995}},
    {Anchor::monday_from, 5, 1, {.first = 1996, .last = 2019}},
    {Anchor::on, 5, 8, {.first = 2020, .last = 2020}},
    {Anchor::monday_from, 5, 1, {.first = 2021}},
    // Spring
    {Anchor::monday_from, 5, 25, {.first = 1971, .last = 2001}},
    {Anchor::on, 6, 4, {.first = 2002, .last = 2002}},
    {Anchor::monday_from, 5, 25, {.first = 2003, .last = 2011}},
    {Anchor::on, 6, 4, {.first = 2012, .last = 2012}},
    {Anchor::monday_from, 5, 25, {.first = 2013, .last = 2021}},
    {Anchor::on, 6, 2, {.first = 2022, .last = 2022}},
    {Anchor::monday_from, 5, 25, {.first = 2023}},
    // Summer
    {Anchor::monday_from, 8, 25, {.first = 1971}},
    {Anchor::or_two_days_later, 12, 25},
    {Anchor::or_two_days_later, 12, 26},
    // Proclaimed once
    {Anchor::on, 12, 31, {.first = 1999, .last = 1999}},  // millennium
    {Anchor::on, 6, 3, {.first = 2002, .last = 2002}},    // Golden Jubilee
    {Anchor::on, 4, 29, {.first = 2011, .last = 2011}},   // royal wedding
    {Anchor::on, 6, 5, {.first = 2012, .last = 2012}},    // Diamond Jubilee
    {Anchor::on, 6, 3, {.first = 2022, .last = 2022}},    // Platinum Jubilee
    {Anchor::on, 9, 19, {.first = 2022, .last = 2022}},   // state funeral
    {Anchor::on, 5, 8, {.first = 2023, .last = 2023}},    // coronation
};

constexpr Rule ireland[] = {
    {Anchor::on, 1, 1},
    {Anchor::friday_on_or_monday, 2, 1, {.first = 2023}},  // St Brigid's Day
    {Anchor::on, 3, 17},
    {Anchor::on, 3, 18, {.first = 2022, .last = 2022}},  // remembrance and recognition
    {Anchor::easter, easter_monday},
    {Anchor::monday_from, 5, 1, {.first = 1994}},
    {Anchor::monday_from, 6, 1},
    {Anchor::monday_from, 8, 1},
    {Anchor::monday_from, 10, 25},
    {Anchor::on, 12, 25},
    {Anchor::on, 12, 26},
};

struct Jurisdiction {
  std::string_view code;
  std::span<const Rule> rules;
};

constexpr Jurisdiction jurisdictions[] = {
    {"NL", netherlands}, {"BE", belgium}, {"DE", germany}, {"FR", france},
    {"LU", luxembourg},  {"AT", austria}, {"GB", england}, {"IE", ireland},
};

std::span<const Rule> rules_of(std::string_view code) {
  for (const Jurisdiction& jurisdiction : jurisdictions) {
    if (jurisdiction.code == code) return jurisdiction.rules;
  }
  return {};
}

constexpr int monday = 1;
constexpr int wednesday = 3;
constexpr int friday = 5;
constexpr int saturday = 6;
constexpr int sunday = 7;

Date first_from(Date date, int weekday) {
  return date.plus_days((weekday - date.weekday() + 7) % 7);
}

// The day off that an anchor adds to the day it names, or that day itself.
Date moved(Date named, Anchor anchor) {
  const bool weekend = named.weekday() >= saturday;
  switch (anchor) {
    case Anchor::not_on_sunday:
      return named.weekday() == sunday ? named.plus_days(-1) : named;
    case Anchor::or_monday:
      return weekend ? first_from(named, monday) : named;
    case Anchor::or_two_days_later:
      return weekend ? named.plus_days(2) : named;
    case Anchor::monday_from:
      return first_from(named, monday);
    case Anchor::wednesday_from:
      return first_from(named, wednesday);
    case Anchor::friday_on_or_monday:
      return named.weekday() == friday ? named : first_from(named, monday);
    case Anchor::easter:
    case Anchor::on:
      break;
  }
  return named;
}

bool keeps_named_day(Anchor anchor) {
  return anchor == Anchor::or_monday || anchor == Anchor::or_two_days_later;
}

bool falls_on(const Rule& rule, Date date) {
  const int year = date.year();
  if (year < rule.years.first || rule.years.last < year || year % rule.years.every != 0) {
    return false;
  }
  if (rule.anchor == Anchor::easter) return date == easter(year).plus_days(rule.a);
  const Date named = *Date::make(year, rule.a, rule.b);
  return date == moved(named, rule.anchor) || (keeps_named_day(rule.anchor) && date == named);
}

}  // namespace

bool is_holiday(Date date, std::string_view jurisdiction) {
  for (const Rule& rule : rules_of(jurisdiction)) {
    if (falls_on(rule, date)) return true;
  }
  return false;
}

bool knows_holidays(std::string_view jurisdiction) { return !rules_of(jurisdiction).empty(); }

}  // namespace pricetalk
