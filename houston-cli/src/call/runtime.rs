//! The async runtime of calls.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use houston_client::schema::OperationKind;
use tokio::runtime::{Builder, Runtime};
use tokio::task::coop::unconstrained;

use crate::failure::{Code, Exit, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;

/// Creates a runtime on this thread.
pub(crate) fn runtime() -> Result<Runtime, Failure> {
    let built = Builder::new_current_thread().enable_all().build();
    built.map_err(|error| {
        Failure::new(Exit::Internal, "cannot start the async runtime").because(error)
    })
}

/// The runtime that all calls of the process share, so that they share connections.
fn shared() -> Result<&'static Runtime, Failure> {
    static SHARED: OnceLock<Runtime> = OnceLock::new();
    match SHARED.get() {
        Some(made) => Ok(made),
        None => {
            let made = runtime()?;
            Ok(SHARED.get_or_init(|| made))
        }
    }
}

/// Waits for a call that changes nothing. Signals end the process as usual.
pub(crate) fn read<T>(call: impl Future<Output = T>) -> Result<T, Failure> {
    Ok(shared()?.block_on(call))
}

/// Waits for the call of an operation, or for a signal. Afterwards, signals end the process as usual.
///
/// # Errors
///
/// Fails if a signal arrives first. The outcome of the call is not known then.
pub(crate) fn wait<T>(
    name: &str,
    kind: OperationKind,
    call: impl Future<Output = T>,
) -> Result<T, Failure> {
    until_signal(call)?.map_err(|exit| interrupted(name, kind, exit))
}

/// Waits for some work, or for a signal, which is the inner error. Afterwards, signals end the process as usual.
///
/// # Errors
///
/// Fails if signals cannot be caught.
pub(crate) fn until_signal<T>(work: impl Future<Output = T>) -> Result<Result<T, Exit>, Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(Exit::Internal, "cannot wait for signals").because(error)
    };
    shared()?.block_on(async {
        let (stopped, _caught) = stop_signal().map_err(failed)?;
        tokio::select! {
            // An answer that has arrived wins over a signal.
            biased;
            done = work => Ok(Ok(done)),
            // Work that is never done has used the turn of what comes after it.
            exit = unconstrained(stopped) => Ok(Err(exit)),
        }
    })
}

/// Lets a signal win over a failure that it causes: Ctrl-C on a terminal also ends the process that runs a filter.
pub(crate) async fn signals_first() {
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
}

/// While it lives, signals do not end the process. Afterwards, they have their usual effect.
pub(crate) struct Caught(&'static AtomicBool);

impl Caught {
    /// Catches the signals.
    ///
    /// # Errors
    ///
    /// Fails if the system does not allow it.
    pub(crate) fn new() -> std::io::Result<Self> {
        let ended = ended()?;
        ended.store(false, Ordering::SeqCst);
        Ok(Caught(ended))
    }
}

impl Drop for Caught {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Whether signals have their usual effect, although a handler of the runtime stays for them.
fn ended() -> std::io::Result<&'static AtomicBool> {
    static ENDED: OnceLock<Result<Arc<AtomicBool>, std::io::ErrorKind>> = OnceLock::new();
    let ended = ENDED.get_or_init(|| {
        let ended = Arc::new(AtomicBool::new(true));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&ended))
                .map_err(|error| error.kind())?;
        }
        Ok(ended)
    });
    ended.as_ref().map(|ended| &**ended).map_err(|kind| std::io::Error::from(*kind))
}

fn interrupted(name: &str, kind: OperationKind, exit: Exit) -> Failure {
    let what = format!("{}: stopped by a signal before an answer arrived", plain(name));
    let failure = Failure::new(exit, what);
    match kind {
        OperationKind::Mutation => {
            failure.code(Code::OutcomeUnknown).detail("It was sent and may have run.")
        }
        _ => failure,
    }
}

/// Waits for SIGINT or SIGTERM, and returns the exit code for it.
///
/// Handlers run in the order in which they were set. The one with the usual effect is the first: when the runtime hears of
/// a signal, which may be on another thread, that one has looked already whether signals are caught. They are caught at
/// last, when no signal can be lost.
#[cfg(unix)]
pub(crate) fn stop_signal() -> std::io::Result<(impl Future<Output = Exit>, Caught)> {
    use tokio::signal::unix::{SignalKind, signal};
    ended()?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let stopped = async move {
        tokio::select! {
            _ = interrupt.recv() => {
                output::after_key();
                Exit::Interrupted
            }
            _ = terminate.recv() => Exit::Terminated,
        }
    };
    Ok((stopped, Caught::new()?))
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
pub(crate) fn stop_signal() -> std::io::Result<(impl Future<Output = Exit>, Caught)> {
    let stopped = async {
        // If waiting fails, Ctrl-C ends the process.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        output::after_key();
        Exit::Interrupted
    };
    Ok((stopped, Caught::new()?))
}
