#include <algorithm>
#include <cctype>

#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "letter/publisher_words.hpp"
#include "letter/shown_numbers.hpp"
#include "pricetalk/explain/calculation.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/breaks.hpp"

namespace pricetalk {

// Annex 2: the steps of the price entries, for a customer who wants to follow them with the
// publisher's own table at hand.

namespace {

std::string capital(std::string text) {
  if (!text.empty())
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

/// "juli 2025" for a month, else as it is written.
std::string period_text(const std::string& written, Language language) {
  const auto period = Period::parse(written);
  if (!period || period->unit() != Unit::month) return written;
  const Date day = period->first_day();
  return month_name(day.month(), language) + " " + std::to_string(day.year());
}

/// The period that a figure is about.
std::string when_of(const PublishedFigure& figure, Language language) {
  return is_spoken(language) ? period_text(figure.period, language)
                             : pricetalk::period_text(figure.about, language);
}

/// What its publisher says of a figure.
std::string status_word(const PublishedFigure& figure, Language language) {
  if (is_spoken(language)) return figure.status.in(language);
  if (figure.status.en == "provisional") return say(language, "", "", "vorläufig", "provisoire");
  if (figure.status.en == "definitive") return say(language, "", "", "endgültig", "définitif");
  return say(language, "", "", "Stand laut Herausgeber", "état indiqué par l’éditeur");
}

/// A published figure as a customer can look it up.
std::string published(const PublishedFigure& figure, Language language) {
  std::string text = figure.publisher.empty() ? figure.series : figure.publisher;
  if (!figure.table.empty()) text += ", " + table_words(figure.table, language);
  if (!figure.base.empty()) text += " (" + figure.base + ")";
  text += ", " + status_word(figure, language);
  if (figure.published)
    text +=
        say(language, ", published ", ", gepubliceerd ", ", veröffentlicht am ", ", publié le ") +
        date_text(*figure.published, language);
  if (figure.remark.empty()) return text;
  return text + (is_spoken(language) ? "; " + figure.remark.in(language)
                                     : say(language, "", "", "; von uns eingegeben oder abgeleitet",
                                           "\u202f; saisi ou déduit par nous"));
}

/// The title of a series stays as its publisher has it.
std::string title_of(const InputSource& source, Language language) {
  return source.text.in(language);
}

/// Where a value comes from that nobody published.
std::string other_source(const InputSource& source, Language language) {
  if (is_spoken(language)) return source.text.in(language);
  switch (source.kind) {
    case InputSource::Kind::contract:
      return say(language, "", "", "laut Vertrag", "selon le contrat");
    case InputSource::Kind::decision:
      return say(language, "", "", "laut Vereinbarung", "selon l’accord");
    case InputSource::Kind::projected:
      return say(language, "", "", "Annahme", "hypothèse");
    case InputSource::Kind::figure:
      return say(language, "", "", "noch nicht veröffentlicht", "pas encore publié");
    case InputSource::Kind::earlier_price:
    case InputSource::Kind::given:
      break;
  }
  return say(language, "", "", "laut unserer Berechnung", "selon notre calcul");
}

/// What a step is called.
std::string step_word(const OutlineRow& row, Language language) {
  if (is_spoken(language)) return row.label.in(language);
  if (row.role != Role::label) return std::string(role_word(row.role, language));
  if (row.label.en.starts_with("rounded to just "))
    return say(language, "", "", "knapp über die Grenze gerundet",
               "arrondi juste au-dessus de la limite");
  return row.symbol.empty() ? say(language, "", "", "Zwischenschritt", "étape intermédiaire")
                            : row.symbol;
}

/// What the figure measures, and when: "Consumentenprijsindex (CPI), alle bestedingen, juli 2025".
std::string label_of(const OutlineRow& row, Language language) {
  const std::string label = step_word(row, language);
  if (row.source != nullptr && row.source->figure) {
    const PublishedFigure& figure = *row.source->figure;
    const bool titled = row.source->kind == InputSource::Kind::figure;
    const std::string name = title_of(*row.source, language);
    return (!titled                 ? capital(label)
            : name == figure.series ? name
                                    : capital(name)) +
           ", " + when_of(figure, language);
  }
  return capital(label);
}

/// One step of the sum as the customer sees it.
struct Step {
  std::string label;
  std::string how;
  std::string value;
};

class Steps {
 public:
  /// `part`: the currency of the part that moves, where it is another one.
  Steps(const PriceEntry& entry, const Currency& currency, Language language, bool past = false,
        const Currency* part = nullptr)
      : why_(entry.why),
        rows_(outline(entry.why, entry.answer)),
        currency_(currency),
        language_(language),
        past_(past),
        part_(part) {
    for (std::size_t i = 0; i < rows_.size(); ++i) take(rows_[i]);
  }

  Page::Grid grid() const {
    Page::Grid grid;
    grid.columns = {{say(language_, "step", "stap", "Schritt", "étape"), Page::Align::left, 34},
                    {say(language_, "how", "hoe", "Berechnung oder Quelle", "calcul ou source")},
                    {say(language_, "value", "waarde", "Wert", "valeur"), Page::Align::right}};
    for (const Step& step : made_) grid.row({step.label, step.how, step.value});
    return grid;
  }

 private:
  bool computed(const OutlineRow& row) const {
    return row.source == nullptr && !row.formula.empty();
  }

  /// A step that gives what the one before it gave is left out, and with it the limit that did not
  /// bind. Of a rounding that changes nothing only the name and the decimals stay.
  void take(const OutlineRow& row) {
    // A factor of one says that nothing has lapsed.
    if (row.role == Role::lost_factor && row.value && *row.value == Ratio(1)) return;
    if (row.role == Role::carried_in && row.value && row.value->is_zero()) return;
    if (row.role == Role::cap || row.role == Role::floor) {
      limit_ = step(row);
      return;
    }
    const bool same = computed(row) && last_ && row.value && *row.value == *last_;
    if (same && row.rounding) {
      made_.back().label = label_of(row, language_);
      made_.back().value = annex_value(row, currency_of(row), language_);
    } else if (!same) {
      if (limit_) made_.push_back(*limit_);
      made_.push_back(step(row));
    }
    limit_.reset();
    if (computed(row)) last_ = row.value ? std::optional<Ratio>(*row.value) : std::nullopt;
  }

  Step step(const OutlineRow& row) const {
    return {label_of(row, language_), how(row), annex_value(row, currency_of(row), language_)};
  }

  const Currency& currency_of(const OutlineRow& row) const {
    return part_ != nullptr && row.role == Role::new_price ? *part_ : currency_;
  }

  std::string how(const OutlineRow& row) const {
    if (row.source != nullptr) {
      if (row.source->figure) return published(*row.source->figure, language_);
      const bool earlier = row.source->kind == InputSource::Kind::earlier_price;
      if (!earlier) return other_source(*row.source, language_);
      return past_
                 ? say(language_, "price until that day", "prijs tot die dag",
                       "Preis bis zu diesem Tag", "prix jusqu’à ce jour")
                 : say(language_, "present price", "prijs van nu", "heutiger Preis", "prix actuel");
    }
    // Of a choice that nobody can make yet there is no sum to show.
    const bool open =
        !is_spoken(language_) && !row.value && !row.rounding && row.role == Role::new_price;
    std::string text =
        row.formula.empty() || open ? std::string() : numbers_text(why_, row.node, language_);
    if (row.rounding) {
      const auto at = text.find(before_rounding(language_));
      if (at != std::string::npos)
        text = text.substr(0, at) + ", " +
               rounded_to(*row.rounding, row.form == Form::money, language_);
    }
    return grouped_numbers(shortened_numbers(text, language_), language_);
  }

  const Derivation& why_;
  std::vector<OutlineRow> rows_;
  const Currency& currency_;
  Language language_;
  bool past_;
  const Currency* part_;
  std::vector<Step> made_;
  std::optional<Step> limit_;
  std::optional<Ratio> last_;
};

/// The coefficient with the decimals of its rounding, where the step has one that is known.
std::optional<Decimal> coefficient(const PriceEntry& entry) {
  if (!entry.why) return std::nullopt;
  const Calculation& calculation = *entry.why.calculation;
  const NodeId node = calculation.outputs.coefficient;
  if (node == no_node || !entry.why.tape.determined(node)) return std::nullopt;
  const Node& made = calculation.nodes[node];
  const int decimals = made.op == Op::round ? calculation.roundings[made.b].step.scale() : 4;
  return as_decimal(entry.why.tape.value(node), decimals);
}

/// Prices of which another line has shown how their clause came to the same coefficient.
Page::Grid alike_grid(const std::vector<const FallbackPrice*>& alike, const Decimal& factor,
                      Language language) {
  Page::Grid grid;
  grid.columns = {{say(language, "price", "prijs", "Preis", "prix")},
                  {say(language, "now", "nu", "heute", "actuel"), Page::Align::right},
                  {say(language, "factor", "factor", "Faktor", "coefficient"), Page::Align::right},
                  {say(language, "new", "nieuw", "neu", "nouveau"), Page::Align::right}};
  for (const FallbackPrice* price : alike)
    grid.row({price->line->title, money_text(std::get<Money>(price->now.value), language),
              decimal_text(factor, language),
              money_text(std::get<Money>(price->then->value), language)});
  return grid;
}

/// "Deel loon, artikel 7.2": one of several causes of a step.
std::string cause_name(const Line& line, const PriceEntry& cause, Language language) {
  std::string text;
  if (cause.part)
    text = say(language, "Part ", "Deel ", "Anteil ", "Part ") + line.parts[*cause.part].name;
  if (!cause.clause->article.empty())
    text += (text.empty() ? say(language, "Article ", "Artikel ", "Klausel ", "Article ")
                          : say(language, ", article ", ", artikel ", ", Klausel ", ", article ")) +
            cause.clause->article;
  return text.empty() ? cause.clause->id : text;
}

/// Of a change in the way of measuring; what changed is told by its publisher.
std::string break_words(const BreakCrossed& crossed, Language language) {
  if (is_spoken(language)) return in_words(crossed).in(language);
  const auto period = [&](const Period& each) { return pricetalk::period_text(each, language); };
  return say(language, "", "",
             crossed.name + " wird ab " + period(crossed.from) +
                 " anders gemessen. Verglichen werden " + period(crossed.before) + " und " +
                 period(crossed.after) + ".",
             "La série " + crossed.name + " est mesurée autrement à partir de " +
                 period(crossed.from) + ". La comparaison porte sur " + period(crossed.before) +
                 " et " + period(crossed.after) + ".");
}

/// The currency of the part that moves, where it is not that of the contract; else nothing.
const Currency* paid_in(const FallbackPrice& price, const PriceEntry& cause,
                        const Currency& currency) {
  if (!cause.part) return nullptr;
  const Currency& own = price.line->parts[*cause.part].currency;
  return own.code() == currency.code() ? nullptr : &own;
}

void block(Page& page, const std::vector<const FallbackPrice*>& alike,
           const std::optional<Decimal>& factor, const Currency& currency, Language language) {
  const FallbackPrice& first = *alike.front();
  const bool titled = first.line->title != first.line->id;
  page.add(Page::Heading{titled ? capital(first.line->title) : first.line->id, 2});
  const bool one = first.causes.size() < 2;
  if (one && !first.entry->clause->article.empty())
    page.add(Page::Text{
        say(language, "By article ", "Volgens artikel ", "Vertragsklausel ", "Selon l’article ") +
        first.entry->clause->article + "."});
  // Every clause and part that moves the price on that day.
  for (const PriceEntry* cause : one ? std::vector<const PriceEntry*>{first.entry} : first.causes) {
    if (!one && cause->price && cause->before && *cause->price == *cause->before) continue;
    if (!one) page.add(Page::Text{strong(cause_name(*first.line, *cause, language))});
    page.add(Steps(*cause, currency, language, false, paid_in(first, *cause, currency)).grid());
    for (const BreakCrossed& crossed : breaks_crossed(cause->why))
      page.add(Page::Text{break_words(crossed, language)});
  }
  if (alike.size() == 1) return;
  page.add(Page::Text{say(
      language, "The other prices follow the same factor:",
      "De andere prijzen volgen dezelfde factor:", "Für die übrigen Preise gilt derselbe Faktor:",
      "Les autres prix suivent le même coefficient\u00a0:")});
  page.add(alike_grid({alike.begin() + 1, alike.end()}, *factor, language));
}

}  // namespace

Page::Grid steps_grid(const PriceEntry& entry, const Currency& currency, Language language,
                      bool past) {
  return Steps(entry, currency, language, past).grid();
}

Page::Text shown_rounded(Language language) {
  return {say(language, "We calculate with all decimals; here you see the numbers rounded.",
              "Wij rekenen met alle decimalen; hier staan de getallen afgerond.",
              "Wir rechnen mit allen Nachkommastellen; hier stehen die Zahlen gerundet.",
              "Nous calculons avec toutes les décimales\u202f; les nombres sont arrondis ici.")};
}

Page indexation_annex(const OfferTerms& terms, Language language) {
  return steps_annex(*terms.contract, terms.fallback,
                     say(language, "Annex 2: the usual indexation, step by step",
                         "Bijlage 2: de gewone indexatie, stap voor stap",
                         "Anlage 2: Die übliche Indexanpassung, Schritt für Schritt",
                         "Annexe 2\u00a0: l’indexation habituelle, étape par étape"),
                     language);
}

Page steps_annex(const Contract& contract, const std::vector<FallbackPrice>& prices,
                 const std::string& title, Language language) {
  Page page = annex_of(contract, title, language);
  page.add(shown_rounded(language));
  std::vector<const FallbackPrice*> open;
  for (const FallbackPrice& each : prices) open.push_back(&each);
  while (!open.empty()) {
    const FallbackPrice& first = *open.front();
    const auto factor = coefficient(*first.entry);
    std::vector<const FallbackPrice*> alike;
    std::vector<const FallbackPrice*> rest;
    for (const FallbackPrice* each : open) {
      const bool same = each == &first || (first.causes.size() < 2 && each->causes.size() < 2 &&
                                           each->entry->clause == first.entry->clause && factor &&
                                           coefficient(*each->entry) == factor && each->then);
      (same ? alike : rest).push_back(each);
    }
    block(page, alike, factor, contract.currency, language);
    open = std::move(rest);
  }
  return page;
}

}  // namespace pricetalk
