//! A snapshot only ever gives the figures of its own audience.

use std::sync::Arc;

use clefs::domain::lens::Links;
use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{By, Snapshot, Tally};

use super::analysis::fixture;
use crate::build::Build;

const fn is_shared_between_threads<T: Send + Sync + Clone>() {}
const _: () = is_shared_between_threads::<Snapshot>();

fn figures(b: &Build, audience: Audience) -> Snapshot {
    b.figures(b.period("2021"), "2021-07-09", audience)
}

/// All figures of a snapshot.
fn all(of: &Snapshot) -> String {
    let breakdowns = [By::Association, By::Departement].map(|by| of.breakdown(by));
    let more = (of.delays(), of.unit_days(), of.case_flow(), of.rounds(), of.since());
    format!("{:?}", (of.least(), of.progress(), of.curve(), of.children(), of.release(), breakdowns, more))
}

#[test]
fn memoised_office_figures_never_reach_the_committee() {
    let b = fixture();
    let [alone, after] = [false, true].map(|is_office_first| {
        if is_office_first {
            all(&figures(&b, Audience::Office));
        }
        all(&figures(&b, Audience::Committee))
    });
    assert_eq!(alone, after);
    // Both share records and links.
    let dataset = b.document.snapshot();
    let links = Arc::new(Links::of(&dataset));
    let view = figures(&b, Audience::Office).view();
    let of = |audience| Snapshot::new(Arc::clone(&dataset), Arc::clone(&links), view, audience);
    let (office, committee) = (of(Audience::Office), of(Audience::Committee));
    let exact = all(&office);
    assert_eq!(all(&committee), alone);
    assert_ne!(exact, alone);
    assert_eq!(all(&office), exact, "nor the other way round");
}

#[test]
fn the_audience_of_a_snapshot_decides_what_is_suppressed() {
    let mut b = fixture();
    b.set(TableId::Relocations, "R5", "children", "3");
    let (office, committee) = (figures(&b, Audience::Office), figures(&b, Audience::Committee));
    assert!(office.is_exact() && office.release().is_exact());
    assert!(!committee.is_exact() && !committee.release().is_exact());
    assert_eq!((office.least(), committee.least()), (1, 5));
    // One woman was rehoused: the number of her children is for the office only.
    let children = |of: &Snapshot| {
        let landlords = of.progress().landlords.iter().map(|of| &of.figures.women.children);
        let since = of.since().map(|since| since.changes.region.children.total);
        (
            landlords.map(|children| children.total).sum::<u64>(),
            since,
            of.children().map(|of| (of.total, of.rows.len())),
        )
    };
    assert_eq!(children(&office), (3, Some(3), Some((3, 1))));
    assert_eq!(children(&committee), (0, Some(0), None));
    let needs = |of: &Snapshot| {
        of.breakdown(By::Departement).groups.iter().filter(|(_, t)| t.published(Tally::Needs).is_some()).count()
    };
    assert!(needs(&office) == 6 && needs(&committee) == 0, "too few for anything but the total");
}

#[test]
fn clones_share_memoised_figures_across_threads() {
    let snapshot = figures(&fixture(), Audience::Committee);
    let clone = snapshot.clone();
    let there = std::thread::spawn(move || std::ptr::from_ref(clone.release()) as usize).join().expect("counted");
    assert_eq!(std::ptr::from_ref(snapshot.release()) as usize, there);
}

#[test]
fn links_are_rebuilt_only_when_a_reference_changes() {
    let mut b = fixture();
    let before = Arc::new(Links::of(b.dataset()));
    b.set(TableId::Units, "U1", "notes", "vu");
    b.set(TableId::Relocations, "R1", "children", "2");
    assert!(Arc::ptr_eq(&before, &Links::updated(&before, b.dataset())));
    let offered = |b: &Build, links: &Links| {
        let lens = clefs::domain::lens::Lens::new(b.dataset(), links, crate::build::day("2021-07-09"));
        lens.proposals_of_unit(b.row("U3")).count()
    };
    assert_eq!(offered(&b, &before), 0);
    b.proposal("U3", "R2", &[("proposed_on", "2021-06-30")]);
    let after = Links::updated(&before, b.dataset());
    assert_eq!(offered(&b, &after), 1);
    b.set(TableId::Relocations, "R3", "unit", "U4");
    assert!(!Arc::ptr_eq(&after, &Links::updated(&after, b.dataset())));
}
