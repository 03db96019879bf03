//! `cargo xtask regenerate`: from a server to code that is checked, with a summary for a pull request.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use houston_codegen::diff::{Delta, Element, Report};
use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::fetched::{self, Fetched};
use houston_codegen::tool::files::Beside;
use houston_codegen::tool::server::{Access, Address};
use houston_codegen::tool::{self, comparison, output};

use crate::step::{cargo, read};
use crate::workspace::{OVERLAY, SCHEMA, workspace};
use crate::{codegen, introspect};

#[derive(clap::Args)]
#[command(after_help = Exit::table())]
pub(crate) struct Arguments {
    #[command(flatten)]
    address: Address,
    #[command(flatten)]
    access: Access,
    /// Also write the summary to this file, as Markdown
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// Skip the last step, which checks that everything compiles
    #[arg(long)]
    no_check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (root, mut clock) = (workspace(), Clock::default());
    let path = root.join(SCHEMA);
    let Some(old) = fetched::own(&root, &path)? else {
        let missing = Failure::failed(format_args!("{SCHEMA} is missing"));
        return Err(missing.with("`cargo xtask introspect` writes it."));
    };
    let url = arguments.address.url()?;
    let fetch = || Fetched::from(&arguments.access, &url, Some(&old), introspect::COMMAND);
    let fetched = clock.time("introspect", fetch)?;
    let new = match fetched.is_known {
        true => &old,
        false => &fetched.file,
    };
    let beside = Beside::read(&root, OVERLAY.as_ref())?;
    let report = clock.time("diff", || comparison::compare(&beside, &old, new))?;
    fetched.write(&path)?;
    let written = clock.time("codegen", codegen::regenerate)?;
    let broken = match arguments.no_check {
        true => Vec::new(),
        false => clock.time("check", check)?,
    };

    let summary =
        Summary { fetched: &fetched, report: &report, written: &written, broken: &broken };
    let summary = summary.markdown() + &clock.markdown(arguments.no_check);
    output::line(summary.trim_end());
    if let Some(path) = &arguments.summary {
        tool::write(path, &summary)?;
    }
    match broken.is_empty() && report.stale.is_empty() {
        true => Ok(Exit::Done),
        false => Ok(Exit::ToDo),
    }
}

/// The time that each step took.
#[derive(Default)]
struct Clock(Vec<(&'static str, Duration)>);

impl Clock {
    fn time<T>(&mut self, step: &'static str, run: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = run();
        self.0.push((step, started.elapsed()));
        done
    }

    fn markdown(&self, no_check: bool) -> String {
        let times: Vec<String> = self
            .0
            .iter()
            .map(|(step, time)| format!("{step} {:.2} s", time.as_secs_f64()))
            .collect();
        let unchecked = if no_check { "; not checked" } else { "" };
        format!("\n{}{unchecked}\n", times.join(", "))
    }
}

/// Everything that a reviewer needs to know.
struct Summary<'r> {
    fetched: &'r Fetched,
    report: &'r Report,
    written: &'r [String],
    broken: &'r [String],
}

impl Summary<'_> {
    fn markdown(&self) -> String {
        let Summary { fetched, report, written, broken } = self;
        let first = fetched.summary(SCHEMA.as_ref());
        let first = first.lines().next().unwrap_or_default();
        let mut text = format!("## {first}\n\n{}", report.markdown());
        text += &list("New items without a description", &spans(&fetched.undescribed));
        text += &list("New operations, which need an entry in the overlay", &spans(&added(report)));
        text += &list("Code that no longer compiles", broken);
        if !report.stale.is_empty() {
            text += "\nThe entries that match nothing were ignored. When they are gone, `cargo xtask codegen` makes \
                     the same code.\n";
        }
        text += &match written.len() {
            0 => "\nThe generated code did not change.\n".to_owned(),
            1 => "\nOne file of generated code changed.\n".to_owned(),
            count => format!("\n{count} files of generated code changed.\n"),
        };
        text
    }
}

fn list(title: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("\n### {title}\n\n- {}\n", items.join("\n- "))
}

/// Names as code: none has a backtick.
fn spans(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

/// A schema cannot express what an operation does.
fn added(report: &Report) -> Vec<String> {
    let changes = report.changes.iter();
    let added =
        changes.filter(|one| one.element == Element::Operation && one.delta == Delta::Added);
    added.map(|one| one.path.clone()).collect()
}

/// Places in our own code that do not compile, in every crate whose dependencies compile.
fn check() -> Result<Vec<String>, Failure> {
    let words = "check --workspace --all-targets --keep-going --message-format json --quiet";
    let ran = read(cargo(words))?;
    let said = String::from_utf8_lossy(&ran.stdout);
    let broken: BTreeSet<String> = said.lines().filter_map(broken_place).collect();
    if !ran.status.success() && broken.is_empty() {
        let text = String::from_utf8_lossy(&ran.stderr);
        return Err(Failure::failed("cargo check failed").with(text));
    }
    Ok(broken.into_iter().collect())
}

/// The file and line of an error as code, and the compiler's own Markdown, from a line of Cargo's messages.
fn broken_place(line: &str) -> Option<String> {
    let said: serde_json::Value = serde_json::from_str(line).ok()?;
    let message = said.get("message").filter(|message| message["level"] == "error")?;
    let spans = message["spans"].as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let (file, line) = (span["file_name"].as_str()?, span["line_start"].as_u64()?);
    let text = message["message"].as_str()?.lines().next().unwrap_or_default();
    Some(format!("`{file}:{line}`: {text}"))
}

#[cfg(test)]
mod tests {
    use super::broken_place;

    #[test]
    fn an_error_is_told_by_its_place() {
        let said = r#"{"reason":"compiler-message","message":{"level":"error","message":"required, but not set: `region`\nmore","spans":[{"is_primary":false,"file_name":"a.rs","line_start":1},{"is_primary":true,"file_name":"houston-client/examples/automation.rs","line_start":27}]}}"#;
        let place = "`houston-client/examples/automation.rs:27`: required, but not set: `region`";
        assert_eq!(broken_place(said).as_deref(), Some(place));
        for other in [
            said.replace("\"error\"", "\"warning\""),
            r#"{"reason":"build-finished","success":false}"#.to_owned(),
            r#"{"message":{"level":"error","message":"aborting","spans":[]}}"#.to_owned(),
            "no JSON".to_owned(),
        ] {
            assert_eq!(broken_place(&other), None, "{other}");
        }
    }
}
