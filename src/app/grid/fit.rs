//! The width that fits a column to its header and to the texts of the shown rows.

use egui::{FontId, Ui};

use crate::app::style::{colour, palette, regular, semibold};
use crate::domain::schema::ColumnKey;
use crate::exchange::show;
use crate::theme::size;

use super::paint::PADDING;
use super::view::GridView;

/// Maximum width: notes are read on the card.
const WIDEST: f32 = 480.0;
/// Space for the sort sign.
const SIGN: f32 = 20.0;
/// How many texts are measured: those with the most characters.
const MEASURED: usize = 64;

/// In points.
pub fn width(ui: &Ui, view: &GridView, column: ColumnKey) -> f32 {
    let sheet = view.grid.sheet();
    let Some(info) = sheet.column(column) else { return 0.0 };
    let ink = colour(palette(ui).ink);
    let measure = |text: &str, font: FontId| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.replace('\n', " "), font, ink).size().x)
    };
    let shown = view.arrangement.rows().iter().map(|row| {
        let at = (*row, column);
        let draft = view.lens.dataset.draft(sheet.cell(at)).map(str::to_owned);
        draft.unwrap_or_else(|| show::value(&sheet.value(at, &view.lens), info.kind, &view.lens, view.words))
    });
    let mut texts: Vec<String> = shown.filter(|text| !text.is_empty()).collect();
    texts.extend(info.when_empty.map(|key| view.words.text(key).to_owned()));
    texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    texts.dedup();
    let foot = sheet.crossed().and_then(|crossed| crossed.column(column));
    let foot = foot.map_or(0.0, |column| measure(&column.foot.sum, semibold(size::BODY)));
    let header = sheet.header(column, view.words);
    let widest = texts.iter().take(MEASURED).map(|text| measure(text, regular(size::BODY))).fold(0.0, f32::max);
    let header = measure(&header, semibold(size::CAPTION + 0.5)) + SIGN;
    (widest.min(WIDEST).max(header).max(foot) + 2.0 * PADDING + 1.0).ceil()
}
