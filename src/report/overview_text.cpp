#include <algorithm>
#include <array>
#include <set>

#include "portfolio/totals.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/not_shown.hpp"
#include "report/one_by_one.hpp"
#include "report/overview_report.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t longest_id = 24;

class OverviewText {
 public:
  OverviewText(const OverviewReport& report, std::size_t width, Language language)
      : report_(report), width_(width), language_(language) {}

  std::string text() {
    heading();
    if (!report_.contracts.empty()) {
      choose_columns();
      out_ += "\n" + as_text(table());
      sums();
    }
    remarks();
    return std::move(out_);
  }

 private:
  /// The columns, but for those of the costs; `contract` always stands.
  enum class Col : std::uint8_t { last, next, deadline, capped, provisional, end, findings };
  /// What can be missed first stands first.
  static constexpr std::array dispensable = {Col::last,     Col::provisional, Col::capped, Col::end,
                                             Col::findings, Col::deadline,    Col::next};

  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }

  std::string title(Col column) const {
    switch (column) {
      case Col::last:
        return say("last step", "vorige stap");
      case Col::next:
        return say("next step", "volgende stap");
      case Col::deadline:
        return say("act by", "uiterlijk");
      case Col::capped:
        return say("caps", "max.");
      case Col::provisional:
        return say("prov.", "voorl.");
      case Col::end:
        return say("ends", "einde");
      case Col::findings:
        return say("issues", "punten");
    }
    return {};
  }

  static Table::Align align(Col column) {
    return column == Col::capped || column == Col::provisional || column == Col::findings
               ? Table::Align::right
               : Table::Align::left;
  }

  /// A day as its month alone, where `counted` is the first day of one.
  static std::string month_text(Date day, Date counted) {
    return counted.day() == 1 ? day.text().substr(0, 7) : day.text();
  }

  std::string step_text(const std::optional<OverviewStep>& step) const {
    if (!step) return {};
    const std::string day = month_text(step->from, step->from) + " ";
    if (!step->change) return day + "?";
    const auto percent = [&](const Ratio& change) { return percent_text(change, 1, language_); };
    const std::string least = percent(step->change->first);
    const std::string most = percent(step->change->second);
    if (least == most) return day + most;
    const std::string sign = "%";
    const std::string bare = least.substr(0, least.find(sign));
    return day + (bare.ends_with(" ") ? bare.substr(0, bare.size() - 1) : bare) + "…" + most;
  }

  static std::string count_text(std::size_t count) {
    return count == 0 ? "–" : std::to_string(count);
  }

  std::string cell(const ContractOverview& row, Col column) const {
    switch (column) {
      case Col::last:
        return step_text(row.last);
      case Col::next:
        return step_text(row.next);
      case Col::deadline:
        if (!row.deadline) return {};
        return row.deadline->on.text() +
               (row.deadline->kind == OverviewDeadline::Kind::cancel ? "°" : "");
      case Col::capped:
        return count_text(row.capped);
      case Col::provisional:
        return count_text(row.provisional);
      case Col::end:
        if (!row.end) return {};
        return month_text(*row.end, row.end->plus_days(1)) + (row.ended(report_.today) ? "!" : "");
      case Col::findings:
        return count_text(row.findings()) + (row.anything_wrong() ? "!" : "");
    }
    return {};
  }

  std::string cost_text(const ContractOverview& row, const OverviewCost& cost) const {
    return grouped(as_written(cost.amount, row.currency), language_) + (cost.open > 0 ? "+?" : "");
  }

  Table table() const {
    Table made;
    made.columns.push_back({say("contract", "contract"), Table::Align::left});
    for (std::size_t i = 0; i < shown_costs_; ++i)
      made.columns.push_back({report_.futures.empty() ? say("cost", "kosten") : report_.futures[i],
                              Table::Align::right});
    for (const Col column : columns_) made.columns.push_back({title(column), align(column)});
    for (const ContractOverview& row : report_.contracts) {
      std::vector<std::string> cells = {cut(row.id)};
      for (std::size_t i = 0; i < shown_costs_; ++i) cells.push_back(cost_text(row, row.costs[i]));
      for (const Col column : columns_) cells.push_back(cell(row, column));
      made.row(std::move(cells));
    }
    return made;
  }

  static std::string cut(const std::string& id) {
    if (pricetalk::width(id) <= longest_id) return id;
    std::string made;
    for (std::size_t at = 0; at < id.size() && pricetalk::width(made) + 1 < longest_id; ++at)
      made += id[at];
    while (!made.empty() && (static_cast<unsigned char>(made.back()) & 0xC0U) == 0x80U)
      made.pop_back();
    return made + "…";
  }

  bool empty(Col column) const {
    return std::all_of(report_.contracts.begin(), report_.contracts.end(),
                       [&](const ContractOverview& row) {
                         const std::string text = cell(row, column);
                         return text.empty() || text == "–";
                       });
  }

  bool fits() const {
    const std::string text = as_text(table());
    std::size_t widest = 0;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = text.find('\n', from);
      widest = std::max(widest, pricetalk::width(text.substr(from, end - from)));
      from = end + 1;
    }
    return widest <= width_;
  }

  void choose_columns() {
    shown_costs_ = report_.contracts.front().costs.size();
    for (const Col column : {Col::last, Col::next, Col::deadline, Col::capped, Col::provisional,
                             Col::end, Col::findings})
      if (!empty(column)) columns_.push_back(column);
    while (shown_costs_ > 1 && !fits()) {
      --shown_costs_;
      missing_.insert(missing_.begin(), report_.futures[shown_costs_]);
    }
    for (const Col column : dispensable) {
      if (fits()) break;
      const auto at = std::find(columns_.begin(), columns_.end(), column);
      if (at == columns_.end()) continue;
      missing_.push_back(title(column));
      columns_.erase(at);
    }
  }

  void heading() {
    out_ += std::to_string(report_.contracts.size()) +
            say(report_.contracts.size() == 1 ? " contract" : " contracts",
                report_.contracts.size() == 1 ? " contract" : " contracten") +
            say(" on ", " op ") + date_text(report_.today, language_) + "; ";
    out_ += report_.futures.empty()
                ? say("cost of the next 12 months at the prices that are known today",
                      "kosten van de komende 12 maanden tegen de prijzen die vandaag bekend zijn")
                : say("cost of the next ", "kosten van de komende ") +
                      std::to_string(report_.months) + say(" months", " maanden");
    out_ += "\n";
  }

  void sums() {
    struct Sum {
      std::size_t contracts = 0;
      std::vector<Ratio> amounts;
      Currency currency;
    };
    std::map<std::pair<std::string, bool>, Sum> sums;
    for (const ContractOverview& row : report_.contracts) {
      Sum& sum = sums[{std::string(row.currency.code()), row.vat == Vat::included}];
      sum.currency = row.currency;
      sum.amounts.resize(shown_costs_, Ratio(0));
      ++sum.contracts;
      for (std::size_t i = 0; i < shown_costs_; ++i)
        sum.amounts[i] = sum.amounts[i] + row.costs[i].amount;
    }
    out_ += "\n";
    for (const auto& [key, sum] : sums) {
      out_ += say("Together ", "Samen ") + key.first + " " +
              (key.second ? say("with VAT", "met btw") : say("without VAT", "zonder btw")) + ": ";
      for (std::size_t i = 0; i < sum.amounts.size(); ++i)
        out_ += (i == 0 ? "" : "; ") +
                (report_.futures.empty() ? std::string() : report_.futures[i] + " ") +
                grouped(as_written(sum.amounts[i], sum.currency), language_);
      out_ += "\n";
    }
  }

  bool any(bool (*is)(const ContractOverview&)) const {
    return std::any_of(report_.contracts.begin(), report_.contracts.end(), is);
  }

  void remarks() {
    if (any([](const ContractOverview& row) {
          return std::any_of(row.costs.begin(), row.costs.end(),
                             [](const OverviewCost& cost) { return cost.open > 0; });
        }))
      out_ += say("+? some amounts are not known yet and are not in it.\n",
                  "+? een deel van de bedragen is nog niet te bepalen en zit er niet in.\n");
    if (any([](const ContractOverview& row) {
          return row.deadline && row.deadline->kind == OverviewDeadline::Kind::cancel;
        }))
      out_ += say("° last day to give notice.\n", "° laatste dag om op te zeggen.\n");
    if (any([](const ContractOverview& row) { return row.wrong > 0; }))
      out_ += say("! behind issues: something is wrong; pricetalk redface says what.\n",
                  "! achter punten: er is iets fout; pricetalk redface zegt wat.\n");
    if (any([](const ContractOverview& row) { return row.examples > 0; }))
      out_ += say("! behind issues: a worked example does not hold; pricetalk check says which.\n",
                  "! achter punten: een rekenvoorbeeld klopt niet; pricetalk check zegt welk.\n");
    if (std::any_of(report_.contracts.begin(), report_.contracts.end(),
                    [&](const ContractOverview& row) { return row.ended(report_.today); }))
      out_ += say("! behind the end: it has passed.\n", "! achter het einde: dat is voorbij.\n");
    if (!missing_.empty()) {
      out_ += say("Does not fit here, and is in --csv and --json: ",
                  "Past hier niet, en staat in --csv en --json: ");
      for (std::size_t i = 0; i < missing_.size(); ++i) out_ += (i == 0 ? "" : ", ") + missing_[i];
      out_ += ".\n";
    }
    if (report_.left_out > 0)
      out_ += say("Without these tags, and not shown: ", "Zonder deze labels, en niet getoond: ") +
              std::to_string(report_.left_out) + ".\n";
    out_ += one_by_one(report_.route, language_);
    out_ += not_shown(report_.unread, language_);
  }

  const OverviewReport& report_;
  std::size_t width_;
  Language language_;
  std::vector<Col> columns_;
  std::size_t shown_costs_ = 1;
  std::vector<std::string> missing_;
  std::string out_;
};

}  // namespace

std::string overview_text(const OverviewReport& report, std::size_t width, Language language) {
  return OverviewText(report, width, language).text();
}

}  // namespace pricetalk
