//! What a screen reader hears of a grid.
//!
//! The grid has the keyboard as a whole, and the reader is at the cell with the cursor: it hears its column and value, then
//! what is wrong with it, its state, record and row. Built only while a screen reader is active.

use egui::accesskit::{Invalid, Role as NodeRole};
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use crate::app::heard;
use crate::domain::check::Severity;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::session::Session;
use crate::session::grid::Editor;

/// Names the grid, whose node is that of `id`.
pub fn grid(ui: &Ui, session: &Session, table: TableId, id: Id) {
    ui.ctx().accesskit_node_builder(id, |node| {
        let table = format!("table-{}", table.key());
        node.set_role(NodeRole::Grid);
        node.set_label(session.words().say(&Message::new("heard-table").term("table", table)));
    });
}

/// Names a visible cell.
pub fn cell(ui: &Ui, session: &Session, id: Id, (cell, info): (CellRef, &ColumnInfo), visible: Rect, text: &str) {
    if !visible.is_positive() || !ui.ctx().has_accesskit_node(id) {
        return;
    }
    let response = ui.interact(visible, id.with(cell), Sense::hover());
    let header = cell.table.column_word(cell.column);
    let header = session.words().text(&header);
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, format!("{header} : {text}")));
    let grid = session.grid(cell.table);
    if grid.cursor() != Some((cell.row, cell.column)) {
        return;
    }
    heard::describe(&response, more(session, cell, info, text));
    if is_wrong(session, cell) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_invalid(Invalid::True));
    }
    if session.is_in_grid() && grid.editor().is_none() {
        heard::active(ui, id, response.id);
    }
}

/// Whether a cell has a rejected entry or an error.
fn is_wrong(session: &Session, cell: CellRef) -> bool {
    session.dataset().draft(cell).is_some() || session.finding_at(cell) == Some(Severity::Error)
}

/// What there is to say of a cell besides column and value.
fn more(session: &Session, cell: CellRef, info: &ColumnInfo, text: &str) -> String {
    let (words, grid, arrangement) = (session.words(), session.grid(cell.table), session.arrangement(cell.table));
    let word = |key: &str| words.text(key).to_owned();
    let mut said: Vec<String> = wrong(session, cell).into_iter().collect();
    if text.is_empty() {
        said.push(word(info.when_empty.unwrap_or("heard-empty")));
    }
    if info.derived {
        said.push(word("heard-derived"));
    } else if session.is_read_only() {
        said.push(word("heard-read-only"));
    }
    if grid.cut().is_some_and(|cut| cut.holds(cell.row, cell.column)) {
        said.push(word("heard-cut"));
    }
    if let Some(place) = arrangement.place(cell.row) {
        let row = Message::new("heard-row").text("name", session.label_of(cell.table, cell.row));
        said.push(words.say(&row.count("row", place + 1).count("rows", arrangement.len())));
    }
    said.extend(grid.reason(cell.row).map(|why| words.say(why)));
    heard::joined(&said)
}

/// What there is to say of the cell that is edited, besides its column: why its text was rejected, and its record.
pub fn edited(session: &Session, editor: &Editor) -> String {
    let words = session.words();
    let rejected = |why| words.say(&Message::new("heard-rejected").text("why", words.say(why)));
    let wrong = editor.problem.as_ref().map(rejected).or_else(|| wrong(session, editor.cell));
    let said: Vec<String> = wrong.into_iter().chain([session.label_of(editor.cell.table, editor.cell.row)]).collect();
    heard::joined(&said)
}

/// What is wrong with a cell: why its entry was rejected, or its finding.
pub fn wrong(session: &Session, cell: CellRef) -> Option<String> {
    let words = session.words();
    let kind = cell.table.column(cell.column)?.kind;
    let finding = session.finding_of(cell.table, cell.row, cell.column);
    let draft = session.dataset().draft(cell);
    let rejected = draft.and_then(|draft| session.value_typed(kind, draft).err());
    let (key, why) = match (rejected, finding) {
        (Some(why), _) => ("heard-rejected", words.say(&why)),
        (None, Some(found)) if found.severity == Severity::Error => ("heard-error", words.say(&found.message)),
        (None, Some(found)) => ("heard-warning", words.say(&found.message)),
        (None, None) => return None,
    };
    Some(words.say(&Message::new(key).text("why", why)))
}
