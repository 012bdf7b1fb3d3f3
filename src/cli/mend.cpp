#include "cli/mend.hpp"

#include <algorithm>

#include "document/replacement.hpp"
#include "files/files.hpp"

namespace pricetalk {

namespace {

/// Mistakes that hide behind others come to light when these are mended.
constexpr int most_rounds = 20;

struct Mended {
  std::string text;
  std::vector<std::string> said;
};

std::ptrdiff_t errors_in(const Diagnostics& problems) {
  const auto& all = problems.list();
  return std::count_if(all.begin(), all.end(),
                       [](const Diagnostic& each) { return each.severity == Severity::error; });
}

/// The mistakes of this very file that can be mended, from its end to its beginning, so that
/// what is before a mended place stays where it is.
std::vector<Diagnostic> mendable(const Diagnostics& problems, const SourcePtr& source) {
  std::vector<Diagnostic> found;
  for (const Diagnostic& each : problems.sorted())
    if (each.span.source == source.get() && replacement_of(each)) found.push_back(each);
  std::reverse(found.begin(), found.end());
  return found;
}

/// One round of mending; nothing where there is nothing to mend.
std::optional<Mended> mend_once(const SourcePtr& source, const Diagnostics& problems,
                                Language language) {
  Mended made{std::string(source->bytes()), {}};
  std::uint32_t untouched = static_cast<std::uint32_t>(made.text.size());
  for (const Diagnostic& each : mendable(problems, source)) {
    if (each.span.end > untouched) continue;
    const std::string written = *replacement_of(each);
    made.said.insert(made.said.begin(), each.span.place() + ": " + std::string(each.span.text()) +
                                            say(language, " is now ", " is nu ") + written);
    made.text.replace(each.span.begin, each.span.end - each.span.begin, written);
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
  SourcePtr best = source;
  Loaded<Contract> read = loader.read(best).contract;
  for (int round = 0; round < most_rounds && read.diagnostics.has_errors(); ++round) {
    const auto mended = mend_once(best, read.diagnostics, language);
    if (!mended) break;
    auto next = std::make_shared<const SourceText>(source->name(), mended->text);
    Loaded<Contract> again = loader.read(next).contract;
    // A mistake that was hidden may come to light, but the mended ones must be gone.
    if (errors_in(again.diagnostics) >= errors_in(read.diagnostics) + 1) break;
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
