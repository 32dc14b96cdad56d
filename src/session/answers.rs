//! The answers (buttons) of the open dialog, and the command of each.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::fold::fold;
use crate::domain::schema::Kind;
use crate::domain::view::Test;

use crate::edit::Strike;

use super::Session;
use super::action::{self, ACTIONS, Action};
use super::command::{Command, Purpose, Request};
use super::dialog::filter::FilterKind;
use super::dialog::{Dialog, filter};
use super::grid::GridCommand;

/// The key of its label, and its command; none while it is disabled.
pub type DialogAnswer = (&'static str, Option<Command>);

/// A shorter word would be found in the middle of others.
const FEWEST_LETTERS: usize = 3;

/// A shorter passphrase is guessed in days, however much a guess costs.
const FEWEST_OF_PASSPHRASE: usize = 12;

impl Session {
    /// The answers of the open dialog; the first is the default.
    pub fn answers(&self) -> Vec<DialogAnswer> {
        let Some(dialog) = &self.dialog else { return Vec::new() };
        match dialog {
            Dialog::Path { purpose, path } => {
                let path = path.text().trim();
                let command = || Command::Host(purpose.request(PathBuf::from(path)));
                vec![(path_word(*purpose), (!path.is_empty()).then(command))]
            }
            Dialog::Question(question) => {
                question.answers.iter().map(|(word, command)| (*word, Some(command.clone()))).collect()
            }
            Dialog::Operator { name } => {
                let name = name.text().trim();
                vec![("operator-go", is_name(name).then(|| Command::Operator(name.to_owned())))]
            }
            Dialog::Unlock { path, backup, passphrase, .. } => {
                let unlock = || {
                    let (path, backup) = (path.clone(), backup.clone());
                    Command::Host(Request::Unlock { path, backup, passphrase: passphrase.text().to_owned() })
                };
                vec![("unlock-go", (!passphrase.text().is_empty()).then(unlock))]
            }
            Dialog::Seal { passphrase, again } => {
                let is_good = seal_trouble(passphrase.text(), again.text()).is_none();
                vec![("seal-go", is_good.then(|| Command::Host(Request::Seal(passphrase.text().to_owned()))))]
            }
            Dialog::Strike { word } => {
                let word = word.text().trim();
                let strike = Command::AskStrike(Strike::Word(word.to_owned()));
                vec![("strike-find", (word.chars().count() >= FEWEST_LETTERS).then_some(strike))]
            }
            Dialog::Purge { cases } => {
                vec![("purge-keep", Some(Command::Dismiss)), ("purge-go", Some(Command::Purge(cases.clone())))]
            }
            Dialog::View { table, name } => {
                let name = name.text().trim();
                vec![("view-go", (!name.is_empty()).then(|| Command::KeepView(*table, name.to_owned())))]
            }
            Dialog::Paste { table, paste } => {
                let anyway = Command::Grid(*table, GridCommand::PasteAnyway(Arc::clone(paste)));
                let as_one = Command::Grid(*table, GridCommand::PasteAsOne(Arc::clone(paste)));
                match (paste.one_cell.is_some(), paste.misfits.is_empty()) {
                    (true, _) => vec![("paste-go-one", Some(as_one)), ("paste-go-lines", Some(anyway))],
                    (false, true) => vec![("paste-go-names", Some(anyway))],
                    (false, false) => vec![("paste-go", Some(anyway))],
                }
            }
            Dialog::Filter(draft) => {
                let set = |test| Command::Grid(draft.table, GridCommand::Filter(draft.column, test));
                // All values selected is the same as no filter.
                let test = self.test_of(draft).map(|test| set(Some(test).filter(|test| !draft.is_all(test))));
                vec![("filter-go", test), ("filter-none", Some(set(None)))]
            }
            Dialog::Replace(draft) => {
                let command = Command::Grid(draft.table, GridCommand::Replace(draft.replace()));
                vec![("replace-all", (draft.outcome.0 > 0).then_some(command))]
            }
            Dialog::Form(form) => {
                let fill = self.can_fill(form).then(|| Command::Fill(form.clone()));
                vec![(form.act.words().1, fill)]
            }
            Dialog::Quick(quick) => {
                let text = quick.line.text();
                vec![("quick-go", self.preview(text).is_ready().then(|| Command::QuickEntry(text.to_owned())))]
            }
            Dialog::Charts(export) => {
                let copy = |chart| Command::Host(Request::CopyChart(chart, export.picture));
                let mut answers = vec![
                    ("charts-copy", export.chart.map(copy)),
                    ("charts-go", Some(Command::Ask(self.charts_path_dialog(*export)))),
                ];
                // All of them are not copied.
                if export.chart.is_none() {
                    answers.reverse();
                }
                answers
            }
            Dialog::Palette { .. }
            | Dialog::Figures { .. }
            | Dialog::Backups(_)
            | Dialog::Removed(_)
            | Dialog::Clashes
            | Dialog::Help(_)
            | Dialog::About => Vec::new(),
        }
    }

    /// Gives an answer, the first as Enter does; a dialog that asks nothing closes. What waits for the operator's name goes
    /// on.
    pub(super) fn answer(&mut self, place: usize) {
        let answers = self.answers();
        let command = match &self.dialog {
            Some(Dialog::Palette { at, .. }) => self.found_actions().into_iter().nth(*at).map(|(_, command)| command),
            _ if answers.is_empty() => return self.dismiss(),
            _ => answers.into_iter().nth(place).and_then(|(_, command)| command),
        };
        if let Some(command) = command {
            // Several charts are copied in a row.
            if !matches!(command, Command::Host(Request::CopyChart(..))) {
                self.dialog = None;
                self.dismiss();
            }
            self.handle(command);
        }
    }

    /// The enabled actions that match the search of the palette.
    pub fn found_actions(&self) -> Vec<(&'static Action, Command)> {
        let Some(Dialog::Palette { search, .. }) = &self.dialog else { return Vec::new() };
        let search = fold(search.text());
        let is_found = |action: &&Action| {
            let name = fold(self.words().text(&action::word(action)));
            action.key != "palette" && search.split_whitespace().all(|word| name.contains(word))
        };
        ACTIONS.iter().filter(is_found).filter_map(|action| Some((action, action.command(self)?))).collect()
    }

    /// The test of a filter form; none while it is incomplete.
    pub fn test_of(&self, draft: &filter::FilterForm) -> Option<Test> {
        match draft.sort {
            FilterKind::OneOf => {
                // Values hidden by the search in the list are not selected.
                let mut chosen = draft.chosen.clone();
                let listed = draft.listed();
                chosen.retain(|text| listed.iter().any(|(listed, _)| listed == text));
                (!chosen.is_empty()).then_some(Test::OneOf(chosen))
            }
            FilterKind::Contains => {
                let text = draft.contains.text();
                (!text.trim().is_empty()).then(|| Test::Contains(text.to_owned()))
            }
            FilterKind::Between => {
                let column = self.grid(draft.table).sheet().column(draft.column);
                let kind = column.map_or(Kind::Text, |info| info.kind);
                let [from, to] = &draft.bounds;
                let from = self.value_typed(kind, from.text()).ok()?;
                let to = self.value_typed(kind, to.text()).ok()?;
                (!(from.is_empty() && to.is_empty())).then_some(Test::Between(from, to))
            }
            FilterKind::Empty => Some(Test::Empty),
            FilterKind::Filled => Some(Test::Filled),
        }
    }
}

/// The key of what is still wrong with a new passphrase, typed twice.
pub fn seal_trouble(passphrase: &str, again: &str) -> Option<&'static str> {
    if passphrase.chars().count() < FEWEST_OF_PASSPHRASE {
        Some("seal-short")
    } else if passphrase != again {
        Some("seal-differs")
    } else {
        None
    }
}

const fn path_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "path-open-go",
        Purpose::Copy => "path-copy-go",
        Purpose::Create(_) => "path-create-go",
        Purpose::SaveAs => "path-save-go",
        Purpose::Charts(_) | Purpose::Report(_) => "path-charts-go",
        Purpose::Export(..) => "path-export-go",
    }
}

/// Whether somebody may be called so. The dialog comes when something is written first, and a hand that goes on would
/// write its next line here.
pub fn is_name(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let words = text.split_whitespace().count();
    (1..=MOST_WORDS).contains(&words) && !text.contains(|letter: char| letter.is_ascii_digit() || letter == '/')
}
