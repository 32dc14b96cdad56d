//! The side bar: the pages with their record counts, and the save state.

use egui::accesskit::Role as NodeRole;
use egui::{Align2, Id, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::heard;
use crate::app::style::{colour, palette, regular, semibold};
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::theme::size;
use crate::todo;

/// In points.
pub const WIDTH: f32 = 208.0;

/// Height of the two lines at the bottom.
const FILE_LINES: f32 = 62.0;
/// Between them and the pages, where those scroll.
const BEFORE_FILE: f32 = 8.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let p = palette(ui);
    let words = session.words();
    ui.painter().rect_filled(ui.max_rect(), 0.0, colour(p.side));
    ui.add_space(18.0);
    ui.horizontal(|ui| {
        ui.add_space(22.0);
        ui.label(egui::RichText::new("Clefs").font(semibold(22.0)).color(colour(p.on_side)));
    });
    ui.add_space(10.0);
    if session.is_open() {
        pages(ui, session, out);
    }
    let bottom = ui.max_rect().bottom();
    let mut lines = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(Rect::from_min_max(
                pos2(ui.max_rect().left() + 22.0, bottom - FILE_LINES),
                ui.max_rect().max - vec2(8.0, 12.0),
            ))
            .id_salt("file"),
    );
    lines.spacing_mut().item_spacing.y = 2.0;
    if let Some(name) = session.file_name() {
        let text = |text: String| egui::RichText::new(text).size(size::CAPTION).color(colour(p.on_side_muted));
        lines.add(egui::Label::new(text(name)).truncate());
        lines.add(
            egui::Label::new(text(
                session.outside().save_state.as_ref().map(|message| words.say(message)).unwrap_or_default(),
            ))
            .truncate(),
        );
    }
}

/// The pages, closer together in a low window, always above the file's lines.
fn pages(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let gap = 3.0;
    ui.spacing_mut().item_spacing.y = gap;
    // The track of the scroll bar.
    ui.visuals_mut().extreme_bg_color = colour(palette(ui).side);
    let room = (ui.available_height() - FILE_LINES - BEFORE_FILE).max(0.0);
    let height = (room / session.pages().count() as f32 - gap).clamp(25.0, 33.0);
    let list = UiBuilder::new().accessibility_role(NodeRole::TabList);
    egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
        ui.scope_builder(list.accessibility_label(session.words().text("heard-pages")), |ui| {
            for page in session.pages() {
                entry(ui, session, page, height, out);
            }
        });
    });
}

/// The count beside a page: records, findings, or what is to do.
fn count(session: &Session, page: Page) -> Option<usize> {
    let rows = |table: TableId| session.dataset().table(table).count();
    match page {
        Page::Dashboard | Page::Matching | Page::Section(Section::Convention) => None,
        Page::Todo => Some(todo::due(session.todos())),
        Page::Findings => Some(session.findings().len()),
        Page::Section(section) => session.tables(section).next().map(rows),
    }
    .filter(|count| *count > 0)
}

fn entry(ui: &mut Ui, session: &Session, page: Page, height: f32, out: &mut Outbox) {
    let (text, is_current) = (session.words().text(page.key()), session.page() == page);
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let band = rect.shrink2(vec2(12.0, 0.0));
    if is_current {
        ui.painter().rect_filled(band, 6.0, colour(p.side_current));
        let mark = Rect::from_center_size(band.left_center() + vec2(3.0, 0.0), vec2(2.0, band.height() - 14.0));
        ui.painter().rect_filled(mark, 1.0, colour(p.on_side));
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(band, 6.0, crate::app::style::faded(p.side_current, 0.45));
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, colour(p.on_side));
        ui.painter().rect_stroke(band, 6.0, stroke, egui::StrokeKind::Inside);
    }
    let font = if is_current { semibold(size::BODY) } else { regular(size::BODY) };
    ui.painter().text(band.left_center() + vec2(10.0, 0.0), Align2::LEFT_CENTER, text, font, colour(p.on_side));
    if let Some(count) = count(session, page) {
        let at = band.right_center() - vec2(10.0, 0.0);
        let count = session.words().number(i64::try_from(count).unwrap_or(i64::MAX));
        let ink = if is_current { p.on_side } else { p.on_side_muted };
        heard::describe(&response, count.as_str());
        ui.painter().text(at, Align2::RIGHT_CENTER, count, regular(size::CAPTION), colour(ink));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, text));
    heard::tab(&response, is_current);
    if is_current {
        let shown = Id::unique("side-bar-page");
        let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(shown, page), page));
        if before != page {
            response.scroll_to_me(None);
        }
    }
    if response.clicked() {
        out.push(Command::Go(page));
    }
}
