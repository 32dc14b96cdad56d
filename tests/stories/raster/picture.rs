//! Pictures: pixels, PNG files, and comparison.
//!
//! Owns `tests/snapshots`: `<name>.png` is the expected picture; on a failure `<name>.new.png` and
//! `<name>.diff.png` (differences in red) are written beside it and are not committed.

use std::ops::Range;
use std::path::Path;

use resvg::tiny_skia::{IntSize, Pixmap};

/// How much a channel (of 255) may differ.
const CHANNEL_TOLERANCE: u8 = 16;

/// How many pixels may differ: fewer than between an `i` and an `l`.
const PIXEL_TOLERANCE: usize = 3;

/// A picture, opaque, sRGB.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

/// Why two pictures differ.
#[derive(Debug, PartialEq, Eq)]
pub enum Difference {
    /// Different sizes.
    Size {
        /// Expected width and height.
        wanted: [usize; 2],
        /// Actual width and height.
        drawn: [usize; 2],
    },
    /// The number of differing pixels.
    Pixels(usize),
}

impl Picture {
    pub fn filled(width: usize, height: usize, color: [u8; 4]) -> Self {
        Self { width, height, pixels: vec![color; width * height] }
    }

    /// Width and height in pixels.
    pub const fn size(&self) -> [usize; 2] {
        [self.width, self.height]
    }

    /// Red, green and blue of a pixel.
    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let [rgb @ .., _] = self.pixels[y * self.width + x];
        rgb
    }

    /// The number of pixels in an area that are not of the colour `paper`.
    pub fn ink(&self, columns: Range<usize>, rows: Range<usize>, paper: [u8; 3]) -> usize {
        rows.flat_map(|y| columns.clone().map(move |x| (x, y))).filter(|(x, y)| self.pixel(*x, *y) != paper).count()
    }

    /// Pixels of a row, clamped to the picture.
    pub(super) fn row(&mut self, y: usize, span: Range<usize>) -> &mut [[u8; 4]] {
        if y >= self.height {
            return &mut [];
        }
        let (start, end) = (span.start.min(self.width), span.end.min(self.width));
        &mut self.pixels[y * self.width + start..y * self.width + end]
    }

    /// Compares with the expected picture, allowing for rounding: at most 3 pixels may differ by more
    /// than 16 of 255 in a channel.
    pub fn compare(&self, wanted: &Self) -> Result<(), Difference> {
        if self.size() != wanted.size() {
            return Err(Difference::Size { wanted: wanted.size(), drawn: self.size() });
        }
        let different = self.pixels.iter().zip(&wanted.pixels).filter(|(a, b)| differ(**a, **b)).count();
        if different <= PIXEL_TOLERANCE { Ok(()) } else { Err(Difference::Pixels(different)) }
    }

    /// Compares the picture with `tests/snapshots/<name>.png`, or updates that file if
    /// `CLEFS_UPDATE_SNAPSHOTS=1`.
    #[track_caller]
    pub fn assert_snapshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
        let update = std::env::var_os("CLEFS_UPDATE_SNAPSHOTS").is_some_and(|set| set != "0");
        if let Err(failure) = self.compare_with_file(&folder, name, update) {
            panic!("{failure}");
        }
    }

    /// [`Picture::assert_snapshot`] for any folder; the error explains what to do.
    pub fn compare_with_file(&self, folder: &Path, name: &str, update: bool) -> Result<(), String> {
        let file = |ending: &str| folder.join(format!("{name}{ending}"));
        let (new, diff) = (file(".new.png"), file(".diff.png"));
        let wanted = read(&file(".png"));
        let outcome = wanted.as_ref().map(|wanted| self.compare(wanted));
        if let Some(Ok(())) = outcome {
            // Left over from an earlier failure, if any.
            let _ = (std::fs::remove_file(new), std::fs::remove_file(diff));
            return Ok(());
        }
        if update {
            let _ = (std::fs::remove_file(&new), std::fs::remove_file(&diff));
            return self.write(&file(".png"));
        }
        self.write(&new)?;
        let what = match (outcome, wanted) {
            (Some(Err(Difference::Pixels(count))), Some(wanted)) => {
                self.differing(&wanted).write(&diff)?;
                format!("{count} pixels of `{name}` differ, {PIXEL_TOLERANCE} may (see {name}.diff.png)")
            }
            (Some(Err(Difference::Size { wanted, drawn })), _) => {
                format!("`{name}` is {drawn:?} pixels, not {wanted:?}")
            }
            _ => format!("there is no picture `{name}.png` yet"),
        };
        Err(format!(
            "{what}\nLook at {name}.new.png in {}; if it is right, CLEFS_UPDATE_SNAPSHOTS=1 cargo test updates the snapshot.",
            folder.display()
        ))
    }

    /// The picture faded, with differing pixels in red.
    fn differing(&self, wanted: &Self) -> Self {
        let pixels = self
            .pixels
            .iter()
            .zip(&wanted.pixels)
            .map(|(a, b)| if differ(*a, *b) { [255, 0, 0, 255] } else { a.map(|part| 192 + part / 4) });
        Self { pixels: pixels.collect(), ..*self }
    }

    fn write(&self, file: &Path) -> Result<(), String> {
        let failure = |error: &dyn std::fmt::Display| format!("{} is not written: {error}", file.display());
        let size = IntSize::from_wh(self.width as u32, self.height as u32).ok_or_else(|| failure(&"it is empty"))?;
        let bytes = self.pixels.as_flattened().to_vec();
        let pixmap = Pixmap::from_vec(bytes, size).ok_or_else(|| failure(&"not that many pixels"))?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| failure(&error))?;
        }
        pixmap.save_png(file).map_err(|error| failure(&error))
    }
}

fn read(file: &Path) -> Option<Picture> {
    let pixmap = Pixmap::load_png(file).ok()?;
    let pixels = pixmap.data().as_chunks::<4>().0.to_vec();
    Some(Picture { width: pixmap.width() as usize, height: pixmap.height() as usize, pixels })
}

fn differ(a: [u8; 4], b: [u8; 4]) -> bool {
    a.into_iter().zip(b).any(|(a, b)| a.abs_diff(b) > CHANNEL_TOLERANCE)
}
