//! Where the keeper of the open file runs: on a thread and by a clock of its own, so that it needs no
//! frame; in tests with the window.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::store::{Keeper, Order, Report};

use super::job::Job;
use super::worker::Worker;

/// How long the end of the app waits until what was ordered is done.
const PATIENCE_AT_END: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeeperRuns {
    /// On a thread of its own.
    Beside,
    /// At each order and frame: no test waits.
    WithWindow,
}

pub(super) enum Keeping {
    Beside(KeeperThread),
    WithWindow(Box<Keeper>),
}

pub(super) struct KeeperThread {
    steps: Sender<Step>,
    /// Closed when the thread ends.
    ended: Receiver<()>,
}

/// What the keeper's thread is given.
enum Step {
    Order(Order),
    /// Work that was started beside is done.
    Done(Order),
    /// The app ends.
    End,
}

impl Keeping {
    pub(super) fn new(runs: KeeperRuns, keeper: Keeper, worker: &Worker<Job>) -> Self {
        match runs {
            KeeperRuns::WithWindow => Self::WithWindow(Box::new(keeper)),
            KeeperRuns::Beside => {
                let (steps, given) = channel();
                let (ending, ended) = channel();
                let done = steps.clone();
                worker.start_with_progress(move |report| {
                    run(keeper, &given, &done, &|step| report(Job::Kept(step)));
                    drop::<Sender<()>>(ending);
                });
                Self::Beside(KeeperThread { steps, ended })
            }
        }
    }

    /// Gives an order. `now` is the window's time.
    pub(super) fn order(&mut self, order: Order, now: f64, worker: &Worker<Job>) {
        match self {
            // The thread ends with the app only.
            Self::Beside(thread) => drop(thread.steps.send(Step::Order(order))),
            Self::WithWindow(keeper) => {
                keeper.take(order, now);
                finish(keeper, now, worker);
            }
        }
    }

    /// Does what is due, if it runs with the window. Returns in how many seconds to call again.
    pub(super) fn tick(&mut self, now: f64, worker: &Worker<Job>) -> Option<f64> {
        let Self::WithWindow(keeper) = self else { return None };
        keeper.tick(now);
        finish(keeper, now, worker);
        keeper.save_due().map(|due| (due - now).max(0.0))
    }
}

impl Drop for KeeperThread {
    fn drop(&mut self) {
        // What was ordered before is done first.
        let _ = self.steps.send(Step::End);
        let _ = self.ended.recv_timeout(PATIENCE_AT_END);
    }
}

/// Does the work that there is, and reports.
fn finish(keeper: &mut Keeper, now: f64, worker: &Worker<Job>) {
    for work in keeper.work() {
        keeper.take(work.run(), now);
    }
    for step in keeper.reports() {
        worker.start(move || Job::Kept(step));
    }
}

fn run(mut keeper: Keeper, given: &Receiver<Step>, done: &Sender<Step>, report: &dyn Fn(Report)) {
    let start = Instant::now();
    let now = || start.elapsed().as_secs_f64();
    let (mut under_way, mut is_ending) = (0, false);
    while !is_ending || under_way > 0 {
        let step = match keeper.due().filter(|_| !is_ending) {
            Some(due) => given.recv_timeout(Duration::from_secs_f64((due - now()).max(0.0))),
            None => given.recv().map_err(RecvTimeoutError::from),
        };
        match step {
            Ok(Step::Order(order)) => keeper.take(order, now()),
            Ok(Step::Done(order)) => {
                under_way -= 1;
                keeper.take(order, now());
            }
            Ok(Step::End) => is_ending = true,
            Err(RecvTimeoutError::Timeout) => keeper.tick(now()),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        for work in keeper.work() {
            let done = done.clone();
            under_way += 1;
            std::thread::spawn(move || drop(done.send(Step::Done(work.run()))));
        }
        keeper.reports().into_iter().for_each(report);
    }
    keeper.take(Order::Leave, now());
}
