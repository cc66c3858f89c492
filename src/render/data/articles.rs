//! `data/articles.json`: where the words come from. The text itself is in no data file.

use super::{
    Cell, Data, address, date, inferred,
    table::{
        Kind::{Date, Fields, Id, List, Text, Url},
        Table, column, reference,
    },
};
use crate::model::Article;

pub(super) static TABLE: Table<Article> = Table {
    name: "articles",
    key: Some("id"),
    columns: &[
        column("id", Id, |_, article| (&article.id).into()),
        column("title", Text, |_, article| article.title.as_ref().into()),
        reference("source", Text, "sources", |data, article| data.source(article.source)),
        column("authors", List, |_, article| article.authors.iter().collect()),
        column("published", Date, |_, article| date(article.published.as_ref())),
        column("original", Url, |_, article| article.url.as_ref().into()),
        column("archived", Url, |_, article| article.archived.as_ref().into()),
        column("retrieved", Date, |_, article| date(article.retrieved.as_ref())),
        column("added", Date, |_, article| date(article.added.as_ref())),
        column("lang", Text, |_, article| (&article.lang).into()),
        column("text", Text, |_, article| article.text.name().into()),
        column("accounts", List, accounts),
        column("claims", List, claims),
        column("inferred", Fields, |_, article| inferred(&article.inferred)),
        column("url", Url, |data, article| data.url(&address::article(article))),
    ],
    rows: |data| data.corpus.articles.iter().filter(|article| article.withdrawn.is_none()).collect(),
    from: |_, article, from| from.article(article),
};

fn accounts<'d>(data: &'d Data<'d>, article: &Article) -> Cell<'d> {
    data.corpus.accounts.get(article.accounts.clone()).unwrap_or(&[]).iter().map(|account| &account.id).collect()
}

fn claims<'d>(data: &'d Data<'d>, article: &Article) -> Cell<'d> {
    data.corpus.claims.get(article.claims.clone()).unwrap_or(&[]).iter().map(|claim| &claim.id).collect()
}
