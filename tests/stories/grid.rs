//! The grid without a window: the effect of keys, drawn as text.
//!
//! A case is a start, keys, and the resulting drawing; the cases are in `grid/cases`. They are
//! rewritten with `GRID_CASES=write`; review every line of the diff.

mod bench;
mod cases;
mod crossed;
mod drawing;
mod filter_values;
mod gestures;
mod leftover;
mod random;
mod sets;
mod typed;
