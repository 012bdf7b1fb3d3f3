#include <algorithm>
#include <ostream>

#include "advice/revision.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "document/time_words.hpp"
#include "files/files.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/index/figures.hpp"
#include "report/explanation.hpp"
#include "report/json_import.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// A contract that was looked at, kept alive while its revision is shown.
struct Affected {
  std::string path;
  std::unique_ptr<ContractFile> before;
  std::unique_ptr<ContractFile> after;
  std::vector<PriceSchedule> prices_before;
  std::vector<PriceSchedule> prices_after;
  Revision revision;
};

class Importing {
 public:
  Importing(const IndexImportOptions& options, Session& session)
      : options_(options),
        session_(session),
        language_(session.language()),
        into_(options.into.empty() ? "indices" : options.into) {}

  Status run() {
    if (options_.files.empty() && session_.figures().by_hand.empty()) return nothing_asked();
    auto library = load_library({{into_}, {}, session_.today()});
    problems_.append(library.diagnostics);
    if (!problems_.has_errors()) {
      library_ = std::move(*library.value);
      find_changes();
    }
    if (problems_.has_errors()) return refused();
    find_affected();
    const bool held = changes_.conflicts();
    if (!held && !problems_.has_errors()) write();
    if (problems_.has_errors()) return refused();
    session_.print(problems_, language_);
    if (session_.json())
      session_.out() << import_json(changes_, revisions(), written_, held);
    else
      show(held);
    return held ? Status::findings : Status::fine;
  }

 private:
  std::string say(std::string_view en, std::string_view nl) const {
    return pricetalk::say(language_, en, nl);
  }

  Status nothing_asked() {
    problems_.error("U0003", {}, {"FILE is missing", "BESTAND ontbreekt"},
                    {"name the files that were downloaded, or a figure with --figure",
                     "noem de gedownloade bestanden, of een cijfer met --figure"});
    session_.print(problems_, language_);
    return Status::usage;
  }

  /// Whatever is wrong, nothing was written.
  Status refused() {
    session_.print(problems_, language_);
    session_.err() << (written_.empty() ? say("nothing was imported; the library is as it was\n",
                                              "er is niets geïmporteerd; de bibliotheek is "
                                              "gebleven zoals ze was\n")
                                        : "");
    return Session::status_of(problems_);
  }

  void find_changes() {
    std::vector<SourcePtr> sources;
    for (const std::string& path : options_.files) {
      const auto files = list_files(path, "");
      problems_.append(files.diagnostics);
      if (!files.value) continue;
      for (const std::string& file : *files.value) {
        const auto source = read_source(file, {}, max_publication_bytes);
        problems_.append(source.diagnostics);
        if (source.value) sources.push_back(*source.value);
      }
    }
    if (problems_.has_errors()) return;
    ImportRequest request;
    request.only = options_.only;
    request.as = options_.as;
    request.retrieved = options_.retrieved.value_or(session_.today());
    request.on_conflict = options_.on_conflict.value_or(OnConflict::stop);
    request.on_doubt = options_.on_doubt.value_or(OnConflict::stop);
    request.today = session_.today();
    request.decimal_mark = options_.decimal_mark;
    if (!sources.empty()) {
      const auto publication = read_publication(sources);
      problems_.append(publication.diagnostics);
      if (!publication.value) return;
      take(compare(library_, *publication.value, request));
    }
    const MoreFigures typed = session_.figures();
    if (!typed.by_hand.empty() && !problems_.has_errors())
      take(compare(library_, typed.by_hand, session_.today(), request.on_conflict,
                   request.on_doubt));
    say_once(changes_, problems_);
  }

  void take(Loaded<ChangeSet> found) {
    problems_.append(found.diagnostics);
    if (!found.value) return;
    auto& set = *found.value;
    std::move(set.series.begin(), set.series.end(), std::back_inserter(changes_.series));
    std::move(set.left_out.begin(), set.left_out.end(), std::back_inserter(changes_.left_out));
    std::move(set.remarks.begin(), set.remarks.end(), std::back_inserter(changes_.remarks));
  }

  /// The contracts of --affects, priced with the library as it is and as it will be. Conflicting
  /// figures count as they would if they were taken.
  void find_affected() {
    if (options_.affects.empty()) return;
    ChangeSet all = changes_;
    for (SeriesChange& series : all.series)
      for (FigureChange& each : series.changes)
        if (!is_taken(each.kind)) each.kind = ChangeKind::revised;
    for (const std::string& path : options_.affects) {
      const auto files = list_files(path, ".toml");
      problems_.append(files.diagnostics);
      if (!files.value) continue;
      for (const std::string& file : *files.value) look_at(file, all);
    }
  }

  void look_at(const std::string& path, const ChangeSet& all) {
    auto loaded = load_contract(path, {{into_}, {}, session_.today()});
    if (!loaded.ok()) {
      problems_.append(loaded.diagnostics);
      return;
    }
    Affected made;
    made.path = path;
    made.before = std::make_unique<ContractFile>(std::move(*loaded.value));
    made.after = std::make_unique<ContractFile>(*made.before);
    // A series that the contract states itself is not the library's.
    ChangeSet mine = all;
    std::erase_if(mine.series, [&](const SeriesChange& each) {
      const auto& own = made.before->contract.own_series;
      return std::any_of(own.begin(), own.end(),
                         [&](const Series& series) { return series.id == each.series.id; });
    });
    made.after->library = with_changes(made.before->library, mine);
    // Far enough that the next price is among them.
    const Date until = session_.today() + Duration{1, Unit::year};
    const auto prices = [&](const ContractFile& file) {
      const Coverage coverage(file.library, session_.today());
      return schedule(file.contract, coverage, until);
    };
    made.prices_before = prices(*made.before);
    made.prices_after = prices(*made.after);
    made.revision = compare(made.after->contract, made.prices_before, made.prices_after);
    affected_.push_back(std::move(made));
  }

  /// All texts are made and read back before the first file is touched.
  void write() {
    const auto files = library_files(changes_, into_);
    for (const auto& [path, file] : files)
      if (!can_be_written(path, file)) return;
    if (options_.dry_run) return;
    for (const auto& [path, file] : files) {
      const Diagnostics refused = write_file(path, file.text);
      problems_.append(refused);
      if (refused.has_errors()) return;
      written_.push_back(path);
    }
  }

  bool can_be_written(const std::string& path, const LibraryFile& file) {
    if (file.is_new) {
      if (!read_file(path).value) return reads_back(file.text, path);
      problems_.error("I0405", {},
                      {"'" + path + "' is there already, and holds another series",
                       "'" + path + "' bestaat al, en bevat een andere reeks"},
                      {"choose another id with --as", "kies een andere naam met --as"});
      return false;
    }
    const auto known =
        std::find_if(library_.all().begin(), library_.all().end(), [&](const auto& series) {
          return series->where.source != nullptr && series->where.source->name() == path;
        });
    const auto on_disk = read_file(path);
    if (known == library_.all().end() || !on_disk.value ||
        *on_disk.value != (*known)->where.source->bytes()) {
      problems_.error("I0405", {},
                      {"'" + path + "' was changed while it was being imported into",
                       "'" + path + "' is tijdens het importeren gewijzigd"},
                      {"run the import again", "voer de import opnieuw uit"});
      return false;
    }
    return reads_back(file.text, path);
  }

  bool reads_back(const std::string& text, const std::string& path) {
    const auto read = read_figures(std::make_shared<const SourceText>(path, text));
    if (read.ok()) return true;
    problems_.error("I0406", {},
                    {"figures cannot be put behind the series in '" + path + "'",
                     "achter de reeks in '" + path + "' kunnen geen cijfers worden gezet"},
                    {"write the series under a heading of its own, [[series]]",
                     "zet de reeks onder een eigen kopje, [[series]]"});
    return false;
  }

  std::vector<RevisedContract> revisions() const {
    std::vector<RevisedContract> made;
    for (const Affected& each : affected_)
      made.push_back({each.path, &each.after->contract, &each.revision});
    return made;
  }

  // ---- what the user sees

  void show(bool held) {
    for (const SeriesChange& each : changes_.series) show(each);
    show_left_out();
    for (const Phrase& remark : changes_.remarks) session_.out() << remark.in(language_) << "\n";
    for (const Affected& each : affected_) show(each);
    if (held)
      say_what_holds();
    else if (options_.dry_run)
      session_.out() << say("nothing was written (--dry-run)\n",
                            "er is niets geschreven (--dry-run)\n");
    else if (written_.empty())
      session_.out() << say("nothing new\n", "niets nieuws\n");
    for (const std::string& path : written_)
      session_.out() << say("written: ", "geschreven: ") << path << "\n";
  }

  void say_what_holds() {
    const auto has = [&](ChangeKind kind) {
      return std::any_of(changes_.series.begin(), changes_.series.end(),
                         [&](const SeriesChange& each) { return each.any(kind); });
    };
    if (has(ChangeKind::conflicting))
      session_.out() << say(
          "nothing was written: figures conflict. --on-conflict take: the file's figures become "
          "revisions (those of an older file never); --on-conflict keep: the library's stay\n",
          "er is niets geschreven: er zijn strijdige cijfers. --on-conflict take: de cijfers uit "
          "het bestand gelden als herziening (die uit een ouder bestand nooit); --on-conflict "
          "keep: "
          "die uit de bibliotheek blijven\n");
    if (has(ChangeKind::held_back))
      session_.out() << say(
          "nothing was written: figures were held back, because they can hardly be meant. "
          "--on-doubt take: they are right all the same; --on-doubt keep: leave them out\n",
          "er is niets geschreven: er zijn cijfers tegengehouden, omdat ze nauwelijks bedoeld "
          "kunnen zijn. --on-doubt take: ze kloppen toch; --on-doubt keep: laat ze weg\n");
  }

  std::string counts(const SeriesChange& change) const {
    std::string text;
    const auto add = [&](std::size_t count, const Phrase& what) {
      if (count == 0) return;
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + what.in(language_);
    };
    for (const ChangeKind kind :
         {ChangeKind::added, ChangeKind::settled, ChangeKind::confirmed, ChangeKind::revised,
          ChangeKind::withdrawn, ChangeKind::conflicting, ChangeKind::held_back})
      add(static_cast<std::size_t>(
              std::count_if(change.changes.begin(), change.changes.end(),
                            [&](const FigureChange& each) { return each.kind == kind; })),
          words(kind));
    add(change.unchanged, {"unchanged", "ongewijzigd"});
    add(change.left_out, {"left out", "weggelaten"});
    return text.empty() ? say("no figures", "geen cijfers") : text;
  }

  void show(const SeriesChange& change) {
    const Series& series = change.series;
    session_.out() << series.id << (change.is_new ? say(" (new series)", " (nieuwe reeks)") : "")
                   << (change.by_hand ? say(", by hand", ", met de hand") : "") << ": "
                   << counts(change) << "\n";
    if (change.is_new)
      session_.out() << "  " << series.title << (series.base.empty() ? "" : ", " + series.base)
                     << ", " << words(series.frequency.value_or(Unit::month)).in(language_) << "\n";
    if (!change.remark.empty()) session_.out() << "  " << change.remark.in(language_) << "\n";
    Table table;
    table.columns = {{say("period", "periode"), Table::Align::left},
                     {say("was", "was"), Table::Align::right},
                     {say("becomes", "wordt"), Table::Align::right},
                     {say("status", "status"), Table::Align::left},
                     {say("change", "wijziging"), Table::Align::left}};
    constexpr std::size_t few = 14;
    const auto added =
        std::count_if(change.changes.begin(), change.changes.end(),
                      [](const FigureChange& each) { return each.kind == ChangeKind::added; });
    std::size_t skipped = 0;
    for (const FigureChange& each : change.changes) {
      if (each.kind == ChangeKind::added && static_cast<std::size_t>(added) > few) {
        ++skipped;
        continue;
      }
      table.row({each.period.text(),
                 each.before ? decimal_text(series.records[*each.before].value, language_) : "",
                 each.status == FigureStatus::withdrawn ? "-" : decimal_text(each.value, language_),
                 words(each.status).in(language_),
                 words(each.kind).in(language_) +
                     (each.why.empty() ? "" : ": " + each.why.in(language_))});
    }
    if (!table.rows.empty()) session_.out() << as_text(table);
    if (skipped > 0) session_.out() << "  " << range_of(change) << "\n";
    session_.out() << "\n";
  }

  std::string range_of(const SeriesChange& change) const {
    const FigureChange* first = nullptr;
    const FigureChange* last = nullptr;
    for (const FigureChange& each : change.changes) {
      if (each.kind != ChangeKind::added) continue;
      if (first == nullptr) first = &each;
      last = &each;
    }
    if (first == nullptr) return {};
    return say("new: ", "nieuw: ") + first->period.text() + " (" +
           decimal_text(first->value, language_) + ") " + say("to ", "tot en met ") +
           last->period.text() + " (" + decimal_text(last->value, language_) + ")";
  }

  void show_left_out() {
    if (changes_.left_out.empty()) return;
    session_.out() << say(
        "In the files, but not in the library; choose with --only (or name one with --as):\n",
        "Wel in de bestanden, niet in de bibliotheek; kies met --only (of noem er een met "
        "--as):\n");
    Table table;
    table.columns = {{say("table and codes", "tabel en codes"), Table::Align::left},
                     {"", Table::Align::left},
                     {say("base", "basis"), Table::Align::left},
                     {say("title", "titel"), Table::Align::left},
                     {say("periods", "perioden"), Table::Align::left}};
    constexpr std::size_t most = 20;
    for (const UnknownSeries& each : changes_.left_out) {
      if (table.rows.size() == most) break;
      table.row({each.table, words(each.frequency).in(language_), each.base, each.title,
                 each.periods.first.text() + " – " + each.periods.last.text()});
    }
    session_.out() << as_text(table);
    if (changes_.left_out.size() > most)
      session_.out() << say("and ", "en nog ") << changes_.left_out.size() - most
                     << say(" more\n", " reeksen\n");
    session_.out() << "\n";
  }

  void show(const Affected& affected) {
    const Contract& contract = affected.after->contract;
    session_.out() << affected.path << ": " << contract.title << "\n";
    if (affected.revision.shifts.empty()) {
      session_.out() << say("  no price changes\n\n", "  geen enkele prijs verandert\n\n");
      return;
    }
    Table table;
    table.columns = {{say("price", "prijs"), Table::Align::left},
                     {say("from", "vanaf"), Table::Align::left},
                     {say("was", "was"), Table::Align::right},
                     {say("becomes", "wordt"), Table::Align::right},
                     {say("a year", "per jaar"), Table::Align::right}};
    for (const PriceShift& shift : affected.revision.shifts) {
      const Line& line = *shift.prices->line;
      const int decimals = line.price_decimals(contract.currency, shift.prices->price);
      table.row(
          {line.id + (line.prices.size() > 1 ? " " + std::to_string(shift.prices->price + 1) : ""),
           shift.entry->from.text(),
           price_text(shift.before, decimals, contract.currency, language_),
           price_text(shift.after, decimals, contract.currency, language_), money(shift.per_year)});
    }
    session_.out() << as_text(table);
    if (affected.revision.total && *affected.revision.total)
      session_.out() << say("what remains, a year: ", "wat blijft, per jaar: ")
                     << money(affected.revision.total) << "\n";
    session_.out() << "\n";
  }

  std::string money(const std::optional<Outcome<Figure>>& amount) const {
    if (!amount) return "-";
    if (!*amount) return say("not determined yet", "nog niet te bepalen");
    return money_text(std::get<Money>((*amount)->value), language_);
  }

  const IndexImportOptions& options_;
  Session& session_;
  Language language_;
  std::string into_;
  Diagnostics problems_;
  Library library_;
  ChangeSet changes_;
  std::vector<Affected> affected_;
  std::vector<std::string> written_;
};

}  // namespace

Status index_import(const IndexImportOptions& options, Session& session) {
  return Importing(options, session).run();
}

}  // namespace pricetalk
