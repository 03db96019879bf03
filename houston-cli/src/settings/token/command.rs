//! The command that prints a token.

use std::io::{IsTerminal as _, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use houston_schema::text::duration;

#[cfg(unix)]
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::input;
use crate::terminal::text::plain;

/// How long it may take, unless the call has a time limit. It may ask a person.
const PATIENCE: Duration = Duration::from_secs(120);

/// The most bytes that it may write. A token is much shorter.
const LONGEST: u64 = input::LONGEST_TOKEN as u64;

/// How often the command and signals are looked at.
const PAUSE: Duration = Duration::from_millis(50);

/// The output of a shell command. Its stderr is shown, because it may ask for something.
///
/// The command and the processes that it started end with the call: at its time limit, when it writes too much, and
/// when a signal stops the call.
///
/// # Errors
///
/// Fails if the command fails, takes too long, or writes too much or no text.
pub(super) fn output(
    command: &str,
    profile: &str,
    patience: Option<Duration>,
) -> Result<String, Failure> {
    let failed = |why: String| {
        Failure::new(
            Exit::NotAllowed,
            format!("the token-command of profile {profile} failed: {why}"),
        )
        .detail("Nothing was sent.")
        .help("Run the command by itself: it must write only the token to stdout.")
    };
    let ran =
        Running::start(command).and_then(|running| running.written(patience.unwrap_or(PATIENCE)));
    let (status, bytes) = ran.map_err(|why| failed(plain(&why)))?;
    if !status.success() {
        return Err(failed(status.to_string()));
    }
    input::text(bytes).map_err(|why| failed(format!("its output cannot be used: {why}")))
}

/// A command that runs. It is ended when this is dropped.
struct Running {
    child: Child,
    /// Whether the command has a group of processes of its own. On a terminal it has not: it could not read from it, and
    /// Ctrl-C reaches all of the group.
    is_apart: bool,
    has_ended: bool,
}

impl Running {
    fn start(command: &str) -> Result<Self, String> {
        let words = if cfg!(windows) { ["cmd", "/C"] } else { ["sh", "-c"] };
        let mut shell = Command::new(words[0]);
        shell.args([words[1], command]).stdin(Stdio::inherit()).stderr(Stdio::inherit());
        let is_apart = cfg!(unix) && !std::io::stdin().is_terminal();
        #[cfg(unix)]
        if is_apart {
            std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        }
        let child = shell.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
        Ok(Running { child, is_apart, has_ended: false })
    }

    /// Waits for the end of the command, and returns its status and output.
    fn written(mut self, patience: Duration) -> Result<(ExitStatus, Vec<u8>), String> {
        let stop = Stop::new().map_err(|error| error.to_string())?;
        let until = Instant::now().checked_add(patience);
        let (sender, receiver) = mpsc::channel();
        let stdout = self.child.stdout.take();
        std::thread::spawn(move || {
            // Room for all of it: a buffer that grows leaves its content behind.
            let mut bytes = Vec::with_capacity(input::LONGEST_TOKEN + 64);
            let read = stdout.map(|stdout| stdout.take(LONGEST + 1).read_to_end(&mut bytes));
            let _ = sender.send(read.map_or(Ok(0), |read| read).map(|_| bytes));
        });
        let mut bytes = None;
        loop {
            if bytes.is_none() {
                bytes = receiver.recv_timeout(PAUSE).ok();
            } else {
                std::thread::sleep(PAUSE / 10);
            }
            if bytes
                .as_ref()
                .is_some_and(|read| read.as_ref().is_ok_and(|bytes| is_too_long(bytes)))
            {
                return Err(format!("it writes more than {} kB", LONGEST >> 10));
            }
            let status = self.child.try_wait().map_err(|error| error.to_string())?;
            if let (Some(status), true) = (status, bytes.is_some()) {
                self.has_ended = true;
                let bytes = bytes.unwrap_or(Ok(Vec::new())).map_err(|error| error.to_string())?;
                return Ok((status, bytes));
            }
            if stop.is_asked() {
                drop(self);
                return Err(stop.end());
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                return Err(match status {
                    None => format!("it does not end within {}", duration(patience)),
                    Some(_) => format!(
                        "a process that it started does not close stdout within {}",
                        duration(patience)
                    ),
                });
            }
        }
    }
}

fn is_too_long(bytes: &[u8]) -> bool {
    bytes.len() as u64 > LONGEST
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        #[cfg(unix)]
        if self.is_apart
            && let Some(group) = rustix::process::Pid::from_raw(self.child.id() as i32)
        {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The signals that stop a call. They have their usual effect again when this is dropped.
struct Stop {
    #[cfg(unix)]
    asked: std::sync::Arc<std::sync::atomic::AtomicUsize>,
    #[cfg(unix)]
    handlers: Vec<signal_hook::SigId>,
    #[cfg(unix)]
    _caught: runtime::Caught,
}

#[cfg(unix)]
impl Stop {
    fn new() -> std::io::Result<Self> {
        use signal_hook::consts::{SIGINT, SIGTERM};
        let asked = std::sync::Arc::default();
        let register = |signal| {
            signal_hook::flag::register_usize(
                signal,
                std::sync::Arc::clone(&asked),
                signal as usize,
            )
        };
        let handlers = [SIGINT, SIGTERM].into_iter().map(register).collect::<Result<_, _>>()?;
        // At last, so that no signal is lost in between.
        Ok(Stop { asked, handlers, _caught: runtime::Caught::new()? })
    }

    fn signal(&self) -> i32 {
        self.asked.load(std::sync::atomic::Ordering::SeqCst) as i32
    }

    fn is_asked(&self) -> bool {
        self.signal() != 0
    }

    /// Ends this process as the signal usually does.
    fn end(&self) -> String {
        let _ = signal_hook::low_level::emulate_default_handler(self.signal());
        "a signal stopped it".to_owned()
    }
}

#[cfg(unix)]
impl Drop for Stop {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

#[cfg(not(unix))]
impl Stop {
    fn new() -> std::io::Result<Self> {
        Ok(Stop {})
    }

    fn is_asked(&self) -> bool {
        false
    }

    fn end(&self) -> String {
        String::new()
    }
}
