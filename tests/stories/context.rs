//! Context figures: copied from other publications, kept, shown beside and never added.

use clefs::domain::check::Severity;
use clefs::domain::dataset::Dataset;
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, TableId};
use clefs::domain::table::Table;
use clefs::exchange::csv::export;
use clefs::indicators::{Span, changes_since, curve, progress};
use clefs::store::{self, DatasetId, SaveId, Standing, template};
use clefs::words::{Lang, Words};
use egui::Key;

use crate::build::{Build, day};
use crate::counting;
use crate::window::desk::{Desk, SAMPLE};

const COMPLETE: [(&str, &str); 6] = [
    ("period", "2021"),
    ("value", "9000"),
    ("unit", "demandes"),
    ("source", "Observatoire fictif"),
    ("dated", "2021-06-30"),
    ("notes", "À vérifier"),
];

/// A dataset with one figure that lacks one cell.
fn without(column: &str) -> Build {
    let mut b = Build::new();
    let cells: Vec<_> = COMPLETE.into_iter().filter(|(key, _)| *key != column).collect();
    b.add(TableId::ContextFigures, if column == "label" { "" } else { "Demandes fictives" }, &cells);
    b
}

fn text_of(dataset: &Dataset) -> String {
    let (bytes, _) = store::write(dataset, DatasetId::from_random(7), SaveId::from_random(1), &[]).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_figure_typed_by_the_staff_is_kept() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Chiffres de contexte");
    window.ctrl(Key::N);
    let typed = [
        ("Chiffre", "Demandes pour violences familiales (fictif)", "Demandes pour violences familiales (fictif)"),
        ("Période", "T1 2021", "T1 2021"),
        ("Valeur", "9 000", "9 000"),
        ("Unité", "demandes", "demandes"),
        ("Source", "Observatoire fictif", "Observatoire fictif"),
        ("Date de la source", "30/6/21", "30/06/2021"),
    ];
    for (header, text, _) in typed {
        window.reach(TableId::ContextFigures, 3, header);
        window.type_text(text);
        window.press(Key::Enter);
    }
    window.ctrl(Key::S);
    let mut window = desk.start_on(SAMPLE);
    window.click("Chiffres de contexte");
    for (header, _, shown) in typed {
        window.reach(TableId::ContextFigures, 3, header);
        assert_eq!(window.column(header).last().map(String::as_str), Some(shown));
    }
    window.click("Alertes");
    window.assert_absent("est obligatoire et manque");
}

#[test]
fn it_is_searched_shown_on_a_card_and_undone_like_any_record() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    let before = window.session().dataset().clone();
    window.click("Chiffres de contexte");
    window.ctrl(Key::N);
    window.type_text("Attributions en cours d’année");
    window.press(Key::Enter);
    window.click("Alertes");
    for column in ["Valeur", "Source", "Date de la source"] {
        window.assert_shows(&format!("« {column} » est obligatoire et manque"));
    }
    window.click("Chiffres de contexte");
    window.ctrl(Key::F);
    window.type_text("ATTRIB");
    let found = ["Attributions, violences familiales", "Attributions en cours d’année"];
    assert_eq!(window.column("Chiffre"), found);
    window.select(1, "Chiffre");
    window.press(Key::Space);
    window.assert_shows("Historique");
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
    assert_eq!(window.column("Chiffre"), found[..1]);
}

#[test]
fn a_file_older_than_the_table_opens() {
    let mut dataset = without("").dataset().clone();
    let with = text_of(&dataset);
    assert!(with.contains("\n context: [\n"), "{with}");
    assert_eq!(store::read(with.as_bytes()).unwrap().dataset, dataset);
    dataset.context = Table::default();
    dataset.history = clefs::domain::log::Log::default();
    for text in [text_of(&dataset), template::SOURCE.to_owned()] {
        assert!(!text.contains("context"), "an empty table is not written: {text}");
        let contents = store::read(text.as_bytes()).unwrap();
        assert_eq!((contents.standing, contents.dataset.context.len()), (Standing::Sound, 0));
    }
}

#[test]
fn a_figure_without_provenance_is_a_finding() {
    for column in ["label", "value", "source", "dated"] {
        let found = without(column).look("2021-12-31", clefs::domain::check::check);
        let [finding] = &found[..] else { panic!("{column}: {found:?}") };
        assert_eq!((finding.severity, finding.message.key), (Severity::Error, "finding-missing"));
        assert_eq!(
            (finding.table(), finding.cell().map(|cell| cell.column.as_str())),
            (TableId::ContextFigures, Some(column))
        );
    }
    for column in ["period", "unit", "notes", ""] {
        assert_eq!(without(column).look("2021-12-31", clefs::domain::check::check), [], "{column}");
    }
}

#[test]
fn it_enters_no_figure_of_the_convention() {
    let mut b = counting::convention();
    let figures = |b: &Build| {
        let spans = b.dataset().periods.iter().map(|period| Span::Period(period.id())).chain([Span::SinceStart]);
        let spans: Vec<_> = spans.collect();
        b.look("2021-12-31", |lens| {
            let each = spans.iter().map(|span| {
                let progress = progress(lens, *span);
                (curve(lens, *span, &progress, Some(lens.as_of)), progress)
            });
            (each.collect::<Vec<_>>(), changes_since(lens, day("2021-04-09"), &progress(lens, Span::SinceStart)))
        })
    };
    let before = figures(&b);
    assert!(before.0.iter().any(|(_, progress)| progress.region.figures.women.in_all.n() > 0));
    for unit in ["femmes", "logements", "personnes formées"] {
        let cells = [&COMPLETE[..2], &[("unit", unit)], &COMPLETE[3..]].concat();
        b.add(TableId::ContextFigures, &format!("Relogements fictifs, {unit}"), &cells);
    }
    assert_eq!(figures(&b), before);
}

#[test]
fn every_audience_reads_it_without_the_office_notes() {
    let b = without("");
    let words = Words::new(Lang::Fr);
    b.look("2021-12-31", |lens| {
        let office = export(TableId::ContextFigures, lens, &words).unwrap();
        assert!(office.contains("Chiffre;Période;Valeur;Unité;Source;Date de la source;Notes\r\n"), "{office}");
        let line = "Demandes fictives;2021;9000;demandes;Observatoire fictif;30/06/2021";
        assert!(office.contains(&format!("{line};À vérifier\r\n")), "{office}");
        let committee = export(TableId::ContextFigures, &Projection::of(lens, Audience::Committee), &words).unwrap();
        assert!(committee.contains(&format!("{line}\r\n")) && !committee.contains("Notes"), "{committee}");
    });
}
