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
    if (is_help(chosen.form)) return help("innovation." + chosen.id + ".");
    // A glide path rests on nothing but our word.
    if (chosen.form != InnovationForm::glide_path) {
      one("innovation." + chosen.id + ".", *chosen.innovation);
      for (const auto* each : chosen.beside) one("innovation." + each->id + ".", each->terms);
    }
    if (chosen.form == InnovationForm::gift) gift(chosen);
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
  /// What is asked of each that is offered.
  void one(const std::string& at, const InnovationTerms& terms) {
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
    need(!saves_customer(terms) || form_of(terms) == InnovationForm::gain_share,
         at + "lowers_costs_of",
         {"the letter about a saving that is the customer's own is not built yet, but for one that "
          "is shared (form = \"gain-share\")",
          "de brief over een besparing die de klant zelf heeft, is er nog niet, behalve als u die "
          "samen deelt (form = \"gain-share\")"});
    need(!terms.paid_by || terms.paid_by->value == Side::supplier, at + "paid_by",
         {"the letter that asks the customer to invest is not built yet",
          "de brief die de klant vraagt te investeren, is er nog niet"});
  }

  void help(const std::string& at) {
    need(false, at + "form",
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
