#include "portfolio/path_book.hpp"

#include <algorithm>
#include <set>

#include "billing/quantity.hpp"
#include "portfolio/content.hpp"
#include "pricing/fold.hpp"
#include "scenario/alternative.hpp"
#include "scenario/check.hpp"
#include "scenario/named.hpp"
#include "simulation/beside.hpp"
#include "simulation/invoiced_line.hpp"
#include "simulation/ledger.hpp"

namespace pricetalk {

namespace {

/// Every series that a contract or one of its alternatives reads and the library has.
void add_series(const Contract& contract, const Library& library, std::set<std::string>& found) {
  const auto add = [&](const std::string& id) {
    if (library.find(id) != nullptr) found.insert(id);
  };
  for (const Clause& clause : contract.clauses)
    for (const IndexRead& read : clause.reads) {
      add(read.series.value.value);
      for (const LinkTerms& link : read.links) add(link.next.value.value);
    }
}

/// Every series that a contract of the book reads, in one of its alternatives.
void add_series(const BookedContract& contract, std::set<std::string>& found) {
  for (const BookedVariant& variant : contract.variants)
    add_series(variant.contract, contract.library, found);
}

Days column_of(const LedgerPeriod& period) { return {period.first, period.last}; }

LedgerRequest request_of(const BookedContract& contract, const BookedVariant& variant) {
  return {&variant.contract,      nullptr, nullptr, nullptr, {}, variant.periods,
          contract.actuals.get(), {}};
}

/// Leaves what was invoiced out of what is computed.
Phrase leave_to_invoices(const LedgerRequest& request, const Line& line, AmountCourse& amounts) {
  const InvoicedLine invoiced(request, line);
  for (std::size_t i = 0; i < request.periods.size(); ++i) {
    const Invoiced far = invoiced.how_far(column_of(request.periods[i]));
    if (far == Invoiced::part)
      return {"invoices over a part of a period", "facturen over een deel van een periode"};
    if (far == Invoiced::whole) amounts.periods[i].made.reset();
  }
  return {};
}

}  // namespace

std::size_t BookedContract::variant_of(std::size_t alternative) const {
  for (std::size_t i = 0; i < variants.size(); ++i)
    if (variants[i].alternative == alternative) return i;
  return 0;
}

PathBook::PathBook(const PathQuestion& question) : question_(question) {
  for (const Future& future : question_.scenario.futures) {
    if (!future.random) continue;
    futures_.push_back(&future);
    names_ = names_ || !future.volume.empty();
  }
}

// ---- booking
// ---------------------------------------------------------------------------------------

void PathBook::add(const Contract& contract, const Library& library, const std::string& path,
                   const std::string& figures, std::shared_ptr<const Actuals> actuals,
                   SaidOnce& problems) {
  BookedContract& one = contracts_.emplace_back();
  const std::string own = contract.own_series.empty() ? figures : figures + '\n' + path;
  one.library_at = libraries_.try_emplace(own, libraries_.size()).first->second;
  one.actuals = std::move(actuals);
  one.answer.path = path;
  fill(one, contract, library, problems);
}

void PathBook::know(const Contract& contract, const Library& library) {
  BookedContract one;
  SaidOnce told_by_its_own_share;
  fill(one, contract, library, told_by_its_own_share);
  add_series(one, read_elsewhere_);
  const Date last = one.periods.back().last;
  last_elsewhere_ = std::max(last_elsewhere_.value_or(last), last);
}

Date PathBook::last_day() const {
  Date last = last_elsewhere_.value_or(contracts_.front().periods.back().last);
  for (const BookedContract& each : contracts_) last = std::max(last, each.periods.back().last);
  return last;
}

void PathBook::fill(BookedContract& one, const Contract& contract, const Library& library,
                    SaidOnce& problems) const {
  one.contract = contract;
  one.library = library;
  one.periods =
      question_.days
          ? ledger_periods(contract, Days{question_.days->first, question_.days->second})
          : ledger_periods(contract, question_.today.plus_days(1), question_.scenario.months.value);
  one.answer.id = contract.id;
  one.answer.title = contract.title;
  PathFrame& frame = one.answer.frame;
  frame.currency = contract.currency;
  frame.vat = contract.vat;
  frame.first_year = one.periods.front().first.year();
  frame.years = one.periods.back().last.year() - frame.first_year + 1;
  frame.renews.assign(static_cast<std::size_t>(frame.years), false);
  frame.months.assign(static_cast<std::size_t>(frame.years), 0);
  for (const LedgerPeriod& period : one.periods)
    frame.months[static_cast<std::size_t>(period.first.year() - frame.first_year)] += period.months;
  frame.decimals = ledger_decimals(contract);
  if (one.actuals)
    for (const ActualRow& row : one.actuals->rows)
      frame.decimals = std::max(frame.decimals, row.amount.scale());
  one.answer.fits.push_back(true);
  book(one, 0, contract, {});
  const std::vector<Alternative>& all = question_.scenario.alternatives;
  for (std::size_t i = 0; i < all.size(); ++i) {
    one.answer.fits.push_back(fits(all[i], contract, question_.today));
    if (!one.answer.fits.back()) continue;
    const Alternative mine = about(all[i], contract, question_.today);
    Loaded<Contract> edited = apply(mine, contract, question_.today);
    problems.add(edited.diagnostics);
    if (!edited.value) continue;
    Diagnostics series;
    check_series(*edited.value, library, series);
    problems.add(series);
    std::optional<std::string> innovation;
    if (mine.innovation) innovation = mine.innovation->value.value;
    book(one, i + 1, std::move(*edited.value), innovation);
  }
}

void PathBook::book(BookedContract& contract, std::size_t alternative, Contract edited,
                    const std::optional<std::string>& innovation) const {
  BookedVariant& made = contract.variants.emplace_back();
  made.alternative = alternative;
  made.contract = std::move(edited);
  for (Line& line : made.contract.lines) line = going_on(std::move(line));
  const Days days{contract.periods.front().first, contract.periods.back().last};
  made.periods = ledger_periods(made.contract, days);
  PathFrame& frame = contract.answer.frame;
  frame.decimals = std::max(frame.decimals, ledger_decimals(made.contract));
  for (const LedgerPeriod& period : made.periods) {
    const auto year = static_cast<std::size_t>(period.first.year() - frame.first_year);
    made.parts.push_back(year * 2 + (period.contracted ? 0U : 1U));
    if (!period.contracted) frame.renews[year] = true;
  }
  made.fixed.assign(contract.part_count(), 0);
  if (innovation) {
    const LedgerRequest request{&made.contract, nullptr,      nullptr, nullptr,
                                innovation,     made.periods, nullptr, {}};
    RowRecipes rows;
    add_innovation(request, rows);
    for (const RowRecipe& row : rows)
      for (std::size_t i = 0; i < made.periods.size(); ++i) {
        Worksheet sheet(made.contract.currency);
        const NodeId amount = row.amount(sheet, i);
        if (amount != no_node)
          made.fixed[made.parts[i]] +=
              round(*sheet.value(amount), Rounding::decimals(frame.decimals)).mantissa();
      }
  }
  if (contract.actuals && innovation)
    made.refused = {"an innovation beside invoices", "een innovatie naast facturen"};
  if (contract.actuals) take_invoices(contract, made);
  for (const Line& line : made.contract.lines) {
    BookedVariant::OneLine& booked = made.lines.emplace_back();
    if (!without_course(made.contract, line).empty()) continue;
    booked.numbers = {line.prices.front().original.value, numbers_of(line.quantity->value), false};
    const std::string library = std::to_string(contract.library_at);
    booked.content = content(contract, made, line, library);
    booked.numbers.own = booked.content.empty();
  }
}

/// What was invoiced for whole columns of the ledger.
void PathBook::take_invoices(const BookedContract& contract, BookedVariant& into) {
  const LedgerRequest request = request_of(contract, into);
  const int decimals = contract.answer.frame.decimals;
  for (const Line& line : into.contract.lines) {
    const InvoicedLine invoiced(request, line);
    for (std::size_t i = 0; i < into.periods.size(); ++i) {
      const Days column = column_of(into.periods[i]);
      if (invoiced.how_far(column) != Invoiced::whole) continue;
      Worksheet sheet(into.contract.currency);
      for (const NodeId amount : invoiced.amounts(sheet, column, decimals))
        into.fixed[into.parts[i]] +=
            round(*sheet.value(amount), Rounding::decimals(decimals)).mantissa();
    }
  }
}

/// What lines that follow in one way have in common; empty: nobody else is like this one.
std::string PathBook::content(const BookedContract& contract, const BookedVariant& variant,
                              const Line& line, const std::string& figures) const {
  if (!variant.contract.own_series.empty()) return {};
  if (contract.actuals && std::any_of(contract.actuals->rows.begin(), contract.actuals->rows.end(),
                                      [&](const ActualRow& row) { return row.line == line.id; }))
    return {};
  Content made = content_of(variant.contract, line, frame_of(variant.contract), figures);
  if (!made.by_itself.empty()) return {};
  if (names_) made.prices += made.names;
  // An agreed price may leave something behind that depends on the price before it.
  if (!variant.contract.terms.decision.empty())
    made.prices += line.prices.front().original.value.text();
  return made.prices + contract.periods.front().first.text() + contract.periods.back().last.text();
}

// ---- following
// -------------------------------------------------------------------------------------

bool PathBook::fit(SaidOnce& problems) {
  const Date until = last_day();
  std::set<std::string> wanted = read_elsewhere_;
  library_of_.assign(libraries_.size(), nullptr);
  for (const BookedContract& each : contracts_) {
    library_of_[each.library_at] = &each.library;
    add_series(each, wanted);
  }
  for (const Library* library : library_of_) {
    std::vector<std::string> known;
    for (const std::string& id : wanted)
      if (library->find(id) != nullptr) known.push_back(id);
    sources_.emplace_back();
    drawn_.emplace_back();
    first_paths_.emplace_back();
    for (const Future* future : futures_) {
      Loaded<PathSource> source = question_.fit(*library, *future, known, until);
      problems.add(source.diagnostics);
      if (!source.value) return false;
      drawn_.back().emplace_back(source.value->make(0, 1));
      first_paths_.back().push_back(
          project(*library, source.value->future(0), question_.today, until));
      sources_.back().push_back(std::move(*source.value));
    }
  }
  return true;
}

void PathBook::follow(SaidOnce& problems) {
  if (contracts_.empty() || !fit(problems)) return;
  for (BookedContract& contract : contracts_)
    for (std::size_t future = 0; future < futures_.size(); ++future)
      follow_contract(contract, future);
}

void PathBook::follow_contract(BookedContract& contract, std::size_t future) {
  const Library& projected = first_paths_[contract.library_at][future];
  for (BookedVariant& variant : contract.variants)
    for (std::size_t at = 0; at < variant.lines.size(); ++at) {
      BookedVariant::OneLine& line = variant.lines[at];
      std::string key = line.content;
      if (key.empty())
        key = contract.answer.path + '\n' + std::to_string(variant.alternative) + ' ' +
              std::to_string(at);
      key += '\n' + std::to_string(future);
      const auto [found, fresh] = followed_.try_emplace(std::move(key));
      if (fresh)
        found->second = std::make_shared<const PathFollowed>(
            followed(contract, variant, at, future, projected, values_));
      line.followed.push_back(found->second);
    }
}

PathFollowed PathBook::followed(const BookedContract& contract, const BookedVariant& variant,
                                std::size_t at, std::size_t future, const Library& projected,
                                PathValues& values) const {
  PathFollowed made;
  const Line& line = variant.contract.lines[at];
  made.refused = variant.refused.empty() ? without_course(variant.contract, line) : variant.refused;
  if (!made.refused.empty()) return made;
  const Coverage coverage(projected, std::nullopt);
  const PriceSchedule prices =
      schedule(PricingContext{&variant.contract, &line, 0, &coverage}, variant.periods.back().last);
  made.course = path_course(prices, drawn(contract, future), values);
  made.refused = made.course.refused;
  if (!made.refused.empty()) return made;
  std::vector<Date> dates;
  for (const PriceEntry& entry : prices.entries) dates.push_back(entry.from);
  auto amounts = std::make_shared<AmountCourse>(
      amount_course({&variant.contract, nullptr, &projected, futures_[future], {}, variant.periods},
                    line, dates));
  made.refused = amounts->refused;
  if (contract.actuals && made.refused.empty())
    made.refused = leave_to_invoices(request_of(contract, variant), line, *amounts);
  made.amounts = std::move(amounts);
  return made;
}

Library PathBook::projected(const BookedContract& contract, std::size_t future,
                            std::uint64_t path) const {
  return project(contract.library, source(contract, future).future(path), question_.today,
                 last_day());
}

std::vector<PeriodSpan> PathBook::windows() const {
  std::vector<PeriodSpan> made;
  for (const auto& futures : sources_)
    for (const PathSource& source : futures)
      if (source.window && std::find(made.begin(), made.end(), *source.window) == made.end())
        made.push_back(*source.window);
  return made;
}

}  // namespace pricetalk
