//! The few HTML elements that feeds and timelines of other programs are given, all text escaped.

/// Content that grows element by element.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// A paragraph of plain text.
    pub(super) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&format!("<p>{}</p>", escaped(text)));
        }
    }

    /// Words of an article, in their own language.
    pub(super) fn quote(&mut self, words: &crate::pages::Words) {
        self.0.push_str(&format!(
            "<blockquote lang=\"{}\" dir=\"{}\" cite=\"{}\"><p>{}</p></blockquote>",
            escaped(&words.lang),
            words.dir,
            escaped(&words.href),
            escaped(&words.text)
        ));
    }

    /// A paragraph that is a link, with words after it.
    pub(super) fn link(&mut self, href: &str, name: &str, words: &str) {
        let colon = if words.is_empty() { "" } else { ": " };
        let link = format!("<p><a href=\"{}\">{}</a>{colon}{}</p>", escaped(href), escaped(name), escaped(words));
        self.0.push_str(&link);
    }

    /// A list of links, each with words after it.
    pub(super) fn links(&mut self, items: impl Iterator<Item = (String, String, String)>) {
        self.0.push_str("<ul>");
        for (href, name, words) in items {
            let link = format!("<li><a href=\"{}\">{}</a>: {}</li>", escaped(&href), escaped(&name), escaped(&words));
            self.0.push_str(&link);
        }
        self.0.push_str("</ul>");
    }

    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// Text as HTML has it.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_said_becomes_an_element() {
        let mut html = Html::default();
        html.paragraph("<script>\"&\"</script>");
        html.paragraph("");
        assert_eq!(html.into_text(), "<p>&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</p>");
    }
}
