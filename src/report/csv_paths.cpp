#include "report/csv_paths.hpp"

#include "report/csv_text.hpp"

namespace pricetalk {

namespace {

class PathsCsv {
 public:
  explicit PathsCsv(const PathAnswer& answer) : answer_(answer) {}

  std::string run() && {
    out_ =
        "contract,title,future,alternative,about,year,p10,p50,p90,mean,difference_p10,"
        "difference_p50,difference_p90,difference_mean,paths_over_budget,paths,currency,vat,"
        "one_by_one,file\n";
    for (const PathContract& each : answer_.contracts) {
      if (each.totals.empty()) continue;
      contract_ = &each;
      runs(each.frame, each.totals);
    }
    contract_ = nullptr;
    for (const PathTogether& each : answer_.together)
      if (each.contracts > 0) runs(each.frame, each.totals);
    return std::move(out_);
  }

 private:
  void runs(const PathFrame& frame, const std::vector<PathTotals>& all) {
    for (future_ = 0; future_ < answer_.futures.size(); ++future_)
      for (alternative_ = 0; alternative_ < answer_.alternatives.size(); ++alternative_)
        rows(frame, all[answer_.run(future_, alternative_)]);
  }

  void rows(const PathFrame& frame, const PathTotals& totals) {
    for (std::size_t year = 0; year < totals.years.size(); ++year)
      row(frame, std::to_string(frame.first_year + static_cast<int>(year)), totals.years[year],
          totals.difference ? &totals.difference_by_year[year] : nullptr, {});
    row(frame, "contracted", totals.contracted, nullptr, {});
    row(frame, "with_renewal", totals.all, totals.difference ? &*totals.difference : nullptr,
        totals.over_budget);
  }

  void row(const PathFrame& frame, const std::string& year, const Percentiles& own,
           const Percentiles* difference, const std::optional<std::size_t>& over) {
    text(contract_ != nullptr ? contract_->id : "");
    text(contract_ != nullptr ? contract_->title : "");
    text(answer_.futures[future_]);
    text(answer_.alternatives[alternative_]);
    out_ += contract_ == nullptr || contract_->fits[alternative_] ? "yes," : "no,";
    out_ += year + ',';
    percentiles(frame, &own);
    percentiles(frame, difference);
    if (over) out_ += std::to_string(*over);
    out_ += ',' + std::to_string(answer_.paths) + ',' + std::string(frame.currency.code()) + ',';
    out_ += frame.vat == Vat::included ? "included," : "excluded,";
    if (contract_ != nullptr) out_ += std::to_string(contract_->one_by_one);
    out_ += ',';
    add_csv_text(out_, contract_ != nullptr ? contract_->path : "");
    out_ += '\n';
  }

  void percentiles(const PathFrame& frame, const Percentiles* each) {
    if (each == nullptr) {
      out_ += ",,,,";
      return;
    }
    for (const std::int64_t units : {each->p10, each->p50, each->p90, each->mean})
      out_ += Decimal(units, frame.decimals).text() + ',';
  }

  void text(std::string_view cell) {
    add_csv_text(out_, cell);
    out_ += ',';
  }

  const PathAnswer& answer_;
  const PathContract* contract_ = nullptr;
  std::size_t future_ = 0;
  std::size_t alternative_ = 0;
  std::string out_;
};

}  // namespace

std::string paths_csv(const PathAnswer& answer) { return PathsCsv(answer).run(); }

}  // namespace pricetalk
