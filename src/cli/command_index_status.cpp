#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/contract_folder.hpp"
#include "document/time_words.hpp"
#include "index/import_command.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricetalk/pricing/schedule.hpp"
#include "report/json_index_status.hpp"
#include "report/table.hpp"
#include "scenario/named.hpp"

namespace pricetalk {

namespace {

/// The series of prices that are due on a day and wait for a figure, with the periods of those.
std::map<std::string, std::set<Period>> waited_for(const ContractFile& file, Date today) {
  std::map<std::string, std::set<Period>> found;
  const Coverage coverage(file.library, today);
  for (const PriceSchedule& prices : schedule(file.contract, coverage, today))
    if (const PriceEntry* now = prices.on(today); now != nullptr && !now->price)
      for (const Reason& reason : now->price.why().reasons()) {
        std::set<Period>& periods = found[reason.series];
        if (reason.period) periods.insert(reason.period->last);
      }
  return found;
}

class IndexStatusRun {
 public:
  IndexStatusRun(const IndexStatusOptions& options, Session& session)
      : options_(options), session_(session) {}

  Status run() {
    gather_contracts();
    const Language language = session_.language();
    session_.print(problems_, language);
    if (read_ == 0 && problems_.has_errors()) return Session::status_of(problems_);
    finish(language);
    if (session_.json())
      session_.out() << index_status_json(needed_, own_, unread_, session_.today(),
                                          session_.today_from_clock());
    else
      print_all(language);
    const bool found =
        unread_ > 0 || !own_.empty() ||
        std::any_of(needed_.begin(), needed_.end(), [](const NeededSeries& each) {
          return each.status.state == SeriesState::late || each.status.state == SeriesState::absent;
        });
    return found ? Status::findings : Status::fine;
  }

 private:
  void gather_contracts() {
    const std::vector<std::string> folders =
        options_.contracts.empty() ? std::vector<std::string>{"contracts"} : options_.contracts;
    const ContractPaths paths(folders, problems_);
    ContractLoader loader(session_.figures());
    for (const std::string& path : paths.files()) {
      Loaded<ContractFile> loaded = loader.load(path);
      // A series that is not there is a row of the answer.
      loaded.diagnostics.drop_if([](const Diagnostic& each) { return each.code == "I0201"; });
      problems_.append(loaded.diagnostics);
      if (loaded.value)
        take(*loaded.value);
      else
        ++unread_;
    }
  }

  void take(const ContractFile& file) {
    ++read_;
    libraries_.push_back(file.library);
    const Library& library = libraries_.back();
    std::set<std::string> own;
    for (const Series& series : file.contract.own_series) own.insert(series.id);
    const auto waiting = waited_for(file, session_.today());
    for (const std::string& id : series_named(file.contract)) {
      if (own.contains(id)) {
        if (const auto at = waiting.find(id); at != waiting.end() && !at->second.empty())
          own_.push_back({id, file.path, {at->second.begin(), at->second.end()}});
        continue;
      }
      NeededSeries& needed = needed_series(id);
      if (needed.series == nullptr) needed.series = library.find(id);
      if (needed.beside == nullptr && !library.all().empty())
        needed.beside = library.all().front().get();
      needed.contracts.push_back(file.path);
      if (waiting.contains(id)) needed.waiting.push_back(file.path);
    }
  }

  NeededSeries& needed_series(const std::string& id) {
    const auto at = std::find_if(needed_.begin(), needed_.end(),
                                 [&](const NeededSeries& each) { return each.id == id; });
    if (at != needed_.end()) return *at;
    NeededSeries made;
    made.id = id;
    needed_.push_back(std::move(made));
    return needed_.back();
  }

  void finish(Language language) {
    std::sort(needed_.begin(), needed_.end(),
              [](const NeededSeries& a, const NeededSeries& b) { return a.id < b.id; });
    for (NeededSeries& each : needed_) {
      if (each.series != nullptr) each.status = status_of(*each.series, session_.today());
      // What a contract waits for between later figures must be out as well.
      if (!each.status.gaps.empty() && !each.waiting.empty()) each.status.state = SeriesState::late;
      const bool late = each.status.state == SeriesState::late;
      if (!late && each.status.state != SeriesState::absent && each.status.gaps.empty()) continue;
      // A series that is not there yet goes to the others that its contracts read.
      each.command = import_command(each.id, each.series != nullptr ? each.series : each.beside,
                                    session_.json() ? Language::en : language);
    }
  }

  void print_all(Language language) {
    if (needed_.empty()) {
      session_.out() << say(language, "The contracts need no published figures.\n",
                            "De contracten hebben geen gepubliceerde cijfers nodig.\n");
      return print_own(language);
    }
    session_.out() << say(language, "Series that the contracts need, on ",
                          "Reeksen die de contracten nodig hebben, op ")
                   << date_text(session_.today(), language) << "\n\n";
    print_table(language);
    print_what_to_fetch(language);
    print_ended(language);
    print_own(language);
  }

  /// No publisher brings these: whoever keeps the contract adds them.
  void print_own(Language language) {
    if (own_.empty()) return;
    session_.out() << "\n"
                   << say(language, "Figures of contracts themselves that prices wait for\n",
                          "Eigen cijfers van contracten waarop prijzen wachten\n");
    for (const OwnFigures& each : own_) {
      std::string periods;
      for (const Period& period : each.periods)
        periods += (periods.empty() ? "" : ", ") + period_text(period, language);
      session_.out() << "  " << each.id << ": " << periods
                     << say(language, "; add it in ", "; vul aan in ") << each.contract
                     << say(language, ", figures = [..., [\"", ", figures = [..., [\"")
                     << each.periods.front().text()
                     << say(language, "\", figure]]\n", "\", cijfer]]\n");
    }
  }

  void print_table(Language language) {
    Table table;
    table.columns = {{say(language, "series", "reeks"), Table::Align::left},
                     {say(language, "contracts", "contracten"), Table::Align::right},
                     {say(language, "waiting", "wachten"), Table::Align::right},
                     {say(language, "up to", "tot en met"), Table::Align::left},
                     {say(language, "next", "volgende"), Table::Align::left},
                     {say(language, "expected", "verwacht"), Table::Align::left},
                     {say(language, "state", "stand"), Table::Align::left}};
    for (const NeededSeries& each : needed_) {
      const SeriesStatus& status = each.status;
      const std::string about = status.stated ? "" : say(language, "about ", "rond ");
      table.row({each.id, std::to_string(each.contracts.size()),
                 each.waiting.empty() ? "" : std::to_string(each.waiting.size()),
                 status.last ? status.last->text() : "-", status.next ? status.next->text() : "",
                 status.expected ? about + status.expected->text() : "",
                 words(status.state).in(language)});
    }
    session_.out() << as_text(table);
  }

  void print_what_to_fetch(Language language) {
    bool first = true;
    for (const NeededSeries& each : needed_) {
      if (each.command.empty()) continue;
      if (std::exchange(first, false))
        session_.out() << "\n" << say(language, "To fetch\n", "Op te halen\n");
      session_.out() << "  " << each.id << ": " << what_is_out(each, language) << "\n";
      if (each.series != nullptr && !each.series->source.empty())
        session_.out() << "    " << say(language, "where: ", "waar: ") << each.series->source
                       << (each.series->table.empty() ? "" : " (" + each.series->table + ")")
                       << "\n";
      session_.out() << "    " << say(language, "then type: ", "typ dan: ") << each.command << "\n";
    }
  }

  std::string what_is_out(const NeededSeries& each, Language language) {
    const SeriesStatus& status = each.status;
    if (status.state == SeriesState::absent) return words(status.state).in(language);
    std::string text;
    if (status.next && status.out_until) {
      text = span_text({*status.next, *status.out_until}, language) +
             say(language, " must be out", say_must_be_out(status));
      if (status.brought_in)
        text += say(language, "; the last one came on ", "; het laatste kwam op ") +
                date_text(*status.brought_in, language);
    } else if (status.state == SeriesState::late && status.gaps.empty()) {
      text = words(status.state).in(language);
    }
    if (status.gaps.empty()) return text;
    std::string gaps;
    for (const PeriodSpan& gap : status.gaps)
      gaps += (gaps.empty() ? "" : ", ") + span_text(gap, language);
    return text + (text.empty() ? "" : "; ") +
           say(language, "later figures are here, not those of ",
               "latere cijfers staan er wel, niet die van ") +
           gaps;
  }

  static std::string span_text(const PeriodSpan& span, Language language) {
    const std::string first = period_text(span.first, language);
    if (span.first == span.last) return first;
    return first + say(language, " to ", " tot en met ") + period_text(span.last, language);
  }

  static const char* say_must_be_out(const SeriesStatus& status) {
    return *status.out_until == *status.next ? " moet gepubliceerd zijn"
                                             : " moeten gepubliceerd zijn";
  }

  void print_ended(Language language) {
    bool first = true;
    for (const NeededSeries& each : needed_) {
      if (each.status.state != SeriesState::ended) continue;
      if (std::exchange(first, false))
        session_.out() << "\n"
                       << say(language, "Ended: later figures will never come\n",
                              "Gestopt: latere cijfers komen er nooit\n");
      const std::string& successor = each.series->successor;
      session_.out() << "  " << each.id << ": "
                     << (successor.empty()
                             ? say(language, "no successor is named", "er is geen opvolger genoemd")
                             : say(language, "goes on as ", "gaat verder als ") + successor)
                     << "\n";
      if (successor.empty() || is_here(successor)) continue;
      session_.out() << "    "
                     << say(language, "to bring that in, type: ", "om die binnen te halen: ")
                     << import_command(successor, each.series, language) << "\n";
    }
  }

  bool is_here(const std::string& id) const {
    return std::any_of(libraries_.begin(), libraries_.end(),
                       [&](const Library& library) { return library.find(id) != nullptr; });
  }

  const IndexStatusOptions& options_;
  Session& session_;
  Diagnostics problems_;
  std::vector<Library> libraries_;
  std::vector<NeededSeries> needed_;
  std::vector<OwnFigures> own_;
  std::size_t read_ = 0;
  std::size_t unread_ = 0;
};

}  // namespace

Status index_status(const IndexStatusOptions& options, Session& session) {
  return IndexStatusRun(options, session).run();
}

}  // namespace pricetalk
