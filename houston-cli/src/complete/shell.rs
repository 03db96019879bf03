//! What each shell says of the command line, and how it is answered.

use clap::ValueEnum;

use super::Line;
use super::offers::{Offers, Row};

/// A shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Elvish,
    Fish,
    #[value(name = "powershell", alias = "pwsh")]
    Pwsh,
    Zsh,
}

/// What a shell says of the command line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) line: Line,
    /// The end of the word that the shell replaces with an answer; all of the word if it is none.
    replaced: Option<String>,
    /// Whether the word has a quote that is still open. The shell closes it.
    is_quoted: bool,
}

impl Shell {
    /// The script that makes the shell ask.
    pub(crate) const fn script(self) -> &'static str {
        match self {
            Shell::Bash => include_str!("scripts/houston.bash"),
            Shell::Elvish => include_str!("scripts/houston.elv"),
            Shell::Fish => include_str!("scripts/houston.fish"),
            Shell::Pwsh => include_str!("scripts/houston.ps1"),
            Shell::Zsh => include_str!("scripts/_houston"),
        }
    }

    /// Reads what the script says: the words up to the cursor, without that of the program. bash says them as one text, bash
    /// and PowerShell begin with the part that they replace, and in zsh and fish, the last word has its quotes.
    pub(super) fn read(self, mut words: Vec<String>) -> Option<Said> {
        // An older PowerShell leaves out an empty word.
        let unless_empty = |word: String| if word == "\"\"" { String::new() } else { word };
        let replaced = match self {
            Shell::Bash | Shell::Pwsh if words.is_empty() => return None,
            Shell::Bash => Some(words.remove(0)),
            Shell::Pwsh => Some(unless_empty(words.remove(0))),
            _ => None,
        };
        let last = words.pop()?;
        let (word, is_quoted) = match self {
            Shell::Bash => {
                let (all, is_quoted) = read(&last)?;
                words = all;
                // The program, behind variables that are set for it.
                let is_setting = |word: &&String| word.contains('=');
                let front = words.iter().take_while(is_setting).count() + 1;
                let word = words.pop()?;
                words = words.into_iter().skip(front).collect();
                (word, is_quoted)
            }
            Shell::Zsh | Shell::Fish => {
                let (mut parts, is_quoted) = read(&last)?;
                (parts.pop()?, is_quoted)
            }
            Shell::Pwsh => (unless_empty(last), false),
            Shell::Elvish => (last, false),
        };
        if self == Shell::Fish {
            // Whether they have their quotes depends on the version of fish.
            words = words.into_iter().map(unquoted).collect();
        }
        Some(Said { line: Line { before: words, word }, replaced, is_quoted })
    }

    /// The lines that the script reads.
    pub(super) fn answer(self, said: &Said, offers: &Offers) -> String {
        let kept = offers.kept(&said.line.word);
        if offers.files {
            return match self {
                // It completes files itself, if it replaces no more than the name of one.
                Shell::Bash => {
                    let front = said.replaced.as_deref().unwrap_or_default();
                    format!(":files{}", front.strip_suffix(&*offers.typed).unwrap_or_default())
                }
                Shell::Fish => format!(":files{kept}"),
                Shell::Zsh => format!("files\t{}", kept.chars().count()),
                Shell::Elvish => format!("files\t{}\t", kept.len()),
                // Without an answer, it completes files itself.
                Shell::Pwsh => String::new(),
            };
        }
        let kind = |row: &Row| if row.goes_on { "going" } else { "ended" };
        let typed = offers.typed.as_str();
        let rows = offers.rows.iter();
        let lines: Vec<String> = match self {
            Shell::Bash => {
                let blank = |row: &Row| if row.goes_on || said.is_quoted { "" } else { " " };
                let line = |row: &Row| Some(said.replacing(typed, &row.text)? + blank(row));
                rows.filter_map(line).collect()
            }
            Shell::Pwsh => {
                let line = |row: &Row| {
                    Some(format!("{}\t{}", said.replacing(typed, &row.text)?, row.about))
                };
                rows.filter_map(line).collect()
            }
            Shell::Fish => rows.map(|row| format!("{kept}{}\t{}", row.text, row.about)).collect(),
            Shell::Elvish => {
                let line = |row: &Row| format!("{}\t{kept}{}\t{}", kind(row), row.text, row.about);
                rows.map(line).collect()
            }
            Shell::Zsh => {
                let line = |row: &Row| format!("{}\t{}\t{}", kind(row), row.text, row.about);
                let first = format!("typed\t{}", typed.chars().count());
                [first].into_iter().chain(rows.map(line)).collect()
            }
        };
        lines.join("\n")
    }
}

impl Said {
    /// What to put in place of the part that the shell replaces, for a text that begins with what was typed of it.
    fn replacing(&self, typed: &str, text: &str) -> Option<String> {
        let replaced = self.replaced.as_deref()?;
        match (replaced.strip_suffix(typed), typed.strip_suffix(replaced)) {
            (Some(kept), _) => Some(format!("{kept}{text}")),
            // Such a part is shorter than a name in which the shell sees several words.
            (None, Some(before)) => Some(text.strip_prefix(before)?.to_owned()),
            (None, None) => None,
        }
    }
}

/// The words of a text, as a shell reads them, and whether a quote is still open. An empty word is behind a blank.
fn read(text: &str) -> Option<(Vec<String>, bool)> {
    // It stands for the rest of the last word.
    const REST: char = '\u{1}';
    ["", "'", "\""].into_iter().find_map(|close| {
        let mut words = shlex::split(&format!("{text}{REST}{close}"))?;
        let last = words.last_mut()?;
        let rest = last.pop()?;
        (rest == REST).then_some((words, !close.is_empty()))
    })
}

/// A word without its quotes, if it has some.
fn unquoted(word: String) -> String {
    match word.contains(['\'', '"', '\\']).then(|| read(&word)) {
        Some(Some((mut words, false))) if words.len() == 1 => words.remove(0),
        _ => word,
    }
}
