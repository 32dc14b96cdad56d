//! The communes of Hauts-de-France, embedded: code, name, postcodes, département, EPCI.
//!
//! Owns the reference data, its search, and which commune a text certainly means. Neither a postcode nor a name
//! identifies a commune, so a commune is always shown with its département.

mod former;
mod written;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::fold;
use super::value::Insee;

use written::Written;

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

/// Names that a commune had, and those of its parts.
pub fn former_names(insee: &Insee) -> &'static [&'static str] {
    former::of(insee)
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

/// A commune, and the name it was found by if that is not its own: one it had, or one of a part of it.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub commune: &'static Commune,
    pub former: Option<&'static str>,
}

/// The communes that a text may mean.
#[derive(Clone, Debug)]
pub struct Meant {
    pub communes: Vec<Found>,
    /// If there is a single one, it is meant for sure.
    pub is_certain: bool,
}

/// A commune is taken for another of a longer name ("Crépy" for Crépy-en-Valois) if it has so many times fewer
/// inhabitants.
const FAR_LARGER: u32 = 5;

/// What a text means as a whole: by exact name, of today or former, or by code. A département, postcode or second
/// name beside the name decides between communes; if they contradict it, nothing is certain.
pub fn meant(text: &str) -> Meant {
    let written = Written::of(text);
    if written.name.is_empty() {
        let communes = written.code.as_deref().map(of_code).unwrap_or_default();
        return Meant { communes: communes.into_iter().map(Found::own).collect(), is_certain: true };
    }
    let of = |name: &str| exactly(name).filter(|found| written.allows(found.commune)).collect::<Vec<_>>();
    let mut communes = of(&written.name);
    if communes.is_empty() {
        communes = spelled(text, &written).iter().flat_map(|name| of(name)).collect();
    }
    if communes.is_empty() {
        let found = without_article(&written.name).filter(|found| written.allows(found.commune));
        communes = found.collect();
    }
    if let Some(beside) = &written.beside {
        communes.retain(|found| exactly(beside).any(|other| other.commune.insee == found.commune.insee));
    }
    let Some(code) = &written.code else {
        if written.departement.is_none() && written.beside.is_none() {
            add_far_larger(&mut communes, &written.name);
        }
        return Meant { communes, is_certain: true };
    };
    let of_both: Vec<Found> = communes.iter().copied().filter(|found| found.commune.has_code(code)).collect();
    if !of_both.is_empty() {
        return Meant { communes: of_both, is_certain: true };
    }
    if written.is_cedex {
        // The codes of CEDEX are in no list; they begin with the département.
        communes.retain(|found| code.starts_with(found.commune.departement));
        return Meant { is_certain: communes.iter().all(|found| !found.commune.is_overshadowed()), communes };
    }
    communes.extend(of_code(code).into_iter().map(Found::own));
    Meant { communes, is_certain: false }
}

/// Other names that a slash or an "s" may be short for: most are "sur", that of `Marcq/Barœul` is not.
fn spelled(text: &str, written: &Written) -> Vec<String> {
    let is_short = !fold::fold(text).split(' ').any(|word| word == "sur");
    let links = if is_short { &["en", "les", "sous", "a"][..] } else { &[] };
    links.iter().map(|link| written.name.replacen(" sur ", &format!(" {link} "), 1)).collect()
}

/// Adds those of a longer name that are far larger than all of these.
fn add_far_larger(communes: &mut Vec<Found>, name: &str) {
    let Some(largest) = communes.iter().map(|found| found.commune).max_by_key(|commune| commune.population) else {
        return;
    };
    let mut larger: Vec<_> = largest.far_larger(name).map(Found::own).collect();
    larger.sort_by_key(|found| Reverse(found.commune.population));
    communes.extend(larger);
}

/// Communes with exactly that name today, ignoring case and accents; limited to a département if the text
/// ends with one (`Lille (59)`, `Lille 59`).
pub fn named(text: &str) -> Vec<&'static Commune> {
    let written = Written::of(text);
    let own = exactly(&written.name).filter(|found| found.former.is_none() && written.allows(found.commune));
    own.map(|found| found.commune).collect()
}

/// Communes with an INSEE code or postcode; a match on the INSEE code comes first.
pub fn of_code(code: &str) -> Vec<&'static Commune> {
    let by_insee = find(&Insee(code.to_owned()));
    let by_postcode = all().iter().filter(|c| c.postcodes.contains(&code) && c.insee.0 != code);
    by_insee.into_iter().chain(by_postcode).collect()
}

/// Communes that match a partial text, best first, ties by population: by name, by the start of a word
/// in the name, by the start of a code. If nothing matches, names within one typing error.
pub fn search(text: &str, limit: usize) -> Vec<Found> {
    let written = Written::of(text);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rank = |folded: &str, found: Found| {
        if is_digits(&written.name) {
            let is_of = found.former.is_none() && found.commune.codes().any(|code| code.starts_with(&written.name));
            is_of.then_some(fold::MatchRank::Start)
        } else {
            fold::rank(folded, &written.name)
        }
    };
    let fits = |commune: &Commune| {
        written.allows(commune) && written.code.as_deref().is_none_or(|code| commune.has_code(code))
    };
    let mut ranked: Vec<_> = names()
        .filter(|(_, found)| fits(found.commune))
        .filter_map(|(folded, found)| Some((rank(folded, found)?, found)))
        .collect();
    ranked.sort_by_key(|(rank, found)| (*rank, Reverse(found.commune.population), found.former.is_some()));
    let mut ranked: Vec<Found> = ranked.into_iter().map(second).collect();
    if ranked.is_empty() {
        ranked = spelled(text, &written).iter().flat_map(|name| exactly(name)).collect();
    }
    if ranked.is_empty() {
        ranked = names().filter(|(folded, _)| fold::is_near(&written.name, folded)).map(second).collect();
    }
    let mut seen = HashSet::new();
    ranked.into_iter().filter(|found| seen.insert(&found.commune.insee)).take(limit).collect()
}

impl Found {
    const fn own(commune: &'static Commune) -> Self {
        Self { commune, former: None }
    }
}

impl Commune {
    fn codes(&self) -> impl Iterator<Item = &str> {
        self.postcodes.iter().copied().chain([self.insee.0.as_str()])
    }

    fn has_code(&self, code: &str) -> bool {
        self.codes().any(|own| own == code)
    }

    /// Far larger communes whose names begin with this one's.
    fn far_larger(&self, folded_name: &str) -> impl Iterator<Item = &'static Self> {
        let start = format!("{folded_name} ");
        let least = self.population.saturating_mul(FAR_LARGER);
        let longer = names().filter(move |(folded, found)| found.former.is_none() && folded.starts_with(&start));
        longer.map(second).map(|found| found.commune).filter(move |other| other.population >= least)
    }

    fn is_overshadowed(&self) -> bool {
        self.far_larger(&fold::fold_place(self.name)).next().is_some()
    }
}

/// Every name with its commune, today's names first.
pub fn names() -> impl Iterator<Item = (&'static str, Found)> {
    // Folded once, so that a keystroke only folds the query.
    static NAMES: OnceLock<Vec<(String, Found)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let own = all().iter().map(|commune| (fold::fold_place(commune.name), Found::own(commune)));
        let former = former::all().map(|(name, commune)| {
            let found = Found { commune, former: Some(name) };
            (fold::fold_place(name), found)
        });
        own.chain(former).collect()
    });
    names.iter().map(|(folded, found)| (folded.as_str(), *found))
}

fn exactly(folded_name: &str) -> impl Iterator<Item = Found> {
    names().filter(move |(folded, _)| *folded == folded_name).map(second)
}

/// Names that are the same but for an article within: `Condé s/ Escaut`. Not at the start: La Neuville is not Neuville.
fn without_article(folded_name: &str) -> impl Iterator<Item = Found> {
    let is_told = |(place, word): &(usize, &str)| *place == 0 || !matches!(*word, "l" | "la" | "le");
    let told = move |name: &'static str| name.split(' ').enumerate().filter(is_told).map(|(_, word)| word);
    let typed: Vec<String> =
        folded_name.split(' ').enumerate().filter(is_told).map(|(_, word)| word.to_owned()).collect();
    names().filter(move |(folded, _)| told(folded).eq(typed.iter().map(String::as_str))).map(second)
}

fn second<A, B>((_, b): (A, B)) -> B {
    b
}
