//! The follow-up committee (comité de suivi): its meetings, decisions and actions.

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Kind, TableId, record, schema};
use super::value::choices;

choices! {
    /// How a committee meets.
    pub enum MeetingPlace as "place" {
        Room = "room",
        Video = "video",
        Both = "both",
    }
}

choices! {
    /// Whether it took place.
    #[derive(Default)]
    pub enum MeetingState as "meeting-state" {
        /// Scheduled.
        #[default]
        Planned = "planned",
        Held = "held",
    }
}

record! {
    /// A quarterly meeting of the committee.
    pub struct Committee {
        pub held_on: Option<NaiveDate>,
        /// Whether it took place.
        pub state: MeetingState,
        pub place: Option<MeetingPlace>,
        pub notes: String,
    }
}

schema! { Committee in Committees, rows Everyone, label [held_on];
    held_on(Kind::DATE, Everyone).required(),
    state(Kind::Choice(MeetingState::SET), Everyone).required(),
    place(Kind::Choice(MeetingPlace::SET), Everyone),
    notes(Kind::Notes, Office),
}

record! {
    /// A decision of a committee.
    pub struct CommitteeDecision {
        pub committee: Option<RowId>,
        /// Must not name a person.
        pub text: String,
        /// Somebody read it and found that it names no one, whatever the search for personal data says.
        pub cleared: bool,
        /// The landlord concerned.
        pub landlord: Option<RowId>,
        /// The association concerned.
        pub association: Option<RowId>,
    }
}

schema! { CommitteeDecision in Decisions, rows Everyone, label [text];
    committee(Kind::Reference(TableId::Committees), Everyone).required(),
    text(Kind::Notes, Everyone).screened(CommitteeDecision::KEYS.cleared),
    landlord(Kind::Reference(TableId::Landlords), Everyone),
    association(Kind::Reference(TableId::Associations), Everyone),
    cleared(Kind::Flag, Office),
}

record! {
    /// An action that a committee asked of an organisation.
    pub struct CommitteeAction {
        pub committee: Option<RowId>,
        /// Must not name a person.
        pub text: String,
        /// Somebody read it and found that it names no one, whatever the search for personal data says.
        pub cleared: bool,
        /// The landlord responsible.
        pub landlord: Option<RowId>,
        /// The association responsible.
        pub association: Option<RowId>,
        pub due: Option<NaiveDate>,
        pub done: Option<NaiveDate>,
    }
}

schema! { CommitteeAction in Actions, rows Everyone, label [text];
    committee(Kind::Reference(TableId::Committees), Everyone).required(),
    text(Kind::Notes, Everyone).screened(CommitteeAction::KEYS.cleared),
    landlord(Kind::Reference(TableId::Landlords), Everyone),
    association(Kind::Reference(TableId::Associations), Everyone),
    due(Kind::DATE_NEXT, Everyone),
    done(Kind::DATE, Everyone),
    cleared(Kind::Flag, Office),
}
