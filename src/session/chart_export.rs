//! Which charts leave the app, and as what picture; and how that is kept from start to start.

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::out::picture::{Format, Picture, Size};

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

/// What stands for all charts.
const ALL: &str = "all";
const TRANSPARENT: &str = "transparent";
const OUTLINED: &str = "outlined";

impl ChartExport {
    /// As words of the settings: chart, size, format, scale, and what is switched on.
    pub(super) fn kept(self) -> Vec<String> {
        let Picture { size, format, scale, transparent, outlined } = self.picture;
        let scale = scale.to_string();
        let chart = self.chart.map_or(ALL, Chart::key);
        let on = [(transparent, TRANSPARENT), (outlined, OUTLINED)].into_iter().filter(|(is_on, _)| *is_on);
        let words = [chart, size.key(), format.extension(), scale.as_str()].into_iter().chain(on.map(|(_, word)| word));
        words.map(str::to_owned).collect()
    }

    /// What was kept; none if it is of another version.
    pub(super) fn of_kept(words: &[String]) -> Option<Self> {
        let [chart, size, format, scale, on @ ..] = words else { return None };
        let chart = match chart.as_str() {
            ALL => None,
            key => Some(Chart::ALL.into_iter().find(|chart| chart.key() == key)?),
        };
        let is_on = |word: &str| on.iter().any(|kept| kept == word);
        let picture = Picture {
            size: Size::ALL.into_iter().find(|of| of.key() == size)?,
            format: Format::ALL.into_iter().find(|of| of.extension() == format)?,
            scale: scale.parse().ok().filter(|scale| (1..=3).contains(scale))?,
            transparent: is_on(TRANSPARENT),
            outlined: is_on(OUTLINED),
        };
        Some(Self { chart, picture })
    }
}
