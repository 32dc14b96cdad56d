//! The lines of the curve of women rehoused: each step stands for the women of its day.
//!
//! Owns the subject of a step, and the same figures as a table.

use chrono::NaiveDate;

use crate::chart::scene::{ChartTable, ColourRole, Counted, RowPart, Scene, Subject, TableRow};
use crate::chart::text;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::relocation::Origin;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Curve, Rise};
use crate::words::Words;

use super::curve::{CurveInput, CurvePlot, rule};

/// One line, with the label at its end.
pub struct Series<'a> {
    pub rises: &'a [Rise],
    pub role: ColourRole,
    pub thickness: f32,
    pub part: RowPart,
    /// Its rows, where the figures do not have them: those of full groups.
    pub counted: Option<Counted>,
    pub name: String,
    /// The last total.
    pub total: u32,
}

/// The lines, the one with a target first.
pub fn series<'a>(curve: &'a Curve, words: &Words) -> Vec<Series<'a>> {
    let of = |rises: &'a [Rise], role, thickness, part, key| {
        let total = rises.last().map_or(0, |rise| rise.total);
        let message = Message::new(key).count("n", total as usize).count("mothers", curve.mothers.len());
        let name = words.say(&message);
        Series { rises, role, thickness, part, counted: None, name, total }
    };
    let mut series = vec![
        of(&curve.referral, ColourRole::Delivered, 3.0, RowPart::Delivered, "curve-referral"),
        of(&curve.in_all, ColourRole::Ink, 1.0, RowPart::InAll, "curve-in-all"),
    ];
    let children = curve.children.as_ref();
    series.extend(children.map(|rises| {
        let series = of(rises, ColourRole::Muted, 1.0, RowPart::InAll, "curve-children");
        let (title, rows) = (series.name.clone(), curve.mothers.clone());
        let counted = Counted { title, table: TableId::Relocations, rows, because: Because::Rules, beside: None };
        Series { counted: Some(counted), ..series }
    }));
    series
}

/// Draws a line up to the day of the figures.
pub(in crate::chart) fn steps(
    scene: &mut Scene,
    plot: &CurvePlot,
    (curve, series, meant): (&Curve, &Series, Subject),
    until: f32,
    words: &Words,
) {
    let meant = Some(meant);
    let half = series.thickness / 2.0;
    let (mut x, mut y, mut last) = (plot.area.x, plot.y(0), meant);
    for rise in series.rises {
        let (next_x, next_y) = (plot.x(rise.on).min(until), plot.y(rise.total));
        rule(scene, (x, y), (next_x + half, y), series.thickness, series.role, last);
        // The segment up to the next step belongs to the step too: hovering it shows the total of that day.
        let of_day = women(curve, series, *rise, words).map(|counted| scene.count(counted));
        rule(scene, (next_x, y), (next_x, next_y), series.thickness, series.role, of_day.or(meant));
        (x, y, last) = (next_x, next_y, of_day.or(meant));
    }
    rule(scene, (x, y), (until.max(x), y), series.thickness, series.role, last);
}

/// The women of a step; `None` for children, which are published in groups.
fn women(curve: &Curve, series: &Series, rise: Rise, words: &Words) -> Option<Counted> {
    let is_of_children = series.counted.is_some();
    let counts = |origin: Origin| series.part == RowPart::InAll || origin == Origin::Referral;
    let from = curve.women.partition_point(|(on, ..)| *on < rise.on);
    let of_day = curve.women[from..].iter().take_while(|(on, ..)| *on <= rise.on);
    let rows: Vec<RowId> = of_day.filter(|(_, origin, _)| counts(*origin)).map(|(.., row)| *row).collect();
    let message = Message::new("curve-step").text("day", words.long_date(rise.on)).count("n", rows.len());
    let title = words.say(&message.count("total", rise.total as usize));
    (!rows.is_empty() && !is_of_children).then_some(Counted {
        title,
        table: TableId::Relocations,
        rows,
        because: Because::Rules,
        beside: None,
    })
}

/// The totals on every day on which one of them changed, the region last.
pub fn table(input: &CurveInput, words: &Words) -> ChartTable {
    let columns = ["curve-column-day", "curve-column-referral", "curve-column-in-all", "curve-column-children"];
    let mut rows = Vec::new();
    if let Some(curve) = &input.curve {
        let all = [Some(&curve.referral), Some(&curve.in_all), curve.children.as_ref()];
        let mut days: Vec<NaiveDate> =
            all.iter().flatten().flat_map(|rises| rises.iter().map(|rise| rise.on)).collect();
        days.sort_unstable();
        days.dedup();
        let total = |rises: &[Rise], day: NaiveDate| {
            rises.iter().take_while(|rise| rise.on <= day).last().map_or(0, |rise| rise.total)
        };
        let row = |name: String, day| TableRow {
            landlord: None,
            name,
            values: all.iter().map(|rises| rises.map(|rises| total(rises, day)).into()).collect(),
        };
        rows.extend(days.into_iter().map(|day| row(words.date(day), day)));
        rows.push(row(text::one_line(&input.region).into_owned(), NaiveDate::MAX));
    }
    ChartTable { columns: columns.map(|key| words.text(key).to_owned()).to_vec(), rows }
}
