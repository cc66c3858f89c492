//! Brings the files of a site up to date: what a former build made of the same is left as it is.
//!
//! A file that is on the disk as the former build wrote it is not made again where all that it can depend on is that
//! build's; a page is not rendered again where its view is that build's; and of a file with many rows only those are made that
//! follow from something new. Whatever is not as that build left it is made as if there had been none.

use std::collections::HashMap;

use rayon::iter::Either;
use rayon::prelude::*;

use super::Failure;
use crate::cache::{FileMade, Made, Rows};
use crate::diagnostics::Diagnostic;
use crate::outputs::{Output, Outputs};
use crate::pages::{Page, Reach};
use crate::render::Renderer;
use crate::render::data::{DataFile, Former, Plan, Sink};
use crate::write::{Manifest, Writer};

/// A hash of all that a file can depend on, where that is no more than some articles, and one of all that it was made from.
type Prints = (Option<[u8; 32]>, [u8; 32]);

/// What the next build may know a file by.
pub(super) struct Written {
    path: String,
    prints: Option<Prints>,
    rows: Option<Rows>,
}

/// What writes a site.
pub(super) struct Update<'a> {
    pub(super) outputs: &'a Outputs<'a>,
    pub(super) renderer: &'a Renderer,
    pub(super) writer: &'a Writer,
    /// What the former build made; nothing where that is not known.
    pub(super) former: Option<Made>,
    /// What each file depends on; nothing where no later build wants to know.
    pub(super) reach: Option<Reach<'a>>,
}

impl Update<'_> {
    /// Writes a page.
    pub(super) fn page(&self, output: &Output, page: &Page) -> Result<Written, Failure> {
        let path = output.path();
        let reach = self.reach_of(output);
        if let Some(known) = self.unreached(path, reach)
            && self.keep(path, known)?
        {
            return Ok(written(output, Some((reach, known.from))));
        }
        let view = self.outputs.view(page);
        let from = self.reach.as_ref().and_then(|_| self.renderer.print(&view));
        let same = self.known(path).filter(|known| Some(known.from) == from);
        if !same.map_or(Ok(false), |known| self.keep(path, known))? {
            let bytes = self.outputs.page(page, &view).map_err(theme_failure)?;
            self.writer.put(path, &bytes).map_err(Failure::Write)?;
        }
        Ok(written(output, from.map(|from| (reach, from))))
    }

    /// Writes a file that is no page.
    pub(super) fn file(&self, output: &Output) -> Result<Written, Failure> {
        let reach = self.reach_of(output);
        let unreached = self.unreached(output.path(), reach);
        if !unreached.map_or(Ok(false), |known| self.keep(output.path(), known))? {
            let bytes = self.outputs.bytes(output).map_err(theme_failure)?;
            self.writer.put(output.path(), &bytes).map_err(Failure::Write)?;
        }
        Ok(written(output, reach.map(|reach| (Some(reach), reach))))
    }

    /// Writes the files that have many rows.
    pub(super) fn tables(&self, tables: &[(&Output, &DataFile)]) -> Result<Vec<Written>, Failure> {
        // Those that are as they were are looked at side by side. To make one is work for all threads, one after the other.
        let looked = tables.par_iter().map(|(output, table)| self.look_at_table(output, table));
        let looked = looked.collect::<Result<Vec<_>, _>>()?;
        let written = looked.into_iter().zip(tables).map(|(looked, (output, table))| match looked {
            Either::Left(written) => Ok(written),
            Either::Right(plan) => self.write_table(output, table, &plan),
        });
        written.collect()
    }

    /// Leaves a file that has many rows as it is, where it is as it should be; else plans what to make of it.
    fn look_at_table(&self, output: &Output, table: &DataFile) -> Result<Either<Written, Plan>, Failure> {
        let path = output.path();
        let plan = self.outputs.plan(table, self.reach.as_ref());
        let (Some(known), Some(before)) = (self.known(path), self.rows(path)) else { return Ok(Either::Right(plan)) };
        let rows = if self.unreached(path, plan.print()).is_some() {
            before.clone()
        } else {
            let Some(former) = self.former_file(path).filter(|former| plan.is_known(former)) else {
                return Ok(Either::Right(plan));
            };
            // What follows from something new may say the same.
            let rows = self.outputs.table(table, &plan, Some(&former), None);
            if !rows.say_the_same(before) {
                return Ok(Either::Right(plan));
            }
            rows
        };
        Ok(match self.keep(path, known)? {
            true => Either::Left(table_written(output, &plan, rows)),
            false => Either::Right(plan),
        })
    }

    fn write_table(&self, output: &Output, table: &DataFile, plan: &Plan) -> Result<Written, Failure> {
        let former = self.former_file(output.path());
        let mut rows = None;
        let give = |to: &mut Sink<'_>| rows = Some(self.outputs.table(table, plan, former.as_ref(), Some(to)));
        self.writer.put_in_parts(output.path(), give).map_err(Failure::Write)?;
        Ok(rows.map_or_else(|| written(output, None), |rows| table_written(output, plan, rows)))
    }

    /// Where rows were in the file of the former build.
    fn rows(&self, path: &str) -> Option<&Rows> {
        self.former.as_ref()?.rows.get(path)
    }

    fn former_file(&self, path: &str) -> Option<Former> {
        let rows = self.rows(path)?;
        Some(Former::new(self.writer.there_now(path)?, rows))
    }

    fn reach_of(&self, output: &Output) -> Option<[u8; 32]> {
        self.outputs.reach(output, self.reach.as_ref()?)
    }

    fn known(&self, path: &str) -> Option<&FileMade> {
        self.former.as_ref()?.known.get(path)
    }

    /// What is known of a file that depends on nothing new.
    fn unreached(&self, path: &str, reach: Option<[u8; 32]>) -> Option<&FileMade> {
        self.known(path).filter(|known| reach.is_some() && known.reach == reach)
    }

    fn keep(&self, path: &str, known: &FileMade) -> Result<bool, Failure> {
        self.writer.keep(path, known.bytes).map_err(Failure::Write)
    }
}

/// What the next build may know of all files, whose hashes a manifest has.
pub(super) fn remembered(
    all: impl IntoIterator<Item = Written>,
    manifest: &Manifest,
) -> (HashMap<String, FileMade>, HashMap<String, Rows>) {
    let (mut known, mut with_rows) = (HashMap::new(), HashMap::new());
    for Written { path, prints, rows } in all {
        let (Some((reach, from)), Some(bytes)) = (prints, manifest.hash(&path)) else { continue };
        known.insert(path.clone(), FileMade { reach, from, bytes });
        with_rows.extend(rows.map(|rows| (path, rows)));
    }
    (known, with_rows)
}

fn written(output: &Output, prints: Option<Prints>) -> Written {
    Written { path: output.path().to_owned(), prints, rows: None }
}

fn table_written(output: &Output, plan: &Plan, rows: Rows) -> Written {
    Written { rows: Some(rows), ..written(output, plan.print().map(|print| (Some(print), print))) }
}

fn theme_failure(diagnostic: Diagnostic) -> Failure {
    Failure::Theme(vec![diagnostic])
}
