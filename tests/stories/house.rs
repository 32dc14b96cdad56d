//! House rules: reads the sources and fails with the remedy.
//!
//! Each lint is a function from a source to its complaints, and is tested on a bad example of its
//! own. The import rules are those of the table in `ARCHITECTURE.md`.

mod icon;
mod lints;
mod rings;
mod source;
mod words;

use std::fs;
use std::path::Path;

use source::Source;

/// Every source of the program, by its path from the root of the repository.
fn sources() -> Vec<Source> {
    files("src", "rs").into_iter().map(|(path, text)| Source::new(&path, &text)).collect()
}

/// Every file of that kind below a folder, by its path from the root of the repository.
pub(super) fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    fn walk(root: &Path, folder: &Path, extension: &str, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(root, &path, extension, found);
            } else if path.extension().is_some_and(|e| e == extension) {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(root, &root.join(folder), extension, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no .{extension} file below {folder}");
    found
}

/// Runs one lint on every source.
#[track_caller]
fn run_lint(lint: fn(&Source) -> Vec<String>) {
    assert_none(&sources().iter().flat_map(lint).collect::<Vec<_>>());
}

#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn rooms_import_only_what_the_architecture_allows() {
    run_lint(lints::imports);
}

#[test]
fn no_import_cycle_has_more_than_four_files() {
    assert_none(&rings::rings(&sources()));
}

#[test]
fn egui_stays_in_the_window() {
    run_lint(lints::egui);
}

#[test]
fn colours_are_defined_in_the_theme_only() {
    run_lint(lints::colours);
}

#[test]
fn every_file_has_a_module_header() {
    run_lint(lints::header);
}

#[test]
fn time_and_randomness_are_arguments_below_app_and_cli() {
    run_lint(lints::clock);
}

#[test]
fn pages_and_grid_neither_use_the_store_nor_change_the_dataset() {
    run_lint(lints::pages);
}

#[test]
fn records_change_through_document_apply_only() {
    run_lint(lints::door);
}

#[test]
fn what_is_shown_is_read_through_the_one_reader() {
    run_lint(lints::reader);
}

#[test]
fn no_file_is_too_long() {
    let places = ["src", "tests", "benches"].into_iter().flat_map(|folder| files(folder, "rs"));
    let sources = places.map(|(path, text)| Source::new(&path, &text));
    assert_none(&sources.flat_map(|source| lints::length(&source)).collect::<Vec<_>>());
}

#[test]
fn every_text_in_use_exists_in_each_language() {
    assert_none(&words::missing(&sources(), &words::word_files()));
}

#[test]
fn every_text_is_in_use() {
    assert_none(&words::unused(&sources(), &words::word_files()));
}
