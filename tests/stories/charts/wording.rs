//! The texts of charts: headline, labels, counting rule, in both languages.

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::chart::layout::progress::{self, ProgressInput, ProgressRow};
use clefs::chart::wording::finding;
use clefs::domain::commitment::Axis;
use clefs::domain::convention::CountBasis;
use clefs::domain::schema::Audience;
use clefs::edit::absorb_landlord;
use clefs::words::{Lang, Words};

use crate::build::{Build, day};

use super::{draw, input, row, seventeen, texts};

/// A target and what was delivered.
type Pair = (Option<u32>, u32);

/// A title in French with ordinary spaces, for a region and its rows.
fn title(axis: Axis, region: Pair, rows: &[Pair]) -> String {
    let names = ["Bailleur Alpha", "Bravo Habitat", "Bailleur Charlie"];
    let rows = rows.iter().enumerate().map(|(n, (target, done))| row(n, names[n], *target, *done, 0));
    let mut input = input(axis, rows.collect());
    (input.region.target, input.region.delivered) = region;
    draw(&input, 1200.0, 400.0).title.replace(['\u{202f}', '\u{a0}'], " ")
}

#[test]
fn titles_state_the_finding() {
    use Axis::{Relocations, Training, Units};
    let table: &[(&str, Axis, Pair, &[Pair])] = &[
        ("Aucun logement publié", Units, (None, 0), &[]),
        ("Aucun logement sur 27", Units, (Some(27), 0), &[]),
        ("Aucun logement sur 27 ; aucun engagement de bailleur noté", Units, (Some(27), 0), &[(None, 0)]),
        ("Aucun logement sur 2", Units, (Some(2), 0), &[(Some(2), 0)]),
        ("1 logement sur 5 ; aucun bailleur n’a encore tenu son engagement", Units, (Some(5), 1), &[(Some(5), 1)]),
        (
            "3 logements sur 5 ; Bailleur Alpha a tenu son engagement",
            Units,
            (Some(5), 3),
            &[(Some(2), 2), (Some(3), 1)],
        ),
        (
            "4 logements sur 5 ; Bravo Habitat a dépassé son engagement",
            Units,
            (Some(5), 4),
            &[(Some(3), 0), (Some(2), 4)],
        ),
        (
            "4 logements sur 9 ; 2 bailleurs ont tenu leur engagement",
            Units,
            (Some(9), 4),
            &[(Some(2), 2), (Some(2), 2), (Some(5), 0)],
        ),
        (
            "5 logements sur 5 ; tous les bailleurs ont tenu leur engagement",
            Units,
            (Some(5), 5),
            &[(Some(2), 2), (Some(3), 3)],
        ),
        (
            "5 logements sur 5 ; les 2 bailleurs engagés ont tenu leur engagement",
            Units,
            (Some(5), 5),
            &[(Some(2), 2), (Some(3), 3), (None, 0)],
        ),
        (
            "30 logements pour un engagement de 3 ; Bailleur Alpha a dépassé son engagement",
            Units,
            (Some(3), 30),
            &[(Some(3), 30)],
        ),
        ("2 logements publiés ; aucun engagement de bailleur noté", Units, (Some(0), 2), &[(Some(0), 2)]),
        ("1 logement publié", Units, (None, 1), &[]),
        ("Aucune femme relogée sur 75", Relocations, (Some(75), 0), &[]),
        ("1 femme relogée sur 75 ; aucun engagement de bailleur noté", Relocations, (Some(75), 1), &[(None, 1)]),
        ("38 femmes relogées sur 75", Relocations, (Some(75), 38), &[]),
        ("1 200 personnes formées pour un engagement de 945", Training, (Some(945), 1200), &[]),
        ("Aucune personne formée sur 945", Training, (Some(945), 0), &[]),
    ];
    for (expected, axis, region, rows) in table {
        assert_eq!(*expected, title(*axis, *region, rows));
    }
}

#[test]
fn a_name_too_long_for_the_title_is_replaced_by_a_count() {
    let input =
        input(Axis::Units, vec![row(1, &"Habitat fictif ".repeat(6), Some(1), 1, 0), row(2, "Bravo", Some(2), 0, 0)]);
    let scene = draw(&input, 585.0, 300.0);
    assert_eq!("1 logement sur 3 ; 1 bailleur a tenu son engagement", scene.title.replace('\u{202f}', " "));
}

/// A row's label in the description, in a chart where another row has a commitment.
fn label(lang: Lang, axis: Axis, of: ProgressRow) -> String {
    let name = of.name.clone();
    let scene =
        progress::scene(&input(axis, vec![of, row(2, "Bravo", Some(1), 0, 0)]), &Words::new(lang), 900.0, 300.0);
    let text = scene.description.replace('\u{a0}', " ");
    // The region comes first.
    let line = text.split(". ").nth(1).unwrap();
    line.trim_start_matches(&name).trim_start_matches([' ', ':']).to_owned()
}

#[test]
fn labels_in_both_languages() {
    let suspended = ProgressRow { suspended: 1, ..row(1, "Alpha", Some(5), 3, 2) };
    let (units, relocations) = (Axis::Units, Axis::Relocations);
    let table = [
        (relocations, row(1, "Alpha", Some(5), 3, 2), "3 / 5 · 2 en cours", "3 / 5 · 2 under way"),
        (relocations, suspended, "3 / 5 · 2 en cours dont 1 suspendu", "3 / 5 · 2 under way of which 1 suspended"),
        (units, row(1, "Alpha", Some(2), 2, 1), "2 / 2 · 1 à publier", "2 / 2 · 1 to publish"),
        (units, row(1, "Alpha", Some(2), 30, 0), "30 / 2", "30 / 2"),
        (units, row(1, "Alpha", Some(0), 0, 0), "0 / 0", "0 / 0"),
        (units, row(1, "Alpha", None, 0, 0), "0 · engagement non saisi", "0 · no commitment entered"),
        (
            units,
            row(1, "Alpha", None, 4, 1),
            "4 · 1 à publier · engagement non saisi",
            "4 · 1 to publish · no commitment entered",
        ),
        (Axis::Training, row(1, "Alpha", Some(9), 4, 1), "4 / 9 · 1 attendue", "4 / 9 · 1 expected"),
    ];
    for (axis, row, french, english) in table {
        assert_eq!(french, label(Lang::Fr, axis, row.clone()));
        assert_eq!(english, label(Lang::En, axis, row));
    }
}

/// An absorbed landlord's commitment is its successor's from the day on (C11): none of its own is missed.
#[test]
fn a_landlord_that_was_taken_over_misses_no_commitment() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    b.landlord("Charlie", &[]);
    b.commitment("units", "2022", "Bravo", "4");
    for name in ["Alpha", "Charlie"] {
        b.unit(&format!("of {name}"), name, &[("published", "2022-05-01")]);
    }
    b.apply(&absorb_landlord(b.row("Alpha"), b.row("Bravo"), day("2022-07-01"))).expect("one edit");
    let said = |as_of: &str| {
        let snapshot = b.figures(b.period("2022"), as_of, Audience::Office);
        let words = Words::new(Lang::Fr);
        let source = ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words: &words };
        Chart::Units.scene(&source, 1200.0, 0.0).description.replace('\u{a0}', " ")
    };
    let (before, after) = (said("2022-06-30"), said("2022-12-31"));
    assert!(before.contains("Alpha : 1 · engagement non saisi"), "{before}");
    assert!(after.contains("Alpha : 1 · repris par Bravo"), "{after}");
    assert!(after.contains("Charlie : 1 · engagement non saisi"), "{after}");
}

#[test]
fn a_missing_commitment_is_not_repeated_in_each_row_if_nobody_has_one() {
    let scene = draw(&input(Axis::Units, vec![row(1, "Alpha", None, 4, 0), row(2, "Bravo", None, 0, 0)]), 900.0, 0.0);
    assert!(!scene.description.contains("engagement non saisi"), "{}", scene.description);
    assert!(scene.title.contains("aucun engagement de bailleur noté"), "{}", scene.title);
}

#[test]
fn captions_state_the_counting_rule() {
    let words = Words::new(Lang::Fr);
    let rule = |input: &ProgressInput| finding::rule(input, &words);
    let mut input = seventeen(Axis::Units);
    assert_eq!(rule(&input), "Compté dès la publication sur Pass’Logement (C2).");
    input.axis = Axis::Relocations;
    assert!(
        rule(&input).contains("au bail signé (C4). Les 11 femmes relogées par la plateforme ne sont pas recomptées")
    );
    (input.platform_women, input.basis) = (1, CountBasis::Keys);
    assert!(
        rule(&input).contains("à la remise des clefs (C4). La femme relogée par la plateforme n’est pas recomptée")
    );
    input.platform_women = 0;
    assert!(rule(&input).ends_with("à la remise des clefs (C4)."));
    input.axis = Axis::Training;
    assert!(rule(&input).contains("(C15)"));
}

#[test]
fn fictitious_data_is_labelled_on_the_chart() {
    let mut input = seventeen(Axis::Units);
    let is_marked = |input: &ProgressInput| {
        let scene = draw(input, 585.0, 660.0);
        (
            texts(&scene).iter().any(|text| text.text == "DONNÉES FICTIVES"),
            scene.description.contains("DONNÉES FICTIVES"),
        )
    };
    assert_eq!((true, true), is_marked(&input));
    input.imprint.fictitious = false;
    assert_eq!((false, false), is_marked(&input));
}
