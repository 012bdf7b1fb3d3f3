#pragma once

#include <string>
#include <vector>

#include "talk/pages.hpp"

namespace pricetalk {

/// How much of each block stands on the first sheet; what does not, stands on the second.
struct SheetRoom {
  static constexpr std::size_t all = 1000;
  bool grouped = false;     ///< prices with an equal step as one row
  std::size_t steps = all;  ///< of these rows; the largest amounts stay
  std::size_t findings = 5;
  std::size_t tasks = all;
  std::size_t people = all;
  std::size_t promises = all;
  std::size_t questions = all;
  std::size_t mends = all;

  /// A little less of the block that can best be missed; false when no less is possible. `prices`
  /// is how many there are.
  bool shrink(const TalkFacts& facts);
};

/// Writes the talk as a page: block by block in files of their own.
class TalkPage {
 public:
  TalkPage(const TalkFacts& facts, Language language, SheetRoom room)
      : facts_(facts),
        talk_(*facts.talk),
        contract_(*facts.talk->contract),
        language_(language),
        room_(room) {}

  Page make();

 private:
  std::string say(const std::string& en, const std::string& nl) const;
  std::string day(const Date& date) const;
  std::string money(const Figure& figure, bool whole = false) const;
  std::string money(const Outcome<Figure>& figure, bool whole = false) const;
  std::string signed_money(const Figure& figure) const;
  std::string quoted(const std::string& text) const { return "“" + text + "”"; }
  /// "Blok 2 gaat verder op blad 2" where a block has more than its room.
  std::string more(std::size_t count) const;
  Page::Heading block(int number, const std::string& en, const std::string& nl) const;
  void text(Words words) { page_.add(Page::Text{std::move(words)}); }

  void head();
  Words call_first() const;
  Words letter() const;

  // talk_prices.cpp
  void prices();
  Page::Grid price_grid(bool grouped) const;
  std::vector<Page::Column> price_columns() const;
  std::vector<Page::Cell> price_row(const TalkPrice& price) const;
  std::vector<Page::Cell> group_row(const PriceGroup& group) const;
  std::vector<const PriceGroup*> largest_groups() const;
  std::vector<Page::Cell> total_row(std::size_t columns) const;
  bool any_invoiced() const;
  std::optional<Date> one_day() const;
  std::string then_text(const TalkPrice& price) const;
  std::string step_text(const TalkPrice& price) const;
  std::string per_year_text(const std::optional<Outcome<Figure>>& figure) const;
  std::string quantity(const TalkPrice& price) const;
  std::string band(const TalkPrice& price) const;
  void until_end();
  void surcharges();
  void discounts();
  void decided();
  void announcement();
  void late_lines();
  std::string late_effect(const std::string& name) const;
  void open_readings();

  // talk_years.cpp
  void years();
  std::string total(const Total& t) const;
  std::string gain(const TalkFuture& future) const;
  void chart(const std::string& caption, bool offer);

  // talk_blocks.cpp
  void findings();
  Page::Grid findings_grid(std::size_t first, std::size_t last) const;
  Words what_to_do(const Finding& finding) const;
  std::string amount(const Finding& finding) const;
  void proposal();
  Words customer_side(const FutureBargain& future) const;
  Words own_side(const FutureBargain& future, const Proposal& proposal) const;
  std::string payback(const FutureBargain& future, const Proposal& proposal) const;

  // talk_people.cpp
  void people();
  Page::Grid people_grid(std::size_t first, std::size_t last) const;
  std::string role(const ContactTerms& contact) const;
  std::vector<const ContactTerms*> customers() const;
  void open_points();
  std::vector<Words> open_of(Side side) const;
  void questions();
  void to_do();

  /// What the first sheet had no room for.
  void second_sheet();

  const TalkFacts& facts_;
  const Talk& talk_;
  const Contract& contract_;
  Language language_;
  SheetRoom room_;
  Page page_;
};

/// About how many millimetres of an A4 sheet the elements take in the type of a talk page, rather
/// too many than too few.
int height_in_print(const Page& page);

}  // namespace pricetalk
