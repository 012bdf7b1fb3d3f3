#include <algorithm>
#include <cctype>

#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/shown_numbers.hpp"
#include "letter/template.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

// Annex 1: what the worksheet of the offer holds. The customer reads it: no place in a file of
// ours, no cost, no saving of ours.

namespace {

/// What a step of the worksheet is called. Its labels are in the languages of the program; a German
/// or French one comes from what they say, and a step between has no name of its own.
std::string benefit_word(const OutlineRow& row, const OfferTerms& terms, Language language) {
  const bool familiar = informal(*terms.contract);
  if (is_spoken(language)) {
    // A label is written for whoever is called "u".
    std::string label = row.label.in(language);
    const bool you = language == Language::nl && label.starts_with("uw ");
    return familiar && you ? "je " + label.substr(3) : label;
  }
  const std::string year = in_year_text(terms.first_year, language);
  std::string_view label = row.label.en;
  constexpr std::string_view as_expected = ", as expected";
  const std::string expected =
      label.ends_with(as_expected) ? say(language, "", "", ", voraussichtlich", ", prévision") : "";
  const auto is = [&](std::string_view begin, std::string_view inside = {}) {
    return label.starts_with(begin) && label.find(inside) != std::string_view::npos;
  };
  const auto word = [&](const std::string& de, const std::string& fr) {
    return say(language, "", "", de, fr) + expected;
  };
  if (is("to pay ", "with the usual indexation"))
    return word("Zu zahlen " + year + " mit der üblichen Indexanpassung",
                "À payer " + year + " avec l’indexation habituelle");
  if (is("to pay ", "without indexation"))
    return word("Zu zahlen " + year + " ohne Indexanpassung",
                "À payer " + year + " sans indexation");
  if (is("no indexation ")) return word("keine Indexanpassung " + year, "pas d’indexation " + year);
  if (is("to pay ", "in smaller steps"))
    return word("Zu zahlen " + year + " in kleineren Schritten",
                "À payer " + year + " par étapes plus petites");
  if (is("less indexation "))
    return word("weniger Indexanpassung " + year, "indexation en moins " + year);
  if (is("saving a year"))
    return word("Einsparung pro Jahr, vorsichtig geschätzt",
                "économie par an, estimation prudente");
  if (is("our share of it, a year")) return word("unser Anteil, pro Jahr", "notre part, par an");
  if (is("our share")) return word("unser Anteil daran", "notre part");
  if (is("your share of it, a year"))
    return word(familiar ? "dein Anteil, pro Jahr" : "Ihr Anteil, pro Jahr",
                familiar ? "ta part, par an" : "votre part, par an");
  if (is("your share"))
    return word(familiar ? "dein Anteil daran" : "Ihr Anteil daran",
                familiar ? "ta part" : "votre part");
  if (is("your benefit "))
    return word((familiar ? "dein Vorteil " : "Ihr Vorteil ") + year,
                (familiar ? "ton avantage " : "votre avantage ") + year);
  if (is("reduction a month")) return word("Senkung pro Monat", "baisse par mois");
  if (is("reduction a year")) return word("Senkung pro Jahr", "baisse par an");
  if (is("reduction in all")) return word("Senkung insgesamt", "baisse totale");
  if (is("reduction ")) return word("Senkung " + year, "baisse " + year);
  if (is("months in all")) return word("Monate insgesamt", "nombre total de mois");
  if (is("months")) return word("Monate " + year, "mois " + year);
  return word("Zwischenschritt", "étape intermédiaire");
}

/// The numbers of a sum without the words about rounding to whole cents, which nobody doubts.
std::string sum_text(const Derivation& derivation, const OutlineRow& row, Language language) {
  std::string text = numbers_text(derivation, row.node, language);
  if (row.rounding) text = text.substr(0, text.find(before_rounding(language)));
  return grouped_numbers(text, language);
}

/// An amount of the offer with the steps behind it; steps that an earlier one showed are left out.
class BenefitTable {
 public:
  BenefitTable(const OfferTerms& terms, Language language) : terms_(terms), language_(language) {
    grid.columns = {{say(language, "what", "wat", "was", "poste")},
                    {say(language, "sum", "berekening", "Berechnung", "calcul")},
                    {say(language, "amount", "bedrag", "Betrag", "montant"), Page::Align::right}};
  }

  void add(const std::optional<Explained>& amount) {
    if (!amount) return;
    for (const OutlineRow& row : outline(terms_.derivation, amount->node)) {
      std::string label = benefit_word(row, terms_, language_);
      const std::string known = label + "=" + value(row);
      if (std::find(shown_.begin(), shown_.end(), known) != shown_.end()) continue;
      const bool computed = !row.formula.empty();
      const bool result = computed && row.label == amount->label;
      shown_.push_back(known);
      if (!label.empty())
        label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(label.front())));
      grid.row({result ? strong(label) : Words(label),
                computed ? sum_text(terms_.derivation, row, language_) : std::string(),
                result ? strong(value(row)) : Words(value(row))});
    }
  }

  Page::Grid grid;

 private:
  std::string value(const OutlineRow& row) const {
    // A sum of a worksheet has no form of its own; all of them but counts are amounts.
    OutlineRow amount = row;
    if (!row.formula.empty()) amount.form = Form::money;
    return annex_value(amount, terms_.contract->currency, language_);
  }

  const OfferTerms& terms_;
  Language language_;
  std::vector<std::string> shown_;
};

/// For a buyer under procurement rules: how large the change is.
std::string change_of_contract(const OfferTerms& terms, Language language) {
  std::string text;
  if (terms.reduction_part) {
    const std::string total =
        short_money(std::get<Money>(terms.reduction_total->figure.value), language);
    const std::string value =
        short_money(std::get<Money>(terms.original_value->figure.value), language);
    const std::string part =
        decimal_text(std::get<Percent>(terms.reduction_part->figure.value).of_hundred, language);
    text = say(language,
               "The contract changes by a reduction of " + total + " in all. That is " + part +
                   " per cent of its original value of " + value + ". ",
               "Het contract verandert met een verlaging van samen " + total + ". Dat is " + part +
                   " procent van de oorspronkelijke waarde van " + value + ". ",
               "Der Vertrag ändert sich durch eine Senkung von insgesamt " + total + ". Das sind " +
                   part + " Prozent des ursprünglichen Vertragswerts von " + value + ". ",
               "Le contrat change par une baisse totale de " + total + ", soit " + part +
                   " % de sa "
                   "valeur initiale de " +
                   value + ". ");
  }
  const bool familiar = informal(*terms.contract);
  return text +
         say(language,
             "Do you buy under procurement rules? Then ask your procurement officer to confirm "
             "that this change is allowed.",
             std::string(familiar
                             ? "Koop je in volgens de aanbestedingsregels? Laat je inkoper dan "
                             : "Koopt u in volgens de aanbestedingsregels? Laat uw inkoper dan ") +
                 "bevestigen dat deze wijziging mag.",
             familiar ? "Kaufst du nach Vergaberecht ein? Dann lass dir von deiner Vergabestelle "
                        "bestätigen, dass diese Änderung zulässig ist."
                      : "Kaufen Sie nach Vergaberecht ein? Dann lassen Sie sich von Ihrer "
                        "Vergabestelle bestätigen, dass diese Änderung zulässig ist.",
             familiar
                 ? "Tes achats sont-ils soumis aux règles des marchés publics\u202f? Fais alors "
                   "confirmer par ton service des marchés que cette modification est permise."
                 : "Vos achats sont-ils soumis aux règles des marchés publics\u202f? Faites alors "
                   "confirmer par votre service des marchés que cette modification est "
                   "permise.");
}

}  // namespace

bool informal(const Contract& contract) {
  const ContactTerms* reader = contract.find_contact(contract.terms.talk->receiver->value);
  return reader != nullptr && reader->form_of_address.value == AddressForm::informal;
}

std::string annex_value(const OutlineRow& row, const Currency& currency, Language language) {
  if (!row.value) return not_known_yet(language);
  if (row.form == Form::money) {
    const auto exact = row.value->exact_decimal();
    if (exact && exact->scale() <= currency.minor_decimals())
      return money_text({as_decimal(*row.value, currency.minor_decimals()), currency}, language);
  }
  return shortened_numbers(value_text(row, language), language);
}

Page annex_of(const Contract& contract, const std::string& title, Language language) {
  Page page;
  page.language = language;
  page.paper = Page::Paper::letter;
  page.add(Page::Heading{title, 1});
  page.add(
      Page::Text{contract.title + " (" + contract.id + "). " +
                 (contract.vat == Vat::excluded
                      ? say(language, "All amounts exclude VAT.", "Alle bedragen zijn zonder btw.",
                            "Alle Beträge verstehen sich ohne Mehrwertsteuer.",
                            "Tous les montants s’entendent hors TVA.")
                      : say(language, "All amounts include VAT.", "Alle bedragen zijn met btw.",
                            "Alle Beträge verstehen sich einschließlich Mehrwertsteuer.",
                            "Tous les montants s’entendent TVA comprise."))});
  return page;
}

/// The steps of a glide path: how each price comes from the one before it.
void add_path(Page& page, const OfferTerms& terms, Language language) {
  for (const GlideStep& step : terms.glide) {
    if (!step.then) continue;
    const bool past = &step != &terms.glide.front() && step.entry->date != terms.adjustment;
    page.add(Page::Text{
        strong(name_of({.line = step.line, .price = step.price, .now = {}, .then = {}, .from = {}},
                       language) +
               ", " + date_text(step.charged_from, language))});
    page.add(steps_grid(*step.entry, terms.contract->currency, language, past));
  }
}

Page benefit_annex(const OfferTerms& terms, Language language) {
  const bool familiar = informal(*terms.contract);
  Page page = annex_of(*terms.contract,
                       say(language, "Annex 1: how we worked out your benefit",
                           familiar ? "Bijlage 1: zo berekenden wij je voordeel"
                                    : "Bijlage 1: zo berekenden wij uw voordeel",
                           familiar ? "Anlage 1: So haben wir deinen Vorteil berechnet"
                                    : "Anlage 1: So haben wir Ihren Vorteil berechnet",
                           familiar ? "Annexe 1\u00a0: le calcul de ton avantage"
                                    : "Annexe 1\u00a0: le calcul de votre avantage"),
                       language);
  BenefitTable table(terms, language);
  const Promises& proved = terms.promises;
  if (proved.waived_first_year) table.add(proved.waived_first_year->amount());
  const bool reduced = !proved.reductions.empty();
  if (reduced)
    for (const BillReduction& each : terms.reductions) table.add(each.month);
  if (reduced) table.add(terms.reduction_year);
  if (proved.benefit_first_year) table.add(proved.benefit_first_year->amount());
  if (reduced) table.add(terms.reduction_total);
  for (const SharedSaving& each : terms.shared) table.add(each.part);
  page.add(std::move(table.grid));
  add_path(page, terms, language);
  if (terms.expected && proved.waived_first_year)
    page.add(Page::Text{expectation(terms, language)});
  if (const std::string totals = expected_totals(terms, language);
      !totals.empty() && proved.waived_first_year)
    page.add(Page::Text{totals});
  if (reduced && terms.reduction_total) {
    page.add(Page::Text{
        say(language,
            "The reduction is a fixed amount. It does not change, even if the work costs us more.",
            "De verlaging is een vast bedrag. Dat bedrag verandert niet, ook niet als het werk ons "
            "meer kost.",
            "Die Senkung ist ein fester Betrag. Er ändert sich nicht, auch wenn die Arbeit uns "
            "mehr kostet.",
            "La baisse est un montant fixe. Il ne change pas, même si le travail nous coûte "
            "davantage.")});
    if (terms.contract->audience != Audience::b2c)
      page.add(Page::Text{change_of_contract(terms, language)});
  }
  return page;
}

}  // namespace pricetalk
