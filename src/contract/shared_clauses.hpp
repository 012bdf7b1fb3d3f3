#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/reader.hpp"
#include "pricetalk/contract/contract.hpp"
#include "pricetalk/contract/terms.hpp"

namespace pricetalk {

// Clauses that several contracts or lines share (CONTRACT-FORMAT section 3.12), and innovations
// that several contracts offer. All ways work on the tree of the file, before anything is read:
// every value keeps the place of the words that really state it, also in another file.

/// The files that the contract's `clauses_from` and `innovations_from` name. Without a reader they
/// are an error (C0401).
std::vector<SourcePtr> shared_clauses(const DocumentNode& contract, const ClausesReader& clauses,
                                      Diagnostics& diagnostics);

/// Puts the clauses and the innovations of shared files beside the contract's own. Errors: another
/// key, and a name that two files have (C0402).
void add_shared_clauses(DocumentNode& contract, const std::vector<SourcePtr>& files,
                        Diagnostics& diagnostics);

/// Works out `like`: a clause takes all keys of another one and replaces those that it states, one
/// key of the clause at a time (`index` per name and per key, `table` per name; `limits`,
/// `rounding`, `notice` and `constants` per key). One level only. Errors: an unknown clause
/// (C0309), and a clause that is liked while it has `like` itself (C0403).
void expand_like(DocumentNode& contract, Diagnostics& diagnostics);

/// A contract file with its shared clauses as terms. `kept` receives the shared files, which the
/// terms point into. There is a value whenever there is a tree.
Loaded<ContractTerms> read_contract_terms(const SourcePtr& source, const ClausesReader& clauses,
                                          std::vector<SourcePtr>& kept,
                                          SectionMemory* memory = nullptr);

/// The same from a tree that was edited.
ContractTerms read_contract_terms(DocumentNode tree, const SourcePtr& source,
                                  const std::vector<SourcePtr>& shared, Diagnostics& diagnostics);

/// Adds what was not said yet: a value that two clauses share is reported once.
void append_once(Diagnostics& diagnostics, const Diagnostics& more);

}  // namespace pricetalk
