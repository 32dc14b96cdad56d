//! Sectors: groups of communes, defined by the union to match needs with units.

use super::schema::{Kind, Naming, record, schema};
use super::value::Territory;

record! {
    /// A group of communes with at least 50 000 inhabitants; a smaller one could identify a household.
    pub struct Sector {
        pub name: String,
        /// Its communes, or whole EPCI and départements.
        pub communes: Vec<Territory>,
    }
}

schema! { Sector in Sectors, rows Everyone, label [name];
    name(Kind::Text, Everyone).naming(Naming::Name).required(),
    communes(Kind::Territories, Everyone),
}
