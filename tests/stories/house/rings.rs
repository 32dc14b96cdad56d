//! Import cycles: files that depend on one another, so that none can be understood or changed alone.
//!
//! An import through a re-export counts as one of the file that defines the name.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// How many files an import cycle may have.
const LARGEST: usize = 4;

/// The one larger cycle, as large as the records are tables: a derived column reads other tables through the
/// lens, the lens holds the dataset, and the dataset holds every record type.
const TABLES: [&str; 21] = [
    "association",
    "column",
    "commitment",
    "committee",
    "context",
    "convention",
    "dataset",
    "kind",
    "landlord",
    "lens",
    "postponement",
    "publication",
    "proposal",
    "record",
    "referral",
    "relocation",
    "sector",
    "steps",
    "table",
    "training",
    "unit",
];

/// A module path.
type Module = Vec<String>;

/// Every strongly connected component of more than four files, except [`TABLES`].
pub fn rings(sources: &[Source]) -> Vec<String> {
    let graph = Graph::of(sources);
    let mut complaints = Vec::new();
    for ring in graph.rings().into_iter().filter(|ring| ring.len() > LARGEST && !is_tables(ring)) {
        let names: Vec<_> = ring.iter().map(|module| module.join("/")).collect();
        complaints.push(format!(
            "{} files form an import cycle, at most {LARGEST} may: {}. Move what they share into a file of its own.",
            ring.len(),
            names.join(", ")
        ));
    }
    complaints
}

fn is_tables(ring: &[Module]) -> bool {
    ring.iter().all(|module| matches!(&module[..], [room, file] if room == "domain" && TABLES.contains(&file.as_str())))
}

struct Graph {
    imports: BTreeMap<Module, BTreeSet<Module>>,
}

impl Graph {
    fn of(sources: &[Source]) -> Self {
        let modules: BTreeSet<Module> = sources.iter().map(module).collect();
        let uses: Vec<(Module, Vec<Use>)> = sources.iter().map(|source| (module(source), uses(source))).collect();
        let mut exports: BTreeMap<Module, Module> = BTreeMap::new();
        for (module, uses) in &uses {
            for Use { path, .. } in uses.iter().filter(|one| one.is_export) {
                if let (Some(to), Some(name)) = (absolute(module, path, &modules), path.last()) {
                    exports.insert(with(module, name), to);
                }
            }
        }
        let mut imports: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (module, uses) in &uses {
            let used = uses.iter().filter(|one| !one.is_export).filter_map(|one| {
                let path = absolute(module, &one.path, &modules)?;
                defined_in(path, &modules, &exports)
            });
            let used = used.filter(|other| other != module && !other.is_empty()).collect();
            imports.insert(module.clone(), used);
        }
        Self { imports }
    }

    /// The strongly connected components of more than one file.
    fn rings(&self) -> Vec<Vec<Module>> {
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            self.imports.keys().map(|module| (module, self.reached(module))).collect();
        let mut rings: BTreeSet<Vec<Module>> = BTreeSet::new();
        for (module, others) in &reached {
            let ring = others.iter().filter(|other| reached.get(**other).is_some_and(|back| back.contains(*module)));
            let ring: Vec<Module> = ring.map(|module| (*module).clone()).collect();
            if ring.len() > 1 {
                rings.insert(ring);
            }
        }
        rings.into_iter().collect()
    }

    fn reached<'a>(&'a self, from: &'a Module) -> BTreeSet<&'a Module> {
        let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(module) = next.pop() {
            for other in self.imports.get(module).into_iter().flatten() {
                if reached.insert(other) {
                    next.push(other);
                }
            }
        }
        reached
    }
}

struct Use {
    path: Vec<String>,
    is_export: bool,
}

fn module(source: &Source) -> Module {
    if source.path == "src/lib.rs" { Vec::new() } else { source.modules().iter().map(ToString::to_string).collect() }
}

fn with(module: &Module, name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// The paths of a file's `use` items.
fn uses(source: &Source) -> Vec<Use> {
    let mut found = Vec::new();
    for place in source.places("use ") {
        let line = source.code[..place].rsplit('\n').next().unwrap_or_default();
        let Some((tree, _)) = source.code[place + 4..].split_once(';') else { continue };
        let mut paths = Vec::new();
        branches(&[], tree, &mut paths);
        found.extend(paths.into_iter().map(|path| Use { path, is_export: line.contains("pub") }));
    }
    found
}

/// The paths of a `use` tree: `a::{b, c::d}` has two.
fn branches(before: &[String], tree: &str, found: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let Some((path, group)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or(tree);
        let names = name.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        return found.push(before.iter().cloned().chain(names).collect());
    };
    let names = path.split("::").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let before: Vec<String> = before.iter().cloned().chain(names).collect();
    let (mut depth, mut start) = (0_usize, 0);
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    for (place, letter) in group.char_indices().chain([(group.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                if !group[start..place].trim().is_empty() {
                    branches(&before, &group[start..place], found);
                }
                start = place + 1;
            }
            _ => {}
        }
    }
}

/// A path from the crate root; none for other crates.
fn absolute(module: &Module, path: &[String], modules: &BTreeSet<Module>) -> Option<Module> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => Some(path[1..].to_vec()),
        Some("super") => {
            let base = &module[..module.len().checked_sub(ups)?];
            Some(base.iter().chain(&path[ups..]).cloned().collect())
        }
        Some(first) if modules.contains(&with(module, first)) => Some(module.iter().chain(path).cloned().collect()),
        _ => None,
    }
}

/// The file that defines a path's name.
fn defined_in(mut path: Module, modules: &BTreeSet<Module>, exports: &BTreeMap<Module, Module>) -> Option<Module> {
    for _ in 0..8 {
        let file =
            (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|known| modules.contains(known))?;
        match path.get(file.len()).and_then(|name| exports.get(&with(&file, name))) {
            Some(other) if *other != path => path.clone_from(other),
            _ => return Some(file),
        }
    }
    None
}

#[test]
fn a_cycle_of_five_files_is_reported_and_one_of_four_is_not() {
    let source =
        |name: &str, next: &str| Source::new(&format!("src/room/{name}.rs"), &format!("use super::{next}::X;"));
    let ring = |names: &[&str]| {
        let next = names.iter().cycle().skip(1);
        names.iter().zip(next).map(|(name, next)| source(name, next)).collect::<Vec<_>>()
    };
    assert_eq!(rings(&ring(&["a", "b", "c", "d"])), Vec::<String>::new());
    let complaints = rings(&ring(&["a", "b", "c", "d", "e"]));
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].contains("room/a, room/b, room/c, room/d, room/e"), "{complaints:?}");
}

#[test]
fn an_import_through_a_re_export_leads_to_the_defining_file() {
    let sources = [
        Source::new("src/room/mod.rs", "mod a;\nmod b;\npub use a::{A, Other as More};"),
        Source::new("src/room/a.rs", "use super::b::B;"),
        Source::new("src/room/b.rs", "use crate::room::A;"),
    ];
    let graph = Graph::of(&sources);
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Module>();
    assert_eq!(graph.rings(), [[names(&["room", "a"]), names(&["room", "b"])]]);
}

#[test]
fn the_cycle_of_the_tables_may_not_grow() {
    let source = |path: &str, next: &str| Source::new(&format!("src/{path}.rs"), &format!("use crate::{next}::X;"));
    let ring = |more: &[&str]| {
        let names: Vec<String> =
            TABLES.iter().map(|name| format!("domain/{name}")).chain(more.iter().map(ToString::to_string)).collect();
        let next = names.iter().cycle().skip(1);
        names.iter().zip(next).map(|(name, next)| source(name, &next.replace('/', "::"))).collect::<Vec<_>>()
    };
    assert_eq!(rings(&ring(&[])), Vec::<String>::new());
    assert_eq!(rings(&ring(&["domain/check"])).len(), 1);
}
