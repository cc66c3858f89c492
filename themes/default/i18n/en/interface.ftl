# Interface: headings, buttons, navigation and everything else that a template says by itself.
# Whoever adds a key here adds it to uk/interface.ftl too: a test compares the two.

# Every page
skip-to-content = Skip to the content
nav-label = Parts of the site
nav-more-label = More about this site
nav-claims = Claims
nav-timeline = Timeline
nav-articles = Articles
nav-sources = Sources
nav-entities = People and places
nav-method = Method
nav-corrections = Corrections
nav-data = Data
footer-promise = Every statement on this site leads back to the words it came from.
list-separator = { ", " }

# Names that are not there
not-named = a person not named here
source-unidentified = Unidentified source
source-unidentified-long = Not identified: the article does not say who published it, and nothing is supplied from elsewhere.
untitled = Untitled:
untitled-heading = Untitled article
untitled-article = Untitled article ({ $id })
undated = no date given

# Who says it
field-stance = As
field-source = Source
translation = Translation:
editor-note = Editor’s note:
inferred = Inferred by the editor:
to-passage-short = in the text

# Articles
by-authors = By
article-tally = { $count ->
    [one] One statement is marked in this article.
   *[other] { $count } statements are marked in this article.
 }
original = Original
archived = Archived copy
retrieved = Captured
capture = Capture
license = Terms
withdrawn-heading = This article was withdrawn
withdrawn-no-reason = No reason is given. Nothing that it said is used on this site.
corrections-heading = Corrections to this article
correction-was = It said
correction-now = It says now
correction-why = Why
text-heading = The article
excerpts-heading = What it says, in its own words
excerpts-hint = Only the quoted passages are shown, each with its sentence; the text is its publisher’s.
check-label = Look it up:
check-passage = passage { $number }:
check-original = in the original
check-archived = in the archived copy
no-text-hint = The words of this article are not shown here.
other-statements-heading = In the headline, or without a quotation
link-statements-heading = What it says
more-findings = { $count ->
    [one] One more comparison.
   *[other] { $count } more comparisons.
 }
to-question = All answers to this question
to-event = All accounts of this event
says-nothing = says nothing
no-quote = no quotation is shown
in-source = in
no-longer-stands = no longer stands
kind-event = Event
origins = { $count ->
    [one] one independent source
   *[other] { $count } independent sources
 }
about-as_of = as of
about-as_of_some = at some point
about-period = for
about-published = no date given; published
scope-unstated = Not stated what is counted
more-answers = { $count ->
    [one] One more answer.
   *[other] { $count } more answers.
 }
statements-count = { $count ->
    [one] in one statement
   *[other] in { $count } statements
 }
line-statements = { $claims ->
    [0] { $accounts ->
        [one] one event
       *[other] { $accounts } events
     }
    [one] one claim, { $accounts ->
        [one] one event
       *[other] { $accounts } events
     }
   *[other] { $claims } claims, { $accounts ->
        [one] one event
       *[other] { $accounts } events
     }
 }

# Charts
key-strict = what the words promise
key-loose = taken loosely
key-point = the figure or the day; hollow: more or less than it
key-open = no limit
key-day = a day
key-span = a month, a year, a span
key-within = some day within, or uncertain
key-about = about, or a season
key-open-date = no end
key-join = sources differ on the date
strip-caption = One lane for each source; the list says the same in words.
strip-binned = Within a lane, the higher, the more was told of that time.
overview-caption = All years; the higher, the more was told of that time. This page’s year is set off.
lane-unidentified = Unidentified: { $id }
timeline-other-sources = Other sources
plot-title = { $question } The figures and when they are of.
plot-desc = Every mark is one answer, with its number in the table below; the further right, the later, and the higher, the more.
plot-caption = Numbers are those of the answers above; a thin line joins what one origin said at different times. Solid: what the words promise; pale: taken loosely; an arrow: no limit.
plot-assumed = Answer { $number } gives no date of its own; its place is assumed.
plot-undated = Answer { $number } is not drawn: its date is not known.

# The first page
home-articles = { $count ->
    [one] One article
   *[other] { $count } articles
 }
home-sources = { $count ->
    [one] one identified source
   *[other] { $count } identified sources
 }
home-unidentified = { $count ->
    [one] one article of unidentified source
   *[other] { $count } articles of unidentified source
 }
home-questions = { $count ->
    [one] One question
   *[other] { $count } questions
 }
home-events = { $count ->
    [one] one event
   *[other] { $count } events
 }
home-differences = Where they differ
home-no-differences = Nothing in this collection differs, as far as it can be compared.
home-all-claims = All claims that were compared
home-timeline = When it happened
home-all-events = The whole timeline
home-latest = Latest events

# Claims
claims-title = Claims that differ
claims-standfirst = What the articles answer to the same question, side by side. A difference is explained before it is called a contradiction.
to-all-claims = Every claim, one by one
all-claims-title = All claims
all-claims-standfirst = { $count ->
    [one] The one claim of this collection: its own words first, then what they were read as.
   *[other] All { $count } claims of this collection, question by question: their own words first, then what they were read as.
 }
all-claims-continued = continued
to-claims-that-differ = Only the claims that differ
count-contradict = { $count ->
    [one] one contradiction
   *[other] { $count } contradictions
 }
count-unclear = { $count ->
    [one] one that cannot be told
   *[other] { $count } that cannot be told
 }
count-explained = { $count ->
    [one] one explained
   *[other] { $count } explained
 }
count-agree = { $count ->
    [one] one agreement
   *[other] { $count } agreements
 }
count-single = { $count ->
    [one] one with a single answer
   *[other] { $count } with a single answer
 }
claims-single-heading = One answer only
claims-single-hint = Nothing to compare: one article answers, or all answers are one.
claims-unanswered-heading = No answer
claims-unanswered-hint = No article of this collection answers these.
show-agreements = { $count ->
    [one] Show the one that agrees
   *[other] Show the { $count } that agree
 }
show-single = { $count ->
    [one] Show the question
   *[other] Show the { $count } questions
 }
answers-heading = Who says what
no-answers = No article answers this question.
band-label = What all can live with:
band = { $interval } (answers { $answers }). This is no best estimate.
derived-label = Implied, said by nobody:
derived = answers { $first } and { $second } together make { $interval }.
grid-heading = Who gives which answer
grid-hint = The numbers are those of the answers above.
plot-heading = Figures and dates
findings-heading = How they compare
findings-of-pairs = { $count ->
    [one] One pair was compared; it is not listed.
   *[other] { $count } pairs were compared; the ones that matter are listed.
 }
rulings-heading = Ruled by the editors
ruling-of = Answers { $answers }
table-heading = Every answer in full
column-who = Source
column-words = In its own words
column-value = Read as
column-time = Time
column-editor = From the editor
as-annotated = annotated as
no-time = no date
question-about-heading = About this question
question-kind = What is asked for
rate-label = One { $unit } is
to-method = How answers are compared

# Events
accounts-count = { $count ->
    [one] one account
   *[other] { $count } accounts
 }
accounts-heading = Who says what
no-account = No article of this collection gives an account of it.
silent-label = Says nothing of it:
silent-more = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
silent-unidentified = { $count ->
    [one] one article of unidentified source
   *[other] { $count } articles of unidentified source
 }
event-part-of = Part of
event-questions-heading = What the same articles answer
event-questions-hint = Questions that more than one of these articles speaks to.
event-question-articles = { $count ->
    [one] one article
   *[other] { $count } articles
 }
in-timeline = In the timeline
parts-heading = What belongs to it
neighbours-label = Before and after
before = Before
after = After

# Timeline
timeline-title = Timeline
timeline-standfirst = { $count ->
    [one] One event, with who tells of it.
   *[other] { $count } events, with who tells of each. A date is a claim too: where sources differ on it, each gives its own.
 }
timeline-jump = Jump to a year
timeline-undated = Without a date
timeline-years = Years
filter-label = Show only a part of the list
filter-words = Words
filter-source = Source
filter-entity = Person or place
filter-kind = Kind
filter-question-kind = What is asked for
filter-class = Verdict
filter-from = From
filter-to = To
filter-all = all
filter-reset = Show all
filter-count = Shown: { $shown } of { $count }
more-dates = { $count ->
    [one] and one more date
   *[other] and { $count } more dates
 }
more-sources = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
and-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
 }

# Lists that go on over several pages
pager-label = Pages of this list
pager-here = page { $page } of { $pages }
pager-previous = Previous page
pager-next = Next page

# Lists
articles-standfirst = { $count ->
    [one] One article, read closely.
   *[other] { $count } articles, read closely. Every statement that was compared is marked in its text.
 }
articles-undated = Without a date
articles-latest = The latest
source-line = { $articles ->
    [one] one article
   *[other] { $articles } articles
 }, { $claims ->
    [one] one claim
   *[other] { $claims } claims
 }
unidentified-heading = Unidentified sources
unidentified-hint = These articles do not say who published them. Each is a source of its own, without a name.
source-site = Site
source-country = Country
source-counts = { $articles ->
    [one] One article
   *[other] { $articles } articles
 }, { $events ->
    [one] one event
   *[other] { $events } events
 }, { $questions ->
    [one] one question
   *[other] { $questions } questions
 }.
source-events-heading = What it reported
source-own-account = its account
source-others = Also told by
source-nobody-else = told by nobody else
matrix-heading = Who reported what, and who was silent
matrix-hint = Events that several sources tell of. Each sign leads to the source’s own account.
matrix-more = { $count ->
    [one] One more such event is not in this table.
   *[other] { $count } more such events are not in this table.
 }
matrix-tells = tells of it
matrix-differs = differs from another account
matrix-silent = silent
source-differs-heading = Where it differs from others, or from itself
source-articles-heading = What it published here
source-relies-heading = Whom it relies on
source-shared-heading = What it answers along with others
source-alone-heading = Where it stands alone
source-alone-hint = No other source of this collection speaks of these.
entities-person = People
entities-organization = Organizations
entities-state = States
entities-place = Places
entities-other = Others
entity-line = { $events ->
    [one] one event
   *[other] { $events } events
 }, { $claims ->
    [one] one claim
   *[other] { $claims } claims
 }
entity-spellings = Also written
entity-within = In
entity-location = Location (north, east)
entity-about-heading = Given as an answer
entity-by-heading = Quoted as saying
entity-events-heading = Events
entity-nothing = No event and no claim of this collection names it directly.

# Search
nav-search = Search
search-words = Words
search-hint = In titles, texts and quotations; other forms of a word are found too. The arrow keys go through what was found.
search-filters = Show only a part of what is found
search-slash = The key / goes to the search field
search-event = Event
search-question = Question
search-entity = Person or place
search-source = Source
search-page = About this site
search-article = Article
search-quote = Quotation
search-count = Found: { $count }
search-some = Nothing has all of these words. Found with some of them: { $count }
search-none = Nothing was found.
search-failed = The search could not be loaded. Here is everything from A to Z.
search-more = Show more
a-to-z = Everything from A to Z
a-to-z-short = A–Z
a-to-z-letters = Letters
a-to-z-events = Events
a-to-z-questions = Questions
a-to-z-entities = People and places
a-to-z-sources = Sources

# Method
method-title = How claims are compared
method-standfirst = Most figures that differ do not contradict each other: they are of different dates, mean different things, or are rounded. So what is compared comes first, then when, and only then how much.
method-rules-heading = The rules in short
method-rule-comparable = Two statements are set against each other only if they are about the same thing: the same question, the same part or sense of it, the same unit.
method-rule-time = Then their dates are looked at. A running total may grow, a level may rise and fall, and figures for a period compare only with the same period.
method-rule-readings = Every figure is read twice: strictly, as its words promise, and loosely, as far as such words are stretched in practice. No contradiction is declared where the loose readings meet.
method-rule-default = No contradiction, and no claim of growth, rests on something that was assumed. What is missing or inferred makes it “cannot tell”.
method-rule-origin = Articles that repeat one origin count once. Unknown origins are never taken to be the same.
method-rule-band = Where all agree, the range that all can live with is shown. It is never a best estimate, and nothing is averaged or voted on.
method-verdicts-heading = The verdicts
method-constants-heading = The constants in force
method-constant = Constant
method-value = Value
method-exceptions-heading = Questions with constants of their own
constant-round-cap = How far a rounded figure may be from the truth, at most
constant-about = How far “about” reaches, taken loosely; strictly, half as far
constant-strain = From how many times the figure on a limit such as “more than” is called far apart
constant-integer-strict = How far “about” reaches at the least among whole numbers
constant-integer-loose = The same, taken loosely
constant-round-count = Bare counts that are a multiple of this may be rounded
constant-longest-same = Most days of a span that still counts as one time
constant-soft-months = Months by which seasons and words such as “mid-2025” are widened before a contradiction is declared
method-vague-heading = Words instead of figures
method-word = Word

# Corrections
corrections-standfirst = What was corrected or withdrawn, by publishers, by those who made a claim, and by the editors.
corrections-none = Nothing has been corrected or withdrawn so far.
corrected-heading = Corrected articles
superseded-heading = Claims that no longer stand

# Pages that are not there
not-found-title = There is no such page
not-found-text = The address may be old or mistyped. These are the parts of the site:
moved-title = This page has moved
moved-link = To its new address
