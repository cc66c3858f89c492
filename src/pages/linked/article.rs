//! An article's page: the page, the article of somebody else that it is based on, and the claims of that article.

use super::node::Node;
use super::{Linked, iso};
use crate::model::{Article, ArticleRef, Claim, ClaimRef, Stance, TextMode, Via};
use crate::pages::address;

impl Linked<'_, '_> {
    /// The page, the article, its claims.
    pub(super) fn article(&self, at: ArticleRef) -> Vec<Node> {
        let corpus = self.edition.corpus;
        let article = &corpus[at];
        let id = self.article_id(article);
        let name = article.title.as_deref().unwrap_or(&article.id);
        let page = self
            .page(&address::article(article), name)
            .node("mainEntity", Node::reference(&id))
            .node("isBasedOn", Node::reference(&id));
        let events = self.edition.accounts_of_article(at).map(|account| {
            let event = corpus[account].event;
            Node::reference(self.here.to(address::event(&corpus[event]))).text("name", corpus.event_title(event))
        });
        let original = self.original(article).nodes("about", events);
        let claims = self.edition.claims_of_article(at).map(|claim| self.claim(claim, &id));
        [page, original].into_iter().chain(claims).collect()
    }

    /// The article as its publisher's.
    fn original(&self, article: &Article) -> Node {
        let terms = article.source.and_then(|at| self.edition.corpus[at].license.as_deref());
        let authors = article.authors.iter().map(|author| Node::untyped().text("name", author));
        self.article_in_short(article)
            .text("inLanguage", &article.lang)
            .nodes("author", authors)
            .maybe("archivedAt", article.archived.clone())
            .maybe("license", terms.and_then(crate::pages::license::address))
    }

    /// An article, as what is said about it needs to name it.
    pub(super) fn article_in_short(&self, article: &Article) -> Node {
        let node = Node::new("NewsArticle")
            .id(self.article_id(article))
            .maybe("url", article.url.clone())
            .maybe("headline", article.title.clone())
            .maybe("datePublished", article.published.as_ref().and_then(iso));
        match article.source {
            Some(source) => node.node("publisher", self.publisher(source)),
            None => node,
        }
    }

    /// A claim: who makes it, in which words, and where.
    fn claim(&self, at: ClaimRef, appears_in: &str) -> Node {
        let edition = self.edition;
        let corpus = edition.corpus;
        let claim = &corpus[at];
        let question = &corpus[claim.question];
        let value = edition.value(&self.here, claim).name;
        let article = &corpus[claim.article];
        let quotes = edition.quotes(&self.here, claim.article, &claim.id, &claim.attribution.quotes);
        let words: Vec<&str> = quotes.iter().map(|words| words.text.as_str()).collect();
        let shown = article.text != TextMode::Link && !words.is_empty();
        let author = match &claim.attribution.by {
            Some(by) => self.party(by),
            None => article.source.map(|source| Node::reference(self.here.to(address::source(&corpus[source])))),
        };
        let said = claim.attribution.said.as_ref().or(article.published.as_ref());
        let name = value.map_or_else(|| question.question.clone(), |value| format!("{} {value}", question.question));
        let about = Node::reference(self.here.to(address::question(question))).text("name", &question.question);
        let url = self.here.to(address::claim(claim));
        let node = Node::new("Claim")
            .id(&url)
            .text("url", url)
            .text("name", name)
            .maybe("text", shown.then(|| words.join(" […] ")))
            .maybe("inLanguage", shown.then(|| article.lang.clone()))
            .maybe("datePublished", said.and_then(iso))
            .node("about", about)
            .node("appearance", Node::reference(appears_in))
            .nodes("author", author);
        match self.first_appearance(claim, appears_in) {
            Some(first) => node.node("firstAppearance", first),
            None => node,
        }
    }

    /// The article that a claim was taken from, or its own where it was taken from none. Where it was taken from somebody
    /// of whom there is no article here, it first appeared elsewhere. A denial is nobody's first word.
    fn first_appearance(&self, claim: &Claim, own: &str) -> Option<Node> {
        let corpus = self.edition.corpus;
        let of = |at: ArticleRef| {
            let article = &corpus[at];
            self.edition.is_shown(article).then(|| self.article_in_short(article))
        };
        match &claim.attribution.via {
            Some(Via::Article(at)) => of(*at),
            Some(Via::Claim(at)) => of(corpus[*at].article),
            Some(Via::Party(_)) => None,
            None if claim.attribution.stance == Stance::Denies => None,
            None => Some(Node::reference(own)),
        }
    }
}
