//! What a call waits for: told from the first second on, on a terminal in a line that passes, in a log once.
//!
//! A thread tells it, so that everything that waits can be told in the same way: a server, a filter, a store.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::terminal::output;

const SECOND: Duration = Duration::from_secs(1);

/// When what is waited for was last asked again.
static AGAIN: Mutex<Option<Instant>> = Mutex::new(None);

/// Tells that it is asked again, or will be: the time begins once more.
pub(crate) fn again() {
    *AGAIN.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
}

fn last() -> Option<Instant> {
    *AGAIN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// While it lives, something is waited for. Afterwards, nothing is left of it on a terminal.
#[must_use]
pub(crate) struct Awaiting(Option<(Sender<()>, JoinHandle<()>)>);

impl Awaiting {
    /// Begins to wait for this. A task whose notes its caller collects is not alone, and its caller tells how far it is.
    pub(crate) fn begin(whom: &str) -> Self {
        if output::is_collecting() {
            return Awaiting(None);
        }
        let (end, ended) = channel::<()>();
        let (whom, begun) = (whom.to_owned(), Instant::now());
        let tell = move || {
            let elapsed = || last().filter(|last| *last > begun).unwrap_or(begun).elapsed();
            let mut told = false;
            loop {
                let millis = u64::from(elapsed().subsec_millis());
                let pause = SECOND.saturating_sub(Duration::from_millis(millis));
                match ended.recv_timeout(pause) {
                    Err(RecvTimeoutError::Timeout) => {}
                    _ => return,
                }
                let seconds = elapsed().as_secs();
                if seconds == 0 {
                    continue;
                }
                let is_shown = output::passing(&format!("waiting for {whom} ({seconds} s)"));
                if !is_shown && !told {
                    output::note(format_args!("waiting for {whom}"));
                }
                told = true;
            }
        };
        // Without a thread, it is waited for in silence.
        let thread = std::thread::Builder::new().name("awaiting".to_owned()).spawn(tell);
        Awaiting(thread.ok().map(|thread| (end, thread)))
    }
}

impl Drop for Awaiting {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.0.take() {
            drop(end);
            let _ = thread.join();
            output::passed();
        }
    }
}
