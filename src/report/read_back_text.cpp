#include <algorithm>

#include "pricetalk/explain/format.hpp"
#include "report/read_back_report.hpp"
#include "report/tone_report.hpp"

namespace pricetalk {

namespace {

class ReadBackWriter {
 public:
  ReadBackWriter(const ReadBack& found, Language language) : found_(found), language_(language) {}

  std::string text(const std::string& file) {
    out_ = file + say(language_, " beside the letter that is made today\n",
                      " naast de brief die vandaag wordt gemaakt\n");
    notes();
    strangers();
    promises(PromiseChange::Kind::changed,
             {"Promises that are no longer the same:", "Beloften die niet meer hetzelfde zijn:"});
    promises(PromiseChange::Kind::dropped, {"Promises that are gone:", "Beloften die weg zijn:"});
    promises(PromiseChange::Kind::added,
             {"Promises that nothing supports:", "Beloften die nergens op rusten:"});
    promises(PromiseChange::Kind::reworded,
             {"The same promise in other words (read it once more):",
              "Dezelfde belofte in andere woorden (lees die nog een keer):"});
    tone();
    if (found_.holds())
      out_ +=
          say(language_, "\nEvery figure follows from the contract, and every promise stands.\n",
              "\nElk cijfer volgt uit het contract, en elke belofte staat er nog.\n");
    return std::move(out_);
  }

 private:
  std::string place(std::uint32_t line) const {
    return line == 0 ? std::string() : place_in(found_.letter, line).in(language_) + ": ";
  }

  void notes() {
    const LetterStatistics& count = found_.statistics;
    out_ += std::to_string(count.words) +
            say(language_, " words, on average ", " woorden, gemiddeld ") +
            decimal_text(count.average, language_) +
            say(language_, " a sentence, longest sentence ", " per zin, langste zin ") +
            std::to_string(count.longest) + "\n";
    if (found_.letter.tracked)
      out_ +=
          say(language_, "note: the file holds tracked changes; the new text was read\n",
              "let op: het bestand bevat bijgehouden wijzigingen; de nieuwe tekst is gelezen\n");
    if (!found_.annexes)
      out_ += say(language_, "note: the annexes do not stand in it\n",
                  "let op: de bijlagen staan er niet in\n");
  }

  void strangers() {
    if (found_.strangers.empty()) return;
    out_ += say(language_, "\nFigures that follow from nothing:\n",
                "\nCijfers die nergens uit volgen:\n");
    for (const Stranger& each : found_.strangers) {
      out_ += "  " + place(each.line) + each.figure.text;
      if (!each.ours.en.empty())
        out_ += say(language_, " (for us only: ", " (alleen voor ons: ") + each.ours.in(language_) +
                ")";
      out_ += "\n    " + shortened_quote(each.sentence) + "\n";
    }
  }

  void promises(PromiseChange::Kind kind, const Phrase& title) {
    bool first = true;
    for (const PromiseChange& each : found_.promises) {
      if (each.kind != kind) continue;
      if (first) out_ += "\n" + title.in(language_) + "\n";
      first = false;
      if (!each.said.empty())
        out_ += say(language_, "  the letter says:  ", "  de brief zegt:    ") +
                shortened_quote(each.said) + "\n";
      if (!each.says.empty())
        out_ += say(language_, "  this one says:    ", "  hier staat:       ") +
                shortened_quote(each.says) + "\n";
    }
  }

  void tone() {
    if (found_.tone.empty()) return;
    out_ += say(language_, "\nTone:\n", "\nToon:\n");
    for (const ToneFinding& each : found_.tone)
      out_ += "  " + place(each.line) + std::string(each.pattern->id) +
              (each.pattern->stops ? say(language_, ", stops", ", houdt tegen") : "") + ": '" +
              each.words + "' (" + std::string(each.pattern->why) + ")\n    " +
              say(language_, "Better: ", "Liever: ") + std::string(each.pattern->better) + "\n";
  }

  const ReadBack& found_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string read_back_text(const ReadBack& found, const std::string& file, Language language) {
  return ReadBackWriter(found, language).text(file);
}

}  // namespace pricetalk
