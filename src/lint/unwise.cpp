#include "lint/unwise.hpp"

#include <algorithm>
#include <functional>

#include "lint/ended_series.hpp"
#include "lint/history.hpp"
#include "lint/variable_share.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

/// Years over which a cap is held against what the figures did.
constexpr int cap_years = 5;
/// A figure that is older than this on its adjustment date lags.
constexpr Duration longest_lag{12, Unit::month};

std::string percent(const Ratio& fraction, Language language) {
  return percent_text(fraction, 1, language);
}

std::string title_of(const Series& series) {
  return series.title.empty() ? series.id : series.title;
}

/// "from July 2020 to July 2025"
std::string over(const Movement& movement, Language language) {
  return say(language, "from ", "van ") + period_text(movement.from, language) +
         say(language, " to ", " tot ") + period_text(movement.to, language);
}

/// "rose by 12.3% from …"
std::string moved(const Movement& movement, Language language) {
  const bool up = movement.change().sign() >= 0;
  return (up ? say(language, "rose by ", "steeg ") : say(language, "fell by ", "daalde ")) +
         percent(abs(movement.change()), language) + " " + over(movement, language);
}

/// "five times", "vijf keer"
std::string counted(int often, Language language) {
  const std::string five = say(language, "five", "vijf");
  if (often == 1) return say(language, "once", "eenmaal");
  return (often == cap_years ? five : std::to_string(often)) + say(language, " times", " keer");
}

/// A limit that is a plain percentage, as a fraction.
std::optional<Ratio> plain(const std::vector<Stated<LimitValue>>& limits, const Span*& where) {
  for (const auto& limit : limits) {
    const Expression& value = limit.value.value;
    if (limit.value.none || value.kind != Expression::Kind::number || !value.percent) continue;
    where = limit.where ? &*limit.where : nullptr;
    return Ratio(value.number) / Ratio(100);
  }
  return std::nullopt;
}

/// The clauses of one contract against the figures of its series.
class WisdomReview {
 public:
  WisdomReview(const Contract& contract, const Coverage& coverage, Date today)
      : contract_(contract), coverage_(coverage), today_(today) {}

  std::vector<Remark> run() && {
    // Of these it is said already from which step on there is no price.
    without_price_ = prices_without_a_successor(contract_, coverage_);
    for (const Line& line : contract_.lines) {
      costs(line);
      for (const std::size_t position : line.clauses) {
        const Clause& clause = contract_.clauses[position];
        only_upwards(line, clause);
        low_cap(clause);
        ending(line, clause);
      }
      figures_used(line);
    }
    return std::move(made_);
  }

 private:
  const Series* series_of(const IndexRead& read) const {
    return coverage_.library().find(read.series.value.value);
  }

  /// The largest cost that no index of the line follows.
  void costs(const Line& line) {
    const CostShareTerms* largest = nullptr;
    for (const CostShareTerms& each : contract_.terms.cost_share) {
      if (each.price.value.value != line.id || !each.series ||
          follows(line, each.series->value.value))
        continue;
      if (largest == nullptr || largest->share.value.of_hundred < each.share.value.of_hundred)
        largest = &each;
    }
    const IndexRead* own = first_read(line);
    if (largest == nullptr || own == nullptr ||
        largest->share.value.as_fraction() < Ratio(Decimal(25, 2)))
      return;
    const Series* cost = coverage_.library().find(largest->series->value.value);
    const Series* index = series_of(*own);
    if (cost == nullptr || index == nullptr) return;
    const auto cost_moved = movement(*cost, 1, today_);
    const auto index_moved = movement(*index, 1, today_);
    if (!cost_moved || !index_moved) return;
    if (abs(cost_moved->factor - index_moved->factor) < Ratio(Decimal(1, 2))) return;
    const auto said = [&](Language language) {
      return largest->name.value + say(language, " is ", " is ") + largest->share.value.text() +
             say(language, " of the costs and moves by no index of the clause: ",
                 " van de kosten en loopt in de clausule niet mee: ") +
             title_of(*cost) + " " + moved(*cost_moved, language) + ", " + title_of(*index) + " " +
             moved(*index_moved, language);
    };
    const Clause& clause = contract_.clauses[line.clauses.front()];
    add("W0401", largest->span, clause, {said(Language::en), said(Language::nl)},
        {"give the clause an index that moves as that cost does, with its share as weight",
         "geef de clausule een index die loopt zoals die kosten, met hun aandeel als gewicht"});
  }

  bool follows(const Line& line, const std::string& series) const {
    return std::any_of(line.clauses.begin(), line.clauses.end(), [&](std::size_t position) {
      const auto reads = contract_.clauses[position].all_reads();
      return std::any_of(reads.begin(), reads.end(),
                         [&](const IndexRead* read) { return read->series.value.value == series; });
    });
  }
  const IndexRead* first_read(const Line& line) const {
    for (const std::size_t position : line.clauses)
      if (const auto reads = contract_.clauses[position].all_reads(); !reads.empty())
        return reads.front();
    return nullptr;
  }

  /// A price that never falls, where its figures did.
  void only_upwards(const Line& line, const Clause& clause) {
    const Span* where = nullptr;
    const auto floor = plain(clause.ladders.back().ladder.limits.floor, where);
    if (floor ? floor->sign() < 0 : !rises_by_formula(line, clause)) return;
    for (const IndexRead* read : clause.all_reads()) {
      const Series* series = series_of(*read);
      if (series == nullptr) continue;
      const Falls found = falls(*series, today_);
      if (!found.deepest) continue;
      const auto said = [&](Language language) {
        return say(language, "the price never falls, and ", "de prijs daalt nooit, en ") +
               title_of(*series) +
               say(language, " stood lower than a year before in ", " stond in ") +
               std::to_string(found.fell) + say(language, " of ", " van de ") +
               std::to_string(found.of) +
               say(language, " periods, most ", " perioden lager dan een jaar ervoor, het meest ") +
               over(*found.deepest, language) + " (" + percent(found.deepest->change(), language) +
               ")";
      };
      add("W0402", where != nullptr ? *where : clause.where, clause,
          {said(Language::en), said(Language::nl)},
          {"after a fall the next rise comes on top of the old price; with compounding = \"base\" "
           "it is measured from the start",
           "na een daling komt de volgende stijging boven op de oude prijs; met compounding = "
           "\"base\" wordt vanaf het begin gemeten"});
      return;
    }
  }

  /// Whether the formula follows rises and no falls, as `max(C/C0, 1)` does.
  bool rises_by_formula(const Line& line, const Clause& clause) const {
    const PriceSchedule prices = schedule(PricingContext{&contract_, &line, 0, &coverage_}, today_);
    return std::any_of(prices.entries.begin(), prices.entries.end(), [&](const PriceEntry& entry) {
      return entry.clause == &clause && follows_rises_only(entry);
    });
  }

  /// How often a cap counts in those years; nothing where that is no whole number.
  static std::optional<int> times(const Clause& clause) {
    if (clause.ladders.back().ladder.limits.per.value == LimitPer::year) return cap_years;
    const int months = clause.when.every ? clause.when.every->value.months().value_or(0) : 0;
    if (months <= 0 || cap_years * 12 % months != 0) return std::nullopt;
    return cap_years * 12 / months;
  }

  /// A cap that the figures of the last years would have passed on the whole.
  void low_cap(const Clause& clause) {
    const Span* where = nullptr;
    const auto cap = plain(clause.ladders.back().ladder.limits.cap, where);
    const std::optional<int> often = times(clause);
    if (!cap || !often) return;
    Ratio allowed(1);
    for (int time = 0; time < *often; ++time) allowed = allowed * (Ratio(1) + *cap);
    for (const IndexRead* read : clause.all_reads()) {
      const Series* series = series_of(*read);
      const auto found = series != nullptr ? movement(*series, cap_years, today_) : std::nullopt;
      if (!found || found->factor <= allowed) continue;
      const auto said = [&](Language language) {
        return title_of(*series) + " " + moved(*found, language) +
               say(language, ", and " + counted(*often, language) + " this cap is ",
                   ", en " + counted(*often, language) + " dit maximum is ") +
               percent(allowed - Ratio(1), language);
      };
      add("W0403", where != nullptr ? *where : clause.where, clause,
          {said(Language::en), said(Language::nl)},
          {"who bears the difference? limits.carry_over = \"increases\" brings back what a cap "
           "cuts "
           "off",
           "wie draagt het verschil? limits.carry_over = \"increases\" haalt terug wat een maximum "
           "afsnijdt"});
      return;
    }
  }

  /// A series that has stopped or is about to, in a contract that goes on.
  void ending(const Line& line, const Clause& clause) {
    for (const IndexRead* read : clause.all_reads()) {
      const Series* series = series_of(*read);
      const auto told = [&](const Doubt& each) { return each.where == read->where; };
      if (series == nullptr || !series->stopped || !read->links.empty() ||
          std::any_of(without_price_.begin(), without_price_.end(), told))
        continue;
      const Date last = series->stopped->last_day();
      const std::optional<Date> end = line.until ? std::optional(line.until->value) : contract_.end;
      if (end && *end <= last) continue;
      const auto said = [&](Language language) {
        return title_of(*series) + say(language, " stops with ", " stopt met ") +
               period_text(*series->stopped, language) +
               (end ? say(language, ", and the contract runs until ",
                          ", en het contract loopt tot ") +
                          date_text(*end, language)
                    : say(language, ", and the contract states no end",
                          ", en het contract noemt geen einde"));
      };
      add("W0406", read->where, clause, {said(Language::en), said(Language::nl)},
          what_follows(*series, coverage_.library()));
    }
  }

  /// How old and how sure the figures of the last step are.
  void figures_used(const Line& line) {
    const PriceSchedule prices = schedule(PricingContext{&contract_, &line, 0, &coverage_},
                                          today_ + Duration{1, Unit::year});
    const PriceEntry* last = nullptr;
    for (const PriceEntry& entry : prices.entries)
      if (entry.clause != nullptr && entry.why && entry.price) last = &entry;
    if (last == nullptr) return;
    const auto& inputs = last->why.calculation->inputs;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const auto& figure = last->why.inputs[i].figure;
      const IndexRead* read = last->clause->find(inputs[i].symbol);
      if (!figure || read == nullptr) continue;
      lagging(*last, *read, *figure);
      if (last->why.inputs[i].fixity == Fixity::provisional && read->publication.by_default())
        provisional(*last, *read, *figure);
    }
  }

  void lagging(const PriceEntry& entry, const IndexRead& read, const PublishedFigure& figure) {
    if (entry.date <= figure.about.last_day().plus_days(1) + longest_lag) return;
    const auto said = [&](Language language) {
      return say(language, "the price of ", "de prijs van ") + date_text(entry.date, language) +
             say(language, " follows a figure of more than a year before: ",
                 " volgt een cijfer van meer dan een jaar ervoor: ") +
             figure.series + ", " + period_text(figure.about, language);
    };
    add("W0404", read.use.where.value_or(read.where), *entry.clause,
        {said(Language::en), said(Language::nl)},
        {"take a period nearer to the adjustment", "neem een periode dichter bij de aanpassing"});
  }

  void provisional(const PriceEntry& entry, const IndexRead& read, const PublishedFigure& figure) {
    const auto said = [&](Language language) {
      return say(language, "the price of ", "de prijs van ") + date_text(entry.date, language) +
             say(language,
                 " rests on a provisional figure: ", " berust op een voorlopig cijfer: ") +
             figure.series + ", " + period_text(figure.about, language) + ", " +
             figure.value.text();
    };
    add("W0405", read.use.where.value_or(read.where), *entry.clause,
        {said(Language::en), said(Language::nl)},
        {"say which version counts: publication = \"first\" or \"definitive\"",
         "schrijf welke versie telt: publication = \"first\" of \"definitive\""});
  }

  /// One remark of a code and clause.
  void add(const char* code, Span where, const Clause& clause, Phrase title, Phrase hint) {
    const bool known = std::any_of(made_.begin(), made_.end(), [&](const Remark& each) {
      return each.code == code && each.clause == clause.id;
    });
    if (known) return;
    const std::string accept = code;
    hint.en += "; is it meant so, write accept = [\"" + accept + ": the reason\"]";
    hint.nl += "; is het zo bedoeld, schrijf dan accept = [\"" + accept + ": de reden\"]";
    Remark made;
    made.concern = Concern::unwise;
    made.question = true;
    made.code = code;
    made.where = where;
    made.clause = clause.id;
    made.title = std::move(title);
    made.hint = std::move(hint);
    made_.push_back(std::move(made));
  }

  const Contract& contract_;
  const Coverage& coverage_;
  Date today_;
  std::vector<Doubt> without_price_;
  std::vector<Remark> made_;
};

}  // namespace

std::vector<Remark> unwise(const Contract& contract, const Coverage& coverage, Date today) {
  return WisdomReview(contract, coverage, today).run();
}

}  // namespace pricetalk
