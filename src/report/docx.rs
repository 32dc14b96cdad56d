//! A document as DOCX: headings, lists and tables in the styles of a word processor, charts as pictures with a
//! description.
//!
//! Owns the page (A4), the styles, and how a chart that is higher than a page is cut. Writes no file, and puts neither an
//! author nor a path into it.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Footer, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Pic, Run, RunFonts, Shading,
    SpecialIndentType, Start, Style, StyleType, Table as DocxTable, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableRow, WidthType,
};

use crate::chart::out::png::{self, PngError, Raster};
use crate::chart::out::svg;
use crate::chart::scene::{Mark, Scene, Shape};
use crate::domain::message::Message;
use crate::theme::{self, LIGHT};
use crate::words::Lang;

use super::document::{Block, Document, Table};

/// Why a document could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    #[error(transparent)]
    Picture(#[from] PngError),
    #[error("the document could not be packed: {0}")]
    Packing(String),
}

impl DocumentError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Picture(error) => error.message(),
            Self::Packing(_) => Message::new("report-failed"),
        }
    }
}

/// Of A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
/// The width of the text, which is that of a chart of a page, and the most height of a picture, in millimetres.
const WIDE: f32 = 170.0;
const HIGH: f32 = 225.0;
const EMU_A_MILLIMETRE: f32 = 36_000.0;
/// The width of the text in twentieths of a point.
const WIDE_TWIPS: usize = 9_638;
/// Pixels per point of a chart.
const SCALE: f32 = 2.0;
/// What docx-rs calls a picture, to be replaced by its number and description.
const PLAIN_PICTURE: &str = r#"<wp:docPr id="1" name="Figure" />"#;
const BULLETS: usize = 2;

/// The bytes of a document. `written` says how many of its charts are drawn.
///
/// # Errors
/// If a chart cannot be drawn, or the parts cannot be packed.
pub fn docx(document: &Document, mut written: impl FnMut(usize, usize)) -> Result<Vec<u8>, DocumentError> {
    let charts = document.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
    let mut docx = begun(document);
    docx = docx.add_paragraph(styled("Title", &document.title));
    for line in &document.about {
        docx = docx.add_paragraph(styled("Subtitle", line));
    }
    let mut descriptions = Vec::new();
    let mut drawn = 0;
    for block in &document.blocks {
        docx = match block {
            Block::Heading(text) => docx.add_paragraph(styled("Heading1", text).keep_next(true)),
            Block::Text(text) => docx.add_paragraph(styled("Normal", text)),
            Block::Item(text) => {
                let item = styled("ListBullet", text).numbering(NumberingId::new(BULLETS), IndentLevel::new(0));
                docx.add_paragraph(item)
            }
            Block::Table(of) => docx.add_table(table(of)).add_paragraph(styled("Normal", "")),
            Block::Chart(scene) => {
                for part in pictures(scene, descriptions.len())? {
                    docx = docx.add_paragraph(Paragraph::new().style("Normal").add_run(Run::new().add_image(part)));
                    descriptions.push(format!("{}. {}", scene.title, scene.description));
                }
                drawn += 1;
                written(drawn, charts);
                docx
            }
        };
    }
    let mut parts = docx.build();
    parts.document = described(parts.document, &descriptions);
    parts.styles = in_language(parts.styles, document.lang);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| DocumentError::Packing(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn begun(document: &Document) -> Docx {
    let font = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri");
    let style =
        |id: &str, name: &str, size: usize| Style::new(id, StyleType::Paragraph).name(name).size(size).q_format(true);
    let after = |twips: u32| LineSpacing::new().after(twips);
    // Not the day of writing: the same figures make the same file.
    let day = format!("{}T00:00:00Z", document.day);
    let ink = hex(LIGHT.ink);
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN);
    let bullets =
        AbstractNumbering::new(BULLETS).add_level(
            Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
                .indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None),
        );
    let foot = Paragraph::new()
        .style("Footer")
        .add_run(Run::new().add_text(format!("{} – ", allowed(&document.foot))))
        .add_page_num(PageNum::new());
    Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_fonts(font)
        .default_size(22)
        .add_style(style("Title", "Title", 44).bold().color(&ink).line_spacing(after(120)))
        .add_style(style("Subtitle", "Subtitle", 22).color(hex(LIGHT.muted)).line_spacing(after(40)))
        .add_style(
            style("Heading1", "heading 1", 30)
                .bold()
                .color(&ink)
                .outline_lvl(0)
                .line_spacing(LineSpacing::new().before(360).after(120)),
        )
        .add_style(style("Normal", "Normal", 22).line_spacing(after(120)))
        .add_style(style("ListBullet", "List Bullet", 22).based_on("Normal").line_spacing(after(60)))
        .add_style(style("Footer", "footer", 17).color(hex(LIGHT.muted)))
        .add_abstract_numbering(bullets)
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .created_at(&day)
        .updated_at(&day)
        .footer(Footer::new().add_paragraph(foot))
}

fn styled(style: &str, text: &str) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if text.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(allowed(text))) }
}

/// What a word processor opens: docx-rs escapes markup, and lets through what XML does not allow.
fn allowed(text: &str) -> String {
    text.chars().map(svg::allowed).collect()
}

fn hex(theme::Rgb(red, green, blue): theme::Rgb) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// Of texts in tables, in half points.
const SMALL: usize = 18;

fn table(of: &Table) -> DocxTable {
    let widths = widths(of);
    let cell = |at: usize, text: &str, is_bold: bool, stays: bool| {
        let run = Run::new().size(SMALL).add_text(allowed(text));
        let run = if is_bold { run.bold() } else { run };
        let spacing = LineSpacing::new().before(30).after(30);
        let paragraph = Paragraph::new().style("Normal").line_spacing(spacing).keep_next(stays).add_run(run);
        let is_number = of.is_of_numbers && at > 0;
        let paragraph = if is_number { paragraph.align(AlignmentType::Right) } else { paragraph };
        let width = widths.get(at).copied().unwrap_or_default();
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
    };
    let head = |(at, text): (usize, &String)| cell(at, text, true, true).shading(Shading::new().fill(hex(LIGHT.page)));
    let heads = TableRow::new(of.heads.iter().enumerate().map(head).collect()).cant_split();
    let rows = of.rows.iter().enumerate().map(|(place, row)| {
        let is_total = of.has_total && place + 1 == of.rows.len();
        // A total stays with the row before it.
        let stays = of.has_total && place + 2 == of.rows.len();
        let cells = row.iter().enumerate().map(|(at, text)| cell(at, text, is_total, stays));
        TableRow::new(cells.collect()).cant_split()
    });
    let line = |position| TableBorder::new(position).border_type(BorderType::Single).size(4).color(hex(LIGHT.border));
    let borders = TableBorders::with_empty()
        .set(line(TableBorderPosition::Top))
        .set(line(TableBorderPosition::Bottom))
        .set(line(TableBorderPosition::InsideH));
    DocxTable::new(std::iter::once(heads).chain(rows).collect())
        .set_borders(borders)
        .set_grid(widths.clone())
        .width(WIDE_TWIPS, WidthType::Dxa)
}

/// The width of each column, by its longest text; no word is broken as far as there is room.
fn widths(of: &Table) -> Vec<usize> {
    /// Room beside the text, and the most letters that count.
    const ROOM: usize = 5;
    const MOST: usize = 22;
    let letters = |text: &str| text.chars().count();
    let word = |text: &str| text.split_whitespace().map(letters).max().unwrap_or_default();
    let weight = |(at, head): (usize, &String)| {
        let cells = of.rows.iter().filter_map(|row| row.get(at));
        ROOM + cells.map(|text| letters(text)).max().unwrap_or_default().min(MOST).max(word(head))
    };
    let weights: Vec<usize> = of.heads.iter().enumerate().map(weight).collect();
    let all: usize = weights.iter().sum::<usize>().max(1);
    weights.into_iter().map(|weight| WIDE_TWIPS * weight / all).collect()
}

/// A chart as pictures as wide as the text, each no higher than a page. They are cut where no text stands.
fn pictures(scene: &Scene, before: usize) -> Result<Vec<Pic>, PngError> {
    let raster = png::raster(scene, &LIGHT, SCALE)?;
    let millimetre = scene.width / WIDE;
    let mut pictures = Vec::new();
    let mut top = 0.0;
    while top < scene.height {
        let until = cut(scene, top, top + HIGH * millimetre);
        let part = rows(&raster, top, until);
        let (wide, high) = (WIDE * EMU_A_MILLIMETRE, (until - top) / millimetre * EMU_A_MILLIMETRE);
        let bytes = part.png(SCALE * 96.0 / 0.0254)?;
        let picture = Pic::new_with_dimensions(bytes, part.width, part.height).size(wide as u32, high as u32);
        pictures.push(picture.id(format!("rIdImage{}", before + pictures.len() + 1)));
        top = until;
    }
    Ok(pictures)
}

/// Where a page ends: the last place above `most` at which no text stands, or the end of the chart.
fn cut(scene: &Scene, top: f32, most: f32) -> f32 {
    const STEP: f32 = 1.0;
    if scene.height <= most {
        return scene.height;
    }
    let is_free = |y: f32| {
        let texts = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_)));
        texts.map(Mark::area).all(|area| y <= area.y || y >= area.y + area.height)
    };
    let mut y = most.floor();
    while y > top + STEP && !is_free(y) {
        y -= STEP;
    }
    if y > top + STEP { y } else { most }
}

/// The rows of pixels between two heights.
fn rows(raster: &Raster, top: f32, until: f32) -> Raster {
    let line = |y: f32| ((y * SCALE).round() as u32).min(raster.height);
    let (first, last) = (line(top), line(until).max(line(top) + 1).min(raster.height));
    let bytes = raster.width as usize * 4;
    let pixels = raster.pixels.get(first as usize * bytes..last as usize * bytes).unwrap_or_default().to_vec();
    Raster { width: raster.width, height: last - first, pixels, is_transparent: raster.is_transparent }
}

/// Gives each picture its number and its description, which docx-rs does not.
fn described(document: Vec<u8>, descriptions: &[String]) -> Vec<u8> {
    let Ok(text) = String::from_utf8(document) else { return Vec::new() };
    let mut parts = text.split(PLAIN_PICTURE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (place, part) in parts.enumerate() {
        let description = descriptions.get(place).map_or("", String::as_str);
        let number = place + 1;
        let description = svg::escape(description);
        let named = format!(r#"<wp:docPr id="{number}" name="Figure {number}" descr="{description}" />"#);
        out.extend([named.as_str(), part]);
    }
    out.into_bytes()
}

/// States the language of all texts, so that they are read and checked in it.
fn in_language(styles: Vec<u8>, lang: Lang) -> Vec<u8> {
    const DEFAULTS: &str = "<w:rPrDefault><w:rPr>";
    let tag = match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    };
    let Ok(text) = String::from_utf8(styles) else { return Vec::new() };
    let Some(at) = text.find("</w:rPr></w:rPrDefault>").filter(|_| text.contains(DEFAULTS)) else {
        return text.into_bytes();
    };
    format!(r#"{}<w:lang w:val="{tag}" />{}"#, &text[..at], &text[at..]).into_bytes()
}
