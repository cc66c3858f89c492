//! The site's settings, from `crosscheck.yaml`.

use super::{Publish, TextMode, Tolerance};

/// Settings, with their defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Where it will be published, with a final `/`; `/` where it is not known.
    pub base_url: String,
    /// BCP 47: the language of the interface, and of articles that do not say theirs.
    pub language: String,
    /// The folder under `themes/`, or `default`.
    pub theme: String,
    /// How much of articles' text is shown where neither article nor source says.
    pub text: TextMode,
    /// The terms under which the site's own data may be used, as written.
    pub license: Option<String>,
    /// Feeds besides that of the whole site.
    pub feeds: Feeds,
    /// Whether each question and each event has a data file of its own.
    pub page_data: bool,
    /// How many entries a page of a list may have.
    pub page_size: usize,
    /// The constants of the comparison.
    pub tolerance: Tolerance,
    /// Where it is published.
    pub publish: Option<Publish>,
}

/// Which feeds there are besides that of the whole site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feeds {
    /// One for each entity that may be named.
    pub entities: bool,
    /// One for each question.
    pub questions: bool,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            title: String::new(),
            description: None,
            base_url: "/".into(),
            language: "en".into(),
            theme: "default".into(),
            text: TextMode::default(),
            license: None,
            feeds: Feeds::default(),
            page_data: false,
            page_size: 500,
            tolerance: Tolerance::default(),
            publish: None,
        }
    }
}
