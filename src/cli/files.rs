//! Making files and checking them.

use std::path::Path;
use std::process::ExitCode;

use crate::app;
use crate::domain::check::{self, Severity};
use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::exchange::show;
use crate::indicators;
use crate::sample;
use crate::store::{self, Disk, Existing, Lineage, Places, SaveContext, Standing, template};

use super::{CliError, Outcome, english, print};

/// Makes a file from a template.
pub fn new(out: &Path, name: &str) -> Outcome {
    if name != template::HAUTS_DE_FRANCE_2021 {
        let known = template::HAUTS_DE_FRANCE_2021;
        return Err(CliError::new(format!("no template is called `{name}`; there is `{known}`")));
    }
    create(out, &template::hauts_de_france_2021(), Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes a file of made-up data.
pub fn sample(out: &Path, units: usize, relocations: usize, seed: u64) -> Outcome {
    create(out, &sample::generate(units, relocations, seed), Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Says what is wrong or doubtful in a file.
pub fn check(file: &Path) -> Outcome {
    let (opened, links) = open(file)?;
    let words = english();
    let view = indicators::view(&opened.dataset, None, None, app::now().date());
    let lens = Lens::new(&opened.dataset, &links, view.as_of);
    let findings = check::check(&lens);
    let mut errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if let Some(message) = opened.standing.message() {
        print(&format!("error: {}", words.say(&message)))?;
        errors += 1;
    }
    for finding in &findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (table, column) = (finding.cell.table.key(), finding.cell.column.as_str());
        let record = show::label(finding.cell.table, finding.cell.row, &lens, &words);
        print(&format!("{severity}: {table} · {record} · {column}: {}", words.say(&finding.message)))?;
    }
    print(&format!("{} findings, {errors} of them errors", findings.len()))?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Opens a file with the links of its records.
pub fn open(file: &Path) -> Result<(store::Opened, Links), CliError> {
    let opened = store::open(&Disk, file)
        .map_err(|error| CliError::new(format!("{}: {}", file.display(), english().say(&error.message()))))?;
    let links = Links::of(&opened.dataset);
    Ok((opened, links))
}

/// Opens a file whose figures are to be trusted: an edited or damaged one is refused.
pub fn open_sound(file: &Path) -> Result<(Dataset, Links), CliError> {
    let (opened, links) = open(file)?;
    match (opened.standing, opened.standing.message()) {
        (Standing::Edited, Some(message)) => {
            Err(CliError::new(format!("{}: {}", file.display(), english().say(&message))))
        }
        _ => Ok((opened.dataset, links)),
    }
}

/// Writes a dataset to a new file.
pub fn create(out: &Path, dataset: &Dataset, existing: Existing) -> Result<(), CliError> {
    let mut random = fastrand::Rng::new();
    let context = SaveContext { places: &places()?, now: app::now(), random: random.u64(..) };
    store::create(&Disk, out, dataset, Lineage::New(random.u64(..)), existing, context)
        .map_err(|error| CliError::new(english().say(&error.message())))?;
    print(&format!("wrote {}", out.display()))
}

/// Where settings and backups lie: under `CLEFS_HOME` where that is set (a portable copy).
pub fn places() -> Result<Places, CliError> {
    if let Some(home) = std::env::var_os("CLEFS_HOME").filter(|home| !home.is_empty()) {
        return Ok(Places::under(Path::new(&home)));
    }
    Places::of_platform()
        .ok_or_else(|| CliError::new("no home folder: set CLEFS_HOME to a folder for settings and backups"))
}
