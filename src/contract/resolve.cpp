#include "pricetalk/contract/contract.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "contract/resolve_clause.hpp"
#include "pricetalk/index/figures.hpp"

namespace pricetalk {

int Line::price_decimals(const Currency& currency, std::size_t price) const {
  return std::max(currency.minor_decimals(), prices[price].original.value.scale());
}

const Line* Contract::find_line(std::string_view line_id) const {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.id == line_id; });
  return found == lines.end() ? nullptr : &*found;
}

const Clause* Contract::find_clause(std::string_view clause_id) const {
  const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.id == clause_id; });
  return found == clauses.end() ? nullptr : &*found;
}

const ContactTerms* Contract::find_contact(std::string_view name) const {
  const auto found = std::find_if(terms.contact.begin(), terms.contact.end(), [&](const ContactTerms& c) { return c.name.value == name; });
  return found == terms.contact.end() ? nullptr : &*found;
}

namespace {

bool about(const std::vector<Stated<Id>>& ids, const std::string& id) {
  return ids.empty() || std::any_of(ids.begin(), ids.end(), [&](const auto& stated) { return stated.value.value == id; });
}

}  // namespace

const DecisionTerms* Contract::decision_on(Date date, const Line& line, const Clause& clause) const {
  for (const DecisionTerms& d : terms.decision)
    if (d.date.value == date && about(d.clause, clause.id) && about(d.price, line.id)) return &d;
  return nullptr;
}

const AnnouncementTerms* Contract::announcement_for(Date date, const Clause& clause) const {
  const AnnouncementTerms* first = nullptr;
  for (const AnnouncementTerms& a : terms.announcement)
    if (a.for_date.value == date && a.clause.value.value == clause.id && (first == nullptr || a.date.value < first->date.value))
      first = &a;
  return first;
}

Language Contract::language() const {
  return jurisdiction == "NL" || jurisdiction == "BE" ? Language::nl : Language::en;
}

namespace {

class Resolver {
 public:
  explicit Resolver(ContractTerms terms) { made_.terms = std::move(terms); }

  Loaded<Contract> resolve() {
    check_schema(terms().schema, problems_);
    contract();
    made_.own_series = to_series(terms().series, problems_);
    for (const auto& clause : terms().clause)
      made_.clauses.push_back(resolve_clause(clause, made_.signed_on, problems_));
    if (terms().price.empty() && terms().contract.start.where)
      problems_.error("C0301", terms().contract.span,
                      {"a contract without price lines", "een contract zonder prijsregels"},
                      {"add a table [price.NAME] with unit_price, price_date and clause",
                       "voeg een tabel [price.NAAM] toe met unit_price, price_date en clause"});
    for (const auto& price : terms().price) made_.lines.push_back(line(price));
    unused_clauses();
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
  static Span place(const TableBase& table, const std::optional<Span>& stated) { return stated.value_or(table.span); }

  void contract() {
    const ContractSection& c = terms().contract;
    made_.id = c.id.value;
    made_.title = c.title ? c.title->value : c.id.value;
    if (c.jurisdiction) made_.jurisdiction = c.jurisdiction->value.code;
    if (c.audience) made_.audience = c.audience->value;
    made_.currency = c.currency.value;
    made_.vat = c.vat ? c.vat->value : made_.audience == Audience::b2c ? Vat::included : Vat::excluded;
    made_.start = c.start.value;
    made_.signed_on = c.signed_on ? c.signed_on->value : c.start.value;
    if (c.bid) made_.bid = c.bid->value;
    if (c.end) made_.end = c.end->value;
    made_.customer_since = c.customer_since ? c.customer_since->value : c.start.value;
    if (terms().parties && terms().parties->supplier) made_.supplier = terms().parties->supplier->name.value;
    if (terms().parties && terms().parties->customer) made_.customer = terms().parties->customer->name.value;
    made_.billing = terms().billing.value_or(BillingTerms{});
    if (made_.end && c.start.where && *made_.end < made_.start)
      problems_.add({.severity = Severity::error, .code = "C0302", .span = *c.end->where,
                     .title = {"the contract ends before it starts", "het contract eindigt voordat het begint"},
                     .hint = {}, .context = {{*c.start.where, {"starts here", "begint hier"}}}, .clause = {}});
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
    if (p.until) made.until = p.until;
    else if (made_.end) made.until = Stated<Date>{*made_.end, {}};
    if (p.delivered) made.delivered = p.delivered->value;
    made.price_binding = p.price_binding;
    made.discount = p.discount;
    made.returns = p.returns ? p.returns : terms().returns;
    prices(p, made);
    for (const auto& id : p.clause) clause_of(id, made);
    if (made.until && made.until->value < made.from.value)
      error("C0303", place(p, made.until->where), {"the line ends before it starts", "de regel eindigt voordat hij begint"});
    return made;
  }

  void prices(const PriceTerms& p, Line& made) {
    if (p.unit_price) made.prices.push_back({*p.unit_price, {}});
    for (const TierTerms& tier : p.tiers)
      made.prices.push_back({tier.unit_price, tier.up_to ? std::optional(tier.up_to->value) : std::nullopt});
    if (p.unit_price && !p.tiers.empty())
      error("C0304", *p.unit_price->where, {"a line has unit_price or tiers, not both", "een regel heeft unit_price of tiers, niet allebei"});
    if (made.prices.empty()) {
      error("C0305", p.span, {"the line has no price", "de regel heeft geen prijs"},
            {"add unit_price = 31.25, or tiers", "voeg unit_price = 31.25 toe, of tiers"});
      made.prices.push_back({Stated<Decimal>{}, {}});
    }
    for (const Line::Price& price : made.prices)
      if (price.original.value.is_negative())
        error("C0306", place(p, price.original.where), {"a price is not negative", "een prijs is niet negatief"});
    for (std::size_t i = 0; i < p.tiers.size(); ++i) {
      const bool last = i + 1 == p.tiers.size();
      const auto& up_to = p.tiers[i].up_to;
      const bool rising = i == 0 || !up_to || !p.tiers[i - 1].up_to || p.tiers[i - 1].up_to->value < up_to->value;
      if (up_to.has_value() == last || !rising)
        error("C0307", p.tiers[i].span, {"tiers rise, and only the last one has no up_to", "staffels lopen op, en alleen de laatste heeft geen up_to"});
    }
    if (p.price_date) {
      made.price_date = p.price_date->value;
      return;
    }
    made.price_date = made.from.value;
    if (!p.unit_price && p.tiers.empty()) return;
    const std::string price = made.prices.front().original.value.text();
    const std::string start = made.from.value.text();
    error("C0308", p.unit_price ? *p.unit_price->where : p.span,
          {"a price without a date: on which day was it " + price + "?", "een prijs zonder datum: op welke dag was die " + price + "?"},
          {"is this the price of the start (price_date = " + start + ") or of today? later increases are computed on top of it",
           "is dit de prijs van het begin (price_date = " + start + ") of van vandaag? latere verhogingen komen er bovenop"});
  }

  void clause_of(const Stated<Id>& id, Line& made) {
    const auto found = std::find_if(made_.clauses.begin(), made_.clauses.end(), [&](const Clause& c) { return c.id == id.value.value; });
    if (found != made_.clauses.end()) {
      made.clauses.push_back(static_cast<std::size_t>(found - made_.clauses.begin()));
      return;
    }
    std::vector<std::string_view> known;
    for (const Clause& c : made_.clauses) known.push_back(c.id);
    unknown("C0309", {"clause", "clausule"}, id, known);
  }

  void unknown(const char* code, const Phrase& kind, const Stated<Id>& id, const std::vector<std::string_view>& known) {
    const std::string near(nearest(id.value.value, known));
    error(code, *id.where,
          {"no " + kind.en + " '" + id.value.value + "' in this contract", "geen " + kind.nl + " '" + id.value.value + "' in dit contract"},
          near.empty() ? Phrase{} : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
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

  void unused_clauses() {
    for (std::size_t i = 0; i < made_.clauses.size(); ++i) {
      const bool used = std::any_of(made_.lines.begin(), made_.lines.end(), [&](const Line& l) {
        return std::find(l.clauses.begin(), l.clauses.end(), i) != l.clauses.end();
      });
      const std::string& id = made_.clauses[i].id;
      if (!used)
        problems_.warning("C0311", made_.clauses[i].where,
                          {"no price line uses clause '" + id + "'", "geen prijsregel gebruikt clausule '" + id + "'"});
    }
  }

  void decisions() {
    for (const DecisionTerms& d : terms().decision) {
      for (const auto& id : d.clause) check_clause(id);
      for (const auto& id : d.price) check_line(id);
      const auto needs = [&](DecisionKind kind, bool has, const char* key) {
        if (d.kind.where && (d.kind.value == kind) != has)
          error("C0312", place(d, d.kind.where),
                has ? Phrase{std::string("`") + key + "` does not belong to this kind of decision", std::string("`") + key + "` hoort niet bij dit soort besluit"}
                    : Phrase{std::string("this decision needs `") + key + "`", std::string("dit besluit heeft `") + key + "` nodig"});
      };
      needs(DecisionKind::reduced, d.change.has_value(), "change");
      needs(DecisionKind::deferred, d.to.has_value(), "to");
      needs(DecisionKind::agreed_price, d.unit_price.has_value(), "unit_price");
      if (d.to && d.to->value <= d.date.value)
        error("C0313", *d.to->where, {"a step is deferred to a later day", "een stap wordt uitgesteld naar een latere dag"});
    }
  }

  void announcements() {
    for (const AnnouncementTerms& a : terms().announcement) check_clause(a.clause);
  }

  void examples() {
    for (const WorkedExampleTerms& e : terms().worked_example)
      if (e.price) check_line(*e.price);
  }

  void beside_the_price() {
    std::vector<std::pair<std::string, Ratio>> shares;
    for (const CostShareTerms& share : terms().cost_share) {
      check_line(share.price);
      auto found = std::find_if(shares.begin(), shares.end(), [&](const auto& s) { return s.first == share.price.value.value; });
      if (found == shares.end()) found = shares.insert(shares.end(), {share.price.value.value, Ratio(0)});
      found->second = found->second + share.share.value.as_fraction();
      if (found->second > Ratio(1))
        error("C0314", place(share, share.share.where),
              {"the cost shares of '" + found->first + "' add up to more than 100 %", "de kostendelen van '" + found->first + "' zijn samen meer dan 100 %"});
    }
    for (const PriceLevelTerms& level : terms().price_level) {
      check_line(level.price);
      const bool wrong = (level.low && level.low->value > level.normal.value) || (level.high && level.high->value < level.normal.value);
      if (wrong)
        error("C0315", level.span, {"a price level is low, normal, high in this order", "een prijspeil is laag, normaal, hoog in deze volgorde"});
    }
    for (const OwnCostTerms& cost : terms().own_cost) check_line(cost.price);
    for (const auto& innovation : terms().innovation)
      for (const auto& id : innovation.terms.lines) check_line(id);
  }

  void people() {
    const auto check = [&](const std::optional<Stated<std::string>>& name) {
      if (!name || made_.find_contact(name->value) != nullptr) return;
      std::vector<std::string_view> known;
      for (const ContactTerms& c : terms().contact) known.push_back(c.name.value);
      const std::string near(nearest(name->value, known));
      error("C0316", *name->where, {"no contact '" + name->value + "' in this contract", "geen contact '" + name->value + "' in dit contract"},
            near.empty() ? Phrase{"add [[contact]] name = \"" + name->value + "\"", "voeg [[contact]] name = \"" + name->value + "\" toe"}
                         : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    };
    for (const ContactTerms& c : terms().contact) check(c.speaks_with);
    if (terms().talk) {
      check(terms().talk->sender);
      check(terms().talk->receiver);
    }
  }

  Contract made_;
  Diagnostics problems_;
};

}  // namespace

Loaded<Contract> resolve(ContractTerms terms) { return Resolver(std::move(terms)).resolve(); }

namespace {

bool stands_alone(std::string_view code) {
  constexpr std::array<std::string_view, 6> codes = {"C0302", "C0303", "C0309", "C0310", "C0314", "C0316"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

Loaded<Contract> read_contract(const SourcePtr& source) {
  Loaded<Contract> made;
  made.diagnostics.keep(source);
  Loaded<ContractTerms> terms = read_terms<ContractTerms>(source);
  if (!terms.value) {
    made.diagnostics.append(terms.diagnostics);
    return made;
  }
  const bool misread = terms.diagnostics.has_errors();
  Loaded<Contract> resolved = resolve(std::move(*terms.value));
  made.diagnostics.append(terms.diagnostics);
  // A value that could not be read is reported once: of the cross-field rules, only those that no
  // misread value can set off are said beside it.
  for (const Diagnostic& d : resolved.diagnostics.list())
    if (!misread || stands_alone(d.code)) made.diagnostics.add(d);
  made.value = std::move(resolved.value);
  made.value->sources.push_back(source);
  if (made.diagnostics.has_errors()) made.value.reset();
  return made;
}

void check_series(const Contract& contract, const Library& library, Diagnostics& diagnostics) {
  std::set<std::pair<const SourceText*, std::uint32_t>> said;
  const auto check = [&](const Stated<SeriesId>& id) {
    if (!id.where || library.find(id.value.value) != nullptr) return;
    if (!said.emplace(id.where->source, id.where->begin).second) return;
    const std::string near(nearest(id.value.value, library.ids()));
    diagnostics.error("I0201", *id.where,
                      {"no series '" + id.value.value + "' in the figures", "geen reeks '" + id.value.value + "' in de cijfers"},
                      near.empty() ? Phrase{"name the file or folder with `figures_from`, or see `pricetalk index list`",
                                            "noem het bestand of de map bij `figures_from`, of zie `pricetalk index list`"}
                                   : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
  };
  for (const Clause& clause : contract.clauses)
    for (const IndexRead& read : clause.reads) {
      check(read.series);
      for (const LinkTerms& link : read.links) check(link.next);
    }
  for (const CostShareTerms& share : contract.terms.cost_share)
    if (share.series) check(*share.series);
}

}  // namespace pricetalk
