#include "document/section_memory.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace pricetalk::section_memory_test {

/// Keeps whatever it is given.
class Everything : public SectionMemory {
 public:
  std::shared_ptr<const std::vector<Entry>> find(std::string_view words) const override {
    const auto found = kept_.find(std::string(words));
    if (found == kept_.end()) return nullptr;
    ++hits;
    return found->second;
  }
  bool wants(std::string_view) override { return true; }
  void keep(std::string_view words, std::vector<Entry> entries) override {
    kept_[std::string(words)] = std::make_shared<const std::vector<Entry>>(std::move(entries));
  }
  mutable int hits = 0;

 private:
  std::map<std::string, std::shared_ptr<const std::vector<Entry>>> kept_;
};

SourcePtr file(const std::string& text) { return std::make_shared<const SourceText>("f", text); }

void put(const DocumentNode& node, std::string& text);

void put(const Span& span, std::string& text) {
  text += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
}

void put(const std::vector<Entry>& entries, std::string& text) {
  for (const Entry& entry : entries) {
    text += entry.key + "@";
    put(entry.key_span, text);
    put(entry.value, text);
  }
}

void put(const DocumentNode& node, std::string& text) {
  text += std::to_string(static_cast<int>(node.kind)) + (node.broken ? "!" : "") + node.raw + " ";
  put(node.span, text);
  text += '{';
  put(node.entries, text);
  for (const DocumentNode& item : node.items) put(item, text);
  text += '}';
}

std::string told(const SourcePtr& source, SectionMemory* memory) {
  const Loaded<DocumentNode> read = read_document(source, memory);
  std::string text;
  if (read.value) put(*read.value, text);
  return text + render(read.diagnostics, Language::en) + render(read.diagnostics, Language::nl);
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      "schema = 1\n",
      "price.a.x = 1.50\n",
      "[clause]\nb.y = 2\n",
      "[clause.a]\nindex.L = { series = \"w\", use = \"é\" }\nweight = 0.60  # of wages\n\n",
      "[clause.b]  # the same words\nindex.L = { series = \"w\", use = \"é\" }\nweight = 0.60  # "
      "of "
      "wages\n\n",
      "[clause.a.limits]\ncap = \"4%\"\n",
      "[clause.a.index.C]\nseries = \"c\"\n",
      "[clause.a.index]\nC.series = \"c\"\n",
      "[clause.c]\nlimits = { cap = \"4%\" }\nlist = [\n[1, 2.5],\n[0.3]]\n",
      "[[clause.a.during]]\nweight = 0.60\n",
      "[[decision]]\nprice = 0.25\n",
      "  [price.b]\r\ntext = \"\"\"\n[clause.a]\nweight = 1\n\"\"\"\r\n",
      "[price.c]\n",
      "[price.c]\nx = 1,5\n",
      "[clause.d]\nx = 1.5\nx = 2.5\n",
      "[clause.e]\nx = \n",
      "[clause.e]\ny = 1.2.3\n",
  };
  return all;
}

TEST(SectionMemory, a_file_is_read_as_without_a_memory_whatever_came_before) {
  Everything memory;
  for (int round = 0; round < 2; ++round)
    for (const std::string& first : pieces())
      for (const std::string& second : pieces())
        for (const std::string& third : pieces()) {
          const SourcePtr source = file(first + second + third);
          ASSERT_EQ(told(source, &memory), told(source, nullptr)) << source->bytes();
        }
  EXPECT_GT(memory.hits, 1000);
}

TEST(SectionMemory, the_same_words_are_not_parsed_again) {
  Everything memory;
  const std::string words = "weight = 0.60\nindex.L = { series = \"w\" }\n";
  (void)read_document(file("[clause.a]\n" + words + "[price.x]\nunit_price = 1\n"), &memory);
  EXPECT_EQ(memory.hits, 0);
  const SourcePtr source = file("[price.y]\nunit_price = 2.50\n[clause.b]\n" + words);
  const Loaded<DocumentNode> read = read_document(source, &memory);
  EXPECT_EQ(memory.hits, 1);
  const DocumentNode* clause = read.value->find("clause")->find("b");
  EXPECT_EQ(clause->find("weight")->span.text(), "0.60");
  EXPECT_EQ(clause->find("weight")->span.source, source.get());
  EXPECT_EQ(clause->find("index")->find("L")->find("series")->span.text(), "\"w\"");
}

TEST(SectionMemory, a_key_that_goes_on_below_another_heading_is_not_remembered) {
  Everything memory;
  const std::string words = "index.L.series = \"w\"\n";
  const std::string below = "[clause.a.index.C]\nseries = \"c\"\n";
  const SourcePtr again = file("[clause.a]\n" + words);
  for (const std::string& text : {"[clause.a]\n" + words + below, below + "[clause.a]\n" + words}) {
    (void)read_document(file(text), &memory);
    EXPECT_EQ(told(again, &memory), told(again, nullptr));
  }
}

}  // namespace pricetalk::section_memory_test
