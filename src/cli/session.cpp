#include "cli/session.hpp"

#include <ostream>

namespace pricetalk {

Language language_of(const Environment& environment) {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto found = environment.variables.find(name);
    if (found != environment.variables.end() && !found->second.empty()) {
      return found->second.starts_with("nl") ? Language::nl : Language::en;
    }
  }
  return Language::en;
}

Language Session::language(std::optional<Language> of_contract) const {
  if (common_.language && is_spoken(*common_.language)) {
    return *common_.language;
  }
  return of_contract ? *of_contract : language_of(environment_);
}

void Session::print_today(Language language) const {
  if (today_from_clock()) print_today(today(), language);
}

void Session::print_today(Date day, Language language) const {
  out_ << say(language, "today: ", "vandaag: ") << day.text()
       << say(language, " (from the clock)\n", " (van de klok)\n");
}

void Session::print(const Diagnostics& diagnostics, Language language) const {
  if (!diagnostics.empty()) {
    err_ << render(diagnostics, language);
  }
}

Status Session::status_of(const Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) {
    return Status::invalid;
  }
  return diagnostics.empty() ? Status::fine : Status::findings;
}

}  // namespace pricetalk
