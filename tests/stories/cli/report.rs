//! Documents: who reads each is said, and none is written over.

use super::{Home, counted};

#[test]
fn a_document_is_written_beside_one_of_its_name() {
    let home = Home::with("x.ron", &counted());
    let report = ["report", "x.ron", "annual", "--out", "rapport.docx"];
    assert_eq!(home.succeed(&report), "wrote rapport.docx (Pour tous)\n");
    assert_eq!(home.succeed(&report), "wrote rapport (2).docx (Pour tous)\n");
    assert_eq!(home.read("rapport.docx"), home.read("rapport (2).docx"));
    let sheet = home.succeed(&["report", "x.ron", "landlord", "--of", "Alpha", "--out", "a.docx", "--lang", "en"]);
    assert_eq!(sheet, "wrote a.docx (For Alpha only: do not pass on)\n");
    for (arguments, said) in [
        (["report", "x.ron", "landlord", "--of", "Nobody", "--out", "b.docx"], "is called `Nobody`"),
        (["report", "x.ron", "annual", "--lang", "fr", "--out", "b.pdf"], "documents are written as .docx"),
        (["report", "x.ron", "minutes", "--of", "1999-01-01", "--out", "b.docx"], "no committee has that day"),
    ] {
        assert!(home.fail(&arguments).contains(said), "{arguments:?}");
    }
}
