//! Copies of a dataset next to its file, as synchronisers make them of two states that part.

use std::path::PathBuf;

use super::file::FileIdentity;
use super::format::{Envelope, OpenError, SaveId};
use super::fs::Fs;
use super::opened;
use super::save::folder_of;

/// More names than a folder of work has; a folder of downloads is not searched further.
const MOST_NAMES: usize = 500;

/// A file that holds another state of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CopyBeside {
    pub path: PathBuf,
    /// None if it is sealed with another key than its file: then it may be of another dataset, too.
    pub save: Option<SaveId>,
}

/// The copies next to a file, whatever their names are.
pub fn copies_beside(fs: &dyn Fs, file: &FileIdentity) -> Vec<CopyBeside> {
    let copy = |path: PathBuf| match opened::peek(fs, &path, file.keys()) {
        Ok(Envelope { dataset, save, .. }) if dataset == file.dataset_id() && save != file.save_id() => {
            Some(CopyBeside { path, save: Some(save) })
        }
        Err(OpenError::Sealed) if file.keys().is_sealing() => Some(CopyBeside { path, save: None }),
        _ => None,
    };
    files_beside(fs, file).into_iter().filter_map(copy).collect()
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
