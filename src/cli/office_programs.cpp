#include "cli/office_programs.hpp"

#include <cstdint>

#include "files/files.hpp"
#include "files/program.hpp"
#include "files/scratch.hpp"

namespace pricetalk {

namespace {

/// A program that makes a file out of others.
struct Maker {
  const char* program;
  const char* package;
  Phrase makes;
};

void tell_missing(const Maker& maker, Diagnostics& problems) {
  const std::string name = maker.program;
  problems.error("D0203", {},
                 {maker.makes.en + " cannot be written: " + name + " is not installed",
                  maker.makes.nl + " is niet te schrijven: " + name + " is niet geïnstalleerd"},
                 {"install the package " + std::string(maker.package),
                  "installeer het pakket " + std::string(maker.package)});
}

void tell_failed(const Maker& maker, const ProgramRun& run, Diagnostics& problems) {
  const std::string name = maker.program;
  const std::string package = maker.package;
  const bool long_run = run.outcome == ProgramRun::Outcome::too_long;
  problems.error(
      "D0202", {},
      {maker.makes.en + " cannot be written: " + name + (long_run ? " takes too long" : " failed"),
       maker.makes.nl + " is niet te schrijven: " + name +
           (long_run ? " kost te veel tijd" : " mislukte")},
      {"look whether the package " + package +
           " is whole; as .html or .md the letter can be written",
       "kijk of het pakket " + package + " heel is; als .html of .md kan de brief wel"});
}

std::string seconds_of(Date day) { return std::to_string(std::int64_t{day.days()} * 86'400); }

/// Writes files for a program, runs it, and takes what it made.
class Making {
 public:
  Making(const Maker& maker, Date day, Diagnostics& problems)
      : maker_(maker), day_(day), problems_(problems) {
    problems_.append(folder_.problems());
  }

  std::string path(std::string_view name) const { return folder_.path(name); }
  void give(const std::string& name, const std::string& bytes) {
    if (!problems_.has_errors()) problems_.append(write_file(path(name), bytes));
  }
  std::optional<std::string> run(const std::vector<std::string>& arguments,
                                 const std::string& made) {
    if (problems_.has_errors()) return std::nullopt;
    constexpr int most_seconds = 120;
    const ProgramRun ran =
        run_program(maker_.program, arguments, {.seconds = most_seconds},
                    {{"SOURCE_DATE_EPOCH=" + seconds_of(day_), "HOME=" + path(""), "TZ=UTC"}});
    if (ran.outcome == ProgramRun::Outcome::missing) {
      tell_missing(maker_, problems_);
      return std::nullopt;
    }
    if (ran.fine() && is_there(path(made)))
      if (auto bytes = read_file(path(made)); bytes.value && !bytes.value->empty())
        return std::move(*bytes.value);
    tell_failed(maker_, ran, problems_);
    return std::nullopt;
  }

 private:
  const Maker& maker_;
  Date day_;
  Diagnostics& problems_;
  ScratchFolder folder_;
};

}  // namespace

std::optional<std::string> office_document(const std::string& html, OfficeKind kind,
                                           const std::string& house_style, Language language,
                                           Date day, Diagnostics& problems) {
  const bool word = kind == OfficeKind::word;
  const std::string ending = word ? "docx" : "odt";
  const Maker pandoc{"pandoc", "pandoc",
                     word ? Phrase{"a Word document", "een Word-document"}
                          : Phrase{"an OpenDocument text", "een OpenDocument-tekst"}};
  Making making(pandoc, day, problems);
  making.give("letter.html", html);
  const std::string made = "letter." + ending;
  std::vector<std::string> arguments{
      "--from=html", "--to=" + ending, "--output=" + making.path(made),
      std::string("--metadata=lang:") + (language == Language::nl ? "nl-NL" : "en-GB")};
  if (!house_style.empty()) {
    making.give("house-style." + ending, house_style);
    arguments.push_back("--reference-doc=" + making.path("house-style." + ending));
  }
  arguments.push_back(making.path("letter.html"));
  return making.run(arguments, made);
}

std::optional<std::string> pdf_of_html(const std::string& html, Date day, Diagnostics& problems) {
  const Maker weasyprint{"weasyprint", "weasyprint", {"a PDF", "een PDF"}};
  Making making(weasyprint, day, problems);
  making.give("letter.html", html);
  return making.run({making.path("letter.html"), making.path("letter.pdf")}, "letter.pdf");
}

std::optional<std::string> pdf_of_word(const std::string& docx, Date day, Diagnostics& problems) {
  const Maker office{"soffice",
                     "libreoffice-writer-nogui",
                     {"a PDF in the house style", "een PDF in de huisstijl"}};
  Making making(office, day, problems);
  making.give("letter.docx", docx);
  // A profile of its own, so that an office program that is open does not answer in its place.
  return making.run(
      {"-env:UserInstallation=file://" + making.path("profile"), "--headless", "--convert-to",
       "pdf", "--outdir", making.path(""), making.path("letter.docx")},
      "letter.pdf");
}

}  // namespace pricetalk
