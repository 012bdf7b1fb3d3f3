#include "cli/price_without_date.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "billing/yearly.hpp"
#include "cli/load.hpp"
#include "contract/shared_clauses.hpp"
#include "explain/worksheet.hpp"
#include "files/files.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"

namespace pricetalk {

namespace {

/// The price of one line on one day, under one reading.
struct PricedReading {
  Date price_date;
  Outcome<Ratio> price;
};

bool lacks_date(const PriceTerms& terms) {
  return !terms.price_date && (terms.unit_price || !terms.tiers.empty());
}

/// The day on which both readings are compared: today, or the line's last day before it. Nothing
/// where they are the same.
std::optional<Date> day_of(const Line& line, Date today) {
  const Date day = line.until ? std::min(today, line.until->value) : today;
  return line.from.value < day ? std::optional(day) : std::nullopt;
}

/// One reading of a whole file: every price without a date gets one, then all are priced.
class UndatedFile {
 public:
  UndatedFile(const SourcePtr& source, const std::string& path, const MoreFigures& more, Date today)
      : source_(source), path_(path), more_(more), today_(today) {}

  /// The prices by the place of their heading; empty where anything else is wrong.
  std::map<std::uint32_t, PricedReading> read(bool price_of_today) {
    std::map<std::uint32_t, PricedReading> found;
    Loaded<ContractTerms> terms = read_contract_terms(source_, clauses_beside(path_), shared_);
    if (!terms.ok()) return found;
    std::vector<std::string> dated;
    for (auto& price : terms.value->price.tables) {
      if (!lacks_date(price.terms)) continue;
      dated.push_back(price.id);
      price.terms.price_date =
          Stated<Date>{date_for(*terms.value, price.terms, price_of_today), price.id_span};
    }
    Loaded<Contract> loaded = resolve(std::move(*terms.value));
    if (!loaded.ok()) return found;
    contract = std::move(*loaded.value);
    if (!load_figures()) return found;
    const Coverage coverage(library_, today_);
    for (const PriceSchedule& prices : schedule(contract, coverage, today_)) {
      const Line& line = *prices.line;
      if (prices.price != 0 || std::find(dated.begin(), dated.end(), line.id) == dated.end())
        continue;
      const auto day = day_of(line, today_);
      const PriceEntry* entry = day ? prices.on(*day) : nullptr;
      if (entry != nullptr)
        found.emplace(line.where.begin, PricedReading{line.price_date, entry->price});
    }
    return found;
  }

  Contract contract;

 private:
  Date date_for(const ContractTerms& terms, const PriceTerms& price, bool price_of_today) const {
    const Date from = price.from ? price.from->value : terms.contract.start.value;
    if (!price_of_today) return from;
    Date day = today_;
    if (terms.contract.end) day = std::min(day, terms.contract.end->value);
    if (price.until) day = std::min(day, price.until->value);
    return std::max(from, day);
  }

  bool load_figures() {
    MoreFigures figures = more_;
    figures.paths.clear();
    for (const auto& from : contract.terms.figures_from)
      figures.paths.push_back(path_beside(path_, from.value));
    figures.paths.insert(figures.paths.end(), more_.paths.begin(), more_.paths.end());
    Loaded<Library> loaded = load_library(figures);
    if (!loaded.ok()) return false;
    library_ = loaded.value->with(contract.own_series, {source_});
    return true;
  }

  const SourcePtr& source_;
  const std::string& path_;
  const MoreFigures& more_;
  Date today_;
  Library library_;
  std::vector<SourcePtr> shared_;
};

/// "€ 49.327,20": the difference between two prices over the year from a day.
std::optional<Money> yearly_difference(const Contract& contract, const Line& line, const Ratio& a,
                                       const Ratio& b, Date day) {
  if (line.prices.size() > 1 || !bought_by_time(line)) return std::nullopt;
  Worksheet sheet(contract.currency);
  const NodeId amount = invoiced_difference(sheet, contract, line, one_price(std::max(a, b), {}),
                                            one_price(std::min(a, b), {}), year_from(day), {});
  const auto figure = sheet.money(amount, "price-without-date");
  if (!figure) return std::nullopt;
  return std::get<Money>(figure->value);
}

std::optional<Phrase> hint_for(const Contract& contract, const Line& line,
                               const PricedReading& start, const PricedReading& now, Date day) {
  const Currency& currency = contract.currency;
  if (!start.price || !now.price || *start.price == *now.price) return std::nullopt;
  const auto difference = yearly_difference(contract, line, *start.price, *now.price, day);
  const auto text = [&](Language language) {
    const bool nl = language == Language::nl;
    const auto reading = [&](const char* en, const char* dutch, const PricedReading& one) {
      const Money price{as_decimal(*one.price, line.price_decimals(currency)), currency};
      return std::string(nl ? dutch : en) + "? price_date = " + one.price_date.text() +
             (nl ? "; op " : "; on ") + date_text(day, language) +
             (nl ? " is die dan " : " it is then ") + money_text(price, language) + "\n";
    };
    std::string lines = reading("the price of the start", "de prijs van het begin", start) +
                        reading("the price of now", "de prijs van nu", now);
    if (difference)
      lines += nl ? "dat scheelt " + money_text(*difference, language) + " per jaar"
                  : "the difference is " + money_text(*difference, language) + " a year";
    else
      lines.pop_back();
    return lines;
  };
  return Phrase{text(Language::en), text(Language::nl)};
}

}  // namespace

Diagnostics with_both_readings(const Diagnostics& problems, const SourcePtr& source,
                               const std::string& path, const MoreFigures& more, Date today) {
  const auto undated = [](const Diagnostic& one) { return one.code == "C0308"; };
  const auto& list = problems.list();
  if (std::none_of(list.begin(), list.end(), undated)) return problems;
  UndatedFile file(source, path, more, today);
  const auto of_start = file.read(false);
  const auto of_now = file.read(true);
  Diagnostics made;
  made.keep(source);
  for (Diagnostic one : list) {
    for (const Line& line : file.contract.lines) {
      // The price stands in its line: behind its heading and before the next.
      const auto start = of_start.find(line.where.begin);
      const auto now = of_now.find(line.where.begin);
      const bool here = undated(one) && !line.prices.empty() &&
                        (line.where == one.span || line.prices.front().original.where == one.span);
      if (!here || start == of_start.end() || now == of_now.end()) continue;
      if (auto hint =
              hint_for(file.contract, line, start->second, now->second, *day_of(line, today)))
        one.hint = std::move(*hint);
    }
    made.add(std::move(one));
  }
  return made;
}

}  // namespace pricetalk
