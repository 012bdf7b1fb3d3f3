#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "document/dictionary.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// The words of the contract file for each choice.

#define PRICETALK_WORDS(Type, ...)                         \
  template <>                                              \
  struct Dictionary<Type> {                                \
    static constexpr auto words = std::array{__VA_ARGS__}; \
  }
#define PRICETALK_WORD(text, value) \
  std::pair { std::string_view(text), value }
PRICETALK_WORDS(Compounding, PRICETALK_WORD("previous", Compounding::previous),
                PRICETALK_WORD("base", Compounding::base));
PRICETALK_WORDS(Interpolation, PRICETALK_WORD("none", Interpolation::none),
                PRICETALK_WORD("linear", Interpolation::linear));
PRICETALK_WORDS(LinkMethod, PRICETALK_WORD("coefficient", LinkMethod::coefficient),
                PRICETALK_WORD("double-fraction", LinkMethod::double_fraction));
PRICETALK_WORDS(Which, PRICETALK_WORD("as-known", Which::as_known),
                PRICETALK_WORD("first", Which::first),
                PRICETALK_WORD("definitive", Which::definitive));
PRICETALK_WORDS(Since, PRICETALK_WORD("last adjustment", Since::last_adjustment),
                PRICETALK_WORD("start", Since::start));
PRICETALK_WORDS(TestedOn, PRICETALK_WORD("index", TestedOn::index),
                PRICETALK_WORD("price", TestedOn::price));
PRICETALK_WORDS(Then, PRICETALK_WORD("full", Then::full), PRICETALK_WORD("excess", Then::excess));
PRICETALK_WORDS(CarryOver, PRICETALK_WORD("none", CarryOver::none),
                PRICETALK_WORD("increases", CarryOver::increases),
                PRICETALK_WORD("decreases", CarryOver::decreases),
                PRICETALK_WORD("both", CarryOver::both));
PRICETALK_WORDS(UnusedCap, PRICETALK_WORD("lost", UnusedCap::lost),
                PRICETALK_WORD("kept", UnusedCap::kept));
PRICETALK_WORDS(LimitPer, PRICETALK_WORD("adjustment", LimitPer::adjustment),
                PRICETALK_WORD("year", LimitPer::year));
PRICETALK_WORDS(Carry, PRICETALK_WORD("rounded", Carry::rounded),
                PRICETALK_WORD("exact", Carry::exact));
PRICETALK_WORDS(NoticeForm, PRICETALK_WORD("any", NoticeForm::any),
                PRICETALK_WORD("letter", NoticeForm::letter),
                PRICETALK_WORD("registered-letter", NoticeForm::registered_letter),
                PRICETALK_WORD("email", NoticeForm::email),
                PRICETALK_WORD("portal", NoticeForm::portal));
PRICETALK_WORDS(Late, PRICETALK_WORD("forfeits", Late::forfeits),
                PRICETALK_WORD("next-date", Late::next_date),
                PRICETALK_WORD("level-only", Late::level_only),
                PRICETALK_WORD("arrears", Late::arrears));
PRICETALK_WORDS(AdjustAt, PRICETALK_WORD("delivery", AdjustAt::delivery));
PRICETALK_WORDS(BandTable::Between,
                PRICETALK_WORD("undetermined", BandTable::Between::undetermined),
                PRICETALK_WORD("next", BandTable::Between::next),
                PRICETALK_WORD("previous", BandTable::Between::previous));
template <>
struct Dictionary<IfMissing> {
  static constexpr auto words =
      std::array{std::pair{std::string_view("stop"), IfMissing::stop},
                 std::pair{std::string_view("latest-and-true-up"), IfMissing::latest_and_true_up}};
};
PRICETALK_WORDS(CountedFrom, PRICETALK_WORD("delivery", CountedFrom::delivery),
                PRICETALK_WORD("last-item", CountedFrom::last_item),
                PRICETALK_WORD("conclusion", CountedFrom::conclusion));
PRICETALK_WORDS(Side, PRICETALK_WORD("supplier", Side::supplier),
                PRICETALK_WORD("customer", Side::customer));
PRICETALK_WORDS(Remedy, PRICETALK_WORD("repair", Remedy::repair),
                PRICETALK_WORD("replacement", Remedy::replacement),
                PRICETALK_WORD("price-reduction", Remedy::price_reduction),
                PRICETALK_WORD("dissolution", Remedy::dissolution));
PRICETALK_WORDS(PromiseState, PRICETALK_WORD("open", PromiseState::open),
                PRICETALK_WORD("kept", PromiseState::kept),
                PRICETALK_WORD("broken", PromiseState::broken),
                PRICETALK_WORD("released", PromiseState::released));
PRICETALK_WORDS(AddressForm, PRICETALK_WORD("formal", AddressForm::formal),
                PRICETALK_WORD("informal", AddressForm::informal));
PRICETALK_WORDS(ContactRole, PRICETALK_WORD("decider", ContactRole::decider),
                PRICETALK_WORD("influencer", ContactRole::influencer),
                PRICETALK_WORD("buyer", ContactRole::buyer),
                PRICETALK_WORD("user", ContactRole::user),
                PRICETALK_WORD("finance", ContactRole::finance),
                PRICETALK_WORD("gatekeeper", ContactRole::gatekeeper),
                PRICETALK_WORD("account-manager", ContactRole::account_manager),
                PRICETALK_WORD("expert", ContactRole::expert),
                PRICETALK_WORD("director", ContactRole::director));
PRICETALK_WORDS(InnovationForm, PRICETALK_WORD("gift", InnovationForm::gift),
                PRICETALK_WORD("exchange", InnovationForm::exchange));
PRICETALK_WORDS(SignalKind, PRICETALK_WORD("volume", SignalKind::volume),
                PRICETALK_WORD("contacts", SignalKind::contacts),
                PRICETALK_WORD("score", SignalKind::score));
PRICETALK_WORDS(Audience, PRICETALK_WORD("b2b", Audience::b2b),
                PRICETALK_WORD("b2c", Audience::b2c));
PRICETALK_WORDS(Vat, PRICETALK_WORD("excluded", Vat::excluded),
                PRICETALK_WORD("included", Vat::included));
PRICETALK_WORDS(TierKind, PRICETALK_WORD("graduated", TierKind::graduated),
                PRICETALK_WORD("volume", TierKind::volume));
PRICETALK_WORDS(DecisionKind, PRICETALK_WORD("waived", DecisionKind::waived),
                PRICETALK_WORD("reduced", DecisionKind::reduced),
                PRICETALK_WORD("deferred", DecisionKind::deferred),
                PRICETALK_WORD("agreed-price", DecisionKind::agreed_price));
PRICETALK_WORDS(Proration, PRICETALK_WORD("days", Proration::days),
                PRICETALK_WORD("months", Proration::months),
                PRICETALK_WORD("next-period", Proration::next_period));
PRICETALK_WORDS(Aligned, PRICETALK_WORD("contract", Aligned::contract),
                PRICETALK_WORD("calendar", Aligned::calendar));
PRICETALK_WORDS(Printed, PRICETALK_WORD("rounded", Printed::rounded),
                PRICETALK_WORD("down", Printed::down));
#undef PRICETALK_WORD
#undef PRICETALK_WORDS

}  // namespace pricetalk
