#include "cli/talk_printer.hpp"

#include <ostream>

#include "diagnostic/utf8.hpp"
#include "letter/kinds.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/table.hpp"
#include "report/vat_text.hpp"

namespace pricetalk {

namespace {

/// Where the files of one talk stand, and what they are.
class TalkPrinter {
 public:
  TalkPrinter(const TalkFacts& facts, const std::string& out, const FolderContents& files,
              Session& session, Language language)
      : facts_(facts), out_(out), files_(files), to_(session.out()), language_(language) {}

  void print() {
    const Contract& contract = *facts_.talk->contract;
    to_ << contract.title << " (" << contract.id << ")\n";
    to_ << facts_.verdict.in(language_) << "\n";
    if (facts_.deadline && facts_.days_left && *facts_.days_left >= 0 && !facts_.announced)
      to_ << say("Announce by ", "Aankondigen uiterlijk ")
          << weekday_date_text(facts_.deadline->on, language_) << " (" << *facts_.days_left
          << say(" days left)\n", " dagen)\n");
    for_us();
    to_ << say("For the customer:\n", "Voor de klant:\n");
    for_customer();
  }

 private:
  std::string say(const char* en, const char* nl) const {
    return pricetalk::say(language_, en, nl);
  }

  void file(const std::string& name, const std::string& what) {
    constexpr std::size_t column = 21;
    to_ << "  " << out_ << "/" << name
        << std::string(name.size() < column ? column - name.size() : 1, ' ') << "  " << what
        << "\n";
  }

  void for_us() {
    to_ << "\n" << say("For us:\n", "Voor ons:\n");
    file("internal/talk.html", say("the talk on one A4", "het gesprek op één A4"));
    file("internal/talk.md", say("the same as text", "hetzelfde als tekst"));
    file("internal/annex.html",
         say("where every figure comes from", "waar elk cijfer vandaan komt"));
    file("internal/talk.json", say("for machines", "voor machines"));
    file("internal/talk.ics", say("its days for your calendar", "de dagen voor uw agenda"));
    if (facts_.letter.letter && facts_.draft())
      file("internal/draft/", facts_.letter.letter->annexes.empty()
                                  ? say("the letter, as a draft", "de brief, als concept")
                                  : say("the letter and its annexes, as a draft",
                                        "de brief met bijlagen, als concept"));
  }

  void for_customer() {
    const FittingLetter& fitting = facts_.letter;
    if (!fitting.letter) return no_letter();
    if (!untold(*facts_.talk).empty()) {
      to_ << "  "
          << say("nothing yet: call first, then the letter\n",
                 "nog niets: eerst bellen, dan pas de brief\n");
      return;
    }
    if (facts_.draft()) {
      to_ << "  "
          << say("nothing: the letter must be changed first. ",
                 "niets: de brief moet eerst anders. ")
          << stop_reasons(*fitting.letter).in(language_) << "\n";
      return;
    }
    const std::string kind = words(*fitting.kind).in(language_);
    file("customer/letter.html", say("the letter: ", "de brief: ") + kind);
    for (std::size_t i = 0; i < fitting.letter->annexes.size(); ++i)
      file("customer/annex-" + std::to_string(i + 1) + ".html", annex(i));
    if (files_.contains("customer/letter.docx"))
      file("customer/letter.docx", say("all of it for Word", "alles samen voor Word"));
    if (files_.contains("customer/letter.eml"))
      file("customer/letter.eml", say("an e-mail with the letter, to be sent",
                                      "een e-mail met de brief, om te versturen"));
    if (!fitting.called_on)
      to_ << "  "
          << say("It goes out before the call: no call is recorded (talk.called_on).\n",
                 "De brief gaat uit vóór het telefoongesprek: er staat nog niet dat er is gebeld "
                 "(talk.called_on).\n");
  }

  std::string annex(std::size_t number) const {
    if (*facts_.letter.kind == LetterKind::innovation)
      return number == 0
                 ? say("how the benefit was worked out", "zo is het voordeel berekend")
                 : say("the usual indexation, step by step", "de gewone indexatie, stap voor stap");
    return say("its annex", "de bijlage");
  }

  void no_letter() {
    const Talk& talk = *facts_.talk;
    const FittingLetter& fitting = facts_.letter;
    to_ << "  " << say("no letter", "geen brief");
    if (fitting.kind) to_ << " (" << words(*fitting.kind).in(language_) << ")";
    if (!fitting.why.empty()) to_ << ": " << fitting.why.in(language_);
    to_ << "\n";
    if (talk.proposal && talk.proposal->refusal() != nullptr)
      to_ << "  " << say("no innovation: ", "geen innovatie: ")
          << talk.proposal->verdict_in_words().in(language_) << "\n";
    for (const MissingKey& key : fitting.missing)
      to_ << "  " << key.key << ": " << key.text.in(language_) << "\n";
  }

  const TalkFacts& facts_;
  const std::string& out_;
  const FolderContents& files_;
  std::ostream& to_;
  Language language_;
};

/// The beginning of a name that is too long for a line.
std::string shortened(const std::string& name) {
  constexpr std::size_t longest = 36;
  if (width(name) <= longest) return name;
  std::size_t end = 0;
  for (std::size_t letters = 1; letters < longest; ++letters) end += utf8::length(name, end);
  return name.substr(0, end) + "…";
}

Table table_of(const TalkRound& round, Language language) {
  const auto in = [&](const char* en, const char* nl) { return say(language, en, nl); };
  Table table;
  table.columns = {{in("customer", "klant"), Table::Align::left},
                   {in("announce by", "aankondigen"), Table::Align::left},
                   {in("working days", "werkdagen"), Table::Align::right},
                   {in("step", "stap"), Table::Align::right},
                   {in("a year", "per jaar"), Table::Align::right},
                   {in("red", "rood"), Table::Align::right},
                   {in("letter", "brief"), Table::Align::left},
                   {in("what comes next", "wat nu"), Table::Align::left}};
  for (const RoundRow& row : round.rows) {
    std::string next = row.next.in(language);
    if (!row.owner.empty()) next += " (" + row.owner + ")";
    table.row({shortened(name_of(row)), row.announce_by ? row.announce_by->text() : "–",
               days_left_text(row, language), steps_text(row, language),
               row.per_year ? signed_money_text(*row.per_year, language) : "–",
               std::to_string(row.wrong + row.blush),
               row.letter ? stands_text(row, language) : in("none", "geen"), next});
  }
  return table;
}

}  // namespace

void print_talk(const TalkFacts& facts, const std::string& out, const FolderContents& files,
                Session& session, Language language) {
  TalkPrinter(facts, out, files, session, language).print();
}

void print_round(const TalkRound& round, const std::string& out, Session& session,
                 Language language) {
  std::ostream& to = session.out();
  if (!round.rows.empty()) to << as_text(table_of(round, language), session.columns()) << "\n";
  for (const TalkRound::Sum& sum : round.sums())
    to << say(language, "together ", "samen ") << signed_money_text(sum.per_year, language)
       << say(language, " a year, ", " per jaar, ") << vat_text(sum.vat, language) << "\n";
  to << round.rows.size()
     << (round.rows.size() == 1 ? say(language, " talk in ", " gesprek in ")
                                : say(language, " talks in ", " gesprekken in "))
     << out << "\n";
  if (!round.problems.empty())
    to << round.problems.size()
       << (round.problems.size() == 1
               ? say(language, " file went wrong: see above\n", " bestand ging mis: zie boven\n")
               : say(language, " files went wrong: see above\n",
                     " bestanden gingen mis: zie boven\n"));
}

}  // namespace pricetalk
