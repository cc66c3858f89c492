//! Whether every link of the site leads somewhere.
//!
//! In go the files of the site as a build would write them; out come problems. Pages are read as a browser reads them: links,
//! images, anchors, redirects. Data files, feeds, the sitemap and style sheets are read for addresses of the site itself.
//! What leads to nothing is reported once, with the place in the content where an editor wrote it if that can be found, and with
//! the page that shows it. Names are compared letter by letter, as hosts do, although the editor's own disk may not.
//!
//! What leads elsewhere is only collected: [`external`] asks for it, and only when somebody wants that.

mod addresses;
pub mod external;
mod html;
mod resolve;
mod written;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use crate::diagnostics::{At, Code, Diagnostic, Place, suggest};
use crate::model::Corpus;
use crate::outputs::{Output, Outputs};
use crate::pages::About;
use external::{Answer, Cache, Limits};
use html::Use;
use resolve::{Base, Target};
use written::Written;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// What is broken within the site.
    pub diagnostics: Vec<Diagnostic>,
    /// The addresses elsewhere that the site links to, each with the place where it was written.
    pub elsewhere: BTreeMap<String, Place>,
    /// How many links were followed.
    pub followed: usize,
}

/// What one file of the site says of others.
#[derive(Default)]
struct Said {
    /// A page's anchors.
    anchors: HashSet<String>,
    /// Links to an anchor: file, anchor, as written.
    to_anchors: Vec<(String, String, String)>,
    /// Links that lead to no file: where they would, as written, what for.
    broken: Vec<(String, String, Use)>,
    elsewhere: BTreeSet<String>,
    followed: usize,
}

/// A target that is not there, and all that needs it.
struct Missing {
    written: String,
    wanted: Use,
    anchor: bool,
    /// Positions of the files, in the order of their paths.
    files: Vec<usize>,
}

impl Found {
    /// Asks for the addresses elsewhere, and adds what is wrong with them.
    pub fn ask(&mut self, limits: &Limits, cache: &mut Cache, progress: &(dyn Fn(usize, usize) + Sync)) {
        let addresses = self.elsewhere.keys().map(String::as_str).collect();
        for (address, answer) in external::ask(&addresses, limits, cache, progress) {
            let Some(place) = self.elsewhere.get(&address) else { continue };
            self.diagnostics.extend(match answer {
                Answer::There => None,
                Answer::Gone(why) => Some(
                    Diagnostic::new(Code::DeadLink, place.clone(), format!("nothing is at {address} any more: {why}"))
                        .help("correct the address, or name an archived copy"),
                ),
                Answer::Unknown(why) => Some(
                    Diagnostic::new(
                        Code::LinkNotChecked,
                        place.clone(),
                        format!("whether {address} is still there is not known: {why}"),
                    )
                    .help("open it in a browser"),
                ),
            });
        }
    }
}

/// Reads every file of the site. Fails where one cannot be rendered.
pub fn check(root: &Path, corpus: &Corpus, outputs: &Outputs<'_>) -> Result<Found, Vec<Diagnostic>> {
    let base = Base::of(&corpus.site.base_url);
    let files = outputs.all();
    let names: HashMap<&str, usize> = files.iter().enumerate().map(|(at, file)| (file.path(), at)).collect();
    let has = |path: &str| names.contains_key(path);
    let said: Vec<Result<Said, Diagnostic>> =
        files.par_iter().map(|file| Ok(say(file.path(), &outputs.bytes(file)?, &base, &has))).collect();
    let mut failures: Vec<Diagnostic> = Vec::new();
    let mut all = Vec::with_capacity(said.len());
    for said in said {
        match said {
            Ok(said) => all.push(said),
            Err(problem) if failures.contains(&problem) => {}
            Err(problem) => failures.push(problem),
        }
    }
    if !failures.is_empty() {
        return Err(failures);
    }
    let mut missing: BTreeMap<String, Missing> = BTreeMap::new();
    let mut miss = |target: String, written: &str, wanted: Use, anchor: bool, file: usize| {
        let new = || Missing { written: written.to_owned(), wanted, anchor, files: Vec::new() };
        let one = missing.entry(target).or_insert_with(new);
        if one.files.last() != Some(&file) {
            one.files.push(file);
        }
    };
    for (at, said) in all.iter().enumerate() {
        for (target, written, wanted) in &said.broken {
            miss(target.clone(), written, *wanted, false, at);
        }
        for (file, anchor, written) in &said.to_anchors {
            if names.get(file.as_str()).is_some_and(|target| !all[*target].anchors.contains(anchor)) {
                miss(format!("{file}#{anchor}"), written, Use::Link, true, at);
            }
        }
    }
    let mut found = Found { followed: all.iter().map(|said| said.followed).sum(), ..Found::default() };
    let mut written = Written::under(root, &corpus.site.base_url);
    for (target, missing) in &missing {
        found.diagnostics.push(report(corpus, files, &mut written, target, missing));
    }
    for (at, said) in all.iter().enumerate() {
        for address in &said.elsewhere {
            if !found.elsewhere.contains_key(address) {
                let place = written.address(address).unwrap_or_else(|| page_place(corpus, &files[at]));
                found.elsewhere.insert(address.clone(), place);
            }
        }
    }
    Ok(found)
}

fn say(path: &str, bytes: &[u8], base: &Base, has: &dyn Fn(&str) -> bool) -> Said {
    let mut said = Said::default();
    let mut follow = |written: &str, wanted: Use| {
        said.followed += 1;
        match base.resolve(path, written) {
            Target::Ignored => {}
            Target::Elsewhere(address) => {
                if wanted == Use::Link {
                    said.elsewhere.insert(address);
                }
            }
            Target::Outside => said.broken.push((written.to_owned(), written.to_owned(), Use::Outside)),
            Target::Here { path: target, anchor } => match resolve::file(&target, has) {
                Some(file) => {
                    if let Some(anchor) = anchor {
                        said.to_anchors.push((file, anchor, written.to_owned()));
                    }
                }
                None => said.broken.push((target, written.to_owned(), wanted)),
            },
        }
    };
    let text = String::from_utf8_lossy(bytes);
    if path.ends_with(".html") {
        let page = html::read(&text);
        page.uses.iter().for_each(|(written, wanted)| follow(written, *wanted));
        said.anchors = page.anchors;
    } else {
        addresses::of(path, &text, base.url()).iter().for_each(|written| follow(written, Use::Data));
    }
    said
}

fn report(corpus: &Corpus, files: &[Output], written: &mut Written, target: &str, missing: &Missing) -> Diagnostic {
    let first = &files[missing.files[0]];
    let others = match missing.files.len() - 1 {
        0 => String::new(),
        1 => " and one page more".into(),
        more => format!(" and {more} pages more"),
    };
    let shown = address(first.path());
    let link = &missing.written;
    let message = match (missing.wanted, missing.anchor) {
        (Use::Outside, _) => format!("{shown}{others} link to `{link}`, which is outside of the site's folder"),
        (_, true) => {
            let (page, anchor) = target.split_once('#').unwrap_or((target, ""));
            format!("{shown}{others} link to `{link}`, but {} has no place named `{anchor}`", address(page))
        }
        (Use::Image, _) => format!("{shown}{others} show the image `{link}`, which the site does not have"),
        (Use::Asset, _) => format!("{shown}{others} need the file `{link}`, which the site does not have"),
        (Use::Data, _) => format!("{shown}{others} name `{link}`, which the site does not have"),
        (Use::Link, _) => format!("{shown}{others} link to `{link}`, which the site does not have"),
    };
    // "One page links, two pages link."
    let message = if missing.files.len() == 1 { singular(&message, &shown) } else { message };
    let place = written.link(target, first.path()).unwrap_or_else(|| page_place(corpus, first));
    let diagnostic = Diagnostic::new(Code::BrokenLink, place, message);
    let near = (!missing.anchor).then(|| near(target, files)).flatten();
    match near {
        Some(near) => diagnostic.help(format!(
            "did you mean `/{}`? Capital and small letters count",
            address(&near).trim_start_matches('/')
        )),
        None => diagnostic.help(match missing.anchor {
            true => "correct what stands after the #, or leave it out",
            false => "correct the link, or give the thing that moved its old id under `aliases`",
        }),
    }
}

fn singular(message: &str, subject: &str) -> String {
    let rest = message.strip_prefix(subject).unwrap_or(message);
    for (plural, singular) in
        [(" link to", " links to"), (" show the", " shows the"), (" need the", " needs the"), (" name `", " names `")]
    {
        if let Some(rest) = rest.strip_prefix(plural) {
            return format!("{subject}{singular}{rest}");
        }
    }
    message.to_owned()
}

/// A file of the site as its readers know it: `articles/x/index.html` → `/articles/x/`.
fn address(path: &str) -> String {
    format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
}

/// The file that was probably meant.
fn near(target: &str, files: &[Output]) -> Option<String> {
    let target =
        if target.is_empty() || target.ends_with('/') { format!("{target}index.html") } else { target.to_owned() };
    let paths = || files.iter().map(Output::path);
    let same = paths().find(|path| path.to_lowercase() == target.to_lowercase());
    let folder =
        |path: &str| path.trim_end_matches("/index.html").rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let beside = || paths().filter(|path| folder(path) == folder(&target));
    same.or_else(|| suggest(&target, beside())).map(Into::into)
}

/// The file of the content that a page is made from; of pages that are made from many, the settings.
fn page_place(corpus: &Corpus, output: &Output) -> Place {
    let path = match output.page().map(|page| &page.about) {
        Some(About::Article(at)) => corpus[*at].path.clone(),
        Some(About::Question(at, _)) => format!("content/questions/{}.md", corpus[*at].id),
        Some(About::Event(at, _)) if corpus[*at].has_file => format!("content/events/{}.md", corpus[*at].id),
        Some(About::Source(at, _)) => format!("content/sources/{}.md", corpus[*at].id),
        Some(About::Entity(at, _)) => format!("content/entities/{}.md", corpus[*at].id),
        Some(About::Editor(at)) => format!("content/pages/{}.md", corpus.pages[*at].id),
        _ => "crosscheck.yaml".to_owned(),
    };
    Place { path, at: At::File }
}

#[cfg(test)]
mod tests;
