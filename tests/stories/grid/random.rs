//! Random gestures against a simple model: every text of every row, and which may change.

use std::collections::HashSet;

use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::Lens;
use clefs::domain::schema::{ColumnInfo, ColumnKey, TableId};
use clefs::edit::{self, Document};
use clefs::exchange::{clipboard, show};
use clefs::session::command::Command;
use clefs::session::grid::CellBlock;
use proptest::prelude::*;

use super::bench::{Bench, records};

/// Gestures without an argument.
const KEYS: &[&str] = &[
    "←",
    "→",
    "↑",
    "↓",
    "Shift+←",
    "Shift+→",
    "Shift+↑",
    "Shift+↓",
    "Ctrl+←",
    "Ctrl+→",
    "Ctrl+↑",
    "Ctrl+↓",
    "Ctrl+Shift+↓",
    "Ctrl+Shift+→",
    "Home",
    "End",
    "Ctrl+Home",
    "Ctrl+End",
    "PageUp",
    "PageDown",
    "Shift+PageDown",
    "Tab",
    "Shift+Tab",
    "Enter",
    "Shift+Enter",
    "Esc",
    "F2",
    "Alt+↓",
    "Ctrl+A",
    "Shift+Space",
    "Ctrl+Space",
    "Delete",
    "Delete",
    "Ctrl+D",
    "Ctrl+D",
    "Ctrl+R",
    "Ctrl+;",
    "Ctrl+C",
    "Ctrl+X",
    "Ctrl+Z",
    "Ctrl+Z",
    "Ctrl+Y",
    "add",
    "remove",
    "show-all",
    "reapply",
    "clear-filters",
    "sort:m²",
    "sort:Type",
    "sort-also:Bailleur",
    "hide:Type",
    "hide:m²",
    "hide:Bailleur",
    "show:Type",
    "show:Bailleur",
    "place:Publié<Type",
    "place:Type",
    "search:alpha",
    "search:t3",
    "search:",
    "search:nulle␣part",
    "filter:Type=T3|T4",
    "filter:Bailleur=Bravo",
    "freeze:m²",
];

/// Texts valid in some column, or in none.
const TEXTS: &[&str] =
    &["", "T2", "F3", "45", "1␣234,50", "9/4", "30/2", "alpha", "ch", "bravo", "x", "\"a⏎b\"", "L-0009"];

fn gesture() -> impl Strategy<Value = String> {
    let text = || prop::sample::select(TEXTS);
    let line = prop::collection::vec(text(), 1..4).prop_map(|cells| cells.join("⇥"));
    prop_oneof![
        6 => prop::sample::select(KEYS).prop_map(str::to_owned),
        3 => (0..9_usize, 0..9_usize).prop_map(|(row, column)| format!("at:{row},{column}")),
        2 => (0..9_usize, 0..9_usize).prop_map(|(row, column)| format!("shift-at:{row},{column}")),
        2 => text().prop_map(|text| format!("type:{text}")),
        2 => (0..9_usize, 0..9_usize).prop_map(|(row, column)| format!("move-to:{row},{column}")),
        3 => prop::collection::vec(line, 1..4).prop_map(|lines| format!("paste:{}", lines.join("⏎"))),
    ]
}

/// A writable cell.
type Spot = (RowId, ColumnKey);

/// The text of every writable cell, row by row, including hidden columns.
#[derive(Clone, PartialEq)]
struct Model(Vec<(RowId, Vec<String>)>);

fn columns() -> impl Iterator<Item = (usize, &'static ColumnInfo)> {
    TableId::Units.columns().iter().copied().filter(|info| !info.is_derived()).enumerate()
}

impl Model {
    fn of(bench: &Bench) -> Self {
        let table = TableId::Units;
        let text = |row, info: &ColumnInfo, lens: &Lens| {
            show::value(&lens.value(CellRef { table, row, column: info.key }), info.kind, lens, bench.words())
        };
        Self(bench.look(|lens| {
            let rows = lens.dataset.table(table).ids();
            rows.into_iter().map(|row| (row, columns().map(|(_, info)| text(row, info, lens)).collect())).collect()
        }))
    }

    fn text(&self, (row, column): Spot) -> Option<&str> {
        let place = columns().find(|(_, info)| info.key == column)?.0;
        self.0.iter().find(|(id, _)| *id == row).map(|(_, texts)| texts[place].as_str())
    }

    /// Checks that nothing changed but these cells, new rows and removed rows.
    fn same_but(&self, before: &Self, spots: &HashSet<Spot>, gone: &HashSet<RowId>) {
        for (row, texts) in before.0.iter().filter(|(row, _)| !gone.contains(row)) {
            for (place, info) in columns().filter(|(_, info)| !spots.contains(&(*row, info.key))) {
                assert_eq!(self.text((*row, info.key)), Some(texts[place].as_str()), "{} changed", info.key.as_str());
            }
        }
    }
}

/// Plays one gesture and checks that it changes only what it may.
fn play(bench: &mut Bench, gesture: &str) {
    let before = Model::of(bench);
    let shown = bench.grid().columns().shown();
    let block = bench.grid().block(bench.arrangement(), &shown);
    let selected: Vec<(RowId, &ColumnInfo)> = block.iter().flat_map(CellBlock::cells).collect();
    let cursor_row =
        bench.arrangement().rows().iter().position(|row| selected.first().is_some_and(|(id, _)| id == row));
    let editor = bench.grid().editor().map(|editor| (editor.cell.row, editor.cell.column));
    let arranged = bench.arrangement().rows().to_vec();
    let problems = bench.problems.len();
    // Delete removes a cell's draft, and its value shows again.
    let is_draft = |(row, info): &(RowId, &ColumnInfo)| {
        let cell = CellRef { table: TableId::Units, row: *row, column: info.key };
        bench.session.dataset().draft(cell).is_some()
    };
    // Cut cells are cleared by the next paste of their text.
    let cells: Vec<Spot> = before.0.iter().flat_map(|(row, _)| columns().map(|(_, info)| (*row, info.key))).collect();
    let is_cut = |(row, column): &Spot| bench.grid().cut().is_some_and(|cut| cut.holds(*row, *column));
    let cut: Vec<Spot> = cells.into_iter().filter(is_cut).collect();
    let drafts: HashSet<Spot> =
        selected.iter().filter(|one| is_draft(one)).map(|(row, info)| (*row, info.key)).collect();
    bench.play(gesture);

    let after = Model::of(bench);
    let mut spots: HashSet<Spot> = editor.into_iter().collect();
    let mut gone = HashSet::new();
    let is_accepted = editor.is_none() && bench.problems.len() == problems;
    match gesture {
        "Ctrl+Z" | "Ctrl+Y" => return,
        "remove" => gone.extend(selected.iter().map(|(row, _)| *row)),
        "Ctrl+;" => spots.extend(bench.grid().cursor()),
        // While a cell is edited, these keys belong to its text.
        "Delete" | "Ctrl+D" | "Ctrl+R" if editor.is_none() => {
            spots.extend(selected.iter().map(|(row, info)| (*row, info.key)));
            for (row, info) in selected.iter().filter(|(_, info)| is_accepted && !info.is_derived()) {
                let (was, is) = (before.text((*row, info.key)), after.text((*row, info.key)));
                if gesture == "Delete" {
                    let stays = info.required || drafts.contains(&(*row, info.key));
                    assert_eq!(is, if stays { was } else { Some("") });
                } else if gesture == "Ctrl+D" && selected.iter().any(|(id, _)| id != &selected[0].0) {
                    let first = before.text((selected[0].0, info.key));
                    assert_eq!(is, if info.required && first == Some("") { was } else { first });
                }
            }
        }
        _ => {}
    }
    if gesture.starts_with("move-to:") && bench.preview().is_none() {
        let shown = bench.grid().columns().shown();
        let to = bench.grid().block(bench.arrangement(), &shown);
        let to = to.iter().flat_map(CellBlock::cells).map(|(row, info)| (row, info.key));
        // In an editor, Ctrl+X cuts its text: then what was cut before is pasted.
        spots.extend(selected.iter().map(|(row, info)| (*row, info.key)).chain(to).chain(cut.iter().copied()));
    }
    if let Some(pasted) = gesture.strip_prefix("paste:") {
        spots.extend(cut);
        let lines = clipboard::parse(&pasted.replace('⇥', "\t").replace('⏎', "\n"));
        let left = shown.iter().position(|info| selected.first().is_some_and(|(_, first)| first.key == info.key));
        let (top, left) = (cursor_row.unwrap_or(0), left.unwrap_or(0));
        for (down, line) in lines.iter().enumerate() {
            let columns = shown.iter().skip(left).take(line.len());
            spots.extend(
                arranged.get(top + down).into_iter().flat_map(|row| columns.clone().map(|info| (*row, info.key))),
            );
        }
        // A block may fill the selection; the range is then as wide as the wider of the two.
        let rows: HashSet<RowId> = selected.iter().map(|(row, _)| *row).collect();
        let (height, width) = (lines.len(), lines[0].len());
        let across = selected.len() / rows.len().max(1);
        let is_even = lines.iter().all(|line| line.len() == width);
        if is_even && (rows.len().is_multiple_of(height) || across.is_multiple_of(width)) {
            let columns = shown.iter().skip(left).take(width.max(across));
            spots.extend(columns.flat_map(|info| rows.iter().map(|row| (*row, info.key))));
        }
        if bench.preview().is_some() {
            spots = editor.into_iter().collect();
        }
    }
    after.same_but(&before, &spots, &gone);
    if gesture == "remove" && is_accepted {
        let left = after.0.iter().map(|(row, _)| *row).collect::<HashSet<_>>();
        assert!(
            before.0.iter().all(|(row, _)| left.contains(row) != gone.contains(row)),
            "exactly these rows are removed"
        );
    }
}

/// Invariants.
fn check_invariants(bench: &Bench) {
    let shown = bench.grid().columns().shown();
    let is_shown =
        |(row, column): Spot| bench.arrangement().contains(row) && shown.iter().any(|info| info.key == column);
    match bench.grid().selection() {
        Some(selection) => {
            assert!(is_shown(selection.cursor), "the cursor is on a shown cell");
            assert!(is_shown(selection.corner), "the corner is on a shown cell");
        }
        None => assert!(bench.arrangement().is_empty(), "there is a cursor if there are rows"),
    }
    if let Some(editor) = bench.grid().editor() {
        assert_eq!(bench.grid().cursor(), Some((editor.cell.row, editor.cell.column)), "the editor is at the cursor");
    }
    let unique: HashSet<_> = bench.arrangement().rows().iter().collect();
    assert_eq!(unique.len(), bench.arrangement().len(), "no row is shown twice");
    assert!(
        bench.arrangement().rows().iter().all(|row| bench.session.dataset().contains(*row)),
        "no removed row is shown"
    );
}

/// Plays one gesture. If it changed the records, checks that undo restores them and the selection, and that redo
/// changes them again.
fn play_and_step_back(bench: &mut Bench, gesture: &str) {
    let (before, selection) = (bench.session.document().snapshot(), bench.grid().selection());
    let steps = bench.session.undo_labels().count();
    play(bench, gesture);
    let new = bench.session.undo_labels().count().saturating_sub(steps);
    if new == 0 || bench.grid().editor().is_some() || matches!(gesture, "Ctrl+Z" | "Ctrl+Y") {
        return;
    }
    let after = bench.session.document().snapshot();
    for _ in 0..new {
        bench.handle(Command::Undo);
    }
    assert!(before.same_records(bench.session.dataset()), "undo of {gesture} restores the records");
    // A move is a cut, a click and a paste: the click is not undone. Of a change beside the selection, undo goes to
    // the change.
    if !gesture.starts_with("move-to:") && bench.grid().selection() != selection {
        let (row, _) = bench.grid().cursor().expect("a cursor");
        let drafts = |of: &Dataset| {
            let cell = |info: &ColumnInfo| CellRef { table: TableId::Units, row, column: info.key };
            columns().map(|(_, info)| of.draft(cell(info)).map(str::to_owned)).collect::<Vec<_>>()
        };
        let values = |of: &Dataset| of.table(TableId::Units).values(row);
        assert!(
            values(&before) != values(&after) || drafts(&before) != drafts(&after),
            "undo of {gesture} restores neither the selection nor shows the change"
        );
    }
    for _ in 0..new {
        bench.handle(Command::Redo);
    }
    assert!(after.same_records(bench.session.dataset()), "redo of {gesture} restores the records");
}

fn undo_all(bench: &mut Bench) {
    while bench.session.undo_labels().next().is_some() {
        bench.play("Ctrl+Z");
        check_invariants(bench);
    }
}

/// The records without the proposal and the case, whose dates show in two columns.
fn start() -> Document {
    let mut document = records();
    for table in [TableId::Proposals, TableId::Relocations] {
        let rows = document.dataset().table(table).ids();
        let edit = edit::remove_rows(document.dataset(), table, &rows);
        document.apply(&edit, crate::build::stamp(), None).expect("they can be removed");
    }
    Document::new(document.dataset().clone())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn no_sequence_of_gestures_changes_more_than_it_may(gestures in prop::collection::vec(gesture(), 1..40)) {
        let columns = ["Code", "Bailleur", "Statut", "Type", "m²", "Loyer HC", "Publié", "Notes"];
        let mut bench = Bench::new(start(), TableId::Units, &columns);
        let first = bench.session.document().snapshot();
        for gesture in &gestures {
            play_and_step_back(&mut bench, gesture);
            check_invariants(&bench);
        }
        bench.play("Esc");
        undo_all(&mut bench);
        prop_assert!(first.same_records(bench.session.dataset()), "undo restores the start");
    }
}
