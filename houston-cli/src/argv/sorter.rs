//! Sorts the words behind an operation's name.

use std::collections::VecDeque;
use std::ffi::OsString;

use clap::Command;
use houston_client::schema::{Argument, Operation, Schema};

use super::word::{Word, dotted, flag_of, is_dashed, next_if, parts};
use crate::arguments::{self, Problem};
use crate::call::paging;
use crate::schema::names::kebab;
use crate::schema::{live, names, repeats, versions};
use crate::terminal::suggest::{closest, one_of};
use crate::terminal::text::{plain, short};

/// The sorted words of an operation.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// The words for clap: declared flags with their values, and words that cannot be flags.
    pub(super) declared: Vec<OsString>,
    pub(super) dotted: Vec<(String, String)>,
    pub(super) problems: Vec<Problem>,
}

pub(super) struct Sorter<'c> {
    pub(super) schema: &'c Schema,
    pub(super) command: &'c Command,
    pub(super) operation: &'c Operation,
    pub(super) sorted: Sorted,
    /// Words that belong to no flag.
    pub(super) strays: Vec<String>,
}

impl Sorter<'_> {
    pub(super) fn word(&mut self, word: OsString, words: &mut VecDeque<Word>) {
        let text = word.to_str().unwrap_or_default();
        let (flag, value) = parts(text);
        let name = flag.strip_prefix("--").unwrap_or_default();
        if arguments::is_ours(self.operation, name) && names::is_argument(self.operation, name) {
            let problem = arguments::ambiguous(self.operation, name);
            self.sorted.problems.push(problem);
        } else if let Some(found) = flag_of(self.command, flag) {
            if value.is_some() || !found.get_action().takes_values() {
                self.sorted.declared.push(word);
            } else if self.is_boolean(found) {
                let value = next_if(words, |next| !is_dashed(next));
                let value = value.unwrap_or_else(|| "true".into());
                self.sorted.declared.extend([word, value]);
            } else if let Some(value) = self.value(flag, words) {
                self.sorted.declared.extend([word, value]);
            }
        } else if let Some(path) = dotted(flag) {
            let value = value.map(OsString::from).or_else(|| self.value(flag, words));
            match value.map(OsString::into_string) {
                Some(Ok(value)) => self.sorted.dotted.push((path.to_owned(), value)),
                Some(Err(_)) => self.problem(flag, "the value is not valid UTF-8"),
                None => {}
            }
        } else if self.can_only_be_a_flag(flag) {
            let of = plain(&self.operation.name);
            match repeats::why_not(self.operation, flag) {
                Some(why) => self.problem(flag, format_args!("{of} does not have it: {why}")),
                None => {
                    let meant = self.meant(flag);
                    let hint = live::meant(self.schema, self.operation, flag)
                        .or_else(|| paging::meant(self.operation, flag))
                        .or_else(|| versions::argument_hint(self.operation, name))
                        .unwrap_or_else(|| one_of(&meant));
                    let what = format_args!("{of} has no such flag{hint}");
                    let problem =
                        Problem::at(short(flag), what).unknown().meaning(self.shown(&meant));
                    self.sorted.problems.push(problem);
                }
            }
            // An operation has no positional words, so the next word is the value.
            if value.is_none() {
                next_if(words, |next| !is_dashed(next));
            }
        } else if is_dashed(&word) || text.is_empty() {
            self.sorted.declared.push(word);
        } else {
            self.strays.push(short(text));
        }
    }

    /// All words, when they are sorted.
    pub(super) fn sorted(mut self) -> Sorted {
        let strays = std::mem::take(&mut self.strays);
        let problems = strays.iter().map(|word| self.stray(word));
        let problems: Vec<Problem> = problems.collect();
        self.sorted.problems.extend(problems);
        self.sorted
    }

    /// The problem of a word that belongs to no flag: an id without its flag, or a part of a value.
    fn stray(&self, word: &str) -> Problem {
        let operation = &*arguments::relaxed(self.operation);
        let is_given = |flag: &str| {
            let declared = self.sorted.declared.iter().map(|word| word.to_string_lossy());
            let dotted = self.sorted.dotted.iter().map(|(path, _)| format!("--{path}").into());
            let mut words = declared.chain(dotted);
            let of = |word: &str| names::argument(operation, word.trim_start_matches("--"));
            words.any(|word| {
                let (name, _) = parts(&word);
                let first = name.split('.').next().unwrap_or_default();
                first.starts_with("--") && of(first).is_some() && of(first) == of(flag)
            })
        };
        let is_meant = |name: &str| {
            let flag = arguments::shown(operation, name);
            self.sorted.problems.iter().any(|problem| problem.is_of(&flag))
        };
        let open = operation.arguments.iter().filter(|argument| {
            argument.required
                && !argument.secret
                && !is_given(&argument.name)
                && !is_meant(&argument.name)
        });
        let open: Vec<&Argument> = open.collect();
        let flags: Vec<String> = open.iter().map(|argument| self.with_id(argument)).collect();
        // `label=x` may be meant as the flag with its value.
        let (before, value) = word.split_once('=').unwrap_or_default();
        let is_named = |flag: &String| flag.trim_start_matches('-') == before;
        let flags: Vec<String> = match flags.iter().find(|flag| is_named(flag)) {
            Some(flag) => vec![format!("`{flag} {value}`")],
            None => flags.iter().map(|flag| format!("`{flag} {word}`")).collect(),
        };
        match flags.as_slice() {
            [] if self.sorted.declared.is_empty() => Problem::whole(format!(
                "unexpected word `{word}`: {} takes flags only",
                plain(&operation.name)
            )),
            [] => Problem::whole(format!(
                "unexpected word `{word}`: a value with white space stands in quotes"
            )),
            flags => Problem::whole(format!(
                "unexpected word `{word}`: a value stands behind its flag, as in {}",
                flags.join(" or ")
            ))
            // It is told once, with its value.
            .meaning(match open.as_slice() {
                [one] => vec![arguments::shown(operation, &one.name)],
                _ => Vec::new(),
            }),
        }
    }

    /// The flags in the spelling in which problems name them.
    fn shown(&self, flags: &[String]) -> Vec<String> {
        let shown = |flag: &String| {
            let name = flag.trim_start_matches('-');
            let at = names::argument(self.operation, name);
            at.map_or_else(
                || flag.clone(),
                |at| arguments::shown(self.operation, &self.operation.arguments[at].name),
            )
        };
        flags.iter().map(shown).collect()
    }

    /// The flag of an argument, or of the id in it.
    fn with_id(&self, argument: &Argument) -> String {
        let flag = arguments::shown(self.operation, &argument.name);
        let ty = self.schema.type_named(argument.type_ref().name());
        let fields = ty.map_or(&[][..], |ty| &ty.input_fields);
        let id = fields.iter().find(|field| !field.finders.is_empty()).or(fields.first());
        id.map_or(flag.clone(), |field| format!("{flag}.{}", kebab(&field.name)))
    }

    /// Whether a flag without a value is true.
    fn is_boolean(&self, flag: &clap::Arg) -> bool {
        let name = flag.get_id().as_str().strip_prefix("argument:");
        let argument = name.and_then(|name| self.operation.argument(name));
        argument.is_some_and(|argument| argument.ty.trim_end_matches('!') == "Boolean")
    }

    /// Whether a word that is not a flag of this call looks like one.
    fn can_only_be_a_flag(&self, word: &str) -> bool {
        let Some(name) = word.strip_prefix('-') else {
            return false;
        };
        // `-ojson` contains its value.
        let is_short = || {
            name.get(..1).is_some_and(|name| flag_of(self.command, &format!("-{name}")).is_some())
        };
        name.starts_with('-')
            || name.starts_with(|first: char| first.is_ascii_alphabetic()) && !is_short()
    }

    /// Takes the value of a flag from the next word, or records a problem.
    fn value(&mut self, flag: &str, words: &mut VecDeque<Word>) -> Option<OsString> {
        let value = next_if(words, |next| !self.is_flag(&next.to_string_lossy()));
        if value.is_none() {
            self.no_value(flag, words);
        }
        value
    }

    pub(super) fn no_value(&mut self, flag: &str, words: &VecDeque<Word>) {
        let Some(Word::Other(next) | Word::Option { word: next, .. }) = words.front() else {
            return self.problem(flag, "a value is missing");
        };
        // The part after its `=` may be a secret.
        let next = next.to_string_lossy();
        let next = match parts(&next) {
            (next, None) => short(next),
            (next, Some(_)) => format!("{}=…", short(next)),
        };
        let what = format!(
            "a value is missing before `{next}`; if that is the value, write `{}={next}`",
            short(flag)
        );
        self.problem(flag, what);
    }

    /// Whether a word is a flag of the operation, with or without a value.
    fn is_flag(&self, word: &str) -> bool {
        let (flag, _) = parts(word);
        let is_part = |path: &str| {
            let first = path.split('.').next().unwrap_or_default();
            names::argument(self.operation, first).is_some()
        };
        flag_of(self.command, flag).is_some() || dotted(flag).is_some_and(is_part)
    }

    /// The flags that are probably meant by one that the call does not have.
    fn meant(&self, flag: &str) -> Vec<String> {
        // Suggestions use the spelling style of the flag.
        let is_camel = flag.contains(|letter: char| letter.is_ascii_uppercase());
        let known = self.command.get_arguments().filter_map(|argument| {
            let exact = argument.get_aliases().unwrap_or_default().into_iter().next();
            exact.filter(|_| is_camel).or_else(|| argument.get_long())
        });
        let known: Vec<&str> = known.collect();
        let mut names: Vec<String> = closest(flag, known).into_iter().map(str::to_owned).collect();
        if names.is_empty() {
            let name = flag.trim_start_matches('-');
            names = names::below(self.schema, &self.operation.arguments, name);
        }
        names.iter().map(|name| format!("--{}", plain(name))).collect()
    }

    fn problem(&mut self, flag: &str, what: impl std::fmt::Display) {
        self.sorted.problems.push(Problem::at(short(flag), what));
    }
}
