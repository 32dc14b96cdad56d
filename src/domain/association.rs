//! Associations: they refer the women to landlords and support them throughout.

use chrono::NaiveDate;

use super::schema::{Kind, Naming, record, schema};

record! {
    /// An association of the convention.
    pub struct Association {
        pub name: String,
        pub short_name: String,
        /// Other names that users type.
        pub aliases: Vec<String>,
        /// First day as a party to the convention.
        pub joined: Option<NaiveDate>,
        pub left: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Association in Associations, rows Everyone, label [name];
    name(Kind::Text, Everyone).naming(Naming::Name).required(),
    short_name(Kind::Text, Everyone).naming(Naming::Alias),
    aliases(Kind::Texts, Everyone).naming(Naming::Alias),
    joined(Kind::DATE, Everyone),
    left(Kind::DATE, Everyone),
    notes(Kind::Notes, Office),
}
