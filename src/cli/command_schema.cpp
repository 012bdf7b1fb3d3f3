#include <ostream>

#include "cli/commands.hpp"
#include "contract/terms_dictionary.hpp"
#include "report/json_schema.hpp"

namespace pricetalk {

Status schema(const SchemaOptions&, Session& session) {
  session.out() << json_schema(shape_of<ContractTerms>(), "pricetalk contract file");
  return Status::fine;
}

}  // namespace pricetalk
