//! The headline figures with their targets; a click opens the rows.

use egui::{Label, Response, Role, Sense, Ui, WidgetInfo, WidgetText};
use egui_extras::{Size, StripBuilder};

use crate::app::chart_view::{self, ShownChart};
use crate::app::style::{self, colour, muted, palette, semibold, strong};
use crate::app::{explain, heard};
use crate::chart::kind::Chart;
use crate::domain::commitment::Axis;
use crate::domain::message::Message;
use crate::indicators::{Measure, Total};
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::session::{Session, chart_word};
use crate::theme::size;

use super::open::measure;

const GAP: f32 = 16.0;
/// Minimum width of a card.
const LEAST: f32 = 246.0;

type DashboardCard = fn(&mut Ui, &Session, &mut Outbox);

/// Shows the four cards in one row if there is room, else two by two, else in one column.
pub fn show(ui: &mut Ui, session: &Session, height: f32, out: &mut Outbox) {
    let all: [DashboardCard; 4] = [women, units, relocations, to_allocate];
    let has_room = |n: &usize| ui.available_width() >= *n as f32 * (LEAST + GAP) - GAP;
    let across = [4, 2].into_iter().find(has_room).unwrap_or(1);
    for (place, cards) in all.chunks(across).enumerate() {
        // Equal strips would give their cells the same ids.
        ui.push_id(place, |ui| row(ui, session, height, cards, out));
    }
}

fn row(ui: &mut Ui, session: &Session, height: f32, cards: &[DashboardCard], out: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = GAP;
    let width = (ui.available_width() - (cards.len() - 1) as f32 * GAP) / cards.len() as f32;
    StripBuilder::new(ui).size(Size::exact(height)).vertical(|mut strip| {
        strip.strip(|builder| {
            builder.sizes(Size::exact(width), cards.len()).horizontal(|mut strip| {
                for card in cards {
                    strip.cell(|ui| {
                        style::card(ui).inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
                            ui.set_min_size(egui::vec2(width - 34.0, height - 22.0));
                            ui.spacing_mut().item_spacing.y = 1.0;
                            card(ui, session, out);
                        });
                    });
                }
            });
        });
    });
}

fn women(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let snapshot = session.snapshot();
    let women = &snapshot.progress().region.figures.women;
    caption(ui, session.words().text("card-women"));
    let basis = session.dataset().the_convention().count_basis();
    let rule = session.words().say(&Message::new("heard-women-rule").text("basis", basis.key()));
    headline(ui, session, ("card-women", &rule), (women.in_all.n(), None), Measure::Women, out);
    // Lines of text, not buttons.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (key, n, opens) in [
            ("card-women-referral", women.referral.n(), Measure::Relocations),
            ("card-women-platform", women.platform.n(), Measure::Platform),
        ] {
            if link(ui, muted(ui, session.words().say(&Message::new(key).count("n", n)))) {
                out.push(measure(session, opens, None));
            }
        }
    });
    if women.in_all.n() > 0 {
        // In whole groups of women, as on the curve: the remainder would disclose a single
        // household.
        let children = match snapshot.children() {
            Some(Total { total, rows }) => Message::new("card-women-children")
                .count("children", usize::try_from(*total).unwrap_or(usize::MAX))
                .count("mothers", rows.len())
                .count("women", women.in_all.n())
                .count("left", women.in_all.n().saturating_sub(rows.len())),
            None => Message::new("card-women-children-held"),
        };
        let said = session.words().say(&children);
        let children = link_said(ui, muted(ui, said.as_str()), &said);
        explain::whole(&children, session.words().text("card-women-children-why"), session.words());
        if children.clicked() {
            out.push(measure(session, Measure::Children, None));
        }
    }
    if women.outside.n() > 0 {
        let outside = Message::new("card-women-outside").count("n", women.outside.n());
        if link(ui, muted(ui, session.words().say(&outside))) {
            out.push(measure(session, Measure::Outside, None));
        }
    }
}

fn units(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let snapshot = session.snapshot();
    let units = &snapshot.progress().region.figures.units;
    caption(ui, session.words().text("card-units"));
    let rule = session.words().text("chart-caption-units");
    headline(ui, session, ("card-units", rule), (units.delivered.n(), units.target.total), Measure::Units, out);
    bar(ui, session, Axis::Units, out);
    let pipeline = Message::new("card-units-pipeline").count("n", units.pipeline.n());
    progress_note(ui, session, &pipeline, Measure::UnitsToPublish, Measure::UnitsSince, out);
}

fn relocations(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let snapshot = session.snapshot();
    let cases = &snapshot.progress().region.figures.relocations;
    caption(ui, session.words().text("card-relocations"));
    let basis = session.dataset().the_convention().count_basis();
    let platform = snapshot.progress().region.figures.women.platform.n();
    let rule = Message::new("chart-caption-relocations").text("basis", basis.key()).count("platform", platform);
    let (rule, figures) = (session.words().say(&rule), (cases.delivered.n(), cases.target.total));
    headline(ui, session, ("card-relocations", &rule), figures, Measure::Relocations, out);
    bar(ui, session, Axis::Relocations, out);
    let pipeline = Message::new("card-relocations-pipeline").count("n", cases.pipeline.n());
    progress_note(ui, session, &pipeline, Measure::UnderWay, Measure::RelocationsSince, out);
}

fn to_allocate(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let snapshot = session.snapshot();
    let progress = snapshot.progress();
    let left = progress.region.to_allocate;
    let words = session.words();
    caption(ui, words.text("card-to-allocate"));
    let mut said = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (at, (key, left)) in
            [("left-units", left.units), ("left-relocations", left.relocations)].into_iter().enumerate()
        {
            if at > 0 {
                ui.label(strong("·", size::PAGE_TITLE));
            }
            let amount = left.map_or_else(|| "–".to_owned(), |n| words.number(n).replace('-', "−"));
            let word = words.say(&Message::new(key).with("n", crate::domain::message::Arg::Count(left.unwrap_or(0))));
            said.push(match left {
                Some(_) => format!("{amount} {word}"),
                None => words.say(&Message::new("heard-no-target").text("what", word.as_str())),
            });
            ui.label(egui::RichText::new(amount).font(semibold(26.0)));
            ui.label(egui::RichText::new(word).size(size::CHART_TITLE - 2.0).color(colour(palette(ui).muted)));
        }
    });
    let name = Message::new("heard-left").term("what", "card-to-allocate").text("left", said.join(", "));
    heard::group(ui, &words.say(&name), words.text("heard-left-rule"));
    let above = [left.units, left.relocations].into_iter().flatten().any(|n| n < 0);
    if above {
        note(ui, words.text("left-above").to_owned());
    }
    let without = super::open::without_target(session);
    let text = muted(ui, words.say(&Message::new("card-without-target").count("n", without.len())));
    if link(ui, text) {
        out.push(match without.as_slice() {
            [] => Command::Go(Page::Section(Section::Commitments)),
            rows => super::open::landlords_without_target(rows),
        });
    }
}

/// The caption of a card, which names it.
fn caption(ui: &mut Ui, text: &str) {
    heard::group(ui, text, "");
    ui.add(Label::new(muted(ui, text)).truncate());
}

fn note(ui: &mut Ui, text: String) {
    ui.add(Label::new(muted(ui, text)).truncate());
}

/// A large figure with its target; a click opens its rows. A screen reader hears what it is, and the rule by which it is
/// counted.
fn headline(
    ui: &mut Ui,
    session: &Session,
    (what, rule): (&str, &str),
    (n, target): (usize, Option<u32>),
    opens: Measure,
    out: &mut Outbox,
) {
    let words = session.words();
    let said = Message::new(if target.is_some() { "heard-figure-of" } else { "heard-figure" }).term("what", what);
    let said = words.say(&said.count("n", n).count("target", target.unwrap_or(0) as usize));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let text = egui::RichText::new(words.count(n)).font(semibold(size::HEADLINE));
        let figure = link_said(ui, text, &said);
        heard::describe(&figure, rule);
        if figure.clicked() {
            out.push(measure(session, opens, None));
        }
        if let Some(target) = target {
            let text = format!("/ {}", session.words().number(target.into()));
            ui.label(egui::RichText::new(text).size(size::CHART_TITLE).color(colour(palette(ui).muted)));
        }
    });
}

fn bar(ui: &mut Ui, session: &Session, axis: Axis, out: &mut Outbox) {
    let scene = session.bar(axis, ui.available_width(), 16.0);
    let (salt, chart) =
        if axis == Axis::Units { ("bar-units", Chart::Units) } else { ("bar-relocations", Chart::Relocations) };
    let word = chart_word(chart);
    let shown = ShownChart {
        salt,
        name: session.words().text(&word),
        look: egui::Id::unique(session.chart_look()),
        revision: session.chart_revision(),
    };
    if let Some(subject) = chart_view::show(ui, shown, &scene, session.words()) {
        out.extend(super::open::subject(session, &scene, subject));
    }
}

/// The pipeline, and the change since the last committee; each opens its rows.
fn progress_note(ui: &mut Ui, session: &Session, pipeline: &Message, opens: Measure, since: Measure, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if link(ui, muted(ui, session.words().say(pipeline))) {
            out.push(measure(session, opens, None));
        }
        if let Some(moved) = session.snapshot().since() {
            let region = &moved.changes.region;
            let n = if since == Measure::UnitsSince { region.units.n() } else { region.referral.n() };
            let text = Message::new("card-since")
                .text("date", session.words().short_day(moved.day, session.view().as_of))
                .count("n", n);
            let said = session.words().say(&text);
            if link_said(ui, muted(ui, format!("· {said}")), &said).clicked() {
                out.push(measure(session, since, None));
            }
        }
    });
}

/// Clickable text.
fn link(ui: &mut Ui, text: impl Into<WidgetText>) -> bool {
    let text = text.into();
    let said = text.text().to_owned();
    link_said(ui, text, &said).clicked()
}

/// Clickable text that is said in other words.
fn link_said(ui: &mut Ui, text: impl Into<WidgetText>, said: &str) -> Response {
    let response = ui.add(Label::new(text).truncate().sense(Sense::click()));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, colour(palette(ui).accent));
        ui.painter().rect_stroke(response.rect.expand(2.0), 3.0, stroke, egui::StrokeKind::Outside);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, said));
    response
}
