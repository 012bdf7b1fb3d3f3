#include "document/words.hpp"
#include "index/publication/bls.hpp"
#include "index/publication/formats.hpp"
#include "index/publication/json_objects.hpp"

/// A reply of the BLS public API, version 1 or 2: the newest observation first, figures as texts.
/// `message` says what is amiss while the status still reads REQUEST_SUCCEEDED: years without data,
/// a series that does not exist. A figure that will never come is `-` with footnote X (described by
/// its clients: October 2025).
namespace pricetalk::publication {

namespace {

class ReplyReader {
 public:
  ReplyReader(const SourcePtr& file, Collector& into, Diagnostics& diagnostics)
      : file_(file), into_(into), series_(into, diagnostics), diagnostics_(diagnostics) {}

  void read(const JsonObject& object) {
    if (object.find("seriesID") != nullptr) return finish_series(object);
    if (object.find("year") != nullptr && object.find("value") != nullptr)
      return observation(object);
    if (object.find("series_title") != nullptr) title_ = object.text("series_title");
    if (object.find("status") != nullptr) return status(object);
    if (object.find("text") != nullptr) {
      codes_ += std::string(object.text("code")) + ",";
      footnote_ += (footnote_.empty() ? "" : "; ") + std::string(object.text("text"));
    }
  }

  void finish() {
    if (!failed_ && found_ > 0) {
      for (const std::string& each : messages_) into_.remark(same("BLS: " + each));
      return;
    }
    std::string all;
    for (const std::string& each : messages_) all += (all.empty() ? ": " : "; ") + each;
    diagnostics_.error(
        "I0310", failed_ ? status_at_ : Span{file_.get(), 0, 0},
        {"BLS answered without figures" + all, "BLS antwoordde zonder cijfers" + all},
        {"check the series and the years that were asked for, and try again",
         "controleer de gevraagde reeks en jaren, en probeer het opnieuw"});
  }

 private:
  static csv::Field field(const JsonObject& object, const char* name) {
    const JsonScalar* found = object.find(name);
    return found == nullptr ? csv::Field{"", object.where} : csv::Field{found->text, found->where};
  }

  void observation(const JsonObject& object) {
    pending_.push_back({field(object, "year"), field(object, "period"), field(object, "value"),
                        codes_, footnote_});
    codes_.clear();
    footnote_.clear();
  }

  /// A series closes after its observations.
  void finish_series(const JsonObject& object) {
    const std::string id(object.text("seriesID"));
    for (const BlsRow& each : pending_) series_.add(id, title_, each);
    found_ += pending_.size();
    pending_.clear();
    title_.clear();
  }

  void status(const JsonObject& object) {
    const JsonScalar* found = object.find("status");
    failed_ = found->text != "REQUEST_SUCCEEDED";
    status_at_ = found->where;
    for (const auto& [name, value] : object.members)
      if (name == "message" && !value.text.empty()) messages_.push_back(value.text);
    if (failed_ && messages_.empty()) messages_.push_back(found->text);
  }

  const SourcePtr& file_;
  Collector& into_;
  BlsSeries series_;
  Diagnostics& diagnostics_;
  std::vector<BlsRow> pending_;
  std::string title_;
  std::string codes_;
  std::string footnote_;
  std::vector<std::string> messages_;
  Span status_at_;
  std::size_t found_ = 0;
  bool failed_ = false;
};

}  // namespace

bool is_bls_json(std::string_view bytes) {
  const std::string_view start = document::trimmed(bytes.substr(0, 4096));
  const auto holds = [&](std::string_view word) {
    return start.find(word) != std::string_view::npos;
  };
  return start.starts_with('{') && (holds("\"REQUEST_") || holds("\"seriesID\"")) &&
         (holds("\"Results\"") || holds("\"message\""));
}

void read_bls_json(const Files& files, Collector& into, Diagnostics& diagnostics) {
  for (const SourcePtr& file : files) {
    ReplyReader reader(file, into, diagnostics);
    const bool whole = for_each_object(file, diagnostics, [&](const JsonObject& object) {
      reader.read(object);
      return true;
    });
    if (whole) reader.finish();
  }
}

}  // namespace pricetalk::publication
