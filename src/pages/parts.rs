//! The small pieces that views are made of, each with what a template needs to show it and nothing else.

use serde::{Deserialize, Serialize};

use super::address::{self, Here};
use super::edition::Edition;
use super::script::direction;
use crate::model::{
    Article, ArticleRef, Attribution, Class, Date, EntityRef, Inferred, Mention, Party, Quote, SourceRef, Stance,
    TextMode, Via,
};

/// How many characters of an article's beginning stand for its headline.
const INCIPIT: usize = 56;

/// A thing with a name, and a link where it has a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its name; `None` where it must not, or cannot, be named: the template says so.
    pub name: Option<String>,
    /// Its page.
    pub href: Option<String>,
}

impl Named {
    /// Words without a page.
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), href: None }
    }

    /// With a page.
    pub fn link(name: impl Into<String>, href: String) -> Self {
        Self { name: Some(name.into()), href: Some(href) }
    }

    /// Its name alone.
    pub fn unlinked(self) -> Self {
        Self { href: None, ..self }
    }

    /// Somebody who is named in no output.
    pub const PRIVATE: Self = Self { name: None, href: None };
}

/// A date in words, with what machines can read of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct When {
    /// For people.
    pub words: String,
    /// What `<time datetime>` may hold; absent where HTML has no notation for it.
    pub iso: Option<String>,
    /// As written in the front matter, EDTF.
    pub written: String,
}

/// Words of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Where they stand in the article's page.
    pub href: String,
}

/// An article, as other pages refer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleLink {
    /// Its headline; absent where it has none.
    pub title: Option<String>,
    /// Its first words, where it has no headline and they may be shown.
    pub incipit: Option<String>,
    /// Its id, which tells articles apart that have neither.
    pub id: String,
    /// Its page.
    pub href: String,
    /// The headline's language.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Who published it; without a name where that is not known.
    pub source: Named,
    /// When it was published.
    pub published: Option<When>,
}

/// Something that the editor inferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inference {
    /// What the field is called, for a reader.
    pub label: String,
    /// Why.
    pub because: String,
}

/// Who says something, when, on whose word: what claims and accounts have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Says {
    /// Who asserts it; absent: the article's own voice.
    pub by: Option<Named>,
    /// When it was said, if not when the article was published.
    pub said: Option<When>,
    /// Where the article got it.
    pub via: Option<Named>,
    /// How the party stands to it, by its name in the format; absent for a plain assertion.
    pub stance: Option<&'static str>,
    /// The words it rests on; none where the article's words may not be shown.
    pub quotes: Vec<Words>,
    /// The editor's translation of them.
    pub translation: Option<String>,
    /// The editor's note, Markdown.
    pub note: Option<String>,
    /// What is inferred.
    pub inferred: Vec<Inference>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Whether they have a direction of their own: a name, a value.
    pub isolated: bool,
}

/// A verdict, for a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The class' name, which is also the CSS class and the key of its label.
    pub class: &'static str,
    /// The verdict's name.
    pub name: &'static str,
    /// What was found, in a sentence.
    pub sentence: Vec<Phrase>,
}

/// A passage of an article's plain text that is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where it starts, in bytes of the plain text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The number of its note.
    pub number: usize,
    /// The anchor of its note.
    pub note: String,
    /// Its own anchor.
    pub id: String,
    /// The class of what was found about it.
    pub class: String,
    /// How grave that is: where quotes overlap, the gravest gives the colour.
    pub weight: u8,
}

impl Mark {
    /// A passage, without anything that is said of it.
    pub(super) fn bare(range: std::ops::Range<usize>) -> Self {
        let std::ops::Range { start, end } = range;
        Self { start, end, number: 0, note: String::new(), id: String::new(), class: String::new(), weight: 0 }
    }
}

/// How grave a class is, for [`Mark::weight`].
pub fn weight(class: Option<Class>) -> u8 {
    class.map_or(0, |class| class as u8 + 1)
}

impl Edition<'_> {
    /// A date.
    pub fn when(&self, date: &Date) -> When {
        When { words: self.words(date), iso: date.iso_core(), written: date.written.clone() }
    }

    /// An entity; without its name where it is private.
    pub fn entity_name(&self, here: &Here, at: EntityRef) -> Named {
        let entity = &self.corpus[at];
        if entity.private { Named::PRIVATE } else { Named::link(&entity.name, here.to(address::entity(entity))) }
    }

    /// A source.
    pub fn source_name(&self, here: &Here, at: SourceRef) -> Named {
        let source = &self.corpus[at];
        Named::link(&source.name, here.to(address::source(source)))
    }

    /// An article's publisher; without a name where it is not known.
    pub fn publisher(&self, here: &Here, article: &Article) -> Named {
        article.source.map_or(Named::PRIVATE, |source| self.source_name(here, source))
    }

    /// A place or participant as an account names it.
    pub fn mention(&self, here: &Here, mention: &Mention) -> Named {
        match mention.entity {
            Some(entity) => self.entity_name(here, entity),
            None => Named::text(&mention.written),
        }
    }

    /// Somebody who asserts something.
    pub fn party(&self, here: &Here, party: &Party) -> Named {
        match party {
            Party::Entity(entity) => self.entity_name(here, *entity),
            Party::Source(source) => self.source_name(here, *source),
            Party::Text(text) => Named::text(text),
        }
    }

    /// An article, for a link to it.
    pub fn article_link(&self, here: &Here, at: ArticleRef) -> ArticleLink {
        let article = &self.corpus[at];
        ArticleLink {
            title: article.title.clone(),
            incipit: self.incipit(at),
            id: article.id.clone(),
            href: here.to(address::article(article)),
            dir: direction(&article.lang),
            lang: article.lang.clone(),
            source: self.publisher(here, article),
            published: article.published.as_ref().map(|date| self.when(date)),
        }
    }

    /// The words that a statement rests on; none where the article's words may not be shown.
    pub fn quotes(&self, here: &Here, at: ArticleRef, id: &str, quotes: &[Quote]) -> Vec<Words> {
        let article = &self.corpus[at];
        if article.text == TextMode::Link {
            return Vec::new();
        }
        let words = |(position, quote): (usize, &Quote)| Words {
            text: quote.text.split_whitespace().collect::<Vec<_>>().join(" "),
            lang: article.lang.clone(),
            dir: direction(&article.lang),
            href: here.to(format!(
                "{}#{}",
                address::article(article),
                // A quote of the headline has no passage in the text: its note stands for it.
                if quote.range.is_some() { anchor(id, position) } else { address::local(id).to_owned() },
            )),
        };
        quotes.iter().enumerate().map(words).collect()
    }

    /// What claims and accounts have in common. `id` is the full id.
    pub fn says(&self, here: &Here, article: ArticleRef, id: &str, attribution: &Attribution) -> Says {
        let via = attribution.via.as_ref().map(|via| match via {
            Via::Party(party) => self.party(here, party),
            Via::Article(article) => self.via_article(here, *article, None),
            Via::Claim(claim) => self.via_article(here, self.corpus[*claim].article, Some(&self.corpus[*claim].id)),
        });
        Says {
            by: attribution.by.as_ref().map(|party| self.party(here, party)),
            said: attribution.said.as_ref().map(|date| self.when(date)),
            via,
            stance: (attribution.stance != Stance::Asserts).then(|| attribution.stance.name()),
            quotes: self.quotes(here, article, id, &attribution.quotes),
            translation: self.translation(article, attribution),
            note: attribution.note.clone(),
            inferred: self.inferences(&attribution.inferred),
        }
    }

    /// What was inferred, and why. A scope has the name that its question gives it, which no message file can know.
    pub fn inferences(&self, inferred: &Inferred) -> Vec<Inference> {
        let label = |field: &str| {
            let key = format!("field-{field}");
            if self.language.has(&key) { self.language.text(&key, &[]) } else { field.replace(['-', '_'], " ") }
        };
        inferred.iter().map(|(field, because)| Inference { label: label(field), because: because.clone() }).collect()
    }

    /// A translation is the article's words too.
    fn translation(&self, article: ArticleRef, attribution: &Attribution) -> Option<String> {
        attribution.translation.clone().filter(|_| self.corpus[article].text != TextMode::Link)
    }

    /// An article that another leans on. Of one that was withdrawn only its notice knows the headline: here its
    /// publisher is named.
    fn via_article(&self, here: &Here, at: ArticleRef, claim: Option<&str>) -> Named {
        let article = &self.corpus[at];
        if article.withdrawn.is_some() {
            let publisher = self.corpus.source_of(at).map(|source| source.name.clone());
            return Named::link(publisher.unwrap_or_else(|| article.id.clone()), here.to(address::article(article)));
        }
        let anchor = claim.map(|id| format!("#{}", address::local(id))).unwrap_or_default();
        let name = article.title.clone().unwrap_or_else(|| article.id.clone());
        Named::link(name, here.to(format!("{}{anchor}", address::article(article))))
    }
}

/// The first words of a text, as catalogues name works without a title.
pub fn incipit(plain: &str) -> Option<String> {
    let mut words = String::new();
    for word in plain.split_whitespace() {
        if words.chars().count() + word.chars().count() >= INCIPIT {
            return (!words.is_empty()).then(|| words + " …");
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    (!words.is_empty()).then_some(words)
}

/// The anchor of a statement's quote in its article's page.
pub fn anchor(id: &str, position: usize) -> String {
    let local = address::local(id);
    if position == 0 { ["q.", local].concat() } else { format!("q.{local}.{}", position + 1) }
}
