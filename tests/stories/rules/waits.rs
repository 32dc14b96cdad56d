//! Median waits, and all else that others read of a publication: whatever is corrected afterwards, it stays.

use clefs::domain::schema::{Audience, TableId};
use clefs::domain::value::Halves;
use clefs::indicators::{Breakdown, By, GroupKey, Level, NeedsCell, Snapshot, Span, Wish};

use super::disclosure::{Woman, convention};
use crate::build::Build;

const DAY: &str = "2021-09-15";
const LATER: &str = "2021-10-20";

/// Forty women around Lille and Lens, who came from March to July: the one in the middle in May.
fn forty() -> Build {
    let women: Vec<Woman> =
        (0..40).map(|n| (["T2", "T3"][n % 2], ["e200093201", "e246200364"][n / 4 % 2], n % 5, None, None)).collect();
    convention(&women)
}

fn read(b: &Build, as_of: &str, audience: Audience) -> Snapshot {
    b.figures(Span::SinceStart, as_of, audience)
}

fn wait(of: &Breakdown, group: GroupKey) -> Option<Halves> {
    of.groups.iter().find(|(key, _)| *key == group).and_then(|(_, tallies)| tallies.wait)
}

/// All medians that an audience reads.
fn waits(of: &Snapshot) -> Vec<Option<Halves>> {
    let of_by = |by| {
        let breakdown = of.breakdown(by);
        breakdown.groups.iter().map(|(_, it)| it.wait).chain([breakdown.all.wait]).collect::<Vec<_>>()
    };
    [By::Association, By::Departement].into_iter().flat_map(of_by).collect()
}

#[test]
fn a_published_median_is_that_of_the_publication_in_tens_of_days() {
    let mut b = forty();
    assert!(waits(&read(&b, DAY, Audience::Committee)).iter().all(Option::is_none), "nothing is published");
    b.publish(Span::SinceStart, DAY);
    let committee = read(&b, LATER, Audience::Committee);
    let departements = committee.breakdown(By::Departement);
    // Since 2 May: 136 days.
    for code in ["59", "62"] {
        assert_eq!(wait(departements, GroupKey::Departement(Some(code))), Some(140.into()), "{code}");
    }
    assert_eq!(departements.all.wait, Some(140.into()));
    assert_eq!(wait(departements, GroupKey::Departement(Some("80"))), None);
    // The office reads the exact one of its day.
    let office = read(&b, DAY, Audience::Office);
    assert_eq!(wait(office.breakdown(By::Departement), GroupKey::Departement(Some("59"))), Some(136.into()));
}

#[test]
fn nothing_that_is_written_later_moves_a_median() {
    let mut b = forty();
    b.publish(Span::SinceStart, DAY);
    let before = waits(&read(&b, LATER, Audience::Committee));
    assert!(before.iter().flatten().count() > 3, "{before:?}");
    // Who left before the publication, and is noted only now; who came earlier than was noted; whose département was wrong.
    for (n, (key, text)) in [("exited", "2021-08-20"), ("need_spotted", "2021-03-01"), ("wanted", "e248000531")]
        .iter()
        .cycle()
        .take(30)
        .enumerate()
    {
        b.set(TableId::Relocations, &format!("C{n}"), key, text);
        assert_eq!(waits(&read(&b, LATER, Audience::Committee)), before, "C{n}");
    }
}

#[test]
fn closed_twice_on_a_day_a_committee_says_the_same_of_women() {
    let mut b = forty();
    b.publish(Span::SinceStart, DAY);
    let types = |b: &Build| {
        let release = read(b, LATER, Audience::Committee).release().clone();
        let figure = |wish: &Wish| release.cell((Some(*wish), None)).map(|cell: &NeedsCell| cell.waiting);
        release.wishes.iter().map(figure).collect::<Vec<_>>()
    };
    let (before, first) = (types(&b), b.dataset().publications.iter().next().cloned().expect("the first"));
    for n in 0..9 {
        b.case(&format!("D{n}"), &[("need_spotted", "2021-08-02"), ("dwellings", "T3"), ("wanted", "e200093201")]);
        b.publish(Span::SinceStart, DAY);
        assert_eq!(types(&b), before);
    }
    for again in &b.dataset().publications {
        let of_women = |figures: &[String]| {
            figures
                .iter()
                .filter(|it| it.starts_with("waiting") || it.starts_with("needs"))
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(of_women(&again.figures), of_women(&first.figures));
    }
}

#[test]
fn figures_that_were_published_with_another_threshold_say_with_which() {
    let mut b = forty();
    b.publish(Span::SinceStart, DAY);
    let before = read(&b, LATER, Audience::Committee).release().clone();
    assert_eq!(before.base, Some(5));
    let row = b.dataset().convention.iter().next().expect("the convention").id();
    b.set_row(TableId::Convention, row, "threshold", "3");
    let committee = read(&b, LATER, Audience::Committee);
    assert_eq!(committee.release(), &before);
    let rounded = committee.breakdown(By::Departement).rounded.expect("rounded");
    assert_eq!((rounded.bases, rounded.within), ((5, 5), 4));
    // A table that was not published is not published by that either.
    let mut few = convention(&(0..12).map(|n| ("T2", "e200093201", n % 5, None, None)).collect::<Vec<Woman>>());
    few.publish(Span::SinceStart, DAY);
    let row = few.dataset().convention.iter().next().expect("the convention").id();
    few.set_row(TableId::Convention, row, "threshold", "3");
    assert_eq!(read(&few, LATER, Audience::Committee).release().level, Level::Total);
    // What is published from now on is a multiple of 3; the two years are told apart.
    for n in 0..30 {
        b.case(&format!("D{n}"), &[("need_spotted", "2021-11-02"), ("dwellings", "T2"), ("wanted", "e200093201")]);
    }
    b.publish(Span::SinceStart, "2021-12-15");
    let later = read(&b, "2021-12-20", Audience::Committee);
    assert_eq!(later.release().base, Some(3));
    assert_eq!(read(&b, LATER, Audience::Committee).release().base, Some(5));
}

#[test]
fn a_committee_closed_after_a_later_one_publishes_no_table() {
    let mut b = forty();
    b.publish(Span::SinceStart, DAY);
    let before = read(&b, LATER, Audience::Committee).release().clone();
    b.publish(Span::SinceStart, "2021-06-15");
    let late = b.dataset().publications.iter().next_back().cloned().expect("the late one");
    assert!(late.figures.iter().any(|it| it.starts_with("women/region")), "{:?}", late.figures);
    let of_women =
        ["waiting", "needs", "wait"].map(|name| late.figures.iter().filter(|it| it.starts_with(name)).count());
    assert_eq!(of_women, [0, 0, 0], "{:?}", late.figures);
    assert_eq!(read(&b, LATER, Audience::Committee).release(), &before);
    assert_eq!(read(&b, "2021-07-01", Audience::Committee).release().level, Level::Total);
}

#[test]
fn another_threshold_changes_no_group_that_was_seen() {
    let mut b = forty();
    for n in 0..20 {
        let signed = format!("2021-0{}-1{}", 4 + n / 10, n % 10);
        let cells = [("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", &*signed)];
        let children = ("children", ["0", "1", "4"][n % 3]);
        if n == 0 {
            b.landlord("Alpha", &[]);
        }
        b.case(&format!("E{n}"), &[&cells[..], &[children, ("need_spotted", "2021-03-28")]].concat());
    }
    b.publish(Span::SinceStart, DAY);
    let curve = |b: &Build| read(b, LATER, Audience::Public).curve().and_then(|curve| curve.children.clone());
    let before = curve(&b);
    assert_eq!(before.as_ref().map(Vec::len), Some(4), "four groups of five");
    let row = b.dataset().convention.iter().next().expect("the convention").id();
    for threshold in ["3", "7"] {
        b.set_row(TableId::Convention, row, "threshold", threshold);
        assert_eq!(curve(&b), before, "{threshold}");
        assert_eq!(read(&b, LATER, Audience::Public).group_size(), 5);
    }
}
