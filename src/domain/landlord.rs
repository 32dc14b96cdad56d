//! Social landlords (organismes Hlm), and when each was a party to the convention.

use chrono::NaiveDate;

use super::dataset::Dataset;
use super::id::RowId;
use super::lens::Lens;
use super::schema::{Audience, Kind, Naming, TableId, record, schema};

record! {
    /// A landlord. It counts from the day it joined to the day it left (rule C11).
    pub struct Landlord {
        /// Without the article.
        pub name: String,
        pub short_name: String,
        /// Other names that users type.
        pub aliases: Vec<String>,
        /// First day as a party to the convention.
        pub joined: Option<NaiveDate>,
        pub left: Option<NaiveDate>,
        /// The landlord that absorbed it.
        pub absorbed_by: Option<RowId>,
        pub absorbed_on: Option<NaiveDate>,
        /// The staff confirmed that its commitment and pipeline pass to the successor.
        pub absorption_confirmed: bool,
        pub notes: String,
    }
}

schema! { Landlord in Landlords, rows Everyone, label [name];
    name(Kind::Text, Everyone).naming(Naming::Name).required(),
    short_name(Kind::Text, Everyone).naming(Naming::Alias),
    aliases(Kind::Texts, Everyone).naming(Naming::Alias),
    joined(Kind::DATE, Everyone),
    left(Kind::DATE, Everyone),
    absorbed_by(Kind::Reference(TableId::Landlords), Everyone),
    absorbed_on(Kind::DATE, Everyone),
    absorption_confirmed(Kind::Flag, Everyone),
    notes(Kind::Notes, Office),
}

impl Landlord {
    /// Whether it is accountable for commitments on that day: a party, and not absorbed by another.
    pub fn is_answering_on(&self, day: NaiveDate) -> bool {
        let is_absorbed = self.absorption_confirmed && self.absorbed_on.is_some_and(|on| on <= day);
        self.is_party_on(day) && !is_absorbed
    }

    /// Whether it is a party on that day, first and last day included (rule C11).
    pub fn is_party_on(&self, day: NaiveDate) -> bool {
        self.joined.is_none_or(|joined| joined <= day) && self.left.is_none_or(|left| day <= left)
    }
}

/// The landlord accountable on a day: itself or, from the day of a confirmed absorption, its successor
/// (rule C11). `None` if there is no such landlord.
pub fn answering(dataset: &Dataset, landlord: RowId, day: NaiveDate) -> Option<&Landlord> {
    let mut found = dataset.landlords.find(landlord)?;
    // No chain is longer than the table, so circular absorptions (reported as a finding) also end.
    for _ in 0..dataset.landlords.len() {
        let took_effect = found.absorption_confirmed && found.absorbed_on.is_some_and(|on| on <= day);
        match found.absorbed_by.filter(|_| took_effect).and_then(|by| dataset.landlords.find(by)) {
            Some(successor) => found = successor,
            None => break,
        }
    }
    Some(found)
}

/// Whether a landlord's record is that of the audience: of itself, or of a landlord that it took over.
pub fn is_of(landlord: Option<RowId>, audience: Audience, lens: &Lens) -> bool {
    let (Some(landlord), Audience::Landlord(who)) = (landlord, audience) else { return false };
    landlord == who || answering(lens.dataset, landlord, lens.as_of).is_some_and(|found| found.id() == who)
}
