# The Data page, and what the data files say of themselves.
# data-field-<table>-<name> says what a column of that table means, data-field-<name> what it means in every table that has it.

data-standfirst = Everything that this site shows, as files for programs and spreadsheets.
data-rules-heading = What holds for every file
data-rule-same = The files are made from what the pages are made from, and change only when the content does. What the pages may not show is in no file: the words of articles whose text is withheld, withdrawn articles, people who are not named here.
data-rule-null = Numbers are decimals in plain notation, as text in JSON, so that no program rounds them. What is absent is null in JSON and empty in CSV. Dates are as their editors wrote them, in the Extended Date/Time Format (EDTF, ISO 8601-2).
data-rule-csv = In CSV, lists are joined with “; ”, names with values are “name: value; name: value”, and an interval is two columns. A text that a spreadsheet would take for a formula has an apostrophe in front; numbers below zero are left as they are.
data-tables-heading = Tables
data-package = All tables with their types, keys and terms, for programs: a Frictionless Data Package.
data-columns = { $count ->
    [one] One column
   *[other] { $count } columns
 }
data-rows = { $count ->
    [one] one row
   *[other] { $count } rows
 }
data-refers = in { $table }
data-terms-heading = Terms
data-terms-site = The site’s own data – its structure, its questions and findings – may be used under:
data-terms-none = The site states no terms for its own data.
data-terms-sources = Quoted words belong to their publishers, whose own terms apply.
data-terms-unstated = none stated
data-page-data = Each question’s page has its claims, and each event’s page its accounts, as data.csv beside it.

# Tables
data-claims = Claims
    .about = What articles answer to questions: one row for each claim.
data-events = Events
    .about = What happened, was planned, or is said to have been: one row for each event. In JSON each has the accounts of it; an event without an entry of its own takes title, date and place from the first account that gives one.
data-accounts = Accounts
    .about = What one article says of one event: one row for each account. What the article is silent about is null.
data-findings = Findings
    .about = What was found when claims, or accounts of an event, were set side by side. Of a question with more than 20 claims not every pair is listed; the questions count all of them.
data-questions = Questions
    .about = What the claims answer, and how all pairs of them compare.
data-articles = Articles
    .about = Where the words come from. The text of an article is in no data file.
data-sources = Sources
    .about = Publishers, with the terms under which their words are shown.
data-entities = People, organizations, states and places
    .about = Those that claims and accounts speak of. People who are not to be named are not listed.

# Types
data-type-text = text
data-type-id = id
data-type-date = date (EDTF)
data-type-url = URL
data-type-number = number
data-type-count = whole number
data-type-flag = true or false
data-type-list = list
data-type-interval = two numbers
data-type-fields = names with values
data-type-rows = rows

# Columns of several tables
data-field-id = Its id.
data-field-url = Its place on the site.
data-field-article = The article that says it.
data-field-source = The publisher of the article; null where it is not known.
data-field-title = What it is called.
data-field-date = When it took place.
data-field-status = Whether it took place: happened, planned, cancelled or denied.
data-field-place = Where: the id of an entity, or a name without one.
data-field-who = Who took part: ids of entities, or names without one.
data-field-by = Who says it: the id of an entity or a source, or a name without one. Null where it is the article’s own voice.
data-field-said = When it was said; null where that is when the article was published.
data-field-via = Where the article got it: the id of a source, an entity, an article or a claim, or a text.
data-field-stance = How they stand to it: asserts, reports, estimates, projects, alleges or denies.
data-field-quote = The words it rests on; several passages are joined with “ […] ”. Null where there are none, or where they may not be shown.
data-field-inferred = What the editor inferred: the field, and why.
data-field-kind = What kind it is.
data-field-question = The id of the question.
data-field-event = The id of the event.
data-field-claims = The ids of the claims.
data-field-unit = The unit of the numbers: an ISO 4217 code, % or a noun.
data-field-since = From when a total counts; null where it is not said.
data-field-name = Its name.
data-field-text = How much of the words may be shown: full, quotes or link.

# Claims
data-field-claims-id = article#claim
data-field-claims-value = The answer as the editor wrote it; null where the claim only denies.
data-field-claims-low = The least that the words promise (the strict reading). Null for categories and dates, and where that end is open.
data-field-claims-high = The most that the words promise.
data-field-claims-loose-low = The least to which the words are stretched in practice (the loose reading).
data-field-claims-loose-high = The most to which the words are stretched in practice.
data-field-as-of = The moment that the figure is about; null where the claim does not say.
data-field-period = The span that the figure is about; null where the claim does not say.
data-field-against = What a change is measured from; null where the claim does not say.
data-field-claims-scope = Which part or sense of the question it answers, as far as the claim states it.
data-field-revises = The claim that it corrects.
data-field-superseded = Whether its claimant has corrected it.
data-field-superseded-by = The claim that corrects it, where the collection has it.

# Events and accounts
data-field-events-title = What the site calls it.
data-field-events-date = The editor’s date, or the first that an account gives.
data-field-events-status = What all accounts say: happened, planned, cancelled or denied. Null where they differ.
data-field-accounts = The ids of the accounts.
data-field-events-accounts = What each article says of it; in CSV the ids of the accounts.
data-field-part-of = The id of the larger event that it belongs to.
data-field-accounts-id = article#account
data-field-accounts-title = What the editor calls it in this account; null where it is the event’s own title.
data-field-accounts-kind = What kind of event, in the editor’s own words; the timeline filters by it.

# Findings
data-field-findings-id = Its id: the same for as long as the same statements are compared.
data-field-findings-question = The question it is about; null where it is about an event.
data-field-findings-event = The event it is about; null where it is about a question.
data-field-findings-claims = The ids of the claims or accounts compared. A sum names the whole first, a change the earlier first.
data-field-class = agree, explained, unclear or contradict.
data-field-verdict = What was found; see the page on the method.
data-field-reason = Why, in a word of the method.
data-field-flags = What else to know of it. The flag would-be:…, which no page shows, says what was held back because something is missing.
data-field-gap = How far apart the two figures are at the least.
data-field-gap-days = How many days apart the two dates are at the least.
data-field-min-change = By how much a total grew at the least.
data-field-residual = Of a sum: what does not add up.
data-field-implied = Of a sum: what a missing part would be. Nobody said it.
data-field-remainder = Of a sum: what its parts leave over.
data-field-sentence = The finding in words.
data-field-aspect = What of an event was compared: date, status, place or who.
data-field-findings-url = The page it stands on.

# Questions
data-field-questions-question = The question, as asked.
data-field-questions-kind = cumulative, level, flow, count, rate, category or date.
data-field-questions-scope = The parts and senses that are told apart: each scope with its values.
data-field-values = Of a category: its values, a group before its members.
data-field-questions-status = The gravest class of what was found: agree, explained, unclear or contradict.
data-field-origins = How many independent origins the claims have.
data-field-pairs = How many pairs of claims have which verdict.
data-field-complete = Whether every pair is among the findings.
data-field-bands = For claims of one time that all agree: what every one of them can live with. Never a best estimate.

# Articles
data-field-articles-title = Its headline; null where it has none.
data-field-articles-source = Its publisher; null where it is not known.
data-field-authors = Who wrote it.
data-field-published = When it was published.
data-field-original = Where it was published.
data-field-archived = An archived copy.
data-field-retrieved = When it was captured.
data-field-added = When it entered the collection.
data-field-lang = Its language, BCP 47.

# Sources
data-field-sources-kind = outlet, agency, state or organization.
data-field-country = The state it is of: the id of an entity, or a name without one.
data-field-website = Its own site.
data-field-sources-text = How much of its words may be shown: full, quotes or link. Null where each article, or the site, says.
data-field-license = The terms under which its words are shown.

# Entities
data-field-entities-kind = person, organization, state or place.
data-field-spellings = Other ways in which articles write the name.
data-field-within = The place or state that it lies in.
data-field-latitude = Degrees north.
data-field-longitude = Degrees east.

# Other forms
data-forms-heading = For other programs
data-feeds = Feeds
    .about = The latest 200 things that are new, for feed readers: articles, claims, accounts of events, corrections, and contradictions as they appear. Atom and JSON Feed 1.1. Times are those at which articles entered the collection or were corrected.
    .left-out = { $count ->
        [one] One article is in no feed, because it is not known when it entered the collection.
       *[other] { $count } articles are in no feed, because it is not known when they entered the collection.
     }
data-feeds-of-entities = Each person, organization, state and place has feeds of its own beside its page: feed.xml and feed.json.
data-feeds-of-questions = Each question has feeds of its own beside its page: feed.xml and feed.json.
data-calendar = Calendar
    .about = The events with a date, for calendar programs (iCalendar). Whole days; what days cannot say, such as “about” or that sources differ, is said in the title, and the date as written is in X-EDTF.
    .left-out = { $count ->
        [one] One event without a date is left out.
       *[other] { $count } events without a date are left out.
     }
data-timelinejs = TimelineJS
    .about = The events with a date, for a timeline by Knight Lab’s TimelineJS 3.
    .left-out = { $count ->
        [one] One event without a date is left out.
       *[other] { $count } events without a date are left out.
     }
data-annotations = Annotations
    .about = Every claim and every account as a W3C Web Annotation on the article where it was published, in pages of 1,000. The quoted words are given with what stands around them only as far as this site shows it; of articles whose words are withheld, the article as a whole is annotated.

# Feeds
feed-link = What is new: { $name }
feed-of = { $name } ({ $site })
feed-by-source = { $title } ({ $source })
feed-claim = { $question } { $value }
feed-difference = Sources contradict each other: { $subject }
feed-correction = Corrected: { $title }
feed-article-says = { $claims ->
    [one] One claim
   *[other] { $claims } claims
 } and { $accounts ->
    [one] one account of an event
   *[other] { $accounts } accounts of events
 } are marked in this article.
feed-kind-article = Article
feed-kind-claim = Claim
feed-kind-account = Account of an event
feed-kind-difference = Contradiction
feed-kind-correction = Correction

# Events with a date, in calendars and timelines of other programs
dated-title = { $title } · { $date }
dated-disputed = { $date }, and sources differ on the date
timelinejs-several = Several sources
timelinejs-more = All accounts of it
