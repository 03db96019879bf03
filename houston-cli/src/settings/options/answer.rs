//! What the options say about the form of the answer.

use super::groups::Options;
use crate::answer::format::{Format, Screen};
use crate::answer::jq::{Filter, Named};
use crate::answer::template::Template;
use crate::failure::Failure;
use crate::input;
use crate::terminal::output;
use crate::terminal::text::short;

impl Options {
    /// Checks that the options fit together.
    ///
    /// # Errors
    ///
    /// Fails if an option needs or excludes an output format, or a name of `--arg` is not one.
    pub(crate) fn checked(mut self) -> Result<Self, Failure> {
        self.named()?;
        if self.template.is_some() && self.format.is_none() {
            self.format = Some(Format::Template);
        }
        let is = |format| self.format == Some(format);
        let refused = |what: &str, next: &str| Err(Failure::usage(what).help(next));
        match () {
            () if self.jq.is_some() && is(Format::Raw) => {
                Err(Failure::usage("--jq and -o raw cannot be used together"))
            }
            // Not a conflict for clap: an operation may have an argument with the name of one of the two.
            () if self.jq.is_some() && self.template.is_some() => {
                Err(Failure::usage("--jq and --template cannot be used together"))
            }
            () if self.excel && !is(Format::Csv) => refused("--excel is for CSV", "Add `-o csv`."),
            () if self.or_empty && !is(Format::Value) => {
                refused("--or-empty is for a single value", "Add `-o value`.")
            }
            () if self.template.is_some() && !is(Format::Template) => {
                refused("--template is a format of its own", "Leave out `-o`.")
            }
            () if self.template.is_none() && is(Format::Template) => refused(
                "-o template needs --template",
                "Add `--template TEMPLATE` or `--template @FILE`.",
            ),
            () => Ok(self),
        }
    }

    /// The variables of filters.
    ///
    /// # Errors
    ///
    /// Fails if a name is not valid, or was given before.
    pub(crate) fn named(&self) -> Result<Vec<Named>, Failure> {
        let mut all: Vec<Named> = Vec::new();
        for pair in self.named.chunks_exact(2) {
            let [name, text] = [&pair[0], &pair[1]];
            let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
            let is_name = name.chars().all(is_letter)
                && name.starts_with(|first: char| !first.is_ascii_digit());
            let refused = |why: &str| Failure::usage(format!("--arg: `{}` {why}", short(name)));
            if !is_name || matches!(&**name, "ENV" | "__loc__") {
                return Err(refused("cannot be the name of a variable").help(
                    "Write it as for jq: `--arg label etl --jq '.[] | select(.label == $label)'`.",
                ));
            }
            if all.iter().any(|(known, _)| known == name) {
                return Err(refused("was given twice"));
            }
            all.push((name.clone(), text.clone()));
        }
        Ok(all)
    }

    /// The filter that an option gives.
    ///
    /// # Errors
    ///
    /// Fails if it is not valid.
    pub(crate) fn filter(
        &self,
        option: &'static str,
        text: Option<&str>,
    ) -> Result<Option<Filter>, Failure> {
        text.map(|text| Filter::new(option, text, &self.named()?)).transpose()
    }

    /// The template, as text or from a file.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read, or the template is not valid.
    pub(crate) fn template(&self) -> Result<Option<Template>, Failure> {
        let Some(given) = &self.template else { return Ok(None) };
        let text = match given.strip_prefix('@') {
            Some(path) => input::document(path).map_err(Failure::usage)?,
            None => given.clone(),
        };
        Template::new(&text).map(Some)
    }

    /// The screen that the answer goes to.
    pub(crate) fn screen(&self) -> Screen {
        let chosen = self.selected.fields.is_some();
        Screen { chosen, excel: self.excel, or_empty: self.or_empty, ..output::screen() }
    }

    /// The output format for programs; none for people.
    pub(crate) fn facts(&self) -> Option<Format> {
        self.format.filter(|format| *format != Format::Table)
    }
}
