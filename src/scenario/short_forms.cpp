#include "scenario/short_forms.hpp"

#include <algorithm>

#include "contract/scheduled_dates.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

using Kind = DocumentNode::Kind;

DocumentNode* find_key(DocumentNode& table, std::string_view key) {
  const auto at = std::find_if(table.entries.begin(), table.entries.end(),
                               [&](const Entry& entry) { return entry.key == key; });
  return at == table.entries.end() ? nullptr : &at->value;
}

DocumentNode& value_of(DocumentNode& table, std::string_view key, Span where) {
  if (DocumentNode* known = find_key(table, key)) return *known;
  table.entries.push_back({std::string(key), where, {}});
  table.entries.back().value.span = where;
  return table.entries.back().value;
}

namespace {

/// A table that is one value: a quantity or a rounding. It is replaced whole.
bool is_value(const DocumentNode& node) {
  constexpr std::array<std::string_view, 6> keys = {"decimals",    "to",       "per_month",
                                                    "per_quarter", "per_year", "once"};
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return node.find(key) != nullptr; });
}

/// A dated list of facts as a list, also when it was written as one table.
std::vector<DocumentNode> facts(DocumentNode node) {
  if (node.kind == Kind::list) return std::move(node.items);
  std::vector<DocumentNode> one;
  one.push_back(std::move(node));
  return one;
}

void put_in_front(DocumentNode& old, const DocumentNode& edit) {
  std::vector<DocumentNode> all = facts(edit);
  for (DocumentNode& fact : facts(std::move(old))) all.push_back(std::move(fact));
  old = edit;
  old.kind = Kind::list;
  old.entries.clear();
  old.items = std::move(all);
}

void erase(DocumentNode& table, std::string_view key) {
  std::erase_if(table.entries, [&](const Entry& entry) { return entry.key == key; });
}

template <class Keys>
void keep_only(DocumentNode& table, const Keys& keys) {
  std::erase_if(table.entries, [&](const Entry& entry) {
    return std::find(keys.begin(), keys.end(), entry.key) == keys.end();
  });
}

DocumentNode node(Kind kind, std::string raw, Span where) {
  DocumentNode made;
  made.kind = kind;
  made.raw = std::move(raw);
  made.span = where;
  return made;
}

void set(DocumentNode& table, std::string_view key, DocumentNode value) {
  const Span where = value.span;
  value_of(table, key, where) = std::move(value);
}

/// A value of a clause or an edit, read as the contract's reader would; problems are told by it.
template <class T>
std::optional<T> read(const DocumentNode* stated, const SourcePtr& source) {
  if (stated == nullptr) return std::nullopt;
  Diagnostics unheard;
  Reader reader(source, unheard);
  T value;
  if (!reader.value(*stated, value) || unheard.has_errors()) return std::nullopt;
  return value;
}

bool is_year(const DocumentNode& stated) {
  return stated.kind == Kind::number && stated.raw.size() == 4 &&
         std::all_of(stated.raw.begin(), stated.raw.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// ---- fixed

/// "change = 3%", and for another interval its share of a year: "change = 3% * 6 / 12".
std::string rise(const Percent& a_year, int months) {
  const std::string share = months == 12 ? "" : " * " + std::to_string(months) + " / 12";
  return "change = " + a_year.text() + share;
}

void set_formula(DocumentNode& terms, const Percent& a_year, int months, Span where) {
  set(terms, "formula", node(Kind::text, rise(a_year, months), where));
}

DocumentNode first_of_january(Span where) {
  DocumentNode made = node(Kind::table, {}, where);
  set(made, "every", node(Kind::text, "year", where));
  set(made, "on", node(Kind::text, "01-01", where));
  return made;
}

/// What a clause keeps when it no longer measures anything: when it runs, how that is announced,
/// and how the price is rounded.
void fix(DocumentNode& clause, const YearlyGrowth& rises, Span where, const SourcePtr& source) {
  constexpr std::array<std::string_view, 7> kept = {"article", "alias",    "adjust",     "notice",
                                                    "note",    "rounding", "resets_base"};
  constexpr std::array<std::string_view, 2> roundings = {"price", "carry"};
  keep_only(clause, kept);
  if (DocumentNode* rounding = find_key(clause, "rounding")) keep_only(*rounding, roundings);
  if (find_key(clause, "adjust") == nullptr) set(clause, "adjust", first_of_january(where));
  const DocumentNode* every = find_key(clause, "adjust")->find("every");
  const auto interval = read<Duration>(every, source);
  const int months = interval && interval->months() ? *interval->months() : 12;
  set_formula(clause, rises.then, months, where);
  if (rises.years.empty()) return;
  DocumentNode during = node(Kind::list, {}, where);
  for (const auto& [year, percent] : rises.years) {
    DocumentNode one = node(Kind::table, {}, where);
    const std::string of = std::to_string(year);
    set(one, "from", node(Kind::date, of + "-01-01", where));
    set(one, "until", node(Kind::date, of + "-12-31", where));
    set_formula(one, percent, months, where);
    during.items.push_back(std::move(one));
  }
  set(clause, "during", std::move(during));
}

// ---- index

/// Follows one series, read as the first index was, with the ladder of the clause.
void follow(DocumentNode& clause, const DocumentNode& series) {
  std::string name = "X";
  DocumentNode reads = node(Kind::table, {}, series.span);
  if (const DocumentNode* old = clause.find("index"); old != nullptr && !old->entries.empty()) {
    name = old->entries.front().key;
    reads = old->entries.front().value;
  }
  constexpr std::array<std::string_view, 5> kept = {"use", "base", "publication", "interpolation",
                                                    "if_missing"};
  keep_only(reads, kept);
  // A number is a figure of the other series.
  if (const DocumentNode* base = reads.find("base"); base != nullptr && base->kind == Kind::number)
    erase(reads, "base");
  set(reads, "series", node(Kind::text, series.raw, series.span));
  for (const char* key : {"formula", "constants", "table"}) erase(clause, key);
  if (DocumentNode* threshold = find_key(clause, "threshold")) erase(*threshold, "index");
  if (DocumentNode* during = find_key(clause, "during"))
    for (DocumentNode& entry : during->items)
      for (const char* key : {"formula", "constants"}) erase(entry, key);
  DocumentNode indices = node(Kind::table, {}, series.span);
  set(indices, name, std::move(reads));
  set(clause, "index", std::move(indices));
}

// ---- decisions

bool runs(const Line& line, Date date) {
  return date > line.price_date && date >= line.from.value &&
         (!line.until || date <= line.until->value);
}

/// The adjustment dates of a clause, on any line, in these days.
std::vector<Date> dates_in(const Contract& contract, std::size_t clause, Date first, Date last) {
  std::vector<Date> found;
  for (const Line& line : contract.lines) {
    if (std::find(line.clauses.begin(), line.clauses.end(), clause) == line.clauses.end()) continue;
    for (const Date date : scheduled_dates(contract, line, contract.clauses[clause], last))
      if (date >= first && runs(line, date)) found.push_back(date);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

DocumentNode decision(Date date, const char* kind, Span where) {
  DocumentNode made = node(Kind::table, {}, where);
  set(made, "date", node(Kind::date, date.text(), where));
  set(made, "kind", node(Kind::text, kind, where));
  return made;
}

void waive(const DocumentNode& stated, const Contract& contract, DocumentNode& decisions) {
  if (stated.kind == Kind::list) {
    for (const DocumentNode& each : stated.items) waive(each, contract, decisions);
    return;
  }
  Date first;
  Date last;
  if (is_year(stated)) {
    first = *Date::make(std::stoi(stated.raw), 1, 1);
    last = *Date::make(std::stoi(stated.raw), 12, 31);
  } else if (const auto day = Date::parse(stated.raw)) {
    first = last = *day;
  } else {
    return;
  }
  for (std::size_t i = 0; i < contract.clauses.size(); ++i)
    for (const Date date : dates_in(contract, i, first, last)) {
      DocumentNode one = decision(date, "waived", stated.span);
      set(one, "clause", node(Kind::text, contract.clauses[i].id, stated.span));
      decisions.items.push_back(std::move(one));
    }
}

}  // namespace

void merge_into(DocumentNode& base, const DocumentNode& edits, bool top) {
  for (const Entry& edit : edits.entries) {
    DocumentNode* old = find_key(base, edit.key);
    if (old == nullptr) {
      base.entries.push_back(edit);
    } else if (top && (edit.key == "decision" || edit.key == "announcement")) {
      put_in_front(*old, edit.value);
    } else if (old->kind == Kind::table && edit.value.kind == Kind::table && !is_value(*old) &&
               !is_value(edit.value)) {
      merge_into(*old, edit.value, false);
    } else {
      *old = edit.value;
      for (Entry& entry : base.entries)
        if (entry.key == edit.key) entry.key_span = edit.key_span;
    }
  }
}

/// A bound in money that is "none" is no bound; of a share the reader of contracts knows the word.
void leave_out_bounds(DocumentNode& clause) {
  constexpr std::array<std::string_view, 3> in_money = {"highest_price", "lowest_price",
                                                        "largest_increase"};
  DocumentNode* limits = find_key(clause, "limits");
  if (limits == nullptr || limits->kind != Kind::table) return;
  std::erase_if(limits->entries, [&](const Entry& entry) {
    return entry.value.kind == Kind::text && entry.value.raw == "none" &&
           std::find(in_money.begin(), in_money.end(), entry.key) != in_money.end();
  });
  if (limits->entries.empty()) erase(clause, "limits");
}

void edit_clause(DocumentNode& clause, const DocumentNode& edit, const SourcePtr& source) {
  DocumentNode keys = edit;
  const DocumentNode* fixed = edit.find(short_form::fixed);
  const DocumentNode* index = edit.find(short_form::index);
  const bool one_series = index != nullptr && index->kind == Kind::text;
  erase(keys, short_form::fixed);
  if (one_series) erase(keys, short_form::index);
  if (one_series) follow(clause, *index);
  const DocumentNode* named = keys.find("index");
  DocumentNode* own = find_key(clause, "index");
  if (named != nullptr && own != nullptr) {
    const bool another = keys.find("formula") != nullptr;
    // Without any formula a clause follows its only index, also when that is another one.
    const bool only = find_key(clause, "formula") == nullptr && own->entries.size() == 1 &&
                      named->entries.size() == 1 && own->find(named->entries[0].key) == nullptr;
    for (const Entry& each : named->entries)
      if (another) erase(*own, each.key);
    if (only && !another) own->entries.clear();
  }
  if (const auto rises = read<YearlyGrowth>(fixed, source)) {
    DocumentNode dates = keys;
    keep_only(dates, std::array<std::string_view, 1>{"adjust"});
    merge_into(clause, dates, false);
    fix(clause, *rises, fixed->span, source);
  }
  merge_into(clause, keys, false);
  leave_out_bounds(clause);
}

void spell_decisions(DocumentNode& edits, const Contract& contract, Date first_day) {
  DocumentNode decisions = node(Kind::list, {}, edits.span);
  if (const DocumentNode* waived = find_key(edits, short_form::waived))
    waive(*waived, contract, decisions);
  if (const DocumentNode* agreed = find_key(edits, short_form::agreed))
    for (const Entry& entry : agreed->entries) {
      if (contract.find_line(entry.key) == nullptr) continue;
      DocumentNode one = decision(first_day, "agreed-price", entry.key_span);
      set(one, "price", node(Kind::text, entry.key, entry.key_span));
      set(one, "unit_price", entry.value);
      decisions.items.push_back(std::move(one));
    }
  erase(edits, short_form::waived);
  erase(edits, short_form::agreed);
  if (decisions.items.empty()) return;
  if (DocumentNode* stated = find_key(edits, "decision"))
    for (DocumentNode& fact : facts(std::move(*stated))) decisions.items.push_back(std::move(fact));
  set(edits, "decision", std::move(decisions));
}

std::optional<Date> first_day_of(const Alternative& alternative, Date today) {
  if (alternative.from) return alternative.from->value;
  const auto has_any = [](const DocumentNode& table) {
    return std::any_of(
        short_form::of_clauses.begin(), short_form::of_clauses.end(), [&](std::string_view key) {
          const DocumentNode* stated = table.find(key);
          return stated != nullptr && (key != short_form::index || stated->kind == Kind::text);
        });
  };
  bool found = has_any(*alternative.edits);
  if (const DocumentNode* clauses = alternative.edits->find("clause"))
    for (const Entry& entry : clauses->entries) found = found || has_any(entry.value);
  return found ? std::optional(today.plus_days(1)) : std::nullopt;
}

// ---- checking

namespace {

class ShortFormCheck {
 public:
  ShortFormCheck(SourcePtr source, Diagnostics& problems)
      : source_(std::move(source)), problems_(problems) {}

  void run(const DocumentNode& edits) {
    of_clause(edits, true);
    if (const DocumentNode* clauses = edits.find("clause"))
      for (const Entry& entry : clauses->entries) of_clause(entry.value, false);
    if (const DocumentNode* waived = edits.find(short_form::waived)) {
      if (waived->kind != Kind::list) day_or_year(*waived);
      for (const DocumentNode& each : waived->items) day_or_year(each);
    }
    if (const DocumentNode* agreed = edits.find(short_form::agreed)) prices(*agreed);
  }

 private:
  void of_clause(const DocumentNode& table, bool top) {
    if (const DocumentNode* fixed = table.find(short_form::fixed)) {
      Reader reader(source_, problems_);
      YearlyGrowth rises;
      if (table.find(short_form::index) != nullptr || table.find("formula") != nullptr)
        wrong(*fixed,
              {"`fixed` measures nothing, so it stands without `index` and `formula`",
               "`fixed` meet niets, en staat dus zonder `index` en `formula`"},
              {"make two alternatives of them", "maak er twee alternatieven van"});
      const auto possible = [](const Percent& rise) { return rise.as_fraction() > Ratio(-1); };
      if (reader.value(*fixed, rises) &&
          !(possible(rises.then) &&
            std::all_of(rises.years.begin(), rises.years.end(),
                        [&](const auto& year) { return possible(year.second); })))
        problems_.error("S0103", fixed->span,
                        {"nothing shrinks by 100 % or more", "niets krimpt met 100 % of meer"});
    }
    if (const DocumentNode* index = table.find(short_form::index);
        top && index != nullptr && index->kind != Kind::text)
      wrong(*index,
            {"`index` names a series that every clause follows",
             "`index` noemt een reeks die elke clausule volgt"},
            {"write index = \"cbs/cpi/alle-bestedingen-2025\", or the keys of one clause below "
             "clause.ID.index",
             "schrijf index = \"cbs/cpi/alle-bestedingen-2025\", of de sleutels van één clausule "
             "onder clause.ID.index"});
  }

  void day_or_year(const DocumentNode& stated) {
    if (is_year(stated) || stated.kind == Kind::date) return;
    wrong(stated,
          {"`waived` is a year or an adjustment date",
           "`waived` is een jaar of een aanpassingsdatum"},
          {"write waived = 2026, or waived = 2026-01-01",
           "schrijf waived = 2026, of waived = 2026-01-01"});
  }

  void prices(const DocumentNode& agreed) {
    const bool right = agreed.kind == Kind::table && !agreed.entries.empty() &&
                       std::all_of(agreed.entries.begin(), agreed.entries.end(),
                                   [](const Entry& e) { return e.value.kind == Kind::number; });
    if (right) return;
    wrong(
        agreed,
        {"`agreed` names price lines and their prices", "`agreed` noemt prijsregels en hun prijs"},
        {"write for example agreed = { cleaning = 34.00 }",
         "schrijf bijvoorbeeld agreed = { schoonmaak = 34.00 }"});
  }

  void wrong(const DocumentNode& stated, Phrase title, Phrase hint) {
    problems_.error("S0120", stated.span, std::move(title), std::move(hint));
  }

  SourcePtr source_;
  Diagnostics& problems_;
};

}  // namespace

void check_short_forms(const DocumentNode& edits, const SourcePtr& source,
                       Diagnostics& diagnostics) {
  ShortFormCheck(source, diagnostics).run(edits);
}

}  // namespace pricetalk
