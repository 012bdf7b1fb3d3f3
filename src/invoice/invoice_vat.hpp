#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "pricetalk/invoice/invoice.hpp"

namespace pricetalk::invoices {

/// Rows of an invoice on which the file has the VAT of all of it: on each of them, or on the first
/// and nothing on the others. Each gets its share, at the rate that it proves to be.
class InvoiceVat {
 public:
  /// The next row. `read`: gives the next of the file; false at the end.
  template <class Read>
  bool next(InvoiceLine& line, const Read& read) {
    if (given_ == held_) {
      given_ = 0;
      held_ = ahead_ ? 1 : 0;
      if (ahead_) std::swap(rows_[0], rows_[at_ahead_]);
      ahead_ = false;
      if (held_ == 0 && !hold(read)) return false;
      if (begins_one(rows_[0])) {
        while (held_ < most && hold(read))
          if (rows_[held_ - 1].invoice != rows_[0].invoice) {
            at_ahead_ = --held_;
            ahead_ = true;
            break;
          }
        settle();
      }
    }
    std::swap(line, rows_[given_++]);
    return true;
  }

  /// Rows whose VAT was shared out.
  std::size_t shared() const { return shared_; }

 private:
  static constexpr std::size_t most = 10'000;  ///< of an invoice; its VAT stays as it is
  template <class Read>
  bool hold(const Read& read) {
    if (held_ == rows_.size()) rows_.emplace_back();
    if (!read(rows_[held_])) return false;
    ++held_;
    return true;
  }
  static bool begins_one(const InvoiceLine& row);
  void settle();

  std::vector<InvoiceLine> rows_;
  std::size_t held_ = 0;
  std::size_t given_ = 0;
  bool ahead_ = false;  ///< whether a row of the next invoice was read
  std::size_t at_ahead_ = 0;
  std::size_t shared_ = 0;
};

}  // namespace pricetalk::invoices
