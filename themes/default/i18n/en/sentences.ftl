# Sentences about findings (COMPARISON.md, "Sentences"). A finding's sentence is put together from several of these, each
# a whole sentence. $a and $b are who says it, always as the subject; $va and $vb what they say; $x is the one that a
# remark is about, $y the other. English verbs are in the past, where one form serves singular and plural: who says it may be
# “recent reports”.
# $kind is what kind of answer it is: number, category or date; for events date, status, place or who.
# Plain words only: a reader has not read the method page.

# Who says it: "Sahil Karimli (Azernews)", "Azernews (16 May 2020)".
name-details = { $name } ({ $details })
name-unidentified = an unidentified source
name-title = “{ $title }”
name-untitled = untitled
name-same-article = another passage of the same article
name-in-same-article = the same article
name-article-itself = the article itself

# What the two say.
said-two = { $kind ->
    [date] { $a } put it { $va }, { $b } { $vb }.
    [category] { $a } gave the answer “{ $va }”, { $b } “{ $vb }”.
    [place] { $a } named { $va } as the place, { $b } { $vb }.
    [who] { $a } named { $va }; { $b } named { $vb }.
    [status] { $a } said that it { $va }, { $b } that it { $vb }.
   *[number] { $a } said { $va }, { $b } said { $vb }.
 }
# The same with the moments that the figures are of: "as of June 2023".
said-as-of = { $kind ->
    [category] { $a } gave the answer “{ $va }” { $as-of-a }, { $b } “{ $vb }” { $as-of-b }.
   *[number] { $a } said { $va } { $as-of-a }, { $b } { $vb } { $as-of-b }.
 }
said-of-time = { $a } and { $b } both speak of { $time }.
said-for-scopes = { $a } said { $va } for “{ $whole }”, { $b } { $vb } for “{ $part }”, which is a part of it.
said-for-periods = { $a } said { $va } for { $time-a }, { $b } { $vb } for { $time-b }, which lies within it.
said-counted-from = { $a } said { $va }, counted from { $since-a }; { $b } said { $vb }, counted only from { $since-b }.
status-said-happened = happened
status-said-planned = is planned
status-said-cancelled = was called off
status-said-denied = did not happen

# Agreement.
agree-same = { $kind ->
    [date] { $a } and { $b } both put it { $va }.
    [category] { $a } and { $b } give the same answer: “{ $va }”.
    [place] { $a } and { $b } name the same place: { $va }.
    [who] { $a } and { $b } name the same participants: { $va }.
    [status] { $a } and { $b } both say that it { $va }.
   *[number] { $a } and { $b } give the same figure: { $va }.
 }
agree-both-right = Both can be right.
agree-bound-loose = These agree only if “{ $v }” is not meant as a firm limit.
agree-hedge = A figure put as “{ $v }” leaves room for both.
agree-hedge-loose = These agree only if “{ $v }” is taken loosely.
agree-rounding = These agree if { $v } is a rounded figure.
agree-rounding-loose = These agree only if { $v } is a rounded figure.
agree-range = There are figures that fit both.
agree-precision = One of the two dates lies within the other, so both can be right.
agree-overlap = { $kind ->
    [who] Some are named by both, and neither says that nobody else was there.
   *[date] The dates overlap, so both can be right.
 }
agree-granularity = { $kind ->
    [place] One of the two places lies within the other, so both can be right.
    [who] One names fewer people than the other, which does not contradict it.
   *[category] One answer is the more general one and includes the other, so both can be right.
 }
note-strained = But { $w } is far more than “{ $v }” suggests.

# Change over time.
evolution-flat = { $kind ->
    [category] { $a } and { $b } give the same answer, “{ $va }”, for different dates: { $time-a } and { $time-b }.
   *[number] { $a } and { $b } give the same figure, { $va }, for different dates: { $time-a } and { $time-b }.
 }
evolution-up = { $measure ->
    [total] The total rose by at least { $change } { $between }; the two statements do not contradict each other.
    [rate] The rate rose by at least { $change } { $between }; the two statements do not contradict each other.
   *[figure] The figure rose by at least { $change } { $between }; the two statements do not contradict each other.
 }
evolution-up-plain = { $measure ->
    [total] The total rose { $between }; the two statements do not contradict each other.
    [rate] The rate rose { $between }; the two statements do not contradict each other.
   *[figure] The figure rose { $between }; the two statements do not contradict each other.
 }
evolution-down = { $measure ->
    [total] The total fell { $between }; the two statements do not contradict each other.
    [rate] The rate fell { $between }; the two statements do not contradict each other.
   *[figure] The figure fell { $between }; the two statements do not contradict each other.
 }
evolution-open = { $kind ->
    [category] They speak of different dates, and one answer includes the other; whether anything changed cannot be told.
   *[number] They speak of different dates, and one figure fits both; whether it changed cannot be told.
 }
evolution-changed = The answer may have changed in between, so the two do not contradict each other.
evolution-status = The second statement is the later one: plans and what came of them do not contradict each other.
evolution-denied = { $x } denied what { $y } said, but they speak of different dates: { $time-a } and { $time-b }. It may have changed in between.
different-period = { $a } spoke of { $time-a }, { $b } of { $time-b }. These are separate periods, so the figures may differ.
note-may-fall = This total may fall: { $because }
note-stale = { $kind ->
    [category] { $x } gave no date for this and may repeat an older statement.
   *[number] { $x } gave no date for its figure and may repeat an older one.
 }
note-as-published = { $x } gave no date for this; it is taken to be of the day of publication.
note-as-published-both = Neither gives a date for this; both are taken to be of the day of publication.
note-inferred-both = { $count ->
    [one] Neither says { $fields }; the editors inferred it for both.
   *[other] Neither says { $fields }; the editors inferred these for both.
 }
note-inferred = { $count ->
    [one] { $x } did not say { $fields }; the editors inferred it.
   *[other] { $x } did not say { $fields }; the editors inferred these.
 }

# Parts and sums.
part-fits = The two fit together.
part-exceeds-whole = A part cannot be larger than the whole.
sum-exact = { $terms } = { $sum }, which is the whole as given.
sum-exact-plain = The parts, { $terms }, add up to the whole, { $whole }.
sum-written = { $terms } = { $sum }; the whole is given as { $whole }.
sum-plain = { $count ->
    [one] The one part known is { $terms }; the whole is given as { $whole }.
   *[other] The parts are given as { $terms }; the whole is given as { $whole }.
 }
sum-fits = They add up.
sum-rounding = Rounding explains the difference.
sum-rounding-loose = They agree only if { $v } is rounded.
sum-hedge = A figure put as “{ $v }” leaves room for the difference.
sum-hedge-loose = They agree only if “{ $v }” is taken loosely.
sum-bound = A figure put as “{ $v }” only sets a limit, so they can agree.
sum-bound-loose = They agree only if “{ $v }” is not meant as a firm limit.
sum-range = A figure put as “{ $v }” leaves room for the difference.
sum-residual = This leaves { $residual } unaccounted for.
sum-excess = This is { $excess } too much.
sum-mismatch = The parts do not make up the whole.
sum-missing = { $count ->
    [one] Nobody gives a figure for “{ $parts }”.
   *[other] Nobody gives figures for { $parts }.
 }
sum-implied = { $count ->
    [one] By subtraction it would be { $implied }, which nobody has stated.
   *[other] By subtraction they would come to { $implied }, which nobody has stated.
 }
sum-part-of = The parts named fit into the whole.
sum-remainder = That leaves { $remainder } for parts that are not named.
sum-exceeds-whole = The parts cannot be larger than the whole.
sum-sources = The figures come from different articles: { $names }.
quoted = “{ $text }”

# Corrections.
revision = { $kind ->
    [number] { $b } corrects an earlier figure: { $va } then, { $vb } now.
   *[other] { $b } corrects an earlier statement: “{ $va }” then, “{ $vb }” now.
 }
revision-plain = { $b } corrects an earlier statement.
revision-same-origin = { $kind ->
    [number] { $origin } gave { $va } first and { $vb } later: it changed its own figure.
   *[other] { $origin } said “{ $va }” first and “{ $vb }” later: it changed its own statement.
 }
revision-lowered = { $origin } gave { $va } { $as-of-a } and { $vb } { $as-of-b }: it lowered its own total.
was-replaced = The statement that { $a } gave ({ $va }) has been replaced; it is kept for the record only.
was-replaced-plain = The statement that { $a } gave has been replaced; it is kept for the record only.

# Contradiction.
conflict-gap = No figure fits both: they are at least { $gap } apart.
conflict-number = No figure fits both.
conflict-other = { $kind ->
    [who] They do not name the same people.
   *[other] Both cannot be right.
 }
conflict-days = { $days ->
    [0] The dates do not fit together.
    [1] They are one day apart; a night or a time zone may explain it.
   *[other] They are { $days } days apart.
 }
note-self = Both statements come from one origin: { $origin }.
monotone-violation = A running total cannot fall.
disputed = { $kind ->
    [date] { $a } put it { $va }; { $b } denied it.
    [category] { $a } gave the answer “{ $va }”; { $b } denied it.
    [status] { $a } said that it { $va }; { $b } denied it.
    [place] { $a } named { $va } as the place; { $b } denied it.
    [who] { $a } named { $va }; { $b } denied it.
   *[number] { $a } said { $va }; { $b } denied it.
 }
still-to-come = { $a } spoke of it as still to come, but its date, { $date }, had passed when the article was published ({ $published }).
still-to-come-unpublished = { $a } spoke of it as still to come, but its date, { $date }, lies before other things that the same article reports as having happened.
not-yet = { $a } reported it as having happened { $when }, but the article was published before that ({ $published }).

# One account whose dates are not told to be wrong, for one of them is not firm.
dates-event = { $a } gave the date as: { $date }.
dates-article = The article is dated { $published }.
dates-article-unknown = The article itself is not dated.
dates-inferred = One of these dates was inferred by the editors, so nothing is concluded from them.
dates-soft = Such dates have no sharp limits, so nothing is concluded from them.
dates-uncertain = At least one of these dates is uncertain, so nothing is concluded from them.

# What cannot be compared.
incomparable-unit = These are different units, and there is no declared rate between them.
incomparable-scope = { $a } spoke of “{ $scope-a }”, { $b } of “{ $scope-b }”. These are not the same thing, so the two are not set against each other.
incomparable-change = { $x } gave a change, { $vx }; { $y } gave a total, { $vy }. The one cannot be set against the other.
incomparable-period = { $a } spoke of { $time-a }, { $b } of { $time-b }. The periods overlap only in part, so the two are not set against each other.
incomparable-since = { $a } counted from { $since-a }, { $b } from { $since-b }. The totals start and end at different times, so the two are not set against each other.
incomparable-scope-and-time = The two differ both in what they count and in their time, so they are not set against each other.
incomparable-crossed = Each of the two counts more than the other in one respect and less in another, so they are not set against each other.
incomparable-projection = { $x } spoke of what is expected, { $y } of what is or was. The two are not set against each other.
incomparable-several = Both can be true at once, so neither confirms or contradicts the other.
incomparable-both-deny = Both deny it, and neither says what is right instead.
incomparable-unknown = { $x } said that it is not known, so there is nothing to set against the other statement.
incomparable-both-unknown = Both say that it is not known.
incomparable-denial = { $x } denied something else than what { $y } said.
incomparable-other = The two are about different things, so they are not set against each other.

# What is missing. $values are a scope's values: "pledged, committed or disbursed".
lacks-scope = { $x } did not say whether this is { $values }; { $y } said “{ $value }”.
lacks-scope-plain = { $x } did not say whether this is { $values }.
lacks-as_of = { $x } gave no date for this.
lacks-since = { $x } did not say from when it counts.
lacks-period = { $x } did not say which period this is about.
lacks-against = { $x } did not say what the change is measured from.
lacks-said = It is not known when { $x } said this.
lacks-date = { $x } gave no date.
lacks-published = It is not known when the article by { $x } was published.
lacks-other = { $x } did not state { $field }.
neither-scope = Neither says whether this is { $values }.
neither-as_of = Neither gives a date for this.
neither-since = Neither says from when it counts.
neither-period = Neither says which period this is about.
neither-against = Neither says what the change is measured from.
neither-said = It is not known when the two statements were made.
neither-date = Neither gives a date.
neither-published = It is not known when the two articles were published.
neither-other = Neither states { $field }.
held = So the two are not set against each other.
held-sum = Not each of these articles states { $fields }, so nothing is concluded from the figures.
held-stale = { $kind ->
    [category] { $x } gave no date for this and may repeat an older statement, so it is not set against { $y }.
   *[number] { $x } gave no date for its figure and may repeat an older one, so it is not set against { $y }.
 }
held-stale-both = { $kind ->
    [category] Neither gives a date for this, and either may repeat an older statement, so the two are not set against each other.
   *[number] Neither gives a date for its figure, and either may repeat an older one, so the two are not set against each other.
 }
held-said = It is not known when { $origin } said the one and when the other, so it cannot be told whether it corrected itself.
inferred-as_of = which date this is about
inferred-since = from when it counts
inferred-period = which period this is about
inferred-against = what the change is measured from
inferred-said = when this was said
inferred-date = when it was
inferred-place = where it was
inferred-who = who took part
inferred-status = whether it happened
inferred-published = when it was published
inferred-scope = which “{ $scope }” is meant
time-overlap = { $a } spoke of { $time-a }, { $b } of { $time-b }. The times overlap, so both may be right.
time-soft = Such dates have no sharp limits, so both may be right.
uncertain = At least one of these dates is uncertain, so they are not set against each other.

# Remarks that go with any of these.
echo = { $n ->
    [one] Both statements are in one article and have one origin: { $origin }.
   *[other] { $n } articles, one origin: { $origin }.
 }
echo-unnamed = { $n ->
    [one] Both statements are in one article and have one origin.
   *[other] { $n } articles, one origin.
 }
note-converted = Converted at { $one } = { $rate }.
note-converted-from = Converted at { $one } = { $rate } ({ $details }).
note-uncertain = A date here is marked as uncertain.

# The editors' rulings. $because is the editors' own sentence.
ruling-same = The editors hold that both say the same: { $because }
ruling-compatible = The editors hold that both can be right: { $because }
ruling-evolution = The editors hold that this changed over time: { $because }
ruling-different-period = The editors hold that these are of different periods: { $because }
ruling-part-of = The editors hold that the one is a part of the other: { $because }
ruling-sum-ok = The editors hold that these add up: { $because }
ruling-revision = The editors hold that the one corrects the other: { $because }
ruling-superseded = The editors hold that one of the two no longer stands: { $because }
ruling-conflict = The editors hold that the two contradict each other: { $because }
ruling-monotone-violation = The editors hold that the later total contradicts the earlier one: { $because }
ruling-part-exceeds-whole = The editors hold that the part is stated as larger than the whole: { $because }
ruling-sum-mismatch = The editors hold that these do not add up: { $because }
ruling-disputed = The editors hold that the one denies what the other says: { $because }
ruling-anachronism = The editors hold that the dates do not fit: { $because }
ruling-not-comparable = The editors hold that the two cannot be compared: { $because }
ruling-indeterminate = The editors hold that this cannot be decided: { $because }
ruling-not-checked = The editors hold that this cannot be checked: { $because }

# For authors only, from `check`: what held a verdict back. Keys stand as front matter has them.
hint-would-be = the verdict is held back; otherwise it would be “{ $verdict }”
hint-add = add { $keys } to { $id }, if the article says so
hint-inferred = { $count ->
    [one] { $keys } of { $id } is inferred; where the article states it after all, remove it from `inferred`
   *[other] { $keys } of { $id } are inferred; where the article states them after all, remove them from `inferred`
 }
hint-uncertain = a date marked with a question mark holds it back: remove the mark once the date is certain
hint-soft = a season, or a date such as mid-2025, holds it back: write the month or the day, if the article gives it
