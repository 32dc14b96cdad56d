//! CSV export of tables, for one audience.

use std::path::Path;
use std::process::ExitCode;

use crate::app;
use crate::domain::id::RowId;
use crate::domain::lens::{Lens, Links};
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, TableId};
use crate::exchange::{csv, show};
use crate::indicators;
use crate::store::{self, Disk, Existing};
use crate::words::{Lang, Words};

use super::args::ExportForArg;
use super::{CliError, Outcome, english, files, print};

pub fn run(file: &Path, table: &str, out: &Path, (audience, of): (ExportForArg, Option<&str>), lang: Lang) -> Outcome {
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
    let audience = named(&lens, audience, of.unwrap_or_default(), &words)?;
    let text = match audience {
        Audience::Office => csv::export(table, &lens, &words),
        _ => csv::export(table, &Projection::of(&lens, audience), &words),
    };
    let text = text.map_err(|error| CliError::new(english().say(&error.message())))?;
    store::write_export(&Disk, out, text.as_bytes(), Existing::Refuse).map_err(|error| files::unwritten(&error))?;
    let for_whom = match audience {
        Audience::Office => "FOR THE OFFICE ONLY: it holds confidential data".to_owned(),
        Audience::Committee => "for the committee".to_owned(),
        Audience::Landlord(_) | Audience::Association(_) => {
            format!("for {} only: its own rows are confidential", of.unwrap_or_default())
        }
        Audience::Public => "for everyone".to_owned(),
    };
    print(&format!("wrote {} {for_whom}", out.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// The record of that name.
pub fn called(lens: &Lens, table: TableId, name: &str, words: &Words) -> Result<RowId, CliError> {
    let rows = lens.dataset.table(table).ids();
    let mut rows = rows.into_iter().filter(|row| show::label(table, *row, lens, words) == name);
    rows.next().ok_or_else(|| CliError::new(format!("no record of the table `{}` is called `{name}`", table.key())))
}

/// The audience of that name.
fn named(lens: &Lens, audience: ExportForArg, name: &str, words: &Words) -> Result<Audience, CliError> {
    let found = |table: TableId| called(lens, table, name, words);
    Ok(match audience {
        ExportForArg::Office => Audience::Office,
        ExportForArg::Committee => Audience::Committee,
        ExportForArg::Landlord => Audience::Landlord(found(TableId::Landlords)?),
        ExportForArg::Association => Audience::Association(found(TableId::Associations)?),
        ExportForArg::Public => Audience::Public,
    })
}
