#pragma once

#include <cstdint>
#include <optional>

#include "law/law.hpp"

namespace pricetalk {

/// Whether a rule is about what the contract is about.
enum class SubjectFit : std::uint8_t {
  no,
  perhaps,  ///< the contract does not say, and its words point there; or it says less than asked
  yes,
};
SubjectFit fit(const ClauseRule& rule, const Contract& contract);

/// Whether the contract says that it is about a subject. A dwelling of one segment is a dwelling.
bool is_about(const Contract& contract, ContractSubject subject);

/// The subject that a rule and a contract that fits perhaps may share: what is asked.
ContractSubject asked_subject(const ClauseRule& rule, const Contract& contract);

/// Whether a line of a contract about rent is the rent itself, by its title.
enum class RentLine : std::uint8_t {
  no,       ///< beside another line that is called rent
  perhaps,  ///< no line is called rent: it may be what is paid for parking, service or furniture
  yes,
};
RentLine rent_line(const Contract& contract, const Line& line);

/// Whether words of the contract speak of rent, where other rules hold, and no subject is stated.
bool may_be_rent(const Contract& contract);

}  // namespace pricetalk
