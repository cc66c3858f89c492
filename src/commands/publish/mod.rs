//! `crosscheck publish`: checks, builds, shows what would change where the site is read, and changes it.

mod review;
mod target;

use std::{
    path::{self, Path, PathBuf},
    time::Instant,
};

use clap::{Args, ValueEnum};
use crosscheck::{
    model::PublishTo,
    pipeline::Options,
    publish::{
        Consent, FolderTarget, Plan,
        command::CommandTarget,
        git::{self, Branch, Pushed},
    },
    timings::Timings,
    write::{Release, output_folder},
};

use super::{Failure, Outcome, Terminal, build, problems::plural, site};
use review::Review;
use target::Target;

/// So often a branch is looked at again because somebody else was faster.
const ATTEMPTS: usize = 4;

/// Build the site and put it where people read it: a folder, a git branch, or wherever a command takes it
///
/// Where to is said in crosscheck.yaml, or here:
///
///   publish: { to: git, branch: gh-pages }
///   publish: { to: folder, folder: /srv/www/flood }
///   publish: { to: command, command: [rsync, -a, --delete, "{folder}/", "host:/srv/www/flood/"] }
///
/// The content is checked and the site built first; with an error nothing is published. What will be added, changed and
/// deleted is shown. Only files that an earlier run published are changed or deleted: a CNAME, or another site beside this
/// one, stays. Drafts are never published. Running it again is always safe.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  crosscheck publish --dry-run                        what would change, file by file
  crosscheck publish                                  as crosscheck.yaml says
  crosscheck publish --folder /srv/www/flood
  crosscheck publish --branch gh-pages --remote origin
  crosscheck publish --branch gh-pages --squash       and forget all that was published before
  crosscheck publish -- rsync -a --delete '{folder}/' host:/srv/www/flood/

It asks before it deletes more than 256 files, and before it runs a command from crosscheck.yaml for the first time. Where
nobody can answer, as in continuous integration, it refuses instead; --yes allows both."
)]
pub(super) struct Publish {
    /// To which of the targets that crosscheck.yaml describes
    #[arg(long, value_name = "TARGET")]
    to: Option<To>,
    /// The folder to publish to
    #[arg(long, value_name = "DIR", conflicts_with_all = ["branch", "remote", "squash", "command"])]
    folder: Option<PathBuf>,
    /// The branch to publish to [default: gh-pages]
    #[arg(long, value_name = "NAME", conflicts_with = "command")]
    branch: Option<String>,
    /// The repository that has the branch: a remote's name or address, "." for this one [default: origin]
    #[arg(long, value_name = "NAME", conflicts_with = "command")]
    remote: Option<String>,
    /// Leave one commit in the branch, so that what was published before is forgotten
    #[arg(long, conflicts_with = "command")]
    squash: bool,
    /// The commit's message
    #[arg(long, short, value_name = "TEXT", conflicts_with = "command")]
    message: Option<String>,
    /// Show what would change, file by file, and publish nothing
    #[arg(long, short = 'n')]
    dry_run: bool,
    /// Ask nothing: allow many deletions, and the command in crosscheck.yaml
    #[arg(long, short)]
    yes: bool,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// Where the site will be, instead of what crosscheck.yaml says
    #[arg(long, value_name = "URL", value_parser = build::base_url)]
    base_url: Option<String>,
    /// The folder to build in [default: site, beside crosscheck.yaml]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// A command to publish with, after --, a program and its arguments
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<String>,
}

/// `--to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    Folder,
    Git,
    Command,
}

impl From<To> for PublishTo {
    fn from(to: To) -> Self {
        match to {
            To::Folder => Self::Folder,
            To::Git => Self::Git,
            To::Command => Self::Command,
        }
    }
}

/// A site that was built, and what is to be done with it.
struct Ready {
    release: Release,
    title: String,
    base_url: String,
    review: Review,
}

impl Publish {
    pub(super) fn run(mut self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let start = Instant::now();
        let shown = self.output.take().unwrap_or_else(|| root.join("site"));
        let absolute = path::absolute(&shown).map_err(Failure::io("find the folder", &shown))?;
        let output = output_folder(root, &absolute)?;
        let options = Options { base_url: self.base_url.take(), strict: self.strict, ..Options::default() };
        let mut timings = Timings::default();
        let sound = match site::check(root, None, &options, &mut timings, terminal, "published") {
            Ok(sound) => sound,
            Err(outcome) => return Ok(outcome),
        };
        let (title, base_url) = (sound.site().title.clone(), sound.site().base_url.clone());
        // What is refused is refused before the long work.
        let target = self.target(root, &output, sound.site().publish.as_ref())?;
        if let Target::Command { command, words, is_from_settings: true } = &target
            && !self.dry_run
        {
            self.check_consent(root, command, words, terminal)?;
        }
        if !base_url.contains("://") {
            terminal.aside(
                "note: crosscheck.yaml has no base_url, so the site has no sitemap, and links to it show no address\n",
            );
        }
        let articles = sound.articles();
        let built = match sound.build(root, &output, &options, &mut timings, terminal, "published")? {
            Ok(built) => built,
            Err(outcome) => return Ok(outcome),
        };
        terminal.note(&site::summary(&built, articles, start.elapsed().as_secs_f64(), &shown))?;
        let review = Review { dry_run: self.dry_run, yes: self.yes };
        let ready = Ready { release: Release::of(&output)?, title, base_url, review };
        match target {
            Target::Folder(target) => ready.to_folder(&target, terminal),
            Target::Git(branch) => ready.to_git(&branch, &self, terminal),
            Target::Command { command, .. } => ready.to_command(&command, terminal),
        }
    }

    /// Runs no command from the settings that nobody at this machine has allowed.
    fn check_consent(
        &self,
        root: &Path,
        command: &CommandTarget,
        words: &[String],
        terminal: &mut Terminal,
    ) -> Result<(), Failure> {
        if self.yes {
            return Ok(());
        }
        let consent = Consent::of_user()?;
        if consent.is_given(root, words) {
            return Ok(());
        }
        terminal.aside(&format!(
            "crosscheck.yaml wants to publish with a command that was not run here before:\n\n  {}\n\n",
            command.shown()
        ));
        match terminal.ask("Run it, now and whenever this site is published from here?") {
            Some(true) => Ok(consent.give(root, words)?),
            Some(false) => Err(Failure::new("the command was not allowed; nothing was published")
                .help("name another target, or change publish: in crosscheck.yaml")),
            None => Err(Failure::new("nobody is here to allow the command; nothing was published")
                .help("allow it with --yes if you know it, or run crosscheck publish in a terminal once")),
        }
    }
}

impl Ready {
    fn to_folder(&self, target: &FolderTarget, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let place = format!("the folder {}", target.folder().display());
        if self.review.dry_run {
            return self.review.tell_only(&target.look(&self.release)?, &place, terminal);
        }
        let folded = target.prepare(&self.release)?;
        let has_work = self.review.approve(folded.plan(), &place, terminal)?;
        // Also without work: a run that was cut short may have left its journal.
        folded.publish()?;
        if has_work { self.done(&place, terminal) } else { Ok(Outcome::Done) }
    }

    fn to_git(&self, branch: &Branch, wishes: &Publish, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let place = branch.shown();
        let message = match &wishes.message {
            Some(message) => message.clone(),
            None => {
                let origin = branch.origin()?.map(|commit| format!("\n\nBuilt from {commit}.")).unwrap_or_default();
                let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
                format!("Publish {title}{origin}")
            }
        };
        let options = git::Options { squash: wishes.squash, message };
        for _ in 0..ATTEMPTS {
            let look = branch.look(&self.release)?;
            if self.review.dry_run {
                return self.review.tell_only(look.plan(), &place, terminal);
            }
            if !self.review.approve(look.plan(), &place, terminal)? && !options.squash && look.has_branch() {
                return Ok(Outcome::Done);
            }
            match branch.push(&self.release, &look, &options)? {
                Pushed::Done(commit) => {
                    terminal.note(&format!("Pushed {}", &commit[..commit.len().min(10)]))?;
                    return self.done(&place, terminal);
                }
                Pushed::Unchanged => return Ok(Outcome::Done),
                Pushed::Moved => {
                    terminal.aside(&format!("note: somebody else changed {place} meanwhile; looking again\n"))
                }
            }
        }
        Err(Failure::new(format!("somebody else keeps changing {place}; nothing was published"))
            .help("run the command again when they are done"))
    }

    fn to_command(&self, command: &CommandTarget, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let place = format!("the command {}", command.shown());
        let others = self.release.others();
        if let Some(first) = others.iter().find(|name| *name != ".gitignore") {
            terminal.aside(&format!(
                "note: {} also holds {first}, which no build wrote; the command may take it along\n",
                self.release.folder().display()
            ));
        }
        let plan = match command.plan(&self.release)? {
            Some(plan) => plan,
            None => {
                terminal
                    .note("What is there now is not known here: the command has not published this site before.")?;
                Plan { added: self.release.manifest().names().map(Into::into).collect(), ..Plan::default() }
            }
        };
        if self.review.dry_run {
            return self.review.tell_only(&plan, &place, terminal);
        }
        // It runs where nothing has changed too: only it knows what is there.
        self.review.approve(&plan, &place, terminal)?;
        command.publish(&self.release, &self.base_url)?;
        self.done(&place, terminal)
    }

    fn done(&self, place: &str, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let manifest = self.release.manifest();
        let size = manifest.bytes() as f64 / 1_000_000.0;
        let files = plural(manifest.names().len(), "file");
        let at = if self.base_url.contains("://") { format!(": {}", self.base_url) } else { String::new() };
        terminal.note(&format!("Published {files}, {size:.1} MB, to {place}{at}"))?;
        Ok(Outcome::Done)
    }
}
