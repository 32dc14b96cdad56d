//! Words for streets, homes, doors and schools.

/// A word for a kind of street.
pub(super) struct Street {
    pub name: &'static str,
    pub is: StreetWord,
}

/// How much a word says about an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StreetWord {
    /// With a number, or any name: "rue pasteur".
    Plain,
    /// With a number, or a name with a capital: "impasse des Roses".
    Named,
    /// An everyday word too: with a number and a name.
    Everyday,
}

const fn street(name: &'static str, is: StreetWord) -> Street {
    Street { name, is }
}

pub(super) const STREETS: &[Street] = &[
    street("rue", StreetWord::Plain),
    street("avenue", StreetWord::Plain),
    street("av", StreetWord::Plain),
    street("grand place", StreetWord::Named),
    street("grand rue", StreetWord::Named),
    street("grande rue", StreetWord::Named),
    street("ave", StreetWord::Plain),
    street("bd", StreetWord::Plain),
    street("bld", StreetWord::Plain),
    street("blvd", StreetWord::Plain),
    street("boulevard", StreetWord::Plain),
    street("allee", StreetWord::Named),
    street("chem", StreetWord::Named),
    street("chemin", StreetWord::Named),
    street("coron", StreetWord::Named),
    street("digue", StreetWord::Named),
    street("esplanade", StreetWord::Named),
    street("faubourg", StreetWord::Named),
    street("fbg", StreetWord::Named),
    street("fg", StreetWord::Named),
    street("imp", StreetWord::Named),
    street("impasse", StreetWord::Named),
    street("rte", StreetWord::Named),
    street("ruelle", StreetWord::Named),
    street("sentier", StreetWord::Named),
    street("sq", StreetWord::Named),
    street("square", StreetWord::Named),
    street("venelle", StreetWord::Named),
    street("all", StreetWord::Everyday),
    street("clos", StreetWord::Everyday),
    street("cour", StreetWord::Everyday),
    street("cours", StreetWord::Everyday),
    street("passage", StreetWord::Everyday),
    street("pl", StreetWord::Everyday),
    street("place", StreetWord::Everyday),
    street("quai", StreetWord::Everyday),
    street("r", StreetWord::Everyday),
    street("route", StreetWord::Everyday),
    street("villa", StreetWord::Everyday),
];

/// Named groups of homes.
pub(super) const HOMES: &[&str] = &[
    "cite",
    "hameau",
    "immeuble",
    "lieu dit",
    "lieudit",
    "lot",
    "lotissement",
    "rce",
    "res",
    "resid",
    "residence",
    "tour",
];

/// Parts of a building, followed by a number or a letter.
pub(super) const DOORS: &[&str] =
    &["appart", "appartement", "appt", "apt", "bat", "ent", "entree", "esc", "escalier", "hall", "porte"];

/// Words after a number that is not an apartment's: "appartement 3 pièces". Months are others: "entrée 3 mai".
pub(super) const ROOMS: &[&str] = &["ch", "chambre", "chambres", "m2", "m²", "p", "piece", "pieces"];

/// Schools and nurseries.
pub(super) const SCHOOLS: &[&str] = &["college", "creche", "ecole", "lycee", "maternelle", "micro creche"];

/// Words between a school and its name.
pub(super) const OF_SCHOOLS: &[&str] = &[
    "elementaire",
    "general",
    "maternelle",
    "primaire",
    "prive",
    "privee",
    "pro",
    "public",
    "publique",
    "saint",
    "sainte",
];

/// Articles between a kind of place and its name.
pub(super) const ARTICLES: &[&str] = &["d", "de", "des", "du", "l", "la", "le", "les"];
