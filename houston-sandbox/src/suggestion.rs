//! "Did you mean": names that look like one that does not exist, ranked as the server's library does.

/// The options that are close to `input`, closest first, those at the same distance in their own order.
pub(crate) fn similar<'o>(input: &str, options: impl Iterator<Item = &'o str>) -> Vec<&'o str> {
    let length = |text: &str| text.encode_utf16().count();
    let mut found: Vec<(usize, &str)> = options
        .filter_map(|option| {
            let distance = distance(input, option);
            // Half of the longer one, or one edit: compared without rounding.
            (2 * distance <= length(input).max(length(option)).max(2)).then_some((distance, option))
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, option)| option).collect()
}

/// ` Did you mean a, b, or c?`, of at most five. Nothing if there are none.
pub(crate) fn did_you_mean(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().take(5).map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!(" Did you mean {one}?"),
        [one, two] => format!(" Did you mean {one} or {two}?"),
        [rest @ .., last] => format!(" Did you mean {}, or {last}?", rest.join(", ")),
    }
}

/// ` Did you mean "a" or "b"?` for names that are close.
pub(crate) fn quoted<'o>(input: &str, options: impl Iterator<Item = &'o str>) -> String {
    let names: Vec<String> =
        similar(input, options).iter().map(|name| format!("\"{name}\"")).collect();
    did_you_mean(&names)
}

/// How many insertions, deletions, substitutions and swaps of neighbours make one text of the other. Any change of
/// case counts as one.
fn distance(a: &str, b: &str) -> usize {
    if a == b {
        return 0;
    }
    let fold = |text: &str| text.to_lowercase().encode_utf16().collect::<Vec<_>>();
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return 1;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut best =
                (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + cost);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
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
