//! The counting rules, on fixtures small enough to count by hand.

pub mod analysis;
mod attacker;
mod cases;
mod consequences;
mod corrected;
mod curve;
mod deadlines;
mod disclosed;
mod disclosure;
mod groups;
mod landlords;
mod rounding;
mod snapshot;
mod targets;
mod units;
mod views;
mod waits;
mod why;
mod women;

use clefs::domain::schema::TableId;
use clefs::indicators::{Figures, Progress, Span, progress, why};
use clefs::words::{Lang, Words};

use crate::build::Build;

/// Alpha and Bravo, parties since the signature.
fn two() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    b
}

fn count(b: &Build, period: &str, as_of: &str) -> Progress {
    b.look(as_of, |lens| progress(lens, b.period(period)))
}

fn since_start(b: &Build, as_of: &str) -> Progress {
    b.look(as_of, |lens| progress(lens, Span::SinceStart))
}

fn region(b: &Build, period: &str, as_of: &str) -> Figures {
    count(b, period, as_of).region.figures
}

fn of(b: &Build, landlord: &str, period: &str, as_of: &str) -> Figures {
    count(b, period, as_of).of(b.row(landlord)).expect("listed").clone()
}

/// Which units count in a period, by name.
fn units(b: &Build, period: &str, as_of: &str) -> Vec<String> {
    b.names(&region(b, period, as_of).units.delivered.rows)
}

fn reason_of(b: &Build, table: TableId, name: &str, as_of: &str) -> String {
    let message = b.look(as_of, |lens| why(lens, table, b.row(name))).expect("a counted table");
    Words::new(Lang::Fr).say(&message)
}
