//! The layout of delays as strips of dots: one row per stage, one dot per case, with median and quartiles.
//!
//! Similar delays are stacked. Where a stack would be too high, a dot stands for several cases and a note says
//! so. Open cases are hollow.

use std::collections::BTreeMap;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::value::Halves;
use crate::indicators::{Because, Delays, Leg, median};
use crate::theme::size;

use super::axis::step;
use super::frame::{GAP, MARGIN, line};
use super::page::{Captions, ChartPage, label, lines_height, stroke, widest, wrapped};
use crate::chart::scene::{
    Anchor, Area, ChartTable, ColourRole, Counted, Scene, TableEntry, TableRow, Text, Weight, drawn_width,
};
use crate::chart::text;

/// The days at which a case is drawn.
type DrawnCase = (Halves, RowId);

fn length(days: Halves) -> f32 {
    f64::from(days) as f32
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    pub leg: Leg,
    pub name: String,
    pub delays: Delays,
    /// The smallest number of cases whose median is published.
    pub least: usize,
}

impl Strip {
    fn quartiles(&self) -> Option<[Halves; 3]> {
        self.delays.quartiles().filter(|_| self.delays.closed.len() >= self.least)
    }

    /// Groups of the smallest publishable size, each drawn at its median.
    fn drawn(&self, delays: &[(u32, RowId)]) -> Vec<DrawnCase> {
        let (n, least) = (delays.len(), self.least.max(1));
        let of_group = |group: usize| (group * least, if group + 1 == n / least { n } else { (group + 1) * least });
        let together = |(from, to): (usize, usize)| {
            let group = delays.get(from..to).unwrap_or_default();
            let middle = median(group).unwrap_or_default();
            group.iter().map(move |(_, row)| (middle, *row))
        };
        (0..n / least).map(of_group).flat_map(together).collect()
    }

    /// All closed cases; `None` without any.
    fn whole(&self, page: &ChartPage) -> Option<Counted> {
        let closed = self.drawn(&self.delays.closed);
        (!closed.is_empty()).then(|| self.counted(&closed, false, page))
    }

    /// Cases of this stage, titled with their days.
    fn counted(&self, cases: &[DrawnCase], is_open: bool, page: &ChartPage) -> Counted {
        let days = || cases.iter().map(|(days, _)| *days);
        let (least, most) = (days().min().unwrap_or_default(), days().max().unwrap_or_default());
        let key = match (is_open, least == most) {
            (true, true) => "delays-open-day",
            (true, false) => "delays-open",
            (false, true) => "delays-closed-day",
            (false, false) => "delays-closed",
        };
        let message = Message::new(key).text("name", &*self.name).count("n", cases.len());
        let title = page.words.say(&message.halves("from", least).halves("to", most));
        let rows = cases.iter().map(|(_, row)| *row).collect();
        Counted { title, table: TableId::Relocations, rows, because: Because::Delay(self.leg), beside: None }
    }

    /// Median, quartiles and number of cases in words.
    fn summary(&self, page: &ChartPage) -> String {
        let message = match self.quartiles() {
            Some([first, median, third]) => {
                Message::new("delays-summary").halves("first", first).halves("median", median).halves("third", third)
            }
            None => Message::new("delays-few"),
        };
        let message = message.count("n", self.delays.closed.len()).count("least", self.least);
        let few = if self.has_few_open() { "yes" } else { "no" };
        let grouped = if self.least > 1 { "yes" } else { "no" };
        let message = message.count("open", self.delays.open.len()).text("few", few);
        page.words.say(&message.text("grouped", grouped))
    }

    /// Whether the number of open cases is a small cell.
    fn has_few_open(&self) -> bool {
        (1..self.least).contains(&self.delays.open.len())
    }
}

/// Size of a dot, and distance between two.
const DOT: f32 = 5.0;
const PITCH: f32 = 6.0;
/// Maximum height of a stack.
const STACK: usize = 8;
const AXIS: f32 = 22.0;
const NAMES: f32 = 0.22;
const MOST_NAMES: f32 = 0.35;

pub fn scene(page: &ChartPage, strips: &[Strip], about: &Captions, size: (f32, f32)) -> Scene {
    let drawn: Vec<[Vec<DrawnCase>; 2]> = strips
        .iter()
        .map(|strip| [&strip.delays.closed, &strip.delays.open].map(|delays| strip.drawn(delays)))
        .collect();
    let third_quartiles = strips.iter().filter_map(Strip::quartiles).map(|[.., third]| third);
    let most = drawn.iter().flatten().flatten().map(|(days, _)| *days).chain(third_quartiles).max();
    let inner = drawn_width(size.0) - 2.0 * MARGIN;
    // No word is broken, as far as there is room.
    let words = strips.iter().flat_map(|strip| strip.name.split_whitespace());
    let room = widest(words, Weight::SemiBold).clamp(inner * NAMES, inner * MOST_NAMES);
    let names = widest(strips.iter().map(|strip| strip.name.as_str()), Weight::SemiBold).min(room).ceil();
    let plot = StripPlot {
        left: MARGIN + names + GAP,
        width: inner - names - GAP,
        most: most.unwrap_or_default().max(1.into()),
    };
    // Bins are as wide as a dot; the fullest one decides how many cases a dot stands for.
    let binned: Vec<[Bins; 2]> = drawn.iter().map(|drawn| [plot.bins(&drawn[0]), plot.bins(&drawn[1])]).collect();
    let highest = binned.iter().flatten().flat_map(BTreeMap::values).map(Vec::len).max().unwrap_or(0);
    let per_dot = highest.div_ceil(STACK).max(1);
    let mut captions = about.clone();
    if most.is_some() {
        captions.notes.push(page.words.say(&Message::new("delays-dots").count("n", per_dot)));
    }
    let (mut scene, begun) = page.begin(size, &captions, table(page, strips));
    if strips.iter().all(|strip| strip.delays.closed.is_empty() && strip.delays.open.is_empty()) {
        let bottom = page.empty(&mut scene, begun.top, "delays-empty");
        return page.end(scene, &begun, bottom);
    }
    let mut y = begun.top;
    let top = y;
    for (strip, bins) in strips.iter().zip(&binned) {
        y = draw(&mut scene, page, strip, (bins, per_dot), &plot, y);
        stroke(&mut scene, (MARGIN, y - 0.5), (plot.left + plot.width, y - 0.5), ColourRole::Hairline);
    }
    axis(&mut scene, page, &plot, (top, y));
    page.end(scene, &begun, y + AXIS)
}

type Bins = BTreeMap<usize, Vec<DrawnCase>>;

struct StripPlot {
    left: f32,
    width: f32,
    most: Halves,
}

impl StripPlot {
    fn x(&self, days: Halves) -> f32 {
        self.left + length(days) / length(self.most) * (self.width - PITCH)
    }

    fn bins(&self, delays: &[DrawnCase]) -> Bins {
        let mut bins = Bins::new();
        for (days, row) in delays {
            bins.entry(((self.x(*days) - self.left) / PITCH) as usize).or_default().push((*days, *row));
        }
        bins
    }
}

fn draw(
    scene: &mut Scene,
    page: &ChartPage,
    strip: &Strip,
    (bins, per_dot): (&[Bins; 2], usize),
    plot: &StripPlot,
    top: f32,
) -> f32 {
    let summary = wrapped(&strip.summary(page), Weight::Regular, plot.width - GAP);
    let stack = |bins: &Bins| bins.values().map(|rows| rows.len().div_ceil(per_dot)).max().unwrap_or(0);
    let dots = (stack(&bins[0]) + stack(&bins[1])).max(1) as f32 * PITCH + 8.0;
    let name = wrapped(&strip.name, Weight::SemiBold, plot.left - MARGIN - GAP + 0.5);
    let above = lines_height(summary.len()) + 4.0;
    let height = (above + dots + 16.0).max(lines_height(name.len()) + 10.0);
    let middle = top + lines_height(name.len()) / 2.0 + 5.0;
    label(scene, &name, (MARGIN, middle), Anchor::Start, (ColourRole::Ink, Weight::SemiBold), None);
    let middle = top + 5.0 + lines_height(summary.len()) / 2.0;
    let closed = strip.whole(page).filter(|all| all.rows.len() >= strip.least).map(|counted| scene.count(counted));
    label(scene, &summary, (plot.left + GAP, middle), Anchor::Start, (ColourRole::Muted, Weight::Regular), closed);
    let base = top + height - 8.0;
    if let Some([first, median, third]) = strip.quartiles() {
        let y = top + above + 6.0;
        // The interquartile range, crossed by the median.
        scene.rect(
            Area::new(plot.x(first), y + 2.0, plot.x(third) - plot.x(first) + DOT, 3.0),
            ColourRole::PipelineEdge,
            None,
        );
        scene.rect(Area::new(plot.x(median) + DOT / 2.0 - 1.0, y - 2.0, 2.0, base - y + 2.0), ColourRole::Tick, None);
    }
    let mut level: BTreeMap<usize, usize> = BTreeMap::new();
    for (bins, is_open) in bins.iter().zip([false, true]) {
        for (bin, rows) in bins {
            let dots = rows.len().div_ceil(per_dot);
            let subject = scene.count(strip.counted(rows, is_open, page));
            for _ in 0..dots {
                let at = level.entry(*bin).or_default();
                let area = Area::new(
                    (plot.left + *bin as f32 * PITCH).round(),
                    (base - (*at + 1) as f32 * PITCH).round(),
                    DOT,
                    DOT,
                );
                *at += 1;
                scene.rect(area, ColourRole::Delivered, Some(subject));
                if is_open {
                    let hollow = Area::new(area.x + 1.0, area.y + 1.0, area.width - 2.0, area.height - 2.0);
                    scene.rect(hollow, ColourRole::Surface, Some(subject));
                }
            }
        }
    }
    top + height
}

/// The axis of days, below all strips.
fn axis(scene: &mut Scene, page: &ChartPage, plot: &StripPlot, (top, bottom): (f32, f32)) {
    let figure = |value: u64| page.words.number(i64::try_from(value).unwrap_or(i64::MAX));
    let widest = text::width(&figure(length(plot.most) as u64), size::CAPTION, Weight::Regular) + 16.0;
    let by = step(widest / (plot.width - PITCH) * length(plot.most));
    let unit = page.words.text("delays-unit");
    let room = text::width(unit, size::CAPTION, Weight::Regular) + GAP;
    for value in (0..=length(plot.most) as u64 / by).map(|index| index * by) {
        let x = plot.x(u32::try_from(value).unwrap_or(u32::MAX).into()) + DOT / 2.0;
        stroke(scene, (x, bottom), (x, bottom + 4.0), ColourRole::Border);
        let words = figure(value);
        let half = text::width(&words, size::CAPTION, Weight::Regular) / 2.0;
        if x + half <= plot.left + plot.width - room {
            let baseline = text::centred(bottom + AXIS / 2.0 + 2.0, size::CAPTION);
            let at = Text { anchor: Anchor::Middle, ..line(x, baseline, size::CAPTION, &words) };
            scene.text(at, ColourRole::Muted, None);
        }
    }
    let at = line(plot.left + plot.width, text::centred(bottom + AXIS / 2.0 + 2.0, size::CAPTION), size::CAPTION, unit);
    scene.text(Text { anchor: Anchor::End, ..at }, ColourRole::Muted, None);
    stroke(scene, (plot.left, top), (plot.left, bottom), ColourRole::Border);
}

fn table(page: &ChartPage, strips: &[Strip]) -> ChartTable {
    let columns = [
        "delays-column",
        if strips.iter().any(|strip| strip.least > 1) { "delays-column-n-groups" } else { "delays-column-n" },
        "delays-column-first",
        "delays-column-median",
        "delays-column-third",
        "delays-column-open",
    ];
    let n = |n: usize| TableEntry::from(u32::try_from(n).ok());
    let row = |strip: &Strip| {
        let [first, median, third] =
            strip.quartiles().map_or([TableEntry::Nothing, TableEntry::Nothing, TableEntry::Nothing], |q| {
                q.map(|days| TableEntry::halves(days, page.words))
            });
        let open = if strip.has_few_open() {
            TableEntry::Text(page.words.text("chart-held").to_owned())
        } else {
            n(strip.delays.open.len())
        };
        let values = vec![n(strip.delays.closed.len()), first, median, third, open];
        TableRow { landlord: None, name: strip.name.clone(), values }
    };
    ChartTable {
        columns: columns.map(|key| page.words.text(key).to_owned()).to_vec(),
        rows: strips.iter().map(row).collect(),
    }
}
