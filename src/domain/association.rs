//! Associations that refer the women and accompany them.

use chrono::NaiveDate;

use super::schema::{Kind, record, schema, stored};

record! {
    /// An association of the convention.
    pub struct Association {
        /// Its name.
        pub name: String,
        /// A short name.
        pub short_name: String,
        /// Other names that people type.
        pub aliases: Vec<String>,
        /// First day as a party.
        pub joined: Option<NaiveDate>,
        /// Last day as a party.
        pub left: Option<NaiveDate>,
        /// Notes.
        pub notes: String,
    }
}

schema! { Association in Associations, rows Everyone, label ["name"], &[
    stored!(name: Kind::Text, Everyone).required(),
    stored!(short_name: Kind::Text, Everyone),
    stored!(aliases: Kind::Texts, Everyone),
    stored!(joined: Kind::Date, Everyone),
    stored!(left: Kind::Date, Everyone),
    stored!(notes: Kind::Notes, Office),
] }
