//! egui's style, built from the theme tokens: fonts, colours, spacing, text scale.
//!
//! The only file of the window that creates colours. Views ask for a [`Palette`] role.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle};

use crate::theme::{self, DARK, LIGHT, Palette, Rgb};

/// The family of weight 600.
pub const SEMIBOLD: &str = "semibold";

pub const fn colour(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// The same colour, translucent.
pub fn faded(rgb: Rgb, opacity: f32) -> Color32 {
    colour(rgb).gamma_multiply(opacity)
}

/// The palette of the active theme.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// A font of weight 400.
pub const fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// A font of weight 600.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Text of weight 600.
pub fn strong(text: impl Into<String>, size: f32) -> egui::RichText {
    egui::RichText::new(text).font(semibold(size))
}

/// Secondary text.
pub fn muted(ui: &egui::Ui, text: impl Into<String>) -> egui::RichText {
    egui::RichText::new(text).size(theme::size::CAPTION).color(colour(palette(ui).muted))
}

/// Installs the fonts and both themes.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert("regular".into(), Arc::new(FontData::from_static(theme::font::REGULAR)));
    fonts.font_data.insert("semibold".into(), Arc::new(FontData::from_static(theme::font::SEMIBOLD)));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".into()]);
    }
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), vec!["semibold".into(), "regular".into()]);
    ctx.set_fonts(fonts);
    ctx.style_mut_of(egui::Theme::Light, |style| apply(style, &LIGHT));
    ctx.style_mut_of(egui::Theme::Dark, |style| apply(style, &DARK));
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // Quitting is an ordinary action, disabled while a dialog is open.
        options.quit_shortcuts.clear();
        // As on Windows, for hands that are not fast and frames that are slow.
        options.input_options.max_double_click_delay = 0.5;
    });
}

fn apply(style: &mut egui::Style, p: &Palette) {
    style.text_styles = [
        (TextStyle::Small, regular(theme::size::CAPTION)),
        (TextStyle::Body, regular(theme::size::BODY)),
        (TextStyle::Button, regular(theme::size::BODY)),
        (TextStyle::Monospace, regular(theme::size::BODY)),
        (TextStyle::Heading, semibold(theme::size::PAGE_TITLE)),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(8.0, 8.0);
    style.spacing.button_padding = egui::vec2(12.0, 6.0);
    style.spacing.interact_size = egui::vec2(32.0, 32.0);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.window_margin = Margin::same(20);
    style.spacing.combo_width = 60.0;
    style.spacing.scroll = egui::style::ScrollStyle::solid();
    style.spacing.scroll.content_margin = Margin::ZERO;
    style.spacing.scroll.fade.strength = 0.0;
    style.spacing.scroll.foreground_color = false;
    // What a click hits must not depend on how far a scroll has come, and none springs back from where it was sent.
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.spacing.scroll.kinetic.decay_time = 0.0;
    style.spacing.scroll.kinetic.rubber_band = false;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.visuals.text_cursor.blink = false;

    let v = &mut style.visuals;
    let radius = CornerRadius::same(6);
    v.panel_fill = colour(p.page);
    v.window_fill = colour(p.surface);
    v.window_stroke = Stroke::new(1.0, colour(p.border));
    v.window_corner_radius = CornerRadius::same(8);
    v.menu_corner_radius = radius;
    v.extreme_bg_color = colour(p.surface);
    v.faint_bg_color = colour(p.raised);
    v.code_bg_color = colour(p.raised);
    v.hyperlink_color = colour(p.accent);
    v.warn_fg_color = colour(p.warning);
    v.error_fg_color = colour(p.error);
    v.weak_text_color = Some(colour(p.muted));
    v.selection.bg_fill = faded(p.accent, theme::tint::CHOICE);
    v.selection.stroke = Stroke::new(1.0, colour(p.accent));
    v.disabled_alpha = 0.6;
    for (widget, fill, border, ink) in [
        (&mut v.widgets.noninteractive, p.surface, p.hairline, p.ink),
        (&mut v.widgets.inactive, p.surface, p.border, p.ink),
        (&mut v.widgets.hovered, p.raised, p.accent, p.ink),
        (&mut v.widgets.active, p.selected, p.accent, p.ink),
        (&mut v.widgets.open, p.raised, p.accent, p.ink),
    ] {
        // Scroll bars.
        widget.bg_fill = colour(p.border);
        widget.weak_bg_fill = colour(fill);
        widget.bg_stroke = Stroke::new(1.0, colour(border));
        widget.fg_stroke = Stroke::new(1.0, colour(ink));
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
}

/// Turns egui's animations off or on, and ours, which use the same duration.
pub fn reduce_motion(ctx: &egui::Context, reduced: bool) {
    ctx.all_styles_mut(|style| {
        let usual = egui::Style::default();
        style.animation_time = if reduced { 0.0 } else { usual.animation_time };
    });
}

/// The frame of a card: white, hairline border, rounded corners.
pub fn card(ui: &egui::Ui) -> egui::Frame {
    let p = palette(ui);
    egui::Frame::new()
        .fill(colour(p.surface))
        .stroke(Stroke::new(1.0, colour(p.hairline)))
        .corner_radius(8)
        .inner_margin(Margin::same(16))
}

/// The button of the primary action.
pub fn primary(ui: &egui::Ui, text: &str) -> egui::Button<'static> {
    let p = palette(ui);
    egui::Button::new(strong(text, theme::size::BODY).color(colour(p.on_accent))).fill(colour(p.accent))
}

/// The ring of the primary button while it has the focus: egui's own frame has its colour.
pub fn focus_ring(ui: &egui::Ui, response: &egui::Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(palette(ui).accent));
        ui.painter().rect_stroke(response.rect.expand(3.0), 8.0, ring, egui::StrokeKind::Middle);
    }
}

/// Check boxes and radio buttons in this part of the window are white, where egui fills them like scroll bars.
pub fn plain_boxes(ui: &mut egui::Ui) {
    let surface = colour(palette(ui).surface);
    let widgets = &mut ui.visuals_mut().widgets;
    for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        widget.bg_fill = surface;
    }
}

/// A warning label, about the dataset or an export.
pub fn badge(ui: &mut egui::Ui, text: &str) -> egui::Response {
    badge_of(ui, text, theme::size::CAPTION)
}

/// The same in another size.
pub fn badge_of(ui: &mut egui::Ui, text: &str, size: f32) -> egui::Response {
    let p = palette(ui);
    egui::Frame::new()
        .fill(colour(p.warning_back))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(10, 4))
        .show(ui, |ui| ui.label(strong(text, size).color(colour(p.warning))))
        .inner
}
