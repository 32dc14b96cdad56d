//! A workbench: a document and a grid of its units, driven as the window drives them, without it.

use std::cell::OnceCell;
use std::sync::OnceLock;

use clefs::app::grid::{Arrangement, Desk, Grid, GridCommand, Paste, Response};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::message::Message;
use clefs::domain::schema::TableId;
use clefs::edit::{Document, Edit, Fresh, Place, Revision};
use clefs::words::{Lang, Words};

use crate::build::{Build, day, stamp};

/// The day on which everything happens.
pub const TODAY: &str = "2021-04-20";

/// Everything that a grid works on, and what came of it.
pub struct Bench {
    pub document: Document,
    pub grid: Grid,
    pub arrangement: Arrangement,
    pub words: &'static Words,
    pub is_read_only: bool,
    /// What was copied or cut.
    pub clipboard: Option<String>,
    /// A paste that is to be looked at.
    pub preview: Option<Paste>,
    /// What was said.
    pub said: Vec<String>,
    arranged: Option<(Revision, u64)>,
    random: u64,
}

/// Six units of three landlords; a proposal and a case hold some dates of the last one.
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
    /// Of a table, with these columns, by their French headers.
    pub fn new(document: Document, table: TableId, columns: &[&str]) -> Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        let mut bench = Self {
            document,
            grid: Grid::new(table),
            arrangement: Arrangement::default(),
            words: WORDS.get_or_init(|| Words::new(Lang::Fr)),
            is_read_only: false,
            clipboard: None,
            preview: None,
            said: Vec::new(),
            arranged: None,
            random: 0,
        };
        for info in table.columns() {
            if !columns.is_empty() && !columns.iter().any(|name| bench.column(name) == info.key) {
                bench.perform(GridCommand::Hide(info.key));
            }
        }
        bench.refresh();
        bench
    }

    pub fn perform(&mut self, command: GridCommand) {
        let response = self.on_grid(|grid, desk| grid.perform(command, desk));
        self.respond(response);
    }

    fn respond(&mut self, response: Response) {
        match response {
            Response::Done | Response::Held | Response::AskFilter(_) => {}
            Response::Refused(message) => self.say(&message),
            Response::Apply(edit, then) => {
                if self.apply(&edit) {
                    self.refresh();
                    let response = self.on_grid(|grid, desk| grid.follow(then, desk));
                    self.respond(response);
                }
            }
            Response::Copied(text) => self.clipboard = Some(text),
            Response::Preview(paste) => self.preview = Some(paste),
        }
    }

    /// Changes the records, or says why not.
    pub fn apply(&mut self, edit: &Edit) -> bool {
        let place = Some(Place { table: self.grid.table(), selection: self.grid.selection() });
        match self.document.apply(edit, stamp(), place) {
            Ok(_) => true,
            Err(error) => {
                self.say(&error.message());
                false
            }
        }
    }

    /// Takes back what was done last, or does it again, and leads back.
    pub fn undo(&mut self, again: bool) {
        if !self.commit() {
            return;
        }
        let outcome = if again { self.document.redo(stamp()) } else { self.document.undo(stamp()) };
        let stepped = outcome.expect("what was done can be undone");
        if let Some(selection) = stepped.and_then(|stepped| stepped.place?.selection) {
            self.grid.set_selection(selection);
        }
        self.refresh();
    }

    /// Chooses and orders the rows, as `state::derived` does.
    pub fn refresh(&mut self) {
        let wanted = (self.document.revision(), self.grid.arrangement());
        if self.arranged == Some(wanted) {
            return;
        }
        let links = Links::of(self.document.dataset());
        let lens = Lens::new(self.document.dataset(), &links, day(TODAY));
        self.arrangement = match self.arranged {
            Some((_, arrangement)) if arrangement == wanted.1 => self.arrangement.updated(&self.grid, &lens),
            _ => Arrangement::of(&self.grid, &lens, self.words, &OnceCell::new(), Some(&self.arrangement)),
        };
        self.arranged = Some(wanted);
        self.grid.keep_selection_within(&self.arrangement);
        self.grid.keep_cut(&lens, self.words);
    }

    /// Lends what a new record knows by itself.
    pub fn fresh<T>(&mut self, work: impl FnOnce(&mut Fresh) -> T) -> T {
        let random = &mut self.random;
        work(&mut Fresh::new(self.document.dataset(), &mut || {
            *random += 2;
            0xF0_0000 + *random
        }))
    }

    pub fn look<T>(&self, look: impl FnOnce(&Lens) -> T) -> T {
        let links = Links::of(self.document.dataset());
        look(&Lens::new(self.document.dataset(), &links, day(TODAY)))
    }

    pub fn say(&mut self, message: &Message) {
        self.said.push(self.words.say(message));
    }

    fn on_grid(&mut self, work: impl FnOnce(&mut Grid, &mut Desk) -> Response) -> Response {
        let links = Links::of(self.document.dataset());
        let random = &mut self.random;
        let mut random = || {
            *random += 2;
            0xF0_0000 + *random
        };
        let mut fresh = Fresh::new(self.document.dataset(), &mut random);
        let mut desk = Desk {
            lens: Lens::new(self.document.dataset(), &links, day(TODAY)),
            words: self.words,
            today: day(TODAY),
            arrangement: &self.arrangement,
            is_read_only: self.is_read_only,
            fresh: &mut |table, values| fresh.record(table, values),
        };
        work(&mut self.grid, &mut desk)
    }
}
