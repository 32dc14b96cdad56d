//! Periods with inconsistent bounds, and commitments that belong to no period.

use super::Findings;
use crate::domain::commitment::{Commitment, Counting};
use crate::domain::convention::{Convention, Period};
use crate::domain::lens::Lens;
use crate::domain::schema::Record;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    periods(lens, found);
    commitments(lens, found);
}

fn periods(lens: &Lens, found: &mut Findings) {
    let mut sound: Vec<&Period> = Vec::new();
    for period in &lens.dataset.periods {
        let (Some(starts), Some(ends)) = (period.starts, period.ends) else { continue };
        if ends < starts {
            found.error(period.cell(Period::KEYS.ends), "finding-period-reversed");
            continue;
        }
        if sound.iter().any(|other| other.starts <= Some(ends) && Some(starts) <= other.ends) {
            found.error(period.cell(Period::KEYS.starts), "finding-period-overlap");
        }
        sound.push(period);
    }
    if let Some(convention) = lens.dataset.convention.iter().next().filter(|_| sound.is_empty()) {
        found.warn(convention.cell(Convention::KEYS.name), "finding-no-period");
    }
}

fn commitments(lens: &Lens, found: &mut Findings) {
    for commitment in &lens.dataset.commitments {
        if commitment.period.is_none() && commitment.counting == Counting::Counts {
            found.warn(commitment.cell(Commitment::KEYS.period), "finding-commitment-period");
        }
        if commitment.target.is_none() {
            found.warn(commitment.cell(Commitment::KEYS.target), "finding-commitment-target");
        }
        if commitment.source.trim().is_empty() {
            found.warn(commitment.cell(Commitment::KEYS.source), "finding-commitment-source");
        }
    }
}
