//! The command line arguments. Doc comments of commands and arguments are the help text.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::out::picture::{Format, Size};
use crate::domain::schema::Audience;
use crate::words::Lang;

/// Far more records than any convention, but few enough to create in memory.
const MOST_RECORDS: u64 = 1_000_000;

/// Allowed scale of an image, in pixels per point.
const SCALES: RangeInclusive<f32> = 0.5..=4.0;

/// Clefs follows a convention: commitments, units and relocations, and each landlord's progress.
#[derive(Debug, Parser)]
#[command(name = "clefs", version, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// The file to open in the window.
    pub file: Option<PathBuf>,
    /// Print a line once the first frame is on screen, and leave.
    #[arg(long, hide = true)]
    pub until_first_frame: bool,
    /// What to do without the window.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// The main job on its own: a template, a sample, its figures and charts, then the window.
    Demo {
        /// Where to put them.
        #[arg(default_value = "clefs-demo")]
        folder: PathBuf,
    },
    /// Make a file from a template.
    New {
        /// The file to make.
        out: PathBuf,
        /// Which template.
        #[arg(long, default_value = crate::store::template::HAUTS_DE_FRANCE_2021)]
        template: String,
    },
    /// Make a file of visibly made-up data.
    Sample {
        /// The file to make.
        out: PathBuf,
        /// How many units.
        #[arg(long, default_value_t = 41, value_parser = records())]
        units: usize,
        /// How many relocations.
        #[arg(long, default_value_t = 60, value_parser = records())]
        relocations: usize,
        /// The same seed makes the same data.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Say what is wrong or doubtful in a file, one finding a line; exit 1 if there is an error.
    Check {
        /// The file.
        file: PathBuf,
    },
    /// Print the progress per landlord, for the office.
    ///
    /// The figures are the office’s, small numbers included. For the committee: `clefs export
    /// --audience committee`.
    Figures {
        /// The file.
        file: PathBuf,
        /// Period and day.
        #[command(flatten)]
        view: ViewArgs,
        /// For machines.
        #[arg(long)]
        json: bool,
        /// Language of the words.
        #[arg(long, value_enum, default_value_t = LangArg::Fr)]
        lang: LangArg,
    },
    /// Write a chart as SVG or PNG.
    Chart {
        /// The file.
        file: PathBuf,
        /// Which chart.
        #[arg(value_parser = keyed(&Chart::ALL, Chart::key))]
        kind: Chart,
        /// The picture to write: .svg or .png.
        #[arg(long)]
        out: PathBuf,
        /// Period and day.
        #[command(flatten)]
        view: ViewArgs,
        /// How it looks.
        #[command(flatten)]
        looks: LookArgs,
        /// Pixels a point, of a PNG: 0.5 to 4.
        #[arg(long, default_value_t = 2.0, value_parser = scale)]
        scale: f32,
    },
    /// Write all charts into a folder, as the window does; none is written over.
    Charts {
        /// The file.
        file: PathBuf,
        /// The folder to write them into; it is made where it is not there.
        #[arg(long)]
        out: PathBuf,
        /// As what.
        #[arg(long, default_value = "png", value_parser = keyed(&Format::ALL, Format::extension))]
        format: Format,
        /// Period and day.
        #[command(flatten)]
        view: ViewArgs,
        /// How they look.
        #[command(flatten)]
        looks: LookArgs,
        /// Pixels a point, of a PNG: 1 to 3.
        #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=3))]
        scale: u8,
    },
    /// Write a document as DOCX: a committee’s minutes, an activity report, the sheet of an organisation.
    Report {
        /// The file.
        file: PathBuf,
        /// Which document; each has its readers.
        #[arg(value_enum)]
        kind: ReportArg,
        /// The document to write: .docx. One of that name stays, and the new one gets a number.
        #[arg(long)]
        out: PathBuf,
        /// The landlord or association by its name, or the committee’s day as YYYY-MM-DD; without it the last committee.
        #[arg(long)]
        of: Option<String>,
        /// Period and day.
        #[command(flatten)]
        view: ViewArgs,
        /// Language of the words.
        #[arg(long, value_enum, default_value_t = LangArg::Fr)]
        lang: LangArg,
    },
    /// Write a table as CSV.
    Export {
        /// The file.
        file: PathBuf,
        /// The table, such as `units`.
        table: String,
        /// The file to write: .csv.
        #[arg(long)]
        out: PathBuf,
        /// For whom; the office sees everything, a landlord or an association its own rows.
        #[arg(long, value_enum, default_value_t = ExportForArg::Office)]
        audience: ExportForArg,
        /// Which landlord or association, by its name.
        #[arg(long, required_if_eq_any([("audience", "landlord"), ("audience", "association")]))]
        of: Option<String>,
        /// Language of the words.
        #[arg(long, value_enum, default_value_t = LangArg::Fr)]
        lang: LangArg,
    },
}

fn records() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(..=MOST_RECORDS)
}

/// Parses a scale; outside the range the image would be empty or useless.
fn scale(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(scale) if SCALES.contains(&scale) => Ok(scale),
        _ => Err(format!("a scale is a number from {} to {}", SCALES.start(), SCALES.end())),
    }
}

/// What figures are of.
#[derive(Clone, Debug, ClapArgs)]
pub struct ViewArgs {
    /// The period's name, or `all` for everything since the start.
    #[arg(long)]
    pub period: Option<String>,
    /// The day, as YYYY-MM-DD.
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// How charts look.
#[derive(Clone, Copy, Debug, Default, ClapArgs)]
pub struct LookArgs {
    /// How large: a slide, the width of a page, half of it, a square.
    #[arg(long, default_value = "slide", value_parser = keyed(&Size::ALL, Size::key))]
    pub size: Size,
    /// In which order landlords stand.
    #[arg(long, default_value = "listed", value_parser = keyed(&RowOrder::ALL, RowOrder::key))]
    pub order: RowOrder,
    /// Without the white ground, for a coloured slide.
    #[arg(long)]
    pub transparent: bool,
    /// Of an SVG, its texts as outlines, for programs without its fonts.
    #[arg(long)]
    pub outlined: bool,
    /// For whom: small numbers of persons are masked for all but the office.
    #[arg(long, value_enum, default_value_t = AudienceArg::Committee)]
    pub audience: AudienceArg,
    /// Language of the words.
    #[arg(long, value_enum, default_value_t = LangArg::Fr)]
    pub lang: LangArg,
}

/// Accepts an element of a list by its key, as in the window.
fn keyed<T>(all: &'static [T], key: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|one| key(*one)))
        .try_map(move |text| all.iter().copied().find(|one| key(*one) == text).ok_or("no such key"))
}

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Fr => Self::Fr,
            LangArg::En => Self::En,
        }
    }
}

/// An audience of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum AudienceArg {
    /// The union's staff.
    Office,
    /// The quarterly committee.
    #[default]
    Committee,
    /// Whoever reads a report.
    Public,
}

impl From<AudienceArg> for Audience {
    fn from(audience: AudienceArg) -> Self {
        match audience {
            AudienceArg::Office => Self::Office,
            AudienceArg::Committee => Self::Committee,
            AudienceArg::Public => Self::Public,
        }
    }
}

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportArg {
    /// The minutes of a committee, for its members.
    Minutes,
    /// The activity report, for everyone.
    Annual,
    /// The sheet of one landlord, for itself.
    Landlord,
    /// The sheet of one association, for itself.
    Association,
}

/// An audience of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForArg {
    /// The union's staff.
    Office,
    /// The quarterly committee.
    Committee,
    /// One landlord: its own rows, without codes of cases.
    Landlord,
    /// One association: its own cases.
    Association,
    /// Everyone: organisations only.
    Public,
}
