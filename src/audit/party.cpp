#include "audit/party.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/words.hpp"
#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

/// Peppol's code list of participant identifier schemes, and words that people write.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kinds{{
    {"0106", "kvk"},     {"kvk", "kvk"},    {"nlkvk", "kvk"},   {"coc", "kvk"},   {"0190", "oin"},
    {"oin", "oin"},      {"nloin", "oin"},  {"0208", "kbo"},    {"kbo", "kbo"},   {"bce", "kbo"},
    {"becbe", "kbo"},    {"0088", "gln"},   {"gln", "gln"},     {"9944", "vat"},  {"9925", "vat"},
    {"9930", "vat"},     {"9957", "vat"},   {"btw", "vat"},     {"vat", "vat"},   {"nlvat", "vat"},
    {"bevat", "vat"},    {"0009", "siret"}, {"siret", "siret"}, {"0060", "duns"}, {"duns", "duns"},
    {"0204", "leitweg"},
}};

struct Identity {
  std::string kind;  ///< empty: unknown
  std::string number;
};

std::string_view kind_of(std::string_view folded) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& each) { return each.first == folded; });
  return found == kinds.end() ? std::string_view() : found->second;
}

Identity identity(const std::string& text) {
  Identity made;
  std::string_view rest = text;
  const auto mark = text.rfind(':');
  if (mark != std::string::npos) {
    made.kind = kind_of(cells::folded(text.substr(0, mark)));
    rest.remove_prefix(mark + 1);
  } else {
    std::size_t letters = 0;
    while (letters < text.size() && (document::is_letter(text[letters]) || text[letters] == '-'))
      ++letters;
    made.kind = kind_of(cells::folded(text.substr(0, letters)));
    if (!made.kind.empty()) rest.remove_prefix(letters);
  }
  made.number = cells::folded(rest);
  const auto digits = [&](std::size_t from, std::size_t count) {
    return made.number.size() >= from + count &&
           document::all_digits(std::string_view(made.number).substr(from, count));
  };
  // A Belgian VAT number is the number of the company register with BE in front.
  if (made.number.starts_with("be") && made.number.size() == 12 && digits(2, 10)) {
    made.number.erase(0, 2);
    made.kind = "kbo";
  } else if (made.kind.empty()) {
    const bool dutch =
        made.number.starts_with("nl") && made.number.size() == 14 && made.number[11] == 'b';
    const bool german = made.number.starts_with("de") && made.number.size() == 11 && digits(2, 9);
    if (dutch || german) made.kind = "vat";
  }
  return made;
}

bool shares(const std::vector<std::string>& references, const std::vector<std::string>& known) {
  return std::any_of(references.begin(), references.end(), [&](const std::string& each) {
    const std::string wanted = cells::folded(each);
    return std::any_of(known.begin(), known.end(), [&](const std::string& other) {
      return !wanted.empty() && cells::folded(other) == wanted;
    });
  });
}

std::vector<std::string> ids_of(const std::optional<PartyTerms>& party) {
  std::vector<std::string> made;
  if (party)
    for (const auto& id : party->id) made.push_back(id.value);
  return made;
}

/// What an invoice may call the contract: its id and its orders.
std::vector<std::string> references(const Contract& contract) {
  std::vector<std::string> made{contract.id};
  for (const auto& order : contract.terms.contract.orders) made.push_back(order.value);
  return made;
}

/// A number that a note can mean: not a year, nor a word.
bool can_be_mentioned(std::string_view folded) {
  constexpr std::size_t shortest = 4;
  return folded.size() > shortest || (folded.size() == shortest && !document::all_digits(folded));
}

/// Whether a text names one of the references: as a whole, or in one to four of its words.
bool names_one_of(const std::string& text, const std::vector<std::string>& folded) {
  constexpr std::size_t most_words = 4;
  const auto known = [&](const std::string& name) {
    return can_be_mentioned(name) && std::find(folded.begin(), folded.end(), name) != folded.end();
  };
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n,;:()\"", at);
    if (begin == std::string::npos) break;
    at = std::min(text.find_first_of(" \t\r\n,;:()\"", begin), text.size());
    words.push_back(cells::folded(text.substr(begin, at - begin)));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t n = 0; n < most_words && i + n < words.size(); ++n) {
      joined += words[i + n];
      if (known(joined)) return true;
    }
  }
  return false;
}

std::string shown(const InvoiceParty& party) {
  std::string number = party.ids.empty() ? std::string() : party.ids.front();
  if (party.name.empty()) return number;
  return number.empty() ? party.name : party.name + " (" + number + ")";
}

}  // namespace

SameParty same_party(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  bool comparable = false;
  for (const std::string& first : a)
    for (const std::string& second : b) {
      const Identity one = identity(first);
      const Identity other = identity(second);
      if (one.number.empty() || other.number.empty()) continue;
      const bool one_kind = one.kind == other.kind && !one.kind.empty();
      const bool may_be = one_kind || one.kind.empty() || other.kind.empty();
      if (may_be && one.number == other.number) return SameParty::yes;
      comparable = comparable || one_kind;
    }
  return comparable ? SameParty::no : SameParty::unknown;
}

bool names(const Contract& contract, const InvoiceHead& head) {
  const std::vector<std::string> known = references(contract);
  return shares(head.contracts, known) || shares(head.orders, known);
}

bool mentions(const Contract& contract, const InvoiceHead& head) {
  if (head.mentions.empty()) return false;
  std::vector<std::string> folded = references(contract);
  for (std::string& each : folded) each = cells::folded(each);
  return std::any_of(head.mentions.begin(), head.mentions.end(),
                     [&](const std::string& text) { return names_one_of(text, folded); });
}

int parties_known(const Contract& contract, const InvoiceHead& head) {
  const auto& parties = contract.terms.parties;
  if (!parties) return 0;
  const auto known = [](const InvoiceParty& stated, const std::optional<PartyTerms>& party) {
    if (!party) return 0;
    const std::string name = cells::folded(stated.name);
    return static_cast<int>(same_party(stated.ids, ids_of(party)) == SameParty::yes) +
           static_cast<int>(!name.empty() && name == cells::folded(party->name.value));
  };
  return known(head.supplier, parties->supplier) + known(head.customer, parties->customer);
}

std::optional<Phrase> for_another(const Contract& contract, const InvoiceHead& head) {
  const auto& parties = contract.terms.parties;
  if (parties && same_party(head.supplier.ids, ids_of(parties->supplier)) == SameParty::no)
    return Phrase{"from another supplier, " + shown(head.supplier),
                  "van een andere leverancier, " + shown(head.supplier)};
  if (parties && same_party(head.customer.ids, ids_of(parties->customer)) == SameParty::no)
    return Phrase{"to another customer, " + shown(head.customer),
                  "aan een andere klant, " + shown(head.customer)};
  if (names(contract, head) || mentions(contract, head)) return std::nullopt;
  if (!head.contracts.empty())
    return Phrase{"for contract " + head.contracts.front(),
                  "voor contract " + head.contracts.front()};
  if (!head.orders.empty() && !contract.terms.contract.orders.empty())
    return Phrase{"for order " + head.orders.front(), "voor bestelling " + head.orders.front()};
  return std::nullopt;
}

}  // namespace pricetalk
