#include "register/headings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "invoice/cells.hpp"

namespace pricetalk {

namespace {

using Column = RegisterColumn::Column;

/// In Dutch, then in English.
constexpr auto dutch = std::to_array<ListHeading>({
    {"contractnummer", Column::contract},
    {"contractnr", Column::contract},
    {"contractid", Column::contract},
    {"contractcode", Column::contract},
    {"contractkenmerk", Column::contract},
    {"kenmerk", Column::contract},
    {"zaaknummer", Column::contract},
    {"contract", Column::contract},
    {"nummer", Column::contract},
    {"nr", Column::contract},
    {"leverancier", Column::supplier},
    {"leveranciersnaam", Column::supplier},
    {"naamleverancier", Column::supplier},
    {"opdrachtnemer", Column::supplier},
    {"contractpartij", Column::supplier},
    {"klant", Column::customer},
    {"klantnaam", Column::customer},
    {"naamklant", Column::customer},
    {"opdrachtgever", Column::customer},
    {"afnemer", Column::customer},
    {"regel", Column::line},
    {"omschrijving", Column::line},
    {"contractomschrijving", Column::line},
    {"contractnaam", Column::line},
    {"naamcontract", Column::line},
    {"titel", Column::line},
    {"dienst", Column::line},
    {"onderwerp", Column::line},
    {"ingangsdatum", Column::start},
    {"ingangsdatumcontract", Column::start},
    {"datumingang", Column::start},
    {"ingang", Column::start},
    {"startdatum", Column::start},
    {"begindatum", Column::start},
    {"einddatum", Column::end},
    {"einddatumcontract", Column::end},
    {"datumeinde", Column::end},
    {"einde", Column::end},
    {"expiratiedatum", Column::end},
    {"afloopdatum", Column::end},
    {"opzegtermijn", Column::notice},
    {"opzegging", Column::notice},
    {"opzegtermijndagen", Column::notice_days},
    {"opzegtermijnindagen", Column::notice_days},
    {"opzegtermijndgn", Column::notice_days},
    {"opzegtermijnweken", Column::notice_weeks},
    {"opzegtermijninweken", Column::notice_weeks},
    {"opzegtermijnmnd", Column::notice_months},
    {"opzegtermijnmaanden", Column::notice_months},
    {"opzegtermijninmaanden", Column::notice_months},
    {"opzegtermijnjaren", Column::notice_years},
    {"opzegtermijninjaren", Column::notice_years},
    {"optiejaren", Column::options},
    {"optiejaar", Column::options},
    {"opties", Column::options},
    {"optie", Column::options},
    {"verlenging", Column::options},
    {"verlengingsopties", Column::options},
    {"verlengingsoptie", Column::options},
    {"prijs", Column::price},
    {"stukprijs", Column::price},
    {"tarief", Column::price},
    {"huidigeprijs", Column::price},
    {"huidigtarief", Column::price},
    {"uurtarief", Column::hour_rate},
    {"uurprijs", Column::hour_rate},
    {"tariefperuur", Column::hour_rate},
    {"maandbedrag", Column::amount_a_month},
    {"bedragpermaand", Column::amount_a_month},
    {"maandprijs", Column::amount_a_month},
    {"prijspermaand", Column::amount_a_month},
    {"maandtermijn", Column::amount_a_month},
    {"kwartaalbedrag", Column::amount_a_quarter},
    {"bedragperkwartaal", Column::amount_a_quarter},
    {"jaarbedrag", Column::amount_a_year},
    {"bedragperjaar", Column::amount_a_year},
    {"jaarprijs", Column::amount_a_year},
    {"prijsperjaar", Column::amount_a_year},
    {"contractwaardeperjaar", Column::amount_a_year},
    {"jaarwaarde", Column::amount_a_year},
    {"prijsdatum", Column::price_date},
    {"prijspeil", Column::price_date},
    {"datumprijs", Column::price_date},
    {"datumprijspeil", Column::price_date},
    {"prijspeildatum", Column::price_date},
    {"prijsper", Column::price_date},
    {"permaand", Column::per_month},
    {"aantalpermaand", Column::per_month},
    {"perjaar", Column::per_year},
    {"aantalperjaar", Column::per_year},
    {"uren", Column::hours},
    {"aantaluren", Column::hours},
    {"urenperweek", Column::hours_a_week},
    {"aantalurenperweek", Column::hours_a_week},
    {"urenweek", Column::hours_a_week},
    {"urenpermaand", Column::hours_a_month},
    {"aantalurenpermaand", Column::hours_a_month},
    {"urenmaand", Column::hours_a_month},
    {"urenmnd", Column::hours_a_month},
    {"urenpermnd", Column::hours_a_month},
    {"urenperjaar", Column::hours_a_year},
    {"aantalurenperjaar", Column::hours_a_year},
    {"urenjaar", Column::hours_a_year},
    {"indexering", Column::index},
    {"indexatie", Column::index},
    {"indexcijfer", Column::index},
    {"prijsindexering", Column::index},
    {"prijsindexatie", Column::index},
    {"reeks", Column::index},
    {"maand", Column::month},
    {"indexmaand", Column::month},
    {"indexeringsmaand", Column::month},
    {"maandindexcijfer", Column::month},
    {"maximum", Column::cap},
    {"maxindexatie", Column::cap},
    {"maxindexering", Column::cap},
    {"max", Column::cap},
    {"plafond", Column::cap},
    {"minimum", Column::floor},
    {"minindexatie", Column::floor},
    {"minindexering", Column::floor},
    {"min", Column::floor},
    {"bodem", Column::floor},
    {"indexdatum", Column::adjust},
    {"indexatiedatum", Column::adjust},
    {"indexeringsdatum", Column::adjust},
    {"datumindexatie", Column::adjust},
    {"datumindexering", Column::adjust},
    {"valuta", Column::currency},
    {"munt", Column::currency},
    {"land", Column::country},
    {"recht", Column::country},
    {"kostenplaats", Column::cost_centre},
    {"kostenplaatsnummer", Column::cost_centre},
    {"eigenaar", Column::owner},
    {"contractmanager", Column::owner},
    {"contracteigenaar", Column::owner},
    {"contractbeheerder", Column::owner},
    {"budgethouder", Column::owner},
    {"btw", Column::vat},
    {"btwtarief", Column::vat},
    {"btwpercentage", Column::vat},
});

constexpr auto english = std::to_array<ListHeading>({
    {"contract", Column::contract},
    {"contractid", Column::contract},
    {"contractnumber", Column::contract},
    {"contractno", Column::contract},
    {"contractref", Column::contract},
    {"reference", Column::contract},
    {"supplier", Column::supplier},
    {"suppliername", Column::supplier},
    {"vendor", Column::supplier},
    {"contractor", Column::supplier},
    {"customer", Column::customer},
    {"customername", Column::customer},
    {"client", Column::customer},
    {"line", Column::line},
    {"title", Column::line},
    {"description", Column::line},
    {"service", Column::line},
    {"subject", Column::line},
    {"start", Column::start},
    {"startdate", Column::start},
    {"commencementdate", Column::start},
    {"effectivedate", Column::start},
    {"end", Column::end},
    {"enddate", Column::end},
    {"expirydate", Column::end},
    {"expirationdate", Column::end},
    {"notice", Column::notice},
    {"noticeperiod", Column::notice},
    {"noticedays", Column::notice_days},
    {"noticeperioddays", Column::notice_days},
    {"noticeperiodweeks", Column::notice_weeks},
    {"noticemonths", Column::notice_months},
    {"noticeperiodmonths", Column::notice_months},
    {"noticeperiodinmonths", Column::notice_months},
    {"noticeperiodyears", Column::notice_years},
    {"optionyears", Column::options},
    {"options", Column::options},
    {"option", Column::options},
    {"extensionoptions", Column::options},
    {"extensions", Column::options},
    {"price", Column::price},
    {"unitprice", Column::price},
    {"rate", Column::price},
    {"hourlyrate", Column::hour_rate},
    {"rateperhour", Column::hour_rate},
    {"monthlyamount", Column::amount_a_month},
    {"amountpermonth", Column::amount_a_month},
    {"monthlyfee", Column::amount_a_month},
    {"quarterlyamount", Column::amount_a_quarter},
    {"amountperquarter", Column::amount_a_quarter},
    {"yearlyamount", Column::amount_a_year},
    {"annualamount", Column::amount_a_year},
    {"amountperyear", Column::amount_a_year},
    {"annualfee", Column::amount_a_year},
    {"annualvalue", Column::amount_a_year},
    {"pricedate", Column::price_date},
    {"priceasof", Column::price_date},
    {"pricelevel", Column::price_date},
    {"permonth", Column::per_month},
    {"quantitypermonth", Column::per_month},
    {"peryear", Column::per_year},
    {"quantityperyear", Column::per_year},
    {"quantity", Column::per_year},
    {"hours", Column::hours},
    {"hoursperweek", Column::hours_a_week},
    {"hourspermonth", Column::hours_a_month},
    {"hoursperyear", Column::hours_a_year},
    {"index", Column::index},
    {"indexation", Column::index},
    {"series", Column::index},
    {"month", Column::month},
    {"indexmonth", Column::month},
    {"cap", Column::cap},
    {"max", Column::cap},
    {"maximum", Column::cap},
    {"min", Column::floor},
    {"minimum", Column::floor},
    {"contractcode", Column::contract},
    {"floor", Column::floor},
    {"adjust", Column::adjust},
    {"adjuston", Column::adjust},
    {"indexdate", Column::adjust},
    {"indexationdate", Column::adjust},
    {"reviewdate", Column::adjust},
    {"currency", Column::currency},
    {"country", Column::country},
    {"jurisdiction", Column::country},
    {"costcentre", Column::cost_centre},
    {"costcenter", Column::cost_centre},
    {"owner", Column::owner},
    {"contractowner", Column::owner},
    {"budgetholder", Column::owner},
    {"contractmanager", Column::owner},
    {"vat", Column::vat},
    {"vatrate", Column::vat},
});

using Known = std::unordered_map<std::string_view, std::size_t>;

Known all_of(std::initializer_list<std::span<const ListHeading>> tables) {
  Known made;
  for (const auto& table : tables)
    for (const ListHeading& each : table) made.emplace(each.folded, each.column);
  return made;
}

/// What stands behind the name of a column and names another thing than a column.
struct Ending {
  std::string_view folded;
  std::optional<bool> with_vat;
};
constexpr auto endings = std::to_array<Ending>({{"exclusiefbtw", false},
                                                {"exclbtw", false},
                                                {"exbtw", false},
                                                {"zonderbtw", false},
                                                {"exclvat", false},
                                                {"excludingvat", false},
                                                {"excl", false},
                                                {"inclusiefbtw", true},
                                                {"inclbtw", true},
                                                {"metbtw", true},
                                                {"inclvat", true},
                                                {"includingvat", true},
                                                {"incl", true},
                                                {"ineuro", {}},
                                                {"euro", {}},
                                                {"eur", {}}});

}  // namespace

std::optional<RegisterHeading> register_heading(std::string_view text) {
  static const Known known = all_of({dutch, english});
  std::string folded = cells::folded(text);
  RegisterHeading made;
  for (std::size_t stripped = 0; stripped < 3; ++stripped) {
    const auto found = known.find(folded);
    if (found != known.end()) {
      made.column = found->second;
      return made;
    }
    const auto ending = std::find_if(endings.begin(), endings.end(), [&](const Ending& each) {
      return folded.size() > each.folded.size() && folded.ends_with(each.folded);
    });
    if (ending == endings.end()) return std::nullopt;
    if (ending->with_vat) made.with_vat = ending->with_vat;
    folded.resize(folded.size() - ending->folded.size());
  }
  return std::nullopt;
}

ListShape register_shape(std::size_t titles) {
  ListShape made;
  made.columns = RegisterColumn::count;
  made.days = {Column::price_date, Column::adjust, Column::start, Column::end};
  made.code = "A0189";
  made.heading = [](std::string_view text) -> std::optional<std::size_t> {
    const auto heading = register_heading(text);
    return heading ? std::optional(heading->column) : std::nullopt;
  };
  made.titles = titles;
  return made;
}

bool is_dutch_heading(std::string_view text) {
  const std::string folded = cells::folded(text);
  return std::any_of(dutch.begin(), dutch.end(), [&](const ListHeading& each) {
    return folded.starts_with(each.folded) &&
           std::none_of(english.begin(), english.end(),
                        [&](const ListHeading& other) { return folded == other.folded; });
  });
}

}  // namespace pricetalk
