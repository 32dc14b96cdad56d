//! Every figure opens exactly the rows that it counts (rule C12), whatever the convention.
//!
//! All measures of the region and of each landlord are walked, and every mark with a subject of
//! every chart. The expected counts are computed here, from the records alone.

use std::sync::Arc;

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::chart::scene::{Counted, Scene, Shape, Subject};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::RowId;
use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{Because, Figures, Measure, Measured, Snapshot, Span, SpanAsOf};
use clefs::words::{Lang, Words};

use crate::build::day;
use crate::rules::analysis::fixture;

/// One view of a convention, with its figures.
struct Walk<'a> {
    source: ChartSource<'a>,
    what: String,
}

impl Walk<'_> {
    fn dataset(&self) -> &Dataset {
        self.source.snapshot.dataset()
    }

    fn figures(&self, landlord: Option<RowId>) -> &Figures {
        let progress = self.source.snapshot.progress();
        landlord.map_or(&progress.region.figures, |row| progress.of(row).expect("each landlord has figures"))
    }

    /// Checks a measure and returns its number.
    fn measure(&self, measure: Measure, landlord: Option<RowId>) -> Option<u64> {
        let snapshot = self.source.snapshot;
        let Measured { number, table, rows } =
            measure.of(self.figures(landlord), snapshot.since(), snapshot.children());
        self.rows(table, rows);
        let sum = match measure {
            Measure::Children => sum(rows, |row| self.dataset().relocations.find(row)?.children),
            Measure::Trained | Measure::Expected => self.people(rows),
            Measure::Targets(_) => sum(rows, |row| self.dataset().commitments.find(row)?.target),
            _ => rows.len() as u64,
        };
        assert_eq!(number.unwrap_or(0), sum, "{}: {measure:?} of {landlord:?}", self.what);
        number
    }

    fn people(&self, rows: &[RowId]) -> u64 {
        sum(rows, |row| self.dataset().attendances.find(row)?.people)
    }

    /// Checks that the rows are of the table and distinct.
    fn rows(&self, table: TableId, rows: &[RowId]) {
        let mut each = rows.to_vec();
        each.sort_unstable();
        each.dedup();
        assert_eq!(each.len(), rows.len(), "{}: a row is opened twice", self.what);
        assert!(rows.iter().all(|row| self.dataset().table(table).contains(*row)), "{}: another table", self.what);
    }

    fn chart(&self, chart: Chart) {
        let scene = chart.scene(&self.source, 1200.0, 700.0);
        for subject in scene.marks.iter().filter_map(|mark| mark.subject).chain(scene.subjects().iter().copied()) {
            if scene.counted(subject).is_some() {
                continue;
            }
            let measure = subject.measure().unwrap_or_else(|| panic!("{}: {subject:?} opens nothing", self.what));
            let number = self.measure(measure, subject.landlord);
            assert_eq!(number, Some(subject.value.into()), "{} {chart:?}: {subject:?}", self.what);
        }
        for counted in scene.counted.iter().filter(|counted| counted.table != TableId::ContextFigures) {
            self.counted(counted);
        }
        // A gap or a median is not a number of rows: the title gives that number.
        if chart != Chart::Matrix && chart != Chart::Context {
            for mark in &scene.marks {
                if let (Some(subject), Shape::Text(text)) = (mark.subject, &mark.shape) {
                    self.cell(&scene, subject, &text.text);
                }
            }
        }
    }

    /// The number shown for a set of rows: people, for attendances.
    fn number(&self, counted: &Counted) -> u64 {
        if counted.table == TableId::Attendances { self.people(&counted.rows) } else { counted.n() as u64 }
    }

    /// The title gives the number of rows; for a gap, of both sides.
    fn counted(&self, counted: &Counted) {
        self.rows(counted.table, &counted.rows);
        let shown = numbers(&counted.title);
        let sides = counted.beside.as_deref().map(|beside| {
            self.counted(beside);
            [counted.rows.len() as u64, beside.rows.len() as u64]
        });
        let shows_both = sides.is_some_and(|sides| sides.iter().all(|n| shown.contains(n)));
        let number = self.number(counted);
        assert!(shown.contains(&number) || shows_both, "{}: {} opens {number}", self.what, counted.title);
        if counted.title.contains("enfant") {
            let children = sum(&counted.rows, |row| self.dataset().relocations.find(row)?.children);
            assert!(shown.contains(&children), "{}: {} opens {children}", self.what, counted.title);
        }
    }

    /// A text that is only a number is the number of its rows.
    fn cell(&self, scene: &Scene, subject: Subject, text: &str) {
        let Some(counted) = scene.counted(subject).filter(|counted| counted.because != Because::Waiting) else {
            return;
        };
        if let Ok(number) = text.replace('\u{202f}', "").parse::<u64>() {
            assert_eq!(number, self.number(counted), "{}: {}", self.what, counted.title);
        }
    }
}

fn sum(rows: &[RowId], number: impl Fn(RowId) -> Option<u32>) -> u64 {
    rows.iter().map(|row| u64::from(number(*row).unwrap_or(0))).sum()
}

/// The numbers in a text, in groups of three or not.
fn numbers(text: &str) -> Vec<u64> {
    let whole = text.replace('\u{202f}', "");
    whole.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn walk(dataset: &Dataset, name: &str) {
    let (words, dataset) = (Words::new(Lang::Fr), Arc::new(dataset.clone()));
    let periods = dataset.periods.iter().map(|period| Span::Period(period.id()));
    for span in periods.chain([Span::SinceStart]) {
        for as_of in ["2021-05-31", "2021-07-09", "2022-03-01"] {
            for audience in [Audience::Office, Audience::Committee] {
                let snapshot = Snapshot::of(Arc::clone(&dataset), SpanAsOf { span, as_of: day(as_of) }, audience);
                let source = ChartSource { snapshot: &snapshot, order: RowOrder::default(), words: &words };
                let walk = Walk { source, what: format!("{name}, {span:?}, {as_of}, {audience:?}") };
                for landlord in dataset.landlords.iter().map(|of| Some(of.id())).chain([None]) {
                    for measure in Measure::all() {
                        walk.measure(measure, landlord);
                    }
                }
                for chart in Chart::ALL {
                    walk.chart(chart);
                }
            }
        }
    }
}

#[test]
fn every_figure_opens_the_rows_that_it_counts() {
    walk(fixture().dataset(), "by hand");
    walk(crate::counting::convention().dataset(), "counting");
    for seed in 1..=4 {
        walk(&clefs::sample::generate(30 * seed, 45 * seed, seed as u64), &format!("sample {seed}"));
    }
}

#[test]
fn the_children_of_whole_groups_open_the_women_of_those_groups() {
    let dataset = Arc::new(clefs::sample::generate(41, 60, 7));
    let view = SpanAsOf { span: Span::SinceStart, as_of: day("2021-07-09") };
    let of = |audience| Snapshot::of(Arc::clone(&dataset), view, audience);
    let (office, committee) = (of(Audience::Office), of(Audience::Committee));
    let women = office.progress().region.figures.women.in_all.n();
    let (exact, groups) = (office.children().expect("shown"), committee.children().expect("shown"));
    assert_eq!(exact.rows.len(), women);
    // Groups of five; the remaining women wait for a later day.
    assert_ne!(women % 5, 0);
    assert_eq!(groups.rows.len(), women / 5 * 5);
    assert!(groups.total < exact.total);
}
