//! Measurements on a terminal: charts that change in place.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;
use houston_tests::socket::{Socket, Step, Talk, to};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};
use vt100::Parser;

use crate::environment::Environment;
use crate::rows_platform::Platform;

fn some(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}

/// A program on a terminal of its own.
struct Terminal {
    child: Child,
    keys: File,
    parser: Arc<Mutex<Parser>>,
    bytes: Arc<Mutex<Vec<u8>>>,
}

impl Terminal {
    fn start(
        user: &Environment,
        line: &str,
        variables: &[(&str, &str)],
        (columns, lines): (u16, u16),
    ) -> Self {
        let keys = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&keys).unwrap();
        unlockpt(&keys).unwrap();
        let path = ptsname(&keys, Vec::new()).unwrap().into_string().unwrap();
        let program = || File::options().read(true).write(true).open(&path).unwrap();
        let keys = File::from(keys);
        let houston = user.command(&line.split(' ').collect::<Vec<_>>());
        let mut command = Command::new("setsid");
        command.arg("--ctty").arg(houston.get_program()).args(houston.get_args());
        command.env_clear().envs(houston.get_envs().filter_map(|it| Some((it.0, it.1?))));
        command.env("PATH", std::env::var_os("PATH").unwrap()).env("TERM", "xterm");
        command.envs(variables.iter().copied());
        let parser = Arc::new(Mutex::new(Parser::new(some(lines), some(columns), 1000)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let size = Winsize { ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let slave = program();
        tcsetwinsize(&slave, size).unwrap();
        let child = command.stdin(program()).stdout(program()).stderr(slave).spawn().unwrap();
        drop(command);
        let mut read = keys.try_clone().unwrap();
        let (screen, all) = (Arc::clone(&parser), Arc::clone(&bytes));
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The end of the program is an error of the terminal.
            while let Ok(count) = read.read(&mut buffer)
                && count > 0
            {
                screen.lock().unwrap().process(&buffer[..count]);
                all.lock().unwrap().extend(&buffer[..count]);
            }
        });
        Terminal { child, keys, parser, bytes }
    }

    fn resize(&self, columns: u16, lines: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(some(lines), some(columns));
        let size = Winsize { ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&self.keys, size).unwrap();
    }

    fn mode(&self) -> Termios {
        tcgetattr(&self.keys).unwrap()
    }

    fn screen(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Waits until the screen is like this, and returns it.
    #[track_caller]
    fn wait(&self, is_it: impl Fn(&str) -> bool) -> String {
        let begin = Instant::now();
        loop {
            let screen = self.screen();
            if is_it(&screen) {
                return screen;
            }
            assert!(begin.elapsed() < Duration::from_secs(20), "{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn end(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        std::thread::sleep(Duration::from_millis(50));
        (status, self.screen())
    }
}

/// How often a text is on a screen.
fn count(screen: &str, text: &str) -> usize {
    screen.matches(text).count()
}

const METRICS: &str =
    "metrics --metric-type DEPLOYMENT_STATUS --since 1800 --step 60 --deployment-uuid";

/// A sandbox with a Deployment that has run for an hour, and its id.
fn platform(faults: &[&str]) -> (Platform, String) {
    let platform = Platform::start(faults);
    platform.sandbox.clock().stop();
    let line = format!(
        "createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow --label etl --fields id -o value"
    );
    let id = platform.user.line(&line).stdout.trim().to_owned();
    platform.sandbox.clock().advance(Duration::from_secs(3600));
    (platform, id)
}

/// Waits until so many streams have begun, and lets time pass: an event comes after 30 seconds.
fn advance(platform: &Platform, streams: usize, seconds: u64) {
    let begun = || platform.sandbox.ledger().iter().filter(|it| it.operation == "metrics").count();
    let begin = Instant::now();
    while begun() < streams {
        assert!(begin.elapsed() < Duration::from_secs(20), "the stream begins");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(100));
    platform.sandbox.clock().advance(Duration::from_secs(seconds));
}

#[test]
fn a_chart_changes_in_place_and_the_last_one_stays() {
    let (platform, id) = platform(&[]);
    let mut terminal = Terminal::start(&platform.user, &format!("{METRICS} {id}"), &[], (80, 24));
    let mode = terminal.mode();
    advance(&platform, 1, 30);
    let one = |screen: &str| {
        ["scheduler  1", "webserver  1", "worker  1"].iter().all(|it| count(screen, it) == 1)
    };
    let screen = terminal.wait(one);
    assert_eq!(count(&screen, " UTC"), 3, "{screen}");
    assert!(screen.contains("│⠉⠉⠉") || screen.contains("│⠒⠒⠒") || screen.contains('⣀'), "{screen}");
    // The next event, and another size: still one picture.
    advance(&platform, 1, 30);
    terminal.resize(140, 40);
    let beside = |screen: &str| {
        screen.lines().any(|line| line.contains("scheduler  1") && line.contains("webserver  1"))
    };
    let screen = terminal.wait(|screen| beside(screen) && one(screen));
    assert_eq!(count(&screen, " UTC"), 3, "{screen}");
    terminal.resize(100, 20);
    terminal.wait(|screen| !beside(screen) && one(screen));
    terminal.keys.write_all(b"\x03").unwrap();
    assert_eq!(format!("{mode:?}"), format!("{:?}", terminal.mode()));
    assert!(!terminal.parser.lock().unwrap().screen().alternate_screen());
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(130), "{screen}");
    // The lines of the error have moved it up.
    assert!(count(&screen, "worker  1") == 1 && screen.contains("stopped by a signal"), "{screen}");
}

#[test]
fn a_note_stands_above_the_picture() {
    let (platform, id) = platform(&["/ws:1:lasts=45s"]);
    let line = format!("{METRICS} {id} --count 2");
    let terminal = Terminal::start(&platform.user, &line, &[], (80, 24));
    advance(&platform, 1, 30);
    terminal.wait(|screen| screen.contains("scheduler  1"));
    advance(&platform, 1, 20);
    advance(&platform, 2, 30);
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{screen}");
    let axes = screen.lines().filter(|line| line.ends_with(" UTC")).count();
    assert_eq!((count(&screen, "scheduler  1"), axes), (1, 3), "{screen}");
    let note = screen.find("note: ").unwrap_or_else(|| panic!("{screen}"));
    assert!(note < screen.find("scheduler").unwrap(), "{screen}");
}

/// A server with one event of one measurement.
fn server(label: &str) -> Socket {
    let values = r#"[[1795921200,"1"],[1795921260,"NaN"],[1795921320,"2"]]"#;
    let metric = format!(r#"{{"label":"{label}","result":[{{"metric":{{}},"values":{values}}}]}}"#);
    let event = to("data", &format!(r#"{{"data":{{"metrics":[{metric}]}}}}"#));
    Socket::new(Talk::subscribed([
        event,
        Step::Rest(Duration::from_millis(50)),
        to("complete", "null"),
    ]))
}

fn shown(
    label: &str,
    variables: &[(&str, &str)],
    size: (u16, u16),
    more: &str,
) -> (String, String) {
    let user = Environment::new().set("HOUSTON_URL", &server(label).url);
    let line = format!("{METRICS} d{more}");
    let terminal = Terminal::start(&user, &line, variables, size);
    let bytes = Arc::clone(&terminal.bytes);
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{screen}");
    (screen, String::from_utf8_lossy(&bytes.lock().unwrap()).into_owned())
}

#[test]
fn a_terminal_that_cannot_change_has_lines() {
    let line = "2026-11-29 03:02:00  queued  2";
    for (variables, size) in [
        ([("TERM", "dumb")], (80, 24)),
        ([("TERM", "xterm")], (39, 24)),
        ([("TERM", "xterm")], (80, 7)),
        ([("TERM", "")], (80, 24)),
    ] {
        let (screen, bytes) = shown("queued", &variables, size, "");
        assert_eq!((screen.trim_end(), bytes.trim_end()), (line, line), "{variables:?} {size:?}");
    }
    // Formats are as in a pipe.
    let (screen, _) = shown("queued", &[], (200, 24), " -o ndjson");
    assert!(
        screen.starts_with(r#"[{"label":"queued","result":[{"metric":{},"values":[["#),
        "{screen}"
    );
}

#[test]
fn a_picture_has_no_colours_and_obeys_no_label() {
    let label = r"\u001b[2J\u001b]0;title\u0007\u009b31mqueued\u202e";
    for variables in [&[][..], &[("NO_COLOR", "1")]] {
        let (screen, bytes) = shown(label, variables, (80, 24), "");
        assert!(screen.starts_with("[2J]0;title31mqueued  2"), "{screen}");
        assert_eq!(count(&screen, " UTC"), 1, "{screen}");
        let steers = |letter: char| letter.is_control() && !"\r\n".contains(letter);
        assert!(!bytes.contains(steers), "{bytes:?}");
    }
}
