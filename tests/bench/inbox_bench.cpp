#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "answer/inbox.hpp"

// Letters against contracts: 300 of 1,200, every fifth letter without the cap. Contracts and
// letters come from a seeded generator, which knows what is too much to the cent.
//   build/.../inbox_bench [LETTERS [CONTRACTS]]

namespace {

using namespace pricetalk;

constexpr int lines_of_a_contract = 4;

SourcePtr text(const char* name, const std::string& bytes) {
  return std::make_shared<const SourceText>(name, bytes);
}

/// Prices in cents, each bought a hundred times a month, that may rise by 4 % of the 5.62 %
/// measured.
std::string contract_file(int number, const std::vector<int>& cents) {
  std::string made = "schema = 1\n[contract]\nid = \"C-" + std::to_string(number) +
                     "\"\ncurrency = \"EUR\"\njurisdiction = \"NL\"\nstart = 2024-01-01\n";
  for (std::size_t i = 0; i < cents.size(); ++i)
    made += "[price.p" + std::to_string(i) + "]\nunit_price = " + Decimal(cents[i], 2).text() +
            "\nprice_date = 2025-01-01\nquantity = { per_month = 100 }\nclause = \"c\"\n";
  return made +
         "[clause.c]\nadjust = { every = \"year\", on = \"01-01\", first = 2026-01-01 }\n"
         "index.W = { series = \"w\", use = \"july of previous year\" }\n"
         "limits = { cap = \"4%\", floor = \"0%\" }\n"
         "notice = { before = \"2 months\", late = \"next-date\" }\n"
         "[[series]]\nid = \"w\"\nfigures = [[\"2024-07\", 100.00], [\"2025-07\", 105.62]]\n";
}

/// Half-up, in cents.
int raised(int cents, int of_ten_thousand) {
  return (cents * (10'000 + of_ten_thousand) + 5'000) / 10'000;
}

class Bench {
 public:
  Bench(int letters, int contracts) : random_(14) {
    for (int i = 0; i < contracts; ++i) add_contract(i);
    list_ = "contract;announced;on;received\n";
    for (int i = 0; i < letters; ++i) add_letter(i, contracts);
  }

  void run() {
    const std::clock_t begin = std::clock();
    Diagnostics problems;
    const Date today = *Date::parse("2025-11-20");
    std::vector<InboxLetter> letters =
        addressed(read_inbox(text("letters.csv", list_), problems), contracts_, today, problems);
    for (InboxLetter& letter : letters) judge(letter, today);
    const InboxAnswer made = collected(std::move(letters), today);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    const InboxSum& disputed = made.sums[static_cast<std::size_t>(InboxState::dispute)];
    const Ratio found = disputed.amounts.empty() ? Ratio(0) : disputed.amounts.front().most;
    std::printf(
        "%zu letters against %zu contracts: %.2f s of processor time; disputed %zu of %d, %s cents "
        "(%lld)\n",
        made.letters.size(), contracts_.size(), seconds, disputed.letters, wrong_,
        round(found * Ratio(100), Rounding::decimals(0)).text().c_str(), too_much_);
    if (found * Ratio(100) != Ratio(std::int64_t{too_much_})) std::exit(2);
  }

 private:
  void add_contract(int number) {
    std::uniform_int_distribution<int> price(2'000, 9'999);
    std::vector<int>& cents = prices_.emplace_back();
    for (int i = 0; i < lines_of_a_contract; ++i) cents.push_back(price(random_));
    const SourcePtr file = text("contract.toml", contract_file(number, cents));
    Loaded<Contract> read = read_contract(file);
    if (!read.value) std::exit(1);
    auto library = std::make_shared<const Library>(Library().with(read.value->own_series, {file}));
    contracts_.push_back({"contract.toml", std::make_shared<const Contract>(std::move(*read.value)),
                          std::move(library)});
  }

  void add_letter(int number, int contracts) {
    const int contract = number * 4 % contracts;
    const bool is_wrong = number % 5 == 0;
    list_ += "C-" + std::to_string(contract) + (is_wrong ? ";5.62%" : ";4%") +
             ";2026-01-01;2025-10-13\n";
    if (!is_wrong) return;
    ++wrong_;
    for (const int cents : prices_[static_cast<std::size_t>(contract)])
      too_much_ += 1'200LL * (raised(cents, 562) - raised(cents, 400));
  }

  std::mt19937 random_;
  std::vector<std::vector<int>> prices_;
  std::vector<InboxContract> contracts_;
  std::string list_;
  int wrong_ = 0;
  long long too_much_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const int letters = argc > 1 ? std::atoi(argv[1]) : 300;
  const int contracts = argc > 2 ? std::atoi(argv[2]) : 1'200;
  Bench bench(letters, contracts);
  bench.run();
  return 0;
}
