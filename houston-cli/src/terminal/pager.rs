//! The pager: a program that shows a text that is longer than the screen.

use std::env;
use std::io::{self, ErrorKind, Write as _};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::{AutoStream, ColorChoice};
use terminal_size::{Height, terminal_size_of};

use crate::call::runtime::Caught;
use crate::failure::Failure;
use crate::terminal::output;
use crate::terminal::text::{short, steady};
use crate::terminal::wrap::wrapped;

/// The variables that name the pager: the first that is set counts, and an empty one asks for none.
const VARIABLES: [&str; 2] = ["HOUSTON_PAGER", "PAGER"];

/// The pager without a variable. It ends at once if the text fits, shows colors, and leaves the text on the screen.
const USUAL: [&str; 2] = ["less", "-FRX"];

/// How common pagers behave if their own variables are not set.
const DEFAULTS: [(&str, &str); 2] = [("LESS", "FRX"), ("LV", "-c")];

/// Whether the call has `--no-pager`.
static IS_OFF: AtomicBool = AtomicBool::new(false);

/// Keeps this call from starting a pager.
pub(crate) fn switch_off() {
    IS_OFF.store(true, Ordering::Relaxed);
}

/// A pager, and the variable that names it; none for the usual one.
struct Pager {
    words: Vec<String>,
    variable: Option<&'static str>,
}

/// Writes text for people to stdout, in the pager if it is longer than the screen. Long lines are wrapped between words.
pub(crate) fn text(text: &str) -> Result<(), Failure> {
    let wrapped = output::columns().map(|columns| steady(&wrapped(text, columns)));
    match wrapped.is_some_and(|text| shows(&text)) {
        true => Ok(()),
        false => output::text(text),
    }
}

/// Writes our own text with its styles to stdout, in the pager if it is longer than the screen.
pub(crate) fn styled(text: &str) -> Result<(), Failure> {
    if shows(text) { Ok(()) } else { output::styled(text) }
}

/// Shows a text in the pager, if stdout leads to a terminal whose screen is too small for it. Returns whether it was shown;
/// if not, the caller prints it. The text has styles, which are left out where colors are not wanted.
pub(crate) fn shows(text: &str) -> bool {
    let Some(pager) = is_too_long(text).then(Pager::chosen).flatten() else { return false };
    let is_plain = AutoStream::choice(&io::stdout()) == ColorChoice::Never;
    let text = match is_plain {
        true => anstream::adapter::strip_str(text).to_string(),
        false => text.to_owned(),
    };
    output::passed();
    match (pager.run(&text), pager.variable) {
        (Ok(()), _) => true,
        // It is started only if it is there.
        (Err(_), None) => false,
        (Err(error), Some(variable)) => {
            let name = pager.words.first().map(|name| short(name)).unwrap_or_default();
            let why = format!("`{name}`, from {variable}, cannot be started ({error})");
            output::note(format_args!("note: the pager {why}; the text is printed without it"));
            false
        }
    }
}

/// Whether a text has more lines than the terminal that stdout leads to.
fn is_too_long(text: &str) -> bool {
    let stdout = io::stdout();
    let size = Some(&stdout).filter(|stdout| output::changes(*stdout)).and_then(terminal_size_of);
    // The prompt of the shell needs a line.
    size.is_some_and(|(_, Height(lines))| text.lines().count() >= usize::from(lines))
}

impl Pager {
    /// The pager to use; none if the call or the environment wants none.
    fn chosen() -> Option<Pager> {
        let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        if IS_OFF.load(Ordering::Relaxed) || is_set("CI") {
            return None;
        }
        let named = VARIABLES.iter().find_map(|name| Some((*name, env::var_os(name)?)));
        let Some((variable, value)) = named else {
            return Some(Pager { words: USUAL.map(str::to_owned).to_vec(), variable: None });
        };
        let words = value.to_str().and_then(shlex::split);
        let Some(words) = words else {
            let what = "is not a command: a quote in it is not closed, or it is not valid UTF-8";
            output::note(format_args!("note: {variable} {what}; the text is printed without it"));
            return None;
        };
        let is_wanted = !matches!(words.first().map(String::as_str), None | Some("" | "cat"));
        is_wanted.then_some(Pager { words, variable: Some(variable) })
    }

    /// Runs it until its end. It may end before it has read everything.
    fn run(&self, text: &str) -> io::Result<()> {
        let [program, arguments @ ..] = &self.words[..] else { return Ok(()) };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        command.envs(DEFAULTS.into_iter().filter(|(name, _)| env::var_os(name).is_none()));
        // Ctrl-C is a key of the pager. It has the terminal until its end.
        let _caught = Caught::new()?;
        let mut child = command.spawn()?;
        let stdin = child.stdin.take();
        let written = stdin.map(|mut stdin| writeln!(stdin, "{}", text.trim_end_matches('\n')));
        child.wait()?;
        match written {
            Some(Err(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}
