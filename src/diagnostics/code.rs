//! The stable names of all problems, one table: their severity and what they mean.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be built truthfully.
    Error,
    /// It can, but somebody should look; an error under `--strict`.
    Warning,
    /// Something an author may want to add.
    Hint,
}

impl Severity {
    /// Its name in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $severity:ident),* $(,)?) => {
        /// Which problem it is. The name is stable: scripts and editors may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum Code { $($(#[$doc])* $variant),* }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// Its stable name.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How grave it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }
        }
    };
}

codes! {
    /// A file cannot be read, is not UTF-8, or is larger than the limit.
    UnreadableFile "unreadable-file" Error,
    /// A file's path is not made of lower-case ASCII letters, digits and hyphens.
    BadId "bad-id" Error,
    /// A file among the content that is not read, though it looks as if it should be.
    NotRead "not-read" Warning,
    /// There is no `crosscheck.yaml` in the root folder.
    NotASite "not-a-site" Error,
    /// The front matter is missing or does not end.
    NoFrontMatter "no-front-matter" Error,
    /// The front matter is not YAML.
    BadYaml "bad-yaml" Error,
    /// A key that the format does not have.
    UnknownKey "unknown-key" Error,
    /// A key that stands twice in one mapping.
    DuplicateKey "duplicate-key" Error,
    /// A key that must be there is not.
    MissingKey "missing-key" Error,
    /// A value of the wrong kind: a list where text belongs, a word that is not among those allowed.
    BadType "bad-type" Error,
    /// A value expression that the grammar does not know.
    BadValue "bad-value" Error,
    /// A date that is not EDTF nor a house form.
    BadDate "bad-date" Error,
    /// A URL that is not http(s).
    BadUrl "bad-url" Error,
    /// An id that nothing in the corpus has.
    UnknownId "unknown-id" Error,
    /// A claim that corrects or is corrected by one that is not here.
    UnknownClaim "unknown-claim" Warning,
    /// Two things with one id.
    DuplicateId "duplicate-id" Error,
    /// A name that no entity has; shown as text.
    UnknownName "unknown-name" Warning,
    /// A spelling that two entities share, used.
    AmbiguousName "ambiguous-name" Error,
    /// Things that refer to each other in a circle.
    Cycle "cycle" Error,
    /// A scope or a scope's value that the question does not declare.
    UnknownScope "unknown-scope" Error,
    /// A field that the question's kind has no use for.
    WrongField "wrong-field" Warning,
    /// A quote that is not in the article's text.
    QuoteNotFound "quote-not-found" Error,
    /// A quote that is in the article's text more than once.
    QuoteAmbiguous "quote-ambiguous" Error,
    /// A quote that is in the text but not in the capture.
    QuoteNotInCapture "quote-not-in-capture" Error,
    /// A capture that is not there to read.
    NoCapture "no-capture" Error,
    /// A paragraph of the body that the capture does not have.
    NotInCapture "not-in-capture" Warning,
    /// A number, scale, unit or hedge of a value that its quotes do not have.
    FigureNotInQuote "figure-not-in-quote" Error,
    /// A hedge in the quote that the value does not have.
    HedgeNotInValue "hedge-not-in-value" Error,
    /// A statement that gives no quote.
    NoQuote "no-quote" Warning,
    /// A language without tables: figures are not verified.
    NotVerified "not-verified" Hint,
    /// A ` #` that ends a text early.
    CommentInText "comment-in-text" Warning,
    /// A ruling that has no effect: its claims have changed since, or an earlier one is on the same two.
    RulingVoid "ruling-void" Warning,
    /// A verdict that is held back because something is missing.
    WouldBe "would-be" Hint,
    /// A draft that the site leaves out.
    Draft "draft" Hint,
    /// The site is larger than common static hosts take.
    HostLimit "host-limit" Warning,
    /// A template or message file of the theme is wrong.
    BadTheme "bad-theme" Error,
    /// A link, an image or an anchor that leads to nothing in the site; found with `--links`.
    BrokenLink "broken-link" Error,
    /// An address elsewhere at which there is nothing; found with `--external`.
    DeadLink "dead-link" Warning,
    /// An address elsewhere that could not be looked at; with `--external`.
    LinkNotChecked "link-not-checked" Hint,
}
