//! A child that runs its program on one text after another: an event of a stream each.
//!
//! Each text is a line. The child answers with a line `=RESULT` for each result, and then with `.`, or `!WHY` if the
//! program failed.

use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};
use std::process::{Child, ChildStdin, ChildStdout, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use serde_json::value::RawValue;

use super::{Compiled, LONGEST, Program, command, too_late, too_long, too_much};
use crate::answer::jq::failed;
use crate::answer::pretty::compact;
use crate::failure::Failure;

/// The last word of the child's command line.
pub(super) const LINES: &str = "lines";

/// A running program.
pub(crate) struct Lasting {
    option: &'static str,
    patience: Duration,
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<Vec<u8>>,
}

impl Lasting {
    /// Starts a child with this program. Each text may take this long.
    ///
    /// # Errors
    ///
    /// Fails if the child cannot be started.
    pub(crate) fn start(program: &dyn Program, patience: Duration) -> Result<Self, Failure> {
        let option = program.option();
        Self::begin(program, patience).map_err(|error| failed(option, &error.to_string()))
    }

    fn begin(program: &dyn Program, patience: Duration) -> io::Result<Self> {
        let mut child = command(program, patience)?
            .arg(LINES)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, lines) = sync_channel(16);
        std::thread::Builder::new().spawn(move || read(stdout, &sender))?;
        Ok(Lasting { option: program.option(), patience, child, stdin, lines })
    }

    /// Runs the program on a JSON text, and returns each result as JSON text.
    ///
    /// # Errors
    ///
    /// Fails if the program fails on this text, crashes, or takes too much time or memory. The child has ended then.
    pub(crate) fn run(&mut self, json: &str) -> Result<Vec<Box<RawValue>>, Failure> {
        self.ran(json).map_err(|why| failed(self.option, &why))
    }

    fn ran(&mut self, json: &str) -> Result<Vec<Box<RawValue>>, String> {
        let until = Instant::now() + self.patience;
        let json = compact(json) + "\n";
        // The child reads a whole text before it writes.
        self.stdin.write_all(json.as_bytes()).map_err(|_| too_much(self.option))?;
        let (mut results, mut size) = (Vec::new(), 0);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).map_err(|error| match error {
                RecvTimeoutError::Timeout => too_late(self.option, self.patience),
                RecvTimeoutError::Disconnected => too_much(self.option),
            })?;
            size += line.len() as u64;
            if size > LONGEST {
                return Err(too_long());
            }
            let line = String::from_utf8(line).map_err(|_| "a result is not text".to_owned())?;
            match line.split_at_checked(1) {
                Some(("=", result)) => results.push(
                    RawValue::from_string(result.to_owned())
                        .map_err(|_| "a result is not valid JSON".to_owned())?,
                ),
                Some((".", _)) => return Ok(results),
                Some((_, why)) => return Err(why.to_owned()),
                None => return Err(too_much(self.option)),
            }
        }
    }
}

impl Drop for Lasting {
    fn drop(&mut self) {
        // It has ended, or must not go on.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes on the lines of the child, none of which is longer than all results may be.
fn read(stdout: ChildStdout, sender: &SyncSender<Vec<u8>>) {
    let mut stdout = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let read = (&mut stdout).take(LONGEST + 2).read_until(b'\n', &mut line);
        if !matches!(read, Ok(1..)) {
            return;
        }
        line.pop_if(|last| *last == b'\n');
        if sender.send(line).is_err() {
            return;
        }
    }
}

/// The child: runs its program on each line of stdin. `allow` is called before each of them.
pub(super) fn serve(program: &Compiled, allow: impl Fn()) -> ExitCode {
    let (mut stdin, mut stdout) = (io::stdin().lock(), BufWriter::new(io::stdout().lock()));
    let mut answer = |line: &str| {
        allow();
        let done = program
            .each(line, |result| writeln!(stdout, "={result}").map_err(|error| error.to_string()));
        match done {
            Ok(()) => writeln!(stdout, ".")?,
            Err(why) => writeln!(stdout, "!{}", why.replace('\n', " "))?,
        }
        stdout.flush()
    };
    loop {
        let mut line = String::new();
        match stdin.read_line(&mut line).and_then(|read| match read {
            0 => Ok(false),
            _ => answer(&line).map(|()| true),
        }) {
            Ok(true) => {}
            _ => return ExitCode::SUCCESS,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_of_many_lines_is_one() {
        let text = crate::answer::pretty::compact("{\"a\" :\n\t[1 ,\r\n 2]}");
        assert_eq!(text, r#"{"a":[1,2]}"#);
    }
}
