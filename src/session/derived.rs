//! Data derived from the document: links, figures, findings, charts, rows of grids.
//!
//! Each item is memoised until one of its inputs changes; nothing here is saved. Views read it and
//! never compute.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::scene::Scene;
use crate::domain::check::{self, Finding, Severity};
use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::{Audience, TableId};
use crate::edit::Revision;
use crate::exchange::leftover;
use crate::indicators::{Snapshot, SpanAsOf};
use crate::todo::{self, Todo};
use crate::words::{Lang, Words};

use super::grid::{Arrangement, Columns, Folded, Selection, Sheet, Summary};
use super::shown::ShownRecords;
use super::texts::Texts;

/// All derived data, each item with the inputs it was computed from.
#[derive(Default)]
pub(super) struct Derived {
    pub(super) links_of: Option<Revision>,
    pub(super) links: Arc<Links>,
    pub(super) snapshot: RefCell<Option<(SnapshotKey, Snapshot)>>,
    /// What the checks ran on, or are running on in the background.
    pub(super) checked: Option<CheckedOf>,
    pub(super) checking: bool,
    pub(super) findings: Vec<Finding>,
    pub(super) at_cell: HashMap<CellRef, usize>,
    pub(super) todos: Vec<Todo>,
    pub(super) texts_of: Option<(Revision, NaiveDate)>,
    pub(super) texts: Texts,
    pub(super) strays: RefCell<HashMap<RowId, bool>>,
    /// Of the shown table; computed when the search is first used.
    pub(super) folded: OnceCell<Folded>,
    pub(super) folded_of: Option<TableId>,
    /// What is being folded in the background.
    pub(super) folding: Option<FoldedKey>,
    pub(super) arrangements: HashMap<TableId, (Revision, u64, Arrangement)>,
    pub(super) charts: RefCell<SceneCache<Chart>>,
    /// The bars of the cards, without words.
    pub(super) bars: RefCell<SceneCache<Axis>>,
    /// Of the open form.
    pub(super) remarks: super::remarks::Remarked,
    /// Of the line of quick entry.
    pub(super) previewed: super::quick::Previewed,
    /// As they would be exported.
    pub(super) pictures: RefCell<SceneCache<Chart>>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) struct SnapshotKey {
    pub(super) revision: Revision,
    pub(super) view: SpanAsOf,
    pub(super) audience: Audience,
}

type SceneCache<K> = HashMap<K, (ChartKey, Rc<Scene>)>;

#[derive(Clone, Copy, PartialEq)]
pub(super) struct FoldedKey {
    pub(super) document: u64,
    pub(super) revision: Revision,
    pub(super) today: NaiveDate,
    pub(super) lang: Lang,
    pub(super) table: TableId,
    pub(super) is_crossed: bool,
    pub(super) audience: Audience,
}

#[derive(PartialEq)]
pub(super) struct ChartKey {
    pub(super) snapshot: SnapshotKey,
    pub(super) order: RowOrder,
    pub(super) size: (u32, u32),
}

/// What findings are made of.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct CheckedOf {
    pub(super) revision: Revision,
    pub(super) today: NaiveDate,
    /// In which why an entry was not taken is told.
    pub(super) lang: Lang,
    /// The record that is being filled: it lacks nothing yet.
    pub(super) filling: Option<RowId>,
}

/// Runs the checks of a document, and lists what is to do, in the background.
pub struct CheckJob {
    document: u64,
    dataset: Arc<Dataset>,
    of: CheckedOf,
}

pub struct Checked {
    pub(super) document: u64,
    pub(super) findings: Vec<Finding>,
    pub(super) at_cell: HashMap<CellRef, usize>,
    pub(super) todos: Vec<Todo>,
}

impl CheckJob {
    pub(super) const fn new(document: u64, dataset: Arc<Dataset>, of: CheckedOf) -> Self {
        Self { document, dataset, of }
    }

    /// Takes longer than a frame on large datasets.
    pub fn run(self) -> Checked {
        let links = Links::of(&self.dataset);
        let CheckedOf { today, lang, filling, .. } = self.of;
        let lens = Lens::new(&self.dataset, &links, today);
        let mut findings = check::check(&lens);
        let is_of_it = |finding: &Finding| finding.cell().is_some_and(|cell| filling == Some(cell.row));
        findings.retain(|finding| !(finding.is_missing() && is_of_it(finding)));
        leftover::explain(&mut findings, &lens, &Words::new(lang));
        Checked { document: self.document, at_cell: by_cell(&findings), findings, todos: todo::todos(&lens) }
    }
}

/// Folds the texts of a table for the search, in the background.
pub struct FoldJob {
    of: FoldedKey,
    sheet: Sheet,
    records: ShownRecords,
}

pub struct FoldedTexts {
    pub(super) of: FoldedKey,
    pub(super) folded: Folded,
}

impl FoldJob {
    pub(super) const fn new(of: FoldedKey, sheet: Sheet, records: ShownRecords) -> Self {
        Self { of, sheet, records }
    }

    pub fn run(self) -> FoldedTexts {
        let fold = |lens: &Lens| Folded::of(&self.sheet, lens, &Words::new(self.of.lang));
        FoldedTexts { of: self.of, folded: self.records.read(self.of.today, fold) }
    }
}

pub(super) struct CachedSummary {
    pub(super) of: SummaryKey,
    pub(super) summary: Option<Summary>,
}

#[derive(PartialEq)]
pub(super) struct SummaryKey {
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

    /// Forgets the rows of a table, since another grid shows it.
    pub(super) fn forget_rows(&mut self, table: TableId) {
        self.arrangements.remove(&table);
        self.strays.borrow_mut().clear();
        (self.folded, self.folded_of) = (OnceCell::new(), None);
    }

    /// Clears everything that depends on the language of the screen.
    pub(super) fn forget_words(&mut self) {
        self.texts.clear();
        self.folded = OnceCell::new();
        self.charts.borrow_mut().clear();
        self.bars.borrow_mut().clear();
        self.pictures.borrow_mut().clear();
    }

    /// The height of the last drawing.
    pub(super) fn chart_height(&self, chart: Chart) -> Option<f32> {
        self.charts.borrow().get(&chart).map(|(_, scene)| scene.height)
    }

    pub(super) fn is_drawn(&self, key: &ChartKey, chart: Chart) -> bool {
        self.charts.borrow().get(&chart).is_some_and(|(kept, _)| kept == key)
    }

    pub(super) fn chart(&self, key: ChartKey, chart: Chart, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
        drawn(&self.charts, key, chart, draw)
    }

    pub(super) fn bar(&self, key: ChartKey, axis: Axis, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
        drawn(&self.bars, key, axis, draw)
    }

    pub(super) fn picture(&self, key: ChartKey, chart: Chart, draw: impl FnOnce() -> Scene) -> Rc<Scene> {
        drawn(&self.pictures, key, chart, draw)
    }
}

/// The cached drawing, or a new one if its inputs changed.
fn drawn<K: Eq + Hash>(
    kept: &RefCell<SceneCache<K>>,
    key: ChartKey,
    of_what: K,
    draw: impl FnOnce() -> Scene,
) -> Rc<Scene> {
    if let Some((of, scene)) = kept.borrow().get(&of_what)
        && *of == key
    {
        return Rc::clone(scene);
    }
    let scene = Rc::new(draw());
    kept.borrow_mut().insert(of_what, (key, Rc::clone(&scene)));
    scene
}

/// The index of each cell's finding: the most serious one wins.
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
