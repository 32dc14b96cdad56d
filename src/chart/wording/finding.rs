//! The words of progress charts: title, caption, legend, and figures as sentences.
//!
//! Owns the choice of the sentence. Counts nothing and places nothing.

use crate::domain::message::Message;
use crate::words::Words;

use crate::chart::layout::fates::stage_words;
use crate::chart::layout::progress::{ProgressInput, ProgressRow};
use crate::chart::scene::{RowPart, Subject};
use crate::chart::text;

/// The title, in two halves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Delivered of the commitment.
    pub figures: String,
    /// Who kept the commitment, from the longest wording to the shortest. Empty where there is nothing to
    /// report.
    pub outcomes: Vec<String>,
}

impl Headline {
    /// A target of zero counts as none (rule C10), and only landlords with a target can have kept it.
    pub fn new(input: &ProgressInput, words: &Words) -> Self {
        let outcomes: Vec<String> = outcomes(input).iter().map(|message| words.say(message)).collect();
        let figures = figures(input, words);
        Self {
            figures: if outcomes.is_empty() {
                figures
            } else {
                words.say(&Message::new("chart-title-first").text("figures", figures))
            },
            outcomes,
        }
    }

    /// The first wording that fits on one line, otherwise the last one, broken between the halves.
    pub fn lines(&self, fits: impl Fn(&str) -> bool) -> Vec<String> {
        if self.outcomes.is_empty() {
            return vec![self.figures.clone()];
        }
        let mut whole = self.outcomes.iter().map(|outcome| format!("{} {outcome}", self.figures));
        whole.find(|title| fits(title)).map_or_else(
            || [&self.figures].into_iter().chain(self.outcomes.last()).cloned().collect(),
            |title| vec![title],
        )
    }
}

fn figures(input: &ProgressInput, words: &Words) -> String {
    let done = input.region.delivered;
    let message = match input.region.target {
        Some(target) if target > 0 && done > target => {
            Message::new("chart-title-beyond").count("target", target as usize)
        }
        Some(target) if target > 0 => Message::new("chart-title-of").count("target", target as usize),
        _ => Message::new("chart-title-alone"),
    };
    words.say(&message.text("axis", input.axis.key()).count("done", done as usize))
}

fn outcomes(input: &ProgressInput) -> Vec<Message> {
    let kept: Vec<&ProgressRow> = input.rows.iter().filter(|row| row.is_kept()).collect();
    let committed = input.rows.iter().filter(|row| row.is_committed()).count();
    if input.rows.is_empty() {
        return Vec::new();
    }
    if !input.unshared.is_empty() {
        let periods = text::one_line(&input.unshared.join(", ")).into_owned();
        return vec![Message::new("chart-finding-unshared").count("n", input.unshared.len()).text("periods", periods)];
    }
    if committed == 0 {
        return vec![Message::new("chart-finding-to-enter")];
    }
    if let [only] = kept.as_slice() {
        let key = if Some(only.delivered) > only.target { "chart-finding-beyond-by" } else { "chart-finding-kept-by" };
        return vec![
            Message::new(key).text("name", only.shown_name()),
            Message::new("chart-finding-kept").count("kept", 1),
        ];
    }
    match kept.len() {
        0 if input.region.delivered == 0 => Vec::new(),
        0 => vec![Message::new("chart-finding-none")],
        all if all == input.rows.len() => vec![Message::new("chart-finding-all")],
        all if all == committed => vec![Message::new("chart-finding-all-committed").count("kept", all)],
        some => vec![Message::new("chart-finding-kept").count("kept", some)],
    }
}

/// An entry of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendItem {
    Delivered,
    Recent,
    Pipeline,
    Target,
}

impl LegendItem {
    pub fn words(self, input: &ProgressInput, words: &Words) -> String {
        let key = match self {
            Self::Delivered => "chart-legend-delivered",
            Self::Recent => "chart-legend-recent",
            Self::Pipeline => "chart-legend-pipeline",
            Self::Target if input.period.is_empty() => "chart-legend-target-whole",
            Self::Target => "chart-legend-target",
        };
        let day = input.since.map(|day| words.short_day(day, input.imprint.as_of)).unwrap_or_default();
        let message = Message::new(key).text("axis", input.axis.key()).text("basis", input.basis.key());
        words.say(&message.text("period", text::one_line(&input.period)).text("day", day))
    }
}

/// The legend of the marks that occur on the chart.
pub fn legend(input: &ProgressInput, words: &Words) -> Vec<(LegendItem, String)> {
    let drawn = || input.rows.iter().chain((!input.rows.is_empty()).then_some(&input.region));
    let any = |has: fn(&ProgressRow) -> bool| drawn().any(has);
    let keys = [
        (LegendItem::Delivered, any(|row| row.delivered > 0)),
        (LegendItem::Recent, input.since.is_some() && any(|row| !row.recent.is_empty())),
        (LegendItem::Pipeline, any(|row| row.pipeline > 0)),
        (LegendItem::Target, any(ProgressRow::is_committed)),
    ];
    keys.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| (key, key.words(input, words))).collect()
}

/// The note with the number of units, women or people.
pub fn number(input: &ProgressInput, words: &Words) -> String {
    use crate::domain::commitment::Axis;
    let key = match input.axis {
        Axis::Units => "chart-n-units",
        Axis::Relocations => "chart-n-women",
        Axis::Training => "chart-n-people",
    };
    words.say(&Message::new(key).count("n", input.region.delivered as usize))
}

pub fn rule(input: &ProgressInput, words: &Words) -> String {
    use crate::domain::commitment::Axis;
    let key = match input.axis {
        Axis::Units => "chart-caption-units",
        Axis::Relocations => "chart-caption-relocations",
        Axis::Training => "chart-caption-training",
    };
    let message = Message::new(key).text("basis", input.basis.key()).count("platform", input.platform_women as usize);
    words.say(&message)
}

/// A subject as a sentence, for tooltips and screen readers. `name` is the full name of its landlord.
pub fn spoken(subject: Subject, name: &str, words: &Words) -> String {
    let key = match subject.part {
        RowPart::Landlord | RowPart::Counted(_) => return name.to_owned(),
        RowPart::Stage(stage) => {
            let message = Message::new("chart-stop-stage").text("name", name).count("count", subject.value as usize);
            return words.say(&message.text("stage", stage_words(stage, words)));
        }
        RowPart::Delivered => "chart-stop-delivered",
        RowPart::Pipeline => "chart-stop-pipeline",
        RowPart::Target => "chart-stop-target",
        RowPart::InAll => "chart-stop-in-all",
        RowPart::Suspended => "chart-stop-suspended",
    };
    let message = Message::new(key).text("name", name).text("axis", subject.axis.key());
    words.say(&message.count("count", subject.value as usize))
}
