#include <array>
#include <cstddef>
#include <utility>

#include "pricetalk/explain/calculation.hpp"

namespace pricetalk {

const Phrase& words(Role role) {
  static const std::array<Phrase, static_cast<std::size_t>(Role::total) + 1> table = [] {
    std::array<Phrase, static_cast<std::size_t>(Role::total) + 1> t{};
    const auto say = [&](Role r, const char* en, const char* nl) {
      t[static_cast<std::size_t>(r)] = {en, nl};
    };
    say(Role::observation, "comparison figure", "vergelijkingscijfer");
    say(Role::reference, "reference figure", "referentiecijfer");
    say(Role::link_coefficient, "link coefficient", "koppelcoëfficiënt");
    say(Role::converted, "converted to the other base", "omgerekend naar de andere reeks");
    say(Role::average, "average", "gemiddelde");
    say(Role::interpolated, "interpolated", "geïnterpoleerd");
    say(Role::constant, "constant", "vaste waarde");
    say(Role::price_before, "price before", "prijs ervoor");
    say(Role::price_before_exact, "price before, not rounded", "prijs ervoor, niet afgerond");
    say(Role::original_price, "original price", "oorspronkelijke prijs");
    say(Role::quantity, "quantity", "hoeveelheid");
    say(Role::formula, "formula", "formule");
    say(Role::change, "measured change", "gemeten verandering");
    say(Role::change_rounded, "measured change, rounded", "gemeten verandering, afgerond");
    say(Role::change_since, "change since the last adjustment",
        "verandering sinds de laatste aanpassing");
    say(Role::threshold, "threshold", "drempel");
    say(Role::threshold_excess, "part above the threshold", "deel boven de drempel");
    say(Role::passed_on, "share that is passed on", "deel dat wordt doorberekend");
    say(Role::carried_in, "carried over from before", "doorgeschoven van eerder");
    say(Role::with_carry, "with what was carried over", "met wat was doorgeschoven");
    say(Role::lost_factor, "factor for what lapsed for good",
        "factor voor wat definitief is vervallen");
    say(Role::step_wanted, "step before limits", "stap vóór maximum en minimum");
    say(Role::cap, "cap", "maximum");
    say(Role::floor, "floor", "minimum");
    say(Role::after_floor, "after the floor", "na het minimum");
    say(Role::after_cap, "after the cap", "na het maximum");
    say(Role::given_up, "given up", "prijsgegeven");
    say(Role::decided, "decided", "besloten");
    say(Role::step, "step of the price", "stap van de prijs");
    say(Role::carried_out, "carried over to the next date", "doorgeschoven naar de volgende datum");
    say(Role::room_out, "room left under the cap", "ruimte over onder het maximum");
    say(Role::coefficient_exact, "coefficient before rounding", "coëfficiënt vóór afronding");
    say(Role::coefficient, "coefficient", "coëfficiënt");
    say(Role::increase, "amount added", "bedrag dat erbij komt");
    say(Role::price_exact, "price before rounding", "prijs vóór afronding");
    say(Role::limited_price, "price within its limits", "prijs binnen de grenzen");
    say(Role::new_price, "new price", "nieuwe prijs");
    say(Role::surcharge, "surcharge", "toeslag");
    say(Role::charged, "price with surcharges", "prijs met toeslagen");
    say(Role::discount, "discount", "korting");
    say(Role::net_price, "net price", "nettoprijs");
    say(Role::line_amount, "amount of the line", "bedrag van de regel");
    say(Role::total, "total", "totaal");
    return t;
  }();
  return table[static_cast<std::size_t>(role)];
}

}  // namespace pricetalk
