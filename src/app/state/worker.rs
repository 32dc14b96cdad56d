//! Work beside the window: loading, saving, and the platform's file dialogs.
//!
//! Owns the channel on which results come back. Never touches the document: results are
//! handed to `state` between frames.

use std::sync::mpsc::{Receiver, Sender, channel};

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
    wake: Option<egui::Context>,
}

impl<T: Send + 'static> Worker<T> {
    /// A worker that runs its jobs so.
    pub fn new(spawn: Spawn) -> Self {
        let (sender, receiver) = channel();
        Self { spawn, sender, receiver, wake: None }
    }

    /// Which window to wake when a job ends.
    pub fn wake(&mut self, ctx: &egui::Context) {
        if self.wake.is_none() {
            self.wake = Some(ctx.clone());
        }
    }

    /// Starts a job.
    pub fn start(&self, job: impl FnOnce() -> T + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        (self.spawn)(Box::new(move || {
            // The window may be gone by then: nobody is left to tell.
            let _ = sender.send(job());
            if let Some(ctx) = wake {
                ctx.request_repaint();
            }
        }));
    }

    /// What has ended since the last time.
    pub fn ended(&self) -> Vec<T> {
        self.receiver.try_iter().collect()
    }
}
