#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pricetalk/audit/audit.hpp"
#include "report/addressee.hpp"
#include "report/json_redface.hpp"

namespace pricetalk {

/// How many rows were looked at and could not be judged.
std::size_t count_not_judged(const Audit& audit);
/// "2 invoice rows ('pricetalk audit' shows which)"; empty where all were judged.
Phrase rows_not_judged(const Audit& audit);

/// The findings of one contract for people: what, how much, the customer's question, what to do.
/// With an audit the rows that it could not judge are counted, and what there is to pay back is
/// told.
std::string redface_text(const ContractFindings& found, Addressee reader, Language language);

/// Many contracts at a glance: a row each in the order of the report, and what stands beside it.
std::string redface_overview_text(const RedFaceReport& report, Language language);

}  // namespace pricetalk
