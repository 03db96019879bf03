//! The topics of `houston help TOPIC`.

use clap::ValueEnum;

use super::{program, section, width};
use crate::failure::Exit;
use crate::settings::ORDER;
use crate::terminal::wrap::{filled, in_columns};

/// A topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Topic {
    Options,
    Arguments,
    Output,
    #[value(aliases = ["rows", "repeating", "waiting", "retry"])]
    Workflows,
    #[value(aliases = ["token", "platform", "variables"])]
    Environment,
    ExitCodes,
}

impl Topic {
    pub(crate) fn of(name: &str) -> Option<Topic> {
        Topic::from_str(name, false).ok()
    }

    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What it is about.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Topic::Options => "The options that every operation has",
            Topic::Arguments => "How to write values, objects, lists, look-ups and secrets",
            Topic::Output => "Formats, fields and filters",
            Topic::Workflows => "Many rows, repeating, waiting, unknown outcomes",
            Topic::Environment => "Variables, and which platform and token a call uses",
            Topic::ExitCodes => "What the exit codes mean",
        }
    }

    pub(crate) fn text(self) -> String {
        let width = width();
        let about = format!("{}\n\n", self.about());
        let text = match self {
            Topic::Options => format!(
                "{}\n{}",
                filled(
                    "Options stand in front of the operation's name or behind it. Behind it, an argument of the same name wins, \
                     and options that decide where a call goes are refused then.\n",
                    width,
                    "",
                    "",
                ),
                program::options(width)
            ),
            Topic::Arguments => rows(&ARGUMENTS, width),
            Topic::Output => rows(&OUTPUT, width),
            Topic::Workflows => rows(&WORKFLOWS, width),
            Topic::Environment => {
                let order =
                    ORDER.split("\n\n").map(|one| filled(&one.replace('\n', " "), width, "", ""));
                let order = order.collect::<Vec<_>>().join("\n\n");
                format!("{}\n{order}\n", section("Variables", &pairs(&VARIABLES), width))
            }
            Topic::ExitCodes => {
                let rows = Exit::MEANINGS.iter();
                let rows: Vec<(String, String)> =
                    rows.map(|(code, meaning)| (code.to_string(), (*meaning).to_owned())).collect();
                in_columns(&rows, width).join("\n")
            }
        };
        (about + &text).trim_end().to_owned()
    }
}

/// What to write, and what it does.
type Pair = (&'static str, &'static str);

fn pairs(rows: &[Pair]) -> Vec<(String, String)> {
    rows.iter().map(|(name, says)| ((*name).to_owned(), (*says).to_owned())).collect()
}

/// Rows whose names are too long for a column of their own.
fn rows(rows: &[Pair], width: usize) -> String {
    let line =
        |(name, says): &Pair| format!("  {name}\n{}", filled(says, width, "      ", "      "));
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

const ARGUMENTS: [Pair; 11] = [
    (
        "--workspaceUuid ID  or  --workspace-uuid ID",
        "Each argument is a flag, in both spellings. The schema gives the type; nothing is guessed.",
    ),
    ("--scheduler.replicas 2", "One field of an object. `houston OPERATION --help` lists them."),
    ("--scheduler '{\"replicas\": 2}'", "The whole object, as JSON."),
    (
        "--alert-emails a@example.com --alert-emails b@example.com",
        "A list: repeat the flag, or pass JSON.",
    ),
    (
        "--description @FILE, @- or @env:NAME",
        "The value from a file, from stdin or from a variable; `@@x` is the text `@x`.",
    ),
    (
        "--workspace-uuid @find:label=Data",
        "The id of the one object with this label. Without one, or with several, nothing is sent.",
    ),
    ("--null description", "An explicit null."),
    (
        "--input FILE",
        "All arguments from JSON or YAML; flags win. `houston skeleton OPERATION` writes such a file.",
    ),
    (
        "--password @env:PASSWORD",
        "A secret never stands on the command line: use @FILE, @- or @env:NAME, or type it when asked.",
    ),
    (
        "--rows FILE.csv",
        "A call for each row; the columns are arguments. In a flag, {COLUMN} is the cell of the row.",
    ),
    ("houston profile set NAME --default workspaceUuid=ID", "A value for all calls of a profile."),
];

const OUTPUT: [Pair; 8] = [
    (
        "-o table|json|yaml|csv|ndjson|value",
        "A table on a terminal, JSON elsewhere, if it is not given.",
    ),
    ("-o value", "One value without quotes, for scripts."),
    (
        "-o raw, -o envelope",
        "The answer of the server as it is; or with the outcome and errors, for programs.",
    ),
    (
        "--fields id,label,urls.url",
        "The fields to ask for. `houston describe OPERATION` shows the usual ones.",
    ),
    ("--depth 3", "More levels of the usual fields."),
    (
        "--all, --limit 500",
        "The items of all pages, or so many, of a query that lists by page; `-o ndjson` prints each page as it comes.",
    ),
    ("--jq '.[].label'", "A filter of the answer."),
    ("--errors json", "Errors and notes on stderr as one JSON object a line."),
];

const WORKFLOWS: [Pair; 10] = [
    ("houston OPERATION … --dry-run", "Shows the request, and sends nothing."),
    (
        "houston OPERATION --rows FILE.csv",
        "Runs the operation for each row. After a stop, the same command goes on; no row runs twice.",
    ),
    ("houston OPERATION --rows FILE.csv --dry-run", "The plan: what each row would do."),
    ("houston CREATE … --if-exists use|check", "Takes what exists, in place of an error."),
    ("houston DELETE … --if-absent ok", "What is gone already is a success."),
    ("houston UPDATE … --merge", "Keeps existing items, except those that are given."),
    (
        "houston OPERATION … --wait",
        "Waits until what the call has begun is done; `--for 5m` ends it earlier.",
    ),
    ("houston wait QUERY … --until FILTER", "Asks until the answer is as wanted."),
    (
        "houston reconcile MUTATION …",
        "After exit code 7: finds out whether the mutation took effect.",
    ),
    ("houston QUERY --as-rows MUTATION", "Writes what exists as rows that create it again."),
];

const VARIABLES: [Pair; 13] = [
    ("HOUSTON_TOKEN", "User token or service account key"),
    ("HOUSTON_URL", "URL of the API"),
    ("HOUSTON_BASE_DOMAIN", "Domain of the platform"),
    ("HOUSTON_PROFILE", "Profile to use"),
    ("HOUSTON_SCHEMA", "Schema to use: built-in, or a file [default: the platform's]"),
    ("HOUSTON_CONFIG_DIR", "Directory of the configuration"),
    ("HOUSTON_STATE_DIR", "Directory of schemas, journals and the sandbox's store"),
    (
        "HOUSTON_SAFE_DIRECTORIES",
        "Directories whose files are obeyed, although others can write them",
    ),
    ("HTTPS_PROXY, ALL_PROXY, NO_PROXY", "Proxy, and the hosts without one"),
    (
        "HOUSTON_PAGER, PAGER",
        "Pager for long texts on a terminal [default: less -FRX]; empty for none",
    ),
    ("NO_COLOR", "Any value turns colors off"),
    ("CLICOLOR_FORCE", "Any value turns colors on without a terminal"),
    (
        "HOUSTON_FORCE_TTY",
        "Output as on a terminal of so many columns, also if it goes to a file or a pipe",
    ),
];
