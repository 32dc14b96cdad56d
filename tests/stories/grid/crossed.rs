//! The commitments as a grid of landlords and periods: the same records, typed, pasted, undone there.

use clefs::domain::commitment::{Axis, Commitment};
use clefs::domain::schema::TableId;
use clefs::edit::Document;
use clefs::session::command::Command;
use clefs::session::grid::Foot;

use super::bench::Bench;
use crate::build::Build;

/// Three landlords, two years: of 27 homes in 2021 Alpha promises 9 and Bravo 17, of 75 women Alpha all.
pub fn two_years() -> Build {
    let mut b = Build::empty();
    b.add(TableId::Convention, "Convention fictive", &[("fictitious", "yes"), ("as_of", "2021-07-09")]);
    b.add(TableId::Periods, "2021", &[("starts", "2021-03-25"), ("ends", "2021-12-31")]);
    b.add(TableId::Periods, "2022", &[("starts", "2022-01-01"), ("ends", "2022-12-31")]);
    for name in ["Alpha", "Bravo", "Charlie"] {
        b.landlord(name, &[]);
    }
    for (axis, period, landlord, target) in [
        ("units", "2021", "*", "27"),
        ("relocations", "2021", "*", "75"),
        ("units", "2022", "*", "27"),
        ("units", "2021", "Alpha", "9"),
        ("units", "2021", "Bravo", "17"),
        ("relocations", "2021", "Alpha", "75"),
    ] {
        b.commitment(axis, period, landlord, target);
    }
    b
}

fn crossed(b: &Build) -> Bench {
    let mut bench = Bench::new(Document::new(b.dataset().clone()), TableId::Commitments, &[]);
    bench.handle(Command::Crossed(true));
    bench
}

impl Bench {
    fn commitments(&self) -> Vec<&Commitment> {
        self.session.dataset().commitments.iter().collect()
    }

    /// What stands below a column.
    fn foot(&self, header: &str) -> String {
        let column = self.column(header);
        let crossed = self.grid().sheet().crossed().expect("crossed");
        let typed = self.session.foot_typed(column);
        let Foot { sum, gap, .. } = typed.unwrap_or_else(|| crossed.column(column).expect("a column").foot.clone());
        format!("{sum}, {gap}")
    }
}

/// Plays gestures; the drawing is then as expected.
fn check(bench: &mut Bench, gestures: &str, drawn: &str) {
    bench.play(gestures);
    let drawn: Vec<&str> = drawn.trim().lines().map(str::trim).collect();
    assert_eq!(bench.draw().replace(['\u{a0}', '\u{202f}'], " "), drawn.join("\n"));
}

const START: &str = "
| Bailleur  Logements 2021  Relogements 2021  Logements 2022  Relogements 2022
|[]         27              75                27
| Alpha     9               75
| Bravo     17
| Charlie";

#[test]
fn each_cell_is_the_target_of_a_record() {
    let mut bench = crossed(&two_years());
    check(&mut bench, "", START);
    assert_eq!(bench.foot("Logements 2021"), "26 sur 27, 1 à répartir");
    assert_eq!(bench.foot("Relogements 2021"), "75 sur 75, tout est réparti");
    assert_eq!(bench.foot("Logements 2022"), "0 sur 27, 27 à répartir");
    assert_eq!(bench.foot("Relogements 2022"), "0, sans objectif");
}

#[test]
fn typing_writes_the_record_and_makes_one_where_there_is_none() {
    let mut bench = crossed(&two_years());
    let before = bench.session.document().snapshot();
    check(
        &mut bench,
        "click:Alpha.Logements_2021 type:8 Enter type:16 Enter type:4 Enter",
        "
        | Bailleur  Logements 2021  Relogements 2021  Logements 2022  Relogements 2022
        |           27              75                27
        | Alpha     8               75
        | Bravo     16
        | Charlie  [4]",
    );
    assert_eq!(bench.foot("Logements 2021"), "28 sur 27, 1 de plus");
    let commitments = bench.commitments();
    assert_eq!(commitments.len(), 7);
    let made = commitments[6];
    let of = |table: TableId, row| bench.session.label_of(table, row);
    assert_eq!(made.landlord.map(|row| of(TableId::Landlords, row)), Some("Charlie".to_owned()));
    assert_eq!(made.period.map(|row| of(TableId::Periods, row)), Some("2021".to_owned()));
    assert_eq!((made.axis, made.target), (Axis::Units, Some(4)));
    // While it is typed the sum follows.
    bench.play("click:Charlie.Logements_2022 type:2");
    assert_eq!(bench.foot("Logements 2022"), "2 sur 27, 25 à répartir");
    bench.play("type:x");
    assert_eq!(bench.foot("Logements 2022"), "0 sur 27, 27 à répartir");
    bench.play("Esc click:Charlie.Logements_2021");
    // Three edits, three steps back; the last one shows where it was.
    check(
        &mut bench,
        "undo forget",
        &START
            .replace("|[] ", "|   ")
            .replace(" 9  ", " 8  ")
            .replace(" 17", " 16")
            .replace("| Charlie", "| Charlie  []"),
    );
    bench.play("undo undo");
    assert!(before.same_records(bench.session.dataset()));
    bench.play("redo redo redo");
    assert_eq!(bench.foot("Logements 2021"), "28 sur 27, 1 de plus");
}

#[test]
fn clearing_empties_the_number_and_leaves_the_record() {
    let mut bench = crossed(&two_years());
    bench.play("click:Alpha.Logements_2021 Shift+↓ Shift+↓ Delete");
    assert_eq!(bench.foot("Logements 2021"), "0 sur 27, 27 à répartir");
    assert_eq!(bench.commitments().len(), 6, "none is removed, none is made for Charlie");
    assert_eq!(bench.commitments()[3].target, None);
    // The name of a landlord is not changed here.
    bench.play("click:Alpha.Bailleur Delete type:x");
    assert_eq!(bench.problems.len(), 2, "{:?}", bench.problems);
    assert_eq!(bench.session.dataset().landlords.iter().next().map(|it| it.name.as_str()), Some("Alpha"));
}

#[test]
fn a_block_from_a_spreadsheet_goes_into_two_periods() {
    let mut bench = crossed(&two_years());
    check(
        &mut bench,
        "click:Alpha.Logements_2021 paste:1⇥2⇥3⇥4⏎5⇥⇥7⇥8⏎",
        "
        | Bailleur  Logements 2021  Relogements 2021  Logements 2022  Relogements 2022
        |           27              75                27
        | Alpha    [1]             (2)               (3)             (4)
        | Bravo    (5)             ()                (7)             (8)
        | Charlie",
    );
    assert_eq!(bench.commitments().len(), 10, "four were missing, an empty text makes none");
    assert_eq!(bench.foot("Relogements 2022"), "12, sans objectif");
    bench.play("undo");
    assert_eq!(bench.commitments().len(), 6);
    // With the names and headers, as it was copied.
    check(
        &mut bench,
        "forget click:Alpha.Bailleur Shift+↓ Shift+→ copy-with-headers Ctrl+V",
        "
        | Bailleur  Logements 2021  Relogements 2021  Logements 2022  Relogements 2022
        |           27              75                27
        |[Alpha]   (9)              75
        |(Bravo)   (17)
        | Charlie
        clipboard \"Bailleur\\tLogements 2021\\r\\nAlpha\\t9\\r\\nBravo\\t17\"",
    );
    // There is no landlord below the last one.
    bench.play("click:Charlie.Logements_2022 paste:3⏎4⏎");
    let misfits = &bench.preview().expect("a preview").misfits;
    assert_eq!(misfits.iter().map(|misfit| misfit.text.as_str()).collect::<Vec<_>>(), ["4"]);
    bench.play("anyway");
    assert_eq!(bench.foot("Logements 2022"), "3 sur 27, 24 à répartir");
}

#[test]
fn filling_moving_and_replacing_work_across_records() {
    let mut bench = crossed(&two_years());
    bench.play("click:Alpha.Logements_2021 Shift+↓ Shift+↓ Ctrl+D");
    assert_eq!(bench.foot("Logements 2021"), "27 sur 27, tout est réparti");
    bench.play("Ctrl+Z forget click:Bravo.Logements_2021 Ctrl+X click:Bravo.Logements_2022 Ctrl+V");
    assert_eq!(bench.foot("Logements 2021"), "9 sur 27, 18 à répartir");
    assert_eq!(bench.foot("Logements 2022"), "17 sur 27, 10 à répartir");
    bench.play("click:Alpha.Logements_2022 Shift+↓ replace:17=18");
    assert_eq!(bench.foot("Logements 2022"), "18 sur 27, 9 à répartir");
    bench.play("click:Alpha.Relogements_2022 Shift+↓ Shift+↓ type:5 Ctrl+Enter");
    assert_eq!(bench.foot("Relogements 2022"), "15, sans objectif");
}

#[test]
fn a_text_that_is_no_number_stays_until_it_is_corrected() {
    let mut bench = crossed(&two_years());
    bench.play("click:Charlie.Logements_2021 type:beaucoup Enter");
    assert_eq!(bench.foot("Logements 2021"), "26 sur 27, 1 à répartir", "no sum counts it");
    assert_eq!(bench.commitments().len(), 7);
    assert!(bench.draw().contains("[beaucoup!]"), "{}", bench.draw());
    assert!(bench.problems.iter().any(|text| text.contains("Objectif")), "{:?}", bench.problems);
    bench.play("forget Backspace Ctrl+A type:12 Enter");
    assert_eq!(bench.foot("Logements 2021"), "38 sur 27, 11 de plus");
    assert!(bench.session.dataset().drafts.is_empty());
    bench.play("undo undo");
    assert_eq!(bench.commitments().len(), 6);
}

#[test]
fn sorted_searched_and_hidden_it_writes_where_it_shows() {
    let mut bench = crossed(&two_years());
    check(
        &mut bench,
        "sort:Logements_2021 hide:Relogements_2021 click:Bravo.Logements_2022 type:6 Tab type:7 Enter",
        "
        | Bailleur  Logements 2021▲  Logements 2022  Relogements 2022
        | Alpha     9
        | Bravo     17               6               7
        |           27              [27]
        | Charlie",
    );
    // The sums are those of all landlords, shown or not.
    check(
        &mut bench,
        "search:char click:Charlie.Logements_2021 type:1 Enter",
        "
        | Bailleur  Logements 2021▲  Logements 2022  Relogements 2022
        | Charlie  [1]",
    );
    assert_eq!(bench.foot("Logements 2021"), "27 sur 27, tout est réparti");
    bench.play("clear-filters filter:Logements_2022=6");
    assert_eq!(bench.arrangement().len(), 1);
}

#[test]
fn who_left_joined_later_or_was_absorbed_is_told_and_counts_by_the_rules() {
    let mut b = two_years();
    b.set(TableId::Landlords, "Charlie", "left", "2021-12-31");
    for (column, value) in [("absorbed_by", "Alpha"), ("absorbed_on", "2022-06-01"), ("absorption_confirmed", "yes")] {
        b.set(TableId::Landlords, "Bravo", column, value);
    }
    b.landlord("Delta", &[("joined", "2022-04-01")]);
    b.landlord("Écho", &[("joined", "2020-01-01"), ("left", "2020-12-31")]);
    b.commitment("units", "2022", "Bravo", "5");
    let bench = crossed(&b);
    let crossed = bench.grid().sheet().crossed().expect("crossed");
    let names: Vec<_> = crossed.rows[1..].iter().map(|row| bench.session.label_of(TableId::Landlords, *row)).collect();
    assert_eq!(names, ["Alpha", "Bravo", "Charlie", "Delta"], "Écho was never a party");
    let at = |name: &str, header: &str| {
        let at = bench.grid().sheet().crossing((b.row(name), bench.column(header))).expect("a cell");
        (at.note.as_deref(), at.remark.clone().unwrap_or_default().replace('\u{a0}', " "))
    };
    assert_eq!(at("Alpha", "Logements 2022").0, None);
    assert_eq!(at("Bravo", "Logements 2021").0, None, "its past stays under its name");
    assert_eq!(
        at("Bravo", "Logements 2022"),
        (
            Some("repris"),
            "Repris le 01/06/2022 par Alpha : un nombre noté ici compte pour ce bailleur (C11).".to_owned()
        )
    );
    assert_eq!(at("Charlie", "Relogements 2022").0, Some("parti"));
    assert_eq!(at("Delta", "Logements 2021").0, Some("pas encore"));
    assert_eq!(bench.foot("Logements 2022"), "5 sur 27, 22 à répartir", "as on the dashboard");
}

#[test]
fn what_adds_up_is_shown_as_a_sum_and_changed_in_the_list() {
    let mut b = two_years();
    b.commitment("units", "2021", "Alpha", "3");
    let beside = b.commitment("units", "2022", "Alpha", "100");
    b.set_row(TableId::Commitments, beside, "counting", "beside");
    let mut bench = crossed(&b);
    check(
        &mut bench,
        "click:Alpha.Logements_2021 type:1 paste:1",
        "
        | Bailleur  Logements 2021  Relogements 2021  Logements 2022  Relogements 2022
        |           27              75                27
        | Alpha    [12]             75
        | Bravo     17
        | Charlie
        misfit 1 Logements 2021 « 1 » 2 engagements s’additionnent ici : modifiez-les dans la liste (F7).
        said 2 engagements s’additionnent ici : modifiez-les dans la liste (F7).",
    );
    assert_eq!(bench.foot("Logements 2021"), "29 sur 27, 2 de plus");
    assert_eq!(bench.grid().sheet().crossed().map(|crossed| crossed.left_out), Some(1), "the one beside");
}

#[test]
fn both_ways_show_the_same_records_and_each_keeps_its_place() {
    let mut bench = crossed(&two_years());
    bench.play("click:Bravo.Logements_2021");
    let at = bench.grid().cursor();
    bench.handle(Command::Crossed(false));
    bench.play("sort:Objectif at:0,3 type:11 Enter");
    let listed = bench.grid().cursor();
    bench.handle(Command::Crossed(true));
    assert_eq!(bench.grid().cursor(), at);
    assert_eq!(bench.session.dataset().commitments.iter().nth(3).and_then(|it| it.target), Some(11));
    // Undo shows the change in the way that is open.
    bench.play("undo forget");
    assert_eq!(bench.draw().lines().nth(2).map(|line| line.contains("[9]")), Some(true), "{}", bench.draw());
    bench.handle(Command::Crossed(false));
    assert_eq!(bench.grid().cursor(), listed);
    bench.handle(Command::Crossed(true));
    // A new landlord and a new period are there at once.
    bench.handle(Command::AddRow(TableId::Landlords, None));
    bench.handle(Command::AddRow(TableId::Periods, None));
    bench.handle(Command::Crossed(true));
    let crossed = bench.grid().sheet().crossed().expect("crossed");
    assert_eq!((crossed.rows.len(), crossed.columns.len()), (5, 7));
}
