//! The agenda: what of the things to do a committee may know.

use chrono::NaiveDate;
use clefs::domain::message::Message;
use clefs::todo::agenda;

use super::{Units, answer, offered, published, quiet};
use crate::build::Build;

#[test]
fn it_tells_of_a_home_only_when_it_was_first_published() {
    // Published again after a refusal: a later day would tell of it.
    let mut again = quiet();
    offered(&mut again);
    answer(&mut again, "refused", "2021-05-03");
    again.set(Units, "U", "published_again", "2021-05-10");
    let mut once = quiet();
    published(&mut once);
    let list = |b: &Build, as_of: &str| -> Vec<(NaiveDate, Message)> {
        b.look(as_of, |lens| agenda(lens).into_iter().map(|todo| (todo.since, todo.why)).collect())
    };
    for as_of in ["2021-05-11", "2021-06-01", "2021-09-01"] {
        assert!(!list(&once, as_of).is_empty(), "{as_of}");
        assert_eq!(list(&again, as_of), list(&once, as_of), "{as_of}");
    }
}
