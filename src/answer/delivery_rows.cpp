#include "answer/delivery_rows.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "register/list_file.hpp"
#include "register/written_values.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

/// The columns of a list of deliveries.
struct Delivery {
  enum Column : std::size_t {
    name,
    line,
    bought,
    delivered,
    received,
    told,
    discovered,
    complained,
    withdrawn,
    second_hand,
    quantity,
    amount,
    count
  };
};

constexpr std::array<ListHeading, 77> delivery_headings = {{
    {"delivery", Delivery::name},
    {"levering", Delivery::name},
    {"leveringsnummer", Delivery::name},
    {"reference", Delivery::name},
    {"referentie", Delivery::name},
    {"kenmerk", Delivery::name},
    {"order", Delivery::name},
    {"ordernumber", Delivery::name},
    {"ordernummer", Delivery::name},
    {"bestelling", Delivery::name},
    {"bestelnummer", Delivery::name},
    {"pakbon", Delivery::name},
    {"pakbonnummer", Delivery::name},
    {"number", Delivery::name},
    {"nummer", Delivery::name},
    {"line", Delivery::line},
    {"regel", Delivery::line},
    {"prijsregel", Delivery::line},
    {"priceline", Delivery::line},
    {"product", Delivery::line},
    {"item", Delivery::line},
    {"article", Delivery::line},
    {"artikel", Delivery::line},
    {"bought", Delivery::bought},
    {"boughton", Delivery::bought},
    {"purchased", Delivery::bought},
    {"purchasedate", Delivery::bought},
    {"orderdate", Delivery::bought},
    {"orderdatum", Delivery::bought},
    {"gekocht", Delivery::bought},
    {"gekochtop", Delivery::bought},
    {"aankoopdatum", Delivery::bought},
    {"besteld", Delivery::bought},
    {"besteldop", Delivery::bought},
    {"besteldatum", Delivery::bought},
    {"delivered", Delivery::delivered},
    {"deliveredon", Delivery::delivered},
    {"deliverydate", Delivery::delivered},
    {"geleverd", Delivery::delivered},
    {"geleverdop", Delivery::delivered},
    {"leverdatum", Delivery::delivered},
    {"leveringsdatum", Delivery::delivered},
    {"bezorgd", Delivery::delivered},
    {"bezorgdop", Delivery::delivered},
    {"bezorgdatum", Delivery::delivered},
    {"received", Delivery::received},
    {"receivedon", Delivery::received},
    {"ontvangen", Delivery::received},
    {"ontvangenop", Delivery::received},
    {"ontvangstdatum", Delivery::received},
    {"informed", Delivery::told},
    {"told", Delivery::told},
    {"geinformeerd", Delivery::told},
    {"discovered", Delivery::discovered},
    {"discoveredon", Delivery::discovered},
    {"ontdekt", Delivery::discovered},
    {"ontdektop", Delivery::discovered},
    {"complained", Delivery::complained},
    {"complainedon", Delivery::complained},
    {"complaint", Delivery::complained},
    {"geklaagd", Delivery::complained},
    {"geklaagdop", Delivery::complained},
    {"klacht", Delivery::complained},
    {"klachtdatum", Delivery::complained},
    {"withdrawn", Delivery::withdrawn},
    {"withdrawnon", Delivery::withdrawn},
    {"herroepen", Delivery::withdrawn},
    {"herroepenop", Delivery::withdrawn},
    {"ontbonden", Delivery::withdrawn},
    {"secondhand", Delivery::second_hand},
    {"used", Delivery::second_hand},
    {"tweedehands", Delivery::second_hand},
    {"quantity", Delivery::quantity},
    {"aantal", Delivery::quantity},
    {"hoeveelheid", Delivery::quantity},
    {"amount", Delivery::amount},
    {"bedrag", Delivery::amount},
}};

std::optional<bool> yes_or_no(const std::string& text) {
  const std::string folded = cells::folded(text);
  if (folded == "yes" || folded == "ja" || folded == "j" || folded == "y") return true;
  if (folded == "no" || folded == "nee" || folded == "n") return false;
  return std::nullopt;
}

/// Reads one row; nothing, with errors, where it cannot be used.
class DeliveryReader {
 public:
  DeliveryReader(const ListFile& file, std::size_t row, const Contract& contract,
                 Diagnostics& diagnostics)
      : file_(file), row_(row), contract_(contract), diagnostics_(diagnostics) {}

  std::optional<DeliveryRow> read(Date today) && {
    made_.where = file_.where(row_);
    made_.name = file_.text(row_, Delivery::name);
    line();
    days();
    told();
    figures();
    if (!right_) return std::nullopt;
    for (FactProblem& each : fact_problems(contract_, made_.facts, today)) {
      right_ = false;
      diagnostics_.error(each.code, made_.where, std::move(each.title), std::move(each.hint));
    }
    return right_ ? std::optional(std::move(made_)) : std::nullopt;
  }

 private:
  void refuse(Delivery::Column column, Phrase title, Phrase hint) {
    right_ = false;
    diagnostics_.error("L0313", file_.where(row_, column), std::move(title), std::move(hint));
  }

  static bool is_called(const Line& line, const std::string& folded) {
    const auto same = [&](const std::string& name) { return cells::folded(name) == folded; };
    return same(line.id) || same(line.title) ||
           std::any_of(line.aliases.begin(), line.aliases.end(), same);
  }

  void line() {
    const std::string text = file_.text(row_, Delivery::line);
    if (text.empty()) {
      if (contract_.lines.size() == 1) made_.facts.line = &contract_.lines.front();
      return;
    }
    const std::string folded = cells::folded(text);
    for (const Line& each : contract_.lines)
      if (is_called(each, folded)) made_.facts.line = &each;
    if (made_.facts.line != nullptr) return;
    std::string known;
    for (const Line& each : contract_.lines) known += (known.empty() ? "" : ", ") + each.id;
    refuse(Delivery::line,
           {"no price line '" + text + "' in this contract",
            "geen prijsregel '" + text + "' in dit contract"},
           {"the lines are: " + known, "de regels zijn: " + known});
  }

  std::optional<Date> day(Delivery::Column column) {
    if (file_.text(row_, column).empty()) return std::nullopt;
    const auto made = file_.day(row_, column);
    if (!made) {
      UnreadDay why = file_.unread_day(row_, column);
      refuse(column, std::move(why.title), std::move(why.hint));
    }
    return made;
  }

  void days() {
    const auto delivered = day(Delivery::delivered);
    if (delivered)
      made_.facts.delivered = *delivered;
    else if (file_.text(row_, Delivery::delivered).empty())
      refuse(Delivery::delivered, {"the day of delivery is not there", "de leverdag ontbreekt"},
             {"write 2026-01-31", "schrijf 2026-01-31"});
    made_.facts.bought = day(Delivery::bought);
    made_.facts.received = day(Delivery::received);
    made_.facts.discovered = day(Delivery::discovered);
    made_.facts.complained = day(Delivery::complained);
    made_.facts.withdrawn = day(Delivery::withdrawn);
  }

  void told() {
    const std::string text = file_.text(row_, Delivery::told);
    if (!text.empty()) {
      if (const auto day = file_.day(row_, Delivery::told)) {
        made_.facts.told = {ToldOfRight::Kind::yes, day, false};
      } else if (const auto told = written_told(text)) {
        made_.facts.told = *told;
      } else {
        refuse(Delivery::told,
               {"'" + text + "' is not yes, no or a day", "'" + text + "' is geen ja, nee of dag"},
               {"write yes, no, unknown or 2026-01-31", "schrijf ja, nee, onbekend of 2026-01-31"});
      }
    }
    const std::string used = file_.text(row_, Delivery::second_hand);
    if (used.empty()) return;
    if (const auto read = yes_or_no(used))
      made_.facts.second_hand = *read;
    else
      refuse(Delivery::second_hand,
             {"'" + used + "' is not yes or no", "'" + used + "' is geen ja of nee"},
             {"write yes or no", "schrijf ja of nee"});
  }

  std::optional<Decimal> number(Delivery::Column column) {
    const std::string text = file_.text(row_, column);
    if (text.empty()) return std::nullopt;
    const auto made = written_price(text);
    if (!made)
      refuse(column,
             {"'" + text + "' is no number of zero or more, or can be read in two ways",
              "'" + text + "' is geen getal van nul of meer, of is op twee manieren te lezen"},
             text.starts_with('-')
                 ? Phrase{"leave the minus out; what came back is a row with the day on which it "
                          "was withdrawn or sent back",
                          "laat het minteken weg; wat terugkwam, is een rij met de dag van "
                          "herroepen"}
                 : Phrase{"write 1037.63", "schrijf 1037,63"});
    return made;
  }

  void figures() {
    made_.quantity = number(Delivery::quantity);
    made_.amount = number(Delivery::amount);
  }

  const ListFile& file_;
  std::size_t row_;
  const Contract& contract_;
  Diagnostics& diagnostics_;
  DeliveryRow made_;
  bool right_ = true;
};

/// One name on two rows: perhaps one delivery that is there twice. Both count.
void same_name_twice(const std::vector<DeliveryRow>& rows, Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].name.empty()) continue;
    const auto [first, is_new] = seen.emplace(cells::folded(rows[i].name), i);
    const DeliveryRow& before = rows[first->second];
    if (is_new || before.facts.line != rows[i].facts.line ||
        before.facts.delivered != rows[i].facts.delivered)
      continue;
    diagnostics.warning(
        "L0316", rows[i].where,
        {"delivery '" + rows[i].name + "' is there twice, of the same day; both count",
         "levering '" + rows[i].name + "' staat er twee keer, van dezelfde dag; beide tellen mee"},
        {"take one out, or give each a name of its own",
         "haal er een weg, of geef elk een eigen naam"});
  }
}

}  // namespace

std::optional<ToldOfRight> written_told(const std::string& text) {
  if (const auto day = Date::parse(text)) return ToldOfRight{ToldOfRight::Kind::yes, day, false};
  const std::string folded = cells::folded(text);
  if (folded == "unknown" || folded == "onbekend") return ToldOfRight{};
  const auto read = yes_or_no(text);
  if (!read) return std::nullopt;
  return ToldOfRight{*read ? ToldOfRight::Kind::yes : ToldOfRight::Kind::no, {}, false};
}

std::vector<DeliveryRow> read_deliveries(const SourcePtr& source, const Contract& contract,
                                         Date today, Diagnostics& diagnostics) {
  const ListFile file(source,
                      {delivery_headings,
                       Delivery::count,
                       {Delivery::bought, Delivery::delivered, Delivery::received, Delivery::told,
                        Delivery::discovered, Delivery::complained, Delivery::withdrawn},
                       "L0313"},
                      diagnostics);
  std::vector<DeliveryRow> made;
  if (!file.usable() || !file.has(Delivery::delivered)) {
    diagnostics.error(
        "L0314", {},
        {"'" + source->name() + "' is no list of deliveries",
         "'" + source->name() + "' is geen lijst met leveringen"},
        {"its first row has the heading delivered, and perhaps delivery, line, bought, received, "
         "informed, discovered, complained, withdrawn, second-hand, quantity, amount",
         "de eerste rij heeft het kopje geleverd, en eventueel levering, regel, gekocht, "
         "ontvangen, geïnformeerd, ontdekt, geklaagd, herroepen, tweedehands, aantal, bedrag"});
    return made;
  }
  for (std::size_t row = 0; row < file.size(); ++row)
    if (auto read = DeliveryReader(file, row, contract, diagnostics).read(today))
      made.push_back(std::move(*read));
  same_name_twice(made, diagnostics);
  return made;
}

}  // namespace pricetalk
