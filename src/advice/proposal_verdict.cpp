#include "advice/proposal_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Ratio value_of(const Explained& explained) {
  return std::get<Money>(explained.figure.value).amount;
}
std::string money(const Explained& explained, Language language) {
  return money_text(std::get<Money>(explained.figure.value), language);
}
Figure turned(const Figure& loss) {
  Figure made = loss;
  const Money& money = std::get<Money>(loss.value);
  made.value = Money{Decimal(-money.amount.mantissa(), money.amount.scale()), money.currency};
  return made;
}

/// Adds the ways to mend a loss of `loss` (a positive node, discounted).
class Mender {
 public:
  Mender(const Judged& judged, NodeId loss) : j_(judged), sheet_(*judged.sheet), loss_(loss) {}

  std::vector<Mend> all() {
    smaller_reduction();
    larger_share();
    longer_term();
    partial_waiver();
    return std::move(mends_);
  }

  /// Of a gift that was not earned yet: what the innovation brings later cannot pay for it, because
  /// the customer keeps the gift without it.
  std::vector<Mend> of_gift() {
    smaller_reduction();
    partial_waiver();
    return std::move(mends_);
  }

 private:
  NodeId discounted(const std::vector<NodeId>& nodes) {
    return j_.bargain->discounted(*j_.flows, nodes, {});
  }
  bool positive(NodeId node) { return sheet_.value(node)->sign() > 0; }

  void smaller_reduction() {
    if (j_.flows->reduction.empty()) return;
    const NodeId given = discounted(j_.flows->reduction);
    const NodeId left = sheet_.sub(given, loss_);
    if (!positive(given) || !positive(left)) return;
    const NodeId month = stated(sheet_, *j_.chosen->innovation->reduction_per_month,
                                {"reduction a month", "verlaging per maand"});
    const Phrase label = {"largest reduction a month that costs us nothing",
                          "hoogste verlaging per maand die ons niets kost"};
    const NodeId floor =
        sheet_.round(sheet_.div(sheet_.mul(month, left), given),
                     Rounding::decimals(sheet_.currency().minor_decimals(), RoundingMode::floor));
    const Explained made = j_.bargain->amount(floor, "mend/reduction", label);
    mends_.push_back({Mend::Kind::smaller_reduction,
                      made.figure,
                      {"a reduction of at most " + money(made, Language::en) + " a month",
                       "een verlaging van hoogstens " + money(made, Language::nl) + " per maand"}});
  }

  void larger_share() {
    if (j_.cautious->customer.empty()) return;
    const NodeId whole = discounted(j_.cautious->whole);
    const NodeId needed = sheet_.add(discounted(j_.cautious->supplier), loss_);
    if (!positive(whole) || *sheet_.value(needed) > *sheet_.value(whole)) return;
    const Explained made = j_.bargain->percent(
        needed, whole, RoundingMode::ceiling, "mend/share",
        {"our share of the saving, in percent", "ons deel van de besparing, in procent"});
    const Ratio share = std::get<Percent>(made.figure.value).as_fraction();
    mends_.push_back(
        {Mend::Kind::larger_share,
         made.figure,
         {"a share of at least " + percent_text(share, 1, Language::en) + " of the saving for us",
          "ten minste " + percent_text(share, 1, Language::nl) + " van de besparing voor ons"}});
  }

  /// Years like the last one, until the loss is made good.
  void longer_term() {
    const auto& years = j_.input->sums.years;
    if (months_in(years.back(), years.back().from, years.back().until) != Ratio(12)) return;
    const SupplierSide& side = (*j_.futures)[j_.expected].supplier.front();
    if (value_of(side.gain.back()).sign() <= 0) return;
    Flows more = *j_.flows;
    std::vector<NodeId> gains(more.year_ends.size(), sheet_.constant(Decimal(0, 2), Form::money));
    for (int extra = 1; extra <= 10; ++extra) {
      more.year_ends.push_back(more.year_ends.back() + 1);
      gains.push_back(side.gain.back().node);
      const NodeId sum = j_.bargain->discounted(more, gains, {});
      if (*sheet_.value(sum) < *sheet_.value(loss_)) continue;
      const Figure count{Count{extra}, {}, side.total.figure.fixity};
      mends_.push_back(
          {Mend::Kind::longer_term,
           count,
           {fmt::format("{} more year{} like the last one", extra, extra == 1 ? "" : "s"),
            fmt::format("{} jaar langer, met jaren als het laatste", extra)}});
      return;
    }
  }

  void partial_waiver() {
    const NodeId given_up = discounted(j_.flows->given_up);
    const NodeId left = sheet_.sub(given_up, loss_);
    if (!positive(given_up) || !positive(left)) return;
    // Less than a tenth of a percent is nothing.
    if (*sheet_.value(left) / *sheet_.value(given_up) < Ratio::of(1, 1000)) return;
    const Explained made =
        j_.bargain->percent(left, given_up, RoundingMode::floor, "mend/waiver",
                            {"part of the indexation that we can waive, in percent",
                             "deel van de indexatie dat wij kunnen laten vervallen, in procent"});
    const Ratio part = std::get<Percent>(made.figure.value).as_fraction();
    mends_.push_back(
        {Mend::Kind::partial_waiver,
         made.figure,
         {"waive at most " + percent_text(part, 1, Language::en) + " of the indexation",
          "hoogstens " + percent_text(part, 1, Language::nl) +
              " van de indexatie laten vervallen"}});
  }

  const Judged& j_;
  Worksheet& sheet_;
  NodeId loss_;
  std::vector<Mend> mends_;
};

std::optional<Refusal> customer_loses(const Judged& j) {
  for (const FutureBargain& future : *j.futures) {
    const Explained& gain = future.customer.discounted;
    if (value_of(gain).sign() > 0) continue;
    Refusal refusal;
    refusal.who = Side::customer;
    refusal.loss = turned(gain.figure);
    refusal.why = {"in the future '" + future.name.en + "' the customer gains nothing",
                   "in de toekomst '" + future.name.nl + "' wordt de klant er niet beter van"};
    return refusal;
  }
  return std::nullopt;
}

/// A loss of ours, with its mends; nothing when the amount is not below zero.
std::optional<Refusal> we_lose(const Judged& j, const Explained& result, Phrase why,
                               std::vector<Mend> (Mender::*mends)() = &Mender::all) {
  if (value_of(result).sign() >= 0) return std::nullopt;
  Refusal refusal;
  refusal.who = Side::supplier;
  refusal.loss = turned(result.figure);
  refusal.why = std::move(why);
  Mender mender(j, j.sheet->sub(j.sheet->constant(Decimal(0, 2), Form::money), result.node));
  refusal.mends = (mender.*mends)();
  return refusal;
}

std::optional<Refusal> supplier_loses(const Judged& j) {
  const SupplierSide& side = (*j.futures)[j.expected].supplier.front();
  if (side.if_declined) {
    auto gift =
        we_lose(j, *side.if_declined,
                {"the saving that we have earned already does not pay for the waived indexation",
                 "wat wij al hebben verdiend, betaalt de vervallen indexatie niet"},
                &Mender::of_gift);
    if (gift) return gift;
    const NodeId extra = j.sheet->sub(side.discounted.node, side.if_declined->node);
    const Explained alone =
        j.bargain->amount(extra, "supplier/cautious/innovation-alone",
                          {"our result of the innovation alone, discounted",
                           "ons resultaat van alleen de innovatie, verdisconteerd"});
    return we_lose(
        j, alone,
        {"the innovation does not pay for itself", "de innovatie verdient zichzelf niet terug"});
  }
  return we_lose(j, side.discounted,
                 {"with the cautious saving we would be better off enforcing the clause",
                  "met de voorzichtige besparing is gewoon indexeren voor ons beter"});
}

}  // namespace

std::optional<Refusal> refuse(const Judged& judged) {
  const CustomerSide& customer = (*judged.futures)[judged.expected].customer;
  if (value_of(customer.total_waived).sign() <= 0 || judged.no_price_moves) {
    Refusal refusal;
    refusal.kind = Refusal::Kind::nothing_to_waive;
    const std::string date_en = date_text(judged.input->adjustment, Language::en);
    const std::string date_nl = date_text(judged.input->adjustment, Language::nl);
    refusal.why = {"there is no indexation on " + date_en +
                       " that could still be charged, so there is none to waive",
                   "op " + date_nl +
                       " is er geen indexatie die nog mag worden berekend; er is dus niets om te "
                       "laten vervallen"};
    return refusal;
  }
  if (auto customer_refusal = customer_loses(judged)) return customer_refusal;
  return supplier_loses(judged);
}

Offer OfferMaker::make(OfferTerms terms, const std::vector<FutureBargain>& futures,
                       std::size_t expected) {
  Offer offer;
  offer.terms_ = std::make_shared<const OfferTerms>(std::move(terms));
  for (const FutureBargain& future : futures)
    if (value_of(future.supplier.front().discounted).sign() < 0)
      offer.loses_in_.push_back(future.id);
  const auto& slack = futures[expected].supplier.front().slack;
  offer.narrow_ = !offer.loses_in_.empty() ||
                  (slack && std::get<Percent>(slack->figure.value).of_hundred < Decimal(10, 0));
  return offer;
}

namespace {

std::string span_of(const std::vector<ProposalYear>& years, Language language) {
  if (years.size() == 1) return years.front().name().in(language);
  const std::string first = years.front().name().in(language);
  const std::string last = years.back().name().in(language);
  return language == Language::nl ? first + " tot en met " + last : first + " to " + last;
}

std::string offer_words(const Proposal& p, const Offer& offer, Language language) {
  const bool nl = language == Language::nl;
  const FutureBargain& future = p.futures[p.expected];
  const SupplierSide& ours = future.supplier.front();
  std::string text = nl ? "Goed voor beide" : "Good for both";
  if (offer.narrow()) text += nl ? ", voor ons krap" : ", narrow for us";
  text += fmt::format(
      fmt::runtime(
          nl ? ". Bij een rente van {} per jaar heeft de klant over {} een voordeel van {} "
               "en wij van {}. Gerekend is met de toekomst '{}' en de voorzichtige besparing."
             : ". At {} a year and over {} the customer gains {} and we gain {}, in the "
               "future '{}' and with the cautious saving."),
      percent_text(p.discount_rate.as_fraction(), p.discount_rate.of_hundred.scale(), language),
      span_of(p.years, language), money(future.customer.discounted, language),
      money(ours.discounted, language), future.name.in(language));
  if (ours.slack)
    text += fmt::format(
        fmt::runtime(nl ? " De besparing mag {} tegenvallen voordat wij verliezen."
                        : " The saving may fall short by {} before we lose."),
        percent_text(std::get<Percent>(ours.slack->figure.value).as_fraction(), 1, language));
  for (const FutureBargain& other : p.futures) {
    const auto& loses = offer.loses_in();
    if (std::find(loses.begin(), loses.end(), other.id) == loses.end()) continue;
    const Money lost = std::get<Money>(turned(other.supplier.front().discounted.figure).value);
    text += fmt::format(fmt::runtime(nl ? " In de toekomst '{}' verliezen wij er {} op."
                                        : " In the future '{}' we lose {} on it."),
                        other.name.in(language), money_text(lost, language));
  }
  if (!ours.payback)
    text += nl ? " Voor het einde is het niet terugverdiend."
               : " It is not earned back before the end.";
  else
    text += fmt::format(fmt::runtime(nl ? " Terugverdiend in {}." : " Earned back in {}."),
                        p.years[*ours.payback].name().in(language));
  return text;
}

std::string refusal_words(const Proposal& p, const Refusal& refusal, Language language) {
  const bool nl = language == Language::nl;
  std::string why = refusal.why.in(language);
  if (!why.empty())
    why.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(why.front())));
  if (refusal.kind != Refusal::Kind::loses) return why + ".";
  const std::string amount = money_text(std::get<Money>(refusal.loss->value), language);
  const std::string who = *refusal.who == Side::customer
                              ? (nl ? "de klant verliest" : "the customer loses")
                              : (nl ? "wij verliezen" : "we lose");
  return fmt::format(
      fmt::runtime(nl ? "Niet aanbieden: {} {}. {}. Gerekend met een rente van {}, over {}."
                      : "Do not offer this: {} {}. {}. At {} a year, over {}."),
      who, amount, why,
      percent_text(p.discount_rate.as_fraction(), p.discount_rate.of_hundred.scale(), language),
      span_of(p.years, language));
}

}  // namespace

Phrase Proposal::verdict_in_words() const {
  Phrase made;
  for (const Language language : {Language::en, Language::nl}) {
    std::string& text = language == Language::nl ? made.nl : made.en;
    if (const Offer* good = offer()) {
      text = offer_words(*this, *good, language);
    } else if (const Refusal* bad = refusal()) {
      text = refusal_words(*this, *bad, language);
    } else {
      const auto& reasons = std::get<Undetermined>(verdict).reasons();
      const bool not_stated = std::all_of(reasons.begin(), reasons.end(), [](const Reason& each) {
        return each.kind == Reason::Kind::not_stated;
      });
      if (not_stated)
        text = language == Language::nl ? "Geen voorstel" : "No proposal";
      else
        text = language == Language::nl ? "Nog niet te bepalen" : "Not determined yet";
      for (const Reason& reason : reasons)
        text += (&reason == &reasons.front() ? ": " : "; ") + reason.text.in(language);
      text += ".";
    }
  }
  return made;
}

}  // namespace pricetalk
