//! Creates and checks files.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::app;
use crate::domain::check::{self, FindingPlace, Severity};
use crate::domain::dataset::Dataset;
use crate::domain::id::CellRef;
use crate::domain::lens::{Lens, Links};
use crate::domain::message::Message;
use crate::exchange::{leftover, show};
use crate::indicators;
use crate::sample;
use crate::store::{
    self, Disk, Existing, Keys, Lineage, OpenError, Places, SaveContext, SaveError, Standing, template,
};

use super::{CliError, Outcome, english, print};

/// Creates a file from a template.
pub fn new(out: &Path, name: &str) -> Outcome {
    if name != template::HAUTS_DE_FRANCE_2021 {
        let known = template::HAUTS_DE_FRANCE_2021;
        return Err(CliError::new(format!("no template is called `{name}`; there is `{known}`")));
    }
    create(out, &template::hauts_de_france_2021(), Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Creates a file of fictitious data.
pub fn sample(out: &Path, units: usize, relocations: usize, seed: u64) -> Outcome {
    create(out, &sample::generate(units, relocations, seed), Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the findings of a file.
pub fn check(file: &Path) -> Outcome {
    let opened = open(file)?;
    let words = english();
    let (view, links) = (indicators::view(&opened.dataset, None, None, app::now().date()), Links::of(&opened.dataset));
    let lens = Lens::new(&opened.dataset, &links, view.as_of);
    let mut findings = check::check(&lens);
    leftover::explain(&mut findings, &lens, &words);
    let mut lines = Vec::new();
    // The standing of the file is a finding too, without a record: a newer file is sound, an edited
    // one may not be.
    if let Some(message) = opened.standing.message() {
        let severity = if opened.standing == Standing::Edited { Severity::Error } else { Severity::Warning };
        lines.push((severity, format!("{}: {}", file.display(), words.say(&message))));
    }
    for finding in &findings {
        let table = finding.table().key();
        let place = match finding.place {
            FindingPlace::Cell(CellRef { table, row, column }) => {
                format!("{} · {}", show::label(table, row, &lens, &words), column.as_str())
            }
            FindingPlace::Past(CellRef { column, .. }) => column.as_str().to_owned(),
            FindingPlace::View { number, .. } => words.say(&Message::new("finding-view-number").count("n", number)),
        };
        lines.push((finding.severity, format!("{table} · {place}: {}", words.advice(&finding.message))));
    }
    for (severity, line) in &lines {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        print(&format!("{severity}: {line}"))?;
    }
    let errors = lines.iter().filter(|(severity, _)| *severity == Severity::Error).count();
    print(&words.say(&Message::new("findings-count").count("n", lines.len()).count("errors", errors)))?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Opens a file. The passphrase of a sealed one is the first line of the file named by `CLEFS_PASSPHRASE_FILE`.
fn open(file: &Path) -> Result<store::Opened, CliError> {
    let opened = match (store::open(&Disk, file), std::env::var_os("CLEFS_PASSPHRASE_FILE")) {
        (Err(OpenError::Sealed), Some(from)) => {
            let text = std::fs::read_to_string(&from)
                .map_err(|error| CliError::new(format!("{}: {error}", Path::new(&from).display())))?;
            store::unlock(&Disk, file, text.lines().next().unwrap_or_default())
                .and_then(|key| store::open_sealed(&Disk, file, &Keys::default().sealing(Some(key))))
        }
        (opened, _) => opened,
    };
    opened.map_err(|error| CliError::new(format!("{}: {}", file.display(), english().say(&error.message()))))
}

/// Opens a file that can be trusted: an edited or damaged one is an error.
pub fn open_sound(file: &Path) -> Result<Dataset, CliError> {
    let opened = open(file)?;
    match (opened.standing, opened.standing.message()) {
        (Standing::Edited, Some(message)) => {
            Err(CliError::new(format!("{}: {}", file.display(), english().say(&message))))
        }
        (_, message) => {
            // Said each time, beside what is asked for.
            if let Some(message) = message {
                let _ = writeln!(io::stderr(), "warning: {}: {}", file.display(), english().say(&message));
            }
            Ok(opened.dataset)
        }
    }
}

pub fn create(out: &Path, dataset: &Dataset, existing: Existing) -> Result<(), CliError> {
    let mut random = fastrand::Rng::new();
    let context = SaveContext { places: &places()?, now: app::now(), random: random.u64(..) };
    store::create(&Disk, out, dataset, Lineage::New(random.u64(..)), existing, context)
        .map_err(|error| unwritten(&error))?;
    print(&format!("wrote {}", out.display()))
}

/// Why a file was not written.
pub fn unwritten(error: &SaveError) -> CliError {
    CliError::new(english().say(&error.message()))
}

/// The folders for settings and backups: under `CLEFS_HOME` if set (portable use).
pub fn places() -> Result<Places, CliError> {
    if let Some(home) = std::env::var_os("CLEFS_HOME").filter(|home| !home.is_empty()) {
        return Ok(Places::under(Path::new(&home)));
    }
    Places::of_platform()
        .ok_or_else(|| CliError::new("no home folder: set CLEFS_HOME to a folder for settings and backups"))
}
