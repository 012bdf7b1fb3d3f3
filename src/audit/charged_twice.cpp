#include "audit/charged_twice.hpp"

#include <algorithm>
#include <set>

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
constexpr int four_weeks = 28;

int days_of(Date first, Date last) { return last.days() - first.days() + 1; }

/// What the contract buys on these days; nothing where it states no quantity by time.
std::optional<Ratio> bought(const Line& line, Date first, Date last) {
  if (!bought_by_time(line)) return std::nullopt;
  return regular_quantity(line, {first, last});
}

std::size_t numbers_in(const std::string& invoice) {
  return 1 + static_cast<std::size_t>(std::count(invoice.begin(), invoice.end(), '+'));
}

}  // namespace

void ChargedPeriods::add(Rows rows) {
  if (rows.quantity.is_zero() && rows.amount.is_zero()) return;
  const auto [at, fresh] = periods_.try_emplace({rows.from, rows.to, rows.credit});
  Period& known = at->second;
  const bool new_invoice =
      std::find(known.invoices.begin(), known.invoices.end(), rows.invoice) == known.invoices.end();
  if (new_invoice && !rows.invoice.empty()) known.invoices.push_back(rows.invoice);
  if (fresh) {
    known.all = std::move(rows);
    return;
  }
  Rows& all = known.all;
  const Ratio before(static_cast<std::int64_t>(all.count));
  const Ratio more(static_cast<std::int64_t>(rows.count));
  all.alike = all.alike && rows.alike && (new_invoice || rows.invoice.empty()) &&
              all.quantity * more == rows.quantity * before &&
              all.amount * more == rows.amount * before;
  all.quantity = all.quantity + rows.quantity;
  all.amount = all.amount + rows.amount;
  all.count += rows.count;
}

void ChargedPeriods::add(const AuditedRow& row) {
  const InvoiceLine& c = row.charged;
  const std::size_t count = row.parts.empty() ? 1 : numbers_in(c.invoice);
  add({c.from, c.to, Ratio(c.quantity), Ratio(c.amount), count, count == 1,
       c.kind == InvoiceKind::credit, c.invoice});
}

/// Which part of what a period charges falls on some of its days: as the
/// contract buys, else evenly.
Ratio ChargedPeriods::part_of(const Period& period, Date first, Date last) const {
  const auto all = bought(*line_, period.all.from, period.all.to);
  const auto some = bought(*line_, first, last);
  if (all && some && all->sign() > 0) return *some / *all;
  return Ratio::of(days_of(first, last), days_of(period.all.from, period.all.to));
}

/// How often the days were charged, and which share of the amount is more than
/// once.
ChargedPeriods::Piece ChargedPeriods::judged(Piece piece, const Ratio& amount) const {
  std::size_t rows = 0;
  Ratio quantity(0);
  Ratio charged(0);
  bool comparable = true;
  const auto expected = bought(*line_, piece.first, piece.last);
  for (const Period* period : piece.periods) {
    const Rows& all = period->all;
    const Ratio part = part_of(*period, piece.first, piece.last);
    charged = charged + all.amount * part;
    if (all.credit) continue;
    rows += all.count;
    quantity = quantity + all.quantity * part;
    const auto own = bought(*line_, all.from, all.to);
    const Ratio each = all.quantity / Ratio(static_cast<std::int64_t>(all.count));
    comparable = comparable && own && own->sign() > 0 && each <= *own * much_more &&
                 all.quantity >= *own * another_unit;
  }
  if (rows < 2 || amount.sign() <= 0) return piece;
  const Ratio left = charged / amount;  // after credits
  if (comparable && expected && expected->sign() > 0) {
    const Ratio multiple = quantity * left / *expected;
    piece.times = static_cast<int>(round(multiple, Rounding::decimals(0)).mantissa());
    if (multiple < Ratio(piece.times) * nearly_all) --piece.times;
    if (piece.times < 2) return piece;
    const Ratio once = std::min(*expected, quantity * left / Ratio(piece.times));
    piece.share = once * Ratio(piece.times - 1) / quantity;
    return piece;
  }
  const Rows& only = piece.periods.front()->all;
  const bool alone = std::count_if(piece.periods.begin(), piece.periods.end(),
                                   [](const Period* p) { return !p->all.credit; }) == 1;
  if (!alone || only.credit || !only.alike || days_of(only.from, only.to) < four_weeks)
    return piece;
  const Ratio times = Ratio(static_cast<std::int64_t>(only.count)) * left;
  piece.times =
      static_cast<int>(round(times, Rounding{RoundingMode::floor, Decimal(1, 0)}).mantissa());
  if (piece.times < 2) return piece;
  piece.share = Ratio::of(piece.times - 1, static_cast<std::int64_t>(only.count));
  return piece;
}

std::vector<ChargedTwice> ChargedPeriods::found(Book& book, const std::string& address) const {
  std::set<Date> starts;
  for (const auto& [key, period] : periods_) {
    starts.insert(period.all.from);
    starts.insert(period.all.to.plus_days(1));
  }
  auto next = periods_.begin();
  std::vector<const Period*> running;
  std::vector<ChargedTwice> made;
  for (auto at = starts.begin(); at != starts.end() && std::next(at) != starts.end(); ++at) {
    Piece piece{*at, std::next(at)->plus_days(-1), {}};
    for (; next != periods_.end() && next->second.all.from == piece.first; ++next)
      running.push_back(&next->second);
    std::erase_if(running, [&](const Period* each) { return each->all.to < piece.first; });
    // Credits behind what they take back.
    Ratio amount(0);
    for (const bool credits : {false, true})
      for (const Period* period : running) {
        if (period->all.credit != credits) continue;
        piece.periods.push_back(period);
        if (!credits)
          amount = amount + period->all.amount * part_of(*period, piece.first, piece.last);
      }
    if (piece.periods.empty() ||
        (piece.periods.size() == 1 && piece.periods.front()->all.count < 2))
      continue;
    piece = judged(std::move(piece), amount);
    if (piece.times < 2) continue;
    ChargedTwice& twice = made.emplace_back();
    twice.line = line_;
    twice.from = piece.first;
    twice.to = piece.last;
    twice.times = piece.times;
    for (const Period* period : piece.periods)
      if (!period->all.credit)
        for (const std::string& invoice : period->invoices)
          if (std::find(twice.invoices.begin(), twice.invoices.end(), invoice) ==
              twice.invoices.end())
            twice.invoices.push_back(invoice);
    Worksheet& sheet = book.sheet();
    InputSource rows;
    rows.text = {"charged for these days", "gerekend voor deze dagen"};
    InputSource part;
    part.text = {"more than once", "meer dan één keer"};
    const Phrase label{"charged twice, " + date_text(piece.first, Language::en) + " to " +
                           date_text(piece.last, Language::en),
                       "twee keer gerekend, " + date_text(piece.first, Language::nl) +
                           " tot en met " + date_text(piece.last, Language::nl)};
    const NodeId node =
        sheet.round(sheet.mul(sheet.given(amount, rows.text, rows),
                              sheet.given(piece.share, part.text, part, Form::plain)),
                    sheet.currency().rounding(), label);
    twice.amount =
        book.known_figure(node, address + "/twice/" + piece.first.text(), Fixity::fixed, label);
  }
  return made;
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
