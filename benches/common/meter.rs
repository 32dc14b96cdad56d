//! Repeats a measurement and prints the result.
//!
//! Owns the number of runs and the output.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Measures and prints.
pub struct Meter {
    /// Full size with several runs each; otherwise once, at size 1, without timings.
    is_full: bool,
}

impl Meter {
    /// `cargo bench` passes `--bench`; `cargo test` does not.
    pub fn from_args() -> Self {
        Self { is_full: std::env::args().any(|arg| arg == "--bench") }
    }

    /// Whether a group was requested: by name, or all if none is named.
    pub fn wants(&self, group: &str) -> bool {
        let mut asked = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).peekable();
        !self.is_full || asked.peek().is_none() || asked.any(|arg| arg == group)
    }

    /// Whether this is a measurement and not a test.
    pub const fn is_full(&self) -> bool {
        self.is_full
    }

    /// The size to use: the given one, or 1 in tests.
    pub const fn size(&self, full: usize) -> usize {
        if self.is_full { full } else { 1 }
    }

    pub fn heading(&self, title: &str) {
        if self.is_full {
            println!("\n{title:40} {:>9} {:>9} {:>9} {:>9}  ms", "min", "median", "max", "limit");
        }
    }

    /// Measures so many runs, each returning its time. The limit is in milliseconds, for the
    /// median.
    pub fn figure(
        &mut self,
        name: &str,
        limit: Option<f64>,
        runs: usize,
        mut run: impl FnMut() -> Result<Duration, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        if !self.is_full {
            run()?;
            println!("{name}: runs");
            return Ok(());
        }
        run()?;
        let mut times = Vec::with_capacity(runs);
        for _ in 0..runs.max(1) {
            times.push(run()?.as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let (min, median, max) = (times[0], times[times.len() / 2], times[times.len() - 1]);
        let held = match limit {
            Some(limit) => format!("{limit:9.1}  {}", verdict(median <= limit)),
            None => String::new(),
        };
        println!("{name:40} {min:9.3} {median:9.3} {max:9.3} {held}");
        Ok(())
    }

    /// Measures so many runs; the limit is for a percentile.
    pub fn percentile(
        &mut self,
        name: &str,
        limit: f64,
        percent: usize,
        runs: usize,
        mut run: impl FnMut() -> Result<Duration, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let mut times = Vec::new();
        self.figure(name, None, runs, || {
            let time = run()?;
            times.push(time.as_secs_f64() * 1000.0);
            Ok(time)
        })?;
        times.sort_by(f64::total_cmp);
        if self.is_full {
            let at = times[(times.len() - 1) * percent / 100];
            println!("  {percent} of 100 within {at:.3} ms, at most {limit} {}", verdict(at <= limit));
        }
        Ok(())
    }

    /// Prints a count that has to be zero.
    pub fn none(name: &str, count: usize) {
        println!("{name:40} {count:9}  {}", verdict(count == 0));
    }

    /// Prints why a measurement is skipped.
    pub fn skip(name: &str, why: &str) {
        println!("{name}: skipped, {why}");
    }
}

/// Times a closure; its result is returned, so that dropping it is not timed.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = black_box(run());
    (done, start.elapsed())
}

const fn verdict(is_held: bool) -> &'static str {
    if is_held { "held" } else { "MISSED" }
}
