//! Colour and size tokens, as data.
//!
//! The only place where colours are defined. Depends neither on egui (`app/style.rs` builds egui's
//! style from it) nor on chart layout. A test computes the contrasts from the tokens.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// From a hexadecimal number, as in CSS.
    const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// In CSS notation (`#1f5c99`).
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Contrast with another colour, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour, translucent, over another one.
    #[must_use]
    pub fn over(self, ground: Self, opacity: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) * opacity + f32::from(b) * (1.0 - opacity)).round() as u8;
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The colours of a theme, by purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Background of pages.
    pub page: Rgb,
    /// Cards, tables, editors.
    pub surface: Rgb,
    /// Table headers, hovered rows.
    pub raised: Rgb,
    /// The cursor's row, selected text.
    pub selected: Rgb,
    /// Hairlines between rows and around cards.
    pub hairline: Rgb,
    /// Borders of controls and floating parts, axes.
    pub border: Rgb,
    pub ink: Rgb,
    /// Secondary text.
    pub muted: Rgb,
    /// The only accent: cursor, primary buttons, links.
    pub accent: Rgb,
    pub on_accent: Rgb,
    /// The side bar.
    pub side: Rgb,
    /// Text on the side bar.
    pub on_side: Rgb,
    /// Secondary text on the side bar.
    pub on_side_muted: Rgb,
    /// The current page in the side bar.
    pub side_current: Rgb,
    /// Behind warnings.
    pub warning_back: Rgb,
    /// Text and border of warnings.
    pub warning: Rgb,
    /// Behind errors.
    pub error_back: Rgb,
    /// Text and border of errors.
    pub error: Rgb,
    pub delivered: Rgb,
    pub pipeline: Rgb,
    /// The edge of a bar in `pipeline`, which is too pale to be seen alone.
    pub pipeline_edge: Rgb,
    /// Remainder of a bar, up to its target.
    pub track: Rgb,
    pub tick: Rgb,
    /// Light edge of a tick.
    pub tick_edge: Rgb,
    /// The opposite side of diverging charts.
    pub opposite: Rgb,
    /// The same, paler, behind a figure.
    pub opposite_pale: Rgb,
}

/// The default: calm, for shared screens and reports.
pub const LIGHT: Palette = Palette {
    page: Rgb::hex(0xF5_F7F9),
    surface: Rgb::hex(0xFF_FFFF),
    raised: Rgb::hex(0xF5_F7F9),
    selected: Rgb::hex(0xEE_F4FC),
    hairline: Rgb::hex(0xE1_E6EB),
    border: Rgb::hex(0x7D_8A96),
    ink: Rgb::hex(0x1D_2733),
    muted: Rgb::hex(0x54_606B),
    accent: Rgb::hex(0x1F_5C99),
    on_accent: Rgb::hex(0xFF_FFFF),
    side: Rgb::hex(0x12_324F),
    on_side: Rgb::hex(0xF5_F7F9),
    on_side_muted: Rgb::hex(0xB4_C6D6),
    side_current: Rgb::hex(0x1F_5C99),
    warning_back: Rgb::hex(0xFF_F1D6),
    warning: Rgb::hex(0x7A_4A00),
    error_back: Rgb::hex(0xFB_E9E7),
    error: Rgb::hex(0x9B_2318),
    delivered: Rgb::hex(0x1F_5C99),
    pipeline: Rgb::hex(0xA9_CBE8),
    pipeline_edge: Rgb::hex(0x4E_84B8),
    track: Rgb::hex(0xE1_E6EB),
    tick: Rgb::hex(0x1D_2733),
    tick_edge: Rgb::hex(0xFF_FFFF),
    opposite: Rgb::hex(0xAC_5900),
    opposite_pale: Rgb::hex(0xF6_DFC6),
};

/// For the evening; reports never use it.
pub const DARK: Palette = Palette {
    page: Rgb::hex(0x14_1B23),
    surface: Rgb::hex(0x1B_242E),
    raised: Rgb::hex(0x22_2D39),
    selected: Rgb::hex(0x23_384D),
    hairline: Rgb::hex(0x2C_3845),
    border: Rgb::hex(0x71_8396),
    ink: Rgb::hex(0xE6_EBF0),
    muted: Rgb::hex(0xAE_BAC6),
    accent: Rgb::hex(0x6F_B1EE),
    on_accent: Rgb::hex(0x0E_1720),
    side: Rgb::hex(0x0E_2235),
    on_side: Rgb::hex(0xE6_EBF0),
    on_side_muted: Rgb::hex(0x9F_B4C7),
    side_current: Rgb::hex(0x1F_5C99),
    warning_back: Rgb::hex(0x3D_2E12),
    warning: Rgb::hex(0xF2_C46D),
    error_back: Rgb::hex(0x42_201D),
    error: Rgb::hex(0xF4_A79D),
    delivered: Rgb::hex(0x6F_B1EE),
    pipeline: Rgb::hex(0x2F_5B84),
    pipeline_edge: Rgb::hex(0x57_88B9),
    track: Rgb::hex(0x2C_3845),
    tick: Rgb::hex(0xF5_F7F9),
    tick_edge: Rgb::hex(0x1B_242E),
    opposite: Rgb::hex(0xF0_A35C),
    opposite_pale: Rgb::hex(0x5A_3A18),
};

/// Opacity of the accent where it is a ground.
pub mod tint {
    /// Over the selected cells of a table.
    pub const CELLS: f32 = 0.12;
    /// Behind selected text and the chosen one of several.
    pub const CHOICE: f32 = 0.18;
}

/// Text sizes in points.
pub mod size {
    pub const BODY: f32 = 14.0;
    pub const CAPTION: f32 = 12.5;
    /// Names and labels in charts, between body and caption.
    pub const CHART_LABEL: f32 = 13.5;
    pub const CHART_TITLE: f32 = 18.0;
    pub const PAGE_TITLE: f32 = 24.0;
    pub const HEADLINE: f32 = 34.0;
}

/// The bundled fonts: tabular figures, and every symbol the app uses.
pub mod font {
    /// Family name, as in SVG files.
    pub const FAMILY: &str = "Source Sans 3";
    /// Weight 400.
    pub const REGULAR: &[u8] = include_bytes!("../assets/fonts/SourceSans3-Regular.ttf");
    /// Weight 600.
    pub const SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/SourceSans3-SemiBold.ttf");
}
