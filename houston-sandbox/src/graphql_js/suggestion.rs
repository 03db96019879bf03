//! "Did you mean": names that are similar to an unknown name, ranked as in the server's library.

/// Returns the options that are close to `input`, closest first, and at the same distance in their given order.
pub(crate) fn similar<'o>(input: &str, options: impl Iterator<Item = &'o str>) -> Vec<&'o str> {
    let length = |text: &str| text.encode_utf16().count();
    let mut found: Vec<(usize, &str)> = options
        .filter_map(|option| {
            let distance = distance(input, option);
            // At most half of the longer length, or one edit, compared without rounding.
            (2 * distance <= length(input).max(length(option)).max(2)).then_some((distance, option))
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, option)| option).collect()
}

/// Returns ` Did you mean a, b, or c?` with at most five names, or an empty text for none.
pub(crate) fn did_you_mean(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().take(5).map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!(" Did you mean {one}?"),
        [one, two] => format!(" Did you mean {one} or {two}?"),
        [rest @ .., last] => format!(" Did you mean {}, or {last}?", rest.join(", ")),
    }
}

/// Returns ` Did you mean "a" or "b"?` with the close names.
pub(crate) fn quoted<'o>(input: &str, options: impl Iterator<Item = &'o str>) -> String {
    let names: Vec<String> =
        similar(input, options).iter().map(|name| format!("\"{name}\"")).collect();
    did_you_mean(&names)
}

/// The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other. A
/// difference in case alone counts as one.
fn distance(a: &str, b: &str) -> usize {
    if a == b {
        return 0;
    }
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if a == b { 1 } else { strsim::osa_distance(&a, &b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_names_are_found_in_the_order_of_their_distance() {
        let options = ["workspaceDeployments", "deployments", "workspaceDeployment", "users"];
        assert_eq!(
            similar("paginatedDeployments", options.into_iter()),
            ["workspaceDeployments", "deployments", "workspaceDeployment"]
        );
        assert_eq!(distance("lable", "label"), 1);
        assert_eq!(distance("WORKSPACE", "workspace"), 1);
        assert!(similar("nope", ["Query", "label"].into_iter()).is_empty());
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        for (names, text) in [
            (&[][..], ""),
            (&["a"][..], " Did you mean a?"),
            (&["a", "b"][..], " Did you mean a or b?"),
            (&["a", "b", "c", "d", "e", "f"][..], " Did you mean a, b, c, d, or e?"),
        ] {
            assert_eq!(did_you_mean(names), text);
        }
    }
}
