//! What leaves: tables, for whom they are asked each time, and documents, which have their readers.

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, Kind, Record, TableId};
use crate::exchange::csv::{self, ExportError};
use crate::report::Report;

use super::Session;
use super::command::{Command, Purpose};
use super::dialog::{Dialog, Question};
use super::targets::row;

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

    /// The minutes of the committee at hand, or of the last one.
    pub(super) fn minutes(&self) -> Option<Command> {
        let at_hand = row(self).filter(|(table, _)| *table == TableId::Committees).map(|(_, row)| row);
        let held = self.dataset().committees.iter().filter(|it| it.held_on.is_some_and(|day| day <= self.today()));
        let last = || held.max_by_key(|it| it.held_on).map(Record::id);
        Some(self.ask_report(Report::Minutes(at_hand.or_else(last)?)))
    }

    /// The report of what the dashboard looks at.
    pub(super) fn annual_report(&self) -> Option<Command> {
        self.is_open().then(|| self.ask_report(Report::Annual))
    }

    /// The sheet of the organisation at hand.
    pub(super) fn sheet_of(&self) -> Option<Command> {
        match row(self)? {
            (TableId::Landlords, row) => Some(self.ask_report(Report::Landlord(row))),
            (TableId::Associations, row) => Some(self.ask_report(Report::Association(row))),
            _ => None,
        }
    }

    /// Asks where a document goes.
    fn ask_report(&self, report: Report) -> Command {
        let words = self.words();
        let day = |row| self.dataset().committees.find(row).and_then(|it| it.held_on);
        let of = match report {
            Report::Minutes(row) => day(row).map(|day| day.to_string()).unwrap_or_default(),
            Report::Annual => self.view().as_of.to_string(),
            Report::Landlord(row) => self.label_of(TableId::Landlords, row),
            Report::Association(row) => self.label_of(TableId::Associations, row),
        };
        let name = format!("{} {of}.docx", words.text(&format!("report-file-{}", report.key())));
        // What a name has may be no part of a path.
        let name = name.replace(['/', '\\', ':', '"', '*', '?', '<', '>', '|'], "-");
        Command::Ask(self.path_dialog(Purpose::Report(report), &name))
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
