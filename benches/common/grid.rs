//! The grid alone, on a hundred thousand rows, compared with the same cells as plain labels in
//! `egui_table`: the figures quoted in ARCHITECTURE.md.
//!
//! Owns a window with only a table. The whole app on as many rows is in `window`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::time::{Duration, Instant};

use egui::{CentralPanel, Event, Frame, Pos2, RawInput, Rect, Ui};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use clefs::app::grid::{self, GridView};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::CellRef;
use clefs::domain::schema::{ColumnInfo, TableId};
use clefs::exchange::show;
use clefs::session::Session;
use clefs::session::command::Command;
use clefs::session::grid::GridCommand;

use super::meter::Meter;
use super::window::{SIZE, wheel};

/// Columns shown, all visible.
const COLUMNS: usize = 15;
/// Column width and row height.
const WIDTH: f32 = 100.0;
const ROW: f32 = 30.0;

/// A frame at rest and while scrolling, painted by hand and as labels, including tessellation.
pub fn frames(meter: &mut Meter, dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let session = fifteen_columns(dataset);
    let view = GridView::of(&session, TableId::Units);
    let shown = view.grid.columns().shown();
    let mut painted = |ui: &mut Ui| drop(grid::show(ui, &view, &mut Vec::new()));
    let mut labels = Labels { view: &view, columns: &shown, texts: RefCell::default() };
    let mut as_labels = |ui: &mut Ui| {
        let columns = vec![Column::new(WIDTH); COLUMNS];
        let table = Table::new().num_rows(view.arrangement.len() as u64).columns(columns).num_sticky_cols(1);
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
        // There is no renderer to take the textures.
        output.textures_delta.clear();
        took
    };
    frame(vec![Event::PointerMoved((SIZE / 2.0).to_pos2())]);
    frame(Vec::new());
    meter.figure(&format!("{name}, at rest"), rest, 301, || Ok(frame(Vec::new())))?;
    meter.figure(&format!("{name}, scrolling"), scroll, 301, || Ok(frame(vec![wheel(-150.0)])))
}

fn fifteen_columns(dataset: &Dataset) -> Session {
    let mut session = super::session(dataset);
    for (place, info) in TableId::Units.columns().iter().enumerate() {
        let command = if place < COLUMNS { GridCommand::Resize(info.key, WIDTH) } else { GridCommand::Hide(info.key) };
        session.handle(Command::Grid(TableId::Units, command));
    }
    session
}

/// The same cells as plain labels. Texts are cached here too, so that only drawing is compared.
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
