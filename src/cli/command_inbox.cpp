#include <algorithm>
#include <ostream>

#include "answer/inbox.hpp"
#include "cli/asked_files.hpp"
#include "cli/commands.hpp"
#include "cli/inbox_files.hpp"
#include "cli/spread.hpp"
#include "report/inbox_report.hpp"

namespace pricetalk {

namespace {

constexpr std::size_t letters_shown = 20;

bool asks_for_work(const InboxAnswer& inbox) {
  return std::any_of(inbox.sums.begin(), inbox.sums.end(), [](const InboxSum& sum) {
    return sum.letters > 0 && sum.state != InboxState::accept;
  });
}

}  // namespace

Status inbox(const InboxOptions& options, Session& session) {
  AskedFiles files{{{"--html", options.html},
                    {"--xlsx", options.xlsx},
                    {"--csv", options.csv},
                    {"--answers", options.answers}},
                   {},
                   options.letters};
  files.also_read(options.contracts);
  files.also_read(session.figures().paths);
  const Diagnostics twice = asked_twice(files);
  if (twice.has_errors()) {
    session.print(twice, session.language());
    return Status::usage;
  }
  Diagnostics problems;
  const InboxContracts contracts(options, session.figures(), problems);
  const InboxLists lists(options.letters, problems);
  const Language language = session.language(contracts.language());
  if (lists.rows().empty() || (contracts.list().empty() && contracts.unread().empty())) {
    session.print(problems, language);
    return Status::invalid;
  }
  std::vector<InboxLetter> letters =
      addressed(lists.rows(), contracts.list(), session.today(), problems, contracts.unread());
  spread(options.jobs, letters.size(), [&](std::size_t i) { judge(letters[i], session.today()); });
  tell_contradictions(letters, problems);
  const InboxAnswer made = collected(std::move(letters), session.today());
  problems.append(write_inbox_files(options, made, language));
  session.print(problems, language);
  if (session.json()) {
    session.out() << inbox_json(made, {lists.unread_files(), contracts.unread().size()}, problems,
                                session.today_from_clock());
  } else {
    session.print_today(language);
    session.out() << inbox_text(made, options.details == 0 ? letters_shown : options.details,
                                language);
  }
  if (problems.has_errors()) return Status::invalid;
  return asks_for_work(made) ? Status::findings : Session::status_of(problems);
}

}  // namespace pricetalk
