//! `--fields`, whose names are separated by commas or blanks, with dots for paths and braces for several fields of one name.

use std::mem::take;

use houston_client::schema::{Operation, Schema};

use super::names;
use super::offers::Offers;

/// The most open braces.
const DEEPEST: usize = 64;

/// The fields that can stand at the end of a text.
pub(super) fn offers(schema: &Schema, operation: &Operation, text: &str) -> Option<Offers> {
    let (mut open, mut chosen) = (vec![Vec::new()], Vec::new());
    let (mut last, mut start) = (Vec::new(), 0);
    for (at, letter) in text.char_indices() {
        if !letter.is_whitespace() && !",{}".contains(letter) {
            continue;
        }
        if start < at {
            last.clone_from(open.last()?);
            last.extend(text[start..at].split('.'));
            chosen.push(last.clone());
        }
        match letter {
            '{' if open.len() > DEEPEST => return None,
            // Braces around the whole text are ignored.
            '{' if !last.is_empty() || chosen.is_empty() => open.push(take(&mut last)),
            '{' => return None,
            '}' | ',' => {
                last.clear();
                open.truncate(open.len().saturating_sub(usize::from(letter == '}')).max(1));
            }
            _ => {}
        }
        start = at + letter.len_utf8();
    }
    let word = &text[start..];
    let (above, typed) = word.rsplit_once('.').unwrap_or(("", word));
    let mut path = open.pop()?;
    path.extend(above.split('.').filter(|_| !above.is_empty()));
    let mut ty = schema.type_named(operation.type_ref().name())?;
    for name in &path {
        ty = schema.type_named(ty.field(name)?.type_ref().name())?;
    }
    let is_left = |name: &str| {
        let is_it = |one: &Vec<&str>| one.split_last() == Some((&name, &path[..]));
        let is_answered = !path.is_empty() || operation.can_answer(name.trim_end_matches('.'));
        is_answered && !chosen.iter().any(is_it)
    };
    let rows = names::selectable(schema, ty).filter(|row| is_left(&row.text));
    Some(Offers::of(typed, rows))
}
