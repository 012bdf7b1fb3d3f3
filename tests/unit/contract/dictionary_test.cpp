#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "contract/terms_dictionary.hpp"
#include "document/reader.hpp"
#include "pricetalk/contract/terms.hpp"
#include "pricetalk/index/figures.hpp"

// Walks every table of the format: the example of each row is accepted where it is documented.
namespace dictionary_test {

using namespace pricetalk;

class Walk {
 public:
  template <TableTerms S>
  void table() {
    if (!seen_.insert(Dictionary<S>::name.data()).second) return;
    std::apply([&](const auto&... field) { (row<S>(field), ...); }, Dictionary<S>::fields);
  }
  int rows = 0;

 private:
  template <TableTerms S, class F>
  void row(const F& field) {
    ++rows;
    const std::string key(field.key);
    SCOPED_TRACE(std::string(Dictionary<S>::name) + "." + key + " = " + std::string(field.example));
    EXPECT_FALSE(field.example.empty());
    const auto source = std::make_shared<const SourceText>(
        "example.toml", key + " = " + std::string(field.example) + "\n");
    Loaded<DocumentNode> document = read_document(source);
    ASSERT_TRUE(document.ok()) << render(document.diagnostics, Language::en);
    const DocumentNode* node = document.value->find(key);
    ASSERT_NE(node, nullptr);
    Diagnostics diagnostics;
    Reader reader(source, diagnostics);
    S terms;
    EXPECT_TRUE(reader.member(*node, terms.*field.member)) << render(diagnostics, Language::en);
    EXPECT_TRUE(diagnostics.empty()) << render(diagnostics, Language::en);
    descend(terms.*field.member);
  }

  template <TableTerms S>
  void descend(const S&) {
    table<S>();
  }
  template <TableTerms S>
  void descend(const std::optional<S>&) {
    table<S>();
  }
  template <TableTerms S>
  void descend(const std::vector<S>&) {
    table<S>();
  }
  template <TableTerms S>
  void descend(const Named<S>&) {
    table<S>();
  }
  template <class T>
  void descend(const T&) {}

  std::set<const void*> seen_;
};

TEST(Dictionary, every_example_of_a_contract_is_accepted) {
  Walk walk;
  walk.table<ContractTerms>();
  EXPECT_GT(walk.rows, 200) << "all tables below the contract file were walked";
}

TEST(Dictionary, every_example_of_a_figures_file_is_accepted) {
  Walk walk;
  walk.table<FiguresFileTerms>();
  EXPECT_GT(walk.rows, 20);
}

}  // namespace dictionary_test
