//! The words of charts that are tables: by association, by département, between committees, sessions, context.

use crate::domain::commune;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::{
    Because, Breakdown, By, Count, Figures, GroupKey, PlaceKey, Progress, Round, RoundedTo, Tallied, Tallies, Tally,
};
use crate::words::Words;

use super::claim::{Lead, lead};
use super::supply::{counted, place_name};
use crate::chart::layout::frame::Imprint;
use crate::chart::layout::page::{Captions, ChartPage};
use crate::chart::layout::sheet::{self, Sheet, SheetCell, SheetRow};
use crate::chart::scene::{Counted, Scene};
use crate::chart::text;

/// By association or by département; the total only where nothing else is published.
pub fn breakdown(page: &ChartPage, dataset: &Dataset, breakdown: &Breakdown, by: By, size: (f32, f32)) -> Scene {
    let words = page.words;
    let (column, rules) = match by {
        By::Association => ("breakdown-association", ("breakdown-rule", "associations-rule")),
        By::Departement => ("tiles-column", ("departements-counting", "departements-rule")),
    };
    let heads = std::iter::once(words.text(column).to_owned());
    let heads = heads.chain(Tally::ALL.iter().map(|tally| tally_name(*tally, by, words)));
    // The map shows how many wait in a département.
    let more = if by == By::Association { &["tally-open", "tally-wait"][..] } else { &["tally-wait"] };
    let heads = heads.chain(more.iter().map(|key| words.text(key).to_owned())).collect();
    let is_wide = breakdown.is_only_total();
    let groups = if is_wide { &[][..] } else { &breakdown.groups };
    let all = (words.text("matrix-all").to_owned(), &breakdown.all, true);
    let named = groups.iter().map(|(of, tallies)| (group_name(*of, dataset, words), tallies, false));
    let rows: Vec<SheetRow> =
        named.chain([all]).map(|(name, tallies, is_total)| row(name, tallies, (by, is_total), words)).collect();
    let rows = if breakdown.groups.is_empty() { Vec::new() } else { rows };

    let mut notes = Vec::new();
    if is_wide && breakdown.is_published {
        notes.push(words.text("level-total").to_owned());
    } else if is_wide {
        notes.push(words.text("level-unpublished").to_owned());
    } else {
        notes.push(words.text(rules.1).to_owned());
        if let Some(RoundedTo { bases: (least, most), .. }) = breakdown.rounded {
            let key = if least == most { "departements-rounded" } else { "departements-rounded-two" };
            notes.push(words.say(&Message::new(key).count("n", least as usize).count("most", most as usize)));
        }
        if breakdown.are_waits_rounded {
            notes.push(words.text("waits-rounded").to_owned());
        }
        let is_held = |tallies: &Tallies| {
            tallies.is_wait_suppressed || Tally::ALL.iter().any(|tally| tallies.published(*tally).is_none())
        };
        if groups.iter().any(|(_, tallies)| is_held(tallies)) {
            notes.push(words.text("chart-held-note").to_owned());
        }
    }
    notes.push(words.say(&Message::new("chart-n-waiting").count("n", breakdown.all.open.n())));
    let title = words.say(&breakdown_title(breakdown, groups, by, (dataset, words)));
    let captions = Captions { title, rule: words.text(rules.0).to_owned(), notes };
    sheet::scene(page, &Sheet { heads, rows }, (&captions, "breakdown-empty"), size)
}

/// The finding: where most needs were spotted; for associations, how many of them accompany women who wait.
fn breakdown_title(
    breakdown: &Breakdown,
    groups: &[(GroupKey, Tallies)],
    by: By,
    (dataset, words): (&Dataset, &Words),
) -> Message {
    let open = breakdown.all.open.n();
    if by == By::Association {
        let with = groups.iter().filter(|(of, tallies)| tallies.open.n() > 0 && *of != GroupKey::Association(None));
        return Message::new("associations-title").count("open", open).count("n", with.count());
    }
    let needs = |(of, tallies): &(GroupKey, Tallies)| {
        let n = tallies.published(Tally::Needs).filter(|_| *of != GroupKey::Departement(None))?;
        Some((i64::try_from(n).ok()?, group_name(*of, dataset, words)))
    };
    let within = breakdown.rounded.map_or(0, |rounded| rounded.within);
    match lead(groups.iter().filter_map(needs), within) {
        Lead::One(n @ 1.., name) => {
            Message::new("departements-title-most").count("n", n.unsigned_abs() as usize).text("name", name)
        }
        Lead::Two(n @ 1.., first, second) => Message::new("departements-title-two")
            .count("n", n.unsigned_abs() as usize)
            .text("first", first)
            .text("second", second),
        // Women who were rehoused are others than those whose need was spotted: the two are not compared.
        _ => Message::new("departements-title").count("needs", breakdown.all.of(Tally::Needs).n()),
    }
}

/// The heading of a column: by département women are counted, otherwise records.
fn tally_name(tally: Tally, by: By, words: &Words) -> String {
    let key = match by {
        By::Association => format!("tally-{}", tally.key()),
        By::Departement => format!("tally-women-{}", tally.key()),
    };
    words.text(&key).to_owned()
}

/// A tally, with its rows.
fn tally_cell((tally, by): (Tally, By), tallied: &Tallied, name: &str, words: &Words) -> SheetCell {
    let name = format!("{name} : {}", tally_name(tally, by, words).to_lowercase());
    let rows = |key, table, count: &Count| counted((key, Because::Tally(tally)), table, &count.rows, &name, words);
    let records = rows("counted-rows", tally.table(), &tallied.records);
    let cases = rows("counted-on-cases", TableId::Relocations, &tallied.cases);
    let title = Message::new("counted-rows").text("name", &*name).count("n", tallied.n());
    let cell = number(tallied.n(), words);
    cell.counting(Counted { title: words.say(&title), ..records.with(cases) })
}

fn row(name: String, tallies: &Tallies, (by, is_total): (By, bool), words: &Words) -> SheetRow {
    let suppressed = || SheetCell::words(words.text("chart-held"));
    let figure = |tally: &Tally| match tallies.published(*tally) {
        None => suppressed(),
        Some(n) if tallies.is_rounded() => number(n, words),
        Some(_) => tally_cell((*tally, by), tallies.of(*tally), &name, words),
    };
    let open = counted(("counted-waiting", Because::Waiting), TableId::Relocations, &tallies.open.rows, &name, words);
    let wait = match tallies.wait {
        _ if tallies.is_wait_suppressed => suppressed(),
        Some(days) => SheetCell::halves(days, words).counting(open.clone()),
        None => SheetCell::words(""),
    };
    let cells = Tally::ALL.iter().map(figure);
    let waiting = (by == By::Association).then(|| number(tallies.open.n(), words).counting(open));
    SheetRow { cells: cells.chain(waiting).chain([wait]).collect(), name, is_total }
}

fn number(n: usize, words: &Words) -> SheetCell {
    SheetCell::number(i64::try_from(n).unwrap_or(i64::MAX), words)
}

fn group_name(of: GroupKey, dataset: &Dataset, words: &Words) -> String {
    match of {
        GroupKey::Association(row) => row
            .and_then(|row| dataset.associations.find(row))
            .map_or_else(|| words.text("breakdown-none").to_owned(), |association| association.name.clone()),
        GroupKey::Departement(code) => match code.and_then(commune::departement_name) {
            Some(name) => name.to_owned(),
            None => place_name(PlaceKey::Departement(None), words),
        },
    }
}

pub fn rounds(page: &ChartPage, rounds: &[Round], size: (f32, f32)) -> Scene {
    let words = page.words;
    let tallies = [Tally::Needs, Tally::Referrals, Tally::Proposals, Tally::Refusals, Tally::Rehoused];
    let names = tallies.map(|tally| tally_name(tally, By::Association, words));
    let heads =
        ["rounds-column", "rounds-units"].map(|key| words.text(key).to_owned()).into_iter().chain(names).collect();
    let row = |round: &Round| {
        let until = words.date(round.until);
        let name = match round.after {
            Some(after) => Message::new("rounds-between").text("after", words.date(after)).text("until", until),
            None => Message::new("rounds-first").text("until", until),
        };
        let name = words.say(&name);
        let units = counted(("counted-units", Because::Rules), TableId::Units, &round.units.rows, &name, words);
        let figure = |tally: &Tally| tally_cell((*tally, By::Association), round.of(*tally), &name, words);
        let cells = [number(round.units.n(), words).counting(units)].into_iter().chain(tallies.iter().map(figure));
        SheetRow { cells: cells.collect(), name, is_total: false }
    };
    let rows = rounds.iter().map(row).collect();
    let title = match rounds.last() {
        Some(Round { after: Some(after), units, .. }) => Message::new("rounds-title-since")
            .text("day", words.long_date(*after))
            .count("units", units.n())
            .count("women", rounds.last().map_or(0, |round| round.of(Tally::Rehoused).n())),
        _ => Message::new("rounds-title"),
    };
    let captions = Captions { title: words.say(&title), rule: words.text("rounds-rule").to_owned(), notes: Vec::new() };
    sheet::scene(page, &Sheet { heads, rows }, (&captions, "breakdown-empty"), size)
}

/// Sessions and people trained, by landlord (rule C15).
pub fn sessions(page: &ChartPage, dataset: &Dataset, progress: &Progress, size: (f32, f32)) -> Scene {
    let words = page.words;
    let keys = ["chart-column-landlord", "sessions-held", "sessions-first", "sessions-second", "sessions-planned"];
    let heads = keys.map(|key| words.text(key).to_owned()).to_vec();
    let row = |name: String, figures: &Figures, is_total: bool| {
        let training = &figures.training;
        let rows = |key: &str, table: TableId, rows: &[RowId], n: u64| {
            let title = format!("{name} : {}", words.text(key).to_lowercase());
            let n = usize::try_from(n).unwrap_or(usize::MAX);
            let title = words.say(&Message::new("counted-rows").text("name", title).count("n", n));
            number(n, words).counting(Counted {
                title,
                table,
                rows: rows.to_vec(),
                because: Because::Rules,
                beside: None,
            })
        };
        let (sessions, planned) = (&training.sessions, &training.planned);
        let cells = vec![
            rows("sessions-held", TableId::Trainings, &sessions.rows, sessions.n() as u64),
            rows("sessions-first", TableId::Attendances, &training.trained.rows, training.trained.total),
            rows("sessions-second", TableId::Attendances, &training.second_part.rows, training.second_part.total),
            rows("sessions-planned", TableId::Trainings, &planned.rows, planned.n() as u64),
        ];
        SheetRow { name, cells, is_total }
    };
    let landlords = progress.landlords.iter().filter_map(|of| {
        let training = &of.figures.training;
        let has_any = training.sessions.n() + training.planned.n() > 0;
        let landlord = dataset.landlords.find(of.landlord).filter(|_| has_any)?;
        Some(row(landlord.name.clone(), &of.figures, false))
    });
    let mut rows: Vec<SheetRow> = landlords.collect();
    let all = &progress.region.figures;
    if !rows.is_empty() {
        rows.push(row(words.text("matrix-all").to_owned(), all, true));
    }
    let people = usize::try_from(all.training.trained.total).unwrap_or(usize::MAX);
    let title = Message::new("sessions-title").count("sessions", all.training.sessions.n()).count("people", people);
    let notes = vec![words.say(&Message::new("chart-n-people").count("n", people))];
    let captions = Captions { title: words.say(&title), rule: words.text("sessions-rule").to_owned(), notes };
    sheet::scene(page, &Sheet { heads, rows }, (&captions, "sessions-empty"), size)
}

/// Figures that others publish about the region, each with its source and day, never added to the convention's.
pub fn context(page: &ChartPage, dataset: &Dataset, size: (f32, f32)) -> Scene {
    let words = page.words;
    let keys = ["context-column", "context-period", "context-value", "context-source", "context-dated"];
    let heads = keys.map(|key| words.text(key).to_owned()).to_vec();
    let rows = dataset.context.iter().map(|figure| {
        let value = match (figure.value, figure.unit.is_empty()) {
            (Some(value), true) => SheetCell::number(value.into(), words),
            (Some(value), false) => {
                let number = SheetCell::number(value.into(), words);
                SheetCell { text: format!("{} {}", number.text, text::one_line(&figure.unit)), ..number }
            }
            (None, _) => SheetCell::words("–"),
        };
        let title = text::one_line(&figure.label).into_owned();
        let value = value.counting(Counted {
            title,
            table: TableId::ContextFigures,
            rows: vec![figure.id()],
            because: Because::Rules,
            beside: None,
        });
        let dated = figure.dated.map_or_else(|| "–".to_owned(), |day| words.date(day));
        let cells =
            vec![SheetCell::words(&figure.period), value, SheetCell::words(&figure.source), SheetCell::words(&dated)];
        SheetRow { name: figure.label.clone(), cells, is_total: false }
    });
    let captions = Captions {
        title: words.text("context-title").to_owned(),
        rule: words.text("context-rule").to_owned(),
        notes: Vec::new(),
    };
    // The source is not the convention: each line has its own.
    let imprint = Imprint { source: words.text("context-imprint").to_owned(), ..page.imprint.clone() };
    let page = ChartPage { imprint: &imprint, ..*page };
    sheet::scene(&page, &Sheet { heads, rows: rows.collect() }, (&captions, "context-empty"), size)
}
