//! What is derived from the document: links, figures, findings, charts, rows of grids.
//!
//! Each is computed when what it depends on changed, and kept until then; nothing here is
//! stored. Views read it, and never compute.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::scene::Scene;
use crate::domain::check::{self, Finding, Severity};
use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::{Audience, TableId};
use crate::edit::Revision;
use crate::indicators::{Snapshot, SpanAsOf};
use crate::words::{Lang, Words};

use super::grid::{Arrangement, Columns, Folded, Selection, Summary};
use super::texts::Texts;

/// Everything derived, and what it was derived from.
#[derive(Default)]
pub(super) struct Derived {
    pub(super) links_of: Option<Revision>,
    pub(super) links: Arc<Links>,
    pub(super) snapshot: RefCell<Option<(SnapshotOf, Snapshot)>>,
    /// What the checks ran on, or are running on beside the window.
    pub(super) checked: Option<(Revision, NaiveDate)>,
    pub(super) checking: bool,
    pub(super) findings: Vec<Finding>,
    pub(super) at_cell: HashMap<CellRef, usize>,
    pub(super) texts_of: Option<(Revision, NaiveDate)>,
    pub(super) texts: Texts,
    pub(super) strays: RefCell<HashMap<RowId, bool>>,
    /// Of the table that is shown, once something is searched.
    pub(super) folded: OnceCell<Folded>,
    pub(super) folded_of: Option<TableId>,
    /// What is being folded beside the window.
    pub(super) folding: Option<FoldedOf>,
    pub(super) arrangements: HashMap<TableId, (Revision, u64, Arrangement)>,
    pub(super) charts: RefCell<Drawn>,
    /// As they would leave the app.
    pub(super) pictures: RefCell<Drawn>,
}

/// What a snapshot is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct SnapshotOf {
    pub(super) revision: Revision,
    pub(super) view: SpanAsOf,
    pub(super) audience: Audience,
}

/// Charts, and what each was drawn of.
type Drawn = HashMap<Chart, (ChartKey, Rc<Scene>)>;

/// What texts were folded of.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct FoldedOf {
    pub(super) document: u64,
    pub(super) revision: Revision,
    pub(super) today: NaiveDate,
    pub(super) lang: Lang,
    pub(super) table: TableId,
}

/// Of what a chart is drawn.
#[derive(PartialEq)]
pub(super) struct ChartKey {
    pub(super) snapshot: SnapshotOf,
    pub(super) order: RowOrder,
    pub(super) size: (u32, u32),
}

/// The checks of a document, to be run beside the window.
pub struct CheckJob {
    document: u64,
    dataset: Arc<Dataset>,
    today: NaiveDate,
}

/// What the checks found.
pub struct Checked {
    pub(super) document: u64,
    pub(super) findings: Vec<Finding>,
    pub(super) at_cell: HashMap<CellRef, usize>,
}

impl CheckJob {
    pub(super) const fn new(document: u64, dataset: Arc<Dataset>, today: NaiveDate) -> Self {
        Self { document, dataset, today }
    }

    /// Runs them: takes longer than a frame on large datasets.
    pub fn run(self) -> Checked {
        let links = Links::of(&self.dataset);
        let findings = check::check(&Lens::new(&self.dataset, &links, self.today));
        Checked { document: self.document, at_cell: by_cell(&findings), findings }
    }
}

/// The texts of a table, to be folded for the search beside the window.
pub struct FoldJob {
    of: FoldedOf,
    dataset: Arc<Dataset>,
}

/// Folded texts.
pub struct FoldedTexts {
    pub(super) of: FoldedOf,
    pub(super) folded: Folded,
}

impl FoldJob {
    pub(super) const fn new(of: FoldedOf, dataset: Arc<Dataset>) -> Self {
        Self { of, dataset }
    }

    /// Folds them.
    pub fn run(self) -> FoldedTexts {
        let links = Links::of(&self.dataset);
        let lens = Lens::new(&self.dataset, &links, self.of.today);
        FoldedTexts { of: self.of, folded: Folded::of(self.of.table, &lens, &Words::new(self.of.lang)) }
    }
}

/// What the footer says of a selection, and what it was worked out of.
pub(super) struct KeptSummary {
    pub(super) of: SummaryOf,
    pub(super) summary: Option<Summary>,
}

/// What a summary was worked out of.
#[derive(PartialEq)]
pub(super) struct SummaryOf {
    pub(super) table: TableId,
    pub(super) selection: Option<Selection>,
    pub(super) columns: Columns,
    pub(super) document: u64,
    pub(super) revision: Revision,
    pub(super) arrangement: u64,
    pub(super) today: NaiveDate,
}

impl Derived {
    pub(super) fn arrangement(&self, table: TableId) -> &Arrangement {
        static NONE: std::sync::OnceLock<Arrangement> = std::sync::OnceLock::new();
        self.arrangements.get(&table).map_or_else(|| NONE.get_or_init(Arrangement::default), |(_, _, kept)| kept)
    }

    /// Texts are in the language of the screen, which changed.
    pub(super) fn forget_words(&mut self) {
        self.texts.clear();
        self.folded = OnceCell::new();
        self.charts.borrow_mut().clear();
        self.pictures.borrow_mut().clear();
    }

    /// How high a chart was when it was last drawn.
    pub(super) fn chart_height(&self, chart: Chart) -> Option<f32> {
        self.charts.borrow().get(&chart).map(|(_, scene)| scene.height)
    }

    /// Whether a chart was drawn of just that.
    pub(super) fn is_drawn(&self, key: &ChartKey, chart: Chart) -> bool {
        self.charts.borrow().get(&chart).is_some_and(|(kept, _)| kept == key)
    }

    pub(super) fn chart(&self, key: ChartKey, chart: Chart, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
        drawn(&self.charts, key, chart, draw)
    }

    pub(super) fn picture(&self, key: ChartKey, chart: Chart, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
        drawn(&self.pictures, key, chart, draw)
    }
}

/// A chart, drawn anew where it was drawn of something else.
fn drawn(kept: &RefCell<Drawn>, key: ChartKey, chart: Chart, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
    if let Some((of, scene)) = kept.borrow().get(&chart)
        && *of == key
    {
        return Rc::clone(scene);
    }
    let scene = Rc::new(draw());
    kept.borrow_mut().insert(chart, (key, Rc::clone(&scene)));
    scene
}

/// Where a finding is kept for its cell: the most serious one wins.
fn by_cell(findings: &[Finding]) -> HashMap<CellRef, usize> {
    let mut places: HashMap<CellRef, usize> = HashMap::new();
    for (place, finding) in findings.iter().enumerate() {
        let Some(cell) = finding.cell() else { continue };
        let kept = places.entry(cell).or_insert(place);
        if finding.severity == Severity::Error && findings[*kept].severity != Severity::Error {
            *kept = place;
        }
    }
    places
}
