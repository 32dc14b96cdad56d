//! What others do to a sealed file: a forged one is not opened, an outdated one is sealed again, and whoever is shut out
//! leaves nothing that can be read unsaid, whatever fails meanwhile.

use std::io::ErrorKind;

use clefs::store::{self, OpenError, Order};

use super::editor::{Editor, file_in};
use super::memory::Failure;
use super::note;
use super::sealed::{FOLDER, key, keys, notes, opened, readable, readable_files};

#[test]
fn a_file_whose_public_half_was_swapped_is_not_opened_and_nothing_is_sealed_with_it() {
    let (disk, mut editor) = opened();
    editor.order(Order::Seal(Some(key())));
    let (path, keys) = (file_in(FOLDER), keys(&disk));
    // Who swaps it could read what is sealed with it.
    let bytes = disk.contents(&path).unwrap();
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let public = age::x25519::Identity::generate().to_public().to_string();
    let swapped = [&bytes[..end - public.len()], public.as_bytes(), &bytes[end..]].concat();
    disk.put(&path, swapped.clone());
    assert_eq!(store::open_sealed(&disk, &path, &keys), Err(OpenError::DamagedSeal));
    editor.edit(&note("canari de Camille"));
    editor.wait(3.0);
    assert_eq!((disk.contents(&path), readable(&disk)), (Some(swapped), 0));
    let copy = Editor::open_sealed(&disk, &editor.path, "Camille", 2, &keys).unwrap();
    assert_eq!(notes(&copy), "canari de Camille");
}

#[test]
fn an_outdated_copy_does_not_unseal_the_file_but_a_save_that_follows_does() {
    let (disk, mut mine) = opened();
    let path = file_in(FOLDER);
    let outdated = disk.contents(&path).unwrap();
    mine.order(Order::Seal(Some(key())));
    mine.edit(&note("canari, plus tard"));
    mine.wait(3.0);
    disk.put(&path, outdated);
    mine.wait(3.0);
    mine.wait(3.0);
    assert_eq!((readable(&disk), notes(&mine).as_str()), (0, "canari, plus tard"));
    // Who has the passphrase takes it away.
    let mut theirs = Editor::open_sealed(&disk, &path, "Dominique", 5, &keys(&disk)).unwrap();
    theirs.order(Order::Seal(None));
    mine.wait(3.0);
    mine.edit(&note("canari, pour tous"));
    mine.wait(3.0);
    assert_eq!(notes(&Editor::open(&disk, FOLDER, "Aline", 9).unwrap()), "canari, pour tous");
}

#[test]
fn whatever_fails_while_a_window_is_shut_out_it_leaves_nothing_readable_that_is_not_named() {
    for is_typing in [false, true] {
        for number in 0.. {
            let (disk, mut mine) = opened();
            let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
            if is_typing {
                theirs.edit(&note("canari de Dominique"));
            }
            mine.order(Order::Seal(Some(key())));
            disk.fail(Some(Failure { at: number, for_good: false, kind: ErrorKind::Other }));
            theirs.wait(3.0);
            let was_reached = disk.operations() > number;
            disk.fail(None);
            theirs.wait(3.0);
            assert!(theirs.is_shut_out, "operation {number}");
            // The one that sealed it sees to what was left, and says what it has to leave.
            mine.wait(6.0);
            let left = readable_files(&disk);
            assert_eq!(mine.unsealed.as_ref(), Some(&left), "operation {number}, typing: {is_typing}");
            assert!(
                left.is_empty() || is_typing && left.iter().all(|path| path.extension() == Some("journal".as_ref()))
            );
            if !was_reached {
                assert!(number > 5 && left.is_empty(), "only {number} operations failed");
                break;
            }
        }
    }
}
