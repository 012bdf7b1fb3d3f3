#include "contract/resolve_decisions.hpp"

#include <algorithm>

#include "contract/scheduled_dates.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

bool names(const std::vector<Stated<Id>>& ids, const std::string& id) {
  return ids.empty() || std::any_of(ids.begin(), ids.end(),
                                    [&](const auto& stated) { return stated.value.value == id; });
}

/// A decision without `clause` is about the whole price of a line.
bool concerns_line(const Contract& contract, const DecisionTerms& decision, const Line& line) {
  if (!names(decision.price, line.id)) return false;
  return decision.clause.empty() ||
         std::any_of(line.clauses.begin(), line.clauses.end(), [&](std::size_t clause) {
           return names(decision.clause, contract.clauses[clause].id);
         });
}

}  // namespace

bool concerns(const DecisionTerms& decision, const Line& line, const Clause& clause) {
  return names(decision.clause, clause.id) && names(decision.price, line.id);
}

const DecisionTerms* Contract::decision_on(Date date, const Line& line,
                                           const Clause& clause) const {
  for (const DecisionTerms& d : terms.decision)
    if (d.date.value == date && concerns(d, line, clause)) return &d;
  return nullptr;
}

const DecisionTerms* Contract::agreed_on(Date day, const Line& line) const {
  for (const DecisionTerms& d : terms.decision)
    if (d.date.value == day && d.kind.value == DecisionKind::agreed_price &&
        concerns_line(*this, d, line))
      return &d;
  return nullptr;
}

namespace {

class DecisionCheck {
 public:
  DecisionCheck(const Contract& contract, const DecisionTerms& decision, Diagnostics& problems)
      : contract_(contract), d_(decision), problems_(problems) {}

  void run() {
    keys();
    later_day();
    possible_step();
    never_made();
    decided_once();
    if (!d_.kind.where) return;  // nobody can tell what was decided
    if (d_.kind.value == DecisionKind::agreed_price) {
      agreed();
    } else if (d_.date.where) {
      adjusted();
    }
  }

 private:
  void error(const char* code, Span span, Phrase title, Phrase hint) {
    problems_.error(code, span, std::move(title), std::move(hint));
  }

  void keys() {
    const auto needs = [&](DecisionKind kind, const auto& stated, const std::string& key,
                           const std::string& word, const std::string& example) {
      if (!d_.kind.where || (d_.kind.value == kind) == stated.has_value()) return;
      if (stated)
        error("C0312", *stated->where,
              {"`" + key + "` does not belong to this kind of decision",
               "`" + key + "` hoort niet bij dit soort besluit"},
              {"it belongs to kind = \"" + word + "\"", "het hoort bij kind = \"" + word + "\""});
      else
        error("C0312", *d_.kind.where,
              {"this kind of decision needs `" + key + "`",
               "dit soort besluit heeft `" + key + "` nodig"},
              {"for example " + key + " = " + example, "bijvoorbeeld " + key + " = " + example});
    };
    needs(DecisionKind::reduced, d_.change, "change", "reduced", "\"2%\"");
    needs(DecisionKind::deferred, d_.to, "to", "deferred", d_.date.value.plus_days(181).text());
    needs(DecisionKind::agreed_price, d_.unit_price, "unit_price", "agreed-price", "34.00");
  }

  void later_day() {
    if (!d_.to || d_.to->value > d_.date.value) return;
    problems_.add(
        {.severity = Severity::error,
         .code = "C0313",
         .span = *d_.to->where,
         .title = {"a step is deferred to a later day",
                   "een aanpassing wordt uitgesteld naar een latere dag"},
         .hint = {"write a day after " + date_text(d_.date.value, Language::en),
                  "schrijf een dag na " + date_text(d_.date.value, Language::nl)},
         .context = {{d_.date.where.value_or(d_.span),
                      {"the step that is deferred", "de aanpassing die wordt uitgesteld"}}},
         .clause = {}});
  }

  void possible_step() {
    if (!d_.change || d_.change->value.as_fraction() >= Ratio(-1)) return;
    const std::string change = d_.change->value.of_hundred.text() + "%";
    error("C0331", *d_.change->where,
          {"a step of " + change + " makes the price negative",
           "een stap van " + change + " maakt de prijs negatief"},
          {"write a step of -100% or more", "schrijf een stap van -100% of meer"});
  }

  void never_made() {
    if (!d_.to || !d_.to->where || !contract_.end || d_.to->value <= *contract_.end) return;
    if (d_.date.value > *contract_.end) return;  // a record of what came after it
    const std::string end = contract_.end->text();
    problems_.warning(
        "C0332", *d_.to->where,
        {"this step is deferred to a day after the end of the contract, so it is never made",
         "deze aanpassing is uitgesteld tot na het einde van het contract, en komt er dus niet"},
        {"write a day up to and including " + end +
             ", or kind = \"waived\" where the step is given up",
         "schrijf een dag tot en met " + end +
             ", of kind = \"waived\" als van de aanpassing wordt afgezien"});
  }

  /// Of two decisions about one step only the first acts, so that an exception may stand before the
  /// rule; an agreed price has the last word over the others, and an alternative over the contract.
  void decided_once() {
    for (const DecisionTerms& other : contract_.terms.decision) {
      if (&other == &d_) return;
      if (other.date.value != d_.date.value || !other.kind.where || !d_.kind.where) continue;
      if (other.span.source != d_.span.source) continue;
      const auto agreed = [](const DecisionTerms& each) {
        return each.kind.value == DecisionKind::agreed_price;
      };
      if (agreed(other) != agreed(d_) || is_exception(other)) continue;
      const Line* line = line_of_both(other);
      if (line == nullptr) continue;
      problems_.add(
          {.severity = Severity::error,
           .code = "C0323",
           .span = d_.date.where.value_or(d_.span),
           .title = agreed(d_)
                        ? Phrase{"two agreed prices of line '" + line->id + "' on one day",
                                 "twee afgesproken prijzen van regel '" + line->id + "' op één dag"}
                        : Phrase{"two decisions about one adjustment of line '" + line->id + "'",
                                 "twee besluiten over één aanpassing van regel '" + line->id + "'"},
           .hint = {"keep one of them, or name in each the lines (price) and clauses "
                    "(clause) that it is about; an exception stands before the rule",
                    "houd er één over, of noem in elk de regels (price) en clausules "
                    "(clause) waar het over gaat; een uitzondering staat vóór de regel"},
           .context = {{other.date.where.value_or(other.span),
                        {"the other decision", "het andere besluit"}}},
           .clause = {}});
      return;
    }
  }

  /// Whether an earlier decision names what it is about, and this one is about more than that.
  bool is_exception(const DecisionTerms& other) const {
    if ((other.price.empty() || !d_.price.empty()) && (other.clause.empty() || !d_.clause.empty()))
      return false;
    return std::any_of(contract_.lines.begin(), contract_.lines.end(), [&](const Line& line) {
      if (line.clauses.empty())
        return concerns_line(contract_, d_, line) && !concerns_line(contract_, other, line);
      return std::any_of(line.clauses.begin(), line.clauses.end(), [&](std::size_t position) {
        const Clause& clause = contract_.clauses[position];
        return concerns(d_, line, clause) && !concerns(other, line, clause);
      });
    });
  }

  /// A line of which both decide the same adjustment or price; nothing: they are about different
  /// ones.
  const Line* line_of_both(const DecisionTerms& other) const {
    const bool agreed = d_.kind.value == DecisionKind::agreed_price;
    for (const Line& line : contract_.lines) {
      if (agreed && concerns_line(contract_, d_, line) && concerns_line(contract_, other, line))
        return &line;
      for (const std::size_t position : line.clauses)
        if (const Clause& clause = contract_.clauses[position];
            concerns(d_, line, clause) && concerns(other, line, clause) &&
            last_date(contract_, line, clause, d_.date.value) == d_.date.value)
          return &line;
    }
    return nullptr;
  }

  /// Nobody can tell which of the parts pays for a price that was agreed for all of them.
  void agreed() {
    if (d_.unit_price && d_.unit_price->value.is_negative())
      error("C0306", d_.unit_price->where.value_or(d_.span),
            {"a price is not negative", "een prijs is niet negatief"},
            {"write the price that was agreed; what is paid back is a credit on an invoice",
             "schrijf de prijs die is afgesproken; wat terugbetaald wordt, is een creditregel op "
             "een factuur"});
    bool any = false;
    for (const Line& line : contract_.lines) {
      if (!concerns_line(contract_, d_, line)) continue;
      any = true;
      if (line.parts.empty()) continue;
      error(
          "C0415", *d_.kind.where,
          {"a price was agreed for line '" + line.id + "', which has parts",
           "voor regel '" + line.id + "' is een prijs afgesproken, terwijl zij delen heeft"},
          {"end this line on the day before with until, and write a new one with the agreed price "
           "and its parts",
           "laat deze regel met until op de dag ervoor eindigen, en schrijf een nieuwe met de "
           "afgesproken prijs en haar delen"});
    }
    if (!any && known())
      error("C0322", *d_.kind.where,
            {"the agreed price is about no price line",
             "de afgesproken prijs gaat over geen enkele prijsregel"},
            {"leave `clause` out, or name a clause that moves the line",
             "laat `clause` weg, of noem een clausule die de regel aanpast"});
  }

  /// Whether all ids are there; else that is reported and nothing follows from it.
  bool known() const {
    return std::all_of(
               d_.price.begin(), d_.price.end(),
               [&](const auto& id) { return contract_.find_line(id.value.value) != nullptr; }) &&
           std::all_of(d_.clause.begin(), d_.clause.end(), [&](const auto& id) {
             return contract_.find_clause(id.value.value) != nullptr;
           });
  }

  struct Dates {
    bool on_the_day = false;
    std::optional<Date> before;
    std::optional<Date> after;
  };

  /// The adjustment dates around the decision, of the lines and clauses that it is about and that
  /// `wanted` takes.
  template <class Wanted>
  Dates dates_around(Wanted wanted) const {
    Dates found;
    const Date day = d_.date.value;
    for (const Line& line : contract_.lines)
      for (const std::size_t position : line.clauses) {
        const Clause& clause = contract_.clauses[position];
        if (!concerns(d_, line, clause) || !wanted(line, clause)) continue;
        const auto last = last_date(contract_, line, clause, day);
        found.on_the_day = found.on_the_day || last == day;
        if (last && (!found.before || *found.before < *last)) found.before = last;
        const auto next = next_date(contract_, line, clause, day);
        if (next && (!found.after || *next < *found.after)) found.after = next;
      }
    return found;
  }

  void adjusted() {
    if (!known()) return;
    const Dates all = dates_around([](const Line&, const Clause&) { return true; });
    if (!all.on_the_day) {
      not_adjusted(*d_.date.where, {"nothing is", "wordt niets"}, all);
      return;
    }
    for (const auto& id : d_.price) {
      const Dates own =
          dates_around([&](const Line& line, const Clause&) { return line.id == id.value.value; });
      const std::string name = "'" + id.value.value + "'";
      if (!own.on_the_day)
        not_adjusted(*id.where, {"line " + name + " is not", "wordt regel " + name + " niet"}, own);
    }
    for (const auto& id : d_.clause) {
      const Dates own = dates_around(
          [&](const Line&, const Clause& clause) { return clause.id == id.value.value; });
      const std::string name = "'" + id.value.value + "'";
      if (!own.on_the_day)
        not_adjusted(
            *id.where,
            {"by clause " + name + " nothing is", "wordt volgens clausule " + name + " niets"},
            own);
    }
  }

  void not_adjusted(Span span, const Phrase& what, const Dates& dates) {
    Phrase hint{"no price is adjusted by what this decision is about: leave it out",
                "waar dit besluit over gaat, past geen prijs aan: laat het weg"};
    if (dates.before && dates.after)
      hint = {"the nearest adjustment dates are " + date_text(*dates.before, Language::en) +
                  " and " + date_text(*dates.after, Language::en),
              "de dichtstbijzijnde aanpassingsdatums zijn " +
                  date_text(*dates.before, Language::nl) + " en " +
                  date_text(*dates.after, Language::nl)};
    else if (const auto& near = dates.before ? dates.before : dates.after)
      hint = {"the nearest adjustment date is " + date_text(*near, Language::en),
              "de dichtstbijzijnde aanpassingsdatum is " + date_text(*near, Language::nl)};
    if (dates.before || dates.after) {
      hint.en += "\nfor a price that was agreed on another day, write kind = \"agreed-price\"";
      hint.nl +=
          "\nschrijf voor een prijs die op een andere dag is afgesproken kind = "
          "\"agreed-price\"";
    }
    error("C0322", span,
          {what.en + " adjusted on " + date_text(d_.date.value, Language::en),
           "op " + date_text(d_.date.value, Language::nl) + " " + what.nl + " aangepast"},
          std::move(hint));
  }

  const Contract& contract_;
  const DecisionTerms& d_;
  Diagnostics& problems_;
};

}  // namespace

void check_decision(const Contract& contract, const DecisionTerms& decision,
                    Diagnostics& problems) {
  DecisionCheck(contract, decision, problems).run();
}

}  // namespace pricetalk
