#include "advice/proposal_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "advice/proposal_mends.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

Ratio value_of(const Explained& explained) {
  return std::get<Money>(explained.figure.value).amount;
}
Figure turned(const Figure& loss) {
  Figure made = loss;
  const Money& money = std::get<Money>(loss.value);
  made.value = Money{Decimal(-money.amount.mantissa(), money.amount.scale()), money.currency};
  return made;
}

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
                               bool of_gift = false) {
  if (value_of(result).sign() >= 0) return std::nullopt;
  Refusal refusal;
  refusal.who = Side::supplier;
  refusal.loss = turned(result.figure);
  refusal.why = std::move(why);
  if (j.holds)
    refusal.mends = mends_of(
        j, j.sheet->sub(j.sheet->constant(Decimal(0, 2), Form::money), result.node), of_gift);
  return refusal;
}

std::optional<Refusal> supplier_loses(const Judged& j) {
  const SupplierSide& side = (*j.futures)[j.expected].supplier.front();
  if (side.if_declined) {
    auto gift =
        we_lose(j, *side.if_declined,
                {"that is when the customer takes what lapses and declines the innovation: the "
                 "saving that we have earned already does not pay for the waived indexation",
                 "dat is als de klant wel aanneemt wat vervalt, maar niet de innovatie: wat wij al "
                 "hebben verdiend, betaalt de vervallen indexatie niet"},
                true);
    if (gift) return gift;
    const NodeId extra = j.sheet->sub(side.discounted.node, side.if_declined->node);
    const Explained alone =
        j.bargain->amount(extra, "supplier/cautious/innovation-alone",
                          {"our result of the innovation alone, discounted",
                           "ons resultaat van alleen de innovatie, verdisconteerd"});
    return we_lose(j, alone,
                   {"that is on the innovation alone: it does not pay for itself",
                    "dat is op de innovatie alleen: die verdient zichzelf niet terug"});
  }
  return we_lose(j, side.discounted,
                 {"with the cautious saving we would be better off enforcing the clause",
                  "met de voorzichtige besparing is gewoon indexeren voor ons beter"});
}

}  // namespace

std::optional<Refusal> refuse(const Judged& judged) {
  const CustomerSide& customer = (*judged.futures)[judged.expected].customer;
  if (judged.input->received) return std::nullopt;
  if (value_of(customer.total_waived).sign() <= 0 || judged.no_price_moves) {
    Refusal refusal;
    refusal.kind = Refusal::Kind::nothing_to_waive;
    refusal.why = nothing_to_waive(*judged.input);
    return refusal;
  }
  if (auto customer_refusal = customer_loses(judged)) return customer_refusal;
  return supplier_loses(judged);
}

namespace {

/// No offer lowers a price that lies below the market already.
std::optional<Refusal> below_the_market(const ProposalInput& input, const Chosen& chosen) {
  const std::vector<const InnovationTerms*> offered = chosen.all();
  const bool reduces = std::any_of(
      offered.begin(), offered.end(),
      [&](const InnovationTerms* each) { return reduces_a_bill(*each, input.contract->currency); });
  for (const PriceSchedule& prices : input.schedules) {
    const PriceEntry* now = prices.on(input.today);
    const PriceLevelTerms* level = nullptr;
    for (const PriceLevelTerms& each : input.contract->terms.price_level)
      if (each.price.value.value == prices.line->id &&
          (level == nullptr || level->as_of.value < each.as_of.value))
        level = &each;
    const bool waived =
        std::any_of(input.waived.begin(), input.waived.end(),
                    [&](const WaivedStep& step) { return step.line == prices.line->id; }) ||
        (reduces && touches(offered, prices.line->id));
    // A band that a series moves is not where it stood on its day.
    if (!waived || level == nullptr || !level->low || level->moved_by || now == nullptr ||
        !now->price || *now->price >= Ratio(level->low->value))
      continue;
    const Money low{level->low->value, input.contract->currency};
    Refusal made;
    made.kind = Refusal::Kind::cannot_hold;
    made.why = {"the price of " + prices.line->title + " lies below the market already (" +
                    money_text(low, Language::en) + " and more): no offer lowers it further",
                "de prijs van " + prices.line->title + " ligt al onder de markt (" +
                    money_text(low, Language::nl) +
                    " en hoger): geen voorstel verlaagt die verder"};
    return made;
  }
  return std::nullopt;
}

}  // namespace

namespace {

/// A reduction that begins before the customer can have said yes.
Phrase too_early(const std::string& innovation, Date start, Date today, Date answered) {
  const std::string key = "innovation." + innovation + ".start";
  const Phrase day = {date_text(start, Language::en), date_text(start, Language::nl)};
  if (start < today)
    return {"the reduction begins on " + day.en +
                ", and that day has passed: state a coming day (" + key +
                "), or pay back what was promised for the days before",
            "de verlaging begint op " + day.nl +
                ", en die dag is geweest: noem een dag die nog komt (" + key +
                "), of betaal terug wat voor de dagen ervoor is beloofd"};
  if (start == today && answered == today)
    return {
        "the reduction begins today already: state a day after the customer's answer (" + key + ")",
        "de verlaging begint vandaag al: noem een dag na het antwoord van de klant (" + key + ")"};
  return {"the reduction begins on " + day.en + ", and the customer may answer until " +
              date_text(answered, Language::en) + " (talk.reply_by): state a later day (" + key +
              ")",
          "de verlaging begint op " + day.nl + ", terwijl de klant tot en met " +
              date_text(answered, Language::nl) +
              " mag antwoorden (talk.reply_by): noem een latere dag (" + key + ")"};
}

/// Each innovation of a proposal by its id.
std::vector<std::pair<std::string, const InnovationTerms*>> named(const Chosen& chosen) {
  std::vector<std::pair<std::string, const InnovationTerms*>> made{{chosen.id, chosen.innovation}};
  for (const auto* each : chosen.beside) made.emplace_back(each->id, &each->terms);
  return made;
}

/// It begins before it can be there.
std::optional<Phrase> too_soon(const std::string& innovation, const InnovationTerms& terms,
                               const ProposalInput& input) {
  if (!terms.lead_time) return std::nullopt;
  const Date start = start_of(terms, input);
  const Date first = input.today + terms.lead_time->value;
  if (start >= first) return std::nullopt;
  const std::string key = "innovation." + innovation + ".start";
  return Phrase{"it begins on " + date_text(start, Language::en) + " and cannot be there before " +
                    date_text(first, Language::en) +
                    " (lead_time): state that day or a later one (" + key + ")",
                "het begint op " + date_text(start, Language::nl) + " en kan er niet zijn vóór " +
                    date_text(first, Language::nl) + " (lead_time): noem die dag of een latere (" +
                    key + ")"};
}

/// A glide path begins with the step under discussion, and has its steps on adjustment dates.
std::optional<Phrase> no_path(const Chosen& chosen, const ProposalInput& input) {
  const std::string key = "innovation." + chosen.id + ".steps";
  const auto& steps = chosen.innovation->steps;
  const Date known = shift(input.adjustment, Duration{1, Unit::year}, 2);
  for (const GlideStepTerms& step : steps) {
    const Date date = step.date.value;
    const bool is_one = std::any_of(
        input.schedules.begin(), input.schedules.end(), [&](const PriceSchedule& prices) {
          return std::any_of(prices.entries.begin(), prices.entries.end(),
                             [&](const PriceEntry& entry) {
                               return entry.clause != nullptr && entry.date == date;
                             });
        });
    if (is_one || date > known) continue;
    return Phrase{"no price moves on " + date_text(date, Language::en) +
                      ": a step of a glide path stands on an adjustment date (" + key + ")",
                  "op " + date_text(date, Language::nl) +
                      " verandert er geen prijs: een stap van een glijpad staat op een "
                      "aanpassingsdatum (" +
                      key + ")"};
  }
  const bool begins = std::any_of(steps.begin(), steps.end(), [&](const GlideStepTerms& step) {
    return step.date.value == input.adjustment;
  });
  if (begins) return std::nullopt;
  return Phrase{"the glide path does not begin with the step of " +
                    date_text(input.adjustment, Language::en) + " (" + key + ")",
                "het glijpad begint niet met de stap van " +
                    date_text(input.adjustment, Language::nl) + " (" + key + ")"};
}

}  // namespace

std::optional<Refusal> not_together(const ProposalInput& input, const Chosen& chosen) {
  if (chosen.innovation == nullptr) return std::nullopt;
  const auto refusal = [](Phrase why) {
    Refusal made;
    made.kind = Refusal::Kind::not_together;
    made.why = std::move(why);
    return made;
  };
  const auto offered = named(chosen);
  const auto there = [&](const std::string& id) {
    return std::any_of(offered.begin(), offered.end(),
                       [&](const auto& each) { return each.first == id; });
  };
  Ratio invested;
  for (const auto& [id, terms] : offered) {
    for (const Stated<Id>& other : terms->needs)
      if (!there(other.value.value))
        return refusal({"'" + id + "' does not go without '" + other.value.value + "' (needs)",
                        "'" + id + "' gaat niet zonder '" + other.value.value + "' (needs)"});
    for (const Stated<Id>& other : terms->excludes)
      if (there(other.value.value))
        return refusal({"'" + id + "' does not go with '" + other.value.value + "' (excludes)",
                        "'" + id + "' gaat niet samen met '" + other.value.value + "' (excludes)"});
    if (offered.size() > 1 && !combines(form_of(*terms)))
      return refusal(
          {"'" + id + "' is proposed alone: it gives up no indexation, or only a part",
           "'" + id + "' staat op zichzelf: daarvoor vervalt geen indexatie, of maar een deel"});
    invested = invested + Ratio(invested_by_us(*terms));
  }
  if (!input.budget || invested <= Ratio(*input.budget)) return std::nullopt;
  const Currency& currency = input.contract->currency;
  const Money asked{as_decimal(invested, currency.minor_decimals()), currency};
  const Money most{as_decimal(Ratio(*input.budget), currency.minor_decimals()), currency};
  return refusal({"it asks " + money_text(asked, Language::en) +
                      " of us at once, and the budget is " + money_text(most, Language::en),
                  "het vraagt van ons een investering van " + money_text(asked, Language::nl) +
                      ", en het budget is " + money_text(most, Language::nl)});
}

bool combines(InnovationForm form) { return waives(form) && form != InnovationForm::glide_path; }

Decimal invested_by_us(const InnovationTerms& terms) {
  const bool ours = !terms.paid_by || terms.paid_by->value == Side::supplier;
  return terms.investment && ours ? terms.investment->value : Decimal(0, 0);
}

std::optional<Refusal> cannot_hold(const ProposalInput& input, const Chosen& chosen) {
  if (chosen.innovation == nullptr) return std::nullopt;
  const auto refusal = [](Refusal::Kind kind, Phrase why) {
    Refusal made;
    made.kind = kind;
    made.why = std::move(why);
    return made;
  };
  const auto both = [](const Date& day) {
    return Phrase{date_text(day, Language::en), date_text(day, Language::nl)};
  };
  for (const auto& [id, terms] : named(chosen)) {
    const bool reduces = reduces_a_bill(*terms, input.contract->currency);
    if (reduces && terms->start && terms->start->value <= answered_by(input))
      return refusal(Refusal::Kind::cannot_hold,
                     too_early(id, terms->start->value, input.today, answered_by(input)));
    if (auto why = too_soon(id, *terms, input))
      return refusal(Refusal::Kind::cannot_hold, std::move(*why));
  }
  if (chosen.form == InnovationForm::glide_path)
    if (auto why = no_path(chosen, input))
      return refusal(Refusal::Kind::cannot_hold, std::move(*why));
  if (input.years == nullptr) return std::nullopt;
  const Prover prover(input);
  if (const auto small = prover.bill_too_small()) {
    Ratio sum;
    int decimals = 0;
    for (const InnovationTerms* each : chosen.all())
      if (each->reduction_per_month) {
        sum = sum + Ratio(each->reduction_per_month->value);
        decimals = std::max(decimals, each->reduction_per_month->value.scale());
      }
    const Money month{as_decimal(sum, decimals), input.contract->currency};
    return refusal(
        Refusal::Kind::cannot_hold,
        {"a reduction of " + money_text(month, Language::en) + " a month is more than the bill: " +
             money_text(small->bill, Language::en) + " in " + small->period.en,
         "een verlaging van " + money_text(month, Language::nl) +
             " per maand is meer dan de rekening: " + money_text(small->bill, Language::nl) +
             " in " + small->period.nl});
  }
  if (const auto below = below_the_market(input, chosen)) return below;
  if (input.sums.years.empty()) return std::nullopt;
  const ComingBack back = prover.coming_back(input.sums.years.back().until);
  if (back.kind == ComingBack::Kind::more) {
    const Phrase day = both(*back.from);
    return refusal(Refusal::Kind::comes_back,
                   {"what is waived comes back: from " + day.en +
                        " the customer would pay more than with the usual indexation",
                    "wat vervalt, komt terug: vanaf " + day.nl +
                        " zou de klant meer betalen dan met de gewone indexatie"});
  }
  return std::nullopt;
}

namespace {

/// Amounts of ours in one future; what is given to the customer is theirs to know.
void add_own(const FutureBargain& future, std::vector<Explained>& made) {
  const auto add = [&](const std::vector<Explained>& row) {
    made.insert(made.end(), row.begin(), row.end());
  };
  for (const SupplierSide& side : future.supplier) {
    for (const auto* row : {&side.saving, &side.earned, &side.running, &side.investment, &side.gain,
                            &side.cumulative})
      add(*row);
    add({side.total, side.discounted});
    for (const auto* one : {&side.if_declined, &side.discounted_cost})
      if (*one) add({**one});
  }
}

}  // namespace

Offer OfferMaker::make(OfferTerms terms, const std::vector<FutureBargain>& futures,
                       std::size_t expected) {
  Offer offer;
  offer.terms_ = std::make_shared<const OfferTerms>(std::move(terms));
  for (const FutureBargain& future : futures)
    if (value_of(future.supplier.front().discounted).sign() < 0)
      offer.loses_in_.push_back(future.id);
  for (const FutureBargain& future : futures) add_own(future, offer.own_figures_);
  const auto& slack = futures[expected].supplier.front().slack;
  offer.narrow_ = !offer.loses_in_.empty() ||
                  (slack && std::get<Percent>(slack->figure.value).of_hundred < Decimal(10, 0));
  return offer;
}

/// "over 2026", "from 2024 to June 2027".
std::string span_of(const std::vector<ProposalYear>& years, Language language) {
  if (years.size() == 1) return "over " + years.front().name().in(language);
  // Whole years by their number, else by the month in which they begin or end.
  const auto part = [&](const Date& day, bool whole) {
    const std::string year = std::to_string(day.year());
    return whole ? year : month_name(day.month(), language) + " " + year;
  };
  const Date from = years.front().from;
  const Date until = years.back().until;
  const bool from_new_year = from.month() == 1 && from.day() == 1;
  const bool whole = from_new_year && until.month() == 12 && until.day() == 31;
  const std::string first = part(from, from_new_year);
  const std::string last = part(until, whole || (until.month() == 12 && until.day() == 31));
  return language == Language::nl ? "van " + first + " tot en met " + last
                                  : "from " + first + " to " + last;
}

namespace {

/// "at 5% a year", "met een rente van 5% per jaar".
std::string at_rate(const Percent& rate, Language language) {
  if (rate.of_hundred.is_zero()) return say(language, "without interest", "zonder rente");
  const std::string percent = percent_text(rate.as_fraction(), rate.of_hundred.scale(), language);
  return say(language, "at " + percent + " a year", "met een rente van " + percent + " per jaar");
}

std::string offer_words(const Proposal& p, const Offer& offer, Language language) {
  const bool nl = language == Language::nl;
  const FutureBargain& future = p.futures[p.expected];
  const SupplierSide& ours = future.supplier.front();
  std::string text = nl ? "Goed voor beide" : "Good for both";
  if (offer.narrow()) text += nl ? ", voor ons krap" : ", narrow for us";
  text += nl ? ". Gerekend " + at_rate(p.discount_rate, language)
             : ". Reckoned " + at_rate(p.discount_rate, language);
  text += fmt::format(
      fmt::runtime(
          nl ? " heeft de klant {} een voordeel van {} "
               "en wij van {}. Gerekend is met de toekomst '{}' en de voorzichtige besparing."
             : " {}, the customer gains {} and we gain {}, in the "
               "future '{}' and with the cautious saving."),
      span_of(p.periods, language), money(future.customer.discounted, language),
      money(ours.discounted, language), future.name.in(language));
  if (ours.slack && Ratio(1) < std::get<Percent>(ours.slack->figure.value).as_fraction())
    text += nl ? " Ook zonder enige besparing verliezen wij niet."
               : " Even without any saving we do not lose.";
  else if (ours.slack)
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
                        p.periods[*ours.payback].name().in(language));
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
  return fmt::format(fmt::runtime(nl ? "Niet aanbieden: {} {}. {}. Gerekend {}, {}."
                                     : "Do not offer this: {} {}. {}. Reckoned {}, {}."),
                     who, amount, why, at_rate(p.discount_rate, language),
                     span_of(p.periods, language));
}

}  // namespace

Phrase Proposal::verdict_in_words() const {
  Phrase made;
  if (received) return received->verdict;
  if (const Help* given = help()) return given->what;
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
