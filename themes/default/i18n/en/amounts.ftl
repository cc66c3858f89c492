# Amounts as people write them. $n is the number with its scale word, written out; $count is its plural category, or
# "scaled" after a scale word; $case is nominative, genitive or accusative (for languages whose nouns have cases).

number-decimal = .
number-group = ,

amount-million = { $n } million
amount-billion = { $n } billion
amount-trillion = { $n } trillion

# Currencies by their ISO code. Those not listed are written with the code after the number.
# .many names the money after "dozens of".
currency-USD = ${ $n }
    .many = dollars
currency-EUR = €{ $n }
    .many = euros
currency-GBP = £{ $n }
    .many = pounds

currency-UAH = { $n } UAH
    .many = hryvnias
currency-AZN = { $n } AZN
    .many = manats
currency-RUB = { $n } RUB
    .many = Russian roubles
currency-PLN = { $n } PLN
    .many = zlotys

unit-percent = { $n }%
    .many = per cent
unit-points = { $n } { $count ->
    [one] percentage point
   *[other] percentage points
 }
    .many = percentage points
unit-other = { $n } { $unit }

# Nouns that questions often count. Others are written as the question has them. .difference says how far two such
# figures are apart, where the noun itself would not do ("1 killed apart").
unit-people = { $n } { $count ->
    [one] person
   *[other] people
 }
    .many = people
unit-killed = { $n } killed
    .many = people killed
    .difference = { $n }
unit-wounded = { $n } wounded
    .many = people wounded
    .difference = { $n }
unit-injured = { $n } injured
    .many = people injured
    .difference = { $n }
unit-missing = { $n } missing
    .many = people missing
    .difference = { $n }
unit-displaced = { $n } displaced
    .many = people displaced
    .difference = { $n }
unit-barrels = { $n } { $count ->
    [one] barrel
   *[other] barrels
 }
    .many = barrels
unit-tonnes = { $n } { $count ->
    [one] tonne
   *[other] tonnes
 }
    .many = tonnes
unit-kilometres = { $n } { $count ->
    [one] kilometre
   *[other] kilometres
 }
    .many = kilometres
unit-hectares = { $n } { $count ->
    [one] hectare
   *[other] hectares
 }
    .many = hectares
unit-cubic-metres = { $n } { $count ->
    [one] cubic metre
   *[other] cubic metres
 }
    .many = cubic metres
unit-megawatts = { $n } { $count ->
    [one] megawatt
   *[other] megawatts
 }
    .many = megawatts
unit-soldiers = { $n } { $count ->
    [one] soldier
   *[other] soldiers
 }
    .many = soldiers
unit-civilians = { $n } { $count ->
    [one] civilian
   *[other] civilians
 }
    .many = civilians
unit-children = { $n } { $count ->
    [one] child
   *[other] children
 }
    .many = children
unit-refugees = { $n } { $count ->
    [one] refugee
   *[other] refugees
 }
    .many = refugees
unit-drones = { $n } { $count ->
    [one] drone
   *[other] drones
 }
    .many = drones
unit-missiles = { $n } { $count ->
    [one] missile
   *[other] missiles
 }
    .many = missiles
unit-documents = { $n } { $count ->
    [one] document
   *[other] documents
 }
    .many = documents
unit-countries = { $n } { $count ->
    [one] country
   *[other] countries
 }
    .many = countries
unit-days = { $n } { $count ->
    [one] day
   *[other] days
 }
    .many = days

# What a statement says around its number. $amount is in the nominative, $amount-of in the genitive, $amount-acc in the
# accusative.
value-exactly = exactly { $amount }
value-about = about { $amount }
value-nearly = nearly { $amount }
value-just-over = just over { $amount }
value-at-least = at least { $amount }
value-at-most = at most { $amount }
value-up-to = up to { $amount }
value-more-than = more than { $amount }
value-less-than = less than { $amount }
# A change, not a total.
value-more = { $amount } more
value-less = { $amount } less
value-between = between { $low } and { $high }
value-unknown = not known
value-none = none
value-denies = not so

# Without a number. $unit is a noun in the plural; "no" where there is none.
vague-couple = { $has-unit ->
    [no] a couple
   *[yes] a couple of { $unit }
 }
vague-few = { $has-unit ->
    [no] a few
   *[yes] a few { $unit }
 }
vague-several = { $has-unit ->
    [no] several
   *[yes] several { $unit }
 }
vague-tens = { $has-unit ->
    [no] tens
   *[yes] tens of { $unit }
 }
vague-dozens = { $has-unit ->
    [no] dozens
   *[yes] dozens of { $unit }
 }
vague-scores = { $has-unit ->
    [no] scores
   *[yes] scores of { $unit }
 }
vague-hundreds = { $has-unit ->
    [no] hundreds
   *[yes] hundreds of { $unit }
 }
vague-thousands = { $has-unit ->
    [no] thousands
   *[yes] thousands of { $unit }
 }
vague-scale-thousand = { $has-unit ->
    [no] thousands
   *[yes] thousands of { $unit }
 }
vague-scale-million = { $has-unit ->
    [no] millions
   *[yes] millions of { $unit }
 }
vague-scale-billion = { $has-unit ->
    [no] billions
   *[yes] billions of { $unit }
 }
vague-scale-trillion = { $has-unit ->
    [no] trillions
   *[yes] trillions of { $unit }
 }

# Intervals of numbers. "-of" arguments are in the genitive, "-acc" ones in the accusative.
interval-between = between { $low } and { $high }
interval-at-least = at least { $low }
interval-more-than = more than { $low }
interval-at-most = at most { $high }
interval-less-than = less than { $high }
interval-any = any amount

# Lists: $items are all but the last, with commas.
list-and = { $items } and { $last }
list-or = { $items } or { $last }
