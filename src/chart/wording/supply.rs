//! The words of needs against opportunities: bars by type, a matrix of gaps, a map of tiles.
//!
//! All three show one release, which decided what is published: nothing here reads a number that is not.

use crate::domain::commune;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Level, Location, NeedsCell, PlaceKey, Release, Wish};
use crate::words::{Words, choice_key};

use super::claim::{Lead, lead};
use crate::chart::layout::diverging;
use crate::chart::layout::page::{Captions, ChartPage};
use crate::chart::layout::sheet::{self, Sheet};
use crate::chart::layout::tiles::{self, Tile, TileBlock};
use crate::chart::scene::{ColourRole, Counted, Scene, Shown};

pub fn needs(page: &ChartPage, release: &Release, size: (f32, f32)) -> Scene {
    let words = page.words;
    let row = |wish: Option<Wish>| {
        let name = wish.map_or_else(|| words.text("needs-all").to_owned(), |wish| wish_name(wish, words));
        let cell = release.cell((wish, None))?;
        let n = |gap: i64| usize::try_from(gap.unsigned_abs()).unwrap_or(usize::MAX);
        let gap = match cell.gap() {
            gap @ ..0 => words.say(&Message::new("needs-missing").count("n", n(gap))),
            gap @ 1.. => words.say(&Message::new("needs-left").count("n", n(gap))),
            0 => String::new(),
        };
        Some(diverging::DivergingRow {
            needs: waiting(cell, &name, words),
            offers: on_offer(cell, &name, words),
            name,
            gap,
        })
    };
    // Where types are not published, there is a single row.
    let wishes = release.wishes.iter().map(|wish| Some(*wish)).chain(release.wishes.is_empty().then_some(None));
    let rows: Vec<diverging::DivergingRow> = wishes.filter_map(row).collect();
    let all = release.cell((None, None)).cloned().unwrap_or_default();
    let missing = release.wishes.iter().filter_map(|wish| Some((-release.cell((Some(*wish), None))?.gap(), *wish)));
    let worst = match lead(missing.filter(|(_, wish)| *wish != Wish::Unknown), release.within()) {
        Lead::One(missing, wish) if missing > 0 => Some(wish),
        _ => None,
    };
    let title = Message::new(if worst.is_some() { "needs-title-missing" } else { "needs-title" })
        .count("needs", all.waiting as usize)
        .count("offers", all.offers.n())
        .text("type", worst.map(|wish| wish_name(wish, words)).unwrap_or_default());
    diverging::scene(page, &rows, &captions(release, words, (words.say(&title), "needs-rule")), size)
}

/// The finding where no type or place stands out.
fn in_all(release: &Release) -> Message {
    let all = release.cell((None, None)).cloned().unwrap_or_default();
    Message::new("needs-title").count("needs", all.waiting as usize).count("offers", all.offers.n())
}

pub fn matrix(page: &ChartPage, release: &Release, size: (f32, f32)) -> Scene {
    let words = page.words;
    let total = words.text("matrix-all").to_owned();
    let heads = [words.text("tiles-column").to_owned()].into_iter();
    let heads = heads.chain(release.wishes.iter().map(|wish| wish_name(*wish, words))).chain([total.clone()]).collect();
    let places = release.places.iter().map(|place| (Some(*place), place_name(*place, words)));
    let row = |(place, name): (Option<PlaceKey>, String)| {
        let cells = release.wishes.iter().map(|wish| Some(*wish)).chain([None]).map(|wish| {
            let of = wish.map_or_else(|| name.clone(), |wish| format!("{}, {name}", wish_name(wish, words)));
            // Types and places are published separately: there is no figure for one within the other.
            let is_unpublished = release.level == Level::Apart && wish.is_some() && place.is_some();
            gap(release.cell((wish, place)), is_unpublished, &of, words)
        });
        sheet::SheetRow { cells: cells.collect(), is_total: place.is_none(), name }
    };
    let rows: Vec<sheet::SheetRow> = places.chain([(None, total.clone())]).map(row).collect();
    let rows = if release.cell((None, None)).is_none() { Vec::new() } else { rows };
    let gaps = release.places.iter().flat_map(|place| release.wishes.iter().map(move |wish| (*wish, *place)));
    let worst = gaps
        // Women who may live anywhere, or of whom nothing is noted, are missing in no particular place.
        .filter(|(_, place)| place.departement().is_some())
        .filter_map(|(wish, place)| Some((-release.cell((Some(wish), Some(place)))?.gap(), (wish, place))));
    let title = match lead(worst, release.within()) {
        Lead::One(missing @ 1.., (wish, place)) => Message::new("matrix-title-worst")
            .count("n", missing.unsigned_abs() as usize)
            .text("type", wish_name(wish, words))
            .text("place", place_name(place, words)),
        _ => in_all(release),
    };
    let captions = captions(release, words, (words.say(&title), "matrix-rule"));
    sheet::scene(page, &Sheet { heads, rows }, (&captions, "needs-empty"), size)
}

/// One tile per place.
pub fn map(page: &ChartPage, release: &Release, size: (f32, f32)) -> Scene {
    let words = page.words;
    let tile = |place: PlaceKey| {
        let name = place_name(place, words);
        let cell = release.cell((None, Some(place)))?;
        Some(Tile { needs: waiting(cell, &name, words), offers: on_offer(cell, &name, words), name })
    };
    let at = |code: Option<&str>| {
        code.and_then(|code| commune::TILES.iter().find(|(known, _)| *known == code)).map(|(_, at)| *at)
    };
    let mut blocks: Vec<TileBlock> = Vec::new();
    for place in &release.places {
        let Some(tile) = tile(*place) else { continue };
        match *place {
            PlaceKey::Departement(code) => {
                blocks.push(TileBlock { heading: String::new(), at: at(code), tiles: vec![tile] });
            }
            PlaceKey::Location(location) => {
                let heading = place_name(PlaceKey::Departement(location.departement), words);
                match blocks.iter_mut().find(|block| block.heading == heading) {
                    Some(block) => block.tiles.push(tile),
                    None => blocks.push(TileBlock { heading, at: None, tiles: vec![tile] }),
                }
            }
        }
    }
    if let (true, Some(cell)) = (blocks.is_empty(), release.cell((None, None))) {
        let name = words.text("tiles-region").to_owned();
        let tile = Tile { needs: waiting(cell, &name, words), offers: on_offer(cell, &name, words), name };
        blocks.push(TileBlock { heading: String::new(), at: Some((0, 0)), tiles: vec![tile] });
    }
    let most = release.places.iter().filter(|place| place.departement().is_some());
    let most = most.filter_map(|place| Some((i64::from(release.cell((None, Some(*place)))?.waiting), *place)));
    let title = match lead(most, release.within()) {
        Lead::One(n @ 1.., place) => Message::new("tiles-title-most")
            .count("n", n.unsigned_abs() as usize)
            .text("place", place_name(place, words)),
        Lead::Two(n @ 1.., first, second) => Message::new("tiles-title-two")
            .count("n", n.unsigned_abs() as usize)
            .text("first", place_name(first, words))
            .text("second", place_name(second, words)),
        _ => in_all(release),
    };
    tiles::scene(page, &blocks, &captions(release, words, (words.say(&title), "tiles-rule")), size)
}

/// The texts around the chart: the finding and the counting rule, then notes on the level of detail, the rounding and its
/// day, and the number of women.
fn captions(release: &Release, words: &Words, (title, rule): (String, &str)) -> Captions {
    let is_whole = match rule {
        "needs-rule" => release.wishes.is_empty(),
        "tiles-rule" => release.places.is_empty(),
        _ => release.level == Level::Total,
    };
    let level = match release.level {
        Level::Epci => "level-exact",
        _ if !release.is_published => "level-unpublished",
        _ if is_whole => "level-total",
        Level::Apart | Level::Total => "level-apart",
    };
    let base = release.base.unwrap_or_default() as usize;
    let mut notes = vec![words.say(&Message::new(level).count("n", base))];
    if !release.is_of_day {
        notes.push(words.say(&Message::new("release-day").date("day", release.day)));
    }
    let women = release.cell((None, None)).map_or(0, |cell| cell.waiting as usize);
    notes.push(words.say(&Message::new("chart-n-waiting").count("n", women)));
    Captions { title, rule: words.text(rule).to_owned(), notes }
}

fn waiting(cell: &NeedsCell, name: &str, words: &Words) -> Shown {
    let counted = counted(("counted-waiting", Because::Waiting), TableId::Relocations, &cell.needs.rows, name, words);
    Shown { n: cell.waiting as usize, rows: Some(counted).filter(|counted| !counted.rows.is_empty()) }
}

fn on_offer(cell: &NeedsCell, name: &str, words: &Words) -> Counted {
    counted(("counted-offers", Because::Rules), TableId::Units, &cell.offers.rows, name, words)
}

/// Rows with their title.
pub(in crate::chart) fn counted(
    (key, because): (&'static str, Because),
    table: TableId,
    rows: &[RowId],
    name: &str,
    words: &Words,
) -> Counted {
    let title = words.say(&Message::new(key).text("name", name).count("n", rows.len()));
    Counted { title, table, rows: rows.to_vec(), because, beside: None }
}

/// A gap as a cell: orange where units are missing, blue where some are left over.
fn gap(cell: Option<&NeedsCell>, is_unpublished: bool, name: &str, words: &Words) -> sheet::SheetCell {
    let nothing = NeedsCell::default();
    let cell = match cell {
        _ if is_unpublished => return sheet::SheetCell::words(""),
        Some(cell) => cell,
        None => &nothing,
    };
    let gap = cell.gap();
    let waits = cell.waiting as usize;
    let title = Message::new("counted-gap").text("name", name).count("needs", waits).count("offers", cell.offers.n());
    let offers = on_offer(cell, name, words);
    let both = match waiting(cell, name, words).rows {
        Some(needs) => needs.with(offers),
        None => offers,
    };
    let text = match gap {
        0 if waits == 0 && cell.offers.n() == 0 => "·".to_owned(),
        1.. => format!("+{}", words.number(gap)),
        _ => words.number(gap),
    };
    let shade = match gap {
        ..0 => Some(ColourRole::OppositePale),
        0 => None,
        1.. => Some(ColourRole::Pipeline),
    };
    let shown = sheet::SheetCell { text, shade, ..sheet::SheetCell::number(gap, words) };
    shown.counting(Counted { title: words.say(&title), ..both })
}

fn wish_name(wish: Wish, words: &Words) -> String {
    let key = match wish {
        Wish::One(dwelling) => choice_key("dwelling", dwelling.key()),
        Wish::Small => "wish-small".to_owned(),
        Wish::Large => "wish-large".to_owned(),
        Wish::Unknown => "wish-none".to_owned(),
    };
    words.text(&key).to_owned()
}

pub(in crate::chart) fn place_name(place: PlaceKey, words: &Words) -> String {
    let departement = |code: &str| commune::departement_name(code).unwrap_or(code).to_owned();
    match place {
        PlaceKey::Departement(Some(code)) | PlaceKey::Location(Location { departement: Some(code), epci: None }) => {
            let name = departement(code);
            if matches!(place, PlaceKey::Location(_)) {
                words.say(&Message::new("place-whole").text("name", name))
            } else {
                name
            }
        }
        PlaceKey::Location(Location { epci: Some(code), .. }) => commune::epci_name(code).unwrap_or(code).to_owned(),
        PlaceKey::Departement(None) | PlaceKey::Location(_) => words.text("place-none").to_owned(),
    }
}
