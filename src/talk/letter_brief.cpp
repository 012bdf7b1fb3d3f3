#include <algorithm>

#include "letter/kinds.hpp"
#include "letter/template.hpp"
#include "pricetalk/explain/format.hpp"
#include "talk/letter_draft.hpp"

namespace pricetalk {

namespace {

/// The call before the letter: who and when, the message, the question that comes, what we ask,
/// what follows.
class CallBrief {
 public:
  explicit CallBrief(const LetterTask& task) : task_(task) {}

  std::vector<std::string> lines() && {
    std::string said = message();
    if (said.empty()) return {};
    std::vector<std::string> made{who(), task_.say("Say: ", "Zeg: ") + said};
    if (const std::string question = expected(); !question.empty())
      made.push_back(task_.say("Expect: ", "Verwacht: ") + question);
    made.push_back(asked());
    made.push_back(afterwards());
    return made;
  }

 private:
  /// Whose letter has to be there by the last day to announce.
  static bool announces(LetterKind kind) {
    return kind == LetterKind::innovation || kind == LetterKind::indexation ||
           kind == LetterKind::partial;
  }

  const TalkTerms* talk() const {
    const auto& terms = task_.contract().terms.talk;
    return terms ? &*terms : nullptr;
  }

  bool of_the_buyer() const {
    return task_.kind == LetterKind::claim || task_.kind == LetterKind::request;
  }

  /// Who is called: the customer, and by a buyer the supplier.
  const ContactTerms* called() const {
    if (talk() == nullptr) return nullptr;
    const auto& name = of_the_buyer() ? talk()->sender : talk()->receiver;
    return name ? task_.contract().find_contact(name->value) : nullptr;
  }

  std::string who() const {
    const ContactTerms* receiver = called();
    std::string text = task_.say("Call ", "Bel ");
    if (receiver != nullptr)
      text += receiver->name.value;
    else
      text += of_the_buyer() ? task_.say("the supplier", "de leverancier")
                             : task_.say("the customer", "de klant");
    if (receiver != nullptr && receiver->job) text += ", " + receiver->job->value;
    if (receiver != nullptr && receiver->phone) text += ", " + receiver->phone->value;
    if (talk() != nullptr && talk()->call_at && talk()->call_at->value.date >= task_.talk().today)
      text += task_.say(", on ", ", op ") + clock_text(talk()->call_at->value, task_.language);
    return text + ".";
  }

  /// A mistake is told as what it is; all else as the model says it aloud, or as the mail has it.
  std::string message() const {
    if (task_.kind == LetterKind::disclosure) {
      const std::string mistakes = told();
      if (!mistakes.empty()) return mistakes;
    }
    const auto written = write_letter(task_.facts, task_.kind, task_.language);
    const Letter* letter = std::get_if<Letter>(&written);
    if (letter == nullptr) return {};
    if (!letter->mail.spoken.empty()) return letter->mail.spoken;
    const std::string& text = letter->mail.text;
    const std::size_t begin = text.find("\n\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin + 2, text.find('\n', begin + 2) - begin - 2);
  }

  std::string told() const {
    std::string made;
    for (const Finding* finding : untold(task_.talk())) {
      if (charged_too_little(*finding)) continue;
      made += (made.empty() ? task_.say("we made an error: ", "wij hebben een fout gemaakt: ")
                            : std::string("; ")) +
              finding->title.in(task_.language);
      if (finding->total && *finding->total)
        made += task_.say(", together ", ", samen ") +
                money_text(std::get<Money>((*finding->total)->value), task_.language);
    }
    if (made.empty()) return made;
    return made + task_.say(". You get it back, with interest. We are sorry.",
                            ". U krijgt het terug, met rente. Het spijt ons.");
  }

  std::string expected() const {
    if (task_.kind == LetterKind::disclosure) {
      const auto mistakes = untold(task_.talk());
      if (!mistakes.empty() && !mistakes.front()->customer_question.en.empty())
        return "\"" + mistakes.front()->customer_question.in(task_.language) + "\"";
      return {};
    }
    if (!about_price(task_.kind) || task_.facts.questions.empty()) return {};
    const auto& [question, answer] = task_.facts.questions.front();
    return "\"" + question.in(task_.language) + "\" " + answer.in(task_.language);
  }

  /// What a letter asks that waits for no yes or no.
  std::string question_of_kind() const {
    switch (task_.kind) {
      case LetterKind::confirmation:
        return task_.say("Ask: whether this is what was agreed.",
                         "Vraag: of dit is wat er is afgesproken.");
      case LetterKind::reminder:
        return task_.say("Ask: by when we will have it, and what stands in the way.",
                         "Vraag: wanneer het er is, en wat er nog in de weg zit.");
      case LetterKind::value:
        return task_.say("Ask: whether it is still worth that, and what would make it worth more.",
                         "Vraag: of het dat nog waard is, en wat het meer waard zou maken.");
      case LetterKind::referral:
        return task_.say("Ask: whether the other may call.", "Vraag: of de ander mag bellen.");
      case LetterKind::farewell:
        return task_.say("Ask: what must still be handed over.",
                         "Vraag: wat er nog overgedragen moet worden.");
      case LetterKind::claim:
        return task_.say("Ask: when the money comes, and how the next invoices become right.",
                         "Vraag: wanneer het geld komt, en hoe de volgende facturen kloppen.");
      case LetterKind::request:
        return task_.say("Ask: when the calculation comes.", "Vraag: wanneer de berekening komt.");
      default:
        return {};
    }
  }

  std::string asked() const {
    if (task_.kind == LetterKind::disclosure)
      return task_.say("Ask: to which account the money may go, and who must hear it as well.",
                       "Vraag: op welke rekening het geld mag, en wie het ook moet horen.");
    if (const std::string question = question_of_kind(); !question.empty()) return question;
    if (talk() != nullptr && talk()->reply_by)
      return task_.say("Ask: an answer by ", "Vraag: een antwoord uiterlijk ") +
             clock_text(talk()->reply_by->value, task_.language) +
             task_.say(". A no is fine too.", ". Nee is ook een antwoord.");
    return task_.say("Ask: how the customer sees it. A no is fine too.",
                     "Vraag: hoe de klant het ziet. Nee is ook een antwoord.");
  }

  std::string afterwards() const {
    std::string text =
        task_.kind == LetterKind::disclosure
            ? task_.say(
                  "Afterwards: write the call into the contract file ([[disclosure]]) and "
                  "send the letter the day after",
                  "Daarna: zet het gesprek in het contractbestand ([[disclosure]]) en stuur "
                  "de brief de dag erna")
            : task_.say(
                  "Afterwards: write the day into the contract file (talk.called_on) and "
                  "send the letter",
                  "Daarna: zet de dag in het contractbestand (talk.called_on) en stuur de "
                  "brief");
    const bool due = announces(task_.kind) && task_.facts.deadline && task_.facts.days_left &&
                     *task_.facts.days_left >= 0 && !task_.facts.announced;
    if (due)
      text += task_.say("; it must be there by ", "; die moet er zijn op ") +
              weekday_date_text(task_.facts.deadline->on, task_.language);
    return text + ".";
  }

  const LetterTask& task_;
};

}  // namespace

std::vector<std::string> call_brief(const TalkFacts& facts, LetterKind kind, Language language) {
  const Dispute nothing;
  const LetterTask task{facts, kind, language, nothing};
  return CallBrief(task).lines();
}

}  // namespace pricetalk
