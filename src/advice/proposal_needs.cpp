#include "advice/letter_needs.hpp"
#include "advice/proposal_verdict.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

namespace {

/// What the letter of an offer needs beside people and days.
class OfferNeeds : public LetterNeeds {
 public:
  explicit OfferNeeds(const ProposalInput& input)
      : LetterNeeds(*input.contract, input.today), input_(input), contract_(*input.contract) {}

  void innovation(const Chosen& chosen) {
    if (chosen.innovation == nullptr) {
      need(false, "innovation", {"what we offer", "wat wij aanbieden"});
      return;
    }
    const InnovationTerms& terms = *chosen.innovation;
    const std::string at = "innovation." + chosen.id + ".";
    if (is_help(chosen.form)) return form(chosen.form, at);
    need(terms.capability.has_value(), at + "capability",
         {"where we do this already; without it we promise nothing",
          "waar wij dit al doen; zonder dat beloven wij niets"});
    need(
        terms.evidence.has_value(), at + "evidence",
        {"why we dare to promise it, in sentences", "waarom wij het durven te beloven, in zinnen"});
    need(terms.customer_effort.has_value(), at + "customer_effort",
         {"what we ask of the customer, in sentences", "wat wij van de klant vragen, in zinnen"});
    need(terms.saving_per_year.has_value(), at + "saving_per_year",
         {"what it saves, cautiously", "wat het bespaart, voorzichtig gerekend"});
    need(terms.start.has_value(), at + "start", {"the first day", "de eerste dag"});
    need(!terms.lowers_costs_of || terms.lowers_costs_of->value == Side::supplier,
         at + "lowers_costs_of",
         {"the letter about a saving that is the customer's own is not built yet",
          "de brief over een besparing die de klant zelf heeft, is er nog niet"});
    need(!terms.paid_by || terms.paid_by->value == Side::supplier, at + "paid_by",
         {"the letter that asks the customer to invest is not built yet",
          "de brief die de klant vraagt te investeren, is er nog niet"});
    if (chosen.form == InnovationForm::gift) gift(chosen);
    need(chosen.beside.empty(), "innovation",
         {"the letter about several innovations together is not built yet: propose one of them "
          "(--innovation)",
          "de brief over meer innovaties samen is er nog niet: stel er een van voor "
          "(--innovation)"});
    form(chosen.form, at);
  }

  /// A customer who was told less in time may hold us to it: the letter names no other price.
  void announced() {
    for (const AnnouncedOff& each : announced_off(contract_, input_.schedules, input_.today)) {
      if (each.kind != AnnouncedOff::Kind::below ||
          each.announcement->for_date.value != input_.adjustment)
        continue;
      const Phrase what = announced_text(each);
      need(false, "decision",
           {"which of the two holds: " + what.en, "welke van de twee geldt: " + what.nl});
    }
  }

 private:
  /// What a form asks that no innovation letter can say yet.
  void form(InnovationForm form, const std::string& at) {
    const bool glides = form == InnovationForm::glide_path;
    need(!glides, at + "form",
         {"the letter about a glide path is not built yet: once it is agreed, write it down as "
          "decisions (kind = \"reduced\"), and `letter --kind partial` tells it",
          "de brief over een glijpad is er nog niet: leg de afspraak vast als besluiten (kind = "
          "\"reduced\"), dan vertelt `letter --kind partial` het"});
    need(form != InnovationForm::gain_share, at + "form",
         {"the letter about a shared saving is not built yet",
          "de brief over een gedeelde besparing is er nog niet"});
    need(!is_help(form), at + "form",
         {"help goes in no letter of a price talk; there are `letter --kind relief` and `--kind "
          "referral`",
          "hulp hoort niet in de brief van een prijsgesprek; er zijn `letter --kind relief` en "
          "`--kind referral`"});
  }

  void gift(const Chosen& chosen) {
    const std::string before = input_.today.text();
    need(chosen.earned != nullptr, "innovation.*.form",
         {"a gift needs a saving of ours that is earned already: an innovation with form = "
          "\"gift\", saving_per_year and a start on or before " +
              before,
          "een cadeau vraagt een besparing die wij al hebben verdiend: een innovatie met form = "
          "\"gift\", saving_per_year en een start op of voor " +
              before});
    need(chosen.earned == nullptr || chosen.earned->evidence, "innovation.*.evidence",
         {"the evidence of the saving that we have earned",
          "het bewijs van de besparing die wij hebben verdiend"});
  }

  const ProposalInput& input_;
  const Contract& contract_;
};

}  // namespace

std::vector<MissingKey> letter_needs(const ProposalInput& input, const Chosen& chosen) {
  OfferNeeds needs(input);
  needs.innovation(chosen);
  if (is_help(chosen.form)) return std::move(needs).all();
  needs.commitments();
  needs.people();
  needs.place_and_service();
  needs.call_and_reply();
  needs.parties();
  needs.announced();
  return std::move(needs).all();
}

}  // namespace pricetalk
