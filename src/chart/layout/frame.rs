//! The frame of every chart: finding, counting rule and legend above; notes, source and day below.
//!
//! Owns where these go and how they wrap. The sentences come from `wording`.

use chrono::NaiveDate;

use crate::domain::message::Message;
use crate::indicators::Rule;
use crate::theme::size;
use crate::words::Words;

use crate::chart::scene::{Anchor, Area, ColourRole, Scene, Subject, Text, Weight};
use crate::chart::text;

/// Margin around the chart.
pub const MARGIN: f32 = 20.0;
/// Space between related marks.
pub const GAP: f32 = 8.0;
const TITLE_LINE: f32 = 26.0;
const CAPTION_LINE: f32 = 18.0;
/// Of a badge, with the gap below.
const BADGE: f32 = 26.0;
const LEGEND_LINE: f32 = 20.0;
/// Space between a legend key and its words, and between two entries.
const LEGEND_GAPS: (f32, f32) = (6.0, 16.0);

/// The source of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    pub source: String,
    /// The day of the figures (rule C1).
    pub as_of: NaiveDate,
    /// The data is fictitious, and the chart must say so.
    pub fictitious: bool,
    /// It has exact figures about persons, for the office only.
    pub internal: bool,
}

impl Imprint {
    /// Says of groups of women that they are not of the day of the other figures.
    pub fn groups_note(&self, groups_as_of: Option<NaiveDate>) -> Option<Message> {
        match groups_as_of {
            None => Some(Message::new("groups-none")),
            Some(day) => (day != self.as_of).then(|| Message::new("groups-day").date("day", day)),
        }
    }
}

/// Draws the finding and the counting rule, wrapped, and sets the scene's title. Returns the bottom.
pub fn heading(scene: &mut Scene, lines: &[String], rule: &str, subject: Option<Subject>) -> f32 {
    let room = scene.width - 2.0 * MARGIN;
    scene.title = lines.join(" ");
    let mut y = MARGIN;
    for words in lines.iter().flat_map(|words| text::wrap(words, size::CHART_TITLE, Weight::SemiBold, room)) {
        let baseline = text::centred(y + TITLE_LINE / 2.0, size::CHART_TITLE);
        let text = Text { weight: Weight::SemiBold, ..line(MARGIN, baseline, size::CHART_TITLE, &words) };
        scene.text(text, ColourRole::Ink, subject);
        y += TITLE_LINE;
    }
    let top = y;
    for words in text::wrap(rule, size::CAPTION, Weight::Regular, room) {
        scene.text(
            line(MARGIN, text::centred(y + CAPTION_LINE / 2.0, size::CAPTION), size::CAPTION, &words),
            ColourRole::Muted,
            None,
        );
        y += CAPTION_LINE;
    }
    let named = Rule::named_in(rule);
    scene.rules = (!named.is_empty()).then(|| (Area::new(MARGIN, top, room, y - top), named));
    y
}

/// Draws the legend, entries side by side while there is room; `key` draws the sample of the entry with that
/// index. Returns the bottom.
pub fn legend(scene: &mut Scene, entries: &[String], top: f32, key: impl Fn(&mut Scene, usize, Area)) -> f32 {
    const KEY: f32 = 14.0;
    let (mut x, mut y) = (MARGIN, top + 13.0);
    for (place, words) in entries.iter().enumerate() {
        let room = scene.width - 2.0 * MARGIN - KEY - LEGEND_GAPS.0;
        let lines = text::wrap(words, size::CAPTION, Weight::Regular, room);
        let widths = lines.iter().map(|words| text::width(words, size::CAPTION, Weight::Regular));
        let width = KEY + LEGEND_GAPS.0 + widths.fold(0.0, f32::max);
        if x > MARGIN && x + width > scene.width - MARGIN {
            (x, y) = (MARGIN, y + LEGEND_LINE);
        }
        key(scene, place, Area::new(x.round(), (y - 6.0).round(), KEY, 12.0));
        for (index, words) in lines.iter().enumerate() {
            y += if index > 0 { CAPTION_LINE } else { 0.0 };
            let baseline = text::centred(y, size::CAPTION);
            let at = line(x.round() + KEY + LEGEND_GAPS.0, baseline, size::CAPTION, words);
            scene.text(at, ColourRole::Muted, None);
        }
        x += width + LEGEND_GAPS.1;
    }
    if entries.is_empty() { top } else { y + LEGEND_LINE / 2.0 }
}

/// Draws a wrapped text in place of a chart. Returns the bottom.
pub fn paragraph(scene: &mut Scene, words: &str, top: f32) -> f32 {
    const LINE: f32 = 20.0;
    let mut y = top + LINE;
    for words in text::wrap(words, size::BODY, Weight::Regular, scene.width - 2.0 * MARGIN) {
        scene.text(line(MARGIN, y, size::BODY, &words), ColourRole::Muted, None);
        y += LINE;
    }
    y
}

/// The text below a chart: notes, source and day.
pub struct Foot {
    /// The whole text, for screen readers.
    pub words: String,
    lines: Vec<String>,
    /// What must not be overlooked, and its width.
    badge: Option<(String, f32)>,
    /// With little room the lines stand below it.
    is_below: bool,
}

impl Foot {
    /// Measures the text. Empty notes are skipped.
    pub fn new(words: &Words, imprint: &Imprint, notes: &[&str], width: f32) -> Self {
        let source = Message::new("chart-source").text("source", text::one_line(&imprint.source));
        let source = words.say(&source.text("date", words.long_date(imprint.as_of)));
        let internal = imprint.internal.then(|| words.text("chart-internal"));
        let notes = notes.iter().copied().chain(internal).filter(|note| !note.is_empty()).chain([&*source]);
        let all = notes.collect::<Vec<_>>().join(" ");
        let badges = [(imprint.fictitious, "chart-fictitious"), (imprint.internal, "badge-exact")];
        let badges = badges.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| words.text(word));
        let badge = Some(badges.collect::<Vec<_>>().join(" · ")).filter(|badge| !badge.is_empty());
        let badge = badge.map(|badge| {
            let width = text::width(&badge, size::CAPTION, Weight::SemiBold) + 2.0 * GAP;
            (badge, width)
        });
        let whole = width - 2.0 * MARGIN;
        let beside = whole - badge.as_ref().map_or(0.0, |(_, width)| width + 2.0 * GAP);
        let is_below = beside < 0.5 * whole;
        let room = if is_below { whole } else { beside };
        Self { lines: text::wrap(&all, size::CAPTION, Weight::Regular, room), words: all, badge, is_below }
    }

    pub fn height(&self) -> f32 {
        let below = if self.is_below { BADGE } else { 0.0 };
        below + self.lines.len().max(1) as f32 * CAPTION_LINE + GAP
    }

    pub fn draw(&self, scene: &mut Scene, top: f32) {
        let mut middle = top + GAP + CAPTION_LINE / 2.0;
        if let Some((badge, width)) = &self.badge {
            let x = (scene.width - MARGIN - width).floor();
            scene.rect(Area::new(x, middle - 11.0, *width, 22.0), ColourRole::WarningBack, None);
            let baseline = text::centred(middle, size::CAPTION);
            let text = line(x + GAP, baseline, size::CAPTION, badge);
            scene.text(Text { weight: Weight::SemiBold, ..text }, ColourRole::Warning, None);
            if self.is_below {
                middle += BADGE;
            }
        }
        for words in &self.lines {
            scene.text(
                line(MARGIN, text::centred(middle, size::CAPTION), size::CAPTION, words),
                ColourRole::Muted,
                None,
            );
            middle += CAPTION_LINE;
        }
    }
}

/// The mark of a commitment: two points wide around `x`, with a light edge so that it shows on a dark bar too.
pub fn tick(scene: &mut Scene, x: f32, y: f32, height: f32, subject: Option<Subject>) {
    scene.rect(Area::new(x - 2.0, y, 4.0, height), ColourRole::TickEdge, None);
    scene.rect(Area::new(x - 1.0, y, 2.0, height), ColourRole::Tick, subject);
}

/// The part of a bar that is expected: pale, with an edge that shows on the ground.
pub fn pale(scene: &mut Scene, area: Area, subject: Option<Subject>) {
    scene.rect(area, ColourRole::PipelineEdge, subject);
    let inner = Area::new(area.x + 1.0, area.y + 1.0, area.width - 2.0, area.height - 2.0);
    scene.rect(inner, ColourRole::Pipeline, subject);
}

/// One line of regular text, starting at `x`.
pub fn line(x: f32, y: f32, size: f32, words: &str) -> Text {
    Text { x, y, anchor: Anchor::Start, size, weight: Weight::Regular, text: words.to_owned() }
}
