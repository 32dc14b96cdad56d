//! Lints on code: one function each, from a source to its complaints.

use super::source::{Source, name};

/// Which rooms each room may import.
const ROOMS: [(&str, &[&str]); 16] = [
    ("domain", &[]),
    ("edit", &["domain"]),
    ("indicators", &["domain"]),
    ("todo", &["domain", "indicators"]),
    ("matching", &["domain"]),
    ("chart", &["domain", "indicators", "words", "theme"]),
    ("store", &["domain", "edit"]),
    ("exchange", &["domain", "edit", "indicators", "chart", "words", "theme"]),
    ("words", &["domain"]),
    ("theme", &[]),
    ("report", &["domain", "indicators", "todo", "exchange", "chart", "words", "theme"]),
    ("session", &["domain", "edit", "indicators", "todo", "matching", "exchange", "chart", "report", "words"]),
    ("sample", &["domain", "edit", "indicators"]),
    ("app", ALL),
    ("cli", ALL),
    ("lib", ALL),
];

const ALL: &[&str] = &[
    "domain",
    "edit",
    "indicators",
    "todo",
    "matching",
    "chart",
    "report",
    "store",
    "exchange",
    "words",
    "theme",
    "sample",
    "session",
    "app",
    "cli",
];

/// How long a file may be.
const LONGEST: usize = 350;

pub fn imports(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![source.complain(
            0,
            "is in no known room: move it into one, or add the room to ARCHITECTURE.md and to this table.",
        )];
    };
    let mut complaints = Vec::new();
    for (place, imported) in imported(source) {
        if ALL.contains(&imported) && imported != room && !allowed.contains(&imported) {
            let what = format!(
                "`{room}` may not import `{imported}`: pass in what it needs as an argument, \
                 or move the code to a room that may (see ARCHITECTURE.md)."
            );
            complaints.push(source.complain(place, &what));
        }
    }
    complaints
}

/// Paths from the crate root: `crate::a`, `crate::{a, b}`, `super::…::a`.
fn imported(source: &Source) -> Vec<(usize, &str)> {
    let depth = source.modules().len();
    let mut found = Vec::new();
    for place in source.places("crate::") {
        found.extend(first_names(&source.code[place + "crate::".len()..]).into_iter().map(|name| (place, name)));
    }
    for place in source.places("super::") {
        let (before, mut rest) = source.code.split_at(place);
        if before.ends_with("super::") {
            continue;
        }
        let mut steps = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            (steps, rest) = (steps + 1, after);
        }
        if steps >= depth {
            found.extend(first_names(rest).into_iter().map(|name| (place, name)));
        }
    }
    found
}

/// The first name of a path, or the first names of a group.
fn first_names(path: &str) -> Vec<&str> {
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut starts) = (0_usize, vec![0]);
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(place + 1),
            _ => {}
        }
    }
    starts.into_iter().map(|start| name(group[start..].trim_start())).collect()
}

pub fn egui(source: &Source) -> Vec<String> {
    if source.room() == Some("app") || source.path == "src/main.rs" {
        return Vec::new();
    }
    let cure = "egui stays in src/app: give this room plain data and let the window draw it.";
    ["egui", "eframe", "epaint", "emath"]
        .iter()
        .flat_map(|library| source.places(library))
        .map(|place| source.complain(place, cure))
        .collect()
}

pub fn colours(source: &Source) -> Vec<String> {
    if matches!(source.path.as_str(), "src/theme.rs" | "src/app/style.rs") {
        return Vec::new();
    }
    let cure = "a colour literal: name it in src/theme.rs, and convert it for egui in src/app/style.rs.";
    let is_colour = |after: &str| match after.strip_prefix("Color32::") {
        Some(rest) => {
            rest.starts_with("from_") || (rest.starts_with(char::is_uppercase) && name(rest) != "TRANSPARENT")
        }
        None => {
            after.strip_prefix("Rgb(").is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        }
    };
    let mut complaints: Vec<_> = ["Color32::", "Rgb(", "Rgb::hex"]
        .iter()
        .flat_map(|start| source.places(start))
        .filter(|place| source.code[*place..].starts_with("Rgb::hex") || is_colour(&source.code[*place..]))
        .map(|place| source.complain(place, cure))
        .collect();
    for (line, literal) in &source.literals {
        if literal.split('#').skip(1).any(|after| hexadecimal(after) == 6) {
            complaints.push(format!("{}:{line}: {cure}", source.path));
        }
    }
    complaints
}

/// The length of the leading word if it is hexadecimal, else 0.
fn hexadecimal(text: &str) -> usize {
    let word = name(text);
    if word.chars().all(|c| c.is_ascii_hexdigit()) { word.len() } else { 0 }
}

pub fn header(source: &Source) -> Vec<String> {
    if source.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![source.complain(0, "begin the file with `//!`: what it owns, and what it never does.")]
}

pub fn clock(source: &Source) -> Vec<String> {
    if matches!(source.room(), Some("app" | "cli")) {
        return Vec::new();
    }
    let cure = "no clock and no randomness outside app and cli: take the date, time or random number as an argument.";
    let clocks = ["Local::now", "Utc::now", "SystemTime::now", "Instant::now", "Rng::new("];
    let drawn = source
        .places("fastrand::")
        .into_iter()
        .filter(|place| source.code[place + "fastrand::".len()..].starts_with(char::is_lowercase));
    clocks
        .iter()
        .flat_map(|clock| source.places(clock))
        .chain(drawn)
        .map(|place| source.complain(place, cure))
        .collect()
}

pub fn pages(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/app/pages") && !source.path.starts_with("src/app/grid") {
        return Vec::new();
    }
    let cure = "pages and grid read the dataset and push commands: they neither use the store nor change records.";
    let is_whole = |place: &usize| name(&source.code[*place..]) == "store";
    let store = source.places("store").into_iter().filter(is_whole);
    let changing = ["&mut Dataset", "&mut Document"].into_iter().flat_map(|what| source.places(what));
    store.chain(changing).map(|place| source.complain(place, cure)).collect()
}

pub fn door(source: &Source) -> Vec<String> {
    if matches!(source.room(), Some("domain" | "edit")) {
        return Vec::new();
    }
    let cure = "records change through `Document::apply` only: make it an `Edit`.";
    source.places("table_mut(").into_iter().map(|place| source.complain(place, cure)).collect()
}

/// Views and whatever makes texts read `Session::lens` or `Session::dataset`, which in a séance are a copy.
pub fn reader(source: &Source) -> Vec<String> {
    let is_in = |folder: &str| source.path.starts_with(folder);
    let cure = "read `lens()` or `dataset()`: all records are there only to save, to count and to edit.";
    let all: &[&str] = if is_in("src/app") && !is_in("src/app/host") {
        &[".document()", "snapshot.dataset()", "snapshot().dataset()", "snapshot.lens()", "snapshot().lens()"]
    } else if is_in("src/session") && !OFFICE.iter().any(|file| source.path == *file) {
        &["document.dataset()", "document.snapshot()", "document()."]
    } else {
        &[]
    };
    let is_for_new = |place: &usize| source.code[..*place].ends_with("Fresh::new(self.");
    let places = all.iter().flat_map(|what| source.places(what));
    places.filter(|place| !is_for_new(place)).map(|place| source.complain(place, cure)).collect()
}

/// Files of the session that need all records: figures, checks and links, edits, new identities.
const OFFICE: [&str; 10] = [
    "src/session/arranging.rs",
    "src/session/crossing.rs",
    "src/session/matches.rs",
    "src/session/merging.rs",
    "src/session/mod.rs",
    "src/session/noticing.rs",
    "src/session/publishing.rs",
    "src/session/rows.rs",
    "src/session/seance.rs",
    "src/session/sharing.rs",
];

pub fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= LONGEST {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, at most {LONGEST} are allowed: split it.", source.path)]
}

/// Checks that a lint reports each bad example once, and no good one.
#[cfg(test)]
#[track_caller]
fn check(lint: fn(&Source) -> Vec<String>, path: &str, bad: &[&str], good: &[&str]) {
    for code in bad {
        let complaints = lint(&Source::new(path, &format!("//! Owns it.\n{code}\n")));
        assert_eq!(complaints.len(), 1, "{code}: {complaints:?}");
        assert!(complaints[0].starts_with(path), "{complaints:?}");
    }
    for code in good {
        assert_eq!(lint(&Source::new(path, &format!("//! Owns it.\n{code}\n"))), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn a_forbidden_import_is_reported() {
    let bad = [
        "use crate::store::File;",
        "pub use crate::edit::Edit;",
        "fn f() -> crate::app::State {}",
        "use crate::{domain::id::RowId, store};",
        "use crate::{\n    domain::{id, lens},\n    theme,\n};",
        "use super::super::cli;",
    ];
    let good =
        ["use crate::domain::{id, lens};", "use crate::indicators::Period;", "use super::store;", "// crate::app"];
    check(imports, "src/indicators/progress.rs", &bad, &good);
    check(imports, "src/store/mod.rs", &["use super::app::State;"], &["use super::edit::Edit;", "use self::app::X;"]);
    check(imports, "src/app/pages/units.rs", &[], &["use crate::{store, cli};"]);
    check(imports, "src/attic.rs", &["fn f() {}"], &[]);
    let complaint = imports(&Source::new("src/domain/id.rs", "//! Owns it.\n\nuse crate::edit::Edit;"));
    assert!(complaint[0].starts_with("src/domain/id.rs:3: `domain` may not import `edit`: pass in"), "{complaint:?}");
}

#[test]
fn egui_outside_the_window_is_reported() {
    let bad = ["use egui::Rect;", "fn f(ui: &mut egui::Ui) {}", "eframe::run();", "use egui_extras::Column;"];
    check(egui, "src/chart/scene.rs", &bad, &["// egui draws it", "let s = \"egui\";", "let regui = 1;"]);
    check(egui, "src/app/grid/mod.rs", &[], &bad);
}

#[test]
fn a_colour_outside_the_theme_is_reported() {
    let bad = [
        "let c = Color32::from_rgb(1, 2, 3);",
        "egui::Color32::WHITE",
        "Rgb(0x1F, 0x5C, 0x99)",
        "Rgb::hex(0x1F5C99)",
        "svg.push_str(\"fill='#1F5C99'\");",
    ];
    let good = [
        "let Rgb(r, g, b) = c;",
        "Color32::TRANSPARENT",
        "fn f(c: Color32) {}",
        "url(\"#gradient\")",
        "\"#1f5c99ab0\"",
        "// #1F5C99",
    ];
    check(colours, "src/app/pages/dashboard.rs", &bad, &good);
    check(colours, "src/theme.rs", &[], &bad);
}

#[test]
fn a_missing_module_header_is_reported() {
    assert_eq!(header(&Source::new("src/words.rs", "use std::fmt;\n//! Late.")).len(), 1);
    assert_eq!(header(&Source::new("src/words.rs", "//! The words.\n")).len(), 0);
}

#[test]
fn a_clock_outside_app_and_cli_is_reported() {
    let bad = [
        "let t = Local::now();",
        "chrono::Utc::now()",
        "std::time::SystemTime::now()",
        "Instant::now()",
        "let id = fastrand::u64(..);",
        "let dice = Rng::new();",
    ];
    check(
        clock,
        "src/store/backup.rs",
        &bad,
        &["// Local::now", "fastrand::Rng::with_seed(seed)", "use chrono::Local;"],
    );
    check(clock, "src/cli/mod.rs", &[], &bad);
    check(clock, "src/cli.rs", &[], &bad);
}

#[test]
fn a_page_that_uses_the_store_or_changes_records_is_reported() {
    let bad = ["use crate::store;", "self.store.save();", "fn f(d: &mut Dataset) {}", "fn f(d: &mut Document) {}"];
    check(pages, "src/app/grid/paste.rs", &bad, &["let stored = d.stored(cell);", "fn f(d: &Dataset) {}"]);
    check(pages, "src/app/state.rs", &[], &bad);
}

#[test]
fn a_view_that_reads_all_records_is_reported() {
    let bad = ["let cases = session.document().dataset();", "session.snapshot().lens()"];
    check(reader, "src/app/pages/rows.rs", &bad, &["session.dataset()", "session.lens()"]);
    let good = ["self.dataset()", "Fresh::new(self.document.dataset(), random)"];
    check(reader, "src/session/offers.rs", &["self.document.dataset()"], &good);
    check(reader, "src/session/seance.rs", &[], &["self.document.dataset()"]);
}

#[test]
fn a_change_that_bypasses_document_apply_is_reported() {
    check(door, "src/exchange/csv.rs", &["dataset.table_mut(id)"], &["dataset.table(id)"]);
    check(door, "src/edit/perform.rs", &[], &["dataset.table_mut(id)"]);
}

#[test]
fn a_file_that_is_too_long_is_reported() {
    assert_eq!(length(&Source::new("src/app/state.rs", &"//! x\n".repeat(LONGEST + 1))).len(), 1);
    assert_eq!(length(&Source::new("src/app/state.rs", &"//! x\n".repeat(LONGEST))).len(), 0);
}
