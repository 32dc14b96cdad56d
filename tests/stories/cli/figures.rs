//! `figures`: the progress per landlord, on known figures.

use super::{Home, bytes_of, counted, same};
use crate::build::Build;

const YEAR_2021: &str = include_str!("../../fixtures/cli/figures-2021.txt");
const YEAR_2021_JSON: &str = include_str!("../../fixtures/cli/figures-2021.json");
const YEAR_2022: &str = include_str!("../../fixtures/cli/figures-2022.txt");
const MAY_2021: &str = include_str!("../../fixtures/cli/figures-2021-05-31.txt");
const ALL_IN_ENGLISH: &str = include_str!("../../fixtures/cli/figures-all-en.txt");

#[test]
fn text_output_is_an_aligned_table() {
    let home = Home::with("x.ron", &counted());
    same(&home.succeed(&["figures", "x.ron", "--period", "2021"]), YEAR_2021);
    same(&home.succeed(&["figures", "x.ron", "--period", "2022"]), YEAR_2022);
    same(&home.succeed(&["figures", "x.ron", "--as-of", "2021-05-31"]), MAY_2021);
    let all = ["figures", "x.ron", "--period", "all", "--as-of", "2022-12-31", "--lang", "en"];
    same(&home.succeed(&all), ALL_IN_ENGLISH);
}

#[test]
fn json_output_is_complete() {
    let home = Home::with("x.ron", &counted());
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let parsed = json(&home.succeed(&["figures", "x.ron", "--period", "2021", "--json"]));
    let fixture = json(YEAR_2021_JSON);
    assert!(parsed == fixture, "got:\n{parsed:#}");
    let all = json(&home.succeed(&["figures", "x.ron", "--period", "all", "--as-of", "2022-12-31", "--json"]));
    assert_eq!((&all["period"], &all["as_of"]), (&serde_json::Value::Null, &serde_json::json!("2022-12-31")));
}

#[test]
fn an_unknown_period_is_reported_with_the_known_ones() {
    let home = Home::with("x.ron", &counted());
    let error = home.fail(&["figures", "x.ron", "--period", "2031"]);
    assert_eq!(error, "clefs: no period is called `2031`; there are: 2021, 2022, 2023, all\n");
}

#[test]
fn c9_commitments_beyond_the_target_are_reported() {
    let allocation_line = |region: &str, landlord: &str, lang: &str| {
        let mut b = Build::new();
        b.landlord("Bailleur Alpha", &[]);
        if !region.is_empty() {
            b.commitment("units", "2021", "*", region);
        }
        b.commitment("units", "2021", "Bailleur Alpha", landlord);
        let home = Home::with("x.ron", &bytes_of(b.dataset()));
        let out = home.succeed(&["figures", "x.ron", "--period", "2021", "--lang", lang]);
        out.lines().rev().nth(1).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
    };
    assert_eq!(allocation_line("4", "2", "fr"), "Reste à répartir : 2 logements.");
    assert_eq!(allocation_line("4", "3", "fr"), "Reste à répartir : 1 logement.");
    assert_eq!(allocation_line("4", "4", "fr"), "Reste à répartir : 0 logement.");
    assert_eq!(allocation_line("4", "5", "fr"), "Les bailleurs promettent 1 logement de plus que l’objectif régional.");
    assert_eq!(
        allocation_line("4", "79", "fr"),
        "Les bailleurs promettent 75 logements de plus que l’objectif régional."
    );
    assert_eq!(allocation_line("", "5", "fr"), "Logements : pas d’objectif régional.");
    assert_eq!(allocation_line("4", "3", "en"), "Still to allocate: 1 unit.");
    assert_eq!(allocation_line("4", "4", "en"), "Still to allocate: 0 units.");
    assert_eq!(allocation_line("4", "6", "en"), "The landlords promise 2 units more than the regional target.");
}
