//! What the reader says about front matter, in one place: each function is one problem.

use std::ops::Range;

use super::shape::{Field, Mapping, Shape, Text, one_of};
use crate::diagnostics::{At, Code, Diagnostic, Place, suggest};

/// Makes diagnostics about one file, of which the YAML begins at some byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Messages<'a> {
    /// The file, relative to the root.
    pub path: &'a str,
    /// Where the YAML begins in it.
    pub base: usize,
}

/// What a problem of form is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject<'a> {
    /// The value of a field.
    Field(&'a str),
    /// An item of a field's list.
    Item(&'a str),
}

impl<'a> Subject<'a> {
    /// The field's name.
    pub(super) fn key(self) -> &'a str {
        match self {
            Self::Field(key) | Self::Item(key) => key,
        }
    }
}

impl Messages<'_> {
    fn place(&self, range: Range<usize>) -> Place {
        Place { path: self.path.into(), at: At::Bytes(range.start + self.base..range.end + self.base) }
    }

    fn report(&self, code: Code, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, self.place(range), message)
    }

    fn yaml(&self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        self.report(Code::BadYaml, range, message).help(help)
    }

    // Fields.

    pub(super) fn unknown_key(
        &self,
        range: Range<usize>,
        key: &str,
        of: &str,
        fields: &[Field],
        meant: Option<&str>,
    ) -> Diagnostic {
        let problem =
            self.report(Code::UnknownKey, range, format!("`{}` is not a field of {}", short(key), article(of)));
        let names = || fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(", ");
        problem.help(match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if key == "<<" => "merging is not supported here: write the fields out".into(),
            None if key.contains(':') => "put a space after the colon: `key: value`".into(),
            None => format!("the fields of {} are {}", article(of), names()),
        })
    }

    pub(super) fn duplicate_key(&self, range: Range<usize>, first: Range<usize>, key: &str) -> Diagnostic {
        self.report(Code::DuplicateKey, range, format!("`{}` stands twice", short(key)))
            .related(self.place(first), "the first is here")
            .help("keep one of them; where they are of two things in a list, begin each thing with `- `")
    }

    pub(super) fn missing_key(&self, range: Range<usize>, field: &Field, of: &str, empty: bool) -> Diagnostic {
        let message = match empty {
            true => format!("`{}` is empty", field.name),
            false => format!("`{}` is missing", field.name),
        };
        let verb = if of == "settings" { "need" } else { "needs" };
        let needs = format!("{} {verb} `{}`", article(of), field.name);
        self.report(Code::MissingKey, range, message).help(match field.description.as_str() {
            "" => needs,
            description => format!("{needs}: {}", lower_first(description.trim_end_matches('.'))),
        })
    }

    pub(super) fn not_a_word(&self, range: Range<usize>, key: &str, word: &str, words: &[String]) -> Diagnostic {
        let message = format!("`{key}` cannot be `{}`", short(word));
        let bare = word.trim_matches(is_typographic_quote);
        let help = match suggest(bare, words.iter().map(String::as_str))
            .or(words.iter().find(|w| *w == bare).map(String::as_str))
        {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if words == ["true", "false"] && matches!(word, "yes" | "Yes" | "on" | "1") => "write `true`".into(),
            None if words == ["true", "false"] && matches!(word, "no" | "No" | "off" | "0") => "write `false`".into(),
            None => format!("write {}", one_of(words)),
        };
        self.report(Code::BadType, range, message).help(help)
    }

    pub(super) fn wrong_form(&self, range: Range<usize>, at: Subject, is: &str, shape: &Shape) -> Diagnostic {
        let key = short(at.key());
        let help = match (at, is, &shape.text, &shape.list) {
            (Subject::Field(_), "text", None, Some(_)) => {
                format!("write `{key}: [one, another]`, or each on a line of its own that begins with `- `")
            }
            (Subject::Field(_), "a group of `key: value`", None, Some(_)) => {
                "begin each item of the list with `- `".into()
            }
            (Subject::Field(_), "a list", Some(Text::Any), None) => {
                format!("write one text after `{key}: `; in quotation marks where it begins with `[`")
            }
            (_, "a group of `key: value`", Some(Text::Any), _) => {
                "write a text; put it in quotation marks where it has a colon or begins with `{`".into()
            }
            (Subject::Field(_), _, None, None) => format!("write `{key}: {}`", example(shape)),
            (Subject::Item(_), _, None, None) => format!("write `- {}`", example(shape)),
            _ => format!("write {}", shape.expected()),
        };
        let subject = match at {
            Subject::Field(_) => format!("`{key}`"),
            Subject::Item(_) => format!("an item of `{key}`"),
        };
        let message = format!("{subject} is {is}; it must be {}", shape.expected());
        self.report(Code::BadType, range, message).help(help)
    }

    pub(super) fn empty_item(&self, range: Range<usize>, key: &str) -> Diagnostic {
        self.report(Code::BadType, range, format!("an item of `{key}` is empty")).help("fill it in, or remove it")
    }

    pub(super) fn empty_value(&self, range: Range<usize>, key: &str, shape: &Shape) -> Diagnostic {
        let message = format!("`{}` is empty", short(key));
        self.report(Code::BadType, range, message).help(format!("write {}, or remove it", shape.expected()))
    }

    pub(super) fn wrong_length(&self, range: Range<usize>, key: &str, is: usize, must: usize) -> Diagnostic {
        let items = if is == 1 { "item" } else { "items" };
        self.report(Code::BadType, range, format!("`{key}` has {is} {items}; it must have {must}"))
            .help(format!("write `{key}: [{}]`", ["one", "another"].join(", ")))
    }

    pub(super) fn not_single(&self, range: Range<usize>, key: &str) -> Diagnostic {
        self.report(
            Code::BadType,
            range,
            format!("a group in `{key}` must have one name, with the list of its members"),
        )
        .help("write each group as an item of its own: `- side-a: [side-a-army]`")
    }

    pub(super) fn not_fields(&self, range: Range<usize>, of: &str, is: &str) -> Diagnostic {
        self.report(Code::BadType, range, format!("the fields of {} are `key: value` lines; this is {is}", article(of)))
            .help("write each field on a line of its own: its name, a colon, a space, its value")
    }

    pub(super) fn comma_in_number(&self, range: Range<usize>, number: &str) -> Diagnostic {
        self.yaml(
            range,
            format!("the comma in `{}` ends the value: between brackets, YAML separates by commas", short(number)),
            "put the value in quotation marks",
        )
    }

    pub(super) fn comment_in_text(&self, range: Range<usize>, key: &str, typographic: bool) -> Diagnostic {
        let help = match typographic {
            true => "put the text in straight quotation marks, \"…\": YAML does not know typographic ones",
            false => {
                "if the rest belongs to it, put it all in quotation marks; if not, move the comment to a line of its own"
            }
        };
        self.report(Code::CommentInText, range, format!("`{key}` ends here: what follows ` #` is a comment to YAML"))
            .help(help)
    }

    // YAML.

    pub(super) fn colon_in_text(&self, range: Range<usize>, typographic: bool) -> Diagnostic {
        let help = match typographic {
            true => "put the text in straight quotation marks, \"…\": YAML does not know typographic ones",
            false => "put the text in quotation marks: \"…\"",
        };
        self.yaml(range, "a colon followed by a space, in a text without quotation marks", help)
    }

    pub(super) fn block_scalar(&self, range: Range<usize>, mark: char, rest: &str) -> Diagnostic {
        let help = match mark {
            '>' if rest.starts_with('=') => format!("write `at least {}`", short(rest.trim_start_matches('=').trim())),
            '>' if rest.starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c)) => {
                format!("write `more than {}`", short(rest))
            }
            _ => "put the text in quotation marks: \"…\"".to_owned(),
        };
        self.yaml(
            range,
            format!("a value that begins with `{mark}` is a block of text to YAML, on the lines below"),
            help,
        )
    }

    pub(super) fn reserved_start(&self, range: Range<usize>, mark: char) -> Diagnostic {
        let means = match mark {
            '*' => ", which refers to another value in YAML; that is not supported here",
            '&' => ", which names a value in YAML; that is not supported here",
            '!' => ", which gives a value a type in YAML; that is not supported here",
            _ => ", which YAML keeps for itself",
        };
        let name = if mark == '`' { "a backtick".to_owned() } else { format!("`{mark}`") };
        self.yaml(range, format!("a value begins with {name}{means}"), "put the text in quotation marks: \"…\"")
    }

    pub(super) fn tab(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(range, "the line is indented with a tab", "indent with spaces")
    }

    pub(super) fn indentation(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "the line is not indented like the ones it belongs to",
            "give all fields of one thing, and all items of one list, the same number of spaces",
        )
    }

    pub(super) fn unclosed_quote(&self, range: Range<usize>, mark: char) -> Diagnostic {
        self.yaml(
            range,
            format!("a quotation mark, {mark}, that is not closed"),
            format!("put another {mark} where the text ends; within the text, {}", escape(mark)),
        )
    }

    pub(super) fn quote_in_quote(&self, range: Range<usize>, mark: char) -> Diagnostic {
        let message = format!("the text ends at its second quotation mark, {mark}, but something follows");
        self.yaml(range, message, format!("within the text, {}", escape(mark)))
    }

    pub(super) fn bad_escape(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "a backslash that YAML does not know, in a text in double quotation marks",
            "write `\\\\` for a backslash, or put the text in single quotation marks",
        )
    }

    pub(super) fn unclosed_bracket(&self, range: Range<usize>, mark: char) -> Diagnostic {
        let close = if mark == '[' { ']' } else { '}' };
        self.yaml(
            range,
            format!("a bracket, `{mark}`, that is not closed"),
            format!("put a `{close}` at the end; where `{mark}` belongs to the text, put the text in quotation marks"),
        )
    }

    pub(super) fn missing_space(&self, range: Range<usize>, key: &str) -> Diagnostic {
        self.yaml(range, "the space after the colon is missing", format!("write `{}: `", short(key)))
    }

    pub(super) fn something_follows(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "something follows a value that has already ended",
            "put the whole text in quotation marks, or give what follows a line of its own",
        )
    }

    pub(super) fn list_on_line(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "a list item on the line of its key",
            "begin the list on the next line; where the `-` belongs to the text, put the text in quotation marks",
        )
    }

    pub(super) fn missing_comma(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(range, "a comma is missing between brackets", "separate the items by commas")
    }

    pub(super) fn character(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(range, "a control character, which YAML does not allow", "remove it")
    }

    pub(super) fn line_separator(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "an invisible line separator, as PDF files and web pages have them",
            "remove it, or put a space",
        )
    }

    pub(super) fn key_not_text(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(range, "a list or a group where a field's name belongs", "put the text in quotation marks: \"…\"")
    }

    pub(super) fn too_large(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(range, "the front matter is nested too deep, or too large", "split it")
    }

    pub(super) fn second_document(&self, range: Range<usize>) -> Diagnostic {
        self.yaml(
            range,
            "a second YAML document begins; only the first is read",
            "remove the line `...` or `---` above it",
        )
    }

    pub(super) fn other(&self, range: Range<usize>, what: &str) -> Diagnostic {
        self.yaml(
            range,
            format!("this is not YAML: {what}"),
            "look at the indentation and the quotation marks here and on the line above",
        )
    }
}

/// A group as it may be written, with the fields that it must have, or else with the first.
fn example(shape: &Shape) -> String {
    let names: Vec<&str> = match &shape.mapping {
        Some(Mapping::Fields { fields, .. }) => {
            let required = fields.iter().filter(|field| field.required);
            let names: Vec<_> = required.map(|field| field.name.as_str()).collect();
            if names.is_empty() { fields.iter().take(2).map(|field| field.name.as_str()).collect() } else { names }
        }
        _ => vec!["name"],
    };
    format!("{{ {}: … }}", names.join(": …, "))
}

/// The marks that word processors put in place of straight ones.
pub(super) fn is_typographic_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '＂')
}

fn escape(mark: char) -> &'static str {
    if mark == '\'' { "write '' for each '" } else { "write \\\" for each \"" }
}

fn article(of: &str) -> String {
    match of {
        "settings" => "the settings".into(),
        "values" | "tolerance" => of.into(),
        _ if of.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {of}"),
        _ => format!("a {of}"),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// What somebody wrote, short enough for one line of a message.
fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.into(),
    }
}
