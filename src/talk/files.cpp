#include <utility>

#include "letter/letter_mail.hpp"
#include "talk/pages.hpp"
#include "talk/talk_calendar.hpp"

namespace pricetalk {

namespace {

/// A letter on the price beside a mistake that the customer does not know would be the
/// embarrassment itself: until the call it is a draft of ours, with a line that says so.
Page marked_draft(Page page, const TalkFacts& facts, Language language) {
  const auto errors = untold(*facts.talk);
  if (errors.empty()) {
    page.elements.insert(
        page.elements.begin(),
        Page::Text{strong(say(language, "DRAFT: do not send.", "CONCEPT: niet versturen.")) + " " +
                   stop_reasons(*facts.letter.letter).in(language)});
    return page;
  }
  std::string titles;
  for (const Finding* finding : errors)
    titles += (titles.empty() ? "" : "; ") + finding->title.in(language);
  page.elements.insert(
      page.elements.begin(),
      Page::Text{strong(say(language, "DRAFT: do not send yet.", "CONCEPT: nog niet versturen.")) +
                 say(language, " First call the customer about: ", " Bel de klant eerst over: ") +
                 titles +
                 say(language,
                     ". Then put the call into the contract file ([[disclosure]]) and prepare "
                     "again.",
                     ". Zet het telefoongesprek daarna in het contractbestand ([[disclosure]]) en "
                     "bereid het gesprek opnieuw voor.")});
  return page;
}

class TalkFolder {
 public:
  TalkFolder(const TalkFacts& facts, Language language)
      : talk_(*facts.talk), facts_(facts), language_(language) {}

  std::map<std::string, std::string> files() {
    add("internal/talk", talk_page(facts_, language_));
    add("internal/annex", annex_page(facts_, language_));
    files_["internal/talk.json"] = talk_json(facts_);
    files_["internal/talk.ics"] = talk_calendar(facts_, language_);
    if (facts_.letter.letter) letter(*facts_.letter.letter);
    return std::move(files_);
  }

 private:
  void add(const std::string& name, const Page& page) {
    files_[name + ".md"] = as_markdown(page);
    files_[name + ".html"] = as_html(page);
  }

  void letter(const Letter& letter) {
    const Language language = letter.language;
    of_letter("letter", letter.page, say(language, "Letter", "Brief", "Brief", "Lettre"));
    for (std::size_t i = 0; i < letter.annexes.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      of_letter("annex-" + number, letter.annexes[i],
                say(language, "Annex ", "Bijlage ", "Anlage ", "Annexe ") + number);
    }
    mail(letter);
  }

  /// Of a letter that can go out, to somebody with an address.
  void mail(const Letter& letter) {
    if (facts_.draft()) return;
    Diagnostics without_address;
    const Contract& contract = *talk_.contract;
    if (auto made = letter_mail(letter, contract, letter_attachment(letter, contract), talk_.today,
                                without_address))
      files_["customer/letter.eml"] = std::move(*made);
  }

  void of_letter(const std::string& name, Page shown, const std::string& title) {
    if (facts_.draft()) shown = marked_draft(std::move(shown), facts_, language_);
    shown.name = title + " · " + talk_.contract->title;
    add((facts_.draft() ? "internal/draft/" : "customer/") + name, shown);
  }

  const Talk& talk_;
  const TalkFacts& facts_;
  Language language_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> talk_files(const TalkFacts& facts, Language language) {
  return TalkFolder(facts, language).files();
}

}  // namespace pricetalk
