#include <algorithm>
#include <ostream>

#include "advice/change_test.hpp"
#include "advice/propose.hpp"
#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/surcharge.hpp"
#include "report/explanation.hpp"
#include "report/json_proposal.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// A proposal as we read it: our own cost and gain included.
class ProposalText {
 public:
  ProposalText(const Proposal& proposal, const std::vector<PriceSchedule>& schedules, Date today,
               Language language)
      : p_(proposal), schedules_(schedules), today_(today), language_(language) {}

  void print(std::ostream& out) const {
    out << p_.contract->title << " (" << p_.contract->id << "), "
        << say("instead of the indexation of ", "in plaats van de indexatie van ")
        << date_text(p_.adjustment, language_) << "\n"
        << say("FOR US ONLY: do not send. ", "ALLEEN VOOR ONS: niet meesturen. ")
        << (p_.contract->vat == Vat::excluded
                ? say("All amounts exclude VAT.", "Alle bedragen zijn zonder btw.")
                : say("The customer's amounts include VAT, ours do not.",
                      "De bedragen van de klant zijn met btw, die van ons zonder."))
        << "\n\n"
        << p_.verdict_in_words().in(language_) << "\n";
    mends(out);
    prices(out);
    if (const FutureBargain* decisive = p_.decisive()) {
      years(out, *decisive);
      if (!is_help(p_.form)) futures(out);
      rests_on(out);
    }
    change(out);
    needs(out);
  }

  /// All that can be offered, and which of it is the best.
  void choice(const OfferChoice& all, std::ostream& out) const {
    Table table;
    table.columns = {{say("innovation", "innovatie"), Table::Align::left},
                     {say("investment", "investering"), Table::Align::right},
                     {say("customer", "klant"), Table::Align::right},
                     {say("we", "wij"), Table::Align::right},
                     {say("verdict", "oordeel"), Table::Align::left}};
    for (const Considered& each : all.alone) table.row(choice_row(*each.proposal));
    out << "\n"
        << say("What can be offered, each by itself", "Wat er te bieden is, elk op zichzelf");
    if (all.budget)
      out << say(" (budget ", " (budget ") << money_text(*all.budget, language_) << ")";
    out << "\n" << as_text(table);
    out << (all.first ? say("First that is good for both: ", "Eerste die goed is voor beide: ") +
                            names(all.alone[*all.first].ids)
                      : say("None of them is good for both.", "Geen ervan is goed voor beide."))
        << "\n";
    if (!all.undecided.en.empty())
      out << say("Best combination: not decided; ", "Beste combinatie: niet bepaald; ")
          << all.undecided.in(language_) << "\n";
    if (!all.best) return;
    const Proposal& best = *all.best->proposal;
    out << say("Best for both together: ", "Beste voor beide samen: ") << names(all.best->ids);
    if (const FutureBargain* f = best.decisive())
      out << say(" (customer ", " (klant ") << money(f->customer.discounted.figure)
          << say(", we ", ", wij ") << money(f->supplier.front().discounted.figure) << ")";
    out << "\n";
    if (all.best->ids.size() > 1) {
      out << say("See it whole: ", "In zijn geheel te zien met:");
      for (const std::string& id : all.best->ids) out << " --innovation " << id;
      out << "\n";
    }
  }

  /// As the customer judges it: nothing of ours.
  void received(std::ostream& out) const {
    const Received& r = *p_.received;
    out << p_.contract->title << " (" << p_.contract->id << "), "
        << say("the proposal instead of the indexation of ",
               "het voorstel in plaats van de indexatie van ")
        << date_text(p_.adjustment, language_) << "\n\n"
        << p_.verdict_in_words().in(language_) << "\n";
    if (const FutureBargain* f = p_.decisive()) {
      Table table;
      table.columns = {{f->name.in(language_), Table::Align::left}};
      for (const ProposalYear& year : p_.periods)
        table.columns.push_back({year.name().in(language_), Table::Align::right});
      const CustomerSide& c = f->customer;
      add(table, {"no indexation", "geen indexatie"}, c.waived);
      add(table, {"reduction", "verlaging"}, c.reduction);
      add(table, {"saving, as the proposal says", "besparing, zoals het voorstel zegt"}, c.saving);
      add(table, {"advantage for us", "voordeel voor ons"}, c.gain);
      out << "\n" << as_text(table);
    }
    if (!p_.assumed.en.empty())
      out << say("Assumed of figures that are not published yet: ",
                 "Aangenomen van cijfers die nog niet zijn gepubliceerd: ")
          << p_.assumed.in(language_) << "\n";
    list(out, say("The proposal leaves open:\n", "Dit laat het voorstel open:\n"), r.open);
    list(out, say("Ask back:\n", "Vraag terug:\n"), r.ask);
  }

 private:
  void list(std::ostream& out, const std::string& title, const std::vector<Phrase>& all) const {
    if (all.empty()) return;
    out << "\n" << title;
    for (const Phrase& each : all) out << "  - " << each.in(language_) << "\n";
  }

  static std::string names(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " + ") + id;
    return text;
  }

  std::vector<std::string> choice_row(const Proposal& one) const {
    const InnovationTerms& terms = *one.innovation;
    const Currency& currency = one.contract->currency;
    const FutureBargain* f = one.decisive();
    std::string verdict = say("not determined", "niet te bepalen");
    if (one.offer() != nullptr) verdict = say("good for both", "goed voor beide");
    if (one.help() != nullptr) verdict = say("help, no bargain", "hulp, geen ruil");
    if (const Refusal* refusal = one.refusal()) {
      verdict = refusal->why.in(language_);
      if (refusal->who)
        verdict = *refusal->who == Side::customer ? say("the customer loses", "de klant verliest")
                                                  : say("we lose", "wij verliezen");
    }
    const bool ours = !terms.paid_by || terms.paid_by->value == Side::supplier;
    return {
        one.innovation_id,
        terms.investment && ours ? money_text({terms.investment->value, currency}, language_) : "-",
        f == nullptr ? "-" : money(f->customer.discounted.figure),
        f == nullptr ? "-" : money(f->supplier.front().discounted.figure), verdict};
  }

  /// What the result hangs on, what moves it most first.
  void rests_on(std::ostream& out) const {
    if (p_.assumptions.empty() || is_help(p_.form)) return;
    Table table;
    table.columns = {{say("what it rests on", "waar het op rust"), Table::Align::left},
                     {say("amount", "bedrag"), Table::Align::right},
                     {say("we, a tenth worse", "wij, als het 10% tegenvalt"), Table::Align::right},
                     {say("may be worse by", "mag tegenvallen"), Table::Align::right},
                     {say("we lose beyond", "daarna verliezen wij"), Table::Align::left}};
    for (const Assumption& each : p_.assumptions)
      table.row({each.name.in(language_), money(each.amount.figure), money(each.then.figure),
                 percent(each.margin), each.limit ? money(each.limit->figure) : "-"});
    out << "\n"
        << say("What our result rests on, what moves it most first",
               "Waar ons resultaat op rust, wat het meest uitmaakt eerst")
        << "\n"
        << as_text(table);
  }

  /// What a public body asks: how much of the contract's value changes.
  void change(std::ostream& out) const {
    const Phrase test = change_test(p_);
    if (!test.en.empty()) out << "\n" << test.in(language_) << "\n";
  }

  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }
  std::string money(const Figure& figure) const {
    return money_text(std::get<Money>(figure.value), language_);
  }
  std::string percent(const std::optional<Explained>& share) const {
    const bool negative = share && std::get<Percent>(share->figure.value).of_hundred.is_negative();
    return share && !negative
               ? percent_text(std::get<Percent>(share->figure.value).as_fraction(), 1, language_)
               : "-";
  }

  static std::string name_of(const FallbackPrice& price) {
    const std::string& title = price.line->title;
    return price.line->prices.size() == 1 ? title
                                          : title + " (" + std::to_string(price.price + 1) + ")";
  }

  void mends(std::ostream& out) const {
    const Refusal* refusal = p_.refusal();
    if (refusal == nullptr || refusal->mends.empty()) return;
    out << say("What would mend it:\n", "Wat het kan verhelpen:\n");
    for (const Mend& mend : refusal->mends) out << "  - " << mend.text.in(language_) << "\n";
  }

  void prices(std::ostream& out) const {
    if (p_.fallback.empty()) return;
    Table table;
    table.columns = {{say("price", "prijs"), Table::Align::left},
                     {say("now", "nu"), Table::Align::right},
                     {say("with the indexation", "met de indexatie"), Table::Align::right},
                     {say("from", "vanaf"), Table::Align::left}};
    for (const FallbackPrice& each : p_.fallback)
      table.row({name_of(each), money(each.now),
                 each.then ? money(*each.then) : say("not known yet", "nog niet bekend"),
                 date_text(each.from, language_)});
    out << "\n"
        << say("If the customer prefers the indexation", "Als de klant liever de indexatie heeft")
        << "\n"
        << as_text(table);
    for (const FallbackPrice& each : p_.fallback)
      if (each.then && each.charged_from != each.from)
        out << name_of(each)
            << say(": invoices count it for the days from ",
                   ": facturen rekenen dit voor de dagen vanaf ")
            << date_text(each.charged_from, language_) << "\n";
    surcharges(out);
    if (!p_.deadline) return;
    const int left = p_.deadline->on.days() - today_.days();
    out << say("Announce by ", "Aankondigen uiterlijk ")
        << weekday_date_text(p_.deadline->on, language_);
    if (left >= 0)
      out << " (" << left
          << say(left == 1 ? " day left" : " days left", left == 1 ? " dag" : " dagen") << ")\n";
    else
      out << say(" (that day has passed)", " (die dag is voorbij)") << "\n";
  }

  void surcharges(std::ostream& out) const {
    for (const FallbackPrice& each : p_.fallback) {
      if (each.line->surcharges.empty()) continue;
      const auto found =
          std::find_if(schedules_.begin(), schedules_.end(), [&](const PriceSchedule& prices) {
            return prices.line->id == each.line->id && prices.price == each.price;
          });
      if (found == schedules_.end()) continue;
      const ChargedPrice charged = charged_on(*found, today_);
      if (!charged.charged) continue;
      const auto amount = [&](const Outcome<Ratio>& value) {
        return price_text(value, each.line->price_decimals(p_.contract->currency, each.price),
                          p_.contract->currency, language_);
      };
      out << name_of(each)
          << say(", with the surcharge of today: ", ", met de toeslag van vandaag: ")
          << amount(charged.entry->price) << " + " << amount(charged.surcharge) << " = "
          << amount(charged.charged) << "\n";
    }
  }

  void add(Table& table, const Phrase& label, const std::vector<Explained>& amounts,
           bool negative = false) const {
    if (amounts.empty()) return;
    std::vector<std::string> cells{label.in(language_)};
    Ratio sum;
    for (const Explained& each : amounts) {
      const Money& value = std::get<Money>(each.figure.value);
      const Decimal shown =
          negative ? Decimal(-value.amount.mantissa(), value.amount.scale()) : value.amount;
      sum = sum + Ratio(shown);
      cells.push_back(grouped(shown, language_));
    }
    table.row(std::move(cells));
  }

  void years(std::ostream& out, const FutureBargain& f) const {
    Table table;
    table.columns = {{f.name.in(language_), Table::Align::left}};
    for (const ProposalYear& year : p_.periods)
      table.columns.push_back({year.name().in(language_), Table::Align::right});
    const CustomerSide& c = f.customer;
    const bool waived = !is_help(p_.form);
    if (waived)
      add(table, {"customer: " + waived_words().en, "klant: " + waived_words().nl}, c.waived);
    add(table, {"customer: reduction", "klant: verlaging"}, c.reduction);
    add(table,
        saves_customer(*p_.innovation)
            ? Phrase{"customer: own saving", "klant: eigen besparing"}
            : Phrase{"customer: part of our saving", "klant: deel van onze besparing"},
        c.saving);
    add(table, {"customer: advantage", "klant: voordeel"}, c.gain);
    const SupplierSide& s = f.supplier.front();
    add(table, {"we: saving, cautious", "wij: besparing, voorzichtig"}, s.saving);
    add(table, {"we: saving earned before", "wij: eerder verdiende besparing"}, s.earned);
    add(table, {"we: running cost", "wij: jaarlijkse kosten"}, s.running, true);
    add(table, {"we: investment", "wij: investering"}, s.investment, true);
    add(table, {"we: reduction given", "wij: gegeven verlaging"}, s.reduction, true);
    if (waived)
      add(table, {"we: indexation given up", "wij: opgegeven indexatie"}, s.given_up, true);
    add(table, {"we: result", "wij: resultaat"}, s.gain);
    add(table, {"we: result so far", "wij: resultaat tot en met dat jaar"}, s.cumulative);
    out << "\n"
        << say("The future that decides, per year, not discounted",
               "De toekomst die beslist, per jaar, niet verdisconteerd")
        << "\n"
        << as_text(table);
    if (!p_.assumed.en.empty())
      out << say("Assumed of figures that are not published yet: ",
                 "Aangenomen van cijfers die nog niet zijn gepubliceerd: ")
          << p_.assumed.in(language_) << "\n";
  }

  /// Whether what the customer gains hangs on the saving: it is promised by the cautious one, in
  /// every row.
  bool by_the_cautious() const {
    return p_.form == InnovationForm::gain_share || saves_customer(*p_.innovation);
  }
  /// A glide path charges a part of it.
  Phrase waived_words() const {
    return p_.form == InnovationForm::glide_path ? Phrase{"less indexation", "minder indexatie"}
                                                 : Phrase{"no indexation", "geen indexatie"};
  }

  void futures(std::ostream& out) const {
    Table table;
    table.columns = {
        {say("future", "toekomst"), Table::Align::left},
        {say("saving", "besparing"), Table::Align::left},
        {by_the_cautious() ? say("customer, cautious", "klant, voorzichtig")
                           : say("customer", "klant"),
         Table::Align::right},
        {say("we", "wij"), Table::Align::right},
        {say("we, against covering cost", "wij, tegenover kostendekkend"), Table::Align::right},
        {say("saving may fall short", "besparing mag tegenvallen"), Table::Align::right},
        {say("earned back", "terugverdiend"), Table::Align::left}};
    for (const FutureBargain& f : p_.futures)
      for (const SupplierSide& s : f.supplier)
        table.row({f.name.in(language_), words(s.level).in(language_),
                   money(f.customer.discounted.figure), money(s.discounted.figure),
                   s.discounted_cost ? money(s.discounted_cost->figure) : "-", percent(s.slack),
                   s.payback ? p_.periods[*s.payback].name().in(language_)
                             : say("not before the end", "niet voor het einde")});
    const std::string rate = percent_text(p_.discount_rate.as_fraction(),
                                          p_.discount_rate.of_hundred.scale(), language_);
    out << "\n"
        << say("All futures, discounted at ", "Alle toekomsten, verdisconteerd tegen ") << rate
        << say(" a year at year-ends, ", " per jaar aan het eind van elk jaar, ")
        << date_text(p_.periods.front().from, language_) << say(" to ", " tot en met ")
        << date_text(p_.periods.back().until, language_) << "\n"
        << as_text(table);
  }

  void needs(std::ostream& out) const {
    if (p_.missing.empty() || is_help(p_.form)) return;
    out << "\n" << say("A letter still needs:\n", "Voor een brief is nog nodig:\n");
    for (const MissingKey& each : p_.missing)
      out << "  - " << each.key << ": " << each.text.in(language_) << "\n";
  }

  const Proposal& p_;
  const std::vector<PriceSchedule>& schedules_;
  Date today_;
  Language language_;
};

}  // namespace

Status propose(const ProposeOptions& options, Session& session) {
  Diagnostics problems;
  TalkRequest request{options.contract, options.scenarios, options.invoices, options.columns};
  request.options.today = session.today();
  request.options.form = options.form;
  request.options.innovations = options.innovations;
  request.options.received = options.received;
  request.options.budget = options.budget;
  const auto gathered = gather(request, session.figures(), problems);
  const Language language =
      session.language(gathered ? std::optional(gathered->file.contract.language()) : std::nullopt);
  session.print(problems, language);
  if (!gathered || problems.has_errors()) return Status::invalid;
  const Talk& talk = *gathered->talk;
  if (!talk.proposal) {
    session.print_today(language);
    session.out() << no_proposal(talk).in(language) << "\n";
    return Status::findings;
  }
  const Proposal& proposal = *talk.proposal;
  if (proposal.received && !session.json()) {
    session.print_today(language);
    ProposalText(proposal, talk.declined, session.today(), language).received(session.out());
    return proposal.received->good ? Status::fine : Status::findings;
  }
  const Phrase looked = nobody_looked(talk);
  const bool nl = language == Language::nl;
  if (!looked.en.empty())
    session.err() << (nl ? "let op: " : "note: ") << looked.in(language) << "\n";
  for (const Finding* finding : untold(talk))
    session.err() << (nl ? "let op: bel de klant eerst over: "
                         : "note: first call the customer about: ")
                  << finding->title.in(language) << "\n";
  if (session.json()) {
    session.out() << proposal_json(proposal, talk.choice ? &*talk.choice : nullptr, session.today(),
                                   session.today_from_clock());
  } else {
    session.print_today(language);
    const ProposalText text(proposal, talk.declined, session.today(), language);
    text.print(session.out());
    if (talk.choice) text.choice(*talk.choice, session.out());
  }
  if (proposal.received) return proposal.received->good ? Status::fine : Status::findings;
  return proposal.offer() != nullptr || proposal.help() != nullptr ? Status::fine
                                                                   : Status::findings;
}

}  // namespace pricetalk
