//! The editor's own pages: about, imprint.

/// One page of the editor's.
#[derive(Clone, Debug)]
pub struct EditorPage {
    /// From the file's path; its URL is `/<id>/`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
}
