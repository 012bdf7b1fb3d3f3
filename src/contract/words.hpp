#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "document/dictionary.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// The words of the contract file for each choice.

template <>
struct Dictionary<Compounding> {
  static constexpr auto words =
      word_table<Compounding>({{"previous", Compounding::previous}, {"base", Compounding::base}});
};
template <>
struct Dictionary<Interpolation> {
  static constexpr auto words =
      word_table<Interpolation>({{"none", Interpolation::none}, {"linear", Interpolation::linear}});
};
template <>
struct Dictionary<LinkMethod> {
  static constexpr auto words = word_table<LinkMethod>(
      {{"coefficient", LinkMethod::coefficient}, {"double-fraction", LinkMethod::double_fraction}});
};
template <>
struct Dictionary<Which> {
  static constexpr auto words = word_table<Which>(
      {{"as-known", Which::as_known}, {"first", Which::first}, {"definitive", Which::definitive}});
};
template <>
struct Dictionary<Since> {
  static constexpr auto words =
      word_table<Since>({{"last adjustment", Since::last_adjustment}, {"start", Since::start}});
};
template <>
struct Dictionary<TestedOn> {
  static constexpr auto words =
      word_table<TestedOn>({{"index", TestedOn::index}, {"price", TestedOn::price}});
};
template <>
struct Dictionary<Then> {
  static constexpr auto words = word_table<Then>({{"full", Then::full}, {"excess", Then::excess}});
};
template <>
struct Dictionary<CarryOver> {
  static constexpr auto words = word_table<CarryOver>({{"none", CarryOver::none},
                                                       {"increases", CarryOver::increases},
                                                       {"decreases", CarryOver::decreases},
                                                       {"both", CarryOver::both}});
};
template <>
struct Dictionary<UnusedCap> {
  static constexpr auto words =
      word_table<UnusedCap>({{"lost", UnusedCap::lost}, {"kept", UnusedCap::kept}});
};
template <>
struct Dictionary<LimitPer> {
  static constexpr auto words =
      word_table<LimitPer>({{"adjustment", LimitPer::adjustment}, {"year", LimitPer::year}});
};
template <>
struct Dictionary<Carry> {
  static constexpr auto words =
      word_table<Carry>({{"rounded", Carry::rounded}, {"exact", Carry::exact}});
};
template <>
struct Dictionary<NoticeForm> {
  static constexpr auto words =
      word_table<NoticeForm>({{"any", NoticeForm::any},
                              {"letter", NoticeForm::letter},
                              {"registered-letter", NoticeForm::registered_letter},
                              {"email", NoticeForm::email},
                              {"portal", NoticeForm::portal}});
};
template <>
struct Dictionary<Late> {
  static constexpr auto words = word_table<Late>({{"forfeits", Late::forfeits},
                                                  {"next-date", Late::next_date},
                                                  {"level-only", Late::level_only},
                                                  {"arrears", Late::arrears}});
};
template <>
struct Dictionary<AdjustAt> {
  static constexpr auto words = word_table<AdjustAt>({{"delivery", AdjustAt::delivery}});
};
template <>
struct Dictionary<BandTable::Between> {
  static constexpr auto words =
      word_table<BandTable::Between>({{"undetermined", BandTable::Between::undetermined},
                                      {"next", BandTable::Between::next},
                                      {"previous", BandTable::Between::previous}});
};
template <>
struct Dictionary<IfMissing> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("stop"), IfMissing::stop},
                 std::pair{std::string_view("latest-and-true-up"), IfMissing::latest_and_true_up}};
};
template <>
struct Dictionary<CountedFrom> {
  static constexpr auto words = word_table<CountedFrom>({{"delivery", CountedFrom::delivery},
                                                         {"last-item", CountedFrom::last_item},
                                                         {"conclusion", CountedFrom::conclusion}});
};
template <>
struct Dictionary<Side> {
  static constexpr auto words =
      word_table<Side>({{"supplier", Side::supplier}, {"customer", Side::customer}});
};
template <>
struct Dictionary<Remedy> {
  static constexpr auto words = word_table<Remedy>({{"repair", Remedy::repair},
                                                    {"replacement", Remedy::replacement},
                                                    {"price-reduction", Remedy::price_reduction},
                                                    {"dissolution", Remedy::dissolution}});
};
template <>
struct Dictionary<PromiseState> {
  static constexpr auto words = word_table<PromiseState>({{"open", PromiseState::open},
                                                          {"kept", PromiseState::kept},
                                                          {"broken", PromiseState::broken},
                                                          {"released", PromiseState::released}});
};
template <>
struct Dictionary<AddressForm> {
  static constexpr auto words = word_table<AddressForm>(
      {{"formal", AddressForm::formal}, {"informal", AddressForm::informal}});
};
template <>
struct Dictionary<ContactRole> {
  static constexpr auto words =
      word_table<ContactRole>({{"decider", ContactRole::decider},
                               {"influencer", ContactRole::influencer},
                               {"buyer", ContactRole::buyer},
                               {"user", ContactRole::user},
                               {"finance", ContactRole::finance},
                               {"gatekeeper", ContactRole::gatekeeper},
                               {"account-manager", ContactRole::account_manager},
                               {"expert", ContactRole::expert},
                               {"director", ContactRole::director}});
};
template <>
struct Dictionary<InnovationForm> {
  static constexpr auto words = word_table<InnovationForm>(
      {{"gift", InnovationForm::gift}, {"exchange", InnovationForm::exchange}});
};
template <>
struct Dictionary<SignalKind> {
  static constexpr auto words = word_table<SignalKind>({{"volume", SignalKind::volume},
                                                        {"contacts", SignalKind::contacts},
                                                        {"score", SignalKind::score}});
};
template <>
struct Dictionary<Audience> {
  static constexpr auto words =
      word_table<Audience>({{"b2b", Audience::b2b}, {"b2c", Audience::b2c}});
};
template <>
struct Dictionary<Vat> {
  static constexpr auto words =
      word_table<Vat>({{"excluded", Vat::excluded}, {"included", Vat::included}});
};
template <>
struct Dictionary<TierKind> {
  static constexpr auto words =
      word_table<TierKind>({{"graduated", TierKind::graduated}, {"volume", TierKind::volume}});
};
template <>
struct Dictionary<DecisionKind> {
  static constexpr auto words =
      word_table<DecisionKind>({{"waived", DecisionKind::waived},
                                {"reduced", DecisionKind::reduced},
                                {"deferred", DecisionKind::deferred},
                                {"agreed-price", DecisionKind::agreed_price}});
};
template <>
struct Dictionary<Proration> {
  static constexpr auto words = word_table<Proration>({{"days", Proration::days},
                                                       {"months", Proration::months},
                                                       {"next-period", Proration::next_period}});
};
template <>
struct Dictionary<Aligned> {
  static constexpr auto words =
      word_table<Aligned>({{"contract", Aligned::contract}, {"calendar", Aligned::calendar}});
};
template <>
struct Dictionary<Printed> {
  static constexpr auto words =
      word_table<Printed>({{"rounded", Printed::rounded}, {"down", Printed::down}});
};

}  // namespace pricetalk
