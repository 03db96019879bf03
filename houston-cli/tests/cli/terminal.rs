//! A terminal of our own, and what is on its screen.

use std::fs::File;
use std::io::Read;
use std::num::NonZero;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};
use vt100::Parser;

use crate::environment::Environment;

fn some(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}

/// A program on a terminal of its own.
pub struct Terminal {
    child: Child,
    pub keys: File,
    pub parser: Arc<Mutex<Parser>>,
    pub bytes: Arc<Mutex<Vec<u8>>>,
}

impl Terminal {
    /// Starts `houston` with the words of a line, on a terminal with so many columns and lines.
    pub fn start(
        user: &Environment,
        line: &str,
        variables: &[(&str, &str)],
        size: (u16, u16),
    ) -> Self {
        let mut houston = user.command(&line.split(' ').collect::<Vec<_>>());
        houston.env("PATH", std::env::var_os("PATH").unwrap()).env("TERM", "xterm");
        // A pager is for the tests of pagers, which name one.
        if !variables.iter().any(|(name, _)| name.ends_with("PAGER")) {
            houston.env("HOUSTON_PAGER", "");
        }
        Terminal::of(houston.envs(variables.iter().copied()), size)
    }

    /// Starts a program with no other variables than its own.
    pub fn of(program: &Command, (columns, lines): (u16, u16)) -> Self {
        let keys = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&keys).unwrap();
        unlockpt(&keys).unwrap();
        let path = ptsname(&keys, Vec::new()).unwrap().into_string().unwrap();
        let open = || File::options().read(true).write(true).open(&path).unwrap();
        let keys = File::from(keys);
        let mut command = Command::new("setsid");
        command.arg("--ctty").arg(program.get_program()).args(program.get_args());
        command.env_clear().envs(program.get_envs().filter_map(|it| Some((it.0, it.1?))));
        if let Some(directory) = program.get_current_dir() {
            command.current_dir(directory);
        }
        let parser = Arc::new(Mutex::new(Parser::new(some(lines), some(columns), 1000)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let size = Winsize { ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let slave = open();
        tcsetwinsize(&slave, size).unwrap();
        let child = command.stdin(open()).stdout(open()).stderr(slave).spawn().unwrap();
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

    pub fn resize(&self, columns: u16, lines: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(some(lines), some(columns));
        let size = Winsize { ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&self.keys, size).unwrap();
    }

    pub fn mode(&self) -> Termios {
        tcgetattr(&self.keys).unwrap()
    }

    pub fn screen(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Waits until the screen is like this, and returns it.
    #[track_caller]
    pub fn wait(&self, is_it: impl Fn(&str) -> bool) -> String {
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

    pub fn end(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        std::thread::sleep(Duration::from_millis(50));
        (status, self.screen())
    }
}
