//! Which charts leave the app, and as what picture.

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartExport {
    /// None for all of them.
    pub chart: Option<Chart>,
    pub picture: Picture,
}

/// How the charts were asked for last.
#[derive(Default)]
pub(super) struct ChartChoices {
    pub(super) order: RowOrder,
    /// In the dialog; none before it was opened.
    pub(super) export: Option<ChartExport>,
}
