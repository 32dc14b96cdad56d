//! Records that are entered twice, or that claim the same thing: each would count twice.

use std::collections::HashSet;

use super::Findings;
use crate::domain::commitment::{Commitment, Counting};
use crate::domain::lens::Lens;
use crate::domain::relocation::Relocation;
use crate::domain::schema::Record;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    commitments(lens, found);
    units(lens, found);
}

/// A commitment of the same landlord for the same period and target as an earlier one.
fn commitments(lens: &Lens, found: &mut Findings) {
    let mut seen = HashSet::new();
    for commitment in &lens.dataset.commitments {
        let of = (commitment.landlord, commitment.period, commitment.axis.key());
        if commitment.counting == Counting::Counts && commitment.period.is_some() && !seen.insert(of) {
            found.warn(commitment.cell(Commitment::KEYS.target), "finding-commitment-twice");
        }
    }
}

/// A unit that one case leased before an earlier one left it.
fn units(lens: &Lens, found: &mut Findings) {
    let leased = |case| {
        let case: &Relocation = case;
        Some((case.taken_unit(lens)?.id(), case.lease_signed.or(case.moved_in)?, case))
    };
    let mut leases: Vec<_> = lens.dataset.relocations.iter().filter_map(leased).collect();
    leases.sort_by_key(|(unit, on, case)| (*unit, *on, case.id()));
    for pair in leases.windows(2) {
        let [(first, _, before), (second, on, after)] = pair else { continue };
        if first == second && before.exited.is_none_or(|left| left > *on) {
            found.error(after.cell(Relocation::KEYS.unit), "finding-unit-leased-twice");
        }
    }
}
