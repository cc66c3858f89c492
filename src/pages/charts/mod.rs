//! What charts show and where: positions, ticks and labels, ready to be written as SVG by templates.
//!
//! Positions across are percentages of the width, positions down are pixels. So a chart fits a phone and a desk without
//! a script, its lettering keeps its size, and no attribute of style is needed. Figures become floating point numbers
//! here and nowhere else, and only as places on the paper: every label is made from the exact figure.

mod bins;
mod days;
mod plot;
mod rows;
mod scale;
mod strip;

use serde::Serialize;

pub use days::days;
pub use plot::{Plot, Told, plot};
pub use rows::{Bar, rows};
pub use scale::Tick;
pub use strip::{Lane, Moment, Signs, Strip, strip};

/// A line; positions across are percentages, positions down pixels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Where it starts, across.
    pub x1: f64,
    /// Where it starts, down.
    pub y1: f64,
    /// Where it ends, across.
    pub x2: f64,
    /// Where it ends, down.
    pub y2: f64,
}
