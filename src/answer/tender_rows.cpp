#include "answer/tender_rows.hpp"

#include <algorithm>
#include <array>

#include "register/list_file.hpp"
#include "register/written_values.hpp"
#include "explain/unit_words.hpp"
#include "invoice/cells.hpp"
#include "invoice/unit_code.hpp"

namespace pricetalk {

namespace {

/// The columns of a list of tender results.
struct Tender {
  enum Column : std::size_t { line, day, price, unit, currency, bidder, won, count };
};

constexpr std::array<ListHeading, 37> tender_headings = {{
    {"line", Tender::line},
    {"priceline", Tender::line},
    {"regel", Tender::line},
    {"prijsregel", Tender::line},
    {"product", Tender::line},
    {"date", Tender::day},
    {"day", Tender::day},
    {"awarded", Tender::day},
    {"awardedon", Tender::day},
    {"awarddate", Tender::day},
    {"datum", Tender::day},
    {"dag", Tender::day},
    {"gunning", Tender::day},
    {"gunningsdatum", Tender::day},
    {"inschrijfdatum", Tender::day},
    {"price", Tender::price},
    {"unitprice", Tender::price},
    {"offer", Tender::price},
    {"prijs", Tender::price},
    {"eenheidsprijs", Tender::price},
    {"tarief", Tender::price},
    {"unit", Tender::unit},
    {"eenheid", Tender::unit},
    {"per", Tender::unit},
    {"currency", Tender::currency},
    {"valuta", Tender::currency},
    {"munt", Tender::currency},
    {"bidder", Tender::bidder},
    {"supplier", Tender::bidder},
    {"name", Tender::bidder},
    {"inschrijver", Tender::bidder},
    {"leverancier", Tender::bidder},
    {"naam", Tender::bidder},
    {"won", Tender::won},
    {"awardedto", Tender::won},
    {"gewonnen", Tender::won},
    {"gegund", Tender::won},
}};

/// Reads one row; nothing, with errors, where it cannot be used.
class TenderReader {
 public:
  TenderReader(const ListFile& file, std::size_t row, const Contract& contract,
               Diagnostics& diagnostics)
      : file_(file), row_(row), contract_(contract), diagnostics_(diagnostics) {}

  std::optional<TenderRow> read(Date today) && {
    made_.where = file_.where(row_);
    made_.bidder = file_.text(row_, Tender::bidder);
    line();
    day(today);
    price();
    currency();
    won();
    return right_ ? std::optional(std::move(made_)) : std::nullopt;
  }

 private:
  void refuse(Tender::Column column, Phrase title, Phrase hint) {
    right_ = false;
    diagnostics_.error("A0211", file_.where(row_, column), std::move(title), std::move(hint));
  }

  static bool is_named(const Line& line, const std::string& folded) {
    const auto is = [&](const std::string& name) { return cells::folded(name) == folded; };
    return is(line.id) || is(line.title) ||
           std::any_of(line.aliases.begin(), line.aliases.end(), is);
  }

  void line() {
    const std::string text = file_.text(row_, Tender::line);
    std::string known;
    for (const Line& each : contract_.lines) {
      known += (known.empty() ? "" : ", ") + each.id;
      if (text.empty() ? contract_.lines.size() == 1 : is_named(each, cells::folded(text)))
        made_.line = &each;
    }
    if (made_.line != nullptr) {
      unit();
      return;
    }
    refuse(Tender::line,
           text.empty() ? Phrase{"which price line this price is for, is not said",
                                 "voor welke prijsregel deze prijs is, staat er niet"}
                        : Phrase{"no price line '" + text + "' in this contract",
                                 "geen prijsregel '" + text + "' in dit contract"},
           {"write one of these under the heading line: " + known,
            "schrijf een van deze onder het kopje regel: " + known});
  }

  /// A price per square metre says nothing of one per hour.
  void unit() {
    const std::string& own = made_.line->unit;
    const std::string text = file_.text(row_, Tender::unit);
    const std::string folded = cells::folded(text);
    const auto is = [&](const std::string& name) {
      return !name.empty() && cells::folded(name) == folded;
    };
    bool fits =
        is(own) || (!text.empty() && invoices::same_unit(text, own) == invoices::SameUnit::same);
    for (const Language language : {Language::en, Language::nl})
      fits = fits || is(counted_unit(true, own, language)) ||
             is(counted_unit(false, own, language)) || is(per_unit(own, language));
    if (fits || (own.empty() && text.empty())) return;
    refuse(Tender::unit,
           text.empty()
               ? Phrase{"the unit of this price is not said",
                        "de eenheid van deze prijs staat er niet"}
               : Phrase{"the price is per " + text + ", and line '" + made_.line->id +
                            "' counts in " + (own.empty() ? "nothing" : own),
                        "de prijs is per " + text + ", en regel '" + made_.line->id + "' telt in " +
                            (own.empty() ? "niets" : counted_unit(true, own, Language::nl))},
           {"write the price per unit of the contract, and that unit under the heading unit",
            "schrijf de prijs per eenheid van het contract, en die eenheid onder het kopje "
            "eenheid"});
  }

  void day(Date today) {
    const auto read = file_.day(row_, Tender::day);
    if (!read) {
      UnreadDay why = file_.unread_day(row_, Tender::day);
      refuse(Tender::day, std::move(why.title), std::move(why.hint));
      return;
    }
    made_.day = *read;
    if (today < *read)
      refuse(
          Tender::day,
          {"the day lies after today, " + today.text(), "de dag ligt na vandaag, " + today.text()},
          {"write the day of the offer or the award",
           "schrijf de dag van de inschrijving of de gunning"});
  }

  void price() {
    const std::string text = file_.text(row_, Tender::price);
    const auto read = written_price(text);
    if (read && read->mantissa() > 0) {
      made_.price = {*read, file_.where(row_, Tender::price)};
      return;
    }
    refuse(Tender::price,
           text.empty()
               ? Phrase{"the price is not there", "de prijs ontbreekt"}
               : Phrase{"'" + text + "' is no price above zero, or can be read in two ways",
                        "'" + text + "' is geen prijs boven nul, of is op twee manieren te lezen"},
           {"write 1037.63", "schrijf 1037,63"});
  }

  void currency() {
    const std::string text = file_.text(row_, Tender::currency);
    const std::string code(contract_.currency.code());
    if (text.empty() || cells::folded(text) == cells::folded(code)) return;
    refuse(Tender::currency,
           {"the price is in " + text + ", and the contract is in " + code,
            "de prijs is in " + text + ", en het contract in " + code},
           {"leave the row out, or write the price in " + code,
            "laat de rij weg, of schrijf de prijs in " + code});
  }

  void won() {
    const std::string text = file_.text(row_, Tender::won);
    if (text.empty()) return;
    const std::string folded = cells::folded(text);
    const auto is_one_of = [&](const auto& words) {
      return std::find(words.begin(), words.end(), folded) != words.end();
    };
    static constexpr std::array<std::string_view, 6> yes = {"yes", "ja",       "y",
                                                            "j",   "gewonnen", "won"};
    static constexpr std::array<std::string_view, 5> no = {"no", "nee", "n", "verloren", "lost"};
    if (is_one_of(yes))
      made_.won = true;
    else if (is_one_of(no))
      made_.won = false;
    else
      refuse(Tender::won, {"'" + text + "' is not yes or no", "'" + text + "' is geen ja of nee"},
             {"write yes or no", "schrijf ja of nee"});
  }

  const ListFile& file_;
  std::size_t row_;
  const Contract& contract_;
  Diagnostics& diagnostics_;
  TenderRow made_;
  bool right_ = true;
};

}  // namespace

std::vector<TenderRow> read_tenders(const SourcePtr& source, const Contract& contract, Date today,
                                    Diagnostics& diagnostics) {
  const ListFile file(source, {tender_headings, Tender::count, {Tender::day}, "A0211"},
                      diagnostics);
  std::vector<TenderRow> made;
  if (!file.usable() || !file.has(Tender::day) || !file.has(Tender::price)) {
    diagnostics.error(
        "A0212", {},
        {"'" + source->name() + "' is no list of tender results",
         "'" + source->name() + "' is geen lijst met aanbestedingen"},
        {"its first row has the headings date, price and unit, and perhaps line, bidder, won, "
         "currency",
         "de eerste rij heeft de kopjes datum, prijs en eenheid, en eventueel regel, inschrijver, "
         "gewonnen, valuta"});
    return made;
  }
  for (std::size_t row = 0; row < file.size(); ++row)
    if (auto read = TenderReader(file, row, contract, diagnostics).read(today))
      made.push_back(std::move(*read));
  return made;
}

}  // namespace pricetalk
