//! The geometry of a grid: where cells are on screen, and which cell is at a point.
//!
//! The first columns are frozen, the others scroll under them. Positions on screen exist only here
//! and in `view`.

use egui::{Pos2, Rect, pos2, vec2};

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group};
use crate::session::grid::{Arrangement, CellPos, Grid};
use crate::words::Words;

use super::paint::{GUTTER, ROW, WHY, default_width};

/// A column's left edge and width, before scrolling.
#[derive(Clone, Copy)]
pub struct ColumnSpan {
    pub info: &'static ColumnInfo,
    /// From the left of the content.
    pub left: f32,
    pub width: f32,
    /// Frozen.
    pub is_still: bool,
}

/// Maximum share of the width for frozen columns.
const MOST_STILL: f32 = 0.6;

pub struct ColumnSpans {
    all: Vec<ColumnSpan>,
    /// Left edge of the column of reasons why rows count, if shown.
    why: Option<f32>,
    still: f32,
}

impl ColumnSpans {
    pub fn of(grid: &Grid, words: &Words, room: f32) -> Self {
        // In a narrow window fewer columns are frozen, to leave room for the others.
        let mut count = grid.columns().still();
        loop {
            let spans = Self::with_still(grid, words, count);
            if count <= 1 || spans.still <= room * MOST_STILL {
                return spans;
            }
            count -= 1;
        }
    }

    fn with_still(grid: &Grid, words: &Words, count: usize) -> Self {
        let (mut left, mut still, mut why) = (GUTTER, GUTTER, None);
        let mut spans = Vec::new();
        for (place, info) in grid.columns().shown().into_iter().enumerate() {
            let width = grid
                .columns()
                .width(info.key)
                .unwrap_or_else(|| default_width(info, &grid.sheet().header(info.key, words)));
            let is_still = place < count;
            spans.push(ColumnSpan { info, left, width, is_still });
            left += width;
            if is_still {
                still = left;
            }
            if place + 1 == count && grid.subset().is_some() {
                why = Some(left);
                left += WHY;
            }
        }
        Self { all: spans, why, still }
    }

    /// Whether the columns belong to several groups.
    pub fn has_groups(&self) -> bool {
        self.all.windows(2).any(|pair| pair[0].info.group != pair[1].info.group)
    }

    /// Width of the frozen part, row numbers included.
    pub const fn still(&self) -> f32 {
        self.still
    }

    pub fn span(&self, column: ColumnKey) -> Option<&ColumnSpan> {
        self.all.iter().find(|span| span.info.key == column)
    }

    pub fn width(&self) -> f32 {
        self.all.last().map_or(0.0, |last| last.left + last.width)
    }
}

/// The grid in one frame: spans, scrolled and clipped.
pub struct Layout<'a> {
    spans: &'a ColumnSpans,
    arrangement: &'a Arrangement,
    /// The scrolled top left corner of the content.
    origin: Pos2,
    /// The visible area.
    pub clip: Rect,
}

impl<'a> Layout<'a> {
    pub const fn new(spans: &'a ColumnSpans, arrangement: &'a Arrangement, origin: Pos2, clip: Rect) -> Self {
        Self { spans, arrangement, origin, clip }
    }

    /// The columns, in painting order: frozen ones last.
    pub fn columns(&self) -> impl Iterator<Item = &ColumnSpan> {
        let spans = &self.spans.all;
        spans.iter().filter(|span| !span.is_still).chain(spans.iter().filter(|span| span.is_still))
    }

    /// The top of a row, by its place.
    pub fn top(&self, place: usize) -> f32 {
        self.origin.y + place as f32 * ROW
    }

    /// Width of the frozen part, row numbers included.
    pub const fn still(&self) -> f32 {
        self.spans.still
    }

    /// A column's rectangle between two heights.
    pub fn band(&self, span: &ColumnSpan, top: f32, height: f32) -> Rect {
        let from = if span.is_still { self.clip.left() } else { self.origin.x };
        Rect::from_min_size(pos2(from + span.left, top), vec2(span.width, height))
    }

    /// The rectangle of the reasons between two heights.
    pub fn why(&self, top: f32, height: f32) -> Option<Rect> {
        self.spans.why.map(|left| Rect::from_min_size(pos2(self.origin.x + left, top), vec2(WHY, height)))
    }

    /// Where a column may paint: scrolling ones not over frozen ones.
    pub fn clip_of(&self, is_still: bool) -> Rect {
        if is_still { self.clip } else { self.clip.with_min_x(self.clip.left() + self.spans.still) }
    }

    /// The rectangles of the groups between two heights, frozen ones last.
    pub fn groups(&self, top: f32, height: f32) -> Vec<(Group, bool, Rect)> {
        let mut groups: Vec<(Group, bool, Rect)> = Vec::new();
        for span in self.columns() {
            let rect = self.band(span, top, height);
            match groups.last_mut() {
                Some((group, is_still, whole)) if *group == span.info.group && *is_still == span.is_still => {
                    *whole = whole.union(rect);
                }
                _ => groups.push((span.info.group, span.is_still, rect)),
            }
        }
        groups
    }

    /// The gap between columns nearest to a point: the column after it, and its position.
    pub fn gap(&self, x: f32) -> (Option<ColumnKey>, f32) {
        let spans = &self.spans.all;
        let seen = |span: &&ColumnSpan| {
            span.is_still || self.band(span, 0.0, 0.0).left() >= self.clip.left() + self.still() - 1.0
        };
        let next = spans.iter().filter(seen).find(|span| x < self.band(span, 0.0, 0.0).center().x);
        let end = spans.last().map_or(self.clip.left(), |last| self.band(last, 0.0, 0.0).right());
        (next.map(|span| span.info.key), next.map_or(end, |span| self.band(span, 0.0, 0.0).left()))
    }

    pub fn after(&self, column: ColumnKey) -> Option<ColumnKey> {
        let spans = &self.spans.all;
        let place = spans.iter().position(|span| span.info.key == column)?;
        spans.get(place + 1).map(|span| span.info.key)
    }

    pub fn span(&self, column: ColumnKey) -> Option<&ColumnSpan> {
        self.spans.span(column)
    }

    /// A cell's rectangle, visible or not.
    pub fn cell(&self, (row, column): CellPos) -> Option<Rect> {
        let place = self.arrangement.place(row)?;
        Some(self.band(self.span(column)?, self.top(place), ROW))
    }

    pub fn row_at(&self, pos: Pos2) -> Option<RowId> {
        let place = ((pos.y - self.origin.y) / ROW).floor();
        if place < 0.0 {
            return None;
        }
        self.arrangement.slice(place as usize..place as usize + 1).first().copied()
    }

    pub fn is_gutter(&self, pos: Pos2) -> bool {
        pos.x < self.clip.left() + GUTTER
    }

    pub fn cell_at(&self, pos: Pos2) -> Option<CellPos> {
        let row = self.row_at(pos)?;
        let is_still = pos.x < self.clip.left() + self.spans.still;
        let x = pos.x - if is_still { self.clip.left() } else { self.origin.x };
        let mut spans = self.spans.all.iter().filter(|span| span.is_still == is_still);
        let span = spans.find(|span| (span.left..span.left + span.width).contains(&x))?;
        Some((row, span.info.key))
    }

    /// The cell nearest to a point, for drags outside the grid.
    pub fn nearest(&self, pos: Pos2) -> Option<CellPos> {
        let last = self.arrangement.len().checked_sub(1)?;
        let place = ((pos.y - self.origin.y) / ROW).floor().clamp(0.0, last as f32) as usize;
        let row = self.arrangement.slice(place..place + 1).first().copied()?;
        let seen = pos.clamp(self.clip.min, self.clip.max);
        let column = self.cell_at(pos2(seen.x, self.top(place) + 1.0)).map(|(_, column)| column);
        // Over the row numbers the first column is nearest, past the last column the last.
        let end = if self.is_gutter(seen) { self.spans.all.first() } else { self.spans.all.last() };
        Some((row, column.or(end.map(|span| span.info.key))?))
    }
}
