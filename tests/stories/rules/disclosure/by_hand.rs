//! Suppression in cases that can be counted by hand.

use std::collections::HashSet;

use clefs::domain::schema::Audience;
use clefs::indicators::{
    CellKey, CellStatus, Figure, GroupKey, Level, NeedsCell, Protection, Secret, Span, Tally, suppress,
};
use proptest::prelude::*;

use super::{DAYS, Woman, any_woman, by_departement_on, convention, released};

#[test]
fn one_small_number_takes_another_with_it() {
    // 2 + 8 + 6 = 16: with the 2 one of the others, which one is not known from the numbers.
    let figure = |value| Figure { from: 0, to: 1, value, status: CellStatus::Published };
    let partner = |secret| {
        let mut figures = [figure(2), figure(8), figure(6)];
        assert!(suppress(&mut figures, &[Protection { figure: 0, upper: Some(3), lower: None }], Secret(secret)));
        let [first, second, third] = figures.map(|figure| figure.status == CellStatus::Suppressed);
        assert!(first && (second != third), "one partner is enough");
        second
    };
    let chosen: HashSet<bool> = (0..20).map(partner).collect();
    assert_eq!(chosen.len(), 2);
    assert_eq!(partner(3), partner(3), "the choice is stable");
}

#[test]
fn exits_from_a_departement_cannot_be_inferred_from_those_waiting() {
    // Two of twenty in the Nord have left. Nobody is rehoused, so those not waiting have left.
    let group = |n: usize, place: &'static str, left| vec![("T3", place, 0, None, left); n];
    let nord = [group(18, "d59", None), group(2, "d59", Some(1))].concat();
    let b = convention(&[nord, group(20, "d62", None), group(20, "d80", None)].concat());
    let release = released(&b, DAYS[0], Audience::Committee);
    let place = release.places.iter().find(|place| place.departement() == Some("59"));
    assert_eq!(place.and_then(|place| release.cell((None, Some(*place)))).and_then(NeedsCell::published), Some(18));
    let breakdown = by_departement_on(&b, DAYS[0], Span::SinceStart);
    let nord = breakdown.groups.iter().find(|(of, _)| *of == GroupKey::Departement(Some("59"))).expect("listed");
    assert_eq!(nord.1.of(Tally::Needs).n(), 20);
    assert!(nord.1.is_suppressed(Tally::Needs));
}

#[test]
fn the_last_day_of_a_period_counts_as_an_earlier_release() {
    // Nine come after the December committee and one leaves in January: the charts of the past year
    // are drawn as of its last day.
    let mut b = convention(&[]);
    for n in 0..9 {
        let left = if n == 0 { "2022-01-02" } else { "" };
        let cells = [("need_spotted", "2021-12-20"), ("dwellings", "T3"), ("wanted", "d59"), ("exited", left)];
        b.case(&format!("N{n}"), &[&cells[..], &[("origin", "referral")]].concat());
    }
    let t3 = Some(Some(clefs::domain::dwelling::Dwelling::T3));
    let said = |day| released(&b, day, Audience::Committee).cell((t3, None)).and_then(NeedsCell::published);
    assert_eq!((said("2021-12-31"), said(DAYS[3])), (Some(9), None));
}

#[test]
fn two_suppressed_cells_that_sum_to_the_threshold_need_a_third() {
    // Three and two: five and zero would not be suppressed, so both would be known to be small.
    let women = [vec![("T3", "d59", 0, None, None); 3], vec![("T3", "d62", 0, None, None); 2]].concat();
    let rest = [vec![("T3", "d80", 0, None, None); 9], vec![("T3", "d60", 0, None, None); 8]].concat();
    let release = released(&convention(&[women, rest].concat()), DAYS[0], Audience::Committee);
    let held = release
        .places
        .iter()
        .filter(|place| release.cell((None, Some(**place))).is_some_and(|cell| cell.is_suppressed));
    let held: u32 = held.map(|place| release.cell((None, Some(*place))).map_or(0, |cell| cell.needs.n() as u32)).sum();
    assert!(release.level >= Level::Types || held > 5, "{release:?}");
}

#[test]
fn five_referrals_of_one_woman_are_one_woman() {
    let mut b = convention(&[("T3", "d59", 0, None, None); 1]);
    for n in 0..5 {
        b.landlord(&format!("Bailleur {n}"), &[]);
        b.referral("C0", &format!("Bailleur {n}"), &[("asked_on", "2021-04-10")]);
    }
    let breakdown = by_departement_on(&b, DAYS[0], Span::SinceStart);
    let nord = breakdown.groups.iter().find(|(of, _)| *of == GroupKey::Departement(Some("59"))).expect("listed");
    assert_eq!(nord.1.of(Tally::Referrals).n(), 1);
    assert!(nord.1.is_suppressed(Tally::Referrals));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn zeros_are_suppressed_where_anything_is(women in prop::collection::vec(any_woman(), 0..90)) {
        // Otherwise a suppressed cell would be known to be non-zero.
        let b = convention(&women);
        for day in DAYS {
            let release = released(&b, day, Audience::Committee);
            let said = |key: CellKey| release.cell(key).map_or(Some(0), NeedsCell::published);
            let places = || release.places.iter().map(|place| Some(*place)).chain([None]);
            let keys = release.wishes.iter().map(|wish| Some(*wish)).chain([None]).flat_map(|wish| places().map(move |p| (wish, p)));
            let of_level = |(wish, place): &CellKey| match release.level {
                Level::Epci | Level::Departement => true,
                Level::Apart => wish.is_none() || place.is_none(),
                Level::Types => place.is_none(),
                Level::Total => wish.is_none() && place.is_none(),
            };
            let nobody = keys.filter(of_level).filter(|key| said(*key) == Some(0)).count();
            prop_assert!(release.suppressed_count() == 0 || nobody == 0, "{nobody} zeros are said in {release:?}");
            let breakdown = by_departement_on(&b, day, Span::SinceStart);
            for tally in Tally::ALL {
                let cells = || breakdown.groups.iter().map(|(_, of)| (of.of(*tally).n(), of.is_suppressed(*tally)));
                let is_any_held = cells().any(|(_, is_suppressed)| is_suppressed);
                prop_assert!(!is_any_held || !cells().any(|(n, is_suppressed)| n == 0 && !is_suppressed));
            }
        }
    }
}

#[test]
fn what_was_published_cannot_be_taken_back() {
    let figure = |value, status| Figure { from: 0, to: 1, value, status };
    let mut figures = [figure(2, CellStatus::Published), figure(8, CellStatus::Fixed)];
    assert!(!suppress(&mut figures, &[Protection { figure: 0, upper: Some(3), lower: None }], Secret(7)));
}

#[test]
fn the_office_reads_every_number_and_others_no_small_one() {
    let women: Vec<Woman> = [("T2", 6), ("T3", 7), ("T4", 2)]
        .into_iter()
        .flat_map(|(dwelling, n)| std::iter::repeat_n((dwelling, "d59", 0, None, None), n))
        .collect();
    let b = convention(&women);
    let t4 = Some(Some(clefs::domain::dwelling::Dwelling::T4));
    let office = released(&b, DAYS[0], Audience::Office);
    assert_eq!(office.cell((t4, None)).and_then(NeedsCell::published), Some(2));
    assert_eq!(office.suppressed_count(), 0);
    let committee = released(&b, DAYS[0], Audience::Committee);
    let cell = committee.cell((t4, None)).expect("it is listed");
    assert_eq!((cell.published(), cell.gap()), (None, None));
    // Two of three types are held back, in the one département as well: it stands for itself.
    assert_eq!(committee.level, Level::Apart);
}

#[test]
fn few_women_coarsen_the_territory_then_drop_the_type() {
    let level = |women: &[Woman]| released(&convention(women), DAYS[0], Audience::Committee).level;
    let group = |n: usize, dwelling: &'static str, place: &'static str| vec![(dwelling, place, 0, None, None); n];
    let (lille, lens) = ("e200093201", "e246200364");
    assert_eq!(level(&[group(9, "T2", lille), group(9, "T3", lens)].concat()), Level::Epci);
    let spread = [group(3, "T2", lille), group(3, "T2", "e245900428"), group(9, "T3", lens)].concat();
    assert_eq!(level(&spread), Level::Departement);
    let apart = [group(4, "T2", lille), group(4, "T3", lille), group(4, "T2", lens), group(4, "T3", lens)].concat();
    assert_eq!(level(&apart), Level::Apart);
    assert_eq!(level(&group(3, "T2", lille)), Level::Total);
}

#[test]
fn a_median_is_suppressed_wherever_its_number_of_women_is() {
    let group = |n: usize, place: &'static str| vec![("T3", place, 1, None, None); n];
    let b = convention(&[group(9, "d59"), group(5, "d62"), group(2, "d80")].concat());
    let breakdown = by_departement_on(&b, DAYS[0], Span::SinceStart);
    let masked = |code| {
        let group = breakdown.groups.iter().find(|(of, _)| *of == GroupKey::Departement(Some(code)));
        group.map(|(_, tallies)| (tallies.is_wait_suppressed, tallies.wait.is_some())).expect("listed")
    };
    // Besides the two in 80 one other is suppressed; its median must not reveal which is which.
    assert_eq!(masked("80"), (true, false));
    let others = [masked("59"), masked("62")];
    assert!(others.contains(&(true, false)) && others.contains(&(false, true)), "{others:?}");
}
