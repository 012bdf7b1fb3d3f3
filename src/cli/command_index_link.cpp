#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "index/find_series.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/link_comparison.hpp"
#include "report/explanation.hpp"
#include "report/json_link.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// Turns the options into a question, and reports everything that is no answer to it.
class LinkOptionsReader {
 public:
  LinkOptionsReader(const IndexLinkOptions& options, const Library& library)
      : options_(options), library_(library) {}

  LinkQuestion read() {
    LinkQuestion made;
    made.from = series(options_.from);
    made.to = series(options_.to);
    made.base = period("--base", options_.base).value_or(Period());
    made.use = period("--use", options_.use).value_or(Period());
    made.at = period("--at", options_.at);
    coefficient(made);
    made.coefficient_decimals = decimals("--coefficient-decimals", options_.coefficient_decimals);
    made.decimals = decimals("--decimals", options_.decimals);
    const std::string amount = options_.amount.empty() ? "100000.00" : options_.amount;
    made.amount = {positive("--amount", amount).value_or(Decimal(1, 0)), *Currency::parse("EUR")};
    if (made.from != nullptr && made.to != nullptr) joinable(*made.from, *made.to);
    return made;
  }
  Diagnostics problems;

 private:
  const Series* series(const std::string& id) { return find_series(library_, id, problems); }

  std::optional<Period> period(const std::string& option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto found = Period::parse(text);
    if (!found)
      wrong(option, text, "a period", "een periode", "2025-07, 2025-Q3 or 2025",
            "2025-07, 2025-Q3 of 2025");
    return found;
  }

  std::optional<int> decimals(const std::string& option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto found = Decimal::parse(text);
    if (found && found->scale() == 0 && found->mantissa() >= 0 && found->mantissa() <= 18)
      return static_cast<int>(found->mantissa());
    wrong(option, text, "a number of decimals", "een aantal decimalen", "0 to 18",
          "0 tot en met 18");
    return std::nullopt;
  }

  std::optional<Decimal> positive(const std::string& option, const std::string& text) {
    const auto found = Decimal::parse(text);
    if (found && found->mantissa() > 0) return found;
    wrong(option, text, "a number above zero", "een getal boven nul",
          "a decimal point, nothing else: 1.3449", "een decimale punt, verder niets: 1.3449");
    return std::nullopt;
  }

  void coefficient(LinkQuestion& made) {
    if (!options_.coefficient.empty())
      made.coefficient = positive("--coefficient", options_.coefficient);
    if (!options_.coefficient_to_next.empty()) {
      if (!options_.coefficient.empty())
        problems.error("I0501", {},
                       {"--coefficient and --coefficient-to-next cannot stand together",
                        "--coefficient en --coefficient-to-next kunnen niet samen"},
                       {"keep the one that the publisher prints",
                        "houd de coëfficiënt aan die de uitgever vermeldt"});
      made.coefficient = positive("--coefficient-to-next", options_.coefficient_to_next);
      made.to_next = true;
    }
    if (!options_.coefficient_decimals.empty() && made.coefficient)
      problems.error("I0502", {},
                     {"--coefficient-decimals rounds a coefficient that is computed; this one is "
                      "given",
                      "--coefficient-decimals rondt een berekende coëfficiënt af; deze is gegeven"},
                     {"leave it out, or give --at instead of the coefficient",
                      "laat deze optie weg, of geef --at in plaats van de coëfficiënt"});
  }

  void joinable(const Series& from, const Series& to) {
    if (from.id == to.id)
      problems.error("I0503", {},
                     {"both series are '" + from.id + "'", "beide reeksen zijn '" + from.id + "'"},
                     {"name the series with the other base", "noem de reeks met de andere basis"});
    for (const Series* each : {&from, &to})
      if (each->unit == SeriesUnit::percent)
        problems.error("I0504", {},
                       {"'" + each->id + "' holds percentages; they have no base to join",
                        "'" + each->id + "' bevat percentages; die hebben geen basis"},
                       {"a clause on yearly rates reads the next series from a date on",
                        "een clausule met jaarlijkse percentages leest vanaf een datum de volgende "
                        "reeks"});
  }

  void wrong(const std::string& option, const std::string& text, const std::string& en,
             const std::string& nl, const std::string& en_hint, const std::string& nl_hint) {
    problems.error("U0004", {},
                   {option + " takes " + en + ", and '" + text + "' is none",
                    option + " vraagt " + nl + ", en '" + text + "' is dat niet"},
                   {"write " + en_hint, "schrijf " + nl_hint});
  }

  const IndexLinkOptions& options_;
  const Library& library_;
};

/// Prints both methods for people.
class LinkPrinter {
 public:
  LinkPrinter(const LinkQuestion& question, const LinkComparison& made, Session& session,
              Language language)
      : q_(question), made_(made), out_(session.out()), language_(language) {}

  void print(bool explain) {
    out_ << named(*q_.from) << say(" to ", " naar ") << named(*q_.to) << "\n"
         << money_text(q_.amount, language_) << say(", figure of ", ", cijfer van ")
         << q_.use.text() << say(" against ", " tegenover ") << q_.base.text() << "\n";
    if (made_.crossed) where_from();
    out_ << "\n";
    table();
    reasons();
    if (!made_.crossed && made_.coefficient.entry.price) {
      out_ << "\n"
           << say("One series has both figures: no link is needed.",
                  "Eén reeks heeft beide cijfers: er is geen koppeling nodig.")
           << "\n";
    } else {
      to_paste();
      rebasing();
    }
    if (explain) explanations();
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  static std::string named(const Series& s) {
    return s.base.empty() ? s.id : s.id + " (" + s.base + ")";
  }

  void where_from() {
    if (made_.published != nullptr) {
      out_ << say("link coefficient as published by ", "koppelcoëfficiënt zoals gepubliceerd door ")
           << q_.from->publisher;
      if (!made_.published->source.empty()) out_ << " (" << made_.published->source << ")";
    } else if (q_.coefficient) {
      out_ << say("link coefficient as given", "koppelcoëfficiënt zoals opgegeven");
    }
    if (q_.coefficient || made_.published != nullptr) {
      const bool to_next = q_.coefficient ? q_.to_next : made_.published->to_next;
      out_ << ": " << (to_next ? q_.to->id : q_.from->id) << " = "
           << coefficient(made_.coefficient, true) << " × " << (to_next ? q_.from->id : q_.to->id)
           << "\n";
    }
    if (!made_.at) return;
    out_ << say("link period ", "koppelperiode ") << made_.at->text();
    if (!q_.at && (made_.published == nullptr || made_.published->at != made_.at))
      out_ << say(", the last that is definitive in both",
                  ", de laatste die in beide definitief is");
    out_ << "\n";
  }

  std::string number(const Outcome<Ratio>& value, int decimals) const {
    if (!value) return say("not determined yet", "nog niet te bepalen");
    return value_text(*value, Form::plain, language_, decimals);
  }

  /// With the decimals in which it was published or rounded.
  std::string coefficient(const LinkWay& way, bool rounds) const {
    if (rounds && q_.coefficient) return decimal_text(*q_.coefficient, language_);
    if (rounds && made_.published != nullptr)
      return decimal_text(made_.published->coefficient, language_);
    if (rounds && q_.coefficient_decimals && way.coefficient)
      return decimal_text(as_decimal(*way.coefficient, *q_.coefficient_decimals), language_);
    return number(way.coefficient, 8);
  }
  std::string rounded(const Outcome<Ratio>& value) const {
    if (!value) return number(value, 0);
    return decimal_text(as_decimal(*value, q_.decimals.value_or(q_.from->published_decimals())),
                        language_);
  }

  void table() {
    Table table;
    table.columns = {{say("method", "methode"), Table::Align::left},
                     {say("coefficient", "coëfficiënt"), Table::Align::right},
                     {q_.use.text() + say(" converted", " omgerekend"), Table::Align::right},
                     {say("ratio", "verhouding"), Table::Align::right},
                     {say("new amount", "nieuw bedrag"), Table::Align::right}};
    const int cents = q_.amount.currency.minor_decimals();
    const auto row = [&](const LinkWay& way) {
      const bool rounds = way.method == LinkMethod::coefficient;
      table.row({words(way.method).in(language_), made_.crossed ? coefficient(way, rounds) : "-",
                 made_.crossed ? rounds ? rounded(way.converted) : number(way.converted, 6) : "-",
                 number(way.ratio, 8),
                 price_text(way.entry.price, cents, q_.amount.currency, language_)});
    };
    row(made_.coefficient);
    if (made_.double_fraction && made_.crossed) {
      row(*made_.double_fraction);
      table.row({say("gap", "verschil"), "", "", "",
                 made_.gap ? signed_money_text({as_decimal(*made_.gap, cents), q_.amount.currency},
                                               language_)
                           : "-"});
    }
    if (!made_.crossed) table.rows.front().front() = say("no link", "geen koppeling");
    out_ << as_text(table);
  }

  void reasons() {
    const Outcome<Ratio>& price = made_.coefficient.entry.price;
    if (price) return;
    for (const Reason& reason : price.why().reasons()) out_ << reason.text.in(language_) << "\n";
  }

  void to_paste() {
    out_ << "\n"
         << say("For the contract, under [clause.ID.index.NAME]:",
                "Voor het contract, onder [clause.ID.index.NAAM]:")
         << "\n"
         << made_.coefficient.toml << "\n";
    if (made_.double_fraction)
      out_ << say("or", "of") << "\n" << made_.double_fraction->toml << "\n";
    else
      out_ << say("No period has figures in both series: there is no double fraction.",
                  "Geen periode heeft cijfers in beide reeksen: een dubbele breuk kan niet.")
           << "\n";
  }

  void rebasing() {
    if (made_.dividing.periods == 0) return;
    out_ << "\n"
         << in_words(made_.dividing, true, *q_.from, *q_.to).in(language_) << "\n"
         << in_words(made_.multiplying, false, *q_.from, *q_.to).in(language_) << "\n";
    if (made_.dividing.differ + made_.multiplying.differ > 0)
      out_ << say("A publisher's new base is not its old one divided: read the published figures.",
                  "Een nieuwe basis is geen deling van de oude cijfers: lees de gepubliceerde "
                  "cijfers.")
           << "\n";
  }

  void explanations() {
    const auto one = [&](const LinkWay& way) {
      out_ << "\n" << words(way.method).in(language_) << "\n";
      out_ << as_text(derivation_table(way.entry.why, way.entry.answer, language_));
    };
    one(made_.coefficient);
    if (made_.double_fraction && made_.crossed) one(*made_.double_fraction);
  }

  const LinkQuestion& q_;
  const LinkComparison& made_;
  std::ostream& out_;
  Language language_;
};

}  // namespace

Status index_link(const IndexLinkOptions& options, Session& session) {
  MoreFigures figures = session.figures();
  if (figures.paths.empty()) figures.paths = {"indices"};
  const auto library = load_library(figures);
  const Language language = session.language();
  session.print(library.diagnostics, language);
  if (library.diagnostics.has_errors()) return Status::invalid;
  LinkOptionsReader reader(options, *library.value);
  const LinkQuestion question = reader.read();
  session.print(reader.problems, language);
  if (question.from == nullptr || question.to == nullptr) return Status::invalid;
  if (reader.problems.has_errors()) return Status::usage;
  const auto made = compare_links(question, *library.value, session.today());
  session.print(made.diagnostics, language);
  if (!made.ok()) return Status::invalid;
  if (session.json()) {
    session.out() << link_json(question, *made.value, session.today(), session.today_from_clock());
    return Status::fine;
  }
  session.print_today(language);
  LinkPrinter(question, *made.value, session, language).print(options.explain);
  return Status::fine;
}

}  // namespace pricetalk
