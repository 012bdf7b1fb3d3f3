#include "advice/for_customer.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "diagnostic/codes.hpp"

namespace pricetalk {

namespace {

constexpr Wording claim_back{
    "Claim it back in writing, with VAT and interest. Ask for credit notes, and how it could "
    "happen.",
    "Vorder het schriftelijk terug, met btw en rente. Vraag om creditnota's, en hoe het kon "
    "gebeuren."};
constexpr Wording ask{"Put the question to the supplier, and ask for the calculation.",
                      "Stel de vraag aan de leverancier, en vraag om de berekening."};
constexpr Wording ask_lower_price{"Ask for a lower price, or for what makes this one right.",
                                  "Vraag om een lagere prijs, of om wat deze prijs rechtvaardigt."};

/// What the customer does about a finding of a rule, where it is not what holds for its kind.
constexpr std::array<std::pair<std::string_view, Wording>, 19> own_advice{{
    {"charged-below-allowed",
     {"Nobody has asked for this yet. Reckon with a later bill, and ask what the supplier does "
      "with it.",
      "Hier is nog niet om gevraagd. Houd rekening met een rekening achteraf, en vraag wat de "
      "leverancier ermee doet."}},
    {"announced-above-allowed",
     {"Answer before the step takes effect: name the figure that the contract allows, and say that "
      "you pay that.",
      "Antwoord voordat de stap ingaat: noem het cijfer dat het contract toestaat, en zeg dat u "
      "dat betaalt."}},
    {"announced-rounded-up",
     {"Ask which percentage is charged, and hold the first invoice against the exact one.",
      "Vraag met welk percentage wordt gerekend, en leg de eerste factuur naast het precieze."}},
    {"announced-below-allowed",
     {"Ask the supplier to confirm the announced percentage.",
      "Vraag de leverancier het aangekondigde percentage te bevestigen."}},
    {"announced-late",
     {"Say in writing that the announcement came too late, and pay what the contract then allows.",
      "Zeg schriftelijk dat de aankondiging te laat kwam, en betaal wat het contract dan "
      "toestaat."}},
    {"announced-in-another-form",
     {"Say in writing whether you accept the announcement, before the step takes effect.",
      "Zeg schriftelijk of u de aankondiging aanvaardt, voordat de stap ingaat."}},
    {"no-announcement",
     {"Ask for the announcement. Without one the step may not be allowed.",
      "Vraag om de aankondiging. Zonder aankondiging mag de stap misschien niet."}},
    {"paid-twice",
     {"Look in your payments. If you paid twice, ask one of them back at once.",
      "Kijk in uw betalingen. Hebt u twee keer betaald, vraag dan één betaling meteen terug."}},
    {"vat-at-another-rate",
     {"Ask for a credit note and a right invoice.",
      "Vraag om een creditnota en een juiste factuur."}},
    {"reduction-not-on-invoice",
     {"Ask for the reduction, and for credit notes of the months that lack it.",
      "Vraag om de korting, en om creditnota's voor de maanden waarin zij ontbrak."}},
    {"index-ahead-of-cost", ask_lower_price},
    {"price-above-market", ask_lower_price},
    {"decrease-kept", ask_lower_price},
    {"price-below-market",
     {"Ask how the service stays good at this price.",
      "Vraag hoe de dienst bij deze prijs goed blijft."}},
    {"paid-but-not-used", {"Ask to end the line.", "Vraag om de regel te laten vervallen."}},
    {"volume-over-use",
     {"Ask for a quantity that fits the use.",
      "Vraag om een hoeveelheid die bij het gebruik "
      "past."}},
    {"lower-price-not-used",
     {"Ask for the lower amount, or order the larger quantity.",
      "Vraag om het lagere bedrag, of neem het grotere aantal af."}},
    {"saving-not-realised",
     {"Ask for the measured figure, and for what is done to reach the promise.",
      "Vraag om het gemeten cijfer, en wat er gebeurt om de belofte te halen."}},
    {"promise-overdue",
     {"Ask in writing for a new day that is sure.",
      "Vraag schriftelijk om een nieuwe dag die vaststaat."}},
}};

/// What only the supplier can act on: he looks at his customer, not at his price.
constexpr std::array<std::string_view, 3> of_the_supplier{"silent-good-customer", "drift",
                                                          "unpaired-contact"};

const Wording& advice_for(const Finding& finding) {
  for (const auto& [rule, advice] : own_advice)
    if (rule == finding.rule) return advice;
  return finding.kind == FindingKind::wrong ? claim_back : ask;
}

}  // namespace

void turn_to_customer(std::vector<Finding>& findings) {
  std::erase_if(findings, [](const Finding& finding) {
    return std::find(of_the_supplier.begin(), of_the_supplier.end(), finding.rule) !=
           of_the_supplier.end();
  });
  for (Finding& finding : findings) {
    finding.advice = advice_for(finding).phrase();
    finding.to_record.clear();  // what the supplier told is his to record
  }
}

}  // namespace pricetalk
