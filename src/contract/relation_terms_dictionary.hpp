#pragma once

#include <string_view>
#include <tuple>

#include "contract/leaves.hpp"
#include "document/dictionary.hpp"
#include "document/language_words.hpp"
#include "pricetalk/contract/relation_terms.hpp"

namespace pricetalk {

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
struct Dictionary<ReturnTerms> {
  static constexpr std::string_view name = "returns";
  static constexpr auto fields = std::tuple{
      field("period", &ReturnTerms::period, Need::required, "", "how long goods may be returned",
            R"("14 days")"),
      field("counted_from", &ReturnTerms::counted_from, Need::optional, "",
            "when the period starts", R"("delivery")"),
      field("send_back_within", &ReturnTerms::send_back_within, Need::optional, "",
            "after the declaration", R"("14 days")"),
      field("refund_within", &ReturnTerms::refund_within, Need::optional, "",
            "after the declaration", R"("14 days")"),
      field("return_costs", &ReturnTerms::return_costs, Need::optional, "",
            "who pays for sending back", R"("customer")"),
      field("restocking", &ReturnTerms::restocking, Need::optional, "",
            "share of the price that is kept", R"("10%")"),
      field("exceptions", &ReturnTerms::exceptions, Need::optional, "", "what cannot be returned",
            R"(["opened packs"])"),
      field("condition", &ReturnTerms::condition, Need::optional, "", "state of returned goods",
            R"("unopened")"),
      field("communicated", &ReturnTerms::communicated, Need::optional, "never",
            "day on which the customer was told", "2019-01-01"),
  };
};

template <>
struct Dictionary<Remedy> {
  static constexpr auto words = word_table<Remedy>({{"repair", Remedy::repair},
                                                    {"replacement", Remedy::replacement},
                                                    {"price-reduction", Remedy::price_reduction},
                                                    {"dissolution", Remedy::dissolution}});
};

template <>
struct Dictionary<NonConformityTerms> {
  static constexpr std::string_view name = "non_conformity";
  static constexpr auto fields = std::tuple{
      field("burden_of_proof_on_seller", &NonConformityTerms::burden_of_proof_on_seller,
            Need::optional, "", "time in which a defect is presumed to have been there at delivery",
            R"("12 months")"),
      field("claim_within", &NonConformityTerms::claim_within, Need::optional, "",
            "time to complain after discovery", R"("2 months")"),
      field("liability", &NonConformityTerms::liability, Need::optional, "",
            "how long the seller answers", R"("2 years")"),
      field("remedies", &NonConformityTerms::remedies, Need::optional, "", "what the buyer may ask",
            R"(["repair", "replacement"])"),
      field("communicated", &NonConformityTerms::communicated, Need::optional, "never",
            "day on which the customer was told", "2019-01-01"),
  };
};

template <>
struct Dictionary<UsedTerms> {
  static constexpr std::string_view name = "used";
  static constexpr auto fields = std::tuple{
      field("year", &UsedTerms::year, Need::required, "", "calendar year", "2025"),
      field("quantity", &UsedTerms::quantity, Need::required, "",
            "what was used in that year, in the unit of the line", "840"),
      field("evidence", &UsedTerms::evidence, Need::optional, "", "where it was counted",
            R"("licence report of January 2026")"),
  };
};

template <>
struct Dictionary<PriceLevelTerms> {
  static constexpr std::string_view name = "price_level";
  static constexpr auto fields = std::tuple{
      field("price", &PriceLevelTerms::price, Need::required, "", "price line",
            R"("daily-cleaning")"),
      field("low", &PriceLevelTerms::low, Need::optional, "", "lower end of the market band",
            "29.50"),
      field("normal", &PriceLevelTerms::normal, Need::required, "", "usual market price", "31.00"),
      field("high", &PriceLevelTerms::high, Need::optional, "", "upper end of the market band",
            "34.00"),
      field("as_of", &PriceLevelTerms::as_of, Need::required, "", "day of the level", "2026-07-01"),
      field("source", &PriceLevelTerms::source, Need::optional, "", "where it comes from",
            R"("tender results, region west")"),
      field("region", &PriceLevelTerms::region, Need::optional, "", "where the level holds",
            R"("west")"),
      field("volume_class", &PriceLevelTerms::volume_class, Need::optional, "",
            "for which volumes the level holds", R"("over 500 hours")"),
      field("moved_by", &PriceLevelTerms::moved_by, Need::optional, "",
            "series that moves the level", R"("szw/minimumuurloon-21")"),
  };
};

template <>
struct Dictionary<CostShareTerms> {
  static constexpr std::string_view name = "cost_share";
  static constexpr auto fields = std::tuple{
      field("price", &CostShareTerms::price, Need::required, "", "price line",
            R"("daily-cleaning")"),
      field("name", &CostShareTerms::name, Need::required, "", "kind of cost", R"("wages")"),
      field("share", &CostShareTerms::share, Need::required, "",
            "share of the price; shares per price add up to at most 100 %, the rest is fixed",
            R"("74%")"),
      field("series", &CostShareTerms::series, Need::optional, "fixed",
            "what really moves this cost", R"("szw/minimumuurloon-21")"),
      field("since", &CostShareTerms::since, Need::optional, "price_date", "day of this mix",
            "2025-01-01"),
  };
};

template <>
struct Dictionary<PromiseState> {
  static constexpr auto words = word_table<PromiseState>({{"open", PromiseState::open},
                                                          {"kept", PromiseState::kept},
                                                          {"broken", PromiseState::broken},
                                                          {"released", PromiseState::released}});
};

template <>
struct Dictionary<PromiseTerms> {
  static constexpr std::string_view name = "promise";
  static constexpr auto fields = std::tuple{
      field("date", &PromiseTerms::date, Need::required, "", "when it was made", "2025-08-21"),
      field("by", &PromiseTerms::by, Need::required, "", "who owes it", R"("supplier")"),
      field("what", &PromiseTerms::what, Need::required, "", "what was promised",
            R"("a new doormat")"),
      field("due", &PromiseTerms::due, Need::optional, "", "date, or duration after `date`",
            "2025-09-12"),
      field("state", &PromiseTerms::state, Need::optional, "open", "what became of it",
            R"("open")"),
      field("evidence", &PromiseTerms::evidence, Need::optional, "", "where it is written",
            R"("minutes of 4 March")"),
      field("confirmed_by", &PromiseTerms::confirmed_by, Need::optional, "",
            "who of the other party confirmed it", R"("Marieke Hazelaar")"),
      field("confirmed_on", &PromiseTerms::confirmed_on, Need::optional, "",
            "when it was confirmed", "2025-10-14"),
  };
};

template <>
struct Dictionary<DisclosureTerms> {
  static constexpr std::string_view name = "disclosure";
  static constexpr auto fields = std::tuple{
      field("date", &DisclosureTerms::date, Need::required, "", "day of the call", "2026-01-15"),
      field("by", &DisclosureTerms::by, Need::optional, "", "who called", R"("Ellen Roos")"),
      field("to", &DisclosureTerms::to, Need::optional, "", "who was told",
            R"("Marieke Hazelaar")"),
      field("what", &DisclosureTerms::what, Need::required, "", "what was told",
            R"("the cap of 3% was not applied in 2021")"),
      field("rule", &DisclosureTerms::rule, Need::optional, "every mistake",
            "red-face rule that it is about", R"("clause-misapplied")"),
      field("price", &DisclosureTerms::price, Need::optional, "all lines",
            "price line that it is about", R"("reception")"),
      field("amount", &DisclosureTerms::amount, Need::optional, "",
            "what was told, with or without VAT as the contract says; without interest",
            "40176.00"),
      field("refund_on", &DisclosureTerms::refund_on, Need::optional, "",
            "day on which the money was promised", "2026-02-06"),
      field("refunded_on", &DisclosureTerms::refunded_on, Need::optional, "not yet",
            "day on which `amount` was paid back", "2026-02-04"),
      field("form", &DisclosureTerms::form, Need::optional, "money back",
            "another form, where the customer chose it", R"("extra hours in March")"),
      field("confirmed_by", &DisclosureTerms::confirmed_by, Need::optional, "",
            "who of the customer confirmed it", R"("Marieke Hazelaar")"),
      field("evidence", &DisclosureTerms::evidence, Need::optional, "", "where it is written",
            R"("e-mail of 16 January 2026")"),
  };
};

template <>
struct Dictionary<SignalKind> {
  static constexpr auto words = word_table<SignalKind>({{"volume", SignalKind::volume},
                                                        {"contacts", SignalKind::contacts},
                                                        {"score", SignalKind::score}});
};

template <>
struct Dictionary<SignalTerms> {
  static constexpr std::string_view name = "signal";
  static constexpr auto fields = std::tuple{
      field("what", &SignalTerms::what, Need::required, "", "what was counted", R"("score")"),
      field("period", &SignalTerms::period, Need::required, "", "month, quarter or year",
            R"("2025-Q3")"),
      field("value", &SignalTerms::value, Need::required, "", "the count", "7.4"),
      field("evidence", &SignalTerms::evidence, Need::optional, "", "where it was counted",
            R"("survey of September")"),
  };
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
struct Dictionary<ContactTerms> {
  static constexpr std::string_view name = "contact";
  static constexpr auto fields = std::tuple{
      field("name", &ContactTerms::name, Need::required, "", "as in the letter",
            R"("Anouk de Wit")"),
      field("party", &ContactTerms::party, Need::required, "", "whose person", R"("customer")"),
      field("salutation", &ContactTerms::salutation, Need::optional, "",
            "never guessed from a first name", R"("Geachte mevrouw De Wit")"),
      field("job", &ContactTerms::job, Need::optional, "", "what the person does",
            R"("hoofd facilitaire zaken")"),
      field("phone", &ContactTerms::phone, Need::optional, "", "for the call before the letter",
            R"("06-00000000")"),
      field("email", &ContactTerms::email, Need::optional, "", "where the letter goes",
            R"("a@b.example")"),
      field("form_of_address", &ContactTerms::form_of_address, Need::optional, "formal", "u or je",
            R"("formal")"),
      field("role", &ContactTerms::role, Need::optional, "", "in the decision, or on our side",
            R"("decider")"),
      field("speaks_with", &ContactTerms::speaks_with, Need::optional, "",
            "name of a contact of the other party", R"("Karin Zwart")"),
      field("last_contact", &ContactTerms::last_contact, Need::optional, "",
            "day of the last contact", "2025-10-02"),
      field("last_visit", &ContactTerms::last_visit, Need::optional, "",
            "day of the last visit, which is a contact too", "2025-09-16"),
  };
};

template <>
struct Dictionary<SavingTerms> {
  static constexpr std::string_view name = "saving_per_year";
  static constexpr auto fields = std::tuple{
      field("cautious", &SavingTerms::cautious, Need::required, "", "what is surely saved",
            "14000.00"),
      field("expected", &SavingTerms::expected, Need::optional, "", "what is expected", "19000.00"),
      field("optimistic", &SavingTerms::optimistic, Need::optional, "", "what is possible",
            "26000.00"),
  };
};

template <>
struct Dictionary<RealisedTerms> {
  static constexpr std::string_view name = "realised";
  static constexpr auto fields = std::tuple{
      field("year", &RealisedTerms::year, Need::required, "", "calendar year", "2027"),
      field("saving", &RealisedTerms::saving, Need::required, "", "what was saved in that year",
            "11500.00"),
      field("evidence", &RealisedTerms::evidence, Need::optional, "", "how it was measured",
            R"("hours per building, 2027")"),
  };
};

template <>
struct Dictionary<InnovationForm> {
  static constexpr auto words =
      word_table<InnovationForm>({{"gift", InnovationForm::gift},
                                  {"exchange", InnovationForm::exchange},
                                  {"gain-share", InnovationForm::gain_share},
                                  {"glide-path", InnovationForm::glide_path},
                                  {"relief", InnovationForm::relief},
                                  {"referral", InnovationForm::referral},
                                  {"leave-out", InnovationForm::leave_out}});
};

template <>
struct Dictionary<GlideStepTerms> {
  static constexpr std::string_view name = "steps";
  static constexpr auto fields = std::tuple{
      field("date", &GlideStepTerms::date, Need::required, "", "adjustment date", "2027-01-01"),
      field("change", &GlideStepTerms::change, Need::required, "",
            "the increase of that date, instead of the clause's own", R"("1.5%")"),
  };
};

template <>
struct Dictionary<InnovationTerms> {
  static constexpr std::string_view name = "innovation";
  static constexpr auto fields = std::tuple{
      field("what", &InnovationTerms::what, Need::required, "",
            "what changes, in sentences for the customer",
            R"("clean on use instead of by the clock")"),
      field("form", &InnovationTerms::form, Need::optional, "exchange",
            "gift: the waiver stands by itself; exchange: the innovation pays for it; the others "
            "below",
            R"("exchange")"),
      field("proposed_by", &InnovationTerms::proposed_by, Need::optional, "", "who had the idea",
            R"("F. Groen")"),
      field("tried_at", &InnovationTerms::tried_at, Need::optional, "", "where it was tried",
            R"("floor 2")"),
      field("reduction_per_month", &InnovationTerms::reduction_per_month, Need::optional, "0",
            "what the customer pays less, fixed", "750.00"),
      field("running_cost_per_year", &InnovationTerms::running_cost_per_year, Need::optional, "0",
            "licences and the like, ours", "3000.00"),
      field("customer_effort", &InnovationTerms::customer_effort, Need::optional, "",
            "what is asked of the customer, in sentences",
            R"("the number of used desks, every day")"),
      field("for", &InnovationTerms::lines, Need::optional, "all lines",
            "price lines that it touches", R"("daily-cleaning")"),
      field("capability", &InnovationTerms::capability, Need::optional, "", "needed for a letter",
            R"("running at 14 buildings since 2023")"),
      field("evidence", &InnovationTerms::evidence, Need::optional, "",
            "needed for a letter, in sentences", R"("report-sensor-2025.pdf")"),
      field("investment", &InnovationTerms::investment, Need::optional, "0",
            "paid once, at the start", "18000.00"),
      field("paid_by", &InnovationTerms::paid_by, Need::optional, "supplier",
            "who pays the investment", R"("supplier")"),
      field("saving_per_year", &InnovationTerms::saving_per_year, Need::optional, "",
            "at full effect; three levels", "{ cautious = 14000.00 }"),
      field("realised", &InnovationTerms::realised, Need::optional, "",
            "what was really saved, by year", "[{ year = 2027, saving = 11500.00 }]"),
      field("start", &InnovationTerms::start, Need::optional, "", "first day", "2027-01-01"),
      field("end", &InnovationTerms::end, Need::optional, "the contract's end", "last day",
            "2028-12-31"),
      field("ramp_up", &InnovationTerms::ramp_up, Need::optional, "none",
            "time from `start` in which nothing is saved yet", R"("6 months")"),
      field("lowers_costs_of", &InnovationTerms::lowers_costs_of, Need::optional, "supplier",
            "whose cost the saving is", R"("supplier")"),
      field("share_to_supplier", &InnovationTerms::share_to_supplier, Need::optional, "0%",
            "share of the customer's saving that is paid to us", R"("50%")"),
      field("sharing_for", &InnovationTerms::sharing_for, Need::optional, "", "how long",
            R"("2 years")"),
      field("meter", &InnovationTerms::meter, Need::optional, "", "how the effect is measured",
            R"("hours per building")"),
      field("effort", &InnovationTerms::effort, Need::optional, "", "what it asks of us",
            R"("two days")"),
      field("risks", &InnovationTerms::risks, Need::optional, "", "what could go wrong",
            R"("full offices")"),
      field("share_to_customer", &InnovationTerms::share_to_customer, Need::optional, "0%",
            "share of our saving that is paid to the customer", R"("30%")"),
      field("steps", &InnovationTerms::steps, Need::optional, "",
            "of a glide path: what the increase of each date comes to",
            R"([{ date = 2027-01-01, change = "1.5%" }])"),
      field("leaves_out", &InnovationTerms::leaves_out, Need::optional, "",
            "of leave-out: the part of the service that goes", R"("the evening round")"),
      field("refers_to", &InnovationTerms::refers_to, Need::optional, "",
            "of a referral: who can do it better", R"("Glashelder B.V.")"),
      field("lead_time", &InnovationTerms::lead_time, Need::optional, "none",
            "time from today until it can begin", R"("3 months")"),
      field("excludes", &InnovationTerms::excludes, Need::optional, "",
            "innovations that cannot go with it", R"("robots")"),
      field("needs", &InnovationTerms::needs, Need::optional, "",
            "innovations that it does not go without", R"("sensors")"),
  };
};

template <>
struct Dictionary<ValueItemTerms> {
  static constexpr std::string_view name = "value.item";
  static constexpr auto fields = std::tuple{
      field("what", &ValueItemTerms::what, Need::required, "", "what the customer gains",
            R"("no more ordering")"),
      field("per_year", &ValueItemTerms::per_year, Need::optional, "", "what it is worth a year",
            "4200.00"),
      field("since", &ValueItemTerms::since, Need::optional, "", "since when", "2023-03-01"),
      field("evidence", &ValueItemTerms::evidence, Need::optional, "our estimate",
            "with whom and when it was agreed", R"("minutes of 12 March 2025")"),
      field("price", &ValueItemTerms::price, Need::optional, "",
            "price line whose whole worth this is; then it is held against what the line costs",
            R"("servicedesk")"),
      field("confirmed_by", &ValueItemTerms::confirmed_by, Need::optional, "",
            "who of the other party confirmed it", R"("Marieke Hazelaar")"),
      field("confirmed_on", &ValueItemTerms::confirmed_on, Need::optional, "",
            "when it was confirmed", "2025-10-14"),
  };
};

template <>
struct Dictionary<ValueTerms> {
  static constexpr std::string_view name = "value";
  static constexpr auto fields = std::tuple{
      field("item", &ValueTerms::item, Need::optional, "", "what the customer gains",
            R"([{ what = "no more ordering" }])"),
  };
};

template <>
struct Dictionary<TalkTerms> {
  static constexpr std::string_view name = "talk";
  static constexpr auto fields = std::tuple{
      field("on", &TalkTerms::on, Need::required, "", "day of the price talk", "2025-10-28"),
      field("call_at", &TalkTerms::call_at, Need::optional, "", "when the sender calls",
            "2025-10-22T10:00:00"),
      field("reply_by", &TalkTerms::reply_by, Need::optional, "", "until when an answer is asked",
            "2025-11-14T17:00:00"),
      field("sender", &TalkTerms::sender, Need::optional, "", "contact of the supplier",
            R"("Karin Zwart")"),
      field("receiver", &TalkTerms::receiver, Need::optional, "", "contact of the customer",
            R"("Anouk de Wit")"),
      field("place", &TalkTerms::place, Need::optional, "", "above the letter", R"("Veenrijk")"),
      field("service", &TalkTerms::service, Need::optional, "", "as in a sentence",
            R"("de schoonmaak van het stadskantoor")"),
      field("language", &TalkTerms::language, Need::optional, "nl for NL and BE, else en",
            "of the letters: en or nl; innovation, indexation and claim also de and fr", R"("fr")"),
      field("called_on", &TalkTerms::called_on, Need::optional, "",
            "day of the call before a letter", "2025-10-14"),
      field("sent_on", &TalkTerms::sent_on, Need::optional, "", "day on which the letter went out",
            "2025-10-15"),
      field("answered_on", &TalkTerms::answered_on, Need::optional, "",
            "day of the customer's answer, yes or no", "2025-11-12"),
      field("agreed_on", &TalkTerms::agreed_on, Need::optional, "",
            "day on which both sides agreed", "2025-11-18"),
      field("budget", &TalkTerms::budget, Need::optional, "no limit",
            "what we may invest in what is offered, together", "25000.00"),
  };
};

template <>
struct Dictionary<LetterTerms> {
  static constexpr std::string_view name = "letter";
  static constexpr auto fields = std::tuple{
      field("cost_reason", &LetterTerms::cost_reason, Need::optional, "", "why our costs moved",
            R"("Wages rose by 4 per cent.")"),
      field("own_effort", &LetterTerms::own_effort, Need::optional, "", "what we did ourselves",
            R"("We planned our routes anew.")"),
      field("alternative", &LetterTerms::alternative, Need::optional, "",
            "how the price could move less", R"("A smaller cleaning plan on Fridays.")"),
      field("error_cause", &LetterTerms::error_cause, Need::optional, "",
            "what went wrong; the disclosure needs it", R"("We left the maximum out.")"),
      field("prevention", &LetterTerms::prevention, Need::optional, "",
            "why it does not happen again; the disclosure needs it",
            R"("Two people check every new price.")"),
      field("director", &LetterTerms::director, Need::optional, "",
            "contact of the supplier who joins; the disclosure needs it", R"("Karin Zwart")"),
      field("undercharge_waived", &LetterTerms::undercharge_waived, Need::optional, "false",
            "what was charged too little by mistake is left as it is", "true"),
      field("relief_reason", &LetterTerms::relief_reason, Need::optional, "",
            "why a step is put off", R"("You have a lean year.")"),
      field("cannot_do", &LetterTerms::cannot_do, Need::optional, "",
            "what we cannot do; the referral needs it", R"("We do not clean facades.")"),
      field("refer_to", &LetterTerms::refer_to, Need::optional, "",
            "who can; the referral needs it", R"("Another firm does this every week.")"),
      field("memory", &LetterTerms::memory, Need::optional, "",
            "that only the two share; the farewell needs it", R"("In 2019 you moved house.")"),
      field("lesson", &LetterTerms::lesson, Need::optional, "", "what we take from it",
            R"("We came with new ideas too late.")"),
      field("staff", &LetterTerms::staff, Need::optional, "",
            "what becomes of the people who did the work", R"("Five of six stay.")"),
      field("visit_at", &LetterTerms::visit_at, Need::optional, "",
            "when the sender comes to say thank you", "2030-12-16T15:00:00"),
      field("reachable_until", &LetterTerms::reachable_until, Need::optional, "",
            "last day for questions; the farewell needs it", "2031-04-01"),
  };
};

template <>
struct Dictionary<CommitmentTerms> {
  static constexpr std::string_view name = "commitment";
  static constexpr auto fields = std::tuple{
      field("what", &CommitmentTerms::what, Need::required, "", "the work",
            R"("the new cleaning plan")"),
      field("owner", &CommitmentTerms::owner, Need::required, "", "contact of the supplier",
            R"("Karin Zwart")"),
      field("accepted_on", &CommitmentTerms::accepted_on, Need::optional, "not yet",
            "day on which the owner took it on", "2025-10-10"),
      field("evidence", &CommitmentTerms::evidence, Need::optional, "", "where it is written",
            R"("mail of 10 October")"),
  };
};

template <>
struct Dictionary<OwnCostTerms> {
  static constexpr std::string_view name = "own_cost";
  static constexpr auto fields = std::tuple{
      field("price", &OwnCostTerms::price, Need::required, "", "price line", R"("daily-cleaning")"),
      field("per_unit", &OwnCostTerms::per_unit, Need::required, "",
            "internal, never shown to the customer", "28.40"),
      field("as_of", &OwnCostTerms::as_of, Need::optional, "", "day of this cost", "2025-01-01"),
      field("growth", &OwnCostTerms::growth, Need::optional, "0%", "a year", R"("2.9%")"),
  };
};

template <>
struct Dictionary<RenewalTerms> {
  static constexpr std::string_view name = "renewal";
  static constexpr auto fields = std::tuple{
      field("notice", &RenewalTerms::notice, Need::optional, "", "before the end", R"("6 months")"),
      field("then", &RenewalTerms::then, Need::optional, "", "what happens at the end",
            R"("extends by 1 year")"),
      field("last_day_to_cancel", &RenewalTerms::last_day_to_cancel, Need::optional,
            "`end` minus `notice`", "last day on which a cancellation can arrive", "2030-06-30"),
  };
};

}  // namespace pricetalk
