#include "report/level_text.hpp"

#include <algorithm>

#include "explain/unit_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "report/explanation.hpp"
#include "report/table.hpp"

namespace pricetalk {

namespace {

/// The block of one line: what it is about on the left, what there is to say on the right.
class PositionText {
 public:
  PositionText(const Dossier& d, const PricePosition& p, Language language)
      : d_(d), p_(p), language_(language) {}

  std::string made() {
    std::string title = p_.line->title;
    if (const std::string unit = per_unit(p_.line->unit, language_); !unit.empty())
      title += ", " + unit;
    text_ = title + "\n";
    row({"price today", "prijs vandaag"},
        p_.paid ? money(*p_.paid->price) + discount()
                : say(language_, "not compared: ", "niet vergeleken: ") +
                      p_.not_compared.in(language_));
    market();
    newer();
    costs();
    if (p_.floor)
      row({"not under", "niet onder"},
          money(*p_.floor->amount.price) + ", " + words(p_.floor->by).in(language_));
    if (p_.paid) row({"advice", "advies"}, p_.advice.in(language_));
    years();
    return text_;
  }

 private:
  void row(const Phrase& name, const std::string& what) {
    std::string label = name.in(language_);
    label.resize(std::max(label.size(), std::size_t{14}), ' ');
    text_ += "  " + label + "  " + what + "\n";
  }
  std::string money(const Outcome<Ratio>& amount) const {
    return price_text(amount, p_.line->price_decimals(d_.contract->currency), d_.contract->currency,
                      language_);
  }
  std::string money(const Outcome<Figure>& amount) const {
    return amount ? money_text(std::get<Money>(amount->value), language_) : "?";
  }
  /// Without its minus sign.
  static Outcome<Figure> size_of(Outcome<Figure> amount) {
    if (!amount) return amount;
    Figure made = *amount;
    Money& value = std::get<Money>(made.value);
    if (value.amount.mantissa() < 0)
      value.amount = Decimal(-value.amount.mantissa(), value.amount.scale());
    return made;
  }

  std::string discount() const {
    if (!p_.line->discount || !p_.paid->make) return {};
    return say(language_, ", less the discount", ", na aftrek van de korting");
  }

  /// Of a level that cannot be moved the amounts as they were stated.
  std::string end_of(const std::optional<Amount>& moved,
                     const std::optional<Stated<Decimal>>& stated) const {
    if (moved) return money(moved->price);
    return stated ? money(Outcome<Ratio>(Ratio(stated->value))) : std::string();
  }
  std::string band() const {
    const PriceLevelTerms& level = *p_.band->level;
    const std::string low = end_of(p_.band->low, level.low);
    const std::string high = end_of(p_.band->high, level.high);
    const std::string usual =
        say(language_, "usually ", "gewoonlijk ") + end_of(p_.band->normal, level.normal);
    std::string made;
    if (!low.empty() && !high.empty())
      made = low + say(language_, " to ", " tot ") + high + ", ";
    else if (!low.empty())
      made = say(language_, "from ", "vanaf ") + low + ", ";
    else if (!high.empty())
      made = say(language_, "up to ", "tot ") + high + ", ";
    made += usual;
    if (p_.band->cannot_be_moved())
      made += say(language_, ", as it was that day", ", zoals het toen was");
    return made;
  }

  void market() {
    if (!p_.band) return;
    const PriceLevelTerms& level = *p_.band->level;
    row({"market", "markt"}, band());
    std::string from;
    for (const auto* each : {&level.source, &level.region, &level.volume_class})
      if (*each) from += (from.empty() ? "" : ", ") + (*each)->value;
    from += (from.empty() ? "" : ", ") + say(language_, "level of ", "peil van ") +
            date_text(level.as_of.value, language_);
    row({"", ""}, from);
    moved_by(level);
    if (!p_.place) return;
    std::string place = words(*p_.place).in(language_);
    if (p_.passes) place += say(language_, ", by ", ", ") + percent_text(*p_.passes, 1, language_);
    row({"so it is", "dus"}, place);
  }

  void moved_by(const PriceLevelTerms& level) {
    if (!level.moved_by) return;
    const std::string& id = level.moved_by->value.value;
    if (!p_.band->move) {
      row({"", ""},
          id + say(language_, ": no figure to move it by", ": geen cijfer om het mee te bewegen"));
      return;
    }
    const Observation& now = p_.band->move->now.observation();
    const Observation& then = p_.band->move->then.observation();
    row({"", ""}, id + ": × " + grouped(now.value, language_) + " (" +
                      period_text(now.period, language_) + ") / " + grouped(then.value, language_) +
                      " (" + period_text(then.period, language_) + ")" + example());
  }
  /// The normal price as it was stated, and moved.
  std::string example() const {
    if (!p_.band->normal) return {};
    return "; " + money_text({p_.band->level->normal.value, d_.contract->currency}, language_) +
           " → " + money(p_.band->normal->price);
  }

  void newer() {
    if (!p_.newer) return;
    const Contract& other = *p_.newer->dossier->contract;
    const Ratio own = *p_.paid->price;
    const Ratio low = *p_.newer->price.price;
    const std::string since = std::to_string(d_.contract->customer_since.year());
    const std::string share = percent_text(abs(own - low) / low, 1, language_);
    std::string what = money(p_.newer->price.price) +
                       say(language_, ", customer since ", ", klant sinds ") +
                       std::to_string(other.customer_since.year()) + " (" + other.id + "); " +
                       say(language_, "this one, since ", "deze klant, sinds ") + since;
    if (own == low)
      what += say(language_, ", pays the same", ", betaalt hetzelfde");
    else
      what += say(language_, ", pays ", ", betaalt ") + share +
              (own > low ? say(language_, " more", " meer") : say(language_, " less", " minder"));
    row({"new customer", "nieuwe klant"}, what);
  }

  void costs() {
    if (!p_.costs) {
      if (!p_.no_costs.empty())
        row({"should-cost", "kostprijsbeeld"},
            say(language_, "not to be told: ", "niet te zeggen: ") + p_.no_costs.in(language_));
      return;
    }
    row({"should-cost", "kostprijsbeeld"},
        money(p_.costs->by_costs) + say(language_, "; allowed price ", "; toegestane prijs ") +
            money(p_.costs->price) +
            say(language_, "; cost mix since ", "; kostenverdeling sinds ") +
            date_text(p_.costs->since, language_));
    std::string behind;
    for (const CostYear& year : p_.costs->years)
      if (year.behind())
        behind += (behind.empty() ? "" : ", ") + std::to_string(year.days.first.year()) +
                  (year.ahead ? " (" + money(size_of(*year.ahead)) + ")" : std::string());
    row({"", ""}, behind.empty() ? say(language_, "the price ran behind its costs in no year",
                                       "de prijs liep in geen enkel jaar achter op de kosten")
                                 : say(language_, "the price ran behind its costs in ",
                                       "de prijs liep achter op de kosten in ") +
                                       behind);
    if (!p_.costs->ahead || !*p_.costs->ahead) return;
    const int sign = std::get<Money>((*p_.costs->ahead)->value).amount.mantissa() < 0 ? -1 : 1;
    row({"", ""}, say(language_, "over all years together ", "over alle jaren samen ") +
                      money(size_of(*p_.costs->ahead)) +
                      (sign < 0 ? say(language_, " behind", " achter")
                                : say(language_, " ahead", " vooruit")));
  }

  void years() {
    if (!p_.costs || p_.costs->years.size() < 2) return;
    Table table;
    table.columns = {
        {say(language_, "until", "tot en met"), Table::Align::left},
        {say(language_, "allowed", "toegestaan"), Table::Align::right},
        {say(language_, "should-cost", "kostprijsbeeld"), Table::Align::right},
        {say(language_, "ahead in that year", "vooruit in dat jaar"), Table::Align::right}};
    for (const CostYear& year : p_.costs->years)
      table.row({date_text(year.days.last, language_), money(year.price), money(year.by_costs),
                 year.ahead ? money(*year.ahead) : "–"});
    text_ += "\n" + as_text(table);
  }

  const Dossier& d_;
  const PricePosition& p_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string level_text(const Dossier& dossier, const std::vector<PricePosition>& positions,
                       Language language) {
  const Contract& contract = *dossier.contract;
  std::string text = contract.title + " (" + contract.id + ")" +
                     say(language, ", as of ", ", stand ") + date_text(dossier.today, language) +
                     (contract.vat == Vat::excluded
                          ? say(language, ", amounts without VAT", ", bedragen zonder btw")
                          : say(language, ", amounts with VAT", ", bedragen met btw")) +
                     "\n";
  for (const PricePosition& each : positions)
    text += "\n" + PositionText(dossier, each, language).made();
  return text;
}

}  // namespace pricetalk
