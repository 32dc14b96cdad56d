//! Sectors: groups of communes that the union defines to match needs and units.

use super::schema::{Kind, Naming, record, schema};
use super::value::Territory;

record! {
    /// A group of communes of at least 50 000 inhabitants: smaller, it would point at a door.
    pub struct Sector {
        pub name: String,
        /// Its communes, or the EPCI and départements that it takes whole.
        pub communes: Vec<Territory>,
    }
}

schema! { Sector in Sectors, rows Everyone, label [name];
    name(Kind::Text, Everyone).naming(Naming::Name).required(),
    communes(Kind::Territories, Everyone),
}
