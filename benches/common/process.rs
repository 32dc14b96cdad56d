//! The start of the real window, measured from outside: until it prints the line for the first
//! frame with the file's data.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::meter::Meter;

/// Needs a display: use `xvfb-run cargo bench` without one.
pub fn start(meter: &mut Meter, file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let name = "start to first frame";
    if !meter.is_full() {
        Meter::skip(name, "no window is opened by the tests");
        return Ok(());
    }
    if !clefs::app::has_display() {
        Meter::skip(name, "there is no display");
        return Ok(());
    }
    meter.figure(name, Some(300.0), 9, || {
        let start = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_clefs"))
            .arg("--until-first-frame")
            .arg(file)
            .env("CLEFS_HOME", folder.join("start"))
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let time = start.elapsed();
        let status = process.wait()?;
        if line.is_empty() {
            return Err("the window printed nothing".into());
        }
        if status.success() { Ok(time) } else { Err(format!("the window ended with {status}").into()) }
    })
}
