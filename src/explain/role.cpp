#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

namespace {

using RoleWords = std::array<std::string_view, 4>;  // in the order of Language

const std::array<RoleWords, static_cast<std::size_t>(Role::total) + 1>& all() {
  static const auto table = [] {
    std::array<RoleWords, static_cast<std::size_t>(Role::total) + 1> t{};
    const auto say = [&](Role r, const char* en, const char* nl, const char* de, const char* fr) {
      t[static_cast<std::size_t>(r)] = {en, nl, de, fr};
    };
    say(Role::observation, "comparison figure", "vergelijkingscijfer", "Vergleichswert",
        "indice de comparaison");
    say(Role::reference, "reference figure", "referentiecijfer", "Basiswert",
        "indice de référence");
    say(Role::link_coefficient, "link coefficient", "koppelcoëfficiënt", "Verkettungsfaktor",
        "coefficient de raccordement");
    say(Role::converted, "converted to the other base", "omgerekend naar de andere reeks",
        "auf die andere Basis umgerechnet", "converti dans l’autre base");
    say(Role::average, "average", "gemiddelde", "Durchschnitt", "moyenne");
    say(Role::interpolated, "interpolated", "geïnterpoleerd", "interpoliert", "interpolé");
    say(Role::constant, "constant", "vaste waarde", "fester Wert", "valeur fixe");
    say(Role::price_before, "price before", "prijs ervoor", "bisheriger Preis", "prix précédent");
    say(Role::price_before_exact, "price before, not rounded", "prijs ervoor, niet afgerond",
        "bisheriger Preis, ungerundet", "prix précédent, non arrondi");
    say(Role::original_price, "original price", "oorspronkelijke prijs", "ursprünglicher Preis",
        "prix initial");
    say(Role::quantity, "quantity", "hoeveelheid", "Menge", "quantité");
    say(Role::formula, "formula", "formule", "Formel", "formule");
    say(Role::change, "measured change", "gemeten verandering", "gemessene Veränderung",
        "variation mesurée");
    say(Role::change_rounded, "measured change, rounded", "gemeten verandering, afgerond",
        "gemessene Veränderung, gerundet", "variation mesurée, arrondie");
    say(Role::change_since, "change since the last adjustment",
        "verandering sinds de laatste aanpassing", "Veränderung seit der letzten Anpassung",
        "variation depuis la dernière révision");
    say(Role::threshold, "threshold", "drempel", "Schwelle", "seuil");
    say(Role::threshold_excess, "part above the threshold", "deel boven de drempel",
        "Teil über der Schwelle", "part au-delà du seuil");
    say(Role::passed_on, "share that is passed on", "deel dat wordt doorberekend",
        "Teil, der weitergegeben wird", "part répercutée");
    say(Role::carried_in, "carried over from before", "doorgeschoven van eerder",
        "Übertrag aus früheren Anpassungen", "report des révisions antérieures");
    say(Role::with_carry, "with what was carried over", "met wat was doorgeschoven",
        "einschließlich Übertrag", "report compris");
    say(Role::lost_factor, "factor for what lapsed for good",
        "factor voor wat definitief is vervallen", "Faktor für endgültig Entfallenes",
        "facteur de ce qui est définitivement perdu");
    say(Role::step_wanted, "step before limits", "stap vóór maximum en minimum",
        "Anpassung vor Ober- und Untergrenze", "variation avant plafond et plancher");
    say(Role::cap, "cap", "maximum", "Obergrenze", "plafond");
    say(Role::floor, "floor", "minimum", "Untergrenze", "plancher");
    say(Role::after_floor, "after the floor", "na het minimum", "nach der Untergrenze",
        "après le plancher");
    say(Role::after_cap, "after the cap", "na het maximum", "nach der Obergrenze",
        "après le plafond");
    say(Role::given_up, "given up", "prijsgegeven", "Verzicht", "renonciation");
    say(Role::decided, "decided", "besloten", "vereinbart", "décidé");
    say(Role::step, "step of the price", "stap van de prijs", "Preisanpassung",
        "variation du prix");
    say(Role::carried_out, "carried over to the next date", "doorgeschoven naar de volgende datum",
        "Übertrag auf den nächsten Termin", "report à la prochaine échéance");
    say(Role::room_out, "room left under the cap", "ruimte over onder het maximum",
        "verbleibender Spielraum unter der Obergrenze", "marge restante sous le plafond");
    say(Role::coefficient_exact, "coefficient before rounding", "coëfficiënt vóór afronding",
        "Faktor vor Rundung", "coefficient avant arrondi");
    say(Role::coefficient, "coefficient", "coëfficiënt", "Faktor", "coefficient");
    say(Role::increase, "amount added", "bedrag dat erbij komt", "Erhöhungsbetrag",
        "montant ajouté");
    say(Role::price_exact, "price before rounding", "prijs vóór afronding", "Preis vor Rundung",
        "prix avant arrondi");
    say(Role::limited_price, "price within its limits", "prijs binnen de grenzen",
        "Preis innerhalb der Grenzen", "prix dans les limites");
    say(Role::new_price, "new price", "nieuwe prijs", "neuer Preis", "nouveau prix");
    say(Role::surcharge, "surcharge", "toeslag", "Zuschlag", "supplément");
    say(Role::charged, "price with surcharges", "prijs met toeslagen", "Preis mit Zuschlägen",
        "prix avec suppléments");
    say(Role::discount, "discount", "korting", "Rabatt", "remise");
    say(Role::net_price, "net price", "nettoprijs", "Nettopreis", "prix net");
    say(Role::line_amount, "amount of the line", "bedrag van de regel", "Betrag der Position",
        "montant de la ligne");
    say(Role::total, "total", "totaal", "Summe", "total");
    return t;
  }();
  return table;
}

}  // namespace

const Phrase& words(Role role) {
  static const auto table = [] {
    std::array<Phrase, static_cast<std::size_t>(Role::total) + 1> t{};
    for (std::size_t i = 0; i < t.size(); ++i)
      t[i] = {std::string(all()[i][0]), std::string(all()[i][1])};
    return t;
  }();
  return table[static_cast<std::size_t>(role)];
}

std::string_view role_word(Role role, Language language) {
  return all()[static_cast<std::size_t>(role)][static_cast<std::size_t>(language)];
}

}  // namespace pricetalk
