//! What a screen reader hears of a grid.
//!
//! The grid has the keyboard as a whole, and the reader is at the cell with the cursor: it hears its column and value, then
//! what is wrong with it, its state, record and row. Built only while a screen reader is active.

use egui::accesskit::{Invalid, Role as NodeRole};
use egui::{Id, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo};

use crate::app::heard;
use crate::domain::check::{Finding, Severity};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::exchange::show;
use crate::session::Session;
use crate::session::grid::{CellPos, Editor};

/// Names the grid, whose node is that of `id`.
pub fn grid(ui: &Ui, session: &Session, table: TableId, id: Id) {
    let (rows, columns) = (session.arrangement(table).len(), session.grid(table).columns().shown().len());
    ui.ctx().accesskit_node_builder(id, |node| {
        let table = format!("table-{}", table.key());
        node.set_role(NodeRole::Grid);
        node.set_label(session.words().say(&Message::new("heard-table").term("table", table)));
        node.set_row_count(rows);
        node.set_column_count(columns);
    });
}

/// A row of the grid in the tree, which its cells are in.
pub fn row(cells: &mut Ui, place: usize, rect: Rect) -> Ui {
    let builder = UiBuilder::new().max_rect(rect).id_salt(("row", place)).accessibility_role(NodeRole::Row);
    let row = cells.new_child(builder);
    row.ctx().accesskit_node_builder(row.unique_id(), |node| node.set_row_index(place));
    row
}

/// Names the cell at a visible place.
pub fn cell(ui: &Ui, session: &Session, id: Id, (table, at): (TableId, CellPos), visible: Rect, text: &str) {
    if !visible.is_positive() || !ui.ctx().has_accesskit_node(id) {
        return;
    }
    let grid = session.grid(table);
    let response = ui.interact(visible, id.with(at), Sense::hover());
    let header = grid.sheet().header(at.1, session.words());
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, format!("{header} : {text}")));
    let row = session.arrangement(table).place(at.0);
    let column = grid.columns().shown().iter().position(|info| info.key == at.1);
    if let (Some(row), Some(column)) = (row, column) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(row);
            node.set_column_index(column);
        });
    }
    if grid.cursor() != Some(at) {
        return;
    }
    heard::describe(&response, more(session, table, at, text));
    if is_wrong(session, table, at) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_invalid(Invalid::True));
    }
    if session.is_in_grid() && grid.editor().is_none() {
        heard::active(ui, id, response.id);
    }
}

/// Whether a cell has a rejected entry or an error.
fn is_wrong(session: &Session, table: TableId, at: CellPos) -> bool {
    let cell = session.grid(table).sheet().cell(at);
    session.dataset().draft(cell).is_some() || session.doubt_at(table, at) == Some(Severity::Error)
}

/// What there is to say of a cell besides column and value.
fn more(session: &Session, table: TableId, at: CellPos, text: &str) -> String {
    let (words, grid, arrangement) = (session.words(), session.grid(table), session.arrangement(table));
    let word = |key: &str| words.text(key).to_owned();
    let Some(info) = grid.sheet().column(at.1) else { return String::new() };
    let mut said: Vec<String> = wrong(session, table, at).into_iter().collect();
    if text.is_empty() {
        said.push(word(info.when_empty.unwrap_or("heard-empty")));
    }
    if info.is_derived() {
        said.push(word("heard-derived"));
    } else if session.is_read_only() {
        said.push(word("heard-read-only"));
    }
    if grid.cut().is_some_and(|cut| cut.holds(at.0, at.1)) {
        said.push(word("heard-cut"));
    }
    if let Some(place) = arrangement.place(at.0) {
        let row = Message::new("heard-row").text("name", row_name(session, table, at.0));
        said.push(words.say(&row.count("row", place + 1).count("rows", arrangement.len())));
    }
    said.extend(grid.reason(at.0).map(|why| words.say(why)));
    heard::joined(&said)
}

/// The record of a row; crossed, what its first cell says.
fn row_name(session: &Session, table: TableId, row: RowId) -> String {
    let sheet = session.grid(table).sheet();
    match sheet.crossed().and_then(|crossed| crossed.columns.first()) {
        Some(first) => {
            let lens = session.lens();
            let name = show::value(&sheet.value((row, first.info.key), &lens), first.info.kind, &lens, session.words());
            match first.info.when_empty.filter(|_| name.is_empty()) {
                Some(meaning) => session.words().text(meaning).to_owned(),
                None => name,
            }
        }
        None => session.label_of(table, row),
    }
}

/// What there is to say of the cell that is edited, besides its column: why its text was rejected, and its record.
pub fn edited(session: &Session, editor: &Editor) -> String {
    let (words, table) = (session.words(), editor.cell.table);
    let rejected = |why| words.say(&Message::new("heard-rejected").text("why", words.say(why)));
    let wrong = editor.problem.as_ref().map(rejected).or_else(|| wrong(session, table, editor.at));
    let mut said: Vec<String> = wrong.into_iter().chain([row_name(session, table, editor.at.0)]).collect();
    if editor.entries() > 0 {
        said.push(words.say(&Message::new("heard-offered").count("n", editor.entries())));
    }
    heard::joined(&said)
}

/// What is wrong with a cell: why its entry was rejected, or its finding.
fn wrong(session: &Session, table: TableId, at: CellPos) -> Option<String> {
    told(session, session.grid(table).sheet().cell(at), session.finding_of(table, at))
}

/// The same for a cell of a record, and what was found about it.
pub fn told(session: &Session, cell: CellRef, finding: Option<&Finding>) -> Option<String> {
    let words = session.words();
    let rejected = session.dataset().draft(cell).and_then(|draft| session.problem(cell, draft));
    let (key, why) = match (rejected, finding) {
        (Some(why), _) => ("heard-rejected", words.say(&why)),
        (None, Some(found)) if found.severity == Severity::Error => ("heard-error", words.say(&found.message)),
        (None, Some(found)) => ("heard-warning", words.say(&found.message)),
        (None, None) => return None,
    };
    Some(words.say(&Message::new(key).text("why", why)))
}
