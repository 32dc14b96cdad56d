//! The communes of Hauts-de-France, embedded: code, name, postcodes, département, EPCI.
//!
//! Owns the reference data and how it is searched. A postcode is no key and some names stand
//! for several communes, so whoever shows a commune shows its département.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::value::Insee;

/// A commune of the reference data.
#[derive(Debug)]
pub struct Commune {
    /// INSEE code.
    pub insee: Insee,
    /// Name.
    pub name: &'static str,
    /// Postcodes that it shares with others.
    pub postcodes: Vec<&'static str>,
    /// Inhabitants.
    pub population: u32,
    /// Département code.
    pub departement: &'static str,
    /// SIREN code of its EPCI; empty where it has none.
    pub epci: &'static str,
    /// Name of its EPCI.
    pub epci_name: &'static str,
}

/// Every commune, by INSEE code.
pub fn all() -> &'static [Commune] {
    static ALL: OnceLock<Vec<Commune>> = OnceLock::new();
    ALL.get_or_init(|| {
        include_str!("../../assets/communes-hauts-de-france.csv").lines().skip(1).filter_map(read).collect()
    })
}

fn read(line: &'static str) -> Option<Commune> {
    let mut fields = line.split(';');
    Some(Commune {
        insee: Insee(fields.next()?.to_owned()),
        name: fields.next()?,
        postcodes: fields.next()?.split([',', ' ']).filter(|code| !code.is_empty()).collect(),
        population: fields.next()?.parse().ok()?,
        departement: fields.next()?,
        epci: fields.next()?,
        epci_name: fields.next()?,
    })
}

/// The commune of an INSEE code.
pub fn find(insee: &Insee) -> Option<&'static Commune> {
    static PLACES: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    let places =
        PLACES.get_or_init(|| all().iter().enumerate().map(|(place, c)| (c.insee.0.as_str(), place)).collect());
    places.get(insee.0.as_str()).map(|place| &all()[*place])
}

/// The name of an EPCI.
pub fn epci_name(code: &str) -> Option<&'static str> {
    all().iter().find(|commune| commune.epci == code).map(|commune| commune.epci_name)
}
