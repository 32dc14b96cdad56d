//! The first window is left out of captures while the committee's is open, where the system can.

use std::cell::Cell;
use std::path::PathBuf;

use chrono::{NaiveDateTime, TimeDelta};
use clefs::edit::Document;
use clefs::session::command::Command;
use clefs::session::{Environment, Outside, Session};
use clefs::words::Lang;

use crate::build::Build;

thread_local! {
    /// Minutes since the start.
    static MINUTES: Cell<i64> = const { Cell::new(0) };
}

fn clock() -> NaiveDateTime {
    "2021-07-09T14:32:00".parse::<NaiveDateTime>().unwrap() + TimeDelta::minutes(MINUTES.get())
}

fn session(can_leave_out: bool) -> Session {
    let mut session = Session::new(Environment { clock, random: fastrand::Rng::with_seed(3) }, Lang::Fr);
    session.set_outside(Outside { file: Some(PathBuf::from("/essai.ron")), can_leave_out, ..Outside::default() });
    session.show_document(Document::new(Build::new().dataset().clone()));
    session
}

#[test]
fn it_is_left_out_with_the_committees_window_and_shown_for_ten_minutes_when_asked() {
    let mut session = session(true);
    assert!(!session.is_left_out());
    session.handle(Command::CommitteeWindow(true));
    assert!(session.is_left_out());
    session.handle(Command::LeaveOut(false));
    for (minutes, is_left_out, seconds) in [(0, false, Some(600.0)), (9, false, Some(60.0)), (10, true, None)] {
        MINUTES.set(minutes);
        assert_eq!((session.is_left_out(), session.seconds_shown()), (is_left_out, seconds), "after {minutes} min");
    }
    // It can be switched back before that.
    session.handle(Command::LeaveOut(false));
    session.handle(Command::LeaveOut(true));
    assert!(session.is_left_out());
}

#[test]
fn where_the_system_cannot_nothing_is_claimed() {
    let mut session = session(false);
    session.handle(Command::CommitteeWindow(true));
    assert!(!session.is_left_out());
}
