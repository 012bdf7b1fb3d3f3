#include "store/portfolio_part.hpp"

#include <memory>

#include "store/archive.hpp"
#include "store/packed_numbers.hpp"

namespace pricetalk {

namespace {

constexpr std::string_view part_kind = "part of a portfolio";

/// A place as a source of the file's table and the bytes in it; 0: no place.
struct Place {
  std::uint32_t source = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(source, begin, end);
  }
};

/// The sources that messages point into, each once.
class Sources {
 public:
  Place place(const Span& span) {
    if (span.source == nullptr) return {};
    const auto [found, fresh] =
        numbers_.try_emplace(span.source, static_cast<std::uint32_t>(all_.size() + 1));
    if (fresh) all_.emplace_back(span.source->name(), std::string(span.source->bytes()));
    return {found->second, span.begin, span.end};
  }
  const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

 private:
  std::map<const SourceText*, std::uint32_t> numbers_;
  std::vector<std::pair<std::string, std::string>> all_;
};

struct WrittenMessage {
  Severity severity = Severity::error;
  std::string code;
  Place where;
  Phrase title;
  Phrase hint;
  std::vector<std::pair<Place, Phrase>> context;
  std::string clause;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(severity, code, where, title, hint, context, clause);
  }
};

template <class Archive>
void write(Archive& archive, const Diagnostics& diagnostics) {
  Sources sources;
  std::vector<WrittenMessage> messages;
  for (const Diagnostic& d : diagnostics.list()) {
    WrittenMessage& message = messages.emplace_back();
    message = {d.severity, d.code, sources.place(d.span), d.title, d.hint, {}, d.clause};
    for (const Diagnostic::Context& each : d.context)
      message.context.emplace_back(sources.place(each.span), each.label);
  }
  archive(sources.all(), messages);
}

template <class Archive>
Diagnostics read_messages(Archive& archive) {
  std::vector<std::pair<std::string, std::string>> written;
  std::vector<WrittenMessage> messages;
  archive(written, messages);
  std::vector<SourcePtr> sources{nullptr};
  Diagnostics made;
  for (auto& [name, bytes] : written) {
    sources.push_back(std::make_shared<const SourceText>(std::move(name), std::move(bytes)));
    made.keep(sources.back());
  }
  const auto span = [&](const Place& place) {
    return Span{sources.at(place.source).get(), place.begin, place.end};
  };
  for (WrittenMessage& message : messages) {
    Diagnostic d{message.severity,         std::move(message.code), span(message.where),
                 std::move(message.title), std::move(message.hint), {},
                 std::move(message.clause)};
    for (auto& [place, label] : message.context)
      d.context.push_back({span(place), std::move(label)});
    made.add(std::move(d));
  }
  return made;
}

}  // namespace

template <class Archive>
void serialize(Archive& archive, NamesKnown& names) {
  archive(names.kinds, names.series, names.about, names.contracts, names.contract);
}

template <class Archive>
void serialize(Archive& archive, SeenId& seen) {
  archive(seen.id, seen.path, seen.said);
}

template <class Archive>
void serialize(Archive& archive, Percentiles& each) {
  archive(each.p10, each.p50, each.p90, each.mean);
}

template <class Archive>
void serialize(Archive& archive, PathTotals& totals) {
  archive(totals.years, totals.contracted, totals.all, totals.difference, totals.difference_by_year,
          totals.over_budget);
}

template <class Archive>
void serialize(Archive& archive, PathFrame& frame) {
  archive(frame.currency, frame.vat, frame.decimals, frame.first_year, frame.years, frame.renews,
          frame.months);
}

template <class Archive>
void serialize(Archive& archive, PathContract& one) {
  archive(one.frame, one.path, one.id, one.title, one.fits, one.totals, one.one_by_one,
          one.why_one_by_one);
}

template <class Archive>
void save(Archive& archive, const PathPool::Kind& kind) {
  archive(kind.frame, kind.contracts, static_cast<std::uint64_t>(kind.columns.size()));
  for (const std::vector<std::int64_t>& column : kind.columns) archive(packed(column));
}
template <class Archive>
void load(Archive& archive, PathPool::Kind& kind) {
  std::uint64_t columns = 0;
  archive(kind.frame, kind.contracts, columns);
  std::string bytes;
  for (std::uint64_t i = 0; i < columns; ++i) {
    archive(bytes);
    kind.columns.push_back(unpacked(bytes));
  }
}

template <class Archive>
void save(Archive& archive, const PathShare& share) {
  const PathAnswer& answer = share.answer;
  std::vector<std::string> windows;
  for (const PeriodSpan& window : answer.windows) windows.push_back(window.text());
  archive(answer.futures, answer.alternatives, static_cast<std::uint64_t>(answer.paths),
          answer.budget, windows, answer.contracts, share.pool.kinds());
}
template <class Archive>
void load(Archive& archive, PathShare& share) {
  PathAnswer& answer = share.answer;
  std::uint64_t paths = 0;
  std::vector<std::string> windows;
  archive(answer.futures, answer.alternatives, paths, answer.budget, windows, answer.contracts,
          share.pool.kinds());
  answer.paths = paths;
  for (const std::string& window : windows) answer.windows.push_back(*PeriodSpan::parse(window));
}

template <class Archive>
void serialize(Archive& archive, PortfolioBeside& beside) {
  archive(beside.kind, beside.units);
}

template <class Archive>
void serialize(Archive& archive, PortfolioContract& one) {
  archive(one.path, one.id, one.title, one.tags, one.currency, one.vat, one.decimals,
          one.first_year, one.years, one.fits, one.open, one.units, one.first_month,
          one.running_units, one.running_years, one.by_itself, one.lines, one.beside);
}

std::string part_bytes(const PortfolioPart& part) {
  std::vector<std::string> days;
  if (part.days) days = {part.days->first.text(), part.days->second.text()};
  std::string bytes = sealing(part_kind);
  const std::size_t head = bytes.size();
  BytesOut archive(bytes);
  archive(part.shard, part.of, part.question, part.beside, part.scenarios, part.today.text(),
          part.today_from_clock, days, part.languages, part.names, part.ids, part.unread,
          part.answered, part.answer.futures, part.answer.alternatives, part.answer.contracts,
          part.chance);
  write(archive, part.read);
  write(archive, part.asked);
  seal(bytes, head);
  return bytes;
}

PartRead read_part(std::string_view bytes) {
  const Unsealed found = unseal(part_kind, bytes);
  PartRead made{found.seal, {}};
  if (found.seal != Seal::whole) return made;
  BytesIn archive(found.contents);
  PortfolioPart& part = made.part.emplace();
  std::string today;
  std::vector<std::string> days;
  archive(part.shard, part.of, part.question, part.beside, part.scenarios, today,
          part.today_from_clock, days, part.languages, part.names, part.ids, part.unread,
          part.answered, part.answer.futures, part.answer.alternatives, part.answer.contracts,
          part.chance);
  part.today = *Date::parse(today);
  if (days.size() == 2) part.days.emplace(*Date::parse(days[0]), *Date::parse(days[1]));
  part.read = read_messages(archive);
  part.asked = read_messages(archive);
  return made;
}

}  // namespace pricetalk
