//! The words of two charts: delays, and the flow of cases.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::proposal::Author;
use crate::domain::relocation::ExitKind;
use crate::domain::value::Halves;
use crate::indicators::{Age, Because, CaseFlow, Count, Leg, Snapshot, Tally, median};
use crate::words::{Words, choice_key};

use super::claim::{Lead, lead};
use super::supply::counted;
use crate::chart::layout::bar_groups::{self as bars, BarGroup};
use crate::chart::layout::page::{Captions, ChartPage};
use crate::chart::layout::strip::{self, Strip};
use crate::chart::scene::Scene;

/// Delays from one step to the next; the median from the smallest number of cases on that is published.
pub fn delays(page: &ChartPage, snapshot: &Snapshot, size: (f32, f32)) -> Scene {
    let (words, delays, least) = (page.words, snapshot.delays(), snapshot.group_size());
    let strips: Vec<Strip> = Leg::ALL
        .iter()
        .zip(delays)
        .map(|(leg, delays)| {
            let name = words.text(&format!("leg-{}", leg.key())).to_owned();
            Strip { leg: *leg, name, delays: delays.clone(), least }
        })
        .collect();
    let title = longest(&strips, least);
    let rule = words.say(&Message::new("delays-rule").count("n", least));
    let notes = page.imprint.groups_note(snapshot.groups_as_of()).map(|note| words.say(&note));
    strip::scene(page, &strips, &Captions { title: words.say(&title), rule, notes: notes.into_iter().collect() }, size)
}

/// The finding: the step that takes longest, or the one at which those who still wait have waited longer than that.
fn longest(strips: &[Strip], least: usize) -> Message {
    let medians = |of: fn(&Strip) -> &[(u32, RowId)]| -> Vec<StepMedian> {
        let enough = strips.iter().filter(move |strip| of(strip).len() >= least);
        enough.filter_map(move |strip| Some((median(of(strip))?, strip))).collect()
    };
    let (over, open) = (medians(|strip| &strip.delays.closed), medians(|strip| &strip.delays.open));
    let longest_over = over.iter().map(|(days, _)| *days).max();
    let waits: Vec<_> = open.into_iter().filter(|(days, _)| longest_over.is_none_or(|over| *days > over)).collect();
    if let Lead::One(_, (days, strip)) = lead(in_halves(&waits), 0) {
        let message = Message::new("delays-title-waiting").text("name", strip.name.clone());
        return message.count("cases", strip.delays.open.len()).halves("n", days);
    }
    // A step without a median may be the longest.
    let key = if over.len() == strips.len() { "delays-title-longest" } else { "delays-title-longest-known" };
    match lead(in_halves(&over), 0) {
        Lead::One(_, (days, strip)) if waits.is_empty() => {
            Message::new(key).text("name", strip.name.clone()).halves("n", days)
        }
        _ => Message::new("delays-title"),
    }
}

/// A median of a step.
type StepMedian<'a> = (Halves, &'a Strip);

fn in_halves<'a>(medians: &[StepMedian<'a>]) -> Vec<(i64, StepMedian<'a>)> {
    medians.iter().map(|median| ((f64::from(median.0) * 2.0) as i64, *median)).collect()
}

/// Where cases are, how long referrals have been open, who refused, how cases left.
pub fn ways(page: &ChartPage, ways: &CaseFlow, size: (f32, f32)) -> Scene {
    let words = page.words;
    let bar = |key: &'static str, because: Because, name: String, count: &Count| {
        let counted = counted((key, because), because.table(), &count.rows, &name, words);
        (name, counted)
    };
    let choice = |set: &str, key: Option<&str>| {
        let key = key.map_or_else(|| "ways-unknown".to_owned(), |key| choice_key(set, key));
        words.text(&key).to_owned()
    };
    // "Not noted" gets a bar only where there are any.
    let steps =
        ways.steps.iter().map(|(step, n)| bar("counted-cases", Because::At, choice("case-step", Some(step.key())), n));
    let exits = ways.exits.iter().filter(|(kind, n)| kind.is_some() || n.n() > 0);
    let exits =
        exits.map(|(kind, n)| bar("counted-cases", Because::Exited, choice("exit-kind", kind.map(ExitKind::key)), n));
    let refusals = ways.refusals.iter().filter(|(by, n)| by.is_some() || n.n() > 0);
    let refusals = refusals.map(|(by, n)| {
        bar("counted-proposals", Because::Tally(Tally::Refusals), choice("author", by.map(Author::key)), n)
    });
    let ages = ways.ages.iter().map(|(age, n)| bar("counted-cases", Because::Asked, age_name(*age, words), n));
    let groups = [
        BarGroup { heading: words.text("ways-steps").to_owned(), bars: steps.collect() },
        BarGroup { heading: words.text("ways-ages").to_owned(), bars: ages.collect() },
        BarGroup { heading: words.text("ways-refusals").to_owned(), bars: refusals.collect() },
        BarGroup { heading: words.text("ways-exits").to_owned(), bars: exits.collect() },
    ];
    let open: usize = ways.steps.iter().map(|(_, count)| count.n()).sum();
    let old = ways.ages.last().map_or(0, |(_, count)| count.n());
    let title = words.say(&Message::new("ways-title").count("n", open).count("old", old));
    let notes = vec![words.say(&Message::new("chart-n-cases").count("n", open))];
    bars::scene(page, &groups, &Captions { title, rule: words.text("ways-rule").to_owned(), notes }, size)
}

fn age_name(age: Age, words: &Words) -> String {
    words.text(&format!("age-{}", age.key())).to_owned()
}
