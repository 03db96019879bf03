//! The help of the program: short, and whole.

use clap::{Arg, Command, ValueEnum};

use super::topics::Topic;
use super::{heading, section, sections, width};
use crate::commands::builtin::{Builtin, Group};
use crate::settings::options::{HEADINGS, OperationOptions, command};
use crate::terminal::wrap::{filled, wrapped};

/// What the program is.
pub(crate) const ABOUT: &str = "Every operation of Astronomer's Houston API, as a command.";

/// The first steps, each with what it does.
const STEPS: [(&str, &str); 3] = [
    ("houston list deployment", "find an operation"),
    ("houston createWorkspace --help", "see what it needs"),
    ("houston createWorkspace --label Test --sandbox", "try it, without a platform"),
];

/// What the program says without a word.
pub(crate) fn short() -> String {
    let steps = STEPS.map(|(command, says)| format!("  {command:<48}{says}"));
    let width = width();
    let more = wrapped(
        "Sign in with `houston auth login --base-domain astro.example.com`. More: `houston --help`.",
        width,
    );
    format!("{ABOUT}\n\n{}\n\n{more}", steps.join("\n"))
}

/// All commands and options, by groups. `own` gives the command of a name.
pub(crate) fn long(own: impl Fn(Builtin) -> Command) -> String {
    let width = width();
    let mut parts = vec![
        format!("{ABOUT}\n"),
        format!(
            "{}\n  houston OPERATION [--ARGUMENT VALUE]… [OPTIONS]\n  houston COMMAND [OPTIONS]\n",
            heading("Usage")
        ),
        filled(
            "An operation has the same name as in the API, or in kebab-case: createDeployment, create-deployment. \
             `houston list` shows all of them.",
            width,
            "",
            "",
        ) + "\n",
    ];
    for (group, title) in Group::ALL {
        let commands = Builtin::value_variants().iter().filter(|own| own.group() == group);
        let rows: Vec<(String, String)> = commands
            .map(|name| {
                let about = own(*name).get_about().map(ToString::to_string).unwrap_or_default();
                (name.name(), about)
            })
            .collect();
        parts.push(section(title, &rows, width));
    }
    let options = command::<OperationOptions>();
    let of = |heading: &&str| {
        let named = options
            .get_arguments()
            .filter(|option| option.get_help_heading() == Some(heading) && !option.is_hide_set());
        let mut named: Vec<&Arg> = named.collect();
        named.sort_by_key(|option| option.get_display_order());
        let names = named.into_iter().filter_map(Arg::get_long);
        let names: Vec<String> = names.map(|name| format!("--{name}")).collect();
        ((*heading).to_owned(), names.join(", "))
    };
    let rows: Vec<(String, String)> = HEADINGS.iter().map(of).collect();
    parts.push(section("Options, explained by `houston help options`", &rows, width));
    let topics = Topic::value_variants().iter().map(|topic| (topic.name(), topic.about().into()));
    let topics: Vec<(String, String)> = topics.collect();
    parts.push(section("Topics, each shown by `houston help TOPIC`", &topics, width));
    parts.join("\n").trim_end().to_owned()
}

/// All options of operations, by groups.
pub(super) fn options(width: usize) -> String {
    sections(&command::<OperationOptions>(), width).join("\n")
}
