//! What can be typed on the command line.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::chart::kind::Chart;
use crate::domain::schema::Audience;
use crate::words::Lang;

/// More records than any convention has, and few enough to be made in memory.
const MOST_RECORDS: u64 = 1_000_000;

/// Pixels a point that a picture may have.
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
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
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
        #[arg(value_parser = charts())]
        kind: Chart,
        /// The picture to write: .svg or .png.
        #[arg(long)]
        out: PathBuf,
        /// Period and day.
        #[command(flatten)]
        view: ViewArgs,
        /// Pixels a point, of a PNG: 0.5 to 4.
        #[arg(long, default_value_t = 2.0, value_parser = scale)]
        scale: f32,
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
        /// For whom; the office sees everything.
        #[arg(long, value_enum, default_value_t = AudienceArg::Office)]
        audience: AudienceArg,
        /// Language of the words.
        #[arg(long, value_enum, default_value_t = LangArg::Fr)]
        lang: LangArg,
    },
}

fn records() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(..=MOST_RECORDS)
}

/// Reads a scale; the picture would otherwise have no size, or be of no use.
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

/// A chart by its key, as the window's list has it.
fn charts() -> impl TypedValueParser<Value = Chart> {
    PossibleValuesParser::new(Chart::ALL.map(Chart::key))
        .try_map(|key| Chart::ALL.into_iter().find(|chart| chart.key() == key).ok_or("no such chart"))
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// French.
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

/// An audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AudienceArg {
    /// The union's staff.
    Office,
    /// The quarterly committee.
    Committee,
}

impl From<AudienceArg> for Audience {
    fn from(audience: AudienceArg) -> Self {
        match audience {
            AudienceArg::Office => Self::Office,
            AudienceArg::Committee => Self::Committee,
        }
    }
}
