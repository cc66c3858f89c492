//! What publishing would change, shown before it does, and asked about where it would delete much.

use crosscheck::publish::Plan;

use super::{Failure, Outcome, Terminal, plural};

/// More deletions than these are asked about.
const MOST_DELETIONS: usize = 256;
/// So many files of each kind are named.
const NAMED: usize = 8;

/// How the plan is looked at.
pub(super) struct Review {
    pub(super) dry_run: bool,
    pub(super) yes: bool,
}

impl Review {
    /// Shows everything, for `--dry-run`.
    pub(super) fn tell_only(&self, plan: &Plan, place: &str, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        terminal.note(&heading(plan, place))?;
        terminal.text(&list(plan, usize::MAX))?;
        if plan.deleted.len() > MOST_DELETIONS {
            terminal
                .aside(&format!("note: this is more than {MOST_DELETIONS} deletions, so publishing will ask first\n"));
        }
        terminal.note("Nothing was published: this was a dry run.")?;
        Ok(Outcome::Done)
    }

    /// Shows the plan; whether there is something to do. Many deletions go on only with somebody's consent.
    pub(super) fn approve(&self, plan: &Plan, place: &str, terminal: &mut Terminal) -> Result<bool, Failure> {
        terminal.note(&heading(plan, place))?;
        if !plan.is_empty() {
            for line in list(plan, NAMED).lines() {
                terminal.note(line)?;
            }
        }
        for name in &plan.kept {
            terminal
                .aside(&format!("note: {name} stays: it is no longer part of the site, but somebody has altered it\n"));
        }
        if plan.deleted.len() <= MOST_DELETIONS || self.yes {
            return Ok(!plan.is_empty());
        }
        let deletions = plural(plan.deleted.len(), "file");
        match terminal.ask(&format!("Delete {deletions} from {place}?")) {
            Some(true) => Ok(true),
            Some(false) => Err(Failure::new("the deletions were not allowed; nothing was published")
                .help("see what they are with --dry-run")),
            None => Err(Failure::new(format!(
                "publishing would delete {deletions} from {place}, and nobody is here to allow it; nothing was published"
            ))
            .help("see which with --dry-run; if they should go, allow it with --yes")),
        }
    }
}

fn heading(plan: &Plan, place: &str) -> String {
    if plan.is_empty() {
        return format!("Nothing to change: {place} has all {} already", plural(plan.unchanged, "file"));
    }
    format!(
        "To {place}: {} to add, {} to change, {} to delete, {} unchanged",
        plan.added.len(),
        plan.changed.len(),
        plan.deleted.len(),
        plan.unchanged
    )
}

/// A line for each file, up to so many of each kind.
fn list(plan: &Plan, most: usize) -> String {
    let mut text = String::new();
    for (sign, names) in [('+', &plan.added), ('~', &plan.changed), ('-', &plan.deleted)] {
        for name in names.iter().take(most) {
            text.push_str(&format!("  {sign} {name}\n"));
        }
        if names.len() > most {
            text.push_str(&format!("  {sign} … and {} more; --dry-run lists all\n", names.len() - most));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_named_in_part() {
        let names = |count: usize| (0..count).map(|at| format!("{at}.html")).collect::<Vec<_>>();
        let plan = Plan { added: names(2), deleted: names(10), unchanged: 4, ..Plan::default() };
        assert_eq!(heading(&plan, "x"), "To x: 2 to add, 0 to change, 10 to delete, 4 unchanged");
        let listed = list(&plan, NAMED);
        assert_eq!(listed.lines().count(), 2 + 8 + 1);
        assert!(listed.ends_with("  - … and 2 more; --dry-run lists all\n"), "{listed}");
        assert_eq!(
            heading(&Plan { unchanged: 1, ..Plan::default() }, "x"),
            "Nothing to change: x has all 1 file already"
        );
    }
}
