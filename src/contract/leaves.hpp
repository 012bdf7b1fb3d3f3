#pragma once

#include <string_view>

#include "document/leaf.hpp"
#include "document/reader.hpp"
#include "index/figures_dictionary.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// How the values of a contract file are read that no other file has.

template <>
struct Leaf<PeriodRule> {
  static Phrase expected();
  static std::string_view type_name() { return "period rule"; }
  static bool read(Reader&, const DocumentNode&, PeriodRule&);
};

template <>
struct Leaf<Formula> {
  static Phrase expected();
  static std::string_view type_name() { return "formula"; }
  static bool read(Reader&, const DocumentNode&, Formula&);
};

template <>
struct Leaf<LimitValue> {
  static Phrase expected();
  static std::string_view type_name() { return "expression"; }
  static bool read(Reader&, const DocumentNode&, LimitValue&);
};

template <>
struct Leaf<Scalar> {
  static Phrase expected();
  static std::string_view type_name() { return "number or percentage"; }
  static bool read(Reader&, const DocumentNode&, Scalar&);
};

template <>
struct Leaf<ConstantValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "number, percentage or list of { from, value }"; }
  static bool read(Reader&, const DocumentNode&, ConstantValue&);
};

template <>
struct Leaf<PassThroughValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "percentage or list of { up_to, share }"; }
  static bool read(Reader&, const DocumentNode&, PassThroughValue&);
};

template <>
struct Leaf<ThresholdLimit> {
  static Phrase expected();
  static std::string_view type_name() { return R"(percentage or "5 points")"; }
  static bool read(Reader&, const DocumentNode&, ThresholdLimit&);
};

template <>
struct Leaf<AdjustDay> {
  static Phrase expected();
  static std::string_view type_name() { return "month-day or `anniversary`"; }
  static bool read(Reader&, const DocumentNode&, AdjustDay&);
};

template <>
struct Leaf<LinkPoint> {
  static Phrase expected();
  static std::string_view type_name() { return R"(period or "last definitive")"; }
  static bool read(Reader&, const DocumentNode&, LinkPoint&);
};

template <>
struct Leaf<Due> {
  static Phrase expected();
  static std::string_view type_name() { return "date or duration"; }
  static bool read(Reader&, const DocumentNode&, Due&);
};

template <>
struct Leaf<Jurisdiction> {
  static Phrase expected();
  static std::string_view type_name() { return "country code"; }
  static bool read(Reader&, const DocumentNode&, Jurisdiction&);
};

/// { cost-centre = "4100", region = "noord" }
template <>
struct Leaf<Tags> {
  static Phrase expected();
  static std::string_view type_name();
  static bool read(Reader&, const DocumentNode&, Tags&);
};
/// 31.25, or { times = 1.5, of = "hour-rate" }
template <>
struct Leaf<UnitPriceValue> {
  static Phrase expected();
  static std::string_view type_name() { return "decimal or { times, of }"; }
  static bool read(Reader&, const DocumentNode&, UnitPriceValue&);
};
template <>
struct Leaf<QuantityValue> {
  static constexpr bool takes_list = true;
  static Phrase expected();
  static std::string_view type_name() { return "{ per_month = … } or a list with `from`"; }
  static bool read(Reader&, const DocumentNode&, QuantityValue&);
};

template <>
struct Leaf<ExpectedValue> {
  static Phrase expected();
  static std::string_view type_name() { return "number, percentage or word"; }
  static bool read(Reader&, const DocumentNode&, ExpectedValue&);
};

}  // namespace pricetalk
