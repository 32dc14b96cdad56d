//! Any bytes as a file, and as the records of one: refused, or opened as something that is written and read back the
//! same. Without the envelope nothing would get as far as the records; its checksum is that of an edited file.

#![no_main]

use clefs::store;
use libfuzzer_sys::fuzz_target;

/// The first line of a file.
const ENVELOPE: &[u8] =
    b"(envelope: (format: 1, checksum: \"0000000000000000000000000000000000000000000000000000000000000000\", \
    dataset: \"0000000000000007\", save: \"0000000000000001\", parents: [], fictitious: true),\n";

fuzz_target!(|bytes: &[u8]| {
    read_back(bytes);
    read_back(&[ENVELOPE, bytes].concat());
});

fn read_back(bytes: &[u8]) {
    let Ok(contents) = store::read(bytes) else { return };
    let (id, save) = (contents.envelope.dataset, contents.envelope.save);
    let (written, _) = store::write(&contents.dataset, id, save, &[]).expect("what was read can be written");
    let again = store::read(written).expect("what was written can be read");
    assert!(again.dataset == contents.dataset);
}
