#include "index/publication.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "diagnostic/utf8.hpp"
#include "document/words.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/opened_files.hpp"

namespace pricetalk {

const Phrase& words(PublicationFormat format) {
  static const std::array<Phrase, 29> all{{
      {"CSV of periods and figures", "CSV met perioden en cijfers"},
      {"CBS StatLine CSV", "CBS StatLine-CSV"},
      {"CBS OData v4", "CBS OData v4"},
      {"CBS OData v3", "CBS OData v3"},
      {"Eurostat TSV", "Eurostat-TSV"},
      {"SDMX-CSV", "SDMX-CSV"},
      {"Statbel JSON", "Statbel-JSON"},
      {"Statbel CSV", "Statbel-CSV"},
      {"Destatis table", "Destatis-tabel"},
      {"Destatis flat file", "Destatis-flatfile"},
      {"ONS CSV", "ONS-CSV"},
      {"BLS flat file", "BLS-flatfile"},
      {"BLS API reply", "BLS-API-antwoord"},
      {"FRED CSV", "FRED-CSV"},
      {"BIS CSV", "BIS-CSV"},
      {"SDMX-ML", "SDMX-ML"},
      {"JSON-stat", "JSON-stat"},
      {"ONS JSON", "ONS-JSON"},
      {"BLS download", "BLS-download"},
      {"ECB data portal CSV", "CSV van het ECB-dataportaal"},
      {"CSV of insee.fr", "CSV van insee.fr"},
      {"Statistics Canada CSV", "CSV van Statistics Canada"},
      {"Statistik Austria open data", "open data van Statistik Austria"},
      {"CBS raw data set (CSV)", "ruwe dataset van het CBS (CSV)"},
      {"CBS data portal CSV", "CSV van het CBS-dataportaal"},
      {"Destatis flat file until 2025", "Destatis-flatfile tot 2025"},
      {"Destatis cube", "Destatis-kubus"},
      {"PxWeb CSV", "PxWeb-CSV"},
      {"ABS time series workbook", "tijdreekswerkmap van het ABS"},
  }};
  return all[static_cast<std::size_t>(format)];
}

namespace publication {

namespace {

constexpr std::array all_formats{
    Format{PublicationFormat::destatis_table, is_destatis_table, read_destatis_table},
    Format{PublicationFormat::destatis_flat, is_destatis_flat, read_destatis_flat},
    Format{PublicationFormat::ons_csv, is_ons_csv, read_ons_csv},
    Format{PublicationFormat::destatis_flat_old, is_destatis_flat_old, read_destatis_flat_old},
    Format{PublicationFormat::destatis_cube, is_destatis_cube, read_destatis_cube},
    Format{PublicationFormat::ons_json, is_ons_json, read_ons_json},
    Format{PublicationFormat::statcan_csv, is_statcan_csv, read_statcan_csv},
    Format{PublicationFormat::statistik_austria, is_statistik_austria, read_statistik_austria},
    Format{PublicationFormat::insee_web, is_insee_web, read_insee_web},
    Format{PublicationFormat::abs_sheet, is_abs_sheet, read_abs_sheet},
    Format{PublicationFormat::ecb_portal, is_ecb_portal, read_ecb_portal},
    Format{PublicationFormat::bls_download, is_bls_download, read_bls_download},
    Format{PublicationFormat::bls_flat, is_bls_flat, read_bls_flat},
    Format{PublicationFormat::bls_json, is_bls_json, read_bls_json},
    Format{PublicationFormat::fred_csv, is_fred_csv, read_fred_csv},
    Format{PublicationFormat::bis_csv, is_bis_csv, read_bis_csv},
    Format{PublicationFormat::sdmx_ml, is_sdmx_ml, read_sdmx_ml},
    Format{PublicationFormat::cbs_odata_v4, is_cbs_odata_v4, read_cbs_odata_v4, true},
    Format{PublicationFormat::cbs_odata_v3, is_cbs_odata_v3, read_cbs_odata_v3, true},
    Format{PublicationFormat::json_stat, is_json_stat, read_json_stat},
    Format{PublicationFormat::cbs_portal_csv, is_cbs_portal_csv, read_cbs_portal_csv},
    Format{PublicationFormat::cbs_raw_csv, is_cbs_raw_csv, read_cbs_raw_csv},
    Format{PublicationFormat::statbel_json, is_statbel_json, read_statbel_json},
    Format{PublicationFormat::eurostat_tsv, is_eurostat_tsv, read_eurostat_tsv},
    Format{PublicationFormat::sdmx_csv, is_sdmx_csv, read_sdmx_csv},
    Format{PublicationFormat::cbs_statline_csv, is_cbs_statline_csv, read_cbs_statline_csv},
    Format{PublicationFormat::statbel_csv, is_statbel_csv, read_statbel_csv},
    Format{PublicationFormat::plain_csv, is_wide_csv, read_wide_csv},
    Format{PublicationFormat::pxweb_csv, is_pxweb_csv, read_pxweb_csv},
    Format{PublicationFormat::plain_csv, is_plain_csv, read_plain_csv},
};

/// What a file is that holds no figures for us, or nothing.
std::optional<Diagnostic> refusal(const SourceText& source) {
  const std::string_view bytes = source.bytes();
  const auto made = [&](const char* code, std::size_t at, Phrase title, Phrase hint) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    const auto offset = static_cast<std::uint32_t>(at);
    diagnostic.span = {&source, offset, offset};
    diagnostic.title = std::move(title);
    diagnostic.hint = std::move(hint);
    return diagnostic;
  };
  // Packed and printed files have no lines to point at; their names stand in the message.
  const auto whole = [&](const char* code, const Phrase& is, Phrase hint) {
    const std::string name = "'" + source.name() + "' ";
    Diagnostic diagnostic = made(code, 0, {name + is.en, name + is.nl}, std::move(hint));
    diagnostic.span = {};
    return diagnostic;
  };
  const std::string_view start = bytes.substr(0, 4096);
  if (start.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return made("I0309", 0, {"the file is empty", "het bestand is leeg"},
                {"download it again", "download het opnieuw"});
  if (start.starts_with("%PDF"))
    return whole("I0302", {"is a PDF document", "is een PDF-document"},
                 {"take the CSV or JSON download of the same table",
                  "neem de CSV- of JSON-download van dezelfde tabel"});
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
    return whole("I0304", {"is UTF-16", "is UTF-16"},
                 {"save it with the encoding UTF-8", "bewaar het met de codering UTF-8"});
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
    return whole("I0304",
                 {"is no UTF-8: it holds zero bytes, as UTF-16 does, or a download that failed",
                  "is geen UTF-8: het bevat nulbytes, zoals UTF-16, of een mislukte download"},
                 {"download it again, or save it with the encoding UTF-8",
                  "download het opnieuw, of bewaar het met de codering UTF-8"});
  // Only a text that begins as a page is one: titles in JSON may hold HTML.
  const std::string_view plain =
      start.substr(start.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0);
  const std::size_t begins = plain.find_first_not_of(" \t\r\n");
  const std::string lowered = begins != std::string_view::npos && plain[begins] == '<'
                                  ? document::lower(start)
                                  : std::string();
  const std::size_t page = std::min(lowered.find("<!doctype html"), lowered.find("<html"));
  if (page != std::string::npos)
    return made("I0303", page,
                {"this is a web page, not a table", "dit is een webpagina, geen tabel"},
                {"use the download button of the table; a page saved from the browser holds no "
                 "figures that can be trusted",
                 "gebruik de downloadknop van de tabel; een bewaarde webpagina bevat geen cijfers "
                 "waarop u kunt rekenen"});
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8::valid_length(bytes, at);
    if (length == 0)
      return made("I0304", at, {"the file is not UTF-8", "het bestand is geen UTF-8"},
                  {"save it with the encoding UTF-8; older downloads are often ISO-8859-1",
                   "bewaar het met de codering UTF-8; oudere downloads zijn vaak ISO-8859-1"});
    at += length;
  }
  return std::nullopt;
}

/// JSON of no known kind that does not end as it began was cut off.
bool breaks_off(std::string_view bytes) {
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(utf8::byte_order_mark.size());
  const std::string_view text = document::trimmed(bytes);
  const auto last = text.find_last_not_of("\r\n\t ");
  if (last == std::string_view::npos) return false;
  return (text.front() == '{' && text[last] != '}') || (text.front() == '[' && text[last] != ']');
}

Diagnostic broken_off(const SourceText& source) {
  const auto end = static_cast<std::uint32_t>(source.bytes().size());
  Diagnostic made;
  made.code = "I0305";
  made.span = {&source, end, end};
  made.title = {"this JSON breaks off before its last bracket",
                "deze JSON breekt af vóór het laatste haakje"};
  made.hint = {"download the file again, whole", "download het bestand opnieuw, volledig"};
  return made;
}

Diagnostic unknown(const SourceText& source) {
  Diagnostic made;
  made.code = "I0301";
  made.span = {&source, 0, 0};
  made.title = {"no publisher's format that is known", "geen bekend formaat van een uitgever"};
  std::string en;
  std::string nl;
  std::set<PublicationFormat> named;
  for (const Format& each : formats()) named.insert(each.format);
  for (const PublicationFormat each : named) {
    const Phrase& name = words(each);
    en += (en.empty() ? "" : ", ") + name.en;
    nl += (nl.empty() ? "" : ", ") + name.nl;
  }
  made.hint = {
      "a table of your own has a period and a figure on each line (2026-05;103.01); known are: " +
          en,
      "een eigen tabel heeft op elke regel een periode en een cijfer (2026-05;103,01); "
      "bekend zijn: " +
          nl};
  return made;
}

/// The file says nothing that could be taken over; what was left out, and why, stands in the hint.
Diagnostic no_figures(const Format& format, const SourceText& source,
                      const std::vector<Phrase>& remarks) {
  Diagnostic made;
  made.code = "I0309";
  made.span = {&source, 0, 0};
  made.title = {"no figures in this file (" + words(format.format).en + ")",
                "geen cijfers in dit bestand (" + words(format.format).nl + ")"};
  made.hint = {
      "choose the periods and the index itself in the publisher's table, and download "
      "again",
      "kies in de tabel van de uitgever de perioden en het indexcijfer zelf, en download "
      "opnieuw"};
  for (const Phrase& remark : remarks) {
    made.hint.en += "; " + remark.en;
    made.hint.nl += "; " + remark.nl;
  }
  return made;
}

/// Whether an error was reported behind the first `from` messages; warnings do not count.
bool has_error(const Diagnostics& diagnostics, std::size_t from) {
  const auto& list = diagnostics.list();
  return std::any_of(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::error; });
}

/// Notes with the rows of sheets what is shown of their figures.
void note_shown(const std::vector<ShortenedFigure>& shortened, PublishedSeries& series) {
  for (PublishedRow& row : series.rows) {
    if (!row.value || row.where.source == nullptr) continue;
    for (const ShortenedFigure& each : shortened)
      if (each.text == row.where.source && each.stored == *row.value &&
          each.line == each.text->position(row.where.begin).line)
        row.shown = each.shown;
  }
}

bool has_figure(const PublishedSeries& series) {
  return std::any_of(series.rows.begin(), series.rows.end(),
                     [](const PublishedRow& row) { return row.value.has_value(); });
}

}  // namespace

std::span<const Format> formats() { return all_formats; }

const Format* format_of(std::string_view bytes) {
  if (bytes.starts_with(utf8::byte_order_mark)) bytes.remove_prefix(3);
  for (const Format& each : formats())
    if (each.recognises(bytes)) return &each;
  return nullptr;
}

}  // namespace publication

Loaded<Publication> read_publication(const std::vector<SourcePtr>& files) {
  using publication::Collector;
  using publication::Files;
  using publication::Format;
  Loaded<Publication> made;
  Publication read;
  std::vector<std::pair<const Format*, Files>> groups;
  Files texts;
  std::vector<publication::ShortenedFigure> shortened;
  for (const SourcePtr& given : files) {
    made.diagnostics.keep(given);
    publication::OpenedFile inside = publication::opened(given, made.diagnostics);
    for (const SourcePtr& text : inside.texts) {
      texts.push_back(text);
      if (text == given) continue;
      made.diagnostics.keep(text);
      read.unpacked.push_back(text);
    }
    std::move(inside.remarks.begin(), inside.remarks.end(), std::back_inserter(read.remarks));
    std::move(inside.shortened.begin(), inside.shortened.end(), std::back_inserter(shortened));
  }
  for (const SourcePtr& file : texts) {
    if (auto refused = publication::refusal(*file)) {
      made.diagnostics.add(std::move(*refused));
      continue;
    }
    const Format* format = publication::format_of(file->bytes());
    if (format == nullptr) {
      made.diagnostics.add(publication::breaks_off(file->bytes()) ? publication::broken_off(*file)
                                                                  : publication::unknown(*file));
      continue;
    }
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return group.first == format && format->together;
    });
    if (same != groups.end())
      same->second.push_back(file);
    else
      groups.emplace_back(format, Files{file});
  }
  for (const auto& [format, parts] : groups) {
    Collector collector;
    Publication found;
    const std::size_t problems = made.diagnostics.list().size();
    format->read(parts, collector, made.diagnostics);
    collector.finish(format->format, parts.front()->name(), found, made.diagnostics);
    if (!publication::has_error(made.diagnostics, problems) &&
        std::none_of(found.series.begin(), found.series.end(), publication::has_figure))
      made.diagnostics.add(publication::no_figures(*format, *parts.front(), found.remarks));
    if (!shortened.empty())
      for (PublishedSeries& each : found.series) publication::note_shown(shortened, each);
    std::move(found.series.begin(), found.series.end(), std::back_inserter(read.series));
    std::move(found.remarks.begin(), found.remarks.end(), std::back_inserter(read.remarks));
  }
  if (!made.diagnostics.has_errors()) made.value = std::move(read);
  return made;
}

}  // namespace pricetalk
