#pragma once

#include "document/section_memory.hpp"
#include "pricetalk/contract/contract.hpp"

namespace pricetalk {

/// As without a memory, and faster where contracts repeat each other word for word.
Loaded<Contract> read_contract(const SourcePtr& source, const ClausesReader& clauses,
                               SectionMemory* memory);

}  // namespace pricetalk
