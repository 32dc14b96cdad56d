//! A test bench: a session that shows one table, driven by keys and commands.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::TableId;
use clefs::edit::Document;
use clefs::exchange::plan::Plan;
use clefs::session::command::Command;
use clefs::session::dialog::Dialog;
use clefs::session::grid::{Arrangement, Grid, GridCommand};
use clefs::session::page::Section;
use clefs::session::{Environment, Notice, NoticeKind, Outside, Session};
use clefs::words::{Lang, Words};

use crate::build::{Build, day};

/// Today.
pub const TODAY: &str = "2021-04-20";

/// A session on one table, and what it put out.
pub struct Bench {
    pub session: Session,
    table: TableId,
    /// The clipboard.
    pub clipboard: Option<String>,
    /// The problems shown so far.
    pub problems: Vec<String>,
}

fn clock() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2021, 4, 20).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

/// A session on a document, with the operator's name set.
pub fn session(document: Document) -> Session {
    let mut session = Session::new(Environment { clock, random: fastrand::Rng::with_seed(3) }, Lang::Fr);
    session.restore(Some("Odile".to_owned()), None);
    session.set_outside(Outside { file: Some(PathBuf::from("/essai.ron")), ..Outside::default() });
    session.show_document(document);
    session.set_page_rows(4);
    session
}

/// Six units of three landlords; a proposal and a case store some dates of the last one.
pub fn records() -> Document {
    let mut b = Build::new();
    for name in ["Alpha", "Bravo", "Charlie", "Chouette"] {
        b.landlord(name, &[]);
    }
    for (code, landlord, cells) in [
        (1, "Alpha", ["T2", "45", "43210", "2021-04-01"]),
        (2, "Bravo", ["T3", "62", "51200", "2021-04-09"]),
        (3, "Alpha", ["T3", "60", "", ""]),
        (4, "Charlie", ["", "", "39000", "2021-03-30"]),
        (5, "Bravo", ["T1", "30", "", ""]),
        (6, "Alpha", ["T4", "81", "123450", "2021-04-15"]),
    ] {
        let code = format!("L-{code:04}");
        let keys = ["dwelling", "surface", "rent", "published"];
        let cells: Vec<_> = keys.into_iter().zip(cells).collect();
        b.unit(&code, landlord, &cells);
    }
    b.set(TableId::Units, "L-0002", "notes", "dit « oui »\nle 9");
    b.case("R-AAAAA", &[("unit", "L-0006")]);
    b.proposal("L-0006", "R-AAAAA", &[("proposed_on", "2021-04-16"), ("caleol_on", "2021-04-18")]);
    Document::new(b.dataset().clone())
}

impl Bench {
    /// Shows these columns of a table, given by their French headers.
    pub fn new(document: Document, table: TableId, columns: &[&str]) -> Self {
        let mut session = session(document);
        session.handle(Command::Tab(Section::of(table), table));
        let mut bench = Self { session, table, clipboard: None, problems: Vec::new() };
        bench.perform(GridCommand::Columns(usize::MAX));
        for info in table.columns() {
            if !columns.is_empty() && !columns.iter().any(|name| bench.column(name) == info.key) {
                bench.perform(GridCommand::Hide(info.key));
            }
        }
        bench
    }

    pub fn grid(&self) -> &Grid {
        self.session.grid(self.table)
    }

    pub fn arrangement(&self) -> &Arrangement {
        self.session.arrangement(self.table)
    }

    pub fn words(&self) -> &Words {
        self.session.words()
    }

    pub fn table(&self) -> TableId {
        self.table
    }

    /// The plan of a paste, while its preview is open.
    pub fn preview(&self) -> Option<&Plan> {
        match self.session.dialog() {
            Some(Dialog::Paste { paste, .. }) => Some(paste),
            _ => None,
        }
    }

    pub fn perform(&mut self, command: GridCommand) {
        self.handle(Command::Grid(self.table, command));
    }

    /// Runs a command, then collects the clipboard text and any problem.
    pub fn handle(&mut self, command: Command) {
        self.session.handle(command);
        self.settle();
    }

    /// Collects the clipboard text and the problem shown, if any.
    pub fn settle(&mut self) {
        self.clipboard = self.session.take_copied().map(|copied| copied.text).or(self.clipboard.take());
        if let Some(notice) = self.session.notice().filter(|notice| is_told(notice)) {
            self.problems.push(self.words().say(&notice.message));
            self.session.clear_notice();
        }
    }

    pub fn look<T>(&self, look: impl FnOnce(&Lens) -> T) -> T {
        let links = Links::of(self.session.dataset());
        look(&Lens::new(self.session.dataset(), &links, day(TODAY)))
    }
}

/// Whether a case tells of a notice: something was not done.
fn is_told(notice: &Notice) -> bool {
    notice.kind != NoticeKind::Done || notice.message.key == "action-not-now"
}
