//! The mode séance: while it is on, nothing that the committee may not see is in the window, whatever is opened there.
//! Checked with canaries in every confidential text, by walking through all pages and actions there are.

mod walk;

use clefs::domain::committee::CommitteeDecision;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::CellRef;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::{Audience, ColumnInfo, Kind, Record, TableId, Visibility};
use clefs::domain::unit::Unit;
use clefs::domain::value::{Money, Value};
use clefs::domain::view::{Filter, NamedView, Test};
use clefs::edit::{Document, Edit, Stamp};
use clefs::session::command::Command;
use clefs::session::grid::{EditorPlace, GridCommand};
use clefs::store::{self, Settings};
use egui::Key;

use super::committee;
use super::desk::{Desk, SAMPLE, all_columns, now, places};
use super::screen::Window;
use walk::{CANARY, Walk};

/// Whether a committee may not see a cell, by its column and whether its record is openly on offer.
fn is_confidential(lens: &Lens, cell: CellRef, info: &ColumnInfo) -> bool {
    let table = lens.dataset.table(cell.table);
    let stake = table.stake(cell.row, Audience::Committee, lens);
    [table.visibility(), info.visibility].iter().any(|visibility| match visibility {
        Visibility::Everyone | Visibility::Members => false,
        Visibility::WhileOnOffer => !stake.on_offer,
        Visibility::Owner | Visibility::Association | Visibility::Office => true,
    })
}

/// Every text that the committee may not see, with a canary instead: in records, their history, drafts and views.
/// Returns how many.
fn with_canaries(dataset: Dataset) -> (Dataset, usize) {
    let mut document = Document::new(dataset);
    let links = Links::of(document.dataset());
    let lens = Lens::new(document.dataset(), &links, now().date());
    let mut edits = Vec::new();
    for table in TableId::ALL.iter().copied() {
        for row in document.dataset().table(table).ids() {
            for info in table.columns().iter().filter(|info| !info.is_derived()) {
                let cell = CellRef { table, row, column: info.key };
                let word = format!("{CANARY}{}", edits.len());
                let value = match info.kind {
                    Kind::Text | Kind::Notes => Value::Text(word),
                    Kind::Texts => Value::Texts(vec![word]),
                    _ => continue,
                };
                if is_confidential(&lens, cell, info) {
                    edits.push(Edit::Set { cell, value });
                }
            }
        }
    }
    let count = edits.len();
    let case = document.dataset().relocations.iter().next().unwrap();
    edits.push(Edit::Draft { cell: case.cell(Relocation::KEYS.max_rent), text: Some(format!("{CANARY} draft")) });
    for table in [TableId::Units, TableId::Landlords] {
        let test = Test::Contains(format!("{CANARY} filter"));
        edits.push(Edit::KeepView(NamedView {
            name: format!("{CANARY} view"),
            table,
            search: format!("{CANARY} search"),
            filters: vec![Filter { column: table.columns()[0].key, test }],
            sort: Vec::new(),
            hidden: Vec::new(),
        }));
    }
    document.apply(&Edit::batch(edits), Stamp { at: now(), by: "OD" }, None).unwrap();
    (document.dataset().clone(), count)
}

/// A computer with such a file, and the window on it: so large that whole tables are in sight.
fn window(desk: &Desk) -> Window {
    desk.start_in([4200.0, 1500.0], Some(SAMPLE))
}

fn desk() -> Desk {
    let desk = Desk::new();
    let (dataset, count) = with_canaries(clefs::sample::generate(8, 8, 1));
    assert!(count > 60, "{count} canaries");
    desk.keep(SAMPLE, &dataset);
    let settings = Settings { operator: Some("OD".to_owned()), columns: all_columns(), ..Settings::default() };
    store::save_settings(&*desk.drive, &places(), &settings).unwrap();
    desk
}

#[test]
fn no_canary_is_found_in_a_seance_whatever_is_opened() {
    let desk = desk();
    let mut walk = Walk::new(window(&desk));
    // Canaries that even the office cannot find prove nothing.
    walk.pages();
    let seen = walk.take_found();
    assert!(seen.len() > 40, "the office finds {}: {seen:#?}", seen.len());

    walk.window.press(Key::F9);
    walk.window.assert_shows("SÉANCE : VUE DU COMITÉ");
    walk.pages();
    walk.menus();
    walk.actions();
    walk.commands();
    walk.hover();
    walk.exports(&desk);
    for (text, _) in committee::shown(&walk.window, None) {
        walk.note(&text);
    }
    assert!(walk.looked > 500, "it looked {} times", walk.looked);
    let leaked = walk.take_found();
    assert!(leaked.is_empty(), "{leaked:#?}");

    walk.window.press(Key::F9);
    walk.pages();
    assert!(walk.take_found().len() > 40, "the office sees them again");
}

#[test]
fn the_pages_for_the_office_are_not_there_and_an_open_one_gives_way_to_the_dashboard() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    for page in ["À faire", "Rapprochement", "Relogements", "Alertes"] {
        window.click(page);
        window.press(Key::F9);
        window.assert_shows("Femmes relogées, en tout");
        assert!(window.visible(page).is_none(), "{page}");
        window.press(Key::F9);
        assert!(window.visible(page).is_some(), "{page}");
    }
}

#[test]
fn a_seance_closes_what_is_open_and_commits_what_is_typed() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    window.click("Relogements");
    window.press(Key::Space);
    window.reach(TableId::Relocations, 0, "Notes");
    window.type_text("Vue lundi");
    window.press(Key::F9);
    window.assert_shows("Femmes relogées, en tout");
    let noted = |window: &Window| {
        let dataset = window.session().document().dataset();
        dataset.relocations.iter().filter(|case| case.notes == "Vue lundi").count()
    };
    assert_eq!(noted(&window), 1, "the text was committed");
    window.press(Key::F9);
    window.click("Relogements");
    window.ctrl(Key::K);
    window.type_text("relogement");
    window.press(Key::F9);
    assert!(window.session().dialog().is_none());
}

#[test]
fn what_was_done_before_a_seance_is_neither_listed_nor_undone_in_it() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    window.click("Relogements");
    window.reach(TableId::Relocations, 0, "Notes");
    window.type_text("Vue lundi");
    window.press(Key::Enter);
    window.press(Key::F9);
    let before = window.session().document().revision();
    window.click("Édition");
    window.assert_absent("Modifier");
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    window.assert_shows("« Annuler » : il n’y a rien à annuler.");
    window.ctrl(Key::Y);
    assert_eq!(window.session().document().revision(), before);
    window.press(Key::F9);
    window.ctrl(Key::Z);
    window.assert_shows("Annulé : Modifier « Notes » (relogement)");
}

#[test]
fn the_committee_s_decisions_are_edited_in_a_seance_and_undone() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    window.press(Key::F9);
    window.click("Comités");
    let tab = window.texts().into_iter().find(|text| text.starts_with("Décisions")).unwrap();
    window.click(&tab);
    let decisions = |window: &Window| {
        let all: Vec<CommitteeDecision> = window.session().document().dataset().decisions.iter().cloned().collect();
        all
    };
    let before = decisions(&window);
    window.reach(TableId::Decisions, 0, "Décision");
    window.type_text("Relancer les bailleurs");
    window.press(Key::Enter);
    assert!(decisions(&window).iter().any(|decision| decision.text == "Relancer les bailleurs"));
    window.ctrl(Key::Z);
    assert_eq!(decisions(&window), before);
    window.assert_shows("Annulé : Modifier « Décision » (décision)");
    window.ctrl(Key::Y);
    window.ctrl(Key::N);
    assert_eq!(decisions(&window).len(), before.len() + 1, "a decision is added");
}

#[test]
fn a_cell_that_is_not_shown_is_not_written_and_what_refers_to_a_hidden_record_stays() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    window.press(Key::F9);
    let units = |window: &Window| window.session().document().dataset().units.iter().cloned().collect::<Vec<Unit>>();
    let before = units(&window);
    let taken = window.session().lens();
    let hidden: Vec<_> =
        before.iter().map(|unit| unit.cell(Unit::KEYS.rent)).filter(|cell| taken.hides(*cell)).collect();
    let shown = before.iter().map(|unit| unit.cell(Unit::KEYS.rent)).find(|cell| !taken.hides(*cell));
    assert!(!hidden.is_empty(), "some units are somebody's home");
    window.click("Logements");
    for cell in hidden {
        let edit = Edit::Set { cell, value: Value::Money(Money(45_000)) };
        window.handle(Command::Apply(edit));
        window.assert_shows("Pas en séance");
        let typed = GridCommand::TypeOver(cell.row, cell.column, EditorPlace::Grid, "450".to_owned());
        window.handle(Command::Grid(TableId::Units, typed));
        assert!(window.session().grid(TableId::Units).editor().is_none());
    }
    assert_eq!(units(&window), before);
    // A landlord is named by cases.
    window.click("Bailleurs");
    let landlords = window.session().document().dataset().landlords.len();
    window.ctrl(Key::Delete);
    window.assert_shows("Pas en séance");
    assert_eq!(window.session().document().dataset().landlords.len(), landlords);
    assert!(window.session().dialog().is_none(), "no question counts what refers to it");
    if let Some(cell) = shown {
        window.handle(Command::Apply(Edit::Set { cell, value: Value::Money(Money(45_100)) }));
        assert_ne!(units(&window), before, "a unit on offer is edited");
    }
}

#[test]
fn the_app_starts_in_the_seance_it_was_closed_in_on_the_dashboard() {
    let desk = desk();
    let mut window = desk.start_on(SAMPLE);
    window.press(Key::F9);
    window.click("Logements");
    window.close();
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("SÉANCE : VUE DU COMITÉ");
    window.assert_shows("Femmes relogées, en tout");
    assert!(window.visible("Relogements").is_none());
    window.press(Key::F9);
    window.close();
    let window = desk.start_on(SAMPLE);
    window.assert_absent("SÉANCE : VUE DU COMITÉ");
}

#[test]
fn a_seance_looks_like_this() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    window.press(Key::F9);
    window.snapshot("seance");
    window.click("Logements");
    window.snapshot("seance-units");
}
