#include <algorithm>

#include "advice/offer_terms.hpp"
#include "advice/propose.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/redface_text.hpp"
#include "talk/page.hpp"

namespace pricetalk {

using Align = Page::Align;

void TalkPage::findings() {
  page_.add(block(2, "What would make us blush?", "Waar krijgen wij een rood hoofd van?"));
  if (talk_.findings.empty()) {
    text(say("Nothing found.", "Niets gevonden."));
  } else {
    const std::size_t shown = std::min(room_.findings, talk_.findings.size());
    page_.add(findings_grid(0, shown));
    if (talk_.findings.size() > shown) text(more(talk_.findings.size() - shown));
  }
  if (!talk_.audit) return;
  if (const Phrase rows = rows_not_judged(*talk_.audit); !rows.empty())
    text(strong(say("Not judged:", "Niet beoordeeld:")) + " " + rows.in(language_) + ".");
}

Page::Grid TalkPage::findings_grid(std::size_t first, std::size_t last) const {
  Page::Grid grid;
  grid.columns = {{"", Align::left, 7},
                  {say("what", "wat"), Align::left, 27},
                  {say("amount", "bedrag"), Align::right, 11},
                  {say("the question you will get", "de vraag die u krijgt"), Align::left, 19},
                  {say("what you do", "wat u doet"), Align::left, 36}};
  for (std::size_t i = first; i < last; ++i) {
    const Finding& f = talk_.findings[i];
    grid.row({Page::Cell(words(f.kind).in(language_),
                         f.kind == FindingKind::wrong ? Page::Mark::wrong : Page::Mark::blush),
              f.title.in(language_), amount(f),
              f.customer_question.empty() ? "" : quoted(f.customer_question.in(language_)),
              what_to_do(f)});
  }
  return grid;
}

/// The advice; of a mistake that was told, what is left of it.
Words TalkPage::what_to_do(const Finding& finding) const {
  const std::string told = told_in_words(finding).in(language_);
  if (finding.told) return told;
  // Waiting for what the customer thinks must not cost the deadline.
  const bool waits = finding.rule == "value-below-increase" && facts_.deadline &&
                     facts_.days_left.value_or(-1) >= 0;
  if (waits) {
    std::string advice = finding.advice.in(language_);
    if (advice.ends_with('.')) advice.pop_back();
    return advice + say(": ", ": ") + day(facts_.deadline->on) + ".";
  }
  return (told.empty() ? Words() : strong(told) + " ") + finding.advice.in(language_);
}

std::string TalkPage::amount(const Finding& finding) const {
  std::string text;
  // Cents where the reader must find an invoice again, whole euros where the amount is an
  // estimate a year.
  if (finding.total && *finding.total) text = money(**finding.total);
  if (finding.per_year && *finding.per_year && !(finding.total && *finding.total))
    text = money(**finding.per_year, true) + say(" a year", " per jaar");
  return text.empty() ? "–" : text;
}

namespace {

std::vector<std::string> offered_ids(const Proposal& proposal) {
  std::vector<std::string> made{proposal.innovation_id};
  made.insert(made.end(), proposal.beside.begin(), proposal.beside.end());
  return made;
}

}  // namespace

void TalkPage::proposal() {
  if (!talk_.proposal) return;
  const Proposal& p = *talk_.proposal;
  page_.add(block(4, "Our proposal", "Ons voorstel"));
  // Which figure is missing stands in block 8, once.
  const bool waits = std::holds_alternative<Undetermined>(p.verdict) && !facts_.waiting_for.empty();
  const std::string verdict = waits ? say("not determined yet: a figure is missing (block 8).",
                                          "nog niet te bepalen: er ontbreekt een cijfer (punt 8).")
                                    : p.verdict_in_words().in(language_);
  if (p.innovation == nullptr) return text(verdict);
  for (Page::Element& element : as_typed(p.innovation->what.value)) page_.add(std::move(element));
  if (const FutureBargain* f = p.decisive(); f != nullptr && !is_help(p.form)) {
    text(customer_side(*f));
    text(own_side(*f, p));
  }
  text(strong(say("Verdict:", "Oordeel:")) + " " + verdict);
  if (talk_.choice && talk_.choice->best && talk_.choice->best->ids != offered_ids(p)) {
    std::string ids;
    for (const std::string& id : talk_.choice->best->ids) ids += (ids.empty() ? "" : " + ") + id;
    text(strong(say("Better for both together:", "Voor beide samen beter:")) + " " + ids +
         say(" (see propose).", " (zie propose)."));
  }
  if (const Refusal* refusal = p.refusal()) {
    Page::Items mends;
    const std::size_t shown = std::min(room_.mends, refusal->mends.size());
    for (std::size_t i = 0; i < shown; ++i)
      mends.items.emplace_back(refusal->mends[i].text.in(language_));
    if (!mends.items.empty()) {
      text(say("This mends it:", "Dit maakt het wel goed voor beide:"));
      page_.add(std::move(mends));
    }
    if (shown < refusal->mends.size()) text(more(refusal->mends.size() - shown));
    text(say("So no letter offers it.", "Daarom komt er geen brief die het aanbiedt."));
  }
  for (const MissingKey& key : talk_.missing)
    text(say("No letter yet: ", "Nog geen brief: ") + Words(key.text.in(language_)) + " (" +
         code(key.key) + ").");
}

/// "€ 77.760 méér in het eerste jaar": the sign is in the word, cents only where there are any.
Words TalkPage::customer_side(const FutureBargain& future) const {
  const auto less = [&](const Figure& figure) {
    const Money& gain = std::get<Money>(figure.value);
    const bool more = Ratio(gain.amount).sign() < 0;
    const Ratio size = abs(Ratio(gain.amount));
    const Decimal whole = round(size, Rounding::decimals(0));
    const Decimal shown = Ratio(whole) == size ? whole : as_decimal(size, gain.amount.scale());
    return money_text({shown, gain.currency}, language_) +
           (more ? say(" more", " méér") : say(" less", " minder"));
  };
  // Of the first year the offer knows more: what a later figure moves in both ways alike counts
  // not.
  const Offer* offer = talk_.proposal->offer();
  const auto expected = [&](const Explained& amount) {
    return amount.figure.fixity == Fixity::projected ? say("an expected ", "naar verwachting ")
                                                     : std::string();
  };
  const std::vector<Explained>& gain = future.customer.gain;
  Words text = strong(say("Customer:", "Klant:")) + " ";
  const std::size_t before = talk_.proposal->periods.size() - talk_.proposal->years.size();
  if (before < gain.size()) {
    const Explained& first = gain[before];
    if (before > 0)
      text += less(gain.front().figure) + say(" before ", " vóór ") +
              day(talk_.proposal->adjustment) + "; ";
    // Of one year, or a part of it, the whole says it all.
    if (gain.size() > before + 1) {
      if (offer == nullptr)
        text += expected(first);
      else if (offer->customer_terms().expected)
        text += say("an expected ", "naar verwachting ");
      text += less(first.figure) + say(" in the first year; ", " in het eerste jaar; ");
    }
  }
  text += expected(future.customer.total) + less(future.customer.total.figure) +
          say(" in all until ", " in totaal tot en met ") + day(talk_.proposal->years.back().until);
  if (const Phrase& assumed = talk_.proposal->assumed; !assumed.en.empty())
    text += say(" (expected: ", " (verwacht: ") + assumed.in(language_) + ")";
  return text + ".";
}

Words TalkPage::own_side(const FutureBargain& future, const Proposal& proposal) const {
  Words own = strong(say("We, compared with enforcing the clause:",
                         "Wij, vergeleken met gewoon indexeren:")) +
              " ";
  for (std::size_t i = 0; i < future.supplier.size(); ++i) {
    const SupplierSide& side = future.supplier[i];
    own += (i == 0 ? "" : ", ") + words(side.level).in(language_) + " ";
    own += strong(signed_money(side.discounted.figure));
  }
  const std::string rate = grouped(proposal.discount_rate.of_hundred, language_);
  own += say(" (in today's money, interest " + rate + " per cent).",
             " (in geld van nu, rente " + rate + " procent).");
  return own + payback(future, proposal);
}

std::string TalkPage::payback(const FutureBargain& future, const Proposal& proposal) const {
  std::string text;
  for (const SupplierSide& side : future.supplier) {
    if (side.level == SavingCase::optimistic) continue;
    text += (text.empty() ? say(" Earned back: ", " Terugverdiend: ") : ", ") +
            words(side.level).in(language_) + " ";
    text += side.payback
                ? "in " + proposal.periods[*side.payback].name().in(language_)
                : say("not before the contract ends", "niet voor het einde van het contract");
  }
  return text.empty() ? text : text + ".";
}

}  // namespace pricetalk
