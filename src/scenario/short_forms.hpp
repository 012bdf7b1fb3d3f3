#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "document/tree.hpp"
#include "pricetalk/scenario/scenario.hpp"

namespace pricetalk {

/// What an alternative may say in one word instead of in the keys of the contract file:
/// | written | stands for |
/// |---|---|
/// | `fixed = "3%"`, `fixed = { 2026 = "3%", then = "2%" }` | every clause rises so much a year |
/// | `index = "cbs/cpi/..."` | every clause follows this series alone |
/// | `waived = 2026`, `waived = 2026-01-01` | decisions: no step in that year, on that day |
/// | `agreed = { LINE = 34.00 }` | decisions: these prices, from `from` on |
/// `fixed` and `index` also stand in one clause, `clause.ID.fixed`.
namespace short_form {
inline constexpr std::string_view fixed = "fixed";
inline constexpr std::string_view index = "index";
inline constexpr std::string_view waived = "waived";
inline constexpr std::string_view agreed = "agreed";
inline constexpr std::string_view from = "from";
inline constexpr std::array<std::string_view, 2> of_clauses = {fixed, index};
}  // namespace short_form

/// The name that stands for all clauses or all price lines.
inline constexpr std::string_view all_of_them = "*";

/// Problems of the short forms of an alternative, wherever they stand in it (S0120).
void check_short_forms(const DocumentNode& edits, const SourcePtr& source,
                       Diagnostics& diagnostics);

/// The first day on which the edits of clauses count: the stated one; of short forms the day after
/// `today`; else nothing, and they count always.
std::optional<Date> first_day_of(const Alternative& alternative, Date today);

/// Replaces `waived` and `agreed` by decisions about this contract.
void spell_decisions(DocumentNode& edits, const Contract& contract, Date first_day);

/// Changes a clause, with all its own keys, as its edit says: short forms and keys.
void edit_clause(DocumentNode& clause, const DocumentNode& edit, const SourcePtr& source);

// ---- trees

DocumentNode* find_key(DocumentNode& table, std::string_view key);
/// The value of a key, which is added where it is not there.
DocumentNode& value_of(DocumentNode& table, std::string_view key, Span where);
/// The edits over a table: tables merge key by key; every other value, a quantity and a rounding
/// are replaced whole. Of a whole contract (`top`) decisions and announcements go in front.
void merge_into(DocumentNode& base, const DocumentNode& edits, bool top);

}  // namespace pricetalk
