#include <algorithm>
#include <map>

#include "letter/claim_fields.hpp"
#include "letter/innovation.hpp"
#include "letter/price_words.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_prices.hpp"
#include "talk/letter_refund.hpp"

namespace pricetalk {

namespace {

/// What must be there before we tell the customer on paper what he heard on the telephone.
std::vector<MissingKey> needs_of(const LetterTask& task) {
  const LetterTerms& written = task.written();
  LetterNeeds needs(task.contract(), task.talk().today);
  needs.need(
      called_on(task).has_value(), "talk.called_on",
      {"the day of the call: nobody reads first in a letter that he paid too much",
       "de dag van het telefoongesprek: niemand leest in een brief voor het eerst dat hij te "
       "veel betaalde"});
  needs.need(refund_day(task.contract()).has_value(), "disclosure.refund_on",
             {"the day on which the money is back", "de dag waarop het geld terug is"});
  needs.need(
      written.error_cause.has_value(), "letter.error_cause",
      {"what went wrong, in sentences: \"We ...\"", "wat er misging, in zinnen: \"Wij ...\""});
  needs.need(written.prevention.has_value(), "letter.prevention",
             {"why it does not happen again, in sentences",
              "waarom het niet nog eens gebeurt, in zinnen"});
  const ContactTerms* director =
      written.director ? task.contract().find_contact(written.director->value) : nullptr;
  needs.need(director != nullptr && director->party.value == Side::supplier, "letter.director",
             {"who of the management joins when the customer wants it",
              "wie van de directie aanschuift als de klant dat wil"});
  needs.commitments();
  return std::move(needs).all();
}

class DisclosureLetter {
 public:
  DisclosureLetter(const LetterTask& task, const Refund& refund)
      : task_(task), audit_(*task.talk().audit), refund_(refund) {}

  LetterDraft draft() && {
    days();
    add_refund_amounts(parts_, task_, refund_);
    rows();
    add_corrected_prices(parts_, task_);
    checked();
    undercharged();
    Fields& fields = parts_.fields;
    add_written(fields, "error_cause", task_.written().error_cause);
    add_written(fields, "prevention", task_.written().prevention);
    fields.values["director_name"] = PlainText{task_.written().director->value};
    add_refunded_invoices(parts_, task_, refund_);
    add_refund_items(parts_, task_, refund_);
    return std::move(parts_);
  }

 private:
  void days() {
    Fields& fields = parts_.fields;
    fields.values["called_on"] = *called_on(task_);
    std::optional<Date> since;
    for (const RefundPart& part : refund_.parts)
      if (!since || part.row->charged.from < *since) since = part.row->charged.from;
    fields.values["error_since"] = *since;
    fields.values["invoices_until"] = last_day_invoiced(audit_);
    const bool open = task_.contract().vat == Vat::excluded &&
                      std::any_of(refund_.parts.begin(), refund_.parts.end(),
                                  [](const RefundPart& part) { return !part.has_vat; });
    if (open) fields.holds.insert("vat_unknown");
  }

  void amount(const char* name, const Figure& figure, Phrase label) {
    parts_.fields.values[name] = AmountField{{figure, std::move(label), no_node}, false};
  }

  /// By line and year what is not paid back yet, and what is added to it.
  void rows() {
    RowsField rows;
    const auto row = [&](std::string what, std::string when, const Figure& figure, Phrase label) {
      rows.push_back({PlainText{std::move(what)}, PlainText{std::move(when)},
                      AmountField{{figure, std::move(label), no_node}, true}});
    };
    for (const AuditedLine& line : audit_.lines)
      for (const AuditYear& year : line.years) {
        if (amount_of(year.totals.over).is_zero()) continue;
        const std::string name = std::to_string(year.year);
        row(line.line->title, name, year.totals.over,
            {"too much in " + name + ", " + line.line->title,
             "te veel in " + name + ", " + line.line->title});
      }
    if (rows.size() > 1 || !amount_of(refund_.vat).is_zero())
      row(task_.say("Together, ", "Samen, ") + vat_words(task_.contract(), task_.language), "",
          refund_.over, {"charged too much", "te veel gerekend"});
    if (!amount_of(refund_.vat).is_zero())
      row(task_.say("VAT, invoice by invoice", "Btw, per factuur berekend"), "", refund_.vat,
          {"VAT on it", "btw daarover"});
    if (refund_.interest && !amount_of(*refund_.interest).is_zero())
      row(task_.say("Statutory interest until ", "Wettelijke rente tot en met ") +
              task_.day(refund_.interest_until),
          "", *refund_.interest, {"interest", "rente"});
    row(informal(task_.contract()) ? task_.say("You receive", "Je ontvangt")
                                   : task_.say("You receive", "U ontvangt"),
        "", refund_.total, {"paid back in all", "samen terug"});
    parts_.fields.values["overcharge_rows"] = std::move(rows);
  }

  /// Prices that were looked at and are right: only where every row of them was judged.
  void checked() {
    std::vector<std::string> names;
    std::optional<Date> from;
    for (const AuditedLine& line : audit_.lines) {
      const bool judged = std::all_of(line.rows.begin(), line.rows.end(), [&](std::size_t row) {
        return audit_.rows[row].difference.determined();
      });
      if (!judged || line.totals.differs() || line.rows.empty()) continue;
      names.push_back(line.line->title);
      for (const std::size_t row : line.rows) {
        const Date day = audit_.rows[row].charged.from;
        from = from ? std::min(*from, day) : day;
      }
    }
    if (names.empty()) return;
    parts_.fields.values["checked_names"] = PlainText{listed(names, task_.language)};
    parts_.fields.values["checked_from"] = *from;
    parts_.fields.holds.insert(names.size() == 1 ? "one_checked" : "others_checked");
  }

  /// Never set off here; told only where we leave it so.
  void undercharged() {
    if (amount_of(audit_.totals.under).is_zero()) return;
    if (task_.written().undercharge_waived.value) {
      amount("under_total", audit_.totals.under, {"charged too little", "te weinig gerekend"});
      parts_.fields.holds.insert("undercharge_waived");
      return;
    }
    const Money under = std::get<Money>(audit_.totals.under.value);
    parts_.remarks.push_back(
        {"undercharge",
         {"too little was charged as well, " + money_text(under, Language::en) +
              "; the letter does not set it off. Leave it so (letter.undercharge_waived = true), "
              "or talk about it later",
          "er is ook te weinig gerekend, " + money_text(under, Language::nl) +
              "; de brief verrekent dat niet. Laat het zo (letter.undercharge_waived = true), of "
              "praat er later over"}});
  }

  const LetterTask& task_;
  const Audit& audit_;
  const Refund& refund_;
  LetterParts parts_;
};

}  // namespace

LetterDraft disclosure_draft(const LetterTask& task) {
  const Date today = task.talk().today;
  auto found = refund_or_none(task, refund_day(task.contract()).value_or(today),
                              called_on(task).value_or(today));
  if (auto* none = std::get_if<NoLetter>(&found)) return std::move(*none);
  const auto& refund = std::get<Refund>(found);
  if (auto missing = needs_of(task); !missing.empty()) return NoLetter{{}, std::move(missing)};
  for (const Finding& finding : task.talk().findings)
    if (to_be_told(finding))
      return no_letter("first call the customer about: " + finding.title.en,
                       "bel de klant eerst over: " + finding.title.nl);
  return DisclosureLetter(task, refund).draft();
}

}  // namespace pricetalk
