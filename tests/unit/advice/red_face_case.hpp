#pragma once

#include "../audit/audited.hpp"
#include "pricetalk/advice/redface.hpp"

namespace red_face_case {

using namespace pricetalk;
using audited::charged;
using audited::text;
using priced::day;
using priced::Talk;

/// A contract with everything that the rules look at.
class Case {
 public:
  explicit Case(const std::string& contract, const char* today,
                const std::vector<InvoiceLine>& rows = {})
      : talk_(contract, day(today)),
        schedules_(schedule(talk_.contract(), talk_.coverage(), day("2032-12-31"))) {
    if (!rows.empty()) audit_ = audited::of(talk_, rows, today);
    dossier_ = {&talk_.contract(), &talk_.coverage().library(), &talk_.coverage(),
                &schedules_,       audit_ ? &*audit_ : nullptr, day(today)};
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  const Dossier& dossier() const { return dossier_; }
  std::vector<Finding> all(const RedFaceThresholds& thresholds = default_thresholds()) const {
    return red_face(dossier_, thresholds);
  }
  std::vector<Finding> of(std::string_view rule,
                          const RedFaceThresholds& thresholds = default_thresholds()) const {
    std::vector<Finding> made = all(thresholds);
    std::erase_if(made, [&](const Finding& each) { return each.rule != rule; });
    return made;
  }

 private:
  Talk talk_;
  std::vector<PriceSchedule> schedules_;
  std::optional<Audit> audit_;
  Dossier dossier_;
};

/// A thresholds file over the defaults.
inline RedFaceThresholds thresholds(const std::string& keys) {
  const auto read = read_thresholds(
      std::make_shared<const SourceText>("thresholds.toml", "schema = 1\n" + keys + "\n"));
  if (!read.ok()) throw std::runtime_error(render(read.diagnostics, Language::en));
  return *read.value;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

/// 100.00 in 2020, ten a month; the yearly index moves it: 2021 +10 %, 2022 -5 %.
inline std::string contract(const std::string& clause = "", const std::string& rest = "",
                            const std::string& series = "") {
  return replaced(
             priced::indexed(clause, "", R"(["2019", 100], ["2020", 110], ["2021", 104.5])", rest),
             "clause = \"c\"", "clause = \"c\"\nquantity = { per_month = 10 }") +
         series;
}

/// 100.00 from 2020-01-01 on, ten a month, without a clause; `line` holds further keys.
inline std::string fixed(const std::string& line = "", const std::string& rest = "",
                         const std::string& quantity = "{ per_month = 10 }") {
  return "schema = 1\n[contract]\nid = \"T\"\ncurrency = \"EUR\"\nstart = 2020-01-01\n"
         "[price.p]\nunit_price = 100.00\nprice_date = 2020-01-01\nquantity = " +
         quantity + "\n" + line + "\n" + rest + "\n";
}

}  // namespace red_face_case
