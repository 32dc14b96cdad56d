//! A demonstration for new users: the 2021 convention, a sample, its figures and its charts, then the
//! window.

use std::path::Path;
use std::process::ExitCode;

use crate::app;
use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;
use crate::sample;
use crate::store::{Disk, Existing, Fs, template};
use crate::words::Lang;

use super::args::{LookArgs, ViewArgs};
use super::{CliError, Outcome, figures, files, print, window};

/// Runs the demonstration. Running it again overwrites its files.
pub fn run(folder: &Path) -> Outcome {
    Disk.create_folders(folder).map_err(|error| CliError::new(format!("{}: {error}", folder.display())))?;
    files::create(&folder.join("hauts-de-france-2021.ron"), &template::hauts_de_france_2021(), Existing::Replace)?;
    let file = folder.join("exemple-fictif.ron");
    files::create(&file, &sample::generate(41, 60, 1), Existing::Replace)?;

    let args = ViewArgs { period: None, as_of: None };
    let gallery = super::chart::Gallery::open(&file, &args, LookArgs::default())?;
    for (chart, name) in [(Chart::Units, "logements"), (Chart::Relocations, "relogements"), (Chart::Curve, "courbe")] {
        for extension in ["svg", "png"] {
            let out = folder.join(format!("{name}.{extension}"));
            gallery.write(chart, &out, Picture::default(), 2.0, Existing::Replace)?;
        }
    }
    print("")?;
    figures::run(&file, &args, false, Lang::Fr)?;
    if !app::has_display() {
        print("\nNo display here: the window was not opened. With one, `clefs FILE` opens it.")?;
        return Ok(ExitCode::SUCCESS);
    }
    // A configured display that does not respond counts as none: everything else is done.
    window::open(Some(&file), false).or_else(|error| {
        print(&format!("\nThe window was not opened: {error}"))?;
        Ok(ExitCode::SUCCESS)
    })
}
