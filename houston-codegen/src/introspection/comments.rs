//! Carries the comments of our schema file over to a printed schema.

use std::collections::HashMap;

use crate::parse::syntax::{Document, InputValue, Name};

/// Puts each comment that fills whole lines in front of the item that it preceded. The lines that the
/// file begins with are not carried over.
///
/// `own` is the document of `own_text`, and `document` that of `text`.
pub fn with_comments(text: &str, document: &Document, own_text: &str, own: &Document) -> String {
    let mut items = items(own);
    items.sort_unstable_by_key(|(offset, _)| *offset);
    let places: HashMap<String, usize> =
        self::items(document).into_iter().map(|(offset, path)| (path, offset)).collect();
    let mut at: HashMap<usize, Vec<String>> = HashMap::new();
    for comment in comments(own_text) {
        let below = items.iter().skip_while(|(offset, _)| *offset < comment.end);
        // If that item is gone, the comment goes to the next one that still exists.
        let place = below.filter_map(|(_, path)| places.get(path)).next();
        if let Some(place) = place {
            at.entry(start_of_item(text, *place)).or_default().push(comment.text);
        }
    }
    let (mut carried, mut start) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        let indent = &line[..line.len() - line.trim_start().len()];
        for comment in at.remove(&start).into_iter().flatten() {
            if !(carried.is_empty() || carried.ends_with("\n\n") || carried.ends_with("{\n")) {
                carried.push('\n');
            }
            for line in comment.lines() {
                if !line.is_empty() {
                    carried += indent;
                }
                carried += line;
                carried.push('\n');
            }
        }
        carried += line;
        start += line.len();
    }
    carried
}

struct Comment {
    /// Its lines without indentation, and an empty line if one followed.
    text: String,
    /// The offset of the byte after it.
    end: usize,
}

fn comments(text: &str) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    let (mut end, mut in_block, mut in_comment, mut in_head) = (0, false, false, true);
    for line in text.split_inclusive('\n') {
        end += line.len();
        let plain = line.trim();
        let is_comment = !in_block && plain.starts_with('#');
        if !is_comment {
            in_block ^= plain.matches("\"\"\"").count() % 2 == 1;
            in_head = false;
        }
        let gap = in_comment && plain.is_empty();
        match comments.last_mut().filter(|_| in_comment) {
            Some(comment) if is_comment || gap => {
                comment.text += plain;
                comment.text.push('\n');
                comment.end = end;
            }
            _ if is_comment && !in_head => {
                comments.push(Comment { text: format!("{plain}\n"), end });
            }
            _ => {}
        }
        in_comment = is_comment && !in_head;
    }
    comments
}

/// Every name that a document defines: its offset and its schema coordinate.
fn items(document: &Document) -> Vec<(usize, String)> {
    let mut items = Vec::new();
    let mut note = |name: &Name, path: String| items.push((name.offset, path));
    for ty in &document.types {
        let owner = &ty.name.text;
        note(&ty.name, owner.clone());
        let members = ty.input_fields.iter().map(|field| &field.name);
        for name in members.chain(ty.values.iter().map(|value| &value.name)) {
            note(name, format!("{owner}.{}", name.text));
        }
        for field in &ty.fields {
            let path = format!("{owner}.{}", field.name.text);
            arguments(&field.arguments, &path, &mut note);
            note(&field.name, path);
        }
    }
    for directive in &document.directives {
        let path = format!("@{}", directive.name.text);
        arguments(&directive.arguments, &path, &mut note);
        note(&directive.name, path);
    }
    items
}

fn arguments(arguments: &[InputValue], owner: &str, note: &mut impl FnMut(&Name, String)) {
    for argument in arguments {
        note(&argument.name, format!("{owner}({}:)", argument.name.text));
    }
}

/// The offset of the line on which an item begins, or its description if it has one.
fn start_of_item(text: &str, name: usize) -> usize {
    let start_of_line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line_above = |start: usize| {
        let above = start.checked_sub(1).map(start_of_line)?;
        Some((above, text[above..start].trim()))
    };
    let start = start_of_line(name);
    match line_above(start) {
        Some((above, line)) if line.starts_with('"') && line.ends_with('"') && line != "\"\"\"" => {
            above
        }
        Some((mut above, "\"\"\"")) => {
            while let Some((next, line)) = line_above(above) {
                above = next;
                if line.starts_with("\"\"\"") {
                    break;
                }
            }
            above
        }
        _ => start,
    }
}
