//! The command line, read once: options of the program, names, and the arguments of an operation.
//!
//! clap cannot do that alone. Options of the program can stand in front of an operation's name and behind it, where an
//! argument of the same name wins; dotted flags cannot be declared; and clap stops at the first misspelled flag. So the
//! words are sorted here, and clap parses each part: the options, and the rest for the operation.
//!
//! A flag that names an argument and an option that decides whether or where something is sent is refused.
//!
//! Which options the operation's arguments shadow is decided before all options are known, by one schema: the one that
//! the options in front of the name choose, or else the default. With `houston --schema FILE shadow --url x`, the schema
//! of the file decides whether `--url` is an argument of `shadow`.

#[cfg(test)]
pub(crate) mod properties;
mod sorter;
#[cfg(test)]
mod tests;
pub(crate) mod word;

use std::collections::VecDeque;
use std::ffi::OsString;

use clap::Command;
use houston_client::schema::{Operation, OperationKind, Schema};

use crate::arguments::{self, Problem, Words};
use crate::failure::stop::Stop;
use crate::failure::{Failure, said};
use crate::help;
use crate::schema::{live, names};
use crate::settings::options::{ARGUMENT, decides};
use crate::terminal::output;
use crate::terminal::text::plain;
use sorter::{Sorted, Sorter};
use word::{Word, is_dashed, option};

/// The words of a call that are not yet used.
#[derive(Clone, Debug)]
pub(crate) struct Argv {
    /// Options in front of the names that were taken, and words that look like options.
    front: Vec<OsString>,
    behind: VecDeque<Word>,
    /// Whether to show help, whatever the other words are.
    pub(crate) helps: bool,
    /// Options behind the name that gave way to arguments.
    shadowed: Vec<String>,
    /// Options behind the name whose names arguments have, but which do not give way.
    ambiguous: Vec<String>,
}

impl Argv {
    /// Separates options from other words. The word after an option is its value, unless it looks like an option itself.
    pub(crate) fn scan(words: Vec<OsString>, options: &Command) -> Argv {
        let mut words = words.into_iter().peekable();
        let mut behind = VecDeque::new();
        while let Some(word) = words.next_if(|word| word != "--") {
            let Some((option, needs)) = option(options, &word.to_string_lossy()) else {
                behind.push_back(Word::Other(word));
                continue;
            };
            let mut values: Vec<OsString> = Vec::new();
            while values.len() < needs {
                // A second value may look like an option that the program does not have.
                let is_free = |next: &OsString| {
                    !values.is_empty() && self::option(options, &next.to_string_lossy()).is_none()
                };
                let is_value = |next: &OsString| !is_dashed(next) || next == "-" || is_free(next);
                match words.next_if(is_value) {
                    Some(value) => values.push(value),
                    None => break,
                }
            }
            let lacks = values.len() < needs;
            let name = option.get_long().unwrap_or_default().to_owned();
            behind.push_back(Word::Option { name, word, values, lacks });
        }
        behind.extend(words.map(Word::Other));
        Argv {
            front: Vec::new(),
            behind,
            helps: false,
            shadowed: Vec::new(),
            ambiguous: Vec::new(),
        }
    }

    /// The value of one of the program's options, with its short name, before the words are parsed: errors about the
    /// words are written as it says.
    pub(crate) fn value_of(&self, option: &str, short: Option<char>) -> Option<String> {
        self.behind.iter().find_map(|word| match word {
            Word::Option { name, word, values, .. } if name == option => {
                let word = word.to_string_lossy();
                let value = values.first().map(|value| value.to_string_lossy().into_owned());
                value.or_else(|| {
                    let behind = match word.starts_with("--") {
                        true => word.split_once('=')?.1,
                        false => word.split_once(short?)?.1,
                    };
                    Some(behind.strip_prefix('=').unwrap_or(behind).to_owned())
                })
            }
            _ => None,
        })
    }

    /// Whether one of the program's options is given, before the words are parsed.
    pub(crate) fn has(&self, option: &str) -> bool {
        let is_it = |word: &Word| matches!(word, Word::Option { name, .. } if name == option);
        self.behind.iter().any(is_it)
    }

    /// The pairs of values of an option that can be repeated.
    pub(crate) fn pairs_of(&self, option: &str) -> Vec<(String, String)> {
        let pair = |word: &Word| match word {
            Word::Option { name, values, .. } if name == option => match &values[..] {
                [one, other] => {
                    Some((one.to_string_lossy().into_owned(), other.to_string_lossy().into_owned()))
                }
                _ => None,
            },
            _ => None,
        };
        self.behind.iter().filter_map(pair).collect()
    }

    /// Takes the next name; the options in front of it stay in front. Help or the version in front of a name is all that
    /// the call asks for.
    pub(crate) fn name(&mut self) -> Option<String> {
        while let Some(word) = self.behind.pop_front() {
            let ends = match &word {
                Word::Other(word) if !is_dashed(word) || word == "-" => {
                    return Some(word.to_string_lossy().into_owned());
                }
                Word::Other(word) => word == "-V" || word == "--version",
                option => option.is_help(),
            };
            self.front.extend(word.words());
            if ends {
                break;
            }
        }
        None
    }

    /// The words for a command that clap parses completely.
    pub(crate) fn words(self) -> Vec<OsString> {
        let help = self.helps.then(|| "-h".into());
        help.into_iter()
            .chain(self.front)
            .chain(self.behind.into_iter().flat_map(Word::words))
            .collect()
    }

    /// The words in front of the names.
    pub(crate) fn front(&self) -> &[OsString] {
        &self.front
    }

    /// Turns options behind the name into arguments or flags of the operation if it has some of the same names. Those that
    /// decide whether or where something is sent are refused by [`read`](Self::read).
    pub(crate) fn shadow(&mut self, operation: &Operation) {
        let mut words = std::mem::take(&mut self.behind).into_iter().peekable();
        while let Some(word) = words.next() {
            let name = match &word {
                Word::Option { name, word, .. } if word.as_encoded_bytes().starts_with(b"--") => {
                    Some(name.clone())
                }
                _ => None,
            };
            // In kebab-case, several arguments can have one name, which is none of theirs then.
            let is_name = |name: &String| match decides(name) {
                true => names::is_argument(operation, name),
                false => names::argument(operation, name).is_some(),
            };
            let is_its =
                |name: &String| *name != ARGUMENT && (is_name(name) || live::has(operation, name));
            match name.filter(is_its) {
                Some(name) if decides(&name) => {
                    let has_value =
                        matches!(&word, Word::Option { values, .. } if !values.is_empty());
                    // The next word is the value of the argument.
                    let is_value =
                        |next: &Word| matches!(next, Word::Other(next) if !is_dashed(next));
                    words.next_if(|next| !has_value && is_value(next));
                    if !self.ambiguous.contains(&name) {
                        self.ambiguous.push(name);
                    }
                }
                Some(name) => {
                    // Only `reconcile` has this option, for mutations.
                    let is_option = name != "since" || operation.kind == OperationKind::Mutation;
                    self.shadowed.extend(is_option.then_some(name));
                    self.behind.extend(word.words().map(Word::Other));
                }
                None => self.behind.push_back(word),
            }
        }
    }

    /// Whether [`read`](Self::read) refuses options behind the name.
    pub(crate) fn is_ambiguous(&self) -> bool {
        !self.ambiguous.is_empty()
    }

    /// The words behind the name that stand in front of the first flag.
    pub(crate) fn bare(&self) -> Vec<String> {
        let bare = self.behind.iter().map_while(|word| match word {
            Word::Other(word) if !is_dashed(word) => Some(word.to_string_lossy().into_owned()),
            _ => None,
        });
        bare.collect()
    }

    /// Whether help is asked for.
    pub(crate) fn asks_for_help(&self) -> bool {
        self.helps || self.behind.iter().any(Word::is_help)
    }

    /// A command with its help in our layout, if help is asked for. `name` is what is called.
    pub(crate) fn with_help(&self, command: Command, name: &str) -> Command {
        if !self.asks_for_help() {
            return command;
        }
        let mut command = command.bin_name(format!("houston {name}")).no_binary_name(true);
        command.build();
        help::lay_out(&mut command);
        command
    }

    /// Whether options stand behind the name.
    pub(crate) fn has_options_behind(&self) -> bool {
        self.behind.iter().any(|word| matches!(word, Word::Option { .. }))
    }

    /// All options, except those without their value: they are reported with the problems of the operation's words.
    pub(crate) fn options(&self) -> Vec<OsString> {
        let mut options = self.front.clone();
        for word in self.behind.iter().filter(|word| !word.is_help()) {
            if let Word::Option { word, values, lacks: false, .. } = word {
                options.push(word.clone());
                options.extend(values.clone());
            }
        }
        options
    }

    /// The options of these names behind the name, with their values.
    pub(crate) fn given(&self, names: &[&str]) -> Vec<OsString> {
        let is_one = |word: &&Word| matches!(word, Word::Option { name, lacks: false, .. } if names.contains(&&**name));
        self.behind.iter().filter(is_one).cloned().flat_map(Word::words).collect()
    }

    /// Parses the words behind the operation's name. Problems are reported together with clap's error, and help is not
    /// shown then: `--label --help` may be a script's `--label "$label"`, which has to fail.
    ///
    /// # Errors
    ///
    /// Fails with clap's error, or with the failure that `refused` makes of the problems.
    pub(crate) fn read(
        mut self,
        command: Command,
        name: &str,
        (schema, operation): (&Schema, &Operation),
        refused: impl FnOnce(Vec<Problem>) -> Failure,
    ) -> Result<Words, Stop> {
        let mut command = command.bin_name(format!("houston {name}")).no_binary_name(true);
        command.build();
        let helps = self.helps || self.behind.iter().any(Word::is_help);
        let ambiguous = std::mem::take(&mut self.ambiguous).into_iter();
        let ambiguous = ambiguous.map(|name| arguments::ambiguous(operation, &name));
        let notes = std::mem::take(&mut self.shadowed);
        let Sorted { declared, dotted, problems } = self.sort(&command, schema, operation);
        let mut problems: Vec<Problem> = ambiguous.chain(problems).collect();
        let words = match (helps, problems.is_empty()) {
            (true, false) => return Err(refused(problems).into()),
            (true, true) => vec!["-h".into()],
            (false, _) => declared,
        };
        match command.try_get_matches_from(words) {
            Ok(matches) => {
                for option in notes {
                    output::note(format_args!(
                        "note: --{option} is an argument of {} here; the option stands in front of the name: `houston --{option} … {name}`",
                        plain(&operation.name)
                    ));
                }
                Ok(Words { matches, dotted, problems })
            }
            Err(error) if !problems.is_empty() => {
                problems.push(Problem::whole(said::failure(&error, None).told()));
                Err(refused(problems).into())
            }
            Err(error) if error.use_stderr() => Err(said::failure(&error, Some(name)).into()),
            Err(error) => Err(error.into()),
        }
    }

    /// Sorts the words behind the operation's name. `command` is the built command of the operation.
    ///
    /// A separate value may begin with a hyphen, but cannot be a flag of this call: then the value was most likely
    /// forgotten.
    fn sort(mut self, command: &Command, schema: &Schema, operation: &Operation) -> Sorted {
        let (sorted, strays) = (Sorted::default(), Vec::new());
        let mut sorter = Sorter { schema, command, operation, sorted, strays };
        while let Some(word) = self.behind.pop_front() {
            match word {
                Word::Other(word) if word == "--" => {
                    let rest = self.behind.drain(..).flat_map(Word::words);
                    sorter.sorted.declared.extend([word].into_iter().chain(rest));
                }
                Word::Other(word) => sorter.word(word, &mut self.behind),
                Word::Option { word, lacks: true, .. } => {
                    sorter.no_value(&word.to_string_lossy(), &self.behind);
                }
                Word::Option { .. } => {}
            }
        }
        sorter.sorted()
    }
}
