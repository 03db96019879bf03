//! clap, with the manners of this program.

use std::ffi::OsString;

use clap::{Arg, ArgMatches, Command};

use crate::stop::Stop;

/// Takes the options in front of a name, and the name.
pub(crate) fn split(
    command: &Command,
    words: &mut impl Iterator<Item = OsString>,
) -> (Vec<OsString>, Option<String>) {
    let mut head = Vec::new();
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        if !text.starts_with('-') || text == "-" {
            return (head, Some(text.into_owned()));
        }
        let value_follows =
            flag(command, &text).is_some_and(|flag| flag.get_action().takes_values());
        head.push(word);
        if value_follows {
            head.extend(words.next());
        }
    }
    (head, None)
}

/// The flag that a word is, hyphens and all.
pub(crate) fn flag<'c>(command: &'c Command, word: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|argument| match word.strip_prefix("--") {
        Some(name) => {
            let aliases = argument.get_aliases().unwrap_or_default();
            argument.get_long() == Some(name) || aliases.contains(&name)
        }
        None => word
            .strip_prefix('-')
            .is_some_and(|name| argument.get_short().is_some_and(|short| name.chars().eq([short]))),
    })
}

/// Reads the words behind a command's name.
pub(crate) fn parse(
    command: Command,
    name: &str,
    words: impl IntoIterator<Item = OsString>,
) -> Result<ArgMatches, Stop> {
    let command = command.bin_name(format!("houston {name}")).no_binary_name(true);
    Ok(command.try_get_matches_from(words)?)
}
