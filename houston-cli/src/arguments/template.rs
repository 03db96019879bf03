//! `{column}` in the text of a flag: the place of a row's cell. `{{` and `}}` are braces.

use std::borrow::Cow;

use super::place::LookUp;
use super::raw::Origin;
use super::source::{for_document, in_document};
use super::written::Written;
use crate::terminal::text::short;

/// Whether a text may contain a template.
pub(super) fn is_template(text: &str) -> bool {
    text.contains(['{', '}'])
}

/// Whether a text that begins like JSON, and is none, can be a template: the name of a column hardly begins with a quote.
pub(super) fn can_be(text: &str) -> bool {
    let text = text.trim_start();
    let name = text.strip_prefix('{').unwrap_or_default();
    !name.is_empty() && !name.trim_start().starts_with(['"', '}', '\n'])
}

/// The text with a cell in place of each name of a column.
///
/// # Errors
///
/// Fails if a brace stands alone, or with what `cell` says of a name.
pub(super) fn filled<'c>(
    text: &str,
    mut cell: impl FnMut(&str) -> Result<Cow<'c, str>, String>,
) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        filled += &rest[..at];
        let brace = &rest[at..=at];
        let behind = &rest[at + 1..];
        if let Some(after) = behind.strip_prefix(brace) {
            filled += brace;
            rest = after;
            continue;
        }
        let name = behind.split_once('}').filter(|_| brace == "{").map(|(name, _)| name);
        let Some(name) = name else {
            return Err(format!(
                "`{brace}` stands alone; write `{{column}}` for a cell of the row, or `{brace}{brace}` for the brace"
            ));
        };
        filled += &cell(name)?;
        rest = &behind[name.len() + 1..];
    }
    Ok(filled + rest)
}

/// The cells of a row, for the texts of a call. Without rows, braces are text.
#[derive(Clone, Copy, Default)]
pub(super) struct Filler<'c>(pub(super) Option<&'c Cells<'c>>);

/// The cell of a column, by its name, or what is wrong with the name or the cell.
pub(super) type Cells<'c> = dyn Fn(&str) -> Result<Cow<'c, str>, String> + 'c;

impl Filler<'_> {
    /// Whether the texts of this origin are templates.
    pub(super) fn fills(self, origin: Origin) -> bool {
        self.0.is_some() && origin.has_templates()
    }

    /// The text with its cells filled in.
    ///
    /// # Errors
    ///
    /// Those of [`filled`].
    pub(super) fn text(self, origin: Origin, text: String) -> Result<String, String> {
        match self.0.filter(|_| origin.has_templates() && is_template(&text)) {
            Some(cells) => filled(&text, cells),
            None => Ok(text),
        }
    }

    /// The value with the cells of its texts filled in; names stay as they are.
    ///
    /// # Errors
    ///
    /// Those of [`filled`].
    pub(super) fn written(self, origin: Origin, written: Written) -> Result<Written, String> {
        if !self.fills(origin) {
            return Ok(written);
        }
        Ok(match written {
            // A text that looks like a source is refused elsewhere.
            Written::Text(text) => match in_document(&text) {
                Ok(plain) => Written::Text(for_document(self.text(origin, plain.to_owned())?)),
                Err(_) => Written::Text(text),
            },
            Written::List(items) => {
                let items = items.into_iter().map(|item| self.written(origin, item));
                Written::List(items.collect::<Result<_, _>>()?)
            }
            Written::Object(fields) => {
                let field = |(name, value)| Ok((name, self.written(origin, value)?));
                Written::Object(fields.into_iter().map(field).collect::<Result<_, String>>()?)
            }
            other => other,
        })
    }

    /// The look-up with the cells of its values filled in. Its words, which are shown, follow.
    ///
    /// # Errors
    ///
    /// Those of [`filled`].
    pub(super) fn look_up(self, mut lookup: LookUp) -> Result<LookUp, String> {
        let Some(cells) = self.0.filter(|_| is_template(&lookup.words)) else { return Ok(lookup) };
        for (_, value) in lookup.pairs.iter_mut().flatten() {
            *value = filled(value, cells)?;
        }
        if let Ok(pairs) = &lookup.pairs {
            let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
            lookup.words = pairs.collect::<Vec<_>>().join(",");
        }
        Ok(lookup)
    }
}

/// What is wrong with the name of a column in a template; `meant` is a suggestion or empty.
pub(super) fn unknown(name: &str, meant: &str) -> String {
    let brace = "write `{{` for a brace";
    match meant {
        "" => format!("the rows have no column `{}`; {brace}", short(name)),
        meant => format!("the rows have no column `{}`{meant}", short(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_name_in_braces_is_a_cell() {
        let cell = |name: &str| match name {
            "a" => Ok("1".into()),
            "b c" => Ok("{a}".into()),
            _ => Err("unknown".to_owned()),
        };
        for (text, expected) in [
            ("", Ok("")),
            ("x", Ok("x")),
            ("{a}", Ok("1")),
            ("x-{a}{a}.", Ok("x-11.")),
            ("é{b c}é", Ok("é{a}é")),
            ("{{a}}", Ok("{a}")),
            ("{{{a}}}", Ok("{1}")),
            ("}}", Ok("}")),
            ("{x}", Err("unknown")),
            ("{}", Err("unknown")),
        ] {
            assert_eq!(filled(text, cell), expected.map(str::to_owned).map_err(str::to_owned));
        }
        for text in ["{", "a}", "{a", "}{", "{{a}", "{a}}"] {
            assert!(filled(text, cell).unwrap_err().contains("stands alone"), "{text}");
        }
    }
}
