#include "answer/inbox.hpp"

#include <algorithm>
#include <map>

#include "answer/check_letter.hpp"
#include "answer/letter_itself.hpp"
#include "answer/supplier_name.hpp"
#include "document/words.hpp"
#include "invoice/cells.hpp"
#include "portfolio/tags.hpp"
#include "pricetalk/audit/audit.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/announced.hpp"

namespace pricetalk {

std::string_view word(InboxState state) {
  if (state == InboxState::to_read) return "to-read";
  return state == InboxState::not_judged ? "not-judged" : word(static_cast<LetterVerdict>(state));
}

Phrase words(InboxState state) {
  if (state == InboxState::to_read) return {"read it yourself", "zelf lezen"};
  if (state == InboxState::not_judged) return {"not judged", "niet beoordeeld"};
  return words(static_cast<LetterVerdict>(state));
}

InboxState InboxLetter::state() const {
  if (answer) return static_cast<InboxState>(answer->verdict);
  return row.itself ? InboxState::to_read : InboxState::not_judged;
}

std::optional<Date> InboxLetter::answer_by() const {
  return answer ? answer->reply.answer_by : std::nullopt;
}

namespace {

/// "contracts/schoonmaak.toml" is schoonmaak.
std::string file_stem(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  if (path.ends_with(".toml")) path.remove_suffix(5);
  return std::string(path);
}

std::string owner_of(const InboxRow& row, const Contract& contract) {
  if (!row.owner.empty()) return row.owner;
  const auto tags = tags_of(contract);
  for (const char* name : {"owner", "eigenaar"})
    if (const auto found = tags.find(name); found != tags.end()) return found->second;
  return {};
}

/// C-2001 is no misspelling of C-2006; C-201 and C-2010 may be one.
bool differ_in_number(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    std::string made;
    for (const char c : text)
      if (document::is_digit(c) && c != '0') made += c;
    std::sort(made.begin(), made.end());
    return made;
  };
  return digits(a) != digits(b);
}

/// Which contract each name means: ids before files, files before titles.
class ContractNameBook {
 public:
  explicit ContractNameBook(const std::vector<InboxContract>& contracts) {
    for (const InboxContract& each : contracts) {
      ids_[cells::folded(each.contract->id)].push_back(&each);
      files_[cells::folded(file_stem(each.path))].push_back(&each);
      titles_[cells::folded(each.contract->title)].push_back(&each);
      if (each.contract->supplier.empty()) continue;
      suppliers_[cells::folded(each.contract->supplier)].push_back(&each);
      names_[supplier_name(each.contract->supplier).name].push_back(&each);
    }
  }

  using Found = std::vector<const InboxContract*>;

  Found of(const InboxRow& row) const {
    if (!row.contract.empty()) {
      for (const auto* names : {&ids_, &files_, &titles_}) {
        const auto found = names->find(cells::folded(file_stem(row.contract)));
        if (found != names->end()) return found->second;
        const auto whole = names->find(cells::folded(row.contract));
        if (whole != names->end()) return whole->second;
      }
      return {};
    }
    Found made = of_supplier(row.supplier);
    if (row.line.empty() || made.size() == 1) return made;
    std::erase_if(made, [&](const InboxContract* each) {
      return match(*each->contract, row.line).first == nullptr;
    });
    return made;
  }

  /// The nearest id or supplier, for a hint.
  std::string near(const InboxRow& row) const {
    const bool by_id = !row.contract.empty();
    std::vector<std::string_view> known;
    for (const auto& [folded, contracts] : by_id ? ids_ : suppliers_)
      known.push_back(by_id ? contracts.front()->contract->id
                            : contracts.front()->contract->supplier);
    return std::string(nearest(by_id ? row.contract : row.supplier, known));
  }

 private:
  /// By the whole name; else by the name alone, where one of the two leaves out its legal form.
  Found of_supplier(const std::string& written) const {
    const auto whole = suppliers_.find(cells::folded(written));
    if (whole != suppliers_.end()) return whole->second;
    const SupplierName named = supplier_name(written);
    const auto alike = names_.find(named.name);
    if (alike == names_.end()) return {};
    Found made = alike->second;
    if (!named.form.empty())
      std::erase_if(made, [](const InboxContract* each) {
        return !supplier_name(each->contract->supplier).form.empty();
      });
    return made;
  }

  using Names = std::map<std::string, Found>;
  Names ids_;
  Names files_;
  Names titles_;
  Names suppliers_;
  Names names_;  ///< of suppliers, without their legal form
};

/// Puts rows beside their contracts.
class InboxAddresser {
 public:
  InboxAddresser(const std::vector<InboxContract>& contracts, const UnreadContracts& unread,
                 Date today, Diagnostics& diagnostics)
      : contracts_(contracts),
        unread_(unread),
        names_(contracts),
        today_(today),
        diagnostics_(diagnostics) {}

  InboxLetter address(InboxRow row, std::size_t number) {
    InboxLetter made;
    made.row = std::move(row);
    made.number = number;
    made.owner = made.row.owner;
    made.not_judged = made.row.unread;
    if (made.row.itself) guess_contract(made, *made.row.itself);
    if (!made.not_judged.empty()) return made;
    find_contract(made);
    if (made.contract == nullptr) return made;
    made.owner = owner_of(made.row, *made.contract->contract);
    check_supplier(made);
    find_line(made);
    check_currency(made);
    if (!made.not_judged.empty()) return made;
    tell_again(made);
    tell_early(made);
    for (LetterProblem& each : letter_problems(made.row.letter, *made.contract->contract, today_))
      refuse(made, std::move(each.title), std::move(each.hint));
    return made;
  }

 private:
  void refuse(InboxLetter& letter, Phrase title, Phrase hint) {
    if (letter.not_judged.empty()) letter.not_judged = title;
    diagnostics_.error("A0188", letter.row.where, std::move(title), std::move(hint));
  }

  void guess_contract(InboxLetter& letter, const LetterItself& itself) {
    letter.guess = contract_named_in(itself.text, contracts_);
    if (letter.guess != nullptr) letter.owner = owner_of(letter.row, *letter.guess->contract);
    letter.not_judged = how_to_confirm(itself, letter.guess);
  }

  void check_currency(InboxLetter& letter) {
    const Currency& own = letter.contract->contract->currency;
    if (!letter.row.currency || *letter.row.currency == own) return;
    const std::string stated(letter.row.currency->code());
    const std::string agreed(own.code());
    refuse(letter,
           {"the letter is in " + stated + ", and the contract in " + agreed,
            "de brief is in " + stated + ", en het contract in " + agreed},
           {"ask the supplier for the price in " + agreed,
            "vraag de leverancier om de prijs in " + agreed});
  }

  /// A row with the id of one contract and the supplier of another is about either.
  void check_supplier(InboxLetter& letter) {
    const std::string& named = letter.row.supplier;
    const std::string& agreed = letter.contract->contract->supplier;
    const std::string& id = letter.contract->contract->id;
    if (letter.row.contract.empty() || named.empty() || agreed.empty() ||
        likeness(named, agreed) > 0 || cells::folded(named) == cells::folded(agreed))
      return;
    refuse(letter,
           {"the row names " + named + ", and contract " + id + " is with " + agreed,
            "de rij noemt " + named + ", en contract " + id + " is met " + agreed},
           {"look in the letter which of the two it is about",
            "kijk in de brief om welke van de twee het gaat"});
  }

  void find_contract(InboxLetter& letter) {
    const InboxRow& row = letter.row;
    const auto found = names_.of(row);
    const std::string name = row.contract.empty() ? row.supplier : row.contract;
    if (found.size() == 1) {
      letter.contract = found.front();
      return;
    }
    if (found.empty()) {
      if (const UnreadContract* unread = unread_of(row)) return refuse_unread(letter, *unread);
      const std::string near = names_.near(row);
      return refuse(
          letter,
          row.contract.empty()
              ? Phrase{"no contract of '" + name + "'", "geen contract van '" + name + "'"}
              : Phrase{"no contract '" + name + "'", "geen contract '" + name + "'"},
          near.empty() || differ_in_number(near, name)
              ? Phrase{"write the id of the contract; a file or row that could not be read "
                       "has a message of its own",
                       "schrijf het id van het contract; een bestand of rij die niet te "
                       "lezen is, heeft een eigen melding"}
              : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
    std::string ids;
    for (const InboxContract* each : found) ids += (ids.empty() ? "" : ", ") + each->contract->id;
    refuse(letter,
           {"'" + name + "' has more than one contract", "'" + name + "' heeft meer contracten"},
           {"write the id of one: " + ids, "schrijf het id van één: " + ids});
  }

  /// The contract that could not be read and has the id of a row, or a file of that name.
  const UnreadContract* unread_of(const InboxRow& row) const {
    const std::string named = cells::folded(row.contract);
    if (named.empty()) return nullptr;
    const auto found =
        std::find_if(unread_.begin(), unread_.end(), [&](const UnreadContract& each) {
          return cells::folded(each.id) == named ||
                 (!each.in_register && cells::folded(file_stem(each.path)) == named);
        });
    return found == unread_.end() ? nullptr : &*found;
  }

  void refuse_unread(InboxLetter& letter, const UnreadContract& unread) {
    const std::string& name = letter.row.contract;
    refuse(letter,
           {"contract '" + name + "' could not be read, " + unread.place + ": " + unread.why.en,
            "contract '" + name + "' is niet te lezen, " + unread.place + ": " + unread.why.nl},
           unread.in_register
               ? Phrase{"mend that row, and the letter is judged",
                        "verbeter die rij, dan wordt de brief beoordeeld"}
               : Phrase{"pricetalk check " + unread.path + " says all that is wrong with it",
                        "pricetalk check " + unread.path + " zegt alles wat er mis mee is"});
  }

  /// The line that the row names, or the only one of the contract where it has a price.
  void find_line(InboxLetter& letter) {
    const Contract& contract = *letter.contract->contract;
    InboxRow& row = letter.row;
    const Line* line = nullptr;
    if (!row.line.empty()) {
      line = match(contract, row.line).first;
      if (line == nullptr)
        return refuse(letter,
                      {"no line '" + row.line + "' in contract " + contract.id,
                       "geen regel '" + row.line + "' in contract " + contract.id},
                      {"write the id, the title or an alias of the line",
                       "schrijf het id, de naam of een andere naam van de regel"});
    } else if (row.unit_price) {
      if (contract.lines.size() > 1)
        return refuse(letter,
                      {"contract " + contract.id + " has more than one line",
                       "contract " + contract.id + " heeft meer regels"},
                      {"fill in the column line", "vul de kolom regel in"});
      line = &contract.lines.front();
    }
    if (row.unit_price)
      row.letter.prices = {{line->id, *row.unit_price}};
    else if (line != nullptr)
      row.letter.lines = {line->id};
  }

  /// Another figure for the same day: both are judged, and one of them may have been withdrawn.
  void tell_other_figure(const std::string& what, const InboxRow& row) {
    const auto [first, only] = figures_.emplace(what, row.where);
    if (only) return;
    diagnostics_.warning(
        "A0203", row.where,
        {"another figure for the same contract and day as at " + first->second.place() +
             ", and both are counted",
         "een ander cijfer voor hetzelfde contract en dezelfde dag als op " +
             first->second.place() + ", en beide tellen mee"},
        {"ask the supplier which of the two letters holds, and leave the other out",
         "vraag de leverancier welke van de twee brieven geldt, en laat de andere "
         "weg"});
  }

  void tell_early(const InboxLetter& letter) {
    LetterProblem early = received_before_signing(letter.row.letter, *letter.contract->contract);
    if (!early.title.empty())
      diagnostics_.warning("A0195", letter.row.where, std::move(early.title),
                           std::move(early.hint));
  }

  /// The same letter in an earlier row: a reminder, or a row that was copied.
  void tell_again(InboxLetter& letter) {
    const InboxRow& row = letter.row;
    const std::string line = row.letter.prices.empty()
                                 ? row.letter.lines.empty() ? "" : row.letter.lines.front()
                                 : row.letter.prices.front().line;
    const Decimal figure =
        row.letter.change ? row.letter.change->of_hundred : row.unit_price.value_or(Decimal());
    const std::string what =
        letter.contract->contract->id + "\n" + line + "\n" + row.letter.on.text();
    const auto [first, fresh] = seen_.emplace(
        what + "\n" + Ratio(figure).text() + (row.letter.change ? "%" : ""), row.where);
    if (fresh) return tell_other_figure(what, row);
    letter.not_judged = {"the same letter as at " + first->second.place(),
                         "dezelfde brief als op " + first->second.place()};
    diagnostics_.warning("A0192", row.where, letter.not_judged,
                         {"it counts once", "hij telt één keer"});
  }

  const std::vector<InboxContract>& contracts_;
  const UnreadContracts& unread_;
  ContractNameBook names_;
  Date today_;
  Diagnostics& diagnostics_;
  std::map<std::string, Span> seen_;     ///< letters, by contract, line, day and figure
  std::map<std::string, Span> figures_;  ///< the first of them, by contract, line and day
};

/// The step that the price of a row is, where it is not the percentage beside it.
std::optional<Percent> other_percentage(const InboxLetter& letter) {
  if (!letter.row.beside_price) return std::nullopt;
  const Percent& stated = *letter.row.beside_price;
  const AnsweredPrice& price = letter.answer->lines.front().prices.front();
  if (!price.before || price.before->is_zero() || price.meant) return std::nullopt;
  // The price is rounded to its last decimal, and the percentage to its own.
  const Ratio half = Ratio::of(1, 2) * Ratio(Decimal(1, letter.row.unit_price->scale()));
  const Ratio step = Ratio(*letter.row.unit_price) / *price.before - Ratio(1);
  if (abs(step - stated.as_fraction()) <= half_a_digit(stated) + half / *price.before)
    return std::nullopt;
  return Percent{round(step * Ratio(100), Rounding::decimals(2))};
}

std::string percentage_text(const Percent& each, Language language) {
  return percent_text(each.as_fraction(), each.of_hundred.scale(), language);
}

/// That the row can be read as another step than the one it was judged by; empty: it cannot.
Phrase other_figure(const InboxLetter& letter) {
  const InboxRow& row = letter.row;
  if (const auto change = other_percentage(letter))
    return {"the price is " + percentage_text(*change, Language::en) +
                " more, and the row announces " + percentage_text(*row.beside_price, Language::en),
            "de prijs is " + percentage_text(*change, Language::nl) + " meer, en de rij kondigt " +
                percentage_text(*row.beside_price, Language::nl) + " aan"};
  // 1.03 without a sign, where the contract allows 3 %.
  if (!row.letter.change || !row.as_factor || !allows_step(*letter.answer, *row.as_factor))
    return {};
  const auto both = [&](Language language) {
    return percentage_text(*row.letter.change, language) +
           say(language, ", or a factor: ", ", of een factor: ") +
           percentage_text(*row.as_factor, language);
  };
  return {"the row can mean " + both(Language::en), "de rij kan betekenen: " + both(Language::nl)};
}

Ratio of_figure(const Figure& figure) { return Ratio(amount_of(figure)); }

/// Nothing where a line that is not accepted has no amount.
std::optional<LetterAmount> amount_of_letter(const AnsweredLetter& answer) {
  for (const AnsweredLine& line : answer.lines) {
    const bool asked = line.verdict == LetterVerdict::ask;
    if (asked ? !(line.at_least && line.at_most) : !line.difference && !line.at_least)
      return std::nullopt;
  }
  LetterAmount made{answer.contract->currency, of_figure(answer.too_much) + of_figure(answer.below),
                    of_figure(answer.too_much) + of_figure(answer.below)};
  for (const AnsweredLine& line : answer.lines)
    if (line.verdict != LetterVerdict::ask && line.is_least() && line.at_most)
      made.most = made.most + of_figure(*line.at_most) - of_figure(*line.at_least);
  if (answer.asked_least) made.least = made.least + of_figure(*answer.asked_least);
  if (answer.asked_most) made.most = made.most + of_figure(*answer.asked_most);
  return made;
}

/// What may be at stake, without its sign.
Ratio weight(const InboxLetter& letter) {
  if (!letter.amount) return Ratio(0);
  return std::max(abs(letter.amount->least), abs(letter.amount->most));
}

/// What asks for work stands before what is accepted; then money, then the day.
bool goes_before(const InboxLetter& a, const InboxLetter& b) {
  const bool accepted_a = a.state() == InboxState::accept;
  const bool accepted_b = b.state() == InboxState::accept;
  if (accepted_a != accepted_b) return accepted_b;
  const Ratio weight_a = weight(a);
  const Ratio weight_b = weight(b);
  if (!(weight_a == weight_b)) return weight_b < weight_a;
  const Date last = Date::from_days(INT32_MAX);
  const Date by_a = a.answer_by().value_or(last);
  const Date by_b = b.answer_by().value_or(last);
  if (by_a != by_b) return by_a < by_b;
  return a.number < b.number;
}

void add_amount(InboxSum& sum, const LetterAmount& amount) {
  for (LetterAmount& each : sum.amounts)
    if (each.currency == amount.currency) {
      each.least = each.least + amount.least;
      each.most = each.most + amount.most;
      return;
    }
  sum.amounts.push_back(amount);
}

}  // namespace

std::vector<InboxLetter> addressed(std::vector<InboxRow> rows,
                                   const std::vector<InboxContract>& contracts, Date today,
                                   Diagnostics& diagnostics, const UnreadContracts& unread) {
  InboxAddresser addresser(contracts, unread, today, diagnostics);
  std::vector<InboxLetter> made;
  for (InboxRow& row : rows) made.push_back(addresser.address(std::move(row), made.size() + 1));
  return made;
}

void judge(InboxLetter& letter, Date today) {
  if (!letter.not_judged.empty() || letter.contract == nullptr) return;
  letter.answer =
      answer(*letter.contract->contract, *letter.contract->library, letter.row.letter, today);
  letter.not_judged = other_figure(letter);
  if (!letter.not_judged.empty()) {
    letter.contradicts = true;
    return letter.answer.reset();
  }
  letter.amount = amount_of_letter(*letter.answer);
}

void tell_contradictions(const std::vector<InboxLetter>& letters, Diagnostics& diagnostics) {
  for (const InboxLetter& letter : letters)
    if (letter.contradicts)
      diagnostics.error("A0187", letter.row.where, letter.not_judged,
                        {"look in the letter which of the two it announces",
                         "kijk in de brief welke van de twee is aangekondigd"});
}

InboxSum all_letters(const InboxAnswer& inbox) {
  InboxSum made;
  for (const InboxSum& sum : inbox.sums) {
    made.letters += sum.letters;
    made.without_amount += sum.without_amount;
    for (const LetterAmount& amount : sum.amounts) add_amount(made, amount);
  }
  return made;
}

InboxAnswer collected(std::vector<InboxLetter> letters, Date today) {
  InboxAnswer made;
  made.today = today;
  for (const InboxState state :
       {InboxState::accept, InboxState::ask, InboxState::dispute, InboxState::too_late,
        InboxState::to_read, InboxState::not_judged}) {
    InboxSum& sum = made.sums.emplace_back();
    sum.state = state;
    for (const InboxLetter& letter : letters) {
      if (letter.state() != state) continue;
      ++sum.letters;
      if (letter.amount)
        add_amount(sum, *letter.amount);
      else
        ++sum.without_amount;
    }
  }
  std::sort(letters.begin(), letters.end(), goes_before);
  made.letters = std::move(letters);
  return made;
}

}  // namespace pricetalk
