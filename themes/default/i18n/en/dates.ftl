# Dates in words. $case says where in a sentence the date stands:
#   nominative    by itself: a label, a table cell
#   when          it tells when something was: "in June 2023"
#   genitive      after "since", "until", "by"
#   accusative    after "as of", "speaks of"
#   instrumental  after "between"
# English needs the cases only for "on", "in" and "the"; other languages inflect.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

# One moment. $month is a month's name in the case asked for, $month-of the same in the genitive, as a day needs it.
date-minute = { $case ->
    [when] on { $day } { $month-of } { $year }, { $time }
   *[nominative] { $day } { $month-of } { $year }, { $time }
 }
date-minute-zone = { $date } ({ $zone })
date-day = { $case ->
    [when] on { $day } { $month-of } { $year }
   *[nominative] { $day } { $month-of } { $year }
 }
date-month = { $case ->
    [when] in { $month } { $year }
   *[nominative] { $month } { $year }
 }
# $quarter is 1 to 4.
date-quarter-1 = { $case ->
    [when] in the first quarter of { $year }
    [nominative] first quarter of { $year }
   *[other] the first quarter of { $year }
 }
date-quarter-2 = { $case ->
    [when] in the second quarter of { $year }
    [nominative] second quarter of { $year }
   *[other] the second quarter of { $year }
 }
date-quarter-3 = { $case ->
    [when] in the third quarter of { $year }
    [nominative] third quarter of { $year }
   *[other] the third quarter of { $year }
 }
date-quarter-4 = { $case ->
    [when] in the fourth quarter of { $year }
    [nominative] fourth quarter of { $year }
   *[other] the fourth quarter of { $year }
 }
date-spring = { $case ->
    [when] in spring { $year }
   *[nominative] spring { $year }
 }
date-summer = { $case ->
    [when] in summer { $year }
   *[nominative] summer { $year }
 }
date-autumn = { $case ->
    [when] in autumn { $year }
   *[nominative] autumn { $year }
 }
# A winter lies in two years: $year is that of its December, $next that of its January.
date-winter = { $case ->
    [when] in winter { $year }–{ $next }
   *[nominative] winter { $year }–{ $next }
 }
date-early = { $case ->
    [when] in early { $year }
   *[nominative] early { $year }
 }
date-mid = { $case ->
    [when] in mid-{ $year }
   *[nominative] mid-{ $year }
 }
date-late = { $case ->
    [when] in late { $year }
   *[nominative] late { $year }
 }
date-year = { $case ->
    [when] in { $year }
   *[nominative] { $year }
 }
date-decade = { $case ->
    [when] in the { $year }s
   *[nominative] the { $year }s
 }
date-century = { $case ->
    [when] in the years { $year }–{ $last }
   *[nominative] { $year }–{ $last }
 }

# Without a year, for the first of two dates of one year.
date-day-of-month = { $day } { $month-of }

# Marked ~ and ?. $date is in the case asked for, $plain in the nominative.
date-approximate = { $case ->
    [when] around { $plain }
   *[nominative] about { $plain }
 }
date-uncertain = { $date } (uncertain)

# From one date throughout to another. $start and $end are in the nominative, $start-of and $end-of in the genitive.
date-span = { $case ->
    [when] from { $start-of } to { $end-of }
   *[nominative] { $start } – { $end }
 }
date-span-years = { $case ->
    [when] in { $start }–{ $end }
   *[nominative] { $start }–{ $end }
 }
date-since = { $case ->
    [when] from { $date } on
   *[nominative] since { $date }
 }
date-until = { $case ->
    [when] up to { $date }
   *[nominative] until { $date }
 }
date-open = at all times

# What a sentence speaks of, where the date is no single moment: "the time since May 2024".
date-time = the time { $date }
date-moment = a moment { $date }

# Some moment within. $start and $end are in the instrumental, or in the genitive where there is but one.
date-between = between { $start } and { $end }
date-between-years = between { $start } and { $end }
date-not-after = by { $date }
date-not-before = not before { $date }

# One of several: $dates are all but the last, with commas.
date-one-of = { $dates } or { $last }

# A value as of a moment; at some moment of a longer span.
date-as-of = as of { $date }
date-as-of-some = at some point { $date }

# Two separate dates and what lies between them; where they are spans themselves.
dates-between = between { $first } and { $second }
dates-between-spans = between the first date ({ $first }) and the second ({ $second })
