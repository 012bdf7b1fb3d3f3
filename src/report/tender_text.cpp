#include "report/tender_text.hpp"

#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

class TenderText {
 public:
  TenderText(const Contract& contract, const TenderLevels& one, Language language)
      : contract_(contract), one_(one), language_(language) {}

  std::string made() const {
    std::string text = one_.line->title + say(language_, ": tenders", ": aanbestedingen") + "\n\n" +
                       as_text(table()) + "\n" + quarters() + "\n" + moved();
    for (const MovedTender& each : one_.all)
      if (each.outlier)
        text += say(language_,
                    "- far from the others, and counted: ", "- ver van de andere, en meegeteld: ") +
                named(each) + "\n";
    if (one_.counted < one_.all.size())
      text += say(language_, "- not counted, because its series has no figure of then: ",
                  "- niet meegeteld, omdat de reeks geen cijfer van toen heeft: ") +
              std::to_string(one_.all.size() - one_.counted) + "\n";
    return text;
  }

 private:
  std::string money(const Outcome<Ratio>& price) const {
    return price_text(price, one_.line->price_decimals(contract_.currency), contract_.currency,
                      language_);
  }
  std::string named(const MovedTender& each) const {
    return (each.row.bidder.empty() ? each.row.where.place() : each.row.bidder) + ", " +
           money(each.today->price) + " (" + date_text(each.row.day, language_) + ")";
  }

  Table table() const {
    Table made;
    made.columns = {{say(language_, "day", "dag"), Table::Align::left},
                    {say(language_, "bidder", "inschrijver"), Table::Align::left},
                    {say(language_, "offered", "geboden"), Table::Align::right},
                    {say(language_, "today", "vandaag"), Table::Align::right},
                    {say(language_, "won", "gewonnen"), Table::Align::left}};
    for (const MovedTender& each : one_.all) {
      const std::string won = !each.row.won   ? ""
                              : *each.row.won ? say(language_, "yes", "ja")
                                              : say(language_, "no", "nee");
      made.row({date_text(each.row.day, language_), each.row.bidder,
                money(Outcome<Ratio>(Ratio(each.row.price.value))),
                each.today ? money(each.today->price) : "?", won});
    }
    return made;
  }

  std::string quarters() const {
    const std::string count = std::to_string(one_.counted);
    const bool one = one_.counted == 1;
    if (!one_.lower)
      return say(language_,
                 "- " + count + (one ? " price that counts" : " prices that count") +
                     "; quarters are told of " + std::to_string(fewest_tenders) + " or more",
                 "- " + count + (one ? " prijs die telt" : " prijzen die tellen") +
                     "; kwartielen volgen bij " + std::to_string(fewest_tenders) + " of meer");
    std::string text = say(language_, "- " + count + " prices: a quarter at most ",
                           "- " + count + " prijzen: een kwart hoogstens ") +
                       money(Outcome<Ratio>(*one_.lower)) +
                       say(language_, ", half at most ", ", de helft hoogstens ") +
                       money(Outcome<Ratio>(*one_.middle)) +
                       say(language_, ", three quarters at most ", ", drie kwart hoogstens ") +
                       money(Outcome<Ratio>(*one_.upper)) +
                       say(language_, " (quantiles by Hyndman and Fan, definition 7)",
                           " (kwantielen volgens Hyndman en Fan, definitie 7)");
    if (one_.cheaper)
      text +=
          say(language_, "\n- lower than today's price: ", "\n- lager dan de prijs van vandaag: ") +
          std::to_string(*one_.cheaper) + say(language_, " of ", " van de ") + count;
    return text;
  }

  std::string moved() const {
    if (one_.moved_as == nullptr)
      return say(language_,
                 "- not moved to today: the contract names no series for it (moved_by of "
                 "[[price_level]])\n",
                 "- niet naar vandaag gebracht: het contract noemt er geen reeks voor (moved_by "
                 "bij [[price_level]])\n");
    return say(language_, "- moved to today by ", "- naar vandaag gebracht met ") +
           one_.moved_as->moved_by->value.value + "\n";
  }

  const Contract& contract_;
  const TenderLevels& one_;
  Language language_;
};

}  // namespace

std::string tender_text(const Contract& contract, const std::vector<TenderLevels>& all,
                        Language language) {
  std::string text;
  for (const TenderLevels& one : all) text += "\n" + TenderText(contract, one, language).made();
  return text;
}

Json tender_json(const Contract& contract, const std::vector<TenderLevels>& all) {
  Json made = Json::array();
  for (const TenderLevels& one : all) {
    const int decimals = one.line->price_decimals(contract.currency);
    const auto price = [&](const std::optional<Ratio>& value) {
      return value ? Json(as_decimal(*value, decimals).text()) : Json(nullptr);
    };
    Json row{{"line", one.line->id},
             {"moved_by",
              one.moved_as == nullptr ? Json(nullptr) : Json(one.moved_as->moved_by->value.value)},
             {"quantiles", "Hyndman-Fan 7"},
             {"counted", one.counted},
             {"lower_quarter", price(one.lower)},
             {"middle", price(one.middle)},
             {"upper_quarter", price(one.upper)},
             {"lower_than_today", one.cheaper ? Json(*one.cheaper) : Json(nullptr)},
             {"tenders", Json::array()}};
    for (const MovedTender& each : one.all)
      row["tenders"].push_back(
          {{"day", each.row.day.text()},
           {"bidder", each.row.bidder},
           {"won", each.row.won ? Json(*each.row.won) : Json(nullptr)},
           {"price", each.row.price.value.text()},
           {"today", each.today ? price(each.today->price.value()) : Json(nullptr)},
           {"outlier", each.outlier},
           {"at", each.row.where.place()}});
    made.push_back(std::move(row));
  }
  return made;
}

}  // namespace pricetalk
