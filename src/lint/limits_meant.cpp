#include "lint/limits_meant.hpp"

#include <algorithm>

#include "contract/accepted.hpp"
#include "contract/value_kind.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

constexpr const char* limit_code = "W0115";
constexpr const char* share_code = "W0127";
constexpr const char* rounding_code = "W0128";

/// Of the price: a rounding to larger steps hides what the figures do.
const Ratio& coarse() {
  static const Ratio part(Decimal(1, 1));
  return part;
}

/// Of the price: a usual rise of three per cent is rounded away in steps that are larger.
const Ratio& nothing_passes() {
  static const Ratio part(Decimal(6, 2));
  return part;
}

/// The limits of one clause, held against one price that it moves.
class LimitTrial {
 public:
  LimitTrial(const Contract& contract, const Library& library, const Clause& clause,
             const Decimal& price, const TrialLimits& sizes, std::vector<Doubt>& found)
      : currency_(contract.currency),
        library_(library),
        clause_(clause),
        price_(price),
        sizes_(sizes),
        found_(found) {}

  void look() {
    for (const DatedLadder& dated : clause_.ladders) {
      bounds_in_money(dated.ladder.limits);
      caps(dated.ladder.limits);
      floors(dated.ladder.limits);
      threshold(dated.ladder);
      share(dated.ladder.pass_through);
      largest_increase(dated.ladder.limits);
      roundings(dated.ladder.rounding);
    }
  }

 private:
  std::string money(const Ratio& amount, Language language) const {
    const int decimals = std::max(currency_.minor_decimals(), price_.scale());
    return money_text({round(amount, Rounding::decimals(decimals)), currency_}, language);
  }
  /// "makes €100.00 €103.00 on each date".
  Phrase from_to(const Ratio& change) const {
    const Ratio after = Ratio(price_) * (Ratio(1) + change);
    return {money(Ratio(price_), Language::en) + " becomes " + money(after, Language::en),
            money(Ratio(price_), Language::nl) + " wordt " + money(after, Language::nl)};
  }

  void bounds_in_money(const Limits& limits) {
    const auto say = [&](const Stated<Decimal>& limit, const Phrase& name, const Phrase& beside) {
      const auto text = [&](Language language, const std::string& called, const std::string& lies) {
        return called + money(Ratio(limit.value), language) + lies + money(Ratio(price_), language);
      };
      keep(limit_code, limit.where,
           {text(Language::en, name.en, beside.en) + ": the first step goes there at once",
            text(Language::nl, name.nl, beside.nl) + ": de eerste stap gaat daar meteen heen"},
           {"it is the price per unit in money, as the price itself is",
            "het is de prijs per eenheid in geld, net als de prijs zelf"});
    };
    if (limits.highest_price && limits.highest_price->value < price_)
      say(*limits.highest_price, {"a highest price of ", "een hoogste prijs van "},
          {" lies below the price of the start, ", " ligt onder de prijs van het begin, "});
    if (limits.lowest_price && price_ < limits.lowest_price->value)
      say(*limits.lowest_price, {"a lowest price of ", "een laagste prijs van "},
          {" lies above the price of the start, ", " ligt boven de prijs van het begin, "});
  }

  void caps(const Limits& limits) {
    for (const Stated<LimitValue>& cap : limits.cap_total) {
      const auto number = stated_number(cap.value);
      if (!number || *number >= Ratio(0)) continue;
      const Phrase what = from_to(*number);
      keep(limit_code, cap.where,
           {"with a total cap of " + cap.value.text + " " + what.en +
                " at once, and never rises above it",
            "met een totaal plafond van " + exact_percent_text(*number, Language::nl) +
                " geldt meteen: " + what.nl + ", en het komt daar nooit boven"},
           {"write the largest rise since the start, \"" + cap.value.text.substr(1) +
                "\"; the largest fall is floor_total",
            "schrijf de grootste stijging vanaf het begin, \"" + cap.value.text.substr(1) +
                "\"; de grootste daling is floor_total"});
    }
    total_below_one(limits);
    for (const auto* list : {&limits.cap, &limits.cap_total})
      for (const Stated<LimitValue>& cap : *list) {
        const auto number = stated_number(cap.value);
        if (!number || *number <= Ratio(0) || *number >= sizes_.smallest_cap.value.as_fraction())
          continue;
        const Phrase what = from_to(*number);
        const auto meant = (*number * Ratio(10'000)).exact_decimal();
        const std::string example = meant ? meant->text() + "%" : "3%";
        keep(limit_code, cap.where,
             {"with a cap of " + cap.value.text + " " + what.en + " at most",
              "met een plafond van " + exact_percent_text(*number, Language::nl) +
                  " geldt hooguit: " + what.nl},
             {"is " + example + " meant, write \"" + example + "\"",
              "is " + example + " bedoeld, schrijf dan \"" + example + "\""});
      }
  }

  /// cap and cap_total exchanged: what all dates together may come to is less than one of them.
  void total_below_one(const Limits& limits) {
    for (const Stated<LimitValue>& total : limits.cap_total)
      for (const Stated<LimitValue>& cap : limits.cap) {
        const auto all = stated_number(total.value);
        const auto one = stated_number(cap.value);
        if (!all || !one || *all < Ratio(0) || *one <= *all) continue;
        const Phrase what = from_to(*all);
        keep(
            limit_code, total.where,
            {"a total cap of " + total.value.text + " lies below the cap of one date, " +
                 cap.value.text + ": over all dates " + what.en + " at most",
             "een totaal plafond van " + exact_percent_text(*all, Language::nl) +
                 " ligt onder dat van één datum, " + exact_percent_text(*one, Language::nl) +
                 ": over alle datums geldt hooguit: " + what.nl},
            {"`cap` is of each date, `cap_total` of all dates since the start: are they exchanged?",
             "`cap` geldt per datum, `cap_total` voor alle datums vanaf het begin: zijn ze "
             "verwisseld?"});
      }
  }

  /// A floor over five years may be five times that of one.
  Ratio years_of_a_step() const {
    const auto& every = clause_.when.every;
    const int months = every ? every->value.months().value_or(0) : 0;
    return std::max(Ratio(1), Ratio::of(months, 12));
  }

  void floors(const Limits& limits) {
    const auto look_at = [&](const std::vector<Stated<LimitValue>>& list, const Phrase& when) {
      for (const Stated<LimitValue>& floor : list) {
        const auto number = stated_number(floor.value);
        // Of about 100% a coefficient is meant, which check_meant says.
        if (!number || *number <= sizes_.largest_floor.value.as_fraction() * years_of_a_step() ||
            *number >= Ratio(Decimal(9, 1)))
          continue;
        const Phrase what = from_to(*number);
        keep(limit_code, floor.where,
             {"with a floor of " + floor.value.text + " " + what.en + when.en +
                  ", whatever the figures do",
              "met een vloer van " + exact_percent_text(*number, Language::nl) + " geldt" +
                  when.nl + ": " + what.nl + ", wat de cijfers ook doen"},
             {"a floor is the smallest change, \"0%\" where the price never falls; the largest "
              "fall is \"-" +
                  floor.value.text + "\"",
              "een vloer is de kleinste verandering, \"0%\" als de prijs nooit daalt; de grootste "
              "daling is \"-" +
                  floor.value.text + "\""});
      }
    };
    look_at(limits.floor, {" on each date", " op elke datum"});
    look_at(limits.floor_total, {" on the first date", " op de eerste datum"});
  }

  void threshold(const Ladder& ladder) {
    if (!ladder.threshold) return;
    const bool points = ladder.threshold->limit.points;
    const auto level = points ? level_of(ladder.threshold->index) : Decimal(1, 0);
    if (!level) return;
    const Ratio limit = Ratio(ladder.threshold->limit.value) / Ratio(*level);
    if (!points) far_too_small(limit, ladder.threshold->where, {"a threshold", "een drempel"});
    if (limit < sizes_.largest_threshold.value.as_fraction()) return;
    if (points) return in_points(*ladder.threshold, *level, limit);
    const Phrase what = from_to(limit);
    const std::string size = exact_percent_text(limit, Language::en);
    keep(limit_code, ladder.threshold->where,
         {"below a change of " + size + " nothing moves: not before " + what.en,
          "onder een verandering van " + exact_percent_text(limit, Language::nl) +
              " beweegt niets: niet voordat " + what.nl},
         {"a threshold is a change as \"2%\", or of figures in points, \"5 points\"",
          "een drempel is een verandering als \"2%\", of van cijfers in punten, \"5 points\""});
  }

  /// A percentage that was divided by a hundred once more: 0.03% for 3%.
  void far_too_small(const Ratio& change, const std::optional<Span>& where, const Phrase& name) {
    if (change <= Ratio(0) || sizes_.smallest_cap.value.as_fraction() <= change) return;
    const Phrase what = from_to(change);
    const auto text = [&](Language language, const std::string& called, const std::string& makes) {
      return called + say(language, " of ", " van ") + exact_percent_text(change, language) +
             say(language, " is passed at once: ", " is meteen bereikt: ") + makes;
    };
    const std::string written = exact_percent_text(change * Ratio(100), Language::en);
    keep(limit_code, where,
         {text(Language::en, name.en, what.en), text(Language::nl, name.nl, what.nl)},
         {"is " + written + " meant, write \"" + written + "\"",
          "is " + exact_percent_text(change * Ratio(100), Language::nl) +
              " bedoeld, schrijf dan \"" + written + "\""});
  }

  /// The last figure of an index in levels; nothing where the library has none.
  std::optional<Decimal> level_of(const std::string& index) const {
    const IndexRead* read = clause_.find(index);
    const Series* series = read == nullptr ? nullptr : library_.find(read->series.value.value);
    if (series == nullptr || series->unit == SeriesUnit::percent || series->records.empty())
      return std::nullopt;
    const Decimal& last = series->records.back().value;
    return last.is_zero() || last.is_negative() ? std::nullopt : std::optional(last);
  }

  void in_points(const Threshold& threshold, const Decimal& level, const Ratio& limit) {
    const auto title = [&](Language language) {
      const Decimal& points = threshold.limit.value;
      return say(language, "a threshold of ", "een drempel van ") + decimal_text(points, language) +
             say(language, " points on an index that stands at ", " punten bij een index die op ") +
             decimal_text(level, language) +
             say(language, " is a change of ", " staat, is een verandering van ") +
             percent_text(limit, 1, language) +
             say(language, ": until then the price stays ", ": tot dan blijft de prijs ") +
             money(Ratio(price_), language);
    };
    keep(limit_code, threshold.where, {title(Language::en), title(Language::nl)},
         {"a threshold is a few points, \"2 points\", or a change, \"2%\"",
          "een drempel is een paar punten, \"2 points\", of een verandering, \"2%\""});
  }

  void share(const Stated<PassThroughValue>& stated) {
    const auto& knees = stated.value.knees;
    for (const PassThroughValue::Knee& knee : knees)
      if (knee.up_to)
        far_too_small(knee.up_to->as_fraction(), stated.where, {"a first part", "een eerste deel"});
    const auto largest = std::max_element(
        knees.begin(), knees.end(),
        [](const auto& a, const auto& b) { return a.share.as_fraction() < b.share.as_fraction(); });
    if (!stated.where || largest == knees.end()) return;
    const Ratio most = largest->share.as_fraction();
    const bool much = sizes_.largest_share.value.as_fraction() < most;
    if (!much && (most <= Ratio(0) || sizes_.smallest_share.value.as_fraction() <= most)) return;
    const Ratio rise(Decimal(3, 2));
    const Phrase what = from_to(rise * most);
    const auto text = [&](Language language) { return exact_percent_text(most, language); };
    keep(
        share_code, stated.where,
        {"a share of " + text(Language::en) + " of the change: when the figures rise by 3%, " +
             what.en,
         "een deel van " + text(Language::nl) +
             " van de verandering: als de cijfers met 3% stijgen, geldt: " + what.nl},
        much
            ? Phrase{"the part of the change that is charged on is \"100%\" at most; a fixed rise "
                     "beside it stands in the formula",
                     "het deel van de verandering dat wordt doorberekend, is hooguit \"100%\"; een "
                     "vaste stijging ernaast staat in de formule"}
            : Phrase{"write the part of the change that is charged on, for example \"80%\"",
                     "schrijf het deel van de verandering dat wordt doorberekend, bijvoorbeeld "
                     "\"80%\""});
  }

  void largest_increase(const Limits& limits) {
    if (!limits.largest_increase) return;
    const Ratio most(limits.largest_increase->value);
    if (most <= Ratio(0) || price_.is_zero() ||
        sizes_.smallest_cap.value.as_fraction() <= most / Ratio(price_))
      return;
    const Phrase what = from_to(most / Ratio(price_));
    keep(limit_code, limits.largest_increase->where,
         {"with a largest increase of " + money(most, Language::en) + " " + what.en + " at most",
          "met een hoogste stijging van " + money(most, Language::nl) +
              " geldt hooguit: " + what.nl},
         {"it is money per unit; a percentage is a cap, cap = \"3%\"",
          "het is geld per eenheid; een percentage is een plafond, cap = \"3%\""});
  }

  /// How large the steps of a rounding are; nothing where it does not round.
  static std::optional<Ratio> step_of(const RoundingRule& rule) {
    if (rule.kind == RoundingRule::Kind::step || rule.kind == RoundingRule::Kind::percent_step)
      return Ratio(rule.step);
    if (rule.kind == RoundingRule::Kind::decimals) return Ratio(Decimal(1, rule.decimals));
    return std::nullopt;
  }
  void roundings(const Roundings& rounding) {
    // With so many decimals a step is no longer coarse.
    const auto finer = [](const Ratio& one, const Ratio& most, int decimals) {
      while (decimals < 9 && most * one <= Ratio(Decimal(1, decimals))) ++decimals;
      return "{ decimals = " + std::to_string(decimals) + " }";
    };
    const auto look_at = [&](const Stated<RoundingRule>& stated, const Ratio& one,
                             const Ratio& most, const std::string& example, const Phrase& what) {
      const auto step = step_of(stated.value);
      if (!stated.where || !step || *step < most * one) return;
      const Ratio part = *step / one;
      keep(
          rounding_code, stated.where,
          {what.en + " is rounded in steps of " + money(Ratio(price_) * part, Language::en) +
               " on a price of " + money(Ratio(price_), Language::en),
           what.nl + " wordt afgerond in stappen van " + money(Ratio(price_) * part, Language::nl) +
               " op een prijs van " + money(Ratio(price_), Language::nl)},
          {"round finer, for example " + example, "rond fijner af, bijvoorbeeld " + example});
    };
    // Of whole numbers check_meant says it.
    const auto of_coefficient = step_of(rounding.coefficient.value);
    if (of_coefficient && *of_coefficient < Ratio(Decimal(5, 1)))
      look_at(rounding.coefficient, Ratio(1), coarse(), "{ decimals = 4 }",
              {"the coefficient", "de coëfficiënt"});
    look_at(rounding.change, Ratio(1), nothing_passes(), "{ to = \"0.1%\" }",
            {"the change", "de verandering"});
    if (price_.is_zero()) return;
    const Ratio price(price_);
    look_at(rounding.increase, price, nothing_passes(), finer(price, nothing_passes(), 2),
            {"the increase", "de stijging"});
    look_at(rounding.price, price, coarse(), finer(price, coarse(), 2), {"the price", "de prijs"});
  }

  void keep(const std::string& code, const std::optional<Span>& where, Phrase title,
            const Phrase& remedy) {
    if (!where || accepts(clause_.accepts, code)) return;
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Doubt& each) {
      return each.where.place() == where->place();
    });
    if (!known) found_.push_back({code, *where, std::move(title), unless_accepted(code, remedy)});
  }

  const Currency& currency_;
  const Library& library_;
  const Clause& clause_;
  const Decimal& price_;
  const TrialLimits& sizes_;
  std::vector<Doubt>& found_;
};

}  // namespace

std::vector<Doubt> doubtful_limits(const Contract& contract, const Library& library,
                                   const TrialLimits& sizes) {
  std::vector<Doubt> found;
  for (const Line& line : contract.lines) {
    if (line.follows || !line.parts.empty()) continue;
    for (const std::size_t clause : line.clauses)
      for (const Line::Price& price : line.prices)
        LimitTrial(contract, library, contract.clauses[clause], price.original.value, sizes, found)
            .look();
  }
  return found;
}

}  // namespace pricetalk
