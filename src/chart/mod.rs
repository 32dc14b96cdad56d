//! Charts: each is one scene, from which window, SVG and PNG are made.
//!
//! `kind` lists the charts, `scene` is the display list that they consist of, `layout` places marks, `wording`
//! chooses the words, `out` writes files. Owns the layout of charts and the words on them. Counts nothing
//! (`indicators` does) and never depends on the window: `app` paints the same scene that is exported here.

pub mod area;
pub mod input;
pub mod kind;
pub mod layout;
pub mod out;
pub mod scene;
mod stops;
mod subject;
pub mod table;
pub mod text;
pub mod wording;
