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
to-passage = To the passage in the article
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
no-text-hint = The words of this article are not shown here.
notes-label = What was made of this passage
other-statements-heading = In the headline, or without a quotation
more-findings = { $count ->
    [one] One more comparison.
   *[other] { $count } more comparisons.
 }
to-question = All answers to this question
to-event = All accounts of this event
