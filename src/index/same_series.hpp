#pragma once

#include <string>
#include <vector>

#include "index/publication.hpp"
#include "pricetalk/index/series.hpp"

/// Which series of the library a publisher's file means, and which one of a file the user means.
namespace pricetalk {

/// "month": the word of the figures file.
std::string unit_word(Unit unit);

/// Whether the library knows a file's words for a series.
bool is_called(const Series& known, const std::string& table);

/// Whether base, unit and frequency are the same, where both say them; a table of one's own says no
/// unit.
bool can_be_same(const Series& known, const PublishedSeries& found);

/// Whether the series has figures of this length, by its own word or by those that it has.
bool has_figures_per(const Series& known, Unit unit);

/// The series of the library that has most of a file's figures; null when none has, or several have
/// as many.
const Series* with_most_figures_of(const Library& library, const PublishedSeries& found);

/// The series of the library that a published one can be: by publisher and table, and of several
/// by the figures that both have. Several are left when the figures do not tell.
std::vector<const Series*> same_in_library(const Library& library, const PublishedSeries& found);

/// Whether every word of `only` is one of the series' publisher, table, title, base or frequency,
/// in either language.
bool asked_for(const PublishedSeries& found, const Series* known,
               const std::vector<std::string>& only);

/// Of several series that fit the words, those that can be the `named` one, if any; of these the
/// one whose words as printed
/// (`choice`) they are, else those whose measure they spell out.
void keep_what_fits(std::vector<const PublishedSeries*>& chosen, const Series* named,
                    const std::vector<std::string>& only);

/// What to give to --only for just this series; in either language.
std::string choice(const PublishedSeries& found, Language language);

}  // namespace pricetalk
