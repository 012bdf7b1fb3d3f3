#include "answer/inbox_rows.hpp"

#include <array>
#include <utility>

#include "register/list_file.hpp"
#include "register/written_values.hpp"
#include "document/currency_word.hpp"
#include "document/words.hpp"

namespace pricetalk {

namespace {

/// The columns of a list of letters.
struct Inbox {
  enum Column : std::size_t {
    contract,
    supplier,
    line,
    announced,
    price,
    on,
    received,
    currency,
    owner,
    count
  };
};

constexpr std::array<ListHeading, 62> inbox_headings = {{
    {"contract", Inbox::contract},
    {"contractid", Inbox::contract},
    {"contractnummer", Inbox::contract},
    {"contractnumber", Inbox::contract},
    {"kenmerk", Inbox::contract},
    {"file", Inbox::contract},
    {"bestand", Inbox::contract},
    {"supplier", Inbox::supplier},
    {"leverancier", Inbox::supplier},
    {"crediteur", Inbox::supplier},
    {"vendor", Inbox::supplier},
    {"line", Inbox::line},
    {"regel", Inbox::line},
    {"prijsregel", Inbox::line},
    {"priceline", Inbox::line},
    {"dienst", Inbox::line},
    {"announced", Inbox::announced},
    {"aangekondigd", Inbox::announced},
    {"percentage", Inbox::announced},
    {"percent", Inbox::announced},
    {"procent", Inbox::announced},
    {"change", Inbox::announced},
    {"increase", Inbox::announced},
    {"verhoging", Inbox::announced},
    {"indexatie", Inbox::announced},
    {"stijging", Inbox::announced},
    {"price", Inbox::price},
    {"newprice", Inbox::price},
    {"prijs", Inbox::price},
    {"nieuweprijs", Inbox::price},
    {"on", Inbox::on},
    {"from", Inbox::on},
    {"per", Inbox::on},
    {"vanaf", Inbox::on},
    {"ingangsdatum", Inbox::on},
    {"ingang", Inbox::on},
    {"effective", Inbox::on},
    {"effectivedate", Inbox::on},
    {"received", Inbox::received},
    {"receivedon", Inbox::received},
    {"ontvangen", Inbox::received},
    {"ontvangenop", Inbox::received},
    {"datumontvangen", Inbox::received},
    {"ontvangst", Inbox::received},
    {"currency", Inbox::currency},
    {"currencycode", Inbox::currency},
    {"valuta", Inbox::currency},
    {"valutacode", Inbox::currency},
    {"munt", Inbox::currency},
    {"owner", Inbox::owner},
    {"eigenaar", Inbox::owner},
    {"behandelaar", Inbox::owner},
    {"contractmanager", Inbox::owner},
    {"verantwoordelijke", Inbox::owner},
    {"contractnr", Inbox::contract},
    {"contractno", Inbox::contract},
    {"leveranciersnaam", Inbox::supplier},
    {"nieuwtarief", Inbox::price},
    {"tarief", Inbox::price},
    {"contracteigenaar", Inbox::owner},
    {"aankondiging", Inbox::announced},
    {"datumingang", Inbox::on},
}};

/// Reads one row; what is wrong with it first is why it cannot be used.
class RowMaker {
 public:
  RowMaker(const ListFile& file, std::size_t row, Diagnostics& diagnostics)
      : file_(file), row_(row), diagnostics_(diagnostics) {}

  InboxRow make() && {
    made_.where = file_.where(row_);
    made_.contract = file_.text(row_, Inbox::contract);
    made_.supplier = file_.text(row_, Inbox::supplier);
    made_.line = file_.text(row_, Inbox::line);
    made_.owner = file_.text(row_, Inbox::owner);
    if (made_.contract.empty() && made_.supplier.empty())
      refuse(Inbox::contract,
             {"names no contract and no supplier", "noemt geen contract en geen leverancier"},
             {"write the id of the contract, or the supplier and the line",
              "schrijf het id van het contract, of de leverancier en de regel"});
    days();
    figures();
    currency();
    return std::move(made_);
  }

 private:
  void refuse(Inbox::Column column, Phrase title, Phrase hint) {
    if (made_.unread.empty()) made_.unread = title;
    diagnostics_.error("A0187", file_.where(row_, column), std::move(title), std::move(hint));
  }

  void no_day(Inbox::Column column) {
    UnreadDay why = file_.unread_day(row_, column);
    refuse(column, std::move(why.title), std::move(why.hint));
  }

  void days() {
    if (const auto day = file_.day(row_, Inbox::on))
      made_.letter.on = *day;
    else
      no_day(Inbox::on);
    if (file_.text(row_, Inbox::received).empty()) return;
    made_.letter.received = file_.day(row_, Inbox::received);
    if (!made_.letter.received) no_day(Inbox::received);
  }

  void figures() {
    const std::string change = file_.text(row_, Inbox::announced);
    const std::string amount = file_.text(row_, Inbox::price);
    if (change.empty() && amount.empty())
      return refuse(
          Inbox::announced,
          {"announces no percentage and no price", "kondigt geen percentage en geen prijs aan"},
          {"fill in one of the two", "vul een van beide in"});
    if (!change.empty()) percentage(change);
    if (!amount.empty()) {
      // The price is what will be charged; the percentage has to agree with it.
      made_.beside_price = std::exchange(made_.letter.change, std::nullopt);
      made_.unit_price = written_price(amount);
      if (!made_.unit_price)
        refuse(Inbox::price,
               {"'" + amount + "' is no price, or can be read in two ways",
                "'" + amount + "' is geen prijs, of is op twee manieren te lezen"},
               {"write 1037.63", "schrijf 1037,63"});
    }
  }

  /// Of the row, or with its price.
  void currency() {
    constexpr std::string_view euro = "\xE2\x82\xAC";
    const std::string text = file_.text(row_, Inbox::currency);
    const std::string price = document::lower(file_.text(row_, Inbox::price));
    const auto holds = [](const std::string& in, std::string_view what) {
      return in.find(what) != std::string::npos;
    };
    if (holds(text, euro) || (text.empty() && (holds(price, euro) || holds(price, "eur")))) {
      made_.currency = Currency();
      return;
    }
    if (text.empty()) return;
    made_.currency = document::currency_named(text);
    if (!made_.currency)
      refuse(Inbox::currency, {"'" + text + "' is not a currency", "'" + text + "' is geen munt"},
             {"write three letters, for example EUR", "schrijf drie letters, bijvoorbeeld EUR"});
  }

  /// A fraction for a percentage, as a cell of a spreadsheet holds it, would be a hundredth.
  void percentage(std::string text) {
    for (const std::string_view word : {"procent", "percent"})
      if (document::lower(text).ends_with(word))
        text.replace(text.size() - word.size(), word.size(), "%");
    made_.letter.change = written_percentage(text);
    made_.as_factor = factor_as_percentage(text);
    if (made_.letter.change && !may_be_fraction(text)) return;
    Phrase hint{"write 5.62%", "schrijf 5,62%"};
    if (made_.letter.change) {
      const Percent whole = fraction_as_percentage(*made_.letter.change);
      hint = either_percentage(*made_.letter.change, whole);
    }
    made_.letter.change.reset();
    refuse(Inbox::announced,
           {"'" + text + "' is no percentage, or can be read in two ways",
            "'" + text + "' is geen percentage, of is op twee manieren te lezen"},
           std::move(hint));
  }

  const ListFile& file_;
  std::size_t row_;
  Diagnostics& diagnostics_;
  InboxRow made_;
};

}  // namespace

std::vector<InboxRow> read_inbox(const SourcePtr& source, Diagnostics& diagnostics) {
  const ListFile file(source, {inbox_headings, Inbox::count, {Inbox::on, Inbox::received}, "A0187"},
                      diagnostics);
  std::vector<InboxRow> made;
  const bool is_list = file.usable() && (file.has(Inbox::contract) || file.has(Inbox::supplier)) &&
                       (file.has(Inbox::announced) || file.has(Inbox::price)) &&
                       file.has(Inbox::on);
  if (!is_list) {
    diagnostics.error(
        "A0186", {},
        {"'" + source->name() + "' is no list of letters",
         "'" + source->name() + "' is geen lijst met brieven"},
        {"its first row has the headings contract (or supplier), announced (or price), on, and "
         "perhaps line, received, currency, owner",
         "de eerste rij heeft de kopjes contract (of leverancier), aangekondigd (of prijs), per, "
         "en "
         "eventueel regel, ontvangen, valuta, eigenaar"});
    return made;
  }
  for (std::size_t row = 0; row < file.size(); ++row)
    made.push_back(RowMaker(file, row, diagnostics).make());
  return made;
}

}  // namespace pricetalk
