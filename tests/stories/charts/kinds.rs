//! The table of charts: each has a key, texts, and the right sensitivity.

use std::collections::HashSet;

use clefs::chart::kind::{Chart, Sensitivity};
use clefs::chart::out::picture::{Picture, Size};
use clefs::chart::scene::Scene;
use clefs::domain::schema::Audience;
use clefs::indicators::Span;
use clefs::words::{Lang, Words};

use super::gallery::each;
use crate::build::Build;
use crate::rules::analysis::fixture;

#[test]
fn each_chart_has_a_key_and_texts() {
    let keys: HashSet<_> = Chart::ALL.iter().map(|chart| chart.key()).collect();
    assert_eq!(keys.len(), Chart::ALL.len());
    for words in [Lang::Fr, Lang::En].map(Words::new) {
        let names: HashSet<String> =
            Chart::ALL.iter().map(|chart| Picture::default().file_name(*chart, Audience::Committee, &words)).collect();
        assert_eq!(names.len(), Chart::ALL.len(), "two charts share a file name");
        for chart in Chart::ALL {
            for key in ["charts", "chart-file"].map(|family| format!("{family}-{}", chart.key())) {
                assert!(!words.text(&key).is_empty() && words.text(&key) != key, "{key} has no text");
            }
        }
    }
}

#[test]
fn what_would_say_the_same_again_is_not_offered() {
    let b = fixture();
    let offers =
        |audience, chart| Chart::offered(&b.figures(Span::SinceStart, "2021-07-09", audience)).contains(&chart);
    for chart in [Chart::Matrix, Chart::Map] {
        assert!(offers(Audience::Office, chart), "{}", chart.key());
    }
    // So few women wait that others read a single figure.
    assert!(!offers(Audience::Committee, Chart::Map));
    assert!(offers(Audience::Committee, Chart::Needs));
    // Of many they read départements, and types; never one within the other.
    let mut b = Build::of(clefs::sample::generate(41, 400, 1));
    b.publish(b.period("2021"), "2021-07-09");
    let offers =
        |chart| Chart::offered(&b.figures(b.period("2021"), "2021-07-09", Audience::Committee)).contains(&chart);
    assert!(offers(Chart::Map) && !offers(Chart::Matrix));
}

#[test]
fn who_does_not_see_a_chart_hears_its_figures_its_rule_and_where_they_come_from() {
    let b = fixture();
    each(b.dataset(), Audience::Committee, |chart, _, scene| {
        let total = scene.table.rows.last().filter(|row| row.values.iter().any(|value| !value.to_string().is_empty()));
        let name = total.map(|row| row.name.as_str()).unwrap_or_default();
        assert!(scene.description.contains(name), "{}: {}", chart.key(), scene.description);
        assert!(scene.description.ends_with(&scene.caption) || scene.description.ends_with("DONNÉES FICTIVES."));
        assert!(scene.caption.contains("Source : ") || scene.caption.contains("Source\u{a0}: "), "{}", scene.caption);
        let svg = clefs::chart::out::svg::svg(scene, &clefs::theme::LIGHT);
        assert!(svg.contains(" lang=\"fr\" "));
    });
}

#[test]
fn exactly_the_charts_that_differ_for_the_office_are_internal() {
    let drawn = |audience| {
        let mut scenes: Vec<(Chart, Scene)> = Vec::new();
        each(fixture().dataset(), audience, |chart, size, scene| {
            if size == Size::FullPage {
                scenes.push((chart, scene.clone()));
            }
        });
        scenes
    };
    let internal = Words::new(Lang::Fr).text("chart-internal").to_owned();
    for ((chart, exact), (_, masked)) in drawn(Audience::Office).iter().zip(&drawn(Audience::Committee)) {
        let is_of_persons = chart.sensitivity() != Sensitivity::Organisations;
        assert_eq!(exact != masked, is_of_persons, "{}", chart.key());
        assert_eq!(exact.description.contains(&internal), is_of_persons, "{}", chart.key());
        assert!(!masked.description.contains(&internal), "{}", chart.key());
        assert_eq!(chart.is_internal(Audience::Office), is_of_persons);
        assert!(!chart.is_internal(Audience::Committee));
    }
}
