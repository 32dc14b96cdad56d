//! Documents as DOCX.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::{Record, TableId};
use crate::report::Report;
use crate::report::docx::{self, DocumentError};
use crate::store::{self, Disk, SaveError};
use crate::words::{Lang, Words};

use super::args::{ReportArg, ViewArgs};
use super::{CliError, Outcome, english, export, figures, files, print};

pub fn run(file: &Path, (kind, of): (ReportArg, Option<&str>), out: &Path, args: &ViewArgs, lang: Lang) -> Outcome {
    if !out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("docx")) {
        return Err(CliError::new(format!("{}: documents are written as .docx", out.display())));
    }
    let dataset = files::open_sound(file)?;
    let view = figures::view(&dataset, args)?;
    let words = Words::new(lang);
    let links = Links::of(&dataset);
    let lens = Lens::new(&dataset, &links, view.as_of);
    let called = |table| export::called(&lens, table, of.unwrap_or_default(), &words);
    let report = match kind {
        ReportArg::Minutes => Report::Minutes(committee(&dataset, of)?),
        ReportArg::Annual => Report::Annual,
        ReportArg::Landlord => Report::Landlord(called(TableId::Landlords)?),
        ReportArg::Association => Report::Association(called(TableId::Associations)?),
    };
    let document = report.document(&Arc::new(dataset), view, &words);
    let bytes = docx::docx(&document, |_, _| {})?;
    let (path, result) = store::write_beside::<SaveError>(&Disk, out, &bytes);
    result.map_err(|error| files::unwritten(&error))?;
    let for_whom = document.about.get(2).map_or("", String::as_str);
    print(&format!("wrote {} ({for_whom})", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// The committee of a day, or the last one that has a day.
fn committee(dataset: &Dataset, of: Option<&str>) -> Result<RowId, CliError> {
    let mut dated: Vec<_> = dataset.committees.iter().filter(|committee| committee.held_on.is_some()).collect();
    dated.sort_by_key(|committee| committee.held_on);
    let is_asked = |day: &str| dated.iter().find(|it| it.held_on.is_some_and(|on| on.to_string() == day)).copied();
    let found = of.map_or_else(|| dated.last().copied(), is_asked);
    found.map(Record::id).ok_or_else(|| CliError::new("no committee has that day"))
}

impl From<DocumentError> for CliError {
    fn from(error: DocumentError) -> Self {
        Self(english().say(&error.message()))
    }
}
