#include "report/csv_exposure.hpp"

#include "portfolio/totals.hpp"
#include "report/csv_text.hpp"

namespace pricetalk {

namespace {

class ExposureRows {
 public:
  ExposureRows(const ExposureAnswer& answer, std::string& out) : answer_(answer), out_(out) {}

  void add(const ContractExposure& one) {
    money(one, "cost", {}, "all", one.total);
    money(one, "cost", {}, "a year", one.a_year);
    for (std::size_t s = 0; s < one.indices.size(); ++s) {
      if (one.indices[s].total.is_zero()) continue;
      money(one, "one-point-more", answer_.series[s], "all", one.indices[s].total);
      money(one, "one-point-more", answer_.series[s], "a year", one.indices[s].a_year);
    }
    if (one.cap) money(one, "without-caps", {}, "all", *one.cap);
    if (one.floor) money(one, "without-floors", one.ratchet ? "0%" : "", "all", *one.floor);
    if (one.break_even)
      money(one, "break-even", one.break_even->percent.text() + "%", "all", one.break_even->cost);
    for (const CapBite& bite : one.bites)
      row(one, "cap-bites", bite.clause, bite.date.text(),
          round((bite.wanted - bite.cut_to) * Ratio(100), Rounding::decimals(4)).text());
    if (one.end) row(one, "end", {}, one.end->text(), {});
    if (one.notice) row(one, "last-day-to-cancel", {}, one.notice->text(), {});
  }

 private:
  void money(const ContractExposure& one, std::string_view what, std::string_view of,
             std::string_view when, const Ratio& amount) {
    row(one, what, of, when, as_written(amount, one.of->currency).text());
  }

  void row(const ContractExposure& one, std::string_view what, std::string_view of,
           std::string_view when, std::string_view amount) {
    const auto text = [&](std::string_view cell) {
      add_csv_text(out_, cell);
      out_ += ',';
    };
    text(one.of->id);
    text(one.of->title);
    text(what);
    text(of);
    text(when);
    out_ += amount;
    out_ += ',';
    out_ += std::string(one.of->currency.code()) + ',';
    out_ += one.of->vat == Vat::included ? "included," : "excluded,";
    add_csv_text(out_, one.of->path);
    out_ += '\n';
  }

  const ExposureAnswer& answer_;
  std::string& out_;
};

}  // namespace

std::string exposure_csv(const ExposureAnswer& answer) {
  std::string out = "contract,title,what,of,when,amount,currency,vat,file\n";
  ExposureRows rows(answer, out);
  for (const ContractExposure& one : answer.contracts) rows.add(one);
  return out;
}

}  // namespace pricetalk
