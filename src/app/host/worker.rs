//! Work beside the window: loading, saving, and the platform's file dialogs.
//!
//! Owns the channel on which results come back. Never touches the document: results are
//! handed to `state` between frames.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How a job is run: on a thread in the app, at once in a test.
pub type Spawn = Box<dyn Fn(Box<dyn FnOnce() + Send>)>;

/// Runs jobs on threads.
pub fn threads() -> Spawn {
    Box::new(|job| {
        std::thread::spawn(job);
    })
}

/// Runs jobs at once, so that a test needs no waiting.
pub fn at_once() -> Spawn {
    Box::new(|job| job())
}

/// Jobs under way, and what came of those that ended.
pub struct Worker<T> {
    spawn: Spawn,
    sender: Sender<T>,
    receiver: Receiver<T>,
    /// Shared with the jobs: the first one starts before there is a window to wake.
    wake: Arc<Mutex<Option<egui::Context>>>,
}

impl<T: Send + 'static> Worker<T> {
    /// A worker that runs its jobs so.
    pub fn new(spawn: Spawn) -> Self {
        let (sender, receiver) = channel();
        Self { spawn, sender, receiver, wake: Arc::default() }
    }

    /// Which window to wake when a job ends. Gives whether none was known before.
    pub fn wake(&self, ctx: &egui::Context) -> bool {
        let Ok(mut wake) = self.wake.lock() else { return false };
        let is_first = wake.is_none();
        wake.get_or_insert_with(|| ctx.clone());
        is_first
    }

    /// Starts a job.
    pub fn start(&self, job: impl FnOnce() -> T + Send + 'static) {
        self.start_with_progress(|report| report(job()));
    }

    /// Starts a job that tells what it has done so far: each step comes back like a job that ended.
    pub fn start_with_progress(&self, job: impl FnOnce(&dyn Fn(T)) + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        (self.spawn)(Box::new(move || {
            job(&|step| {
                // The window may be gone by then: nobody is left to tell.
                let _ = sender.send(step);
                // Cloned out: the window locks it as well, and must never wait for this.
                let ctx = wake.lock().ok().and_then(|wake| wake.clone());
                if let Some(ctx) = ctx {
                    ctx.request_repaint();
                }
            });
        }));
    }

    /// The first that ends, unless it takes longer than that.
    pub fn wait(&self, at_most: Duration) -> Option<T> {
        self.receiver.recv_timeout(at_most).ok()
    }

    /// What has ended since the last time.
    pub fn ended(&self) -> Vec<T> {
        self.receiver.try_iter().collect()
    }
}
