#include <algorithm>
#include <cctype>
#include <string_view>

#include "document/words.hpp"
#include "pricetalk/letter/letter.hpp"

namespace pricetalk {

namespace {

/// A number as typed, and whether it is meant as an amount of money.
struct Typed {
  std::string text;
  bool money = false;
  bool thousands = false;  ///< "20 duizend", "20k"
};

/// A blank, or an apostrophe as the Swiss write it, between groups of three digits; its bytes.
std::size_t group_sign(std::string_view text) {
  for (const std::string_view sign : {" ", "'", "\u00a0", "\u202f", "\u2019"})
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

bool three_digits(std::string_view text) {
  return text.size() >= 3 && document::is_digit(text[0]) && document::is_digit(text[1]) &&
         document::is_digit(text[2]) && (text.size() == 3 || !document::is_digit(text[3]));
}

/// Where the number that begins at `at` ends: "1.250", "27,00", "20 000", "20'000".
std::size_t end_of_number(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && document::is_digit(text[end])) ++end;
  bool grouped = end - at <= 3;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    const std::size_t sign = group_sign(rest);
    if (grouped && sign > 0 && three_digits(rest.substr(sign))) {
      end += sign + 3;
    } else if ((rest[0] == '.' || rest[0] == ',') && rest.size() > 1 &&
               document::is_digit(rest[1])) {
      ++end;
      while (end < text.size() && document::is_digit(text[end])) ++end;
    } else {
      break;
    }
  }
  return end;
}

bool takes(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  const std::string_view rest = text.substr(word.size());
  if (!rest.empty() && std::isalpha(static_cast<unsigned char>(rest.front())) != 0) return false;
  text = rest;
  return true;
}

std::vector<Typed> numbers_in(std::string_view text) {
  std::vector<Typed> found;
  bool range = false;  // the number before this one was the first of "27–28 euro"
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!document::is_digit(text[at])) continue;
    const std::size_t end = end_of_number(text, at);
    std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(end);
    while (before.ends_with(' ')) before.remove_suffix(1);
    Typed typed{std::string(text.substr(at, end - at)), false, false};
    for (const std::string_view whole : {",-", ",=", ".-", ",\u2013", ",\u2014"})
      if (after.starts_with(whole)) {
        after.remove_prefix(whole.size());
        typed.money = true;
      }
    while (after.starts_with(' ')) after.remove_prefix(1);
    for (const std::string_view word : {"duizend", "mille", "thousand", "k", "K"})
      if (takes(after, word)) typed.money = typed.thousands = true;
    while (after.starts_with(' ')) after.remove_prefix(1);
    typed.money = typed.money || before.ends_with("€") || before.ends_with("EUR") ||
                  before.ends_with("$") || before.ends_with("£") || after.starts_with("euro") ||
                  after.starts_with("EUR") || after.starts_with("€");
    if (range && typed.money) found.back().money = true;
    if (range && typed.thousands) found.back().thousands = true;
    range = after.starts_with("-") || after.starts_with("\u2013") || after.starts_with("tot ") ||
            after.starts_with("to ");
    found.push_back(std::move(typed));
    at = end;
  }
  return found;
}

/// The values that a typed number can have: "1.250" is a thousand or one and a quarter.
std::vector<Decimal> values_of(const Typed& typed) {
  std::vector<Decimal> values;
  const auto read = [&](char decimal_sign) {
    std::string plain;
    for (const char sign : typed.text) {
      if (document::is_digit(sign))
        plain += sign;
      else if (sign == decimal_sign)
        plain += '.';
    }
    if (std::count(plain.begin(), plain.end(), '.') > 1) return;
    if (const auto value = Decimal::parse(plain)) values.push_back(*value);
  };
  read(',');
  read('.');
  return values;
}

struct Secret {
  Decimal value;
  Phrase what;
};

std::vector<Secret> secrets_of(const Contract& contract) {
  std::vector<Secret> made;
  const auto add = [&](const Stated<Decimal>& value, const std::string& en, const std::string& nl) {
    if (!value.value.is_zero()) made.push_back({value.value, {en, nl}});
  };
  for (const OwnCostTerms& cost : contract.terms.own_cost) {
    const std::string& line = cost.price.value.value;
    add(cost.per_unit, "our own cost of " + line, "onze eigen kosten van " + line);
  }
  for (const auto& each : contract.terms.innovation) {
    const InnovationTerms& terms = each.terms;
    if (terms.investment) add(*terms.investment, "our investment", "onze investering");
    if (terms.running_cost_per_year)
      add(*terms.running_cost_per_year, "our running cost", "onze jaarlijkse kosten");
    for (const RealisedTerms& year : terms.realised)
      add(year.saving, "what we saved", "wat wij bespaarden");
    if (!terms.saving_per_year) continue;
    add(terms.saving_per_year->cautious, "our saving", "onze besparing");
    if (terms.saving_per_year->expected)
      add(*terms.saving_per_year->expected, "our saving", "onze besparing");
    if (terms.saving_per_year->optimistic)
      add(*terms.saving_per_year->optimistic, "our saving", "onze besparing");
  }
  return made;
}

/// A year, a count of things or a house number is no amount: a short number counts only where money
/// stands beside it.
bool speaks_of_money(const Typed& typed) {
  if (typed.money) return true;
  const bool plain = typed.text.find_first_of(".,") == std::string::npos;
  const bool year = plain && typed.text.size() == 4 &&
                    (typed.text.starts_with("19") || typed.text.starts_with("20"));
  return typed.text.size() >= 4 && !year;
}

class Guard {
 public:
  Guard(const Contract& contract, const std::vector<OwnFigure>& own)
      : contract_(contract), secrets_(secrets_of(contract)) {
    // People copy a computed amount with its cents or without. Small change is no amount of ours.
    const Ratio least(100);
    for (const OwnFigure& each : own) {
      secrets_.push_back({each.value, each.what});
      const Decimal whole = round(Ratio(each.value), Rounding::decimals(0));
      if (Ratio(whole) >= least && Ratio(whole) != Ratio(each.value))
        secrets_.push_back({whole, each.what});
    }
  }

  std::vector<Leak> look() {
    text("contract.title", contract_.title);
    text("contract.id", contract_.id);
    people();
    for (const Line& line : contract_.lines) text("price." + line.id + ".title", line.title);
    for (const Clause& clause : contract_.clauses)
      text("clause." + clause.id + ".article", clause.article);
    for (const Series& series : contract_.own_series) {
      text("series.id", series.id);
      text("series.title", series.title);
      text("series.publisher", series.publisher);
    }
    for (const auto& each : contract_.terms.innovation) {
      const std::string at = "innovation." + each.id + ".";
      text(at + "what", each.terms.what.value);
      stated(at + "evidence", each.terms.evidence);
      stated(at + "customer_effort", each.terms.customer_effort);
    }
    return std::move(found_);
  }

 private:
  void people() {
    const auto& terms = contract_.terms;
    if (terms.parties)
      for (const auto* party : {&terms.parties->supplier, &terms.parties->customer}) {
        if (!*party) continue;
        text("parties.name", (*party)->name.value);
        stated("parties.address", (*party)->address);
      }
    for (const ContactTerms& contact : terms.contact) {
      text("contact.name", contact.name.value);
      stated("contact.job", contact.job);
      stated("contact.salutation", contact.salutation);
    }
    if (!terms.talk) return;
    stated("talk.service", terms.talk->service);
    stated("talk.place", terms.talk->place);
  }

  void stated(const std::string& key, const std::optional<Stated<std::string>>& value) {
    if (value) text(key, value->value);
  }

  void text(const std::string& key, const std::string& words) {
    for (const Typed& typed : numbers_in(words)) {
      if (!speaks_of_money(typed)) continue;
      for (const Secret& secret : secrets_) {
        const auto values = values_of(typed);
        const Ratio times(typed.thousands ? 1000 : 1);
        const bool same_value = std::any_of(
            values.begin(), values.end(),
            [&](const Decimal& value) { return Ratio(value) * times == Ratio(secret.value); });
        if (!same_value) continue;
        found_.push_back({typed.text, secret.what, key});
        break;
      }
    }
  }

  const Contract& contract_;
  std::vector<Secret> secrets_;
  std::vector<Leak> found_;
};

}  // namespace

std::vector<Leak> leaks(const Contract& contract, const std::vector<OwnFigure>& own) {
  return Guard(contract, own).look();
}

}  // namespace pricetalk
