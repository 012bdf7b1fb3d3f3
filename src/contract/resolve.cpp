#include <algorithm>
#include <set>

#include "contract/bounds.hpp"
#include "contract/misread.hpp"
#include "contract/read_contract.hpp"
#include "contract/resolve_announcements.hpp"
#include "contract/resolve_clause.hpp"
#include "contract/resolve_decisions.hpp"
#include "contract/resolve_follows.hpp"
#include "contract/resolve_parts.hpp"
#include "contract/shared_clauses.hpp"
#include "document/reader.hpp"
#include "index/figures_dictionary.hpp"
#include "index/find_series.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

int Line::price_decimals(const Currency& currency, std::size_t price) const {
  return std::max(currency.minor_decimals(), prices[price].original.value.scale());
}

const Line* Contract::find_line(std::string_view line_id) const {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.id == line_id; });
  return found == lines.end() ? nullptr : &*found;
}

const Clause* Contract::find_clause(std::string_view clause_id) const {
  const auto found = std::find_if(clauses.begin(), clauses.end(),
                                  [&](const Clause& c) { return c.id == clause_id; });
  return found == clauses.end() ? nullptr : &*found;
}

const ContactTerms* Contract::find_contact(std::string_view name) const {
  const auto found = std::find_if(terms.contact.begin(), terms.contact.end(),
                                  [&](const ContactTerms& c) { return c.name.value == name; });
  return found == terms.contact.end() ? nullptr : &*found;
}

bool Contract::only_liked(const Clause& clause) const {
  const auto named = [&](const std::vector<std::size_t>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::size_t i) { return clauses[i].id == clause.id; });
  };
  const auto likes = [&](const auto& other) {
    return other.terms.like && other.terms.like->value.value == clause.id;
  };
  return std::none_of(lines.begin(), lines.end(),
                      [&](const Line& l) { return named(l.clauses) || named(l.surcharges); }) &&
         std::any_of(terms.clause.begin(), terms.clause.end(), likes);
}

const AnnouncementTerms* Contract::announcement_for(Date date, const Clause& clause) const {
  const AnnouncementTerms* first = nullptr;
  for (const AnnouncementTerms& a : terms.announcement)
    if (a.for_date.value == date && a.clause.value.value == clause.id &&
        (first == nullptr || a.date.value < first->date.value))
      first = &a;
  return first;
}

Language Contract::language() const {
  return jurisdiction == "NL" || jurisdiction == "BE" ? Language::nl : Language::en;
}

Language Contract::letter_language() const {
  return terms.talk && terms.talk->language ? terms.talk->language->value : language();
}

namespace {

class Resolver {
 public:
  explicit Resolver(ContractTerms terms) { made_.terms = std::move(terms); }

  Loaded<Contract> resolve() {
    check_schema(terms().schema, problems_);
    contract();
    made_.own_series = to_series(terms().series, problems_);
    leave_out_shared();
    const std::set<std::string> asked = asked_lines();
    for (const auto& clause : terms().clause)
      made_.clauses.push_back(
          resolve_clause(clause, made_.signed_on, liked_by(clause.terms), asked, problems_));
    if (terms().price.empty())
      problems_.error("C0301", terms().contract.span,
                      {"a contract without price lines", "een contract zonder prijsregels"},
                      {"add a table [price.NAME] with unit_price, price_date and clause",
                       "voeg een tabel [price.NAAM] toe met unit_price, price_date en clause"});
    for (const auto& price : terms().price) made_.lines.push_back(line(price));
    followed_lines();
    resolve_follows(made_, problems_);
    unused_clauses();
    check_bounds(terms(), problems_);
    decisions();
    announcements();
    examples();
    beside_the_price();
    people();
    Loaded<Contract> result;
    result.diagnostics = std::move(problems_);
    result.value = std::move(made_);
    return result;
  }

 private:
  const ContractTerms& terms() const { return made_.terms; }
  void error(const char* code, Span span, Phrase title, Phrase hint = {}) {
    problems_.error(code, span, std::move(title), std::move(hint));
  }
  static Span place(const TableBase& table, const std::optional<Span>& stated) {
    return stated.value_or(table.span);
  }

  void contract() {
    const ContractSection& c = terms().contract;
    made_.id = c.id.value;
    made_.title = c.title ? c.title->value : c.id.value;
    if (c.jurisdiction) made_.jurisdiction = c.jurisdiction->value.code;
    if (c.audience) made_.audience = c.audience->value;
    made_.currency = c.currency.value;
    made_.vat = c.vat                             ? c.vat->value
                : made_.audience == Audience::b2c ? Vat::included
                                                  : Vat::excluded;
    made_.start = c.start.value;
    made_.signed_on = c.signed_on ? c.signed_on->value : c.start.value;
    if (c.bid) made_.bid = c.bid->value;
    if (c.end) made_.end = c.end->value;
    made_.customer_since = c.customer_since ? c.customer_since->value : c.start.value;
    if (terms().parties && terms().parties->supplier)
      made_.supplier = terms().parties->supplier->name.value;
    if (terms().parties && terms().parties->customer)
      made_.customer = terms().parties->customer->name.value;
    made_.billing = terms().billing.value_or(BillingTerms{});
    check_billing();
    if (made_.end && c.start.where && *made_.end < made_.start)
      problems_.add({.severity = Severity::error,
                     .code = "C0302",
                     .span = *c.end->where,
                     .title = {"the contract ends before it starts",
                               "het contract eindigt voordat het begint"},
                     .hint = {"check both years", "controleer beide jaartallen"},
                     .context = {{*c.start.where, {"starts here", "begint hier"}}},
                     .clause = {}});
  }

  /// Only months of which a whole number makes a year can be counted from every January.
  void check_billing() {
    const BillingTerms& billing = made_.billing;
    if (billing.aligned.value != Aligned::calendar) return;
    const int months = billing.period.value.months().value_or(0);
    if (months > 0 && 12 % months == 0) return;
    const std::string period = billing.period.value.text();
    error(
        "C0326", billing.aligned.where.value_or(billing.span),
        {"periods of " + period + " do not begin anew every January",
         "perioden van " + period + " beginnen niet elk jaar opnieuw in januari"},
        {"leave `aligned` out: they are counted from the start of the contract; or write a period "
         "that fits a year, such as \"quarter\"",
         "laat `aligned` weg: dan wordt geteld vanaf het begin van het contract; of schrijf een "
         "periode die in een jaar past, zoals \"quarter\""});
  }

  Line line(const NamedTable<PriceTerms>& named) {
    const PriceTerms& p = named.terms;
    Line made;
    made.id = named.id;
    made.where = p.span;
    made.title = p.title ? p.title->value : named.id;
    made.unit = p.unit ? p.unit->value : std::string();
    for (const auto& alias : p.alias) made.aliases.push_back(alias.value);
    made.tier_kind = p.tier_kind.value;
    made.quantity = p.quantity;
    made.from = p.from ? *p.from : Stated<Date>{made_.start, {}};
    if (p.until)
      made.until = p.until;
    else if (made_.end)
      made.until = Stated<Date>{*made_.end, {}};
    if (p.delivered) made.delivered = p.delivered->value;
    made.price_binding = p.price_binding;
    made.discount = p.discount;
    made.returns = p.returns ? p.returns : terms().returns;
    prices(p, made);
    named_once(p.clause, "clause");
    named_once(p.surcharges, "surcharges");
    for (const auto& id : p.clause) clause_of(id, made, false);
    for (const auto& id : p.surcharges) clause_of(id, made, true);
    parts(p, made);
    if (made.until && made.until->value < made.from.value) line_ends_early(p, made);
    return made;
  }

  /// Either day may be the contract's: then it is shown beside.
  void line_ends_early(const PriceTerms& p, const Line& made) {
    if (!p.from && !p.until) return;  // the contract's own days: reported there
    const std::optional<Span> from = p.from ? made.from.where : terms().contract.start.where;
    const std::optional<Span> until = p.until                ? made.until->where
                                      : terms().contract.end ? terms().contract.end->where
                                                             : std::nullopt;
    Diagnostic one{
        .severity = Severity::error,
        .code = "C0303",
        .span = place(p, p.until ? until : from),
        .title = {"the line ends before it starts", "de regel eindigt voordat hij begint"},
        .hint = {"the line runs from " + date_text(made.from.value, Language::en) + " to " +
                     date_text(made.until->value, Language::en),
                 "de regel loopt van " + date_text(made.from.value, Language::nl) + " tot en met " +
                     date_text(made.until->value, Language::nl)},
        .context = {},
        .clause = {}};
    if (p.until && from) one.context.push_back({*from, {"starts here", "begint hier"}});
    if (!p.until && until)
      one.context.push_back({*until, {"the contract ends here", "hier eindigt het contract"}});
    problems_.add(std::move(one));
  }

  void followed_lines() {
    for (const Line& each : made_.lines)
      if (each.follows) check_line({Id{each.follows->of}, each.follows->where});
  }

  /// So many times the price of another line, which is known when all lines are.
  void follows(const Stated<UnitPriceValue>& stated, Line& made) {
    const Span where = stated.where.value_or(made.where);
    if (stated.value.times->is_negative())
      error("C0306", where, {"a price is not negative", "een prijs is niet negatief"},
            {"write how many times the other price it is, for example 1.5",
             "schrijf hoeveel keer de andere prijs het is, bijvoorbeeld 1.5"});
    made.follows = {*stated.value.times, stated.value.of, where};
    made.price_date = made.from.value;
  }

  void prices(const PriceTerms& p, Line& made) {
    if (p.unit_price)
      made.prices.push_back({{p.unit_price->value.amount, p.unit_price->where}, {}});
    for (const TierTerms& tier : p.tiers)
      made.prices.push_back(
          {tier.unit_price, tier.up_to ? std::optional(tier.up_to->value) : std::nullopt});
    if (p.unit_price && !p.tiers.empty())
      error("C0304", *p.unit_price->where,
            {"a line has unit_price or tiers, not both",
             "een regel heeft unit_price of tiers, niet allebei"},
            {"leave unit_price out when the price depends on the quantity",
             "laat unit_price weg als de prijs van de hoeveelheid afhangt"});
    if (made.prices.empty() && !p.surcharges.empty() && p.clause.empty()) {
      // Nothing but surcharges: the price that they are added to is 0.
      made.prices.push_back({{Decimal(0, made_.currency.minor_decimals()), {}}, {}});
    } else if (made.prices.empty()) {
      error("C0305", p.span, {"the line has no price", "de regel heeft geen prijs"},
            {"add unit_price = 31.25 and price_date, or tiers",
             "voeg toe: unit_price = 31.25 en price_date, of tiers"});
      made.prices.push_back({Stated<Decimal>{}, {}});
    }
    for (const Line::Price& price : made.prices)
      if (price.original.value.is_negative())
        error("C0306", place(p, price.original.where),
              {"a price is not negative", "een prijs is niet negatief"},
              {"what is taken off is a discount: discount = { rate = \"5%\" }",
               "wat eraf gaat, is een korting: discount = { rate = \"5%\" }"});
    for (std::size_t i = 0; i < p.tiers.size(); ++i) {
      const bool last = i + 1 == p.tiers.size();
      const auto& up_to = p.tiers[i].up_to;
      const bool rising =
          i == 0 || !up_to || !p.tiers[i - 1].up_to || p.tiers[i - 1].up_to->value < up_to->value;
      if (up_to.has_value() == last || !rising)
        error("C0307", p.tiers[i].span,
              {"tiers rise, and only the last one has no up_to",
               "staffels lopen op, en alleen de laatste heeft geen up_to"},
              {"for example [{ up_to = 100, unit_price = 19.50 }, { unit_price = 18.20 }]",
               "bijvoorbeeld [{ up_to = 100, unit_price = 19.50 }, { unit_price = 18.20 }]"});
    }
    if (p.unit_price && p.unit_price->value.times) return follows(*p.unit_price, made);
    if (p.price_date) {
      made.price_date = p.price_date->value;
      return;
    }
    made.price_date = made.from.value;
    if (!p.unit_price && p.tiers.empty()) return;
    const std::string price = made.prices.front().original.value.text();
    const std::string start = made.from.value.text();
    error("C0308", p.unit_price ? *p.unit_price->where : p.span,
          {"a price without a date: on which day was it " + price + "?",
           "een prijs zonder datum: op welke dag gold " + price + "?"},
          {"is it the price of the start? write price_date = " + start +
               "\nis it a later price? write its day; increases up to that day are in it already",
           "is dit de prijs van het begin? schrijf price_date = " + start +
               "\nis het een latere prijs? schrijf die dag; verhogingen tot en met die dag zitten "
               "er al in"});
  }

  /// Named twice it would be charged twice.
  void named_once(const std::vector<Stated<Id>>& ids, const std::string& key) {
    std::set<std::string> seen;
    for (const Stated<Id>& id : ids) {
      const std::string& name = id.value.value;
      if (seen.insert(name).second || !id.where) continue;
      error("C0345", *id.where,
            {"clause '" + name + "' stands twice in `" + key + "`",
             "clausule '" + name + "' staat twee keer in `" + key + "`"},
            {"name it once: named twice it is charged twice",
             "noem haar één keer: twee keer genoemd wordt ze twee keer berekend"});
    }
  }

  void clause_of(const Stated<Id>& id, Line& made, bool surcharge) {
    const auto found = std::find_if(made_.clauses.begin(), made_.clauses.end(),
                                    [&](const Clause& c) { return c.id == id.value.value; });
    if (found != made_.clauses.end()) {
      auto& list = surcharge ? made.surcharges : made.clauses;
      list.push_back(static_cast<std::size_t>(found - made_.clauses.begin()));
      if (found->surcharge != surcharge) wrong_list(id, surcharge);
      return;
    }
    std::vector<std::string_view> known;
    for (const Clause& c : made_.clauses) known.push_back(c.id);
    known.insert(known.end(), left_out_.begin(), left_out_.end());
    unknown("C0309", {"clause", "clausule"}, id, known);
    unknown_clause_ = true;
  }

  /// A surcharge in `clause`, or a clause that moves the price in `surcharges`.
  void wrong_list(const Stated<Id>& id, bool surcharge) {
    const std::string& name = id.value.value;
    if (surcharge)
      error("C0321", *id.where,
            {"clause '" + name + "' moves the price; it gives no surcharge",
             "clausule '" + name + "' verandert de prijs; ze geeft geen toeslag"},
            {"name it under `clause`, or let its formula begin with surcharge =",
             "noem haar bij `clause`, of laat haar formule beginnen met surcharge ="});
    else
      error("C0321", *id.where,
            {"clause '" + name + "' gives a surcharge; it does not move the price",
             "clausule '" + name + "' geeft een toeslag; ze verandert de prijs niet"},
            {"name it under `surcharges`", "noem haar bij `surcharges`"});
  }

  /// The shares of the price, each with its own clause.
  void parts(const PriceTerms& p, Line& made) {
    made.parts = resolve_parts(p, made_.currency, problems_);
    if (made.parts.empty()) return;
    if (!p.clause.empty())
      problems_.add({.severity = Severity::error,
                     .code = "C0412",
                     .span = *p.clause.front().where,
                     .title = {"a line with parts has its clauses in the parts",
                               "een regel met delen heeft haar clausules bij de delen"},
                     .hint = {"write clause = \"" + p.clause.front().value.value +
                                  "\" in the parts that it moves",
                              "schrijf clause = \"" + p.clause.front().value.value +
                                  "\" bij de delen die ermee meebewegen"},
                     .context = {{p.parts.front().span, {"the parts", "de delen"}}},
                     .clause = {}});
    for (std::size_t i = 0; i < p.parts.size(); ++i) {
      if (!p.parts[i].clause) continue;
      const std::size_t before = made.clauses.size();
      clause_of(*p.parts[i].clause, made, false);
      if (made.clauses.size() > before) made.parts[i].clause = before;
    }
  }

  const ClauseTerms* liked_by(const ClauseTerms& clause) const {
    if (!clause.like) return nullptr;
    for (const auto& other : terms().clause)
      if (other.id == clause.like->value.value) return &other.terms;
    return nullptr;
  }

  /// Ids of clauses that the contract's own words name, beside `like`.
  std::set<std::string> named_clauses() const {
    std::set<std::string> named;
    const auto take = [&](const auto& ids) {
      for (const auto& id : ids) named.insert(id.value.value);
    };
    for (const auto& price : terms().price) {
      take(price.terms.clause);
      take(price.terms.surcharges);
      for (const PartTerms& part : price.terms.parts)
        if (part.clause) named.insert(part.clause->value.value);
    }
    for (const DecisionTerms& d : terms().decision) take(d.clause);
    for (const AnnouncementTerms& a : terms().announcement) named.insert(a.clause.value.value);
    return named;
  }

  /// Of the clauses in shared files only those that this contract uses are part of it.
  void leave_out_shared() {
    const SourceText* own = terms().span.source;
    if (own == nullptr) return;
    std::set<std::string> used = named_clauses();
    for (const auto& clause : terms().clause)
      if (clause.terms.like && (clause.id_span.source == own || used.count(clause.id) != 0))
        used.insert(clause.terms.like->value.value);
    std::erase_if(made_.terms.clause.tables, [&](const auto& clause) {
      const bool out = clause.id_span.source != own && used.count(clause.id) == 0;
      if (out) left_out_.push_back(clause.id);
      return out;
    });
  }

  void unknown(const char* code, const Phrase& kind, const Stated<Id>& id,
               const std::vector<std::string_view>& known) {
    const std::string near(nearest(id.value.value, known));
    error(code, *id.where,
          {"no " + kind.en + " '" + id.value.value + "' in this contract",
           "geen " + kind.nl + " '" + id.value.value + "' in dit contract"},
          near.empty() ? known_here(known)
                       : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  }

  static Phrase known_here(const std::vector<std::string_view>& known) {
    std::string all;
    for (const std::string_view id : known) all += (all.empty() ? "" : ", ") + std::string(id);
    if (all.empty()) return {"the contract has none", "het contract heeft er geen"};
    return {"the contract has: " + all, "het contract heeft: " + all};
  }

  void check_line(const Stated<Id>& id) {
    if (!id.where || made_.find_line(id.value.value) != nullptr) return;
    std::vector<std::string_view> known;
    for (const Line& l : made_.lines) known.push_back(l.id);
    unknown("C0310", {"price line", "prijsregel"}, id, known);
  }

  void check_clause(const Stated<Id>& id) {
    if (!id.where || made_.find_clause(id.value.value) != nullptr) return;
    std::vector<std::string_view> known;
    for (const Clause& c : made_.clauses) known.push_back(c.id);
    unknown("C0309", {"clause", "clausule"}, id, known);
  }

  /// Lines of formulas that a worked example asks for.
  std::set<std::string> asked_lines() const {
    static constexpr std::string_view before = "formula ";
    std::set<std::string> asked;
    for (const WorkedExampleTerms& example : terms().worked_example)
      if (example.what.value.starts_with(before))
        asked.insert(example.what.value.substr(before.size()));
    return asked;
  }

  void unused_clauses() {
    if (unknown_clause_ || made_.lines.empty()) return;  // which of them was meant, nobody can tell
    for (std::size_t i = 0; i < made_.clauses.size(); ++i) {
      const bool used = std::any_of(made_.lines.begin(), made_.lines.end(), [&](const Line& l) {
        return std::find(l.clauses.begin(), l.clauses.end(), i) != l.clauses.end() ||
               std::find(l.surcharges.begin(), l.surcharges.end(), i) != l.surcharges.end();
      });
      const std::string& id = made_.clauses[i].id;
      if (!used && !made_.only_liked(made_.clauses[i]))
        problems_.warning(
            "C0311", made_.clauses[i].where,
            {"no price line uses clause '" + id + "'",
             "geen prijsregel gebruikt clausule '" + id + "'"},
            made_.clauses[i].surcharge
                ? Phrase{"add surcharges = [\"" + id + "\"] to the price lines that bear it",
                         "voeg surcharges = [\"" + id +
                             "\"] toe aan de prijsregels met deze toeslag"}
                : Phrase{
                      "add clause = \"" + id + "\" to the price lines that it moves",
                      "voeg clause = \"" + id + "\" toe aan de prijsregels die ermee meebewegen"});
    }
  }

  void decisions() {
    for (const DecisionTerms& d : terms().decision) {
      for (const auto& id : d.clause) check_clause(id);
      for (const auto& id : d.price) check_line(id);
      check_decision(made_, d, problems_);
    }
  }

  void announcements() {
    for (const AnnouncementTerms& a : terms().announcement) {
      check_clause(a.clause);
      check_announcement(made_, a, problems_);
    }
  }

  void examples() {
    for (const WorkedExampleTerms& e : terms().worked_example) {
      if (e.price) check_line(*e.price);
      if (!e.to || !e.to->where || !e.on.where || e.to->value >= e.on.value) continue;
      const std::string on = e.on.value.text();
      error("C0334", *e.to->where,
            {"the days of this worked example end before they begin",
             "de dagen van dit rekenvoorbeeld eindigen voordat zij beginnen"},
            {"write a day from " + on + " (on) onwards", "schrijf een dag vanaf " + on + " (on)"});
    }
  }

  void beside_the_price() {
    cost_shares();
    for (const PriceLevelTerms& level : terms().price_level) {
      check_line(level.price);
      const auto check = [&](const Stated<Decimal>& end, const Phrase& lies,
                             const std::string& key) {
        error("C0315", place(level, end.where),
              {"low, normal and high of a price level rise in this order",
               "low, normal en high van een prijspeil lopen in deze volgorde op"},
              {key + " = " + end.value.text() + lies.en + "normal = " + level.normal.value.text(),
               key + " = " + end.value.text() + lies.nl + "normal = " + level.normal.value.text()});
      };
      if (level.low && level.low->value > level.normal.value)
        check(*level.low, {" is above ", " ligt boven "}, "low");
      if (level.high && level.high->value < level.normal.value)
        check(*level.high, {" is below ", " ligt onder "}, "high");
    }
    for (const OwnCostTerms& cost : terms().own_cost) check_line(cost.price);
    for (const auto& innovation : terms().innovation) {
      for (const auto& id : innovation.terms.lines) check_line(id);
      innovation_amounts(innovation.terms);
      innovation_keys(innovation.id, innovation.terms);
    }
    for (const DisclosureTerms& told : terms().disclosure)
      if (told.price) check_line(*told.price);
    if (terms().value)
      for (const ValueItemTerms& item : terms().value->item)
        if (item.price) check_line(*item.price);
  }

  /// What is paid or taken off has no sign: the key says which way it goes.
  void innovation_amounts(const InnovationTerms& offered) {
    const auto check = [&](const std::optional<Stated<Decimal>>& amount, const std::string& key,
                           const Phrase& what) {
      if (!amount || !amount->value.is_negative()) return;
      const std::string positive = Decimal(-amount->value.mantissa(), amount->value.scale()).text();
      error("C0325", place(offered, amount->where),
            {"`" + key + "` is not negative", "`" + key + "` is niet negatief"},
            {"it says " + what.en + ": write " + key + " = " + positive + ", or leave it out",
             "het zegt " + what.nl + ": schrijf " + key + " = " + positive + ", of laat het weg"});
    };
    check(offered.reduction_per_month, "reduction_per_month",
          {"what the customer pays less", "wat de klant minder betaalt"});
    check(offered.running_cost_per_year, "running_cost_per_year",
          {"what it costs us a year", "wat het ons per jaar kost"});
    check(offered.investment, "investment", {"what is paid once", "wat één keer wordt betaald"});
  }

  /// What a form cannot do without, and the names of the others.
  void innovation_keys(const std::string& own, const InnovationTerms& offered) {
    const auto lacks = [&](bool there, const std::string& word, const std::string& example) {
      if (there) return;
      error("C0344", place(offered, offered.form->where),
            {"form = \"" + word + "\" needs `" + example.substr(0, example.find(' ')) + "`",
             "form = \"" + word + "\" heeft `" + example.substr(0, example.find(' ')) + "` nodig"},
            {"for example " + example, "bijvoorbeeld " + example});
    };
    if (offered.form) switch (offered.form->value) {
        case InnovationForm::gain_share:
          lacks(offered.share_to_supplier || offered.share_to_customer, "gain-share",
                "share_to_customer = \"30%\"");
          lacks(offered.meter.has_value(), "gain-share", "meter = \"hours per building\"");
          break;
        case InnovationForm::glide_path:
          lacks(!offered.steps.empty(), "glide-path",
                "steps = [{ date = 2027-01-01, change = \"1.5%\" }]");
          break;
        case InnovationForm::relief:
          lacks(offered.reduction_per_month.has_value(), "relief", "reduction_per_month = 750.00");
          lacks(offered.end.has_value(), "relief", "end = 2027-06-30");
          break;
        case InnovationForm::referral:
          lacks(offered.refers_to.has_value(), "referral", "refers_to = \"Glashelder B.V.\"");
          break;
        case InnovationForm::leave_out:
          lacks(offered.leaves_out.has_value(), "leave-out", "leaves_out = \"the evening round\"");
          break;
        case InnovationForm::gift:
        case InnovationForm::exchange:
          break;
      }
    for (const auto* names : {&offered.excludes, &offered.needs})
      for (const Stated<Id>& each : *names) {
        const bool itself = each.value.value == own;
        if (!itself && terms().innovation.find(each.value.value) != nullptr) continue;
        std::string all;
        for (const auto& other : terms().innovation)
          if (other.id != own) all += (all.empty() ? "" : ", ") + other.id;
        error("C0343", place(offered, each.where),
              itself ? Phrase{"an innovation names itself", "een innovatie noemt zichzelf"}
                     : Phrase{"no innovation '" + each.value.value + "' in this contract",
                              "geen innovatie '" + each.value.value + "' in dit contract"},
              all.empty()
                  ? Phrase{"there is no other; leave it out", "er is geen andere; laat het weg"}
                  : Phrase{"there is: " + all, "er is: " + all});
      }
  }

  void cost_shares() {
    struct Sum {
      std::string line;
      Ratio total;
      Span last;
    };
    std::vector<Sum> sums;
    for (const CostShareTerms& share : terms().cost_share) {
      check_line(share.price);
      const std::string& id = share.price.value.value;
      auto found =
          std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) { return sum.line == id; });
      if (found == sums.end()) found = sums.insert(sums.end(), {id, Ratio(0), {}});
      found->total = found->total + share.share.value.as_fraction();
      found->last = place(share, share.share.where);
    }
    for (const Sum& sum : sums)
      if (sum.total > Ratio(1)) {
        const auto total = [&](Language language) { return percent_text(sum.total, 2, language); };
        error("C0314", sum.last,
              {"the cost shares of '" + sum.line + "' add up to more than 100%",
               "de kostendelen van '" + sum.line + "' zijn samen meer dan 100%"},
              {"together they are " + total(Language::en) +
                   "; what is not listed counts as fixed cost",
               "samen zijn ze " + total(Language::nl) +
                   "; wat er niet bij staat, telt als vaste kosten"});
      }
  }

  void people() {
    const auto check = [&](const std::optional<Stated<std::string>>& name) {
      if (!name || made_.find_contact(name->value) != nullptr) return;
      std::vector<std::string_view> known;
      for (const ContactTerms& c : terms().contact) known.push_back(c.name.value);
      const std::string near(nearest(name->value, known));
      error("C0316", *name->where,
            {"no contact '" + name->value + "' in this contract",
             "geen contactpersoon '" + name->value + "' in dit contract"},
            near.empty() ? Phrase{"add [[contact]] name = \"" + name->value + "\"",
                                  "voeg [[contact]] name = \"" + name->value + "\" toe"}
                         : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    };
    for (const ContactTerms& c : terms().contact) check(c.speaks_with);
    if (terms().talk) {
      check(terms().talk->sender);
      check(terms().talk->receiver);
    }
    if (terms().letter) check(terms().letter->director);
    for (const CommitmentTerms& c : terms().commitment) check(c.owner);
  }

  Contract made_;
  Diagnostics problems_;
  bool unknown_clause_ = false;
  std::vector<std::string> left_out_;  // clauses of shared files that no line uses
};

}  // namespace

Loaded<Contract> resolve(ContractTerms terms) { return Resolver(std::move(terms)).resolve(); }

Loaded<Contract> read_contract(const SourcePtr& source, const ClausesReader& clauses) {
  return read_contract(source, clauses, nullptr);
}

Loaded<Contract> read_contract(const SourcePtr& source, const ClausesReader& clauses,
                               SectionMemory* memory) {
  Loaded<Contract> made;
  made.diagnostics.keep(source);
  std::vector<SourcePtr> shared;
  Loaded<ContractTerms> terms = read_contract_terms(source, clauses, shared, memory);
  if (!terms.value) {
    made.diagnostics.append(terms.diagnostics);
    return made;
  }
  const Misread misread(terms.diagnostics, *terms.value);
  Loaded<Contract> resolved = resolve(std::move(*terms.value));
  made.diagnostics.append(terms.diagnostics);
  // A value that could not be read is reported once: of the cross-field rules, only those that no
  // misread value can set off are said beside it.
  Diagnostics more;
  for (const Diagnostic& d : resolved.diagnostics.list())
    if (misread.lets_say(d)) more.add(d);
  append_once(made.diagnostics, more);
  made.value = std::move(resolved.value);
  made.value->sources.push_back(source);
  made.value->shared_clauses = std::move(shared);
  if (made.diagnostics.has_errors()) made.value.reset();
  return made;
}

void check_series(const Contract& contract, const Library& library, Diagnostics& diagnostics) {
  std::set<std::pair<const SourceText*, std::uint32_t>> said;
  const auto check = [&](const Stated<SeriesId>& id) {
    if (!id.where || library.find(id.value.value) != nullptr) return;
    if (!said.emplace(id.where->source, id.where->begin).second) return;
    const std::string near = near_series(library, id.value.value);
    diagnostics.error("I0201", *id.where,
                      {"no series '" + id.value.value + "' in the figures",
                       "geen reeks '" + id.value.value + "' in de cijfers"},
                      near.empty()
                          ? Phrase{"name its file or folder in `figures_from`; `pricetalk index "
                                   "list` shows the series there are",
                                   "noem het bestand of de map bij `figures_from`; `pricetalk "
                                   "index list` toont welke reeksen er zijn"}
                          : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  };
  for (const Clause& clause : contract.clauses) {
    if (contract.only_liked(clause)) continue;  // of a pattern no figure is read
    for (const IndexRead* read : clause.all_reads()) {
      check(read->series);
      for (const LinkTerms& link : read->links) check(link.next);
    }
  }
  const auto check_index = [&](const Stated<SeriesId>& id) {
    check(id);
    const Series* series = library.find(id.value.value);
    if (!id.where || series == nullptr || series->unit != SeriesUnit::percent) return;
    diagnostics.error(
        "I0202", *id.where,
        {"'" + id.value.value +
             "' is a series of percentages; here one figure is divided by another",
         "'" + id.value.value +
             "' is een reeks percentages; hier wordt het ene cijfer door het andere gedeeld"},
        {"name the index itself; `pricetalk index list` shows the unit of each series",
         "noem de indexreeks zelf; `pricetalk index list` toont de eenheid van elke reeks"});
  };
  for (const CostShareTerms& share : contract.terms.cost_share)
    if (share.series) check_index(*share.series);
  for (const PriceLevelTerms& level : contract.terms.price_level)
    if (level.moved_by) check_index(*level.moved_by);
}

}  // namespace pricetalk
