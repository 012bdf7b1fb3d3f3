#include "invoice/reading_hypothesis.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "document/words.hpp"
#include "invoice/largest.hpp"
#include "invoice/reading_questions.hpp"
#include "invoice/vat_on_top.hpp"
#include "invoice/vat_rates.hpp"

namespace pricetalk::invoices {

namespace {

using cells::NumberMarks;
using Numbers = std::vector<std::optional<Decimal>>;

constexpr NumberMarks with_comma{',', '.'};
constexpr NumberMarks with_point{'.', ','};

bool is_usual_rate(const Ratio& percents) {
  return std::any_of(vat::tenths_of_rates.begin(), vat::tenths_of_rates.end(),
                     [&](std::int64_t each) { return percents == Ratio::of(each, 10); });
}

/// What a heading says of the VAT in its amounts.
enum class SaysVat : std::uint8_t { nothing, without_vat, with_vat };
SaysVat says(const std::string& heading) {
  const std::string text = cells::folded(heading);
  const auto holds = [&](std::string_view word) { return text.find(word) != std::string::npos; };
  if (holds("incl") || holds("brut") || holds("gross") || text.ends_with("ttc"))
    return SaysVat::with_vat;
  if (holds("excl") || holds("net") || text.ends_with("ht")) return SaysVat::without_vat;
  return SaysVat::nothing;
}

bool says_rate(const std::string& heading) {
  const std::string text = cells::folded(heading);
  const auto holds = [&](std::string_view word) { return text.find(word) != std::string::npos; };
  return heading.find('%') != std::string::npos || holds("perc") || holds("pct") ||
         holds("tarief") || holds("rate") || holds("satz") || holds("taux");
}

bool says_vat_amount(const std::string& heading) {
  const std::string text = cells::folded(heading);
  return text.find("bedrag") != std::string::npos || text.find("amount") != std::string::npos ||
         text.find("betrag") != std::string::npos || text.find("montant") != std::string::npos;
}

/// What a row comes to under a hypothesis.
struct RowMoney {
  std::optional<Ratio> net;
  std::optional<Ratio> vat;
  friend bool operator==(const RowMoney&, const RowMoney&) = default;
};

class Trial {
 public:
  Trial(const std::vector<csv::Row>& rows, const csv::Field* unsure, Layout& layout,
        Diagnostics& diagnostics)
      : rows_(rows), unsure_(unsure), layout_(layout), diagnostics_(diagnostics) {}

  bool decide() {
    const std::vector<ReadingHypothesis> all = hypotheses();
    if (all.empty())
      return !asks_for_vat() || (ask_vat(asked(), layout_.amounts.front(), diagnostics_), false);
    std::vector<ReadingEvidence> evidence;
    evidence.reserve(all.size());
    for (const ReadingHypothesis& each : all) evidence.push_back(weigh(each));
    std::size_t best = 0;
    for (std::size_t i = 1; i < all.size(); ++i)
      if (better(all[i], evidence[i], all[best], evidence[best])) best = i;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (i != best && evidence[i].score() == evidence[best].score() &&
          prior(all[i]) == prior(all[best]) && differ(all[i], all[best]))
        return ask_which(asked(), all[best], all[i], diagnostics_), false;
    if (const csv::Field* quantity = unclear_quantity(all[best], evidence[best]))
      return ask_quantity(*quantity, diagnostics_), false;
    if (shows_vat_on_top(all[best], evidence[best])) {
      if (evidence[best].rates_on_top.size() > 1 && evidence[best].untested > 0)
        return ask_vat(asked(), all[best].amount, diagnostics_), false;
      take(all[best], evidence[best]);
      take_vat_on_top(all[best], evidence[best]);
      return true;
    }
    if (holds_vat(all[best], evidence[best]))
      return ask_vat(asked(), all[best].amount, diagnostics_), false;
    if (refused(evidence[best]))
      return refuse(asked(), all[best], evidence[best], diagnostics_), false;
    ReadingHypothesis other = all[best];
    other.with_vat = !other.with_vat;
    if (unproved_vat(all[best], evidence[best]) && differ(all[best], other))
      return ask_which(asked(), all[best], other, diagnostics_), false;
    take(all[best], evidence[best]);
    return true;
  }

 private:
  const ColumnTerms* terms() const { return layout_.terms; }
  AskedReading asked() const { return {layout_, rows_.front().where, unsure_}; }
  bool stated_vat() const {
    return terms() != nullptr && (terms()->vat_is || terms()->amount_is || terms()->columns.vat);
  }

  /// A column file says that the amounts hold VAT, and there is no column of it.
  bool asks_for_vat() const {
    return terms() != nullptr && terms()->amount_is &&
           terms()->amount_is->value == AmountIs::with_vat && !layout_.amounts.empty();
  }

  /// Amounts with VAT beside which none stands: the heading says so, or every row is quantity x
  /// price with a usual rate on top.
  bool holds_vat(const ReadingHypothesis& best, const ReadingEvidence& of_best) const {
    if (best.vat || (terms() != nullptr && terms()->amount_is)) return false;
    if (of_best.products > 0) return of_best.equal == 0 && of_best.with_rate == of_best.products;
    const bool named = terms() != nullptr && terms()->columns.amount;
    return !named && says(layout_.heading[best.amount]) == SaysVat::with_vat;
  }

  /// Amounts with VAT beside which none stands, where (nearly) all rows show how much: quantity x
  /// price with a usual rate on top.
  bool shows_vat_on_top(const ReadingHypothesis& best, const ReadingEvidence& of_best) const {
    if (best.vat || (terms() != nullptr && terms()->amount_is) ||
        says(layout_.heading[best.amount]) == SaysVat::without_vat)
      return false;
    const std::size_t shown = of_best.with_rate + of_best.equal;
    return of_best.with_rate >= 2 && of_best.with_rate >= of_best.equal &&
           10 * shown >= 9 * of_best.products;
  }

  void take_vat_on_top(const ReadingHypothesis& best, const ReadingEvidence& evidence) {
    layout_.vat_on_top = true;
    if (evidence.rates_on_top.size() == 1) layout_.rate_on_top = *evidence.rates_on_top.begin();
    const std::string& amount = layout_.heading[best.amount];
    const std::string of = std::to_string(evidence.with_rate);
    const std::string all = std::to_string(evidence.products);
    layout_.proofs.push_back(
        {amount + " is quantity times price with VAT on top, which is taken off: " + of + " of " +
             all + " rows add up so",
         amount + " is aantal maal prijs met btw erbovenop, die gaat eraf: " + of + " van de " +
             all + " regels kloppen zo"});
  }

  /// A rate of an amount of which neither the heading nor any row tells whether it holds VAT.
  bool unproved_vat(const ReadingHypothesis& best, const ReadingEvidence& of_best) const {
    return best.vat_is_rate && of_best.equal == 0 && !stated_vat() &&
           says(layout_.heading[best.amount]) == SaysVat::nothing;
  }

  const Numbers& numbers(std::size_t column, NumberMarks marks, bool rate = false) {
    const auto key = std::pair(column * 2 + (rate ? 1U : 0U), marks.decimal);
    const auto known = numbers_.find(key);
    if (known != numbers_.end()) return known->second;
    Numbers made;
    made.reserve(rows_.size());
    const bool of_vat =
        std::find(layout_.vats.begin(), layout_.vats.end(), column) != layout_.vats.end();
    for (const csv::Row& row : rows_) {
      const std::string& cell = row.fields[column].text;
      auto number = rate ? percents(cell, marks) : cells::number(cell, marks);
      if (!number && of_vat && says_no_vat(cell)) number = Decimal();
      if (number && (number->scale() > 12 || Ratio(largest_on_invoice) < abs(Ratio(*number))))
        number.reset();
      made.push_back(number);
    }
    return numbers_.emplace(key, std::move(made)).first->second;
  }

  std::vector<NumberMarks> file_marks() const {
    const bool stated = terms() != nullptr && terms()->decimal;
    if (stated || unsure_ == nullptr) return {layout_.marks};
    return {with_comma, with_point};
  }

  /// The other mark for quantities where one of them could be written with it.
  std::vector<NumberMarks> quantity_marks(NumberMarks marks) const {
    if (terms() != nullptr && terms()->quantity_decimal)
      return {terms()->quantity_decimal->value == "," ? with_comma : with_point};
    std::vector<NumberMarks> made{marks};
    const auto column = layout_.at(Column::quantity);
    if (!column) return made;
    using Says = cells::MarkEvidence::Says;
    const Says own = marks.decimal == ',' ? Says::comma : Says::point;
    for (const csv::Row& row : rows_) {
      const Says said = cells::mark_evidence(row.fields[*column].text).says;
      if (said == Says::nothing || said == own) continue;
      made.push_back(marks.decimal == ',' ? with_point : with_comma);
      break;
    }
    return made;
  }

  std::vector<ReadingHypothesis> hypotheses() const {
    std::vector<ReadingHypothesis> made;
    std::vector<std::pair<std::optional<std::size_t>, bool>> vats;
    const bool stated = terms() != nullptr && terms()->vat_is;
    bool may_be_none = true;
    for (const std::size_t vat : layout_.vats) {
      for (const bool rate : {false, true})
        if (!stated || (terms()->vat_is->value == VatIs::rate) == rate)
          vats.emplace_back(vat, rate);
      may_be_none = may_be_none && !says_vat_amount(layout_.heading[vat]) &&
                    (terms() == nullptr || !terms()->columns.vat);
    }
    if (may_be_none) vats.emplace_back(std::nullopt, false);
    for (const NumberMarks marks : file_marks())
      for (const NumberMarks quantity : quantity_marks(marks))
        for (const std::size_t amount : layout_.amounts)
          for (const auto& [vat, rate] : vats)
            for (const bool with_vat : {false, true}) {
              if (with_vat && !vat) continue;
              if (terms() != nullptr && terms()->amount_is &&
                  (terms()->amount_is->value == AmountIs::with_vat) != with_vat)
                continue;
              made.push_back({marks, quantity, amount, with_vat, vat, rate});
              if (with_vat && layout_.at(Column::unit_price)) {
                made.push_back(made.back());
                made.back().prices_with_vat = true;
              }
            }
    return made;
  }

  RowMoney money(const ReadingHypothesis& reading, std::size_t row) {
    RowMoney made;
    const auto& amount = numbers(reading.amount, reading.marks)[row];
    if (!amount) return made;
    made.net = Ratio(*amount);
    if (!reading.vat) return made;
    const auto& vat = numbers(*reading.vat, reading.marks, reading.vat_is_rate)[row];
    if (!vat) return made;
    if (!reading.vat_is_rate) {
      made.vat = Ratio(*vat);
      if (reading.with_vat) made.net = *made.net - *made.vat;
      return made;
    }
    const Ratio rate = Ratio(*vat) / Ratio(100);
    if (reading.with_vat && rate != Ratio(-1)) made.net = Ratio(*amount) / (Ratio(1) + rate);
    made.vat = *made.net * rate;
    return made;
  }

  ReadingEvidence weigh(const ReadingHypothesis& reading) {
    ReadingEvidence made;
    const auto quantity = layout_.at(Column::quantity);
    const auto price = layout_.at(Column::unit_price);
    const auto discount = layout_.at(Column::discount);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const RowMoney of_row = money(reading, i);
      if (!of_row.net) {
        if (!rows_[i].fields[reading.amount].text.empty()) ++made.unreadable;
        continue;
      }
      if (reading.vat && !of_row.vat && !rows_[i].fields[*reading.vat].text.empty())
        ++made.unreadable;
      if (of_row.vat && !of_row.net->is_zero()) {
        ++made.vats;
        const bool usual =
            reading.vat_is_rate
                ? is_usual_rate(Ratio(*numbers(*reading.vat, reading.marks, true)[i]))
                : vat::is_rate_of(*of_row.vat, *of_row.net);
        if (usual) ++made.rates;
      }
      if (!quantity) continue;
      const auto& count = numbers(*quantity, reading.quantity_marks)[i];
      if (!count && !rows_[i].fields[*quantity].text.empty()) ++made.unreadable;
      if (!price) continue;
      const auto& each = numbers(*price, reading.marks)[i];
      if (!count || !each || count->is_zero() || each->is_zero()) {
        if (!of_row.net->is_zero()) ++made.untested;
        continue;
      }
      ++made.products;
      const Ratio amount =
          reading.prices_with_vat ? Ratio(*numbers(reading.amount, reading.marks)[i]) : *of_row.net;
      const auto taken_off =
          discount ? numbers(*discount, reading.marks, true)[i] : std::optional<Decimal>();
      const Factors factors{*count, *each, taken_off};
      if (product_of(factors, amount)) {
        ++made.equal;
      } else if (const auto net = net_below_vat(factors, amount)) {
        ++made.with_rate;
        made.rates_on_top.insert(rate_between(*net, amount));
      } else {
        ++made.untested;
        if (is_printed_product(factors, amount)) ++made.printed;
      }
    }
    return made;
  }

  /// What the heading and the rest of the file make more likely; the rows go before it.
  int prior(const ReadingHypothesis& reading) const {
    int made = 0;
    // A heading that says so is believed; "Bedrag" says nothing, and a column without VAT needs
    // none taken off.
    const SaysVat heading = says(layout_.heading[reading.amount]);
    if (heading == SaysVat::nothing)
      made += reading.with_vat && reading.vat_is_rate ? 4 : 5;
    else if ((heading == SaysVat::with_vat) == reading.with_vat)
      made += reading.with_vat ? 4 : 5;
    if (reading.vat && says_rate(layout_.heading[*reading.vat]) == reading.vat_is_rate) made += 2;
    if (same_decimal(reading.marks, reading.quantity_marks)) made += 1;
    return made;
  }

  bool better(const ReadingHypothesis& a, const ReadingEvidence& of_a, const ReadingHypothesis& b,
              const ReadingEvidence& of_b) const {
    if (of_a.score() != of_b.score()) return of_a.score() > of_b.score();
    return prior(a) > prior(b);
  }

  bool differ(const ReadingHypothesis& a, const ReadingHypothesis& b) {
    const auto quantity = layout_.at(Column::quantity);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!(money(a, i).net == money(b, i).net)) return true;
      if (quantity &&
          numbers(*quantity, a.quantity_marks)[i] != numbers(*quantity, b.quantity_marks)[i])
        return true;
    }
    return false;
  }

  /// A quantity that is a thousand times another where nothing in the rows tells which.
  const csv::Field* unclear_quantity(const ReadingHypothesis& best,
                                     const ReadingEvidence& of_best) {
    const auto column = layout_.at(Column::quantity);
    if (!column || of_best.equal > 0 || (terms() != nullptr && terms()->quantity_decimal) ||
        (terms() != nullptr && terms()->decimal) || unsure_ != nullptr)
      return nullptr;
    using Says = cells::MarkEvidence::Says;
    const csv::Field* made = nullptr;
    for (const csv::Row& row : rows_) {
      const csv::Field& field = row.fields[*column];
      const Says said = cells::mark_evidence(field.text).says;
      if (said == Says::nothing) continue;
      if (said != Says::either) return nullptr;
      if (made == nullptr && cells::number(field.text, best.quantity_marks)) made = &field;
    }
    return made;
  }

  /// Most rows that can be tested do not add up, and no column file says that they need not.
  bool refused(const ReadingEvidence& of_best) const {
    const bool stated = terms() != nullptr && (terms()->columns.amount || terms()->amount_is);
    return !stated && of_best.products >= 3 &&
           2 * (of_best.equal + of_best.printed) < of_best.products;
  }

  void take(const ReadingHypothesis& best, const ReadingEvidence& evidence) {
    layout_.marks.decimal = best.marks.decimal;
    if (terms() == nullptr || !terms()->thousands) layout_.marks = best.marks;
    layout_.quantity_marks =
        same_decimal(best.marks, best.quantity_marks) ? layout_.marks : best.quantity_marks;
    set(Column::amount, best.amount);
    set(Column::vat, best.vat);
    layout_.amount_with_vat = best.with_vat;
    layout_.amount_without_vat =
        !best.with_vat && says(layout_.heading[best.amount]) == SaysVat::without_vat;
    layout_.vat_is_rate = best.vat_is_rate;
    layout_.prices_with_vat = best.prices_with_vat;
    layout_.adds_up = evidence.products > 0;
    const auto leave = [&](std::size_t column) {
      layout_.left_out.push_back(layout_.heading[column]);
    };
    for (const std::size_t column : layout_.amounts)
      if (column != best.amount) leave(column);
    layout_.vat_beside = beside(best);
    for (const std::size_t column : layout_.vats)
      if (column != best.vat && column != layout_.vat_beside) leave(column);
    tell(best, evidence);
  }

  /// The column that tells the amount of VAT where another tells its rate, or the other way; most
  /// files of more than a few rows agree with themselves somewhere.
  std::optional<std::size_t> beside(const ReadingHypothesis& best) {
    if (!best.vat) return std::nullopt;
    constexpr std::size_t few = 2;
    for (const std::size_t column : layout_.vats) {
      const bool rate = says_rate(layout_.heading[column]);
      if (column == *best.vat || rate == best.vat_is_rate) continue;
      const Numbers& said = numbers(column, best.marks, rate);
      std::size_t told = 0;
      std::size_t agree = 0;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        const RowMoney of_row = money(best, i);
        if (!said[i] || !of_row.net || !of_row.vat) continue;
        ++told;
        const Ratio other = rate ? *of_row.net * Ratio(*said[i]) / Ratio(100) : Ratio(*said[i]);
        if (vat::is_within_a_cent(abs(*of_row.vat), abs(other))) ++agree;
      }
      if (told > 0 && (agree > 0 || told <= few)) return column;
    }
    return std::nullopt;
  }

  void set(Column column, std::optional<std::size_t> position) {
    layout_.positions[static_cast<std::size_t>(column)] = position;
  }

  void tell(const ReadingHypothesis& best, const ReadingEvidence& evidence) {
    const std::string& amount = layout_.heading[best.amount];
    const auto count = [](std::size_t some, std::size_t all, const char* en, const char* nl) {
      return Phrase{std::to_string(some) + " of " + std::to_string(all) + en,
                    std::to_string(some) + " van de " + std::to_string(all) + nl};
    };
    if (best.with_vat) {
      const Phrase rows =
          count(evidence.rates, evidence.vats, " rows add up so", " regels kloppen zo");
      layout_.proofs.push_back({amount + " is with VAT, which is taken off: " + rows.en,
                                amount + " is met btw, die gaat eraf: " + rows.nl});
    }
    if (best.prices_with_vat) {
      const std::string& price = layout_.heading[*layout_.at(Column::unit_price)];
      layout_.proofs.push_back({price + " is with VAT, and is not judged by itself",
                                price + " is met btw, en wordt niet apart beoordeeld"});
    }
    if (best.vat && best.vat_is_rate) {
      const std::string& vat = layout_.heading[*best.vat];
      layout_.proofs.push_back({vat + " is a rate", vat + " is een tarief"});
    }
    if (!same_decimal(best.marks, best.quantity_marks)) {
      const bool point = best.quantity_marks.decimal == '.';
      const Phrase rows =
          count(evidence.equal, evidence.products, " rows add up so", " regels kloppen zo");
      layout_.proofs.push_back(
          {std::string("quantities with a decimal ") + (point ? "point: " : "comma: ") + rows.en,
           std::string("aantallen met een decimale ") + (point ? "punt: " : "komma: ") + rows.nl});
    }
  }

  const std::vector<csv::Row>& rows_;
  const csv::Field* unsure_;
  Layout& layout_;
  Diagnostics& diagnostics_;
  std::map<std::pair<std::size_t, char>, Numbers> numbers_;
};

}  // namespace

std::ptrdiff_t ReadingEvidence::score() const {
  const auto less_failed = [](std::size_t held, std::size_t all) {
    return 2 * static_cast<std::ptrdiff_t>(held) - static_cast<std::ptrdiff_t>(all);
  };
  return less_failed(equal, products) + less_failed(rates, vats) -
         3 * static_cast<std::ptrdiff_t>(unreadable);
}

std::optional<Product> product_of(const Factors& factors, const Ratio& amount) {
  const Ratio gross = abs(Ratio(factors.quantity) * Ratio(factors.price));
  const Ratio size = abs(amount);
  if (vat::is_within_a_cent(gross, size)) return Product::whole;
  if (!factors.discount) return std::nullopt;
  const Ratio discount = abs(Ratio(*factors.discount));
  if (discount <= Ratio(100) &&
      vat::is_within_a_cent(gross * (Ratio(100) - discount) / Ratio(100), size))
    return Product::less_share;
  if (vat::is_within_a_cent(gross - discount, size) ||
      vat::is_within_a_cent(gross - discount * abs(Ratio(factors.quantity)), size))
    return Product::less_amount;
  return std::nullopt;
}

bool is_printed_product(const Factors& factors, const Ratio& amount) {
  const Ratio quantity = abs(Ratio(factors.quantity));
  const Ratio price = abs(Ratio(factors.price));
  const Ratio lost =
      std::min(Ratio(Decimal(1, factors.price.scale())) / Ratio(2), price / Ratio(200));
  // A third of something is printed as 0.3333.
  constexpr int decimals_of_a_part = 3;
  const Ratio of_part = decimals_of_a_part <= factors.quantity.scale()
                            ? price * Ratio(Decimal(1, factors.quantity.scale())) / Ratio(2)
                            : Ratio(0);
  return abs(quantity * price - abs(amount)) <= quantity * lost + of_part + vat::a_cent();
}

bool shows_its_vat(const Decimal& amount, const Decimal& vat) {
  __extension__ using Wide = __int128;
  const int scale = std::max({amount.scale(), vat.scale(), 2});
  const auto in_steps = [&](const Decimal& value) {
    Wide made = value.mantissa();
    for (int i = value.scale(); i < scale; ++i) made *= 10;
    return made;
  };
  if (scale > 6 || vat.is_zero()) return false;
  Wide cent = 1;
  for (int i = 2; i < scale; ++i) cent *= 10;
  const Wide whole = in_steps(amount);
  const Wide part = in_steps(vat) * 1000;
  return std::any_of(vat::tenths_of_rates.begin(), vat::tenths_of_rates.end(),
                     [&](std::int64_t each) {
                       const Wide off = part - whole * each;
                       return -500 * cent <= off && off <= 500 * cent;
                     });
}

bool says_no_vat(std::string_view cell) {
  if (cell.empty() || document::is_digit(cell.front())) return false;
  constexpr std::array<std::string_view, 20> words{
      "verlegd",  "vrijgesteld",     "vrij",          "geen",
      "nihil",    "geenbtw",         "nvt",           "nul",
      "exempt",   "zerorated",       "none",          "reverse",
      "reversed", "reversecharge",   "steuerfrei",    "ustfrei",
      "exonere",  "autoliquidation", "cocontractant", "medecontractant"};
  const std::string text = cells::folded(cell);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text == word || (word.size() > 6 && text.find(word) != std::string::npos);
  });
}

std::optional<Decimal> percents(std::string_view cell, cells::NumberMarks marks) {
  if (says_no_vat(cell)) return Decimal();
  std::string digits;
  bool ended = false;
  for (const char c : cell) {
    const bool part = document::is_digit(c) || (!digits.empty() && (c == '.' || c == ','));
    if (part && ended) return std::nullopt;
    if (part) digits += c;
    ended = !digits.empty() && !part;
  }
  while (!digits.empty() && !document::is_digit(digits.back())) digits.pop_back();
  auto made = cells::number(digits, marks);
  if (!made) made = cells::number(digits, marks.decimal == ',' ? with_point : with_comma);
  return made;
}

bool prove_reading(const std::vector<csv::Row>& rows, const csv::Field* unsure_marks,
                   Layout& layout, Diagnostics& diagnostics) {
  if (rows.empty()) return true;
  return Trial(rows, unsure_marks, layout, diagnostics).decide();
}

}  // namespace pricetalk::invoices
