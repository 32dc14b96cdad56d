//! Verdicts on trainings: people count once, at part 1 (rule C15).

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::landlord::{Landlord, answering};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::training::{Attendance, TrainingPart};

use super::counted::counted_in;

/// The verdict on one landlord's people at one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceVerdict {
    pub attendance: RowId,
    pub training: Option<RowId>,
    /// The landlord whose staff they are, or its successor (rule C11).
    pub landlord: Option<RowId>,
    pub people: u32,
    pub ruling: AttendanceRuling,
}

/// Why people at a session count or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttendanceRuling {
    /// Trained: part 1, held.
    Trained(NaiveDate),
    /// Part 2, held: a figure of its own.
    SecondPart(NaiveDate),
    /// Part 1, later than the day: in the pipeline.
    Planned(NaiveDate),
    /// Part 2, later than the day: counts nowhere, since its people are already trained.
    SecondPartPlanned(NaiveDate),
    /// The landlord was not a party on the day of the session (rule C11), or is not known.
    Outside(NaiveDate),
    /// The session has no date.
    Undated,
}

pub fn attendance_verdict(lens: &Lens, attendance: &Attendance) -> AttendanceVerdict {
    let session = attendance.training.and_then(|row| lens.dataset.trainings.find(row));
    let held_on = session.and_then(|session| session.held_on);
    let landlord = attendance
        .landlord
        .and_then(|row| answering(lens.dataset, row, held_on.map_or(lens.as_of, |held| held.min(lens.as_of))));
    let ruling = match (session, held_on) {
        (Some(_), Some(on)) if landlord.is_none_or(|landlord| !landlord.is_party_on(on)) => {
            AttendanceRuling::Outside(on)
        }
        (Some(session), Some(on)) => match (session.part, on > lens.as_of) {
            (TrainingPart::First, false) => AttendanceRuling::Trained(on),
            (TrainingPart::First, true) => AttendanceRuling::Planned(on),
            (TrainingPart::Second, false) => AttendanceRuling::SecondPart(on),
            (TrainingPart::Second, true) => AttendanceRuling::SecondPartPlanned(on),
        },
        _ => AttendanceRuling::Undated,
    };
    AttendanceVerdict {
        attendance: attendance.id(),
        training: attendance.training,
        landlord: landlord.map(Landlord::id),
        people: attendance.people.unwrap_or(0),
        ruling,
    }
}

impl AttendanceVerdict {
    /// The reason, with the rule.
    pub fn message(&self, lens: &Lens) -> Message {
        match self.ruling {
            AttendanceRuling::Trained(on) => {
                counted_in(lens.dataset, on, "why-training-first", "why-training-first-outside")
            }
            AttendanceRuling::SecondPart(on) => Message::new("why-training-second").date("date", on),
            AttendanceRuling::Planned(on) => Message::new("why-training-planned").date("date", on),
            AttendanceRuling::SecondPartPlanned(on) => Message::new("why-training-second-planned").date("date", on),
            AttendanceRuling::Outside(on) => Message::new("why-training-outside").date("date", on),
            AttendanceRuling::Undated => Message::new("why-training-undated"),
        }
    }
}
