//! Private entities are named in no output (FORMAT.md, "Source, event, entity, settings").
//!
//! In goes the corpus, after it was compared; in the same corpus every letter of a private entity's name and spellings is
//! then an `X`, wherever free text has it: titles, quotes, article texts, notes, reasons, the editor's own pages. Because
//! every output is made from the corpus, no output can name them, whoever writes it: pages, search, feeds and data files
//! need no rule of their own but to leave out the entity's page and its id.
//!
//! A masked text is as many bytes long as it was, so that places in it (a quote's range in an article's plain text) stay
//! true. Names are found as whole words, whatever their case and accents; an inflected form (Іваненка for Іваненко) is
//! found only where it is among the spellings. What is not text for readers stays: URLs of originals, and ids, which an
//! editor chooses.

mod names;

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{
    Account, Article, Attribution, Claim, Corpus, Correction, EditorPage, Entity, Event, Inferred, Mention, Party,
    Question, Source, Value, Via,
};
use names::Names;

/// Masks the names of private entities in all text of the corpus.
pub fn mask(corpus: &mut Corpus) {
    let private: Vec<bool> = corpus.entities.iter().map(|entity| entity.private).collect();
    let named = corpus.entities.iter().filter(|entity| entity.private);
    let names = Names::new(named.flat_map(|entity| entity.spellings.iter().chain([&entity.name])));
    let Some(names) = names else { return };
    let names = Arc::new(names);
    let mask = Mask { names: Arc::clone(&names), private };

    mask.text(&mut corpus.site.title);
    mask.maybe(&mut corpus.site.description);
    mask.maybe(&mut corpus.site.license);
    let private_ids: Vec<String> =
        corpus.entities.iter().filter(|entity| entity.private).map(|entity| entity.id.clone()).collect();
    let by_entity: Vec<bool> = corpus.questions.iter().map(|question| question.categories_are_entities).collect();
    for claim in &mut corpus.claims {
        if let Some(Value::Category(id)) = &claim.value
            && by_entity[claim.question.0]
            && private_ids.binary_search(id).is_ok()
        {
            claim.written = claim.written.as_deref().map(names::masked);
        }
    }
    corpus.articles.par_iter_mut().for_each(|article| mask.article(article));
    corpus.accounts.par_iter_mut().for_each(|account| mask.account(account));
    corpus.claims.par_iter_mut().for_each(|claim| mask.claim(claim));
    corpus.questions.iter_mut().for_each(|question| mask.question(question));
    corpus.events.par_iter_mut().for_each(|event| mask.event(event));
    corpus.sources.iter_mut().for_each(|source| mask.source(source));
    corpus.entities.iter_mut().for_each(|entity| mask.entity(entity));
    corpus.pages.iter_mut().for_each(|page| mask.page(page));
    corpus.texts.mask(move |text| {
        names.mask_markdown(&mut text.markdown);
        names.mask(&mut text.plain);
    });
}

struct Mask {
    names: Arc<Names>,
    /// For each entity, whether it is private.
    private: Vec<bool>,
}

impl Mask {
    fn text(&self, text: &mut String) {
        self.names.mask(text);
    }

    fn maybe(&self, text: &mut Option<String>) {
        text.iter_mut().for_each(|text| self.text(text));
    }

    fn all<'t>(&self, texts: impl IntoIterator<Item = &'t mut String>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn article(&self, article: &mut Article) {
        self.maybe(&mut article.title);
        self.all(&mut article.authors);
        for correction in &mut article.corrections {
            let Correction { was, now, why, on: _ } = correction;
            [was, now, why].into_iter().for_each(|text| self.maybe(text));
        }
        if let Some(withdrawn) = &mut article.withdrawn {
            self.maybe(&mut withdrawn.reason);
        }
        self.inferred(&mut article.inferred);
    }

    fn account(&self, account: &mut Account) {
        self.maybe(&mut account.title);
        self.maybe(&mut account.kind);
        account.place.iter_mut().chain(&mut account.who).for_each(|mention| self.mention(mention));
        self.attribution(&mut account.attribution);
    }

    fn claim(&self, claim: &mut Claim) {
        self.maybe(&mut claim.written);
        self.attribution(&mut claim.attribution);
    }

    fn attribution(&self, attribution: &mut Attribution) {
        let via = match &mut attribution.via {
            Some(Via::Party(party)) => Some(party),
            _ => None,
        };
        for party in attribution.by.iter_mut().chain(via) {
            if let Party::Text(text) = party {
                self.text(text);
            }
        }
        self.all(attribution.quotes.iter_mut().map(|quote| &mut quote.text));
        self.maybe(&mut attribution.translation);
        attribution.note.iter_mut().for_each(|note| self.names.mask_markdown(note));
        self.inferred(&mut attribution.inferred);
    }

    fn inferred(&self, inferred: &mut Inferred) {
        self.all(inferred.values_mut());
    }

    fn mention(&self, mention: &mut Mention) {
        if mention.entity.is_some_and(|entity| self.private[entity.0]) {
            mention.written = names::masked(&mention.written);
        } else {
            self.text(&mut mention.written);
        }
    }

    fn question(&self, question: &mut Question) {
        self.text(&mut question.question);
        self.maybe(&mut question.may_fall);
        self.all(question.fx.values_mut().filter_map(|rate| rate.from.as_mut()));
        for ruling in &mut question.rulings {
            self.text(&mut ruling.because);
            self.maybe(&mut ruling.by);
            self.all(&mut ruling.values);
        }
        self.names.mask_markdown(&mut question.body);
    }

    fn event(&self, event: &mut Event) {
        self.maybe(&mut event.title);
        event.place.iter_mut().chain(&mut event.who).for_each(|mention| self.mention(mention));
        self.names.mask_markdown(&mut event.body);
    }

    fn source(&self, source: &mut Source) {
        self.text(&mut source.name);
        self.maybe(&mut source.country);
        self.maybe(&mut source.license);
        self.names.mask_markdown(&mut source.body);
    }

    fn entity(&self, entity: &mut Entity) {
        self.text(&mut entity.name);
        self.all(&mut entity.spellings);
        self.names.mask_markdown(&mut entity.body);
        if entity.private {
            // A description or a place on the map tells who it is as well as a name does.
            entity.body.clear();
            entity.location = None;
        }
    }

    fn page(&self, page: &mut EditorPage) {
        self.text(&mut page.title);
        self.names.mask_markdown(&mut page.body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntityRef, Quote};

    fn corpus(private: bool) -> Corpus {
        let entity = |id: &str, name: &str, spellings: &[&str], private| Entity {
            id: id.into(),
            name: name.into(),
            kind: None,
            spellings: spellings.iter().map(|spelling| spelling.to_string()).collect(),
            private,
            within: None,
            location: None,
            body: format!("{name} lives here."),
            aliases: vec![],
        };
        Corpus {
            entities: vec![
                entity("ida-merrow", "Ida Merrow", &["I. Merrow"], private),
                entity("merrow-and-sons", "Ida Merrow & Sons", &[], false),
            ],
            events: vec![Event {
                id: "x".into(),
                title: Some("Ida Merrow speaks".into()),
                date: None,
                place: None,
                who: vec![Mention { written: "ida-merrow".into(), entity: Some(EntityRef(0)) }],
                part_of: None,
                body: "As **Ida** Merrow said.".into(),
                aliases: vec![],
                accounts: vec![],
                has_file: true,
            }],
            ..Corpus::default()
        }
    }

    #[test]
    fn a_private_name_is_nowhere() {
        let mut corpus = corpus(true);
        mask(&mut corpus);
        let all = format!("{:?}{:?}", corpus.events, corpus.entities);
        assert!(!all.contains("Ida") && !all.contains("Merrow"), "{all}");
        assert_eq!(corpus.events[0].title.as_deref(), Some("XXX XXXXXX speaks"));
        assert_eq!(corpus.events[0].who[0].written, "XXX-XXXXXX");
        assert_eq!(corpus.events[0].body, "As **XXX** XXXXXX said.");
        assert_eq!(corpus.entities[1].name, "XXX XXXXXX & Sons");
        assert_eq!(corpus.entities[0].body, "");
    }

    #[test]
    fn without_private_entities_nothing_changes() {
        let mut masked = corpus(false);
        mask(&mut masked);
        assert_eq!(format!("{masked:?}"), format!("{:?}", corpus(false)));
    }

    #[test]
    fn an_attribution_is_masked_throughout() {
        let mask = Mask { names: Arc::new(Names::new([&"Ida Merrow".to_string()]).unwrap()), private: vec![] };
        let said = || "so Ida Merrow says".to_string();
        let mut attribution = Attribution {
            by: Some(Party::Text(said())),
            via: Some(Via::Party(Party::Text(said()))),
            quotes: vec![Quote { text: said(), range: None }],
            translation: Some(said()),
            note: Some(said()),
            inferred: [("by".into(), said())].into(),
            ..Attribution::default()
        };
        mask.attribution(&mut attribution);
        let all = format!("{attribution:?}");
        assert_eq!((all.matches("Ida").count(), all.matches("so XXX XXXXXX says").count()), (0, 6), "{all}");
    }
}
