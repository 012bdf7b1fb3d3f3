#include <algorithm>
#include <ostream>

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
      futures(out);
    }
    needs(out);
  }

 private:
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
    add(table, {"customer: no indexation", "klant: geen indexatie"}, c.waived);
    add(table, {"customer: reduction", "klant: verlaging"}, c.reduction);
    add(table, {"customer: own saving", "klant: eigen besparing"}, c.saving);
    add(table, {"customer: advantage", "klant: voordeel"}, c.gain);
    const SupplierSide& s = f.supplier.front();
    add(table, {"we: saving, cautious", "wij: besparing, voorzichtig"}, s.saving);
    add(table, {"we: saving earned before", "wij: eerder verdiende besparing"}, s.earned);
    add(table, {"we: running cost", "wij: jaarlijkse kosten"}, s.running, true);
    add(table, {"we: investment", "wij: investering"}, s.investment, true);
    add(table, {"we: reduction given", "wij: gegeven verlaging"}, s.reduction, true);
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

  void futures(std::ostream& out) const {
    Table table;
    table.columns = {
        {say("future", "toekomst"), Table::Align::left},
        {say("saving", "besparing"), Table::Align::left},
        {say("customer", "klant"), Table::Align::right},
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
    if (p_.missing.empty()) return;
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
  const Phrase looked = nobody_looked(talk);
  const bool nl = language == Language::nl;
  if (!looked.en.empty())
    session.err() << (nl ? "let op: " : "note: ") << looked.in(language) << "\n";
  for (const Finding* finding : untold(talk))
    session.err() << (nl ? "let op: bel de klant eerst over: "
                         : "note: first call the customer about: ")
                  << finding->title.in(language) << "\n";
  if (session.json()) {
    session.out() << proposal_json(proposal, session.today(), session.today_from_clock());
  } else {
    session.print_today(language);
    ProposalText(proposal, talk.declined, session.today(), language).print(session.out());
  }
  return proposal.offer() != nullptr ? Status::fine : Status::findings;
}

}  // namespace pricetalk
