//! The export of a table: for whom it is, asked each time, and the text that they may read.

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, Kind, TableId};
use crate::exchange::csv::{self, ExportError};

use super::Session;
use super::command::{Command, Purpose};
use super::dialog::{Dialog, Question};

impl Session {
    /// Asks for whom a table is exported: of organisations those of the row under the cursor.
    pub fn export_question(&self, table: TableId) -> Dialog {
        let lens = self.lens();
        let row = self.cursor_row(table);
        let of = |to| row.and_then(|row| organisation(&lens, (table, row), to));
        let (landlord, association) = (of(TableId::Landlords), of(TableId::Associations));
        let audiences = [
            Some(("export-for-office", Audience::Office)),
            Some(("export-for-committee", Audience::Committee)),
            landlord.map(|row| ("export-for-landlord", Audience::Landlord(row))),
            association.map(|row| ("export-for-association", Audience::Association(row))),
            Some(("export-for-public", Audience::Public)),
        ];
        let read = audiences.into_iter().flatten().filter(|(_, audience)| table.is_for(*audience));
        let answers = read.map(|(word, audience)| (word, Command::AskExport(table, audience))).collect();
        let name = |table, row: Option<RowId>| row.map_or("none".to_owned(), |row| self.label_of(table, row));
        let text = Message::new("export-for-text")
            .text("landlord", name(TableId::Landlords, landlord))
            .text("association", name(TableId::Associations, association));
        Dialog::Question(Question { title: Message::new("export-for"), text, answers })
    }

    /// Asks where it goes.
    pub(super) fn ask_export(&mut self, table: TableId, audience: Audience) {
        let words = self.words();
        let table_name = words.text(&format!("table-{}", table.key())).to_lowercase();
        let for_whom = match audience {
            Audience::Office => words.text("export-file-office").to_owned(),
            Audience::Committee => words.text("export-file-committee").to_owned(),
            Audience::Landlord(row) => self.label_of(TableId::Landlords, row),
            Audience::Association(row) => self.label_of(TableId::Associations, row),
            Audience::Public => words.text("export-file-public").to_owned(),
        };
        let dialog = self.path_dialog(Purpose::Export(table, audience), &format!("{table_name} - {for_whom}.csv"));
        self.ask(dialog);
    }

    /// What an audience may read of a table, as CSV.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn exported(&self, table: TableId, audience: Audience) -> Result<String, ExportError> {
        match audience {
            Audience::Office => csv::export(table, &self.lens(), self.words()),
            _ => csv::export(table, &Projection::of(&self.lens(), audience), self.words()),
        }
    }
}

/// The landlord or association of a record: itself, the one that it names, or the one of a record that it names.
fn organisation(lens: &Lens, (table, row): (TableId, RowId), to: TableId) -> Option<RowId> {
    let named = |table: TableId, row: RowId| {
        let columns = table.columns().iter().copied();
        columns.filter_map(move |info| match info.kind {
            Kind::Reference(other) => {
                let value = lens.stored(CellRef { table, row, column: info.key });
                value.references().next().map(|row| (other, row))
            }
            _ => None,
        })
    };
    let itself = std::iter::once((table, row));
    let near = itself.chain(named(table, row));
    let far = named(table, row).flat_map(|(table, row)| named(table, row));
    near.chain(far).find(|(table, _)| *table == to).map(|(_, row)| row)
}
