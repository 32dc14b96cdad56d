//! The words of the chart of years: what each period came to, against what was promised for it.
//!
//! A period that is over is counted as of its last day, the running one as of the day of the figures; the last row is
//! everything since the start. Children are those that an audience reads, and never added to the women (rule C4).

use crate::domain::convention::Period;
use crate::domain::message::Message;
use crate::indicators::{Snapshot, Span, SpanAsOf};
use crate::words::Words;

use crate::chart::layout::page::{Captions, ChartPage};
use crate::chart::layout::sheet::{self, Sheet, SheetCell, SheetRow};
use crate::chart::scene::Scene;

const COLUMNS: [&str; 7] = [
    "years-column",
    "years-units",
    "years-units-target",
    "years-referral",
    "years-referral-target",
    "years-women",
    "years-children",
];

pub fn years(page: &ChartPage, snapshot: &Snapshot, size: (f32, f32)) -> Scene {
    let words = page.words;
    let all = snapshot.other(SpanAsOf { span: Span::SinceStart, ..snapshot.view() });
    let years = snapshot.years().iter().filter_map(|year| Some((year, period(year)?)));
    let named = years.map(|(year, period)| row(year, name(year, period, words), false, words));
    let mut rows: Vec<SheetRow> = named.collect();
    if !rows.is_empty() {
        rows.push(row(&all, words.text("since-start").to_owned(), true, words));
    }
    let mut notes = Vec::new();
    if !snapshot.is_exact() {
        notes.push(words.text("years-children-groups").to_owned());
    }
    let heads = COLUMNS.map(|key| words.text(key).to_owned()).to_vec();
    let captions = Captions { title: title(snapshot, words), rule: words.text("years-rule").to_owned(), notes };
    sheet::scene(page, &Sheet { heads, rows }, (&captions, "years-empty"), size)
}

fn period(of: &Snapshot) -> Option<&Period> {
    let Span::Period(row) = of.view().span else { return None };
    of.dataset().periods.find(row)
}

/// Its name, and up to which day if it is not over.
fn name(of: &Snapshot, period: &Period, words: &Words) -> String {
    let as_of = of.view().as_of;
    if period.ends.is_some_and(|ends| ends <= as_of) {
        return period.name.clone();
    }
    words.say(&Message::new("years-running").text("name", period.name.clone()).date("day", as_of))
}

fn row(of: &Snapshot, name: String, is_total: bool, words: &Words) -> SheetRow {
    let figures = &of.progress().region.figures;
    let number = |n: usize| SheetCell::number(i64::try_from(n).unwrap_or(i64::MAX), words);
    let target = |target: Option<u32>| match target {
        Some(target) => number(target as usize),
        None => SheetCell::words("–"),
    };
    let children = match of.children() {
        Some(children) => number(usize::try_from(children.total).unwrap_or(usize::MAX)),
        None => SheetCell::words(words.text("chart-held")),
    };
    let cells = vec![
        number(figures.units.delivered.n()),
        target(figures.units.target.total),
        number(figures.relocations.delivered.n()),
        target(figures.relocations.target.total),
        number(figures.women.in_all.n()),
        children,
    ];
    SheetRow { name, cells, is_total }
}

/// What the last year that is over came to; otherwise what the running one has come to.
fn title(snapshot: &Snapshot, words: &Words) -> String {
    let is_over = |year: &&Snapshot| {
        let ends = period(year).and_then(|period| period.ends);
        ends.is_some_and(|ends| ends <= snapshot.view().as_of)
    };
    let years = snapshot.years();
    let Some(year) = years.iter().rfind(is_over).or_else(|| years.last()) else {
        return words.text("years-empty").to_owned();
    };
    let figures = &year.progress().region.figures;
    let part = |key: &'static str, n: usize, target: Option<u32>| {
        let message = Message::new(key).count("n", n).count("target", target.unwrap_or_default() as usize);
        words.say(&message.text("has", if target.is_some() { "yes" } else { "no" }))
    };
    let name = period(year).map(|period| name(year, period, words)).unwrap_or_default();
    words.say(
        &Message::new("years-title")
            .text("name", name)
            .text("units", part("years-title-units", figures.units.delivered.n(), figures.units.target.total))
            .text(
                "women",
                part("years-title-women", figures.relocations.delivered.n(), figures.relocations.target.total),
            ),
    )
}
