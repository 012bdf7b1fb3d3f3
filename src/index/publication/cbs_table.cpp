#include "index/publication/cbs_table.hpp"

#include <algorithm>

#include "calendar/digits.hpp"
#include "document/words.hpp"
#include "index/publication/units.hpp"

namespace pricetalk::publication {

using document::lower;
using document::trimmed;

namespace {

/// The text value of a member near the beginning of a JSON text, before it is read.
std::string_view early_text(std::string_view bytes, std::string_view key) {
  const std::string_view start = bytes.substr(0, 2048);
  const auto at = start.find("\"" + std::string(key) + "\"");
  if (at == std::string_view::npos) return {};
  const auto open = start.find_first_not_of(" \t\r\n:", at + key.size() + 2);
  if (open == std::string_view::npos || start[open] != '"') return {};
  const auto close = start.find('"', open + 1);
  return close == std::string_view::npos ? std::string_view()
                                         : start.substr(open + 1, close - open - 1);
}

}  // namespace

CbsPart cbs_part(std::string_view bytes, std::string_view key) {
  const std::string_view address = early_text(bytes, key);
  const auto mark = address.find("/$metadata#");
  if (mark == std::string_view::npos || lower(address).find("cbs") == std::string::npos) return {};
  CbsPart made;
  made.service = std::string(address.substr(0, mark));
  made.table = made.service.substr(made.service.rfind('/') + 1);
  std::string_view part = address.substr(mark + 11);
  part = part.substr(0, part.find_first_of("(/"));
  made.part = std::string(part.substr(part.rfind('.') + 1));
  return made;
}

bool is_odata_error(std::string_view bytes, std::string_view key) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || bytes[first] != '{') return false;
  const auto name = bytes.find_first_not_of(" \t\r\n", first + 1);
  return name != std::string_view::npos &&
         bytes.substr(name).starts_with("\"" + std::string(key) + "\"");
}

void report_odata_error(const SourcePtr& file, Diagnostics& diagnostics) {
  std::string message;
  Span where{file.get(), 0, 0};
  const bool whole = for_each_object(file, diagnostics, [&](const JsonObject& object) {
    for (const char* key : {"message", "value", "error"}) {
      const JsonScalar* found = object.find(key);
      if (!message.empty() || found == nullptr || found->text.empty()) continue;
      message = found->text;
      where = found->where;
    }
    return true;
  });
  if (!whole) return;
  diagnostics.error("I0310", where,
                    {"the publisher answered with an error: " + message,
                     "de uitgever antwoordde met een fout: " + message},
                    {"check the address of the table and the filter in the request",
                     "controleer het adres van de tabel en het filter in de aanvraag"});
}

void report_empty_list(const SourcePtr& file, Diagnostics& diagnostics) {
  diagnostics.error(
      "I0310", {file.get(), 0, 0},
      {"the publisher answered with an empty list", "de uitgever antwoordde met een lege lijst"},
      {"nothing matches the filter in the request; in OData v3 codes are padded with blanks, as in "
       "'T001112  '",
       "niets voldoet aan het filter in de aanvraag; in OData v3 zijn codes met spaties aangevuld, "
       "zoals 'T001112  '"});
}

void report_figures_missing(const SourcePtr& file, const CbsPart& address, const std::string& part,
                            Diagnostics& diagnostics) {
  diagnostics.error(
      "I0311", {file.get(), 0, 0},
      {address.table + ": the part with the figures (" + part + ") was not given",
       address.table + ": het deel met de cijfers (" + part + ") ontbreekt"},
      {"download " + address.service + "/" + part + " as well, and give all files in one command",
       "download ook " + address.service + "/" + part +
           " en geef alle bestanden in één opdracht op"});
}

void report_page_missing(const SourcePtr& file, const std::string& next, Diagnostics& diagnostics) {
  diagnostics.error("I0311", {file.get(), 0, 0},
                    {"the observations go on in another page, which was not given",
                     "de waarnemingen gaan verder op een volgende pagina, en die ontbreekt"},
                    {"download " + next + " as well, and give all pages in one command",
                     "download ook " + next + " en geef alle pagina's in één opdracht op"});
}

std::vector<std::pair<CbsPart, std::vector<SourcePtr>>> by_table(
    const std::vector<SourcePtr>& files, std::string_view key, Diagnostics& diagnostics) {
  std::vector<std::pair<CbsPart, std::vector<SourcePtr>>> tables;
  for (const SourcePtr& file : files) {
    CbsPart part = cbs_part(file->bytes(), key);
    if (part.table.empty()) {
      report_odata_error(file, diagnostics);
      continue;
    }
    const auto same = std::find_if(tables.begin(), tables.end(), [&](const auto& each) {
      return each.first.service == part.service;
    });
    if (same == tables.end())
      tables.emplace_back(std::move(part), std::vector<SourcePtr>{file});
    else
      same->second.push_back(file);
  }
  return tables;
}

std::optional<FigureStatus> cbs_status(std::string_view word) {
  const std::string found = lower(trimmed(word));
  for (const char* known : {"definitief", "final", "definite", "definitive"})
    if (found == known) return FigureStatus::definitive;
  for (const char* known : {"voorlopig", "nadervoorlopig", "nader voorlopig", "provisional",
                            "revisedprovisional", "revised provisional"})
    if (found == known) return FigureStatus::provisional;
  return std::nullopt;
}

std::optional<int> cbs_decimals(std::string_view text) {
  const auto value = digits::read(text);
  return value && *value <= 18 ? value : std::nullopt;
}

bool CbsTable::is_time(std::string_view dimension) const {
  return time.empty() ? dimension == "Perioden" || dimension == "Periods" : dimension == time;
}

std::string CbsTable::label(std::string_view dimension, const std::string& code) const {
  const auto found = labels.find(std::string(dimension) + " " + code);
  return found == labels.end() ? std::string() : found->second;
}

std::optional<Head> CbsTable::head(const std::vector<std::string>& codes,
                                   const std::vector<std::string>& names,
                                   const std::string& measure, Collector& into) const {
  Head made;
  made.publisher = "CBS";
  made.licence = licence;
  made.source = address.service;
  made.released = released;
  made.loses_zeros = true;
  made.states_status = has_periods;
  made.table = address.table;
  for (const std::string& code : codes) made.table += " " + code;
  made.table += " " + measure;
  std::string named;
  for (const std::string& name : names)
    if (!name.empty()) named += ", " + name;
  const auto known = measures.find(measure);
  if (known != measures.end()) {
    made.title = known->second.title + (named.empty() && !title.empty() ? ", " + title : named);
    made.decimals = known->second.decimals;
    if (!take_unit(known->second.unit, made)) {
      into.remark(left_out(measure + " (" + known->second.title + ")", known->second.unit));
      return std::nullopt;
    }
  } else {
    made.title = title + named;
    if (has_measures)
      into.remark({measure + ": the list of measures does not know it; base, unit and decimals are "
                             "unknown",
                   measure + ": staat niet in de lijst met maatstaven; basis, eenheid en aantal "
                             "decimalen zijn onbekend"});
  }
  return made;
}

void CbsTable::tell_missing(std::string_view measures_part, std::string_view periods_part,
                            Collector& into) const {
  const std::string table = address.table + ": ";
  if (!has_measures)
    into.remark({table + std::string(measures_part) +
                     " was not given; base, unit and the publisher's decimals are unknown, and "
                     "figures get as many decimals as the longest has",
                 table + std::string(measures_part) +
                     " ontbreekt; basis, eenheid en het aantal decimalen van de uitgever zijn "
                     "onbekend, en cijfers krijgen er evenveel als het langste"});
  if (!has_periods)
    into.remark({table + std::string(periods_part) +
                     " was not given; which figures are provisional is unknown",
                 table + std::string(periods_part) +
                     " ontbreekt; welke cijfers voorlopig zijn, is onbekend"});
}

void bad_json_cell(const JsonObject& object, const JsonScalar& cell, std::string_view member,
                   const Phrase& what, Diagnostics& diagnostics) {
  const std::string place = object.pointer + "/" + std::string(member) + ": '" + cell.text + "' ";
  diagnostics.error(
      "I0307", cell.where, {place + "is not " + what.en, place + "is geen " + what.nl},
      {"download the file again; if it stays so, the publisher writes what is not known here",
       "download het bestand opnieuw; blijft het zo, dan schrijft de uitgever iets wat hier niet "
       "bekend is"});
}

}  // namespace pricetalk::publication
