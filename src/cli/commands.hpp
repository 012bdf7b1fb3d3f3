#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/contract_overview.hpp"
#include "audit/refund.hpp"
#include "cli/letter_document.hpp"
#include "cli/session.hpp"
#include "document/dictionary.hpp"
#include "index/change_set.hpp"
#include "pricetalk/letter/letter.hpp"
#include "pricetalk/scenario/scenario.hpp"
#include "report/addressee.hpp"

/// Every command: what it was asked, and the function that answers. One file per command,
/// `command_<name>.cpp`; `app.cpp` says how its options are written.
namespace pricetalk {

/// `pricetalk check FILE...`: are these files right?
struct CheckOptions {
  std::vector<std::string> files;  ///< or folders: every .toml file in them
  bool worked_examples = false;    ///< print also those that hold
  std::string rules;               ///< from which size on a formula is odd; empty: the defaults
  bool review = false;             ///< print every remark in full
  bool fix = false;                ///< mend what can be mended without choosing
  std::string sarif;               ///< file to write with every message; empty: none
};
Status check(const CheckOptions& options, Session& session);

/// `pricetalk schema`: the keys of a contract file, for editors.
struct SchemaOptions {};
Status schema(const SchemaOptions& options, Session& session);

/// `pricetalk read CONTRACT`: the contract in plain sentences.
struct ReadOptions {
  std::string contract;
};
Status read(const ReadOptions& options, Session& session);

/// `pricetalk explain CODE`: what a diagnostic means, with a mistake that has it.
struct ExplainOptions {
  std::string code;
};
Status explain(const ExplainOptions& options, Session& session);

/// `pricetalk price CONTRACT`: what may be charged on a day, and why.
struct PriceOptions {
  std::string contract;
  std::optional<Date> on;        ///< else today
  std::optional<Date> as_known;  ///< the figures as the world knew them on this day
  bool explain = false;
  std::string line;  ///< empty: all
};
Status price(const PriceOptions& options, Session& session);

/// `pricetalk prepare CONTRACT...`: the whole price talk, of each contract in a folder of its own.
struct PrepareOptions {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> scenarios;
  std::vector<std::string> invoices;  ///< files or folders
  std::string columns;                ///< column file of the invoices; empty: none
  /// Of one contract the folder itself, of several the folder of their folders; empty: talk/ and
  /// the contract's id.
  std::string out;
  std::string thresholds;  ///< thresholds file of the red-face rules; empty: the defaults
};
Status prepare(const PrepareOptions& options, Session& session);

/// `pricetalk audit CONTRACT... --invoices FILE`: what was charged too much or too little, and why;
/// of many contracts (command_audit_folder.cpp) the why of as many as `details` says.
struct AuditOptions {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> invoices;   ///< files or folders
  std::string csv;                     ///< file to write with every offending row; empty: none
  std::string columns;                 ///< column file of the invoices; empty: none
  std::string write_columns;           ///< file to write with how they are read; empty: none
  std::string chart;                   ///< drawing to write (SVG), of many a folder; empty: none
  std::size_t details = 0;             ///< of many: how many are audited with causes and refund
  std::string law;                     ///< statutory facts that go before those of the program
  std::optional<Date> refund_on;       ///< when the money is paid back; nothing: today
  std::optional<Date> discovered;      ///< when the mistake was known; nothing: today
  std::optional<InterestFrom> interest_from;  ///< nothing: from each payment
  std::optional<Addressee> reader;            ///< nothing: the supplier
  std::string compiled;  ///< of many: file that keeps what was read of the contracts; empty: none
  std::size_t jobs = 0;  ///< of many: contracts read at once; 0: one for each processor
};
RefundTerms refund_terms(const AuditOptions& options, Date today);
Status audit(const AuditOptions& options, Session& session);

/// `pricetalk periods CONTRACT`: until when may be returned and claimed after a delivery, and who
/// must prove what.
struct PeriodsOptions {
  std::string contract;
  std::string line;               ///< empty: the terms of the whole contract
  std::optional<Date> delivered;  ///< needed without `deliveries`
  std::optional<Date> bought;     ///< nothing: the day of the contract
  std::optional<Date> received;   ///< nothing: on the day of delivery
  std::string informed;           ///< yes, no, unknown or a day; empty: as the contract says
  std::optional<Date> discovered;
  std::optional<Date> complained;
  std::optional<Date> withdrawn;
  bool second_hand = false;
  std::vector<std::string> scenarios;  ///< what is expected to come back or to be faulty; or none
  std::string deliveries;              ///< list of deliveries (CSV, XLSX, ODS); empty: one delivery
  std::string law;                     ///< statutory facts that go before those of the program
};
Status periods(const PeriodsOptions& options, Session& session);

/// `pricetalk redface CONTRACT...`: what would make us blush.
struct RedFaceOptions {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> invoices;   ///< files or folders, of all contracts; empty: none
  std::string columns;                 ///< column file of the invoices; empty: none
  std::string thresholds;              ///< thresholds file; empty: the defaults
  std::string csv;       ///< file to write with every offending invoice row; empty: none
  std::string chart;     ///< drawing to write (SVG), of many contracts a folder; empty: none
  std::size_t jobs = 0;  ///< contracts looked at at once; 0: one for each processor
  std::optional<Addressee> reader;  ///< nothing: the supplier
};
Status redface(const RedFaceOptions& options, Session& session);

/// `pricetalk level CONTRACT...`: where each price stands against the market, newer customers and
/// its own costs.
struct LevelOptions {
  std::vector<std::string> contracts;  ///< or folders; newer customers are looked for among them
  std::string thresholds;              ///< as of `redface`
  std::string tenders;   ///< list of tender results (CSV, XLSX, ODS) of one contract; empty: none
  std::string charts;    ///< folder for a drawing (SVG) of each line; empty: none
  std::size_t jobs = 0;  ///< files that are read at once; 0: one for each processor
};
Status level(const LevelOptions& options, Session& session);

/// `pricetalk propose CONTRACT`: what to offer instead of indexation, both sides.
struct ProposeOptions {
  std::string contract;
  std::vector<std::string> scenarios;
  std::optional<InnovationForm> form;
  std::vector<std::string> invoices;     ///< files or folders
  std::string columns;                   ///< column file of the invoices; empty: none
  std::vector<std::string> innovations;  ///< ids of what is proposed; empty: the first good one
  std::optional<Decimal> budget;         ///< empty: as the contract says
  bool received = false;                 ///< judged for the customer
};
Status propose(const ProposeOptions& options, Session& session);

/// `pricetalk letter CONTRACT`: the letter with its annexes, in Markdown.
struct LetterOptions {
  std::string contract;
  std::optional<LetterKind> kind;  ///< else innovation
  bool mail = false;               ///< print the e-mail to which it is attached instead
  std::optional<InnovationForm> form;
  std::vector<std::string> scenarios;
  std::vector<std::string> invoices;     ///< files or folders
  std::string columns;                   ///< column file of the invoices; empty: none
  std::vector<std::string> innovations;  ///< ids of what is proposed; empty: the first good one
  DocumentTarget target;                 ///< where it goes, and as what
  std::string check;                     ///< a letter that somebody changed; empty: one is made
  std::string attach;                 ///< the letter that goes with an e-mail; empty: as it is made
  std::vector<std::string> disputed;  ///< "LINE" or "LINE=AMOUNT", as the customer writes
  std::optional<Date> received;       ///< day on which his letter came
};
Status letter(const LetterOptions& options, Session& session);

/// `pricetalk brief CONTRACT`: what to say on the telephone before the letter is sent.
struct BriefOptions {
  std::string contract;
  std::optional<LetterKind> kind;  ///< else innovation
  std::vector<std::string> scenarios;
  std::vector<std::string> invoices;  ///< files or folders
  std::string columns;                ///< column file of the invoices; empty: none
};
Status brief(const BriefOptions& options, Session& session);

/// `pricetalk tone FILE`: how a letter that somebody wrote sounds to its reader.
struct ToneOptions {
  std::string file;  ///< Markdown, text, DOCX or ODT
};
Status tone_of(const ToneOptions& options, Session& session);

/// `pricetalk clause TEXT`: what the words of a paper clause say, as a clause of a contract file.
struct ClauseOptions {
  std::string text;            ///< the words, or a file with them
  std::string country = "NL";  ///< whose law, and so whose CPI
};
Status clause_of(const ClauseOptions& options, Session& session);

/// `pricetalk index list`: the library of series.
struct IndexListOptions {};
Status index_list(const IndexListOptions& options, Session& session);

/// `pricetalk index show SERIES`: one series, table and small chart.
struct IndexShowOptions {
  std::string series;
  std::string from;
  std::string to;
};
Status index_show(const IndexShowOptions& options, Session& session);

/// `pricetalk index link FROM TO`: two bases joined by both methods, beside each other.
struct IndexLinkOptions {
  std::string from;
  std::string to;
  std::string base;
  std::string use;
  std::string at;  ///< empty: the publisher's, else the last period definitive in both
  std::string coefficient;
  std::string coefficient_to_next;
  std::string coefficient_decimals;
  std::string decimals;
  std::string amount;  ///< empty: 100,000.00
  bool explain = false;
};
Status index_link(const IndexLinkOptions& options, Session& session);

/// `pricetalk index check [SERIES...]`: do the figures agree with each other and their headings?
struct IndexCheckOptions {
  std::vector<std::string> series;  ///< empty: all
};
Status index_check(const IndexCheckOptions& options, Session& session);

/// `pricetalk index status [FOLDER...]`: which series the contracts need, and how they stand.
struct IndexStatusOptions {
  std::vector<std::string> contracts;  ///< files or folders; empty: `contracts`
};
Status index_status(const IndexStatusOptions& options, Session& session);

/// `pricetalk index import FILE...`: publishers' files into the library.
struct IndexImportOptions {
  std::vector<std::string> files;  ///< or folders with the parts of a table
  std::string into;                ///< folder of the library; empty: `indices`
  std::vector<std::string> only;
  std::string as;
  std::optional<Date> retrieved;  ///< else today
  std::optional<OnConflict> on_conflict;
  std::optional<OnConflict> on_doubt;
  std::optional<DecimalMark> decimal_mark;  ///< where the files do not show it
  std::vector<std::string> affects;         ///< contracts or folders of them
  bool dry_run = false;
};
Status index_import(const IndexImportOptions& options, Session& session);

/// One of so many shares of the contracts, from 1.
struct Shard {
  std::size_t number = 1;
  std::size_t of = 1;
};

/// `pricetalk simulate CONTRACT... --scenario FILE...`: what it will cost, alternatives side by
/// side.
struct SimulateOptions {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them, added up
  std::vector<std::string> scenarios;
  std::optional<Date> from;           ///< first day of the amounts; nothing: the next invoice
  std::optional<Date> until;          ///< last day of the amounts; nothing: as `months` says
  std::size_t months = 0;             ///< how far to look; 0: as the scenario says
  std::vector<std::string> invoices;  ///< files or folders, in place of what would be computed
  std::string columns;                ///< column file of the invoices; empty: none
  std::string csv;                    ///< file to write with every amount; empty: none
  std::string xlsx;        ///< the same as a workbook, with totals by tag and year; empty: none
  std::string csv_totals;  ///< file to write with what every contract costs by year; empty: none
  std::string charts;      ///< folder to write drawings (SVG) into; empty: none
  std::string compiled;    ///< file that keeps what was read of the contracts; empty: none
  std::optional<Shard> shard;     ///< only this share of the contracts; needs `part`
  std::string part;               ///< file to write what the share answers to
  std::size_t jobs = 0;           ///< files or paths at once; 0: one for each processor
  std::optional<Decimal> budget;  ///< for all simulated months; empty: none
  std::string chance_csv;  ///< file to write with the percentiles of every contract; empty: none
  bool wide = false;       ///< tables as wide as they are
  std::optional<std::uint64_t> path;  ///< of the random futures, which is simulated alone
};
Status simulate(const SimulateOptions& options, Session& session);

/// `pricetalk merge PART...`: the shares of one simulation together.
struct MergeOptions {
  std::vector<std::string> parts;  ///< files that `simulate --shard` wrote, all of them
  /// These three: what shares do not have, so that it can be said.
  std::string csv;
  std::string xlsx;
  std::vector<std::string> invoices;
  // These: as of SimulateOptions.
  std::string csv_totals;
  std::string charts;
  std::string chance_csv;
  bool wide = false;
};
Status merge_parts(const MergeOptions& options, Session& session);

/// `pricetalk scenario backtest`: how often random futures would have held what came.
struct BacktestOptions {
  std::vector<std::string> series;
  std::optional<RandomMethod> method;  ///< else each of them
  std::size_t paths = 1000;            ///< from each month
  std::size_t block = 12;              ///< mean length in months
  std::size_t seed = 1;
  std::string csv;  ///< file to write with every row; empty: none
};
Status scenario_backtest(const BacktestOptions& options, Session& session);
/// `pricetalk exposure CONTRACT... --scenario FILE...`: what the money hangs on: indices, limits,
/// and what is assumed.
struct ExposureOptions {
  std::vector<std::string> contracts;  ///< or folders: every .toml file in them
  std::vector<std::string> scenarios;
  std::string future;        ///< id of the future; empty: the first one
  std::string csv;           ///< file to write with every figure of every contract; empty: none
  std::string charts;        ///< folder to write drawings (SVG) into; empty: none
  std::string compiled;      ///< file that keeps what was read of the contracts; empty: none
  std::size_t decimals = 2;  ///< of the fixed rise that costs the same; at most 6
  std::size_t jobs = 0;      ///< files that are read at once; 0: one for each processor
};
Status exposure(const ExposureOptions& options, Session& session);

template <>
struct Dictionary<OverviewOrder> {
  static constexpr auto words = word_table<OverviewOrder>({
      {"cost", OverviewOrder::cost},
      {"contract", OverviewOrder::contract},
      {"next", OverviewOrder::next},
      {"step", OverviewOrder::step},
      {"deadline", OverviewOrder::deadline},
      {"end", OverviewOrder::end},
      {"caps", OverviewOrder::caps},
      {"provisional", OverviewOrder::provisional},
      {"findings", OverviewOrder::findings},
  });
};

/// `pricetalk overview FOLDER`: a row for each contract, ranked.
struct OverviewOptions {
  std::vector<std::string> contracts;  ///< files or folders
  std::vector<std::string> scenarios;  ///< none: the cost at the prices that are known today
  std::optional<OverviewOrder> order;  ///< nothing: by cost
  std::vector<std::string> tags;       ///< "name=value"; all of them must hold
  std::string csv;                     ///< file to write with every contract; empty: none
  std::size_t jobs = 0;                ///< files that are read at once; 0: one for each processor
};
Status overview(const OverviewOptions& options, Session& session);

/// `pricetalk freeze DIR CONTRACT... --scenario FILE...`: a run with everything that it was made
/// from, to be repeated. `pricetalk freeze --check DIR` repeats it and says what differs.
struct FreezeOptions {
  std::string folder;                  ///< of the frozen run
  std::vector<std::string> contracts;  ///< or folders; none with `check`
  std::vector<std::string> scenarios;  ///< none with `check`
  std::optional<Date> from;            ///< these three: as of `simulate`
  std::optional<Date> until;
  std::size_t months = 0;
  std::vector<std::string> invoices;  ///< these two: as of `simulate`
  std::string columns;
  std::string approved_by;  ///< empty: nobody yet
  bool check = false;       ///< repeat what is in the folder
  std::string compiled;     ///< file that keeps what was read of the contracts; empty: none
  std::size_t jobs = 0;     ///< files that are read at once; 0: one for each processor
};
Status freeze(const FreezeOptions& options, Session& session);

/// `pricetalk bridge A B`: why two frozen runs differ, cause by cause.
struct BridgeOptions {
  std::string before;       ///< folder of the earlier run
  std::string after;        ///< folder of the later run
  std::string future;       ///< empty: the first that both have
  std::string alternative;  ///< empty: the contracts as they are
  std::string year;         ///< of one calendar year; empty: of all
  bool contracted = false;  ///< without what assumes renewal
  std::string by;           ///< name of a tag; empty: all together
  std::size_t details = 0;  ///< contracts shown one by one; 0: ten
  std::string csv;          ///< file to write with every contract; empty: none
  std::string chart;        ///< drawing to write (SVG); empty: none
  std::size_t jobs = 0;     ///< files that are read at once; 0: one for each processor
};
Status bridge(const BridgeOptions& options, Session& session);

/// `pricetalk answer CONTRACT`: what to answer to an announced price, and the draft of it.
struct AnswerOptions {
  std::string contract;
  std::string announced;            ///< a percentage as written; empty: `prices` say it
  std::vector<std::string> prices;  ///< "line=37.63"
  std::vector<std::string> lines;  ///< ids that `announced` is about; none: the letter does not say
  std::optional<Date> on;          ///< first day of the new price
  std::optional<Date> received;    ///< nothing: it is not judged whether it came in time
  std::string letter_received;     ///< the letter as a PDF: suggested, not judged; empty: none
  std::string letter;              ///< file to write the draft to; empty: it is printed
  std::string house_style;         ///< a document whose look the draft has; empty: our own
};
Status answer(const AnswerOptions& options, Session& session);

/// `pricetalk import REGISTER --out FOLDER`: a register of contracts becomes a folder of files.
struct ImportOptions {
  std::string file;         ///< CSV, XLSX or ODS
  std::string out;          ///< the folder
  std::string mapping;      ///< how the words are read; empty: the folder's own
  std::string sheet;        ///< of a workbook; empty: the only one that is a register
  std::size_t details = 0;  ///< rows that are shown; 0: twenty
};
Status import_contracts(const ImportOptions& options, Session& session);

/// `pricetalk inbox LETTERS --contracts FOLDER`: letters of suppliers, a verdict for each.
struct InboxOptions {
  std::vector<std::string> letters;    ///< lists (CSV, XLSX, ODS), or folders of them
  std::vector<std::string> contracts;  ///< files or folders
  std::string html;                    ///< these three: files to write the list of work to
  std::string xlsx;
  std::string csv;
  std::string answers;      ///< one document of all drafts (.html, .md), or a folder of them
  std::size_t details = 0;  ///< letters that are shown; 0: twenty
  std::size_t jobs = 0;     ///< contracts and letters at once; 0: one for each processor
};
Status inbox(const InboxOptions& options, Session& session);

}  // namespace pricetalk
