//! The communes of Hauts-de-France, embedded: code, name, postcodes, département, EPCI.
//!
//! Owns the reference data and its search. Neither a postcode nor a name identifies a commune, so a
//! commune is always shown with its département.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::fold;
use super::value::Insee;

/// A commune in the reference data.
#[derive(Debug)]
pub struct Commune {
    pub insee: Insee,
    pub name: &'static str,
    /// Postcodes; other communes may share them.
    pub postcodes: Vec<&'static str>,
    pub population: u32,
    /// Département code.
    pub departement: &'static str,
    /// SIREN code of its EPCI; empty where it has none.
    pub epci: &'static str,
    pub epci_name: &'static str,
}

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

pub fn find(insee: &Insee) -> Option<&'static Commune> {
    static PLACES: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    let places =
        PLACES.get_or_init(|| all().iter().enumerate().map(|(place, c)| (c.insee.0.as_str(), place)).collect());
    places.get(insee.0.as_str()).map(|place| &all()[*place])
}

pub fn epci_name(code: &str) -> Option<&'static str> {
    epci(code).map(|epci| epci.name)
}

/// An intercommunal body (EPCI) that groups communes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epci {
    pub code: &'static str,
    pub name: &'static str,
    /// The département where most of its inhabitants live.
    pub departement: &'static str,
}

pub fn epci(code: &str) -> Option<&'static Epci> {
    static ALL: OnceLock<HashMap<&'static str, Epci>> = OnceLock::new();
    let epci = ALL.get_or_init(|| {
        let mut inhabitants: HashMap<(&str, &str), u64> = HashMap::new();
        for commune in all() {
            *inhabitants.entry((commune.epci, commune.departement)).or_default() += u64::from(commune.population);
        }
        let most = |code: &str| inhabitants.iter().filter(|((of, _), _)| *of == code).max_by_key(|(_, n)| **n);
        let of = |commune: &Commune| {
            let departement = most(commune.epci).map_or(commune.departement, |((_, departement), _)| departement);
            Epci { code: commune.epci, name: commune.epci_name, departement }
        };
        let mut epci = HashMap::new();
        for commune in all().iter().filter(|commune| !commune.epci.is_empty()) {
            epci.entry(commune.epci).or_insert_with(|| of(commune));
        }
        epci
    });
    epci.get(code)
}

/// The name of a département, by code.
pub fn departement_name(code: &str) -> Option<&'static str> {
    DEPARTEMENTS.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Départements in the reference data: code and name.
pub const DEPARTEMENTS: [(&str, &str); 5] =
    [("02", "Aisne"), ("59", "Nord"), ("60", "Oise"), ("62", "Pas-de-Calais"), ("80", "Somme")];

/// Position of each département on a tile map: code, then column and row.
pub const TILES: [(&str, (u8, u8)); 5] =
    [("62", (0, 0)), ("59", (1, 0)), ("80", (0, 1)), ("02", (1, 1)), ("60", (0, 2))];

impl Commune {
    /// Name with département, which is unique: `Lille (59)`.
    pub fn label(&self) -> String {
        format!("{} ({})", self.name, self.departement)
    }
}

/// Communes with exactly that name, ignoring case and accents; limited to a département if the text
/// ends with one (`Lille (59)`, `Lille 59`).
pub fn named(text: &str) -> Vec<&'static Commune> {
    let (name, departement) = query(text);
    folded()
        .filter(|(folded, c)| *folded == name && departement.is_none_or(|d| d == c.departement))
        .map(second)
        .collect()
}

/// Communes with an INSEE code or postcode; a match on the INSEE code comes first.
pub fn of_code(code: &str) -> Vec<&'static Commune> {
    let by_insee = find(&Insee(code.to_owned()));
    let by_postcode = all().iter().filter(|c| c.postcodes.contains(&code) && c.insee.0 != code);
    by_insee.into_iter().chain(by_postcode).collect()
}

/// Communes that match a partial text, best first, ties by population: by name, by the start of a word
/// in the name, by the start of a code. If nothing matches, names within one typing error.
pub fn search(text: &str, limit: usize) -> Vec<&'static Commune> {
    let (name, departement) = query(text);
    let is_code = !name.is_empty() && name.chars().all(|c| c.is_ascii_digit());
    let rank = |folded: &str, c: &Commune| {
        if is_code {
            let is_of = c.insee.0.starts_with(&name) || c.postcodes.iter().any(|code| code.starts_with(&name));
            is_of.then_some(fold::MatchRank::Start)
        } else {
            fold::rank(folded, &name)
        }
    };
    let mut found: Vec<_> = folded()
        .filter(|(_, c)| departement.is_none_or(|d| d == c.departement))
        .filter_map(|(folded, c)| Some((rank(folded, c)?, c)))
        .collect();
    found.sort_by_key(|(rank, c)| (*rank, Reverse(c.population)));
    if found.is_empty() {
        found.extend(
            folded().filter(|(folded, _)| fold::is_near(&name, folded)).map(|(_, c)| (fold::MatchRank::Words, c)),
        );
    }
    found.into_iter().map(second).take(limit).collect()
}

/// The folded name in a query, and its département if it has one.
fn query(text: &str) -> (String, Option<&'static str>) {
    let folded = fold::fold_place(text);
    let (name, code) = match folded.split_once('(') {
        Some((name, code)) => (name.trim_end(), code.trim_end_matches(')').trim()),
        None => folded.rsplit_once(' ').unwrap_or((&folded, "")),
    };
    match DEPARTEMENTS.iter().find(|(known, _)| *known == code) {
        Some((known, _)) => (name.to_owned(), Some(known)),
        None if folded.contains('(') => (name.to_owned(), None),
        None => (folded, None),
    }
}

/// Every commune with its folded name, computed once so that a keystroke only folds the query.
fn folded() -> impl Iterator<Item = (&'static str, &'static Commune)> {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| all().iter().map(|commune| fold::fold_place(commune.name)).collect());
    names.iter().map(String::as_str).zip(all())
}

fn second<A, B>((_, b): (A, B)) -> B {
    b
}
