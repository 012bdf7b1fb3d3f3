#include "cli/mend.hpp"

#include <algorithm>
#include <set>

#include "document/replacement.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

/// Mistakes that hide behind others come to light when these are mended.
constexpr int most_rounds = 20;

using Lines = std::multiset<std::uint32_t>;

/// A mend changes words within a line, so lines keep their numbers.
std::uint32_t line_of(const Diagnostic& mistake) {
  return mistake.span.source->position(mistake.span.begin).line;
}

struct Mended {
  std::string text;
  std::vector<std::string> said;
  std::set<std::uint32_t> lines;
};

/// The lines of this very file with errors, each as often as it has one.
Lines wrong_lines(const Diagnostics& problems, const SourcePtr& source) {
  Lines found;
  for (const Diagnostic& each : problems.list())
    if (each.severity == Severity::error && each.span.source == source.get())
      found.insert(line_of(each));
  return found;
}

/// The mistakes of this very file that can be mended, from its end to its beginning, so that
/// what is before a mended place stays where it is.
std::vector<Diagnostic> mendable(const Diagnostics& problems, const SourcePtr& source,
                                 const std::set<std::uint32_t>& left) {
  std::vector<Diagnostic> found;
  for (const Diagnostic& each : problems.sorted())
    if (each.span.source == source.get() && replacement_of(each) && left.count(line_of(each)) == 0)
      found.push_back(each);
  std::reverse(found.begin(), found.end());
  return found;
}

/// One round of mending, without the lines that are `left`; nothing where there is nothing to mend.
std::optional<Mended> mend_once(const SourcePtr& source, const Diagnostics& problems,
                                const std::set<std::uint32_t>& left, Language language) {
  Mended made{std::string(source->bytes()), {}, {}};
  std::uint32_t untouched = static_cast<std::uint32_t>(made.text.size());
  for (const Diagnostic& each : mendable(problems, source, left)) {
    if (each.span.end > untouched) continue;
    const std::string written = *replacement_of(each);
    made.said.insert(made.said.begin(), each.span.place() + ": " + std::string(each.span.text()) +
                                            say(language, " is now ", " is nu ") + written);
    made.text.replace(each.span.begin, each.span.end - each.span.begin, written);
    made.lines.insert(line_of(each));
    untouched = each.span.begin;
  }
  if (made.said.empty()) return std::nullopt;
  return made;
}

}  // namespace

std::vector<std::string> mend_file(const SourcePtr& source, const MoreFigures& figures,
                                   Language language, Diagnostics& problems) {
  const ContractLoader loader(figures);
  std::vector<std::string> said;
  std::set<std::uint32_t> left;  // lines whose mend mended nothing
  SourcePtr best = source;
  Loaded<Contract> read = loader.read(best).contract;
  for (int round = 0; round < most_rounds && read.diagnostics.has_errors(); ++round) {
    const auto mended = mend_once(best, read.diagnostics, left, language);
    if (!mended) break;
    auto next = std::make_shared<const SourceText>(source->name(), mended->text);
    Loaded<Contract> again = loader.read(next).contract;
    // Elsewhere a mistake that was hidden may come to light; a mended line has fewer of them now.
    const Lines before = wrong_lines(read.diagnostics, best);
    const Lines after = wrong_lines(again.diagnostics, next);
    const std::size_t left_before = left.size();
    for (const std::uint32_t line : mended->lines)
      if (after.count(line) >= before.count(line)) left.insert(line);
    if (left.size() != left_before) continue;
    said.insert(said.end(), mended->said.begin(), mended->said.end());
    best = std::move(next);
    read = std::move(again);
  }
  if (said.empty()) return said;
  problems.append(write_file(source->name(), best->bytes()));
  if (problems.has_errors()) said.clear();
  return said;
}

}  // namespace pricetalk
