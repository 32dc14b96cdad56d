//! Progress: every figure of a span as of a day, per landlord and for the region.
//!
//! Adds verdicts up in one pass over the records. Decides nothing itself.

use chrono::NaiveDate;

use crate::domain::commitment::Axis;
use crate::domain::id::{RowId, RowMap};
use crate::domain::landlord::Landlord;
use crate::domain::lens::Lens;
use crate::domain::relocation::Origin;

use super::commitments::Targets;
use super::count::Total;
use super::figures::{Figures, LandlordProgress, RegionProgress, StillToAllocate, WomenFigures};
use super::relocations::{CaseRuling, CaseVerdict, case_verdict};
use super::span::Span;
use super::trainings::{AttendanceRuling, AttendanceVerdict, attendance_verdict};
use super::units::{UnitRuling, UnitVerdict, unit_verdict};

/// Every figure of a span as of a day, with the verdicts behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// In the dataset's order.
    pub landlords: Vec<LandlordProgress>,
    pub region: RegionProgress,
    /// In the table's order, as the other verdicts.
    pub(super) units: Vec<UnitVerdict>,
    pub(super) relocations: Vec<CaseVerdict>,
    pub(super) attendances: Vec<AttendanceVerdict>,
}

impl Progress {
    pub fn of(&self, landlord: RowId) -> Option<&Figures> {
        self.landlords.iter().find(|found| found.landlord == landlord).map(|found| &found.figures)
    }

    pub(super) fn without_children(mut self) -> Self {
        let all = self.landlords.iter_mut().map(|of| &mut of.figures).chain([&mut self.region.figures]);
        for WomenFigures { children, children_referral, children_platform, children_outside, .. } in
            all.map(|figures| &mut figures.women)
        {
            for total in [children, children_referral, children_platform, children_outside] {
                *total = Total::default();
            }
        }
        self
    }
}

pub fn progress(lens: &Lens, span: Span) -> Progress {
    let mut sums = Sums::new(lens, span);
    let units: Vec<_> = lens.dataset.units.iter().map(|unit| unit_verdict(lens, unit)).collect();
    for verdict in &units {
        sums.unit(verdict);
    }
    let relocations: Vec<_> = lens.dataset.relocations.iter().map(|case| case_verdict(lens, case)).collect();
    for verdict in &relocations {
        sums.case(verdict);
    }
    let attendances: Vec<_> = lens.dataset.attendances.iter().map(|found| attendance_verdict(lens, found)).collect();
    for verdict in &attendances {
        sums.attendance(verdict);
    }
    sums.sessions(&attendances);
    let Sums { landlords, region, .. } = sums;
    Progress { landlords, region, units, relocations, attendances }
}

struct Sums<'a> {
    lens: Lens<'a>,
    span: Span,
    places: RowMap<usize>,
    landlords: Vec<LandlordProgress>,
    region: RegionProgress,
}

impl<'a> Sums<'a> {
    /// Targets set, nothing counted yet.
    fn new(lens: &Lens<'a>, span: Span) -> Self {
        let targets = Targets::of(lens, span);
        let aimed = |landlord| {
            let mut figures = Figures::default();
            figures.units.target = targets.get(landlord, Axis::Units);
            figures.relocations.target = targets.get(landlord, Axis::Relocations);
            figures.training.target = targets.get(landlord, Axis::Training);
            figures
        };
        let rows = || lens.dataset.landlords.iter().map(Landlord::id);
        Self {
            lens: *lens,
            span,
            places: rows().enumerate().map(|(place, row)| (row, place)).collect(),
            landlords: rows().map(|row| LandlordProgress { landlord: row, figures: aimed(Some(row)) }).collect(),
            region: RegionProgress {
                figures: aimed(None),
                to_allocate: StillToAllocate {
                    units: targets.still_to_allocate(Axis::Units),
                    relocations: targets.still_to_allocate(Axis::Relocations),
                    training: targets.still_to_allocate(Axis::Training),
                },
            },
        }
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.span.holds(self.lens.dataset, day)
    }

    /// Adds to the region and to each of these landlords.
    fn add(&mut self, landlords: &[RowId], mut add: impl FnMut(&mut Figures)) {
        add(&mut self.region.figures);
        for place in landlords.iter().filter_map(|row| self.places.get(row)) {
            if let Some(found) = self.landlords.get_mut(*place) {
                add(&mut found.figures);
            }
        }
    }

    fn unit(&mut self, verdict: &UnitVerdict) {
        let landlord = verdict.landlord.as_slice();
        let row = verdict.unit;
        match verdict.ruling {
            UnitRuling::Delivered { on, stage, .. } if self.holds(on) => self.add(landlord, |figures| {
                figures.units.delivered.add(row);
                figures.units.by_stage[stage as usize].add(row);
            }),
            UnitRuling::TakenBack { on, .. } if self.holds(on) => {
                self.add(landlord, |figures| figures.units.exits.add(row));
            }
            UnitRuling::ToPublish => self.add(landlord, |figures| figures.units.pipeline.add(row)),
            _ => {}
        }
    }

    fn case(&mut self, verdict: &CaseVerdict) {
        let (row, children) = (verdict.case, verdict.children);
        match &verdict.ruling {
            CaseRuling::Rehoused { on, landlord } if self.holds(*on) => self.add(&[*landlord], |figures| {
                let women = &mut figures.women;
                women.in_all.add(row);
                women.children.add(row, children);
                if verdict.origin == Origin::Platform {
                    women.platform.add(row);
                    women.children_platform.add(row, children);
                } else {
                    women.referral.add(row);
                    women.children_referral.add(row, children);
                    figures.relocations.delivered.add(row);
                }
            }),
            CaseRuling::Beside { on, landlord } if self.holds(*on) => self.add(landlord.as_slice(), |figures| {
                figures.women.outside.add(row);
                figures.women.children_outside.add(row, children);
            }),
            CaseRuling::UnderWay { landlords, suspended } => self.add(landlords, |figures| {
                figures.relocations.pipeline.add(row);
                if *suspended {
                    figures.relocations.suspended.add(row);
                }
            }),
            CaseRuling::Exited { on, landlords } if verdict.origin == Origin::Referral && self.holds(*on) => {
                self.add(landlords, |figures| figures.relocations.exits.add(row));
            }
            _ => {}
        }
    }

    fn attendance(&mut self, verdict: &AttendanceVerdict) {
        let landlord = verdict.landlord.as_slice();
        let (row, people) = (verdict.attendance, verdict.people);
        match verdict.ruling {
            AttendanceRuling::Trained(on) if self.holds(on) => {
                self.add(landlord, |figures| figures.training.trained.add(row, people));
            }
            AttendanceRuling::SecondPart(on) if self.holds(on) => {
                self.add(landlord, |figures| figures.training.second_part.add(row, people));
            }
            AttendanceRuling::Planned(on) if self.holds(on) => {
                self.add(landlord, |figures| figures.training.expected.add(row, people));
            }
            _ => {}
        }
    }

    /// Sessions count once: for the region whoever attends, for a landlord where it has an attendance.
    fn sessions(&mut self, attendances: &[AttendanceVerdict]) {
        let mut of_session: RowMap<Vec<RowId>> = RowMap::default();
        for verdict in attendances.iter().filter(|verdict| !matches!(verdict.ruling, AttendanceRuling::Outside(_))) {
            if let (Some(training), Some(landlord)) = (verdict.training, verdict.landlord) {
                let landlords = of_session.entry(training).or_default();
                if !landlords.contains(&landlord) {
                    landlords.push(landlord);
                }
            }
        }
        for session in &self.lens.dataset.trainings {
            let Some(on) = session.held_on.filter(|on| self.holds(*on)) else { continue };
            let is_held = on <= self.lens.as_of;
            let landlords = of_session.get(&session.id()).map_or(&[][..], Vec::as_slice);
            self.add(landlords, |figures| {
                let training = &mut figures.training;
                if is_held { training.sessions.add(session.id()) } else { training.planned.add(session.id()) }
            });
        }
    }
}
