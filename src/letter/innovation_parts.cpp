#include "letter/innovation_parts.hpp"

#include <algorithm>

#include "letter/innovation.hpp"
#include "letter/innovation_claims.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"

namespace pricetalk {

namespace {

/// Sentences in the language of a letter, with amounts and days in them.
class Pieces {
 public:
  explicit Pieces(Language language) : language_(language) {}

  void say(const std::string& en, const std::string& nl, const std::string& de,
           const std::string& fr) {
    text(pricetalk::say(language_, en, nl, de, fr));
  }
  void text(std::string words) { made_.pieces.emplace_back(PlainText{std::move(words)}); }
  void amount(const Explained& amount) { made_.pieces.emplace_back(AmountField{amount, false}); }
  void promised(const PromisedAmount& amount) { made_.pieces.emplace_back(amount); }
  void day(Date date) { made_.pieces.emplace_back(date); }
  bool empty() const { return made_.pieces.empty(); }
  SentencesField field() && { return std::move(made_); }

 private:
  Language language_;
  SentencesField made_;
};

/// "from 1 January 2026 to 31 December 2027".
void days_of(Pieces& pieces, Date from, Date until) {
  pieces.say("from ", "van ", "vom ", "du ");
  pieces.day(from);
  pieces.say(" to ", " tot en met ", " bis einschließlich ", " au ");
  pieces.day(until);
  pieces.say("", "", "", " inclus");
}

/// How a saving is measured, as a sentence of its own.
void measured_by(Pieces& pieces, const SharedSaving& shared) {
  if (!shared.innovation->meter) return;
  std::string meter = shared.innovation->meter->value;
  while (meter.ends_with('.') || meter.ends_with(' ')) meter.pop_back();
  pieces.say(" This is how we measure it: ", " Zo meten wij het: ", " So wird gemessen: ",
             " Mode de mesure\u00a0: ");
  pieces.text(meter + ".");
}

/// Of a saving of ours a part goes to the customer.
void of_ours(Pieces& pieces, const SharedSaving& shared, bool familiar) {
  pieces.say("Of what we save by this you receive ",
             familiar ? "Van wat wij hiermee besparen, krijg je "
                      : "Van wat wij hiermee besparen, krijgt u ",
             familiar ? "Von dem, was wir dadurch einsparen, erhältst du "
                      : "Von dem, was wir dadurch einsparen, erhalten Sie ",
             familiar ? "Sur ce que nous économisons ainsi, tu reçois "
                      : "Sur ce que nous économisons ainsi, vous recevez ");
  pieces.amount(shared.share);
  pieces.say(" per cent, ", " procent, ", " Prozent, ", "\u00a0%, ");
  days_of(pieces, shared.from, shared.until);
  pieces.say(". On a cautious estimate that is ", ". Voorzichtig geschat is dat ",
             ". Vorsichtig geschätzt sind das ", ". Selon une estimation prudente, cela fait ");
  pieces.amount(shared.part);
  pieces.say(" a year. If we save less, you receive less; if we save more, you receive more.",
             familiar ? " per jaar. Besparen wij minder, dan krijg je minder; besparen wij meer, "
                        "dan krijg je meer."
                      : " per jaar. Besparen wij minder, dan krijgt u minder; besparen wij meer, "
                        "dan krijgt u meer.",
             familiar ? " pro Jahr. Sparen wir weniger ein, erhältst du weniger; sparen wir mehr "
                        "ein, erhältst du mehr."
                      : " pro Jahr. Sparen wir weniger ein, erhalten Sie weniger; sparen wir mehr "
                        "ein, erhalten Sie mehr.",
             familiar ? " par an. Si nous économisons moins, tu reçois moins\u202f; si nous "
                        "économisons davantage, tu reçois davantage."
                      : " par an. Si nous économisons moins, vous recevez moins\u202f; si nous "
                        "économisons davantage, vous recevez davantage.");
}

/// Of a saving of the customer a part comes to us.
void of_theirs(Pieces& pieces, const SharedSaving& shared, bool familiar) {
  pieces.say("You save on your own costs, on a cautious estimate ",
             familiar ? "Je bespaart hiermee op je eigen kosten, voorzichtig geschat "
                      : "U bespaart hiermee op uw eigen kosten, voorzichtig geschat ",
             familiar ? "Du sparst damit bei deinen eigenen Kosten, vorsichtig geschätzt "
                      : "Sie sparen damit bei Ihren eigenen Kosten, vorsichtig geschätzt ",
             familiar ? "Tu économises ainsi sur tes propres coûts, selon une estimation prudente, "
                      : "Vous économisez ainsi sur vos propres coûts, selon une estimation "
                        "prudente, ");
  pieces.amount(shared.saving);
  pieces.say(" a year. Of what you save you pay us ",
             familiar ? " per jaar. Van wat je bespaart, betaal je ons "
                      : " per jaar. Van wat u bespaart, betaalt u ons ",
             familiar ? " pro Jahr. Von deiner Einsparung zahlst du uns "
                      : " pro Jahr. Von Ihrer Einsparung zahlen Sie uns ",
             familiar ? " par an. Sur cette économie, tu nous verses "
                      : " par an. Sur cette économie, vous nous versez ");
  pieces.amount(shared.share);
  pieces.say(" per cent, ", " procent, ", " Prozent, ", "\u00a0%, ");
  days_of(pieces, shared.from, shared.until);
  pieces.say(": by this estimate ", ": bij deze schatting ", ": nach dieser Schätzung ",
             "\u00a0: d’après cette estimation, ");
  pieces.amount(shared.part);
  pieces.say(" a year. If you save nothing, you pay us nothing for it.",
             familiar ? " per jaar. Bespaar je niets, dan betaal je ons er niets voor."
                      : " per jaar. Bespaart u niets, dan betaalt u ons er niets voor.",
             familiar ? " pro Jahr. Sparst du nichts, zahlst du uns dafür nichts."
                      : " pro Jahr. Sparen Sie nichts, zahlen Sie uns dafür nichts.",
             familiar ? " par an. Sans économie, tu ne nous verses rien."
                      : " par an. Sans économie, vous ne nous versez rien.");
}

}  // namespace

SentencesField several_savings(const OfferTerms& terms, Language language) {
  Pieces pieces(language);
  const bool familiar = informal(*terms.contract);
  const bool monthly = terms.contract->billing.period.value == Duration{1, Unit::month};
  const auto& proved = terms.promises.reductions;
  const bool one_end = std::all_of(
      terms.reductions.begin(), terms.reductions.end(),
      [&](const BillReduction& each) { return each.until == terms.reductions.front().until; });
  for (std::size_t i = 0; i < proved.size(); ++i) {
    const BillReduction& each = terms.reductions[i];
    const bool first = i == 0;
    pieces.text(first ? "" : " ");
    pieces.say("From ", "Vanaf ", "Ab dem ", "À partir du ");
    pieces.day(each.from);
    if (monthly)
      pieces.say(first ? " your monthly amount goes down by " : " it goes down by another ",
                 familiar ? (first ? " gaat je maandbedrag " : " gaat er nog eens ")
                          : (first ? " gaat uw maandbedrag " : " gaat er nog eens "),
                 first ? (familiar ? " sinkt dein Monatsbetrag um " : " sinkt Ihr Monatsbetrag um ")
                       : " sinkt er um weitere ",
                 first ? (familiar ? ", ton montant mensuel baisse de "
                                   : ", votre montant mensuel baisse de ")
                       : ", il baisse encore de ");
    else
      pieces.say(first ? " you pay the equivalent of " : " you pay another ",
                 familiar ? (first ? " betaal je omgerekend " : " betaal je omgerekend nog eens ")
                          : (first ? " betaalt u omgerekend " : " betaalt u omgerekend nog eens "),
                 familiar
                     ? (first ? " zahlst du umgerechnet " : " zahlst du umgerechnet weitere ")
                     : (first ? " zahlen Sie umgerechnet " : " zahlen Sie umgerechnet weitere "),
                 familiar ? (first ? ", tu paies l’équivalent de " : ", tu paies encore ")
                          : (first ? ", vous payez l’équivalent de " : ", vous payez encore "));
    pieces.promised(PromisedAmount(proved[i]));
    if (monthly)
      pieces.say("", first ? " omlaag" : " af", "", "");
    else
      pieces.say(" a month less", " per maand minder", " pro Monat weniger", " de moins par mois");
    if (each.until && !one_end) {
      pieces.say(", until ", ", tot en met ", ", bis einschließlich ", ", jusqu’au ");
      pieces.day(*each.until);
      pieces.say("", "", "", " inclus");
    }
    pieces.text(".");
  }
  if (one_end && !proved.empty() && terms.reductions.front().until) {
    pieces.say(" That remains so until ", " Dat blijft zo tot en met ",
               " Das gilt bis einschließlich ", " Cela vaut jusqu’au ");
    pieces.day(*terms.reductions.front().until);
    pieces.say(".", ".", ".", " inclus.");
  }
  return std::move(pieces).field();
}

SentencesField shared_savings(const OfferTerms& terms, Language language) {
  Pieces pieces(language);
  const bool familiar = informal(*terms.contract);
  for (const SharedSaving& each : terms.shared) {
    if (!pieces.empty()) pieces.text(" ");
    if (each.whose == Side::supplier)
      of_ours(pieces, each, familiar);
    else
      of_theirs(pieces, each, familiar);
    measured_by(pieces, each);
  }
  return std::move(pieces).field();
}

RowsField path_rows(const OfferTerms& terms, Language language) {
  RowsField rows;
  for (const GlideStep& step : terms.glide) {
    std::vector<CellField> row{
        PlainText{name_of(
            {.line = step.line, .price = step.price, .now = {}, .then = {}, .from = {}}, language)},
        step.charged_from,
        PlainText{
            percent_text(step.change.as_fraction(), step.change.of_hundred.scale(), language)}};
    const auto& proved = terms.promises.path;
    const auto at = std::find_if(proved.begin(), proved.end(), [&](const auto& each) {
      return step.then && each.amount().figure.address == step.then->address;
    });
    if (at == proved.end())
      row.emplace_back(PlainText{not_known_yet(language)});
    else
      row.emplace_back(PromisedAmount(*at, true));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string otherwise(const OfferTerms& terms, Language language) {
  if (terms.form == InnovationForm::glide_path)
    return say(language, "Then the usual indexation holds.", "Dan geldt de gewone indexatie.",
               "Dann gilt die übliche Indexanpassung.",
               "C’est alors l’indexation habituelle qui s’applique.");
  return say(language, "Then the work stays as it is.", "Dan blijft het werk zoals het nu is.",
             "Dann bleibt die Leistung, wie sie ist.", "Rien ne change alors dans la prestation.");
}

}  // namespace pricetalk
