#include "pricetalk/cli/run.hpp"

#include <exception>
#include <istream>
#include <new>
#include <ostream>

#include "cli/app.hpp"
#include "cli/session.hpp"
#include "pricetalk/number/ratio.hpp"

namespace pricetalk {

namespace {

Status answer(const Request& request, Session& session) {
  if (!request.problems.empty()) {
    session.print(request.problems, session.language());
    return Status::usage;
  }
  if (request.command) {
    return request.command(session);
  }
  session.out() << request.answer;
  session.err() << request.help;
  return request.help.empty() ? Status::fine : Status::usage;
}

/// An answer that did not arrive is not an answer.
Status flush(Status status, const Session& session) {
  session.out().flush();
  if (session.out()) {
    return status;
  }
  Diagnostics problem;
  problem.error("O0006", {}, {"the output cannot be written", "de uitvoer is niet te schrijven"},
                {"is the disk full?", "is de schijf vol?"});
  session.print(problem, session.language());
  return Status::invalid;
}

void confess(std::span<const std::string> arguments, const char* what, std::ostream& err,
             Language language) {
  const bool nl = language == Language::nl;
  err << (nl ? "pricetalk: interne fout: " : "pricetalk: internal error: ") << what << "\n"
      << (nl ? "  Dit is een fout van het programma, niet van uw bestand.\n"
               "  Meld het met de vier regels hieronder en het bestand waarmee het gebeurt:\n"
             : "  This is a fault of the program, not of your file.\n"
               "  Please report it with the four lines below and the file that makes it happen:\n")
      << "    pricetalk " << version() << "\n    arguments:";
  for (const auto& argument : arguments) {
    err << " '" << argument << "'";
  }
  err << "\n    message: " << what << "\n    compiler: " << __VERSION__ << "\n";
}

}  // namespace

std::string_view version() { return PRICETALK_VERSION; }

int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err, const Environment& environment) {
  Language language = language_of(environment);
  try {
    const Request request = parse_arguments(arguments, language);
    Session session(in, out, err, environment, request.common);
    language = session.language();
    return static_cast<int>(flush(answer(request, session), session));
  } catch (const Overflow&) {
    err << (language == Language::nl
                ? "een bedrag heeft meer dan 18 cijfers en is niet te berekenen; kloppen prijs en "
                  "hoeveelheid?\n"
                : "an amount needs more than 18 digits and cannot be computed; are price and "
                  "quantity right?\n");
    return static_cast<int>(Status::invalid);
  } catch (const std::bad_alloc&) {
    err << (language == Language::nl
                ? "er is te weinig geheugen; vraag minder tegelijk (contracten, paden, maanden) of "
                  "gebruik --jobs 1\n"
                : "there is too little memory; ask for less at once (contracts, paths, months) or "
                  "use --jobs 1\n");
    return static_cast<int>(Status::invalid);
  } catch (const std::exception& fault) {
    confess(arguments, fault.what(), err, language);
  } catch (...) {
    confess(arguments, "unknown", err, language);
  }
  return static_cast<int>(Status::fault);
}

}  // namespace pricetalk
