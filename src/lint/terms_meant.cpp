#include "lint/terms_meant.hpp"

#include <algorithm>
#include <span>

#include "contract/accepted.hpp"
#include "index/exchanged_digits.hpp"
#include "index/moved_sign.hpp"
#include "invoice/vat_rates.hpp"
#include "law/law.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* code_of_terms = "W0139";
constexpr const char* code_of_vat = "W0140";

/// What belongs to no clause is accepted in any of them.
class FoundTerms {
 public:
  FoundTerms(const Contract& contract, const char* code) : contract_(contract), code_(code) {}

  void add(const std::optional<Span>& where, Phrase title, const Phrase& remedy) {
    const auto& clauses = contract_.clauses;
    const bool accepted = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& each) {
      return accepts(each.accepts, code_);
    });
    if (!where || accepted) return;
    found_.push_back({code_, *where, std::move(title),
                      clauses.empty() ? remedy : unless_accepted(code_, remedy)});
  }
  std::vector<Doubt> take() && { return std::move(found_); }

 private:
  const Contract& contract_;
  std::string code_;
  std::vector<Doubt> found_;
};

bool are_alike(const Ratio& a, const Ratio& b) { return a <= b * Ratio(2) && b <= a * Ratio(2); }

void look_at_tiers(const Line& line, const Currency& currency, FoundTerms& found) {
  const auto decimals = [&](const Decimal& price) {
    return std::max(price.scale(), currency.minor_decimals());
  };
  for (std::size_t i = 1; i < line.prices.size(); ++i) {
    const Decimal& before = line.prices[i - 1].original.value;
    const Decimal& price = line.prices[i].original.value;
    if (before <= Decimal(0, 0) || price <= Decimal(0, 0)) continue;
    const Ratio times = Ratio(price) / Ratio(before);
    if (times < Ratio(5) && Ratio(1) < times * Ratio(5)) continue;
    // Prices that fall steeply are those of energy taxes; one that falls between two is a slip.
    const bool falls = times < Ratio(1);
    const bool between = i + 1 < line.prices.size() &&
                         are_alike(Ratio(line.prices[i + 1].original.value), Ratio(before));
    if (falls && !between) continue;
    const auto meant = with_sign_moved(price, Zeros::added, [&](const Decimal& moved) {
      return are_alike(Ratio(moved), Ratio(before));
    });
    if (!meant) continue;
    const auto money = [&](const Decimal& amount, Language language) {
      return money_text({round(Ratio(amount), Rounding::decimals(decimals(amount))), currency},
                        language);
    };
    const auto title = [&](Language language) {
      return say(language, "in the tier before this one the price is ",
                 "in de staffel hiervoor is de prijs ") +
             money(before, language) + say(language, ", and here ", ", en hier ") +
             money(price, language);
    };
    const std::string written = round(Ratio(*meant), Rounding::decimals(decimals(*meant))).text();
    found.add(line.prices[i].original.where.value_or(line.where),
              {title(Language::en), title(Language::nl)},
              {"write unit_price = " + written + " if that is meant",
               "schrijf unit_price = " + written + " als dat is bedoeld"});
  }
}

/// A discount that is a tenth or a hundredth of what it can be meant to be; what is meant.
std::optional<Ratio> discount_that_is_meant(const Contract& contract, const Line& line) {
  const Ratio rate = line.discount->rate.value.as_fraction();
  if (rate <= Ratio(0)) return std::nullopt;
  if (rate < Ratio(Decimal(1, 3))) return rate * Ratio(100);
  const auto of_another = [&](const Ratio& meant) {
    return std::any_of(contract.lines.begin(), contract.lines.end(), [&](const Line& each) {
      return each.discount && each.discount->rate.value.as_fraction() == meant;
    });
  };
  if (Ratio(Decimal(1, 2)) <= rate) return std::nullopt;
  for (const std::int64_t power : {10, 100})
    if (of_another(rate * Ratio(power))) return rate * Ratio(power);
  return std::nullopt;
}

/// A discount that ends before it begins.
void look_at_end(const Line& line, FoundTerms& found) {
  const auto& until = line.discount->until;
  const Date from = line.from.value;
  if (!until || !until->where || from <= until->value) return;
  const auto title = [&](Language language) {
    return say(language, "the discount ends on ", "de korting eindigt op ") +
           date_text(until->value, language) +
           say(language, ", before the line begins on ", ", voordat de regel begint op ") +
           date_text(from, language) + say(language, ": it never counts", ": hij telt nooit");
  };
  found.add(until->where, {title(Language::en), title(Language::nl)},
            {"look at the year", "kijk naar het jaar"});
}

void look_at_discount(const Contract& contract, const Line& line, const TrialLimits& limits,
                      FoundTerms& found) {
  look_at_end(line, found);
  const Percent& stated = line.discount->rate.value;
  const Ratio rate = stated.as_fraction();
  const bool free_for_a_time = rate == Ratio(1) && line.discount->until;
  const bool large = limits.largest_discount.value.as_fraction() < rate && !free_for_a_time;
  const auto small = discount_that_is_meant(contract, line);
  if (!large && !small) return;
  const Decimal& price = line.prices.front().original.value;
  const int decimals = line.price_decimals(contract.currency);
  const auto money = [&](const Ratio& amount, Language language) {
    return money_text({round(amount, Rounding::decimals(decimals)), contract.currency}, language);
  };
  const auto title = [&](Language language) {
    return say(language, "a discount of ", "een korting van ") +
           decimal_text(stated.of_hundred, language) + "%" + say(language, ": ", ": van ") +
           money(Ratio(price), language) + say(language, " becomes ", " blijft ") +
           money(Ratio(price) * (Ratio(1) - rate), language) + say(language, "", " over");
  };
  const auto exact = ((small ? *small : rate / Ratio(10)) * Ratio(100)).exact_decimal();
  const std::string meant = exact ? exact->text() + "%" : "5%";
  found.add(line.discount->rate.where.value_or(line.discount->span),
            {title(Language::en), title(Language::nl)},
            {"it is the part that is taken off: write rate = \"" + meant + "\" if that is meant",
             "het is het deel dat eraf gaat: schrijf rate = \"" + meant + "\" als dat is bedoeld"});
}

// Of countries that the tables do not know.
const Ratio& lowest_rate() {
  static const Ratio rate(Decimal(2, 2));
  return rate;
}
const Ratio& highest_rate() {
  static const Ratio rate(Decimal(27, 2));
  return rate;
}

const VatRule* vat_rule_of(const Law& law, const std::string& country) {
  for (const VatRule& each : law.vat)
    if (each.jurisdiction == country) return &each;
  return nullptr;
}

/// Whether a rate is that of services of the country, which may be lower than the general one.
bool is_of_services(const Ratio& rate, const std::string& country) {
  for (const vat::ServiceRates& each : vat::of_services)
    if (each.country == country)
      for (const std::int64_t tenths : each.tenths)
        if (rate == Ratio::of(tenths, 1000)) return true;
  return false;
}

/// Whether a rate is general on a day of the contract that has come, or of its first one.
bool is_general(const VatRule& rule, const Ratio& rate, const Contract& contract, Date today) {
  const Date last = std::max(contract.start, std::min(today, contract.end.value_or(today)));
  return std::any_of(rule.rates.begin(), rule.rates.end(), [&](const InterestRate& each) {
    return each.percent.as_fraction() == rate && each.from <= last &&
           contract.start <= each.to.value_or(last);
  });
}

/// Why a rate can hardly be meant; empty where it can.
Phrase against_rate(const Percent& stated, const VatRule& rule, const InterestRate& general,
                    bool slip_of_the_general) {
  const Ratio rate = stated.as_fraction();
  const auto text = [&](Language language) {
    return decimal_text(stated.of_hundred, language) + "%" +
           say(language, " of VAT, and the general rate of ", " btw, en het algemene tarief van ") +
           rule.jurisdiction + say(language, " is ", " is ") +
           decimal_text(general.percent.of_hundred, language) + "%" +
           say(language, " since ", " sinds ") + date_text(general.from, language);
  };
  const bool once = std::any_of(rule.rates.begin(), rule.rates.end(), [&](const auto& each) {
    return each.percent.as_fraction() == rate;
  });
  const bool above = general.percent.as_fraction() < rate;
  if (!slip_of_the_general && !once && !above) return {};
  return {text(Language::en), text(Language::nl)};
}

/// 2.1% and 0.21% for 21%, 12% for 21%.
bool is_a_slip_of(const Percent& stated, const Percent& general) {
  const Ratio rate(stated.of_hundred);
  const Ratio meant(general.of_hundred);
  if (rate * Ratio(10) == meant || rate * Ratio(100) == meant) return true;
  return with_two_digits_exchanged(
             stated.of_hundred, [&](const Decimal& other) { return other == general.of_hundred; })
      .has_value();
}

}  // namespace

std::vector<Doubt> doubtful_tiers_and_discounts(const Contract& contract,
                                                const TrialLimits& limits) {
  FoundTerms found(contract, code_of_terms);
  for (const Line& line : contract.lines) {
    if (line.prices.empty()) continue;
    if (!line.follows) look_at_tiers(line, contract.currency, found);
    if (line.discount) look_at_discount(contract, line, limits, found);
  }
  return std::move(found).take();
}

std::vector<Doubt> doubtful_vat(const Contract& contract, Date today) {
  const auto& stated = contract.terms.contract.vat_rate;
  FoundTerms found(contract, code_of_vat);
  if (!stated || !stated->where || stated->value.as_fraction().is_zero()) return {};
  static const Law law = shipped_law();
  const Ratio rate = stated->value.as_fraction();
  const VatRule* rule = vat_rule_of(law, contract.jurisdiction);
  // Of a contract that ended the rate of its last day.
  const Date day = std::max(contract.start, std::min(today, contract.end.value_or(today)));
  const InterestRate* general = rule == nullptr ? nullptr : rule->on(day);
  if (general == nullptr) {
    if (lowest_rate() <= rate && rate <= highest_rate()) return {};
    const std::string text = stated->value.text();
    found.add(stated->where,
              {text + " of VAT, and rates lie between 2% and 27%",
               text + " btw, en tarieven liggen tussen 2% en 27%"},
              {"look at the decimal sign; without VAT write \"0%\"",
               "kijk naar het decimaalteken; zonder btw schrijft u \"0%\""});
    return std::move(found).take();
  }
  if (is_of_services(rate, contract.jurisdiction) || is_general(*rule, rate, contract, today))
    return {};
  Phrase why =
      against_rate(stated->value, *rule, *general, is_a_slip_of(stated->value, general->percent));
  if (why.empty()) return {};
  const std::string written = "vat_rate = \"" + general->percent.of_hundred.text() + "%\"";
  found.add(stated->where, std::move(why),
            {"write " + written + ", or the lower rate that holds for this",
             "schrijf " + written + ", of het verlaagde tarief dat hiervoor geldt"});
  return std::move(found).take();
}

}  // namespace pricetalk
