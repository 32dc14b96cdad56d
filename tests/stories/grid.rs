//! The grid without a window: what keys make of it, drawn as text.
//!
//! A case is a start, the keys, and the drawing after them: see the files in `grid/cases`. They
//! are written anew with `GRID_CASES=write`; then read every line of the difference.

mod bench;
mod cases;
mod drawing;
mod gestures;
mod random;
mod typed;
