//! From "the value of `claims[2]`" to a line and a column.
//!
//! A stage names a place as it knows it. Only when there is something to print is each file that has a problem read
//! again, once, with the careful reader, which knows where everything stands. A field that is absent is shown at the
//! nearest enclosing one that is there.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

use super::{At, Diagnostic, Field, Place, Step};
use crate::read::yaml::{Kind, Node};

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A line of a file with the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, without its end.
    pub line: String,
    /// Bytes of that line; where the place goes over several lines, up to the end of the first.
    pub span: Range<usize>,
}

/// A place that has been found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file, relative to the root.
    pub path: String,
    /// Where in it; `None` where the file as a whole is meant, or cannot be read.
    pub position: Option<(Position, Excerpt)>,
}

/// A problem with its place found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The problem.
    pub problem: Diagnostic,
    /// Where it is.
    pub spot: Spot,
    /// Other places that matter, each with what it is.
    pub related: Vec<(Spot, String)>,
}

impl Located {
    /// Its line and column.
    pub fn position(&self) -> Option<Position> {
        self.spot.position.as_ref().map(|(position, _)| *position)
    }
}

/// Finds the places of problems. They come back sorted by file, line, column and code, each once. `text` gives the text
/// of a file, by its path relative to the root.
pub fn locate(problems: Vec<Diagnostic>, text: impl Fn(&str) -> Option<String> + Sync) -> Vec<Located> {
    let mut places: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for problem in &problems {
        for place in std::iter::once(&problem.place).chain(problem.related.iter().map(|(place, _)| place)) {
            places.entry(&place.path).or_default().push(place);
        }
    }
    let files: Vec<_> = places.into_iter().collect();
    // In the order of each file's places, which is the order in which they are asked for again below.
    let found: Vec<_> = files
        .par_iter()
        .map(|(path, places)| {
            let source = places.iter().any(|place| place.at != At::File).then(|| text(path)).flatten();
            let source = source.map(|text| Source::new(path, text));
            let position = |place: &&Place| source.as_ref().and_then(|source| source.position(&place.at));
            places.iter().map(position).collect::<Vec<_>>().into_iter()
        })
        .collect();
    let mut found: BTreeMap<String, _> = files.into_iter().map(|(path, _)| path.to_owned()).zip(found).collect();
    let mut spot = |place: &Place| Spot {
        path: place.path.clone(),
        position: found.get_mut(&place.path).and_then(Iterator::next).flatten(),
    };
    let mut located: Vec<Located> = problems
        .into_iter()
        .map(|problem| Located {
            spot: spot(&problem.place),
            related: problem.related.iter().map(|(place, what)| (spot(place), what.clone())).collect(),
            problem,
        })
        .collect();
    located.sort_by(|a, b| key(a).cmp(&key(b)));
    located.dedup_by(|a, b| key(a) == key(b));
    located
}

fn key(located: &Located) -> (&str, Option<Position>, &str, &str) {
    (&located.spot.path, located.position(), located.problem.code.name(), &located.problem.message)
}

/// Gives the text of a file under a root folder; a file beyond the reader's limits is not read, and one that is not
/// UTF-8 is as right as can be up to where it is not.
pub fn on_disk(root: &Path) -> impl Fn(&str) -> Option<String> + Sync {
    move |path| {
        let file = root.join(path);
        let size = fs::metadata(&file).ok()?.len();
        (size <= crate::read::MAX_SIZE)
            .then(|| fs::read(file).ok())
            .flatten()
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A file, with what is needed to find things in it.
struct Source {
    text: String,
    line_starts: Vec<usize>,
    tree: Node,
    /// Where the tree's text begins.
    base: usize,
}

impl Source {
    fn new(path: &str, text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        let yaml = crate::read::yaml_of(path, &text);
        let tree = crate::read::tree(path, &text[yaml.clone()]);
        Self { text, line_starts, tree, base: yaml.start }
    }

    fn position(&self, at: &At) -> Option<(Position, Excerpt)> {
        let range = match at {
            At::File => return None,
            At::Bytes(range) => range.clone(),
            At::Field(field) => self.in_file(find(&self.tree, &field.0)),
            At::Key(field) => self.in_file(find_key(&self.tree, field)),
        };
        let start = self.boundary(range.start);
        let line = self.line_starts.partition_point(|line_start| *line_start <= start).checked_sub(1)?;
        let line_start = *self.line_starts.get(line)?;
        let line_text = self.text[line_start..].lines().next().unwrap_or_default();
        let line_text = line_text.strip_suffix('\r').unwrap_or(line_text);
        // A byte order mark is no character of the first line.
        let mark = if line_text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let line_text = &line_text[mark..];
        let from = (start - line_start).saturating_sub(mark).min(line_text.len());
        let to = self.boundary(range.end).saturating_sub(line_start + mark).clamp(from, line_text.len());
        let column = line_text[..from].chars().count() + 1;
        Some((Position { line: line + 1, column }, Excerpt { line: line_text.into(), span: from..to }))
    }

    fn in_file(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.base..range.end + self.base
    }

    /// The byte, or the beginning of the character that it is in.
    fn boundary(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }
}

/// Where a value stands, or the nearest one around it.
fn find(root: &Node, steps: &[Step]) -> Range<usize> {
    let mut node = root;
    for step in steps {
        let inner = match (step, &node.kind) {
            (Step::Key(key), Kind::Mapping(entries)) => entries.iter().find(|entry| entry.key == *key).map(|entry| {
                // An empty value has no place of its own; its key has.
                if entry.value.is_null() { Err(&entry.key_range) } else { Ok(&entry.value) }
            }),
            (Step::Index(position), Kind::Sequence(items)) => items.get(*position).map(Ok),
            // A single value that stands for a list of one.
            (Step::Index(0), _) => Some(Ok(node)),
            _ => None,
        };
        match inner {
            Some(Ok(inner)) => node = inner,
            Some(Err(key)) => return key.clone(),
            None => break,
        }
    }
    node.range.clone()
}

/// Where the key of a value stands, or the nearest value around it.
fn find_key(root: &Node, field: &Field) -> Range<usize> {
    let [parents @ .., Step::Key(key)] = field.0.as_slice() else { return find(root, &field.0) };
    let mut node = root;
    for step in parents {
        node = match (step, &node.kind) {
            (Step::Key(key), Kind::Mapping(entries)) => match entries.iter().find(|entry| entry.key == *key) {
                Some(entry) => &entry.value,
                None => return find(root, &field.0),
            },
            (Step::Index(position), Kind::Sequence(items)) => match items.get(*position) {
                Some(item) => item,
                None => return find(root, &field.0),
            },
            (Step::Index(0), _) => node,
            _ => return find(root, &field.0),
        };
    }
    let entry = node.entries().iter().find(|entry| entry.key == *key);
    entry.map_or_else(|| find(root, &field.0), |entry| entry.key_range.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    const FILE: &str = "\u{feff}---\r\ntitle: «é» x\r\nclaims:\r\n  - question: a\r\n    quote: b\r\n  - question:\r\nevents: []\r\n---\r\nТекст.\r\n";

    fn at(at: At) -> (usize, usize, String) {
        let place = Place { path: "content/articles/a.md".into(), at };
        let located = locate(vec![Diagnostic::new(Code::BadType, place, "a")], |_| Some(FILE.into()));
        let (position, excerpt) = located[0].spot.position.clone().unwrap();
        (position.line, position.column, excerpt.line[excerpt.span].to_owned())
    }

    #[test]
    fn fields() {
        let claim = Field::key("claims").item(0);
        assert_eq!(at(At::Field(Field::key("title"))), (2, 8, "«é» x".into()));
        assert_eq!(at(At::Key(Field::key("title"))), (2, 1, "title".into()));
        assert_eq!(at(At::Field(claim.then("quote"))), (5, 12, "b".into()));
        assert_eq!(at(At::Field(claim.then("quote").item(0))), (5, 12, "b".into()));
        assert_eq!(at(At::Field(claim.then("quote").item(0).then("exact"))), (5, 12, "b".into()));
        assert_eq!(at(At::Key(claim.then("quote"))), (5, 5, "quote".into()));
    }

    #[test]
    fn what_is_absent_is_shown_at_what_is_around_it() {
        let claims = Field::key("claims");
        assert_eq!(at(At::Field(claims.item(0).then("value"))), (4, 5, "question: a".into()));
        assert_eq!(at(At::Key(claims.item(0).then("value"))), (4, 5, "question: a".into()));
        assert_eq!(at(At::Field(claims.item(1).then("question"))), (6, 5, "question".into()));
        assert_eq!(at(At::Field(claims.item(7).then("question"))), (4, 3, "- question: a".into()));
        assert_eq!(at(At::Field(Field::key("nothing"))), (2, 1, "title: «é» x".into()));
        assert_eq!(at(At::Field(Field::default())), (2, 1, "title: «é» x".into()));
    }

    #[test]
    fn bytes() {
        let body = FILE.find("Текст").unwrap();
        assert_eq!(at(At::Bytes(body + 2..body + 6)), (9, 2, "ек".into()));
        assert_eq!(at(At::Bytes(body + 3..body + 100)), (9, 2, "екст.".into()), "within a character, beyond the end");
        assert_eq!(at(At::Bytes(3..6)), (1, 1, "---".into()), "after the byte order mark");
        assert_eq!(at(At::Bytes(9_999..10_000)), (10, 1, String::new()));
    }

    #[test]
    fn sorted_and_once() {
        let problem =
            |path: &str, code, byte| Diagnostic::new(code, Place { path: path.into(), at: At::Bytes(byte..byte) }, "a");
        let file = Diagnostic::new(Code::BadId, Place { path: "b".into(), at: At::File }, "a");
        let problems = vec![
            problem("b", Code::BadType, 9),
            problem("b", Code::BadDate, 2),
            problem("a", Code::BadType, 5),
            problem("b", Code::BadType, 9),
            file,
            problem("b", Code::BadType, 2),
        ];
        let located = locate(problems, |_| Some("a\nb\nc\nd\ne\n".into()));
        let keys: Vec<_> =
            located.iter().map(|l| (l.spot.path.as_str(), l.position().map(|p| p.line), l.problem.code)).collect();
        assert_eq!(
            keys,
            [
                ("a", Some(3), Code::BadType),
                ("b", None, Code::BadId),
                ("b", Some(2), Code::BadDate),
                ("b", Some(2), Code::BadType),
                ("b", Some(5), Code::BadType),
            ]
        );
    }

    #[test]
    fn a_file_that_is_gone_has_no_position() {
        let place = Place { path: "a".into(), at: At::Bytes(1..2) };
        assert_eq!(locate(vec![Diagnostic::new(Code::BadType, place, "a")], |_| None)[0].position(), None);
    }
}
