#include "cli/app.hpp"

#include "cli/commands.hpp"
#include "cli/registry.hpp"
#include "contract/terms_dictionary.hpp"
#include "letter/kinds.hpp"
#include "scenario/scenario_terms.hpp"

namespace pricetalk {

namespace {

/// The language has to be known before help is built.
Language language_in(std::span<const std::string> arguments, Language otherwise) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const std::string value = word == "--language" && i + 1 < arguments.size() ? arguments[i + 1]
                              : word.starts_with("--language=")                ? word.substr(11)
                                                                               : "";
    for (const auto& [name, language] : Dictionary<Language>::words) {
      if (name == value && is_spoken(language)) {
        return language;
      }
    }
  }
  return otherwise;
}

Phrase contract_file() { return {"a contract file", "een contractbestand"}; }

Phrase column_file() {
  return {"how the columns of the CSV are called and written",
          "hoe de kolommen van de CSV heten en geschreven zijn"};
}

Phrase house_style() {
  return {"a document of your own, whose styles, letterhead and sheet are kept",
          "een document van uzelf, waarvan stijlen, briefhoofd en blad blijven"};
}

Phrase for_whom() {
  return {"to whom advice, words and the letter turn: supplier, or customer (who claims it back)",
          "tot wie advies, woorden en de brief zich richten: supplier, of customer (die het "
          "terugvraagt)"};
}

Phrase jobs() {
  return {"files or paths that are computed at once; the answer is the same for every N",
          "bestanden of paden die tegelijk worden berekend; het antwoord is steeds hetzelfde"};
}

Phrase compiled_file() {
  return {
      "keep there what was read of the contracts; the next run reads only what changed",
      "bewaar daar wat van de contracten is gelezen; een volgende keer wordt alleen gelezen wat is "
      "gewijzigd"};
}

/// The terms of one contract.
void add_contract_commands(Registry& registry) {
  registry
      .command("check", {"are these files right?", "kloppen deze bestanden?"}, &check,
               Answers::table_or_json)
      .argument("FILE", &CheckOptions::files,
                {"contracts, figures or scenarios; a folder stands for its .toml files",
                 "contracten, cijfers of scenario's; een map staat voor haar .toml-bestanden"})
      .option("--worked-examples", &CheckOptions::worked_examples,
              {"print every worked example, also those that hold",
               "toon elk rekenvoorbeeld, ook als het klopt"})
      .option("--rules", &CheckOptions::rules, "FILE",
              {"from which size on a formula is odd; as rules/clauses.toml",
               "vanaf welke grootte een formule vreemd is; zoals rules/clauses.toml"})
      .option("--review", &CheckOptions::review,
              {"say in full what is unclear, contestable or unwise in each clause",
               "zeg voluit wat in elke clausule onduidelijk, aanvechtbaar of onverstandig is"})
      .option("--sarif", &CheckOptions::sarif, "FILE",
              {"write every message for editors and code reviews (SARIF 2.1.0)",
               "schrijf elke melding voor editors en reviews (SARIF 2.1.0)"})
      .option(
          "--fix", &CheckOptions::fix,
          {"mend in the files what can be mended without choosing: a misspelt key, a decimal comma",
           "herstel in de bestanden wat zonder keuze te herstellen is: een sleutel met een "
           "typfout, een decimale komma"});
  registry.command("schema",
                   {"the keys of a contract file as JSON Schema, for editors",
                    "de sleutels van een contractbestand als JSON Schema, voor editors"},
                   &schema, Answers::table);
  registry
      .command("explain",
               {"what a message means, with a mistake that has it",
                "wat een melding betekent, met een fout die haar geeft"},
               &explain, Answers::table_or_json)
      .argument("CODE", &ExplainOptions::code,
                {"the code of the message: C0308", "de code van de melding: C0308"});
  registry
      .command("read", {"the contract in plain sentences", "het contract in gewone zinnen"}, &read,
               Answers::table)
      .argument("CONTRACT", &ReadOptions::contract, contract_file());
  registry
      .command("price", {"what may be charged, and why", "wat mag worden berekend, en waarom"},
               &price, Answers::table_or_json)
      .argument("CONTRACT", &PriceOptions::contract, contract_file())
      .option("--on", &PriceOptions::on, "DATE",
              {"the day of the prices; otherwise today", "de dag van de prijzen; anders vandaag"})
      .option("--as-known", &PriceOptions::as_known, "DATE",
              {"with the figures as they were known on that day",
               "met de cijfers zoals die op die dag bekend waren"})
      .option(
          "--explain", &PriceOptions::explain,
          {"every step, figure, source and rounding", "elke stap, elk cijfer, bron en afronding"})
      .option("--line", &PriceOptions::line, "ID",
              {"this price line only", "alleen deze prijsregel"});
}

/// What is asked around a price talk.
void add_talk_commands(Registry& registry) {
  const Phrase invoice_files{
      "what was charged: CSV files, workbooks or e-invoices, or folders of them",
      "wat is gerekend: CSV-bestanden, werkmappen of e-facturen, of mappen daarmee"};
  const Phrase csv_file{"write every invoice row that is not right, for a spreadsheet",
                        "schrijf elke factuurregel die niet klopt, voor een rekenblad"};
  const Phrase chart_file{
      "write charged against allowed over time as a drawing (SVG); of many contracts a folder",
      "schrijf gerekend tegenover toegestaan in de tijd als tekening (SVG); van veel contracten "
      "een map"};
  const Phrase thresholds_file{"from which size on something counts; as rules/redface.toml",
                               "vanaf welke grootte iets telt; zoals rules/redface.toml"};
  registry
      .command("prepare",
               {"the whole price talk, for each contract in a folder of its own",
                "het hele prijsgesprek, per contract in een eigen map"},
               &prepare, Answers::table_or_json)
      .argument("CONTRACT", &PrepareOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--scenario", &PrepareOptions::scenarios, "FILE",
              {"futures; otherwise low, expected and high from the folder scenarios beside the "
               "contract's",
               "toekomsten; anders laag, verwacht en hoog uit de map scenarios naast die van het "
               "contract"})
      .option("--invoices", &PrepareOptions::invoices, "FILE", invoice_files)
      .option("--columns", &PrepareOptions::columns, "FILE", column_file())
      .option("--thresholds", &PrepareOptions::thresholds, "FILE", thresholds_file)
      .option("--out", &PrepareOptions::out, "DIR",
              {"where the results go, of several contracts each in a folder below it; otherwise "
               "talk/ and the contract's id",
               "waar de resultaten komen, van meer contracten elk in een map daaronder; anders "
               "talk/ met het kenmerk van het contract erachter"});
  const Phrase scenario_files{
      "futures; otherwise low, expected and high from the folder scenarios beside the contract's",
      "toekomsten; anders laag, verwacht en hoog uit de map scenarios naast die van het contract"};
  const Phrase form{"gift or exchange; otherwise what the contract file offers",
                    "gift (cadeau) of exchange (ruil); anders wat het contractbestand aanbiedt"};
  const Phrase innovation{
      "what is proposed; named more than once: together; otherwise the first that is good for both",
      "wat wordt voorgesteld; vaker genoemd: samen; anders de eerste die goed is voor beide"};
  registry
      .command("propose",
               {"what to offer instead of indexation; for us only",
                "wat wij aanbieden in plaats van indexatie; alleen voor ons"},
               static_cast<Status (*)(const ProposeOptions&, Session&)>(&propose),
               Answers::table_or_json)
      .argument("CONTRACT", &ProposeOptions::contract, contract_file())
      .option("--scenario", &ProposeOptions::scenarios, "FILE", scenario_files)
      .option("--form", &ProposeOptions::form, "FORM", form)
      .option("--innovation", &ProposeOptions::innovations, "ID", innovation)
      .option("--budget", &ProposeOptions::budget, "AMOUNT",
              {"what we may invest, all together; otherwise talk.budget of the contract",
               "wat wij mogen investeren, alles samen; anders talk.budget van het contract"})
      .option(
          "--received", &ProposeOptions::received,
          {"judge it as the customer who received it: is it good for us, what is open, what to "
           "ask",
           "beoordeel het als de klant die het kreeg: is het goed voor ons, wat staat open, wat "
           "vragen wij terug"})
      .option("--invoices", &ProposeOptions::invoices, "FILE", invoice_files)
      .option("--columns", &ProposeOptions::columns, "FILE", column_file());
  registry
      .command("letter",
               {"the letter to the customer, with its annexes",
                "de brief aan de klant, met de bijlagen"},
               &letter, Answers::table_or_json)
      .argument("CONTRACT", &LetterOptions::contract, contract_file())
      .option("--kind", &LetterOptions::kind, "KIND",
              {"innovation (if not given), indexation, partial, decrease, late, disclosure, "
               "confirmation, reminder, value, relief, referral, farewell, answer-to-dispute, "
               "claim, request",
               "innovation (als u niets opgeeft), indexation, partial, decrease, late, disclosure, "
               "confirmation, reminder, value, relief, referral, farewell, answer-to-dispute, "
               "claim, request"})
      .option("--mail", &LetterOptions::mail,
              {"print the short e-mail to which the letter is attached",
               "toon de korte e-mail waar de brief bij gaat"})
      .option("--form", &LetterOptions::form, "FORM", form)
      .option("--innovation", &LetterOptions::innovations, "ID", innovation)
      .option("--scenario", &LetterOptions::scenarios, "FILE", scenario_files)
      .option("--invoices", &LetterOptions::invoices, "FILE", invoice_files)
      .option("--columns", &LetterOptions::columns, "FILE", column_file())
      .option(
          "--disputed", &LetterOptions::disputed, "LINE=AMOUNT",
          {"of an answer to a dispute: what the customer says was charged too much of a line, or "
           "the line alone; once for each line",
           "bij een antwoord op een bezwaar: wat er volgens de klant van een regel te veel is "
           "gerekend, of alleen de regel; voor elke regel één keer"})
      .option("--received", &LetterOptions::received, "DATE",
              {"of an answer to a dispute: day on which the customer's letter came",
               "bij een antwoord op een bezwaar: dag waarop de brief van de klant kwam"})
      .part("--out", &LetterOptions::target, &DocumentTarget::out, "FILE",
            {"write the letter there: .docx, .odt, .pdf, .html, .md or .txt; an e-mail with it: "
             ".eml; the days of the talk: .ics",
             "schrijf de brief daarheen: .docx, .odt, .pdf, .html, .md of .txt; een e-mail met de "
             "brief: .eml; de dagen van het gesprek: .ics"})
      .part("--format", &LetterOptions::target, &DocumentTarget::format, "KIND",
            {"docx, odt, pdf, html, md, txt, eml or ics; otherwise as the name of the file ends",
             "docx, odt, pdf, html, md, txt, eml of ics; anders zoals de bestandsnaam eindigt"})
      .part("--house-style", &LetterOptions::target, &DocumentTarget::house_style, "FILE",
            house_style())
      .option("--check", &LetterOptions::check, "FILE",
              {"a letter that was changed: figures that follow from nothing, promises that are no "
               "longer the same, tone",
               "een brief die is aangepast: cijfers die nergens uit volgen, beloften die niet "
               "meer hetzelfde zijn, toon"})
      .option("--attach", &LetterOptions::attach, "FILE",
              {"the letter that goes with the e-mail (.eml); otherwise as it is made",
               "de brief die met de e-mail (.eml) meegaat; anders zoals die wordt gemaakt"});
  registry
      .command("tone",
               {"how a letter sounds to its reader: ways of writing, long sentences",
                "hoe een brief bij de lezer overkomt: manieren van schrijven, lange zinnen"},
               &tone_of, Answers::table_or_json)
      .argument("FILE", &ToneOptions::file,
                {"a letter: Word (.docx), OpenDocument (.odt), Markdown or plain text",
                 "een brief: Word (.docx), OpenDocument (.odt), Markdown of platte tekst"});
  registry
      .command(
          "clause",
          {"what the words of a paper clause say, as a clause that can be pasted in a file",
           "wat de woorden van een clausule op papier zeggen, als clausule om in een bestand te "
           "plakken"},
          &clause_of, Answers::table_or_json)
      .argument("TEXT", &ClauseOptions::text,
                {"the words of the clause, or a text file with them",
                 "de woorden van de clausule, of een tekstbestand ermee"})
      .option("--jurisdiction", &ClauseOptions::country, "COUNTRY",
              {"the law of the contract, which tells whose CPI is meant; otherwise NL",
               "het recht van het contract, dat zegt wiens CPI is bedoeld; anders NL"});
  registry
      .command("brief",
               {"what to say on the telephone before the letter goes, in five lines",
                "wat u aan de telefoon zegt voordat de brief gaat, in vijf regels"},
               &brief, Answers::table)
      .argument("CONTRACT", &BriefOptions::contract, contract_file())
      .option("--kind", &BriefOptions::kind, "KIND",
              {"the letter that follows, as for letter; if not given, the one that comes first",
               "de brief die volgt, zoals bij letter; anders de brief die het eerst komt"})
      .option("--scenario", &BriefOptions::scenarios, "FILE", scenario_files)
      .option("--invoices", &BriefOptions::invoices, "FILE", invoice_files)
      .option("--columns", &BriefOptions::columns, "FILE", column_file());
  registry
      .command("audit",
               {"what was charged too much or too little, and why",
                "wat te veel of te weinig is gerekend, en waardoor"},
               static_cast<Status (*)(const AuditOptions&, Session&)>(&audit),
               Answers::table_or_json)
      .argument("CONTRACT", &AuditOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--invoices", &AuditOptions::invoices, "FILE", invoice_files)
      .required()
      .option("--columns", &AuditOptions::columns, "FILE", column_file())
      .option("--write-columns", &AuditOptions::write_columns, "FILE",
              {"write there how the CSV or worksheet is read, as a column file",
               "schrijf daar hoe de CSV of het werkblad wordt gelezen, als kolombestand"})
      .option("--compiled", &AuditOptions::compiled, "FILE", compiled_file())
      .option("--jobs", &AuditOptions::jobs, "N", jobs())
      .option("--csv", &AuditOptions::csv, "FILE", csv_file)
      .option("--chart", &AuditOptions::chart, "FILE", chart_file)
      .option("--details", &AuditOptions::details, "NUMBER",
              {"of many contracts: how many, the largest difference first, with causes and refund",
               "van veel contracten: van hoeveel, het grootste verschil eerst, met oorzaken en "
               "terugbetaling"})
      .option("--refund-on", &AuditOptions::refund_on, "DATE",
              {"day on which what was too much is paid back; today if not given",
               "dag waarop het te veel wordt terugbetaald; anders vandaag"})
      .option("--interest-from", &AuditOptions::interest_from, "KIND",
              {"interest from each payment, or from the discovery: payment, discovery",
               "rente vanaf elke betaling, of vanaf de ontdekking: payment, discovery"})
      .option("--discovered", &AuditOptions::discovered, "DATE",
              {"day on which the mistake was known; today if not given",
               "dag waarop de fout bekend was; anders vandaag"})
      .option("--for", &AuditOptions::reader, "WHO", for_whom())
      .option("--law", &AuditOptions::law, "FILE",
              {"rates and terms of law that go before those of the program",
               "rentes en wettelijke termijnen die voorgaan op die van het programma"});
  registry
      .command("redface", {"what would make us blush", "waar wij een rood hoofd van krijgen"},
               &redface, Answers::table_or_json)
      .argument("CONTRACT", &RedFaceOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--invoices", &RedFaceOptions::invoices, "FILE", invoice_files)
      .option("--columns", &RedFaceOptions::columns, "FILE", column_file())
      .option("--csv", &RedFaceOptions::csv, "FILE", csv_file)
      .option("--chart", &RedFaceOptions::chart, "FILE", chart_file)
      .option("--thresholds", &RedFaceOptions::thresholds, "FILE", thresholds_file)
      .option("--for", &RedFaceOptions::reader, "WHO", for_whom())
      .option("--jobs", &RedFaceOptions::jobs, "N", jobs());
  registry
      .command("level",
               {"where a price stands: the market, newer customers, its own costs; for us only",
                "waar een prijs staat: de markt, nieuwere klanten, eigen kosten; alleen voor ons"},
               &level, Answers::table_or_json)
      .argument("CONTRACT", &LevelOptions::contracts,
                {"contract files; a folder stands for its .toml files; newer customers are looked "
                 "for among them",
                 "contractbestanden; een map staat voor haar .toml-bestanden; nieuwere klanten "
                 "worden daarin gezocht"})
      .option("--tenders", &LevelOptions::tenders, "FILE",
              {"tender results, one price a row (CSV, XLSX or ODS): moved to today, with quarters",
               "uitkomsten van aanbestedingen, per rij een prijs (CSV, XLSX of ODS): naar vandaag "
               "gebracht, met kwartielen"})
      .option("--charts", &LevelOptions::charts, "DIR",
              {"also write a drawing (SVG) of each line into DIR: the price beside its market, its "
               "costs and the maximum of the law",
               "schrijf ook een tekening (SVG) van elke regel in DIR: de prijs naast de markt, de "
               "kosten en het maximum van de wet"})
      .option("--thresholds", &LevelOptions::thresholds, "FILE", thresholds_file)
      .option("--jobs", &LevelOptions::jobs, "N", jobs());
}

/// Returns and what is not as agreed.
void add_period_commands(Registry& registry) {
  registry
      .command("periods",
               {"after a delivery: until when it may come back, and who must prove what",
                "na een levering: tot wanneer mag het terug, en wie moet wat bewijzen"},
               static_cast<Status (*)(const PeriodsOptions&, Session&)>(&periods),
               Answers::table_or_json)
      .argument("CONTRACT", &PeriodsOptions::contract, contract_file())
      .option("--delivered", &PeriodsOptions::delivered, "DATE",
              {"the day of delivery", "de dag van de levering"})
      .option("--line", &PeriodsOptions::line, "ID",
              {"the price line that was delivered", "de prijsregel die is geleverd"})
      .option("--bought", &PeriodsOptions::bought, "DATE",
              {"the day of the purchase, whose law holds; otherwise that of the contract",
               "de dag van de aankoop, waarvan het recht geldt; anders die van het contract"})
      .option("--received", &PeriodsOptions::received, "DATE",
              {"the day on which the buyer had the goods; otherwise the day of delivery",
               "de dag waarop de koper de zaak had; anders de dag van de levering"})
      .option("--informed", &PeriodsOptions::informed, "WHEN",
              {"was the buyer told of the right to withdraw: yes, no, unknown, or the day; "
               "otherwise as the contract says",
               "is de koper over het herroepingsrecht geïnformeerd: yes, no, unknown, of de dag; "
               "anders zoals het contract zegt"})
      .option("--discovered", &PeriodsOptions::discovered, "DATE",
              {"the day on which the defect showed", "de dag waarop het gebrek bleek"})
      .option("--complained", &PeriodsOptions::complained, "DATE",
              {"the day on which the buyer complained", "de dag waarop de koper klaagde"})
      .option("--withdrawn", &PeriodsOptions::withdrawn, "DATE",
              {"the day on which the buyer withdrew", "de dag waarop de koper herriep"})
      .option("--second-hand", &PeriodsOptions::second_hand,
              {"the goods were used before", "de zaak is tweedehands"})
      .option("--scenario", &PeriodsOptions::scenarios, "FILE",
              {"futures that say how much comes back or is faulty: what that costs whom, by month "
               "after the delivery",
               "toekomsten die zeggen hoeveel terugkomt of gebrekkig is: wat dat wie kost, per "
               "maand na de levering"})
      .option("--deliveries", &PeriodsOptions::deliveries, "FILE",
              {"in place of one delivery a list: CSV, XLSX or ODS, one delivery a row",
               "in plaats van één levering een lijst: CSV, XLSX of ODS, per rij een levering"})
      .option("--law", &PeriodsOptions::law, "FILE",
              {"statutory rules that go before those of the program",
               "wettelijke regels die voorgaan op die van het programma"});
}

/// Letters of suppliers.
void add_received_commands(Registry& registry) {
  registry
      .command("answer",
               {"what to answer to an announced price: accept, ask, dispute, too late",
                "wat te antwoorden op een aangekondigde prijs: akkoord, vragen, niet akkoord, te "
                "laat"},
               static_cast<Status (*)(const AnswerOptions&, Session&)>(&answer),
               Answers::table_or_json)
      .argument("CONTRACT", &AnswerOptions::contract, contract_file())
      .option("--announced", &AnswerOptions::announced, "PERCENT",
              {"the change as the letter writes it: 5.62%",
               "de wijziging zoals de brief haar "
               "schrijft: 5,62%"})
      .option("--price", &AnswerOptions::prices, "LINE=PRICE",
              {"instead: what a line will cost; once for each line",
               "in plaats daarvan: wat een regel gaat kosten; voor elke regel één keer"})
      .option("--line", &AnswerOptions::lines, "ID",
              {"the lines that --announced is about; otherwise those that move on that day",
               "de regels waar --announced over gaat; anders die op die dag veranderen"})
      .option("--on", &AnswerOptions::on, "DATE",
              {"first day of the announced price", "eerste dag van de aangekondigde prijs"})
      .option("--received", &AnswerOptions::received, "DATE",
              {"day on which the letter came; without it nothing is said of its being in time",
               "dag waarop de brief kwam; zonder die dag wordt over op tijd niets gezegd"})
      .option("--letter-received", &AnswerOptions::letter_received, "FILE",
              {"the letter as a PDF: what it says is shown, with the command to type",
               "de brief als PDF: wat erin staat wordt getoond, met de opdracht om te typen"})
      .option("--letter", &AnswerOptions::letter, "FILE",
              {"write the draft answer there: .docx, .odt, .pdf, .html or .txt, else Markdown; "
               "otherwise it is printed",
               "schrijf het conceptantwoord daarheen: .docx, .odt, .pdf, .html of .txt, anders "
               "Markdown; anders staat het op het scherm"})
      .option("--house-style", &AnswerOptions::house_style, "FILE", house_style());
  registry
      .command("import",
               {"a register of contracts (a list) becomes a folder of contract files",
                "een register van contracten (een lijst) wordt een map met contractbestanden"},
               &import_contracts, Answers::table_or_json)
      .argument("REGISTER", &ImportOptions::file,
                {"the list: CSV, XLSX or ODS, a contract in each row",
                 "de lijst: CSV, XLSX of ODS, in elke rij een contract"})
      .option("--out", &ImportOptions::out, "DIR",
              {"folder for the contract files and the report; what was edited there by hand stays",
               "map voor de contractbestanden en het verslag; wat daar met de hand is bewerkt, "
               "blijft"})
      .required()
      .option("--mapping", &ImportOptions::mapping, "FILE",
              {"how the words of the register are read; otherwise register/mapping.toml in the "
               "folder, which the first import writes",
               "hoe de woorden van het register worden gelezen; anders register/mapping.toml in de "
               "map, die de eerste import schrijft"})
      .option("--sheet", &ImportOptions::sheet, "NAME",
              {"of a workbook with several registers", "van een werkmap met meer registers"})
      .option("--details", &ImportOptions::details, "NUMBER",
              {"how many rows with a question or an assumption are shown; otherwise 20",
               "hoeveel rijen met een vraag of aanname worden getoond; anders 20"});
  registry
      .command("inbox",
               {"letters of suppliers, a verdict and an amount for each, as a list of work",
                "brieven van leveranciers: per brief een oordeel en een bedrag, als werklijst"},
               static_cast<Status (*)(const InboxOptions&, Session&)>(&inbox),
               Answers::table_or_json)
      .argument("LETTERS", &InboxOptions::letters,
                {"lists of letters: CSV, XLSX or ODS, or folders of them",
                 "lijsten met brieven: CSV, XLSX of ODS, of mappen daarmee"})
      .option("--contracts", &InboxOptions::contracts, "DIR",
              {"contract files, folders of them, or registers (CSV, XLSX, ODS)",
               "contractbestanden, mappen daarmee, of registers (CSV, XLSX, ODS)"})
      .required()
      .option("--html", &InboxOptions::html, "FILE",
              {"write the list of work as a page", "schrijf de werklijst als pagina"})
      .option("--xlsx", &InboxOptions::xlsx, "FILE",
              {"write it as a workbook", "schrijf haar als werkmap"})
      .option("--csv", &InboxOptions::csv, "FILE",
              {"write it for a spreadsheet", "schrijf haar voor een rekenblad"})
      .option("--answers", &InboxOptions::answers, "FILE",
              {"write all draft answers: .html or .md is one document, else a folder",
               "schrijf alle conceptantwoorden: .html of .md is één document, anders een map"})
      .option("--details", &InboxOptions::details, "NUMBER",
              {"how many letters are shown, the largest amount first; otherwise 20",
               "hoeveel brieven worden getoond, het grootste bedrag eerst; anders 20"})
      .option("--jobs", &InboxOptions::jobs, "N", jobs());
}

/// What contracts cost, one by one and together.
void add_portfolio_commands(Registry& registry) {
  const Phrase chance_file{"write the percentiles of every contract by year to a CSV",
                           "schrijf de percentielen van elk contract per jaar naar een CSV"};
  const Phrase chart_folder{
      "write what the alternatives cost by year, and how wide chance is, as drawings (SVG)",
      "schrijf wat de alternatieven per jaar kosten, en hoe ver het toeval reikt, als tekeningen "
      "(SVG)"};
  const Phrase wide_tables{"tables as wide as they are, years beside each other",
                           "tabellen zo breed als ze zijn, jaren naast elkaar"};
  registry
      .command("simulate",
               {"what it will cost, alternatives side by side",
                "wat het gaat kosten, met alternatieven naast elkaar"},
               static_cast<Status (*)(const SimulateOptions&, Session&)>(&simulate),
               Answers::table_or_json)
      .argument("CONTRACT", &SimulateOptions::contracts,
                {"contract files; a folder stands for its .toml files, added up",
                 "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar opgeteld"})
      .option("--from", &SimulateOptions::from, "DATE",
              {"first day of the amounts; otherwise each contract's next invoice",
               "eerste dag van de bedragen; anders de volgende factuur van elk contract"})
      .option("--until", &SimulateOptions::until, "DATE",
              {"last day of the amounts", "laatste dag van de bedragen"})
      .option("--months", &SimulateOptions::months, "N",
              {"how many months, 1 to 600; otherwise as the scenario says",
               "hoeveel maanden, 1 tot en met 600; anders zoals het scenario zegt"})
      .option("--invoices", &SimulateOptions::invoices, "FILE",
              {"what was charged, in place of what would be computed for the same days: CSV "
               "files, workbooks or e-invoices, or folders of them",
               "wat is gerekend, in plaats van wat voor die dagen zou worden berekend: "
               "CSV-bestanden, werkmappen of e-facturen, of mappen daarmee"})
      .option("--columns", &SimulateOptions::columns, "FILE", column_file())
      .option("--csv", &SimulateOptions::csv, "FILE",
              {"write every amount: contract, tags, line, month, status, for a spreadsheet",
               "schrijf elk bedrag: contract, labels, regel, maand, status, voor een rekenblad"})
      .option("--xlsx", &SimulateOptions::xlsx, "FILE",
              {"the same as a workbook, with totals by tag and year",
               "hetzelfde als werkmap, met totalen per label en jaar"})
      .option("--csv-totals", &SimulateOptions::csv_totals, "FILE",
              {"write what every contract costs by year to a CSV",
               "schrijf wat elk contract per jaar kost naar een CSV"})
      .option("--compiled", &SimulateOptions::compiled, "FILE", compiled_file())
      .option("--shard", &SimulateOptions::shard, "K/N",
              {"only share K of N of the contracts, for a run over several machines",
               "alleen deel K van N van de contracten, om over meer machines te rekenen"})
      .option("--part", &SimulateOptions::part, "FILE",
              {"write what the share answers to this file; see merge",
               "schrijf het antwoord van het deel in dit bestand; zie merge"})
      .option("--budget", &SimulateOptions::budget, "AMOUNT",
              {"the chance that all simulated months together cost more than this",
               "de kans dat alle berekende maanden samen meer kosten dan dit"})
      .option("--chance-csv", &SimulateOptions::chance_csv, "FILE", chance_file)
      .option("--path", &SimulateOptions::path, "N",
              {"one path of the random futures, the first is 0",
               "een pad van de toekomsten volgens toeval; het eerste is 0"})
      .option("--charts", &SimulateOptions::charts, "DIR", chart_folder)
      .option("--wide", &SimulateOptions::wide, wide_tables)
      .option("--jobs", &SimulateOptions::jobs, "N", jobs())
      .option("--scenario", &SimulateOptions::scenarios, "FILE",
              {"scenario files: their futures and alternatives together",
               "scenariobestanden: hun toekomsten en alternatieven samen"})
      .required();
  registry
      .command("overview",
               {"all contracts in a table: cost, steps, deadlines, what needs attention",
                "alle contracten in een tabel: kosten, stappen, termijnen, wat aandacht vraagt"},
               static_cast<Status (*)(const OverviewOptions&, Session&)>(&overview),
               Answers::table_or_json)
      .argument("CONTRACT", &OverviewOptions::contracts,
                {"contract files; a folder stands for its .toml files",
                 "contractbestanden; een map staat voor haar .toml-bestanden"})
      .option("--scenario", &OverviewOptions::scenarios, "FILE",
              {"futures that the costs are reckoned in; otherwise the prices known today",
               "toekomsten waarin de kosten zijn gerekend; anders de prijzen van vandaag"})
      .option("--sort", &OverviewOptions::order, "KEY",
              {"cost, contract, next, step, deadline, end, caps, provisional or findings; "
               "otherwise cost",
               "cost, contract, next, step, deadline, end, caps, provisional of findings; anders "
               "cost"})
      .option("--tag", &OverviewOptions::tags, "NAME=VALUE",
              {"only contracts with this tag; of several tags all",
               "alleen contracten met dit label; van meer labels alle"})
      .option("--csv", &OverviewOptions::csv, "FILE",
              {"write every contract with all columns, for a spreadsheet",
               "schrijf elk contract met alle kolommen, voor een rekenblad"})
      .option("--jobs", &OverviewOptions::jobs, "N", jobs());
  registry
      .command("freeze",
               {"a run with all that it was made from, to repeat it later",
                "een berekening met alles waar zij van uitgaat, om later te herhalen"},
               &freeze, Answers::table_or_json)
      .argument("DIR", &FreezeOptions::folder,
                {"the folder of the frozen run", "de map van de vastgelegde berekening"})
      .optional_argument("CONTRACT", &FreezeOptions::contracts,
                         {"contract files; a folder stands for its .toml files, added up",
                          "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar "
                          "opgeteld"})
      .option("--scenario", &FreezeOptions::scenarios, "FILE",
              {"scenario files: their futures and alternatives together",
               "scenariobestanden: hun toekomsten en alternatieven samen"})
      .option("--from", &FreezeOptions::from, "DATE",
              {"first day of the amounts; otherwise each contract's next invoice",
               "eerste dag van de bedragen; anders de volgende factuur van elk contract"})
      .option("--until", &FreezeOptions::until, "DATE",
              {"last day of the amounts", "laatste dag van de bedragen"})
      .option("--months", &FreezeOptions::months, "N",
              {"how many months, 1 to 600; otherwise as the scenario says",
               "hoeveel maanden, 1 tot en met 600; anders zoals het scenario zegt"})
      .option("--invoices", &FreezeOptions::invoices, "FILE",
              {"what was charged, in place of what would be computed for the same days",
               "wat is gerekend, in plaats van wat voor die dagen zou worden berekend"})
      .option("--columns", &FreezeOptions::columns, "FILE", column_file())
      .option("--approved-by", &FreezeOptions::approved_by, "NAME",
              {"who approved it, for the manifest", "wie het goedkeurde, voor het manifest"})
      .option("--check", &FreezeOptions::check,
              {"repeat the run in DIR and say what differs",
               "herhaal de berekening in MAP en zeg wat er verschilt"})
      .option("--compiled", &FreezeOptions::compiled, "FILE", compiled_file())
      .option("--jobs", &FreezeOptions::jobs, "N", jobs());
  registry
      .command("bridge",
               {"why two frozen runs differ, cause by cause",
                "waardoor twee vastgelegde berekeningen verschillen, per oorzaak"},
               static_cast<Status (*)(const BridgeOptions&, Session&)>(&bridge),
               Answers::table_or_json)
      .argument("FROM", &BridgeOptions::before,
                {"the folder of the earlier run", "de map van de eerdere berekening"})
      .argument("TO", &BridgeOptions::after,
                {"the folder of the later run", "de map van de latere berekening"})
      .option("--future", &BridgeOptions::future, "ID",
              {"the future; otherwise the first that both have",
               "de toekomst; anders de eerste die beide hebben"})
      .option("--alternative", &BridgeOptions::alternative, "ID",
              {"the alternative; otherwise the contracts as they are",
               "het alternatief; anders de contracten zoals ze zijn"})
      .option("--year", &BridgeOptions::year, "YEAR",
              {"of one calendar year; otherwise of all months",
               "van één kalenderjaar; anders van alle maanden"})
      .option("--contracted", &BridgeOptions::contracted,
              {"without what assumes renewal", "zonder wat uitgaat van verlenging"})
      .option("--by", &BridgeOptions::by, "TAG",
              {"add up by the values of this tag as well", "tel ook op per waarde van dit label"})
      .option("--details", &BridgeOptions::details, "NUMBER",
              {"how many contracts are shown one by one; otherwise 10",
               "hoeveel contracten apart worden getoond; anders 10"})
      .option("--csv", &BridgeOptions::csv, "FILE",
              {"write every contract with its causes, for a spreadsheet",
               "schrijf elk contract met zijn oorzaken, voor een rekenblad"})
      .option("--chart", &BridgeOptions::chart, "FILE",
              {"write the bridge as a drawing (SVG)", "schrijf de brug als tekening (SVG)"})
      .option("--jobs", &BridgeOptions::jobs, "N", jobs());
  registry
      .command("exposure",
               {"what the money hangs on: indices, caps and floors, assumptions",
                "waar het geld aan hangt: indexcijfers, maxima en minima, aannames"},
               static_cast<Status (*)(const ExposureOptions&, Session&)>(&exposure),
               Answers::table_or_json)
      .argument("CONTRACT", &ExposureOptions::contracts,
                {"contract files; a folder stands for its .toml files, added up",
                 "contractbestanden; een map staat voor haar .toml-bestanden, bij elkaar opgeteld"})
      .option("--csv", &ExposureOptions::csv, "FILE",
              {"write every figure of every contract to a CSV",
               "schrijf elk cijfer van elk contract naar een CSV"})
      .option("--charts", &ExposureOptions::charts, "DIR",
              {"write what hangs on each index as drawings (SVG)",
               "schrijf wat aan elk indexcijfer hangt als tekeningen (SVG)"})
      .option("--future", &ExposureOptions::future, "ID",
              {"which future of the scenario; otherwise the first",
               "welke toekomst van het scenario; anders de eerste"})
      .option("--decimals", &ExposureOptions::decimals, "N",
              {"of the fixed rise that costs the same, in percent, 1 to 6; otherwise 2",
               "van de vaste stijging die evenveel kost, in procenten, 1 tot en met 6; anders 2"})
      .option("--compiled", &ExposureOptions::compiled, "FILE", compiled_file())
      .option(
          "--jobs", &ExposureOptions::jobs, "N",
          {"files of a folder that are read at once; the answer is the same for every N",
           "bestanden van een map die tegelijk worden gelezen; het antwoord is steeds hetzelfde"})
      .option("--scenario", &ExposureOptions::scenarios, "FILE",
              {"scenario files: their futures together", "scenariobestanden: hun toekomsten samen"})
      .required();
  registry
      .command("merge",
               {"the shares of one simulation together", "de delen van één berekening samen"},
               &merge_parts, Answers::table_or_json)
      .argument("PART", &MergeOptions::parts,
                {"the files of simulate --shard K/N --part FILE, all of them",
                 "de bestanden van simulate --shard K/N --part BESTAND, allemaal"})
      .option("--csv-totals", &MergeOptions::csv_totals, "FILE",
              {"write what every contract costs by year to a CSV",
               "schrijf wat elk contract per jaar kost naar een CSV"})
      .option("--chance-csv", &MergeOptions::chance_csv, "FILE", chance_file)
      .option("--charts", &MergeOptions::charts, "DIR", chart_folder)
      .option("--wide", &MergeOptions::wide, wide_tables)
      .option("--csv", &MergeOptions::csv, "FILE", {})
      .group({})
      .option("--xlsx", &MergeOptions::xlsx, "FILE", {})
      .group({})
      .option("--invoices", &MergeOptions::invoices, "FILE", {})
      .group({});
  registry.group("scenario", {"what may happen", "wat er kan gebeuren"});
  registry
      .command("scenario backtest",
               {"how often would a random future have held what came?",
                "hoe vaak zou een toekomst volgens toeval hebben bevat wat er kwam?"},
               &scenario_backtest, Answers::table_or_json)
      .option("--series", &BacktestOptions::series, "SERIES",
              {"ids of monthly series", "namen van maandreeksen"})
      .required()
      .option("--method", &BacktestOptions::method, "KIND",
              {"bootstrap or ar1; both if not given", "bootstrap of ar1; anders beide"})
      .option("--paths", &BacktestOptions::paths, "N",
              {"from each month; 1000 if not given", "vanaf elke maand; anders 1000"})
      .option("--block", &BacktestOptions::block, "N",
              {"mean length of a block in months; 12 if not given",
               "gemiddelde lengte van een blok in maanden; anders 12"})
      .option("--seed", &BacktestOptions::seed, "N",
              {"another number draws other paths; 1 if not given",
               "een ander getal trekt andere paden; anders 1"})
      .option("--csv", &BacktestOptions::csv, "FILE",
              {"write every row to a CSV", "schrijf elke rij naar een CSV"});
}

/// Figures.
void add_index_commands(Registry& registry) {
  registry.group("index",
                 {"the library of published figures", "de bibliotheek met gepubliceerde cijfers"});
  registry.command("index list", {"all series", "alle reeksen"}, &index_list,
                   Answers::table_or_json);
  registry
      .command("index show",
               {"one series: figures, provenance, a small chart",
                "één reeks: cijfers, herkomst, een kleine grafiek"},
               &index_show, Answers::table_or_json)
      .argument("SERIES", &IndexShowOptions::series,
                {"the id of a series", "de naam van een reeks"})
      .option("--from", &IndexShowOptions::from, "PERIOD", {"first period", "eerste periode"})
      .option("--to", &IndexShowOptions::to, "PERIOD", {"last period", "laatste periode"});
  registry
      .command("index import",
               {"publishers' files into the library, with what they change",
                "bestanden van uitgevers in de bibliotheek, met wat ze veranderen"},
               &index_import, Answers::table_or_json)
      .optional_argument("FILE", &IndexImportOptions::files,
                         {"files as downloaded, or a folder with the parts of a table; none with "
                          "--figure",
                          "bestanden zoals gedownload, of een map met de delen van een tabel; geen "
                          "bij --figure"})
      .option(
          "--into", &IndexImportOptions::into, "DIR",
          {"the library; otherwise the folder indices", "de bibliotheek; anders de map indices"})
      .option("--only", &IndexImportOptions::only, "WORDS",
              {"the series that these words fit: table, codes, base, title, month, year",
               "de reeks waar deze woorden bij passen: tabel, codes, basis, titel, month, year"})
      .option("--as", &IndexImportOptions::as, "ID",
              {"the id of the series in the library", "de naam van de reeks in de bibliotheek"})
      .option("--retrieved", &IndexImportOptions::retrieved, "DATE",
              {"when the files were downloaded, where they do not say; otherwise today",
               "wanneer de bestanden zijn gedownload, als zij dat niet zeggen; anders vandaag"})
      .option("--on-conflict", &IndexImportOptions::on_conflict, "KIND",
              {"of figures that contradict the library: stop (nothing is written), take the "
               "file's figure, or keep the library's",
               "bij cijfers die de bibliotheek tegenspreken: stop (er wordt niets geschreven), "
               "take (het cijfer uit het bestand geldt) of keep (het cijfer uit de bibliotheek "
               "blijft)"})
      .option("--on-doubt", &IndexImportOptions::on_doubt, "KIND",
              {"of figures that can hardly be meant: stop (nothing is written), take (they are "
               "right all the same), or keep them out",
               "bij cijfers die nauwelijks bedoeld kunnen zijn: stop (er wordt niets geschreven), "
               "take (ze kloppen toch) of keep (ze blijven weg)"})
      .option("--decimal", &IndexImportOptions::decimal_mark, "SIGN",
              {"point or comma: which sign has the decimals, where the file does not show it",
               "point of comma: welk teken de decimalen heeft, als het bestand dat niet toont"})
      .option("--affects", &IndexImportOptions::affects, "DIR",
              {"contracts, to see what the import does to their prices",
               "contracten, om te zien wat de import met hun prijzen doet"})
      .option("--dry-run", &IndexImportOptions::dry_run,
              {"show, and write nothing", "toon, en schrijf niets"});
  registry
      .command("index status",
               {"which series the contracts need, what is here, due or late, and what to type",
                "welke reeksen de contracten nodig hebben, wat er is, wat komt of ontbreekt, en "
                "wat u typt"},
               &index_status, Answers::table_or_json)
      .argument("FOLDER", &IndexStatusOptions::contracts,
                {"contracts, or folders of them; otherwise the folder contracts",
                 "contracten, of mappen met contracten; anders de map contracts"})
      .optional();
  registry
      .command("index check",
               {"do the figures agree with each other?", "kloppen de cijfers met elkaar?"},
               &index_check, Answers::table_or_json)
      .argument("SERIES", &IndexCheckOptions::series,
                {"series to check; otherwise all", "te controleren reeksen; anders alle"})
      .optional();
  registry
      .command("index link",
               {"two bases joined by both methods, with the gap in euros",
                "twee basisjaren gekoppeld op beide manieren, met het verschil in euro's"},
               &index_link, Answers::table_or_json)
      .argument("FROM", &IndexLinkOptions::from,
                {"the series of the old base", "de reeks met de oude basis"})
      .argument("TO", &IndexLinkOptions::to,
                {"the series of the new base", "de reeks met de nieuwe basis"})
      .option("--base", &IndexLinkOptions::base, "PERIOD",
              {"period to compare with", "periode waarmee wordt vergeleken"})
      .required()
      .option("--use", &IndexLinkOptions::use, "PERIOD",
              {"period of the new figure", "periode van het nieuwe cijfer"})
      .required()
      .option("--at", &IndexLinkOptions::at, "PERIOD",
              {"period that joins the bases; otherwise the last one definitive in both",
               "periode die de bases koppelt; anders de laatste die in beide definitief is"})
      .option("--coefficient", &IndexLinkOptions::coefficient, "NUMBER",
              {"figure of FROM = figure of TO × this", "cijfer van VAN = cijfer van NAAR × dit"})
      .option("--coefficient-to-next", &IndexLinkOptions::coefficient_to_next, "NUMBER",
              {"figure of TO = figure of FROM × this", "cijfer van NAAR = cijfer van VAN × dit"})
      .option("--coefficient-decimals", &IndexLinkOptions::coefficient_decimals, "N",
              {"round a computed coefficient", "rond een berekende coëfficiënt af"})
      .option("--decimals", &IndexLinkOptions::decimals, "N",
              {"of the converted figure; otherwise as FROM is published",
               "van het omgerekende cijfer; anders zoals VAN is gepubliceerd"})
      .option("--amount", &IndexLinkOptions::amount, "EUR",
              {"amount to show the gap on; otherwise 100000.00",
               "bedrag waarop het verschil wordt getoond; anders 100000.00"})
      .option("--explain", &IndexLinkOptions::explain,
              {"show every step and figure", "toon elke stap en elk cijfer"});
}

}  // namespace

Request parse_arguments(std::span<const std::string> arguments, Language language) {
  Registry registry(language_in(arguments, language));
  add_contract_commands(registry);
  add_talk_commands(registry);
  add_period_commands(registry);
  add_received_commands(registry);
  add_portfolio_commands(registry);
  add_index_commands(registry);
  return registry.parse(arguments);
}

}  // namespace pricetalk
