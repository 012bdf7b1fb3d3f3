#include "invoice/heading.hpp"

#include <algorithm>
#include <utility>

#include "invoice/sign_words.hpp"

namespace pricetalk::invoices {

namespace {

constexpr std::array<std::string_view, column_count> names{
    "invoice",  "date",     "line", "from", "to",     "quantity", "unit_price", "amount",
    "vat",      "kind",     "item", "part", "period", "currency", "contract",   "order",
    "supplier", "customer", "paid", "due",  "credit", "discount", "unit"};
constexpr std::string_view documented_names =
    "invoice,date,line,from,to,quantity,unit_price,amount,vat,kind";

struct Heading {
  std::string_view folded;
  Column column;
  bool gives_way = false;  ///< to any other heading of that column: it has other meanings as well
};
/// Folded headings of Dutch, English, German and French bookkeeping programs. "tot" is not here: to
/// one it is the last day, to another the day after it.
constexpr Heading headings[] = {
    {"invoice", Column::invoice},
    {"invoiceid", Column::invoice},
    {"invoiceno", Column::invoice},
    {"invoicenr", Column::invoice},
    {"invoicenumber", Column::invoice},
    {"factuur", Column::invoice},
    {"factuurnr", Column::invoice},
    {"factuurnummer", Column::invoice},
    {"nrfacture", Column::invoice},
    {"factnr", Column::invoice},
    {"notanummer", Column::invoice},
    {"rechnung", Column::invoice},
    {"rechnungsnr", Column::invoice},
    {"rechnungsnummer", Column::invoice},
    {"rechnungnr", Column::invoice},
    {"facture", Column::invoice},
    {"nfacture", Column::invoice},
    {"nofacture", Column::invoice},
    {"numfacture", Column::invoice},
    {"numerofacture", Column::invoice},
    {"numerodefacture", Column::invoice},
    {"rgnr", Column::invoice},
    {"rgnummer", Column::invoice},
    {"renr", Column::invoice},
    {"renummer", Column::invoice},
    {"fakturanummer", Column::invoice},
    {"fakturanr", Column::invoice},
    {"faktura", Column::invoice},
    {"ndefacture", Column::invoice},
    {"nodefacture", Column::invoice},
    {"numdefacture", Column::invoice},
    {"reffacture", Column::invoice},
    {"referencefacture", Column::invoice},
    {"belegnummer", Column::invoice, true},
    {"belegnr", Column::invoice, true},
    {"beleg", Column::invoice, true},
    {"belegfeld1", Column::invoice, true},
    {"npiece", Column::invoice, true},
    {"nopiece", Column::invoice, true},
    {"ndepiece", Column::invoice, true},
    {"numpiece", Column::invoice, true},
    {"numeropiece", Column::invoice, true},
    {"numerodepiece", Column::invoice, true},
    {"piece", Column::invoice, true},
    {"date", Column::date},
    {"invoicedate", Column::date},
    {"datum", Column::date},
    {"factuurdatum", Column::date},
    {"rechnungsdatum", Column::date},
    {"belegdatum", Column::date},
    {"datefacture", Column::date},
    {"datedefacture", Column::date},
    {"rgdatum", Column::date},
    {"redatum", Column::date},
    {"fakturadatum", Column::date},
    {"datedelafacture", Column::date},
    {"buchungsdatum", Column::date, true},
    {"datepiece", Column::date, true},
    {"datedepiece", Column::date, true},
    {"dateecriture", Column::date, true},
    {"datedecriture", Column::date, true},
    {"datecomptable", Column::date, true},
    {"line", Column::line},
    {"description", Column::line},
    {"itemdescription", Column::line},
    {"omschrijving", Column::line},
    {"regelomschrijving", Column::line},
    {"artikelomschrijving", Column::line},
    {"productomschrijving", Column::line},
    {"dienst", Column::line},
    {"beschreibung", Column::line},
    {"bezeichnung", Column::line},
    {"artikelbezeichnung", Column::line},
    {"leistung", Column::line},
    {"libelle", Column::line},
    {"designation", Column::line},
    {"leistungsbeschreibung", Column::line},
    {"artikeltext", Column::line},
    {"positionstext", Column::line},
    {"leistungsart", Column::line},
    {"prestation", Column::line},
    {"designationarticle", Column::line},
    {"libellearticle", Column::line},
    {"text", Column::line, true},
    {"buchungstext", Column::line, true},
    {"positionsbezeichnung", Column::line, true},
    {"libelleecriture", Column::line, true},
    {"item", Column::item},
    {"itemcode", Column::item},
    {"itemno", Column::item},
    {"itemnumber", Column::item},
    {"sku", Column::item},
    {"artikel", Column::item},
    {"artikelcode", Column::item},
    {"artikelnr", Column::item},
    {"artikelnummer", Column::item},
    {"product", Column::item},
    {"productcode", Column::item},
    {"productnummer", Column::item},
    {"codearticle", Column::item},
    {"refarticle", Column::item},
    {"artikelnrlieferant", Column::item},
    {"materialnummer", Column::item},
    {"materialnr", Column::item},
    {"materialkurztext", Column::item},
    {"referencearticle", Column::item},
    {"part", Column::part},
    {"deel", Column::part},
    {"teil", Column::part},
    {"partie", Column::part},
    {"from", Column::from},
    {"startdate", Column::from},
    {"periodfrom", Column::from},
    {"periodstart", Column::from},
    {"van", Column::from},
    {"vanaf", Column::from},
    {"periodevan", Column::from},
    {"begindatum", Column::from},
    {"startdatum", Column::from},
    {"von", Column::from},
    {"zeitraumvon", Column::from},
    {"leistungsbeginn", Column::from},
    {"du", Column::from},
    {"periodedu", Column::from},
    {"datedebut", Column::from},
    {"leistungvon", Column::from},
    {"periodevon", Column::from},
    {"beginn", Column::from},
    {"leistungszeitraumvon", Column::from},
    {"datededebut", Column::from},
    {"debutperiode", Column::from},
    {"debutdeperiode", Column::from},
    {"to", Column::to},
    {"until", Column::to},
    {"enddate", Column::to},
    {"periodto", Column::to},
    {"periodend", Column::to},
    {"tm", Column::to},
    {"totenmet", Column::to},
    {"periodetm", Column::to},
    {"periodetotenmet", Column::to},
    {"einddatum", Column::to},
    {"bis", Column::to},
    {"zeitraumbis", Column::to},
    {"leistungsende", Column::to},
    {"au", Column::to},
    {"periodeau", Column::to},
    {"datefin", Column::to},
    {"leistungbis", Column::to},
    {"periodebis", Column::to},
    {"ende", Column::to},
    {"leistungszeitraumbis", Column::to},
    {"datedefin", Column::to},
    {"finperiode", Column::to},
    {"findeperiode", Column::to},
    {"period", Column::period},
    {"billingperiod", Column::period},
    {"month", Column::period},
    {"periode", Column::period},
    {"factuurperiode", Column::period},
    {"maand", Column::period},
    {"zeitraum", Column::period},
    {"leistungszeitraum", Column::period},
    {"monat", Column::period},
    {"mois", Column::period},
    {"leistungsmonat", Column::period},
    {"abrechnungszeitraum", Column::period},
    {"abrechnungsmonat", Column::period},
    {"abrechnungsperiode", Column::period},
    {"leistungsperiode", Column::period},
    {"periodedefacturation", Column::period},
    {"periodefacturee", Column::period},
    {"moisdefacturation", Column::period},
    {"aantalstuks", Column::quantity},
    {"aantaleenheden", Column::quantity},
    {"quantiteit", Column::quantity},
    {"geleverd", Column::quantity},
    {"quantity", Column::quantity},
    {"qty", Column::quantity},
    {"hours", Column::quantity},
    {"aantal", Column::quantity},
    {"aantaluren", Column::quantity},
    {"uren", Column::quantity},
    {"hoeveelheid", Column::quantity},
    {"menge", Column::quantity},
    {"anzahl", Column::quantity},
    {"stunden", Column::quantity},
    {"quantite", Column::quantity},
    {"qte", Column::quantity},
    {"mengegeliefert", Column::quantity},
    {"anzahlstunden", Column::quantity},
    {"stundenanzahl", Column::quantity},
    {"mengeinbme", Column::quantity},
    {"nombre", Column::quantity},
    {"nombredheures", Column::quantity},
    {"nbheures", Column::quantity},
    {"heures", Column::quantity},
    {"quantitefacturee", Column::quantity},
    {"prijsexclusiefbtw", Column::unit_price},
    {"bedragperstukexcl", Column::unit_price},
    {"bedragperstuk", Column::unit_price},
    {"bedragpereenheid", Column::unit_price},
    {"prijsperstuk", Column::unit_price},
    {"prijsperstukexcl", Column::unit_price},
    {"stuksprijs", Column::unit_price},
    {"eenheidsprijsexcl", Column::unit_price},
    {"prijseur", Column::unit_price},
    {"unitpriceexclvat", Column::unit_price},
    {"nettopreis", Column::unit_price},
    {"einzelpreisnetto", Column::unit_price},
    {"prixunitht", Column::unit_price},
    {"unitprice", Column::unit_price},
    {"price", Column::unit_price},
    {"rate", Column::unit_price},
    {"prijs", Column::unit_price},
    {"prijsexcl", Column::unit_price},
    {"prijsexclbtw", Column::unit_price},
    {"prijspereenheid", Column::unit_price},
    {"stukprijs", Column::unit_price},
    {"eenheidsprijs", Column::unit_price},
    {"nettoprijs", Column::unit_price},
    {"tarief", Column::unit_price},
    {"uurtarief", Column::unit_price},
    {"preis", Column::unit_price},
    {"einzelpreis", Column::unit_price},
    {"epreis", Column::unit_price},
    {"stuckpreis", Column::unit_price},
    {"prix", Column::unit_price},
    {"prixunitaire", Column::unit_price},
    {"prixunitaireht", Column::unit_price},
    {"puht", Column::unit_price},
    {"einheitspreis", Column::unit_price},
    {"preisproeinheit", Column::unit_price},
    {"stundensatz", Column::unit_price},
    {"preisstuck", Column::unit_price},
    {"einzelpreiseur", Column::unit_price},
    {"prixht", Column::unit_price},
    {"prixunitairehteur", Column::unit_price},
    {"tauxhoraire", Column::unit_price},
    {"prixunitairenet", Column::unit_price},
    {"totaalprijsexclusiefbtw", Column::amount},
    {"totaalprijsexclbtw", Column::amount},
    {"totaalprijs", Column::amount},
    {"totaalexclusiefbtw", Column::amount},
    {"totaal", Column::amount},
    {"bedrageur", Column::amount},
    {"nettototaal", Column::amount},
    {"netbedrag", Column::amount},
    {"lineamountexclvat", Column::amount},
    {"totalexclvat", Column::amount},
    {"total", Column::amount},
    {"net", Column::amount},
    {"netto", Column::amount},
    {"nettoexcl", Column::amount},
    {"subtotaal", Column::amount},
    {"totaalnetto", Column::amount},
    {"exclbtw", Column::amount},
    {"subtotal", Column::amount},
    {"nettobedrageur", Column::amount},
    {"bedraginclbtw", Column::amount},
    {"bedragincl", Column::amount},
    {"bedraginclusiefbtw", Column::amount},
    {"totaalincl", Column::amount},
    {"totaalinclbtw", Column::amount},
    {"totaalinclusiefbtw", Column::amount},
    {"totaalprijsinclusiefbtw", Column::amount},
    {"brutobedrag", Column::amount},
    {"bruto", Column::amount},
    {"amountinclvat", Column::amount},
    {"totalinclvat", Column::amount},
    {"grossamount", Column::amount},
    {"gross", Column::amount},
    {"bruttobetrag", Column::amount},
    {"betragbrutto", Column::amount},
    {"gesamtbrutto", Column::amount},
    {"montantttc", Column::amount},
    {"totalttc", Column::amount},
    {"amount", Column::amount},
    {"netamount", Column::amount},
    {"lineamount", Column::amount},
    {"linetotal", Column::amount},
    {"amountexclvat", Column::amount},
    {"bedrag", Column::amount},
    {"bedragexcl", Column::amount},
    {"bedragexclbtw", Column::amount},
    {"bedragexclusiefbtw", Column::amount},
    {"nettobedrag", Column::amount},
    {"regelbedrag", Column::amount},
    {"regeltotaal", Column::amount},
    {"totaalexcl", Column::amount},
    {"totaalexclbtw", Column::amount},
    {"betrag", Column::amount},
    {"betragnetto", Column::amount},
    {"nettobetrag", Column::amount},
    {"gesamtnetto", Column::amount},
    {"montant", Column::amount},
    {"montantht", Column::amount},
    {"totalht", Column::amount},
    {"gesamtpreis", Column::amount},
    {"gesamtpreisnetto", Column::amount},
    {"gesamtbetrag", Column::amount},
    {"summe", Column::amount},
    {"summenetto", Column::amount},
    {"positionsbetrag", Column::amount},
    {"zeilenbetrag", Column::amount},
    {"nettowert", Column::amount},
    {"warenwert", Column::amount},
    {"betrageur", Column::amount},
    {"betragineur", Column::amount},
    {"betraginhauswahrung", Column::amount},
    {"betraginhw", Column::amount},
    {"betraghauswahrung", Column::amount},
    {"betraginbelegwahrung", Column::amount},
    {"umsatz", Column::amount},
    {"umsatzohnesollhabenkz", Column::amount},
    {"montantnet", Column::amount},
    {"montantnetht", Column::amount},
    {"montanthteur", Column::amount},
    {"montantligne", Column::amount},
    {"montanttotal", Column::amount},
    {"montanttotalht", Column::amount},
    {"totalligneht", Column::amount},
    {"totalligne", Column::amount},
    {"prixtotal", Column::amount},
    {"prixtotalht", Column::amount},
    {"totalnet", Column::amount},
    {"btwperc", Column::vat},
    {"btwpercentage", Column::vat},
    {"btwpct", Column::vat},
    {"btwtarief", Column::vat},
    {"vatrate", Column::vat},
    {"vatpercentage", Column::vat},
    {"taxrate", Column::vat},
    {"mwstsatz", Column::vat},
    {"ustsatz", Column::vat},
    {"steuersatz", Column::vat},
    {"tauxtva", Column::vat},
    {"totaalbtw", Column::vat},
    {"btweur", Column::vat},
    {"vat", Column::vat},
    {"vatamount", Column::vat},
    {"taxamount", Column::vat},
    {"btw", Column::vat},
    {"btwbedrag", Column::vat},
    {"bedragbtw", Column::vat},
    {"mwst", Column::vat},
    {"mwstbetrag", Column::vat},
    {"umsatzsteuer", Column::vat},
    {"ustbetrag", Column::vat},
    {"tva", Column::vat},
    {"montanttva", Column::vat},
    {"mehrwertsteuer", Column::vat},
    {"ust", Column::vat},
    {"mwstprozent", Column::vat},
    {"umsatzsteuersatz", Column::vat},
    {"steuerbetrag", Column::vat},
    {"montantdetva", Column::vat},
    {"tauxdetva", Column::vat},
    {"tvapct", Column::vat},
    {"korting", Column::discount},
    {"kortingperc", Column::discount},
    {"kortingpercentage", Column::discount},
    {"kortingpct", Column::discount},
    {"kortingbedrag", Column::discount},
    {"regelkorting", Column::discount},
    {"discount", Column::discount},
    {"discountpercentage", Column::discount},
    {"discountamount", Column::discount},
    {"linediscount", Column::discount},
    {"rabatt", Column::discount},
    {"rabattsatz", Column::discount},
    {"remise", Column::discount},
    {"rabattprozent", Column::discount},
    {"nachlass", Column::discount},
    {"remisepct", Column::discount},
    {"tauxremise", Column::discount},
    {"kind", Column::kind},
    {"documenttype", Column::kind},
    {"soort", Column::kind},
    {"factuursoort", Column::kind},
    {"belegart", Column::kind},
    {"dokumentart", Column::kind},
    {"dokumenttyp", Column::kind},
    {"vorgangsart", Column::kind},
    {"typedocument", Column::kind},
    {"typedepiece", Column::kind},
    {"currency", Column::currency},
    {"currencycode", Column::currency},
    {"valuta", Column::currency},
    {"valutacode", Column::currency},
    {"munt", Column::currency},
    {"wahrung", Column::currency},
    {"devise", Column::currency},
    {"hauswahrung", Column::currency},
    {"hwahr", Column::currency},
    {"belegwahrung", Column::currency},
    {"wahr", Column::currency},
    {"wkz", Column::currency},
    {"wkzumsatz", Column::currency},
    {"monnaie", Column::currency},
    {"contract", Column::contract},
    {"contractid", Column::contract},
    {"contractnr", Column::contract},
    {"contractnummer", Column::contract},
    {"vertrag", Column::contract},
    {"vertragsnummer", Column::contract},
    {"contrat", Column::contract},
    {"numerocontrat", Column::contract},
    {"vertragsnr", Column::contract},
    {"vertragnr", Column::contract},
    {"ncontrat", Column::contract},
    {"numerodecontrat", Column::contract},
    {"nocontrat", Column::contract},
    {"order", Column::order},
    {"ordernr", Column::order},
    {"ordernummer", Column::order},
    {"ponumber", Column::order},
    {"ponummer", Column::order},
    {"purchaseorder", Column::order},
    {"inkoopordernummer", Column::order},
    {"bestelbon", Column::order},
    {"bestelbonnummer", Column::order},
    {"bestelnummer", Column::order},
    {"bestellnummer", Column::order},
    {"bestellung", Column::order},
    {"commande", Column::order},
    {"numerocommande", Column::order},
    {"bestellnr", Column::order},
    {"bestellnummerkunde", Column::order},
    {"ncommande", Column::order},
    {"numerodecommande", Column::order},
    {"bondecommande", Column::order},
    {"nocommande", Column::order},
    {"paid", Column::paid},
    {"paidon", Column::paid},
    {"paymentdate", Column::paid},
    {"datepaid", Column::paid},
    {"betaald", Column::paid},
    {"betaaldop", Column::paid},
    {"betaaldatum", Column::paid},
    {"betalingsdatum", Column::paid},
    {"datumbetaling", Column::paid},
    {"bezahltam", Column::paid},
    {"zahlungsdatum", Column::paid},
    {"datepaiement", Column::paid},
    {"datedepaiement", Column::paid},
    {"zahldatum", Column::paid},
    {"datedereglement", Column::paid},
    {"datereglement", Column::paid},
    {"payele", Column::paid},
    {"due", Column::due},
    {"duedate", Column::due},
    {"vervaldatum", Column::due},
    {"vervaldag", Column::due},
    {"uiterstebetaaldatum", Column::due},
    {"falligkeit", Column::due},
    {"falligam", Column::due},
    {"falligkeitsdatum", Column::due},
    {"echeance", Column::due},
    {"dateecheance", Column::due},
    {"fallig", Column::due},
    {"falligkeitstermin", Column::due},
    {"zahlungsziel", Column::due},
    {"datedecheance", Column::due},
    {"unit", Column::unit},
    {"unitcode", Column::unit},
    {"uom", Column::unit},
    {"unitofmeasure", Column::unit},
    {"eenheid", Column::unit},
    {"eenheidscode", Column::unit},
    {"hoeveelheidseenheid", Column::unit},
    {"einheit", Column::unit},
    {"mengeneinheit", Column::unit},
    {"unite", Column::unit},
    {"unitedemesure", Column::unit},
    {"bme", Column::unit},
    {"me", Column::unit},
    {"basismengeneinheit", Column::unit},
    {"einh", Column::unit},
};

const Heading* heading_of(std::string_view folded) {
  const auto* found = std::find_if(std::begin(headings), std::end(headings),
                                   [&](const Heading& each) { return each.folded == folded; });
  return found == std::end(headings) ? nullptr : found;
}

std::optional<Column> own_heading(std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Column>(found - names.begin());
}

using Name = std::optional<Stated<std::string>>;
constexpr std::array<Name ColumnNames::*, column_count> stated_names{
    &ColumnNames::invoice,  &ColumnNames::date,     &ColumnNames::line,       &ColumnNames::from,
    &ColumnNames::to,       &ColumnNames::quantity, &ColumnNames::unit_price, &ColumnNames::amount,
    &ColumnNames::vat,      &ColumnNames::kind,     &ColumnNames::item,       &ColumnNames::part,
    &ColumnNames::period,   &ColumnNames::currency, &ColumnNames::contract,   &ColumnNames::order,
    &ColumnNames::supplier, &ColumnNames::customer, &ColumnNames::paid,       &ColumnNames::due,
    &ColumnNames::credit,   &ColumnNames::discount, &ColumnNames::unit};

class HeadingReader {
 public:
  HeadingReader(const csv::Row& row, Layout& layout, Diagnostics& diagnostics)
      : row_(row), layout_(layout), diagnostics_(diagnostics), used_(row.fields.size(), false) {}

  bool read() && {
    layout_.width = row_.fields.size();
    for (const csv::Field& field : row_.fields) {
      layout_.heading.push_back(field.text);
      layout_.heading_places.push_back(field.where);
    }
    if (layout_.terms != nullptr) {
      ignored();
      stated();
    }
    own();
    synonyms();
    rest();
    if (good_) needed();
    layout_.used = used_;
    return good_;
  }

 private:
  std::optional<std::size_t>& position(Column column) {
    return layout_.positions[static_cast<std::size_t>(column)];
  }

  void take(Column column, std::size_t i) {
    position(column) = i;
    used_[i] = true;
  }

  void stated() {
    for (std::size_t c = 0; c < column_count; ++c) {
      const Name& name = layout_.terms->columns.*stated_names[c];
      if (!name) continue;
      const auto same = [&](const csv::Field& field) { return is_called(field, name->value); };
      const auto found = std::find_if(row_.fields.begin(), row_.fields.end(), same);
      if (found == row_.fields.end()) {
        good_ = false;
        std::vector<std::string_view> there;
        for (const csv::Field& field : row_.fields) there.push_back(field.text);
        const std::string near(nearest(name->value, there));
        diagnostics_.error(
            "A0112", name->where.value_or(Span{}),
            {"the invoice file has no column '" + name->value + "'",
             "het factuurbestand heeft geen kolom '" + name->value + "'"},
            near.empty() ? Phrase{"its heading is: " + all(), "de kopregel is: " + all()}
                         : Phrase{"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
        continue;
      }
      take(static_cast<Column>(c), static_cast<std::size_t>(found - row_.fields.begin()));
    }
  }

  bool is_called(const csv::Field& field, const std::string& name) const {
    return field.text == name ||
           (!cells::folded(name).empty() && cells::folded(field.text) == cells::folded(name));
  }

  /// Columns that the column file tells to leave alone.
  void ignored() {
    for (const Stated<std::string>& name : layout_.terms->ignore) {
      bool there = false;
      for (std::size_t i = 0; i < row_.fields.size(); ++i)
        if (is_called(row_.fields[i], name.value)) {
          used_[i] = there = true;
          layout_.ignored.push_back(i);
        }
      if (there) continue;
      good_ = false;
      diagnostics_.error("A0112", name.where.value_or(Span{}),
                         {"the invoice file has no column '" + name.value + "'",
                          "het factuurbestand heeft geen kolom '" + name.value + "'"},
                         {"its heading is: " + all(), "de kopregel is: " + all()});
    }
  }

  void own() {
    layout_.documented = layout_.terms == nullptr && layout_.separator == ',';
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const csv::Field& field = row_.fields[i];
      const auto column = own_heading(field.text);
      if (!column) continue;
      if (position(*column) && used_[*position(*column)]) {
        if (layout_.terms != nullptr &&
            (layout_.terms->columns.*stated_names[static_cast<std::size_t>(*column)]))
          continue;  // the column file chose another one
        diagnostics_.error("A0101", field.where,
                           {"the column '" + field.text + "' stands here twice",
                            "de kolom '" + field.text + "' staat hier tweemaal"});
        good_ = false;
      }
      take(*column, i);
    }
  }

  void synonyms() {
    Found found{};
    synonyms(false, found);
    synonyms(true, found);
    for (std::size_t c = 0; c < column_count; ++c)
      if (found[c]) {
        layout_.positions[c] = found[c];
        layout_.documented = false;
      }
    // A period in one column says the same as its two days, and those are more exact.
    if (position(Column::from) && position(Column::to) && position(Column::period)) {
      used_[*position(Column::period)] = false;
      position(Column::period).reset();
    }
    if (!position(Column::line) && position(Column::item)) {
      position(Column::line) = position(Column::item);
      position(Column::item).reset();
    }
    if (position(Column::amount) && layout_.amounts.empty())
      layout_.amounts.push_back(*position(Column::amount));
    if (position(Column::vat) && layout_.vats.empty())
      layout_.vats.push_back(*position(Column::vat));
  }

  using Found = std::array<std::optional<std::size_t>, column_count>;

  /// The headings of bookkeeping programs; of those that give way only where no other was found.
  void synonyms(bool giving_way, Found& found) {
    const Found before = found;
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const Heading* heading = heading_of(cells::folded(row_.fields[i].text));
      if (heading == nullptr || heading->gives_way != giving_way || position(heading->column))
        continue;
      const auto column = static_cast<std::size_t>(heading->column);
      if (!giving_way || !before[column]) synonym(heading->column, i, found[column]);
    }
  }

  void synonym(Column column, std::size_t i, std::optional<std::size_t>& first) {
    if (column == Column::amount) layout_.amounts.push_back(i);
    if (column == Column::vat) layout_.vats.push_back(i);
    const bool told_by_rows = column == Column::amount || column == Column::vat;
    if (!first || told_by_rows) {
      if (!first) first = i;
      used_[i] = true;
      return;
    }
    if (column == Column::unit) return;  // it says the same again, or nothing
    two_can_be(column, *first, i);
  }

  void two_can_be(Column column, std::size_t first, std::size_t second) {
    good_ = false;
    const std::string column_name(name(column));
    const std::string& one = row_.fields[first].text;
    const std::string& other = row_.fields[second].text;
    diagnostics_.error(
        "A0115", row_.fields[second].where,
        {"two columns can be `" + column_name + "`: '" + one + "' and '" + other + "'",
         "twee kolommen kunnen `" + column_name + "` zijn: '" + one + "' en '" + other + "'"},
        {"write " + column_name + " = \"" + other +
             "\" under [columns] of a column file, and add --columns FILE",
         "schrijf " + column_name + " = \"" + other +
             "\" onder [columns] van een kolombestand, en geef dat met --columns"});
  }

  /// A heading that is nearly one of ours and stands for nothing else was misspelt.
  void rest() {
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      if (used_[i]) continue;
      const csv::Field& field = row_.fields[i];
      std::vector<std::string_view> missing;
      for (std::size_t c = 0; c < column_count; ++c)
        if (!layout_.positions[c]) missing.push_back(names[c]);
      const std::string near(nearest(field.text, missing));
      const bool told = std::any_of(layout_.ignored.begin(), layout_.ignored.end(),
                                    [&](std::size_t each) { return each == i; });
      if (told) continue;
      if (near.empty() || field.text.size() < 4 || !layout_.documented) {
        if (!field.text.empty()) layout_.left_out.push_back(field.text);
        continue;
      }
      good_ = false;
      diagnostics_.error(
          "A0101", field.where,
          {"there is no column '" + field.text + "'", "de kolom '" + field.text + "' bestaat niet"},
          {"did you mean '" + near + "'?", "bedoelde u '" + near + "'?"});
    }
  }

  void needed() {
    const FixedCells none;
    const FixedCells& fixed = layout_.terms != nullptr ? layout_.terms->fixed : none;
    const bool period_of = layout_.terms != nullptr && layout_.terms->period_of;
    std::vector<Phrase> missing;
    const auto need = [&](bool there, const Phrase& what) {
      if (!there) missing.push_back(what);
    };
    need(position(Column::invoice) || fixed.invoice, same("invoice"));
    need(position(Column::line) || fixed.line, same("line"));
    const bool days = position(Column::from) && position(Column::to);
    need(days || position(Column::period) || fixed.period || (period_of && position(Column::date)),
         {"from and to, or period", "from en to, of period"});
    need(position(Column::quantity) || fixed.quantity, same("quantity"));
    if (debit_and_credit()) return;
    need(position(Column::amount).has_value(), same("amount"));
    if (missing.empty()) return;
    good_ = false;
    Phrase list;
    for (const Phrase& each : missing) {
      list.en += (list.en.empty() ? "" : "; ") + each.en;
      list.nl += (list.nl.empty() ? "" : "; ") + each.nl;
    }
    const bool ours = std::any_of(row_.fields.begin(), row_.fields.end(), [](const auto& field) {
      return own_heading(field.text) || known_heading(cells::folded(field.text));
    });
    const bool only_days =
        missing.size() == 1 && missing.front().en.starts_with("from") && position(Column::date);
    if (only_days) return no_days(list);
    diagnostics_.error(
        "A0101", row_.where,
        ours ? Phrase{"the heading lacks " + list.en, "in de kopregel ontbreekt " + list.nl}
             : Phrase{"this is not the heading of an invoice file",
                      "dit is geen kopregel van een factuurbestand"},
        layout_.documented
            ? Phrase{"write " + std::string(documented_names),
                     "schrijf " + std::string(documented_names)}
            : Phrase{"name the columns in a column file (--columns): [columns] amount = \"Bedrag\"",
                     "noem de kolommen in een kolombestand (--columns): [columns] amount = "
                     "\"Bedrag\""});
  }

  /// Two columns of amounts, of which one gives back: which, the bookkeeping of buyer and seller
  /// say the opposite about.
  bool debit_and_credit() {
    if (position(Column::amount)) return false;
    const auto sides = sides_of(layout_.heading);
    if (!sides) return false;
    good_ = false;
    ask_sides(*sides, layout_, diagnostics_);
    return true;
  }

  void no_days(const Phrase& list) {
    diagnostics_.error(
        "A0101", row_.where,
        {"the heading lacks " + list.en, "in de kopregel ontbreekt " + list.nl},
        {"does the day of the invoice tell the period? Write period_of = \"month-of-date\" (or "
         "month-before-date) in a column file, and add --columns FILE",
         "volgt de periode uit de factuurdatum? Schrijf period_of = \"month-of-date\" (of "
         "month-before-date) in een kolombestand, en geef dat met --columns"});
  }

  std::string all() const {
    std::string made;
    for (const csv::Field& field : row_.fields) made += (made.empty() ? "" : ", ") + field.text;
    return made;
  }

  const csv::Row& row_;
  Layout& layout_;
  Diagnostics& diagnostics_;
  std::vector<bool> used_;
  bool good_ = true;
};

}  // namespace

std::string_view name(Column column) { return names[static_cast<std::size_t>(column)]; }

std::optional<Column> known_heading(std::string_view folded) {
  const Heading* found = heading_of(folded);
  return found == nullptr ? std::nullopt : std::optional(found->column);
}

std::size_t known_headings(const csv::Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.fields.begin(), row.fields.end(), [](const csv::Field& field) {
        return own_heading(field.text) || known_heading(cells::folded(field.text));
      }));
}

bool read_heading(const csv::Row& row, Layout& layout, Diagnostics& diagnostics) {
  return HeadingReader(row, layout, diagnostics).read();
}

}  // namespace pricetalk::invoices
