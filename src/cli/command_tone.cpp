#include <ostream>

#include "cli/commands.hpp"
#include "files/files.hpp"
#include "report/tone_report.hpp"

namespace pricetalk {

Status tone_of(const ToneOptions& options, Session& session) {
  Diagnostics problems;
  const Language language = session.language();
  const auto source = read_source(options.file);
  problems.append(source.diagnostics);
  auto letter = source.value ? read_letter_file(*source.value, problems) : std::nullopt;
  session.print(problems, language);
  if (!letter) return Status::invalid;
  const ToneReport report =
      tone_report(options.file, std::move(*letter), session.stated_language(), language);
  session.out() << (session.json() ? tone_json(report)
                                   : tone_text(report, session.language(report.language)));
  return report.stopped() ? Status::findings : Status::fine;
}

}  // namespace pricetalk
