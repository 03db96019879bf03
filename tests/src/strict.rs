//! The schema of a server that is as strict as it can be about values.

/// A schema in which every argument, input field and item of a list in one is non-null. Each item must be on a line of
/// its own, as in our schema.
pub fn schema(sdl: &str) -> String {
    let (mut in_input, mut in_arguments) = (false, false);
    let line = |line: &str| {
        let text = line.trim();
        match text {
            _ if text.starts_with("input ") => in_input = true,
            "}" => in_input = false,
            _ if text.ends_with('(') && !text.starts_with('"') => in_arguments = true,
            _ if text.starts_with(')') => in_arguments = false,
            _ if text.starts_with('"') || text.starts_with('#') => {}
            _ if in_input || in_arguments => {
                if let Some((name, rest)) = line.split_once(": ") {
                    let end = rest.find(' ').unwrap_or(rest.len());
                    let (ty, rest) = rest.split_at(end);
                    return format!("{name}: {}{rest}\n", strict(ty));
                }
            }
            _ => {}
        }
        format!("{line}\n")
    };
    sdl.lines().map(line).collect()
}

fn strict(ty: &str) -> String {
    let bare = ty.trim_end_matches('!');
    match bare.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(item) => format!("[{}]!", strict(item)),
        None => format!("{bare}!"),
    }
}
