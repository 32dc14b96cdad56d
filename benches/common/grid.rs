//! The grid alone, on a hundred thousand rows, beside the same cells as plain labels of
//! `egui_table`: what ARCHITECTURE says of painting by hand is measured here.
//!
//! Owns a window of nothing but a table. What the whole app makes of as many rows is in `window`.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::error::Error;
use std::time::{Duration, Instant};

use egui::{CentralPanel, Event, Frame, Pos2, RawInput, Rect, Ui};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use clefs::app::Texts;
use clefs::app::grid::{self, Arrangement, Desk, Grid, GridCommand, GridView};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::{ColumnInfo, TableId};
use clefs::exchange::show;
use clefs::words::{Lang, Words};

use super::meter::Meter;
use super::window::{SIZE, wheel};

/// How many columns are shown, all of them in sight.
const COLUMNS: usize = 15;
/// How wide each is, and how high a row.
const WIDTH: f32 = 100.0;
const ROW: f32 = 30.0;

/// A frame at rest and while scrolling, painted by hand and as labels; tessellation included.
pub fn frames(meter: &mut Meter, dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let (words, links, texts) = (Words::new(Lang::Fr), Links::of(dataset), Texts::default());
    let lens = Lens::new(dataset, &links, super::day());
    let (grid, arrangement) = fifteen_columns(&lens, &words);
    let shown = grid.columns().shown();
    let view = GridView {
        grid: &grid,
        arrangement: &arrangement,
        lens,
        words: &words,
        texts: &texts,
        finding: &|_| None,
        stray: &|_| false,
        takes_keys: true,
    };
    let mut painted = |ui: &mut Ui| grid::show(ui, &view, &mut Vec::new());
    let mut labels = Labels { view: &view, columns: &shown, texts: RefCell::default() };
    let mut as_labels = |ui: &mut Ui| {
        let columns = vec![Column::new(WIDTH); COLUMNS];
        let table = Table::new().num_rows(arrangement.len() as u64).columns(columns).num_sticky_cols(1);
        table.headers([HeaderRow::new(ROW)]).show(ui, &mut labels);
    };
    measure(meter, "painted by hand", [Some(0.8), Some(1.5)], &mut painted)?;
    measure(meter, "as labels of egui_table", [None, None], &mut as_labels)
}

fn measure(
    meter: &mut Meter,
    name: &str,
    [rest, scroll]: [Option<f64>; 2],
    show: &mut dyn FnMut(&mut Ui),
) -> Result<(), Box<dyn Error>> {
    let ctx = egui::Context::default();
    clefs::app::install_style(&ctx);
    let mut time = 0.0;
    let mut frame = |events: Vec<Event>| -> Duration {
        time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let input = RawInput { screen_rect, time: Some(time), events, focused: true, ..RawInput::default() };
        let start = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| show(ui));
        });
        std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        let took = start.elapsed();
        // No renderer takes the textures.
        output.textures_delta.clear();
        took
    };
    frame(vec![Event::PointerMoved((SIZE / 2.0).to_pos2())]);
    frame(Vec::new());
    meter.figure(&format!("{name}, at rest"), rest, 301, || Ok(frame(Vec::new())))?;
    meter.figure(&format!("{name}, scrolling"), scroll, 301, || Ok(frame(vec![wheel(-150.0)])))
}

fn fifteen_columns(lens: &Lens, words: &Words) -> (Grid, Arrangement) {
    let mut grid = Grid::new(TableId::Units);
    let arrangement = Arrangement::of(&grid, lens, words, &OnceCell::new(), None);
    let mut fresh = |_: TableId, values| (RowId::default(), values);
    let mut desk = Desk {
        lens: *lens,
        words,
        today: super::day(),
        arrangement: &arrangement,
        is_read_only: false,
        fresh: &mut fresh,
    };
    for (place, info) in TableId::Units.columns().iter().enumerate() {
        let command = if place < COLUMNS { GridCommand::Resize(info.key, WIDTH) } else { GridCommand::Hide(info.key) };
        grid.perform(command, &mut desk);
    }
    (grid, arrangement)
}

/// The same cells as plain labels. Their texts are kept as well: what is compared is the drawing.
struct Labels<'a> {
    view: &'a GridView<'a>,
    columns: &'a [&'static ColumnInfo],
    texts: RefCell<HashMap<CellRef, String>>,
}

impl TableDelegate for Labels<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let column = self.columns.get(cell.col_range.start).map_or("", |info| info.key.as_str());
        ui.label(column);
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let row = self.view.arrangement.rows().get(cell.row_nr as usize);
        let (Some(row), Some(info)) = (row, self.columns.get(cell.col_nr)) else { return };
        let cell = CellRef { table: TableId::Units, row: *row, column: info.key };
        let mut texts = self.texts.borrow_mut();
        let text = texts
            .entry(cell)
            .or_insert_with(|| show::value(&self.view.lens.value(cell), info.kind, &self.view.lens, self.view.words));
        ui.add(egui::Label::new(text.as_str()).truncate());
    }

    fn default_row_height(&self) -> f32 {
        ROW
    }
}
