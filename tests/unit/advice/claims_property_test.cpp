#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "offered.hpp"

// Random contracts with random offers: what the letter may promise is reckoned again here, from the
// text of the contract with the decision written into it, by adding up months.

namespace pricetalk {
namespace claims_property {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int from(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
  bool often(int percent) { return from(1, 100) <= percent; }
  template <class T>
  T one_of(std::initializer_list<T> all) {
    return *(all.begin() + from(0, static_cast<int>(all.size()) - 1));
  }

 private:
  std::mt19937 engine_;
};

struct Drawn {
  std::string text;  ///< without the innovation
  std::string innovation;
  Date today;
};

/// Steps of a clause: one or two a year, rising and falling.
std::string clause_of(Random& r, const std::string& id) {
  const bool twice = r.often(40);
  const std::string first = r.one_of({"01-01", "01-01", "07-01", "04-01"});
  std::string dates;
  std::string constants;
  for (int year = 2026; year <= 2029; ++year)
    for (int half = 0; half < (twice ? 2 : 1); ++half) {
      const int month = (first == "07-01" && twice ? 1 : std::stoi(first.substr(0, 2))) + half * 6;
      const std::string day =
          std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + "-01";
      const int tenths = r.often(20) ? -r.from(1, 30) : r.from(0, 60);
      dates += (dates.empty() ? "" : ", ") + day;
      constants += std::string(constants.empty() ? "" : ", ") + "{ from = " + day + ", value = \"" +
                   (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10) + "." +
                   std::to_string(std::abs(tenths) % 10) + "%\" }";
    }
  std::string text = "[clause." + id + "]\narticle = \"7\"\n";
  text += "adjust = { dates = [" + dates + "] }\n";
  text +=
      "formula = \"" + std::string(r.often(15) ? "P = P0 * (1 + stap)" : "change = stap") + "\"\n";
  text += "constants = { stap = [{ from = 2020-01-01, value = \"1%\" }, " + constants + "] }\n";
  text += "rounding = { price = { decimals = 2 } }\n";
  if (r.often(70)) {
    text += "notice = { before = \"" + std::string(r.one_of({"1 month", "2 months"})) +
            "\", late = \"" + r.one_of({"forfeits", "next-date"}) + "\" }\n";
  }
  if (r.often(20)) text += "limits = { cap = \"3%\" }\n";
  return text;
}

Drawn draw(Random& r) {
  Drawn made;
  const int end_year = r.from(2027, 2030);
  const std::string end = std::to_string(end_year) + r.one_of({"-12-31", "-12-31", "-06-30"});
  made.text =
      "schema = 1\n[contract]\nid = \"R\"\njurisdiction = \"NL\"\ncurrency = \"EUR\"\n"
      "vat = \"excluded\"\nstart = 2024-01-01\nend = " +
      end + "\n";
  const int lines = r.from(1, 3);
  for (int i = 1; i <= lines; ++i) {
    const std::string n = std::to_string(i);
    made.text += "[price.l" + n + "]\nunit_price = " + std::to_string(r.from(5, 400)) + "." +
                 std::to_string(r.from(10, 99)) + "\nprice_date = 2025-01-01\n" +
                 "quantity = { per_month = " + std::to_string(r.from(1, 500)) + " }\n";
    if (r.often(20))
      made.text +=
          "parts = [{ name = \"a\", share = \"70%\", clause = \"c1\" }, { name = \"b\", "
          "share = \"30%\", clause = \"c2\" }]\n";
    else if (!r.often(10))  // else a fixed price
      made.text += "clause = \"c" + std::to_string(r.from(1, 2)) + "\"\n";
  }
  made.text += clause_of(r, "c1") + clause_of(r, "c2");
  made.text +=
      "[price.both]\nunit_price = 10.00\nprice_date = 2025-01-01\nquantity = { per_month = "
      "1 }\nclause = [\"c1\"]\n[price.second]\nunit_price = 10.00\nprice_date = 2025-01-01\n"
      "quantity = { per_month = 1 }\nclause = \"c2\"\n";
  made.innovation = "[innovation.i]\nwhat = \"x\"\nsaving_per_year = { cautious = " +
                    std::to_string(r.from(0, 400) * 100) + " }\n";
  if (r.often(40)) made.innovation += "for = [\"l1\"]\n";
  if (r.often(70))
    made.innovation += "reduction_per_month = " + std::to_string(r.from(1, 900)) + ".00\n";
  made.innovation +=
      "start = " + std::string(r.one_of({"2026-02-01", "2026-05-01", "2026-01-01"})) + "\n";
  made.today = *Date::make(2025, r.from(10, 12), r.from(1, 28));
  return made;
}

std::unique_ptr<Contract> read(const std::string& text) {
  auto loaded = read_contract(std::make_shared<const SourceText>("r.toml", text));
  if (!loaded.value) return nullptr;
  return std::make_unique<Contract>(std::move(*loaded.value));
}

/// Prices of a contract text, and what its months come to.
struct Reckoned {
  std::unique_ptr<Contract> contract;
  Library library;
  std::vector<PriceSchedule> schedules;

  Reckoned(const std::string& text, Date today) : contract(read(text)) {
    schedules = schedule(*contract, Coverage(library, today), *Date::make(2031, 12, 31));
  }
  Ratio price(const std::string& line, Date day) const {
    for (const PriceSchedule& prices : schedules)
      if (prices.line->id == line) return *prices.on(day)->price;
    throw std::logic_error("no such line");
  }
  /// What a clause does to a line on a date.
  Ratio step(const WaivedStep& of) const {
    Ratio sum;
    for (const PriceSchedule& prices : schedules)
      for (const PriceEntry& entry : prices.entries)
        if (prices.line->id == of.line && entry.date == of.date && entry.clause != nullptr &&
            entry.clause->id == of.clause)
          sum = sum + (*entry.price - *entry.before);
    return sum;
  }
  /// Cents of the months of [from, until] that the contract holds.
  std::int64_t paid(Date from, Date until) const {
    std::int64_t cents = 0;
    for (Date day = *Date::make(from.year(), from.month(), 1); day <= until;
         day = day + Duration{1, Unit::month}) {
      if (day > *contract->end) break;
      for (const Line& line : contract->lines) {
        const Ratio amount =
            price(line.id, day) * Ratio(line.quantity->value.rates.front().rate.values.front());
        cents += round(amount, Rounding::decimals(2)).mantissa();
      }
    }
    return cents;
  }
};

std::int64_t cents(const Explained& amount) {
  return round(Ratio(amount_of(amount.figure)), Rounding::decimals(2)).mantissa();
}

/// The decision and the late announcements as a person would write them into the file.
std::string written_in(const std::string& text, const Offered& offered, bool accepts, Date today) {
  std::string made = text;
  const Contract& contract = *offered.contract;
  for (const Clause& clause : contract.clauses) {
    if (!clause.notice.before) continue;
    const Date date = offered.proposal.adjustment;
    if (today <= date - clause.notice.before->value) continue;
    const bool declared = std::any_of(
        offered.ways.declined.terms.announcement.begin(),
        offered.ways.declined.terms.announcement.end(),
        [&](const AnnouncementTerms& each) { return each.clause.value.value == clause.id; });
    // Of a step that is given up the announcement says nothing; other lines of the clause are late.
    if (!declared) continue;
    made += "[[announcement]]\ndate = " + today.text() + "\nclause = \"" + clause.id +
            "\"\nfor = " + date.text() + "\n";
  }
  if (accepts)
    for (const WaivedStep& step : offered.ways.waived)
      made += "[[decision]]\ndate = " + step.date.text() + "\nclause = [\"" + step.clause +
              "\"]\nprice = [\"" + step.line + "\"]\nkind = \"waived\"\n";
  return made;
}

struct Seen {
  int offers = 0;
  int quiet = 0;
  int limits = 0;
  int for_good = 0;
  int late = 0;
  int lower = 0;
};

void check(const Drawn& drawn, const Offered& offered, Seen& seen) {
  const OfferTerms& terms = offered.proposal.offer()->customer_terms();
  const Promises& said = terms.promises;
  const Reckoned no(written_in(drawn.text, offered, false, drawn.today), drawn.today);
  const Reckoned yes(written_in(drawn.text, offered, true, drawn.today), drawn.today);
  ++seen.offers;
  // A decrease is never taken away: what the clause itself does to the line raises it.
  const Reckoned plain(drawn.text, drawn.today);
  for (const WaivedStep& step : offered.ways.waived)
    EXPECT_GT(plain.step(step), Ratio(0)) << step.line << " " << step.clause;
  ASSERT_TRUE(said.no_increase);
  const Claim& quiet = said.no_increase->claim();
  EXPECT_GE(quiet.until, terms.adjustment);
  for (const std::string& line : quiet.lines)
    for (Date day = quiet.from; day <= quiet.until; day = day.plus_days(1))
      ASSERT_FALSE(yes.price(line, day) > yes.price(line, day.plus_days(-1)))
          << line << " " << day.text();
  ++seen.quiet;
  // What rises in the first year all the same is said.
  for (const Line& line : yes.contract->lines)
    for (Date day = quiet.from; day <= terms.first_year.until; day = day.plus_days(1)) {
      if (!(yes.price(line.id, day) > yes.price(line.id, day.plus_days(-1)))) continue;
      const bool told =
          std::any_of(terms.moves.begin(), terms.moves.end(), [&](const PriceMove& move) {
            return move.line->id == line.id && move.from == day && move.then &&
                   Ratio(amount_of(*move.then)) == yes.price(line.id, day);
          });
      EXPECT_TRUE(told) << line.id << " " << day.text();
      ++seen.limits;
    }
  const Date first = terms.first_year.from;
  const Date last = terms.first_year.until;
  const std::int64_t less = no.paid(first, last) - yes.paid(first, last);
  if (said.waived_first_year) {
    EXPECT_EQ(cents(said.waived_first_year->amount()), less);
  }
  std::int64_t reduced = 0;
  if (!said.reductions.empty()) {
    const Claim& claim = said.reductions.front().claim();
    EXPECT_GT(claim.from, drawn.today);
    for (Date day = claim.from; day <= claim.until && day <= *yes.contract->end;
         day = day + Duration{1, Unit::month}) {
      if (first <= day && day <= last) reduced += cents(said.reductions.front().amount());
      std::int64_t bill = 0;
      for (const std::string& line : offered.ways.lines)
        bill += round(yes.price(line, day) * Ratio(yes.contract->find_line(line)
                                                       ->quantity->value.rates.front()
                                                       .rate.values.front()),
                      Rounding::decimals(2))
                    .mantissa();
      EXPECT_GE(bill, cents(said.reductions.front().amount())) << day.text();
    }
  }
  if (said.lower_bill) {
    ASSERT_FALSE(said.reductions.empty());
    ++seen.lower;
    const std::int64_t off = cents(said.reductions.front().amount());
    const Claim& claim = said.lower_bill->claim();
    for (Date day = claim.from; day <= claim.until && day <= *yes.contract->end;
         day = day + Duration{1, Unit::month}) {
      EXPECT_LT(yes.paid(day, day) - off, no.paid(day, day)) << day.text();
      if (day <= last) {
        EXPECT_LT(yes.paid(day, day) - off, yes.paid(drawn.today, drawn.today)) << day.text();
      }
    }
  }
  if (said.benefit_first_year) {
    EXPECT_EQ(cents(said.benefit_first_year->amount()), less + reduced);
  }
  if (said.nothing_comes_back) {
    ++seen.for_good;
    for (const std::string& line : said.nothing_comes_back->claim().lines)
      for (Date day = terms.adjustment; day <= *yes.contract->end && day.year() <= 2030;
           day = day + Duration{1, Unit::month}) {
        // Never dearer than with every step, and never as dear again once it was cheaper.
        const Ratio with = no.price(line, day);
        const Ratio without = yes.price(line, day);
        EXPECT_FALSE(without > with) << line << " " << day.text();
        const Date next = day + Duration{1, Unit::month};
        if (next > *yes.contract->end) break;
        if (without < with) {
          EXPECT_TRUE(yes.price(line, next) < no.price(line, next)) << line << " " << next.text();
        }
      }
  }
  for (const auto& price : said.prices)
    EXPECT_EQ(no.price(price.claim().lines.front(), price.claim().from),
              Ratio(amount_of(price.amount().figure)));
  if (said.announced_in_time) {
    for (const WaivedStep& step : offered.ways.waived) {
      const auto& before = offered.contract->find_clause(step.clause)->notice.before;
      if (before) {
        EXPECT_LE(drawn.today, step.date - before->value);
      }
    }
  } else {
    ++seen.late;
  }
  if (said.good_for_both) {
    std::int64_t customer = 0;
    for (const ProposalYear& year : offered.proposal.years)
      customer += no.paid(year.from, year.until) - yes.paid(year.from, year.until);
    EXPECT_GT(customer, 0);
  }
}

TEST(claims, hold_when_the_contract_is_reckoned_again_with_the_decision_written_in) {
  Seen seen;
  for (unsigned seed = 1; seed <= 80; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const Drawn drawn = draw(random);
    const auto plain = read(drawn.text + drawn.innovation);
    if (plain == nullptr) continue;
    const auto adjustment = adjustment_under_discussion(*plain, drawn.today);
    if (!adjustment) continue;
    const Offered offered(drawn.text + drawn.innovation, *adjustment, drawn.today);
    if (offered.proposal.offer() != nullptr) check(drawn, offered, seen);
    if (testing::Test::HasFatalFailure()) return;
  }
  // Every kind of claim came by, so that the test can fail.
  EXPECT_GT(seen.offers, 12);
  EXPECT_GT(seen.limits, 2);
  EXPECT_GT(seen.for_good, 4);
  EXPECT_GT(seen.late, 0);
  EXPECT_GT(seen.lower, 2);
}

}  // namespace claims_property
}  // namespace pricetalk
