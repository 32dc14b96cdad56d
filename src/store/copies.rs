//! Copies of a dataset next to its file, as synchronisers make them of two states that part.

use std::path::{Path, PathBuf};

use super::file::FileIdentity;
use super::fs::Fs;
use super::opened;
use super::save::folder_of;

/// More names than a folder of work has; a folder of downloads is not searched further.
const MOST_NAMES: usize = 500;

/// Files next to a file that hold another state of its dataset, whatever their names are.
pub fn copies_beside(fs: &dyn Fs, file: &FileIdentity) -> Vec<PathBuf> {
    files_beside(fs, file).into_iter().filter(|path| is_other_state(fs, path, file)).collect()
}

/// Files of ours next to a file. Names of synchronisers end with the time: those of the latest come first.
pub(super) fn files_beside(fs: &dyn Fs, file: &FileIdentity) -> Vec<PathBuf> {
    let folder = folder_of(file.path());
    let names = fs.list(folder).unwrap_or_default();
    let paths = names.into_iter().map(|name| folder.join(name));
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|end| end == "ron") && path.as_path() != file.path();
    let mut paths: Vec<_> = paths.filter(is_ours).collect();
    paths.sort_by(|a, b| b.cmp(a));
    paths.truncate(MOST_NAMES);
    paths
}

fn is_other_state(fs: &dyn Fs, path: &Path, file: &FileIdentity) -> bool {
    opened::peek(fs, path, file.keys())
        .is_ok_and(|envelope| envelope.dataset == file.dataset_id() && envelope.save != file.save_id())
}
