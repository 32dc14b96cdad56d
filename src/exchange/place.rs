//! Typed places: communes, and lists of territories from a département down to a sector.
//!
//! Owns which places are accepted without a question. The reference data is in `domain::commune`.

use std::sync::OnceLock;

use crate::domain::commune::{self, Commune, DEPARTEMENTS, Found, Meant};
use crate::domain::fold::{MatchRank, fold, fold_place, rank};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::sector::Sector;
use crate::domain::value::{Territory, Value};
use crate::words::Words;

use super::parsed::{Entry, EntryContext, EntryError, Suggestion, last_part, of_offers};
use super::show;

/// Separates the places of a list; a name may have a comma itself.
pub(super) const SEPARATORS: [char; 3] = [';', ',', '/'];
/// Maximum number of similar names suggested.
const NEAR: usize = 12;

/// Parses a commune. An exact name, of today or former, a name with its département or postcode, or the code of a
/// single commune is accepted; anything else prompts a question.
pub(super) fn commune(text: &str) -> Entry {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Spreadsheets drop the leading zero of 02100.
        let padded = format!("{text:0>5}");
        return of_offers(offers(commune::meant(&padded).communes), true, EntryError::NoSuchCommune);
    }
    let Meant { communes, is_certain } = commune::meant(text);
    if !communes.is_empty() {
        return of_offers(offers(communes), is_certain, EntryError::NoSuchCommune);
    }
    of_offers(offers(commune::search(text, NEAR)), false, EntryError::NoSuchCommune)
}

/// The commune of today for a text that names it by one it had, or by a part of it: `Lomme → Lille (59)`.
pub(super) fn renamed(text: &str) -> Option<String> {
    let Meant { communes, is_certain } = commune::meant(text);
    let former = communes.first().filter(|_| is_certain)?.former?;
    communes.first().map(|found| format!("{former} → {}", found.commune.label()))
}

/// Other names that the commune of a value is looked for by.
pub(super) fn other_names(value: &Value) -> &'static [&'static str] {
    match value {
        Value::Commune(insee) => commune::former_names(insee),
        _ => &[],
    }
}

/// Communes that match a partial text.
pub(super) fn suggest_communes(text: &str, limit: usize) -> Vec<Suggestion> {
    offers(commune::search(text, limit))
}

fn offers(communes: Vec<Found>) -> Vec<Suggestion> {
    let offer = |Found { commune, former }: Found| Suggestion {
        detail: former.unwrap_or_default().to_owned(),
        ..Suggestion::new(Value::Commune(commune.insee.clone()), commune.label())
    };
    communes.into_iter().map(offer).collect()
}

/// Parses a list of territories. The first ambiguous part prompts a question; each
/// suggestion includes the other parts.
///
/// The places a woman wants are seldom as narrow as a commune, so a bare commune name is asked about: the territories
/// around it first. `Lille (59)` is the commune.
pub(super) fn territories(text: &str, context: &EntryContext) -> Entry {
    let mut places: Vec<Territory> = Vec::new();
    let parts = parts(text, context);
    for (at, part) in parts.iter().enumerate() {
        let found = candidates(part, context);
        let exact: Vec<_> =
            found.iter().filter(|(rank, _)| *rank == MatchRank::Exact).map(|(_, place)| place.clone()).collect();
        let place = match (exact.as_slice(), found.as_slice()) {
            ([only], _) => only.clone(),
            ([], []) => return Entry::Error(EntryError::NoSuchPlace),
            _ => {
                let choices =
                    if exact.is_empty() { found.into_iter().map(|(_, place)| place).collect() } else { exact };
                let others: Vec<_> = parts[at + 1..].iter().filter_map(|part| only(part, context)).collect();
                return Entry::Ask(with_each(&places, choices, &others, context));
            }
        };
        add(&mut places, place);
    }
    Entry::Value(list(places))
}

/// Completions for the next item of a list.
pub(super) fn suggest_next(text: &str, context: &EntryContext) -> Vec<Suggestion> {
    let (settled, typed) = last_part(text, &SEPARATORS);
    let settled: Vec<_> = parts(settled, context).into_iter().filter_map(|part| only(part, context)).collect();
    let mut found = if typed.is_empty() {
        all(context).into_iter().map(|(_, p)| (MatchRank::Start, p)).collect()
    } else {
        candidates(typed, context)
    };
    found.sort_by_key(|(rank, _)| *rank);
    let next = found.into_iter().map(|(_, place)| place).filter(|place| !settled.contains(place)).collect();
    with_each(&settled, next, &[], context)
}

/// The names in a list: by semicolons, and where that is no name also by commas, slashes, “ou” and “et”.
fn parts<'a>(text: &'a str, context: &EntryContext) -> Vec<&'a str> {
    let full = |part: &&'a str| !part.is_empty();
    let all = all(context);
    // The name of a commune never has one of these.
    let is_one = |part: &str| {
        let query = fold_place(part);
        all.iter().any(|(names, _)| best(names, &query).is_some())
    };
    let named = |part: &'a str| -> Vec<&'a str> {
        if is_one(part) {
            return vec![part];
        }
        let names = part.split(SEPARATORS).flat_map(|part| part.split(" ou ")).flat_map(|part| part.split(" et "));
        names.map(str::trim).filter(full).collect()
    };
    text.split(';').map(str::trim).filter(full).flat_map(named).collect()
}

/// The first name of a list that may mean several places.
pub(super) fn unclear<'a>(text: &'a str, context: &EntryContext) -> Option<&'a str> {
    parts(text, context).into_iter().find(|part| only(part, context).is_none())
}

fn with_each(
    before: &[Territory],
    choices: Vec<Territory>,
    after: &[Territory],
    context: &EntryContext,
) -> Vec<Suggestion> {
    choices
        .into_iter()
        .map(|choice| {
            let label = show::territory(&choice, context.reader, context.words);
            let mut places = before.to_vec();
            add(&mut places, choice);
            for place in after {
                add(&mut places, place.clone());
            }
            Suggestion::new(list(places), label)
        })
        .collect()
}

fn add(places: &mut Vec<Territory>, place: Territory) {
    if !places.contains(&place) {
        places.push(place);
    }
}

fn list(places: Vec<Territory>) -> Value {
    if places.is_empty() { Value::Empty } else { Value::Territories(places) }
}

/// The territory with exactly that name, if there is only one.
fn only(text: &str, context: &EntryContext) -> Option<Territory> {
    let mut exact = candidates(text.trim(), context).into_iter().filter(|(rank, _)| *rank == MatchRank::Exact);
    let (_, place) = exact.next()?;
    exact.next().is_none().then_some(place)
}

/// Territories that match a text; for the name of a commune, its sectors, its EPCI and itself.
fn candidates(text: &str, context: &EntryContext) -> Vec<(MatchRank, Territory)> {
    let query = fold_place(text);
    let mut found: Vec<_> =
        all(context).into_iter().filter_map(|(names, place)| Some((best(&names, &query)?, place))).collect();
    if text.ends_with(')')
        && found.is_empty()
        && let [commune] = commune::named(text).as_slice()
    {
        return vec![(MatchRank::Exact, Territory::Commune(commune.insee.clone()))];
    }
    if found.iter().all(|(rank, _)| *rank != MatchRank::Exact) {
        for Found { commune, .. } in commune::meant(text).communes {
            let around = sectors(context.reader).filter(|(row, _)| holds(*row, commune, context.reader));
            let around =
                around.map(|(row, _)| Territory::Sector(row)).chain([Territory::Epci(commune.epci.to_owned())]);
            for place in around {
                if !found.iter().any(|(_, known)| *known == place) {
                    found.push((MatchRank::Words, place));
                }
            }
            // The narrowest last.
            found.push((MatchRank::Words, Territory::Commune(commune.insee.clone())));
        }
    }
    found
}

fn best(names: &[String], query: &str) -> Option<MatchRank> {
    names.iter().filter_map(|name| rank(name, query)).min()
}

/// All territories except communes, the widest first, with their folded names.
fn all(context: &EntryContext) -> Vec<(Vec<String>, Territory)> {
    let anywhere = [context.words.text("place-anywhere"), "partout", "anywhere"].map(fold).to_vec();
    let mut all = vec![(anywhere, Territory::Anywhere)];
    all.extend(DEPARTEMENTS.iter().map(|(code, name)| {
        (
            vec![fold(name), (*code).to_owned(), fold(&format!("{name} ({code})"))],
            Territory::Departement((*code).to_owned()),
        )
    }));
    all.extend(sectors(context.reader).map(|(row, name)| (vec![fold_place(&name)], Territory::Sector(row))));
    all.extend(epcis().iter().cloned());
    all
}

/// EPCI with their folded names and initials (`MEL`), by name.
fn epcis() -> &'static [(Vec<String>, Territory)] {
    static EPCIS: OnceLock<Vec<(Vec<String>, Territory)>> = OnceLock::new();
    EPCIS.get_or_init(|| {
        let mut epcis: Vec<(&str, &str)> = commune::all().iter().map(|c| (c.epci_name, c.epci)).collect();
        epcis.retain(|(_, code)| !code.is_empty());
        epcis.sort_unstable();
        epcis.dedup();
        let names = |name: &str| {
            let folded = fold_place(name);
            let initials =
                folded.split(' ').filter(|word| word.len() > 2).filter_map(|word| word.chars().next()).collect();
            vec![folded, initials]
        };
        epcis.into_iter().map(|(name, code)| (names(name), Territory::Epci(code.to_owned()))).collect()
    })
}

fn sectors(reader: &dyn Reader) -> impl Iterator<Item = (RowId, String)> + '_ {
    reader.rows(TableId::Sectors).into_iter().filter_map(|row| match sector(row, Sector::KEYS.name, reader)? {
        Value::Text(name) => Some((row, name)),
        _ => None,
    })
}

fn holds(row: RowId, commune: &Commune, reader: &dyn Reader) -> bool {
    let Some(Value::Territories(places)) = sector(row, Sector::KEYS.communes, reader) else { return false };
    places.iter().any(|place| match place {
        Territory::Anywhere => true,
        Territory::Departement(code) => code == commune.departement,
        Territory::Epci(code) => code == commune.epci,
        Territory::Commune(insee) => *insee == commune.insee,
        Territory::Sector(_) => false,
    })
}

fn sector(row: RowId, column: ColumnKey, reader: &dyn Reader) -> Option<Value> {
    reader.read(CellRef { table: TableId::Sectors, row, column })
}

/// The name of the whole region.
pub(super) fn anywhere(words: &Words) -> String {
    words.text("place-anywhere").to_owned()
}
