//! Properties of any sequence of edits, undos and redos, checked against a model.

use std::collections::HashSet;
use std::sync::Arc;

use clefs::domain::dataset::Dataset;
use clefs::domain::message::Message;
use clefs::domain::schema::{Kind, TableId};
use clefs::edit::{Applied, Document, Edit, EditError};
use fastrand::Rng;
use proptest::prelude::*;

use super::{cell, generate, stamp, written};

/// Every state that undo and redo can reach, and the current one.
struct Model {
    document: Document,
    states: Vec<Arc<Dataset>>,
    now: usize,
}

/// The outcome of one step, to check that a walk covers every kind.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Met {
    Changed,
    Nothing,
    Table,
    StillNamed,
    Dangling,
    Undone,
    Redone,
}

impl Model {
    fn new(dice: &mut Rng) -> Self {
        let document = Document::new(generate::dataset(dice));
        let states = vec![document.snapshot()];
        Self { document, states, now: 0 }
    }

    fn step(&mut self, dice: &mut Rng) -> Met {
        let before = self.document.snapshot();
        let met = match dice.u8(..10) {
            0..=5 => self.apply(dice),
            6..=8 => self.undo(),
            _ => self.redo(),
        };
        let after = self.document.dataset();
        assert!(after.history.iter().take(before.history.len()).eq(before.history.iter()), "history only grows");
        assert_eq!(dangling(after), Vec::<String>::new(), "no reference dangles");
        assert!(after.drafts.iter().all(|draft| after.has_cell(draft.cell())), "every draft has its cell");
        met
    }

    fn apply(&mut self, dice: &mut Rng) -> Met {
        let (before, trace) = (self.document.snapshot(), trace(&self.document));
        let edit = generate::edit(&before, dice, 2);
        let outcome = self.document.apply(&edit, stamp(), None);
        if outcome == Ok(Applied::Changed) {
            let after = self.document.dataset();
            assert!(after_differs(&edit) || written(&before) != written(after), "{edit:?}");
            assert!(before.same_records(after) || before.history.len() < after.history.len());
            assert_eq!(self.document.redo_labels().count(), 0);
            self.states.truncate(self.now + 1);
            self.states.push(self.document.snapshot());
            self.now += 1;
            return Met::Changed;
        }
        assert_eq!(self.document.dataset(), &*before, "{outcome:?} left a trace in the records: {edit:?}");
        assert_eq!(self::trace(&self.document), trace, "{outcome:?} left a trace: {edit:?}");
        match outcome {
            Ok(_) => Met::Nothing,
            Err(EditError::Table(_)) => Met::Table,
            Err(EditError::StillNamed(_)) => Met::StillNamed,
            Err(EditError::Dangling(..)) => Met::Dangling,
            Err(EditError::Published) => panic!("no publication was removed"),
            Err(EditError::ReadOnly) => panic!("the document is writable"),
        }
    }

    fn undo(&mut self) -> Met {
        let wanted = self.document.undo_labels().next().cloned();
        let (before, revision) = (self.document.snapshot(), self.document.revision());
        let stepped = self.document.undo(stamp()).expect("the step can be undone");
        assert_eq!(stepped.map(|stepped| stepped.label), wanted);
        if wanted.is_none() {
            assert_eq!((self.now, self.document.dataset()), (0, &*before));
            return Met::Nothing;
        }
        self.now -= 1;
        self.is_now(revision, &before);
        Met::Undone
    }

    fn redo(&mut self) -> Met {
        let wanted = self.document.redo_labels().next().cloned();
        let (before, revision) = (self.document.snapshot(), self.document.revision());
        let stepped = self.document.redo(stamp()).expect("the step can be redone");
        assert_eq!(stepped.map(|stepped| stepped.label), wanted);
        if wanted.is_none() {
            assert_eq!((self.now + 1, self.document.dataset()), (self.states.len(), &*before));
            return Met::Nothing;
        }
        self.now += 1;
        self.is_now(revision, &before);
        Met::Redone
    }

    /// Checks records, drafts and views against the model, and that undo or redo is in the history
    /// if it changed records.
    fn is_now(&self, revision: clefs::edit::Revision, before: &Dataset) {
        let after = self.document.dataset();
        assert_eq!(written(after), written(&self.states[self.now]));
        assert!(before.same_records(after) || before.history.len() < after.history.len());
        assert!(self.document.revision() > revision);
    }
}

/// A row inserted and removed by one edit has no net effect, yet is recorded.
fn after_differs(edit: &Edit) -> bool {
    match edit {
        Edit::Set { .. } | Edit::Draft { .. } | Edit::KeepView(_) | Edit::DropView { .. } => false,
        Edit::Insert { .. } | Edit::Remove { .. } | Edit::Strike(_) => true,
        Edit::Batch { edits, .. } => edits.iter().any(after_differs),
    }
}

/// The traces of an edit other than records.
fn trace(document: &Document) -> (Vec<Message>, Vec<Message>, clefs::edit::Revision, bool) {
    let undo = document.undo_labels().cloned().collect();
    (undo, document.redo_labels().cloned().collect(), document.revision(), document.is_unsaved())
}

/// Dangling references, found by brute force.
fn dangling(dataset: &Dataset) -> Vec<String> {
    let mut found = Vec::new();
    for table in TableId::ALL {
        for row in dataset.table(*table).ids() {
            for column in table.columns() {
                let value = dataset.stored(cell(*table, row, column.key.as_str()));
                let target = if let Kind::Reference(target) = column.kind { target } else { TableId::Sectors };
                let gone = value.references().filter(|named| !dataset.table(target).contains(*named));
                found.extend(gone.map(|gone| format!("{table:?} {row:?} {:?} → {gone:?}", column.key)));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_undos_and_redos_keeps_the_invariants(seed: u64, steps in 1_usize..40) {
        let mut dice = Rng::with_seed(seed);
        let mut model = Model::new(&mut dice);
        for _ in 0..steps {
            model.step(&mut dice);
        }
        while model.undo() == Met::Undone {}
        prop_assert_eq!(written(model.document.dataset()), written(&model.states[0]), "undoing everything restores the first state");
        while model.redo() == Met::Redone {}
        let last = model.states.last();
        prop_assert_eq!(Some(written(model.document.dataset())), last.map(|last| written(last)), "redoing everything restores the last");
    }
}

/// Guards the property above against sequences in which nothing happens.
#[test]
fn a_walk_meets_every_outcome() {
    let mut dice = Rng::with_seed(2021);
    let mut model = Model::new(&mut dice);
    let met: HashSet<_> = (0..400).map(|_| model.step(&mut dice)).collect();
    assert_eq!(met.len(), 7, "{met:?}");
}
