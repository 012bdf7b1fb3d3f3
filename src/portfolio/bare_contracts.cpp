#include "portfolio/bare_contracts.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "portfolio/amount_course.hpp"
#include "portfolio/column_run.hpp"
#include "portfolio/line_group.hpp"
#include "portfolio/plans.hpp"
#include "portfolio/price_course.hpp"
#include "pricing/fold.hpp"

namespace pricetalk {

namespace {

using SharedContract = std::shared_ptr<const WholeContract>;

/// A contract without what its prices follow from, for all that have its frame.
Contract without_terms(const Contract& whole) {
  Contract made = whole;
  made.id.clear();
  made.title.clear();
  made.lines.clear();
  made.clauses.clear();
  made.terms = {};
  made.own_series.clear();
  made.shared_clauses.clear();
  made.supplier.clear();
  made.customer.clear();
  return made;
}

/// The same of a line, for all that have its content.
Line without_clauses(const Line& whole) {
  Line made = whole;
  made.clauses.clear();
  return made;
}

Line line_like(const Line& content, const LineEntry& own) {
  Line made = content;
  made.id = own.id;
  made.title = own.title;
  made.aliases = own.aliases;
  made.prices.front().original.value = own.price;
  if (made.quantity) set_numbers(made.quantity->value, own.numbers);
  return made;
}

std::optional<PartyTerms> party_like(const std::optional<PartyEntry>& own) {
  std::optional<PartyTerms> made;
  if (!own) return made;
  made.emplace().name.value = own->name;
  for (const std::string& id : own->ids) made->id.emplace_back().value = id;
  return made;
}

Contract contract_like(const Contract& frame, const PortfolioEntry& own) {
  Contract made = frame;
  made.id = own.id();
  made.title = own.title;
  for (const std::string& order : own.orders)
    made.terms.contract.orders.emplace_back().value = order;
  if (own.supplier || own.customer) {
    made.terms.parties.emplace();
    made.terms.parties->supplier = party_like(own.supplier);
    made.terms.parties->customer = party_like(own.customer);
  }
  return made;
}

/// By what a line that is read again is known to be the same.
struct LineKey {
  std::string id;
  TextId content = 0;
  Decimal price;
  friend bool operator==(const LineKey& a, const LineKey& b) {
    return a.id == b.id && a.content == b.content && a.price.same_text(b.price);
  }
};
using LineKeys = std::vector<LineKey>;

LineKeys keys_of(const PortfolioEntry& entry) {
  LineKeys made;
  for (const LineEntry& line : entry.lines) made.push_back({line.id, line.prices, line.price});
  return made;
}

/// The price columns of a content, once all its lines are there.
LineColumns price_columns(const std::vector<Decimal>& written) {
  LineGroup group;
  group.written = written;
  group.contracts.resize(written.size());  // nothing is added up by contract
  return columns_of(group, LineOrder::as_added);
}

}  // namespace

struct BareContracts::State {
  /// All lines of one content, and their prices as far as somebody asked for them.
  struct PricedContent {
    TextId id = 0;
    SharedContract whole;      ///< that stands for all
    std::size_t line = 0;      ///< of it
    Line bare;                 ///< the same without clauses
    LineColumns columns = {};  ///< of all lines
    std::vector<Decimal> written = {};
    std::optional<Date> asked = {};  ///< until when they were wanted
    Date until = {};                 ///< until when they are known
    std::vector<std::pair<std::int32_t, Fixity>> entries = {};
    std::optional<ColumnRun> run = {};  ///< nothing: no columns give them
  };

  struct LineAt {
    std::size_t content;
    std::size_t position;  ///< among the lines of that content
  };

  struct OneContract {
    std::string path;
    std::string figures;                ///< names its library
    std::optional<Contract> bare = {};  ///< nothing: it is whole
    SharedContract whole = {};
    std::vector<LineAt> lines = {};

    const Contract& contract() const { return bare ? *bare : whole->contract; }
  };

  State(Date day, Portfolio::ReadAgain reader, std::shared_ptr<SharedTexts> shared, Diagnostics& to)
      : today(day), read_again(std::move(reader)), texts(std::move(shared)), problems(to) {}

  /// A contract again, from its file; nothing, and told, when its lines are no longer these.
  SharedContract read(const std::string& path, const std::string& figures, const LineKeys& lines) {
    std::optional<Portfolio::Read> again = read_again(path);
    if (again &&
        keys_of(TakenApart(again->contract, path, figures).entry(*texts, again->library)) == lines)
      return std::make_shared<const WholeContract>(
          WholeContract{std::move(again->contract), std::move(again->library)});
    problems.error("O0004", {},
                   {"'" + path + "' was changed while it was being read",
                    "'" + path + "' is gewijzigd terwijl het werd gelezen"},
                   {"run the command again", "voer de opdracht nog eens uit"});
    return nullptr;
  }

  LineKeys keys_of_bare(const OneContract& one) const {
    LineKeys made;
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
      const Line& line = one.bare->lines[i];
      made.push_back(
          {line.id, contents[one.lines[i].content].id, line.prices.front().original.value});
    }
    return made;
  }

  void price(PricedContent& content, Date until) {
    const WholeContract& whole = *content.whole;
    const Coverage coverage(whole.library, today);
    const PricingContext context{&whole.contract, &whole.contract.lines[content.line], 0,
                                 &coverage};
    content.asked = until;
    content.run.reset();
    PriceSchedule schedule = pricetalk::schedule(context, until);
    PriceCourse course = price_course(schedule);
    if (!course.refused.empty()) {
      // What holds before it can be told.
      until = course.refused_from.plus_days(-1);
      schedule = pricetalk::schedule(context, until);
      course = price_course(schedule);
    }
    if (!course.refused.empty()) return;
    content.columns = price_columns(content.written);
    ColumnRun run(plans, content.columns);
    run.follow(course);
    if (!run.refused().empty()) return;
    content.until = until;
    content.entries.clear();
    for (const PriceEntry& entry : schedule.entries)
      content.entries.emplace_back(entry.from.days(), entry.fixity);
    content.run.emplace(std::move(run));
  }

  Date today;
  Portfolio::ReadAgain read_again;
  std::shared_ptr<SharedTexts> texts;
  Diagnostics& problems;
  std::deque<OneContract> contracts;
  std::deque<PricedContent> contents;
  std::unordered_map<TextId, std::size_t> by_content;
  std::unordered_map<TextId, Contract> frames;
  Plans plans;
};

BareContracts::BareContracts(Date today, Portfolio::ReadAgain read_again,
                             std::shared_ptr<SharedTexts> texts, Diagnostics& problems)
    : state_(std::make_unique<State>(today, std::move(read_again), std::move(texts), problems)) {}
BareContracts::~BareContracts() = default;

bool BareContracts::add(const PortfolioEntry& entry, std::optional<Portfolio::Here> here) {
  State& state = *state_;
  State::OneContract one{entry.path, entry.figures};
  SharedContract whole;
  const auto read = [&]() -> const SharedContract& {
    if (whole == nullptr && here) {
      Contract contract = here->contract;
      // The clauses and lines as written are no longer needed; as meant they stand beside them.
      contract.terms.clause = {};
      contract.terms.price = {};
      whole =
          std::make_shared<const WholeContract>(WholeContract{std::move(contract), here->library});
    } else if (whole == nullptr) {
      whole = state.read(entry.path, entry.figures, keys_of(entry));
    }
    return whole;
  };
  if (!entry.unpriced.empty()) {
    one.whole = read();
    if (one.whole == nullptr) return false;
    state.contracts.push_back(std::move(one));
    return true;
  }
  const bool framed = state.frames.contains(entry.frame);
  if (!framed && read() == nullptr) return false;
  if (!framed) state.frames.emplace(entry.frame, without_terms(whole->contract));
  one.bare = contract_like(state.frames.at(entry.frame), entry);
  for (std::size_t i = 0; i < entry.lines.size(); ++i) {
    const LineEntry& line = entry.lines[i];
    auto known = state.by_content.find(line.prices);
    if (known == state.by_content.end()) {
      if (read() == nullptr) return false;
      known = state.by_content.emplace(line.prices, state.contents.size()).first;
      state.contents.push_back({line.prices, whole, i, without_clauses(whole->contract.lines[i])});
    }
    State::PricedContent& content = state.contents[known->second];
    one.bare->lines.push_back(line_like(content.bare, line));
    one.lines.push_back({known->second, content.written.size()});
    content.written.push_back(line.price);
  }
  state.contracts.push_back(std::move(one));
  return true;
}

std::vector<BulkContract> BareContracts::list() const {
  std::vector<BulkContract> made;
  for (const State::OneContract& each : state_->contracts)
    made.push_back({&each.contract(), each.bare ? nullptr : &each.whole->library, each.path});
  return made;
}

std::optional<KnownPrices> BareContracts::prices(std::size_t contract, std::size_t line,
                                                 Date until) {
  const State::LineAt& at = state_->contracts[contract].lines[line];
  State::PricedContent& content = state_->contents[at.content];
  // Rows of later days come one after the other: the rest of their year is made at once.
  if (!content.asked || *content.asked < until)
    state_->price(content,
                  state_->today < until ? *Date::make(until.year(), 12, 31) : state_->today);
  if (!content.run || content.run->own_way()[at.position]) return std::nullopt;
  KnownPrices made{content.until, {}};
  made.prices.reserve(content.entries.size());
  for (std::size_t step = 0; step < content.entries.size(); ++step) {
    const auto& [from, fixity] = content.entries[step];
    made.prices.push_back({from, fixity, true, content.run->price(step, at.position)});
  }
  return made;
}

std::shared_ptr<const WholeContract> BareContracts::whole(std::size_t contract) {
  const State::OneContract& one = state_->contracts[contract];
  if (one.whole != nullptr) return one.whole;
  return state_->read(one.path, one.figures, state_->keys_of_bare(one));
}

std::size_t BareContracts::contents() const { return state_->contents.size(); }

}  // namespace pricetalk
