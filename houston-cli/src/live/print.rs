//! Writes what comes, in a thread: a reader that is slow, or a filter, holds up neither signals nor the connection.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::sync::Arc;
use std::time::Duration;

use serde_json::value::RawValue;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

use crate::call::runtime::runtime;
use crate::failure::{Exit, Failure};
use crate::terminal::output::{self, Drawing};

/// How many bytes of events may wait to be written. One event may be larger.
const ROOM: u32 = 8 << 20;

/// What an event costs beside its bytes.
const COST: usize = 64;

/// How often what is shown may change without an event.
const TICK: Duration = Duration::from_secs(1);

/// Shows events. Everything that it writes goes to stdout.
pub(crate) trait Show: Send {
    /// Shows an event: the JSON text of the root field, or of `data` for a document.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be shown as asked, or stdout cannot be written.
    fn event(&mut self, event: &str, to: &mut dyn Write) -> Result<(), Halt>;

    /// A second has passed without an event.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    fn tick(&mut self, to: &mut dyn Write) -> io::Result<()> {
        let _ = to;
        Ok(())
    }

    /// Leaves the terminal so that a note can follow.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    fn pause(&mut self, to: &mut dyn Write) -> io::Result<()> {
        let _ = to;
        Ok(())
    }

    /// Leaves the terminal for good.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    fn end(&mut self, to: &mut dyn Write) -> io::Result<()> {
        self.pause(to)
    }
}

/// Why nothing more is shown.
pub(crate) enum Halt {
    /// The reader of stdout is gone.
    Gone,
    Failed(Failure),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Halt::Gone,
            _ => {
                Halt::Failed(Failure::new(Exit::Internal, "cannot write to stdout").because(error))
            }
        }
    }
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Halt::Failed(failure)
    }
}

enum Told {
    Event(Box<RawValue>),
    Note(String),
}

/// Passes events to the printer. If too many bytes wait, it waits as well.
pub(super) struct Sender {
    /// None once it is closed.
    told: Option<UnboundedSender<(Told, Option<OwnedSemaphorePermit>)>>,
    room: Arc<Semaphore>,
}

impl Sender {
    pub(super) async fn event(&self, text: Box<RawValue>) {
        let size = text.get().len();
        self.send(Told::Event(text), size).await;
    }

    /// Writes a note to stderr, after the events before it.
    pub(super) async fn note(&self, text: String) {
        let size = text.len();
        self.send(Told::Note(text), size).await;
    }

    /// From now on, notes are written after the events before them, and not into what is on the screen.
    pub(super) fn drawing(&self) -> Option<Drawing> {
        let to = self.told.as_ref()?.downgrade();
        Some(Drawing::new(move |text: &str| {
            let sent = to.upgrade().map(|to| to.send((Told::Note(text.to_owned()), None)));
            if !matches!(sent, Some(Ok(()))) {
                output::written(text);
            }
        }))
    }

    /// Says that nothing more comes.
    pub(super) fn close(&mut self) {
        self.told = None;
    }

    async fn send(&self, told: Told, size: usize) {
        let size = u32::try_from(size + COST).unwrap_or(ROOM).min(ROOM);
        if let Ok(permit) = Arc::clone(&self.room).acquire_many_owned(size).await {
            // A printer that has ended says so by itself.
            let _ = self.told.as_ref().map(|to| to.send((told, Some(permit))));
        }
    }
}

/// The end of the printer: an error, or nothing if all was written or the reader is gone.
pub(super) type Printed = oneshot::Receiver<Result<(), Failure>>;

/// Starts a printer. It ends when the sender is dropped and everything is written.
///
/// # Errors
///
/// Fails if the system gives no thread.
pub(super) fn start(show: Box<dyn Show>) -> Result<(Sender, Printed), Failure> {
    let (told, came) = mpsc::unbounded_channel();
    let (end, ended) = oneshot::channel();
    let runtime = runtime()?;
    let work = move || {
        let mut came = came;
        let done = match runtime.block_on(write(show, &mut came)) {
            Ok(()) | Err(Halt::Gone) => Ok(()),
            Err(Halt::Failed(failure)) => Err(failure),
        };
        let _ = end.send(done);
    };
    let failed = |error| Failure::new(Exit::Internal, "cannot start a thread").because(error);
    std::thread::Builder::new().spawn(work).map_err(|error: io::Error| failed(error))?;
    Ok((Sender { told: Some(told), room: Arc::new(Semaphore::new(ROOM as usize)) }, ended))
}

async fn write(
    mut show: Box<dyn Show>,
    came: &mut UnboundedReceiver<(Told, Option<OwnedSemaphorePermit>)>,
) -> Result<(), Halt> {
    let mut to = BufWriter::new(io::stdout());
    loop {
        let Ok(next) = timeout(TICK, came.recv()).await else {
            if is_gone() {
                return Err(Halt::Gone);
            }
            // A line that passes tells what is waited for.
            if !output::is_passing() {
                show.tick(&mut to)?;
                to.flush()?;
            }
            continue;
        };
        let Some(mut next) = next else { break };
        loop {
            let (told, _permit) = next;
            match told {
                Told::Event(text) => show.event(text.get(), &mut to)?,
                Told::Note(text) => {
                    show.pause(&mut to)?;
                    to.flush()?;
                    output::written(&text);
                }
            }
            match came.try_recv() {
                Ok(more) => next = more,
                Err(_) => break,
            }
        }
        to.flush()?;
    }
    show.end(&mut to)?;
    Ok(to.flush()?)
}

/// Whether stdout is a pipe that no process reads.
#[cfg(unix)]
fn is_gone() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let stdout = io::stdout();
    let mut one = [PollFd::new(&stdout, PollFlags::empty())];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut one, Some(&now)).is_ok() && one[0].revents().contains(PollFlags::ERR)
}

#[cfg(not(unix))]
fn is_gone() -> bool {
    false
}
