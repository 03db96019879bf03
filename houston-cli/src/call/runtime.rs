//! What runs a call.

use std::sync::OnceLock;

use houston_client::schema::OperationKind;
use tokio::runtime::{Builder, Runtime};

use crate::failure::{Code, Exit, Failure};
use crate::terminal::text::plain;

/// A runtime on this thread: made only when something is sent.
pub(crate) fn runtime() -> Result<Runtime, Failure> {
    let built = Builder::new_current_thread().enable_all().build();
    built.map_err(|error| Failure::new(Exit::Internal, "no call can be made").because(error))
}

/// The one that all calls of this process share, and so their connections.
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

/// Waits for a call that changes nothing. A signal ends the process as it always does, also afterwards.
pub(crate) fn read<T>(call: impl Future<Output = T>) -> Result<T, Failure> {
    Ok(shared()?.block_on(call))
}

/// Waits for the call of an operation, or for a signal to stop. After it, signals are caught for good: it is the last
/// thing that a process does.
///
/// # Errors
///
/// When a signal came first. What the call did can then not be told.
pub(crate) fn wait<T>(
    name: &str,
    kind: OperationKind,
    call: impl Future<Output = T>,
) -> Result<T, Failure> {
    shared()?.block_on(async {
        let stopped = stop_signal().map_err(|error| {
            Failure::new(Exit::Internal, "signals cannot be waited for").because(error)
        })?;
        tokio::select! {
            // What has come is not thrown away for a signal.
            biased;
            answer = call => Ok(answer),
            exit = stopped => Err(interrupted(name, kind, exit)),
        }
    })
}

fn interrupted(name: &str, kind: OperationKind, exit: Exit) -> Failure {
    let what = format!("{}: stopped by a signal, before an answer came", plain(name));
    let failure = Failure::new(exit, what);
    match kind {
        OperationKind::Mutation => failure
            .code(Code::OutcomeUnknown)
            .detail("it was sent, and nobody can tell whether it ran"),
        _ => failure,
    }
}

/// Ends with the first SIGINT or SIGTERM, and what the process then exits with.
#[cfg(unix)]
pub(crate) fn stop_signal() -> std::io::Result<impl Future<Output = Exit>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => Exit::Interrupted,
            _ = terminate.recv() => Exit::Terminated,
        }
    })
}

/// Ends with Ctrl-C.
#[cfg(not(unix))]
pub(crate) fn stop_signal() -> std::io::Result<impl Future<Output = Exit>> {
    Ok(async {
        // Without a way to wait for it, Ctrl-C ends the process by itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        Exit::Interrupted
    })
}
