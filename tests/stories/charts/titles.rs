//! No title claims what its figures do not say.

use std::collections::HashMap;

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::chart::scene::Scene;
use clefs::chart::wording::claim::{Lead, lead};
use clefs::domain::commune;
use clefs::domain::schema::Audience::{self, Committee, Office};
use clefs::indicators::{PlaceKey, Span, Wish};
use clefs::sample;
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use crate::build::Build;

pub fn scene(b: &Build, chart: Chart, span: Span, as_of: &str, audience: Audience) -> Scene {
    let (snapshot, words) = (b.figures(span, as_of, audience), Words::new(Lang::Fr));
    chart.scene(&ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words: &words }, 720.0, 0.0)
}

fn title(b: &Build, chart: Chart, span: Span, as_of: &str, audience: Audience) -> String {
    scene(b, chart, span, as_of, audience).title.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn who_comes_first_is_named_only_if_it_is_sure() {
    let first = |figures: &[i64], within| lead(figures.iter().copied().zip("abc".chars()), within);
    assert_eq!(first(&[], 0), Lead::Nobody);
    assert_eq!(first(&[3], 0), Lead::One(3, 'a'));
    assert_eq!(first(&[2, 3, 1], 0), Lead::One(3, 'b'));
    assert_eq!(first(&[3, 1, 3], 0), Lead::Two(3, 'a', 'c'));
    assert_eq!(first(&[3, 3, 3], 0), Lead::Nobody);
    // Rounded to 5, 10 may be 6 and 5 may be 9; 15 is 11 at least.
    assert_eq!(first(&[10, 5], 4), Lead::Nobody);
    assert_eq!(first(&[10, 10], 4), Lead::Nobody);
    assert_eq!(first(&[15, 5], 4), Lead::One(15, 'a'));
}

/// Two landlords, a target for two years, and commitments for the first one.
pub fn two_years() -> Build {
    let mut b = Build::new();
    for landlord in ["Alpha", "Bravo"] {
        b.landlord(landlord, &[]);
        b.commitment("units", "2021", landlord, "1");
    }
    for year in ["2021", "2022"] {
        b.commitment("units", year, "*", "2");
    }
    for (code, landlord, on) in
        [("L-0001", "Alpha", "2021-05-01"), ("L-0002", "Alpha", "2022-02-01"), ("L-0003", "Bravo", "2022-03-01")]
    {
        b.unit(code, landlord, &[("published", on)]);
    }
    b
}

#[test]
fn landlords_are_not_held_against_a_year_of_several() {
    let mut b = two_years();
    let shown = |b: &Build, span, as_of| scene(b, Chart::Units, span, as_of, Office);
    let of_year = shown(&b, b.period("2021"), "2021-12-31");
    assert_eq!(of_year.title.replace('\u{202f}', " "), "1 logement sur 2 ; Alpha a tenu son engagement");
    let since = shown(&b, Span::SinceStart, "2022-06-30");
    assert_eq!(
        since.title.replace('\u{202f}', " "),
        "3 logements sur 4 ; l’objectif de 2022 n’est pas réparti entre les bailleurs"
    );
    assert!(since.description.replace('\u{a0}', " ").contains("Alpha : 2. Bravo : 1."), "{}", since.description);
    // Before the second year has begun, all there is is shared.
    let before = shown(&b, Span::SinceStart, "2021-12-31");
    assert_eq!(before.title, of_year.title);
    // Once the second one is shared, they are compared again.
    b.commitment("units", "2022", "Alpha", "1");
    let since = shown(&b, Span::SinceStart, "2022-06-30");
    assert_eq!(since.title.replace('\u{202f}', " "), "3 logements sur 4 ; tous les bailleurs ont tenu leur engagement");
}

#[test]
fn what_is_over_is_not_forecast() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.commitment("relocations", "2021", "*", "20");
    for n in 0..6 {
        b.case(&format!("R{n}"), &[("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", "2021-06-01")]);
    }
    let says =
        |as_of| scene(&b, Chart::Curve, b.period("2021"), as_of, Office).description.contains("seraient atteints");
    assert!(says("2021-12-30"));
    assert!(!says("2021-12-31"));
    assert!(!says("2022-03-01"));
}

#[test]
fn who_waits_longer_than_any_step_took_is_the_finding() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    let case = |b: &mut Build, name: &str, acknowledged: &str| {
        b.case(
            name,
            &[
                ("origin", "referral"),
                ("landlord", "Alpha"),
                ("referred", "2021-04-01"),
                ("acknowledged", acknowledged),
            ],
        );
    };
    case(&mut b, "R1", "2021-04-11");
    let said = |b: &Build| title(b, Chart::Delays, Span::SinceStart, "2021-04-15", Office);
    // She has waited four days for a home since; it took ten to be acknowledged.
    assert_eq!(
        said(&b),
        "La plus longue des étapes dont la médiane est connue : interpellation → prise en compte, 10 jours"
    );
    case(&mut b, "R2", "");
    assert_eq!(said(&b), "1 relogement attend une étape (interpellation → prise en compte) depuis 14 jours");
}

/// What a title names as the most.
fn named<'a>(title: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = title.split_once(before)?;
    Some(rest.split_once(after).map_or(rest, |(name, _)| name))
}

/// The words for the class of a type, as others than the office read them.
fn class(wish: Wish, words: &Words) -> Option<&str> {
    let Wish::One(dwelling) = wish else { return None };
    Some(words.text(match dwelling.key() {
        "T1" | "T1bis" | "T2" => "wish-small",
        "T3" => "choice-dwelling-T3",
        _ => "wish-large",
    }))
}

/// Sums figures by name.
fn by_name<'a>(figures: impl Iterator<Item = (Option<&'a str>, i64)>) -> HashMap<&'a str, i64> {
    let mut sums = HashMap::new();
    for (name, n) in figures {
        if let Some(name) = name {
            *sums.entry(name).or_default() += n;
        }
    }
    sums
}

fn is_first(sums: &HashMap<&str, i64>, name: &str) -> bool {
    sums.iter().all(|(other, n)| *other == name || *n < sums[name])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whom others read as the first is the first in truth: what they read is rounded.
    #[test]
    fn nobody_is_named_first_who_is_not(seed in 0..10_000_u64, units in 0..60_usize, cases in 20..400_usize) {
        let mut b = Build::of(sample::generate(units, cases, seed));
        let (span, as_of, words) = (b.period("2021"), "2021-07-09", Words::new(Lang::Fr));
        b.publish(span, as_of);
        let exact = b.figures(span, as_of, Office);
        let exact = exact.release();
        let waiting = |place: &PlaceKey| exact.cell((None, Some(*place))).map_or(0, |cell| i64::from(cell.waiting));
        let name = |place: &PlaceKey| place.departement().and_then(commune::departement_name);
        let places = by_name(exact.places.iter().map(|place| (name(place), waiting(place))));
        let missing = |wish: &Wish| exact.cell((Some(*wish), None)).map_or(0, |cell| -cell.gap());
        let types = by_name(exact.wishes.iter().map(|wish| (class(*wish, &words), missing(wish))));
        if let Some(place) = named(&title(&b, Chart::Map, span, as_of, Committee), "Le plus de besoins : ", ", ") {
            prop_assert!(is_first(&places, place), "{place}: {places:?}");
        }
        if let Some(kind) = named(&title(&b, Chart::Needs, span, as_of, Committee), "il manque surtout des ", ";") {
            prop_assert!(types[kind] > 0 && is_first(&types, kind), "{kind}: {types:?}");
        }
    }
}
