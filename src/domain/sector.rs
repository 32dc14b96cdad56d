//! Sectors: groups of communes that the union defines to match needs and units.

use super::schema::{Kind, record, schema, stored};
use super::value::Territory;

record! {
    /// A group of communes of at least 50 000 inhabitants: smaller, it would point at a door.
    pub struct Sector {
        /// Its name.
        pub name: String,
        /// Its communes, or the EPCI and départements that it takes whole.
        pub communes: Vec<Territory>,
    }
}

schema! { Sector in Sectors, rows Everyone, label ["name"], &[
    stored!(name: Kind::Text, Everyone).required(),
    stored!(communes: Kind::Territories, Everyone),
] }
