//! The tab stops of a scene: which subjects, and the area around the marks of each.
//!
//! The areas are found when they are first asked for, since a frame at rest asks for the same ones again.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::area::Area;
use super::scene::Mark;
use super::subject::Subject;

#[derive(Debug, Default)]
pub(super) struct Stops {
    /// In reading order, each once.
    pub(super) subjects: Vec<Subject>,
    areas: OnceLock<Vec<(Subject, Area)>>,
}

impl Stops {
    pub(super) const fn of(subjects: Vec<Subject>) -> Self {
        Self { subjects, areas: OnceLock::new() }
    }

    /// Stops without a mark have no area and are left out. The marks must be complete.
    pub(super) fn areas(&self, marks: &[Mark]) -> &[(Subject, Area)] {
        self.areas.get_or_init(|| {
            let mut around: HashMap<Subject, Area> = HashMap::with_capacity(self.subjects.len());
            for (subject, area) in marks.iter().filter_map(|mark| Some((mark.subject?, mark.area()))) {
                around.entry(subject).and_modify(|all| *all = all.union(area)).or_insert(area);
            }
            self.subjects.iter().filter_map(|subject| Some((*subject, *around.get(subject)?))).collect()
        })
    }
}

/// Without the areas: the marks of a clone may be moved.
impl Clone for Stops {
    fn clone(&self) -> Self {
        Self::of(self.subjects.clone())
    }
}

impl PartialEq for Stops {
    fn eq(&self, other: &Self) -> bool {
        self.subjects == other.subjects
    }
}
