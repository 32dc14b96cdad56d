//! The house held to its plan: reads the sources and fails, saying the cure.
//!
//! Each lint is a function from one source to its complaints, tried on a bad example of its
//! own, so that it can be seen to fail. What the plan is: the table in `ARCHITECTURE.md`.

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
fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
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
fn hold(lint: fn(&Source) -> Vec<String>) {
    none(&sources().iter().flat_map(lint).collect::<Vec<_>>());
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn rooms_import_only_what_the_plan_allows() {
    hold(lints::imports);
}

#[test]
fn no_more_than_four_files_need_one_another() {
    none(&rings::rings(&sources()));
}

#[test]
fn egui_stays_in_the_window() {
    hold(lints::egui);
}

#[test]
fn colours_are_written_in_the_theme_alone() {
    hold(lints::colours);
}

#[test]
fn every_file_says_what_it_owns() {
    hold(lints::header);
}

#[test]
fn clock_and_chance_are_arguments_below_the_window() {
    hold(lints::clock);
}

#[test]
fn pages_and_grid_never_see_the_store_nor_change_the_dataset() {
    hold(lints::pages);
}

#[test]
fn records_change_through_one_door() {
    hold(lints::door);
}

#[test]
fn a_file_holds_one_thing() {
    hold(lints::length);
}

#[test]
fn every_word_that_is_said_exists_in_each_language() {
    none(&words::missing(&sources(), &words::spoken()));
}

#[test]
fn every_word_that_exists_is_said() {
    none(&words::unused(&sources(), &words::spoken()));
}
