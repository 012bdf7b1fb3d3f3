#include "billing/charge.hpp"

#include <algorithm>
#include <numeric>

#include "billing/days_text.hpp"
#include "pricetalk/explain/format.hpp"
#include "pricing/lower.hpp"

namespace pricetalk {

namespace {

Phrase tier_text(std::size_t tier, const char* en, const char* nl) {
  const std::string number = std::to_string(tier + 1);
  return {en + number, nl + number};
}

Undetermined no_price(const Line& line) {
  return Undetermined(Reason{.kind = Reason::Kind::not_stated,
                             .key = line.id + " before price_date",
                             .text = {"no price is stated for " + line.id + " before " +
                                          date_text(line.price_date, Language::en),
                                      "voor " + line.id + " is geen prijs bekend van voor " +
                                          date_text(line.price_date, Language::nl)},
                             .series = {},
                             .period = {},
                             .expected = {},
                             .source = {}});
}

class Charging {
 public:
  Charging(Worksheet& sheet, const ChargeRequest& request)
      : sheet_(sheet),
        request_(request),
        contract_(*request.contract),
        line_(*request.line),
        pieces_(pieces(contract_, line_, *request.prices, request.invoice, request.part)) {}

  std::optional<Charge> run() {
    if (!request_.taken && (!days_alive(line_, request_.invoice) || !any_inside()))
      return std::nullopt;
    take_quantities();
    leave_out_nothing();
    if (line_.prices.size() > 1) fill_tiers();
    std::vector<NodeId> until;
    std::vector<NodeId> before;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Days& days = pieces_[i].days;
      if (request_.part && request_.part->last < days.last) continue;
      const NodeId amount = of_piece(i);
      until.push_back(amount);
      if (request_.part && days.last < request_.part->first) before.push_back(amount);
    }
    if (until.empty()) {
      made_.amount = sheet_.named(sheet_.constant(Decimal(0, 0), Form::money), Role::line_amount);
      return std::move(made_);
    }
    made_.amount = rounded(until);
    if (!before.empty())
      made_.amount = sheet_.sub(made_.amount, rounded(before),
                                {"amount of these days", "bedrag van deze dagen"});
    if (until.size() != 1) made_.price = no_node;
    return std::move(made_);
  }

 private:
  bool any_inside() const {
    return !request_.part || std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      return request_.part->hold(piece.days.first);
    });
  }

  /// The quantity of each piece: the contract's own, or its share of what was taken.
  void take_quantities() {
    std::vector<Outcome<Ratio>> own;
    Ratio sum(0);
    bool stated = line_.quantity.has_value();
    for (const Piece& piece : pieces_) {
      own.push_back(piece.once ? Outcome<Ratio>(*piece.once)
                    : stated   ? Outcome<Ratio>(regular_quantity(line_, piece.days))
                               : quantity_of(line_, piece.days));
      if (stated) sum = sum + *own.back();
    }
    if (!request_.taken) {
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        quantities_.push_back(contracted(pieces_[i], own[i]));
        values_.push_back(own[i]);
      }
      return;
    }
    if (!stated || sum.sign() <= 0) {
      sum = Ratio(0);
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const Days& days = pieces_[i].days;
        own[i] = contract_.billing.proration.value == Proration::months
                     ? months_between(days.first, days.last)
                     : Ratio(days.count());
        sum = sum + *own[i];
      }
    }
    const InputSource source = request_.taken_from != nullptr
                                   ? *request_.taken_from
                                   : given({"quantity on the invoice", "aantal op de factuur"}, {});
    const NodeId all =
        sheet_.given(request_.taken->quantity, {"quantity", "aantal"}, source, Form::plain);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Ratio share = *own[i] / sum;
      values_.emplace_back(share);
      quantities_.push_back(share == Ratio(1) ? all : sheet_.mul(all, share_node(i, share)));
    }
    total_ = all;
  }

  static InputSource given(Phrase text, Span where) {
    InputSource source;
    source.text = std::move(text);
    source.where = std::move(where);
    return source;
  }

  NodeId share_node(std::size_t piece, const Ratio& share) {
    const Phrase days = days_text(pieces_[piece].days);
    const Phrase text{"share of " + days.en, "deel van " + days.nl};
    return sheet_.given(share, text, given(text, {}), Form::plain);
  }

  NodeId contracted(const Piece& piece, const Outcome<Ratio>& quantity) {
    const Span where = line_.quantity ? line_.quantity->where.value_or(line_.where) : line_.where;
    const Phrase days = days_text(piece.days);
    InputSource source = given({"quantity of " + days.en, "hoeveelheid van " + days.nl}, where);
    source.kind = InputSource::Kind::contract;
    const Phrase label = source.text;
    const NodeId plain =
        sheet_.named(sheet_.given(quantity, {}, std::move(source), Form::plain), label, where);
    if (!request_.growth) return plain;
    if (growth_ == no_node)
      growth_ = sheet_.named(
          sheet_.given(request_.growth->value, {}, request_.growth->source, Form::plain),
          {"change of volume", "verandering van volume"}, request_.growth->source.where);
    return sheet_.mul(plain, growth_, {"quantity in this future", "hoeveelheid in deze toekomst"});
  }

  /// A piece of which nothing is bought adds nothing, whatever its price would be.
  void leave_out_nothing() {
    const auto nothing = [&](std::size_t i) { return values_[i] && values_[i]->is_zero(); };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) kept += nothing(i) ? 0U : 1U;
    if (kept == 0 || kept == pieces_.size()) return;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      if (!nothing(i)) continue;
      const auto at = static_cast<std::ptrdiff_t>(i);
      pieces_.erase(pieces_.begin() + at);
      values_.erase(values_.begin() + at);
      quantities_.erase(quantities_.begin() + at);
    }
  }

  /// The volume that tells which tier holds; or of graduated tiers how much of the quantity of each
  /// piece falls into each.
  void fill_tiers() {
    if (line_.tier_kind == TierKind::graduated) return fill_in_order();
    const Phrase text{"quantity of the period", "hoeveelheid van de periode"};
    volume_ = total_;
    if (volume_ == no_node)
      volume_ = quantities_.size() == 1 ? quantities_.front() : sheet_.sum(quantities_, text);
    if (request_.taken && request_.taken->volume != request_.taken->quantity)
      volume_ = sheet_.given(request_.taken->volume, text, given(text, {}), Form::plain);
  }

  /// Graduated tiers fill with the days. What is given back leaves them the other way round.
  void fill_in_order() {
    const bool back = request_.taken && request_.taken->quantity.sign() < 0;
    std::vector<std::size_t> order(pieces_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return pieces_[a].days.first < pieces_[b].days.first;
    });
    if (back) std::reverse(order.begin(), order.end());
    NodeId filled = sheet_.constant(Decimal(0, 0));
    if (request_.taken && !request_.taken->before.is_zero()) {
      const Phrase text{"taken before in the period", "eerder afgenomen in de periode"};
      filled = sheet_.given(request_.taken->before, text, given(text, {}), Form::plain);
    }
    tiers_.resize(pieces_.size());
    for (const std::size_t piece : order) {
      const NodeId then = sheet_.add(filled, quantities_[piece]);
      tiers_[piece] = back ? in_tiers(then, filled, true) : in_tiers(filled, then, false);
      filled = then;
    }
  }

  /// How much between two fillings falls into each tier; below zero when it is given `back`.
  std::vector<NodeId> in_tiers(NodeId low, NodeId high, bool back) {
    std::vector<NodeId> made;
    const NodeId zero = sheet_.constant(Decimal(0, 0));
    NodeId begin = low;
    for (std::size_t tier = 0; tier < line_.prices.size(); ++tier) {
      const auto& up_to = line_.prices[tier].up_to;
      const NodeId top = up_to ? sheet_.min(high, sheet_.constant(*up_to)) : high;
      const NodeId inside = sheet_.max(sheet_.sub(top, begin), zero);
      const Phrase label = tier_text(tier, "quantity in tier ", "hoeveelheid in staffel ");
      made.push_back(back ? sheet_.sub(zero, inside, label) : sheet_.named(inside, label));
      if (up_to) begin = sheet_.max(low, sheet_.constant(*up_to));
    }
    return made;
  }

  NodeId of_piece(std::size_t i) {
    const Piece& piece = pieces_[i];
    std::vector<NodeId> net;
    for (std::size_t tier = 0; tier < line_.prices.size(); ++tier)
      net.push_back(net_of(piece, tier));
    made_.price = net.front();
    if (net.size() == 1) return sheet_.mul(quantities_[i], net.front());
    if (line_.tier_kind == TierKind::volume) {
      NodeId price = net.back();
      for (std::size_t tier = net.size() - 1; tier-- > 0;)
        price =
            sheet_.choose(sheet_.constant(*line_.prices[tier].up_to), volume_, net[tier], price);
      made_.price = sheet_.named(price, {"price of the tier", "prijs van de staffel"});
      return sheet_.mul(quantities_[i], made_.price);
    }
    made_.price = no_node;
    std::vector<NodeId> amounts;
    for (std::size_t tier = 0; tier < net.size(); ++tier) {
      const Outcome<Ratio> inside = sheet_.value(tiers_[i][tier]);
      if (inside && inside->is_zero()) continue;
      amounts.push_back(sheet_.mul(tiers_[i][tier], net[tier]));
      made_.price = amounts.size() == 1 ? net[tier] : no_node;
    }
    return amounts.empty() ? sheet_.constant(Decimal(0, 0), Form::money) : sheet_.sum(amounts);
  }

  NodeId net_of(const Piece& piece, std::size_t tier) {
    const DatedPrice* price = piece.prices[tier];
    if (price != nullptr) {
      made_.fixity = std::max(made_.fixity, price->fixity);
      if (price->entry != nullptr) made_.entries.push_back(price->entry);
    }
    std::vector<NodeId> added;
    if (price != nullptr && price->parts != nullptr) added = surcharges(*price, piece.days.first);
    if (!request_.what.price) {
      if (added.empty()) return sheet_.constant(Decimal(0, 0), Form::money);
      return sheet_.named(sheet_.sum(added), Role::surcharge);
    }
    NodeId charged = no_node;
    if (line_.only_surcharges() && !added.empty()) {
      charged = sheet_.named(sheet_.sum(added), Role::charged);
    } else {
      charged = own_price(price, piece.days.first);
      if (!added.empty()) {
        std::vector<NodeId> all;
        all.push_back(charged);
        for (const NodeId one : added) all.push_back(one);
        charged = sheet_.named(sheet_.sum(all), Role::charged);
      }
    }
    return net_price(sheet_, contract_, line_, tier, charged, piece.discounted);
  }

  std::vector<NodeId> surcharges(const DatedPrice& price, Date day) {
    std::vector<NodeId> made;
    for (const Surcharge& one : price.parts->surcharges) {
      if (request_.what.only != nullptr && one.clause->id != request_.what.only->id) continue;
      const Phrase text{"surcharge " + one.clause->id + " on " + date_text(day, Language::en),
                        "toeslag " + one.clause->id + " op " + date_text(day, Language::nl)};
      InputSource source = earlier(text, one.address.text, one.fixity);
      made.push_back(sheet_.given(one.amount, text, std::move(source)));
    }
    return made;
  }

  static InputSource earlier(Phrase text, std::string address, Fixity fixity) {
    InputSource source;
    source.kind = InputSource::Kind::earlier_price;
    source.text = std::move(text);
    source.address = std::move(address);
    source.fixity = fixity;
    return source;
  }

  NodeId own_price(const DatedPrice* price, Date day) {
    if (price == nullptr) {
      const Phrase text{"price on " + date_text(day, Language::en),
                        "prijs op " + date_text(day, Language::nl)};
      return sheet_.given(no_price(line_), text, earlier(text, {}, Fixity::fixed));
    }
    if (price->source != nullptr)
      return sheet_.given(price->price, price->source->text, *price->source);
    const Date from = price->entry != nullptr ? price->entry->from : price->from;
    const Phrase text{"price from " + date_text(from, Language::en),
                      "prijs vanaf " + date_text(from, Language::nl)};
    const Outcome<Ratio>& value =
        price->parts != nullptr ? price->parts->entry->price : price->price;
    return sheet_.given(value, text, earlier(text, price->address, price->fixity));
  }

  NodeId rounded(const std::vector<NodeId>& amounts) {
    const NodeId sum = amounts.size() == 1 ? amounts.front() : sheet_.sum(amounts);
    const auto& stated = contract_.billing.amount;
    return sheet_.named(sheet_.round(sum, amount_rounding(contract_)), Role::line_amount,
                        stated ? stated->where.value_or(Span{}) : Span{}, !stated);
  }

  Worksheet& sheet_;
  const ChargeRequest& request_;
  const Contract& contract_;
  const Line& line_;
  std::vector<Piece> pieces_;
  std::vector<NodeId> quantities_;      ///< as pieces_
  std::vector<Outcome<Ratio>> values_;  ///< as pieces_: the contract's quantity, or the share
  NodeId growth_ = no_node;
  NodeId total_ = no_node;
  NodeId volume_ = no_node;
  std::vector<std::vector<NodeId>> tiers_;  ///< as pieces_: how much of it falls into each tier
  Charge made_;
};

}  // namespace

std::optional<Charge> charge(Worksheet& sheet, const ChargeRequest& request) {
  return Charging(sheet, request).run();
}

Rounding amount_rounding(const Contract& contract) {
  const auto& stated = contract.billing.amount;
  const auto rounding =
      stated ? settled(stated->value, contract.currency.minor_decimals()) : std::nullopt;
  return rounding.value_or(contract.currency.rounding());
}

NodeId net_price(Worksheet& sheet, const Contract& contract, const Line& line, std::size_t tier,
                 NodeId price, bool discounted) {
  if (!discounted) return price;
  const DiscountTerms& terms = *line.discount;
  const NodeId rate =
      sheet.named(sheet.constant(terms.rate.value.as_fraction().exact_decimal().value_or(Decimal()),
                                 Form::percent),
                  Role::discount, terms.rate.where.value_or(line.where));
  NodeId net = sheet.mul(price, sheet.sub(sheet.constant(Decimal(1, 0)), rate));
  const auto rounding =
      terms.rounding ? settled(terms.rounding->value, line.price_decimals(contract.currency, tier))
                     : std::optional(contract.currency.rounding());
  if (rounding) net = sheet.round(net, *rounding);
  return sheet.named(net, Role::net_price, terms.span, !terms.rounding);
}

}  // namespace pricetalk
