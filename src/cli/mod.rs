//! The command line: what the window does, without it, on the same code.
//!
//! Messages are in English; figures and charts are in French unless `--lang en`. Errors go to standard
//! error with the cause and location, and the exit status is not 0.

mod args;
mod chart;
mod demo;
mod export;
mod figures;
mod files;
mod report;
mod window;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::chart::out::picture::Picture;
use crate::chart::out::png::PngError;
use crate::store::SaveError;
use crate::words::{Lang, Words};

use args::{Args, CliCommand};

/// Why a command failed: the cause and the location, in English.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CliError(String);

impl CliError {
    fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl From<SaveError> for CliError {
    fn from(error: SaveError) -> Self {
        Self(english().say(&error.message()))
    }
}

impl From<PngError> for CliError {
    fn from(error: PngError) -> Self {
        Self(english().say(&error.message()))
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

type Outcome = Result<ExitCode, CliError>;

/// Parses the arguments and runs the command.
pub fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(code) => code,
        Err(error) => {
            // Nothing more can be done if even this cannot be written.
            let _ = writeln!(io::stderr(), "clefs: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> Outcome {
    match args.command {
        None => window::open(args.file.as_deref(), args.until_first_frame).map_err(|error| without_window(&error)),
        Some(CliCommand::Demo { folder }) => demo::run(&folder),
        Some(CliCommand::New { out, template }) => files::new(&out, &template),
        Some(CliCommand::Sample { out, units, relocations, seed }) => files::sample(&out, units, relocations, seed),
        Some(CliCommand::Check { file }) => files::check(&file),
        Some(CliCommand::Figures { file, view, json, lang }) => figures::run(&file, &view, json, lang.into()),
        Some(CliCommand::Chart { file, kind, out, view, looks, scale }) => {
            chart::one(&file, kind, &out, &view, looks, scale)
        }
        Some(CliCommand::Charts { file, out, format, view, looks, scale }) => {
            chart::all(&file, &out, &view, Picture { format, scale, ..looks.into() }, looks)
        }
        Some(CliCommand::Report { file, kind, out, of, view, lang }) => {
            report::run(&file, (kind, of.as_deref()), &out, &view, lang.into())
        }
        Some(CliCommand::Export { file, table, out, audience, of, lang }) => {
            export::run(&file, &table, &out, (audience, of.as_deref()), lang.into())
        }
    }
}

/// Adds what can be done when the window cannot be opened.
fn without_window(error: &CliError) -> CliError {
    CliError::new(format!("{error}\n\nWithout a window, use the command line.\n\n{}", Args::command().render_help()))
}

/// English words: the command line shows the messages of lower layers in English.
fn english() -> Words {
    Words::new(Lang::En)
}

/// Prints a line; a closed pipe (`| head`) is not an error.
fn print(text: &str) -> Result<(), CliError> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
