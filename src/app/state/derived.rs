//! What is derived from the document: links, figures, findings, charts, rows of grids.
//!
//! Each is computed when what it depends on changed, and kept until then; nothing here is
//! stored. Views read it, and never compute.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::grid::{Arrangement, Folded, still_fits};
use crate::app::texts::Texts;
use crate::chart::input::Order;
use crate::chart::kind::Chart;
use crate::chart::scene::Scene;
use crate::domain::check::{self, Finding, Severity};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::{Audience, TableId};
use crate::edit::Revision;
use crate::indicators::{self, Analysis, Progress, View};
use crate::words::{Lang, Words};

use super::State;
use super::files::Job;

/// Everything derived, and what it was derived from.
#[derive(Default)]
pub(super) struct Derived {
    links_of: Option<Revision>,
    pub(super) links: Links,
    progress_of: Option<(Revision, View)>,
    pub(super) progress: Progress,
    /// Of the same view, once charts ask for it.
    pub(super) analysis: Analysis,
    analysis_of: Option<(Revision, View, Audience)>,
    /// Whether the document has been on screen.
    shown: bool,
    /// What the checks ran on, or are running on beside the window.
    checked: Option<(Revision, NaiveDate)>,
    checking: bool,
    pub(super) findings: Vec<Finding>,
    pub(super) at_cell: HashMap<CellRef, usize>,
    texts_of: Option<(Revision, NaiveDate)>,
    pub(super) texts: Texts,
    strays: RefCell<HashMap<RowId, bool>>,
    /// Of the table that is shown, once something is searched.
    folded: OnceCell<Folded>,
    folded_of: Option<TableId>,
    /// What is being folded beside the window.
    folding: Option<FoldedOf>,
    arrangements: HashMap<TableId, (Revision, u64, Arrangement)>,
    charts: RefCell<Drawn>,
    /// As they would leave the app.
    pictures: RefCell<Drawn>,
}

/// Charts, and what each was drawn of.
type Drawn = HashMap<Chart, (ChartKey, Rc<Scene>)>;

/// What texts were folded of.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct FoldedOf {
    document: u64,
    revision: Revision,
    today: NaiveDate,
    lang: Lang,
    table: TableId,
}

/// Of what a chart is drawn.
#[derive(PartialEq)]
pub(super) struct ChartKey {
    revision: Revision,
    view: View,
    order: Order,
    audience: Audience,
    size: (u32, u32),
}

impl ChartKey {
    /// What a chart of this size would be drawn of now.
    pub(super) fn of(state: &State, width: f32, height: f32) -> Self {
        Self {
            revision: state.document.revision(),
            view: state.view(),
            order: state.chart_order(),
            audience: state.chart_audience(),
            size: (width.round() as u32, height.round() as u32),
        }
    }
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

impl State {
    /// Brings what is derived up to date with the document; cheap where nothing changed.
    pub fn refresh(&mut self) {
        let (revision, today, view) = (self.document.revision(), self.today(), self.view());
        let audience = self.chart_audience;
        let dataset = self.document.snapshot();
        let derived = &mut self.derived;
        if derived.links_of != Some(revision) {
            derived.links = Links::of(&dataset);
            derived.links_of = Some(revision);
        }
        if derived.progress_of != Some((revision, view)) {
            let lens = Lens::new(&dataset, &derived.links, view.as_of);
            derived.progress = indicators::progress(&lens, view.span);
            derived.progress_of = Some((revision, view));
        }
        if derived.analysis_of != Some((revision, view, audience)) {
            derived.analysis = Analysis::default();
            derived.analysis_of = Some((revision, view, audience));
        }
        if derived.texts_of != Some((revision, today)) {
            derived.texts.clear();
            derived.folded = OnceCell::new();
            derived.strays.borrow_mut().clear();
            derived.texts_of = Some((revision, today));
        }
        self.check(revision, today);
        self.arrange(revision);
        self.follow_cursor();
    }

    /// Whether a row is shown that the filters would not choose any more.
    pub fn is_stray(&self, table: TableId, row: RowId) -> bool {
        let grid = self.grid(table);
        if grid.shows_all() {
            return false;
        }
        let mut strays = self.derived.strays.borrow_mut();
        *strays.entry(row).or_insert_with(|| !still_fits(grid, row, &self.lens(), &self.words))
    }

    /// Folds the texts of the table that is shown, beside the window: whoever goes to the search
    /// types there next, and a letter must not wait for it.
    pub(super) fn prepare_search(&mut self) {
        let Some(of) = self.folded_of() else { return };
        if self.derived.folded.get().is_some() || self.derived.folding == Some(of) {
            return;
        }
        self.derived.folding = Some(of);
        let dataset = self.document.snapshot();
        self.worker.start(move || {
            let links = Links::of(&dataset);
            let folded = Folded::of(of.table, &Lens::new(&dataset, &links, of.today), &Words::new(of.lang));
            Job::Folded { of, folded }
        });
    }

    /// Takes in folded texts, unless something changed since.
    pub(super) fn folded(&mut self, of: FoldedOf, folded: Folded) {
        if self.folded_of() == Some(of) {
            // Where a letter came before them they are there already.
            let _ = self.derived.folded.set(folded);
        }
    }

    fn folded_of(&self) -> Option<FoldedOf> {
        Some(FoldedOf {
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
            table: self.derived.folded_of?,
        })
    }

    /// Starts the checks beside the window, where something changed since they ran: on large
    /// datasets they take longer than a frame. A document that was just opened is shown first.
    fn check(&mut self, revision: Revision, today: NaiveDate) {
        let derived = &mut self.derived;
        if !derived.shown || derived.checking || derived.checked == Some((revision, today)) {
            return;
        }
        derived.checking = true;
        derived.checked = Some((revision, today));
        let (dataset, document) = (self.document.snapshot(), self.opened);
        self.worker.start(move || {
            let links = Links::of(&dataset);
            let findings = check::check(&Lens::new(&dataset, &links, today));
            Job::Checked { document, at_cell: by_cell(&findings), findings }
        });
    }

    /// The document is on screen: what was put off for that is done now.
    pub(super) const fn shown(&mut self) {
        self.derived.shown = true;
    }

    /// Takes in what the checks found, unless they ran on a document that is gone.
    pub(super) fn checked(&mut self, document: u64, findings: Vec<Finding>, at_cell: HashMap<CellRef, usize>) {
        if document == self.opened {
            self.derived.checking = false;
            self.derived.findings = findings;
            self.derived.at_cell = at_cell;
        }
    }

    /// Chooses and orders the rows of the table that is shown, where that changed.
    fn arrange(&mut self, revision: Revision) {
        let crate::app::pages::Page::Section(section) = self.page else { return };
        let table = self.table_of(section);
        let wanted = self.grid(table).arrangement();
        if self.derived.folded_of != Some(table) {
            self.derived.folded = OnceCell::new();
            self.derived.folded_of = Some(table);
        }
        let fresh = match self.derived.arrangements.get(&table) {
            Some((kept, arrangement, _)) if (*kept, *arrangement) == (revision, wanted) => return,
            Some((_, arrangement, kept)) if *arrangement == wanted => kept.updated(self.grid(table), &self.lens()),
            kept => {
                let kept = kept.map(|(_, _, kept)| kept);
                Arrangement::of(self.grid(table), &self.lens(), &self.words, &self.derived.folded, kept)
            }
        };
        if let Some(mut grid) = self.grids.remove(&table) {
            grid.keep_selection_within(&fresh);
            grid.keep_cut(&self.lens(), &self.words);
            self.grids.insert(table, grid);
        }
        self.derived.strays.borrow_mut().clear();
        self.derived.arrangements.insert(table, (revision, wanted, fresh));
    }
}
