//! A child that filters one text after another: an event of a stream each.
//!
//! Each text is a line. The child answers with a line `=RESULT` for each result, and then with `.`, or `!WHY` if the
//! filter failed.

use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use serde_json::value::RawValue;

use super::{LONGEST, NAME, TOO_MUCH, too_late, too_long};
use crate::answer::jq::{Filter, failed};
use crate::answer::pretty::compact;
use crate::failure::Failure;

/// The last word of the child's command line.
pub(super) const LINES: &str = "lines";

/// A running filter.
pub(crate) struct Lasting {
    option: &'static str,
    patience: Duration,
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<Vec<u8>>,
}

impl Lasting {
    /// Starts a child with this filter. Each text may take this long.
    ///
    /// # Errors
    ///
    /// Fails if the child cannot be started.
    pub(crate) fn start(filter: &Filter, patience: Duration) -> Result<Self, Failure> {
        let option = filter.option();
        Self::begin(filter, patience).map_err(|error| failed(option, &error.to_string()))
    }

    fn begin(filter: &Filter, patience: Duration) -> io::Result<Self> {
        let seconds = patience.as_secs().saturating_add(1).to_string();
        let mut child = Command::new(std::env::current_exe()?)
            .args([NAME, &seconds, filter.text(), LINES])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, lines) = sync_channel(16);
        std::thread::Builder::new().spawn(move || read(stdout, &sender))?;
        Ok(Lasting { option: filter.option(), patience, child, stdin, lines })
    }

    /// Filters a JSON text, and returns each result as JSON text.
    ///
    /// # Errors
    ///
    /// Fails if the filter fails on this text, crashes, or takes too much time or memory. The child has ended then.
    pub(crate) fn run(&mut self, json: &str) -> Result<Vec<Box<RawValue>>, Failure> {
        self.filtered(json).map_err(|why| failed(self.option, &why))
    }

    fn filtered(&mut self, json: &str) -> Result<Vec<Box<RawValue>>, String> {
        let until = Instant::now() + self.patience;
        let json = compact(json) + "\n";
        // The child reads a whole text before it writes.
        self.stdin.write_all(json.as_bytes()).map_err(|_| TOO_MUCH.to_owned())?;
        let (mut results, mut size) = (Vec::new(), 0);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).map_err(|error| match error {
                RecvTimeoutError::Timeout => too_late(self.patience),
                RecvTimeoutError::Disconnected => TOO_MUCH.to_owned(),
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
                None => return Err(TOO_MUCH.to_owned()),
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

/// The child: filters each line of stdin. `allow` is called before each of them.
pub(super) fn serve(filter: &Filter, allow: impl Fn()) -> ExitCode {
    let (mut stdin, mut stdout) = (io::stdin().lock(), BufWriter::new(io::stdout().lock()));
    let mut answer = |line: &str| {
        allow();
        let done = filter
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
