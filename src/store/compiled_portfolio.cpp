#include "store/compiled_portfolio.hpp"

#include <utility>

#include "files/digest.hpp"
#include "store/archive.hpp"

namespace pricetalk {

namespace {

constexpr std::string_view compiled_kind = "compiled portfolio";
constexpr std::size_t piece_size = std::size_t{1} << 16U;

}  // namespace

template <class Archive>
void serialize(Archive& archive, ContractNames& names) {
  archive(names.contract, names.kinds, names.series);
}

template <class Archive>
void serialize(Archive& archive, LineEntry& line) {
  archive(line.id, line.title, line.aliases, line.prices, line.amounts, line.names, line.price,
          line.numbers);
}

template <class Archive>
void serialize(Archive& archive, PartyEntry& party) {
  archive(party.name, party.ids);
}

template <class Archive>
void serialize(Archive& archive, Hinges& hinges) {
  archive(hinges.caps, hinges.floors, hinges.never_falls, hinges.end, hinges.notice, hinges.series);
}

/// An entry that is kept has prices in columns.
template <class Archive>
void serialize(Archive& archive, PortfolioEntry& entry) {
  archive(entry.path, entry.title, entry.tags, entry.costs_beside, entry.market_level, entry.names,
          entry.language, entry.currency, entry.vat, entry.decimals, entry.figures, entry.frame,
          entry.lines, entry.orders, entry.supplier, entry.customer, entry.by_itself, entry.hinges);
}

template <class Archive>
void serialize(Archive& archive, FileStamp& stamp) {
  archive(stamp.bytes, stamp.modified, stamp.changed, stamp.node);
}

template <class Archive>
void serialize(Archive& archive, CompiledPortfolio::Contract& contract) {
  archive(contract.digest, contract.stamp, contract.clauses, contract.entry, contract.tried,
          contract.odd_on);
}

namespace {

/// The contents behind the head.
void contents_of(const CompiledPortfolio& compiled,
                 const std::function<void(std::string_view)>& take) {
  std::string piece;
  BytesOut archive(piece);
  const auto give = [&](std::size_t least) {
    if (piece.size() < least) return;
    take(piece);
    piece.clear();
  };
  archive(compiled.circumstances, compiled.beside, static_cast<TextId>(compiled.texts->size()));
  for (TextId id = 0; id < compiled.texts->size(); ++id) {
    archive(compiled.texts->at(id));
    give(piece_size);
  }
  archive(static_cast<std::uint32_t>(compiled.contracts.size()));
  for (const auto& [path, contract] : compiled.contracts) {
    archive(contract);
    give(piece_size);
  }
  give(1);
}

}  // namespace

void compiled_pieces(const CompiledPortfolio& compiled,
                     const std::function<void(std::string_view)>& take) {
  Sha256 digest;
  contents_of(compiled, [&](std::string_view piece) { digest.add(piece); });
  take(sealing(compiled_kind, std::move(digest).text()));
  contents_of(compiled, take);
}

CompiledRead read_compiled(std::string_view bytes) {
  const Unsealed found = unseal(compiled_kind, bytes);
  CompiledRead made{found.seal, {}};
  if (found.seal != Seal::whole) return made;
  BytesIn archive(found.contents);
  CompiledPortfolio& compiled = made.compiled.emplace();
  TextId texts = 0;
  archive(compiled.circumstances, compiled.beside, texts);
  for (TextId id = 0; id < texts; ++id) {
    std::string text;
    archive(text);
    compiled.texts->of(std::move(text));
  }
  std::uint32_t contracts = 0;
  archive(contracts);
  for (std::uint32_t i = 0; i < contracts; ++i) {
    CompiledPortfolio::Contract contract;
    archive(contract);
    compiled.contracts.emplace_hint(compiled.contracts.end(), contract.entry.path,
                                    std::move(contract));
  }
  return made;
}

}  // namespace pricetalk
