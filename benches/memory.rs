//! What reading a file takes at its peak, in times its size: a sound one at most 2.5, any other bytes at most 5.
//!
//! A benchmark of its own, since counting slows down what is counted. `cargo test` runs it once with a small file.

use std::error::Error;
use std::path::Path;

use chrono::NaiveDate;
use clefs::sample;
use clefs::store::{self, Disk, Existing, Lineage, OpenError, Opened, Places, SaveContext};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() -> Result<(), Box<dyn Error>> {
    let size = if std::env::args().any(|arg| arg == "--bench") { 10_000 } else { 10 };
    let folder = tempfile::tempdir()?;
    let (path, other) = (folder.path().join("exemple.ron"), folder.path().join("autre.ron"));
    let places = Places::under(&folder.path().join("home"));
    let noon = NaiveDate::from_ymd_opt(2021, 7, 9).and_then(|day| day.and_hms_opt(12, 0, 0)).unwrap_or_default();
    let context = SaveContext { places: &places, now: noon, random: 1 };
    store::create(&Disk, &path, &sample::generate(size, size, 1), Lineage::New(7), Existing::Refuse, context)
        .map_err(|error| format!("{error:?}"))?;
    let bytes = std::fs::read(&path)?;
    let Measured { taken, stays, opened } = measured(&path)?;
    opened.map_err(|error| format!("{error:?}"))?;
    println!("{size} units and relocations: {taken:.2} times the file, at most 2.5; {stays:.2} stay");

    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or_default();
    let head = &bytes[..=line];
    let filled = |start: &[u8], part: &str| [start, part.repeat(bytes.len() / part.len()).as_bytes()].concat();
    let mut flipped = bytes.clone();
    flipped[bytes.len() * 3 / 4] ^= 4;
    let hostile = [
        ("cut in the middle", bytes[..bytes.len() / 2].to_vec()),
        ("a flipped bit", flipped),
        ("brackets", filled(head, "[")),
        ("one text", filled(&[head, b"records: (units: [(notes: \""].concat(), "a")),
        ("small records", filled(&[head, b"records: (units: ["].concat(), "(id: 1),")),
        ("small entries", filled(&[head, b"records: (drafts: ["].concat(), "(),")),
        ("zeros", vec![0; bytes.len()]),
        ("no envelope", filled(b"(", "envelope: (")),
    ];
    for (name, bytes) in hostile {
        std::fs::write(&other, bytes)?;
        println!("{name}: {:.2} times the file, at most 5", measured(&other)?.taken);
    }
    Ok(())
}

/// What opening takes at its peak and what stays of it, in times the file.
struct Measured {
    taken: f64,
    stays: f64,
    opened: Result<Opened, OpenError>,
}

fn measured(path: &Path) -> Result<Measured, Box<dyn Error>> {
    let bytes = std::fs::metadata(path)?.len() as f64;
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let opened = store::open(&Disk, path);
    let times = |usage: usize| usage.saturating_sub(before) as f64 / bytes;
    Ok(Measured { taken: times(MEMORY.peak_usage()), stays: times(MEMORY.current_usage()), opened })
}
