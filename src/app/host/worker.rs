//! Background jobs: loading, saving, and the platform's file dialogs.
//!
//! Owns the channel of results. Never touches the document: the host handles results between
//! frames.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How a job is run: on a thread in the app, synchronously in tests.
pub type Spawn = Box<dyn Fn(Box<dyn FnOnce() + Send>)>;

pub fn threads() -> Spawn {
    Box::new(|job| {
        std::thread::spawn(job);
    })
}

/// Runs jobs synchronously, so that tests need not wait.
pub fn at_once() -> Spawn {
    Box::new(|job| job())
}

pub struct Worker<T> {
    spawn: Spawn,
    sender: Sender<T>,
    receiver: Receiver<T>,
    /// Shared with the jobs, since the first starts before there is a window to wake.
    wake: Arc<Mutex<Option<egui::Context>>>,
}

impl<T: Send + 'static> Worker<T> {
    pub fn new(spawn: Spawn) -> Self {
        let (sender, receiver) = channel();
        Self { spawn, sender, receiver, wake: Arc::default() }
    }

    /// Sets the window to wake when a job ends. Returns whether it was the first.
    pub fn wake(&self, ctx: &egui::Context) -> bool {
        let Ok(mut wake) = self.wake.lock() else { return false };
        let is_first = wake.is_none();
        wake.get_or_insert_with(|| ctx.clone());
        is_first
    }

    pub fn start(&self, job: impl FnOnce() -> T + Send + 'static) {
        self.start_with_progress(|report| report(job()));
    }

    /// Starts a job that reports its progress; each report is received like a result.
    pub fn start_with_progress(&self, job: impl FnOnce(&dyn Fn(T)) + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        (self.spawn)(Box::new(move || {
            job(&|step| {
                // The receiver may be gone: the window has closed.
                let _ = sender.send(step);
                // Cloned to release the lock at once: the window must never wait for it.
                let ctx = wake.lock().ok().and_then(|wake| wake.clone());
                if let Some(ctx) = ctx {
                    ctx.request_repaint();
                }
            });
        }));
    }

    /// Waits for a result, up to a timeout.
    pub fn wait(&self, at_most: Duration) -> Option<T> {
        self.receiver.recv_timeout(at_most).ok()
    }

    /// The results since the last call.
    pub fn ended(&self) -> Vec<T> {
        self.receiver.try_iter().collect()
    }
}
