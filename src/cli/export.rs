//! CSV export of tables, for the office or the committee.

use std::path::Path;
use std::process::ExitCode;

use crate::app;
use crate::domain::lens::{Lens, Links};
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, TableId};
use crate::exchange::csv;
use crate::indicators;
use crate::store::{self, Disk, Existing};
use crate::words::{Lang, Words};

use super::args::AudienceArg;
use super::{CliError, Outcome, english, files, print};

pub fn run(file: &Path, table: &str, out: &Path, audience: AudienceArg, lang: Lang) -> Outcome {
    let known = || TableId::ALL.iter().map(|table| table.key()).collect::<Vec<_>>().join(", ");
    let table = TableId::from_key(table)
        .ok_or_else(|| CliError::new(format!("no table is called `{table}`; there are: {}", known())))?;
    if !out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        return Err(CliError::new(format!("{}: tables are written as .csv", out.display())));
    }
    let dataset = files::open_sound(file)?;
    let view = indicators::view(&dataset, None, None, app::now().date());
    let (links, words) = (Links::of(&dataset), Words::new(lang));
    let lens = Lens::new(&dataset, &links, view.as_of);
    let text = match Audience::from(audience) {
        Audience::Office => csv::export(table, &lens, &words),
        Audience::Committee => csv::export(table, &Projection::of(&lens, Audience::Committee), &words),
    };
    let text = text.map_err(|error| CliError::new(english().say(&error.message())))?;
    store::write_export(&Disk, out, text.as_bytes(), Existing::Refuse)
        .map_err(|error| files::unwritten(out, &error))?;
    match audience {
        AudienceArg::Office => {
            print(&format!("wrote {} FOR THE OFFICE ONLY: it holds confidential data", out.display()))?;
        }
        AudienceArg::Committee => print(&format!("wrote {} for the committee", out.display()))?,
    }
    Ok(ExitCode::SUCCESS)
}
