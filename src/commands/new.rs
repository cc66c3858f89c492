//! `crosscheck new`: a file with what its kind of thing needs, and comments that say what else there is.

mod id;

use std::{fs, io, io::Write, path::Path};

use clap::{Args, ValueEnum};

use super::{Failure, Outcome, Terminal};

/// Write a new article, event, question, source or entity, with comments that explain the fields
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  crosscheck new article \"Aid convoy reaches Varnholt\"\n  \
                        crosscheck new question \"How many people were evacuated?\" --id evacuated\n  \
                        crosscheck new entity Київ            writes content/entities/kyiv.md")]
pub(super) struct New {
    /// What it is
    #[arg(value_name = "KIND")]
    kind: Kind,
    /// Its title, question or name
    #[arg(value_name = "TITLE")]
    title: String,
    /// Its id: lower-case letters, digits and hyphens [default: made from the title]
    #[arg(long)]
    id: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Article,
    Event,
    Question,
    Source,
    Entity,
}

impl Kind {
    fn folder(self) -> &'static str {
        match self {
            Self::Article => "articles",
            Self::Event => "events",
            Self::Question => "questions",
            Self::Source => "sources",
            Self::Entity => "entities",
        }
    }

    /// The file's text, with `{title}` where the title belongs.
    fn skeleton(self) -> &'static str {
        match self {
            Self::Article => include_str!("new/article.md"),
            Self::Event => include_str!("new/event.md"),
            Self::Question => include_str!("new/question.md"),
            Self::Source => include_str!("new/source.md"),
            Self::Entity => include_str!("new/entity.md"),
        }
    }
}

impl New {
    pub(super) fn run(self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let title = self.title.trim();
        if title.is_empty() || title.chars().any(char::is_control) {
            return Err(Failure::new("the title must be one line of text"));
        }
        let id = match self.id {
            Some(id) if id::is_valid(&id) => id,
            Some(id) => {
                return Err(Failure::new(format!("{id:?} is not an id"))
                    .help("an id is made of lower-case ASCII letters, digits and hyphens"));
            }
            None => id::from_title(title),
        };
        if id.is_empty() {
            return Err(Failure::new(format!("no id can be made from {title:?}")).help("choose one with --id"));
        }
        let place = root.join("content").join(self.kind.folder()).join(format!("{id}.md"));
        let text = self.kind.skeleton().replace("{title}", &quoted(title));
        // As people type it: without the "./" of the current folder.
        let place = place.strip_prefix(".").unwrap_or(&place);
        write_new(place, &text)?;
        terminal.result(&place.display().to_string())?;
        Ok(Outcome::Done)
    }
}

/// The text as a YAML scalar that means just this text.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn write_new(place: &Path, text: &str) -> Result<(), Failure> {
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
    }
    let file = fs::File::create_new(place);
    if let Err(error) = &file
        && error.kind() == io::ErrorKind::AlreadyExists
    {
        return Err(Failure::new(format!("{} is there already", place.display()))
            .help("choose another id with --id; nothing was written"));
    }
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(Failure::io("write", place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stays_what_it_is() {
        for title in ["plain", "a: b # c", "\"said\" \\ he", "'", "- x", "2020", "Київ", "{x}"] {
            let read: String = serde_yaml::from_str(&quoted(title)).unwrap();
            assert_eq!(read, title);
        }
    }
}
