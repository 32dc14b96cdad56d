//! The layout of a tile map: one tile per place, roughly where it is, with needs and offers.
//!
//! Tiles have equal size because a large territory is not a large need. Départements are placed as on a map,
//! the EPCI of each in rows under its name.

use crate::domain::message::Message;
use crate::theme::size;

use super::frame::{GAP, MARGIN, line};
use super::page::{Captions, ChartPage, LABEL_LINE, lines_height, wrapped};
use crate::chart::scene::{
    Area, ChartTable, ColourRole, Counted, Scene, Shown, Subject, TableEntry, TableRow, Text, Weight,
};
use crate::chart::text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    pub name: String,
    /// Women waiting.
    pub needs: Shown,
    pub offers: Counted,
}

/// Tiles with a common heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileBlock {
    /// Empty where the block is a single tile.
    pub heading: String,
    /// Column and row on the map; `None` for a tile below it.
    pub at: Option<(u8, u8)>,
    pub tiles: Vec<Tile>,
}

const TILE: (f32, f32) = (150.0, 74.0);
const GUTTER: f32 = 8.0;
const HEADING: f32 = 26.0;

pub fn scene(page: &ChartPage, blocks: &[TileBlock], captions: &Captions, size: (f32, f32)) -> Scene {
    let (mut scene, begun) = page.begin(size, captions, table(page, blocks));
    if blocks.is_empty() {
        let bottom = page.empty(&mut scene, begun.top, "needs-empty");
        return page.end(scene, &begun, bottom);
    }
    let is_map = blocks.iter().all(|block| block.heading.is_empty() && block.tiles.len() == 1);
    let bottom =
        if is_map { map(&mut scene, page, blocks, begun.top) } else { lists(&mut scene, page, blocks, begun.top) };
    page.end(scene, &begun, bottom)
}

/// One tile per département, in its place on the map.
fn map(scene: &mut Scene, page: &ChartPage, blocks: &[TileBlock], top: f32) -> f32 {
    let columns = blocks.iter().filter_map(|block| block.at).map(|(x, _)| x + 1).max().unwrap_or(1);
    let inner = scene.width - 2.0 * MARGIN;
    let width = ((inner - GUTTER * f32::from(columns - 1)) / f32::from(columns)).min(240.0);
    let height = tallest(blocks.iter().flat_map(|block| &block.tiles), width);
    let below = blocks.iter().filter_map(|block| block.at).map(|(_, y)| y + 1).max().unwrap_or(0);
    let mut bottom = top;
    let mut extra = 0_u8;
    for block in blocks {
        let (x, y) = block.at.unwrap_or_else(|| {
            extra += 1;
            ((extra - 1) % columns, below + (extra - 1) / columns)
        });
        for tile in &block.tiles {
            let area = Area::new(
                (MARGIN + f32::from(x) * (width + GUTTER)).round(),
                top + f32::from(y) * (height + GUTTER),
                width,
                height,
            );
            draw(scene, page, tile, area);
            bottom = bottom.max(area.bottom());
        }
    }
    bottom
}

/// The tiles of each département in rows, département after département.
fn lists(scene: &mut Scene, page: &ChartPage, blocks: &[TileBlock], top: f32) -> f32 {
    let inner = scene.width - 2.0 * MARGIN;
    let across = ((inner + GUTTER) / (TILE.0 + GUTTER)).floor().max(1.0);
    let width = (inner + GUTTER) / across - GUTTER;
    let height = tallest(blocks.iter().flat_map(|block| &block.tiles), width);
    let mut y = top;
    for block in blocks {
        let words = text::fit(&block.heading, size::CHART_LABEL, Weight::SemiBold, inner);
        let at = line(MARGIN, text::centred(y + HEADING / 2.0, size::CHART_LABEL), size::CHART_LABEL, &words);
        scene.text(Text { weight: Weight::SemiBold, ..at }, ColourRole::Ink, None);
        y += HEADING;
        for row in block.tiles.chunks(across as usize) {
            for (place, tile) in row.iter().enumerate() {
                draw(
                    scene,
                    page,
                    tile,
                    Area::new((MARGIN + place as f32 * (width + GUTTER)).round(), y, width, height),
                );
            }
            y += height + GUTTER;
        }
        y += GAP;
    }
    y - GAP - GUTTER
}

/// The tile height that fits the longest name.
fn tallest<'a>(tiles: impl Iterator<Item = &'a Tile>, width: f32) -> f32 {
    let lines = tiles.map(|tile| wrapped(&tile.name, Weight::Regular, width - 2.0 * GAP).len()).max().unwrap_or(1);
    (lines_height(lines) + 46.0).max(TILE.1)
}

/// Name, women waiting, units on offer.
fn draw(scene: &mut Scene, page: &ChartPage, tile: &Tile, area: Area) {
    let (needs, offers) = (tile.needs.n, tile.offers.rows.len());
    // Orange where units are missing.
    let shade = if needs > offers { ColourRole::OppositePale } else { ColourRole::Pipeline };
    let count = |scene: &mut Scene, counted: Option<&Counted>| {
        counted.filter(|counted| !counted.rows.is_empty()).map(|counted| scene.count(counted.clone()))
    };
    let waiting = count(scene, tile.needs.rows.as_ref());
    let open = count(scene, Some(&tile.offers));
    scene.rect(area, shade, waiting);
    let mut put = |words: &str, (x, y): (f32, f32), (size, weight): (f32, Weight), subject: Option<Subject>| {
        let at = line(x, text::centred(y, size), size, words);
        scene.text(Text { weight, ..at }, ColourRole::Ink, subject);
    };
    let left = area.x + GAP;
    for (place, words) in wrapped(&tile.name, Weight::Regular, area.width - 2.0 * GAP).iter().enumerate() {
        put(words, (left, area.y + 15.0 + place as f32 * LABEL_LINE), (size::CHART_LABEL, Weight::Regular), waiting);
    }
    let middle = area.bottom() - 20.0;
    let (number, big) = (page.words.count(needs), size::CHART_TITLE);
    put(&number, (left, middle), (big, Weight::SemiBold), waiting);
    let x = left + text::width(&number, big, Weight::SemiBold) + GAP;
    let words = page.words.say(&Message::new("tiles-offers").count("n", offers));
    let words = text::fit(&words, size::CAPTION, Weight::Regular, area.right() - GAP - x).into_owned();
    put(&words, (x, middle), (size::CAPTION, Weight::Regular), open);
}

fn table(page: &ChartPage, blocks: &[TileBlock]) -> ChartTable {
    let columns = ["tiles-column", "needs-head", "offers-head"].map(|key| page.words.text(key).to_owned()).to_vec();
    let n = |n: usize| TableEntry::from(u32::try_from(n).ok());
    let rows = blocks.iter().flat_map(|block| &block.tiles).map(|tile| TableRow {
        landlord: None,
        name: tile.name.clone(),
        values: vec![n(tile.needs.n), n(tile.offers.rows.len())],
    });
    ChartTable { columns, rows: rows.collect() }
}
