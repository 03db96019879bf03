//! Prompts on the terminal.

use std::io::{self, IsTerminal, Write};
use std::thread;

use tokio::sync::oneshot;

use crate::call::runtime;
use crate::failure::{Exit, Failure};

/// Whether there is a terminal to ask on.
pub(crate) fn is_somebody_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Returns the line that the user types; none without a terminal, or if the line is empty.
///
/// # Errors
///
/// Fails if stdin cannot be read, and if a signal arrives first.
pub(crate) fn line(prompt: &str) -> Result<Option<String>, Failure> {
    if !is_somebody_there() {
        return Ok(None);
    }
    let mut stderr = io::stderr();
    // A thread of its own reads, so that a signal ends the question and not the process.
    let (sender, typed) = oneshot::channel();
    thread::spawn(move || {
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line);
        let _ = sender.send(read.map(|_| line));
    });
    let asked = async {
        // Signals are caught from here on.
        let _ = write!(stderr, "{prompt}").and_then(|()| stderr.flush());
        typed.await
    };
    let typed = runtime::until_signal(asked)?.map_err(stopped)?;
    let line = typed.unwrap_or_else(|gone| Err(io::Error::other(gone)));
    let line =
        line.map_err(|error| Failure::new(Exit::Internal, "cannot read stdin").because(error))?;
    if !line.ends_with('\n') {
        // The next output begins on a new line.
        let _ = writeln!(stderr);
    }
    Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
}

/// The failure of a question that a signal has ended.
fn stopped(exit: Exit) -> Failure {
    Failure::new(exit, "stopped at the prompt").help("Nothing was sent.")
}

/// The failure for something that was not typed.
pub(crate) fn missing(what: &str) -> Failure {
    let why = match is_somebody_there() {
        true => "nothing was typed",
        false => "cannot ask for it without a terminal",
    };
    Failure::usage(format!("houston needs {what}, and {why}"))
}

/// Returns what the user types, without showing it; none without a terminal, or if nothing is typed.
///
/// # Errors
///
/// Fails if the user presses Ctrl-C. The terminal is restored first.
pub(crate) fn secret(what: &str) -> Result<Option<String>, Failure> {
    if !is_somebody_there() {
        return Ok(None);
    }
    match hidden(&format!("{what} (not shown): ")) {
        Ok(Some(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
        Ok(None) => Err(stopped(Exit::Interrupted)),
        // Without an answer, the secret is missing.
        Err(_) => Ok(None),
    }
}

/// Returns what the user types; none if they press Ctrl-C, which ends the process on other systems than Unix.
///
/// rpassword raises SIGINT before it restores the terminal, which ends the process. So this function sets up the
/// terminal, and rpassword, which reads the keys, never sees Ctrl-C.
#[cfg(unix)]
fn hidden(prompt: &str) -> io::Result<Option<String>> {
    use std::cell::Cell;
    use std::fs::File;
    use std::io::Read;
    use std::rc::Rc;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    const CTRL_C: u8 = 3;

    /// Keeps the terminal from showing keys and raising signals for them, until it is dropped.
    struct Quiet<'t>(&'t File, Termios);

    impl Drop for Quiet<'_> {
        fn drop(&mut self) {
            // Nothing else can be done if this fails.
            let _ = tcsetattr(self.0, OptionalActions::Now, &self.1);
        }
    }

    /// The keys up to Ctrl-C.
    struct Keys(File, Rc<Cell<bool>>);

    impl Read for Keys {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.read(buffer)?;
            if buffer[..count].contains(&CTRL_C) {
                self.1.set(true);
                return Err(io::Error::other("Ctrl-C"));
            }
            Ok(count)
        }
    }

    let mut terminal = File::options().read(true).write(true).open("/dev/tty")?;
    let stopped = Rc::new(Cell::new(false));
    let keys = Keys(terminal.try_clone()?, Rc::clone(&stopped));
    let typed = {
        let usual = tcgetattr(&terminal)?;
        let mut modes = usual.clone();
        modes.local_modes &=
            !(LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG);
        let _quiet = Quiet(&terminal, usual);
        tcsetattr(&terminal, OptionalActions::Now, &modes)?;
        let config = rpassword::ConfigBuilder::new().input_reader(keys).build();
        rpassword::prompt_password_with_config(prompt, config)
    };
    // The key that ended the input was not shown.
    writeln!(terminal)?;
    if stopped.get() { Ok(None) } else { typed.map(Some) }
}

#[cfg(not(unix))]
fn hidden(prompt: &str) -> io::Result<Option<String>> {
    rpassword::prompt_password(prompt).map(Some)
}
