#include <array>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "index/check.hpp"
#include "index/find_series.hpp"
#include "report/json_index.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

Diagnostics unknown_series(const Library& library, const std::vector<std::string>& ids) {
  Diagnostics problems;
  for (const std::string& id : ids) find_series(library, id, problems);
  return problems;
}

const Phrase& kind_words(CheckKind kind) {
  static const Phrase mean{"means", "gemiddelden"};
  static const Phrase rate{"changes over a year", "veranderingen over een jaar"};
  return kind == CheckKind::mean ? mean : rate;
}

/// Of how many series the base period is in the library, and has the base value.
void print_bases(const std::vector<SeriesCheck>& checks, Session& session, Language language) {
  int compared = 0;
  int agree = 0;
  for (const SeriesCheck& check : checks)
    for (const Comparison& c : check.comparisons) {
      if (c.kind != CheckKind::base) continue;
      compared += c.compared;
      agree += c.agree;
    }
  if (compared == 0) return;
  const std::string counted =
      std::to_string(agree) + Phrase{" of ", " van de "}.in(language) + std::to_string(compared);
  session.out() << Phrase{"The base period has the base value in ",
                          "In de basisperiode klopt de basiswaarde bij "}
                       .in(language)
                << counted << Phrase{" series.\n\n", " reeksen.\n\n"}.in(language);
}

void print_comparisons(const std::vector<SeriesCheck>& checks, Session& session,
                       Language language) {
  const auto title = [&](const char* en, const char* nl) { return Phrase{en, nl}.in(language); };
  Table table;
  table.columns = {{title("series", "reeks"), Table::Align::left},
                   {title("what", "wat"), Table::Align::left},
                   {title("compared with", "vergeleken met"), Table::Align::left},
                   {title("compared", "vergeleken"), Table::Align::right},
                   {title("agree", "gelijk"), Table::Align::right},
                   {title("explained", "verklaard"), Table::Align::right},
                   {title("known", "bekend"), Table::Align::right},
                   {title("different", "anders"), Table::Align::right}};
  const auto number = [](int count) { return count == 0 ? "" : std::to_string(count); };
  for (const SeriesCheck& check : checks)
    for (const Comparison& c : check.comparisons)
      if (c.kind != CheckKind::base)
        table.row({check.series, kind_words(c.kind).in(language), c.with,
                   std::to_string(c.compared), std::to_string(c.agree), number(c.explained),
                   number(c.known), number(c.differ)});
  if (!table.rows.empty()) session.out() << as_text(table) << "\n";
}

struct Section {
  CheckLevel level;
  Phrase title;
  Phrase none;
  Phrase one;
  Phrase many;
};

const std::array<Section, 4>& sections() {
  static const std::array<Section, 4> all{
      {{CheckLevel::error,
        {"Errors", "Fouten"},
        {"no errors", "geen fouten"},
        {"1 error", "1 fout"},
        {"errors", "fouten"}},
       {CheckLevel::remark,
        {"Remarks", "Opmerkingen"},
        {"no remarks", "geen opmerkingen"},
        {"1 remark", "1 opmerking"},
        {"remarks", "opmerkingen"}},
       {CheckLevel::explained,
        {"Explained: the publisher computed with unrounded figures",
         "Verklaard: de uitgever rekende met onafgeronde cijfers"},
        {"none explained by rounding", "geen door afronding verklaard"},
        {"1 explained by rounding", "1 door afronding verklaard"},
        {"explained by rounding", "door afronding verklaard"}},
       {CheckLevel::known,
        {"Known disagreements", "Bekende verschillen"},
        {"no known disagreements", "geen bekende verschillen"},
        {"1 known disagreement", "1 bekend verschil"},
        {"known disagreements", "bekende verschillen"}}}};
  return all;
}

void print_findings(const std::vector<SeriesCheck>& checks, Session& session, Language language) {
  std::int64_t figures = 0;
  for (const SeriesCheck& check : checks) figures += check.figures;
  std::string summary =
      std::to_string(checks.size()) +
      (checks.size() == 1 ? Phrase{" series, ", " reeks, "} : Phrase{" series, ", " reeksen, "})
          .in(language) +
      std::to_string(figures) + Phrase{" figures: ", " cijfers: "}.in(language);
  bool first = true;
  for (const Section& section : sections()) {
    int count = 0;
    for (const SeriesCheck& check : checks)
      for (const CheckFinding& finding : check.findings) {
        if (finding.level != section.level) continue;
        if (++count == 1) session.out() << section.title.in(language) << "\n";
        session.out() << "  " << check.series << ": " << finding.text.in(language);
        if (section.level == CheckLevel::error)
          session.out() << " [" << finding.where.place() << "]";
        session.out() << "\n";
      }
    if (count > 0) session.out() << "\n";
    if (!first) summary += ", ";
    first = false;
    summary += count == 0   ? section.none.in(language)
               : count == 1 ? section.one.in(language)
                            : std::to_string(count) + " " + section.many.in(language);
  }
  session.out() << summary << "\n";
}

}  // namespace

Status index_check(const IndexCheckOptions& options, Session& session) {
  MoreFigures figures = session.figures();
  if (figures.paths.empty()) figures.paths = {"indices"};
  const auto library = load_library(figures);
  const Language language = session.language();
  session.print(library.diagnostics, language);
  if (library.diagnostics.has_errors()) return Status::invalid;
  const Diagnostics problems = unknown_series(*library.value, options.series);
  session.print(problems, language);
  if (problems.has_errors()) return Status::invalid;
  const auto checks = check_series(*library.value, options.series, session.today());
  if (session.json()) {
    session.out() << index_check_json(checks, session.today(), session.today_from_clock());
  } else {
    session.print_today(language);
    print_comparisons(checks, session, language);
    print_bases(checks, session, language);
    print_findings(checks, session, language);
  }
  return has_errors(checks) ? Status::findings : Status::fine;
}

}  // namespace pricetalk
