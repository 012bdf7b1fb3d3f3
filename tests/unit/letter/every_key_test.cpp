#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "contract/terms_dictionary.hpp"
#include "letter/sentences.hpp"
#include "pricetalk/contract/contract.hpp"

// `read` says every key that can stand in a contract file: for each key of the dictionaries a
// contract below holds it with another value beside it, and the sentences of both differ.
namespace every_key_test {

using namespace pricetalk;

/// Keys whose value is not said, with the reason.
const std::map<std::string, std::string> unsaid = {
    {"contract file.schema", "there is one format number"},
    {"contract file.figures_from", "where files lie says nothing about the price"},
    {"contract.tags", "amounts are added up by it, no price and no right moves"},
    {"contact.last_visit", "what became of the talk, shown in the list of talks"},
    {"contract.segment", "contracts are told together by it, no price and no right moves"},
    {"talk.language", "the language of a letter says nothing of price or rights"},
    {"talk.sent_on", "what became of the talk, shown in the list of talks"},
    {"talk.answered_on", "what became of the talk, shown in the list of talks"},
    {"talk.agreed_on", "what became of the talk, shown in the list of talks"},
    {"contract file.clauses_from", "the clauses of those files are said themselves"},
    {"contract file.innovations_from", "the innovations of those files are said themselves"},
    {"series.mean_of", "asked by `index check` alone"},
    {"series.rate_of", "asked by `index check` alone"},
    {"disagreement.period", "asked by `index check` alone"},
    {"disagreement.why", "asked by `index check` alone"},
    {"break.from", "a note on measuring, shown where a price is explained"},
    {"break.what", "a note on measuring, shown where a price is explained"},
    {"hole.period", "a note on publication, shown where the figure is missed"},
    {"hole.why", "a note on publication, shown where the figure is missed"},
    {"series link.next", "never used unless a clause links, which is said"},
    {"series link.at", "never used unless a clause links, which is said"},
    {"series link.coefficient", "never used unless a clause links, which is said"},
    {"series link.coefficient_to_next", "never used unless a clause links, which is said"},
    {"series link.published", "never used unless a clause links, which is said"},
    {"series link.source", "never used unless a clause links, which is said"},
    {"import.retrieved", "where a figure came from, shown where a price is explained"},
    {"import.from", "where a figure came from, shown where a price is explained"},
    {"import.table", "where a figure came from, shown where a price is explained"},
    {"import.by_hand", "where a figure came from, shown where a price is explained"},
    {"import.figures", "where a figure came from, shown where a price is explained"},
    {"series.calendar", "a note on publication, shown where the figure is waited for"},
    {"series.calendar_source", "a note on publication, shown where the figure is waited for"},
};

/// `key = value  #: table.key other` has the other value; `#: table.key ! line` the other line, in
/// which `\n` begins one more.
const std::vector<std::string> contracts = {R"toml(schema = 1
[contract]
id = "A" #: contract.id "B"
title = "Cleaning" #: contract.title "Washing"
jurisdiction = "NL" #: contract.jurisdiction "BE"
audience = "b2b" #: contract.audience "b2c"
subject = "energy" #: contract.subject "telecom"
region = "flanders" #: contract.region "brussels"
energy_label = "D" #: contract.energy_label "E"
currency = "EUR" #: contract.currency "USD"
vat = "excluded" #: contract.vat "included"
vat_rate = "21%" #: contract.vat_rate "9%"
vat_deductible = "30%" #: contract.vat_deductible "40%"
signed = 2024-11-12 #: contract.signed 2024-11-13
bid = 2024-09-01 #: contract.bid 2024-09-02
start = 2025-01-01 #: contract.start 2025-01-02
end = 2029-12-31 #: contract.end 2028-12-31
customer_since = 2014-01-01 #: contract.customer_since 2015-01-01
orders = ["4500"] #: contract.orders ["4501"]
[parties.supplier]
name = "Sweep" #: party.name "Brush"
address = "Dock 1" #: party.address "Dock 2"
id = ["KVK 1"] #: party.id ["KVK 2"]
[parties.customer]
name = "Town"
[billing]
period = "3 months" #: billing.period "6 months"
aligned = "calendar" #: billing.aligned "contract"
proration = "next-period" #: billing.proration "months"
amount = { decimals = 0 } #: billing.amount { decimals = 1 }
payment = "30 days" #: billing.payment "14 days"
source = "page 2" #: billing.source "page 3"
[price.desk]
title = "Desks" #: price.title "Tables"
unit = "hour" #: price.unit "day"
alias = ["Desk cleaning"] #: price.alias ["Table cleaning"]
source = "page 4" #: price.source "page 5"
unit_price = 100.00 #: price.unit_price 101.00
price_date = 2025-01-01 #: price.price_date 2024-12-01
quantity = { per_month = 10 } #: price.quantity { per_month = 11 }
clause = "cpi" #: price.clause "list"
surcharges = ["copper"] #: price.surcharges ["tin"]
from = 2025-02-01 #: price.from 2025-03-01
until = 2028-11-30 #: price.until 2028-10-31
price_binding = "12 months" #: price.price_binding "6 months"
temporary_until = 2026-12-31 #: price.temporary_until 2026-11-30
[price.desk.discount]
rate = "5%" #: discount.rate "6%"
until = 2026-12-31 #: discount.until 2026-11-30
rounding = { decimals = 3 } #: discount.rounding { decimals = 4 }
[[price.desk.used]]
year = 2025 #: used.year 2026
quantity = 840 #: used.quantity 841
evidence = "report" #: used.evidence "count"
[price.desk.returns]
period = "14 days" #: price.returns ! period = "15 days"
[price.evening]
unit_price = { times = 1.5, of = "desk" } #: price.unit_price { times = 1.6, of = "desk" }
[price.weekend]
unit_price = { times = 2, of = "seasons" } #: price.unit_price { times = 2, of = "desk" }
[price.seasons]
unit_price = 10.00
price_date = 2025-01-01
quantity = [{ per_month = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, { from = 2026-01-01, per_year = 9 }] #: price.quantity [{ per_month = [1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12] }, { from = 2026-01-01, per_year = 9 }]
clause = "list" #: price.clause "cpi"
[price.bulk]
price_date = 2025-01-01
quantity = { per_month = 10, at_least = 8, at_most = 12 } #: price.quantity { per_month = 10, at_most = 12 }
tier_kind = "volume" #: price.tier_kind "graduated"
[[price.bulk.tiers]]
up_to = 100 #: tiers.up_to 200
unit_price = 19.50 #: tiers.unit_price 19.60
[[price.bulk.tiers]]
unit_price = 18.20
[price.split]
unit_price = 50.00
price_date = 2025-01-01
[[price.split.parts]]
name = "fixed" #: parts.name "steady"
alias = ["Fixed part"] #: parts.alias ["Steady part"]
share = "15%"
[[price.split.parts]]
name = "wage"
share = "85%"
clause = "cpi" #: parts.clause "list"
currency = "USD" #: parts.currency "CHF"
rate = 1.0842 #: parts.rate 1.0843
[price.shared]
unit_price = 60.00
price_date = 2025-01-01
parts = [{ name = "x", share = "40%" }, { name = "y", share = "60%", clause = "cpi" }] #: parts.share [{ name = "x", share = "50%" }, { name = "y", share = "50%", clause = "cpi" }]
[price.machine]
unit_price = 900.00
price_date = 2025-01-01
quantity = { once = 1 }
delivered = 2026-02-10 #: price.delivered 2026-02-11
clause = "once"
[clause.once]
formula = "change = 1%"
[clause.once.adjust]
at = "delivery" #: adjust.at ! dates = [2026-02-10]
[clause.cpi]
article = "3.4" #: clause.article "3.5"
source = "page 6" #: clause.source "page 7"
compounding = "base" #: clause.compounding "previous"
formula = "change = K*(C/C0 - 1)" #: clause.formula "change = K*(C - C0)/C0"
constants = { K = 0.945 } #: clause.constants { K = 0.946 }
pass_through = "40%" #: clause.pass_through "41%"
resets_base = true #: clause.resets_base false
accept = ["W0102: three years at once"] #: clause.accept ["W0102: so says article 3.4"]
[clause.cpi.adjust]
every = "year" #: adjust.every "2 years"
on = "01-01" #: adjust.on "07-01"
first = 2026-01-01 #: adjust.first 2027-01-01
minimum_interval = "18 months" #: adjust.minimum_interval "12 months"
[clause.cpi.index.C]
series = "own/c" #: index.series "own/d"
use = "july of previous year" #: index.use "june of previous year"
base = "at previous date" #: index.base "12 months earlier"
first_base = "2024-06" #: index.first_base "2024-05"
rounding = { decimals = 2 } #: index.rounding { decimals = 1 }
interpolation = "linear" #: index.interpolation "none"
publication = "definitive" #: index.publication "first"
in_base_of = "comparison" #: index.in_base_of "own/d"
if_missing = "latest-and-true-up" #: index.if_missing "stop"
[[clause.cpi.index.C.link]]
next = "own/d" #: link.next "own/e"
method = "coefficient" #: link.method "double-fraction"
at = "last definitive" #: link.at "2025-01"
coefficient_rounding = { decimals = 4 } #: link.coefficient_rounding { decimals = 5 }
rounding = { decimals = 1 } #: link.rounding { decimals = 2 }
[clause.cpi.threshold]
more_than = "3 points" #: threshold.more_than "4 points"
since = "start" #: threshold.since "last adjustment"
then = "excess" #: threshold.then "full"
rounding = { decimals = 1 } #: threshold.rounding { decimals = 2 }
[clause.cpi.limits]
cap = "4%" #: limits.cap "5%"
floor = "0%" #: limits.floor "1%"
cap_total = "20%" #: limits.cap_total "21%"
floor_total = "-10%" #: limits.floor_total "-11%"
per = "year" #: limits.per "adjustment"
highest_price = 140.00 #: limits.highest_price 141.00
lowest_price = 25.00 #: limits.lowest_price 26.00
largest_increase = 1.50 #: limits.largest_increase 1.60
carry_over = "increases" #: limits.carry_over "decreases"
unused_cap = "kept" #: limits.unused_cap "lost"
[clause.cpi.rounding]
change = { to = "0.1%" } #: rounding.change { to = "0.2%" }
coefficient = { decimals = 4 } #: rounding.coefficient { decimals = 3 }
increase = { decimals = 2 } #: rounding.increase { decimals = 1 }
price = { decimals = 2 } #: rounding.price "none"
carry = "exact" #: rounding.carry "rounded"
[clause.cpi.notice]
before = "2 months" #: notice.before "3 months"
form = "letter" #: notice.form "email"
late = "arrears" #: notice.late "next-date"
arrears_limit = "1 month" #: notice.arrears_limit "2 months"
object_within = "4 weeks" #: notice.object_within "6 weeks"
silence = "accepted" #: notice.silence "refused"
[[clause.cpi.during]]
from = 2026-01-01 #: during.from 2026-02-01
until = 2026-12-31 #: during.until 2026-11-30
formula = "change = J*(C/C0 - 1)" #: during.formula "change = 2*J*(C/C0 - 1)"
constants = { J = 1.5 } #: during.constants { J = 1.6 }
pass_through = "70%" #: during.pass_through "71%"
[clause.cpi.during.threshold]
more_than = "1 points" #: during.threshold "2 points"
[clause.cpi.during.limits]
cap = "1%" #: during.limits "2%"
[clause.cpi.during.rounding]
coefficient = { decimals = 2 } #: during.rounding { decimals = 3 }
[[clause.cpi.during]]
from = 2027-01-01
until = 2027-12-31
signed_from = 2024-01-01 #: during.signed_from 2025-01-01
limits = { floor = "2%" }
[[clause.cpi.during]]
from = 2028-01-01
until = 2028-12-31
signed_before = 2025-06-01 #: during.signed_before 2024-01-01
limits = { cap = "3%" }
[clause.list]
like = "shape" #: clause.like "form"
[clause.shape]
formula = "change = bands(D)"
adjust = { dates = [2026-03-01] }
[clause.shape.index.D]
series = "own/d"
use = "2025-07" #: index.unknown ! unknown = ["use"]
[[clause.shape.index.D.link]]
next = "own/e"
coefficient = 1.3488 #: link.coefficient 1.3489
[clause.shape.threshold]
at_least = "10%" #: threshold.at_least "11%"
tested_on = "price" #: threshold.tested_on "index"
[clause.shape.table.bands]
between = "next" #: table.between "previous"
[[clause.shape.table.bands.rows]]
from = 1.20 #: rows.from 1.10
up_to = 1.30 #: rows.up_to 1.29
gives = "2%" #: rows.gives "3%"
[[clause.shape.table.bands.rows]]
over = 1.40 #: rows.over 1.41
gives = "4%"
[clause.form]
formula = "change = D + E"
threshold = { more_than = "1 points", index = "D" } #: threshold.index { more_than = "1 points", index = "E" }
index.E = { series = "own/e", use = "2025-07" }
[clause.form.adjust]
dates = [2026-04-01] #: adjust.dates [2026-05-01]
[clause.form.index.D]
series = "own/d"
use = "2025-08"
link = [{ next = "own/e", coefficient_to_next = 0.74 }] #: link.coefficient_to_next [{ next = "own/e", coefficient_to_next = 0.75 }]
[clause.copper]
alias = ["Copper surcharge"] #: clause.alias ["Metal surcharge"]
formula = "surcharge = D/100"
rounding = { surcharge = { decimals = 3 } } #: rounding.surcharge { surcharge = { decimals = 1 } }
index.D = { series = "own/d", use = "month of adjustment" }
[clause.copper.retention]
share = "10%" #: retention.share "11%"
minimum = "2%" #: retention.minimum "3%"
contract_sum = 530000 #: retention.contract_sum 540000
[clause.tin]
formula = "surcharge = D/100"
index.D = { series = "own/d", use = "month of adjustment" }
[[announcement]]
date = 2025-10-20 #: announcement.date 2025-10-21
clause = "cpi" #: announcement.clause "list"
for = 2026-01-01 #: announcement.for 2027-01-01
form = "letter" #: announcement.form "email"
change = "3.5%" #: announcement.change "3.6%"
[[decision]]
date = 2026-01-01 #: decision.date 2027-01-01
clause = "cpi" #: decision.clause ! # of every clause
price = "desk" #: decision.price "split"
kind = "waived" #: decision.kind ! kind = "agreed-price"\nunit_price = 34.00
catch_up = true #: decision.catch_up false
by = "court" #: decision.by "board"
reason = "routes" #: decision.reason "hours"
confirmed_by = "Anouk" #: decision.confirmed_by "Marieke"
confirmed_on = 2025-12-01 #: decision.confirmed_on 2025-12-02
source = "minutes" #: decision.source "e-mail"
[[decision]]
date = 2027-01-01
clause = "cpi"
kind = "reduced"
change = "2%" #: decision.change "3%"
[[decision]]
date = 2028-01-01
clause = "cpi"
kind = "deferred"
to = 2028-07-01 #: decision.to 2028-08-01
[[decision]]
date = 2029-01-01
clause = "cpi"
price = "desk"
kind = "agreed-price"
unit_price = 34.00 #: decision.unit_price 35.00
[[worked_example]]
on = 2026-01-01 #: worked_example.on 2026-02-01
to = 2026-12-31 #: worked_example.to 2026-11-30
price = "desk" #: worked_example.price "seasons"
what = "period amount" #: worked_example.what "amount"
is = 31.94 #: worked_example.is 31.95
computed = 31.95 #: worked_example.computed 31.96
printed = "down" #: worked_example.printed "rounded"
[returns]
period = "14 days" #: returns.period "15 days"
counted_from = "delivery" #: returns.counted_from "conclusion"
send_back_within = "7 days" #: returns.send_back_within "8 days"
refund_within = "9 days" #: returns.refund_within "10 days"
return_costs = "customer" #: returns.return_costs "supplier"
restocking = "10%" #: returns.restocking "11%"
exceptions = ["opened packs"] #: returns.exceptions ["used packs"]
condition = "unopened" #: returns.condition "unused"
communicated = 2025-01-01 #: returns.communicated 2025-01-02
[non_conformity]
burden_of_proof_on_seller = "12 months" #: non_conformity.burden_of_proof_on_seller "6 months"
claim_within = "2 months" #: non_conformity.claim_within "3 months"
liability = "2 years" #: non_conformity.liability "3 years"
remedies = ["repair"] #: non_conformity.remedies ["replacement"]
communicated = 2025-01-01 #: non_conformity.communicated 2025-01-02
[[price_level]]
price = "desk" #: price_level.price "seasons"
low = 95.00 #: price_level.low 96.00
normal = 105.00 #: price_level.normal 106.00
high = 112.00 #: price_level.high 113.00
as_of = 2025-06-01 #: price_level.as_of 2025-07-01
source = "tenders" #: price_level.source "offers"
region = "west" #: price_level.region "east"
volume_class = "over 500" #: price_level.volume_class "over 600"
moved_by = "own/c" #: price_level.moved_by "own/d"
[[cost_share]]
price = "desk" #: cost_share.price "seasons"
name = "wages" #: cost_share.name "energy"
share = "74%" #: cost_share.share "75%"
series = "own/c" #: cost_share.series "own/d"
since = 2025-01-01 #: cost_share.since 2025-02-01
[[promise]]
date = 2025-08-21 #: promise.date 2025-08-22
by = "supplier" #: promise.by "customer"
what = "a doormat" #: promise.what "a carpet"
due = 2025-09-12 #: promise.due 2025-09-13
state = "kept" #: promise.state "open"
evidence = "minutes" #: promise.evidence "e-mail"
confirmed_by = "Anouk" #: promise.confirmed_by "Marieke"
confirmed_on = 2025-09-01 #: promise.confirmed_on 2025-09-02
[[obligation]]
date = 2025-08-21
by = "customer"
what = "figures"
[[disclosure]]
date = 2026-01-15 #: disclosure.date 2026-01-16
by = "Ellen" #: disclosure.by "Karin"
to = "Marieke" #: disclosure.to "Anouk"
what = "the cap" #: disclosure.what "the floor"
rule = "clause-misapplied" #: disclosure.rule "late-notice"
price = "desk" #: disclosure.price "seasons"
amount = 40176.00 #: disclosure.amount 40177.00
refund_on = 2026-02-06 #: disclosure.refund_on 2026-02-07
refunded_on = 2026-02-04 #: disclosure.refunded_on 2026-02-05
form = "extra hours" #: disclosure.form "extra days"
confirmed_by = "Anouk" #: disclosure.confirmed_by "Marieke"
evidence = "e-mail" #: disclosure.evidence "minutes"
[[signal]]
what = "score" #: signal.what "volume"
period = "2025-Q3" #: signal.period "2025-Q2"
value = 7.4 #: signal.value 7.5
evidence = "survey" #: signal.evidence "count"
[[contact]]
name = "Anouk de Wit"
party = "customer" #: contact.party "supplier"
salutation = "Dear Anouk" #: contact.salutation "Dear Ms De Wit"
job = "head" #: contact.job "chief"
phone = "06" #: contact.phone "07"
email = "a@b.example" #: contact.email "c@b.example"
form_of_address = "formal" #: contact.form_of_address "informal"
role = "decider" #: contact.role "buyer"
speaks_with = "Karin Zwart" #: contact.speaks_with "Ellen Roos"
last_contact = 2025-10-02 #: contact.last_contact 2025-10-03
[[contact]]
name = "Karin Zwart"
party = "supplier"
[[contact]]
name = "Ellen Roos"
party = "supplier"
[[contact]]
name = "Piet Stam"
party = "customer"
[[contact]]
name = "Jan Stam" #: contact.name "Jan Boom"
party = "customer"
[innovation.sensors]
what = "clean on use" #: innovation.what "clean on demand"
form = "exchange" #: innovation.form "gift"
proposed_by = "F. Groen" #: innovation.proposed_by "G. Groen"
tried_at = "floor 2" #: innovation.tried_at "floor 3"
reduction_per_month = 750.00 #: innovation.reduction_per_month 760.00
running_cost_per_year = 3000.00 #: innovation.running_cost_per_year 3100.00
customer_effort = "counts" #: innovation.customer_effort "lists"
for = ["desk"] #: innovation.for ["seasons"]
capability = "running" #: innovation.capability "tried"
evidence = "report" #: innovation.evidence "count"
investment = 18000.00 #: innovation.investment 19000.00
paid_by = "supplier" #: innovation.paid_by "customer"
start = 2027-01-01 #: innovation.start 2027-02-01
end = 2028-12-31 #: innovation.end 2028-11-30
ramp_up = "6 months" #: innovation.ramp_up "3 months"
lowers_costs_of = "supplier" #: innovation.lowers_costs_of "customer"
share_to_supplier = "50%" #: innovation.share_to_supplier "51%"
sharing_for = "2 years" #: innovation.sharing_for "3 years"
meter = "hours" #: innovation.meter "visits"
effort = "two days" #: innovation.effort "three days"
risks = "full offices" #: innovation.risks "empty offices"
share_to_customer = "30%" #: innovation.share_to_customer "31%"
leaves_out = "the evening round" #: innovation.leaves_out "the morning round"
refers_to = "Glashelder" #: innovation.refers_to "Bloeiend"
lead_time = "3 months" #: innovation.lead_time "4 months"
excludes = ["robots"] #: innovation.excludes ["lights"]
needs = ["lights"] #: innovation.needs ["robots"]
[[innovation.sensors.steps]]
date = 2027-01-01 #: steps.date 2028-01-01
change = "1.5%" #: steps.change "1.6%"
[innovation.sensors.saving_per_year]
cautious = 14000.00 #: saving_per_year.cautious 14001.00
expected = 19000.00 #: saving_per_year.expected 19001.00
optimistic = 26000.00 #: saving_per_year.optimistic 26001.00
[[innovation.sensors.realised]]
year = 2027 #: realised.year 2028
saving = 11500.00 #: realised.saving 11501.00
evidence = "hours" #: realised.evidence "visits"
[innovation.robots]
what = "robots clean"
[innovation.lights]
what = "light that follows people"
[[value.item]]
what = "no ordering" #: value.item.what "no stock"
per_year = 4200.00 #: value.item.per_year 4300.00
since = 2023-03-01 #: value.item.since 2023-04-01
evidence = "minutes" #: value.item.evidence "e-mail"
confirmed_by = "Anouk" #: value.item.confirmed_by "Marieke"
confirmed_on = 2025-09-01 #: value.item.confirmed_on 2025-09-02
price = "desk" #: value.item.price "seasons"
[talk]
on = 2025-10-28 #: talk.on 2025-10-29
call_at = 2025-10-22T10:00:00 #: talk.call_at 2025-10-22T11:00:00
reply_by = 2025-11-14T17:00:00 #: talk.reply_by 2025-11-14T18:00:00
sender = "Karin Zwart" #: talk.sender "Ellen Roos"
receiver = "Anouk de Wit" #: talk.receiver "Piet Stam"
place = "Veenrijk" #: talk.place "Waterdam"
service = "the cleaning" #: talk.service "the washing"
called_on = 2025-10-14 #: talk.called_on 2025-10-15
budget = 25000.00 #: talk.budget 26000.00
[letter]
cost_reason = "Wages rose" #: letter.cost_reason "Rents rose"
own_effort = "New routes" #: letter.own_effort "New vans"
alternative = "Fewer Fridays" #: letter.alternative "Fewer Mondays"
error_cause = "A missed maximum" #: letter.error_cause "A missed month"
prevention = "Two people look" #: letter.prevention "Three people look"
director = "Karin Zwart" #: letter.director "Ellen Roos"
undercharge_waived = true #: letter.undercharge_waived false
relief_reason = "A lean year" #: letter.relief_reason "A bad year"
cannot_do = "Facades" #: letter.cannot_do "Roofs"
refer_to = "The neighbours" #: letter.refer_to "The cousins"
memory = "The flood" #: letter.memory "The move"
lesson = "Too late" #: letter.lesson "Too early"
staff = "Five stay" #: letter.staff "Six stay"
visit_at = 2030-12-16T15:00:00 #: letter.visit_at 2030-12-17T15:00:00
reachable_until = 2031-04-01 #: letter.reachable_until 2031-04-02
[[commitment]]
what = "a new plan" #: commitment.what "an old plan"
owner = "Karin Zwart" #: commitment.owner "Ellen Roos"
accepted_on = 2025-10-10 #: commitment.accepted_on 2025-10-11
evidence = "mail of 10 October" #: commitment.evidence "mail of 11 October"
[[own_cost]]
price = "desk" #: own_cost.price "seasons"
per_unit = 28.40 #: own_cost.per_unit 28.50
as_of = 2025-01-01 #: own_cost.as_of 2025-02-01
growth = "2.9%" #: own_cost.growth "3.0%"
[renewal]
notice = "6 months" #: renewal.notice "5 months"
then = "extends by 1 year" #: renewal.then "ends"
last_day_to_cancel = 2029-06-30 #: renewal.last_day_to_cancel 2029-05-31
[[series]]
id = "own/c" #: series.id "own/cc"
title = "Prices" #: series.title "Wages"
publisher = "CBS" #: series.publisher "Eurostat"
table = "86141NED" #: series.table "86142NED"
base = "2025=100" #: series.base "2020=100"
unit = "index" #: series.unit "price"
decimals = 2 #: series.decimals 3
frequency = "month" #: series.frequency "quarter"
retrieved = 2026-07-02 #: series.retrieved 2026-07-03
licence = "CC BY 4.0" #: series.licence "own"
source = "https://a.example" #: series.source "https://b.example"
figures = [["2024-07", 100], ["2025-07", 102]] #: series.figures [["2024-07", 100], ["2025-07", 103]]
currency = "EUR" #: series.currency "USD"
per = "100 kg" #: series.per "10 kg"
successor = "own/d" #: series.successor "own/e"
stopped = "2025-07" #: series.stopped "2025-08"
derived = "by hand" #: series.derived "by machine"
)toml"};

Loaded<Contract> contract_of(const std::string& text) {
  return read_contract(std::make_shared<const SourceText>("contract.toml", text));
}

std::string said(const Contract& contract, Language language) {
  const ContractInWords words = in_words(contract, Library({}), language);
  std::string text = words.title + "\n";
  for (const auto& part : words.parts) {
    text += part.title + "\n";
    for (const std::string& sentence : part.sentences) text += "  " + sentence + "\n";
  }
  return text;
}

struct Variant {
  std::string key;    ///< "limits.cap"
  std::string text;   ///< the contract with the other value
  std::string other;  ///< that line
};

std::vector<Variant> variants(const std::string& contract) {
  std::vector<std::string> lines;
  std::istringstream stream(contract);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::vector<Variant> made;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto mark = lines[i].find("#: ");
    if (mark == std::string::npos) continue;
    const std::string behind = lines[i].substr(mark + 3);
    const auto blank = behind.find(' ', behind.starts_with("series link") ? 12 : 0);
    const std::string value = behind.substr(blank + 1);
    Variant variant{behind.substr(0, blank), {}, {}};
    variant.other = value.starts_with("! ")
                        ? value.substr(2)
                        : lines[i].substr(0, lines[i].find('=') + 1) + " " + value;
    if (const auto next = variant.other.find("\\n"); next != std::string::npos)
      variant.other.replace(next, 2, "\n");
    for (std::size_t j = 0; j < lines.size(); ++j)
      variant.text += (j == i ? variant.other : lines[j]) + "\n";
    made.push_back(std::move(variant));
  }
  return made;
}

/// Every key of every table that a contract file can hold, as "table.key"; tables are entered.
class Walk {
 public:
  template <TableTerms S>
  void table() {
    if (!seen_.insert(std::string(Dictionary<S>::name)).second) return;
    std::apply([&](const auto&... field) { (row<S>(field), ...); }, Dictionary<S>::fields);
  }
  std::set<std::string> keys;

 private:
  template <class M>
  struct Inner {
    using type = M;
  };
  template <class T>
  struct Inner<std::optional<T>> : Inner<T> {};
  template <class T>
  struct Inner<std::vector<T>> : Inner<T> {};
  template <class T>
  struct Inner<Named<T>> : Inner<T> {};
  template <class T>
  struct Inner<Stated<T>> : Inner<T> {};

  template <TableTerms S, class F>
  void row(const F& field) {
    using M = typename Inner<std::remove_cvref_t<decltype(std::declval<S&>().*field.member)>>::type;
    if constexpr (TableTerms<M>) {
      table<M>();
    } else {
      keys.insert(std::string(Dictionary<S>::name) + "." + std::string(field.key));
    }
  }
  std::set<std::string> seen_;
};

/// The contract without its `[[decision]]` tables.
std::string without_decisions(std::string text) {
  for (std::size_t begin = text.find("[[decision]]"); begin != std::string::npos;
       begin = text.find("[[decision]]")) {
    const std::size_t end = text.find("\n[", begin);
    text.erase(begin, end == std::string::npos ? end : end + 1 - begin);
  }
  return text;
}

TEST(EveryKey, of_a_contract_file_changes_what_read_says) {
  std::set<std::string> shown;
  for (const std::string& contract : contracts) {
    const auto base = contract_of(contract);
    ASSERT_TRUE(base.value) << render(base.diagnostics, Language::en);
    for (const Variant& variant : variants(contract)) {
      shown.insert(variant.key);
      auto other = contract_of(variant.text);
      auto as_is = contract_of(contract);
      if (!other.value) {  // a decision belongs to its adjustment, which this key may move
        other = contract_of(without_decisions(variant.text));
        as_is = contract_of(without_decisions(contract));
      }
      ASSERT_TRUE(other.value) << variant.other << "\n" << render(other.diagnostics, Language::en);
      for (const Language language : {Language::en, Language::nl})
        EXPECT_NE(said(*as_is.value, language), said(*other.value, language))
            << "read says nothing of " << variant.key << ": " << variant.other;
    }
  }
  Walk walk;
  walk.table<ContractTerms>();
  ASSERT_GT(walk.keys.size(), 200U);
  for (const std::string& key : walk.keys)
    EXPECT_NE(shown.count(key), unsaid.count(key))
        << key << ": show it in a contract above, or give the reason why it is unsaid";
  for (const auto& [key, reason] : unsaid) {
    EXPECT_TRUE(walk.keys.count(key)) << key << " is no key";
    EXPECT_FALSE(reason.empty()) << key;
  }
}

TEST(EveryKey, that_is_unsaid_stands_in_the_page_of_the_format) {
  std::ifstream file(PRICETALK_ROOT "/docs/contract-format.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = page.find("<!-- unsaid -->");
  ASSERT_NE(begin, std::string::npos);
  const std::string list = page.substr(begin, page.find("<!-- end -->", begin) - begin);
  for (const auto& [key, reason] : unsaid)
    EXPECT_NE(list.find("| `" + key + "` | " + reason + " |"), std::string::npos) << key;
  EXPECT_EQ(std::count(list.begin(), list.end(), '\n'),
            static_cast<std::ptrdiff_t>(unsaid.size()) + 3);
}

}  // namespace every_key_test
