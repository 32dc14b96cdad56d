//! How figures are drawn: each chart is one scene, then SVG and PNG.
//!
//! Owns the layout of charts and the words on them. Counts nothing (that is `indicators`), knows no
//! window: `app` paints the same scene that is exported here. `kind` lists the charts, `scene` is
//! what they are made of; `layout` places, `said` chooses the words, `out` writes files.

pub mod area;
pub mod input;
pub mod kind;
pub mod layout;
pub mod out;
pub mod scene;
mod subject;
pub mod table;
pub mod text;
pub mod wording;
