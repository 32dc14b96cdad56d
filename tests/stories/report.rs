//! Documents: what each has, for whom, and that the file says so.

use std::sync::Arc;

use clefs::chart::input::{ChartSource, RowOrder};
use clefs::chart::kind::Chart;
use clefs::domain::dataset::Dataset;
use clefs::indicators::{Snapshot, Span, SpanAsOf};
use clefs::report::Report;
use clefs::report::document::{Block, Document, Table};
use clefs::report::docx::docx;
use clefs::sample;
use clefs::words::{Lang, Words};

use crate::build::day;

const DAY: &str = "2021-07-09";

fn sample() -> Arc<Dataset> {
    Arc::new(sample::generate(41, 60, 1))
}

fn view() -> SpanAsOf {
    SpanAsOf { span: Span::SinceStart, as_of: day(DAY) }
}

fn written(dataset: &Arc<Dataset>, report: Report) -> Document {
    report.document(dataset, view(), &Words::new(Lang::Fr))
}

/// Each kind of document of the sample.
fn all(dataset: &Arc<Dataset>) -> [Report; 4] {
    let last = dataset.committees.iter().filter(|it| it.held_on <= Some(day(DAY))).max_by_key(|it| it.held_on);
    [
        Report::Minutes(last.expect("a committee").id()),
        Report::Annual,
        Report::Landlord(dataset.landlords.iter().nth(1).expect("a landlord").id()),
        Report::Association(dataset.associations.iter().next().expect("an association").id()),
    ]
}

/// Everything that is read in it, descriptions of pictures too.
fn texts(document: &Document) -> String {
    let of_table = |table: &Table| table.heads.iter().chain(table.rows.iter().flatten()).cloned().collect::<Vec<_>>();
    let of_block = |block: &Block| match block {
        Block::Heading(text) | Block::Text(text) | Block::Item(text) => vec![text.clone()],
        Block::Table(table) => of_table(table),
        Block::Chart(scene) => {
            let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
                clefs::chart::scene::Shape::Text(text) => Some(text.text.clone()),
                _ => None,
            });
            texts.chain([scene.title.clone(), scene.description.clone()]).collect()
        }
    };
    let blocks = document.blocks.iter().flat_map(of_block);
    document
        .about
        .iter()
        .cloned()
        .chain([document.title.clone(), document.foot.clone()])
        .chain(blocks)
        .collect::<Vec<_>>()
        .join("\n")
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect()
}

#[test]
fn minutes_have_figures_findings_decisions_and_actions_in_this_order() {
    let dataset = sample();
    let document = written(&dataset, all(&dataset)[0]);
    let headings: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading(text) = block { Some(text.as_str()) } else { None })
        .collect();
    let at = |name: &str| {
        headings.iter().position(|heading| *heading == name).unwrap_or_else(|| panic!("{name}: {headings:?}"))
    };
    let order =
        ["L’essentiel", "Décisions", "Actions", "Logements", "Relogements", "À l’ordre du jour ensuite"].map(at);
    assert!(order.is_sorted(), "{headings:?}");
    assert!(document.title.starts_with("Compte rendu – Comité du"), "{}", document.title);
    let all = texts(&document);
    let said = dataset.decisions.iter().filter(|it| {
        it.committee
            == Some(match self::all(&dataset)[0] {
                Report::Minutes(row) => row,
                _ => unreachable!("minutes come first"),
            })
    });
    for decision in said {
        assert!(all.contains(&decision.text), "{}", decision.text);
    }
}

#[test]
fn figures_in_a_document_are_those_of_the_charts_and_say_their_day_and_readers() {
    let dataset = sample();
    let words = Words::new(Lang::Fr);
    for report in all(&dataset) {
        let document = written(&dataset, report);
        assert!(document.about.iter().any(|line| line.contains("9 juillet 2021")), "{:?}", document.about);
        assert!(document.about[2].starts_with("Pour "), "{:?}", document.about);
        assert!(document.about.iter().any(|line| line == "DONNÉES FICTIVES"));
    }
    // The table of landlords, and the region last, as the chart of units has them.
    let document = written(&dataset, Report::Annual);
    let snapshot = Snapshot::of(Arc::clone(&dataset), view(), Report::Annual.audience());
    let source = ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words: &words };
    let chart = Chart::Units.scene(&source, 720.0, 0.0).table;
    let landlords = tables(&document).into_iter().next_back().expect("a table").clone();
    assert!(landlords.has_total);
    for row in &chart.rows {
        let name = if row.landlord.is_none() { "Ensemble" } else { &row.name };
        let same = landlords.rows.iter().find(|of| of[0] == name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(same[1], row.values[0].shown(&words), "{name}");
    }
}

#[test]
fn nothing_of_single_cases_leaves_and_an_organisation_reads_its_own() {
    let dataset = sample();
    let codes: Vec<&str> = dataset.relocations.iter().map(|case| case.code.as_str()).collect();
    let homes: Vec<&str> = dataset.units.iter().map(|unit| unit.code.as_str()).collect();
    let [minutes, annual, landlord, association] = all(&dataset).map(|report| texts(&written(&dataset, report)));
    for text in [&minutes, &annual, &landlord] {
        assert!(!codes.iter().any(|code| text.contains(code)));
    }
    assert!(!homes.iter().any(|code| annual.contains(code)));
    let Report::Landlord(row) = all(&dataset)[2] else { unreachable!("the landlord is third") };
    for unit in &dataset.units {
        let is_its = unit.landlord == Some(row);
        assert_eq!(landlord.contains(&unit.code), is_its, "{}", unit.code);
    }
    let Report::Association(row) = all(&dataset)[3] else { unreachable!("the association is last") };
    for case in &dataset.relocations {
        assert_eq!(association.contains(&case.code), case.association == Some(row), "{}", case.code);
    }
}

#[test]
fn the_file_has_the_texts_a_description_for_each_picture_and_its_language() {
    let dataset = sample();
    for report in all(&dataset) {
        let document = written(&dataset, report);
        let mut so_far = Vec::new();
        let bytes = docx(&document, |written, of| so_far.push((written, of))).expect("it can be written");
        let charts = document.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
        assert_eq!(so_far, (1..=charts).map(|n| (n, charts)).collect::<Vec<_>>());
        let raw = String::from_utf8_lossy(&bytes);
        assert_eq!(raw.matches(" descr=\"").count(), raw.matches("<wp:docPr").count());
        assert!(raw.matches("<wp:docPr").count() >= charts && !raw.contains("descr=\"\""));
        assert!(raw.contains(r#"<w:lang w:val="fr-FR" />"#));
        // It is read back by the same library, with its tables and headings.
        let read = docx_rs::read_docx(&bytes).expect("it is sound");
        let paragraphs: Vec<String> = read
            .document
            .children
            .iter()
            .filter_map(|child| match child {
                docx_rs::DocumentChild::Paragraph(paragraph) => Some(paragraph.raw_text()),
                _ => None,
            })
            .collect();
        assert!(paragraphs.contains(&document.title));
        let tables =
            read.document.children.iter().filter(|child| matches!(child, docx_rs::DocumentChild::Table(_))).count();
        assert_eq!(tables, self::tables(&document).len());
    }
}

#[test]
fn a_chart_higher_than_a_page_is_cut_between_its_lines() {
    let dataset = Arc::new(sample::generate(41, 60, 1));
    let words = Words::new(Lang::Fr);
    let snapshot = Snapshot::of(Arc::clone(&dataset), view(), Report::Annual.audience());
    let source = ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words: &words };
    let mut scene = Chart::Units.scene(&source, 720.0, 0.0);
    let one = |scene: &clefs::chart::scene::Scene| {
        let block = Block::Chart(Box::new(scene.clone()));
        let document = Document {
            title: "T".into(),
            about: Vec::new(),
            lang: Lang::Fr,
            day: day(DAY),
            blocks: vec![block],
            foot: String::new(),
        };
        let bytes = docx(&document, |_, _| {}).expect("it can be written");
        String::from_utf8_lossy(&bytes).matches("<wp:docPr").count()
    };
    assert_eq!(one(&scene), 1);
    scene.height = 2000.0;
    assert_eq!(one(&scene), 3);
}

#[test]
fn no_landlord_is_held_against_a_year_of_several() {
    let dataset = Arc::new(crate::build::case_file("leak-span-seed6-300.ron"));
    let words = Words::new(Lang::Fr);
    let since = SpanAsOf { span: Span::SinceStart, as_of: day("2023-06-30") };
    let table = |report: Report, view| {
        let document = report.document(&dataset, view, &words);
        if report == Report::Annual {
            tables(&document).pop().cloned()
        } else {
            tables(&document).first().copied().cloned()
        }
    };
    // Only the first year is shared between them.
    let all = table(Report::Annual, since).expect("the landlords");
    let (region, landlords) = all.rows.split_last().expect("the region");
    assert!(landlords.iter().all(|row| row[2] == "–" && row[4] == "–"), "{landlords:?}");
    assert_eq!([&region[2], &region[4]], ["81", "225"]);
    let row = dataset.landlords.iter().next().expect("a landlord").id();
    let own = table(Report::Landlord(row), since).expect("its figures");
    assert!(own.rows.iter().take(2).all(|row| row[2] == "–"), "{own:?}");
    let first = dataset.periods.iter().next().expect("the first year").id();
    let year = SpanAsOf { span: Span::Period(first), as_of: day("2021-12-31") };
    let own = table(Report::Landlord(row), year).expect("its figures");
    assert!(own.rows.iter().take(2).all(|row| row[2] != "–"), "{own:?}");
}

#[test]
fn awkward_names_make_a_sound_file() {
    let name = "A & B <w:t>\"x\" \u{0}\u{7}\u{fffe}\n]]> &amp;";
    let mut b = crate::build::Build::new();
    b.landlord(name, &[]);
    b.unit("U1", name, &[("published", "2021-05-01")]);
    let dataset = Arc::new(b.dataset().clone());
    for report in [Report::Annual, Report::Landlord(b.row(name))] {
        let bytes = docx(&written(&dataset, report), |_, _| {}).expect("it can be written");
        assert!(docx_rs::read_docx(&bytes).is_ok());
        // Nothing that XML does not allow, whoever reads it.
        let parts = String::from_utf8_lossy(&bytes);
        let body = parts.split_once("<w:document").and_then(|(_, rest)| rest.split_once("</w:document>"));
        let (body, _) = body.expect("the text");
        assert!(!body.contains(['\u{0}', '\u{7}', '\u{fffe}']));
    }
}

#[test]
fn a_table_for_the_clipboard_runs_nothing_and_holds_no_markup() {
    let cells = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let html = clefs::exchange::clipboard::html("fr", "A & B", &cells(&["Nom"]), &[cells(&["=1+1", "<b>"])], &[]);
    assert!(html.contains("<caption>A &amp; B</caption>"), "{html}");
    assert!(html.contains("<td>'=1+1</td><td>&lt;b&gt;</td>"), "{html}");
}
