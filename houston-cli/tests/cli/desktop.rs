//! The session of a desktop: a bus of its own, and GNOME Keyring on it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use houston_tests::installed::{has_program, is_installed};
use tempfile::TempDir;

use crate::environment::Environment;
use crate::serve::Serving;

/// A bus where only what is started here answers: it starts no service itself.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// The session of a user: a bus, and on it the keyring, if it was started. It ends with its stdin.
pub(crate) struct Session {
    _directory: TempDir,
    shell: Child,
    address: String,
    /// The process of the keyring.
    pub(crate) keyring: Option<String>,
}

impl Session {
    /// Starts a bus; none if the programs are missing.
    pub(crate) fn start() -> Option<Self> {
        let programs = ["dbus-run-session", "gnome-keyring-daemon"].map(has_program);
        if programs.contains(&false) || !is_installed("secret-tool", "/usr/bin/secret-tool") {
            return None;
        }
        let directory = TempDir::new().unwrap();
        let config = directory.path().join("bus.conf");
        std::fs::write(&config, BUS).unwrap();
        let mut command = Command::new("dbus-run-session");
        command.arg("--config-file").arg(&config).args(["--", "sh"]).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap());
        for name in ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
            command.env(name, directory.path());
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let shell = command.spawn().unwrap();
        let mut session =
            Session { _directory: directory, shell, address: String::new(), keyring: None };
        session.address = session.line("echo \"$DBUS_SESSION_BUS_ADDRESS\"");
        Some(session)
    }

    /// Starts a bus with a keyring that is unlocked.
    pub(crate) fn with_keyring() -> Option<Self> {
        let mut session = Session::start()?;
        session.start_keyring("printf secret | gnome-keyring-daemon --unlock --components=secrets");
        Some(session)
    }

    fn start_keyring(&mut self, command: &str) {
        self.line(&format!("{command} >&2; echo started"));
        let asks = "dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
                    org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets";
        let begun = Instant::now();
        loop {
            let process = self.line(&format!("echo \"$({asks} | sed -n 's/.*uint32 //p')\""));
            if !process.is_empty() {
                self.keyring = Some(process);
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "the keyring does not start");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Runs a line of the shell that prints one line.
    pub(crate) fn line(&mut self, line: &str) -> String {
        writeln!(self.shell.stdin.as_mut().unwrap(), "{line}").unwrap();
        let mut said = String::new();
        // Byte by byte: nothing of the next answer is read.
        let stdout = self.shell.stdout.as_mut().unwrap();
        BufReader::with_capacity(1, stdout).read_line(&mut said).unwrap();
        said.trim().to_owned()
    }

    /// What another program finds for the profile `here` of this server.
    pub(crate) fn found(&mut self, server: &Serving) -> String {
        let origin = server.url.trim_end_matches("/v1");
        let asks = format!("secret-tool lookup service houston:{origin} username here");
        self.line(&format!("echo \"$({asks})\""))
    }

    pub(crate) fn user(&self) -> Environment {
        Environment::new().set("DBUS_SESSION_BUS_ADDRESS", &self.address)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(process) = &self.keyring {
            signal(process, "-KILL");
        }
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// Sends a signal to a process.
pub(crate) fn signal(process: &str, name: &str) {
    // It may have ended already.
    let _ = Command::new("kill").args([name, process]).status();
}
