//! What a column is filtered by: its values with their counts, a text, bounds, empty or not.

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui};

use crate::app::command::{Command, Outbox};
use crate::app::grid::{GridCommand, Test};
use crate::app::state::State;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::value::Value;

use super::{Dialog, answers, line, title};

/// Height of what stands around the list of values.
const AROUND: f32 = 350.0;

/// A filter being put together.
#[derive(Clone, Debug)]
pub struct Draft {
    table: TableId,
    column: ColumnKey,
    /// Every text that the column shows, with its count.
    values: Vec<(String, usize)>,
    test: Test,
    /// The bounds as they are typed.
    bounds: (String, String),
    /// What the list of values is searched for.
    search: String,
}

impl Draft {
    /// For a column, beginning with what it is filtered by now.
    pub fn new(state: &State, table: TableId, info: &ColumnInfo) -> Self {
        let values = crate::app::grid::values(table, info, &state.lens(), state.words());
        let now = state.grid(table).filters().iter().find(|filter| filter.column == info.key);
        let test = now.map_or_else(
            || Test::OneOf(values.iter().map(|(text, _)| text.clone()).collect()),
            |filter| filter.test.clone(),
        );
        let shown = |value: &Value| crate::exchange::show::value(value, info.kind, &state.lens(), state.words());
        let bounds = match &test {
            Test::Between(from, to) => (shown(from), shown(to)),
            _ => (String::new(), String::new()),
        };
        Self { table, column: info.key, values, test, bounds, search: String::new() }
    }
}

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, draft: &Draft, out: &mut Outbox) {
    let words = state.words();
    let Some(info) = draft.table.column(draft.column) else { return };
    let name = format!("col-{}-{}", draft.table.key(), draft.column.as_str());
    title(ui, &words.say(&Message::new("filter-title").term("column", name)));
    let mut next = draft.clone();
    kinds(ui, state, info.kind, &mut next);
    ui.separator();
    let test = match next.test.clone() {
        Test::OneOf(chosen) => one_of(ui, state, chosen, &mut next),
        Test::Contains(mut text) => {
            line(ui, &mut text, words.text("filter-contains"), "");
            next.test = Test::Contains(text.clone());
            (!text.trim().is_empty()).then_some(Test::Contains(text))
        }
        Test::Between(..) => between(ui, state, info.kind, &mut next),
        other => Some(other),
    };
    if next.test != draft.test || next.bounds != draft.bounds || next.search != draft.search {
        out.push(Command::Ask(Dialog::Filter(next.clone())));
    }
    // Every value is no filter.
    let is_all = |test: &Test| matches!(test, Test::OneOf(chosen) if chosen.len() == draft.values.len());
    let set = |test: Option<Test>| Command::Grid(draft.table, GridCommand::Filter(draft.column, test));
    answers(
        ui,
        state,
        vec![
            ("filter-go", test.map(|test| set(Some(test).filter(|test| !is_all(test))))),
            ("filter-none", Some(set(None))),
        ],
        out,
    );
}

/// Which kind of test.
fn kinds(ui: &mut Ui, state: &State, kind: Kind, draft: &mut Draft) {
    let all: BTreeSet<String> = draft.values.iter().map(|(text, _)| text.clone()).collect();
    let is_ordered = matches!(kind, Kind::Integer(_) | Kind::Money | Kind::Date);
    let mut kinds = vec![("filter-values", Test::OneOf(all)), ("filter-contains", Test::Contains(String::new()))];
    if is_ordered {
        kinds.push(("filter-between", Test::Between(Value::Empty, Value::Empty)));
    }
    kinds.extend([("filter-empty", Test::Empty), ("filter-filled", Test::Filled)]);
    ui.horizontal_wrapped(|ui| {
        for (word, test) in kinds {
            let is_now = std::mem::discriminant(&test) == std::mem::discriminant(&draft.test);
            if ui.selectable_label(is_now, state.words().text(word)).clicked() && !is_now {
                draft.test = test;
            }
        }
    });
}

fn one_of(ui: &mut Ui, state: &State, mut chosen: BTreeSet<String>, draft: &mut Draft) -> Option<Test> {
    let words = state.words();
    let hint = words.text("filter-search");
    line(ui, &mut draft.search, hint, hint);
    let wanted = crate::domain::fold::fold(&draft.search);
    let seen: Vec<&(String, usize)> =
        draft.values.iter().filter(|(text, _)| crate::domain::fold::fold(text).contains(&wanted)).collect();
    ui.horizontal(|ui| {
        if ui.button(words.text("filter-all")).clicked() {
            chosen.extend(seen.iter().map(|(text, _)| text.clone()));
        }
        if ui.button(words.text("filter-nothing")).clicked() {
            chosen.retain(|text| !seen.iter().any(|(seen, _)| seen == text));
        }
    });
    let height = ui.spacing().interact_size.y;
    // With large text the window may be low: the answers stay in sight.
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, 260.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show_rows(
        ui,
        height,
        seen.len(),
        |ui, shown| {
            for (text, count) in seen.get(shown).unwrap_or(&[]) {
                let mut is_in = chosen.contains(text);
                let name = if text.is_empty() { words.text("filter-empty") } else { text.as_str() };
                if ui.checkbox(&mut is_in, format!("{name}   {}", words.count(*count))).changed() {
                    if is_in {
                        chosen.insert(text.clone());
                    } else {
                        chosen.remove(text);
                    }
                }
            }
        },
    );
    draft.test = Test::OneOf(chosen.clone());
    // A search in the list leaves out what it does not list.
    chosen.retain(|text| seen.iter().any(|(seen, _)| seen == text));
    (!chosen.is_empty()).then_some(Test::OneOf(chosen))
}

/// Two bounds, typed as in a cell; none while one of them is not understood.
fn between(ui: &mut Ui, state: &State, kind: Kind, draft: &mut Draft) -> Option<Test> {
    let words = state.words();
    let bound = |ui: &mut Ui, text: &mut String, word: &str| {
        ui.label(words.text(word));
        line(ui, text, words.text(word), "");
        state.value_typed(kind, text)
    };
    let from = bound(ui, &mut draft.bounds.0, "filter-from");
    let to = bound(ui, &mut draft.bounds.1, "filter-to");
    match (from, to) {
        (Ok(from), Ok(to)) if !(from.is_empty() && to.is_empty()) => Some(Test::Between(from, to)),
        (Err(problem), _) | (_, Err(problem)) => {
            ui.label(words.say(&problem));
            None
        }
        _ => None,
    }
}
