#include "audit/charged_twice.hpp"

#include <algorithm>
#include <set>

#include "billing/quantity.hpp"
#include "billing/yearly.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Rows that each charge this much of what the contract buys are told apart
/// from parts of it.
const Ratio nearly_all = Ratio::of(9, 10);
/// A row that charges less or more than this of it counts in another unit than
/// the contract.
const Ratio another_unit = Ratio::of(1, 10);
const Ratio much_more = Ratio::of(3, 2);

int days_of(Date first, Date last) { return last.days() - first.days() + 1; }

/// What the contract buys on these days; nothing where it states no quantity by time.
std::optional<Ratio> bought(const Line& line, Date first, Date last) {
  if (!bought_by_time(line)) return std::nullopt;
  return regular_quantity(line, {first, last});
}

/// What is bought once in all; nothing of a line that is bought as time goes by as well.
std::optional<Ratio> bought_in_all(const Line& line) {
  if (!line.quantity || bought_by_time(line)) return std::nullopt;
  Ratio all(0);
  for (const OnceInside& one : once_inside(line, {*Date::make(1, 1, 1), *Date::make(9999, 12, 31)}))
    all = all + one.quantity;
  if (all.sign() <= 0) return std::nullopt;
  return all;
}

/// How often so much was bought; nearly once more counts.
int times_of(const Ratio& multiple) {
  const int times = static_cast<int>(round(multiple, Rounding::decimals(0)).mantissa());
  return multiple < Ratio(times) * nearly_all ? times - 1 : times;
}

/// What lies above the first time of `times`: the largest row is that, as far as it was bought.
Ratio above_first(const Ratio& charged, const Ratio& largest, const Ratio& expected, int times) {
  const Ratio first = std::min(expected, std::max(largest, charged / Ratio(times)));
  return std::min(expected * Ratio(times - 1), charged - first);
}

Ratio largest_of(const ChargedPeriods::Rows& rows) {
  return rows.largest.value_or(rows.quantity / Ratio(static_cast<std::int64_t>(rows.count)));
}

ChargedPeriods::Rows as_charged(const InvoiceLine& row) {
  ChargedPeriods::Rows made{row.from, row.to, row.quantity, row.amount};
  made.credit = row.kind == InvoiceKind::credit;
  made.invoice = row.invoice;
  made.print = print_of_invoice(row.invoice);
  return made;
}

/// The quantity of a row, or the contract's for its days where that is what was allowed: a row for
/// a part of a period may name the quantity of the whole.
Ratio counted(const AuditedRow& row, const Outcome<Ratio>& allowed, const Line& line) {
  const Ratio own(row.charged.quantity);
  const auto contracts = bought(line, row.charged.from, row.charged.to);
  const bool priced =
      allowed && row.allowed_price && *row.allowed_price && row.allowed_price->value().sign() > 0;
  if (!contracts || !priced) return own;
  const Ratio stands_for = *allowed / row.allowed_price->value();
  return abs(stands_for - *contracts) < abs(stands_for - own) ? *contracts : own;
}

}  // namespace

Ratio right_part(const ChargedPeriods::Rows& rows) {
  return rows.allowed ? std::min(*rows.allowed, rows.amount) : rows.amount;
}

void ChargedPeriods::add(Rows rows) {
  if (rows.quantity.is_zero() && rows.amount.is_zero()) return;
  Periods& periods = parts_[rows.part];
  Days days{rows.from, rows.to};
  if (const auto near = nearly_same(periods, rows); near != periods.end()) {
    const Days known{near->second.all.from, near->second.all.to};
    if (rows.credit || !are_better_days(days, known)) {
      days = known;
    } else {
      auto moved = periods.extract(near);
      moved.key() = {days.first, days.last, false};
      moved.mapped().all.from = days.first;
      moved.mapped().all.to = days.last;
      periods.insert(std::move(moved));
    }
  }
  const auto [at, fresh] = periods.try_emplace({days.first, days.last, rows.credit});
  Period& known = at->second;
  const bool new_invoice = known.known_invoices.insert(rows.invoice).second;
  if (new_invoice && !rows.invoice.empty()) known.invoices.push_back(rows.invoice);
  known.rows.push_back(rows);
  if (fresh) {
    known.all = std::move(rows);
    known.all.from = days.first;
    known.all.to = days.last;
    return;
  }
  Rows& all = known.all;
  const Ratio before(static_cast<std::int64_t>(all.count));
  const Ratio more(static_cast<std::int64_t>(rows.count));
  const Ratio one = all.amount * more;
  const Ratio other = rows.amount * before;
  // One of something, or of a part, says nothing of what it is: then its amount has to be the same.
  const bool says_it = rows.part.empty() && all.quantity != before;
  const bool same_one = one == other || says_it;
  all.alike = all.alike && rows.alike && (new_invoice || rows.invoice.empty()) &&
              all.quantity * more == rows.quantity * before && same_one;
  all.largest = std::max(largest_of(all), largest_of(rows));
  all.quantity = all.quantity + rows.quantity;
  all.amount = all.amount + rows.amount;
  all.count += rows.count;
}

void ChargedPeriods::add(const AuditedRow& row, const Outcome<Ratio>& allowed, std::size_t index,
                         const std::optional<Ratio>& read_as) {
  if (!row.parts.empty()) return add_parts(row);
  Rows made = as_charged(row.charged);
  made.quantity = read_as ? *read_as : counted(row, allowed, *line_);
  if (allowed) made.allowed = *allowed;
  made.row = index;
  add(std::move(made));
}

void ChargedPeriods::add_waiting(const AuditedRow& row) {
  if (row.parts.empty()) waiting_.push_back(as_charged(row.charged));
}

void ChargedPeriods::add_parts(const AuditedRow& row) {
  for (std::size_t i = 0; i < row.parts.size(); ++i) {
    Rows made = as_charged(row.parts[i]);
    made.part = row.part_names[i];
    add(std::move(made));
  }
}

/// Which part of what a period charges falls on some of its days: as the
/// contract buys, else evenly.
Ratio ChargedPeriods::part_of(const Period& period, Date first, Date last) const {
  const auto all = bought(*line_, period.all.from, period.all.to);
  const auto some = bought(*line_, first, last);
  if (all && some && all->sign() > 0) return *some / *all;
  return Ratio::of(days_of(first, last), days_of(period.all.from, period.all.to));
}

/// What a row counts for in a piece: in units, or in rows.
Ratio ChargedPeriods::weight_of(const Rows& rows, const Piece& piece) const {
  if (piece.by_rows) return Ratio(static_cast<std::int64_t>(rows.count));
  if (!bought_in_all(*line_)) return rows.quantity;
  if (!rows.allowed || rows.allowed->sign() <= 0 || rows.amount >= *rows.allowed)
    return rows.quantity;
  return rows.quantity * rows.amount / *rows.allowed;
}

/// Whether rows of a part are the same thing on several invoices: at (nearly) one price. Others may
/// be two things that add up.
bool same_thing(const std::vector<ChargedPeriods::Rows>& rows) {
  std::set<std::string> invoices;
  std::optional<Ratio> least;
  std::optional<Ratio> most;
  for (const ChargedPeriods::Rows& each : rows) {
    if (each.quantity.is_zero()) return false;
    const Ratio price = each.amount / each.quantity;
    least = least ? std::min(*least, price) : price;
    most = most ? std::max(*most, price) : price;
    invoices.insert(each.invoice);
  }
  return invoices.size() > 1 && *least >= *most * nearly_all;
}

/// How often the days were charged, and how much more than once.
ChargedPeriods::Piece ChargedPeriods::judged(Piece piece) const {
  std::size_t rows = 0;
  Ratio quantity(0);
  Ratio largest(0);
  Ratio amount(0);
  Ratio charged(0);  // after credits
  bool comparable = true;
  std::vector<Rows> charged_rows;
  const auto expected = bought(*line_, piece.first, piece.last);
  for (const Period* period : piece.periods) {
    const Rows& all = period->all;
    const Ratio part = part_of(*period, piece.first, piece.last);
    charged = charged + all.amount * part;
    if (all.credit) continue;
    amount = amount + all.amount * part;
    rows += all.count;
    if (piece.of_part)
      charged_rows.insert(charged_rows.end(), period->rows.begin(), period->rows.end());
    quantity = quantity + all.quantity * part;
    largest = std::max(largest, largest_of(all) * part);
    const auto own = bought(*line_, all.from, all.to);
    const Ratio each = all.quantity / Ratio(static_cast<std::int64_t>(all.count));
    comparable = comparable && own && own->sign() > 0 && each <= *own * much_more &&
                 all.quantity >= *own * another_unit;
  }
  if (rows < 2 || amount.sign() <= 0) return piece;
  if (piece.of_part) comparable = comparable && same_thing(charged_rows);
  const Ratio left = charged / amount;
  // As much as the band allows is no more than was bought.
  const auto most = band_over(*line_, {piece.first, piece.last}, &QuantityRate::at_most);
  const bool in_band = most && quantity * left <= *most;
  if (comparable && expected && expected->sign() > 0 && !in_band) {
    piece.times = times_of(quantity * left / *expected);
    if (piece.times >= 2)
      piece.beyond = above_first(quantity * left, largest, *expected, piece.times);
    return piece;
  }
  const Rows& only = piece.periods.front()->all;
  const bool alone = std::count_if(piece.periods.begin(), piece.periods.end(),
                                   [](const Period* p) { return !p->all.credit; }) == 1;
  if (!alone || only.credit || !only.alike) return piece;
  const Ratio times = Ratio(static_cast<std::int64_t>(only.count)) * left;
  piece.times =
      static_cast<int>(round(times, Rounding{RoundingMode::floor, Decimal(1, 0)}).mantissa());
  piece.beyond = Ratio(piece.times - 1);
  piece.by_rows = true;
  return piece;
}

/// All rows of a line that is bought once, where they charge it more than once.
std::optional<ChargedPeriods::Piece> ChargedPeriods::bought_once_judged(
    const Periods& periods) const {
  const auto expected = bought_in_all(*line_);
  if (!expected) return std::nullopt;
  Piece piece;
  Ratio weight(0);
  Ratio largest(0);
  Ratio amount(0);
  Ratio charged(0);
  for (const bool credits : {false, true})
    for (const auto& [key, period] : periods) {
      if (period.all.credit != credits) continue;
      const bool fresh = piece.periods.empty();
      piece.periods.push_back(&period);
      charged = charged + period.all.amount;
      if (credits) continue;
      piece.first = fresh ? period.all.from : std::min(piece.first, period.all.from);
      piece.last = fresh ? period.all.to : std::max(piece.last, period.all.to);
      amount = amount + period.all.amount;
      for (const Rows& rows : period.rows) {
        weight = weight + weight_of(rows, piece);
        largest = std::max(largest, weight_of(rows, piece));
      }
    }
  if (amount.sign() <= 0 || weight.sign() <= 0) return std::nullopt;
  const Ratio once = weight * charged / amount;
  piece.times = times_of(once / *expected);
  if (piece.times < 2) return std::nullopt;
  piece.beyond = above_first(once, largest, *expected, piece.times);
  return piece;
}

/// The cheapest rows of a piece, until all that is beyond the first time.
std::vector<ChargedPeriods::Share> ChargedPeriods::shares_of(const Piece& piece) const {
  struct Weighed {
    const Rows* rows;
    Ratio part;    ///< of the row that falls on these days
    Ratio weight;  ///< of that part
  };
  std::vector<Weighed> rows_of_piece;
  const bool once = bought_in_all(*line_).has_value();
  for (const Period* period : piece.periods) {
    if (period->all.credit) continue;
    const Ratio part = once ? Ratio(1) : part_of(*period, piece.first, piece.last);
    for (const Rows& rows : period->rows)
      if (const Ratio weight = weight_of(rows, piece) * part; weight.sign() > 0)
        rows_of_piece.push_back({&rows, part, weight});
  }
  std::stable_sort(
      rows_of_piece.begin(), rows_of_piece.end(), [](const Weighed& a, const Weighed& b) {
        return right_part(*a.rows) * a.part / a.weight < right_part(*b.rows) * b.part / b.weight;
      });
  std::vector<Share> made;
  Ratio beyond = piece.beyond;
  for (const Weighed& each : rows_of_piece) {
    if (beyond.sign() <= 0) break;
    const Ratio taken = std::min(beyond, each.weight);
    beyond = beyond - taken;
    made.push_back({each.rows, each.part * taken / each.weight});
  }
  return made;
}

std::map<std::string, std::vector<ChargedPeriods::Beyond>> ChargedPeriods::beyond() const {
  std::map<std::string, std::vector<Beyond>> made;
  for (const auto& [part, periods] : parts_)
    for (const Piece& piece : charged_more_than_once(part, periods)) {
      Beyond& beyond = made[part].emplace_back();
      beyond.days = {piece.first, piece.last};
      for (const Share& share : shares_of(piece)) {
        beyond.quantity = beyond.quantity + share.rows->quantity * share.part;
        beyond.amount = beyond.amount + right_part(*share.rows) * share.part;
      }
    }
  return made;
}

bool ChargedPeriods::is_beyond(Date day) const {
  for (const std::vector<Piece>& pieces : charged_more_than_once())
    for (const Piece& piece : pieces)
      if (piece.first <= day && day <= piece.last) return true;
  return false;
}

std::vector<ChargedPeriods::AskedBack> ChargedPeriods::asked_back() const {
  std::map<std::size_t, Ratio> parts;
  for (const std::vector<Piece>& pieces : charged_more_than_once())
    for (const Piece& piece : pieces)
      for (const Share& share : shares_of(piece))
        if (share.rows->row) {
          Ratio& part = parts.try_emplace(*share.rows->row, 0).first->second;
          part = part + share.part;
        }
  std::vector<AskedBack> made;
  for (const auto& [row, part] : parts) made.push_back({row, part});
  return made;
}

namespace {

Phrase charged_twice_label(const Days& days) {
  return {"charged twice, " + date_text(days.first, Language::en) + " to " +
              date_text(days.last, Language::en),
          "twee keer gerekend, " + date_text(days.first, Language::nl) + " tot en met " +
              date_text(days.last, Language::nl)};
}

}  // namespace

/// What is asked for a piece.
NodeId ChargedPeriods::asked(const Piece& piece, Before& before, Worksheet& sheet) const {
  InputSource given;
  std::vector<NodeId> nodes;
  for (const Share& share : shares_of(piece)) {
    given.text = {"charged for " + date_text(share.rows->from, Language::en) + " to " +
                      date_text(share.rows->to, Language::en) + ", less what is too much",
                  "gerekend voor " + date_text(share.rows->from, Language::nl) + " tot en met " +
                      date_text(share.rows->to, Language::nl) + ", zonder wat te veel is"};
    const NodeId amount = sheet.given(right_part(*share.rows), given.text, given);
    given.text = {"the part of it that is charged once more", "het deel dat nog eens is gerekend"};
    nodes.push_back(sheet.mul(amount, sheet.given(share.part, given.text, given, Form::plain)));
  }
  const Phrase label = charged_twice_label({piece.first, piece.last});
  const Rounding cents = sheet.currency().rounding();
  const bool goes_on = before.until && before.until->plus_days(1) == piece.first;
  const NodeId sum = sheet.sum(nodes);
  const NodeId exact = goes_on ? sheet.add(before.exact, sum) : sum;
  const NodeId rounded = sheet.round(exact, cents, goes_on ? Phrase{} : label);
  const NodeId node = goes_on ? sheet.sub(rounded, before.rounded, label) : rounded;
  before = {piece.last, exact, rounded};
  return node;
}

std::vector<std::vector<ChargedPeriods::Piece>> ChargedPeriods::charged_more_than_once() const {
  std::vector<std::vector<Piece>> made;
  for (const auto& [part, periods] : parts_) made.push_back(charged_more_than_once(part, periods));
  return made;
}

/// The days that were charged more than once, in order.
std::vector<ChargedPeriods::Piece> ChargedPeriods::charged_more_than_once(
    const std::string& part, const Periods& periods) const {
  if (bought_in_all(*line_)) {
    auto once = bought_once_judged(periods);
    return once ? std::vector<Piece>{*std::move(once)} : std::vector<Piece>{};
  }
  std::set<Date> starts;
  for (const auto& [key, period] : periods) {
    starts.insert(period.all.from);
    starts.insert(period.all.to.plus_days(1));
  }
  auto next = periods.begin();
  std::vector<const Period*> running;
  std::vector<Piece> made;
  for (auto at = starts.begin(); at != starts.end() && std::next(at) != starts.end(); ++at) {
    Piece piece{*at, std::next(at)->plus_days(-1), !part.empty(), {}};
    for (; next != periods.end() && next->second.all.from == piece.first; ++next)
      running.push_back(&next->second);
    std::erase_if(running, [&](const Period* each) { return each->all.to < piece.first; });
    for (const bool credits : {false, true})
      for (const Period* period : running)
        if (period->all.credit == credits) piece.periods.push_back(period);
    if (piece.periods.empty() ||
        (piece.periods.size() == 1 && piece.periods.front()->all.count < 2))
      continue;
    piece = judged(std::move(piece));
    if (piece.times >= 2) made.push_back(std::move(piece));
  }
  return made;
}

std::vector<ChargedTwice> ChargedPeriods::found(Book& book, const std::string& address) const {
  struct Asked {
    ChargedTwice twice;
    std::vector<NodeId> amounts;  ///< of each part
    std::set<std::string_view> invoices;
  };
  std::map<std::pair<Date, Date>, Asked> by_days;
  for (const std::vector<Piece>& pieces : charged_more_than_once()) {
    Before before;
    for (const Piece& piece : pieces) {
      auto& [made, amounts, invoices] = by_days[{piece.first, piece.last}];
      made.line = line_;
      made.from = piece.first;
      made.to = piece.last;
      made.times = std::max(made.times, piece.times);
      for (const Period* period : piece.periods) {
        if (period->all.credit) continue;
        for (const std::string& invoice : period->invoices)
          if (invoices.insert(invoice).second) made.invoices.push_back(invoice);
      }
      amounts.push_back(asked(piece, before, book.sheet()));
    }
  }
  std::vector<ChargedTwice> found;
  for (auto& [days, each] : by_days) {
    const Phrase label = charged_twice_label({days.first, days.second});
    const NodeId amount =
        each.amounts.size() == 1 ? each.amounts.front() : book.sheet().sum(each.amounts, label);
    std::string name = address + "/twice/" + days.first.text();
    if (parts_.size() > 1) name += "/" + days.second.text();
    each.twice.amount = book.known_figure(amount, name, Fixity::fixed, label);
    found.push_back(std::move(each.twice));
  }
  for (const auto& [of, said] : tiers_)
    for (ChargedTwice& each : found)
      if (of.hold(each.from) && of.hold(each.to)) {
        each.tiers = said;
        break;
      }
  return found;
}

void find_charged_twice(const Contract& contract, Audit& audit,
                        const std::map<const Line*, ChargedPeriods>& charged) {
  Book book(contract.currency);
  std::vector<NodeId> amounts;
  for (const Line& line : contract.lines) {
    const auto periods = charged.find(&line);
    if (periods == charged.end()) continue;
    for (ChargedTwice& each : periods->second.found(book, contract.id + "/" + line.id + "/audit")) {
      amounts.push_back(book.sheet().given(each.amount, same(line.title)));
      audit.twice.push_back(std::move(each));
    }
  }
  const Phrase label{"charged twice", "twee keer gerekend"};
  audit.charged_twice = book.known_figure(
      book.sum(amounts, label), contract.id + "/audit/charged-twice", Fixity::fixed, label);
  std::move(book).close(audit.evidence);
}

}  // namespace pricetalk
