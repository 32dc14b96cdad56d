//! The name of a column with its value behind it: "charges 60", "publié le 12/05", "DPE D", "sans ascenseur".
//!
//! Owns which names there are and what follows one. A step without a day is taken as today's, and marked.

use std::ops::Range;

use crate::domain::fold::fold;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, Kind};
use crate::domain::value::Value;
use crate::exchange::amount;
use crate::exchange::entry::{Entry, EntryError, Suggestion};

use super::free::plain;
use super::lexicon::{self, BEFORE_VALUE, DATED, MAIN_DAY, NEGATIONS, RANGES};
use super::sense::{Cell, Ground, Offer, Sense};

type Found = (Range<usize>, Sense);

impl Ground<'_> {
    /// Whether a group is the name of a column.
    pub(super) fn labels(&self, group: &Range<usize>, column: ColumnKey) -> bool {
        if group.is_empty() {
            return false;
        }
        let folded = self.typed.folded(group);
        let known = lexicon::names(self.table).iter().filter(|(key, _)| *key == column);
        let is_name = |name: &str| known.clone().any(|(_, names)| names.contains(&name));
        is_name(&folded) || folded.strip_suffix('s').is_some_and(is_name) || folded == fold(&self.column_word(column))
    }

    fn column_of(&self, group: &Range<usize>) -> Option<&'static ColumnInfo> {
        self.columns().find(|info| self.labels(group, info.key))
    }

    pub(super) fn is_label(&self, group: &Range<usize>) -> bool {
        self.column_of(group).is_some()
    }

    /// The column that a group names, with the value behind it.
    pub(super) fn labelled(&self, group: &Range<usize>) -> Option<Found> {
        if let Some(found) = self.denied(group) {
            return Some(found);
        }
        let info = self.column_of(group)?;
        match info.kind {
            Kind::Date(_) => Some(self.until(self.dated(group, info), info)),
            Kind::Flag => Some(self.flagged(group, info)),
            Kind::Notes | Kind::Texts => None,
            _ => self.valued(group, info),
        }
    }

    /// "sans ascenseur", "non PMR".
    fn denied(&self, group: &Range<usize>) -> Option<Found> {
        let folded = self.typed.folded(group);
        let split = (group.start + 1..group.end).rev().find(|at| {
            let before = self.typed.folded(&(group.start..*at));
            NEGATIONS.contains(&before.as_str())
                && self.column_of(&(*at..group.end)).is_some_and(|c| c.kind == Kind::Flag)
        });
        let info = self.column_of(&(split.filter(|_| !folded.is_empty())?..group.end))?;
        Some((group.clone(), Sense::cell(info.key, Value::Flag(false))))
    }

    fn flagged(&self, group: &Range<usize>, info: &ColumnInfo) -> Found {
        let next = group.end..group.end + 1;
        let answer = (next.end <= self.typed.len()).then(|| self.parse(Kind::Flag, self.typed.words(&next)));
        match answer {
            Some(Entry::Value(flag @ Value::Flag(_))) if !self.typed.has_bare_number(&next) => {
                (group.start..next.end, Sense::cell(info.key, flag))
            }
            _ => (group.clone(), Sense::cell(info.key, Value::Flag(true))),
        }
    }

    fn dated(&self, group: &Range<usize>, info: &ColumnInfo) -> Found {
        match self.day_behind(group.end, info) {
            DayBehind::Day(end, day) => (group.start..end, Sense::cell(info.key, day)),
            DayBehind::Asked(end, offers) => {
                let message = Message::new("phrase-several").text("words", self.typed.words(&(group.end..end)));
                let offer = |offer: Suggestion| Offer {
                    words: format!("{} {}", self.typed.words(group), offer.label),
                    detail: self.column_word(info.key),
                    label: offer.label,
                };
                (group.start..end, Sense::Ask(message, offers.into_iter().map(offer).collect()))
            }
            DayBehind::Wrong(end, error) => (group.start..end, Sense::Ask(self.problem(info, &error), Vec::new())),
            DayBehind::None if self.is_step(info) => {
                let cell = Cell { column: info.key, value: Value::Date(self.context.today), is_undated: true };
                (group.clone(), Sense::Cells(vec![cell]))
            }
            DayBehind::None => {
                let message = Message::new("phrase-no-day").term("column", self.table.column_word(info.key));
                (group.clone(), Sense::Ask(message, Vec::new()))
            }
        }
    }

    /// "du 3/4 au 5/6": the day on which it ends is behind the one on which it begins.
    fn until(&self, (group, sense): Found, info: &ColumnInfo) -> Found {
        const TO: [&str; 4] = ["au", "a", "jusqu au", "to"];
        let to = RANGES.iter().find(|(table, from, _)| (*table, *from) == (self.table, info.key)).map(|(.., to)| *to);
        let (Some(to), Sense::Cells(mut cells)) = (to.and_then(|to| self.table.column(to)), sense.clone()) else {
            return (group, sense);
        };
        let said = self.groups_at(group.end).into_iter().find(|link| TO.contains(&self.typed.folded(link).as_str()));
        match said.map(|link| self.day_behind(link.end, to)) {
            Some(DayBehind::Day(end, day)) => {
                cells.push(Cell::new(to.key, day));
                (group.start..end, Sense::Cells(cells))
            }
            _ => (group, sense),
        }
    }

    /// Whether naming it says that it has happened.
    fn is_step(&self, info: &ColumnInfo) -> bool {
        let happens = matches!(info.group, Group::Steps | Group::Exits) && info.kind == Kind::DATE;
        happens
            || MAIN_DAY.contains(&(self.table, info.key))
            || DATED.iter().any(|(t, _, on)| (*t, *on) == (self.table, info.key))
    }

    /// A choice that has a day, with that day.
    pub(super) fn with_day(&self, group: Range<usize>, sense: Sense) -> Found {
        let Sense::Cells(mut cells) = sense else { return (group, sense) };
        let of = |cell: &Cell| DATED.iter().find(|(t, choice, _)| (*t, *choice) == (self.table, cell.column));
        let Some((.., on)) = cells.first().and_then(of) else { return (group, Sense::Cells(cells)) };
        let Some(info) = self.table.column(*on) else { return (group, Sense::Cells(cells)) };
        let (all, day) = self.dated(&group, info);
        match day {
            Sense::Cells(days) => {
                cells.extend(days);
                (all, Sense::Cells(cells))
            }
            question => (all, question),
        }
    }

    fn day_behind(&self, start: usize, info: &ColumnInfo) -> DayBehind {
        let mut from = start;
        loop {
            for group in self.groups_at(from) {
                let text = self.typed.words(&group);
                if is_lone_number(text) {
                    continue;
                }
                match self.parse(info.kind, text) {
                    Entry::Value(day @ Value::Date(_)) => return DayBehind::Day(group.end, day),
                    Entry::Ask(offers) => return DayBehind::Asked(group.end, offers),
                    _ => {}
                }
            }
            let Some(token) = self.typed.tokens.get(from) else { return DayBehind::None };
            if BEFORE_VALUE.contains(&token.folded.as_str()) && from < start + 3 {
                from += 1;
                continue;
            }
            // "31/02" is meant as a day.
            let is_day = token.folded.contains('/') && token.folded.starts_with(|c: char| c.is_ascii_digit());
            return match self.parse(info.kind, self.typed.words(&(from..from + 1))) {
                Entry::Error(error) if is_day => DayBehind::Wrong(from + 1, error),
                _ => DayBehind::None,
            };
        }
    }

    /// A value that is no day, the longest that can be read.
    fn valued(&self, label: &Range<usize>, info: &ColumnInfo) -> Option<Found> {
        let mut from = label.end;
        let mut problem = None;
        while from < self.typed.len() && from < label.end + 3 {
            for group in self.groups_at(from) {
                let text = self.typed.words(&group);
                let all = label.start..group.end;
                if self.is_of_next(info, &group) {
                    continue;
                }
                match self.parse(info.kind, text) {
                    Entry::Value(value) if !value.is_empty() && is_whole(info, &group) => {
                        return Some((all, Sense::cell(info.key, value)));
                    }
                    Entry::Ask(offers)
                        if matches!(info.kind, Kind::Commune | Kind::Territories | Kind::Reference(_)) =>
                    {
                        let offers = offers.into_iter().map(|offer| plain(offer, &self.column_word(info.key)));
                        let offers = offers.map(|offer| Offer {
                            words: format!("{} {}", self.typed.words(label), offer.words),
                            ..offer
                        });
                        let message = Message::new("phrase-several").text("words", text);
                        return Some((all, Sense::Ask(message, offers.collect())));
                    }
                    Entry::Error(error) if matches!(info.kind, Kind::Money(_)) && amount::is_amount(text) => {
                        return Some((all, Sense::Ask(self.problem(info, &error), Vec::new())));
                    }
                    Entry::Error(error) if group.len() == 1 => problem = Some(error),
                    _ => {}
                }
            }
            if !BEFORE_VALUE.contains(&self.typed.tokens[from].folded.as_str()) {
                break;
            }
            from += 1;
        }
        // A word such as "logement" names a column, and says nothing if no value of it follows.
        if lexicon::LINKS.contains(&self.typed.folded(label).as_str()) {
            return None;
        }
        let message = match problem {
            Some(error) => self.problem(info, &error),
            None => Message::new("phrase-no-value").term("column", self.table.column_word(info.key)),
        };
        // "DPE H": the letter says nothing without the name.
        let takes_next = matches!(info.kind, Kind::Choice(_)) && from < self.typed.len();
        let end = if takes_next { from + 1 } else { label.end };
        Some((label.start..end, Sense::Ask(message, Vec::new())))
    }

    /// Whether an amount goes on into the name of the next one: "450 charges" in "loyer 450 charges 60".
    fn is_of_next(&self, info: &ColumnInfo, group: &Range<usize>) -> bool {
        let last = group.end - 1..group.end;
        matches!(info.kind, Kind::Money(_))
            && group.len() > 1
            && self.column_of(&last).is_some_and(|other| other.key != info.key)
            && self.typed.tokens[last.start - 1].folded.ends_with(|c: char| c.is_ascii_digit())
    }

    fn groups_at(&self, from: usize) -> Vec<Range<usize>> {
        if from < self.typed.len() { self.typed.groups(from).collect() } else { Vec::new() }
    }
}

/// What stands behind the name of a day's column.
enum DayBehind {
    Day(usize, Value),
    Asked(usize, Vec<Suggestion>),
    Wrong(usize, EntryError),
    None,
}

/// Six and eight digits are a day, written in one.
fn is_lone_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(text.len(), 6 | 8)
}

/// Whether a value may be that long: a reference of the landlord's own is one word.
const fn is_whole(info: &ColumnInfo, group: &Range<usize>) -> bool {
    !matches!(info.kind, Kind::Text) || group.end - group.start == 1
}
