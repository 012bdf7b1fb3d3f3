#include "cli/talk_files.hpp"

#include <algorithm>

#include "cli/letter_document.hpp"
#include "files/scratch.hpp"
#include "letter/whole_letter.hpp"
#include "report/vat_text.hpp"
#include "store/list_workbook.hpp"

namespace pricetalk {

namespace {

ListCell day_cell(const std::optional<Date>& day) {
  return day ? ListCell(*day) : ListCell(std::string());
}
ListCell count_cell(std::size_t count) { return Decimal(static_cast<std::int64_t>(count), 0); }
ListCell money_cell(const std::optional<Money>& money) {
  return money ? ListCell(money->amount) : ListCell(std::string());
}

/// For people, in their language; machines read the JSON.
ListSheet talks_sheet(const TalkRound& round, Language language) {
  const auto in = [&](const char* en, const char* nl) { return say(language, en, nl); };
  ListSheet sheet{in("talks", "gesprekken"),
                  {in("customer", "klant"),
                   in("title", "titel"),
                   in("contract", "contract"),
                   in("announce by", "aankondigen"),
                   in("working days left", "werkdagen"),
                   in("step", "stap"),
                   in("a year", "per jaar"),
                   in("currency", "munt"),
                   in("VAT", "btw"),
                   in("wrong", "fout"),
                   in("blush", "gênant"),
                   in("verdict", "oordeel"),
                   in("letter", "brief"),
                   in("the letter is", "de brief is"),
                   in("state", "stand"),
                   in("called", "gebeld"),
                   in("sent", "verstuurd"),
                   in("received", "ontvangen"),
                   in("answered", "beantwoord"),
                   in("agreed", "akkoord"),
                   in("what comes next", "wat nu"),
                   in("by", "uiterlijk"),
                   in("who", "wie"),
                   in("segment", "soort"),
                   in("last contact", "laatste contact"),
                   in("call by", "bellen uiterlijk"),
                   in("last visit", "laatste bezoek"),
                   in("visit by", "bezoek uiterlijk"),
                   in("file", "bestand"),
                   in("folder", "map")},
                  {}};
  for (const RoundRow& row : round.rows) {
    sheet.rows.push_back(
        {name_of(row),
         row.title,
         row.id,
         day_cell(row.announce_by),
         row.days_left ? ListCell(Decimal(*row.days_left, 0)) : ListCell(std::string()),
         steps_text(row, language),
         money_cell(row.per_year),
         std::string(row.currency.code()),
         vat_text(row.vat, language),
         count_cell(row.wrong),
         count_cell(row.blush),
         row.verdict.in(language),
         letter_text(row, language),
         row.letter ? stands_text(row, language) : std::string(),
         words(row.state.stage()).in(language),
         day_cell(row.state.called),
         day_cell(row.state.sent),
         day_cell(row.state.received),
         day_cell(row.state.answered),
         day_cell(row.state.agreed),
         row.next.in(language),
         day_cell(row.next_by),
         row.owner,
         row.rhythm.segment ? words(*row.rhythm.segment).in(language) : std::string(),
         day_cell(row.rhythm.last_contact),
         day_cell(row.rhythm.call_by),
         day_cell(row.rhythm.last_visit),
         day_cell(row.rhythm.visit_by),
         row.path,
         row.folder});
  }
  return sheet;
}

ListSheet sums_sheet(const TalkRound& round, Language language) {
  const auto in = [&](const char* en, const char* nl) { return say(language, en, nl); };
  ListSheet sheet{in("totals", "totalen"),
                  {in("currency", "munt"), in("VAT", "btw"), in("talks", "gesprekken"),
                   in("a year", "per jaar"), in("amount not known yet", "bedrag nog niet bekend")},
                  {}};
  for (const TalkRound::Sum& sum : round.sums())
    sheet.rows.push_back({std::string(sum.currency.code()), vat_text(sum.vat, language),
                          count_cell(sum.talks), ListCell(sum.per_year.amount),
                          count_cell(sum.without_amount)});
  return sheet;
}

ListSheet problems_sheet(const TalkRound& round, Language language) {
  ListSheet sheet{say(language, "look at first", "eerst bekijken"),
                  {say(language, "file", "bestand"), say(language, "place", "plaats"),
                   say(language, "what is wrong first", "wat er eerst mis is")},
                  {}};
  for (const RoundProblem& each : round.problems)
    sheet.rows.push_back({each.path, each.place, each.what.in(language)});
  return sheet;
}

/// The bytes of the workbook; nothing where the disk refused.
std::optional<std::string> workbook(const TalkRound& round, Language language) {
  const ScratchFolder scratch;
  if (scratch.problems().has_errors()) return std::nullopt;
  const std::string path = scratch.path("overview.xlsx");
  std::vector<ListSheet> sheets{talks_sheet(round, language), sums_sheet(round, language)};
  if (!round.problems.empty()) sheets.push_back(problems_sheet(round, language));
  if (!build_list_workbook(path, sheets, round.today)) return std::nullopt;
  auto bytes = read_file(path);
  return std::move(bytes.value);
}

}  // namespace

FolderContents TalkFolders::of(const TalkFacts& facts, Language language, Diagnostics& problems) {
  FolderContents made = talk_files(facts, language);
  if (!facts.letter.letter || facts.draft()) return made;
  const Contract& contract = *facts.talk->contract;
  Page whole = whole_letter(*facts.letter.letter);
  whole.name = contract.title;
  Diagnostics of_word;
  auto word = document_bytes(whole, DocumentFormat::docx, {}, contract, today_, of_word);
  if (word) made["customer/letter.docx"] = std::move(*word);
  for (Diagnostic each : of_word.list()) {
    // The letter is there without it.
    each.severity = Severity::warning;
    if (each.code != "D0203" || !std::exchange(told_, true)) problems.add(std::move(each));
  }
  return made;
}

Diagnostics write_round(const std::string& out, const TalkRound& round, Language language) {
  FolderContents files{{"overview.html", as_html(round_page(round, language))},
                       {"overview.json", round_json(round)},
                       {"overview.ics", round_calendar(round, language)}};
  Diagnostics problems;
  if (auto bytes = workbook(round, language))
    files["overview.xlsx"] = std::move(*bytes);
  else
    problems.error("O0006", {},
                   {"the workbook '" + out + "/overview.xlsx' cannot be written",
                    "de werkmap '" + out + "/overview.xlsx' is niet te schrijven"},
                   {"is the disk full?", "is de schijf vol?"});
  problems.append(write_files_in(out, files, round_owner));
  return problems;
}

}  // namespace pricetalk
