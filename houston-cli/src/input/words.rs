//! The words behind an operation's name, before clap reads them: dotted flags cannot be declared, and clap would
//! end with the first flag that is misspelt.

use std::ffi::OsString;
use std::iter::Peekable;

use clap::{ArgMatches, Command};
use houston_client::schema::Operation;

use super::problem::Problem;
use crate::failure::Failure;
use crate::names;
use crate::parse;
use crate::stop::Stop;
use crate::suggest::closest;
use crate::text::{plain, short};

/// The words of a call, sorted.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// What is for clap: flags that are declared, with their values, and all that can be no flag.
    pub(crate) declared: Vec<OsString>,
    /// The paths of dotted flags, each with its value.
    pub(crate) dotted: Vec<(String, String)>,
    /// What is wrong, one line each.
    pub(crate) problems: Vec<Problem>,
}

impl Words {
    /// Sorts the words behind the operation's name. `command` is the operation's, and built.
    ///
    /// A value in a word of its own may begin with a hyphen, but be no flag of this call: most likely the value
    /// was forgotten.
    pub(crate) fn sort(
        words: impl IntoIterator<Item = OsString>,
        command: &Command,
        operation: &Operation,
    ) -> Words {
        let mut sorter = Sorter { command, operation, sorted: Words::default() };
        let mut words = words.into_iter().peekable();
        while let Some(word) = words.next() {
            if word == "--" {
                sorter.sorted.declared.push(word);
                break;
            }
            sorter.word(word, &mut words);
        }
        sorter.sorted.declared.extend(words);
        sorter.sorted
    }

    /// Lets clap read what is for it. When something is wrong with the words, that is told with what clap has to say;
    /// help is not shown then: `--label --help` may be a script's `--label "$label"`, which has to fail.
    ///
    /// # Errors
    ///
    /// What clap says, or what `refused` makes of the problems.
    pub(crate) fn read(
        mut self,
        command: Command,
        name: &str,
        refused: impl FnOnce(Vec<Problem>) -> Failure,
    ) -> Result<(ArgMatches, Words), Stop> {
        let declared = std::mem::take(&mut self.declared);
        match parse::parse(command, name, declared) {
            Ok(matches) => Ok((matches, self)),
            Err(Stop::Said(said)) if !self.problems.is_empty() => {
                if said.use_stderr() {
                    let text = said.to_string();
                    let line = text.lines().next().unwrap_or_default();
                    self.problems
                        .push(Problem::whole(line.strip_prefix("error: ").unwrap_or(line)));
                }
                Err(refused(self.problems).into())
            }
            Err(stop) => Err(stop),
        }
    }
}

struct Sorter<'c> {
    command: &'c Command,
    operation: &'c Operation,
    sorted: Words,
}

impl Sorter<'_> {
    fn word(&mut self, word: OsString, words: &mut Peekable<impl Iterator<Item = OsString>>) {
        let text = word.to_str().unwrap_or_default();
        let (flag, value) = parts(text);
        if let Some(found) = parse::flag(self.command, flag) {
            if value.is_some() || !found.get_action().takes_values() {
                self.sorted.declared.push(word);
            } else if self.is_boolean(found) {
                let value = words.next_if(|next| !next.as_encoded_bytes().starts_with(b"-"));
                let value = value.unwrap_or_else(|| "true".into());
                self.sorted.declared.extend([word, value]);
            } else if let Some(value) = self.value(flag, words) {
                self.sorted.declared.extend([word, value]);
            }
        } else if let Some(path) = dotted(flag) {
            let value = value.map(OsString::from).or_else(|| self.value(flag, words));
            match value.map(OsString::into_string) {
                Some(Ok(value)) => self.sorted.dotted.push((path.to_owned(), value)),
                Some(Err(_)) => self.problem(flag, "the value is no UTF-8"),
                None => {}
            }
        } else if self.can_only_be_a_flag(flag) {
            let meant = self.meant(flag);
            self.problem(flag, format_args!("no flag of {}{meant}", plain(&self.operation.name)));
            // An operation takes no words of their own: what follows is the value.
            if value.is_none() {
                words.next_if(|next| !next.as_encoded_bytes().starts_with(b"-"));
            }
        } else {
            self.sorted.declared.push(word);
        }
    }

    /// Whether a flag is true when nothing follows it.
    fn is_boolean(&self, flag: &clap::Arg) -> bool {
        let name = flag.get_id().as_str().strip_prefix("argument:");
        let argument = name.and_then(|name| self.operation.argument(name));
        argument.is_some_and(|argument| argument.ty.trim_end_matches('!') == "Boolean")
    }

    /// Whether a word that is no flag of this call was meant to be one.
    fn can_only_be_a_flag(&self, word: &str) -> bool {
        let Some(name) = word.strip_prefix('-') else {
            return false;
        };
        // `-ojson` has its value in the same word.
        let is_short = || {
            name.get(..1)
                .is_some_and(|name| parse::flag(self.command, &format!("-{name}")).is_some())
        };
        name.starts_with('-')
            || name.starts_with(|first: char| first.is_ascii_alphabetic()) && !is_short()
    }

    /// The value of a flag, in a word of its own, or a problem.
    fn value(
        &mut self,
        flag: &str,
        words: &mut Peekable<impl Iterator<Item = OsString>>,
    ) -> Option<OsString> {
        match words.next_if(|next| !self.is_flag(&next.to_string_lossy())) {
            Some(value) => return Some(value),
            None => match words.peek() {
                Some(next) => {
                    let next = next.to_string_lossy();
                    // What is behind its `=` may be a secret.
                    let next = match parts(&next) {
                        (next, None) => short(next),
                        (next, Some(_)) => format!("{}=…", short(next)),
                    };
                    let what = format!(
                        "a value is missing before `{next}`; write `{}={next}` if that is the value",
                        short(flag)
                    );
                    self.problem(flag, what);
                }
                None => self.problem(flag, "a value is missing"),
            },
        }
        None
    }

    /// Whether a word is a flag of this call, with a value or without.
    fn is_flag(&self, word: &str) -> bool {
        let (flag, _) = parts(word);
        let is_part = |path: &str| {
            let first = path.split('.').next().unwrap_or_default();
            names::find(self.operation.arguments.iter(), |argument| &argument.name, first).is_some()
        };
        parse::flag(self.command, flag).is_some() || dotted(flag).is_some_and(is_part)
    }

    fn meant(&self, flag: &str) -> String {
        // In the spelling that was asked in.
        let is_camel = flag.contains(|letter: char| letter.is_ascii_uppercase());
        let known = self.command.get_arguments().filter_map(|argument| {
            let exact = argument.get_aliases().unwrap_or_default().into_iter().next();
            exact.filter(|_| is_camel).or_else(|| argument.get_long())
        });
        let known: Vec<&str> = known.collect();
        match closest(flag, known).as_slice() {
            [] => String::new(),
            [one] => format!("; did you mean `--{one}`?"),
            [first @ .., last] => {
                format!("; did you mean `--{}` or `--{last}`?", first.join("`, `--"))
            }
        }
    }

    fn problem(&mut self, flag: &str, what: impl std::fmt::Display) {
        self.sorted.problems.push(Problem::at(short(flag), what));
    }
}

/// A word up to its first `=`, and what is behind that.
fn parts(word: &str) -> (&str, Option<&str>) {
    word.split_once('=').map_or((word, None), |(flag, value)| (flag, Some(value)))
}

/// The path of a dotted flag.
fn dotted(flag: &str) -> Option<&str> {
    flag.strip_prefix("--").filter(|path| path.contains('.'))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::{Arg, ArgAction, Command};

    use super::Words;
    use crate::fixture::schema;

    fn sorted(line: &str) -> Words {
        let schema = schema();
        let operation = schema.operation("createThing").unwrap();
        let mut command = Command::new("createThing")
            .args(crate::input::flags(&schema, operation))
            .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue))
            .arg(Arg::new("output").long("output").short('o'));
        command.build();
        Words::sort(line.split(' ').map(OsString::from), &command, operation)
    }

    #[track_caller]
    fn is(line: &str, declared: &str, dotted: &[(&str, &str)]) {
        let words = sorted(line);
        let text: Vec<&str> = words.declared.iter().map(|word| word.to_str().unwrap()).collect();
        let parts: Vec<(&str, &str)> =
            words.dotted.iter().map(|(path, value)| (&**path, &**value)).collect();
        assert_eq!((text.join(" ").as_str(), &parts[..]), (declared, dotted), "{line}");
        assert_eq!(words.problems, [], "{line}");
    }

    #[track_caller]
    fn refused(line: &str, declared: &str, problems: &[&str]) {
        let words = sorted(line);
        let text: Vec<&str> = words.declared.iter().map(|word| word.to_str().unwrap()).collect();
        assert_eq!(text.join(" "), declared, "{line}");
        let lines: Vec<String> = words.problems.iter().map(ToString::to_string).collect();
        assert_eq!(lines, problems, "{line}");
        assert!(words.dotted.is_empty(), "{line}");
    }

    #[test]
    fn dotted_flags_are_taken_out() {
        is("--config.executor X", "", &[("config.executor", "X")]);
        is("--a.b=1 --label x", "--label x", &[("a.b", "1")]);
        is("--dry-run --a.b 1", "--dry-run", &[("a.b", "1")]);
    }

    #[test]
    fn a_value_is_split_at_the_first_equals_sign_only() {
        is("--a.b=1=2", "", &[("a.b", "1=2")]);
        is("--a.b 1=2", "", &[("a.b", "1=2")]);
        is("--label=a.b=c", "--label=a.b=c", &[]);
        is("--a.b=", "", &[("a.b", "")]);
    }

    #[test]
    fn a_value_may_begin_with_a_hyphen() {
        is("--label --a.b --c.d 1", "--label --a.b", &[("c.d", "1")]);
        is("--label --no-such-flag", "--label --no-such-flag", &[]);
        is("--label -x --id -1", "--label -x --id -1", &[]);
        is("--a.b --c.d", "", &[("a.b", "--c.d")]);
        is("--a.b --", "", &[("a.b", "--")]);
        is("--label=--dry-run --a.b=--id", "--label=--dry-run", &[("a.b", "--id")]);
    }

    #[test]
    fn a_flag_of_the_call_is_no_value() {
        for (line, declared, flag, next) in [
            ("--label --dry-run", "--dry-run", "--label", "--dry-run"),
            ("--label -o json", "-o json", "--label", "-o"),
            ("--label --output=json", "--output=json", "--label", "--output=…"),
            ("--id --password=hidden", "--password=hidden", "--id", "--password=…"),
            ("--id --label x", "--label x", "--id", "--label"),
            ("--config.a --dry-run", "--dry-run", "--config.a", "--dry-run"),
            ("--output --dry-run", "--dry-run", "--output", "--dry-run"),
        ] {
            let problem = format!(
                "{flag}: a value is missing before `{next}`; write `{flag}={next}` if that is the value"
            );
            refused(line, declared, &[&problem]);
        }
        let words = sorted("--label --config.a x --id --fooBar");
        assert_eq!((words.problems.len(), words.dotted.len()), (1, 1), "{words:?}");
    }

    #[test]
    fn a_value_that_is_not_there_is_asked_for() {
        refused("--dry-run --label", "--dry-run", &["--label: a value is missing"]);
        refused("--a.b", "", &["--a.b: a value is missing"]);
    }

    #[test]
    fn flags_that_do_not_exist_are_named_with_their_likeliest_spelling() {
        refused(
            "--lable x --label y --EMAIL=z --passwrod hidden --zzz --dry-run -label x -x",
            "--label y --dry-run",
            &[
                "--lable: no flag of createThing; did you mean `--label`?",
                "--EMAIL: no flag of createThing; did you mean `--emails`?",
                "--passwrod: no flag of createThing; did you mean `--password`?",
                "--zzz: no flag of createThing",
                "-label: no flag of createThing; did you mean `--label`?",
                "-x: no flag of createThing",
            ],
        );
        let long = format!("--{}", "x".repeat(5000));
        assert!(sorted(&long).problems[0].to_string().len() < 120);
    }

    #[test]
    fn what_can_be_no_flag_stays() {
        is("a.b - -- --c.d 1 --lable", "a.b - -- --c.d 1 --lable", &[]);
        is("-1.5 -ojson -o=json", "-1.5 -ojson -o=json", &[]);
    }
}
